/**
 * The JSON Schema of a state in its three forms, from the boundary's own descriptions of the fields. Draft 7, as that of
 * scenarios: the newest that editors check and complete by in full.
 */
import { FORMS, type REMARKS } from "../bindings/boundary/input.js";
import { toJson } from "../bindings/boundary/jsonForm.js";
import type { Quantities, Quantity } from "../bindings/boundary/quantities.js";
import type { Element, Scalar, Wire } from "../bindings/boundary/wire.js";
import { UNREAD, readers } from "../bindings/ruleSets/fields.js";
import { NEWEST_RULE_SET, RULE_SETS, RULE_SET_IDS } from "../bindings/ruleSets/ruleSets.js";
import type { RuleSet } from "../bindings/types.js";
import { U64_MAX } from "../bindings/values/constants.js";
import { STATE_WORDS } from "./stateWords.js";

type Json = Record<string, unknown>;

/** A decimal number up to a most of the same alphabet, no zeros in front. */
function decimalUpTo(most: string): string {
  const shorter = `[1-9][0-9]{0,${most.length - 2}}`;
  const asLong = [...most].flatMap((digit, i) => {
    const least = i === 0 ? 1 : 0;
    const below = Number(digit) - 1;
    if (below < least) return [];
    const rest = most.length - 1 - i;
    return [`${most.slice(0, i)}[${least}-${below}]${rest === 0 ? "" : `[0-9]{${rest}}`}`];
  });
  return `^(0|${[shorter, ...asLong, most].join("|")})$`;
}

const DEFINITIONS: Json = {
  u64: {
    anyOf: [
      { type: "string", pattern: decimalUpTo(String(U64_MAX)) },
      { type: "integer", minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    ],
  },
  rows: {
    type: "array",
    items: {
      type: "array",
      items: { type: "array", items: { type: "integer", minimum: 0, maximum: 65_535 }, minItems: 2, maxItems: 2 },
    },
  },
};

function scalar(as: Scalar | Element): Json {
  switch (as) {
    case "boolean":
      return { type: "boolean" };
    case "u16":
      return { type: "integer", minimum: 0, maximum: 65_535 };
    // An i16, or a u16 where a rule set reads one: which of them is said of the whole.
    case "i32":
      return { type: "integer", minimum: -32_768, maximum: 65_535 };
    case "u64":
      return { $ref: "#/definitions/u64" };
    default:
      throw new Error(`no state has a field of ${as}`);
  }
}

/** What a value in JSON may be, by how it lies in a message. */
function valueSchema(wire: Wire, quantity: Quantity<any>): Json {
  switch (wire.as) {
    case "constant":
      return { const: wire.value };
    case "choice":
      return { enum: wire.choices };
    case "spec":
      return { enum: RULE_SET_IDS };
    case "optional":
      return { anyOf: [{ type: "null" }, valueSchema(wire.of, quantity)] };
    case "vector":
      return { type: "array", items: scalar(wire.of) };
    case "rows":
      return { $ref: "#/definitions/rows" };
    case "list":
      return { type: "array", minItems: 1, maxItems: 256, items: recordSchema(quantity.fields!) };
    case "sometimes":
    case "oneOf":
    case "text":
    case "tuple":
    case "record":
      throw new Error(`no state has a field of ${wire.as}`);
    default:
      return scalar(wire.as);
  }
}

function fieldSchema(name: string, quantity: Quantity<any>): Json {
  const notes = [quantity.type, quantity.scale, readers(name)].filter((note) => note !== "").join("; ");
  return {
    description: `${STATE_WORDS[name as keyof typeof STATE_WORDS]} (${notes})`,
    ...valueSchema(quantity.wire, quantity),
    ...("absent" in quantity && { default: toJson(quantity.absent) }),
  };
}

/** What every object may have besides. Nothing of it is read. */
const REMARK_SCHEMAS: Readonly<Record<(typeof REMARKS)[number], Json>> = {
  $schema: { description: "Where this schema is, for an editor. Not read.", type: "string" },
  tag: { description: "A remark of your own. Not read." },
  provenance: { description: "Where the state comes from, as yuma snapshot writes it. Kept, and not read." },
};

/** An object: its fields, those that have to be there whatever the rules are, and no others. */
function recordSchema(fields: Quantities, isAlwaysRead: (name: string) => boolean = () => true): Json {
  const required = Object.entries(fields).filter(([name, quantity]) => !("absent" in quantity) && isAlwaysRead(name));
  return {
    type: "object",
    required: required.map(([name]) => name),
    additionalProperties: false,
    properties: { ...REMARK_SCHEMAS, ...Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, fieldSchema(name, one)])) },
  };
}

