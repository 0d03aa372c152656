import type { WasmHeap } from "../../wasm/heap.js";
import type { Economics } from "../methods.js";
import { amounts, ascending, unsignedCells } from "./lists.js";

export function coinbase(heap: WasmHeap): Pick<Economics, "subnetTerms" | "alphaSplit" | "coinbaseBlock"> {
  return {
    subnetTerms: ({ taoEmissionX32, alphaIssuance, priceX64, rootTao, taoWeight }) => {
      const [cells, floors] = [heap.reset().room(6 * 16), heap.room(4 * 8)];
      heap.call("subnetTerms", heap.cell(taoEmissionX32), alphaIssuance, heap.cell(priceX64), rootTao, taoWeight, cells, floors);
      const [alphaEmission, rootProportion, cap, alphaIn, taoIn, excessTao] = unsignedCells(heap, cells, 6);
      const [alphaInU64, taoInU64, excessTaoU64, alphaOutU64] = amounts(heap, floors, 4);
      return {
        alphaEmissionX32: alphaEmission,
        rootProportionX32: rootProportion,
        capX32: cap,
        alphaInX32: alphaIn,
        taoInX32: taoIn,
        excessTaoX32: excessTao,
        alphaOutX32: alphaEmission,
        alphaInU64,
        taoInU64,
        excessTaoU64,
        alphaOutU64,
      };
    },
    alphaSplit: ({ alphaOutX32, alphaIssuanceAfterMint, ownerCut: cut, ownerCutEnabled, rootTao, taoWeight }) => {
      const [cells, floors] = [heap.reset().room(6 * 16), heap.room(5 * 8)];
      heap.call(
        "alphaSplit",
        heap.cell(alphaOutX32),
        alphaIssuanceAfterMint,
        cut,
        Number(ownerCutEnabled),
        rootTao,
        taoWeight,
        cells,
        floors,
      );
      const [ownerCut, rootProportion, rootAlpha, server, totalValidator, validator] = unsignedCells(heap, cells, 6);
      const [alphaCreated, ownerCutU64, rootAlphaU64, serverU64, validatorU64] = amounts(heap, floors, 5);
      return {
        alphaCreated,
        ownerCutX32: ownerCut,
        rootProportionX32: rootProportion,
        rootAlphaX32: rootAlpha,
        serverX32: server,
        totalValidatorX32: totalValidator,
        validatorX32: validator,
        ownerCutU64,
        rootAlphaU64,
        serverU64,
        validatorU64,
      };
    },
    coinbaseBlock: (input) => {
      const subnets = ascending(input.subnets);
      const count = subnets.length;
      const blockEmission = heap.reset().u64("blockEmission", input.issuance);
      const width = 8;
      const [emission, results] = [heap.room(count * 16), heap.room(count * width * 8)];
      const rootSellFlag = heap.i32(
        "coinbaseBlock",
        count,
        blockEmission,
        input.rootTao,
        input.taoWeight,
        input.ownerCut,
        heap.list(subnets.map(({ netuid }) => netuid)),
        heap.list(subnets.map(({ mechanism }) => mechanism)),
        heap.cells(subnets.map(({ movingPriceX32 }) => movingPriceX32)),
        heap.cells(subnets.map(({ minerBurnedX32 }) => minerBurnedX32)),
        heap.flags(subnets.map(({ emissionEnabled }) => emissionEnabled)),
        heap.amounts(subnets.map(({ alphaIn }) => alphaIn)),
        heap.amounts(subnets.map(({ alphaOut }) => alphaOut)),
        heap.cells(subnets.map(({ priceX64 }) => priceX64)),
        heap.flags(subnets.map(({ ownerCutEnabled }) => ownerCutEnabled)),
        emission,
        results,
      );
      const words = heap.readAmounts(results, count * width);
      const emissionBits = heap.readUnsignedCells(emission, count);
      return {
        blockEmission,
        rootSellFlag: rootSellFlag !== 0,
        subnets: subnets.map(({ netuid }, i) => {
          const [taoIn, alphaIn, alphaOut, excessTao, owner, server, validator, rootAlpha] = words.slice(i * width, (i + 1) * width) as [
            bigint,
            bigint,
            bigint,
            bigint,
            bigint,
            bigint,
            bigint,
            bigint,
          ];
          return [netuid, { emissionX32: emissionBits[i]!, taoIn, alphaIn, alphaOut, excessTao, owner, server, validator, rootAlpha }];
        }),
      };
    },
  };
}
