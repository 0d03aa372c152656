/** Networks of one batch, on the shaders as JavaScript: what one is refused for is no other's concern. */
import { expect, it } from "vitest";
import { CountingDevice } from "../../bench/gpu/count/device.js";
import { checkState } from "../../bindings/boundary/input.js";
import { epochDigest } from "../../bindings/boundary/canonical.js";
import { BYTES } from "../../bindings/gpu/layout.js";
import { ALL, outputLayout, readOutputs } from "../../bindings/gpu/outputs.js";
import { pack } from "../../bindings/gpu/pack.js";
import { jobOf } from "../../bindings/gpu/plan.js";
import { Staging } from "../../bindings/gpu/staging.js";
import { loadYumaSync } from "../../bindings/index.js";
import { rowsOf } from "../../bindings/testing/index.js";
import type { EpochResult, SubnetState } from "../../bindings/types.js";
import { denseState } from "../../bindings/verify/recipe.js";
import { memoryDevice } from "./memoryDevice.js";

const yuma = loadYumaSync();
const dense = (liquidAlpha: boolean) => denseState({ n: 3, validators: 3, seed: 4n, bondsPenalty: 65_535, yuma3: true, liquidAlpha });

/** What the batch gives of each state: its digest, or the code of what it is refused for. */
function outcomesOf(states: readonly SubnetState[], backwards: boolean): (string | number)[] {
  const jobs = states.map((state, place) => jobOf(checkState(state), place, ""));
  const outputs = new CountingDevice("nearest", backwards).run(pack(jobs, ALL, new Staging(memoryDevice(), 2 ** 31)));
  let at = 0;
  return jobs.map(({ state: { n }, shape: { slots } }) => {
    const outcome = readOutputs(outputs, at, ALL, n, slots.uids);
    at += outputLayout(ALL, n, slots.uids.length).words * BYTES.word;
    return "read" in outcome ? epochDigest(outcome.read as EpochResult) : "guard" in outcome ? outcome.guard : "missing";
  });
}

it.each([
  [
    "weights",
    [
      [1, 5],
      [0, 5],
      [1, 5],
      [0, 5],
      [2, 5],
    ],
  ],
  [
    "bonds",
    [
      [2, 5],
      [2, 5],
      [0, 5],
      [1, 5],
    ],
  ],
] as ["weights" | "bonds", [number, number][]][])("a row of %s that names uids twice, last in its network", (name, row) => {
  for (const liquidAlpha of [true, false]) {
    const state = dense(liquidAlpha);
    const others: [number, number][] = [
      [0, 7],
      [1, 7],
      [2, 7],
    ];
    const refused = { ...state, [name]: rowsOf([others, others, row]) };
    const digest = yuma.epoch(state, { digest: true }).digest;
    for (const backwards of [false, true]) {
      const [first, middle, last] = outcomesOf([state, refused, state], backwards);
      expect([first, last]).toEqual([digest, digest]);
      expect(middle).toEqual(expect.any(Number));
    }
  }
});
