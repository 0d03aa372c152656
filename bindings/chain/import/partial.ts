import { checkOptions } from "../../boundary/input.js";
import { u64 } from "../../boundary/kinds.js";
import type { StoredRows } from "../../types.js";
import { isDivisible } from "../amount.js";
import type { ImportedFile } from "./draft.js";
import { checkImported } from "./ownForm.js";

/** One uid whose stored value lies outside what the others allow; amounts are rao, everything else u16 over 65535. */
export interface PartialDifference {
  uid: number;
  stored: bigint;
  /** what it may be, both inclusive */
  least: bigint;
  most: bigint;
}

/** What a file may be checked against itself in. docs/guides/import.md */
export type PartialCheckName = "dividends" | "validator trust" | "emission" | "amount" | "permits";

/** What is stored in a file, against what else is stored in it. */
export interface PartialCheck {
  name: PartialCheckName;
  status: "equal" | "different" | "not comparable";
  /** whether a difference can only come from the epoch, or also from what changed until the file's block or from what the file lacks */
  exact: boolean;
  /** why it is not comparable, or what else a difference may come from */
  why: string;
  /** how many uids were compared, and how many were not */
  compared: number;
  left: number;
  /** how many of those compared could have been one value only */
  single: number;
  /** how many differ, and the first ten of them */
  different: number;
  uids: PartialDifference[];
}

/** What a file still says of the epoch before it. */
export interface PartialReplay {
  checks: PartialCheck[];
  /** what the epoch can have given out in all, rao, the first hundred; null where the file does not say */
  rao: { candidates: bigint[]; least: bigint; most: bigint } | null;
  verdict: "equal" | "different" | "not exact" | "nothing compared";
}

/** What a file does not say of the epoch. */
export interface PartialOptions {
  /** the block of the last epoch, where the file does not say it */
  lastEpoch?: bigint | undefined;
}

/**
 * What a file that lacks the epoch's input still says of the epoch: dividends come from stored bonds and incentive, validator trust from
 * weights and consensus, emission from both, permits from stakes. Stored numbers are truncated, so each of these is compared with the
 * least and the most that it can have been. @throws EpochInputError
 */
export function partialReplay(file: ImportedFile, options: PartialOptions = {}): PartialReplay {
  const imported = checkImported(file);
  const { lastEpoch = imported.lastEpoch } = checkOptions<PartialOptions>(options, { lastEpoch: u64 });
  const emission = emissionCheck(imported);
  const checks = [dividendsCheck(imported), trustCheck(imported, lastEpoch), emission.check, emission.amount, permitsCheck(imported)];
  const worst = checks.filter(({ status }) => status === "different");
  const compared = checks.some(({ status }) => status === "equal");
  const verdict = worst.some(({ exact }) => exact) ? "different" : worst.length > 0 ? "not exact" : compared ? "equal" : "nothing compared";
  return { checks, rao: emission.rao, verdict };
}

const U16_MAX = 65_535;

/**
 * What the chain's steps of 32 fraction bits lose, one after another, of a sum over n uids. The bounds themselves are doubles, of 53 bits:
 * what those lose is far below.
 */
function slackOf(n: number): number {
  return (4 * n + 16) / 2 ** 32;
}

/** A proportion that is stored as u16: from here, and below there; 65535 is one. */
const least = (stored: number) => stored / U16_MAX;
const most = (stored: number) => Math.min(1, (stored + 1) / U16_MAX);

/** Proportions as they would be stored. */
function storedBounds(from: number, to: number): [bigint, bigint] {
  const clamped = (value: number) => BigInt(Math.floor(Math.min(Math.max(value, 0), 1) * U16_MAX));
  return [clamped(from), clamped(to)];
}

const MOST_UIDS = 10;

class Comparison {
  private compared = 0;
  private left = 0;
  private single = 0;
  private readonly found: PartialDifference[] = [];

  constructor(private readonly name: PartialCheckName) {}

  leave(): void {
    this.left++;
  }

  compare(uid: number, stored: bigint, from: bigint, to: bigint): void {
    this.compared++;
    if (from === to) this.single++;
    if (stored < from || stored > to) this.found.push({ uid, stored, least: from, most: to });
  }

  get differs(): boolean {
    return this.found.length > 0;
  }

  /** @param doubt what a difference may come from but the epoch; empty where from nothing */
  done(doubt: string): PartialCheck {
    const { name, compared, left, single, found } = this;
    if (compared === 0) return notComparable(name, doubt === "" ? "nothing of it is in the file" : doubt);
    const status = this.differs ? "different" : "equal";
    return {
      name,
      status,
      exact: doubt === "",
      why: this.differs ? doubt : "",
      compared,
      left,
      single,
      different: found.length,
      uids: found.slice(0, MOST_UIDS),
    };
  }
}

