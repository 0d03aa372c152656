import type { WasmHeap } from "../../../wasm/heap.js";
import { amounts, signedCells, unsignedCells } from "../../wasm/lists.js";
import { signedCoinbase } from "../switches.js";
import type { HistoricEconomics } from "../types.js";

type Pending = Pick<HistoricEconomics, "alphaSplit233" | "generateEmission127" | "generateEmission195">;

export function pending(heap: WasmHeap): Pending {
  return {
    alphaSplit233: (input) => {
      const [cells, counters] = [heap.reset().room(4 * 16), heap.room(5 * 8)];
      heap.call(
        "alphaSplit233",
        input.ruleSet,
        heap.cell(input.alphaOutX32),
        input.alphaIssuanceAfterMint,
        input.ownerCut,
        input.rootTao,
        input.taoWeight,
        Number(input.subsidised),
        Number(input.rootSellFlag),
        Number(input.soldForTao !== null),
        input.soldForTao ?? 0n,
        cells,
        counters,
      );
      const read = signedCoinbase(input.ruleSet) ? signedCells : unsignedCells;
      const [ownerCutX32, rootProportionX32, rootAlphaX32, pendingAlphaX32] = read(heap, cells, 4);
      const [ownerCut, emission, swapped, rootTao, rootAlpha] = amounts(heap, counters, 5);
      return { ownerCutX32, rootProportionX32, rootAlphaX32, pendingAlphaX32, added: { ownerCut, emission, swapped, rootTao, rootAlpha } };
    },
    generateEmission127: (input) => {
      const result = heap.reset().room(4 * 8);
      const status = heap.i32(
        "generateEmission127",
        input.ruleSet,
        input.netuid,
        input.n,
        input.tempo,
        input.block,
        input.emissionValue,
        input.pending,
        Number(input.hasOwner),
        input.ownerCut,
        Number(input.registrationAllowed),
        input.blocksSinceLastStep,
        result,
      );
      const [left, epochEmission, ownerPaid, blocksSinceLastStep] = amounts(heap, result, 4);
      return {
        skipped: status === heap.constant("GENERATED_SKIPPED"),
        ownerPaid,
        pending: left,
        epochEmission: status === heap.constant("GENERATED_EPOCH") ? epochEmission : null,
        blocksSinceLastStep,
      };
    },
    generateEmission195: (input) => {
      const result = heap.reset().room(4 * 8);
      const status = heap.i32(
        "generateEmission195",
        input.ruleSet,
        input.netuid,
        input.emissionValue,
        input.pending,
        Number(input.epochDue),
        Number(input.hasOwner),
        input.ownerCut,
        Number(input.registrationAllowed),
        result,
      );
      const [left, epochEmission, ownerPaid, lost] = amounts(heap, result, 4);
      return { pending: left, epochEmission: status === heap.constant("GENERATED_EPOCH") ? epochEmission : null, ownerPaid, lost };
    },
  };
}
