import { ChainError, ChainTrapError, UnknownRuleError } from "../errors.js";
import { splitEmission } from "../reference/mechanisms.js";
import { NEWEST_RULE_SET, RULE_SETS } from "../ruleSets/ruleSets.js";
import { ruleAt } from "../rules/ruleAt.js";
import type { RuleSet, SubnetEpochState, SubnetState, Yuma } from "../types.js";
import { candidates, isDivisible, isAccrualExact, raoBounds, sumOf, type Amount, type Budgets } from "./amount.js";
import { compareStored, type FieldComparison } from "./compare.js";
import { readInput, viewsOf, type NotExact, type ReadInput, type Views } from "./input.js";
import { run, stateOf, type Outcome } from "./outcome.js";
import { OLDEST_SPEC } from "./record.js";
import type { Recording } from "./recording.js";

/** Where an epoch's input comes from; the boundary takes it along with a state and reads nothing of it. */
export interface Provenance {
  /** as the chain names itself */
  network: string;
  /** hash of block 0 */
  genesis: string;
  /** of the subnet */
  netuid: number;
  /** the mechanism that the state is of, where the subnet has several and one was asked for */
  mechanism: number | null;
  /** of the epoch, as text */
  block: string;
  /** of the blocks at whose end the states before and after the epoch were read */
  hashes: { before: string; after: string };
  /** of the runtime that executed the block */
  spec: number;
  /** whether the rule set is what the caller named, not what the spec says */
  rulesNamed: boolean;
  /** when it was read from the node, ISO 8601 */
  when: string;
  /** the storage items that were read, and the runtime call where there was one */
  items: string[];
  /** how the amount is known; rao as decimal texts */
  amount: { how: Amount["how"]; candidates: string[]; bounds: [string, string] | null };
  /** what of the input is not sure, and why */
  notExact: NotExact[];
  /** what a reader should know of the reading */
  remarks: string[];
}

/** One epoch's input, as read from a node or a recording. */
export interface EpochRead {
  /** of the subnet */
  netuid: number;
  /** of the epoch */
  block: bigint;
  /** of the runtime that executed the block */
  spec: number;
  /** that the state names */
  ruleSet: RuleSet;
  /** uids, and mechanisms */
  n: number;
  mechanisms: number;
  /** of one mechanism under Yuma consensus a state, else a subnet; with its `provenance` */
  state: (SubnetState | SubnetEpochState) & { provenance: Provenance };
  /** what there is to give out, and how that is known */
  amount: Amount;
  /** what of the input is not sure, and why */
  notExact: NotExact[];
  /** what a reader should know of the reading */
  remarks: string[];
  /** uids whose neuron was replaced later in the block */
  replaced: number[];
  /** where the state comes from */
  provenance: Provenance;
}

export interface ReadOptions {
  /** settles what the counters leave open by the stored emission; without an engine the likeliest is taken */
  yuma?: Yuma | undefined;
  /** in place of what the spec says */
  ruleSet?: RuleSet | undefined;
  /** one of a subnet's mechanisms instead of all */
  mechanism?: number | undefined;
}

/** The rules under which a runtime ran its epochs. @throws ChainError where we have none */
function rulesOf(spec: number, named: RuleSet | undefined): RuleSet {
  if (spec < OLDEST_SPEC)
    throw new ChainError(
      "unknown-spec",
      `spec ${spec}`,
      `expected a runtime from spec ${OLDEST_SPEC} on, as storage was another before`,
      "",
    );
  if (named !== undefined) return named;
  const newest = RULE_SETS[NEWEST_RULE_SET].spec;
  if (spec > newest)
    throw new ChainError(
      "unknown-spec",
      `spec ${spec}`,
      `expected a runtime up to spec ${newest}, the newest that we know; name a rule set to take all the same`,
      "",
    );
  try {
    return ruleAt("epoch", spec).rule;
  } catch (error) {
    if (!(error instanceof UnknownRuleError)) throw error;
    throw new ChainError("unknown-spec", `spec ${spec}`, error.message, "");
  }
}

