import { Bench, type Statistics } from "tinybench";
import type { Contender } from "./contender.js";

export interface Measurement {
  contender: string;
  rounds: number;
  /** ns of each round, in the order of the rounds */
  samples: number[];
  /** tinybench's summary of the samples, ms */
  statistics: Statistics;
}

export interface Effort {
  /** ms of the warm-up of one case, after the rounds that it has at least */
  warmUp: number;
  /** ms for the timed rounds of one case, kept to as well as whole rounds allow */
  budget: number;
  minimumRounds: number;
  maximumRounds: number;
}

/** V8 replaces the code of its baseline compiler from a function's next call on, so one epoch is not enough. */
const MINIMUM_WARM_UP_ROUNDS = 2;

/**
 * Times the contenders by turns: each round runs every one of them once, so that all see the same drift of the
 * machine and the samples of one round can be compared. The warm-up gives the digests, and its last round says how
 * many rounds the budget allows.
 * @throws Error where two contenders differ, or differ from `expected`: then there is nothing to compare
 */
export async function measure(contenders: readonly Contender[], expected: string | undefined, effort: Effort): Promise<Measurement[]> {
  let last = 0;
  for (let i = 0, spent = 0; i < MINIMUM_WARM_UP_ROUNDS || spent < effort.warmUp; i++, spent += last) {
    last = (await runRound(contenders)).reduce((sum, ns) => sum + ns, 0) / 1e6;
    if (i === 0) await checkDigests(contenders, expected);
  }

  const rounds = Math.max(effort.minimumRounds, Math.min(effort.maximumRounds, Math.floor(effort.budget / last)));
  const samples = contenders.map((): number[] => []);
  for (let i = 0; i < rounds; i++) {
    (await runRound(contenders)).forEach((ns, k) => samples[k]!.push(ns));
  }
  return summarize(contenders, samples);
}

async function runRound(contenders: readonly Contender[]): Promise<number[]> {
  const times: number[] = [];
  for (const contender of contenders) times.push(await contender.run());
  return times;
}

async function checkDigests(contenders: readonly Contender[], expected: string | undefined): Promise<void> {
  for (const contender of contenders) {
    const digest = await contender.digest();
    expected ??= digest;
    if (digest !== expected) throw new Error(`${contender.name} gives ${digest} instead of ${expected}; nothing is reported`);
  }
}

/** tinybench runs all samples of one task before the next task's, so it gets the samples ready made. */
function summarize(contenders: readonly Contender[], samples: readonly number[][]): Measurement[] {
  return contenders.map(({ name }, k) => {
    const own = samples[k]!;
    let next = 0;
    const bench = new Bench({ iterations: own.length, time: 0, warmup: false });
    bench.add(name, () => ({ overriddenDuration: own[next++]! / 1e6 }), { async: false });
    const [task] = bench.runSync();
    const { result } = task!;
    if (result.state !== "completed" || result.latency.samplesCount !== own.length) throw new Error(`tinybench: ${name} is ${result.state}`);
    return { contender: name, rounds: own.length, samples: own, statistics: result.latency };
  });
}

/** The median over the rounds of how many times as fast `measured` is as `yardstick` in the same round. */
export function timesAsFast(measured: Measurement, yardstick: Measurement): number {
  return median(measured.samples.map((sample, round) => yardstick.samples[round]! / sample));
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
