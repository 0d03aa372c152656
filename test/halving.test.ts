import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAIN_NETWORK_CHECKPOINT, halvingSchedule, issuanceAt, type HalvingOptions } from "../bindings/halving/schedule.js";
import { EpochInputError } from "../bindings/errors.js";
import { SUPPLY_CAP_RAO, blockEmission } from "../bindings/reference/halving.js";
import { describeBackends } from "./backends.js";
import { itGivesTheVectors } from "./vectors.js";

const STEPS = halvingSchedule().steps;
const U64_MAX = 0xffff_ffff_ffff_ffffn;

/** Block by block, as the chain does it. */
function naiveIssuance(blocks: number, options: HalvingOptions): bigint {
  const emission = options.blockEmission ?? ((issuance: bigint) => blockEmission(issuance).emission);
  let issued = options.issuanceRao ?? 0n;
  for (let block = 0; block < blocks; block++) {
    const emitted = emission(issued);
    issued += emitted + ((emitted * (options.injectedShareX32 ?? 0n)) >> 32n) - (options.recycledPerBlockRao ?? 0n);
    if (issued < 0n) issued = 0n;
  }
  return issued;
}

/** A rule of a few small steps, each at least twice the first block's emission wide, so that a loop reaches all of them. */
const smallRule = fc.array(fc.tuple(fc.bigInt(1n, 20n), fc.bigInt(0n, 100n)), { minLength: 1, maxLength: 6 }).map((falls) => {
  const first = falls.reduce((sum, [fall]) => sum + fall, 0n);
  let fromRao = 0n;
  let emission = first;
  const levels = falls.map(([fall, slack]) => {
    fromRao += 2n * first + slack;
    emission -= fall;
    return { fromRao, emission };
  });
  return (issuance: bigint) => levels.findLast((level) => level.fromRao <= issuance)?.emission ?? first;
});

const share = fc.oneof(fc.constantFrom(0n, 1n << 31n, 1n << 32n), fc.bigInt(0n, 1n << 32n));

describeBackends("halving", (backend) => {
  itGivesTheVectors(backend, "economics/block_emission");
});

