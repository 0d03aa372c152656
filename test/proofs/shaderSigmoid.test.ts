import { expect, it } from "vitest";
import { Emulator } from "../../bench/gpu/count/emulator.js";
import sigmoid from "../../shaders/shared/sigmoid.wgsl";
import { expSafe } from "../../bindings/reference/bonds.js";
import { Draw, ONE } from "./numbers.js";

const TEXT = sigmoid.join("\n");
const numbersOf = (text: string) => Array.from(text.matchAll(/(0x[0-9a-f]+|\d+)u/g), ([, value]) => BigInt(value!));
const table = (name: string) =>
  numbersOf(new RegExp(`const ${name} = array<[^(]*\\(([^;]*)\\);`).exec(TEXT)![1]!.replaceAll("vec2<u32>", ""));

/** Fraction bits of what stands for real numbers here. */
const BITS = 160n;
const SCALE = 1n << BITS;

/** numerator / denominator to the power of i over i!, for i from 0 on, until nothing is left; floored. */
function powers(numerator: bigint, denominator: bigint): bigint[] {
  const all = [SCALE];
  while (all.at(-1)! > 0n) all.push((all.at(-1)! * numerator) / (denominator * BigInt(all.length)));
  return all;
}

it("has e to the power of each eighth", () => {
  const limbs = table("EXP_OF_EIGHTHS");
  expect(limbs).toHaveLength(144);
  for (let i = 0; i < 72; i++) {
    const exact = powers(BigInt(i), 8n).reduce((sum, power) => sum + power);
    expect([i, (limbs[2 * i + 1]! << 32n) | limbs[2 * i]!]).toEqual([i, (exact << 49n) >> BITS]);
  }
});

it("has bounds on what the series falls short by", () => {
  const bounds = table("SHORTFALL").map((whole, i) => {
    const x = BigInt(i + 1);
    const terms = powers(x, 1n).map((term) => term << 32n);
    let short = 0n;
    let all = 0n;
    for (let term = 2; term <= 31; term++) {
      const next = (short * x) / BigInt(term) + 1n + SCALE;
      short = next < terms[term]! + 1n ? next : terms[term]! + 1n;
      all += short;
    }
    // Each of the terms that follow was floored, and so was what is left of them.
    all += terms.slice(32).reduce((sum, term) => sum + term + (1n << 40n), 1n << 40n);
    return [whole, all / SCALE + 1n];
  });
  expect(bounds).toHaveLength(9);
  for (const [whole, least] of bounds) expect(whole).toBe(least);
});

/** An entry point that answers with the estimate and with what is known of the sigmoid. */
const ENTRY = `
@group(0) @binding(0) var<storage, read> given: array<vec2<u32>>;
@group(0) @binding(1) var<storage, read_write> answers: array<vec2<u32>>;
@compute @workgroup_size(64)
fn estimates(@builtin(global_invocation_id) id: vec3<u32>) {
  let x = given[id.x];
  answers[2u * id.x] = exp_estimate(magnitude(x));
  answers[2u * id.x + 1u] = vec2<u32>(sigmoid_unless_open(magnitude(x), is_negative(x)), 0u);
}`;
const SHADER = [...sigmoid, ENTRY];

it.each([
  [1n, 0.77],
  [2n, 0.24],
  [3n, 0.04],
  [4n, 0.02],
  [5n, 0.01],
  [8n, 0.01],
])("tells most sigmoids of arguments from %s to one more, and none wrongly", (from, open) => {
  const draw = new Draw(from);
  const magnitudes = Array.from({ length: 3_200 }, () => draw.between(from * ONE, from * ONE + ONE - 1n));
  const given = BigInt64Array.from(magnitudes, (magnitude, i) => (i % 2 === 0 ? magnitude : -magnitude));
  const emulator = new Emulator("adverse");
  emulator.buffers["given"] = new Uint32Array(given.buffer);
  const answers = (emulator.buffers["answers"] = new Uint32Array(4 * given.length));
  emulator.dispatch(SHADER, "estimates", given.length / 64);
  const words = new BigUint64Array(answers.buffer);
  let unknown = 0;
  given.forEach((argument, i) => {
    const exact = (powers(magnitudes[i]!, ONE).reduce((sum, power) => sum + power) << 32n) / SCALE;
    const estimate = words[2 * i]!;
    expect(exact - estimate).toBeGreaterThanOrEqual(0n);
    expect(exact - estimate).toBeLessThanOrEqual(1n + (estimate >> 35n));
    const known = words[2 * i + 1]!;
    if (known === 0n) unknown++;
    else expect([argument, known]).toEqual([argument, (1n << 64n) / (ONE + expSafe(argument))]);
  });
  // Below 0 and above it a little differently.
  expect(unknown / given.length).toBeLessThan(open + 0.06);
});
