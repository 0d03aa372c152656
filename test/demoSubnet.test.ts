/** How near the bundled network comes to what was recorded of a subnet: quantiles, and never its numbers. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { demoSubnet } from "../bindings/cli/demoSubnet.js";
import { drawn, quotient, shuffled } from "../bindings/cli/demoShape.js";
import { mostSurprising } from "../bindings/explain/mostSurprising.js";
import { loadYumaSync } from "../bindings/index.js";
import { reference } from "../bindings/reference/index.js";
import { SplitMix64 } from "../bindings/values/splitmix64.js";
import type { StoredRows } from "../bindings/types.js";

interface Recorded {
  dividends: number[];
  incentive: number[];
  bonds: [number, number][][];
  blockAtRegistration: number[];
}

function recorded(name: string): Recorded {
  return JSON.parse(gunzipSync(readFileSync(`test/vectors/real/${name}.json.gz`)).toString());
}

function quantile(values: Iterable<number>, part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(part * (sorted.length - 1))]!;
}

function filled({ starts }: StoredRows): number[] {
  return [...starts.slice(1)].map((end, i) => end - starts[i]!).filter((length) => length > 0);
}

const yuma = loadYumaSync();
const state = demoSubnet(yuma);
const result = yuma.epoch(state, { digest: true });
const real = recorded("sn2-3705440");

describe("the bundled network", () => {
  it("is the same whatever engine made it", () => {
    expect(demoSubnet(reference)).toEqual(state);
  });

  it("has incentives as flat as those recorded", () => {
    const ours = result.incentive.filter((value) => value > 0);
    const theirs = real.incentive.filter((value) => value > 0);
    expect(Math.abs(ours.length - theirs.length)).toBeLessThanOrEqual(5);
    for (const part of [0.1, 0.25, 0.5, 0.75, 0.9, 0.99]) {
      const apart = Math.abs(quantile(ours, part) / quantile(theirs, part) - 1);
      expect([part, apart]).toEqual([part, expect.toSatisfy((apart: number) => apart < 0.08)]);
    }
  });

  it("has stakes that fall as steeply as the dividends recorded", () => {
    const stakes = [...result.stakeWeight].sort((a, b) => b - a);
    const dividends = [...real.dividends].sort((a, b) => b - a);
    for (let rank = 0; rank < 18; rank++) expect(Math.abs(stakes[rank]! / dividends[rank]! - 1)).toBeLessThan(0.15);
  });

  it("has as many bonds, with gaps", () => {
    const theirs = real.bonds.map((row) => row.length).filter((length) => length > 0);
    const ours = filled(state.bonds);
    expect(ours).toHaveLength(theirs.length);
    expect(Math.abs(quantile(ours, 0.5) / quantile(theirs, 0.5) - 1)).toBeLessThan(0.05);
  });

  it("has 37 rows, most of them on nine uids of ten, and never on the uid itself", () => {
    const lengths = filled(state.weights);
    expect(lengths).toHaveLength(37);
    expect(quantile(lengths, 0.1)).toBeGreaterThan(0.85 * 256);
    expect(quantile(lengths, 0)).toBeLessThan(0.35 * 256);
    for (let uid = 0; uid < 256; uid++) {
      expect(state.weights.uids.slice(state.weights.starts[uid], state.weights.starts[uid + 1])).not.toContain(uid);
    }
  });

  it("has registrations spread as recorded, and none in the future", () => {
    const ages = [...state.blockAtRegistration].map((block) => Number(state.currentBlock - block));
    const theirs = recorded("sn1-6521772").blockAtRegistration.map((block) => 6_521_772 - block);
    expect(quantile(ages, 0)).toBeGreaterThan(0);
    for (const part of [0.1, 0.25, 0.5]) {
      const times = quantile(ages, part) / quantile(theirs, part);
      expect([part, times > 0.5 && times < 2]).toEqual([part, true]);
    }
  });

  it("sets no weights before its registration", () => {
    state.lastUpdate.forEach((block, uid) => {
      expect(block).toBeGreaterThanOrEqual(state.blockAtRegistration[uid]!);
    });
  });

  it("has its specialist as the most surprising validator, who loses more than half", () => {
    const { uid, rao, byStakeRao } = mostSurprising(state, result)!;
    expect(rao * 2n).toBeLessThan(byStakeRao);
    const [length] = [state.weights.starts[uid + 1]! - state.weights.starts[uid]!];
    expect(length).toBe(quantile(filled(state.weights), 0));
  });
});

describe("the most surprising validator", () => {
  it("is the lowest uid of equals, and nobody where nobody has stake", () => {
    const nobody = { ...state, alphaStake: new BigUint64Array(256), taoStake: new BigUint64Array(256) };
    expect(mostSurprising(nobody, yuma.epoch(nobody))).toBeNull();
    const alone = { ...nobody, weights: { starts: new Uint32Array(257), uids: new Uint16Array(0), values: new Uint16Array(0) } };
    alone.validatorPermits = new Uint8Array(256).fill(1);
    alone.alphaStake = new BigUint64Array(256).fill(10n ** 15n);
    expect(mostSurprising(alone, yuma.epoch(alone))!.uid).toBe(0);
  });
});

describe("what is drawn", () => {
  it("lies between the ends of its quantiles, straight between the points", () => {
    const random = new SplitMix64(1n);
    const values = Array.from({ length: 4_000 }, () =>
      drawn(random, [
        [0, 10],
        [500, 20],
        [1_000, 120],
      ]),
    );
    expect(Math.min(...values)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...values)).toBeLessThan(120);
    expect(quantile(values, 0.5)).toBeGreaterThan(17);
    expect(quantile(values, 0.5)).toBeLessThan(23);
    expect(Math.abs(quantile(values, 0.75) - 70)).toBeLessThan(5);
  });

  it("is floored, and an order of all", () => {
    expect([quotient(7, 2), quotient(2 ** 52 + 1, 3)]).toEqual([3, Number((2n ** 52n + 1n) / 3n)]);
    expect(shuffled(new SplitMix64(1n), 256).sort((a, b) => a - b)).toEqual(Array.from({ length: 256 }, (_, i) => i));
  });
});
