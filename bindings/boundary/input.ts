/**
 * The boundary: what a state is made of, and every check of it. Behind it the kernels are total and never throw.
 */
import { isArray, isRevoked, mapped } from "../values/arrays.js";
import { EpochInputError } from "../errors.js";
import { parseJson } from "../text/json.js";
import { oneOf, uidCount, type Kind } from "./kinds.js";
import { unknownName } from "../text/nearest.js";
import {
  boolean,
  choice,
  flags,
  optional,
  quantity,
  recordWire,
  signedOrPlain,
  sparseRows,
  u16,
  u16s,
  u64,
  u64s,
  uids,
  withDefault,
  type Described,
  type Quantity,
} from "./quantities.js";
import { UNREAD, readers } from "../ruleSets/fields.js";
import { NEWEST_RULE_SET, RULE_SETS, RULE_SET_IDS } from "../ruleSets/ruleSets.js";
import { fieldPath } from "../text/show.js";
import type {
  HistoricSubnetEpochState,
  HistoricSubnetState,
  LiquidAlphaConsensusMode,
  MechanismState,
  NullSubnetState,
  SharedState,
  RuleSet,
  SubnetEpochState,
  SubnetState,
  YumaSubnetState,
} from "../types.js";

export type Fields<T> = { readonly [K in keyof T]-?: Kind<NonNullable<T[K]>> | Kind<T[K]> };

/** A state that passed the boundary, defaults filled in. */
export type CheckedState = Required<Omit<SubnetState, "stake">> & Pick<SubnetState, "stake">;
/** What every kind of epoch reads. */
export type CheckedSharedState = Required<SharedState>;
export type CheckedNullState = Required<NullSubnetState>;
type CheckedYumaSubnetState = Required<Omit<YumaSubnetState, "mechanisms">> & {
  mechanisms: Required<YumaSubnetState["mechanisms"][number]>[];
};
export type CheckedSubnetState = CheckedYumaSubnetState | CheckedNullState;

/** In the order in which the kernels number them. */
export const LIQUID_ALPHA_CONSENSUS_MODES: readonly LiquidAlphaConsensusMode[] = ["current", "previous", "auto"];

const RAO = "rao";
const BLOCK = "block number";
const PROPORTION = "fraction of 65535";

const SHARED_FIELDS = {
  ruleSet: withDefault(choice(RULE_SET_IDS, "default: the newest", { as: "spec" }), NEWEST_RULE_SET),
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

/** The steepness is a u16 under spec-273 and an i16 later, which is asked once the rule set is known. @throws EpochInputError */
export function refuseSteepness(
  { ruleSet, alphaSigmoidSteepness: given }: Pick<CheckedState, "ruleSet" | "alphaSigmoidSteepness">,
  path: string,
): void {
  const { yuma3, steepnessInHundredths } = RULE_SETS[ruleSet];
  const plain = !steepnessInHundredths;
  if (!yuma3 || (plain ? given >= 0 : given <= 32_767)) return;
  throw new EpochInputError(within(path)("alphaSigmoidSteepness"), plain ? "a u16 (under spec-273)" : "an i16", given);
}

const YUMA_FIELDS = {
  tempo: u16("blocks"),
  lastMechanismStepBlock: u64(`${BLOCK}, 0: never`),
  lastYumaStepBlock: withDefault(optional(u64(`${BLOCK}, default: null`)), null),
  validatorPermits: flags(),
  maxAllowedValidators: u16(),
  kappa: u16(PROPORTION),
  bondsPenalty: u16(PROPORTION),
  bondsMovingAverage: u64("parts per million"),
  yuma3: boolean(),
  liquidAlpha: boolean(),
  alphaSigmoidSteepness: signedOrPlain("hundredths; under spec-273 a u16, plain"),
  alphaLow: u16(PROPORTION),
  alphaHigh: u16(PROPORTION),
  liquidAlphaConsensusMode: withDefault(choice(LIQUID_ALPHA_CONSENSUS_MODES, "default: auto"), "auto"),
};

const MECHANISM_FIELDS: Described<MechanismState> = {
  lastUpdate: u64s(BLOCK),
  weights: sparseRows("any scale: a row is normalised"),
  bonds: sparseRows(PROPORTION),
  commitBlocks: u64s(`${BLOCK}, 2^64-1: no commit`),
};

const PREVIOUS_CONSENSUS = withDefault(u16s(`${PROPORTION}, default: none`), new Uint16Array(0));

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
  stake: { ...u64s(`${RAO}, in place of alphaStake and taoStake`), optional: true },
  previousConsensus: PREVIOUS_CONSENSUS,
  raoEmission: u64(RAO),
};

