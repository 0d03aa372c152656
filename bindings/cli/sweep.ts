import { FileError } from "../files/errors.js";
import { loadGpu } from "../gpu/index.js";
import { printable } from "../text/printable.js";
import { batchEngine, engineOf, poolEngine, type SweepEngine } from "../sweep/engine.js";
import { writtenValues } from "../boundary/knobs.js";
import { networkSubject } from "../sweep/network.js";
import { rowJson, type SweepRow } from "../sweep/row.js";
import { createSweep, type Sweep } from "../sweep/sweep.js";
import { rankingTable } from "../report/rankingTable.js";
import { PRESETS, type Preset } from "../sweep/presets.js";
import { BACKEND_OPTION, EXIT, UsageError, backendNamed, outputClosed, parse, print, type Command } from "./command.js";
import { HYPERPARAMETER_HELP } from "./hyperparameterHelp.js";
import { openPool, workerCount } from "./pool.js";
import { Progress, timeLeft } from "./progress.js";
import { openResults, readResults } from "./resultFile.js";
import { shardOf } from "./shard.js";
import { SEED, assigned, merged, planSweep, presetNamed, readSweepFile } from "./sweepPlan.js";
import { takingTurns } from "./takingTurns.js";
import type { SubnetState } from "../types.js";

const SHOWN_RANKS = 15;
/** points whose epochs go to a GPU together */
const GPU_BATCH = 512;

/** Of every kind of network; those of a scenario's stakes have names of its own. */
const KNOB_NAMES = [
  ...new Set([networkSubject, ...Object.values(PRESETS).map(({ subject }) => subject)].flatMap(({ knobs }) => Object.keys(knobs))),
];

export const sweep: Command = {
  summary: "turn hyperparameters and other knobs over many networks, resumable and in shards",
  help: `usage: yuma sweep [--scenario NAME|FILE | --preset NAME] [--spec FILE] [--grid KNOB=FROM:TO:STEP]... [--list KNOB=A,B,C]...
                  [--set KNOB=VALUE]... [--draws N] [--out FILE [--repair]] [--json] [--shard I/N]
                  [--backend NAME] [--workers N]
       yuma sweep --preset NAME --table FILE

Runs every combination of the knobs' values and writes a line of JSON for each, in order: {"sweep", "point", "knobs",
"measures", "check"}, or "error" in place of the measures where a point fails; the rest goes on. The check is the first
eight hex digits of the SHA-256 of the line without it.

over what:
  (nothing)         random networks: uids, validators, epochs, density, weightDeviation, rules and the hyperparameters
  --scenario NAME   a scenario of the package, or in a file: rules, epochs, stake:VALIDATOR and the hyperparameters
  --preset copier   alphaLow, alphaHigh and alphaSigmoidSteepness that hurt one who copies weights most, and honest
                    validators who are late least; prints a table. Also epochs, period, lateBy, copyAge, rules ...

which points:
  --grid K=A:B:S    from A to B by S, both ends, exact decimals; --list K=A,B,C: these; the last knob turns fastest
  --set K=VALUE     the same at every point
  --draws N         each point N times with other random numbers: the seeds from --set seed=S (default 0) on
  --spec FILE       all of this as JSON: {"preset", "scenario", "axes": {K: [...] or "A:B:S"}, "set": {K: VALUE}, "draws"};
                    options win over it
  Without any knob that is turned, --set makes one point.

where to:
  --out FILE        append to FILE, from where it ends: the same command again goes on after an interruption. Every line
                    that is there is checked; a file with anything else in it is left as it is, and so is one that
                    another process writes into (FILE.lock says which). Without --out lines go to standard output (a
                    preset prints its table instead, unless --json is given)
  --repair          cut FILE off before its first damaged line, if it has one, and go on from there
  --json            lines also where there would be a table
  --shard I/N       only the I-th of N parts, I from 1; the parts' files joined in order are the file of the whole
  --table FILE      only print the table of a preset, which --preset names, from its lines ("-": standard input)

with what:
  --backend NAME    wasm (default), wasm-scalar, reference, or gpu: ${GPU_BATCH} points at a time
  --workers N       worker threads for the epochs (default 0: this thread); they pay for networks of some hundred uids

measures, fractions of one with six decimals:
  validatorTrust    of random networks, in the last epoch: the mean of the validators' trust, by their stake
  topIncentive      the largest incentive of a miner
  earningMiners     how many of the miners have any incentive
  leastReturn, mostReturn
                    a validator's share of the dividends over its share of the stake, the least and the most (1: as much)
  digest            the SHA-256 of that epoch's result
  dividends:VALIDATOR, incentive:SERVER
                    of a scenario: the sum over its epochs (1: all of one epoch)
  copierReturn, lateReturn, score
                    of the copier: dividends for the share of the stake, over those of the prompt honest validators, of
                    the copier and of the late one; and how much better the late one fares

${HYPERPARAMETER_HELP}

exit codes: 0 fine, 1 a point failed, 2 bad usage, bad input or a file that cannot be used
`,
  async run(args) {
    const { values, positionals } = parse(
      args,
      {
        ...BACKEND_OPTION,
        scenario: { type: "string" },
        preset: { type: "string" },
        spec: { type: "string" },
        grid: { type: "string", multiple: true, default: [] },
        list: { type: "string", multiple: true, default: [] },
        set: { type: "string", multiple: true, default: [] },
        draws: { type: "string" },
        out: { type: "string" },
        repair: { type: "boolean", default: false },
        json: { type: "boolean", default: false },
        shard: { type: "string", default: "1/1" },
        table: { type: "string" },
        workers: { type: "string", default: "0" },
      },
      { option: "--set", names: KNOB_NAMES },
    );
    if (positionals.length > 0) throw new UsageError(`no such argument: ${positionals[0]}`);
    if (values.repair && values.out === undefined) throw new UsageError("--repair: needs --out FILE");
    const turned = [...assigned("--grid", values.grid), ...assigned("--list", values.list)];
    const written = merged(values.spec === undefined ? null : readSweepFile(values.spec), {
      ...(values.preset !== undefined && { preset: values.preset }),
      ...(values.scenario !== undefined && { scenario: values.scenario }),
      ...(values.draws !== undefined && { draws: values.draws }),
      axes: new Map(turned.map(([name, texts]) => [name, writtenValues(texts, name)])),
      set: new Map(assigned("--set", values.set)),
    });
    if (values.table !== undefined) {
      if (written.preset === undefined)
        throw new UsageError(`--table: needs the --preset whose table it is (${Object.keys(PRESETS).join(", ")})`);
      await print(await tableOf(values.table, presetNamed(written.preset)));
      return EXIT.fine;
    }
    const { plan, preset, notes } = planSweep(written);
    const swept = createSweep(plan, shardOf(values.shard));
    for (const note of notes) process.stderr.write(`yuma: note: ${printable(note)}\n`);
    const { engine, close } = await openEngine(values.backend, workerCount.read(values.workers, "--workers"));
    try {
      const failed =
        values.out !== undefined
          ? await intoFile(swept, engine, values.out, values.repair)
          : await ontoOutput(swept, engine, values.json ? null : preset);
      if (values.out !== undefined && preset !== null && values.shard === "1/1" && !values.json)
        await print(await tableOf(values.out, preset));
      if (failed > 0) process.stderr.write(`${failed} of the points that ran failed; their lines say why\n`);
      return failed > 0 ? EXIT.difference : EXIT.fine;
    } finally {
      await close();
    }
  },
};

