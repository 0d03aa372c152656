import type { HalvingSchedule, HalvingStep } from "../halving/schedule.js";
import { csvLine } from "./csv.js";
import { fromRao, textTable } from "./table.js";

/** Seconds since 1970 of the last moment that a Date can hold, in the year 275760. */
export const LAST_DATE_SECONDS = 8_640_000_000_000n;

/** The UTC day as YYYY-MM-DD (a sign and six digits from the year 10000 on); in words where no calendar here reaches. */
export function utcDate(unixSeconds: bigint): string {
  if (unixSeconds > LAST_DATE_SECONDS) return "beyond year 275760";
  return new Date(Number(unixSeconds) * 1_000).toISOString().split("T")[0]!;
}

function stepDate({ unixSeconds }: HalvingStep): string | null {
  return unixSeconds === null ? null : utcDate(unixSeconds);
}

/** Whose schedule it is: the network's, or one subnet's. */
export type Asset = "TAO" | "alpha";

function header(asset: Asset): string[] {
  return ["step", `issuance ${asset}`, "emission before", "emission after", `supply left ${asset}`, "blocks ahead", "block", "date (UTC)"];
}

/** One line a step; emissions in TAO or alpha a block. */
export function halvingTable({ steps }: HalvingSchedule, asset: Asset): string {
  const rows = steps.map((step) => [
    String(step.step),
    fromRao(step.thresholdRao),
    fromRao(step.emissionBeforeRao),
    fromRao(step.emissionAfterRao),
    fromRao(step.supplyLeftRao),
    String(step.blocksAhead ?? step.status),
    String(step.block ?? ""),
    stepDate(step) ?? "",
  ]);
  return textTable([header(asset), ...rows]);
}

/** An integer with its thousands apart. */
export function grouped(integer: bigint): string {
  return String(integer).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** Whole units with their thousands apart, and as many decimals as there are; exact. */
export function amount(rao: bigint): string {
  return `${grouped(rao / 1_000_000_000n)}${fromRao(rao)
    .slice(-10)
    .replace(/\.?0+$/, "")}`;
}

/** A raw fraction of 2^32, as far as a reader needs it. */
function share(rawX32: bigint): string {
  return (Number(rawX32) / 2 ** 32).toFixed(6).replace(/\.?0+$/, "");
}

/** The start and the assumptions that blocks and dates rest on, in words. */
export function halvingAssumption(
  { block, issuanceRao, unixSeconds, recycledPerBlockRao, injectedShareX32 }: HalvingSchedule,
  asset: Asset,
): string {
  const time = unixSeconds === null ? "" : ` (${utcDate(unixSeconds)})`;
  const recycled =
    recycledPerBlockRao === 0n ? "nothing recycled or burned" : `${amount(recycledPerBlockRao)} ${asset} recycled or burned a block`;
  const injected =
    injectedShareX32 === 0n
      ? "nothing injected into the pool"
      : `${share(injectedShareX32)} of each emission injected into the pool beside it`;
  const assumed = ["12 s a block", ...(asset === "TAO" ? [] : [injected]), recycled].join(", ");
  return `from block ${grouped(block)}${time} with ${amount(issuanceRao)} ${asset} issued, ${assumed}`;
}

/** How many steps there really are, where they end, and what was assumed. */
export function halvingSummary(schedule: HalvingSchedule, asset: Asset): string {
  const { steps, supplyCapRao } = schedule;
  const last = steps.at(-1)!;
  const lines = [
    `${steps.length} steps, not 64: the last is at ${grouped(last.thresholdRao)} rao, ${grouped(last.supplyLeftRao)} rao short of the cap ` +
      `of ${grouped(supplyCapRao)} rao,`,
    "which is never reached: the emission is whole rao, halved by a fraction of 32 bits, and zero from the last step on",
    `counted ${halvingAssumption(schedule, asset)}`,
  ];
  const never = steps.find(({ status }) => status === "never");
  if (never !== undefined) {
    lines.push(
      `steps from ${never.step} on are never reached: a block then emits ${amount(never.emissionBeforeRao)} ${asset}, no more than is recycled or burned`,
    );
  }
  return lines.join("\n");
}

/** The schedule as it is written to JSON, what it is of first: integers as decimal strings, the day beside each time. */
export function halvingJson(schedule: HalvingSchedule, start: { asset: Asset; checkpoint: string | null }): string {
  const dated = { ...start, ...schedule, steps: schedule.steps.map((step) => ({ ...step, date: stepDate(step) })) };
  return JSON.stringify(dated, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}

const CSV_COLUMNS = [
  "step",
  "thresholdRao",
  "emissionBeforeRao",
  "emissionAfterRao",
  "supplyLeftRao",
  "status",
  "blocksAhead",
  "block",
  "unixSeconds",
] as const;

/** RFC 4180 with a header; exact rao, and empty where there is no block or time. */
export function halvingCsv({ steps }: HalvingSchedule): string {
  const rows = steps.map((step) => [...CSV_COLUMNS.map((name) => step[name] ?? ""), stepDate(step) ?? ""]);
  return [[...CSV_COLUMNS, "date"], ...rows].map(csvLine).join("");
}
