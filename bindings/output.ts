import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { viewOf } from "./arrays.js";
import { EpochInputError } from "./errors.js";
import { MOST_LEVELS } from "./json.js";
import { RESULT_PARTS, checkResult } from "./result.js";
import { fieldPath } from "./show.js";
import type { EpochResult } from "./types.js";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Sparse rows, as storedRows describes them, of u16 or of raw bits. */
function rowsToJson(rows: { starts?: unknown; uids?: unknown; values?: unknown }, path: string): Json {
  const { starts: startsGiven, uids: uidsGiven, values: valuesGiven } = rows;
  const starts = viewOf(Uint32Array, startsGiven);
  const uids = viewOf(Uint16Array, uidsGiven);
  const values = viewOf(Uint16Array, valuesGiven) ?? viewOf(BigInt64Array, valuesGiven);
  const fit = starts !== null && uids !== null && values?.length === uids.length && starts[0] === 0 && starts.at(-1) === uids.length;
  if (!fit || starts.some((start, i) => start < starts[i - 1]!)) throw new EpochInputError(path, "sparse rows", rows);
  return Array.from({ length: starts.length - 1 }, (_, i) =>
    Array.from({ length: starts[i + 1]! - starts[i]! }, (_, k): Json => {
      const value = values[starts[i]! + k]!;
      return [uids[starts[i]! + k]!, typeof value === "bigint" ? String(value) : value];
    }),
  );
}

/**
 * The JSON form of a state, a result or a trace: 64-bit integers and raw bits as decimal strings, flags as booleans,
 * sparse rows as `[[uid, value], ...]` a row. `fromJson(toJson(state))` gives the state again.
 * @throws EpochInputError where a part has no such form
 */
export function toJson(value: unknown): Json {
  return jsonOf(value, "", 1);
}

function jsonOf(value: unknown, path: string, level: number): Json {
  if (typeof value === "bigint") return String(value);
  if (typeof value === "string" || typeof value === "boolean" || value === null || Number.isFinite(value)) return value as Json;
  if (typeof value !== "object") throw new EpochInputError(path, "a value that has a JSON form", value);
  if (ArrayBuffer.isView(value)) return arrayToJson(value, path);
  if (level > MOST_LEVELS) throw new EpochInputError(path, `at most ${MOST_LEVELS} levels of objects and arrays`, value);
  if (Array.isArray(value)) return Array.from(value, (item, i) => jsonOf(item, `${path}[${i}]`, level + 1));
  if ("starts" in value) return rowsToJson(value, path);
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, item]) => (item === undefined ? [] : [[key, jsonOf(item, fieldPath(path, key), level + 1)]])),
  );
}

function arrayToJson(array: ArrayBufferView, path: string): Json {
  const flags = viewOf(Uint8Array, array);
  if (flags !== null) return Array.from(flags, (flag) => flag !== 0);
  const shorts = viewOf(Uint16Array, array);
  if (shorts !== null) return Array.from(shorts);
  const longs = viewOf(BigUint64Array, array) ?? viewOf(BigInt64Array, array);
  if (longs === null) throw new EpochInputError(path, "a Uint8Array, Uint16Array, BigUint64Array or BigInt64Array", array);
  return Array.from(longs, String);
}

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