function notComparable(name: PartialCheckName, why: string): PartialCheck {
  return { name, status: "not comparable", exact: false, why, compared: 0, left: 0, single: 0, different: 0, uids: [] };
}

function lacking(name: PartialCheckName, parts: Readonly<Record<string, unknown>>): PartialCheck | null {
  const absent = Object.keys(parts).filter((part) => parts[part] === undefined);
  return absent.length === 0 ? null : notComparable(name, `the file has no ${absent.join(", no ")}`);
}

function inexact({ notExact }: ImportedFile, ...fields: string[]): string {
  const found = notExact.find(({ field, why }) => fields.includes(field) && !why.includes("zero"));
  return found === undefined ? "" : `${found.field}: ${found.why}`;
}

/** Where zeros are left out, what is absent may be one. */
function leavesZeros({ notExact }: ImportedFile): boolean {
  return notExact.some(({ field, why }) => field === "results.bonds" && why.includes("zero"));
}

// ----------------------------------------------------------------- dividends

function dividendsCheck(imported: ImportedFile): PartialCheck {
  const { results, state } = imported;
  const { bonds, incentive, dividends } = results;
  const absent = lacking("dividends", { bonds, incentive, dividends });
  if (absent !== null || bonds === undefined || incentive === undefined || dividends === undefined) return absent!;
  const doubt = inexact(imported, "results.bonds", "results.incentive", "results.dividends");
  const n = dividends.length;
  const lost = dividends.findIndex((value, uid) => value > 0 && bonds.starts[uid] === bonds.starts[uid + 1]);
  if (lost >= 0)
    return notComparable(
      "dividends",
      `uid ${lost} earned dividends, and its bonds are not in the file: it lost its permit, or was cleared`,
    );
  if (dividends.every((value) => value === 0)) return notComparable("dividends", "nobody earned any");
  const classic = () => byBonds(n, bonds, incentive, dividends, leavesZeros(imported), null).done(doubt);
  const stake = weightedStakes(imported);
  const active = results.active;
  const ofStake =
    stake === null ? null : Array.from(stake, (value, uid) => (active === undefined || active[uid] === 1 ? Number(value) : 0));
  const withStake = () =>
    byBonds(n, bonds, incentive, dividends, leavesZeros(imported), ofStake).done(
      "stakes are the file's block's, which may have changed since the epoch",
    );
  if (state.yuma3 === false) return classic();
  if (state.yuma3 === true)
    return ofStake === null ? notComparable("dividends", "under Yuma3 they need stakes, which the file lacks") : withStake();
  const first = classic();
  if (first.status === "equal" || ofStake === null) {
    return first.status === "equal"
      ? first
      : notComparable("dividends", "they are not those of classic bonds, and the file does not say whether Yuma3 is on");
  }
  const second = withStake();
  return second.status === "equal"
    ? second
    : {
        ...first,
        exact: false,
        why: "neither under classic bonds nor under Yuma3, with the file's stakes; the file does not say which holds",
      };
}

/**
 * A row's share of a column is its bond over the column's sum, whatever the column was scaled by; a uid's part is the sum of its shares by
 * incentive, times its stake under Yuma3, and its dividends are its part of all parts. dividends.md 1, 2
 */
