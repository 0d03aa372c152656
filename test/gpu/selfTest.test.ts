/** What is asked of a device before it is used, and when. */
import { describe, expect, it } from "vitest";
import { checkState } from "../../bindings/boundary/input.js";
import { GpuDeviceLostError, GpuOutOfMemoryError, GpuSelfTestError, GpuUnavailableError } from "../../bindings/gpu/errors.js";
import { MODES, modesOf, type Mode, type Modes } from "../../bindings/gpu/modes.js";
import { jobOf } from "../../bindings/gpu/plan.js";
import { Preparation } from "../../bindings/gpu/preparation.js";
import { selfTest } from "../../bindings/gpu/selfTest.js";
import { reference } from "../../bindings/reference/index.js";
import type { EpochResult, SubnetState } from "../../bindings/types.js";

type Answer = (states: readonly SubnetState[]) => Promise<EpochResult[]>;

const right: Answer = async (states) => states.map((state) => reference.epoch(state));
const wrong: Answer = async (states) => (await right(states)).map((result) => ({ ...result, consensus: result.dividends }));

const only = (...on: readonly Mode[]) => Object.fromEntries(MODES.map((mode) => [mode, on.includes(mode)])) as Modes;
const askedOf = (states: readonly SubnetState[]) => modesOf(states.map((state, place) => jobOf(checkState(state), place, "")));

describe("the known answers", () => {
  it.each(MODES)("of %s are the specification's, of states that ask for it", async (mode) => {
    let asked: Modes | undefined;
    await selfTest(mode, (states) => {
      asked = askedOf(states);
      return right(states);
    });
    const beside: Partial<Record<Mode, Mode[]>> = { liquid: ["yuma3"], unsorted: ["yuma3", "liquid"], wrapping: ["classic"] };
    expect(asked).toEqual(only(mode, ...(beside[mode] ?? [])));
  });

  it.each(MODES)("of %s are missed by a device that gives others", async (mode) => {
    await expect(selfTest(mode, wrong)).rejects.toThrow(new RegExp(`^the device computes ".*" wrongly; it is not used for ${mode}$`));
  });

  it("are not given by a device without memory, or that gives nothing", async () => {
    const failing = (error: Error) => selfTest("classic", () => Promise.reject(error)).catch((caught: unknown) => caught);
    expect(await failing(new GpuOutOfMemoryError("too little", []))).toBeInstanceOf(GpuUnavailableError);
    expect(await failing(new GpuDeviceLostError("nothing", []))).toBeInstanceOf(GpuSelfTestError);
    expect(await failing(new RangeError("another"))).toBeInstanceOf(RangeError);
  });
});

describe("what comes before a batch", () => {
  /** A device that answers as it is told, how often it was asked, and the modes that were compiled. */
  function made(answer: Answer) {
    const asked: Modes[] = [];
    const compiled: Modes[] = [];
    const of = async (modes: Modes) => {
      compiled.push(modes);
      return [];
    };
    const preparation = new Preparation({ of }, (states) => {
      asked.push(askedOf(states));
      return answer(states);
    });
    return { preparation, asked, compiled };
  }

  it("is the test of the modes that it has, once, however many batches come at once", async () => {
    const { preparation, asked, compiled } = made(right);
    await Promise.all([preparation.stagesOf(only("classic")), preparation.stagesOf(only("classic"))]);
    expect(asked).toEqual([only("classic")]);
    await preparation.stagesOf(only("classic", "yuma3"));
    await preparation.stagesOf(only("yuma3"));
    expect(asked).toEqual([only("classic"), only("yuma3")]);
    expect(compiled).toEqual([only("classic"), only("classic"), only("classic", "yuma3"), only("yuma3")]);
  });

  it("refuses the mode in which the device is wrong, from then on, and no other", async () => {
    const { preparation, asked } = made((states) => (askedOf(states).liquid ? wrong(states) : right(states)));
    for (let batch = 0; batch < 2; batch++) {
      await expect(preparation.stagesOf(only("yuma3", "liquid"))).rejects.toThrow(GpuSelfTestError);
      expect(await preparation.stagesOf(only("yuma3"))).toEqual([]);
    }
    expect(asked).toEqual([only("yuma3"), only("yuma3", "liquid")]);
  });

  it("is asked again where there was no answer", async () => {
    let silent = true;
    const { preparation, asked } = made((states) => (silent ? Promise.reject(new GpuUnavailableError("no answer")) : right(states)));
    await expect(preparation.stagesOf(only("classic"))).rejects.toThrow("no answer");
    silent = false;
    expect(await preparation.stagesOf(only("classic"))).toEqual([]);
    expect(asked).toHaveLength(2);
  });
});
