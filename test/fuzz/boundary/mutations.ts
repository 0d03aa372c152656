/** One change of a call's arguments: drawn from the legal ones, done to what is handed over and to what that means. */
import { isProxy } from "node:util/types";
import { Draw } from "../draw.js";
import { DISGUISES, HOSTILE, HOSTILE_NAMES } from "./hostile.js";

/** The arguments as they are handed over, and the plain ones that they mean. */
export type Side = "given" | "meant";

export interface Mutation {
  /** for reports: "[0].weights.starts: detached" */
  text: string;
  place: Place;
  /** whether a typed error is as right as the result of what is meant */
  either: boolean;
  /** done last, as what comes behind a proxy is not seen any more */
  last: boolean;
  apply(args: unknown[], side: Side): void;
}

type Container = Record<string | number, unknown>;
export type Place = readonly (string | number)[];

/** What is not taken apart: engines, classes and functions. */
export const OPAQUE = new WeakSet<object>();

function isContainer(value: unknown): value is Container {
  if (typeof value !== "object" || value === null || isProxy(value) || OPAQUE.has(value)) return false;
  if (ArrayBuffer.isView(value)) return !(value instanceof DataView);
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}

/** A place in the arguments, each step down as likely as staying. */
function placeIn(draw: Draw, args: readonly unknown[]): Place {
  const place: (string | number)[] = [];
  for (let at: unknown = args; isContainer(at); ) {
    const keys =
      ArrayBuffer.isView(at) || Array.isArray(at)
        ? Array.from({ length: Math.min((at as unknown[]).length, 1_000) }, (_, i) => i)
        : Object.keys(at);
    if (keys.length === 0 || (place.length > 0 && draw.oneIn(4))) break;
    place.push(draw.of<string | number>(keys));
    at = (at as Container)[place.at(-1)!];
  }
  return place;
}

/** Undefined where another mutation took away what led there. */
function valueAt(args: unknown, place: Place): unknown {
  return place.reduce((at, key) => (isContainer(at) ? at[key] : undefined), args);
}

export function show(place: Place): string {
  return place
    .map((key) => (typeof key === "number" ? `[${key}]` : /^\w{1,40}$/.test(key) ? `.${key}` : `[${JSON.stringify(key.slice(0, 40))}]`))
    .join("");
}

/** As JSON.parse would, so that "__proto__" is a name like others. */
function put(container: Container, key: string | number, value: unknown): void {
  try {
    if (ArrayBuffer.isView(container)) container[key as number] = value;
    else Object.defineProperty(container, key, { value, enumerable: true, writable: true, configurable: true });
  } catch {
    // A typed array does not take what is no number, nor an array just any length: what is there stays.
  }
}

function replace(place: Place, how: string, make: (value: unknown, side: Side) => unknown, rest: Partial<Mutation> = {}): Mutation {
  return {
    text: `${show(place)}: ${how}`,
    place,
    either: false,
    last: false,
    ...rest,
    apply(args, side) {
      const container = valueAt(args, place.slice(0, -1));
      const key = place.at(-1)!;
      if (!isContainer(container)) return;
      let made: unknown;
      try {
        made = make(container[key], side);
      } catch {
        // What an earlier change left cannot be changed so: it stays.
        return;
      }
      put(container, key, made);
    },
  };
}