function byBonds(
  n: number,
  { starts, uids, values }: StoredRows,
  incentive: Uint16Array,
  dividends: Uint16Array,
  zerosLeftOut: boolean,
  stake: readonly number[] | null,
): Comparison {
  const from = new Float64Array(n);
  const to = new Float64Array(n);
  const entries = new Uint32Array(n);
  let holders = 0;
  for (let i = 0; i < n; i++) {
    if (starts[i]! < starts[i + 1]!) holders++;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const j = uids[k]!;
      if (j >= n) continue;
      from[j]! += least(values[k]!);
      to[j]! += most(values[k]!);
      entries[j]!++;
    }
  }
  // A bond that is not there may be one that was truncated to zero.
  const hidden = (j: number) => (zerosLeftOut ? (holders - entries[j]!) / U16_MAX : 0);
  const [partFrom, partTo] = [new Float64Array(n), new Float64Array(n)];
  for (let i = 0; i < n; i++) {
    if (starts[i] === starts[i + 1]) continue;
    const present = new Set<number>();
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const j = uids[k]!;
      if (j >= n) continue;
      present.add(j);
      const [low, high] = [least(values[k]!), most(values[k]!)];
      const [othersFrom, othersTo] = [from[j]! - low, to[j]! - high + hidden(j)];
      partFrom[i]! += least(incentive[j]!) * (low === 0 ? 0 : low / (low + Math.max(othersTo, 0)));
      partTo[i]! += most(incentive[j]!) * (high === 0 ? 0 : high / (high + Math.max(othersFrom, 0)));
    }
    if (!zerosLeftOut) continue;
    for (let j = 0; j < n; j++) {
      if (present.has(j) || (incentive[j] === 0 && entries[j] === 0)) continue;
      partTo[i]! += most(incentive[j]!) / U16_MAX / (1 / U16_MAX + from[j]!);
    }
  }
  if (stake !== null) {
    const whole = stake.reduce((sum, value) => sum + value, 0) || 1;
    for (let i = 0; i < n; i++) {
      partFrom[i]! *= stake[i]! / whole;
      partTo[i]! *= stake[i]! / whole;
    }
  }
  const [allFrom, allTo] = [sumOf(partFrom), sumOf(partTo)];
  // What is lost is lost of parts, which are then made to sum to one.
  const slack = slackOf(n) / Math.max(allFrom, 1 / U16_MAX);
  const comparison = new Comparison("dividends");
  for (let i = 0; i < n; i++) {
    if (dividends[i] === 0 && starts[i] === starts[i + 1]) continue;
    const low = partFrom[i]! === 0 ? 0 : partFrom[i]! / (partFrom[i]! + allTo - partTo[i]!);
    const high = partTo[i]! === 0 ? 0 : partTo[i]! / (partTo[i]! + allFrom - partFrom[i]!);
    comparison.compare(i, BigInt(dividends[i]!), ...storedBounds(low - slack, high + slack));
  }
  return comparison;
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

// ----------------------------------------------------------- validator trust

/** What a validator's weights are after the consensus has clipped them, summed. consensus.md */
function trustCheck(imported: ImportedFile, lastEpoch: bigint | null): PartialCheck {
  const { state, results } = imported;
  const { weights, lastUpdate } = state;
  const { consensus, validatorTrust, newValidatorPermits } = results;
  const absent = lacking("validator trust", { weights, consensus, validatorTrust });
  if (absent !== null || weights === undefined || consensus === undefined || validatorTrust === undefined) return absent!;
  const registered = state.blockAtRegistration;
  const known = lastEpoch !== null && lastUpdate !== undefined && registered !== undefined && state.commitReveal === false;
  const comparison = new Comparison("validator trust");
  for (let i = 0; i < validatorTrust.length; i++) {
    const stored = validatorTrust[i]!;
    // Who had no permit has none, and which permits the epoch found is not in the file.
    if (stored === 0) {
      if (newValidatorPermits?.[i] === 1) comparison.leave();
      continue;
    }
    if (lastEpoch !== null && lastUpdate !== undefined && lastUpdate[i]! > lastEpoch) {
      comparison.leave();
      continue;
    }
    const counts = (uid: number) => registered === undefined || lastUpdate === undefined || lastUpdate[i]! > registered[uid]!;
    // An owner's weight on itself counts under some specs, anybody else's never.
    const bounds = [false, true]
      .map((withSelf) => clippedSum(i, weights, consensus, (uid) => (uid !== i || withSelf) && counts(uid)))
      .map(([low, high]) => storedBounds(low, high));
    const fitting = bounds.find(([low, high]) => low <= BigInt(stored) && BigInt(stored) <= high);
    if (fitting === undefined && !known) comparison.leave();
    else comparison.compare(i, BigInt(stored), ...(fitting ?? bounds[0]!));
  }
  const doubt = inexact(imported, "weights", "results.consensus", "results.validatorTrust");
  const lacks = "weights may have been set since the epoch, or be older than who they are on: the file lacks what says so";
  return comparison.done(doubt !== "" ? doubt : known ? "" : lacks);
}

function clippedSum(
  row: number,
  { starts, uids, values }: StoredRows,
  consensus: Uint16Array,
  counts: (uid: number) => boolean,
): [number, number] {
  let whole = 0;
  const taken: number[] = [];
  for (let k = starts[row]!; k < starts[row + 1]!; k++) {
    if (uids[k]! >= consensus.length || !counts(uids[k]!)) continue;
    taken.push(k);
    whole += values[k]!;
  }
  let [low, high] = [0, 0];
  for (const k of taken) {
    const weight = whole === 0 ? 0 : values[k]! / whole;
    low += Math.min(weight, least(consensus[uids[k]!]!));
    high += Math.min(weight, most(consensus[uids[k]!]!));
  }
  const slack = slackOf(taken.length);
  return [low - slack, high + slack];
}

