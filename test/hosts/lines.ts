/** Lines for `yuma eval` and for the hosts that answer as it does: states, subnets and economics, most of them wrong somewhere. */
import { toJson } from "../../bindings/index.js";
import { Draw } from "../fuzz/draw.js";
import { fuzzState } from "../fuzz/states.js";
import { readVectors } from "../vectors.js";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What stands where another value belongs: JSON text, so that it may be what no value in JavaScript is. */
const HOSTILE: readonly string[] = [
  "null",
  "true",
  "false",
  "0",
  "1",
  "2",
  "-1",
  "65535",
  "65536",
  "-32769",
  "4294967296",
  "9007199254740991",
  "9007199254740992",
  "1.5",
  "1e3",
  "1.0",
  "-0",
  "1e400",
  '""',
  '"0"',
  '"01"',
  '"+1"',
  '" 1"',
  '"-1"',
  '"1e3"',
  '"18446744073709551615"',
  '"18446744073709551616"',
  '"170141183460469231731687303715884105728"',
  '"-170141183460469231731687303715884105729"',
  '"spec-475"',
  '"spec-127"',
  '"spec-320"',
  '"yuma"',
  '"auto"',
  '"\\u0000\\ud800"',
  "[]",
  "[0]",
  "[[0,1]]",
  "[[[0,1]]]",
  "[null]",
  "{}",
  '{"n":1}',
  '{"starts":[0],"uids":[],"values":[]}',
];

const TEXTS: readonly ((text: string, draw: Draw) => string)[] = [
  (text, draw) => text.slice(0, draw.index(text.length)),
  (text) => `${text},`,
  (text) => text.replace("{", '{"n":1,'),
  (text) => text.replace(/"currentBlock":"?\d+"?/, '"currentBlock":1,"currentBlock":1'),
  (text) => text.replace(/"tag"|"n"/, '"N"'),
  (text) => text.replace("{", '{"":0,'),
  (text) => text.replace("{", '{"a b":0,'),
  (text) => text.replace("{", '{"tag":{"x":[1]},'),
  (text) => text.replace("{", '{"$schema":"state.schema.json","provenance":[1],'),
  (text) => text.replace(/.*\{/, '$&"$schema":{},'),
  (text) => `[${text}]`,
];

/** A place in a value: the keys that lead there. */
function drawPlace(draw: Draw, value: Json): (string | number)[] {
  const place: (string | number)[] = [];
  for (let at = value; typeof at === "object" && at !== null; ) {
    const keys = Array.isArray(at) ? at.map((_, i) => i) : Object.keys(at);
    if (keys.length === 0) break;
    const key = draw.of<string | number>(keys);
    place.push(key);
    at = (at as Record<string | number, Json>)[key]!;
    if (draw.oneIn(3)) break;
  }
  return place;
}

const HERE = "\u0001hostile\u0001";

/** The text of a value that has been changed somewhere. */
function mutated(draw: Draw, value: Json): string {
  const changed = structuredClone(value);
  const place = drawPlace(draw, changed);
  const key = place.pop();
  if (key === undefined) return JSON.stringify(changed);
  const holder = place.reduce<Json>((at, step) => (at as Record<string | number, Json>)[step]!, changed) as Record<string | number, Json>;
  const how = draw.index(8);
  if (how === 0) {
    if (Array.isArray(holder)) holder.splice(key as number, 1);
    else delete holder[key];
  } else if (how === 1 && Array.isArray(holder)) {
    holder.splice(key as number, 0, holder[key as number]!);
  } else {
    holder[key] = HERE;
  }
  return JSON.stringify(changed).replace(JSON.stringify(HERE), () => draw.of(HOSTILE));
}

interface Asked {
  fn: string;
  in: Json;
  trace?: true;
}

const SUBNETS = ["history/subnet-320", "history/subnet-397", "history/subnet-425", "history/subnet-475-composed", "newer-rules/epoch-null"];
const ECONOMICS = [
  ...["block_emission", "root_epoch", "price_shares", "flow_shares", "pow_normalize", "subnet_terms", "alpha_split", "coinbase_block"],
  ...["moving_price", "dividend_distribution", "self_contribution", "parent_child", "take_split", "withheld", "distribute"],
  ...["schedule", "schedule_old", "schedule_sim", "root_proportion", "safe_pow", "checked_sqrt"],
].map((name) => `economics/${name}`);
const NEWER = ["econ-gated-shares", "econ-schedule-475", "econ-schedule-sim-475", "econ-dividend-distribution-475"].map(
  (name) => `newer-rules/${name}`,
);
const HISTORIC = [
  ...["accumulate-hotkey-195", "alpha-split-233", "distribute-233", "dividend-distribution-233", "drain-hotkey-195"],
  ...["emit-through-hotkey-127", "flow-shares-334", "flow-shares-411", "generate-emission-127", "generate-emission-195"],
  ...["immune-owner-hotkeys-306", "moving-price-233", "parent-child-233", "pool-price-233", "pool-sell-233", "price-shares-233"],
  ...["price-shares-261", "price-shares-421", "should-drain-hotkey-195", "subnet-terms-233", "subnet-terms-298", "subnet-terms-342"],
  ...["validator-pool-257"],
].map((name) => `history/econ-${name}`);

const recorded = new Map<string, Asked[]>();

function drawRecorded(draw: Draw, files: readonly string[]): Asked {
  const file = draw.of(files);
  if (!recorded.has(file))
    recorded.set(
      file,
      readVectors(file).map(({ fn, in: input }) => ({ fn, in: input as Json })),
    );
  return draw.of(recorded.get(file)!);
}

/** States of any rule set; the larger ones are others' to try. */
function drawState(draw: Draw, seed: bigint, number: number): Asked {
  const state = fuzzState(seed, number);
  return { fn: draw.oneIn(40) ? "subnet_epoch" : "epoch", in: toJson(state) as Json };
}

/** Line `number` of a seed. */
export function hostileLine(seed: bigint, number: number): string {
  const draw = new Draw(seed * 1_000_003n + BigInt(number));
  const from = draw.index(10);
  const asked =
    from < 5
      ? drawState(draw, seed, number)
      : from < 7
        ? drawRecorded(draw, SUBNETS)
        : drawRecorded(draw, [...ECONOMICS, ...NEWER, ...HISTORIC, "history/inherited-stake-195"]);
  const isEpoch = from < 7;
  const trace = isEpoch && draw.oneIn(8) ? ',"trace":true' : "";
  let input = draw.oneIn(3) ? JSON.stringify(asked.in) : mutated(draw, asked.in);
  if (draw.oneIn(12)) input = draw.of(TEXTS)(input, draw);
  const fn = draw.oneIn(200) ? draw.of(["", "epochs", "toString", "__proto__"]) : asked.fn;
  return `{"fn":${JSON.stringify(fn)},"in":${input}${trace}}`.replaceAll("\n", " ");
}
