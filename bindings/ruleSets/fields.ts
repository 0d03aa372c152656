import type { RuleSet } from "../types.js";
import { RULE_SETS, RULE_SET_IDS, type EpochRules } from "./ruleSets.js";

/** A field of a state that not every rule set reads: which do, and what it counts as under the others. */
interface SometimesRead {
  reads(rules: EpochRules): boolean;
  /** so that it has no effect; `n` uids */
  ignored(n: number): unknown;
}

const none = () => null;
const off = () => false;
const zero = () => 0;
const zeroBlocks = () => 0n;
const zeroes = (n: number) => new BigUint64Array(n);

const dynamicTao = ({ dynamicTao: reads }: EpochRules) => reads;
const anyLiquidAlpha = ({ yuma3, liquidAlphaByColumn }: EpochRules) => yuma3 || liquidAlphaByColumn;
const yuma3 = ({ yuma3: reads }: EpochRules) => reads;
const commitReveal = ({ commitRevealMask }: EpochRules) => commitRevealMask;
const selectable = ({ liquidAlphaConsensusSelectable }: EpochRules) => liquidAlphaConsensusSelectable;

/** The types of `HistoricSubnetState` say the same to a reader. */
const SOMETIMES_READ: Readonly<Record<string, SometimesRead>> = {
  stake: { reads: (rules) => !rules.dynamicTao, ignored: none },
  alphaStake: { reads: dynamicTao, ignored: zeroes },
  taoStake: { reads: dynamicTao, ignored: zeroes },
  taoWeight: { reads: dynamicTao, ignored: zeroBlocks },
  bondsPenalty: { reads: dynamicTao, ignored: zero },
  liquidAlpha: { reads: anyLiquidAlpha, ignored: off },
  alphaLow: { reads: anyLiquidAlpha, ignored: zero },
  alphaHigh: { reads: anyLiquidAlpha, ignored: zero },
  ownerUid: { reads: ({ ownerSelfWeight }) => ownerSelfWeight, ignored: none },
  tempo: { reads: ({ bondsCutoffFromTempo }) => bondsCutoffFromTempo, ignored: zero },
  yuma3: { reads: yuma3, ignored: off },
  stakeThreshold: { reads: yuma3, ignored: zeroBlocks },
  alphaSigmoidSteepness: { reads: yuma3, ignored: zero },
  commitReveal: { reads: commitReveal, ignored: off },
  commitBlocks: { reads: commitReveal, ignored: zeroes },
  lastMechanismStepBlock: { reads: ({ bondsCutoffFromLastStep }) => bondsCutoffFromLastStep, ignored: zeroBlocks },
  liquidAlphaConsensusMode: { reads: selectable, ignored: () => "current" },
  previousConsensus: { reads: selectable, ignored: () => new Uint16Array(0) },
  lastYumaStepBlock: { reads: ({ bondsCutoffFromYumaStep }) => bondsCutoffFromYumaStep, ignored: none },
};

function unreadBy(id: RuleSet): ReadonlyMap<string, SometimesRead["ignored"]> {
  const unread = Object.entries(SOMETIMES_READ).filter(([, { reads }]) => !reads(RULE_SETS[id]));
  return new Map(unread.map(([name, { ignored }]) => [name, ignored]));
}

/** The fields that a rule set does not read, each with what it counts as. */
export const UNREAD: Readonly<Record<RuleSet, ReadonlyMap<string, (n: number) => unknown>>> = Object.fromEntries(
  RULE_SET_IDS.map((id) => [id, unreadBy(id)]),
) as Record<RuleSet, ReadonlyMap<string, (n: number) => unknown>>;

/** Which rule sets read a field, in words; empty where all do. */
export function readers(name: string): string {
  const field = SOMETIMES_READ[name];
  if (field === undefined) return "";
  const ids = RULE_SET_IDS.filter((id) => field.reads(RULE_SETS[id]));
  if (ids.at(-1) === RULE_SET_IDS.at(-1)) return `read from ${ids[0]} on`;
  return `read up to ${ids.at(-1)}`;
}