describe("halvingSchedule", () => {
  it("has 30 steps, and the last leaves 19,557,774 rao below the cap", () => {
    expect(STEPS.map(({ step }) => step)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1));
    expect(STEPS.at(-1)).toMatchObject({
      thresholdRao: 20_999_999_980_442_226n,
      emissionBeforeRao: 1n,
      emissionAfterRao: 0n,
      supplyLeftRao: 19_557_774n,
      status: "expected",
    });
  });

  it.each(STEPS.map((step) => [step.step, step] as const))("changes the emission exactly at the threshold of step %i", (number, step) => {
    const at = (issuance: bigint) => blockEmission(issuance).emission;
    expect(at(step.thresholdRao - 1n)).toBe(step.emissionBeforeRao);
    expect(at(step.thresholdRao)).toBe(step.emissionAfterRao);
    expect(step.emissionBeforeRao).toBe(1_000_000_000n >> BigInt(number - 1));
    expect(step.emissionAfterRao).toBe(number === 30 ? 0n : 1_000_000_000n >> BigInt(number));
    const scale = 2n ** BigInt(number);
    expect(step.thresholdRao).toBe((SUPPLY_CAP_RAO * (scale - 1n) + scale - 1n) / scale);
    expect(step.supplyLeftRao).toBe(SUPPLY_CAP_RAO - step.thresholdRao);
  });

  it("leaves no other step: the emission never rises with the issuance, and is the level's between thresholds", () => {
    const issuance = fc.oneof(
      fc.bigInt(0n, U64_MAX),
      fc.bigInt(0n, SUPPLY_CAP_RAO),
      fc.tuple(fc.constantFrom(...STEPS), fc.bigInt(-5n, 5n)).map(([{ thresholdRao }, offset]) => thresholdRao + offset),
    );
    fc.assert(
      fc.property(issuance, issuance, (one, other) => {
        const [low, high] = one < other ? [one, other] : [other, one];
        expect(blockEmission(high).emission).toBeLessThanOrEqual(blockEmission(low).emission);
        const level = STEPS.findLast(({ thresholdRao }) => thresholdRao <= one)?.emissionAfterRao ?? 1_000_000_000n;
        expect(blockEmission(one).emission).toBe(level);
      }),
      { numRuns: 2_000 },
    );
  });

  it("names the first block that starts at or above each threshold", () => {
    for (const recycledPerBlockRao of [0n, 1n]) {
      const options = { block: 100n, issuanceRao: 12_345n, recycledPerBlockRao };
      for (const { status, blocksAhead, block, thresholdRao } of halvingSchedule(options).steps) {
        if (status === "never") continue;
        expect(issuanceAt(blocksAhead! - 1n, options)).toBeLessThan(thresholdRao);
        expect(issuanceAt(blocksAhead!, options)).toBeGreaterThanOrEqual(thresholdRao);
        expect(block).toBe(100n + blocksAhead!);
      }
    }
    expect(STEPS.slice(0, 2).map(({ block }) => block)).toEqual([10_500_000n, 21_000_000n]);
  });

  it("counts twelve seconds a block from the time given, and has no time without one", () => {
    expect(STEPS.every(({ unixSeconds }) => unixSeconds === null)).toBe(true);
    const [first] = halvingSchedule({ unixSeconds: 1_000n }).steps;
    expect(first!.unixSeconds).toBe(1_000n + 12n * 10_500_000n);
  });

  it("says which steps are reached already, from the threshold itself on", () => {
    const { thresholdRao } = STEPS[1]!;
    const statuses = (issuanceRao: bigint) => halvingSchedule({ issuanceRao }).steps.map(({ status }) => status);
    expect(statuses(thresholdRao).slice(0, 3)).toEqual(["reached", "reached", "expected"]);
    expect(statuses(thresholdRao - 1n).slice(0, 3)).toEqual(["reached", "expected", "expected"]);
    expect(halvingSchedule({ issuanceRao: thresholdRao - 1n }).steps[1]).toMatchObject({ blocksAhead: 1n, block: 1n });
    expect(halvingSchedule({ issuanceRao: thresholdRao }).steps[0]).toMatchObject({ blocksAhead: null, block: null, unixSeconds: null });
    for (const issuanceRao of [STEPS[29]!.thresholdRao, SUPPLY_CAP_RAO, U64_MAX])
      expect(new Set(statuses(issuanceRao))).toEqual(new Set(["reached"]));
  });

  it("begins where the main network was recorded, between its first halving and its second", () => {
    const { steps } = halvingSchedule(MAIN_NETWORK_CHECKPOINT);
    expect(steps.slice(0, 2).map(({ status }) => status)).toEqual(["reached", "expected"]);
    expect(blockEmission(MAIN_NETWORK_CHECKPOINT.issuanceRao).emission).toBe(500_000_000n);
    expect(steps[1]!.block).toBe(8_766_000n + (15_750_000_000_000_000n - 11_194_293_378_683_952n + 499_999_999n) / 500_000_000n);
    expect(new Date(Number(MAIN_NETWORK_CHECKPOINT.unixSeconds) * 1_000).toISOString()).toBe("2026-08-03T20:17:00.000Z");
  });

  it("reaches each step sooner by what is injected beside the emission, to the block", () => {
    const injectedShareX32 = 1n << 30n;
    expect(halvingSchedule({ injectedShareX32 }).steps[0]!.block).toBe(8_400_000n);
    for (const { status, blocksAhead, thresholdRao } of halvingSchedule({ injectedShareX32, recycledPerBlockRao: 1n }).steps) {
      if (status === "never") continue;
      expect(issuanceAt(blocksAhead! - 1n, { injectedShareX32, recycledPerBlockRao: 1n })).toBeLessThan(thresholdRao);
      expect(issuanceAt(blocksAhead!, { injectedShareX32, recycledPerBlockRao: 1n })).toBeGreaterThanOrEqual(thresholdRao);
    }
  });

  it("says which steps the assumption keeps away", () => {
    const { steps } = halvingSchedule({ unixSeconds: 0n, recycledPerBlockRao: 250_000_000n });
    expect(steps.map(({ status }) => status)).toEqual(["expected", "expected", ...Array(28).fill("never")]);
    expect(steps[2]).toMatchObject({ blocksAhead: null, block: null, unixSeconds: null });
    expect(new Set(halvingSchedule({ recycledPerBlockRao: U64_MAX }).steps.map(({ status }) => status))).toEqual(new Set(["never"]));
  });

  it.each([
    ["options.block", { block: -1n }],
    ["options.block", { block: 5 }],
    ["options.issuanceRao", { issuanceRao: 2n ** 64n }],
    ["options.issuanceRao", { issuanceRao: "7" }],
    ["options.unixSeconds", { unixSeconds: null }],
    ["options.recycledPerBlockRao", { recycledPerBlockRao: -1n }],
    ["options.injectedShareX32", { injectedShareX32: (1n << 32n) + 1n }],
    ["options.injectedShareX32", { injectedShareX32: 0.5 }],
    ["options.blockEmission", { blockEmission: 1n }],
    ["options.blockEmission", { blockEmission: () => 1n }],
    ["options.blockEmission", { blockEmission: (issuance: bigint) => (issuance < 5n ? 6n : 0n) }],
    ["options.issuance", { issuance: 1n }],
    ["options", null],
  ])("refuses a bad %s", (path, options) => {
    for (const call of [() => halvingSchedule(options as HalvingOptions), () => issuanceAt(1n, options as HalvingOptions)]) {
      expect(call).toThrow(EpochInputError);
      expect(call).toThrow(expect.objectContaining({ path }));
    }
  });
});

