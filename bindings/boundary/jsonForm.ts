import { isRevoked, mapped, viewOf } from "../values/arrays.js";
import { EpochInputError } from "../errors.js";
import { MOST_LEVELS } from "../text/json.js";
import { fieldPath } from "../text/show.js";

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
  if (typeof value !== "object" || isRevoked(value)) throw new EpochInputError(path, "a value that has a JSON form", value);
  if (ArrayBuffer.isView(value)) return arrayToJson(value, path);
  if (level > MOST_LEVELS) throw new EpochInputError(path, `at most ${MOST_LEVELS} levels of objects and arrays`, value);
  if (Array.isArray(value)) return mapped(value, (item, i) => jsonOf(item, `${path}[${i}]`, level + 1));
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
