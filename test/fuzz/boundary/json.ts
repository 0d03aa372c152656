/** The shape of a state's JSON, and ways to write it, right and wrong. */
import { isProxy } from "node:util/types";
import { LIQUID_ALPHA_CONSENSUS_MODES } from "../../../bindings/boundary/input.js";
import { UNREAD } from "../../../bindings/ruleSets/fields.js";
import { RULE_SET_IDS } from "../../../bindings/ruleSets/ruleSets.js";
import type { RuleSet, StoredRows } from "../../../bindings/types.js";
import type { Draw } from "../draw.js";
import {
  flag,
  list,
  nullable,
  oneOf,
  optional,
  record,
  tuple,
  u16,
  whole,
  type Fields,
  type Shape,
  type Values,
  type Verdict,
} from "./shapes.js";
import { NEWEST, drawState, judgeByRules, subnet } from "./states.js";

const U64_MAX = (1n << 64n) - 1n;

const u64: Shape = {
  draw: () => "0",
  judge(value) {
    if (typeof value === "string") return /^(0|[1-9][0-9]{0,19})$/.test(value) && BigInt(value) <= U64_MAX ? "accept" : "refuse";
    if (Object.is(value, -0)) return "either";
    return Number.isSafeInteger(value) && (value as number) >= 0 ? "accept" : "refuse";
  },
};

const rows = list(list(tuple(u16, u16)));

const SHARED: Fields = {
  ruleSet: optional(oneOf(...RULE_SET_IDS)),
  n: whole(0, 65_535),
  currentBlock: u64,
  activityCutoff: u64,
  blockAtRegistration: list(u64),
  alphaStake: list(u64),
  taoStake: list(u64),
  taoWeight: u64,
  stakeThreshold: u64,
  ownerUid: nullable(u16),
  commitReveal: flag,
};

const YUMA: Fields = {
  tempo: u16,
  lastMechanismStepBlock: u64,
  lastYumaStepBlock: optional(nullable(u64)),
  validatorPermits: list(flag),
  maxAllowedValidators: u16,
  kappa: u16,
  bondsPenalty: u16,
  bondsMovingAverage: u64,
  yuma3: flag,
  liquidAlpha: flag,
  alphaSigmoidSteepness: whole(-32_768, 32_767),
  alphaLow: u16,
  alphaHigh: u16,
  liquidAlphaConsensusMode: optional(oneOf(...LIQUID_ALPHA_CONSENSUS_MODES)),
};

const MECHANISM: Fields = { lastUpdate: list(u64), weights: rows, bonds: rows, commitBlocks: list(u64) };
const CONSENSUS: Fields = { previousConsensus: optional(list(u16)) };
const BUDGETS: Fields = { minerBudget: u64, localDividendBudget: u64, rootBudget: u64, emissionSplit: nullable(list(u16)) };
const ONE_EACH = [
  "blockAtRegistration",
  "alphaStake",
  "taoStake",
  "validatorPermits",
  "lastUpdate",
  "commitBlocks",
  "weights",
  "bonds",
  "stake",
];
const REMARKS = ["$schema", "tag"];

const fits = (value: Values, n: number): Verdict =>
  ONE_EACH.every((name) => value[name] === undefined || value[name].length === n) ? "accept" : "refuse";

/** Any value in the JSON form: written here once more, apart from the package's. */
export function jsonOf(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value !== "object" || value === null) return value;
  if (value instanceof Uint8Array) return Array.from(value, Boolean);
  if (value instanceof Uint16Array) return Array.from(value);
  if (value instanceof BigUint64Array) return Array.from(value, String);
  if (Array.isArray(value)) return value.map(jsonOf);
  if ("starts" in value) {
    const { starts, uids, values } = value as StoredRows;
    return Array.from(starts.subarray(1), (end, i) => Array.from(uids.subarray(starts[i], end), (uid, k) => [uid, values[starts[i]! + k]]));
  }
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, jsonOf(item)]));
}

/** The legal JSON of a state in typed arrays: what `fromJson` has to give. */
export function stateOfJson(json: unknown): Record<string, unknown> {
  const n = (json as Values)["n"] as number;
  const known = Object.fromEntries(Object.entries(json as object).filter(([, item]) => item !== undefined));
  const given = typed({ ruleSet: NEWEST, liquidAlphaConsensusMode: "auto", previousConsensus: [], lastYumaStepBlock: null, ...known }, n);
  // The one stake of old stays out where it is not read.
  const unread = Array.from(UNREAD[given["ruleSet"] as RuleSet], ([name, ignored]) => [name, ignored(n)]).filter(
    ([name]) => name !== "stake",
  );
  return { ...Object.fromEntries(unread), ...given };
}

const U64_FIELDS = [
  "currentBlock",
  "activityCutoff",
  "taoWeight",
  "stakeThreshold",
  "lastMechanismStepBlock",
  "lastYumaStepBlock",
  "bondsMovingAverage",
  "raoEmission",
];

function typed(json: Values, n: number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(json)
      .filter(([name, item]) => !REMARKS.includes(name) && item !== undefined)
      .map(([name, item]): [string, unknown] => {
        if (U64_FIELDS.includes(name)) return [name, item === null ? null : BigInt(item as string)];
        if (name === "weights" || name === "bonds") {
          const all = item as [number, number][][];
          const starts = new Uint32Array(n + 1);
          all.forEach((row, i) => (starts[i + 1] = starts[i]! + row.length));
          return [
            name,
            { starts, uids: Uint16Array.from(all.flat(), ([uid]) => uid), values: Uint16Array.from(all.flat(), ([, value]) => value) },
          ];
        }
        if (name === "validatorPermits") return [name, Uint8Array.from(item as boolean[], Number)];
        if (name === "previousConsensus") return [name, Uint16Array.from(item as number[])];
        return [name, Array.isArray(item) ? BigUint64Array.from(item as string[], BigInt) : item];
      }),
  );
}

