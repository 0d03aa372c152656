import {
  boolean as booleanKind,
  flagList,
  hex,
  i16 as i16Kind,
  integer,
  listOf,
  nullable,
  oneOf,
  oneOfNumbers,
  rawBits,
  rawEither,
  rawUnsignedBits,
  storedRows,
  text as textKind,
  tupleOf,
  u16 as u16Kind,
  u16List,
  u32 as u32Kind,
  u64 as u64Kind,
  u64List,
  uidCount,
  type Kind,
} from "./kinds.js";
import type { Wire } from "./wire.js";
import { toJson } from "./jsonForm.js";

/**
 * A kind of field together with what a person has to know of it: the same object checks a field, writes it and is
 * printed. A field of raw bits has two names, that of the JSON form (`price`) and that in TypeScript, which ends on the
 * format (`priceX64`).
 */
export interface Quantity<T> extends Kind<T> {
  /** how it is written in JSON */
  readonly type: string;
  /** unit and scale; empty where there is nothing to say */
  readonly scale: string;
  /** the end of a raw field's name in TypeScript: how many of its bits are a fraction */
  readonly suffix?: "X32" | "X64";
  /** a stored value of the same name that has another scale */
  readonly unlike?: string;
  /** how it lies in a message to the WebAssembly modules */
  readonly wire: Wire;
  /** what an object is made of, or each object of a list */
  readonly fields?: Quantities;
  toJson(value: T): unknown;
}

/** A table holds fields of all kinds. */
export type Quantities = Readonly<Record<string, Quantity<any>>>;

/** The quantities of an object, under its names in TypeScript. */
export type Described<T> = { readonly [K in keyof T]-?: Quantity<NonNullable<T[K]>> | Quantity<T[K]> };

export function quantity<T>(kind: Kind<T>, type: string, scale: string, wire: Wire): Quantity<T> {
  return { ...kind, type, scale, wire, toJson };
}

/** A quantity that is left out where the rules do not give it. */
export function sometimes<T>(item: Quantity<T>): Quantity<T> {
  return { ...item, optional: true, wire: { as: "sometimes", of: item.wire } };
}

/** A quantity that may be absent, and then is `absent`. */
export function withDefault<T>(item: Quantity<T>, absent: T): Quantity<T> {
  return { ...item, absent };
}

export const u16 = (scale = "") => quantity(u16Kind, "u16", scale, { as: "u16" });
export const i16 = (scale = "") => quantity(i16Kind, "i16", scale, { as: "i32" });
/** An i16, or a u16 where that is what a rule set reads. */
export const signedOrPlain = (scale = "") => quantity(integer(-32_768, 65_535, "an i16"), "i16", scale, { as: "i32" });
export const u32 = (scale = "") => quantity(u32Kind, "u32", scale, { as: "u32" });
export const u64 = (scale = "") => quantity(u64Kind, "u64", scale, { as: "u64" });
export const boolean = (scale = "") => quantity(booleanKind, "boolean", scale, { as: "boolean" });
export const text = (scale = "") => quantity(textKind, "text", scale, { as: "text" });
export const uids = (scale = "number of uids") => quantity(uidCount, "u16", scale, { as: "u16" });
/** Typed arrays, in JSON lists. */
export const u16s = (scale = "") => quantity(u16List, "list of u16", scale, { as: "vector", of: "u16" });
export const u64s = (scale = "") => quantity(u64List, "list of u64", scale, { as: "vector", of: "u64" });
export const flags = (scale = "") => quantity(flagList, "list of boolean", scale, { as: "vector", of: "boolean" });
export const sparseRows = (scale = "") => quantity(storedRows, "list of rows [[uid, u16], ...]", scale, { as: "rows", of: "u16" });
/** Signed integers, no fraction. */
export const i64 = (scale = "") => quantity(rawBits(64), "i64", scale, { as: "i64" });
export const i128 = (scale = "") => quantity(rawBits(128), "i128", scale, { as: "i128" });
export const choice = <T extends string>(choices: readonly T[], scale = "", wire: Wire = { as: "choice", choices }) =>
  quantity(oneOf(choices), choices.map((one) => `"${one}"`).join(" | "), scale, wire);
