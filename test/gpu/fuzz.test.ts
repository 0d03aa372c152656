/** What the fuzzer says of devices that are right, that differ in a bit, and that decline. */
import { describe, expect, it } from "vitest";
import { GpuGuardError } from "../../bindings/gpu/errors.js";
import type { Gpu, GpuEpochResult } from "../../bindings/gpu/types.js";
import type { SubnetState } from "../../bindings/types.js";
import { loadYumaSync } from "../../bindings/index.js";
import { compareOnGpu, comparePiece, type GpuComparison } from "../fuzz/gpu.js";

const yuma = loadYumaSync();
const adapter = "a stand-in";

/** Of these none is held on the device. */
const STATES = { seed: "475", first: 61, end: 64 };

/** WebAssembly in a device's place. */
function standIn(changed: (results: GpuEpochResult[]) => (GpuEpochResult | undefined)[] = (results) => results): Gpu {
  return {
    adapter: { name: adapter },
    async epochBatch(states: SubnetState[]) {
      const results = changed(states.map((state) => ({ ...yuma.epoch(state), adapter })));
      const guards = results.flatMap((result, place) => (result === undefined ? [{ place, path: "weights", reason: "declined" }] : []));
      if (guards.length > 0) throw new GpuGuardError(guards, results);
      return results;
    },
  } as object as Gpu;
}

describe("the fuzzer of the GPU", () => {
  it("counts what is compared and what is declined", async () => {
    const { compared, outOfScope, ...rest } = await comparePiece(standIn(), yuma, STATES);
    expect(rest).toEqual({ adapter, resident: 0, different: [] });
    expect(compared).toBeGreaterThan(0);
    expect(compared + outOfScope).toBe(3);
    const declining = standIn(([_, ...others]) => [undefined, ...others]);
    expect(await comparePiece(declining, yuma, STATES)).toEqual({ ...rest, compared: compared - 1, outOfScope: outOfScope + 1 });
  });

  it("finds a bit, and says of which state", async () => {
    const differing = standIn((results) => {
      results.find(({ emission }) => emission.length > 0)!.emission[0]! ^= 1n;
      return results;
    });
    const { different } = await comparePiece(differing, yuma, STATES);
    expect(different).toEqual([expect.stringMatching(/^seed 475 state \d+: gpu: emission \[0\]: expected "\d+", got "\d+"$/)]);
  });

  it("asks an engine for a piece after another, adds up, and closes it", async () => {
    const said: unknown[] = [];
    const close = async () => void said.push("closed");
    const piece: GpuComparison = { adapter, compared: 3, outOfScope: 2, resident: 1, different: [] };
    const compare = async ({ seed, first, end }: typeof STATES) => ({ ...piece, different: [`${seed}: ${first} to ${end}`] });
    const different = ["9: 7 to 507", "9: 507 to 600"];
    const states = { seed: "9", first: 7, end: 600 };
    const all = await compareOnGpu(
      async () => ({ compare, close }),
      states,
      ({ different }, { compared }, done) => said.push([different, compared, done]),
    );
    expect(all).toEqual({ adapter, compared: 6, outOfScope: 4, resident: 2, different });
    expect(said).toEqual([[[different[0]], 3, 500], [[different[1]], 6, 593], "closed"]);
    const fails = () => Promise.reject(new Error("lost"));
    await expect(
      compareOnGpu(
        async () => ({ compare: fails, close }),
        states,
        () => {},
      ),
    ).rejects.toThrow("lost");
    expect(said.slice(3)).toEqual(["closed"]);
  });
});
