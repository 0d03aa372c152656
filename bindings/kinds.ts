import { U64_MAX } from "./constants.js";
import { EpochInputError } from "./errors.js";
import type { StoredRows } from "./types.js";

/**
 * The kinds of field a state is made of. Each reads itself from JSON and checks itself as a typed value;
 * both throw an EpochInputError that names the field. `n` is the number of uids.
 */
export interface Kind<T> {
  fromJson(value: unknown, path: string, n: number): T;
  check(value: unknown, path: string, n: number): T;
}

const U16_MAX = 65_535;

export function integer(min: number, max: number, name: string): Kind<number> {
  const check = (value: unknown, path: string): number => {
    if (typeof value !== "number" || !Number.isInteger(value) || value < min || value > max) {
      throw new EpochInputError(path, name, value);
    }
    return value;
  };
  return { fromJson: check, check };
}

export const u16 = integer(0, U16_MAX, "a u16");
export const u32 = integer(0, 2 ** 32 - 1, "a u32");
export const i16 = integer(-32_768, 32_767, "an i16");
export const uidCount = integer(0, U16_MAX, "a number of uids from 0 to 65535");

const DECIMAL = /^(0|[1-9][0-9]{0,19})$/;

/** JSON: a decimal string, or a number where that is exact (up to 2^53-1). */
export const u64: Kind<bigint> = {
  fromJson(value, path) {
    const exact = typeof value === "string" ? DECIMAL.test(value) : Number.isSafeInteger(value);
    if (!exact) throw new EpochInputError(path, "a u64 (a decimal string, or an integer up to 2^53-1)", value);
    return u64.check(BigInt(value as string | number), path, 0);
  },
  check(value, path) {
    if (typeof value !== "bigint" || value < 0n || value > U64_MAX) {
      throw new EpochInputError(path, "a u64 as bigint", value);
    }
    return value;
  },
};

export const boolean: Kind<boolean> = (() => {
  const check = (value: unknown, path: string): boolean => {
    if (typeof value !== "boolean") throw new EpochInputError(path, "true or false", value);
    return value;
  };
  return { fromJson: check, check };
})();

export const text: Kind<string> = (() => {
  const check = (value: unknown, path: string): string => {
    if (typeof value !== "string") throw new EpochInputError(path, "a text", value);
    return value;
  };
  return { fromJson: check, check };
})();

export function oneOf<T extends string>(choices: readonly T[]): Kind<T> {
  const check = (value: unknown, path: string): T => {
    if (!choices.includes(value as T)) throw new EpochInputError(path, `one of ${choices.join(", ")}`, value, choices);
    return value as T;
  };
  return { fromJson: check, check };
}

export function nullable<T>(kind: Kind<T>): Kind<T | null> {
  return {
    fromJson: (value, path, n) => (value === null ? null : kind.fromJson(value, path, n)),
    check: (value, path, n) => (value === null ? null : kind.check(value, path, n)),
  };
}

function jsonArray(value: unknown, path: string, expected: string): unknown[] {
  if (!Array.isArray(value)) throw new EpochInputError(path, expected, value);
  // A hole in an array is a missing element.
  return Array.from(value);
}

function checkLength(value: { length: number }, path: string, length: number): void {
  if (value.length !== length) throw new EpochInputError(path, `length ${length}`, value.length);
}

/** One u64 for each uid. */
export const u64List: Kind<BigUint64Array> = {
  fromJson(value, path, n) {
    const items = jsonArray(value, path, `an array of ${n} u64`);
    checkLength(items, path, n);
    return BigUint64Array.from(items, (item, i) => u64.fromJson(item, `${path}[${i}]`, n));
  },
  check(value, path, n) {
    if (!(value instanceof BigUint64Array)) throw new EpochInputError(path, "a BigUint64Array", value);
    checkLength(value, path, n);
    return value;
  },
};

/** One 0 or 1 for each uid; JSON: booleans. */
export const flagList: Kind<Uint8Array> = {
  fromJson(value, path, n) {
    const items = jsonArray(value, path, `an array of ${n} booleans`);
    checkLength(items, path, n);
    return Uint8Array.from(items, (item, i) => Number(boolean.fromJson(item, `${path}[${i}]`, n)));
  },
  check(value, path, n) {
    if (!(value instanceof Uint8Array)) throw new EpochInputError(path, "a Uint8Array", value);
    checkLength(value, path, n);
    for (let i = 0; i < value.length; i++) {
      if (value[i]! > 1) throw new EpochInputError(`${path}[${i}]`, "0 or 1", value[i]);
    }
    return value;
  },
};

const SIGNED_DECIMAL = /^-?(0|[1-9][0-9]{0,38})$/;

function raw(name: string, fits: (value: bigint) => boolean): Kind<bigint> {
  const kind: Kind<bigint> = {
    fromJson(value, path, n) {
      const exact = typeof value === "string" ? SIGNED_DECIMAL.test(value) : Number.isSafeInteger(value);
      if (!exact) throw new EpochInputError(path, `${name} (a decimal string)`, value);
      return kind.check(BigInt(value as string | number), path, n);
    },
    check(value, path) {
      if (typeof value !== "bigint" || !fits(value)) throw new EpochInputError(path, name, value);
      return value;
    },
  };
  return kind;
}

