import type { ImportedFile } from "../draft.js";

/** One uid whose stored value lies outside what the others allow; amounts are rao, everything else u16 over 65535. */
export interface PartialDifference {
  uid: number;
  stored: bigint;
  /** what it may be, both inclusive */
  least: bigint;
  most: bigint;
}

/** What a file may be checked against itself in. docs/guides/import.md */
export type PartialCheckName = "incentive" | "dividends" | "validator trust" | "emission" | "amount" | "permits";

/** What is stored in a file, against what else is stored in it. */
export interface PartialCheck {
  name: PartialCheckName;
  /** of which mechanism, where a subnet has several and each has its own; else null */
  mechanism: number | null;
  status: "equal" | "different" | "not comparable";
  /** whether a difference can only come from the epoch, or also from what changed until the file's block or from what the file lacks */
  exact: boolean;
  /** why it is not comparable, what else a difference may come from, or what the bounds of what is equal were drawn without */
  why: string;
  /** how many uids were compared, and how many were not */
  compared: number;
  left: number;
  /** how many of those compared could have been one value only */
  single: number;
  /** how many differ, and the first ten of them */
  different: number;
  uids: PartialDifference[];
}

const MOST_UIDS = 10;

export class Comparison {
  private compared = 0;
  private left = 0;
  private single = 0;
  private readonly found: PartialDifference[] = [];

  constructor(
    private readonly name: PartialCheckName,
    private readonly mechanism: number | null = null,
  ) {}

  leave(): void {
    this.left++;
  }

  compare(uid: number, stored: bigint, from: bigint, to: bigint): void {
    this.compared++;
    if (from === to) this.single++;
    if (stored < from || stored > to) this.found.push({ uid, stored, least: from, most: to });
  }

  get differs(): boolean {
    return this.found.length > 0;
  }

  /** @param doubt what a difference may come from but the epoch; empty where from nothing */
  done(doubt: string): PartialCheck {
    const { name, mechanism, compared, left, single, found } = this;
    if (compared === 0) return notComparable(name, doubt === "" ? "nothing of it is in the file" : doubt, mechanism);
    const status = this.differs ? "different" : "equal";
    return {
      name,
      mechanism,
      status,
      exact: doubt === "",
      why: this.differs ? doubt : "",
      compared,
      left,
      single,
      different: found.length,
      uids: found.slice(0, MOST_UIDS),
    };
  }
}

export function notComparable(name: PartialCheckName, why: string, mechanism: number | null = null): PartialCheck {
  return { name, mechanism, status: "not comparable", exact: false, why, compared: 0, left: 0, single: 0, different: 0, uids: [] };
}

export function lacking(
  name: PartialCheckName,
  parts: Readonly<Record<string, unknown>>,
  mechanism: number | null = null,
): PartialCheck | null {
  const absent = Object.keys(parts).filter((part) => parts[part] === undefined);
  return absent.length === 0 ? null : notComparable(name, `the file has no ${absent.join(", no ")}`, mechanism);
}

export function inexact({ notExact }: ImportedFile, ...fields: string[]): string {
  const found = notExact.find(({ field, why }) => fields.includes(field) && !why.includes("zero"));
  return found === undefined ? "" : `${found.field}: ${found.why}`;
}

/** Where zeros are left out, what is absent may be one. */
export function leavesZeros({ notExact }: ImportedFile): boolean {
  return notExact.some(({ field, why }) => field === "results.bonds" && why.includes("zero"));
}
