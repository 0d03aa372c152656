import { join } from "node:path";
import { compareEpochs, compareTrust, explainer } from "../explain/index.js";
import { makeFolder, readText, writeText } from "../files.js";
import { fromJson } from "../input.js";
import { toJson } from "../jsonForm.js";
import { changeText } from "../report/explainChange.js";
import type { Explained, ExplainedChange } from "../report/explainFigures.js";
import { explainText } from "../report/explainUid.js";
import type { SubnetState, Yuma } from "../types.js";
import { BACKEND_OPTION, EXIT, UsageError, backendNamed, parse, print, type Command } from "./command.js";

const ROWS = "12";

export const explain: Command = {
  summary: "why a uid's result is what it is, and what would have changed it",
  help: `usage: yuma explain STATE|- --uid N [--uid M ...] [--before EARLIER] [--rows N] [--json]
                    [--html FILE] [--svg DIR]

Takes one uid's result apart: stake, permits and masks; as a miner the stake curve that decided its consensus, and its
rank by validator; as a validator its clipped weights, its trust, its bonds and what moved them, its dividends by miner;
the emission. Every part is exact (raw I32F32), the parts sum to the whole, and where it can be computed the smallest
change that would have altered the outcome is named.

  --uid N           the uid; several: once more, or as 0,3,7
  --before EARLIER  the state of an earlier epoch: every output that is not what it was then, each as a sum over what
                    changed in the state, by name and to the last bit; then the validator trust by miner. States in the
                    wrong order are refused; there is a warning where they may not be of one subnet.
  --rows N          rows of each table (default: ${ROWS}); what is left out is summed up
  --json            everything as JSON, one object a uid
  --html FILE       also write one self-contained page with charts
  --svg DIR         also write each chart alone
  --backend NAME    whose trace: wasm (default), wasm-scalar or reference

exit codes: 0 fine, 2 bad usage, bad input or a file that cannot be written
`,
  async run(args) {
    const { values, positionals } = parse(args, {
      ...BACKEND_OPTION,
      uid: { type: "string", multiple: true },
      before: { type: "string" },
      rows: { type: "string", default: ROWS },
      json: { type: "boolean", default: false },
      html: { type: "string" },
      svg: { type: "string" },
    });
    if (positionals.length !== 1) throw new UsageError("expected one STATE, or - for standard input");
    const uids = uidList(values.uid ?? []);
    const rows = positive("--rows", values.rows);
    const { yuma } = backendNamed(values.backend);
    const state = fromJson(readText(positionals[0]!));
    const earlier = values.before === undefined ? undefined : fromJson(readText(values.before));
    const explanation = explainer(yuma, state);
    const explained = uids.map((uid) => ({
      explanation: explanation(uid),
      change: earlier === undefined ? undefined : changed(yuma, earlier, state, uid),
    }));
    if (values.html !== undefined) await writePage(values.html, explained, rows);
    if (values.svg !== undefined) await writeCharts(values.svg, explained);
    for (const [i, { explanation, change }] of explained.entries()) {
      // A comparison is an answer of its own; the whole uid is one option less away.
      const json = change === undefined ? explanation : { ...change.comparison, trust: change.trust };
      const text = change === undefined ? explainText(explanation, rows) : changeText(change, rows);
      await print(values.json ? `${JSON.stringify(toJson(json))}\n` : `${i === 0 ? "" : "\n"}${text}\n`);
    }
    return EXIT.fine;
  },
};

function changed(yuma: Yuma, before: SubnetState, after: SubnetState, uid: number): ExplainedChange {
  return { comparison: compareEpochs(yuma, before, after, uid), trust: compareTrust(yuma, before, after, uid) };
}

// The charts' library is loaded where something is drawn, and only there.
async function writePage(path: string, explained: readonly Explained[], rows: number): Promise<void> {
  const { explainPage } = await import("../report/explainPage.js");
  writeText(path, explainPage(explained, rows));
}

async function writeCharts(folder: string, explained: readonly Explained[]): Promise<void> {
  const { explainFigures } = await import("../report/explainFigures.js");
  const { PAPER } = await import("../report/theme.js");
  makeFolder(folder);
  for (const { name, draw } of explained.flatMap(explainFigures)) writeText(join(folder, `${name}.svg`), draw(PAPER).svg);
}

function uidList(texts: readonly string[]): number[] {
  if (texts.length === 0) throw new UsageError("expected --uid N");
  return texts.flatMap((text) => text.split(",")).map((text) => {
    if (!/^[0-9]{1,5}$/.test(text)) throw new UsageError(`--uid: expected a uid, got ${text}`);
    return Number(text);
  });
}

function positive(option: string, text: string): number {
  if (!/^[1-9][0-9]{0,5}$/.test(text)) throw new UsageError(`${option}: expected a count from 1, got ${text}`);
  return Number(text);
}
