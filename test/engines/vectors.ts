/** What every engine runs: the vectors on the package as it is built. Nothing here needs Node. */
import type { Backend, BackendName } from "../../bindings/functions/index.js";
import { referenceArithmetic } from "../../bindings/functions/referenceArithmetic.js";
import { wasmArithmetic } from "../../bindings/functions/wasmArithmetic.js";
import { describeDifference, type Difference } from "../../bindings/verify/difference.js";
import { recipeCase, recipeDifference } from "../../bindings/verify/recipe.js";
import { isScenarioResult, scenarioDifference, scenarioDifferences, type ScenarioResult } from "../../bindings/verify/scenario.js";
import { asVector, vectorDifference, type Vector } from "../../bindings/verify/vector.js";
import type { Gpu } from "../../bindings/gpu/types.js";
import { runVectors as runBatch, type Counts as GpuCounts, type EpochVector } from "../gpu/vectors.js";

/** The entries of the built package, imported as the engine does it. */
export interface Package {
  core(): Promise<typeof import("../../bindings/index.js")>;
  economics(): Promise<typeof import("../../bindings/economics/index.js")>;
  reference(): Promise<typeof import("../../bindings/reference/index.js")>;
}

export type ReadFile = (file: string) => Promise<Uint8Array>;

export interface Counts {
  equal: number;
  different: number;
  /** generated states above the limit */
  skipped: number;
  /** as the command prints it: case: stage position: expected, got */
  firstDifference: string | null;
}

/** The largest generated state that is run, in weights: 64 x 1024. */
export const MAX_WEIGHTS = 65_536;

/** The steps inside an epoch are no part of the package's entries, only of its command: they come from the sources. */
export async function backendOf(entries: Package, name: BackendName): Promise<Backend> {
  if (name === "reference") {
    const { reference, referenceEconomics } = await entries.reference();
    return { yuma: reference, economics: referenceEconomics, arithmetic: referenceArithmetic };
  }
  const yuma = await (await entries.core()).loadYuma({ backend: name });
  if (yuma.backend !== name) throw new Error(`asked for ${name}, got ${yuma.backend}`);
  return { yuma, economics: await (await entries.economics()).loadEconomics(), arithmetic: wasmArithmetic(name) };
}

/** Runs all cases of the files, named as below the folder of vectors. What is no vector, or is refused, throws. */
export async function runVectors(backend: Backend, files: readonly string[], read: ReadFile): Promise<Counts> {
  const counts: Counts = { equal: 0, different: 0, skipped: 0, firstDifference: null };
  for (const file of files) {
    for await (const { name, run } of file.endsWith(".json") ? generated(file, read) : recorded(file, read)) {
      if (run === null) counts.skipped++;
      else {
        const found = run(backend);
        counts[found === null ? "equal" : "different"]++;
        if (found !== null) counts.firstDifference ??= `${name}: ${describeDifference(found)}`;
      }
    }
  }
  return counts;
}

interface Case {
  name: string;
  run: ((backend: Backend) => Difference | null) | null;
}

async function* generated(file: string, read: ReadFile): AsyncGenerator<Case> {
  const { cases } = JSON.parse(await textOf(await read(file))) as { cases: unknown[] };
  for (const [i, item] of cases.entries()) {
    const recipe = recipeCase(item, `cases[${i}]`);
    const fits = recipe.validators * recipe.n <= MAX_WEIGHTS;
    yield { name: recipe.name, run: fits ? ({ yuma }) => recipeDifference(yuma, recipe) : null };
  }
}

/** The vectors of a file whose lines are nothing else. */
export async function readVectors(bytes: Uint8Array): Promise<Vector[]> {
  return (await linesOf(bytes)).map(asVector);
}

/** Files of one folder, or address. */
export interface Files {
  folder: string;
  files: readonly string[];
}

/**
 * The epoch vectors and scenarios of each set of files, a file a batch, on the one device that `loadGpu` of the built package gives:
 * shaders take seconds to compile.
 */
export async function runVectorsOnGpu(
  { loadGpu }: typeof import("../../bindings/gpu/index.js"),
  sets: readonly Files[],
  read: (folder: string, file: string) => Promise<Uint8Array>,
): Promise<GpuCounts[]> {
  const gpu = await loadGpu();
  try {
    const all: GpuCounts[] = [];
    for (const { folder, files } of sets) {
      const counts: GpuCounts = { adapter: gpu.adapter.name, equal: 0, different: [], outOfScope: [] };
      for (const file of files) {
        const lines = await linesOf(await read(folder, file));
        const vectors = lines.filter((line) => !isScenarioResult(line)).map(asVector) as EpochVector[];
        const { equal, different, outOfScope } = await runBatch(gpu, vectors);
        counts.equal += equal;
        counts.different.push(...different);
        counts.outOfScope.push(...outOfScope);
        await runScenarios(gpu, lines.filter(isScenarioResult), counts);
      }
      all.push(counts);
    }
    return all;
  } finally {
    gpu.destroy();
  }
}

/** What an epoch gives is what the next one begins with. */
async function runScenarios(gpu: Gpu, scenarios: readonly ScenarioResult[], counts: GpuCounts): Promise<void> {
  const all = await scenarioDifferences(scenarios, (states) => gpu.epochBatch(states));
  for (const [i, found] of all.entries()) {
    const { scenario, mode } = scenarios[i]!;
    if (found === null) counts.equal++;
    else counts.different.push(`${scenario} ${mode}: ${describeDifference(found)}`);
  }
}

async function linesOf(bytes: Uint8Array): Promise<unknown[]> {
  const lines = (await textOf(bytes)).trimEnd().split("\n");
  return lines.map((line): unknown => JSON.parse(line));
}

async function* recorded(file: string, read: ReadFile): AsyncGenerator<Case> {
  const values = await linesOf(await read(file));
  for (const [i, value] of values.entries()) {
    if (isScenarioResult(value)) {
      yield { name: `${value.scenario} ${value.mode}`, run: ({ yuma }) => scenarioDifference(yuma, value) };
    } else {
      const vector = asVector(value);
      yield { name: String(vector.name ?? `${file}:${i + 1}`), run: (backend) => vectorDifference(backend, vector) };
    }
  }
}

async function textOf(bytes: Uint8Array): Promise<string> {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  if (!isGzip) return new TextDecoder().decode(bytes);
  const packed = new Blob([bytes as BlobPart]).stream();
  return new Response(packed.pipeThrough(new DecompressionStream("gzip"))).text();
}
