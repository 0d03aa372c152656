import { describe, expect, it } from "vitest";
import { loadEconomicsSync, type Economics } from "../bindings/economics/index.js";
import { referenceEconomics } from "../bindings/reference/index.js";
import { HISTORIC_ECONOMICS } from "./fuzz/boundary/history.js";
import { Draw } from "./fuzz/draw.js";

const wasmEconomics = loadEconomicsSync();
const INPUTS = 400;

describe("the economics of old specs, drawn inputs", () => {
  it.each(Object.entries(HISTORIC_ECONOMICS))("%s is the same in the kernel and the specification", (name, shape) => {
    const draw = new Draw(BigInt(name.length) * 1_000_003n);
    let agreed = 0;
    for (let i = 0; i < INPUTS; i++) {
      const input = shape.draw(draw);
      const run = (engine: Economics) => (engine[name as keyof Economics] as (input: unknown) => unknown)(input);
      expect(run(wasmEconomics), `input ${i}: ${written(input)}`).toEqual(run(referenceEconomics));
      agreed++;
    }
    expect(agreed).toBe(INPUTS);
  });
});

function written(input: unknown): string {
  return JSON.stringify(input, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value));
}
