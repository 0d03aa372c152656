import { arrayOf, isArray, isRevoked, lengthOf, viewOf, type TypedArrayConstructor } from "../values/arrays.js";
import { U64_MAX } from "../values/constants.js";
import { EpochInputError } from "../errors.js";
import { unknownName } from "../text/nearest.js";
import { fieldPath } from "../text/show.js";
import type { StoredRows } from "../types.js";

/**
 * The kinds of field a state is made of. Each reads itself from JSON and checks itself as a typed value;
 * both throw an EpochInputError that names the field. `n` is the number of uids.
 */
export interface Kind<T> {
  fromJson(value: unknown, path: string, n: number): T;
  check(value: unknown, path: string, n: number): T;
  /**
   * That a typed value fits into a message to the WebAssembly modules, which refuse themselves what is wrong in it
   * (docs/interface.md). As `check` where this is not another matter.
   */
  fit?(value: unknown, path: string, n: number): T;
  /** whether null says that there is none */
  readonly nullable?: boolean;
  /** what a field stands for that is absent; without this it must be there */
  readonly absent?: T;
  /** whether there is none where the rule set does not read it */
  readonly optional?: boolean;
  /**
   * For a value with fields of its own: reads each once. All fields of an object are taken before the first is checked,
   * so that whatever runs behind a getter or a proxy has run by then.
   */
  take?(value: unknown, path: string): unknown;
}

/** A kind of which a message holds more than is right. */
type Fitting<T> = Kind<T> & Required<Pick<Kind<T>, "fit">>;

const U16_MAX = 65_535;

export function integer(min: number, max: number, name: string): Kind<number> {
  const check = (value: unknown, path: string): number => {
    if (typeof value !== "number" || !Number.isInteger(value) || value < min || value > max) {
      throw new EpochInputError(path, name, value);
    }
    // Minus zero is zero, and is so from here on.
    return value + 0;
  };
  return { fromJson: check, check };
}

export const u16 = integer(0, U16_MAX, "a u16");
export const u32 = integer(0, 2 ** 32 - 1, "a u32");
export const i16 = integer(-32_768, 32_767, "an i16");
export const uidCount = integer(0, U16_MAX, "a number of uids from 0 to 65535");

/** A uid of a network of so many. */
export function uidOf(n: number): Kind<number> {
  return integer(0, n - 1, n === 0 ? "no uid, as there is none" : `a uid from 0 to ${n - 1}`);
}

/** The longest that hosts wait: with more they do not wait at all. */
const MAX_TIMEOUT_MILLISECONDS = 2 ** 31 - 1;
export const timeoutMilliseconds = integer(1, MAX_TIMEOUT_MILLISECONDS, `a number of milliseconds from 1 to ${MAX_TIMEOUT_MILLISECONDS}`);

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

/** What it takes and gives shows only when it is called. */
export function functionKind<F>(): Pick<Kind<F>, "check"> {
  return {
    check(value, path) {
      if (typeof value !== "function") throw new EpochInputError(path, "a function", value);
      return value as F;
    },
  };
}

export function oneOf<T extends string>(choices: readonly T[]): Kind<T> {
  const check = (value: unknown, path: string): T => {
    if (!choices.includes(value as T)) throw unknownName(path, `one of ${choices.join(", ")}`, value, choices);
    return value as T;
  };
  return { fromJson: check, check };
}

export function oneOfNumbers<T extends number>(choices: readonly T[]): Kind<T> {
  const check = (value: unknown, path: string): T => {
    if (!choices.includes(value as T)) throw new EpochInputError(path, `one of ${choices.join(", ")}`, value);
    return value as T;
  };
  return { fromJson: check, check };
}

/** So many bytes, two digits each. */
export function hex(bytes: number): Kind<string> {
  const digits = new RegExp(`^[0-9a-fA-F]{${2 * bytes}}$`);
  const check = (value: unknown, path: string): string => {
    if (typeof value !== "string" || !digits.test(value))
      throw new EpochInputError(path, `${bytes} bytes as ${2 * bytes} hexadecimal digits`, value);
    return value;
  };
  return { fromJson: check, check };
}

