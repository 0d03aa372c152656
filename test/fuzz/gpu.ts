/** Generated states in batches on a GPU, each compared with WebAssembly; without anything of Node's, so that pages and Deno can do it too. */
import { GpuScopeError } from "../../bindings/gpu/errors.js";
import { checkScope } from "../../bindings/gpu/register.js";
import type { Gpu } from "../../bindings/gpu/types.js";
import { checkState } from "../../bindings/boundary/input.js";
import { toJson } from "../../bindings/boundary/jsonForm.js";
import type { SubnetState, Yuma } from "../../bindings/types.js";
import { describeDifference, difference } from "../../bindings/verify/difference.js";
import { pastGuards } from "../gpu/pastGuards.js";
import { compareStates } from "./gpuStates.js";
import { fuzzState } from "./states.js";

/** States `first` to `end` - 1 of a seed, in a form that JSON has. */
export interface FuzzStates {
  seed: string;
  first: number;
  end: number;
}

export interface GpuComparison {
  adapter: string;
  compared: number;
  outOfScope: number;
  /** epochs of states that stay on the device: points of sweeps, and chains */
  resident: number;
  /** what differs, and of which state */
  different: string[];
}

/** A device and the package beside it, wherever they are. */
export interface FuzzEngine {
  compare(states: FuzzStates): Promise<GpuComparison>;
  close(): Promise<void>;
}

/** States that go to an engine together: no page is held up for long, and progress is seen. */
const PIECE = 500;

/** @param progress gets what the last piece gave, and all up to it */
export async function compareOnGpu(
  open: () => Promise<FuzzEngine>,
  { seed, first, end }: FuzzStates,
  progress: (piece: GpuComparison, all: GpuComparison, states: number) => void,
): Promise<GpuComparison> {
  const engine = await open();
  const all: GpuComparison = { adapter: "", compared: 0, outOfScope: 0, resident: 0, different: [] };
  try {
    for (let from = first; from < end; from += PIECE) {
      const to = Math.min(from + PIECE, end);
      const piece = await engine.compare({ seed, first: from, end: to });
      all.adapter = piece.adapter;
      for (const count of ["compared", "outOfScope", "resident"] as const) all[count] += piece[count];
      all.different.push(...piece.different);
      progress(piece, all, to - first);
    }
    return all;
  } finally {
    await engine.close();
  }
}

/** Every so many states one is held on the device, too. */
const HELD_EVERY = 4;

/** One piece, as an engine does it, in one batch. */
export async function comparePiece(gpu: Gpu, yuma: Yuma, { seed, first, end }: FuzzStates): Promise<GpuComparison> {
  const counts: GpuComparison = { adapter: gpu.adapter.name, compared: 0, outOfScope: 0, resident: 0, different: [] };
  const taken: { number: number; state: SubnetState }[] = [];
  for (let number = first; number < end; number++) {
    const state = fuzzState(BigInt(seed), number);
    if (inScope(state)) taken.push({ number, state });
    else counts.outOfScope++;
  }
  const results = await pastGuards(gpu.epochBatch(taken.map(({ state }) => state)));
  for (const [i, { number, state }] of taken.entries()) {
    const result = results[i];
    if (result === undefined) counts.outOfScope++;
    else {
      const { adapter: _, ...got } = result;
      counts.compared++;
      const found = difference({ out: toJson(yuma.epoch(state)) }, { out: toJson(got) });
      if (found !== null) counts.different.push(`seed ${seed} state ${number}: gpu: ${describeDifference(found)}`);
    }
  }
  for (const { number, state } of taken.filter(({ number }) => number % HELD_EVERY === 0)) {
    const { compared, different } = await compareStates(gpu, yuma, BigInt(seed), number, state);
    counts.resident += compared;
    counts.different.push(...different.map((what) => `seed ${seed} state ${number} held on the device: ${what}`));
  }
  return counts;
}

function inScope(state: SubnetState): boolean {
  try {
    checkScope(checkState(state), "");
    return true;
  } catch (error) {
    if (error instanceof GpuScopeError) return false;
    throw error;
  }
}