const YUMA_SUBNET_FIELDS: Described<YumaSubnetState> = {
  epochConsensus: choice(["yuma"], "", { as: "constant", value: "yuma" }),
  ...SHARED_FIELDS,
  ...YUMA_FIELDS,
  ...BUDGET_FIELDS,
  mechanisms: mechanismsOf({ ...MECHANISM_FIELDS, previousConsensus: PREVIOUS_CONSENSUS }),
};

const NULL_SUBNET_FIELDS: Described<NullSubnetState> = {
  epochConsensus: choice(["null"], "", { as: "constant", value: "null" }),
  ...SHARED_FIELDS,
  ...BUDGET_FIELDS,
  mechanisms: mechanismsOf(MECHANISM_FIELDS),
};

/** What each form of a state is made of. */
export const FORMS = { state: STATE_FIELDS, yumaSubnet: YUMA_SUBNET_FIELDS, nullSubnet: NULL_SUBNET_FIELDS };

/** `fit`: for a message to the modules, which check what is in it. */
type Reading = "fromJson" | "check" | "fit";

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

/** Where a state comes from, as `yuma snapshot` writes it: from JSON it is kept, and nothing of it is read. */
const PROVENANCE = "provenance";

/** The names that every object may have beside its fields, and of which nothing is read; `$schema` is for an editor. */
export const REMARKS = ["$schema", "tag", PROVENANCE] as const;

function readerOf<T>(kind: Kind<T>, reading: Reading): Kind<T>["check"] {
  return reading === "fit" ? (kind.fit ?? kind.check) : kind[reading];
}

/** The fields that count for nothing, each with what stands in its place for so many uids. */
type Unread = ReadonlyMap<string, (n: number) => unknown>;

const ALL_READ: Unread = new Map();

/** The fields of an object as they are gone through, looked up once: states are read by the thousand. */
interface Plan {
  readonly names: readonly string[];
  readonly kinds: readonly Kind<unknown>[];
  /** where a name stands among them */
  readonly places: ReadonlyMap<string, number>;
  /** whether a field may be absent */
  readonly absents: readonly boolean[];
  readonly readers: Readonly<Record<Reading, readonly Kind<unknown>["check"][]>>;
  /** what stands in the place of each field that counts for nothing */
  readonly ignored: Map<Unread, readonly (((n: number) => unknown) | undefined)[]>;
  /** the names of the last object that had no others: most have the same ones in the same order */
  had: readonly string[];
}

const PLANS = /* @__PURE__ */ new WeakMap<object, Plan>();

function planOf<T>(fields: Fields<T>): Plan {
  const made = PLANS.get(fields);
  if (made !== undefined) return made;
  const names = Object.keys(fields);
  const kinds = Object.values<Kind<unknown>>(fields as never);
  const readers = (reading: Reading) => kinds.map((kind) => readerOf(kind, reading));
  const plan: Plan = {
    names,
    kinds,
    places: new Map(names.map((name, i) => [name, i])),
    absents: kinds.map((kind) => "absent" in kind),
    readers: { fromJson: readers("fromJson"), check: readers("check"), fit: readers("fit") },
    ignored: new Map(),
    had: names,
  };
  PLANS.set(fields, plan);
  return plan;
}

function ignoredBy({ names, ignored }: Plan, unread: Unread): readonly (((n: number) => unknown) | undefined)[] {
  const made = ignored.get(unread) ?? names.map((name) => unread.get(name));
  ignored.set(unread, made);
  return made;
}

/** A name that is not a field is refused rather than ignored. */
function refuseOtherNames(plan: Plan, from: object, path: string): void {
  const given = Object.keys(from);
  if (areEqual(given, plan.had)) return;
  for (const name of given) {
    if (!plan.places.has(name) && !(REMARKS as readonly string[]).includes(name))
      throw unknownName(fieldPath(path, name), `one of the fields ${plan.names.join(", ")}`, name, plan.names);
  }
  plan.had = given;
}

function areEqual(one: readonly string[], other: readonly string[]): boolean {
  if (one.length !== other.length) return false;
  for (let i = 0; i < one.length; i++) if (one[i] !== other[i]) return false;
  return true;
}

/**
 * What is in each field of an object, in the order of the fields, read once; all that is checked is that none is missing
 * and that there are no others.
 */
