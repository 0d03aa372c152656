/** The interface for hosts that are not TypeScript: interface.json. */
import type { ModuleFunction } from "../bindings/interface/moduleFunction.js";
import { ROWS_FIELDS, shapeOf, structOf, valueOffset, type Wire } from "../bindings/boundary/wire.js";
import { jsonName, type Quantities, type Quantity } from "../bindings/boundary/quantities.js";
import { toJson } from "../bindings/boundary/jsonForm.js";
import { UNREAD } from "../bindings/ruleSets/fields.js";
import { RULE_SETS, RULE_SET_IDS } from "../bindings/ruleSets/ruleSets.js";

type Json = Record<string, unknown>;

/** A wire with the sizes and offsets that follow from it, so that a host need not derive them. Names are those of the JSON form. */
function typeOf(wire: Wire, quantity?: Quantity<any>): Json {
  const { size, align } = shapeOf(wire);
  const shape = { type: wire.as, size, align };
  const fields = quantity?.fields;
  switch (wire.as) {
    case "constant":
      return { ...shape, value: wire.value };
    case "choice":
      return { ...shape, choices: wire.choices };
    case "oneOf":
      return { ...shape, numbers: wire.numbers };
    case "optional":
    case "sometimes":
      return { ...shape, valueOffset: valueOffset(wire.of), of: typeOf(wire.of, quantity) };
    case "list":
      return { ...shape, of: typeOf(wire.of, quantity) };
    case "vector":
      return { ...shape, of: typeOf({ as: wire.of }) };
    case "rows":
      return { ...shape, of: typeOf({ as: wire.of }), offsets: structOf(ROWS_FIELDS(wire.of).map((field) => field.wire)).offsets };
    case "tuple":
      return { ...shape, offsets: structOf(wire.of).offsets, of: wire.of.map((item) => typeOf(item, fields && quantity)) };
    case "record":
      return { ...shape, fields: fieldsOf(fields!) };
    default:
      return shape;
  }
}

function fieldsOf(quantities: Quantities, isState = false): Json[] {
  const entries = Object.entries(quantities);
  const { offsets } = structOf(entries.map(([, { wire }]) => wire));
  return entries.map(([name, quantity], i) => ({
    name: jsonName(name, quantity),
    offset: offsets[i],
    ...typeOf(quantity.wire, quantity),
    ...(quantity.scale !== "" && { unit: quantity.scale }),
    ...("absent" in quantity && { default: toJson(quantity.absent) }),
    ...(isState && quantity.optional && { optional: true }),
    ...(isState && unreadBy(name)),
  }));
}

function unreadBy(name: string): Json {
  const unread = RULE_SET_IDS.filter((id) => UNREAD[id].has(name));
  return unread.length === 0 ? {} : { unreadBy: unread };
}

function structSize(quantities: Quantities): number {
  return structOf(Object.values(quantities).map(({ wire }) => wire)).size;
}

export function description(functions: readonly ModuleFunction[]): Json {
  return {
    version: 1,
    ruleSets: RULE_SET_IDS.map((id) => ({ name: id, mechanisms: RULE_SETS[id].mechanisms, nullConsensus: RULE_SETS[id].nullConsensus })),
    functions: functions.map(({ number, name, module, input, output }) => ({
      number,
      name,
      module,
      input: { size: structSize(input), fields: fieldsOf(input, number < 100) },
      output: { size: structSize(output), fields: fieldsOf(output) },
    })),
  };
}