/** Whether the rule set is one of a few; one that is not given is the newest. */
function isUnder(ids: readonly RuleSet[]): Json {
  const among: Json = { properties: { ruleSet: { enum: ids } } };
  return ids.includes(NEWEST_RULE_SET) ? among : { ...among, required: ["ruleSet"] };
}

/** A form whose fields the rule set decides: which of them have to be there, and what the steepness is. */
function formByRules(fields: Quantities, ids: readonly RuleSet[]): Json {
  const readBy = (name: string) => ids.filter((id) => !UNREAD[id].has(name));
  const isAlwaysRead = (name: string) => readBy(name).length === ids.length;
  const form = recordSchema(fields, isAlwaysRead);
  const together = new Map<string, { by: readonly RuleSet[]; names: string[] }>();
  for (const [name, quantity] of Object.entries(fields)) {
    if ("absent" in quantity || isAlwaysRead(name)) continue;
    const by = readBy(name);
    const group = together.get(by.join()) ?? { by, names: [] };
    group.names.push(name);
    together.set(by.join(), group);
  }
  const requiring = [...together.values()]
    .filter(({ by }) => by.length > 0)
    .map(({ by, names }) => ({ if: isUnder(by), then: { required: names } }));
  return {
    ...form,
    properties: { ...(form["properties"] as Json), ruleSet: ruleSetSchema(fields, ids) },
    allOf: [...requiring, ...steepness(ids)],
  };
}

function ruleSetSchema(fields: Quantities, ids: readonly RuleSet[]): Json {
  return { ...fieldSchema("ruleSet", fields["ruleSet"]!), enum: ids };
}

/** boundary/input.ts: a u16 where it is plain, an i16 where it is in hundredths, either where it is not read. */
function steepness(ids: readonly RuleSet[]): Json[] {
  const isPlain = (id: RuleSet) => !RULE_SETS[id].steepnessInHundredths;
  const limits: [readonly RuleSet[], Json][] = [
    [ids.filter((id) => RULE_SETS[id].yuma3 && isPlain(id)), { minimum: 0 }],
    [ids.filter((id) => RULE_SETS[id].yuma3 && !isPlain(id)), { maximum: 32_767 }],
  ];
  return limits
    .filter(([under]) => under.length > 0)
    .map(([under, limit]) => ({ if: isUnder(under), then: { properties: { alphaSigmoidSteepness: limit } } }));
}

const having = (rule: "mechanisms" | "nullConsensus") => RULE_SET_IDS.filter((id) => RULE_SETS[id][rule]);

function nullSubnet(): Json {
  const form = recordSchema(FORMS.nullSubnet as Quantities);
  const ruleSet = ruleSetSchema(FORMS.nullSubnet as Quantities, having("nullConsensus"));
  return { ...form, properties: { ...(form["properties"] as Json), ruleSet } };
}

export function stateSchema(): Json {
  const isSubnet = { anyOf: [{ required: ["epochConsensus"] }, { required: ["mechanisms"] }] };
  const isNull = { required: ["epochConsensus"], properties: { epochConsensus: { const: "null" } } };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "State of yuma-consensus",
    description:
      "The input of one epoch: of one mechanism, or of a subnet with its mechanisms under Yuma or Null consensus (epochConsensus). 64-bit integers are decimal strings, or numbers up to 2^53-1. A schema cannot say that lists have n elements.",
    type: "object",
    if: isSubnet,
    then: {
      if: isNull,
      then: { $ref: "#/definitions/nullSubnet" },
      else: { $ref: "#/definitions/yumaSubnet" },
    },
    else: { $ref: "#/definitions/state" },
    definitions: {
      state: formByRules(FORMS.state as Quantities, RULE_SET_IDS),
      yumaSubnet: formByRules(FORMS.yumaSubnet as Quantities, having("mechanisms")),
      nullSubnet: nullSubnet(),
      ...DEFINITIONS,
    },
  };
}
