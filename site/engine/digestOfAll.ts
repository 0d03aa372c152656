import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import type { PointResult } from "../model/sweep.js";

/** SHA-256 of the digests of all points in their order, a line each; of a point that was refused the word "refused". */
export function digestOfAll(results: readonly PointResult[]): string {
  return bytesToHex(sha256(utf8ToBytes(results.map((result) => `${"digest" in result ? result.digest : "refused"}\n`).join(""))));
}
