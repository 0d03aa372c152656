/** What is asked of a device, one step a process: what one breaks, the next does not feel. */
import { describeAdapter, type AdapterReport } from "./adapter.js";
import { answersOnDevice, compareArithmetic, type ArithmeticCounts } from "../../test/gpu/arithmetic.js";
import { openDawn } from "../../test/fuzz/engines/dawn.js";
import { compareOnGpu, type GpuComparison } from "../../test/fuzz/gpu.js";
import { epochFiles, readVectors } from "../../test/gpu/vectorFiles.js";
import { runVectors, type Counts } from "../../test/gpu/vectors.js";
import { batchCases, weightsOf, type BatchCase } from "../gpu/cases.js";
import { compileTimes, openGpu } from "../gpu/open.js";
import { runCases, type BatchEffort } from "../gpu/run.js";
import type { GpuReport, StartUp } from "../gpu/report.js";
import type { StageTimes } from "../gpu/stageClock.js";

/** The vectors of one file. */
export interface FileCounts extends Counts {
  file: string;
}

/** What the steps give, each under its name; partial where one was ended early. */
export interface Results {
  adapter: AdapterReport;
  answer: StartUp;
  telling: GpuReport;
  vectors: FileCounts[];
  fuzz: GpuComparison;
  compile: StageTimes;
  arithmetic: ArithmeticCounts;
  rest: GpuReport;
}

export type StepName = keyof Results;

/** Hands on what there is so far; the last time when all is there. */
type Write<T> = (soFar: T) => void;

/** How much is asked. */
interface Amount {
  vectorFiles: readonly string[];
  /** of which a quarter has a rule set that the shaders have */
  fuzzStates: number;
  randomPairs: number;
  /** networks of 64 x 256 */
  tellingNetworks: number;
  /** weights of the benchmark's largest case */
  mostWeights: number;
  effort: BatchEffort;
}

const FORM = { warmUp: 100, minimumRounds: 3, maximumRounds: 15 };
const HARDWARE: Amount = {
  vectorFiles: epochFiles(),
  fuzzStates: 4_200,
  randomPairs: 20_000,
  tellingNetworks: 512,
  mostWeights: Number.POSITIVE_INFINITY,
  effort: { ...FORM, limit: 90_000, mostPerCase: 6_000 },
};
/** Enough to see every step work. */
const SOFTWARE: Amount = {
  vectorFiles: ["epoch/basic.jsonl.gz", "epoch/liquid.jsonl.gz"],
  fuzzStates: 100,
  randomPairs: 1_000,
  tellingNetworks: 1,
  mostWeights: 64 * 256,
  effort: { ...FORM, limit: 10_000, mostPerCase: 1_000, maximumRounds: 3 },
};

const FUZZ_SEED = "475";

type Steps = { [Name in StepName]: (write: Write<Results[Name]>) => Promise<void> };

export function stepsOf(software: boolean): Steps {
  const amount = software ? SOFTWARE : HARDWARE;
  const isTelling = ({ size, networks }: BatchCase) => size === "64 x 256" && networks === amount.tellingNetworks;
  const cases = batchCases(software, false).filter((item) => weightsOf(item) <= amount.mostWeights);
  const timed = (chosen: readonly BatchCase[]) => async (write: Write<GpuReport>) => {
    const gpu = await openGpu();
    const { failed } = await runCases(gpu, `bench/device/run.sh${software ? " --software" : ""}`, chosen, amount.effort, write);
    gpu.close();
    if (failed.length > 0) throw new Error(`${failed.length} of ${chosen.length} cases failed`);
  };
  return {
    adapter: async (write) => {
      const report = await describeAdapter();
      write(report);
      if (report.info.isFallbackAdapter && !software) throw new Error(`${report.info.name} is software`);
    },
    answer: async (write) => {
      const gpu = await openGpu();
      write(gpu.startUp);
      gpu.close();
    },
    telling: timed(cases.filter(isTelling)),
    // A device that computes wrongly shows by them where.
    vectors: async (write) => {
      const gpu = await openGpu(false);
      const counts: FileCounts[] = [];
      for (const file of amount.vectorFiles) {
        counts.push({ file, ...(await runVectors(gpu.engine, readVectors(file))) });
        write(counts);
      }
      gpu.close();
    },
    fuzz: async (write) => {
      await compareOnGpu(openDawn, { seed: FUZZ_SEED, first: 0, end: amount.fuzzStates }, (_, soFar) => write(soFar));
    },
    compile: async (write) => write(await compileTimes()),
    arithmetic: async (write) => {
      const gpu = await openGpu(false);
      const { device } = gpu.bench;
      write(await compareArithmetic(amount.randomPairs, (pairs, operations) => answersOnDevice(device, pairs, operations)));
      gpu.close();
    },
    // What takes longest comes last, and may be cut off.
    rest: timed(cases.filter((item) => !isTelling(item)).sort((a, b) => weightsOf(a) - weightsOf(b))),
  };
}
