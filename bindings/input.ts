/**
 * The boundary: what a state is made of, and every check of it. Behind it the kernels are total and never throw.
 */
import { isArray, isRevoked, mapped } from "./arrays.js";
import { EpochInputError } from "./errors.js";
import { parseJson } from "./json.js";
import { oneOf, uidCount, type Kind } from "./kinds.js";
import { unknownName } from "./nearest.js";
import {
  boolean,
  choice,
  flags,
  i16,
  optional,
  quantity,
  sparseRows,
  u16,
  u16s,
  u64,
  u64s,
  uids,
  type Described,
  type Quantity,
} from "./quantities.js";
import { NEWEST_RULE_SET, RULE_SETS, RULE_SET_IDS } from "./ruleSets.js";
import { fieldPath } from "./show.js";
import type {
  LiquidAlphaConsensusMode,
  MechanismState,
  NullSubnetState,
  SubnetEpochState,
  SubnetState,
  YumaSubnetState,
} from "./types.js";

export type Fields<T> = { readonly [K in keyof T]-?: Kind<NonNullable<T[K]>> | Kind<T[K]> };

/** A state that passed the boundary, defaults filled in. */
export type CheckedState = Required<SubnetState>;
export type CheckedNullState = Required<NullSubnetState>;
export type CheckedYumaSubnetState = Required<Omit<YumaSubnetState, "mechanisms">> & {
  mechanisms: Required<YumaSubnetState["mechanisms"][number]>[];
};
export type CheckedSubnetState = CheckedYumaSubnetState | CheckedNullState;

/** In the order in which the kernels number them. */
export const LIQUID_ALPHA_CONSENSUS_MODES: readonly LiquidAlphaConsensusMode[] = ["current", "previous", "auto"];

/** What an absent field means. Every other field is required. */
const DEFAULTS = {
  ruleSet: NEWEST_RULE_SET,
  liquidAlphaConsensusMode: "auto",
  previousConsensus: new Uint16Array(0),
  lastYumaStepBlock: null,
} as const;

const RAO = "rao";
const BLOCK = "block number";
const PROPORTION = "fraction of 65535";

const SHARED_FIELDS = {
  ruleSet: choice(RULE_SET_IDS, "default: the newest"),
  n: uids(),
  currentBlock: u64(BLOCK),
  activityCutoff: u64("blocks"),
  blockAtRegistration: u64s(BLOCK),
  alphaStake: u64s(RAO),
  taoStake: u64s(RAO),
  taoWeight: u64("fraction of 2^64-1"),
  stakeThreshold: u64(RAO),
  ownerUid: optional(u16()),
  commitReveal: boolean(),
};

const YUMA_FIELDS = {
  tempo: u16("blocks"),
  lastMechanismStepBlock: u64(`${BLOCK}, 0: never`),
  lastYumaStepBlock: optional(u64(`${BLOCK}, default: null`)),
  validatorPermits: flags(),
  maxAllowedValidators: u16(),
  kappa: u16(PROPORTION),
  bondsPenalty: u16(PROPORTION),
  bondsMovingAverage: u64("parts per million"),
  yuma3: boolean(),
  liquidAlpha: boolean(),
  alphaSigmoidSteepness: i16("hundredths"),
  alphaLow: u16(PROPORTION),
  alphaHigh: u16(PROPORTION),
  liquidAlphaConsensusMode: choice(LIQUID_ALPHA_CONSENSUS_MODES, "default: auto"),
};

const MECHANISM_FIELDS: Described<MechanismState> = {
  lastUpdate: u64s(BLOCK),
  weights: sparseRows("any scale: a row is normalised"),
  bonds: sparseRows(PROPORTION),
  commitBlocks: u64s(`${BLOCK}, 2^64-1: no commit`),
};

const PREVIOUS_CONSENSUS = u16s(`${PROPORTION}, default: none`);

const BUDGET_FIELDS = {
  minerBudget: u64(RAO),
  localDividendBudget: u64(RAO),
  rootBudget: u64(RAO),
  emissionSplit: optional(u16s(PROPORTION)),
};

export const STATE_FIELDS: Described<SubnetState> = {
  ...SHARED_FIELDS,
  ...YUMA_FIELDS,
  ...MECHANISM_FIELDS,
  previousConsensus: PREVIOUS_CONSENSUS,
  raoEmission: u64(RAO),
};