/** Beside the value: the next ones, other types, other signs. */
function nearby(value: unknown): [string, () => unknown][] {
  if (typeof value === "number")
    return [
      ["one more", () => value + 1],
      ["one less", () => value - 1],
      ["negated", () => -value],
      ["and a half", () => value + 0.5],
      ["as bigint", () => BigInt(Math.trunc(value))],
      ["as text", () => String(value)],
      ["as an object", () => Object(value) as unknown],
    ];
  if (typeof value === "bigint")
    return [
      ["one more", () => value + 1n],
      ["one less", () => value - 1n],
      ["negated", () => -value],
      ["as number", () => Number(value)],
      ["as text", () => String(value)],
      ["of 64 bits more", () => value + (1n << 64n)],
      ["as an object", () => Object(value) as unknown],
    ];
  if (typeof value === "string")
    return [
      ["in capitals", () => value.toUpperCase()],
      ["with a space", () => `${value} `],
      ["without its end", () => value.slice(0, -1)],
      ["as an array", () => [value]],
      ["as an object", () => Object(value) as unknown],
    ];
  if (typeof value === "boolean")
    return [
      ["as number", () => Number(value)],
      ["as text", () => String(value)],
      ["negated", () => !value],
      ["as an object", () => Object(value) as unknown],
    ];
  if (ArrayBuffer.isView(value)) {
    const typed = value as Uint16Array;
    return [
      ["one longer", () => new (typed.constructor as Uint16ArrayConstructor)(typed.length + 1)],
      ["one shorter", () => typed.slice(0, -1)],
      ["as an array", () => Array.from(typed)],
      ["as a Float64Array", () => Float64Array.from(typed, Number)],
      ["as an Int32Array", () => Int32Array.from(typed, Number)],
      ["its buffer", () => typed.buffer],
      ["reversed", () => typed.slice().reverse()],
    ];
  }
  if (Array.isArray(value)) {
    const items = value as unknown[];
    return [
      ["one longer", () => [...items, items[0]]],
      ["one shorter", () => items.slice(0, -1)],
      ["with a hole", () => Object.assign(new Array<unknown>(items.length + 1), items)],
      ["its first twice", () => [items[0], ...items]],
      ["as a Set", () => new Set(items)],
      ["as an object", () => ({ ...items })],
    ];
  }
  return [
    ["as an array", () => [value]],
    ["as JSON", () => JSON.stringify(value, (_, item: unknown) => (typeof item === "bigint" ? String(item) : item))],
  ];
}

function misspelt(draw: Draw, name: string): string {
  const at = draw.index(name.length);
  return draw.of([
    `${name}s`,
    name.slice(0, at) + name.slice(at + 1),
    name.toUpperCase(),
    ` ${name}`,
    name.slice(0, at) + name[at]! + name.slice(at),
  ]);
}

/** A mutation of these legal arguments; they are left as they are. */
export function drawMutation(draw: Draw, args: readonly unknown[]): Mutation {
  const place = placeIn(draw, args);
  if (place.length === 0) {
    const [how, make] = draw.of(HOSTILE);
    return { text: `one argument more: ${how}`, place, either: true, last: false, apply: (given) => void given.push(make()) };
  }
  const value = valueAt(args, place);
  const kind = draw.index(10);
  if (kind < 3) {
    const disguises = DISGUISES.filter(({ fits }) => fits(value));
    if (disguises.length > 0) {
      const { how, fits, make, means, taken } = draw.of(disguises);
      const drawing = draw.u64();
      return replace(
        place,
        how,
        (item, side) => (!fits(item) ? item : side === "given" ? make(item as never, new Draw(drawing)) : (means?.(item as never) ?? item)),
        { either: !taken, last: true },
      );
    }
  }
  if (kind < 6) {
    const choices = nearby(value);
    if (choices.length > 0) {
      const [how] = draw.of(choices);
      return replace(place, how, (item) => nearby(item).find(([name]) => name === how)?.[1]() ?? item);
    }
  }
  if (kind < 8 && isContainer(value) && !ArrayBuffer.isView(value) && !Array.isArray(value)) return drawKeyMutation(draw, place, value);
  const [how, make] = draw.of(HOSTILE);
  return replace(place, how, () => make());
}

function drawKeyMutation(draw: Draw, place: Place, value: Container): Mutation {
  const keys = Object.keys(value);
  const key = keys.length > 0 ? draw.of(keys) : undefined;
  const edit = (how: string, change: (container: Container) => void): Mutation => ({
    text: `${show(place)}: ${how}`,
    place,
    either: false,
    last: false,
    apply(args) {
      const container = valueAt(args, place);
      if (isContainer(container)) change(container);
    },
  });
  const [how, make] = draw.of(HOSTILE);
  const name = draw.of(HOSTILE_NAMES);
  if (key === undefined || draw.oneIn(3))
    return edit(`also ${JSON.stringify(name.slice(0, 40))}: ${how}`, (container) => put(container, name, make()));
  if (draw.oneIn(2)) return edit(`without ${key}`, (container) => void delete container[key]);
  const other = misspelt(draw, key);
  return edit(`${key} is called ${JSON.stringify(other)}`, (container) => {
    const item = container[key];
    delete container[key];
    put(container, other, item);
  });
}
