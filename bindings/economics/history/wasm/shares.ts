import type { WasmHeap } from "../../../wasm/heap.js";
import { ascending, signedByNetuid, unsignedByNetuid } from "../../wasm/lists.js";
import { emissions, flowShares, sharesOfFlows } from "../../wasm/shares.js";
import { signedCoinbase } from "../switches.js";
import type { HistoricEconomics, PriceShares233Input, PriceShares233Output } from "../types.js";

type Shares = Pick<
  HistoricEconomics,
  "priceShares233" | "priceShares261" | "priceShares421" | "flowShares334" | "flowShares411" | "movingPrice233" | "poolPrice233"
>;

export function shares(heap: WasmHeap): Shares {
  const netuids = (subnets: readonly { netuid: number }[]) => heap.list(subnets.map(({ netuid }) => netuid));
  const mechanisms = (subnets: readonly { mechanism: number }[]) => heap.list(subnets.map(({ mechanism }) => mechanism));
  const movingPrices = (subnets: readonly { movingPriceX32: bigint }[]) => heap.cells(subnets.map(({ movingPriceX32 }) => movingPriceX32));

  const priceShares = (ruleSet: 233 | 261, { blockEmission, subnets }: PriceShares233Input): PriceShares233Output => {
    const [total, result] = [heap.reset().cell(), heap.room(subnets.length * 16)];
    heap.call(
      "priceShares233",
      ruleSet,
      subnets.length,
      netuids(subnets),
      mechanisms(subnets),
      movingPrices(subnets),
      blockEmission,
      total,
      result,
    );
    return {
      totalMovingPricesX32: signedCoinbase(ruleSet) ? heap.readSigned(total) : heap.readUnsigned(total),
      emissionsX32: (signedCoinbase(ruleSet) ? signedByNetuid : unsignedByNetuid)(heap, subnets, result),
    };
  };

  return {
    priceShares233: (input) => priceShares(233, input),
    priceShares261: (input) => priceShares(261, input),
    priceShares421: ({ blockEmission, rootTao, taoWeight, subnets: listed }) => {
      heap.reset();
      const subnets = ascending(listed);
      const [proportions, byPrice, weighted] = [0, 1, 2].map(() => heap.room(subnets.length * 16)) as [number, number, number];
      const rootSellFlag = heap.i32(
        "priceShares421",
        subnets.length,
        netuids(subnets),
        mechanisms(subnets),
        movingPrices(subnets),
        heap.cells(subnets.map(({ minerBurnedX32 }) => minerBurnedX32)),
        heap.amounts(subnets.map(({ alphaIssuance }) => alphaIssuance)),
        rootTao,
        taoWeight,
        proportions,
        byPrice,
        weighted,
      );
      return {
        rootProportionsX32: unsignedByNetuid(heap, subnets, proportions),
        priceSharesX64: unsignedByNetuid(heap, subnets, byPrice),
        sharesX64: unsignedByNetuid(heap, subnets, weighted),
        emissionsX32: emissions(heap, subnets, weighted, blockEmission),
        rootSellFlag: rootSellFlag !== 0,
      };
    },
    flowShares334: (input) => {
      heap.reset();
      const subnets = ascending(input.subnets);
      const averages = heap.cells(subnets.map(({ taoEmaX64 }) => taoEmaX64?.[1] ?? 0n));
      const kept = heap.room(subnets.length);
      heap.call(
        "flowAverages334",
        input.ruleSet,
        subnets.length,
        netuids(subnets),
        mechanisms(subnets),
        movingPrices(subnets),
        heap.cells(subnets.map(({ priceX32 }) => priceX32)),
        heap.flags(subnets.map(({ taoEmaX64 }) => taoEmaX64 !== null)),
        heap.amounts(subnets.map(({ taoEmaX64 }) => taoEmaX64?.[0] ?? 0n)),
        averages,
        heap.amounts(subnets.map(({ taoFlow }) => taoFlow)),
        input.block,
        input.smoothing,
        kept,
      );
      const flows = sharesOfFlows(heap, { ...input, subnets }, averages, null);
      const isKept = heap.readFlags(kept, subnets.length);
      const enabled = subnets.map(({ netuid }) => ({ netuid, emissionEnabled: true }));
      return {
        userEmaX64: signedByNetuid(heap, subnets, averages),
        flowKept: subnets.flatMap(({ netuid }, i) => (isKept[i] ? [netuid] : [])),
        lowerLimitX64: heap.readSigned(flows.lowerLimit),
        offsetFlowsX64: unsignedByNetuid(heap, subnets, flows.offset),
        sharesX64: unsignedByNetuid(heap, subnets, flows.shares),
        emissionsX32: emissions(heap, enabled, flows.shares, input.blockEmission),
      };
    },
    flowShares411: (input) => {
      heap.reset();
      const subnets = ascending(input.subnets);
      const { output, shares } = flowShares(heap, { ...input, subnets });
      return { ...output, emissionsX32: emissions(heap, subnets, shares, input.blockEmission) };
    },
    movingPrice233: (input) => {
      const [alpha, average] = [heap.reset().cell(), heap.cell()];
      heap.call(
        "movingPrice233",
        input.ruleSet,
        input.netuid,
        input.mechanism,
        input.block,
        input.registeredAt,
        input.firstEmissionBlock ?? 0n,
        input.halvingBlocks,
        heap.cell(input.movingAlphaX32),
        heap.cell(input.movingPriceX32),
        heap.cell(input.priceX32),
        alpha,
        average,
      );
      return {
        alphaX32: signedCoinbase(input.ruleSet) ? heap.readSigned(alpha) : heap.readUnsigned(alpha),
        movingPriceX32: heap.readSigned(average),
      };
    },
    poolPrice233: ({ ruleSet, netuid, mechanism, tao, alphaIn }) => {
      const result = heap.reset().cell();
      heap.call("poolPrice233", ruleSet, netuid, mechanism, tao, alphaIn, result);
      return { yX32: heap.readUnsigned(result) };
    },
  };
}