// ------------------------------------------------------------------ emission

interface EmissionFound {
  check: PartialCheck;
  amount: PartialCheck;
  rao: PartialReplay["rao"];
}

/** From where on amounts say something of what was divided. chain-reading.md 4 */
const INFORMATIVE = 2n ** 32n;
const MOST_TRIED = 2 ** 21;
const MOST_CANDIDATES = 100;

interface Span {
  uid: number;
  low: number;
  high: number;
}

/** Every uid got the floor of its share of one amount, and its share is half of incentive and dividends together. emission.md */
function emissionCheck(imported: ImportedFile): EmissionFound {
  const { emission, incentive, dividends } = imported.results;
  const absent = lacking("emission", { emission, incentive, dividends });
  const none = (why: string): EmissionFound => ({ check: notComparable("emission", why), amount: notComparable("amount", why), rao: null });
  if (absent !== null || emission === undefined || incentive === undefined || dividends === undefined) return none(absent!.why);
  const n = emission.length;
  const parts = Number(incentive.some((value) => value > 0)) + Number(dividends.some((value) => value > 0));
  if (parts === 0) return none("nobody earned anything, and the stake decided");
  const rounding = inexact(imported, "results.emission") === "" ? 0 : 2 ** -23;
  const shareOf = (uid: number): [number, number] => [
    Math.max(0, (least(incentive[uid]!) + least(dividends[uid]!)) / parts - slackOf(n)),
    (most(incentive[uid]!) + most(dividends[uid]!)) / (parts - slackOf(n)) + slackOf(n),
  ];
  const spans = Array.from(emission, (amount, uid): Span => {
    const [low, high] = shareOf(uid);
    return {
      uid,
      low: (Number(amount) / high) * (1 - rounding),
      high: low === 0 ? Number.POSITIVE_INFINITY : ((Number(amount) + 1) / low) * (1 + rounding),
    };
  });
  const [from, to] = mostAgreed(spans);
  const comparison = new Comparison("emission");
  let total = 0n;
  for (const { uid, low, high } of spans) {
    const amount = emission[uid]!;
    total += amount;
    if (amount === 0n && incentive[uid] === 0 && dividends[uid] === 0) continue;
    if (low <= to && high >= from) comparison.compare(uid, amount, amount, amount);
    else {
      const [lowShare, highShare] = shareOf(uid);
      comparison.compare(uid, amount, BigInt(Math.floor(lowShare * from)), BigInt(Math.floor(highShare * to)));
    }
  }
  const doubt = inexact(imported, "results.emission", "results.incentive", "results.dividends");
  const check = { ...comparison.done(doubt), single: 0 };
  const bounds = { least: BigInt(Math.ceil(from)), most: Number.isFinite(to) ? BigInt(Math.floor(to)) : 2n ** 64n - 1n };
  return { check, ...amountCheck(emission, total, bounds, doubt) };
}

/** The stretch that most spans have in common. */
function mostAgreed(spans: readonly Span[]): [number, number] {
  const edges = spans.flatMap(({ low, high }) => [
    { at: low, opens: true },
    { at: high, opens: false },
  ]);
  edges.sort((a, b) => (a.at === b.at ? Number(b.opens) - Number(a.opens) : a.at < b.at ? -1 : 1));
  let [open, best, from, to] = [0, 0, 0, Number.POSITIVE_INFINITY];
  edges.forEach(({ at, opens }, i) => {
    open += opens ? 1 : -1;
    if (open <= best || !opens) return;
    best = open;
    from = at;
    to = edges[i + 1]?.at ?? Number.POSITIVE_INFINITY;
  });
  return [from, to];
}

/** What lies in a stretch and divides into these parts, the first hundred; null where too many would have to be tried. */
function dividedFrom(amounts: readonly bigint[], from: bigint, to: bigint): bigint[] | null {
  const largest = amounts.reduce((a, b) => (a > b ? a : b));
  const found: bigint[] = [];
  let tried = 0;
  // Only what gives the largest part by some integer share can be it: of n rao, 2^32.
  const last = from > to ? 0n : ((largest + 1n) * INFORMATIVE) / from;
  for (let share = (largest * INFORMATIVE) / to; share <= last; share++) {
    if (share === 0n) continue;
    const least = (largest * INFORMATIVE + share - 1n) / share;
    const most = ((largest + 1n) * INFORMATIVE - 1n) / share;
    for (let rao = least > from ? least : from; rao <= most && rao <= to; rao++) {
      if (isDivisible(rao, amounts)) found.push(rao);
      if (++tried > MOST_TRIED) return null;
    }
    if (++tried > MOST_TRIED) return null;
  }
  return found.sort((a, b) => (a < b ? -1 : 1)).slice(0, MOST_CANDIDATES);
}

