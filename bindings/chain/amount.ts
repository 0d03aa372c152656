import { U64_MAX } from "../values/constants.js";
import { fixed, mulFloor } from "./stakes.js";
import type { StateView } from "./view.js";

/** What an epoch gives out, by purpose, rao. */
export interface Budgets {
  minerBudget: bigint;
  localDividendBudget: bigint;
  rootBudget: bigint;
}

/** What an epoch gave out, and how well that is known. */
export interface Amount extends Budgets {
  /** rao, of all budgets */
  rao: bigint;
  /**
   * - `counters`: what was pending before the block and what the block added, which is known to the last rao
   * - `settled`: as that, where what the block added may be one rao less, or nothing; the stored emission says which
   * - `emission`: the stored emission alone; the counters do not agree with it
   * - `estimated`: the first of what the counters allow; nothing says whether it is right
   */
  how: "counters" | "settled" | "emission" | "estimated";
  /** rao that the counters allow, the likeliest first */
  candidates: bigint[];
  /** rao that the stored emission allows, both inclusive; null where it says nothing */
  bounds: readonly [least: bigint, most: bigint] | null;
}

export function sumOf({ minerBudget, localDividendBudget, rootBudget }: Budgets): bigint {
  return clamped(minerBudget + localDividendBudget + rootBudget);
}

function clamped(value: bigint): bigint {
  return value > U64_MAX ? U64_MAX : value;
}

const ONE = 1n << 32n;
const HALF = ONE / 2n;

/** The first runtime whose counters are three. chain-reading.md 4 */
const THREE_COUNTERS = 343;

function floor(raw: bigint): bigint {
  return raw >> 32n;
}

interface States {
  before: StateView;
  after: StateView;
  netuid: number;
  spec: number;
}

/**
 * What may have been given out, by the counters before the block and what the block added to them, the likeliest first; the sums
 * differ. chain-reading.md 4
 */
export function candidates(states: States): Budgets[] {
  const { before, netuid, spec } = states;
  const counter = (
    name: "PendingEmission" | "PendingAlphaSwapped" | "PendingRootAlphaDivs" | "PendingServerEmission" | "PendingValidatorEmission",
  ) => (before.has(name) ? before.value("u64", name, netuid) : 0n);
  const added = accruals(states);
  const all =
    spec >= THREE_COUNTERS
      ? added.map(({ minerBudget, localDividendBudget, rootBudget }) => ({
          minerBudget: clamped(counter("PendingServerEmission") + minerBudget),
          localDividendBudget: clamped(counter("PendingValidatorEmission") + localDividendBudget),
          rootBudget: clamped(counter("PendingRootAlphaDivs") + rootBudget),
        }))
      : added.map((one) => ({
          minerBudget: clamped(
            counter("PendingEmission") + counter(spec < 334 ? "PendingAlphaSwapped" : "PendingRootAlphaDivs") + sumOf(one),
          ),
          localDividendBudget: 0n,
          rootBudget: 0n,
        }));
  const seen = new Set<bigint>();
  return all.filter((one) => !seen.has(sumOf(one)) && seen.add(sumOf(one)));
}

const NOTHING: Budgets = { minerBudget: 0n, localDividendBudget: 0n, rootBudget: 0n };

/** What the block may have added, the likeliest first. */
function accruals(states: States): Budgets[] {
  const added = additions(states);
  return emits(states) ? [...added, NOTHING] : [NOTHING, ...added];
}

