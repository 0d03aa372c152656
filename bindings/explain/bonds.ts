import { RULE_SETS } from "../ruleSets/ruleSets.js";
import { alphaDifference, constantAlpha, cursorValues, liquidAlphaParameters, liquidAlphaRow } from "../reference/bonds.js";
import { I32F32 } from "../reference/fixed.js";
import { dense, rowAt, type Row } from "../reference/rows.js";
import type { TracedEpoch } from "./epoch.js";

/** What decided a liquid alpha. Raw I32F32. */
export interface LiquidAlphaReason {
  /** "buys": the weight is at or above the old bond, and compared with the consensus; "sells": below, and with the bond */
  side: "buys" | "sells";
  consensusX32: bigint;
  /** weight and old bond as the chain's cursor sees them: 0 where an unsorted row hides them */
  weightX32: bigint;
  bondX32: bigint;
  /** how far apart, within 0 and one: the sigmoid's argument */
  differenceX32: bigint;
}

/** What moved one bond. Raw I32F32 unless said otherwise. */
export interface BondExplanation {
  /** the miner */
  uid: number;
  /** the bond before: what `oldStored` is after normalisation (classic) or as a fraction of 65535 (Yuma3) */
  oldX32: bigint;
  /** u16 as stored, 0 where there is none */
  oldStored: number;
  /** the miner registered at or after the cutoff, so that the old bond is gone */
  cleared: boolean;
  /** what this epoch's weights alone would make it */
  newX32: bigint;
  /** how fast it follows */
  alphaX32: bigint;
  /** null where the alpha is the constant one */
  liquidAlpha: LiquidAlphaReason | null;
  /** (1 - alpha) x old, floor; less where the sum saturates */
  keptX32: bigint;
  /** alpha x new, floor */
  addedX32: bigint;
  /** kept + added; under liquid alpha at most one */
  averagedX32: bigint;
  /** of all validators' bonds on the miner */
  columnX32: bigint;
  /** averaged / column: what the dividends are paid on */
  shareX32: bigint;
  /** before it is cut down to u16; with a permit in the next epoch it is stored */
  storedX32: bigint;
  /** of the miner */
  incentiveX32: bigint;
  /** share x incentive, floor; these sum to the validator's earnings */
  dividendX32: bigint;
}

interface Moved {
  uid: number;
  newX32: bigint;
  alphaX32: bigint;
  liquidAlpha: LiquidAlphaReason | null;
  keptX32: bigint;
  addedX32: bigint;
}

/** The validator's bonds, by miner: those it holds in the order of its row, then those that are gone. */
export function explainBonds(epoch: TracedEpoch, uid: number): BondExplanation[] {
  const { state, bonds, incentive, storedBonds } = epoch;
  const old = bonds.old(uid);
  const moved = bonds.liquidConsensus === null ? movedConstant(epoch, uid) : movedLiquid(epoch, uid, bonds.liquidConsensus);
  const [averaged, shares, stored] = [bonds.averaged(uid), bonds.shares(uid), rowAt(storedBonds, uid)].map((row) => row.values());
  const sums = accumulate(old, I32F32.ONE, state.n);
  const oldStored = storedRow(epoch, uid);
  const uids = new Set(moved.map((part) => part.uid));
  const gone = [...new Set([...old.map((entry) => entry.uid), ...oldStored.keys()])]
    .filter((miner) => miner < state.n && !uids.has(miner))
    .map((miner): Moved => ({ uid: miner, newX32: 0n, alphaX32: 0n, liquidAlpha: null, keptX32: 0n, addedX32: 0n }));
  return [...moved, ...gone].map((part) => {
    const held = part.keptX32 + part.addedX32 > 0n;
    const shareX32 = held ? (shares!.next().value?.value ?? 0n) : 0n;
    return {
      ...part,
      oldX32: sums.get(part.uid) ?? 0n,
      oldStored: oldStored.get(part.uid) ?? 0,
      cleared: bonds.cutoff <= state.blockAtRegistration[part.uid]!,
      averagedX32: held ? (averaged!.next().value?.value ?? 0n) : 0n,
      columnX32: bonds.totals[part.uid]!,
      shareX32,
      storedX32: held ? (stored!.next().value?.value ?? 0n) : 0n,
      incentiveX32: incentive[part.uid]!,
      dividendX32: I32F32.saturatingMul(incentive[part.uid]!, shareX32),
    };
  });
}

function storedRow({ state: { bonds } }: TracedEpoch, uid: number): Map<number, number> {
  const row = new Map<number, number>();
  for (let at = bonds.starts[uid]!; at < bonds.starts[uid + 1]!; at++) row.set(bonds.uids[at]!, bonds.values[at]!);
  return row;
}

/** By miner what the row's entries sum to, each times the factor, on top of what there is. Uids outside the network are left out. */
function accumulate(row: Row, factor: bigint, n: number, from: ReadonlyMap<number, bigint> = new Map()): Map<number, bigint> {
  const sums = new Map(from);
  for (const { uid, value } of row) {
    if (uid < n) sums.set(uid, I32F32.saturatingAdd(sums.get(uid) ?? 0n, I32F32.saturatingMul(factor, value)));
  }
  return sums;
}

function movedConstant({ state, bonds }: TracedEpoch, uid: number): Moved[] {
  const alphaX32 = constantAlpha(state);
  const [now, old] = [bonds.new(uid), bonds.old(uid)];
  const added = accumulate(now, alphaX32, state.n);
  const both = accumulate(old, I32F32.saturatingSub(I32F32.ONE, alphaX32), state.n, added);
  const sums = accumulate(now, I32F32.ONE, state.n);
  return [...both.keys()]
    .sort((a, b) => a - b)
    .map((miner) => {
      const addedX32 = added.get(miner) ?? 0n;
      return { uid: miner, newX32: sums.get(miner) ?? 0n, alphaX32, liquidAlpha: null, keptX32: both.get(miner)! - addedX32, addedX32 };
    });
}

/** Each entry of the new row is a bond of its own, in its order; an old bond without one is gone. bonds.md 6. */
function movedLiquid({ state, bonds }: TracedEpoch, uid: number, consensus: readonly bigint[]): Moved[] {
  const [now, old] = [bonds.new(uid), bonds.old(uid)];
  const alphas = liquidAlphaRow(now, old, consensus, liquidAlphaParameters(state, RULE_SETS[state.ruleSet]));
  const [seenWeights, seenBonds] = [cursorValues(now, state.n), cursorValues(old, state.n)];
  const oldValues = dense(old, state.n);
  return now.map(({ uid: miner, value }) => {
    const alphaX32 = alphas[miner]!;
    const [weightX32, bondX32, consensusX32] = [seenWeights[miner]!, seenBonds[miner]!, consensus[miner]!];
    const { side, difference } = alphaDifference(consensusX32, weightX32, bondX32);
    const added = I32F32.saturatingMul(alphaX32, value);
    return {
      uid: miner,
      newX32: value,
      alphaX32,
      liquidAlpha: { side, consensusX32, weightX32, bondX32, differenceX32: difference },
      keptX32: I32F32.saturatingMul(I32F32.saturatingSub(I32F32.ONE, alphaX32), oldValues[miner]!),
      addedX32: added > 0n ? added : 0n,
    };
  });
}