function takeFields(
  plan: Plan,
  value: unknown,
  path: string,
  unreadBy: (ruleSet: unknown) => Unread,
): { taken: unknown[]; ignored: ReturnType<typeof ignoredBy> } {
  const { names, kinds, places, absents } = plan;
  const from = record(value, path);
  refuseOtherNames(plan, from, path);
  const at = within(path);
  const taken = names.map((name, i) => {
    const { take } = kinds[i]!;
    return take === undefined ? from[name] : take(from[name], at(name));
  });
  const ignored = ignoredBy(plan, unreadBy(taken[places.get("ruleSet")!]));
  const missing = names.filter((_, i) => taken[i] === undefined && !absents[i] && ignored[i] === undefined);
  if (missing.length > 1 || (unreadBy !== allRead && missing.some((name) => readers(name) !== ""))) {
    const listed = missing.map((name) =>
      [name, ...notesOn(kinds[places.get(name)!]!, unreadBy === allRead ? "" : readers(name))].join(" "),
    );
    throw new EpochInputError(at(missing[0]!), `the field${missing.length > 1 ? "s" : ""} ${listed.join(", ")}`, undefined);
  }
  return { taken, ignored };
}

function notesOn({ nullable: mayBeNull }: Kind<unknown>, readBy: string): string[] {
  const notes = [...(mayBeNull ? ["or null"] : []), ...(readBy === "" ? [] : [readBy])];
  return notes.length === 0 ? [] : [`(${notes.join("; ")})`];
}

function allRead(): Unread {
  return ALL_READ;
}

/** By its rule set, which is checked with the other fields. */
function unreadByRuleSet(ruleSet: unknown): Unread {
  return typeof ruleSet === "string" && Object.hasOwn(UNREAD, ruleSet) ? UNREAD[ruleSet as RuleSet] : UNREAD[NEWEST_RULE_SET];
}

/**
 * Reads the fields of an object, in their order, and checks each; undefined is what is left out. What the rule set does not
 * read counts for nothing, unless it is kept for another rule set to read, as all that JSON says is.
 * `n`, the number of uids, is a field of the object itself unless given.
 */
function readValues(
  plan: Plan,
  value: unknown,
  path: string,
  reading: Reading,
  n: number | undefined,
  unreadBy: (ruleSet: unknown) => Unread,
  keepsUnread: boolean,
): unknown[] {
  const { taken, ignored } = takeFields(plan, value, path, unreadBy);
  const { names, kinds, places, absents } = plan;
  const readers = plan.readers[reading];
  const at = within(path);
  const uids = n ?? readerOf(uidCount, reading)(taken[places.get("n")!], at("n"), 0);
  return names.map((name, i) => {
    const kind = kinds[i]!;
    const field = taken[i];
    const counted = ignored[i];
    const isMeant = field !== undefined || (counted === undefined && !absents[i]);
    const read = isMeant ? readers[i]!(field, at(name), uids) : kind.absent;
    if (counted === undefined || (keepsUnread && read !== undefined)) return read;
    return kind.optional ? undefined : counted(uids);
  });
}

/** The same by their names. */
export function readFields<T>(
  fields: Fields<T>,
  value: unknown,
  path: string,
  reading: Reading,
  n?: number,
  unreadBy: (ruleSet: unknown) => Unread = allRead,
  keepsUnread = reading === "fromJson",
): Required<T> {
  const plan = planOf(fields);
  return byName<T>(plan.names, readValues(plan, value, path, reading, n, unreadBy, keepsUnread));
}

function byName<T>(names: readonly string[], values: readonly unknown[]): Required<T> {
  const result: Record<string, unknown> = {};
  for (let i = 0; i < names.length; i++) if (values[i] !== undefined) result[names[i]!] = values[i];
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
    fit: reader("fit"),
    take(value, path) {
      if (!isArray(value) || value.length > MAX_MECHANISMS) return value;
      const plan = planOf(fields);
      return mapped(value, (mechanism, i) => {
        const { taken } = takeFields(plan, mechanism, `${path}[${i}]`, allRead);
        return Object.fromEntries(plan.names.map((name, k) => [name, taken[k]]));
      });
    },
  };
  return { ...quantity(kind, "list of object", "", { as: "list", of: recordWire(fields) }), fields };
}

const CONSENSUS = ["yuma", "null"] as const;

function readYumaSubnet(value: unknown, reading: Reading): CheckedYumaSubnetState {
  const state = readFields(YUMA_SUBNET_FIELDS, value, "", reading, undefined, unreadByRuleSet) as CheckedYumaSubnetState;
  if (reading !== "fit") refuseMeaning(state);
  return state;
}

function refuseWithout(rule: "mechanisms" | "nullConsensus", what: string, ruleSet: RuleSet): void {
  if (RULE_SETS[ruleSet][rule]) return;
  const having = RULE_SET_IDS.filter((id) => RULE_SETS[id][rule]).join(", ");
  throw new EpochInputError("ruleSet", `a rule set with ${what} (${having})`, ruleSet);
}