const YUMA_SUBNET_FIELDS: Described<YumaSubnetState> = {
  epochConsensus: choice(["yuma"]),
  ...SHARED_FIELDS,
  ...YUMA_FIELDS,
  ...BUDGET_FIELDS,
  mechanisms: mechanismsOf({ ...MECHANISM_FIELDS, previousConsensus: PREVIOUS_CONSENSUS }),
};

const NULL_SUBNET_FIELDS: Described<NullSubnetState> = {
  epochConsensus: choice(["null"]),
  ...SHARED_FIELDS,
  ...BUDGET_FIELDS,
  mechanisms: mechanismsOf(MECHANISM_FIELDS),
};

/** What each form of a state is made of. */
export const FORMS = { state: STATE_FIELDS, yumaSubnet: YUMA_SUBNET_FIELDS, nullSubnet: NULL_SUBNET_FIELDS };

type Reading = "fromJson" | "check";

/** @throws EpochInputError where it has no fields by name */
export function record(value: unknown, path: string): Record<string, unknown> {
  if (typeof value !== "object" || value === null || isRevoked(value) || isArray(value) || ArrayBuffer.isView(value)) {
    throw new EpochInputError(path, "an object", value);
  }
  return value as Record<string, unknown>;
}

/** Where a field is whose name is ours, and needs no quotes. */
function within(path: string): (name: string) => string {
  return path === "" ? (name) => name : (name) => `${path}.${name}`;
}

/** The one field that is not read: a remark on the input. */
const REMARK = "tag";

/**
 * What is in each field of an object, in the order of `fields`, read once; all that is checked is that none is missing
 * and that there are no others: a name that is not a field is refused rather than ignored.
 */
function takeFields<T>(fields: Fields<T>, value: unknown, path: string): unknown[] {
  const from = record(value, path);
  const names = Object.keys(fields);
  for (const name of Object.keys(from)) {
    if (!Object.hasOwn(fields, name) && name !== REMARK) throw unknownName(fieldPath(path, name), `one of the fields ${names.join(", ")}`, name, names);
  }
  const at = within(path);
  const taken = names.map((name) => {
    const { take } = fields[name as keyof T] as Kind<unknown>;
    return take === undefined ? from[name] : take(from[name], at(name));
  });
  const missing = names.filter((name, i) => taken[i] === undefined && !Object.hasOwn(DEFAULTS, name));
  if (missing.length > 1) {
    const listed = missing.map((name) => ((fields[name as keyof T] as Kind<unknown>).nullable ? `${name} (or null)` : name));
    throw new EpochInputError(at(missing[0]!), `the fields ${listed.join(", ")}`, undefined);
  }
  return taken;
}

/**
 * Reads the fields of an object, and checks each.
 * `n`, the number of uids, is a field of the object itself unless given.
 */
export function readFields<T>(fields: Fields<T>, value: unknown, path: string, reading: Reading, n?: number): Required<T> {
  const taken = takeFields(fields, value, path);
  const names = Object.keys(fields);
  const at = within(path);
  const uids = n ?? uidCount[reading](taken[names.indexOf("n")], at("n"), 0);
  const result: Record<string, unknown> = {};
  names.forEach((name, i) => {
    const kind = fields[name as keyof T] as Kind<unknown>;
    const field = taken[i];
    result[name] =
      field === undefined && Object.hasOwn(DEFAULTS, name)
        ? DEFAULTS[name as keyof typeof DEFAULTS]
        : kind[reading](field, at(name), uids);
  });
  return result as Required<T>;
}

/** An object of its own among other fields. */
export function recordOf<T>(fields: Fields<T>): Kind<Required<T>> {
  return {
    fromJson: (value, path, n) => readFields(fields, value, path, "fromJson", n),
    check: (value, path, n) => readFields(fields, value, path, "check", n),
  };
}

/** A mechanism's id is a u8. */
const MAX_MECHANISMS = 256;

