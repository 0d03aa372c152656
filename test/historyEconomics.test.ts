import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { economicsInput } from "../bindings/economics/input.js";
import { EpochInputError, type Economics } from "../bindings/economics/index.js";
import { evaluate } from "../bindings/functions/index.js";
import { RULES } from "../bindings/rules/table.js";
import { describeBackends } from "./backends.js";
import { itGivesTheVectors } from "./vectors.js";

const ONE_X32 = 1n << 32n;
const U64_MAX = (1n << 64n) - 1n;

const VECTORS = [
  "econ-accumulate-hotkey-195",
  "econ-alpha-split-233",
  "econ-distribute-233",
  "econ-dividend-distribution-233",
  "econ-drain-hotkey-195",
  "econ-emit-through-hotkey-127",
  "econ-flow-shares-334",
  "econ-flow-shares-411",
  "econ-generate-emission-127",
  "econ-generate-emission-195",
  "econ-immune-owner-hotkeys-306",
  "econ-moving-price-233",
  "econ-parent-child-233",
  "econ-parent-child-252",
  "econ-pool-price-233",
  "econ-pool-sell-233",
  "econ-price-shares-233",
  "econ-price-shares-261",
  "econ-price-shares-421",
  "econ-schedule-old-127",
  "econ-should-drain-hotkey-195",
  "econ-subnet-terms-233",
  "econ-subnet-terms-298",
  "econ-subnet-terms-342",
  "econ-validator-pool-257",
  "inherited-stake-195",
];

