import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { Axis } from "./axes.js";
import type { Subject } from "./subject.js";

/** What is turned, and what is set once; values as text. */
export interface SweepPlan {
  subject: Subject;
  /** tells sweeps apart: the subject and all that is given to it from outside */
  title: string;
  axes: readonly Axis[];
  settings: Readonly<Record<string, string>>;
}

/** The first eight hex digits of the SHA-256 of all that decides what a sweep's points are. */
export function identityOf({ title, axes, settings }: Omit<SweepPlan, "subject">): string {
  const sorted = Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = [title, axes.map(({ name, values }) => [name, values]), sorted];
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts)))).slice(0, 8);
}
