import { RULE_SETS } from "../../ruleSets/ruleSets.js";
import type { RuleSet } from "../../types.js";
import { COMMIT_ITEMS, COUNTS_EPOCHS, commitBlocks } from "../commits.js";
import { indexOf } from "../mechanismIndex.js";
import type { Draft, ImportedMechanism, ImportedMechanismResults } from "./draft.js";
import { inOurWords, type DumpView } from "./dumpView.js";

/** What a dump says of when it was made. */
export interface DumpMoment {
  spec: number | null;
  /** the state is the one after this block */
  block: bigint | null;
}

/**
 * What is stored of one mechanism of a subnet, by its own index.
 * @param path in front of its fields where the subnet has several, as "mechanisms[1]."
 */
export function mechanismOf(
  dump: DumpView,
  mechanism: number,
  draft: Draft,
  path: string,
  { ruleSet, ...moment }: DumpMoment & { ruleSet: RuleSet | undefined },
): { state: ImportedMechanism; results: ImportedMechanismResults } {
  const { netuid } = dump;
  const index = indexOf(netuid, mechanism);
  const state: ImportedMechanism = {};
  const results: ImportedMechanismResults = {};
  const lastUpdate = dump.at("u64s", "LastUpdate", index);
  if (lastUpdate !== undefined) state.lastUpdate = dump.forAll(lastUpdate, "LastUpdate", draft, `${path}lastUpdate`);
  const weights = dump.rows("Weights", index);
  if (weights !== undefined) state.weights = weights;
  const bonds = dump.rows("Bonds", index);
  if (bonds !== undefined) {
    state.bonds = bonds;
    results.bonds = { starts: bonds.starts.slice(), uids: bonds.uids.slice(), values: bonds.values.slice() };
  }
  const commits = commitsOf(dump, mechanism, moment);
  if (commits !== null) {
    state.commitBlocks = commits;
    draft.inexact(
      `${path}commitBlocks`,
      "as of the next epoch; what is not in the file is taken as not committed, and what that epoch's block reveals is not known",
    );
  }
  const ofAll = ruleSet !== undefined && RULE_SETS[ruleSet].liquidAlphaConsensusSelectable && !RULE_SETS[ruleSet].liquidAlphaGateSelected;
  const own = dump.at("u16s", "ConsensusByMechanism", index);
  const previous = ofAll ? dump.of("u16s", "Consensus") : own;
  if (previous !== undefined) state.previousConsensus = previous;
  if (own !== undefined) results.consensus = dump.forAll(own, "ConsensusByMechanism", draft, `results.${path}consensus`);
  const incentive = dump.at("u16s", "Incentive", index);
  if (incentive !== undefined) results.incentive = dump.forAll(incentive, "Incentive", draft, `results.${path}incentive`);
  return { state, results };
}

/** Commits that hold at the next epoch, by the rules of a node's; null where the file does not say enough. chain-reading.md 2 */
function commitsOf(dump: DumpView, mechanism: number, { spec: known, block }: DumpMoment): BigUint64Array | null {
  const { netuid, n, hotkeys } = dump;
  const index = dump.of("u64", "SubnetEpochIndex");
  const spec = known ?? (index === undefined ? null : COUNTS_EPOCHS);
  if (spec === null || hotkeys === null || !COMMIT_ITEMS.some((item) => dump.holds(item))) return null;
  const next = spec >= COUNTS_EPOCHS ? 0n : block === null || dump.of("u16", "Tempo") === undefined ? null : block + 1n;
  if (next === null || (spec >= COUNTS_EPOCHS && index === undefined)) return null;
  const view = dump.with([["RevealPeriodEpochs", netuid]]);
  const uidOf = new Map(hotkeys.map((hotkey, uid) => [hotkey, uid]));
  return inOurWords(() => commitBlocks(view, view, { netuid, mechanism, block: next, spec }, uidOf, n));
}
