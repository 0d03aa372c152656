import { describe, expect, it } from "vitest";
import { boundsOf, fromSlider, GROUPS, readValue, sliderOf, valueText, type Parameter } from "../../site/model/parameters.js";
import { coinText, share } from "../../site/model/amounts.js";
import { readCoin, readU16, readU64 } from "../../site/model/typed.js";

describe("a weight that is typed", () => {
  it.each([
    ["0", false, 0],
    ["1", false, 65_535],
    [".5", false, 32_768],
    [" 0.25 ", false, 16_384],
    ["1.", false, 65_535],
    ["1.1", false, null],
    ["-0.1", false, null],
    ["", false, null],
    ["1e-3", false, null],
    ["65535", true, 65_535],
    ["65536", true, null],
    ["0.5", true, null],
    ["007", true, 7],
  ])("%o, raw: %o, is %o", (text, isRaw, value) => {
    expect(readU16(text, isRaw)).toBe(value);
  });

  it("as a fraction of four digits comes back near enough, and raw exactly", () => {
    for (const value of [0, 1, 32_767, 65_534, 65_535]) {
      expect(Math.abs(readU16(share(value), false)! - value)).toBeLessThanOrEqual(4);
      expect(readU16(String(value), true)).toBe(value);
    }
  });
});

describe("a coin that is typed", () => {
  it.each([0n, 1n, 1_000_000_000n, 1_500_000_000n, 2n ** 64n - 1n])("%o rao comes back", (rao) => {
    expect(readCoin(coinText(rao))).toBe(rao);
  });

  it.each(["", "-1", "1.0000000001", "18446744073.709551616", "99999999999", "1e3", "0x1"])("%o is none", (text) => {
    expect(readCoin(text)).toBeNull();
  });

  it("is no block number", () => {
    expect(readU64("18446744073709551615")).toBe(2n ** 64n - 1n);
    for (const text of ["18446744073709551616", "1.5", "", "-1"]) expect(readU64(text)).toBeNull();
  });
});

describe("a parameter's control", () => {
  const parameters = GROUPS.flatMap(({ parameters: held }) => held);
  const named = (name: string) => parameters.find((parameter) => parameter.name === name) as Parameter;

  it("takes what its type holds, and nothing else", () => {
    expect(readValue(named("kappa"), "65535", false, 0)).toBe(65_535);
    for (const text of ["65536", "-1", "0.5", ""]) expect(readValue(named("kappa"), text, false, 0)).toBeNull();
    expect(readValue(named("tempo"), "0", false, 360)).toBeNull();
    expect(readValue(named("bondsMovingAverage"), "1000001", false, 0n)).toBeNull();
    expect(readValue(named("bondsMovingAverage"), "975000", false, 0n)).toBe(975_000n);
    expect(readValue(named("activityCutoff"), "18446744073709551615", false, 0n)).toBe(2n ** 64n - 1n);
    expect(readValue(named("raoEmission"), "147.6", false, 0n)).toBe(147_600_000_000n);
  });

  it("has the steepness that the rule set has: signed, or plain under spec-273", () => {
    const steepness = named("alphaSigmoidSteepness");
    expect([-32_768, -32_769, 32_768].map((value) => readValue(steepness, String(value), false, 0))).toEqual([-32_768, null, null]);
    expect([-1, 0, 65_535].map((value) => readValue(steepness, String(value), true, 0))).toEqual([null, 0, 65_535]);
  });

  it("keeps alpha low at most alpha high", () => {
    const state = { alphaLow: 100, alphaHigh: 200, n: 5 } as never;
    expect(boundsOf(named("alphaLow"), state, false)).toEqual([0, 200]);
    expect(boundsOf(named("alphaHigh"), state, false)).toEqual([100, 65_535]);
  });

  it("stands where the value is, and gives it its type", () => {
    expect(sliderOf(named("raoEmission"), 2_500_000_000n)).toBe(2.5);
    expect(fromSlider(named("raoEmission"), 3, 0n)).toBe(3_000_000_000n);
    expect(fromSlider(named("activityCutoff"), 3, 0n)).toBe(3n);
    expect(fromSlider(named("kappa"), 3, 0)).toBe(3);
    expect(valueText(named("stakeThreshold"), 1_000_000_000_000n)).toBe("1000");
  });
});
