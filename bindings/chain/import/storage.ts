import { FORMS } from "../../boundary/input.js";
import { EpochInputError } from "../../errors.js";
import { RULE_SETS } from "../../ruleSets/ruleSets.js";
import { ruleAt } from "../../rules/ruleAt.js";
import type { LiquidAlphaConsensusMode, RuleSet, SubnetState } from "../../types.js";
import { COUNTS_EPOCHS } from "../commits.js";
import { cutoffByTempo } from "../input.js";
import type { ItemName } from "../items.js";
import { MECHANISM_STEP, MOST_MECHANISMS } from "../mechanismIndex.js";
import type { StoredEntry } from "../recording.js";
import { Draft, type ImportedMechanism, type ImportedResults, type ImportedState } from "./draft.js";
import { mechanismOf, type DumpMoment } from "./dumpMechanism.js";
import { takeStakes } from "./dumpStakes.js";
import { DumpView } from "./dumpView.js";
import type { Dump } from "./entries.js";

export interface DumpPlace extends DumpMoment {
  netuid: number | null;
}

/** Items of which a subnet with miners has some. */
const TELLING: readonly ItemName[] = ["Weights", "Bonds", "Emission", "Incentive", "Dividends", "LastUpdate", "Keys"];

/** Items with an index of a mechanism in their keys. */
const OF_A_MECHANISM: readonly ItemName[] = ["Weights", "Bonds", "Incentive", "LastUpdate", "ConsensusByMechanism"];

const U16S: readonly (readonly [ItemName, keyof SubnetState])[] = [
  ["Tempo", "tempo"],
  ["Kappa", "kappa"],
  ["BondsPenalty", "bondsPenalty"],
  ["MaxAllowedValidators", "maxAllowedValidators"],
];

const U64S: readonly (readonly [ItemName, keyof SubnetState, boolean])[] = [
  ["TaoWeight", "taoWeight", false],
  ["StakeThreshold", "stakeThreshold", false],
  ["BondsMovingAverage", "bondsMovingAverage", true],
  ["LastMechansimStepBlock", "lastMechanismStepBlock", true],
  ["LastYumaStepBlock", "lastYumaStepBlock", true],
];

const FLAGS: readonly (readonly [ItemName, keyof SubnetState])[] = [
  ["Yuma3On", "yuma3"],
  ["LiquidAlphaOn", "liquidAlpha"],
  ["CommitRevealWeightsEnabled", "commitReveal"],
];

const WORDS = [
  ["Consensus", "consensus"],
  ["Dividends", "dividends"],
  ["ValidatorTrust", "validatorTrust"],
  ["StakeWeight", "stakeWeight"],
  ["Rank", "ranks"],
  ["Trust", "trust"],
  ["PruningScores", "pruningScores"],
] as const satisfies readonly (readonly [ItemName, keyof ImportedResults])[];

/** A dump's subnet. @throws EpochInputError where it holds none, or several and none is asked for */
export function fromStorage({ entries }: Dump, place: DumpPlace): Draft {
  const dump = new DumpView(entries, place.netuid ?? onlyNetuid(entries));
  const draft = new Draft("storage", dump.n);
  draft.netuid = dump.netuid;
  draft.spec = place.spec;
  draft.block = place.block;
  draft.lastEpoch = dump.of("u64", "LastMechansimStepBlock") ?? null;
  const ruleSet = ruleSetOf(place.spec, draft);
  takeParameters(dump, draft, place.spec, ruleSet);
  takeOutputs(dump, draft, place.spec);
  takeStakes(dump, draft);
  takeMechanisms(dump, draft, { ...place, ruleSet });
  return draft;
}

function onlyNetuid(entries: readonly StoredEntry[]): number {
  const found = new Set<number>();
  for (const { item, args } of entries) if (TELLING.includes(item) && typeof args[0] === "number") found.add(args[0] % MECHANISM_STEP);
  found.delete(0);
  if (found.size === 1) return [...found][0]!;
  const some = [...found].slice(0, 10).join(", ");
  throw new EpochInputError(
    found.size === 0 ? "entries" : "options.netuid",
    found.size === 0
      ? "items of a subnet (Weights, Bonds, Emission, Keys, ...)"
      : `one of the ${found.size} subnets in the file (${some}${found.size > 10 ? ", ..." : ""})`,
    undefined,
  );
}

function takeParameters(dump: DumpView, draft: Draft, spec: number | null, ruleSet: RuleSet | undefined): void {
  const put = (name: keyof SubnetState, value: unknown) => {
    if (value !== undefined) Object.assign(draft.state, { [name]: value });
  };
  put("ruleSet", ruleSet);
  for (const [item, name] of U16S) put(name, dump.of("u16", item));
  for (const [item, name, keyed] of U64S) put(name, keyed ? dump.of("u64", item) : dump.at("u64", item));
  for (const [item, name] of FLAGS) put(name, dump.of("bool", item));
  const alphas = dump.of("pair", "AlphaValues");
  put("alphaLow", alphas?.[0]);
  put("alphaHigh", alphas?.[1]);
  put("alphaSigmoidSteepness", steepness(dump, spec));
  put("liquidAlphaConsensusMode", dump.of("name", "LiquidAlphaConsensusMode")?.toLowerCase() as LiquidAlphaConsensusMode | undefined);
  put("activityCutoff", activityCutoff(dump, spec));
  put("ownerUid", ownerUid(dump));
  put("blockAtRegistration", registrations(dump));
}