/** A read epoch with what it is compared by. */
export interface ReadEpoch {
  read: EpochRead;
  recording: Recording;
  views: Views;
  input: ReadInput;
}

/** @throws ChainError where the recording does not decode, or is of a spec without rules */
export function readRecorded(recording: Recording, options: ReadOptions = {}): ReadEpoch {
  const views = viewsOf(recording);
  const spec = recording.specs.before;
  const ruleSet = rulesOf(spec, options.ruleSet);
  const input = readInput(recording, views, ruleSet);
  const { mechanism } = options;
  if (mechanism !== undefined && mechanism >= input.mechanisms.length) {
    const there = `expected one of its ${input.mechanisms.length}, counted from 0`;
    throw new ChainError("unknown-mechanism", `mechanism ${mechanism} of subnet ${recording.netuid}`, there, "");
  }
  if (mechanism !== undefined && input.epochConsensus === "null")
    throw new ChainError(
      "unknown-mechanism",
      `mechanism ${mechanism} of subnet ${recording.netuid}`,
      "a Null epoch has a form for the whole subnet only",
      "",
    );
  const { amount, budgets } = amountOf({ recording, views, input }, options.yuma);
  if (options.ruleSet !== undefined) input.remarks.push(`run under ${ruleSet}, which was named; the runtime's spec is ${spec}`);
  if (spec < 334)
    input.remarks.push("where the epoch of another subnet came earlier in the block, the stakes on the root may have grown by then");
  const provenance: Provenance = {
    network: recording.network,
    genesis: recording.genesis,
    netuid: recording.netuid,
    mechanism: mechanism ?? null,
    block: recording.block,
    hashes: recording.hashes,
    spec,
    rulesNamed: options.ruleSet !== undefined,
    when: recording.when,
    items: [
      ...new Set([...recording.before, ...recording.after].map(({ item }) => item)),
      "System.Events",
      ...(recording.subnetState === null ? [] : ["get_subnet_state"]),
    ],
    amount: {
      how: amount.how,
      candidates: amount.candidates.map(String),
      bounds: amount.bounds === null ? null : [String(amount.bounds[0]), String(amount.bounds[1])],
    },
    notExact: input.notExact,
    remarks: input.remarks,
  };
  const state = mechanism === undefined ? stateOf(input, budgets) : mechanismState(input, budgets, mechanism);
  return {
    recording,
    views,
    input,
    read: {
      netuid: recording.netuid,
      block: BigInt(recording.block),
      spec,
      ruleSet,
      n: input.shared.n,
      mechanisms: input.mechanisms.length,
      state: { ...state, provenance },
      amount,
      notExact: input.notExact,
      remarks: input.remarks,
      replaced: [...input.replaced],
      provenance,
    },
  };
}

function mechanismState(input: ReadInput, budgets: Budgets, mechanism: number): SubnetState {
  const parts = splitEmission(sumOf(budgets), input.emissionSplit, input.mechanisms.length, RULE_SETS[input.shared.ruleSet]);
  return { ...input.shared, ...input.mechanisms[mechanism]!, raoEmission: parts[mechanism]! };
}

type Known = Pick<ReadEpoch, "recording" | "views" | "input">;

