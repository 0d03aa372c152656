import type { CheckedSubnetState } from "../input.js";
import type {
  EpochOptions,
  EpochResult,
  EpochTrace,
  MechanismResult,
  NullTrace,
  StoredRows,
  SubnetEpochResult,
} from "../types.js";
import { epoch } from "./epoch.js";
import { U16_MAX, U64_MAX } from "./fixed.js";
import { nullEpoch } from "./null.js";

/** What one mechanism's epoch hands to the subnet. */
export interface MechanismTerms<Trace> extends Omit<EpochResult, "bonds" | "trace" | "digest"> {
  bonds?: StoredRows;
  trace?: Trace;
}

function saturatingU64(value: bigint): bigint {
  return value > U64_MAX ? U64_MAX : value;
}

/**
 * An amount over `count` mechanisms by the stored split, or evenly where none of that length is stored.
 * What truncation leaves goes to the first. newer-rules.md 3.11.
 */
export function splitEmission(amount: bigint, split: Uint16Array | null, count: number): bigint[] {
  const parts =
    split?.length === count
      ? Array.from(split, (share) => BigInt.asUintN(64, (amount * BigInt(share)) / U16_MAX))
      : new Array<bigint>(count).fill(amount / BigInt(count));
  const given = saturatingU64(parts.reduce((sum, part) => sum + part, 0n));
  if (amount > given) parts[0] = saturatingU64(parts[0]! + amount - given);
  return parts;
}

/** A mechanism's part of the total in U64F64; with nothing to give out the first counts alone. */
function mechanismWeight(part: bigint, total: bigint, index: number): bigint {
  if (total === 0n) return index === 0 ? 1n << 64n : 0n;
  return (part << 64n) / total;
}

/** A running weighted sum of u16 terms, truncated after each mechanism. */
function weightedSum(sum: number, value: number, weightX64: bigint): number {
  const next = BigInt(sum) + ((BigInt(value) * weightX64) >> 64n);
  return Number(next > U16_MAX ? U16_MAX : next);
}

/** Runs each mechanism on its part of the emission and puts the terms together. newer-rules.md 3.11. */
export function subnetEpoch(state: CheckedSubnetState, options: Pick<EpochOptions, "trace">): SubnetEpochResult {
  const total = saturatingU64(saturatingU64(state.minerBudget + state.localDividendBudget) + state.rootBudget);
  const { parts, terms } = runMechanisms(state, total, options);
  return aggregate(state.n, terms, parts.map((part, index) => mechanismWeight(part, total, index)));
}

function runMechanisms(
  state: CheckedSubnetState,
  total: bigint,
  options: Pick<EpochOptions, "trace">,
): { parts: bigint[]; terms: MechanismTerms<EpochTrace | NullTrace>[] } {
  const count = state.mechanisms.length;
  const split = (amount: bigint) => splitEmission(amount, state.emissionSplit, count);
  if (state.epochConsensus === "yuma") {
    const parts = split(total);
    return { parts, terms: state.mechanisms.map((mechanism, i) => epoch({ ...state, ...mechanism, raoEmission: parts[i]! }, options)) };
  }
  const mining = split(state.minerBudget);
  const local = split(state.localDividendBudget);
  const root = split(state.rootBudget);
  const terms = state.mechanisms.map((mechanism, i) => {
    const { trace, ...rest } = nullEpoch(state, mechanism, {
      mining: mining[i]!,
      dividend: saturatingU64(local[i]! + root[i]!),
      fallback: saturatingU64(mining[i]! + local[i]!),
    });
    return options.trace ? { ...rest, trace } : rest;
  });
  return { parts: mining.map((part, i) => saturatingU64(saturatingU64(part + local[i]!) + root[i]!)), terms };
}

function aggregate(n: number, terms: MechanismTerms<EpochTrace | NullTrace>[], weightsX64: bigint[]): SubnetEpochResult {
  type Words = "stakeWeight" | "consensus" | "dividends" | "validatorTrust";
  type Amounts = "serverEmission" | "validatorEmission" | "emission" | "stake";
  type Flags = "active" | "newValidatorPermits";
  const words = (key: Words) => fold(new Uint16Array(n), (sum, i, uid) => weightedSum(sum, terms[i]![key][uid]!, weightsX64[i]!));
  const amounts = (key: Amounts) => fold(new BigUint64Array(n), (sum, i, uid) => saturatingU64(sum + terms[i]![key][uid]!));
  const flags = (key: Flags) => fold(new Uint8Array(n), (sum, i, uid) => sum | terms[i]![key][uid]!);

  function fold<A extends Uint16Array | BigUint64Array | Uint8Array>(into: A, add: (sum: A[number], i: number, uid: number) => A[number]): A {
    for (let i = 0; i < terms.length; i++) {
      for (let uid = 0; uid < n; uid++) into[uid] = add(into[uid]!, i, uid);
    }
    return into;
  }

  const result: SubnetEpochResult = {
    stakeWeight: words("stakeWeight"),
    active: flags("active"),
    consensus: words("consensus"),
    dividends: words("dividends"),
    validatorTrust: words("validatorTrust"),
    serverEmission: amounts("serverEmission"),
    validatorEmission: amounts("validatorEmission"),
    emission: amounts("emission"),
    newValidatorPermits: flags("newValidatorPermits"),
    stake: amounts("stake"),
    mechanisms: terms.map(mechanismResult),
  };
  const traces = terms.flatMap(({ trace }) => (trace ? [trace] : []));
  if (traces.length > 0) result.trace = traces as EpochTrace[] | NullTrace[];
  return result;
}

function mechanismResult(terms: MechanismTerms<unknown>): MechanismResult {
  const { incentive, consensus, serverEmission, validatorEmission, bonds } = terms;
  return bonds === undefined
    ? { incentive, consensus, serverEmission, validatorEmission }
    : { incentive, consensus, serverEmission, validatorEmission, bonds };
}
