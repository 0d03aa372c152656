import { readFileSync } from "node:fs";
import { epochDigest } from "../../bindings/boundary/canonical.js";
import { loadYumaSync } from "../../bindings/index.js";
import { EPOCH_FUNCTIONS } from "../../bindings/interface/epochFunctions.js";
import { FLAG, STATUS, digestIn } from "../../bindings/interface/message.js";
import type { SubnetState, Yuma } from "../../bindings/types.js";
import { WasmEngine } from "../../bindings/wasm/engine.js";
import { withBoundary } from "../../bindings/boundary/engine.js";
import { withInstance } from "../instance.js";
import { MODES, SHAPES, storedWeights, type Mode } from "../shapes.js";
import { awaitCounting, counted, type Said } from "./callgrind.js";

/** What is counted of a case: `kernel`: the module's own work, on a message that is there; `whole`: `yuma.epoch(state, { views: true })`. */
export type Counting = "kernel" | "whole";

interface CountedCase {
  shape: string;
  mode: Mode;
  /** whether the general path is counted too */
  general: boolean;
}

export interface CountOrder {
  /** files of yuma.wasm */
  modules: string[];
  /** a file of stages.wasm, which can be kept to the general path; null where none is there */
  general: string | null;
  cases: CountedCase[];
}

/** Stored weights of each case. */
export type CountedWeights = number[];

/** Epochs of a small state, after which V8 has compiled the boundary for good. */
const WARM_UP = 150;
const WARM_UP_SHAPE = "12 real 30%";

/** Epochs of each case before it is counted: memory has grown, and what its mode needs is compiled. */
const FIRST = 4;

/**
 * How often an epoch is counted, and how often none, which is what counting itself takes. The least of each is without what V8 does
 * between its calls now and then, which only adds: it compiles something anew or collects garbage.
 */
const ROUNDS = 3;

export function partName(item: number, module: number, counting: Counting, epochs: 0 | 1): string {
  return `${item} ${module} ${counting} ${epochs}`;
}

interface Exports {
  memory: WebAssembly.Memory;
  run(wanted: number, flags: number): number;
  output(): number;
  outputLength(): number;
  /** of stages.wasm */
  takeMatricesOnly?(only: boolean): void;
}

/** An engine, and the module's own function. */
interface Subject {
  yuma: Yuma;
  exports: Exports;
  /** whether it is kept to the general path */
  isGeneral: boolean;
}

function subject(path: string, isGeneral: boolean): Subject {
  const module = new WebAssembly.Module(readFileSync(path));
  const { made, exports } = withInstance(() => (isGeneral ? withBoundary(new WasmEngine("wasm", module)) : loadYumaSync({ module })));
  const own = exports as unknown as Exports;
  own.takeMatricesOnly?.(isGeneral);
  return { yuma: made, exports: own, isGeneral };
}

/** Runs the module again on the message that the last epoch has left in it. */
function runAgain({ exports }: Subject, flags = 0): void {
  const status = exports.run(EPOCH_FUNCTIONS.epoch.number, flags);
  if (status !== STATUS.fine) throw new Error(`the module's own run ends with status ${status}`);
}

/** That the module's own run is the epoch. */
function checkRun(one: Subject, state: SubnetState): string {
  const digest = epochDigest(one.yuma.epoch(state, { views: true }));
  runAgain(one, FLAG.digest);
  const { memory, output, outputLength } = one.exports;
  const own = digestIn(new Uint8Array(memory.buffer, output() >>> 0, outputLength() >>> 0));
  if (own !== digest) throw new Error(`the module's own run gives ${own} instead of ${digest}`);
  return digest;
}

function times(count: number, work: () => void): () => void {
  return () => {
    for (let i = 0; i < count; i++) work();
  };
}

/** Runs under callgrind: every case on every module, and says what was counted. */
export function countChild(order: CountOrder, started: string): void {
  const { modules, general } = order;
  const subjects = modules.map((path) => subject(path, false));
  if (general !== null) subjects.push(subject(general, true));
  for (const mode of MODES) for (const one of subjects) times(WARM_UP, wholeOf(one, makeState(WARM_UP_SHAPE, mode)))();
  const cases = order.cases.map((item) => ({ ...item, state: makeState(item.shape, item.mode) }));
  for (const { shape, mode, general, state } of cases) {
    const digests = subjects
      .filter(({ isGeneral }) => general || !isGeneral)
      .map((one) => {
        times(FIRST, wholeOf(one, state))();
        return checkRun(one, state);
      });
    if (new Set(digests).size !== 1) throw new Error(`${shape} ${mode}: the modules differ: ${digests.join(", ")}`);
  }

  awaitCounting(started);
  const names: string[] = [];
  for (const [item, { shape, mode, general, state }] of cases.entries()) {
    console.error(`${shape} ${mode} ...`);
    for (const [module, one] of subjects.entries()) {
      if (one.isGeneral && !general) continue;
      const whole = wholeOf(one, state);
      // The first leaves the message of this state for the kernel alone.
      const countings = { whole, kernel: () => runAgain(one) };
      for (const counting of ["whole", "kernel"] as const) {
        countings[counting]();
        if (counting === "whole" && one.isGeneral) continue;
        for (let round = 0; round < ROUNDS; round++) {
          for (const epochs of [0, 1] as const) {
            counted(names, partName(item, module, counting, epochs), times(epochs, countings[counting]));
          }
        }
      }
    }
  }
  const said: Said<CountedWeights> = { names, result: cases.map(({ state }) => storedWeights(state)) };
  console.log(JSON.stringify(said));
}

function makeState(name: string, mode: Mode): SubnetState {
  return SHAPES.find((shape) => shape.name === name)!.make(mode);
}

function wholeOf({ yuma }: Subject, state: SubnetState): () => void {
  return () => yuma.epoch(state, { views: true });
}