/** What was given out. chain-reading.md 4 */
function amountOf({ recording, views, input }: Known, yuma: Yuma | undefined): { amount: Amount; budgets: Budgets } {
  const { netuid, specs } = recording;
  const states = { ...views, netuid, spec: specs.before };
  const possible = candidates(states);
  const rao = possible.map(sumOf);
  const stored = views.after.value("u64s", "Emission", netuid);
  const counts = (uid: number) => uid < stored.length && !input.replaced.has(uid);
  const decide = (budgets: Budgets, how: Amount["how"], bounds: Amount["bounds"]) => {
    if (how === "estimated" || how === "emission") {
      const why =
        how === "estimated"
          ? "the counters leave several amounts open, and no stored emission settles which"
          : "the amount is what the stored emission allows; the counters have another";
      input.notExact.push({ field: input.mechanisms.length === 1 ? "raoEmission" : "budgets", why, affects: "emission" });
    }
    return { budgets, amount: { ...budgets, rao: sumOf(budgets), how, candidates: rao, bounds } };
  };
  const single = input.mechanisms.length === 1 && input.epochConsensus === "yuma";
  const divisible = single
    ? possible.filter((one) =>
        isDivisible(
          sumOf(one),
          [...stored].filter((_, uid) => counts(uid)),
        ),
      )
    : [];
  const sure = possible.length === 1 || isAccrualExact(states);
  if (yuma === undefined) {
    if (sure) return decide(possible[0]!, "counters", null);
    const [only] = divisible;
    return divisible.length === 1 && sumOf(only!) > 1n << 32n ? decide(only!, "settled", null) : decide(possible[0]!, "estimated", null);
  }
  if (!single) {
    const { budgets, differences } = leastDifferent({ recording, views, input }, yuma, possible);
    const how = budgets === possible[0] && sure ? "counters" : differences === 0 ? "settled" : "estimated";
    return decide(budgets, how, null);
  }
  const shares = run(yuma, stateOf(input, { minerBudget: 1n << 32n, localDividendBudget: 0n, rootBudget: 0n })).emission;
  const padded = new BigUint64Array(shares.length);
  padded.set(stored.subarray(0, shares.length));
  const bounds = raoBounds(shares, padded, counts);
  // Every share is 0: any amount gives what is stored.
  if (bounds === undefined) return decide(possible[0]!, sure ? "counters" : "settled", null);
  if (bounds === null) {
    // No amount gives what is stored: the input is another, and the comparison will say where.
    return decide(divisible[0] ?? possible[0]!, sure ? "counters" : "settled", null);
  }
  const [least, most] = bounds;
  const fitting = possible.filter((one) => sumOf(one) >= least && sumOf(one) <= most);
  if (fitting.length > 0) {
    // Of several that give what is stored, the event on what the miners got may know one: it has the uids that were replaced, too.
    const chosen = fitting.length === 1 ? fitting[0]! : leastDifferent({ recording, views, input }, yuma, fitting).budgets;
    return decide(chosen, chosen === possible[0] && sure ? "counters" : "settled", bounds);
  }
  return decide({ minerBudget: least, localDividendBudget: 0n, rootBudget: 0n }, "emission", bounds);
}

/** The first of the amounts with which the fewest stored outputs differ. */
function leastDifferent(known: Known, yuma: Yuma, possible: readonly Budgets[]): { budgets: Budgets; differences: number } {
  let best = { budgets: possible[0]!, differences: Number.POSITIVE_INFINITY };
  for (const budgets of possible) {
    const differences = differencesOf(known, yuma, budgets);
    if (differences < best.differences) best = { budgets, differences };
    if (differences === 0) break;
  }
  return best;
}

/** How many stored outputs differ with an amount. An input on which the chain would have aborted differs in all. */
function differencesOf({ recording, views, input }: Known, yuma: Yuma, budgets: Budgets): number {
  try {
    const outcome = run(yuma, stateOf(input, budgets));
    const scratch = { ...input, remarks: [] };
    return compareStored({ recording, views, input: scratch, outcome }).filter(({ status }) => status === "different").length;
  } catch (error) {
    if (error instanceof ChainTrapError) return Number.POSITIVE_INFINITY;
    throw error;
  }
}

/** What the chain stored of an epoch against what it gives here. @throws ChainTrapError where the chain would have aborted on this input */
export function compareRead({ recording, views, input, read }: ReadEpoch, yuma: Yuma): { fields: FieldComparison[]; outcome: Outcome } {
  const outcome = run(yuma, stateOf(input, read.amount));
  return { outcome, fields: compareStored({ recording, views, input, outcome }) };
}