export function nullable<T>(kind: Kind<T>): Kind<T | null> {
  const reader = (reading: "fromJson" | "check") => (value: unknown, path: string, n: number) => {
    if (value === undefined) throw new EpochInputError(path, "a value, or null for none", value);
    return value === null ? null : kind[reading](value, path, n);
  };
  return { fromJson: reader("fromJson"), check: reader("check"), nullable: true };
}

/** What is read of each element of an array; a hole is a missing element, and ends the reading. */
function elements<T>(value: unknown, path: string, expected: string, read: (item: unknown, path: string) => T): T[] {
  if (!isArray(value)) throw new EpochInputError(path, expected, value);
  const list: T[] = [];
  for (let i = 0; i < value.length; i++) list.push(read(value[i], `${path}[${i}]`));
  return list;
}

/** The same of as many elements as there are uids. */
function elementsOf<T>(n: number, value: unknown, path: string, expected: string, read: (item: unknown, path: string) => T): T[] {
  if (!isArray(value)) throw new EpochInputError(path, `an array of ${n} ${expected}`, value);
  checkLength(value.length, path, n);
  return elements(value, path, expected, read);
}

function checkLength(count: number, path: string, length: number): void {
  if (count !== length) throw new EpochInputError(path, `length ${length}`, count);
}

/** Typed values: `check` for whoever keeps the array, `fit` for whoever copies it at once. */
function typed<A extends { slice(): A }>(type: TypedArrayConstructor<A>): Required<Pick<Kind<A>, "check" | "fit">> {
  const reader = (take: typeof viewOf) => (value: unknown, path: string) => {
    const array = take(type, value);
    if (array === null) throw new EpochInputError(path, `a ${type.name}`, value);
    return array;
  };
  return { check: reader(viewOf), fit: reader(arrayOf) };
}

/** The same with an element for each uid. */
function typedVector<A extends { slice(): A }>(type: TypedArrayConstructor<A>): Required<Pick<Kind<A>, "check" | "fit">> {
  const { check, fit } = typed(type);
  const ofUids = (read: Kind<A>["check"]) => (value: unknown, path: string, n: number) => {
    const array = read(value, path, n);
    checkLength(lengthOf(array), path, n);
    return array;
  };
  return { check: ofUids(check), fit: ofUids(fit) };
}

/** One u64 for each uid. */
export const u64List: Fitting<BigUint64Array> = {
  fromJson(value, path, n) {
    return BigUint64Array.from(elementsOf(n, value, path, "u64", (item, place) => u64.fromJson(item, place, n)));
  },
  ...typedVector(BigUint64Array),
};

const typedFlags = typedVector(Uint8Array);