/** Raw bits of a signed fixed-point format; JSON: a decimal string, or a number where that is exact. */
export function rawBits(bits: 64 | 128): Kind<bigint> {
  return raw(`a signed ${bits}-bit integer`, (value) => BigInt.asIntN(bits, value) === value);
}

/** The same of an unsigned format. */
export function rawUnsignedBits(bits: 128): Kind<bigint> {
  return raw(`an unsigned ${bits}-bit integer`, (value) => BigInt.asUintN(bits, value) === value);
}

/** An array of any length. */
export function listOf<T>(item: Kind<T>): Kind<T[]> {
  const reader = (reading: "fromJson" | "check") => (value: unknown, path: string, n: number) =>
    jsonArray(value, path, "an array").map((element, i) => item[reading](element, `${path}[${i}]`, n));
  return { fromJson: reader("fromJson"), check: reader("check") };
}

/** u16 values of any number. */
export const u16List: Kind<Uint16Array> = {
  fromJson(value, path, n) {
    const items = jsonArray(value, path, "an array of u16");
    return Uint16Array.from(items, (item, i) => u16.fromJson(item, `${path}[${i}]`, n));
  },
  check(value, path) {
    if (!(value instanceof Uint16Array)) throw new EpochInputError(path, "a Uint16Array", value);
    return value;
  },
};

type Kinds<T extends readonly unknown[]> = { readonly [K in keyof T]: Kind<T[K]> };

/** An array of a fixed length, each position of its own kind. */
export function tupleOf<T extends readonly unknown[]>(expected: string, ...kinds: Kinds<T>): Kind<T> {
  const reader = (reading: "fromJson" | "check") => (value: unknown, path: string, n: number) => {
    if (!Array.isArray(value) || value.length !== kinds.length) throw new EpochInputError(path, expected, value);
    return kinds.map((kind, i) => kind[reading](value[i], `${path}[${i}]`, n)) as unknown as T;
  };
  return { fromJson: reader("fromJson"), check: reader("check") };
}

/** A pair of a uid and a value, read from JSON alone. */
export function entryOf<T>(kind: Kind<T>): Kind<{ uid: number; value: T }> {
  const reader = (reading: "fromJson" | "check") => (pair: unknown, path: string, n: number) => {
    if (!Array.isArray(pair) || pair.length !== 2) throw new EpochInputError(path, "a [uid, value] pair", pair);
    return { uid: u16[reading](pair[0], `${path}[0]`, n), value: kind[reading](pair[1], `${path}[1]`, n) };
  };
  return { fromJson: reader("fromJson"), check: reader("check") };
}

const storedEntry = entryOf(u16);

/** One row of (uid, u16) entries for each uid; JSON: `[[uid, value], ...]` a row. */
export const storedRows: Kind<StoredRows> = {
  fromJson(value, path, n) {
    const list = jsonArray(value, path, `an array of ${n} rows`);
    checkLength(list, path, n);
    const rows = list.map((row, i) => jsonArray(row, `${path}[${i}]`, "a row of [uid, value] pairs"));
    const starts = new Uint32Array(n + 1);
    rows.forEach((row, i) => (starts[i + 1] = starts[i]! + row.length));
    const uids = new Uint16Array(starts[n]!);
    const values = new Uint16Array(starts[n]!);
    let at = 0;
    rows.forEach((row, i) =>
      row.forEach((pair, k) => {
        const { uid, value } = storedEntry.fromJson(pair, `${path}[${i}][${k}]`, n);
        uids[at] = uid;
        values[at] = value;
        at++;
      }),
    );
    return { starts, uids, values };
  },
  check(value, path, n) {
    const rows = value as Partial<StoredRows> | null | undefined;
    if (typeof rows !== "object" || rows === null) throw new EpochInputError(path, "sparse rows", value);
    const { starts, uids, values } = rows;
    if (!(starts instanceof Uint32Array)) throw new EpochInputError(`${path}.starts`, "a Uint32Array", starts);
    if (!(uids instanceof Uint16Array)) throw new EpochInputError(`${path}.uids`, "a Uint16Array", uids);
    if (!(values instanceof Uint16Array)) throw new EpochInputError(`${path}.values`, "a Uint16Array", values);
    checkLength(starts, `${path}.starts`, n + 1);
    checkLength(values, `${path}.values`, uids.length);
    if (starts[0] !== 0) throw new EpochInputError(`${path}.starts[0]`, "0", starts[0]);
    let last = 0;
    for (let i = 1; i <= n; i++) {
      const start = starts[i]!;
      if (start < last) throw new EpochInputError(`${path}.starts[${i}]`, `at least ${last}`, start);
      last = start;
    }
    if (starts[n] !== uids.length) throw new EpochInputError(`${path}.starts[${n}]`, `${uids.length}`, starts[n]);
    return { starts, uids, values };
  },
};
