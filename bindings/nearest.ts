import { closest, distance } from "fastest-levenshtein";
import { EpochInputError } from "./errors.js";

/** Longer names than any there is are nobody's slip, and comparing takes the product of both lengths. */
const LONGEST_COMPARED = 100;

/** The name that was probably meant, null where none is within a third of its letters. */
export function nearest(name: string, known: readonly string[]): string | null {
  if (known.length === 0 || name.length > LONGEST_COMPARED) return null;
  const plain = known.map((candidate) => candidate.toLowerCase());
  const found = closest(name.toLowerCase(), plain);
  if (distance(name.toLowerCase(), found) > Math.max(1, Math.ceil(found.length / 3))) return null;
  return known[plain.indexOf(found)]!;
}

/** For a value that is not one of the known names; it says which was probably meant. */
export function unknownName(path: string, expected: string, given: unknown, known: readonly string[]): EpochInputError {
  return new EpochInputError(path, expected, given, typeof given === "string" ? nearest(given, known) : null);
}
