/** The table of results: what its columns hold, which rows there are, in which order, and which are other than they were. */
import type { EpochResult } from "yuma-consensus";
import { alpha, share } from "./amounts.js";

export type Value = number | bigint;

type NumberColumn = "incentive" | "dividends" | "validatorTrust" | "consensus" | "emission" | "stakeWeight";
type FlagColumn = "newValidatorPermits" | "active";

export interface Column {
  readonly id: NumberColumn | FlagColumn;
  readonly heading: string;
  /** where the heading is short for it */
  readonly title?: string;
  readonly unit: "share" | "rao" | "flag";
}

const COLUMNS: readonly Column[] = [
  { id: "incentive", heading: "incentive", unit: "share" },
  { id: "dividends", heading: "dividends", unit: "share" },
  { id: "validatorTrust", heading: "vtrust", title: "validator trust", unit: "share" },
  { id: "consensus", heading: "consensus", unit: "share" },
  { id: "emission", heading: "emission", title: "emission, alpha", unit: "rao" },
  { id: "stakeWeight", heading: "stake", title: "share of the stake", unit: "share" },
  { id: "newValidatorPermits", heading: "permit", unit: "flag" },
  { id: "active", heading: "active", unit: "flag" },
];

/** Those that a result has: up to spec-154 there is no stake weight. */
export function columnsOf(result: Partial<EpochResult>): Column[] {
  return COLUMNS.filter(({ id }) => result[id] !== undefined);
}

/** Those that tell uids apart: activity where somebody is inactive. */
export function toldColumns(now: EpochResult, was: Partial<EpochResult> | null): Column[] {
  const isTold = [now, was].some((result) => result?.active?.includes(0));
  return columnsOf(now).filter(({ id }) => id !== "active" || isTold);
}

/** What the rows are in the order of: the uids, or a column. */
export type SortKey = "uid" | Column["id"];

export interface Sort {
  readonly by: SortKey;
  readonly isAscending: boolean;
}

export function write(unit: Column["unit"], value: Value): string {
  if (unit === "flag") return value ? "yes" : "no";
  return unit === "rao" ? alpha(BigInt(value)) : share(Number(value));
}

/** The integer that is stored, with its unit. */
export function exactly(unit: Column["unit"], value: Value): string {
  if (unit === "flag") return value ? "yes" : "no";
  return unit === "rao" ? `${value} rao` : `${value} of 65535`;
}

/** In order of a column, of equal values the lower uid first. */
export function sorted(uids: readonly number[], { by, isAscending }: Sort, result: Partial<EpochResult>): number[] {
  const sign = isAscending ? 1 : -1;
  const values = by === "uid" ? undefined : result[by];
  if (values === undefined) return uids.toSorted((a, b) => sign * (a - b));
  return uids.toSorted((a, b) => (values[a] === values[b] ? a - b : values[a]! < values[b]! ? -sign : sign));
}

/** Whose name has the text in it, or whose number is the one asked for. */
export function found(uids: readonly number[], search: string, nameOf: (uid: number) => string): readonly number[] {
  const text = search.trim().toLowerCase();
  if (text === "") return uids;
  const number = /^(?:uid\s*)?(\d+)$/.exec(text)?.[1];
  return uids.filter((uid) => String(uid) === number || (number === undefined && nameOf(uid).toLowerCase().includes(text)));
}

/** The columns in which a uid has not what it has in the other result; a uid or column that the other has not is no difference. */
export function changedColumns(uid: number, now: EpochResult, was: Partial<EpochResult>): Column[] {
  return columnsOf(now).filter(({ id }) => was[id]?.[uid] !== undefined && now[id][uid] !== was[id][uid]);
}

/** The longest bar of a column: the largest value of both results. */
export function largest(column: Column, ...results: readonly (EpochResult | null)[]): number {
  let most = 0;
  for (const result of results) for (const value of result?.[column.id] ?? []) if (value > most) most = Number(value);
  return most;
}

export function total(values: BigUint64Array): bigint {
  return values.reduce((sum, value) => sum + value, 0n);
}
