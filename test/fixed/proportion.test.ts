import { describe, expect, it } from "vitest";
import { proportionFromU16, proportionToU16, taoWeightX32 } from "../../bindings/reference/proportion.js";
import { KERNELS } from "./kernels.js";

describe.each(KERNELS)("proportions on %s", (_, kernels) => {
  it("every u16 to fixed point and back", () => {
    for (let value = 0; value <= 65_535; value++) {
      const fixed = proportionFromU16(value);
      if (kernels.call("proportionFromU16", value) !== fixed)
        expect([value, kernels.call("proportionFromU16", value)]).toEqual([value, fixed]);
      for (const near of [fixed - 1n, fixed, fixed + 1n]) {
        const stored = kernels.call("proportionToU16", near);
        if (stored !== proportionToU16(near)) expect([near, stored]).toEqual([near, proportionToU16(near)]);
      }
    }
    expect(kernels.call("proportionFromU16", 65_535)).toBe(1n << 32n);
  });

  it("of the TAO weight the upper 32 bits, and one only where it is full", () => {
    const top = 1n << 32n;
    for (const weight of [0n, 1n, top - 1n, top, 5n * top - 1n, 5n * top, (1n << 64n) - top, (1n << 64n) - 2n, (1n << 64n) - 1n]) {
      expect([weight, BigInt.asUintN(64, kernels.call("taoWeightX32", weight))]).toEqual([weight, taoWeightX32(weight)]);
    }
  });
});