function mechanismsOf<T>(fields: Described<T>): Quantity<Required<T>[]> {
  const reader = (reading: Reading) => (value: unknown, path: string, n: number) => {
    if (!isArray(value) || value.length === 0 || value.length > MAX_MECHANISMS) {
      throw new EpochInputError(path, `an array of 1 to ${MAX_MECHANISMS}`, value);
    }
    return mapped(value, (item, i) => readFields(fields, item, `${path}[${i}]`, reading, n));
  };
  const kind: Kind<Required<T>[]> = {
    fromJson: reader("fromJson"),
    check: reader("check"),
    take(value, path) {
      if (!isArray(value) || value.length > MAX_MECHANISMS) return value;
      const names = Object.keys(fields);
      return mapped(value, (mechanism, i) => {
        const taken = takeFields(fields, mechanism, `${path}[${i}]`);
        return Object.fromEntries(names.map((name, k) => [name, taken[k]]));
      });
    },
  };
  return { ...quantity(kind, "list of object", ""), fields };
}

const CONSENSUS = ["yuma", "null"] as const;

function readSubnet(value: unknown, reading: Reading): CheckedSubnetState {
  const consensus = record(value, "")["epochConsensus"];
  if (consensus === undefined) {
    const expected = `one of ${CONSENSUS.join(", ")} (a state of one mechanism has none, and is for fromJson and epoch)`;
    throw new EpochInputError("epochConsensus", expected, consensus);
  }
  oneOf(CONSENSUS)[reading](consensus, "epochConsensus", 0);
  if (consensus === "yuma") return readFields(YUMA_SUBNET_FIELDS, value, "", reading) as CheckedYumaSubnetState;
  const state = readFields(NULL_SUBNET_FIELDS, value, "", reading) as CheckedNullState;
  if (!RULE_SETS[state.ruleSet].nullConsensus) {
    const having = RULE_SET_IDS.filter((id) => RULE_SETS[id].nullConsensus).join(", ");
    throw new EpochInputError("ruleSet", `a rule set with Null consensus (${having})`, state.ruleSet);
  }
  return state;
}

/** Reads a state of one mechanism. A subnet's own form is no mistyped field. */
function readState(value: unknown, path: string, reading: Reading): CheckedState {
  for (const name of ["epochConsensus", "mechanisms"]) {
    if (!(name in record(value, path))) continue;
    const expected = "a state of one mechanism (a subnet's is for subnetFromJson and subnetEpoch, or yuma eval with subnet_epoch)";
    throw new EpochInputError(fieldPath(path, name), expected, name);
  }
  return readFields(STATE_FIELDS, value, path, reading) as CheckedState;
}

/**
 * A state of typed arrays, checked and with defaults filled in. The arrays are not copied, but where other threads can
 * write to them.
 * @param path where the state stands among others, in front of the field that an error names
 * @throws EpochInputError
 */
export function checkState(state: SubnetState, path = ""): CheckedState {
  return readState(state, path, "check");
}

/** @throws EpochInputError */
export function checkSubnetState(state: SubnetEpochState): CheckedSubnetState {
  return readSubnet(state, "check");
}

/** Objects that are what is in them; a Map or a signal in the place of options would be ignored. */
const PLAIN = /^\[object (Object|Module)\]$/;

/**
 * The options that are given, each read once.
 * @param path what an error calls them
 * @throws EpochInputError where one is not among those a call has, or not of its kind
 */
export function checkOptions<O extends object>(options: O, kinds: { readonly [K in keyof O]-?: Pick<Kind<O[K]>, "check"> }, path = "options"): O {
  const from = record(options, path);
  if (!PLAIN.test(Object.prototype.toString.call(from))) throw new EpochInputError(path, "an object", options);
  const names = Object.keys(kinds);
  for (const name of Object.keys(from)) {
    if (!Object.hasOwn(kinds, name)) throw unknownName(fieldPath(path, name), `one of the options ${names.join(", ")}`, name, names);
  }
  const checked: Record<string, unknown> = {};
  for (const name of names) {
    const value = from[name];
    if (value !== undefined) checked[name] = kinds[name as keyof O].check(value, `${path}.${name}`, 0);
  }
  return checked as O;
}

/**
 * A state from its JSON form: text, the bytes of a file (UTF-8, or UTF-16 with a byte order mark), or what is already
 * parsed. A number in a text that is not the integer it becomes, and a key that comes twice, are refused.
 * @throws MalformedJsonError where it is not JSON
 * @throws EpochInputError where it is not a state
 */
export function fromJson(json: unknown): SubnetState {
  return readState(parseJson(json), "", "fromJson");
}

/** A subnet with its mechanisms, from JSON as `fromJson` takes it. @throws MalformedJsonError, EpochInputError */
export function subnetFromJson(json: unknown): SubnetEpochState {
  return readSubnet(parseJson(json), "fromJson");
}