describe("issuanceAt", () => {
  it("is what a loop over the blocks gives near a threshold", () => {
    for (const { thresholdRao, emissionBeforeRao, emissionAfterRao } of STEPS) {
      const issuanceRao = thresholdRao - 7n * emissionBeforeRao + 1n;
      const middle = (emissionBeforeRao + emissionAfterRao) / 2n;
      for (const recycledPerBlockRao of [0n, 1n, emissionAfterRao, middle, emissionBeforeRao, emissionBeforeRao + 1n]) {
        const options = { issuanceRao, recycledPerBlockRao };
        for (const blocks of [0, 1, 6, 7, 8, 25]) expect(issuanceAt(BigInt(blocks), options)).toBe(naiveIssuance(blocks, options));
      }
    }
  });

  it("is what a loop over the blocks gives by any rule and under any assumption", () => {
    fc.assert(
      fc.property(
        smallRule,
        fc.bigInt(0n, 900n),
        fc.bigInt(0n, 130n),
        share,
        fc.nat(400),
        (rule, issuanceRao, recycledPerBlockRao, injectedShareX32, blocks) => {
          const options = { issuanceRao, recycledPerBlockRao, injectedShareX32, blockEmission: rule };
          expect(issuanceAt(BigInt(blocks), options)).toBe(naiveIssuance(blocks, options));
          for (const { status, thresholdRao, blocksAhead } of halvingSchedule(options).steps) {
            const first = Array.from({ length: 60 }, (_, block) => naiveIssuance(block, options)).findIndex(
              (issued) => issued >= thresholdRao,
            );
            if (first === 0) expect(status).toBe("reached");
            else if (first > 0) expect(blocksAhead).toBe(BigInt(first));
            else if (status === "expected") expect(blocksAhead).toBeGreaterThanOrEqual(60n);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it("stops at the last threshold for good, and never falls below zero", () => {
    expect(issuanceAt(U64_MAX)).toBe(STEPS[29]!.thresholdRao);
    expect(issuanceAt(U64_MAX, { issuanceRao: U64_MAX })).toBe(U64_MAX);
    expect(issuanceAt(U64_MAX, { issuanceRao: SUPPLY_CAP_RAO, recycledPerBlockRao: U64_MAX })).toBe(0n);
  });

  it.each([-1n, 2n ** 64n, 3, undefined])("refuses %s blocks ahead", (blocksAhead) => {
    expect(() => issuanceAt(blocksAhead as bigint)).toThrow(/^blocksAhead: expected a u64 as bigint/);
  });
});
