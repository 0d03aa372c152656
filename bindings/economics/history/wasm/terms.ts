import type { WasmHeap } from "../../../wasm/heap.js";
import { amounts, signedCells, unsignedCells, type Bigints } from "../../wasm/lists.js";
import { signedCoinbase } from "../switches.js";
import type { HistoricEconomics, SubnetTerms233Input, SubnetTerms233Output } from "../types.js";

type Terms = Pick<HistoricEconomics, "subnetTerms233" | "subnetTerms298" | "subnetTerms342" | "poolSell233">;

export function terms(heap: WasmHeap): Terms {
  /** Runs one of the terms; `first`: what it takes before the subnet. */
  const run = (name: string, first: readonly (number | bigint)[], input: Omit<SubnetTerms233Input, "ruleSet">) => {
    const [cells, floors] = [heap.reset().room(6 * 16), heap.room(4 * 8)];
    const { taoEmissionX32, alphaIssuance, priceX32, burnRegistration, powRegistration } = input;
    const flag = heap.call(
      name,
      ...first,
      heap.cell(taoEmissionX32),
      alphaIssuance,
      heap.cell(priceX32),
      Number(burnRegistration),
      Number(powRegistration),
      cells,
      floors,
    );
    return { flag, cells, floors: amounts(heap, floors, 4) };
  };

  const output = (
    [alphaInX32, taoInX32, alphaOutX32, , alphaEmissionX32]: Bigints<6>,
    [alphaInU64, taoInU64, alphaOutU64]: Bigints<4>,
  ): SubnetTerms233Output => ({ alphaEmissionX32, alphaInX32, taoInX32, alphaOutX32, alphaInU64, taoInU64, alphaOutU64 });

  return {
    subnetTerms233: (input) => {
      const { cells, floors } = run("subnetTerms233", [input.ruleSet], input);
      return output((signedCoinbase(input.ruleSet) ? signedCells : unsignedCells)(heap, cells, 6), floors);
    },
    subnetTerms298: (input) => {
      const { flag, cells, floors } = run("subnetTerms298", [input.ruleSet, input.blockEmission], input);
      const values = unsignedCells(heap, cells, 6);
      const [, , , buyTaoX32, , taoRatioX32] = values;
      return { ...output(values, floors), taoRatioX32, subsidised: flag !== 0, buyTaoX32, buyTaoU64: floors[3] };
    },
    subnetTerms342: (input) => {
      const cap = input.capBlockEmission;
      const { cells, floors } = run("subnetTerms342", [input.ruleSet, Number(cap !== null), cap ?? 0n], input);
      const values = unsignedCells(heap, cells, 6);
      const [, , , excessTaoX32, , capX32] = values;
      return { ...output(values, floors), capX32, excessTaoX32, excessTaoU64: floors[3] };
    },
    poolSell233: ({ ruleSet, mechanism, tao, alphaIn, amount }) => {
      const result = heap.reset().room(8);
      const isSold = heap.i32("poolSell233", ruleSet, mechanism, tao, alphaIn, amount, result) !== 0;
      return { tao: isSold ? amounts(heap, result, 1)[0] : null };
    },
  };
}
