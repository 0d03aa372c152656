import { MODES, type Modes } from "../../bindings/gpu/modes.js";

const NAMES = [...MODES, "bonds", "digest", "advances"] as const;

/** Those modes and no others. */
export function only(...on: readonly (keyof Modes)[]): Modes {
  return Object.fromEntries(NAMES.map((name) => [name, on.includes(name)])) as Modes;
}
