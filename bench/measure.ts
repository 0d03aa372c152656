import { Bench, type Statistics } from "tinybench";
import type { Contender } from "./contender.js";
import { median } from "./median.js";

export interface Measurement {
  contender: string;
  rounds: number;
  /** ns of the median epoch of each round, in the order of the rounds */
  samples: number[];
  /** tinybench's summary of all epochs of all rounds, ms */
  statistics: Statistics;
  /** WebAssembly memory after the first epoch; null where there is none */
  memoryBytes: number | null;
}

export interface Effort {
  /** ms for which each contender runs before anything counts */
  warmUp: number;
  /** no round is begun that would end later, on the clock of performance.now(), once there are enough of them */
  until: number;
  minimumRounds: number;
  maximumRounds: number;
}

/** V8 replaces the code of its baseline compiler from a function's next call on, so one epoch is not enough. */
const MINIMUM_WARM_UP_RUNS = 2;

/**
 * Times the contenders by turns: each round takes a sample of every one, so that all see the same drift of the
 * machine and the samples of one round can be compared. The first round, which does not count, gives the digests and
 * the memory that a fresh contender has come to.
 * @throws Error where two contenders differ, or differ from `expected`: then there is nothing to compare
 */
export async function measure(contenders: readonly Contender[], expected: string | undefined, effort: Effort): Promise<Measurement[]> {
  for (const contender of contenders) await contender.run();
  await checkDigests(contenders, expected);
  const memories = contenders.map((contender) => contender.memoryBytes());
  for (const contender of contenders) await warmUp(contender, effort.warmUp);

  const rounds = contenders.map((): number[][] => []);
  let last = 0;
  for (let round = 0; round < effort.minimumRounds || (round < effort.maximumRounds && performance.now() + last < effort.until); round++) {
    const start = performance.now();
    (await runRound(contenders)).forEach((epochs, k) => rounds[k]!.push(epochs));
    last = performance.now() - start;
  }
  return contenders.map(({ name }, k) => ({
    contender: name,
    rounds: rounds[k]!.length,
    samples: rounds[k]!.map(median),
    statistics: summarize(name, rounds[k]!.flat()),
    memoryBytes: memories[k]!,
  }));
}

/** Each on its own, so that the fast ones run as often as the compiler needs. */
async function warmUp(contender: Contender, time: number): Promise<void> {
  const end = performance.now() + time;
  for (let run = 1; run < MINIMUM_WARM_UP_RUNS || performance.now() < end; run++) await contender.run();
}

async function runRound(contenders: readonly Contender[]): Promise<number[][]> {
  const times: number[][] = [];
  for (const contender of contenders) times.push(await sample(contender));
  return times;
}

/** ns of epochs on end that make a sample: short ones would measure what the contender before left in the caches. */
const SAMPLE_TIME = 5e6;

/** As many epochs as it takes; ns each. */
async function sample(contender: Contender): Promise<number[]> {
  const epochs: number[] = [];
  for (let time = 0; time < SAMPLE_TIME; time += epochs.at(-1)!) epochs.push(await contender.run());
  return epochs;
}

async function checkDigests(contenders: readonly Contender[], expected: string | undefined): Promise<void> {
  for (const contender of contenders) {
    const digest = await contender.digest();
    expected ??= digest;
    if (digest !== expected) throw new Error(`${contender.name} gives ${digest} instead of ${expected}; nothing is reported`);
  }
}

/** tinybench runs all samples of one task before the next task's, so it gets the samples ready made. */
function summarize(name: string, samples: readonly number[]): Statistics {
  let next = 0;
  const bench = new Bench({ iterations: samples.length, time: 0, warmup: false });
  bench.add(name, () => ({ overriddenDuration: samples[next++]! / 1e6 }), { async: false });
  const [task] = bench.runSync();
  const { result } = task!;
  if (result.state !== "completed" || result.latency.samplesCount !== samples.length)
    throw new Error(`tinybench: ${name} is ${result.state}`);
  return result.latency;
}