export const jsonState: Shape = {
  draw: (draw) => jsonOf(drawState(draw)),
  judge: judgeByRules({ ...SHARED, ...YUMA, ...MECHANISM, ...CONSENSUS, raoEmission: u64, stake: list(u64) }, fits),
};

function subnetOf(fields: Fields, mechanism: Fields): Shape {
  const mechanisms = list(record(mechanism, { remarks: REMARKS }), 256, 1);
  const also = (value: Values) =>
    [value, ...(value["mechanisms"] as Values[])].every((one) => fits(one, value["n"]) === "accept") ? "accept" : "refuse";
  return record({ ...SHARED, ...fields, ...BUDGETS, mechanisms }, { also, remarks: REMARKS });
}

const yumaSubnet = subnetOf({ ...YUMA, epochConsensus: oneOf("yuma") }, { ...MECHANISM, ...CONSENSUS });
const nullSubnet = subnetOf({ epochConsensus: oneOf("null"), ruleSet: optional(oneOf("spec-475")) }, MECHANISM);

export const jsonSubnet: Shape = {
  draw: (draw) => jsonOf(subnet.draw(draw)),
  judge: (value) => ((value as Values | null | undefined)?.["epochConsensus"] === "null" ? nullSubnet : yumaSubnet).judge(value),
};

/** Ways to write a JSON text, and whether it may still be read. `text` is an object with members. */
const WRITINGS: readonly (readonly [how: string, verdict: Verdict, write: (text: string, draw: Draw) => unknown])[] = [
  ["as it is", "accept", (text) => text],
  ["with spaces", "accept", (text) => JSON.stringify(JSON.parse(text), null, 2)],
  ["with a byte order mark", "accept", (text) => `\ufeff${text}`],
  ["as bytes", "either", (text) => Buffer.from(text)],
  ["as bytes of UTF-8 with a byte order mark", "either", (text) => Buffer.from(`\ufeff${text}`)],
  ["as bytes of UTF-16", "either", (text) => Buffer.from(`\ufeff${text}`, "utf16le")],
  [
    "with names escaped",
    "accept",
    (text) => text.replace(/"([a-z])/i, (_, letter: string) => `"\\u00${letter.charCodeAt(0).toString(16)}`),
  ],
  ["without its end", "refuse", (text, draw) => text.slice(0, draw.index(text.length))],
  ["twice", "refuse", (text) => text + text],
  ["with a comma at its end", "refuse", (text) => text.replace(/\}$/, ",}")],
  ["with a comment", "refuse", (text) => `/* */${text}`],
  ["with a key twice", "refuse", (text) => text.replace(/^\{("\w+"):/, "{$1:null,$1:")],
  [
    "with a key twice, once escaped",
    "refuse",
    (text) =>
      text
        .replace('"kappa":', '"\\u006bappa":1,"kappa":')
        .replace('"netuid":', '"\\u006eetuid":1,"netuid":')
        .replace(/^\{"n":/, '{"\\u006e":1,"n":'),
  ],
  ["with a number that is nearly an integer", "refuse", (text) => text.replace(/:(\d+)([,}])/, ":$1.00000000000000001$2")],
  ["with a number that is nearly nothing", "refuse", (text) => text.replace(/:\d+([,}])/, ":1e-400$1")],
  ["with an exponent beyond all", "refuse", (text) => text.replace(/:\d+([,}])/, ":1e400$1")],
  ["with -0", "refuse", (text) => text.replace(/:\d+([,}])/, ":-0$1")],
  ["with 9007199254740990.6", "refuse", (text) => text.replace(/:"?\d+"?([,}])/, ":9007199254740990.6$1")],
  ["with NaN", "refuse", (text) => text.replace(/:\d+([,}])/, ":NaN$1")],
  ["with __proto__", "refuse", (text) => text.replace(/^\{/, '{"__proto__":{"kappa":1},')],
  ["with a name of 300,000 characters", "refuse", (text) => text.replace(/^\{/, `{"${"x".repeat(300_000)}":1,`)],
  ["with arrays 100,000 deep", "refuse", (text) => text.replace(/^\{/, `{"tag":${"[".repeat(100_000)},`)],
  ["in single quotes", "refuse", (text) => text.replaceAll('"', "'")],
  ["as nothing", "refuse", () => ""],
];

/** Texts by how they were written: two draws of a call give the same object. */
export class JsonText {
  constructor(
    readonly json: unknown,
    readonly how: string,
    readonly text: unknown,
    readonly verdict: Verdict,
  ) {}
}

/** A proxy that cannot be looked at is none. */
export function isText(value: unknown): value is JsonText {
  return !isProxy(value) && value instanceof JsonText;
}

/** A value, or a text of it that nobody wrote by hand. */
export function valueOrText(json: Shape): Shape {
  return {
    draw: json.draw,
    judge(value) {
      if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return "either";
      return json.judge(typeof value === "string" ? JSON.parse(value) : value);
    },
  };
}

/** A text of a legal value, one way or another. */
export function textOf(json: Shape): Shape {
  return {
    draw(draw) {
      const value = json.draw(draw);
      const text = JSON.stringify(value);
      const [how, verdict, write] = draw.of(WRITINGS);
      const written = write(text, draw);
      return new JsonText(value, how, written, written === text ? "accept" : verdict);
    },
    judge: (value) => (isText(value) ? value.verdict : "either"),
  };
}
