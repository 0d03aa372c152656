import type { WasmHeap } from "../../wasm/heap.js";
import type { ByNetuid, FlowSharesInput, FlowSharesOutput, GatedSharesInput, PriceSubnet } from "../types.js";
import type { Economics } from "../methods.js";
import { ascending, signedByNetuid, unsignedByNetuid } from "./lists.js";

/** What each share, a cell by position, is of the block's emission. */
export function emissions(
  heap: WasmHeap,
  subnets: readonly Pick<PriceSubnet, "netuid" | "emissionEnabled">[],
  shares: number,
  blockEmission: bigint,
): ByNetuid {
  const result = heap.room(subnets.length * 16);
  const enabled = heap.flags(subnets.map(({ emissionEnabled }) => emissionEnabled));
  heap.call("shareEmissions", subnets.length, shares, enabled, blockEmission, result);
  return unsignedByNetuid(heap, subnets, result);
}

/** The shares, a cell by position, of averaged flows. */
export function sharesOfFlows(
  heap: WasmHeap,
  { subnets, cutoffX64, exponentX64 }: Pick<FlowSharesInput, "cutoffX64" | "exponentX64"> & { subnets: readonly { netuid: number }[] },
  user: number,
  protocol: number | null,
) {
  const count = subnets.length;
  const [normFactor, lowerLimit] = [heap.cell(), heap.cell()];
  const [net, offset, shares] = [0, 1, 2].map(() => heap.room(count * 16)) as [number, number, number];
  heap.call(
    "flowShares",
    count,
    user,
    protocol ?? 0,
    Number(protocol !== null),
    heap.cell(cutoffX64),
    heap.cell(exponentX64),
    normFactor,
    net,
    lowerLimit,
    offset,
    shares,
  );
  return { normFactor, net, lowerLimit, offset, shares };
}

/** The shares by flow, and where they lie; `subnets` ascending. */
export function flowShares(heap: WasmHeap, input: FlowSharesInput): { output: FlowSharesOutput; shares: number } {
  const { subnets } = input;
  const average = (stored: readonly ([bigint, bigint] | null)[], flows: readonly bigint[]): number => {
    const averages = heap.cells(stored.map((pair) => pair?.[1] ?? 0n));
    const blocks = heap.amounts(stored.map((pair) => pair?.[0] ?? 0n));
    heap.call("flowEma", subnets.length, blocks, averages, heap.amounts(flows), input.block, input.smoothing);
    return averages;
  };
  const user = average(
    subnets.map(({ taoEmaX64 }) => taoEmaX64),
    subnets.map(({ taoFlow }) => taoFlow),
  );
  const protocol = average(
    subnets.map(({ protocolEmaX64 }) => protocolEmaX64),
    subnets.map(({ protocolFlow }) => protocolFlow),
  );
  const { normFactor, net, lowerLimit, offset, shares } = sharesOfFlows(heap, input, user, input.netFlowEnabled ? protocol : null);
  const output = {
    userEmaX64: signedByNetuid(heap, subnets, user),
    protocolEmaX64: signedByNetuid(heap, subnets, protocol),
    normFactorX64: heap.readSigned(normFactor),
    netFlowsX64: signedByNetuid(heap, subnets, net),
    lowerLimitX64: heap.readSigned(lowerLimit),
    offsetFlowsX64: unsignedByNetuid(heap, subnets, offset),
    sharesX64: unsignedByNetuid(heap, subnets, shares),
  };
  return { output, shares };
}

type Shares = Pick<Economics, "priceShares" | "gatedShares" | "flowShares" | "powNormalize" | "safePow" | "checkedSqrt" | "movingPrice">;

