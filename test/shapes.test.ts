/** Every path gives the same on the benchmark's states: as real networks are, and what a layout is bad at. */
import { expect, it } from "vitest";
import { MODES, SHAPES } from "../bench/shapes.js";
import { epochDigest } from "../bindings/boundary/canonical.js";
import { checkState } from "../bindings/boundary/input.js";
import { reference } from "../bindings/reference/index.js";
import { StagesEngine } from "./stagesEngine.js";

const BUILDS = ["wasm", "wasm-scalar"] as const;
const ENGINES = BUILDS.flatMap((build) => [false, true].map((matricesOnly) => new StagesEngine(build, { matricesOnly })));

/** Of 12 rows, which the specification does in a blink. */
const SPECIFIED = SHAPES.filter(({ name }) => name.startsWith("12 real")).map(({ name }) => name);

it.each(SHAPES.filter(({ size }) => size !== "huge"))("$name", ({ name, size, make }) => {
  for (const mode of size === "small" ? MODES : (["yuma3"] as const)) {
    const state = checkState(make(mode));
    const digests = ENGINES.map((engine) => epochDigest(engine.epoch(state, {})));
    if (SPECIFIED.includes(name)) digests.push(epochDigest(reference.epoch(state as Parameters<typeof reference.epoch>[0])));
    expect(new Set(digests).size, mode).toBe(1);
  }
});