function additions(states: States): Budgets[] {
  const { before, after, netuid, spec } = states;
  const alphaOut = fixed(after.value("u64", "SubnetAlphaOutEmission", netuid));
  const takesCut = !before.has("OwnerCutEnabled") || before.value("bool", "OwnerCutEnabled", netuid);
  const cut = takesCut ? fixed(BigInt(before.value("u16", "SubnetOwnerCut"))) / 65_535n : 0n;
  const left = alphaOut - mulFloor(alphaOut, cut);
  const root = mulFloor(mulFloor(rootProportion(states), left), HALF);
  if (spec < THREE_COUNTERS) {
    const miner = (amount: bigint): Budgets => ({ ...NOTHING, minerBudget: amount < 0n ? 0n : amount });
    const kept = floor(left - root);
    return [miner(floor(left)), miner(floor(left) - 1n), miner(kept), miner(kept - 1n), miner(kept + 1n)];
  }
  const server = mulFloor(left, HALF);
  const rest = left - server;
  const minerBudget = floor(server);
  const by = (local: bigint, rootBudget: bigint): Budgets => ({ minerBudget, localDividendBudget: local < 0n ? 0n : local, rootBudget });
  const sold = by(floor(rest - root), floor(root));
  // The sum of two floors is the floor of the sum, or one less; which of them, an exact root proportion says.
  const other = by(floor(rest) + (sumOf(sold) === minerBudget + floor(rest) ? -1n : 0n) - floor(root), floor(root));
  return [sold, other, by(floor(rest - root), 0n), by(floor(rest - root) - 1n, 0n), by(floor(rest - root) + 1n, 0n)];
}

/** Whether the block added to the counters; where it did not, what is stored of its alpha is an older block's. */
function emits({ before, netuid, spec }: States): boolean {
  if (spec >= 342 && spec <= 344) return true;
  if (before.has("FirstEmissionBlockNumber") && !before.isStored("FirstEmissionBlockNumber", netuid)) return false;
  if (spec < 361) return true;
  const isOn = (name: "SubtokenEnabled" | "NetworkRegistrationAllowed") => !before.has(name) || before.value("bool", name, netuid);
  return isOn("SubtokenEnabled") && isOn("NetworkRegistrationAllowed");
}

/**
 * Whether the likeliest is the only one: the subnet emits, and its root proportion is exact. Up to 412 a purchase recycles, later the
 * reservoir of the swap counts. chain-reading.md 4
 */
export function isAccrualExact(states: States): boolean {
  return states.spec >= 413 && states.spec <= 425 && emits(states);
}

function rootProportion({ before, after, netuid }: States): bigint {
  const weight = fixed(before.value("u64", "TaoWeight")) / U64_MAX;
  const tao = mulFloor(fixed(before.value("u64", "SubnetTAO", 0)), weight);
  const alpha =
    before.value("u64", "SubnetAlphaIn", netuid) +
    before.value("u64", "SubnetAlphaOut", netuid) +
    after.value("u64", "SubnetAlphaInEmission", netuid) +
    after.value("u64", "SubnetAlphaOutEmission", netuid);
  const whole = tao + fixed(alpha);
  return whole === 0n ? 0n : (tao * ONE) / whole;
}

/**
 * Whether every amount is floor(share * rao / 2^32) of some integer share. Above 2^32 rao few amounts are; below, all.
 * chain-reading.md 4
 */
export function isDivisible(rao: bigint, amounts: Iterable<bigint>): boolean {
  if (rao === 0n) return [...amounts].every((amount) => amount === 0n);
  for (const amount of amounts) {
    const share = (amount * ONE + rao - 1n) / rao;
    if ((share * rao) >> 32n !== amount) return false;
  }
  return true;
}

/**
 * The rao that give these amounts for these raw shares, both inclusive; null where there are none such, undefined where every share
 * is 0. chain-reading.md 4
 */
export function raoBounds(
  shares: BigUint64Array,
  amounts: BigUint64Array,
  counts: (uid: number) => boolean,
): readonly [bigint, bigint] | null | undefined {
  let least = 0n;
  let most = U64_MAX;
  let any = false;
  for (let uid = 0; uid < shares.length; uid++) {
    const [share, amount] = [shares[uid]!, amounts[uid]!];
    if (!counts(uid)) continue;
    if (share === 0n) {
      if (amount !== 0n) return null;
      continue;
    }
    any = true;
    const from = (amount * ONE + share - 1n) / share;
    const to = ((amount + 1n) * ONE + share - 1n) / share - 1n;
    if (from > least) least = from;
    if (to < most) most = to;
  }
  if (!any) return undefined;
  return least <= most ? [least, most] : null;
}
