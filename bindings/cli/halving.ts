import { MAIN_NETWORK_CHECKPOINT, halvingSchedule, type HalvingOptions } from "../halving/schedule.js";
import { writeFile } from "../files/write.js";
import { u64 } from "../boundary/kinds.js";
import { amount, grouped, halvingCsv, halvingJson, halvingSummary, halvingTable, utcDate, type Asset } from "../report/halvingTable.js";
import { EXIT, UsageError, parse, print, type Command } from "./command.js";

const { block, issuanceRao, unixSeconds } = MAIN_NETWORK_CHECKPOINT;

/** In words, where the schedule begins if nothing else is asked for. */
const CHECKPOINT = `block ${grouped(block)} of the main network (${utcDate(unixSeconds)}), ${amount(issuanceRao)} TAO issued`;

export const halving: Command = {
  summary: "when the block emission falls: every step, its issuance, block and date",
  help: `usage: yuma halving [--block N] [--issuance RAO] [--time TIME] [--recycled RAO] [--json|--csv] [--svg FILE]
       yuma halving --subnet-alpha [--issuance RAO] [--injected SHARE] [...]

Prints the steps of the block emission as the chain's integer arithmetic makes them: the exact issuance of each, the
emission on both sides, the supply left up to the cap, and the block and the day that it is expected at. It counts from a
recorded checkpoint, ${CHECKPOINT},
unless --block, --issuance or --time begin it elsewhere.

  --block N       count from this block (default, where the start is not the checkpoint: 0)
  --issuance RAO  what is issued at its start, rao (likewise: 0)
  --time TIME     when it is: ISO 8601 (2026-01-31, 2026-01-31T12:00Z) or seconds since 1970 (likewise: no dates)
  --recycled RAO  rao by which each block lowers the issuance again: recycled or burned (default: 0)
  --subnet-alpha  of a subnet's alpha, which halves by its own issuance (in the pool and outside it) and the same steps;
                  from an issuance of 0 at block 0 on where nothing else is given
  --injected SHARE  alpha that each block injects into the pool beside the emission, and so adds to what is issued, as a
                  fraction of the emission from 0 to 1 that stays as it is (default: 0, the latest that the steps can
                  come). The chain injects what the block's TAO buys at the pool's price, and no more than the root
                  proportion of the emission (up to spec 420: all of it).
  --json          everything as one JSON object; integers are decimal strings
  --csv           a header and one line a step (RFC 4180), exact rao; days from the year 10000 on begin with + and have an
                  apostrophe in front, as a spreadsheet would run them as a formula
  --svg FILE      also draw issuance and emission, over time where the start has one and over blocks elsewhere

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
      "subnet-alpha": { type: "boolean", default: false },
      injected: { type: "string" },
      json: { type: "boolean", default: false },
      csv: { type: "boolean", default: false },
      svg: { type: "string" },
    });
    if (positionals.length > 0) throw new UsageError(`no such argument: ${positionals[0]}`);
    if (values.json && values.csv) throw new UsageError("--json or --csv, not both");
    const asset: Asset = values["subnet-alpha"] ? "alpha" : "TAO";
    if (values.injected !== undefined && asset === "TAO")
      throw new UsageError("--injected goes with --subnet-alpha: no TAO is injected beside the emission");
    const start: HalvingOptions = {
      ...(values.block !== undefined && { block: u64.fromJson(values.block, "--block", 0) }),
      ...(values.issuance !== undefined && { issuanceRao: u64.fromJson(values.issuance, "--issuance", 0) }),
      ...(values.time !== undefined && { unixSeconds: timeOf(values.time) }),
    };
    // Block, issuance and time belong together: one of another place would make a start that never was.
    const recorded = asset === "TAO" && Object.keys(start).length === 0;
    for (const note of assumed(start, asset)) process.stderr.write(`yuma: note: ${note}\n`);
    const schedule = halvingSchedule({
      ...(recorded ? MAIN_NETWORK_CHECKPOINT : start),
      ...(values.recycled !== undefined && { recycledPerBlockRao: u64.fromJson(values.recycled, "--recycled", 0) }),
      ...(values.injected !== undefined && { injectedShareX32: shareX32(values.injected) }),
    });
    if (values.svg !== undefined) {
      if (schedule.steps.every(({ status }) => status !== "expected"))
        throw new UsageError("--svg: no step is ahead, so there is nothing to draw");
      const { halvingChart } = await import("../report/halvingChart.js");
      writeFile(values.svg, halvingChart(schedule, asset));
    }
    const from = recorded ? [`a recorded checkpoint: ${CHECKPOINT}; --block, --issuance and --time begin elsewhere`] : [];
    if (values.json) await print(`${halvingJson(schedule, { asset, checkpoint: recorded ? CHECKPOINT : null })}\n`);
    else if (values.csv) await print(halvingCsv(schedule));
    else await print(`${halvingTable(schedule, asset)}\n\n${[halvingSummary(schedule, asset), ...from].join("\n")}\n`);
    return EXIT.fine;
  },
};

/** What a start is taken to be where only the half of it is given. */
function assumed({ block: at = 0n, issuanceRao: issued = 0n }: HalvingOptions, asset: Asset): string[] {
  if (at > 0n && issued === 0n) return [`counted as if 0 ${asset} were issued at block ${grouped(at)}; --issuance RAO says how much is`];
  if (at === 0n && issued > 0n) return [`counted as if ${amount(issued)} ${asset} were issued at block 0; --block N says where that is`];
  return [];
}

/** A decimal fraction of one as raw bits, cut off below 2^-32. */
function shareX32(text: string): bigint {
  const [, whole, decimals = ""] = /^([01])(?:\.(\d{1,30}))?$/.exec(text) ?? [];
  const scale = 10n ** BigInt(decimals.length);
  const value = whole === undefined ? -1n : BigInt(whole) * scale + BigInt(decimals || 0);
  if (value < 0n || value > scale) throw new UsageError(`--injected: expected a fraction from 0 to 1, as 0.15, got ${text}`);
  return (value << 32n) / scale;
}

const ISO_8601 = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2}))?$/;

/** A day is its midnight in UTC; a time of day names its zone, as the answer must not depend on where it is asked. */
function timeOf(text: string): bigint {
  if (/^[0-9]+$/.test(text)) return u64.fromJson(text, "--time", 0);
  const day = ISO_8601.exec(text)?.[1];
  const milliseconds = Date.parse(text);
  // Date.parse takes February 30 for March 2.
  const exists = day !== undefined && milliseconds >= 0 && new Date(`${day}T00:00Z`).toISOString().startsWith(day);
  if (!exists)
    throw new UsageError(`--time: expected ISO 8601 (2026-01-31, 2026-01-31T12:00Z) from 1970 on, or seconds since then, got ${text}`);
  return BigInt(milliseconds) / 1_000n;
}
