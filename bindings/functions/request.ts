import { EpochInputError } from "../errors.js";
import { unknownName } from "../text/nearest.js";
import { fieldPath } from "../text/show.js";

/** One line: a function and its input, and in a vector file what is expected of it. */
export interface Request {
  fn: unknown;
  in: unknown;
  /** whether the trace of an epoch is asked for */
  trace: boolean;
}

const ASKED = ["fn", "in", "trace"];

/** What else stands on the lines of vector files. */
const RECORDED = ["name", "category", "out", "reason"];

/** The keys of a line, none but those that it may have. @throws EpochInputError */
export function readKeys(line: unknown): Record<string, unknown> {
  if (typeof line !== "object" || line === null || Array.isArray(line)) return {};
  const known = [...ASKED, ...RECORDED];
  for (const name of Object.keys(line)) {
    if (!known.includes(name)) throw unknownName(fieldPath("", name), `one of the keys of a line (${known.join(", ")})`, name, known);
  }
  return line as Record<string, unknown>;
}

/** A line as a request; a trace beside an `out` is a recorded one, and asks for nothing. @throws EpochInputError */
export function readRequest(line: unknown): Request {
  const { fn, in: input, trace = false, out } = readKeys(line);
  const recorded = out !== undefined && typeof trace === "object" && trace !== null;
  if (typeof trace !== "boolean" && !recorded) throw new EpochInputError("trace", "true or false", trace);
  return { fn, in: input, trace: trace === true };
}
