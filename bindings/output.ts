import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { RESULT_PARTS, checkResult } from "./result.js";
import type { EpochResult } from "./types.js";

/**
 * The canonical bytes of a result, all little endian, without separators: n as u32; stakeWeight n x u16; active n bytes;
 * consensus, incentive, dividends, validatorTrust n x u16 each; serverEmission, validatorEmission, emission n x u64 each;
 * newValidatorPermits n bytes; stake n x u64; then the bonds as n rows of u32 entry count and (u16 uid, u16 value) each.
 */
export function canonicalBytes(result: EpochResult): Uint8Array {
  const n = result.active.length;
  const { starts, uids, values } = result.bonds;
  const bytes = new Uint8Array(4 + n * (5 * 2 + 2 * 1 + 4 * 8) + n * 4 + uids.length * 4);
  const view = new DataView(bytes.buffer);
  let at = 0;
  const u32 = (value: number) => ((view.setUint32(at, value, true), (at += 4)));
  const u16 = (value: number) => ((view.setUint16(at, value, true), (at += 2)));
  const u16s = (list: Uint16Array) => list.forEach(u16);
  const u64s = (list: BigUint64Array) => list.forEach((value) => ((view.setBigUint64(at, value, true), (at += 8))));
  const flags = (list: Uint8Array) => ((bytes.set(list, at), (at += n)));

  u32(n);
  u16s(result.stakeWeight);
  flags(result.active);
  u16s(result.consensus);
  u16s(result.incentive);
  u16s(result.dividends);
  u16s(result.validatorTrust);
  u64s(result.serverEmission);
  u64s(result.validatorEmission);
  u64s(result.emission);
  flags(result.newValidatorPermits);
  u64s(result.stake);
  for (let i = 0; i < n; i++) {
    u32(starts[i + 1]! - starts[i]!);
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      u16(uids[k]!);
      u16(values[k]!);
    }
  }
  return bytes;
}

/**
 * SHA-256 of the canonical bytes, 64 hex digits: two nodes with the same result have the same one.
 * @throws EpochInputError where it is no result
 */
export function epochDigest(result: EpochResult): string {
  return digestOf(checkResult(result, RESULT_PARTS));
}

/** The same of an engine's own. */
export function digestOf(result: EpochResult): string {
  return bytesToHex(sha256(canonicalBytes(result)));
}
