import { halvingSchedule, type HalvingOptions } from "../economics/halvingSchedule.js";
import { writeText } from "../files.js";
import { u64 } from "../kinds.js";
import { halvingCsv, halvingJson, halvingSummary, halvingTable } from "../report/halvingTable.js";
import { EXIT, UsageError, parse, print, type Command } from "./command.js";

export const halving: Command = {
  summary: "when the block emission falls: every step, its issuance, block and date",
  help: `usage: yuma halving [--block N] [--issuance RAO] [--time TIME] [--recycled RAO] [--json|--csv] [--svg FILE]

Prints the steps of the block emission as the chain's integer arithmetic makes them: the exact issuance of each, the
emission on both sides, the supply left up to the cap, and the block and the day that it is expected at.

  --block N       count from this block (default: 0)
  --issuance RAO  what is issued at its start, rao (default: 0)
  --time TIME     when it is: ISO 8601 (2026-01-31, 2026-01-31T12:00Z) or seconds since 1970; without it, no dates
  --recycled RAO  rao by which each block lowers the issuance again: recycled or burned (default: 0)
  --json          everything as one JSON object; integers are decimal strings
  --csv           a header and one line a step (RFC 4180), exact rao
  --svg FILE      also draw issuance and emission, over time with --time and over blocks without

Blocks are taken to be 12 s apart, as the chain aims at, and the recycling to be the same in each: the thresholds are
exact, the days an estimate.

exit codes: 0 fine, 2 bad usage or a file that cannot be written
`,
  async run(args) {
    const { values, positionals } = parse(args, {
      block: { type: "string" },
      issuance: { type: "string" },
      time: { type: "string" },
      recycled: { type: "string" },
      json: { type: "boolean", default: false },
      csv: { type: "boolean", default: false },
      svg: { type: "string" },
    });
    if (positionals.length > 0) throw new UsageError(`no such argument: ${positionals[0]}`);
    if (values.json && values.csv) throw new UsageError("--json or --csv, not both");
    const options: HalvingOptions = {
      ...(values.block !== undefined && { block: u64.fromJson(values.block, "--block", 0) }),
      ...(values.issuance !== undefined && { issuanceRao: u64.fromJson(values.issuance, "--issuance", 0) }),
      ...(values.time !== undefined && { unixSeconds: unixSeconds(values.time) }),
      ...(values.recycled !== undefined && { recycledPerBlockRao: u64.fromJson(values.recycled, "--recycled", 0) }),
    };
    const schedule = halvingSchedule(options);
    if (values.svg !== undefined) {
      if (schedule.steps.every(({ status }) => status !== "expected")) throw new UsageError("--svg: no step is ahead, so there is nothing to draw");
      const { halvingChart } = await import("../report/halvingChart.js");
      writeText(values.svg, halvingChart(schedule));
    }
    if (values.json) await print(`${halvingJson(schedule)}\n`);
    else if (values.csv) await print(halvingCsv(schedule));
    else await print(`${halvingTable(schedule)}\n\n${halvingSummary(schedule)}\n`);
    return EXIT.fine;
  },
};

const ISO_8601 = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2}))?$/;

/** A day is its midnight in UTC; a time of day names its zone, as the answer must not depend on where it is asked. */
function unixSeconds(text: string): bigint {
  if (/^[0-9]+$/.test(text)) return u64.fromJson(text, "--time", 0);
  const day = ISO_8601.exec(text)?.[1];
  const milliseconds = Date.parse(text);
  // Date.parse takes February 30 for March 2.
  const exists = day !== undefined && milliseconds >= 0 && new Date(`${day}T00:00Z`).toISOString().startsWith(day);
  if (!exists) throw new UsageError(`--time: expected ISO 8601 (2026-01-31, 2026-01-31T12:00Z) from 1970 on, or seconds since then, got ${text}`);
  return BigInt(milliseconds) / 1_000n;
}
