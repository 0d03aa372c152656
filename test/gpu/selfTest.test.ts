/** What is asked of a device before it is used, and when. */
import { describe, expect, it } from "vitest";
import { epochDigest } from "../../bindings/boundary/canonical.js";
import { checkState } from "../../bindings/boundary/input.js";
import { GpuDeviceLostError, GpuOutOfMemoryError, GpuSelfTestError, GpuUnavailableError } from "../../bindings/gpu/errors.js";
import { MODES, mayWrap, modesOf, upperWords, type Mode, type Modes } from "../../bindings/gpu/modes.js";
import { Preparation } from "../../bindings/gpu/preparation.js";
import { BLOCKS, FORMS, selfTest, type Answering } from "../../bindings/gpu/selfTest.js";
import { reference } from "../../bindings/reference/index.js";
import type { EpochResult, SubnetState } from "../../bindings/types.js";
import { only } from "./only.js";

const right: Answering = {
  // The first row of weights is where a known state names a uid twice.
  results: async (states) =>
    states.map((state) => {
      const row = state.weights.uids.subarray(0, state.weights.starts[1]);
      return new Set(row).size === row.length ? reference.epoch(state) : undefined;
    }),
  digests: async (states) => states.map((state) => epochDigest(reference.epoch(state))),
  async chained(states) {
    return states.map((state) => {
      const resident = reference.resident(state);
      resident.run({ advance: BLOCKS });
      return epochDigest(resident.run() as EpochResult);
    });
  },
};
const wrong: Answering = {
  results: async (states) => (await right.results(states)).map((result) => result && { ...result, consensus: result.dividends }),
  digests: async (states) => states.map(() => ""),
  chained: right.digests,
};

function askedOf(states: readonly SubnetState[]): Modes {
  const checked = states.map((state) => checkState(state));
  const wrapping = checked.some(({ alphaStake, taoStake }) => mayWrap(upperWords(alphaStake), upperWords(taoStake)));
  return { ...only(), ...modesOf(checked), wrapping };
}

describe("the known answers", () => {
  it.each(MODES)("of %s are the specification's, of states that ask for it", async (mode) => {
    let asked: Modes | undefined;
    await selfTest(mode, "result", {
      ...right,
      results(states) {
        asked = askedOf(states);
        return right.results(states);
      },
    });
    const beside: Partial<Record<Mode, Mode[]>> = { liquid: ["yuma3"], wrapping: ["classic"] };
    expect(asked).toEqual(only(mode, ...(beside[mode] ?? [])));
  });

  it.each(MODES)("of %s are the specification's as digests, and of the epoch after", async (mode) => {
    await selfTest(mode, "digest", right);
    await selfTest(mode, "advances", right);
  });

  it.each(MODES)("of %s are missed by a device that gives others", async (mode) => {
    for (const form of FORMS) {
      const missed = new RegExp(`^the device computes ".*" wrongly \\(${form}\\); it is not used for ${mode}$`);
      await expect(selfTest(mode, form, wrong)).rejects.toThrow(missed);
    }
  });

  it("are not given by a device without memory, or that gives nothing", async () => {
    const failing = (error: Error) =>
      selfTest("classic", "result", { ...right, results: () => Promise.reject(error) }).catch((caught: unknown) => caught);
    expect(await failing(new GpuOutOfMemoryError("too little", []))).toBeInstanceOf(GpuUnavailableError);
    expect(await failing(new GpuDeviceLostError("nothing", []))).toBeInstanceOf(GpuSelfTestError);
    expect(await failing(new RangeError("another"))).toBeInstanceOf(RangeError);
  });
});

describe("what comes before a batch", () => {
  /** A device that answers as it is told, how often it was asked, and the modes that were compiled. */
  function made(answer: Answering["results"]) {
    const asked: Modes[] = [];
    const compiled: Modes[] = [];
    const of = async (modes: Modes) => {
      compiled.push(modes);
      return [];
    };
    const results: Answering["results"] = (states) => {
      asked.push(askedOf(states));
      return answer(states);
    };
    const preparation = new Preparation({ of }, { ...right, results });
    return { preparation, asked, compiled };
  }

  it("is the test of the modes that it has, once, however many batches come at once", async () => {
    const { preparation, asked, compiled } = made(right.results);
    await Promise.all([preparation.stagesOf(only("classic")), preparation.stagesOf(only("classic"))]);
    expect(asked).toEqual([only("classic")]);
    await preparation.stagesOf(only("classic", "yuma3"));
    await preparation.stagesOf(only("yuma3"));
    expect(asked).toEqual([only("classic"), only("yuma3")]);
    expect(compiled).toEqual([only("classic"), only("classic"), only("classic", "yuma3"), only("yuma3")]);
  });

  it("refuses the mode in which the device is wrong, from then on, and no other", async () => {
    const { preparation, asked } = made((states) => (askedOf(states).liquid ? wrong.results(states) : right.results(states)));
    for (let batch = 0; batch < 2; batch++) {
      await expect(preparation.stagesOf(only("yuma3", "liquid"))).rejects.toThrow(GpuSelfTestError);
      expect(await preparation.stagesOf(only("yuma3"))).toEqual([]);
    }
    expect(asked).toEqual([only("yuma3"), only("yuma3", "liquid")]);
  });

  it("is another one for digests and for chains of epochs", async () => {
    const forms: string[] = [];
    const preparation = new Preparation(
      { of: async () => [] },
      {
        results: (states) => (forms.push("result"), right.results(states)),
        digests: (states) => (forms.push("digest"), right.digests(states)),
        chained: (states) => (forms.push("advances"), wrong.chained(states)),
      },
    );
    await preparation.stagesOf(only("classic", "digest"));
    await expect(preparation.stagesOf(only("classic", "advances"))).rejects.toThrow("(advances)");
    await preparation.stagesOf(only("classic", "bonds"));
    expect(forms).toEqual(["result", "digest", "advances"]);
  });

  it("is asked again where there was no answer", async () => {
    let silent = true;
    const { preparation, asked } = made((states) =>
      silent ? Promise.reject(new GpuUnavailableError("no answer")) : right.results(states),
    );
    await expect(preparation.stagesOf(only("classic"))).rejects.toThrow("no answer");
    silent = false;
    expect(await preparation.stagesOf(only("classic"))).toEqual([]);
    expect(asked).toHaveLength(2);
  });
});
