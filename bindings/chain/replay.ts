import type { RuleSet, Yuma } from "../types.js";
import type { Amount } from "./amount.js";
import { STAGES, type FieldComparison } from "./compare.js";
import type { NotExact } from "./input.js";
import { stateOf, run } from "./outcome.js";
import { compareRead, readRecorded, type ReadEpoch, type ReadOptions } from "./read.js";
import type { Recording } from "./recording.js";

/** A uid's part of the emission in raw bits (2^32 is all), ours and what the stored amount says. chain-reading.md 4 */
export interface RawShare {
  uid: number;
  ours: bigint;
  chain: bigint;
}

/** One epoch of the chain, run again and compared. */
export interface EpochReplay {
  /** as the chain names itself */
  network: string;
  /** of the subnet */
  netuid: number;
  /** of the epoch */
  block: bigint;
  /** of the block, 0x and 64 hex digits */
  hash: string;
  /** of the runtime that executed the block */
  spec: number;
  /** by which it was run */
  ruleSet: RuleSet;
  /** uids */
  n: number;
  /** how many */
  mechanisms: number;
  /** "not exact": it differs, and only in what the input does not tell exactly */
  verdict: "equal" | "different" | "not exact";
  /** the first stage, in the order of the epoch, of which a stored output differs; null where none does */
  stage: string | null;
  /** every stored output, in the order of the epoch */
  fields: FieldComparison[];
  /** what there was to give out, and how that is known */
  amount: Amount;
  /** what of the input is not sure, and why */
  notExact: NotExact[];
  /** what a reader should know of the reading */
  remarks: string[];
  /** uids whose neuron was replaced later in the block, which are left out */
  replaced: number[];
  /** of uids whose emission differs, where the amount is above 2^32 rao */
  shares: RawShare[];
}

/** Runs a recorded epoch again and compares all that the chain stored of it. @throws ChainError, ChainTrapError, EpochSizeError */
export function replayRecorded(recording: Recording, options: ReadOptions & { yuma: Yuma }): EpochReplay {
  const epoch = readRecorded(recording, { ...options, mechanism: undefined });
  const { fields } = compareRead(epoch, options.yuma);
  const { read } = epoch;
  const different = fields.filter(({ status }) => status === "different");
  const exact = different.filter((field) => field.exact);
  return {
    network: recording.network,
    netuid: read.netuid,
    block: read.block,
    hash: recording.hashes.after,
    spec: read.spec,
    ruleSet: read.ruleSet,
    n: read.n,
    mechanisms: read.mechanisms,
    verdict: exact.length > 0 ? "different" : different.length > 0 ? "not exact" : "equal",
    stage: STAGES.find((stage) => (exact.length > 0 ? exact : different).some((field) => field.stage === stage)) ?? null,
    fields,
    amount: read.amount,
    notExact: read.notExact,
    remarks: [...new Set(read.remarks)],
    replaced: read.replaced,
    shares: rawShares(epoch, fields, options.yuma),
  };
}

const ONE = 1n << 32n;

function rawShares({ input, read, views }: ReadEpoch, fields: readonly FieldComparison[], yuma: Yuma): RawShare[] {
  const emission = fields.find(({ field }) => field === "Emission");
  const { rao } = read.amount;
  if (emission?.uids === undefined || input.mechanisms.length > 1 || input.epochConsensus === "null" || rao <= ONE) return [];
  const ours = run(yuma, stateOf(input, { minerBudget: ONE, localDividendBudget: 0n, rootBudget: 0n })).emission;
  const stored = views.after.value("u64s", "Emission", read.netuid);
  return emission.uids.map((uid) => ({ uid, ours: ours[uid]!, chain: ((stored[uid] ?? 0n) * ONE + rao - 1n) / rao }));
}
