import { weightOutcome } from "./weights.js";
import { U16_MAX } from "../reference/fixed.js";
import { explainHeldBonds } from "./heldBonds.js";
import type { TracedEpoch } from "./epoch.js";
import type { ExplanationParts } from "./parts.js";
import { visibleChange } from "./stake.js";
import { UID_OUTPUTS, type Tally, type UidOutput, type WeightOnMiner, type Zero, type ZeroCause } from "./zeroCause.js";

/** Every output of a uid that is 0, and why. */
export function explainZeros(epoch: TracedEpoch, parts: ExplanationParts): Zero[] {
  return UID_OUTPUTS.flatMap((output) => {
    const cause = CAUSES[output](epoch, parts);
    return cause === null ? [] : [{ output, cause }];
  });
}

type Cause = (epoch: TracedEpoch, parts: ExplanationParts) => ZeroCause | null;

function follows(...from: UidOutput[]): ZeroCause {
  return { kind: "follows", from };
}

/** A proportion that is stored as u16: `raw` says why it is 0 itself. */
function proportion(valueX32: bigint, raw: () => ZeroCause): ZeroCause | null {
  if (valueX32 === 0n) return raw();
  if (valueX32 < 0n) return { kind: "overflow" };
  return (valueX32 * U16_MAX) >> 32n === 0n ? { kind: "truncated to u16", valueX32 } : null;
}

/** Why part / whole is 0 although the part is not. */
function quotient(partX32: bigint, wholeX32: bigint): ZeroCause {
  const truncated = partX32 > 0n && partX32 << 32n < wholeX32;
  return truncated ? { kind: "too small beside the others", partX32, wholeX32 } : { kind: "overflow" };
}

function wrappingTotal(values: readonly bigint[]): bigint {
  return BigInt.asIntN(
    64,
    values.reduce((sum, value) => sum + value, 0n),
  );
}

const CAUSES: Readonly<Record<UidOutput, Cause>> = {
  stake: ({ state }, { stake }) => {
    if (stake.totalRao !== 0n) return null;
    if (stake.taoRao === 0n) return { kind: "nothing staked" };
    return { kind: "TAO counts for nothing", taoRao: stake.taoRao, taoWeight: state.taoWeight };
  },

  stakeWeight: (epoch, { uid, stake }) =>
    proportion(stake.stakeX32, () => {
      const totalX64 = epoch.totalsX64[uid]!;
      if (totalX64 === 0n) return follows("stake");
      if (stake.counted === "below the threshold") {
        return {
          kind: "below the threshold",
          totalRao: stake.totalRao,
          thresholdRao: stake.thresholdRao,
          change: visibleChange(epoch, uid),
        };
      }
      const { stakeThreshold, ownerUid } = epoch.state;
      const all = epoch.totalsX64.reduce(
        (sum, total, other) => (total >> 64n >= stakeThreshold || other === ownerUid ? sum + total : sum),
        0n,
      );
      if (totalX64 << 32n >= all) return { kind: "overflow" };
      return { kind: "too small beside all stake", totalRao: stake.totalRao, allRao: all >> 64n, change: visibleChange(epoch, uid) };
    }),

  active: (_, { activity: { active, activeThroughBlock }, block }) => (active ? null : { kind: "inactive", activeThroughBlock, block }),

  activeStake: ({ stake, result, permits }, { uid, permit, stake: { stakeX32, activeStakeX32 } }) => {
    if (activeStakeX32 !== 0n) return null;
    if (stakeX32 === 0n) return follows("stakeWeight");
    if (result.active[uid] === 0) return follows("active");
    if (!permit.current) return { kind: "no permit in this epoch", next: permit.next };
    return quotient(stakeX32, wrappingTotal(stake.filter((_, other) => result.active[other] === 1 && permits[other]!)));
  },

  permit: (_, { stake, permit: { next, seats, rank, lastIn, nextBecause, change } }) => {
    if (next) return null;
    if (stake.stakeX32 === 0n) return follows("stakeWeight");
    if (seats === 0) return { kind: "no seats" };
    if (rank === null || lastIn === null) return { kind: "overflow" };
    return { kind: "outranked", rank, seats, lastIn, tie: nextBecause === "outranked by an equal stake of a higher uid", change };
  },

  weights: (_, { weights, permit }) => {
    if (weights.some(({ weightX32 }) => weightX32 !== 0n)) return null;
    if (weights.length === 0) return { kind: "no stored weights" };
    if (!permit.current) return { kind: "no permit in this epoch", next: permit.next };
    const counted = weights.filter(({ outcome }) => outcome === "counts");
    if (counted.length === 0) return { kind: "no stored weight counts", outcomes: tally(weights.map(({ outcome }) => outcome)) };
    return counted.every(({ stored }) => stored === 0) ? { kind: "its stored weights are 0" } : { kind: "overflow" };
  },

  consensus: (epoch, { uid, consensus: { consensusX32, votes, kappaX32, rise } }) =>
    proportion(consensusX32, () => {
      if (votes.length === 0) return nobodyVotes(epoch);
      const supportX32 = votes.reduce((sum, { scoreX32, stakeX32 }) => (scoreX32 > 0n ? sum + stakeX32 : sum), 0n);
      if (votes.every(({ scoreX32 }) => scoreX32 === 0n)) return { kind: "nobody who votes scores it", weights: weightsOn(epoch, uid) };
      return supportX32 < kappaX32 ? { kind: "too little support", supportX32, kappaX32, change: rise } : { kind: "overflow" };
    }),

  validatorTrust: ({ electorate }, { weights, validatorTrustX32 }) =>
    proportion(validatorTrustX32, () => {
      const counted = weights.filter(({ weightX32 }) => weightX32 !== 0n);
      if (counted.length === 0) return follows("weights");
      if (counted.some(({ clippedX32 }) => clippedX32 !== 0n)) return { kind: "overflow" };
      return {
        kind: "no consensus on its miners",
        miners: new Set(counted.map((weight) => weight.uid)).size,
        nobodyVotes: electorate.voters.length === 0,
      };
    }),

  incentive: (_, { incentive: { incentiveX32, rankX32, totalRankX32, parts }, consensus }) =>
    proportion(incentiveX32, () => {
      if (rankX32 !== 0n) return quotient(rankX32, totalRankX32);
      if (consensus.consensusX32 === 0n) return follows("consensus");
      return parts.every((part) => part.rankX32 === 0n) ? { kind: "products too small", products: parts.length } : { kind: "overflow" };
    }),

  heldBonds: (epoch, { uid }) => explainHeldBonds(epoch, uid),

  dividends: ({ incentive }, { bonds, dividends: { dividendsX32, earningsX32, totalEarningsX32, bondsX32, activeStakeX32 } }) =>
    proportion(dividendsX32, () => {
      const held = bonds.filter(({ averagedX32 }) => averagedX32 > 0n);
      if (held.length === 0) return follows("heldBonds");
      if (earningsX32 !== 0n) return quotient(earningsX32, totalEarningsX32);
      if (held.every(({ incentiveX32 }) => incentiveX32 === 0n)) {
        return {
          kind: "its miners earn nothing",
          miners: new Set(held.map((bond) => bond.uid)).size,
          nobodyEarns: incentive.every((value) => value === 0n),
        };
      }
      if (bondsX32 === 0n) return { kind: "products too small", products: held.length };
      if (activeStakeX32 === 0n) return follows("activeStake");
      const product = (bondsX32 * activeStakeX32!) >> 32n;
      return product === 0n ? { kind: "products too small", products: 1 } : { kind: "overflow" };
    }),

  bonds: (_, { bonds, permit }) => {
    if (!permit.next) return follows("permit");
    const largest = bonds.reduce((most, { storedX32 }) => (storedX32 > most ? storedX32 : most), 0n);
    return proportion(largest, () => (bonds.some(({ averagedX32 }) => averagedX32 > 0n) ? { kind: "overflow" } : follows("heldBonds")));
  },

  serverEmission: (_, { emission, incentive: { incentiveX32 } }) => amount(emission.server, emission, incentiveX32, follows("incentive")),

  validatorEmission: (_, { emission, dividends: { dividendsX32 } }) => {
    const { basis } = emission;
    if (basis === "earnings") return amount(emission.validator, emission, dividendsX32, follows("dividends"));
    return amount(emission.validator, emission, 0n, follows(basis === "stake" ? "stakeWeight" : "activeStake"));
  },

  emission: (_, { emission, incentive: { incentiveX32 }, dividends: { dividendsX32 } }) => {
    const { basis } = emission;
    if (basis !== "earnings") return amount(emission.combined, emission, 0n, follows(basis === "stake" ? "stakeWeight" : "activeStake"));
    if (incentiveX32 === 0n && dividendsX32 === 0n) return amount(emission.combined, emission, 0n, follows("incentive", "dividends"));
    return amount(emission.combined, emission, incentiveX32 + dividendsX32, { kind: "overflow" });
  },
};

