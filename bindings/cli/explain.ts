import { join } from "node:path";
import { compareEpochs, compareTrust, explain as explainUid, explainer } from "../explain/index.js";
import { changedState } from "../explain/changedState.js";
import { makeFolder, writeFile } from "../files/write.js";
import { fromFile } from "../files/read.js";
import { fromJson } from "../boundary/input.js";
import { toJson } from "../boundary/jsonForm.js";
import { changeText } from "../report/explainChange.js";
import type { Explained, ExplainedChange } from "../report/explainFigures.js";
import { explainText } from "../report/explainUid.js";
import { whatIfText } from "../report/whatIfText.js";
import type { SubnetState, Yuma } from "../types.js";
import { BACKEND_OPTION, EXIT, UsageError, backendNamed, parse, print, type Command } from "./command.js";
import { WHAT_IF_NAMES, readWhatIf } from "./whatIf.js";

const ROWS = "12";

export const explain: Command = {
  summary: "why a uid's result is what it is, and what would have changed it",
  help: `usage: yuma explain STATE|- --uid N [--uid M ...] [--before EARLIER | --what-if NAME=VALUE ...]
                    [--rows N] [--json] [--html FILE] [--svg DIR] [--backend NAME]

Takes one uid's result apart: stake, permits and masks; as a miner the stake curve that decided its consensus, and its
rank by validator; as a validator its clipped weights, its trust, its bonds and what moved them, its dividends by
miner; the emission. It opens with a verdict: what the uid got, the one cause that decided it, and the smallest change
that would have altered that; every 0 says why it is one, and what is set without effect says so. Every part is exact
(raw I32F32), the parts sum to the whole, and where it can be computed the smallest change that would have altered the
outcome is named.

  --uid N           the uid; several: once more, or as 0,3,7
  --before EARLIER  the state of an earlier epoch: every output that is not what it was then, each as a sum over what
                    changed in the state, by name and to the last bit; then the validator trust by miner. States in the
                    wrong order are refused; there is a warning where they may not be of one subnet.
  --what-if NAME=VALUE
                    the same uid with that changed, beside what it is; repeatable. A scalar of the state (kappa=0.4, as
                    a fraction with a decimal point or as a u16; stakeThreshold=0; yuma3=true), or what the uid itself
                    has: lastUpdate=now (or a block), weights=FILE and bonds=FILE (a row as JSON, [[uid, value], ...];
                    weights leave the block of its last update as it is), permit=true, alphaStake and taoStake (rao),
                    blockAtRegistration, commitBlock. none is no ownerUid, lastYumaStepBlock or commitBlock.
  --rows N          rows of each table (default: ${ROWS}); what is left out is summed up
  --json            everything as JSON, one object a uid
  --html FILE       also write one self-contained page with charts
  --svg DIR         also write each chart alone
  --backend NAME    whose trace: wasm (default), wasm-scalar or reference

exit codes: 0 fine, 2 bad usage, bad input or a file that cannot be written
`,
  async run(args) {
    const { values, positionals } = parse(
      args,
      {
        ...BACKEND_OPTION,
        uid: { type: "string", multiple: true },
        before: { type: "string" },
        "what-if": { type: "string", multiple: true, default: [] },
        rows: { type: "string", default: ROWS },
        json: { type: "boolean", default: false },
        html: { type: "string" },
        svg: { type: "string" },
      },
      { option: "--what-if", names: WHAT_IF_NAMES },
    );
    if (positionals.length !== 1) throw new UsageError("expected one STATE, or - for standard input");
    const asked = values["what-if"];
    if (values.before !== undefined && asked.length > 0) throw new UsageError("--before or --what-if, not both");
    const uids = uidList(values.uid ?? []);
    const rows = positive("--rows", values.rows);
    const { yuma } = backendNamed(values.backend);
    const state = fromFile(positionals[0]!, fromJson);
    const earlier = values.before === undefined ? undefined : fromFile(values.before, fromJson);
    const changes = asked.length === 0 ? undefined : readWhatIf(asked, state);
    const explanation = explainer(yuma, state);
    const explained = uids.map((uid): Explained => {
      const is = explanation(uid);
      return {
        explanation: is,
        change: earlier === undefined ? undefined : changed(yuma, earlier, state, uid),
        whatIf: changes === undefined ? undefined : { uid, changes, is, wouldBe: explainUid(yuma, changedState(state, uid, changes), uid) },
      };
    });
    if (values.html !== undefined) await writePage(values.html, explained, rows);
    if (values.svg !== undefined) await writeCharts(values.svg, explained);
    for (const [i, one] of explained.entries()) await print(values.json ? `${json(one)}\n` : `${i === 0 ? "" : "\n"}${text(one, rows)}\n`);
    return EXIT.fine;
  },
};

// A comparison is an answer of its own; the whole uid is one option less away.
function text({ explanation, change, whatIf }: Explained, rows: number): string {
  if (whatIf !== undefined) return whatIfText(whatIf);
  return change === undefined ? explainText(explanation, rows) : changeText(change, rows);
}

function json({ explanation, change, whatIf }: Explained): string {
  return JSON.stringify(toJson(whatIf ?? (change === undefined ? explanation : { ...change.comparison, trust: change.trust })));
}

function changed(yuma: Yuma, before: SubnetState, after: SubnetState, uid: number): ExplainedChange {
  return { comparison: compareEpochs(yuma, before, after, uid), trust: compareTrust(yuma, before, after, uid) };
}

// The charts' library is loaded where something is drawn, and only there.
async function writePage(path: string, explained: readonly Explained[], rows: number): Promise<void> {
  const { explainPage } = await import("../report/explainPage.js");
  writeFile(path, explainPage(explained, rows));
}

async function writeCharts(folder: string, explained: readonly Explained[]): Promise<void> {
  const { explainFigures } = await import("../report/explainFigures.js");
  const { PAPER } = await import("../report/theme.js");
  makeFolder(folder);
  for (const { name, draw } of explained.flatMap(explainFigures)) writeFile(join(folder, `${name}.svg`), draw(PAPER).svg);
}

function uidList(texts: readonly string[]): number[] {
  if (texts.length === 0) throw new UsageError("expected --uid N");
  return texts
    .flatMap((text) => text.split(","))
    .map((text) => {
      if (!/^[0-9]{1,5}$/.test(text)) throw new UsageError(`--uid: expected a uid, got ${text}`);
      return Number(text);
    });
}

function positive(option: string, text: string): number {
  if (!/^[1-9][0-9]{0,5}$/.test(text)) throw new UsageError(`${option}: expected a count from 1, got ${text}`);
  return Number(text);
}
