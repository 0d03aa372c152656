import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { SweepPlan } from "./sweep.js";

/** The first eight hex digits of the SHA-256 of all that decides what a sweep's points are. */
export function identityOf({ title, axes, settings }: Omit<SweepPlan, "subject">): string {
  const sorted = Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1));
  const parts = [title, axes.map(({ name, values }) => [name, values]), sorted];
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(parts)))).slice(0, 8);
}
