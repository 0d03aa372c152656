import { distance } from "fastest-levenshtein";
import { EpochInputError } from "../errors.js";

/** Longer names than any there is are nobody's slip, and comparing takes the product of both lengths. */
const LONGEST_COMPARED = 100;

/** The name that was probably meant, null where none is within a third of its letters, or several are as near. */
export function nearest(name: string, known: readonly string[]): string | null {
  if (name.length > LONGEST_COMPARED) return null;
  const distances = known.map((candidate) => distance(name.toLowerCase(), candidate.toLowerCase()));
  const least = distances.reduce((a, b) => Math.min(a, b), Infinity);
  const found = known[distances.indexOf(least)];
  if (found === undefined || least > Math.max(1, Math.ceil(found.length / 3))) return null;
  return distances.indexOf(least) === distances.lastIndexOf(least) ? found : null;
}

/** For a value that is not one of the known names; it says which was probably meant. */
export function unknownName(path: string, expected: string, given: unknown, known: readonly string[]): EpochInputError {
  return new EpochInputError(path, expected, given, typeof given === "string" ? nearest(given, known) : null);
}
