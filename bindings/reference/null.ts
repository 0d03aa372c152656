import type { CheckedNullState } from "../boundary/input.js";
import type { MechanismState, NullTrace } from "../types.js";
import { I64F64, saturatingAddU64 } from "./fixed.js";
import { active, outdated } from "./masks.js";
import { i64f64ToI32f32 } from "./proportion.js";
import { dense, filterEntries, fromSparseRows } from "./rows.js";
import { stake, stakeRao, totalStakes } from "./stake.js";
import { toFlags, toU16, type MechanismTerms } from "./epoch.js";

/** What a Null epoch may give out: to miners, to validators, and to miners where there is no validator. */
export interface NullBudgets {
  mining: bigint;
  dividend: bigint;
  fallback: bigint;
}

/** The first uid with the largest total stake, null where there is none. null.md 2. */
function winner(totalsX64: readonly bigint[]): number | null {
  if (totalsX64.length === 0) return null;
  return totalsX64.reduce((best, total, uid) => (total > totalsX64[best]! ? uid : best), 0);
}

/** Exact cumulative rounding: the payouts sum to the budget. null.md 8. */
export function apportion(shares: readonly bigint[], budget: bigint): bigint[] {
  const total = shares.reduce((sum, share) => sum + share, 0n);
  if (total === 0n) return shares.map(() => 0n);
  let sum = 0n;
  let paid = 0n;
  return shares.map((share) => {
    sum += share;
    const through = (sum * budget) / total;
    const payout = through - paid;
    paid = through;
    return payout;
  });
}

/** One validator's weights decide the miners' shares; every stake earns. Integers all the way. null.md. */
export function nullEpoch(state: CheckedNullState, mechanism: MechanismState, budgets: NullBudgets): MechanismTerms<NullTrace> {
  const { n } = state;
  const totals = totalStakes(state);
  const decider = winner(totals);

  const incentiveShares = decider === null ? [] : minerShares(state, mechanism, decider);
  const dividendShares = totals.map((total) => (total > 0n ? total : 0n));
  const anyStake = dividendShares.some((share) => share > 0n);
  const minerBudget = anyStake ? budgets.mining : budgets.fallback;
  const validatorBudget = anyStake ? budgets.dividend : 0n;

  const serverEmission = apportion(incentiveShares, minerBudget);
  const validatorEmission = apportion(dividendShares, validatorBudget);
  const emission = serverEmission.map((server, uid) => saturatingAddU64(server, validatorEmission[uid]!));

  const stakeX32 = stake(state, totals, state.ownerUid);
  const incentiveX32 = I64F64.normalize(incentiveShares.map((share) => I64F64.fromInteger(share))).map(i64f64ToI32f32);
  const dividendsX32 = I64F64.normalize(dividendShares).map(i64f64ToI32f32);

  return {
    stakeWeight: toU16(stakeX32),
    active: toFlags(active(state, mechanism.lastUpdate)),
    consensus: new Uint16Array(n),
    incentive: toU16(incentiveX32),
    dividends: toU16(dividendsX32),
    validatorTrust: new Uint16Array(n),
    serverEmission: BigUint64Array.from(serverEmission),
    validatorEmission: BigUint64Array.from(validatorEmission),
    emission: BigUint64Array.from(emission),
    newValidatorPermits: toFlags(totals.map((_, uid) => uid === decider)),
    stake: BigUint64Array.from(totals, stakeRao),
    trace: {
      winner: decider,
      stake: BigInt64Array.from(stakeX32),
      incentiveShares,
      dividendShares,
      incentive: BigInt64Array.from(incentiveX32),
      dividends: BigInt64Array.from(dividendsX32),
      minerBudget,
      validatorBudget,
    },
  };
}

/** The winner's stored weights less the self-weight and outdated ones; one for everybody where none is left. */
function minerShares(state: CheckedNullState, mechanism: MechanismState, decider: number): bigint[] {
  const [row] = filterEntries(
    [fromSparseRows(mechanism.weights)[decider]!],
    (j) =>
      j < state.n &&
      (j !== decider || decider === state.ownerUid) &&
      !outdated(state, mechanism.lastUpdate, mechanism.commitBlocks, decider, j),
  );
  const shares = dense(row!, state.n);
  return shares.every((share) => share === 0n) ? shares.map(() => 1n) : shares;
}
