/** Times pools of one and two workers against one thread on sweeps over kappa; bench/README.md says what is in it. */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { loadYumaSync } from "../bindings/index.js";
import type { SubnetState } from "../bindings/types.js";
import { table } from "./markdown.js";
import { median } from "./median.js";
import { SHAPES } from "./shapes.js";

// Workers are started from the package as it is built.
const { createPool } = (await import(new URL("../dist/pool/index.js", import.meta.url).href)) as typeof import("../bindings/pool/index.js");

const FOLDER = "bench/results";
const SIZES = ["64 x 256", "64 x 4096", "256 x 4096"];

/** Stored weights of the epochs that make a sample. */
const SAMPLE_WEIGHTS = 4_194_304;

/** Until compilers and memory are warm. */
const WARM_UP_ROUNDS = 2;

/** ms an epoch, by the clock and by the processors. */
interface Sample {
  wall: number;
  processor: number;
}

/** The epochs of a state under each kappa, with their digests where asked for. */
type Contender = (kappas: readonly number[], digest: boolean) => AsyncGenerator<{ digest?: string }>;

const { rounds } = parseArgs({ options: { rounds: { type: "string", default: "15" } } }).values;
const yuma = loadYumaSync();
const pools = [await createPool({ size: 1 }), await createPool({ size: 2 })] as const;

function contendersOf(state: SubnetState): Record<string, Contender> {
  const sweep = (kappas: readonly number[]) => kappas.map((kappa) => ({ ...state, kappa }));
  const resident = pools[1].resident(state);
  return {
    async *"one thread"(kappas, digest) {
      for (const one of sweep(kappas)) yield yuma.epoch(one, { digest });
    },
    "a pool of one": (kappas, digest) => pools[0].epochs(sweep(kappas), { digest }),
    "a pool of two": (kappas, digest) => pools[1].epochs(sweep(kappas), { digest }),
    "a resident state in a pool of two": (kappas, digest) =>
      resident.epochs(
        kappas.map((kappa) => ({ kappa })),
        { digest },
      ),
  };
}

async function sampleOf(contender: Contender, kappas: readonly number[]): Promise<Sample> {
  const used = process.cpuUsage();
  const start = performance.now();
  for await (const _ of contender(kappas, false)) {
    // What a run costs is all that is asked.
  }
  const wall = performance.now() - start;
  const { user, system } = process.cpuUsage(used);
  return { wall: wall / kappas.length, processor: (user + system) / 1e3 / kappas.length };
}

/** @throws Error where two contenders differ: then there is nothing to compare */
async function checkDigests(contenders: readonly Contender[], kappas: readonly number[]): Promise<void> {
  const found = new Set<string>();
  for (const contender of contenders) {
    const digests: (string | undefined)[] = [];
    for await (const { digest } of contender(kappas, true)) digests.push(digest);
    found.add(digests.join());
  }
  if (found.size !== 1) throw new Error("the contenders differ; nothing is reported");
}

/** Samples of each contender, a round after the other. */
async function measure(contenders: Readonly<Record<string, Contender>>, kappas: readonly number[]): Promise<Record<string, Sample[]>> {
  const samples = Object.fromEntries(Object.keys(contenders).map((name): [string, Sample[]] => [name, []]));
  for (let round = -WARM_UP_ROUNDS; round < Number(rounds); round++) {
    for (const [name, contender] of Object.entries(contenders)) {
      const sample = await sampleOf(contender, kappas);
      if (round >= 0) samples[name]!.push(sample);
    }
  }
  return samples;
}

function rowsOf(size: string, samples: Readonly<Record<string, readonly Sample[]>>): (string | number | null)[][] {
  const medianOf = (name: string, part: keyof Sample) => median(samples[name]!.map((sample) => sample[part]));
  return Object.keys(samples).map((name) => {
    const ratios = (yardstick: string) => samples[name]!.map(({ wall }, round) => samples[yardstick]![round]!.wall / wall);
    const [thread, one] = [ratios("one thread"), ratios("a pool of one")];
    const shown = [medianOf(name, "wall"), medianOf(name, "processor"), median(thread), median(one), Math.max(...one)];
    return [size, name, ...shown.map((value) => value.toFixed(2))];
  });
}

const measured: Record<string, Record<string, Sample[]>> = {};
for (const { name: size, make } of SHAPES.filter(({ name }) => SIZES.includes(name))) {
  console.error(`${size} ...`);
  const state = make("yuma3");
  const contenders = contendersOf(state);
  const epochs = Math.max(4, Math.floor(SAMPLE_WEIGHTS / state.weights.uids.length));
  const kappas = Array.from({ length: epochs }, (_, i) => 20_000 + 50 * i);
  await checkDigests(Object.values(contenders), kappas);
  measured[size] = await measure(contenders, kappas);
}
await Promise.all(pools.map((pool) => pool.close()));
mkdirSync(FOLDER, { recursive: true });
const host = { node: process.version, processor: cpus()[0]?.model ?? "unknown", threads: cpus().length, backend: yuma.backend };
writeFileSync(`${FOLDER}/pool.json`, `${JSON.stringify({ ...host, measured }, null, 2)}\n`);
const header = ["state", "contender", "ms an epoch", "of processor time", "x one thread", "x a pool of one", "at best"];
console.log(
  table(
    2,
    header,
    Object.entries(measured).flatMap(([size, samples]) => rowsOf(size, samples)),
  ),
);
