import type { CheckedState } from "../boundary/input.js";
import { NO_COMMIT } from "../values/constants.js";
import type { StoredRows } from "../types.js";

/** A part of the state that is not what it was. */
export interface Cause {
  /** "own stake", "weights of uid 7", "others' permit", "blocks", "kappa", ...: unique among the causes of a comparison */
  name: string;
  /** the fields of the state that it is made of */
  fields: (keyof CheckedState)[];
  /** of a single number or switch; null for vectors, rows and several fields */
  before: bigint | number | string | boolean | null;
  after: bigint | number | string | boolean | null;
}

/** The state once this cause and all those before it are as in the later state, everything else as in the earlier. */
export interface Step {
  cause: Cause;
  state: CheckedState;
}

type Field = keyof CheckedState;
type PerUid = "alphaStake" | "taoStake" | "validatorPermits" | "weights" | "lastUpdate" | "commitBlocks" | "bonds" | "blockAtRegistration";

/**
 * In the order in which they move. What a uid set comes before the blocks that pass, so that nobody is inactive on the
 * way who is active at both ends; registrations come after both, so that they mask what was not set anew.
 */
const PARTS: readonly { what: string; perUid?: readonly PerUid[]; fields?: readonly Field[] }[] = [
  { what: "stake", perUid: ["alphaStake", "taoStake"] },
  { what: "permit", perUid: ["validatorPermits"] },
  { what: "weights", perUid: ["weights", "lastUpdate", "commitBlocks"] },
  { what: "stored bonds", perUid: ["bonds"] },
  { what: "stored consensus", fields: ["previousConsensus"] },
  { what: "blocks", fields: ["currentBlock", "lastMechanismStepBlock", "lastYumaStepBlock"] },
  { what: "registration", perUid: ["blockAtRegistration"] },
];

const NAMED = new Set<string>(["n", ...PARTS.flatMap(({ perUid, fields }) => perUid ?? fields!)]);

/** Entries of all epochs together up to which every other uid is a cause of its own; a second or two. */
const MOST_ENTRIES = 20_000_000;

/**
 * From one state to another, one named part after the other: uids that came or went; by uid, its own first, stakes,
 * permits, weights, stored bonds; the stored consensus and the blocks; registrations; then every hyperparameter, the
 * rule set and the emission, each on its own. Parts that are equal are left out. The last step's state is `after`.
 */
export function* transition(before: CheckedState, after: CheckedState, uid: number): Generator<Step> {
  let state = before;
  if (before.n !== after.n) {
    state = resized(before, after);
    yield { cause: { name: before.n < after.n ? "uids added" : "uids removed", fields: ["n"], before: before.n, after: after.n }, state };
  }
  for (const { what, perUid, fields } of PARTS) {
    const steps = perUid === undefined ? wholeFields(state, after, what, fields!) : byUid(state, after, uid, what, perUid);
    for (const step of steps) {
      yield step;
      state = step.state;
    }
  }
  for (const field of (Object.keys(after) as Field[]).filter((name) => !NAMED.has(name))) {
    if (state[field] === after[field]) continue;
    state = { ...state, [field]: after[field] };
    yield {
      cause: { name: field, fields: [field], before: before[field] as Cause["before"], after: after[field] as Cause["after"] },
      state,
    };
  }
}

function* wholeFields(from: CheckedState, to: CheckedState, what: string, fields: readonly Field[]): Generator<Step> {
  const changed = fields.filter((field) => !equal(from[field], to[field]));
  if (changed.length === 0) return;
  const moved = Object.fromEntries(changed.map((field) => [field, to[field]]));
  yield { cause: { name: what, fields: changed, before: null, after: null }, state: { ...from, ...moved } };
}

function equal(a: unknown, b: unknown): boolean {
  if (!ArrayBuffer.isView(a) || !ArrayBuffer.isView(b)) return a === b;
  const [one, other] = [a, b] as unknown as [ArrayLike<unknown>, ArrayLike<unknown>];
  return one.length === other.length && Array.prototype.every.call(one, (value, i) => value === other[i]);
}