export function shares(heap: WasmHeap): Shares {
  /** The shares by price, by position; the flag whether root alpha is sold. */
  const priceShares = (subnets: readonly PriceSubnet[]) => {
    const shares = heap.room(subnets.length * 16);
    const rootSellFlag = heap.i32(
      "sharesByPrice",
      subnets.length,
      heap.list(subnets.map(({ netuid }) => netuid)),
      heap.list(subnets.map(({ mechanism }) => mechanism)),
      heap.cells(subnets.map(({ movingPriceX32 }) => movingPriceX32)),
      shares,
    );
    return { shares, rootSellFlag: rootSellFlag !== 0 };
  };

  const weightByBurn = (subnets: readonly PriceSubnet[], shares: number): number => {
    const weighted = heap.room(subnets.length * 16);
    heap.call("weightByBurn", subnets.length, shares, heap.cells(subnets.map(({ minerBurnedX32 }) => minerBurnedX32)), weighted);
    return weighted;
  };

  /** The bar after this block, from the shares in descending order. */
  const updatedBar = (input: GatedSharesInput, shares: number): number => {
    const count = input.subnets.length;
    const descending = heap.readUnsignedCells(shares, count).sort((a, b) => (a > b ? -1 : a < b ? 1 : 0));
    const bar = heap.cell(input.storedBarX64);
    heap.call("updateBar", count, heap.cells(descending), input.rank, heap.cell(input.quantileX64), input.block, bar);
    return bar;
  };

  return {
    priceShares: ({ blockEmission, subnets: listed }) => {
      const subnets = ascending(listed);
      heap.reset();
      const { shares: byPrice, rootSellFlag } = priceShares(subnets);
      const shares = weightByBurn(subnets, byPrice);
      return {
        priceSharesX64: unsignedByNetuid(heap, subnets, byPrice),
        sharesX64: unsignedByNetuid(heap, subnets, shares),
        emissionsX32: emissions(heap, subnets, shares, blockEmission),
        rootSellFlag,
      };
    },
    gatedShares: (input) => {
      const subnets = ascending(input.subnets);
      heap.reset();
      const { shares: byPrice, rootSellFlag } = priceShares(subnets);
      const weighted = input.minerBurnWeighting ? weightByBurn(subnets, byPrice) : byPrice;
      const bar = updatedBar({ ...input, subnets }, weighted);
      const shares = heap.room(subnets.length * 16);
      const restored = heap.i32("gate", subnets.length, weighted, bar, heap.cell(input.exponentX64), shares);
      return {
        priceSharesX64: unsignedByNetuid(heap, subnets, byPrice),
        weightedSharesX64: unsignedByNetuid(heap, subnets, weighted),
        sharesX64: unsignedByNetuid(heap, subnets, shares),
        emissionsX32: emissions(heap, subnets, shares, input.blockEmission),
        barAfterX64: heap.readUnsigned(bar),
        underflowRestored: restored !== 0,
        rootSellFlag,
      };
    },
    flowShares: (input) => {
      heap.reset();
      return flowShares(heap, { ...input, subnets: ascending(input.subnets) }).output;
    },
    powNormalize: ({ flowsX64, pX64 }) => {
      const cells = heap.reset().cells(flowsX64);
      heap.call("powNormalize", flowsX64.length, cells, heap.cell(pX64));
      return { flowsX64: heap.readUnsignedCells(cells, flowsX64.length) };
    },
    safePow: ({ valX64, pX64 }) => {
      const result = heap.reset().cell();
      heap.call("safePow", heap.cell(valX64), heap.cell(pX64), result);
      return { yX64: heap.readUnsigned(result) };
    },
    checkedSqrt: ({ xX64, epsilonX64 }) => {
      const result = heap.reset().cell();
      heap.call("checkedSqrt", heap.cell(xX64), heap.cell(epsilonX64), result);
      return { yX64: heap.readUnsigned(result) };
    },
    movingPrice: (input) => {
      const first = input.firstEmissionBlock ?? 0n;
      const [alpha, average] = [heap.reset().cell(), heap.cell()];
      heap.call(
        "movingPrice",
        input.netuid,
        input.mechanism,
        input.block,
        first === 0n ? 0n : first - 1n,
        input.halvingBlocks,
        heap.cell(input.movingAlphaX32),
        heap.cell(input.movingPriceX32),
        heap.cell(input.priceX64),
        alpha,
        average,
      );
      return { alphaX64: heap.readUnsigned(alpha), movingPriceX32: heap.readSigned(average) };
    },
  };
}
