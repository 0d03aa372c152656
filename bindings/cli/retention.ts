import { writeText } from "../files.js";
import { RETENTION_CSV_HEADER, neededTable, retentionCsvRow, retentionJsonRow } from "../report/retentionTable.js";
import { neededUtility, retentionMap, retentionMapSize, type RetentionOptions, type RetentionRow } from "../simulate/retention/index.js";
import { RETENTION_KNOBS } from "../simulate/retention/knobs.js";
import { checkRetentionOptions } from "../simulate/retention/options.js";
import type { Yuma } from "../types.js";
import { BACKEND_OPTION, EXIT, UsageError, backendNamed, outputClosed, parse, print, type Command } from "./command.js";
import { Progress, timeLeft } from "./progress.js";

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
  help: `usage: yuma retention [--csv|--json] [--svg FILE] [OPTIONS]

A cabal with part of the stake gives weight to its own miners; how useful do the honest have to be to keep their part of
the emission? Prints for each honest stake the utility needed against the worst of the cabal's self-weights. With --csv
or --json, instead the map: for each stake, utility and self-weight a random network, and the honest part of its emission.

  --csv            the map: a header and one line a network (RFC 4180)
  --json           the map: one JSON object a line
  --svg FILE       draw the map: for each stake the line on which emission equals stake

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
  --backend NAME           wasm (default), wasm-scalar or reference

The same options give the same bytes everywhere: deviates are sums of integers.

exit codes: 0 fine, 2 bad usage or a file that cannot be written
`,
  async run(args) {
    const { values, positionals } = parse(args, {
      ...KNOB_FLAGS,
      ...BACKEND_OPTION,
      csv: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      svg: { type: "string" },
    });
    if (positionals.length > 0) throw new UsageError(`no such argument: ${positionals[0]}`);
    const { csv, json, svg, backend } = values as { csv: boolean; json: boolean; svg?: string; backend: string };
    if (csv && json) throw new UsageError("--csv or --json, not both");
    const { yuma } = backendNamed(backend);
    const options = optionsOf(values);
    const progress = new Progress();
    try {
      if (svg !== undefined || csv || json) await writeMap(yuma, options, { svg, row: csv ? retentionCsvRow : json ? retentionJsonRow : null, progress });
      if (!csv && !json) await print(`${neededTable(searched(yuma, options, progress))}\n`);
    } finally {
      progress.clear();
    }
    return EXIT.fine;
  },
};

interface MapOutput {
  svg: string | undefined;
  row: ((row: RetentionRow) => string) | null;
  progress: Progress;
}

async function writeMap(yuma: Yuma, options: RetentionOptions, { svg, row, progress }: MapOutput): Promise<void> {
  const chart = svg === undefined ? null : await import("../report/retentionChart.js");
  if (chart !== null && !chart.canDrawRetention(checkRetentionOptions(options))) {
    throw new UsageError("--svg: a line needs at least two utilities and two self-weights");
  }
  const networks = retentionMapSize(options);
  const left = timeLeft(networks);
  const drawn: RetentionRow[] = [];
  if (row === retentionCsvRow) await print(RETENTION_CSV_HEADER);
  let done = 0;
  for (const network of retentionMap(yuma, options)) {
    if (chart !== null) drawn.push(network);
    if (row !== null) {
      const waiting = print(row(network));
      if (waiting !== undefined) await waiting;
      if (outputClosed() && chart === null) return;
    }
    done++;
    progress.show(`${done} of ${networks} networks, ${left(done)}`);
  }
  if (svg !== undefined) writeText(svg, chart!.retentionChart(drawn, subtitle(options)));
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
