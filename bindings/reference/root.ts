import type { RootEpochInput, RootEpochOutput } from "../economics/types.js";
import { I32F32, I64F64, U64_MAX } from "./fixed.js";
import { proportionFromU16 } from "./proportion.js";

/**
 * The legacy root epoch: root validators weight the subnets, and a sigmoid of the trust in a subnet lets through what a
 * majority backs. What the chain answers with an error is the output's `error`. root.md 2
 */
export function rootEpoch(input: RootEpochInput): RootEpochOutput {
  const { n, netuids, totalNetworks } = input;
  if (n === 0) return { error: "No validators to validate emission values." };
  if (netuids.length === 0) return { error: "No networks to validate emission values." };

  const stake = rootStake(input);
  const weights = rootWeights(input);
  const columns = Array.from({ length: totalNetworks }, (_, j) => j);

  const ranks = columns.map((j) => I64F64.saturatingSum(stake.map((value, i) => I64F64.saturatingMul(value, weights[i]![j]!))));

  const total = I64F64.saturatingSum(stake);
  if (total === 0n) return { error: "No stake on network" };
  const trust = columns.map((j) => {
    const trusting = I64F64.saturatingSum(stake.filter((_, i) => weights[i]![j]! > 0n));
    return I64F64.safeDiv(trusting, total);
  });

  const consensus: bigint[] = [];
  for (const value of trust) {
    const sigmoid = trustSigmoid(value, input.rho, input.kappa);
    if (sigmoid === undefined) return { error: "panic: exp overflow" };
    consensus.push(sigmoid);
  }

  const shares = divideBySum(columns.map((j) => I64F64.saturatingMul(consensus[j]!, ranks[j]!)));
  const budget = I64F64.fromInteger(input.blockEmission);
  const emission = shares.map((share) => I64F64.toUnsigned(I64F64.saturatingMul(share, budget), U64_MAX));
  if (netuids.length !== totalNetworks) return { error: "netuids and emission must have the same length" };
  return { stakeX64: stake, ranksX64: ranks, trustX64: trust, consensusX64: consensus, sharesX64: shares, emission };
}

/** Shares of the stakes in iteration order; those beyond the validators are dropped. */
function rootStake({ n, stakes }: RootEpochInput): bigint[] {
  return divideBySum(Array.from({ length: n }, (_, i) => I64F64.fromInteger(stakes[i] ?? 0n)));
}

function divideBySum(values: bigint[]): bigint[] {
  const sum = I64F64.wrappingSum(values);
  return sum === 0n ? values : values.map((value) => I64F64.saturatingDiv(value, sum)!);
}

/** Of a netuid that is listed twice the first place counts. */
function columnsByNetuid(netuids: readonly number[]): Map<number, number> {
  return new Map(netuids.map((netuid, column): [number, number] => [netuid, column]).reverse());
}

/** One dense row a validator, one column a network; an unknown netuid is ignored, of duplicates the last one counts. */
function rootWeights({ n, netuids, totalNetworks, weights, normalizeRows }: RootEpochInput): bigint[][] {
  const rows = Array.from({ length: n }, () => new Array<bigint>(totalNetworks).fill(0n));
  const columnOf = columnsByNetuid(netuids.slice(0, totalNetworks));
  for (const [uid, row] of weights) {
    if (uid >= n) continue;
    for (const [netuid, weight] of row) {
      const column = columnOf.get(netuid);
      if (column !== undefined) rows[uid]![column] = I64F64.fromInteger(BigInt(weight));
    }
  }
  if (!normalizeRows) return rows;
  return rows.map((row) => {
    const sum = I64F64.wrappingSum(row);
    return sum > 0n ? row.map((value) => I64F64.saturatingDiv(value, sum)!) : row;
  });
}

/** 1 / (1 + exp(-rho x (trust - kappa))); undefined where the exponential overflows, which would stop the chain. */
function trustSigmoid(trust: bigint, rho: number, kappa: number): bigint | undefined {
  const centred = I64F64.saturatingSub(trust, I32F32.convert(proportionFromU16(kappa), I64F64));
  const growth = I64F64.exp(-I64F64.saturatingMul(centred, I64F64.fromInteger(BigInt(rho))));
  return growth === undefined ? undefined : I64F64.saturatingDiv(I64F64.ONE, I64F64.saturatingAdd(I64F64.ONE, growth));
}