function takeOutputs(dump: DumpView, draft: Draft, spec: number | null): void {
  const { state, results } = draft;
  const permits = dump.of("bools", "ValidatorPermit");
  if (permits !== undefined) {
    state.validatorPermits = dump.forAll(permits, "ValidatorPermit", draft, "validatorPermits");
    results.newValidatorPermits = state.validatorPermits.slice();
  }
  const active = dump.of("bools", "Active");
  if (active !== undefined) results.active = dump.forAll(active, "Active", draft, "results.active");
  const emission = dump.of("u64s", "Emission");
  if (emission !== undefined) results.emission = dump.forAll(emission, "Emission", draft, "results.emission");
  for (const [item, name] of WORDS) {
    const words = dump.of("u16s", item);
    if (words === undefined) continue;
    results[name] = dump.forAll(words, item, draft, `results.${name}`);
    const why = stale(item, spec);
    if (why !== null) draft.inexact(`results.${name}`, why);
  }
}

/** One mechanism has its fields among the others; several, and any under Null consensus, are a list. chain-reading.md 2 */
function takeMechanisms(dump: DumpView, draft: Draft, moment: DumpMoment & { ruleSet: RuleSet | undefined }): void {
  const { state, results } = draft;
  const count = mechanismCount(dump);
  const isNull = (moment.spec === null || moment.spec >= 475) && dump.of("name", "SubnetEpochConsensus") === "Null";
  if (count === 1 && !isNull) {
    const one = mechanismOf(dump, 0, draft, "", moment);
    Object.assign(state, one.state);
    const { consensus: _, ...own } = one.results;
    Object.assign(results, own);
    return;
  }
  const each = Array.from({ length: count }, (_, mechanism) => mechanismOf(dump, mechanism, draft, `mechanisms[${mechanism}].`, moment));
  state.epochConsensus = isNull ? "null" : "yuma";
  state.mechanisms = each.map((one) => one.state);
  if (isNull) keepOfNull(state, state.mechanisms);
  results.mechanisms = each.map((one) => one.results);
  const split = dump.of("u16s", "MechanismEmissionSplit");
  if (split !== undefined) state.emissionSplit = split;
  else if (dump.hasNone("MechanismEmissionSplit")) state.emissionSplit = null;
}

/** A Null epoch reads less, and its form has no more. */
function keepOfNull(state: ImportedState, mechanisms: readonly ImportedMechanism[]): void {
  for (const name of Object.keys(state) as (keyof ImportedState)[]) if (!Object.hasOwn(FORMS.nullSubnet, name)) delete state[name];
  for (const mechanism of mechanisms) delete mechanism.previousConsensus;
}

/** As stored; where that is not in the file, as many as it has something of. */
function mechanismCount(dump: DumpView): number {
  const stored = dump.of("u8", "MechanismCountCurrent");
  if (stored !== undefined && stored > MOST_MECHANISMS)
    throw new EpochInputError(`entries.MechanismCountCurrent[${dump.netuid}]`, `at most ${MOST_MECHANISMS}`, stored);
  if (stored !== undefined) return Math.max(stored, 1);
  const indices = dump.entries.flatMap(({ item, args: [index] }) =>
    OF_A_MECHANISM.includes(item) && typeof index === "number" && index % MECHANISM_STEP === dump.netuid ? [index] : [],
  );
  return indices.reduce((most, index) => Math.max(most, Math.floor(index / MECHANISM_STEP)), 0) + 1;
}

function ruleSetOf(spec: number | null, draft: Draft): RuleSet | undefined {
  if (spec === null) return undefined;
  try {
    const { rule } = ruleAt("epoch", spec);
    return Object.hasOwn(RULE_SETS, rule) ? (rule as RuleSet) : undefined;
  } catch {
    draft.inexact("ruleSet", `no rules of spec ${spec} are known`);
    return undefined;
  }
}

function steepness(dump: DumpView, spec: number | null): number | undefined {
  const found = dump.of("i16", "AlphaSigmoidSteepness");
  const plain = spec !== null && spec < 283;
  return found !== undefined && plain ? found & 0xffff : found;
}

function activityCutoff(dump: DumpView, spec: number | null): bigint | undefined {
  const factor = dump.of("u32", "ActivityCutoffFactorMilli");
  if (factor !== undefined && (spec === null || spec >= COUNTS_EPOCHS)) {
    const tempo = dump.of("u16", "Tempo");
    return tempo === undefined ? undefined : cutoffByTempo(factor, tempo);
  }
  const stored = spec === null || spec < COUNTS_EPOCHS ? dump.of("u16", "ActivityCutoff") : undefined;
  return stored === undefined ? undefined : BigInt(stored);
}

function ownerUid(dump: DumpView): number | null | undefined {
  const hotkey = dump.of("account", "SubnetOwnerHotkey");
  if (hotkey === undefined) return undefined;
  const stored = dump.at("u16", "Uids", dump.netuid, hotkey);
  if (stored !== undefined) return stored;
  for (let uid = 0; uid < dump.n; uid++) if (dump.at("account", "Keys", dump.netuid, uid) === hotkey) return uid;
  return dump.hotkeys === null ? undefined : null;
}

function registrations(dump: DumpView): BigUint64Array | undefined {
  const blocks = new BigUint64Array(dump.n);
  for (let uid = 0; uid < dump.n; uid++) {
    const block = dump.at("u64", "BlockAtRegistration", dump.netuid, uid);
    if (block === undefined) return undefined;
    blocks[uid] = block;
  }
  return blocks;
}

function stale(item: ItemName, spec: number | null): string | null {
  if (item === "StakeWeight" && (spec === null || (spec >= 320 && spec <= 322))) return "stale in specs 320 to 322";
  const isRank = item === "Rank" || item === "Trust" || item === "PruningScores";
  return isRank && (spec === null || spec >= 365) ? "stale from spec 365 on" : null;
}