/** One 0 or 1 for each uid; JSON: booleans. */
export const flagList: Fitting<Uint8Array> = {
  fromJson(value, path, n) {
    return Uint8Array.from(elementsOf(n, value, path, "booleans", (item, place) => Number(boolean.fromJson(item, place, n))));
  },
  fit: typedFlags.fit,
  check(value, path, n) {
    const view = typedFlags.check(value, path, n);
    for (let i = 0; i < view.length; i++) {
      if (view[i]! > 1) throw new EpochInputError(`${path}[${i}]`, "0 or 1", view[i]);
    }
    return view;
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

/** The same of a format that is signed or not by what another field says. */
export const rawEither: Kind<bigint> = raw("a 128-bit integer", (value) => value >= -(1n << 127n) && value < 1n << 128n);

/** An array of any length. */
export function listOf<T>(item: Kind<T>): Kind<T[]> {
  const reader = (reading: "fromJson" | "check") => (value: unknown, path: string, n: number) =>
    elements(value, path, "an array", (element, place) => item[reading](element, place, n));
  return { fromJson: reader("fromJson"), check: reader("check") };
}

/** One u16 for each uid. */
export const u16Vector: Fitting<Uint16Array> = {
  fromJson(value, path, n) {
    return Uint16Array.from(elementsOf(n, value, path, "u16", (item, place) => u16.fromJson(item, place, n)));
  },
  ...typedVector(Uint16Array),
};

/** u16 values of any number. */
export const u16List: Fitting<Uint16Array> = {
  fromJson(value, path, n) {
    return Uint16Array.from(elements(value, path, "an array of u16", (item, place) => u16.fromJson(item, place, n)));
  },
  ...typed(Uint16Array),
};

type Kinds<T extends readonly unknown[]> = { readonly [K in keyof T]: Kind<T[K]> };

/** An array of a fixed length, each position of its own kind. */
export function tupleOf<T extends readonly unknown[]>(expected: string, ...kinds: Kinds<T>): Kind<T> {
  const reader = (reading: "fromJson" | "check") => (value: unknown, path: string, n: number) => {
    if (!isArray(value) || value.length !== kinds.length) throw new EpochInputError(path, expected, value);
    return kinds.map((kind, i) => kind[reading](value[i], `${path}[${i}]`, n)) as unknown as T;
  };
  return { fromJson: reader("fromJson"), check: reader("check") };
}

/** A pair of a uid and a value, read from JSON alone. */
export function entryOf<T>(kind: Kind<T>): Kind<{ uid: number; value: T }> {
  const reader = (reading: "fromJson" | "check") => (pair: unknown, path: string, n: number) => {
    if (!isArray(pair) || pair.length !== 2) throw new EpochInputError(path, "a [uid, value] pair", pair);
    return { uid: u16[reading](pair[0], `${path}[0]`, n), value: kind[reading](pair[1], `${path}[1]`, n) };
  };
  return { fromJson: reader("fromJson"), check: reader("check") };
}

const storedEntry = entryOf(u16);

function storedPair(pair: unknown): { uid: number; value: number } | null {
  if (!isArray(pair) || pair.length !== 2) return null;
  const [uid, value] = [pair[0] as unknown, pair[1] as unknown];
  return isU16(uid) && isU16(value) ? { uid, value } : null;
}

function isU16(value: unknown): value is number {
  return typeof value === "number" && (value & U16_MAX) === value;
}

const ROWS = ["starts", "uids", "values"];

function typedRows(take: typeof viewOf, value: unknown, path: string, n: number): StoredRows {
  const rows = value as Partial<StoredRows> | null | undefined;
  if (typeof rows !== "object" || rows === null || isRevoked(rows)) throw new EpochInputError(path, "sparse rows", value);
  const [starts, uids, values] = [take(Uint32Array, rows.starts), take(Uint16Array, rows.uids), take(Uint16Array, rows.values)];
  if (starts === null) throw new EpochInputError(`${path}.starts`, "a Uint32Array", rows.starts);
  if (uids === null) throw new EpochInputError(`${path}.uids`, "a Uint16Array", rows.uids);
  if (values === null) throw new EpochInputError(`${path}.values`, "a Uint16Array", rows.values);
  checkLength(lengthOf(starts), `${path}.starts`, n + 1);
  checkLength(lengthOf(values), `${path}.values`, lengthOf(uids));
  return { starts, uids, values };
}

/** One row of (uid, u16) entries for each uid; JSON: `[[uid, value], ...]` a row. */
export const storedRows: Fitting<StoredRows> = {
  fromJson(value, path, n) {
    const starts = new Uint32Array(n + 1);
    const uids: number[] = [];
    const values: number[] = [];
    let rows = 0;
    elementsOf(n, value, path, "rows", (row, place) => {
      if (!isArray(row)) throw new EpochInputError(place, "a row of [uid, value] pairs", row);
      for (let k = 0; k < row.length; k++) {
        // There are many: what is wrong with one is looked for only where something is.
        const pair: unknown = row[k];
        const { uid, value } = storedPair(pair) ?? storedEntry.fromJson(pair, `${place}[${k}]`, n);
        uids.push(uid);
        values.push(value);
      }
      starts[++rows] = uids.length;
    });
    return { starts, uids: new Uint16Array(uids), values: new Uint16Array(values) };
  },
  fit: (value, path, n) => typedRows(arrayOf, value, path, n),
  check(value, path, n) {
    const { starts, uids, values } = typedRows(viewOf, value, path, n);
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
  take(value, path) {
    if (typeof value !== "object" || value === null || isRevoked(value) || isArray(value)) return value;
    for (const name of Object.keys(value)) {
      if (!ROWS.includes(name)) throw unknownName(fieldPath(path, name), `one of the fields ${ROWS.join(", ")}`, name, ROWS);
    }
    const { starts, uids, values } = value as Partial<StoredRows>;
    return { starts, uids, values };
  },
};
