import { expect, it } from "vitest";
import { answersEmulated, compareArithmetic } from "../gpu/arithmetic.js";

it.each(["nearest", "adverse"] as const)("the shaders' arithmetic is BigInt's with f32 rounded in the %s way", async (rounding) => {
  const counts = await compareArithmetic(4_000, async (pairs, operations) => answersEmulated(rounding, pairs, operations));
  expect(counts).toEqual({ pairs: 17_801, operations: 33, different: [] });
});
