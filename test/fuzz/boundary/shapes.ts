/**
 * What a public function takes, written down once more and apart from the checks of the package: a shape draws a legal
 * value, and judges any other.
 */
import { isProxy } from "node:util/types";
import type { Draw } from "../draw.js";

/** "either": the documentation does not say, so that a typed error is right, and so is the result of what was meant. */
export type Verdict = "accept" | "either" | "refuse";

export interface Shape {
  draw(draw: Draw): unknown;
  judge(value: unknown): Verdict;
}

export type Fields = Readonly<Record<string, Shape>>;

export function worst(verdicts: Iterable<Verdict>): Verdict {
  let found: Verdict = "accept";
  for (const verdict of verdicts) {
    if (verdict === "refuse") return verdict;
    if (verdict === "either") found = verdict;
  }
  return found;
}

/** An integer as a number. A negative zero is one, if an odd one. */
export function whole(min: number, max: number, usual: readonly number[] = []): Shape {
  return {
    draw: (draw) => (usual.length > 0 && draw.oneIn(2) ? draw.of(usual) : min + draw.index(Math.min(max - min + 1, 2 ** 32))),
    judge(value) {
      if (Object.is(value, -0)) return "either";
      return typeof value === "number" && Number.isInteger(value) && value >= min && value <= max ? "accept" : "refuse";
    },
  };
}

export function big(min: bigint, max: bigint, usual: readonly bigint[] = []): Shape {
  const draws = [min, max, 0n, 1n, ...usual].filter((value) => value >= min && value <= max);
  return {
    draw: (draw) => (draw.oneIn(2) ? draw.of(draws) : min + ((draw.u64() >> BigInt(draw.index(64))) % (max - min + 1n))),
    judge: (value) => (typeof value === "bigint" && value >= min && value <= max ? "accept" : "refuse"),
  };
}

export const u16 = whole(0, 65_535, [0, 1, 32_767, 65_535]);
export const u32 = whole(0, 2 ** 32 - 1, [0, 1, 2, 3]);
export const u64 = big(0n, (1n << 64n) - 1n, [1_000_000_000n, 21_000_000_000_000_000n]);
export const signed = (bits: bigint) => big(-(1n << (bits - 1n)), (1n << (bits - 1n)) - 1n, [1n << (bits / 2n)]);
export const u128 = big(0n, (1n << 128n) - 1n, [1n << 64n, 1n << 32n, (1n << 64n) - 1n]);
export const flag: Shape = { draw: (draw) => draw.oneIn(2), judge: (value) => (typeof value === "boolean" ? "accept" : "refuse") };

/** One of a few texts or numbers. */
export function oneOf(...choices: readonly unknown[]): Shape {
  return { draw: (draw) => draw.of(choices), judge: (value) => (choices.includes(value) ? "accept" : "refuse") };
}

export function real(fits: (value: number) => boolean, ...usual: readonly number[]): Shape {
  return {
    draw: (draw) => draw.of(usual),
    judge: (value) => (Object.is(value, -0) ? "either" : typeof value === "number" && fits(value) ? "accept" : "refuse"),
  };
}

export function nullable(shape: Shape): Shape {
  return { draw: (draw) => (draw.oneIn(3) ? null : shape.draw(draw)), judge: (value) => (value === null ? "accept" : shape.judge(value)) };
}

/** May be left out, which is the same as undefined. */
export function optional(shape: Shape): Shape {
  return {
    draw: (draw) => (draw.oneIn(2) ? undefined : shape.draw(draw)),
    judge: (value) => (value === undefined ? "accept" : shape.judge(value)),
  };
}

/** What it takes of a value that holds others. `also` looks at them together, each being legal. */
export function list(item: Shape, most = 4, least = 0): Shape {
  return {
    draw: (draw) => Array.from({ length: least + draw.index(most - least + 1) }, () => item.draw(draw)),
    judge(value) {
      if (isProxy(value) || !Array.isArray(value) || value.length < least || value.length > 100_000) return "refuse";
      const own = Object.keys(value).length === value.length ? "accept" : "either";
      return worst([own, ...Array.from(value, (element) => item.judge(element))]);
    },
  };
}

export function tuple(...items: readonly Shape[]): Shape {
  return {
    draw: (draw) => items.map((item) => item.draw(draw)),
    judge(value) {
      if (isProxy(value) || !Array.isArray(value) || value.length !== items.length) return "refuse";
      return worst(items.map((item, i) => item.judge(value[i])));
    },
  };
}

export type Values = Readonly<Record<string, any>>;

export interface RecordShape extends Shape {
  readonly fields: Fields;
}

export interface Together {
  /** judges the fields together, each being legal */
  also?(value: Values): Verdict;
  /** names that are known and not read */
  remarks?: readonly string[];
}

export function record(fields: Fields, { also = () => "accept", remarks = [] }: Together = {}): RecordShape {
  return {
    fields,
    draw: (draw) => {
      const drawn = Object.entries(fields).map(([name, shape]) => [name, shape.draw(draw)] as const);
      return Object.fromEntries(drawn.filter(([, value]) => value !== undefined));
    },
    judge(value) {
      if (typeof value !== "object" || value === null || isProxy(value) || Array.isArray(value)) return "refuse";
      const from = value as Values;
      const prototype = Object.getPrototypeOf(value);
      const plain: Verdict = prototype === Object.prototype || prototype === null ? "accept" : "either";
      const unknown = Object.keys(value).filter((name) => !Object.hasOwn(fields, name));
      const foreign = unknown.map((name): Verdict => (remarks.includes(name) || from[name] === undefined ? "either" : "refuse"));
      const own = Object.entries(fields).map(([name, shape]) => shape.judge(from[name]));
      const found = worst([plain, ...foreign, ...own]);
      return found === "refuse" ? found : worst([found, also(from)]);
    },
  };
}

/** A shape with another way of drawing. */
export function drawn<S extends Shape>(shape: S, draw: (draw: Draw) => unknown): S {
  return { ...shape, draw };
}

type ArrayType = Uint8ArrayConstructor | Uint16ArrayConstructor | Uint32ArrayConstructor | BigUint64ArrayConstructor;

/** A typed array; its length is for the record that holds it to judge. */
export function vector(type: ArrayType, most: number = Infinity): Shape {
  return {
    draw: () => new type(0),
    judge: (value) =>
      !isProxy(value) && value instanceof type && Array.from(value as Iterable<unknown>).every((element) => Number(element) <= most)
        ? "accept"
        : "refuse",
  };
}
