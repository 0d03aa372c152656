/** What the charts draw: a number for each uid and epoch. Fractions are for reading only. */
import type { Series } from "../engine/protocol.js";
import { U16_MAX } from "./amounts.js";
import { nameOf, uidsIn, type Document } from "./document.js";

export interface Metric {
  readonly id: string;
  readonly title: string;
  readonly of: "validators" | "miners";
  readonly note: string;
  /** @param at the place of an epoch and uid in the series; null where it is not defined */
  readonly at: (series: Series, at: number) => number | null;
}

/** colours that are told apart, as many as the style sheet names */
export const LINE_COLOURS = 6;

export const METRICS: readonly Metric[] = [
  {
    id: "dividends",
    title: "Dividends",
    of: "validators",
    note: "Each validator's share of what validators get.",
    at: ({ dividends }, at) => dividends[at]! / U16_MAX,
  },
  {
    id: "per-1000",
    title: "Dividends per 1,000 staked",
    of: "validators",
    note: "Alpha in an epoch for each 1,000 alpha of stake: where lines meet, all are paid alike for their stake.",
    at: ({ validatorEmission, alphaStake }, at) =>
      alphaStake[at] === 0n ? null : (Number(validatorEmission[at]!) * 1_000) / Number(alphaStake[at]!),
  },
  {
    id: "incentive",
    title: "Incentive",
    of: "miners",
    note: "Each miner's share of what miners get.",
    at: ({ incentive }, at) => incentive[at]! / U16_MAX,
  },
  {
    id: "validator-trust",
    title: "Validator trust",
    of: "validators",
    note: "The part of a validator's weights that the majority agrees with: one where nothing is clipped.",
    at: ({ validatorTrust }, at) => validatorTrust[at]! / U16_MAX,
  },
  {
    id: "consensus",
    title: "Consensus",
    of: "miners",
    note: "The weight that the majority of stake gives a miner at least.",
    at: ({ consensus }, at) => consensus[at]! / U16_MAX,
  },
  {
    id: "emission-validators",
    title: "Emission of validators",
    of: "validators",
    note: "Alpha in an epoch.",
    at: ({ emission }, at) => Number(emission[at]!) / 1e9,
  },
  {
    id: "emission-miners",
    title: "Emission of miners",
    of: "miners",
    note: "Alpha in an epoch.",
    at: ({ emission }, at) => Number(emission[at]!) / 1e9,
  },
];

/** A uid's values by epoch. */
export function valuesOf({ at }: Metric, series: Series, uid: number): (number | null)[] {
  return Array.from({ length: series.epochs }, (_, epoch) => at(series, epoch * series.n + uid));
}

/** The uids whose values reach highest, with those that are asked for among them whatever they have; by uid. */
export function largestLines(metric: Metric, series: Series, uids: readonly number[], most: number, asked: readonly number[]): number[] {
  const wanted = asked.filter((uid) => uids.includes(uid)).slice(0, most);
  const peak = (uid: number) => valuesOf(metric, series, uid).reduce<number>((high, value) => Math.max(high, value ?? 0), 0);
  const rest = uids
    .filter((uid) => !wanted.includes(uid))
    .map((uid) => ({ uid, peak: peak(uid) }))
    .sort((a, b) => b.peak - a.peak || a.uid - b.uid)
    .slice(0, most - wanted.length);
  return [...wanted, ...rest.map(({ uid }) => uid)].sort((a, b) => a - b);
}

/** Who a uid is in another version: of two stories whoever has its name, as a copier put in moves the miners' uids; null where nobody is. */
export function uidInOther(doc: Document, other: Document, uid: number): number | null {
  if (doc.kind === "state" || other.kind === "state") return uid < uidsIn(other) ? uid : null;
  const name = nameOf(doc, uid);
  const at = [...other.scenario.validators, ...other.scenario.servers].indexOf(name);
  return at === -1 ? null : at;
}