/** `earned` is what the share is a part of; `none` says why it is 0. */
function amount(
  { shareX32, rao }: { shareX32: bigint; rao: bigint },
  { raoEmission, totalX32 }: { raoEmission: bigint; totalX32: bigint },
  earnedX32: bigint,
  none: ZeroCause,
): ZeroCause | null {
  if (rao !== 0n) return null;
  if (raoEmission === 0n) return { kind: "nothing to give out" };
  if (shareX32 < 0n) return { kind: "overflow" };
  if (shareX32 > 0n) return { kind: "less than one rao", shareX32, raoEmission };
  return earnedX32 === 0n ? none : quotient(earnedX32, totalX32);
}

function tally<Reason extends string>(reasons: readonly Reason[]): Tally<Reason> {
  const counts: Tally<Reason> = {};
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}

function nobodyVotes({ stake, result, permits }: TracedEpoch): ZeroCause {
  const staked = stake.flatMap((value, uid) => (value > 0n ? [uid] : []));
  const inactive = staked.filter((uid) => result.active[uid] === 0).length;
  return {
    kind: "nobody votes",
    staked: staked.length,
    inactive,
    withoutPermit: staked.filter((uid) => result.active[uid] === 1 && !permits[uid]).length,
  };
}

/** By validator: of a row that names the miner twice the last entry scores it. */
function weightsOn({ state, permits, activeStake }: TracedEpoch, miner: number): Tally<WeightOnMiner> {
  const { starts, uids, values } = state.weights;
  return tally(
    activeStake.flatMap((stakeX32, uid): WeightOnMiner[] => {
      const row = uids.subarray(starts[uid]!, starts[uid + 1]!);
      const at = row.lastIndexOf(miner);
      if (at < 0) return [];
      const outcome = weightOutcome(state, permits, uid, miner);
      if (outcome !== "counts") return [outcome];
      if (values[starts[uid]! + at] === 0) return ["stored as 0"];
      return [stakeX32 > 0n ? "counts" : "of one that does not vote"];
    }),
  );
}
