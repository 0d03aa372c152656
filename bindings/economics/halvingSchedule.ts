import { EpochInputError } from "../errors.js";
import { u64 } from "../kinds.js";
import { SUPPLY_CAP_RAO, blockEmission as chainBlockEmission } from "../reference/halving.js";

/** Length of a block, seconds: the chain's target, which it keeps on average at best. */
export const BLOCK_SECONDS = 12n;

/** Where a schedule starts, and what it assumes. Rao, block numbers and seconds are u64. */
export interface HalvingOptions {
  /** the block at whose start `issuanceRao` is issued; default 0 */
  block?: bigint;
  /** rao issued at the start of `block`, above the cap too; default 0 */
  issuanceRao?: bigint;
  /** time of `block`, seconds since 1970-01-01 UTC; default none, and then no step has a time */
  unixSeconds?: bigint;
  /** rao by which each block lowers the issuance again (recycled, or burned where that lowers it); default 0 */
  recycledPerBlockRao?: bigint;
  /**
   * Rao emitted by a block that starts with an issuance in rao; default the specification's. It never rises, is zero
   * at the cap, and its steps are at least one block's emission apart.
   */
  blockEmission?: (issuanceRao: bigint) => bigint;
}

/**
 * "reached": the issuance given is at or above the threshold, since an unknown block. "expected": it gets there.
 * "never": the assumption takes away what the blocks emit before it gets there.
 */
export type HalvingStatus = "reached" | "expected" | "never";

/** One fall of the block emission. `blocksAhead`, `block` and `unixSeconds` are null unless it is expected. */
export interface HalvingStep {
  /** from 1 */
  step: number;
  /** least issuance at which the emission is `emissionAfterRao` */
  thresholdRao: bigint;
  /** rao a block, one rao of issuance below the threshold */
  emissionBeforeRao: bigint;
  /** rao a block, at the threshold */
  emissionAfterRao: bigint;
  /** from the threshold to the cap */
  supplyLeftRao: bigint;
  status: HalvingStatus;
  /** to the first block that starts at or above the threshold */
  blocksAhead: bigint | null;
  /** the first block that starts at or above the threshold, and so the first that emits `emissionAfterRao` */
  block: bigint | null;
  /** expected start of that block at 12 s a block; null without a time to count from */
  unixSeconds: bigint | null;
}

/** The steps, and the start and assumption that they were counted from. */
export interface HalvingSchedule {
  block: bigint;
  issuanceRao: bigint;
  unixSeconds: bigint | null;
  recycledPerBlockRao: bigint;
  supplyCapRao: bigint;
  steps: HalvingStep[];
}

/** Issuances from `fromRao` up to the next level give one emission. */
interface Level {
  fromRao: bigint;
  emissionRao: bigint;
}

type BlockEmission = NonNullable<HalvingOptions["blockEmission"]>;

const specification: BlockEmission = (issuanceRao) => chainBlockEmission(issuanceRao).emission;

const LEVELS = new WeakMap<BlockEmission, Level[]>();

/** Found by bisection over the rule itself, so that what its truncations do is in them; 55 evaluations a level. */
function levelsOf(blockEmission: BlockEmission): Level[] {
  const known = LEVELS.get(blockEmission);
  if (known !== undefined) return known;
  if (blockEmission(SUPPLY_CAP_RAO) !== 0n) {
    throw new EpochInputError("options.blockEmission", "a rule that gives 0n at the cap", blockEmission(SUPPLY_CAP_RAO));
  }
  const levels: Level[] = [{ fromRao: 0n, emissionRao: blockEmission(0n) }];
  for (let last = levels[0]!; last.emissionRao > 0n; last = levels.at(-1)!) {
    let below = last.fromRao;
    let fromRao = SUPPLY_CAP_RAO;
    while (fromRao - below > 1n) {
      const middle = (below + fromRao) / 2n;
      if (blockEmission(middle) < last.emissionRao) fromRao = middle;
      else below = middle;
    }
    const width = fromRao - last.fromRao;
    const before = levels.at(-2) ?? last;
    if (width < before.emissionRao) {
      throw new EpochInputError("options.blockEmission", "steps at least one block's emission apart", width);
    }
    levels.push({ fromRao, emissionRao: blockEmission(fromRao) });
  }
  LEVELS.set(blockEmission, levels);
  return levels;
}

const NAMES = ["block", "issuanceRao", "unixSeconds", "recycledPerBlockRao", "blockEmission"];

