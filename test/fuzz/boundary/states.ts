/** The shapes of states and results. */
import { LIQUID_ALPHA_CONSENSUS_MODES } from "../../../bindings/boundary/input.js";
import { reference } from "../../../bindings/reference/index.js";
import { RULE_SETS, RULE_SET_IDS } from "../../../bindings/ruleSets/ruleSets.js";
import { UNREAD } from "../../../bindings/ruleSets/fields.js";
import type { RuleSet, StoredRows, SubnetState } from "../../../bindings/types.js";
import type { Draw } from "../draw.js";
import { fuzzState } from "../states.js";
import {
  drawn,
  flag,
  list,
  nullable,
  oneOf,
  optional,
  record,
  u16,
  u64,
  vector,
  whole,
  worst,
  type Fields,
  type RecordShape,
  type Shape,
  type Values,
  type Verdict,
} from "./shapes.js";

const MOST_UIDS = 12;

/** A state that the specification runs in a moment, of the rule sets that everything takes. */
export function drawState(draw: Draw): SubnetState {
  const { stake: _, ...state } = drawAnyState(draw, ({ ruleSet }) => RULE_SETS[ruleSet!].ownerPrivileged);
  return state;
}

/** One of any rule set, with a `stake`. */
function drawAnyState(draw: Draw, suits: (state: SubnetState) => boolean): SubnetState {
  for (let number = draw.index(1_000_000); ; number++) {
    const state = fuzzState(9n, number);
    if (state.n <= MOST_UIDS && suits(state)) return state;
  }
}

function rowsFit({ starts, uids, values }: StoredRows, n: number): boolean {
  if (starts.length !== n + 1 || uids.length !== values.length || starts[0] !== 0 || starts[n] !== uids.length) return false;
  return starts.every((start, i) => i === 0 || start >= starts[i - 1]!);
}

const storedRows = record({ starts: vector(Uint32Array), uids: vector(Uint16Array), values: vector(Uint16Array) });

const CURRENT = RULE_SET_IDS.filter((id) => RULE_SETS[id].ownerPrivileged);

/** One of history is not for everything. */
const currentRules: Shape = {
  ...oneOf(...CURRENT),
  judge: (value) => (CURRENT.includes(value as RuleSet) ? "accept" : RULE_SET_IDS.includes(value as RuleSet) ? "either" : "refuse"),
};

const SHARED: Fields = {
  ruleSet: optional(currentRules),
  n: whole(0, 65_535),
  currentBlock: u64,
  activityCutoff: u64,
  blockAtRegistration: vector(BigUint64Array),
  alphaStake: vector(BigUint64Array),
  taoStake: vector(BigUint64Array),
  taoWeight: u64,
  stakeThreshold: u64,
  ownerUid: nullable(u16),
  commitReveal: flag,
};

