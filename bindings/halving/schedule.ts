import { EpochInputError } from "../errors.js";
import { checkOptions } from "../boundary/input.js";
import { functionKind, u64 } from "../boundary/kinds.js";
import { SUPPLY_CAP_RAO } from "../reference/halving.js";
import { levelsOf, risesOf, specification, type BlockEmission } from "./levels.js";

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
   * What each block adds to the issuance beside its emission, as a fraction of it: raw, 2^32 is as much as is emitted
   * and the most; default 0. For a subnet's alpha, of which the chain injects into the pool what its TAO buys there, up
   * to the root proportion of the emission (up to spec 420: all of it).
   */
  injectedShareX32?: bigint;
  /**
   * Rao emitted by a block that starts with an issuance in rao; default the specification's. It never rises, is zero
   * at the cap, and its steps are at least as far apart as a block raises the issuance.
   */
  blockEmission?: BlockEmission;
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
  injectedShareX32: bigint;
  supplyCapRao: bigint;
  steps: HalvingStep[];
}

/**
 * Where the main network was: its total issuance as recorded at the start of block 8,766,000 (a case of the vectors,
 * real-block-emission-8766000), and that block's time, counted at 12 s a block from 14:16 UTC on 2026-07-27, the time
 * recorded of block 8,713,793.
 */
export const MAIN_NETWORK_CHECKPOINT = {
  block: 8_766_000n,
  issuanceRao: 11_194_293_378_683_952n,
  unixSeconds: 1_785_788_220n, // 2026-08-03 20:17 UTC
} as const satisfies HalvingOptions;

const ALL_X32 = 1n << 32n;

const share = {
  check(value: unknown, path: string): bigint {
    const raw = u64.check(value, path, 0);
    if (raw > ALL_X32) throw new EpochInputError(path, `a raw fraction from 0n to 2^32 (${ALL_X32}n)`, raw);
    return raw;
  },
};

const OPTIONS = {
  block: u64,
  issuanceRao: u64,
  unixSeconds: u64,
  recycledPerBlockRao: u64,
  injectedShareX32: share,
  blockEmission: functionKind<BlockEmission>(),
};

function checked(options: HalvingOptions) {
  const given = checkOptions<HalvingOptions>(options, OPTIONS);
  const {
    block = 0n,
    issuanceRao = 0n,
    unixSeconds = null,
    recycledPerBlockRao = 0n,
    injectedShareX32 = 0n,
    blockEmission = specification,
  } = given;
  return {
    block,
    issuanceRao,
    unixSeconds,
    recycledPerBlockRao,
    injectedShareX32,
    levels: risesOf(levelsOf(blockEmission), injectedShareX32),
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
 * Source: halving.md 1
 */
export function halvingSchedule(options: HalvingOptions = {}): HalvingSchedule {
  const { levels, ...start } = checked(options);
  const steps: HalvingStep[] = [];
  let issuanceRao = start.issuanceRao;
  let blocksAhead: bigint | null = 0n;
  for (const [index, { fromRao: thresholdRao, emissionRao: emissionAfterRao }] of levels.entries()) {
    if (index === 0) continue;
    const emissionBeforeRao = levels[index - 1]!.emissionRao;
    const growth = levels[index - 1]!.riseRao - start.recycledPerBlockRao;
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
 * the emission by what is issued at its start, injects its share of that and takes away what is recycled, never below
 * zero. Exact, at the cost of the thresholds crossed and not of the blocks.
 *
 * @throws EpochInputError that names the argument or the option.
 * Source: halving.md 1
 */
export function issuanceAt(blocksAhead: bigint, options: HalvingOptions = {}): bigint {
  const { levels, issuanceRao, recycledPerBlockRao } = checked(options);
  let issued = issuanceRao;
  let left = u64.check(blocksAhead, "blocksAhead", 0);
  while (left > 0n) {
    const index = levels.findLastIndex(({ fromRao }) => fromRao <= issued);
    const { fromRao, riseRao } = levels[index]!;
    const growth = riseRao - recycledPerBlockRao;
    if (growth === 0n) return issued;
    if (growth > 0n) {
      const next = levels[index + 1]!;
      const blocks = min(left, ceilDiv(next.fromRao - issued, growth));
      issued += blocks * growth;
      left -= blocks;
      const fall = recycledPerBlockRao - next.riseRao;
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