/** The first spec of each variant of a rule. */
export const ruleSet = <T extends number>(...specs: readonly T[]) =>
  quantity(oneOfNumbers(specs), specs.join(" | "), "first spec of a variant, which holds until the next", { as: "oneOf", numbers: specs });
export const bytes32 = (scale = "") =>
  quantity(hex(32), "text", `${scale && `${scale}, `}32 bytes as 64 hexadecimal digits`, { as: "bytes32" });

const FORMATS = {
  I32F32: { kind: rawBits(64), type: "i64", suffix: "X32" },
  I64F64: { kind: rawBits(128), type: "i128", suffix: "X64" },
  I96F32: { kind: rawBits(128), type: "i128", suffix: "X32" },
  U64F64: { kind: rawUnsignedBits(128), type: "u128", suffix: "X64" },
  U96F32: { kind: rawUnsignedBits(128), type: "u128", suffix: "X32" },
} as const;

export type Format = keyof typeof FORMATS;
export const FIXED_FORMATS = Object.keys(FORMATS) as Format[];

/** Raw fixed-point bits. `unlike`: what a stored value of that name is instead. */
export function raw(format: Format, unit = "", unlike?: string): Quantity<bigint> {
  const { kind, type, suffix } = FORMATS[format];
  const scale = `raw ${format}${unit && ` ${unit}`}: 2^${suffix.slice(1)} is one`;
  return { ...quantity(kind, type, scale, { as: type }), suffix, ...(unlike !== undefined && { unlike }) };
}

/** Raw bits of the coinbase, whose format the input's `ruleSet` decides. */
export function rawCoinbase(unit = "", unlike?: string): Quantity<bigint> {
  const scale = `raw I96F32 up to spec 260, U96F32 from 261${unit && `, ${unit}`}: 2^32 is one`;
  return { ...quantity(rawEither, "i128 or u128", scale, { as: "coinbase" }), suffix: "X32", ...(unlike !== undefined && { unlike }) };
}

/** A quantity that holds others: what they are stays. */
export function around<T>(
  { scale, suffix, unlike, fields }: Quantity<any>,
  kind: Kind<T>,
  type: string,
  wire: Wire,
  write: (value: T) => unknown,
): Quantity<T> {
  return { ...kind, type, scale, wire, toJson: write, ...(suffix && { suffix }), ...(unlike && { unlike }), ...(fields && { fields }) };
}

export function list<T>(item: Quantity<T>): Quantity<T[]> {
  return around(item, listOf(item), `list of ${item.type}`, { as: "list", of: item.wire }, (values) => Array.from(values, item.toJson));
}

export function optional<T>(item: Quantity<T>): Quantity<T | null> {
  return around(item, nullable(item), `${item.type} or null`, { as: "optional", of: item.wire }, (value) =>
    value === null ? null : item.toJson(value),
  );
}

type Positions<T extends readonly unknown[]> = { readonly [K in keyof T]: Quantity<T[K]> };

/** An array of a fixed length; `names` say what stands where. */
export function tuple<T extends readonly unknown[]>(names: string, ...items: Positions<T>): Quantity<T> {
  const kinds = items as readonly Quantity<any>[];
  const inner = kinds.find(({ suffix, fields }) => suffix !== undefined || fields !== undefined);
  const scales = kinds.flatMap(({ scale }) => (scale === "" ? [] : [scale]));
  const kind = tupleOf<T>(names, ...(items as unknown as { [K in keyof T]: Kind<T[K]> }));
  const write = (values: T) => values.map((value, i) => kinds[i]!.toJson(value));
  return {
    ...around(inner ?? kinds[0]!, kind, names, { as: "tuple", of: kinds.map(({ wire }) => wire) }, write),
    scale: scales.join(", "),
  };
}

/** An object's fields in their order. */
export function recordWire(fields: Quantities): Wire {
  return { as: "record", fields: Object.entries(fields).map(([name, { wire }]) => ({ name, wire })) };
}

/** The name in JSON of a field of that name in TypeScript. */
export function jsonName(name: string, { suffix }: Quantity<any>): string {
  return suffix !== undefined && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
}

/** The same of a field that is known to be raw. */
export function withoutFormat(name: string): string {
  return name.replace(/X(32|64)$/, "");
}