async function openEngine(backend: string, workers: number): Promise<{ engine: SweepEngine; close(): Promise<void> }> {
  if (backend === "gpu") {
    if (workers > 0) throw new UsageError("--workers: a GPU takes batches, not threads");
    const gpu = await loadGpu();
    // A point that is tried alone is told of its own field, not of a place in a batch.
    const epochs = async (states: readonly SubnetState[]) => (states.length === 1 ? [await gpu.epoch(states[0]!)] : gpu.epochBatch(states));
    return { engine: batchEngine(epochs, GPU_BATCH), close: async () => gpu.destroy() };
  }
  const { yuma } = backendNamed(backend, "--backend", ["gpu"]);
  if (workers === 0) return { engine: interruptible(engineOf(yuma)), close: async () => undefined };
  const pool = await openPool(backend, workers);
  return { engine: poolEngine(pool), close: () => pool.close() };
}

function interruptible({ ahead, epoch }: SweepEngine): SweepEngine {
  const turn = takingTurns();
  return {
    ahead,
    async epoch(state) {
      const waiting = turn();
      if (waiting !== undefined) await waiting;
      return epoch(state);
    },
  };
}

/** Every row to `take`, which may end the sweep with false; gives how many failed. */
async function runRows(swept: Sweep, engine: SweepEngine, from: number, take: (row: SweepRow) => Promise<boolean>): Promise<number> {
  const progress = new Progress();
  const points = swept.end - swept.first;
  const left = timeLeft(points, from - swept.first);
  let failed = 0;
  let done = from - swept.first;
  try {
    for await (const row of swept.rows(engine, from)) {
      if (row.error !== undefined) failed++;
      if (!(await take(row))) break;
      done++;
      progress.show(`${done} of ${points} points, ${failed} failed, ${left(done)}`);
    }
  } finally {
    progress.clear();
  }
  return failed;
}

async function intoFile(swept: Sweep, engine: SweepEngine, path: string, repair: boolean): Promise<number> {
  const results = openResults(path, swept, { repair });
  try {
    return await runRows(swept, engine, results.next, async (row) => {
      results.write(rowJson(row));
      return true;
    });
  } finally {
    results.close();
    process.stderr.write(`yuma: ${printable(results.summary())}\n`);
  }
}

async function ontoOutput(swept: Sweep, engine: SweepEngine, preset: Preset | null): Promise<number> {
  const rows: SweepRow[] = [];
  const failed = await runRows(swept, engine, swept.first, async (row) => {
    if (preset !== null) rows.push(row);
    else await print(`${rowJson(row)}\n`);
    return !outputClosed();
  });
  if (preset !== null) await print(tableText(rows, preset));
  return failed;
}

async function tableOf(path: string, preset: Preset): Promise<string> {
  const rows: SweepRow[] = [];
  for await (const row of readResults(path)) {
    const missing = row.measures && preset.ranking.measures.find((name) => !Object.hasOwn(row.measures!, name));
    if (missing !== undefined) throw new FileError(`${path}: point ${row.point} has no measure ${missing}, which the table is made of`);
    rows.push(row);
  }
  return tableText(rows, preset);
}

function tableText(rows: readonly SweepRow[], { ranking, reading }: Preset): string {
  return `${rankingTable(rows, { ...ranking, over: SEED }, SHOWN_RANKS)}\n\n${reading}\n`;
}