function checked(options: HalvingOptions) {
  if (typeof options !== "object" || options === null) throw new EpochInputError("options", "an object", options);
  for (const [name, value] of Object.entries(options)) {
    if (!NAMES.includes(name)) throw new EpochInputError(`options.${name}`, `no such option (the options are ${NAMES.join(", ")})`, value);
  }
  const { block = 0n, issuanceRao = 0n, unixSeconds, recycledPerBlockRao = 0n, blockEmission = specification } = options;
  if (typeof blockEmission !== "function") throw new EpochInputError("options.blockEmission", "a function", blockEmission);
  return {
    block: u64.check(block, "options.block", 0),
    issuanceRao: u64.check(issuanceRao, "options.issuanceRao", 0),
    unixSeconds: unixSeconds === undefined ? null : u64.check(unixSeconds, "options.unixSeconds", 0),
    recycledPerBlockRao: u64.check(recycledPerBlockRao, "options.recycledPerBlockRao", 0),
    levels: levelsOf(blockEmission),
  };
}

function ceilDiv(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor;
}

function min(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/**
 * Every step of the block emission on the way to the cap: 30 by the chain's rule, not the 64 of an ideal halving,
 * because the chain's share of 10^9 rao is a fraction of 2^32. Exact in integers: the emission is constant between two
 * thresholds, and what the last block before a threshold overshoots it by counts towards the next.
 *
 * A step is expected when the issuance first gets there; under an assumption that then takes more than is emitted, the
 * issuance falls back below it, and all later steps are never.
 *
 * @throws EpochInputError that names the option ("options.issuanceRao").
 * Source: economics.md A.
 */
export function halvingSchedule(options: HalvingOptions = {}): HalvingSchedule {
  const { levels, ...start } = checked(options);
  const steps: HalvingStep[] = [];
  let issuanceRao = start.issuanceRao;
  let blocksAhead: bigint | null = 0n;
  for (const [index, { fromRao: thresholdRao, emissionRao: emissionAfterRao }] of levels.entries()) {
    if (index === 0) continue;
    const emissionBeforeRao = levels[index - 1]!.emissionRao;
    const growth = emissionBeforeRao - start.recycledPerBlockRao;
    const reached = start.issuanceRao >= thresholdRao;
    if (!reached && growth <= 0n) blocksAhead = null;
    if (!reached && blocksAhead !== null) {
      const blocks = ceilDiv(thresholdRao - issuanceRao, growth);
      issuanceRao += blocks * growth;
      blocksAhead += blocks;
    }
    const ahead = reached ? null : blocksAhead;
    steps.push({
      step: index,
      thresholdRao,
      emissionBeforeRao,
      emissionAfterRao,
      supplyLeftRao: SUPPLY_CAP_RAO - thresholdRao,
      status: reached ? "reached" : ahead === null ? "never" : "expected",
      blocksAhead: ahead,
      block: ahead === null ? null : start.block + ahead,
      unixSeconds: ahead === null || start.unixSeconds === null ? null : start.unixSeconds + ahead * BLOCK_SECONDS,
    });
  }
  return { ...start, supplyCapRao: SUPPLY_CAP_RAO, steps };
}

/**
 * Issuance in rao at the start of the block that lies `blocksAhead` blocks (u64) after `options.block`. Each block adds
 * the emission by what is issued at its start and takes the assumption away, never below zero. Exact, at the cost of
 * the thresholds crossed and not of the blocks.
 *
 * @throws EpochInputError that names the argument or the option.
 * Source: economics.md A.
 */
export function issuanceAt(blocksAhead: bigint, options: HalvingOptions = {}): bigint {
  const { levels, issuanceRao, recycledPerBlockRao } = checked(options);
  let issued = issuanceRao;
  let left = u64.check(blocksAhead, "blocksAhead", 0);
  while (left > 0n) {
    const index = levels.findLastIndex(({ fromRao }) => fromRao <= issued);
    const { fromRao, emissionRao } = levels[index]!;
    const growth = emissionRao - recycledPerBlockRao;
    if (growth === 0n) return issued;
    if (growth > 0n) {
      const next = levels[index + 1]!;
      const blocks = min(left, ceilDiv(next.fromRao - issued, growth));
      issued += blocks * growth;
      left -= blocks;
      const fall = recycledPerBlockRao - next.emissionRao;
      if (left > 0n && fall > 0n) {
        // From here on the issuance rises by `growth` from below the threshold and falls by `fall` from above it:
        // a rotation of the growth + fall issuances around it, which no block leaves as no level is that narrow.
        const lowest = next.fromRao - fall;
        return lowest + ((issued - lowest + left * growth) % (growth + fall));
      }
    } else {
      const blocks = index === 0 ? left : min(left, (issued - fromRao) / -growth + 1n);
      issued += blocks * growth;
      left -= blocks;
      if (issued < 0n) issued = 0n;
    }
  }
  return issued;
}