/** Its own part, those of others that count, and those of all who are left together. */
function* byUid(from: CheckedState, to: CheckedState, uid: number, what: string, fields: readonly PerUid[]): Generator<Step> {
  let state = from;
  const changed = Array.from({ length: to.n }, (_, i) => i).filter((i) => fields.some((field) => differs(from[field], to[field], i)));
  const others = changed.filter((i) => i !== uid);
  const counting = what === "registration" ? others : others.filter((i) => isValidator(from, i) || isValidator(to, i));
  const alone = counting.length * (to.n + to.weights.uids.length + to.bonds.uids.length) <= MOST_ENTRIES ? counting : [];
  const listed = new Set(alone);
  const together = others.filter((i) => !listed.has(i));
  const groups: [string, number[]][] = [
    [`own ${what}`, changed.filter((i) => i === uid)],
    ...alone.map((i): [string, number[]] => [`${what} of uid ${i}`, [i]]),
    [`others' ${what}`, together],
  ];
  for (const [name, uids] of groups) {
    if (uids.length === 0) continue;
    const moved = fields.filter((field) => uids.some((i) => differs(state[field], to[field], i)));
    state = { ...state, ...Object.fromEntries(moved.map((field) => [field, mixed(state[field], to[field], new Set(uids))])) };
    yield { cause: { name, fields: moved, before: null, after: null }, state };
  }
}

/** Whether its weights count. */
export function isValidator({ validatorPermits, ownerUid }: CheckedState, uid: number): boolean {
  return validatorPermits[uid] === 1 || uid === ownerUid;
}

type Column = CheckedState[PerUid];

function isRows(column: Column): column is StoredRows {
  return "starts" in column;
}

function differs(from: Column, to: Column, uid: number): boolean {
  if (!isRows(from) || !isRows(to)) return (from as Uint8Array)[uid] !== (to as Uint8Array)[uid];
  const [start, length] = [from.starts[uid]!, from.starts[uid + 1]! - from.starts[uid]!];
  const other = to.starts[uid]!;
  if (length !== to.starts[uid + 1]! - other) return true;
  for (let k = 0; k < length; k++) {
    if (from.uids[start + k] !== to.uids[other + k] || from.values[start + k] !== to.values[other + k]) return true;
  }
  return false;
}

function mixed(from: Column, to: Column, uids: ReadonlySet<number>): Column {
  if (isRows(from) && isRows(to)) return rowsFrom(from.starts.length - 1, (uid) => (uids.has(uid) ? to : from));
  const copy = (from as BigUint64Array).slice();
  for (const uid of uids) copy[uid] = (to as BigUint64Array)[uid]!;
  return copy;
}

/** Rows taken from several, by uid. */
function rowsFrom(n: number, source: (uid: number) => StoredRows): StoredRows {
  const starts = new Uint32Array(n + 1);
  for (let uid = 0; uid < n; uid++) starts[uid + 1] = starts[uid]! + source(uid).starts[uid + 1]! - source(uid).starts[uid]!;
  const rows = { starts, uids: new Uint16Array(starts[n]!), values: new Uint16Array(starts[n]!) };
  for (let uid = 0; uid < n; uid++) {
    const { starts: from, uids, values } = source(uid);
    rows.uids.set(uids.subarray(from[uid], from[uid + 1]), starts[uid]);
    rows.values.set(values.subarray(from[uid], from[uid + 1]), starts[uid]);
  }
  return rows;
}

/** With as many uids as the later state: those that came have their registration and nothing else yet. */
function resized(state: CheckedState, { n, blockAtRegistration }: CheckedState): CheckedState {
  const empty: StoredRows = { starts: new Uint32Array(n + 1), uids: new Uint16Array(0), values: new Uint16Array(0) };
  const rows = (stored: StoredRows) => rowsFrom(n, (uid) => (uid < state.n ? stored : empty));
  const u64s = (values: BigUint64Array, fill: BigUint64Array) => {
    const list = fill.slice();
    list.set(values.subarray(0, n));
    return list;
  };
  const permits = new Uint8Array(n);
  permits.set(state.validatorPermits.subarray(0, n));
  return {
    ...state,
    n,
    blockAtRegistration: u64s(state.blockAtRegistration, blockAtRegistration),
    lastUpdate: u64s(state.lastUpdate, blockAtRegistration),
    alphaStake: u64s(state.alphaStake, new BigUint64Array(n)),
    taoStake: u64s(state.taoStake, new BigUint64Array(n)),
    validatorPermits: permits,
    commitBlocks: u64s(state.commitBlocks, new BigUint64Array(n).fill(NO_COMMIT)),
    weights: rows(state.weights),
    bonds: rows(state.bonds),
  };
}