const YUMA: Fields = {
  tempo: u16,
  lastMechanismStepBlock: u64,
  lastYumaStepBlock: optional(nullable(u64)),
  validatorPermits: vector(Uint8Array, 1),
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

const MECHANISM: Fields = {
  lastUpdate: vector(BigUint64Array),
  weights: storedRows,
  bonds: storedRows,
  commitBlocks: vector(BigUint64Array),
};
const CONSENSUS: Fields = { previousConsensus: optional(vector(Uint16Array)) };

const ONE_EACH = ["blockAtRegistration", "alphaStake", "taoStake", "validatorPermits", "lastUpdate", "commitBlocks", "stake"];

function listsFit(state: Values, n: number): Verdict {
  const lengths = ONE_EACH.every((name) => state[name] === undefined || state[name].length === n);
  const rows = ["weights", "bonds"].every((name) => state[name] === undefined || rowsFit(state[name], n));
  return lengths && rows ? "accept" : "refuse";
}

/** The names that are not read. */
export const REMARKS = ["$schema", "tag"];

export const state = drawn(
  record(
    { ...SHARED, ...YUMA, ...MECHANISM, ...CONSENSUS, raoEmission: u64 },
    { also: (value: Values) => listsFit(value, value["n"]), remarks: REMARKS },
  ),
  drawState,
);

export const NEWEST = "spec-475";

/** The sigmoid's steepness is a u16 under spec-273, and an i16 later. */
export function steepnessFits({ ruleSet = NEWEST, alphaSigmoidSteepness: steepness }: Values): Verdict {
  const { yuma3, steepnessInHundredths } = RULE_SETS[ruleSet as RuleSet];
  return !yuma3 || (steepnessInHundredths ? steepness <= 32_767 : steepness >= 0) ? "accept" : "refuse";
}

/**
 * The verdict on a state by its rule set: what the set does not read may be left out, and takes any value of its kind.
 * `fields` are those of a state in one of its two forms, `fits` what they have to be to each other.
 */
export function judgeByRules(fields: Fields, fits: (state: Values, n: number) => Verdict): Shape["judge"] {
  const under = (id: RuleSet): Shape => {
    const all: Fields = { ...fields, ruleSet: optional(oneOf(id)), alphaSigmoidSteepness: whole(-32_768, 65_535) };
    const read = Object.entries(all).map(([name, shape]) => [name, UNREAD[id].has(name) ? optional(shape) : shape]);
    return record(Object.fromEntries(read), { also: (value) => worst([fits(value, value["n"]), steepnessFits(value)]), remarks: REMARKS });
  };
  const shapes = new Map<unknown, Shape>(RULE_SET_IDS.map((id) => [id, under(id)]));
  return (value) => (shapes.get((value as Values | null | undefined)?.["ruleSet"]) ?? shapes.get(NEWEST)!).judge(value);
}

/** A state of any rule set. */
export const anyState: Shape = {
  draw: (draw) => drawAnyState(draw, () => true),
  judge: judgeByRules({ ...SHARED, ...YUMA, ...MECHANISM, ...CONSENSUS, raoEmission: u64, stake: vector(BigUint64Array) }, listsFit),
};

const {
  ruleSet: _,
  n: __,
  ...CHANGEABLE
}: Fields = { ...SHARED, ...YUMA, ...MECHANISM, ...CONSENSUS, raoEmission: u64, stake: vector(BigUint64Array) };

/** What may be changed of a resident state: some fields of another state, which may be of another size. */
export const changes: Shape = drawn(
  record(
    {
      ...Object.fromEntries(Object.entries(CHANGEABLE).map(([name, shape]) => [name, optional(shape)])),
      alphaSigmoidSteepness: optional(whole(-32_768, 65_535)),
    },
    { remarks: REMARKS },
  ),
  (draw) => {
    const { ruleSet: _, n: __, ...fields } = drawAnyState(draw, ({ n }) => n <= 3);
    return Object.fromEntries(Object.entries(fields).filter(() => draw.oneIn(6)));
  },
);

/** Whether changes suit the state. */
export function changesFit({ n, ruleSet }: Values, fields: Values): Verdict {
  const { alphaSigmoidSteepness = 0 } = fields;
  return worst([listsFit(fields, n), steepnessFits({ ruleSet, alphaSigmoidSteepness })]);
}

const BUDGETS: Fields = { minerBudget: u64, localDividendBudget: u64, rootBudget: u64, emissionSplit: nullable(vector(Uint16Array)) };

function subnetOf(fields: Fields, mechanism: Fields, also: (value: Values) => Verdict = () => "accept"): Shape {
  const mechanisms = list(record(mechanism, { remarks: REMARKS }), 256, 1);
  return record(
    { ...SHARED, ...fields, ...BUDGETS, mechanisms },
    {
      remarks: REMARKS,
      also(value: Values) {
        const fits = [value, ...(value["mechanisms"] as Values[])].every((one) => listsFit(one, value["n"]) === "accept");
        return fits ? also(value) : "refuse";
      },
    },
  );
}

const yumaSubnet = subnetOf({ ...YUMA, epochConsensus: oneOf("yuma") }, { ...MECHANISM, ...CONSENSUS });
const nullSubnet = subnetOf({ epochConsensus: oneOf("null") }, MECHANISM, ({ ruleSet = "spec-475" }) =>
  ruleSet === "spec-475" ? "accept" : "refuse",
);

const pick = (from: Values, names: readonly string[]) =>
  Object.fromEntries(names.filter((name) => from[name] !== undefined).map((name) => [name, from[name]]));

function drawSubnet(draw: Draw): unknown {
  const first = drawState(draw);
  const ofNull = draw.oneIn(3);
  const names = Object.keys(ofNull ? MECHANISM : { ...MECHANISM, ...CONSENSUS });
  const mechanisms = Array.from({ length: 1 + draw.index(3) }, () => pick(first as Values, names));
  const split = draw.oneIn(2) ? null : Uint16Array.from({ length: draw.index(4) }, () => draw.u16());
  const budgets = { minerBudget: u64.draw(draw), localDividendBudget: u64.draw(draw), rootBudget: u64.draw(draw), emissionSplit: split };
  const own = pick(first as Values, Object.keys(ofNull ? SHARED : { ...SHARED, ...YUMA }));
  if (ofNull) own["ruleSet"] = "spec-475";
  // Each mechanism has arrays of its own.
  return structuredClone({ epochConsensus: ofNull ? "null" : "yuma", ...own, ...budgets, mechanisms });
}

export const subnet: Shape = {
  draw: drawSubnet,
  judge(value) {
    const kind = (value as Values | null | undefined)?.["epochConsensus"];
    return kind === "null" ? nullSubnet.judge(value) : yumaSubnet.judge(value);
  },
};

const RESULT: Fields = {
  stakeWeight: vector(Uint16Array),
  active: vector(Uint8Array, 1),
  consensus: vector(Uint16Array),
  incentive: vector(Uint16Array),
  dividends: vector(Uint16Array),
  validatorTrust: vector(Uint16Array),
  serverEmission: vector(BigUint64Array),
  validatorEmission: vector(BigUint64Array),
  emission: vector(BigUint64Array),
  newValidatorPermits: vector(Uint8Array, 1),
  bonds: storedRows,
  stake: vector(BigUint64Array),
};

function resultFits(value: Values): Verdict {
  const n = value["active"].length;
  const lengths = Object.keys(RESULT).every((name) => name === "bonds" || value[name].length === n);
  return lengths && rowsFit(value["bonds"], n) ? "accept" : "refuse";
}

/** Whatever else a result has is not looked at. */
function beside<S extends RecordShape>(shape: S): S {
  const known = (value: Values) => Object.fromEntries(Object.keys(shape.fields).map((name) => [name, value[name]]));
  const judge = (value: unknown): Verdict => {
    const all = shape.judge(value);
    return all !== "refuse" || typeof value !== "object" || value === null || Array.isArray(value) || shape.judge(known(value)) === "refuse"
      ? all
      : "either";
  };
  return { ...shape, judge };
}

/** What stands beside the arrays of a result is not looked at. */
const BESIDE = {
  trace: optional({ draw: () => undefined, judge: () => "either" }),
  digest: optional({ draw: () => undefined, judge: () => "either" }),
  adapter: optional({ draw: () => undefined, judge: () => "either" }),
} as const;

export const result = drawn(beside(record({ ...RESULT, ...BESIDE }, { also: resultFits })), (draw) => reference.epoch(drawState(draw)));