/** What is wrong in a state of fields that are each of their kind. @throws EpochInputError */
export function refuseMeaning(state: CheckedState | CheckedSubnetState, path = ""): void {
  if ("epochConsensus" in state && state.epochConsensus === "null") {
    refuseWithout("nullConsensus", "Null consensus", state.ruleSet);
  } else {
    if ("epochConsensus" in state) refuseWithout("mechanisms", "several mechanisms", state.ruleSet);
    refuseSteepness(state, path);
  }
}

function readSubnet(value: unknown, reading: Reading): CheckedSubnetState {
  const consensus = record(value, "")["epochConsensus"];
  if (consensus === undefined) {
    const expected = `one of ${CONSENSUS.join(", ")} (a state of one mechanism has none, and is for fromJson and epoch)`;
    throw new EpochInputError("epochConsensus", expected, consensus);
  }
  readerOf(oneOf(CONSENSUS), reading)(consensus, "epochConsensus", 0);
  if (consensus === "yuma") return readYumaSubnet(value, reading);
  const state = readFields(NULL_SUBNET_FIELDS, value, "", reading) as CheckedNullState;
  if (reading !== "fit") refuseMeaning(state);
  return state;
}

/** A subnet's own form is no mistyped field. */
function refuseSubnet(value: unknown, path: string): void {
  for (const name of ["epochConsensus", "mechanisms"]) {
    if (!(name in record(value, path))) continue;
    const expected = "a state of one mechanism (a subnet's is for subnetFromJson and subnetEpoch, or yuma eval with subnet_epoch)";
    throw new EpochInputError(fieldPath(path, name), expected, name);
  }
}

/** Reads a state of one mechanism. */
function readState(value: unknown, path: string, reading: "fromJson" | "check", keepsUnread?: boolean): CheckedState {
  refuseSubnet(value, path);
  const state = readFields(STATE_FIELDS, value, path, reading, undefined, unreadByRuleSet, keepsUnread) as CheckedState;
  refuseSteepness(state, path);
  return state;
}

/**
 * A state of typed arrays, checked and with defaults filled in. The arrays are not copied, but where other threads can
 * write to them.
 * @param path where the state stands among others, in front of the field that an error names
 * @throws EpochInputError
 */
export function checkState(state: SubnetState | HistoricSubnetState, path = ""): CheckedState {
  return readState(state, path, "check");
}

/**
 * The same for whoever hands the state on: what its rule set does not read stays, as another one may read it.
 * @throws EpochInputError
 */
export function checkStateToKeep(state: SubnetState | HistoricSubnetState): CheckedState {
  return readState(state, "", "check", true);
}

/** The fields of a state in their order, which fit into a message, to be copied into one at once. */
export type FittedState = readonly unknown[];

/** What fits into a message, which the module checks further. @throws EpochInputError */
export function fitState(state: SubnetState | HistoricSubnetState): FittedState {
  refuseSubnet(state, "");
  return readValues(planOf(STATE_FIELDS), state, "", "fit", undefined, unreadByRuleSet, false);
}

/** The same by their names. */
export function fittedByName(state: FittedState): CheckedState {
  return byName<SubnetState>(planOf(STATE_FIELDS).names, state) as CheckedState;
}

/** @throws EpochInputError */
export function fitSubnetState(state: SubnetEpochState | HistoricSubnetEpochState): CheckedSubnetState {
  return readSubnet(state, "fit");
}

/** @throws EpochInputError */
export function checkSubnetState(state: SubnetEpochState | HistoricSubnetEpochState): CheckedSubnetState {
  return readSubnet(state, "check");
}

/** Objects that are what is in them; a Map or a signal in the place of options or changes would be ignored. */
const PLAIN = /^\[object (Object|Module)\]$/;

/** @throws EpochInputError */
export function plainRecord(value: unknown, path: string): Record<string, unknown> {
  const from = record(value, path);
  if (!PLAIN.test(Object.prototype.toString.call(from))) throw new EpochInputError(path, "an object", value);
  return from;
}

/**
 * The options that are given, each read once.
 * @param path what an error calls them
 * @throws EpochInputError where one is not among those a call has, or not of its kind
 */
export function checkOptions<O extends object>(
  options: O,
  kinds: { readonly [K in keyof O]-?: Pick<Kind<O[K]>, "check"> },
  path = "options",
): O {
  const from = plainRecord(options, path);
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
  const parsed = parseJson(json);
  return withProvenance(readState(parsed, "", "fromJson"), parsed);
}

/** A subnet with its mechanisms, from JSON as `fromJson` takes it. @throws MalformedJsonError, EpochInputError */
export function subnetFromJson(json: unknown): SubnetEpochState {
  const parsed = parseJson(json);
  return withProvenance(readSubnet(parsed, "fromJson"), parsed);
}

function withProvenance<T extends object>(state: T, json: unknown): T {
  const provenance = record(json, "")[PROVENANCE];
  return provenance === undefined ? state : { ...state, provenance };
}