describeBackends("economics of old specs", (backend) => {
  for (const file of VECTORS) itGivesTheVectors(backend, `history/${file}`);

  const { economics } = backend;

  it("what drains from an account is clamped by the product up to spec 200, and shared by stake after", () => {
    const nominators = [10n, 20n, 30n].map((billions, id) => ({
      id,
      stake: billions * 1_000_000_000n,
      lastStakeIncrease: 0n,
      stakeDelta: 0n,
    }));
    const drain = (ruleSet: 195 | 201, emission: bigint) =>
      economics.drainHotkey195({ ruleSet, emission, untouchable: 0n, take: 0, totalStake: 60_000_000_000n, lastDrain: 0n, nominators });
    expect(drain(195, 600n).nominators).toEqual([
      [0, 100n],
      [1, 200n],
      [2, 300n],
    ]);
    // One TAO times ten: the clamped product gives all the same, and the rest to the hotkey.
    const clamped = drain(195, 1_000_000_000n);
    expect(clamped.nominators).toEqual([0, 1, 2].map((id) => [id, 153_722_867n]));
    expect(clamped.toHotkey).toBe(1_000_000_000n - 3n * 153_722_867n);
    expect(drain(201, 1_200_000_000n).nominators).toEqual([
      [0, 199_999_999n],
      [1, 399_999_999n],
      [2, 600_000_000n],
    ]);
  });

  it("nobody is drained to where no stake is viable, and a drained account keeps what is untouchable", () => {
    const nominators = [{ id: 1, stake: 5n, lastStakeIncrease: 9n, stakeDelta: 1n << 100n }];
    const drain = { emission: 100n, untouchable: 30n, take: 32_768, totalStake: 5n, lastDrain: 3n, nominators };
    for (const ruleSet of [195, 202, 210] as const) {
      const { viableStake, nominators: paid, toHotkey } = economics.drainHotkey195({ ...drain, ruleSet });
      expect([viableStake, paid, toHotkey]).toEqual([0n, [], 100n]);
    }
  });

  it("u64 sums wrap up to spec 152 and clamp from 153 on", () => {
    const input = {
      netuid: 1,
      n: 1,
      tempo: 100,
      block: 0n,
      emissionValue: 2n,
      pending: U64_MAX,
      hasOwner: false,
      ownerCut: 0,
      registrationAllowed: true,
      blocksSinceLastStep: U64_MAX,
    };
    expect(economics.generateEmission127({ ...input, ruleSet: 150 })).toMatchObject({ pending: 1n, blocksSinceLastStep: 0n });
    expect(economics.generateEmission127({ ...input, ruleSet: 153 })).toMatchObject({ pending: U64_MAX, blocksSinceLastStep: U64_MAX });
    const emit = { take: null, totalStake: 1n, serverEmission: U64_MAX, validatorEmission: 3n, nominators: [{ id: 1, stake: 1n }] };
    expect(economics.emitThroughHotkey127({ ...emit, ruleSet: 127 }).toOwner).toBe(2n);
    expect(economics.emitThroughHotkey127({ ...emit, ruleSet: 153 }).toOwner).toBe(U64_MAX);
  });

  it("a block's alpha is lost to all counters but the owner's where selling root's part fails, specs 283 to 297 alone", () => {
    const input = {
      alphaOutX32: 1_000n * ONE_X32,
      alphaIssuanceAfterMint: 0n,
      ownerCut: 0,
      rootTao: 1n,
      taoWeight: U64_MAX,
      subsidised: false,
      rootSellFlag: true,
      soldForTao: null,
    };
    expect(economics.alphaSplit233({ ...input, ruleSet: 261 }).added).toEqual({
      ownerCut: 0n,
      emission: 500n,
      swapped: 500n,
      rootTao: 0n,
      rootAlpha: 0n,
    });
    expect(economics.alphaSplit233({ ...input, ruleSet: 283 }).added).toEqual({
      ownerCut: 0n,
      emission: 0n,
      swapped: 0n,
      rootTao: 0n,
      rootAlpha: 0n,
    });
    expect(economics.alphaSplit233({ ...input, ruleSet: 298 }).added.swapped).toBe(500n);
  });

  it("a hotkey's part of no stake is nothing, and a period that does not fit is clamped", () => {
    const parents = [{ id: 1, proportion: U64_MAX, stake: 7n }];
    expect(
      economics.accumulateHotkey195({
        ruleSet: 210,
        validatorEmission: 10n,
        serverEmission: 5n,
        childkeyTake: 65_535,
        subnetStake: 0n,
        parents,
      }),
    ).toEqual({ parents: [], pendingAdded: 15n, untouchableAdded: 5n });
    const { hash } = economics.shouldDrainHotkey195({ hotkey: "00".repeat(32), block: 0n, emissionTempo: 1n });
    // Keccak-256 of 64 zero bytes begins with ad3228b676f7d3cd.
    expect(hash).toBe(0xcdd3_f776_b628_32adn);
    expect(economics.shouldDrainHotkey195({ hotkey: "00".repeat(32), block: hash, emissionTempo: U64_MAX }).drain).toBe(true);
  });

  it("a pool sells nothing that would leave it below its minimum", () => {
    const sell = (ruleSet: 233 | 261, tao: bigint, mechanism = 1) =>
      economics.poolSell233({ ruleSet, mechanism, tao, alphaIn: 1_000n, amount: 1_000n }).tao;
    expect(sell(261, 20_000_000n)).toBe(10_000_000n);
    expect(sell(261, 19_999_999n)).toBeNull();
    expect(sell(233, 1n, 0)).toBe(1_000n);
    // The product clamps at 2^127 in the signed format alone.
    const large = { mechanism: 1, tao: U64_MAX, alphaIn: U64_MAX, amount: 0n };
    expect(economics.poolSell233({ ...large, ruleSet: 233 }).tao).not.toBe(economics.poolSell233({ ...large, ruleSet: 261 }).tao);
  });

  it("an average of flow that begins with the price leaves this block's flow for the next", () => {
    const subnet = { netuid: 3, mechanism: 1, movingPriceX32: ONE_X32, priceX32: ONE_X32 / 2n, taoFlow: 1_000n, taoEmaX64: null };
    const input = { block: 5n, smoothing: 1n, cutoffX64: 0n, exponentX64: 1n << 64n, blockEmission: 1_000n, subnets: [subnet] };
    expect(economics.flowShares334({ ...input, ruleSet: 334 })).toMatchObject({ userEmaX64: [[3, 1n << 63n]], flowKept: [3] });
    expect(economics.flowShares334({ ...input, ruleSet: 338 }).userEmaX64).toEqual([[3, 500_000_000n << 64n]]);
  });

  it("what is paid never exceeds what an epoch distributes by alpha, root and parents", () => {
    const u64 = fc.bigInt(0n, 1n << 60n);
    const parent = fc.record({ id: fc.integer({ min: 1, max: 99 }), alphaStake: u64, rootStake: u64, proportion: fc.bigInt(0n, U64_MAX) });
    fc.assert(
      fc.property(
        u64,
        u64,
        fc.array(parent, { maxLength: 5 }),
        fc.integer({ min: 0, max: 65_535 }),
        (dividends, selfContribution, parents, childkeyTake) => {
          const { tuples } = economics.parentChild233({
            hotkey: 0,
            dividends,
            selfContribution,
            parents,
            childkeyTake,
            taoWeight: U64_MAX,
          });
          expect(tuples.reduce((sum, [, rao]) => sum + rao, 0n)).toBe(dividends);
        },
      ),
    );
  });

  it("names what is wrong in the form that was given", () => {
    const terms = {
      ruleSet: 261,
      alphaIssuance: 0n,
      burnRegistration: true,
      powRegistration: true,
      priceX32: 1n,
      taoEmissionX32: -1n,
    } as const;
    expect(pathOf(() => economics.subnetTerms233(terms))).toBe("taoEmissionX32");
    const json = { ruleSet: 261, alphaIssuance: "0", burnRegistration: true, powRegistration: true, price: "1", taoEmission: "-1" };
    expect(pathOf(() => evaluate(backend, "subnet_terms_233", json))).toBe("taoEmission");
    expect(economics.subnetTerms233({ ...terms, ruleSet: 238 }).taoInX32).toBe(-1n);
    expect(pathOf(() => economics.subnetTerms233({ ...terms, ruleSet: 238, priceX32: 1n << 127n }))).toBe("priceX32");
    expect(pathOf(() => economics.poolPrice233({ ruleSet: 262 as 261, netuid: 1, mechanism: 1, tao: 1n, alphaIn: 1n }))).toBe("ruleSet");
    expect(pathOf(() => economics.shouldDrainHotkey195({ hotkey: `0x${"00".repeat(31)}`, block: 0n, emissionTempo: 0n }))).toBe("hotkey");
    const stakes = { stake: [1n], parents: [[]], children: [[[1n, 1]]] as [bigint, number][][], networkMaxStake: 1n };
    expect(pathOf(() => economics.inheritedStake195(stakes))).toBe("children[0][0][1]");
    expect(pathOf(() => economics.inheritedStake195({ ...stakes, parents: [] }))).toBe("parents");
    const owned = [7, 8].map((uid) => ({ id: 1, uid, registeredAt: 0n }));
    expect(pathOf(() => economics.immuneOwnerHotkeys306({ limit: null, owned, ownerHotkey: null, ownerHotkeyHasUid: false }))).toBe(
      "owned[1].id",
    );
  });
});

function pathOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof EpochInputError) return error.path;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("the table of rules", () => {
  const spans = Object.values(RULES)
    .flat()
    .filter((span) => span.kind !== "epoch" && span.rule !== null);

  it("gives every function parameters that it takes", () => {
    let checked = 0;
    for (const span of spans) {
      const fields = economicsInput(span.rule as Exclude<keyof Economics, "backend">).fields!;
      for (const [name, value] of Object.entries("parameters" in span ? span.parameters : {})) {
        expect(fields[name]!.check(value, name, 0)).toBe(value);
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(40);
  });

  it("names every variant of a function that it names", () => {
    for (const rule of new Set(spans.map((span) => span.rule as string))) {
      const { ruleSet } = economicsInput(rule as Exclude<keyof Economics, "backend">).fields!;
      if (ruleSet === undefined) continue;
      const named = new Set(
        spans.flatMap((span) =>
          span.rule === rule && "parameters" in span && "ruleSet" in span.parameters ? [String(span.parameters.ruleSet)] : [],
        ),
      );
      expect([...named].sort(), rule).toEqual(ruleSet.type.split(" | "));
    }
  });
});
