import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { serialize } from "node:v8";
import { caseOf, type Case, type PlannedCase } from "./cases.js";
import { recordedDigest } from "./recorded.js";

export const LOADERS = ["loadYumaSync", "loadYuma"] as const;
export const START_UP_PARTS = ["import", "load", "epoch", "total"] as const;

/** ns */
type StartUpTimes = Record<(typeof START_UP_PARTS)[number], number>;

export interface StartUp {
  case: Case;
  /** of each round, in the order of the rounds */
  samples: Record<(typeof LOADERS)[number], StartUpTimes[]>;
}

const ROUNDS = 11;
const CHILD = "bench/startUpChild.mjs";
const STATE = "build/bench-state.bin";

/** Imports the built package, loads it and runs its first epoch, in fresh processes that take turns; the first turns do not count. */
export function startUp(item: PlannedCase): StartUp {
  const state = item.shape.make(item.mode);
  const expected = recordedDigest(item, state);
  const start = (loader: string): StartUpTimes => {
    const { times, digest } = JSON.parse(execFileSync(process.execPath, [CHILD, loader, STATE], { encoding: "utf8" }));
    if (digest !== expected) throw new Error(`${loader} gives ${digest} instead of ${expected}; nothing is reported`);
    return times;
  };
  const samples: StartUp["samples"] = { loadYumaSync: [], loadYuma: [] };
  writeFileSync(STATE, serialize(state));
  try {
    for (const loader of LOADERS) start(loader);
    for (let round = 0; round < ROUNDS; round++) for (const loader of LOADERS) samples[loader].push(start(loader));
  } finally {
    rmSync(STATE);
  }
  return { case: caseOf(item, state), samples };
}
