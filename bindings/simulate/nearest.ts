import { closest, distance } from "fastest-levenshtein";

/** The name that was probably meant, null where none is within a third of its letters. */
export function nearest(name: string, known: readonly string[]): string | null {
  if (known.length === 0) return null;
  const plain = known.map((candidate) => candidate.toLowerCase());
  const found = closest(name.toLowerCase(), plain);
  if (distance(name.toLowerCase(), found) > Math.max(1, Math.ceil(found.length / 3))) return null;
  return known[plain.indexOf(found)]!;
}
