import type { ReplayField, ReplayRow } from "../chain/replayRow.js";
import { textTable } from "./table.js";

/** An epoch that was replayed, or why it could not be. */
export type ReplayedEpoch = { block: string; row: ReplayRow } | { block: string; error: string };

const HEADER = [
  "block",
  "verdict",
  "first stage",
  "spec",
  "rules",
  "uids",
  "mechanisms",
  "equal",
  "different",
  "not comparable",
  "rao",
  "known by",
];

function countOf(fields: readonly ReplayField[], status: ReplayField["status"]): number {
  return fields.filter((field) => field.status === status).length;
}

/** A line for each epoch. */
export function replayCells(epochs: readonly ReplayedEpoch[]): string[][] {
  const cells = epochs.map((epoch): string[] => {
    if ("error" in epoch) return [epoch.block, "not run", ...Array.from({ length: HEADER.length - 2 }, () => "")];
    const { block, verdict, stage, spec, ruleSet, n, mechanisms, fields, amount } = epoch.row;
    const counts = (["equal", "different", "not comparable"] as const).map((status) => String(countOf(fields, status)));
    return [block, verdict, stage ?? "", String(spec), ruleSet, String(n), String(mechanisms), ...counts, amount.rao, amount.how];
  });
  return [HEADER, ...cells];
}

const FIELD_HEADER = ["field", "stage", "status", "at", "chain", "ours", "different", "of", "largest", "at"];

/** A line for each stored output. */
export function fieldCells(fields: readonly ReplayField[]): string[][] {
  return [
    FIELD_HEADER,
    ...fields.map(({ field, stage, status, exact, why, different, of, first, largest }) => [
      field,
      stage,
      status === "not comparable" ? `${status}: ${why}` : status === "different" && !exact ? "different, input not exact" : status,
      first?.position ?? "",
      first === undefined ? "" : (first.chain ?? "nothing"),
      first === undefined ? "" : (first.ours ?? "nothing"),
      different === undefined ? "" : String(different),
      of === undefined ? "" : String(of),
      largest?.difference ?? "",
      largest?.position ?? "",
    ]),
  ];
}

/** What is to be said of an epoch beside its tables. */
export function notesOf({ notExact, remarks, replaced, shares }: ReplayRow): string[] {
  return [
    ...(replaced.length === 0 ? [] : [`left out, as replaced later in the block: uid ${replaced.join(", ")}`]),
    ...notExact.map(({ field, why }) => `not exact: ${field}: ${why}`),
    ...shares.map(({ uid, ours, chain }) => `uid ${uid}: raw share of the emission ${ours} here, ${chain} on the chain (2^32 is all)`),
    ...remarks,
  ];
}

/** All epochs in a table; then each that differs, or the only one, field by field. */
export function replayText(epochs: readonly ReplayedEpoch[]): string {
  const detailed = epochs.filter((epoch) => epochs.length === 1 || "error" in epoch || epoch.row.verdict !== "equal");
  const details = detailed.map((epoch) => {
    if ("error" in epoch) return `block ${epoch.block}: ${epoch.error}`;
    const { block, netuid, fields } = epoch.row;
    return [`subnet ${netuid}, block ${block}`, textTable(fieldCells(fields), 3), ...notesOf(epoch.row)].join("\n");
  });
  return [textTable(replayCells(epochs), 3), ...details, replaySummary(epochs)].join("\n\n");
}

export function replaySummary(epochs: readonly ReplayedEpoch[]): string {
  const count = (verdict: ReplayRow["verdict"]) => epochs.filter((epoch) => "row" in epoch && epoch.row.verdict === verdict).length;
  const notRun = epochs.filter((epoch) => "error" in epoch).length;
  const parts = [
    `${count("equal")} equal`,
    `${count("different")} different`,
    `${count("not exact")} different where the input is not exact`,
  ];
  return `${epochs.length} ${epochs.length === 1 ? "epoch" : "epochs"}: ${[...parts, `${notRun} not run`].join(", ")}`;
}

/** What a replay shows, in one sentence: that all is equal, or the first epoch that is not. */
export function replayFinding(epochs: readonly ReplayedEpoch[]): string {
  const run = epochs.flatMap((epoch) => ("row" in epoch ? [epoch] : []));
  if (run.length === 0) return "No epoch could be run.";
  const other = run.find(({ row }) => row.verdict !== "equal");
  if (other === undefined)
    return `${run.length === 1 ? "The epoch that ran comes" : `All ${run.length} epochs that ran come`} out as the chain stored it.`;
  const { block, row } = other;
  const fields = row.fields.filter(({ status }) => status === "different").map(({ field }) => field);
  const where = row.stage === null ? "" : `, first in its ${row.stage}`;
  return `Block ${block} comes out otherwise${where}: ${fields.length} of ${row.fields.length} outputs differ${row.verdict === "different" ? "" : ", of an input that is not exact"}.`;
}
