import { partialText } from "../report/importText.js";
import { blockOption } from "./chainOptions.js";
import { EXIT, UsageError, parse, print } from "./command.js";
import { IMPORT_OPTIONS, readImport } from "./import.js";

export const PARTIAL_HELP = `       yuma replay --partial FILE [--last-epoch B] [--netuid N] [--block B] [--spec S] [--mechanism M] [--strict] [--json]`;

/** What "yuma replay --partial FILE" does: what a file without the epoch's input still says of the epoch. */
export async function replayPartial(args: string[]): Promise<number> {
  const { values, positionals } = parse(args, {
    ...IMPORT_OPTIONS,
    partial: { type: "string" },
    "last-epoch": { type: "string" },
    strict: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  });
  if (positionals.length > 0) throw new UsageError(`no such argument: ${positionals[0]}`);
  if (values.partial === undefined) throw new UsageError("--partial: expected a FILE");
  const imported = await readImport(values.partial, values);
  const lastEpoch = values["last-epoch"] === undefined ? undefined : blockOption("--last-epoch", values["last-epoch"]);
  const { partialReplay } = await import("../chain/index.js");
  const replay = partialReplay(imported, lastEpoch === undefined ? {} : { lastEpoch });
  const { kind, netuid, mechanism, block } = imported;
  const asText = (_: string, value: unknown) => (typeof value === "bigint" ? String(value) : value);
  if (values.json) await print(`${JSON.stringify({ kind, netuid, mechanism, block, ...replay }, asText)}\n`);
  else await print(`${partialText(imported, replay)}\n`);
  return replay.verdict === "different" || (values.strict && replay.verdict === "not exact") ? EXIT.difference : EXIT.fine;
}
