import { loadGpu } from "../gpu/index.js";
import { realName, writeFile } from "../files/write.js";
import { printable } from "../text/printable.js";
import { RETENTION_CSV_HEADER, neededTable, retentionCsvRow, retentionJsonRow } from "../report/retentionTable.js";
import {
  neededUtility,
  retentionMap,
  retentionMapOnGpu,
  retentionMapOnPool,
  retentionMapSize,
  type RetentionOptions,
  type RetentionRow,
} from "../simulate/retention/index.js";
import { RETENTION_KNOBS } from "../simulate/retention/knobs.js";
import { checkRetentionOptions } from "../simulate/retention/options.js";
import type { Yuma } from "../types.js";
import { BACKEND_OPTION, EXIT, UsageError, backendNamed, outputClosed, parse, print, type Command } from "./command.js";
import { Progress, timeLeft } from "./progress.js";
import { openResults, readResults } from "./resultFile.js";
import { openPool, workerCount } from "./pool.js";
import { retentionRow, retentionRows } from "./retentionRows.js";
import { takingTurns } from "./takingTurns.js";

const NAMES = Object.keys(RETENTION_KNOBS) as (keyof RetentionOptions)[];

/** majorStakes is written --major-stakes. */
function flagOf(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

const KNOB_FLAGS = Object.fromEntries(NAMES.map((name) => [flagOf(name), { type: "string" as const }]));

function optionsOf(values: Record<string, unknown>): RetentionOptions {
  const given = NAMES.flatMap((name) => {
    const flag = flagOf(name);
    const written = values[flag] as string | undefined;
    return written === undefined ? [] : [[name, RETENTION_KNOBS[name].read(written, `--${flag}`)]];
  });
  return Object.fromEntries(given) as RetentionOptions;
}

export const retention: Command = {
  summary: "the map of consensus guarantees: which honest utility keeps the honest stake's part of the emission",
  help: `usage: yuma retention [--csv|--json|--out FILE [--repair]] [--svg FILE] [OPTIONS]

A cabal with part of the stake gives weight to its own miners; how useful do the honest have to be to keep their part of
the emission? Prints for each honest stake the utility needed against the worst of the cabal's self-weights. With --csv,
--json or --out, instead the map: for each stake, utility and self-weight a random network, and the honest part of its
emission.

  --csv            the map: a header and one line a network (RFC 4180)
  --json           the map: one JSON object a line
  --out FILE       the map, appended to FILE from where it ends: the same command again goes on after an interruption. A
                   line a network, as those of yuma sweep, with all digits; a file with anything else in it is refused
  --repair         cut FILE off before its first damaged line, if it has one, and go on from there
  --svg FILE       draw the map: for each stake the line on which emission equals stake

Without --out nothing is kept, and the same command starts anew.

which networks (lists are a,b,c or FROM:TO:STEP):
  --major-stakes LIST      honest stakes (default: 0.51,0.55,0.6, ... 0.95,0.99)
  --major-weights LIST     honest utilities (default: 1 down to 0 by 0.02)
  --minor-weights LIST     the cabal's self-weights (default: the same)
  --weight-deviation X     standard deviation of weights, of their mean (default: 0.4)
  --stake-deviation X      standard deviation of stakes, of their mean (default: 0.3)
  --uids N, --validators N (default: 512, of them 64)
  --epochs N               epochs of each network, of which the last counts (default: 1)
  --seed N                 of the random numbers (default: 0)

which rules (proportions are fractions with a point, 0.5 or 1.0, or 65535ths without):
  --rule-set ID, --kappa X (0.5), --bonds-penalty X (1.0), --bonds-moving-average PPM (900000), --yuma3 true,
  --liquid-alpha true, --alpha-low X (0.7), --alpha-high X (0.9), --alpha-sigmoid-steepness HUNDREDTHS (1000)
  --validator-share X      the validators' share of the emission (default: the chain's, half and half)
  --backend NAME           wasm (default), wasm-scalar, reference, or gpu: the map alone, of one epoch; in Node it needs
                           the package webgpu
  --workers N              worker threads for the map, of one epoch (default 0: this thread)

The same options give the same bytes everywhere: deviates are sums of integers.

exit codes: 0 fine, 2 bad usage or a file that cannot be written
`,
  async run(args) {
    const { values, positionals } = parse(args, {
      ...KNOB_FLAGS,
      ...BACKEND_OPTION,
      csv: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      out: { type: "string" },
      repair: { type: "boolean", default: false },
      svg: { type: "string" },
      workers: { type: "string", default: "0" },
    });
    if (positionals.length > 0) throw new UsageError(`no such argument: ${positionals[0]}`);
    const {
      csv,
      json,
      out,
      repair,
      svg,
      backend,
      workers: written,
    } = values as {
      csv: boolean;
      json: boolean;
      out?: string;
      repair: boolean;
      svg?: string;
      backend: string;
      workers: string;
    };
    if (Number(csv) + Number(json) + Number(out !== undefined) > 1) throw new UsageError("--csv, --json or --out, one of them");
    if (out !== undefined && svg !== undefined && realName(out) === realName(svg))
      throw new UsageError("--out and --svg: one file cannot be both");
    if (repair && out === undefined) throw new UsageError("--repair: needs --out FILE");
    const workers = workerCount.read(written, "--workers");
    const manyAtOnce = backend === "gpu" ? "--backend gpu" : workers > 0 ? "--workers" : null;
    if (manyAtOnce !== null && !csv && !json && out === undefined)
      throw new UsageError(`${manyAtOnce}: gives the map alone, so add --csv, --json or --out`);
    const options = optionsOf(values);
    if (manyAtOnce !== null && checkRetentionOptions(options).epochs !== 1)
      throw new UsageError(`--epochs: with ${manyAtOnce} networks are of one epoch`);
    const chart = svg === undefined ? null : await import("../report/retentionChart.js");
    if (chart !== null && !chart.canDrawRetention(checkRetentionOptions(options))) {
      throw new UsageError("--svg: a line needs at least two utilities and two self-weights");
    }
    const { map, close } = await openMap(backend, workers);
    const progress = new Progress();
    try {
      const drawn: RetentionRow[] = [];
      const draw = chart === null ? null : (network: RetentionRow) => drawn.push(network);
      if (out !== undefined) await mapIntoFile(map, options, { path: out, repair, draw, progress });
      else if (chart !== null || csv || json)
        await mapOntoOutput(map, options, { row: csv ? retentionCsvRow : json ? retentionJsonRow : null, draw, progress });
      if (chart !== null) writeFile(svg!, chart.retentionChart(drawn, subtitle(options)));
      if (!csv && !json && out === undefined)
        await print(`${neededTable(searched(backendNamed(backend, "--backend", ["gpu"]).yuma, options, progress))}\n`);
    } finally {
      progress.clear();
      await close();
    }
    return EXIT.fine;
  },
};

/** The networks of a map from a place on. */
type NetworkMap = (options: RetentionOptions, from: number) => Iterable<RetentionRow> | AsyncIterable<RetentionRow>;

async function openMap(backend: string, workers: number): Promise<{ map: NetworkMap; close(): unknown }> {
  if (backend === "gpu") {
    if (workers > 0) throw new UsageError("--workers: a GPU takes many networks at once, not threads");
    const gpu = await loadGpu();
    return { map: (options, from) => retentionMapOnGpu(gpu, options, from), close: () => gpu.destroy() };
  }
  const { yuma } = backendNamed(backend, "--backend", ["gpu"]);
  if (workers === 0) return { map: (options, from) => retentionMap(yuma, options, from), close: () => undefined };
  const pool = await openPool(backend, workers);
  return { map: (options, from) => retentionMapOnPool(pool, options, from), close: () => pool.close() };
}

/** The same with what shows how far it is. */
async function* networks(
  map: NetworkMap,
  options: RetentionOptions,
  progress: Progress,
  from = 0,
): AsyncGenerator<RetentionRow, void, undefined> {
  const size = retentionMapSize(options);
  const left = timeLeft(size, from);
  const turn = takingTurns();
  let done = from;
  for await (const network of map(options, from)) {
    yield network;
    done++;
    progress.show(`${done} of ${size} networks, ${left(done)}`);
    await turn();
  }
}

interface MapOutput {
  /** takes each network, null where nothing is drawn */
  draw: ((network: RetentionRow) => void) | null;
  progress: Progress;
}

interface PrintedMap extends MapOutput {
  /** null where only the drawing is wanted */
  row: ((network: RetentionRow) => string) | null;
}

async function mapOntoOutput(map: NetworkMap, options: RetentionOptions, { row, draw, progress }: PrintedMap): Promise<void> {
  if (row === retentionCsvRow) await print(RETENTION_CSV_HEADER);
  for await (const network of networks(map, options, progress)) {
    draw?.(network);
    if (row === null) continue;
    const waiting = print(row(network));
    if (waiting !== undefined) await waiting;
    if (outputClosed() && draw === null) return;
  }
}

interface KeptMap extends MapOutput {
  path: string;
  repair: boolean;
}

async function mapIntoFile(map: NetworkMap, options: RetentionOptions, { path, repair, draw, progress }: KeptMap): Promise<void> {
  const rows = retentionRows(options);
  const results = openResults(path, rows, { repair });
  try {
    let point = results.next;
    for await (const network of networks(map, options, progress, point)) results.write(rows.line(point++, network));
  } finally {
    results.close();
    progress.clear();
    process.stderr.write(`yuma: ${printable(results.summary())}\n`);
  }
  if (draw !== null) for await (const row of readResults(path)) draw(retentionRow(row));
}

function subtitle(options: RetentionOptions): string {
  const { uids, validators, weightDeviation, kappa, bondsPenalty } = checkRetentionOptions(options);
  return (
    `On a line the honest part of the emission equals the honest stake; to its right the stake grows.\n${uids} uids, ${validators} validators, ` +
    `weight deviation ${weightDeviation}, kappa ${(kappa / 65_535).toFixed(2)}, bonds penalty ${(bondsPenalty / 65_535).toFixed(2)}`
  );
}

function searched(yuma: Yuma, options: RetentionOptions, progress: Progress): { majorStake: number; utility: number | null }[] {
  return checkRetentionOptions(options).majorStakes.map((majorStake) => {
    progress.show(`honest stake ${majorStake}`);
    return { majorStake, utility: neededUtility(yuma, majorStake, options) };
  });
}
