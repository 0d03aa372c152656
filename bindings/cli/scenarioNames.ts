import { nearest } from "../text/nearest.js";
import { SCENARIOS } from "../simulate/library.js";

/** A scenario of the package, as it stands in its file; undefined where the name is none's. */
export function bundled(name: string): object | undefined {
  return Object.hasOwn(SCENARIOS, name) ? SCENARIOS[name] : undefined;
}

/** Shorter parts of a name are like anything. */
const SHORTEST_PART = 4;

/** Every run of neighbouring words in a scenario's name. */
function parts(name: string): string[] {
  const words = name.split("-");
  const runs = words.flatMap((_, first) => words.slice(first).map((_, length) => words.slice(first, first + length + 1).join("-")));
  return runs.filter((run) => run.length >= SHORTEST_PART);
}

const LISTED = 6;

/** What to say of a name that is no scenario's: those that it may stand for, or where all are listed. */
export function meantBy(name: string): string {
  const names = Object.keys(SCENARIOS);
  const part = nearest(name, names) ?? nearest(name, [...new Set(names.flatMap(parts))]);
  const found = part === null ? [] : names.filter((known) => known.includes(part));
  if (found.length === 0) return "yuma simulate --list names the scenarios";
  const more = found.length > LISTED ? ` and ${found.length - LISTED} more, as yuma simulate --list names them` : "";
  return `did you mean ${found.slice(0, LISTED).join(", ")}${more}?`;
}
