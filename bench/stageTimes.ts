import { readFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import type { PlannedCase } from "./cases.js";
import type { Contender } from "./contender.js";
import { samplesByStage, type Samples } from "./stages.js";

export interface StageTimes {
  epochs: number;
  /** the mean under the profiler */
  nsPerEpoch: number;
  /** null where the profile names no function of WebAssembly */
  samples: Samples | null;
}

/** µs between samples */
const INTERVAL = 200;

/** The module as text, in the order of the binary. */
const TEXT = "build/yuma.wat";

/** The dense and the real shape that are profiled in all modes, in the order of choice; and those under Yuma3 alone. */
const PROFILED = [["256 x 4096", "64 x 4096"], ["64 real 95%"]];
const PROFILED_YUMA3 = ["sparse"];

export function profiledCases(cases: readonly PlannedCase[]): PlannedCase[] {
  const shapes = PROFILED.map((names) => names.find((name) => cases.some(({ shape }) => shape.name === name)));
  return cases.filter(({ shape, mode }) => shapes.includes(shape.name) || (PROFILED_YUMA3.includes(shape.name) && mode === "yuma3"));
}

/** The names of a module's functions by their index, from its text; it has no imports. */
export function functionNames(text: string): string[] {
  return [...text.matchAll(/^ \(func \$"?([^\s"]+)/gm)].map(([, name]) => name!);
}

/** Runs a contender, which has to be warm, under the profiler for so many ms. */
export async function stageTimes({ run }: Pick<Contender, "run">, time: number): Promise<StageTimes> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.setSamplingInterval", { interval: INTERVAL });
    await session.post("Profiler.start");
    const end = performance.now() + time;
    let epochs = 0;
    let ns = 0;
    for (; epochs === 0 || performance.now() < end; epochs++) ns += await run();
    const { profile } = await session.post("Profiler.stop");
    const samples = samplesByStage(profile.nodes, functionNames(readFileSync(TEXT, "utf8")), run.name);
    return { epochs, nsPerEpoch: ns / epochs, samples };
  } finally {
    session.disconnect();
  }
}
