import type { Mode } from "../shapes.js";
import type { Code, Counted, Part } from "./callgrind.js";
import { partName, type Counting, type CountedWeights, type CountOrder } from "./child.js";

/** Instructions of an epoch for each stored weight. */
export interface Count {
  shape: string;
  mode: Mode;
  weights: number;
  /** of each module, in their order */
  kernel: number[];
  whole: number[];
  /** of the general path alone; null where nobody asked */
  general: number | null;
}

export interface CountReport {
  node: string;
  modules: string[];
  counts: Count[];
}

export const COUNT_FILE = "bench/results/count.json";

export function countsOf({ modules, cases }: CountOrder, weights: CountedWeights, parts: readonly Part[]): Count[] {
  return cases.map(({ shape, mode, general }, item) => {
    const each = (module: number, counting: Counting) =>
      (leastOf(parts, partName(item, module, counting, 1)).instructions -
        leastOf(parts, partName(item, module, counting, 0)).instructions) /
      weights[item]!;
    return {
      shape,
      mode,
      weights: weights[item]!,
      kernel: modules.map((_, module) => each(module, "kernel")),
      whole: modules.map((_, module) => each(module, "whole")),
      general: general ? each(modules.length, "kernel") : null,
    };
  });
}

/** Of what was counted several times. */
function leastOf(parts: readonly Part[], name: string): Part {
  return parts.filter((part) => part.name === name).reduce((least, part) => (part.instructions < least.instructions ? part : least));
}

/** Of each case, a module's functions by their index and what is outside of them (null), in instructions for each stored weight. */
export function functionsOf(
  { cases }: CountOrder,
  module: number,
  { result: weights, parts, code }: Counted<CountedWeights>,
): Map<number | null, number>[] {
  return cases.map((_, item) => {
    const sums = new Map<number | null, number>();
    for (const [epochs, factor] of [
      [1, 1],
      [0, -1],
    ] as const) {
      for (const [address, instructions] of leastOf(parts, partName(item, module, "kernel", epochs)).byAddress) {
        const index = indexAt(code, address);
        sums.set(index, (sums.get(index) ?? 0) + (factor * instructions) / weights[item]!);
      }
    }
    return sums;
  });
}

/** The function whose code an address is in; null outside of all. */
export function indexAt(code: readonly Code[], address: number): number | null {
  let [low, high] = [0, code.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (code[middle]!.start <= address) low = middle + 1;
    else high = middle;
  }
  const at = code[low - 1];
  return at !== undefined && address < at.start + at.bytes ? at.index : null;
}
