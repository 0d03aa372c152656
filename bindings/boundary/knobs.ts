import { EpochInputError } from "../errors.js";
import { largest } from "../values/extremes.js";
import { i16, integer, oneOf, u64, type Kind } from "./kinds.js";

/** What a person may set, written as text: on a command line, or in a sweep's file. */
export interface Knob<T> {
  /** @throws EpochInputError */
  read(written: string, path: string): T;
}

const DECIMAL = /^(0|[1-9]\d*)(\.\d+)?$/;
const INTEGER = /^(0|[1-9]\d*)$/;
const U16_MAX = 65_535;

function whole(kind: Kind<number>): Knob<number> {
  return { read: (written, path) => kind.check(/^-?(0|[1-9]\d*)$/.test(written) ? Number(written) : written, path, 0) };
}

export function integerKnob(min: number, max: number): Knob<number> {
  return whole(integer(min, max, `an integer from ${min} to ${max}`));
}

export const steepnessKnob: Knob<number> = whole(i16);

export const u64Knob: Knob<bigint> = { read: (written, path) => u64.fromJson(written, path, 0) };

/** A fraction of one that stays one. */
export const fractionKnob: Knob<number> = {
  read(written, path) {
    if (!DECIMAL.test(written) || Number(written) > 1) throw new EpochInputError(path, "a fraction from 0 to 1", written);
    return Number(written);
  },
};

/**
 * A u16 proportion of the chain: a fraction with a decimal point (0.5, 1.0), or its 65535ths without. A fraction becomes
 * the nearest proportion; between two that are as near the chain's own default, or the lower. A bare 1 could be either a
 * whole or a 65535th, and is refused.
 */
export function proportionKnob(chainDefault?: number): Knob<number> {
  return {
    read(written, path) {
      if (INTEGER.test(written) && written !== "1" && Number(written) <= U16_MAX) return Number(written);
      if (!DECIMAL.test(written) || !written.includes(".") || Number(written) > 1) {
        throw new EpochInputError(path, "a fraction with a decimal point (0.5, 1.0), or a u16 of 0 or from 2 on", written);
      }
      const exact = Number(written) * U16_MAX;
      return exact + 0.5 === chainDefault ? chainDefault : Math.ceil(exact - 0.5);
    },
  };
}

export const booleanKnob: Knob<boolean> = {
  read: (written, path) => oneOf(["true", "false"]).check(written, path, 0) === "true",
};

export function choiceKnob<T extends string>(choices: readonly T[]): Knob<T> {
  const kind = oneOf(choices);
  return { read: (written, path) => kind.check(written, path, 0) };
}

/** Several values of a knob: what stands between commas, or FROM:TO:STEP with both ends. */
export function listKnob<T>(knob: Knob<T>): Knob<T[]> {
  return { read: (written, path) => writtenValues(written, path).map((one) => knob.read(one, path)) };
}

const MOST_VALUES = 1_000_000;

/** "a,b,c" or "FROM:TO:STEP", as the texts of the values; a step is exact, in decimals. @throws EpochInputError */
export function writtenValues(written: string, path: string): string[] {
  if (!written.includes(":")) return written.split(",").map((one) => one.trim());
  const parts = written.split(":");
  const expected = "FROM:TO:STEP with decimal numbers, FROM up to TO, STEP above zero";
  if (parts.length !== 3 || !parts.every((part) => /^-?\d+(\.\d+)?$/.test(part))) throw new EpochInputError(path, expected, written);
  const decimals = largest(parts.map((part) => part.split(".")[1]?.length ?? 0));
  const [from, to, step] = parts.map((part) => scaled(part, decimals)) as [bigint, bigint, bigint];
  if (step <= 0n || to < from) throw new EpochInputError(path, expected, written);
  if ((to - from) / step >= BigInt(MOST_VALUES)) throw new EpochInputError(path, `at most ${MOST_VALUES} values`, written);
  return Array.from({ length: Number((to - from) / step) + 1 }, (_, i) => unscaled(from + BigInt(i) * step, decimals));
}

function scaled(decimal: string, decimals: number): bigint {
  const [units, fraction = ""] = decimal.split(".") as [string, string?];
  return BigInt(`${units}${fraction.padEnd(decimals, "0")}`);
}

function unscaled(value: bigint, decimals: number): string {
  if (decimals === 0) return String(value);
  const digits = String(value < 0n ? -value : value).padStart(decimals + 1, "0");
  return `${value < 0n ? "-" : ""}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}