/** Which amounts divide into just these parts. chain-reading.md 4 */
function amountCheck(
  emission: BigUint64Array,
  total: bigint,
  { least: low, most: high }: { least: bigint; most: bigint },
  doubt: string,
): Pick<EmissionFound, "amount" | "rao"> {
  const bounds = { candidates: [], least: low, most: high };
  const none = (why: string) => ({ amount: notComparable("amount", why), rao: bounds });
  if (doubt !== "") return none(doubt);
  const amounts = [...new Set(emission)].filter((one) => one > 0n);
  if (amounts.length === 0) return none("nobody got anything");
  if (high <= INFORMATIVE) return none("up to 2^32 rao, any amounts can have been divided from one");
  // Each floor loses less than one rao, and shares sum to nearly one.
  const lost = BigInt(emission.length) + (total * BigInt(8 * emission.length)) / INFORMATIVE;
  const [from, to] = [total > low ? total : low, total + lost < high ? total + lost : high];
  let candidates = dividedFrom(amounts, from, to);
  // Where uids were replaced since, their parts are missing in the sum.
  if (candidates?.length === 0) candidates = dividedFrom(amounts, low, high);
  if (candidates === null) return none("what it can have been is too much to be tried");
  const comparison = new Comparison("amount");
  if (candidates.length > 0) comparison.compare(0, candidates[0]!, candidates[0]!, candidates.at(-1)!);
  else comparison.compare(0, total, low, low > total ? low : total - 1n);
  const check = comparison.done("several mechanisms share a subnet's emission, and then no single amount divides into it");
  return {
    amount: { ...check, compared: amounts.length, uids: [], single: candidates.length === 1 ? amounts.length : 0 },
    rao: { ...bounds, candidates },
  };
}

// ------------------------------------------------------------------- permits

/** The fraction of 2^64-1 that TAO has had since spec 233. */
const TAO_WEIGHT = 3_320_413_933_267_719_290n;

/** Rao by uid, TAO with its weight; null where the file has none. stake.md */
function weightedStakes({ state }: ImportedFile): BigUint64Array | null {
  const { alphaStake, taoStake, stake, taoWeight = TAO_WEIGHT } = state;
  if (alphaStake === undefined || taoStake === undefined) return stake ?? null;
  const weight = (taoWeight << 32n) / (2n ** 64n - 1n);
  return alphaStake.map((alpha, uid) => alpha + ((taoStake[uid]! * weight) >> 32n));
}

/** The largest stakes have the permits, and the owner. masks.md 2 */
function permitsCheck(imported: ImportedFile): PartialCheck {
  const permits = imported.results.newValidatorPermits;
  const stakes = weightedStakes(imported);
  const absent = lacking("permits", { permits, stakes: stakes ?? undefined });
  if (absent !== null || permits === undefined || stakes === null) return absent!;
  const { state } = imported;
  const threshold = state.stakeThreshold ?? 0n;
  const uids = Array.from(stakes, (_, uid) => uid).filter((uid) => stakes[uid]! > 0n && stakes[uid]! >= threshold);
  // Among equals the higher uid stays.
  uids.sort((a, b) => (stakes[a]! > stakes[b]! ? -1 : stakes[a]! < stakes[b]! ? 1 : b - a));
  const given = permits.reduce((count, permit) => count + permit, 0);
  const expected = new Set(uids.slice(0, state.maxAllowedValidators ?? given));
  if (typeof state.ownerUid === "number") expected.add(state.ownerUid);
  const comparison = new Comparison("permits");
  permits.forEach((permit, uid) => {
    const allowed = BigInt(expected.has(uid) ? 1 : 0);
    comparison.compare(uid, BigInt(permit), allowed, allowed);
  });
  const own = state.stake !== undefined && state.alphaStake === undefined ? "; they lack what is inherited" : "";
  const owner = state.ownerUid === undefined ? "; the owner, who has one in any case, is not known" : "";
  return comparison.done(`stakes are the file's block's, which may have changed since the epoch${own}${owner}`);
}
