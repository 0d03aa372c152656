/** What reads a part of a scenario: a value of JSON at a path, refused where it is none of its kind. */
import { isArray, mapped } from "../values/arrays.js";
import { EpochInputError } from "../errors.js";
import { record } from "../boundary/input.js";
import { text, type Kind } from "../boundary/kinds.js";
import { unknownName } from "../text/nearest.js";
import { fieldPath } from "../text/show.js";

export type Read<T> = (value: unknown, path: string) => T;

export function kind<T>({ fromJson }: Kind<T>): Read<T> {
  return (value, path) => fromJson(value, path, 0);
}

type Readers<T> = { readonly [K in keyof T]: Read<T[K]> };

export function recordOf(known: readonly string[], value: unknown, path: string): Record<string, unknown> {
  const from = record(value, path);
  for (const key of Object.keys(from)) {
    if (!known.includes(key)) throw unknownName(fieldPath(path, key), `one of the fields ${known.join(", ")}`, key, known);
  }
  return from;
}

/** The fields of an object and no others; each reader decides what its field's absence means. */
export function fields<T extends object>(readers: Readers<T>): Read<T> {
  const known = Object.keys(readers);
  return (value, path) => {
    const from = recordOf(known, value, path);
    return Object.fromEntries(known.map((key) => [key, readers[key as keyof T](from[key], fieldPath(path, key))])) as T;
  };
}

const MOST_LISTED = 12;

export function listed(names: readonly string[]): string {
  return names.length <= MOST_LISTED
    ? names.join(", ")
    : `${names.slice(0, MOST_LISTED).join(", ")} and ${names.length - MOST_LISTED} more`;
}

export function uidsByName(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, uid) => [name, uid]));
}

/** Values by the names of validators or servers. */
export function byName<T>(names: readonly string[], read: Read<T>): Read<Map<number, T>> {
  const uids = uidsByName(names);
  return (value, path) =>
    new Map(
      Object.entries(record(value, path)).map(([name, item]) => {
        const uid = uids.get(name);
        if (uid === undefined) throw unknownName(fieldPath(path, name), `one of the names ${listed(names)}`, name, names);
        return [uid, read(item, fieldPath(path, name))];
      }),
    );
}

export function listOf<T>(read: Read<T>): Read<T[]> {
  return (value, path) => {
    if (!isArray(value)) throw new EpochInputError(path, "an array", value);
    return mapped(value, (item, i) => read(item, `${path}[${i}]`));
  };
}

/** One value each, in the order of the names. */
export function inOrder<T>(names: readonly string[], read: Read<T>): Read<Map<number, T>> {
  return (value, path) => {
    const items = listOf(read)(value, path);
    if (items.length !== names.length)
      throw new EpochInputError(path, `${names.length} values, one for each of ${listed(names)}`, items.length);
    return new Map(items.map((item, i) => [i, item]));
  };
}

/** In order as an array, or by name as an object. */
export function each<T>(names: readonly string[], read: Read<T>): Read<Map<number, T>> {
  const [ordered, named] = [inOrder(names, read), byName(names, read)];
  return (value, path) => (isArray(value) ? ordered : named)(value, path);
}

export function optional<T>(read: Read<T>, otherwise: T): Read<T> {
  return (value, path) => (value === undefined ? otherwise : read(value, path));
}

export function fraction(most: number): Read<number> {
  return (value, path) => {
    if (typeof value !== "number" || !(value >= 0 && value <= most)) throw new EpochInputError(path, `a number from 0 to ${most}`, value);
    return value;
  };
}

/** What an XML file, a page and a table can hold in a line. */
export const name: Read<string> = (value, path) => {
  const read = text.fromJson(value, path, 0);
  if (read.trim() === "" || read.length > 60 || /[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(read)) {
    throw new EpochInputError(path, "a name of 1 to 60 characters, none of them a control character", value);
  }
  return read;
};

/** At least one, none twice, and none of those that are taken. */
export function newNames(taken: readonly string[]): Read<string[]> {
  return (value, path) => {
    const read = listOf(name)(value, path);
    if (read.length === 0) throw new EpochInputError(path, "at least one name", value);
    const all = new Set(taken);
    read.forEach((one, i) => {
      if (all.has(one)) throw new EpochInputError(`${path}[${i}]`, "a name that is not taken", one);
      all.add(one);
    });
    return read;
  };
}
