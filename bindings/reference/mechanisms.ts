import type { CheckedSubnetState } from "../boundary/input.js";
import type { HistoricSubnetEpochResult, EpochOptions, HistoricEpochTrace, MechanismResult, NullTrace } from "../types.js";
import { epoch, type MechanismTerms } from "./epoch.js";
import { RULE_SETS, type EpochRules } from "../ruleSets/ruleSets.js";
import { U16_MAX, U64_MAX } from "./fixed.js";
import { nullEpoch } from "./null.js";

function saturatingU64(value: bigint): bigint {
  return value > U64_MAX ? U64_MAX : value;
}

/**
 * An amount over `count` mechanisms by the stored split, or evenly where none of that length is stored.
 * What truncation leaves goes to the first. mechanisms.md.
 */
export function splitEmission(
  amount: bigint,
  split: Uint16Array | null,
  count: number,
  { shortSplitPadded }: Pick<EpochRules, "shortSplitPadded">,
): bigint[] {
  const counts = split !== null && (shortSplitPadded || split.length === count);
  const parts = Array.from({ length: count }, (_, i) =>
    counts ? BigInt.asUintN(64, (amount * BigInt(split[i] ?? 0)) / U16_MAX) : amount / BigInt(count),
  );
  const given = saturatingU64(parts.reduce((sum, part) => sum + part, 0n));
  if (amount > given) parts[0] = saturatingU64(parts[0]! + amount - given);
  return parts;
}

/** A mechanism's part of the total in U64F64; with nothing to give out the first counts alone. */
function mechanismWeight(part: bigint, total: bigint, index: number): bigint {
  if (total === 0n) return index === 0 ? 1n << 64n : 0n;
  return (part << 64n) / total;
}

/** A running weighted sum, truncated and clamped after each mechanism. */
function weightedSum(sum: bigint, value: bigint, weightX64: bigint, max: bigint): bigint {
  const next = sum + ((value * weightX64) >> 64n);
  return next > max ? max : next;
}

/** Runs each mechanism on its part of the emission and puts the terms together. mechanisms.md. */
export function subnetEpoch(state: CheckedSubnetState, options: Pick<EpochOptions, "trace">): HistoricSubnetEpochResult {
  const total = saturatingU64(saturatingU64(state.minerBudget + state.localDividendBudget) + state.rootBudget);
  const { parts, terms } = runMechanisms(state, total, options);
  return aggregate(
    state,
    terms,
    parts.map((part, index) => mechanismWeight(part, total, index)),
  );
}

function runMechanisms(
  state: CheckedSubnetState,
  total: bigint,
  options: Pick<EpochOptions, "trace">,
): { parts: bigint[]; terms: MechanismTerms<HistoricEpochTrace | NullTrace>[] } {
  const count = state.mechanisms.length;
  const split = (amount: bigint) => splitEmission(amount, state.emissionSplit, count, RULE_SETS[state.ruleSet]);
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

/** What the chain stores for the subnet. mechanisms.md 3 */
function aggregate(
  { n, ruleSet, epochConsensus }: CheckedSubnetState,
  terms: MechanismTerms<HistoricEpochTrace | NullTrace>[],
  weightsX64: bigint[],
): HistoricSubnetEpochResult {
  type Words = "stakeWeight" | "consensus" | "dividends" | "validatorTrust" | "ranks" | "trust" | "pruningScores";
  type Amounts = "serverEmission" | "validatorEmission" | "emission" | "stake";
  type Flags = "active" | "newValidatorPermits";
  const rules = RULE_SETS[ruleSet];
  const words = (key: Words) =>
    fold(new Uint16Array(n), (sum, i, uid) => Number(weightedSum(BigInt(sum), BigInt(terms[i]![key]![uid]!), weightsX64[i]!, U16_MAX)));
  const amounts = (key: Amounts) => fold(new BigUint64Array(n), (sum, i, uid) => saturatingU64(sum + terms[i]![key]![uid]!));
  const weightedAmounts = (key: Amounts) =>
    fold(new BigUint64Array(n), (sum, i, uid) => weightedSum(sum, terms[i]![key]![uid]!, weightsX64[i]!, U64_MAX));
  const flags = (key: Flags) => fold(new Uint8Array(n), (sum, i, uid) => sum | terms[i]![key][uid]!);

  function fold<A extends Uint16Array | BigUint64Array | Uint8Array>(
    into: A,
    add: (sum: A[number], i: number, uid: number) => A[number],
  ): A {
    for (let i = 0; i < terms.length; i++) {
      for (let uid = 0; uid < n; uid++) into[uid] = add(into[uid]!, i, uid);
    }
    return into;
  }

  const result: HistoricSubnetEpochResult = {
    stakeWeight: words("stakeWeight"),
    active: flags("active"),
    consensus: words("consensus"),
    dividends: words("dividends"),
    validatorTrust: words("validatorTrust"),
    ...(rules.ranksReported && { ranks: words("ranks"), trust: words("trust"), pruningScores: words("pruningScores") }),
    serverEmission: amounts("serverEmission"),
    validatorEmission: amounts("validatorEmission"),
    emission: epochConsensus === "yuma" ? weightedAmounts("emission") : amounts("emission"),
    newValidatorPermits: flags("newValidatorPermits"),
    ...(rules.stakeSummed && { stake: amounts("stake") }),
    mechanisms: terms.map(mechanismResult),
  };
  const traces = terms.flatMap(({ trace }) => (trace ? [trace] : []));
  if (traces.length > 0) result.trace = traces as HistoricEpochTrace[] | NullTrace[];
  return result;
}

function mechanismResult(terms: MechanismTerms<unknown>): MechanismResult {
  const { incentive, consensus, serverEmission, validatorEmission, bonds } = terms;
  return bonds === undefined
    ? { incentive, consensus, serverEmission, validatorEmission }
    : { incentive, consensus, serverEmission, validatorEmission, bonds };
}
