import { EpochInputError } from "../errors.js";
import type { MechanismState } from "../types.js";

/**
 * What one call of a step or of the economics may ask for, so that a short input cannot keep a machine busy or fill its
 * memory. States of whole epochs are bounded by the engines themselves.
 */

/** Pairs of a row and a column: a matrix of 4096 x 4096. */
export const MOST_CELLS = 16_777_216;

/** The same where each pair is a logistic curve of its own, in microseconds: 512 x 512. */
export const MOST_ALPHAS = 262_144;

/** Values that a call brings along or may give back in lists. */
export const MOST_VALUES = 4_194_304;

/** Stored weights and bonds of an epoch whose trace is asked for as JSON: it holds five matrices of them. */
export const MOST_TRACED = 2_097_152;

/** @throws EpochInputError */
export function checkTraced(mechanisms: readonly MechanismState[]): void {
  const entries = mechanisms.reduce((sum, { weights, bonds }) => sum + weights.uids.length + bonds.uids.length, 0);
  if (entries > MOST_TRACED) throw new EpochInputError("trace", `at most ${MOST_TRACED} stored weights and bonds`, entries);
}

/** @throws EpochInputError that names the field which makes it too many */
export function checkCells(path: string, rows: number, columns: number, most = MOST_CELLS): void {
  if (rows * columns > most) throw tooManyCells(path, rows, columns, most);
}

export function tooManyCells(path: string, rows: number, columns: number, most = MOST_CELLS): EpochInputError {
  return new EpochInputError(path, `at most ${most} pairs of a row and a column`, `${rows} x ${columns}`);
}

/** Counts the values of all lists and objects below the fields. @throws EpochInputError that names the field */
export function checkValues(input: object): void {
  let count = 0;
  for (const [path, field] of Object.entries(input)) {
    const waiting: unknown[] = [field];
    while (waiting.length > 0) {
      const value = waiting.pop();
      if (typeof value !== "object" || value === null) continue;
      const items = Array.isArray(value) ? value : Object.values(value);
      count += items.length;
      if (count > MOST_VALUES) throw new EpochInputError(path, `at most ${MOST_VALUES} values in all lists together`, "more");
      for (const item of items) if (typeof item === "object") waiting.push(item);
    }
  }
}
