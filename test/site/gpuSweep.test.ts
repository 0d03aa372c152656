/** The heat map on a device: what is sent to it and read back, and that its points are those of the workers. */
import { describe, expect, it } from "vitest";
import { loadYuma, type EpochResult, type SubnetState } from "../../bindings/index.js";
import { checkState } from "../../bindings/boundary/input.js";
import { PointsOf } from "../../bindings/gpu/points.js";
import { readScenario } from "../../bindings/simulate/index.js";
import { SCENARIOS } from "../../bindings/simulate/library.js";
import { denseState } from "../../bindings/verify/recipe.js";
import { gpuSweep } from "../../site/engine/gpuSweep.js";
import { runPoints } from "../../site/engine/sweepPoints.js";
import { scenarioDocument, stateDocument, type Document } from "../../site/model/document.js";
import { MEASURED, pointsIn, type PointResult, type SweepPlan } from "../../site/model/sweep.js";

const yuma = await loadYuma();

const STATE = denseState({ n: 24, validators: 6, seed: 1n, bondsPenalty: 65_535, yuma3: true, liquidAlpha: true });
const STORY = scenarioDocument({ ...readScenario(SCENARIOS["late-majority-twice-copier"]), epochs: 5 });
const KAPPA = { name: "kappa", uid: 0, from: 6_554, to: 58_982 } as const;
const ALPHA_LOW = { name: "alphaLow", uid: 0, from: 0, to: 65_535 } as const;
const STAKE = { name: "stake", uid: 1, from: 0, to: 1_000_000 } as const;
const plan = (x: SweepPlan["x"], y: SweepPlan["y"]): SweepPlan => ({ x, y, steps: 3, measure: { id: "dividendsSum", uid: 1 } });

/** WebAssembly in place of a device, which checks points as one does, and says what it was asked for. */
function standIn() {
  const calls: string[] = [];
  const held = new Map<object, SubnetState>();
  const results = (states: readonly SubnetState[], digest = false) => states.map((state) => yuma.epoch(state, { digest }));
  const device = {
    adapterName: "a stand-in",
    epochBatch: async (states: readonly SubnetState[], { digest }: { digest?: boolean }) => {
      calls.push(`whole, digest ${digest === true}`);
      return results(states, digest);
    },
    upload: async (state: SubnetState) => {
      const handle = { destroy: () => held.delete(handle) };
      held.set(handle, state);
      return handle;
    },
    sweep: async (handle: object, points: readonly object[], { outputs, digest }: { outputs?: readonly string[]; digest?: boolean }) => {
      const state = held.get(handle)!;
      const checks = new PointsOf(checkState(state));
      const names = new Set(points.flatMap((point) => Object.keys(point)));
      calls.push(`${[...names].sort().join(" and ")}, ${outputs?.join(" ") ?? "all"}, digest ${digest === true}`);
      const swept = results(
        points.map((point) => ({ ...state, ...checks.check(point, "points").fields })),
        digest,
      );
      return swept.map((result) => pick(result, outputs));
    },
    destroy: () => undefined,
  };
  return { device: device as unknown as Parameters<typeof gpuSweep.run>[0], calls, held };
}

function pick(result: EpochResult, outputs?: readonly string[]): Partial<EpochResult> {
  return Object.fromEntries(Object.entries(result).filter(([name]) => name === "digest" || (outputs?.includes(name) ?? true)));
}

async function swept(doc: Document, given: SweepPlan) {
  const { device, calls, held } = standIn();
  const results: PointResult[] = [];
  await gpuSweep.run(device, doc, given, (more) => results.push(...more), new AbortController().signal);
  expect(held.size).toBe(0);
  const points = Array.from({ length: pointsIn(given) }, (_, point) => point);
  expect(results.sort((a, b) => a.point - b.point)).toEqual(runPoints(yuma, { kind: "points", doc, plan: given, points }));
  return { calls, results };
}

const MEASURED_ONLY = `${MEASURED.join(" ")}, digest true`;

describe("a heat map on a device", () => {
  it("sends a state once, with what is turned for each point, and reads what is shown", async () => {
    const { calls } = await swept(stateDocument("s", STATE), plan(KAPPA, STAKE));
    expect(calls).toEqual([`alphaStake and kappa, ${MEASURED_ONLY}`]);
  });

  it("sends whole states once their bonds are each one's own, and asks for the last digests alone", async () => {
    const { calls } = await swept(stateDocument("s", STATE, 3), plan(KAPPA, STAKE));
    expect(calls).toEqual(["alphaStake and kappa, all, digest false", "whole, digest false", "whole, digest true"]);
  });

  it("sends the states of a story whole", async () => {
    const { calls } = await swept(STORY, plan(KAPPA, STAKE));
    expect(calls).toEqual([...new Array(4).fill("whole, digest false"), "whole, digest true"]);
  });

  it("has the refusal of a point in place of its value", async () => {
    const { results } = await swept(STORY, plan(KAPPA, ALPHA_LOW));
    expect(results.filter((result) => "refusal" in result).map(({ point }) => point)).toEqual([3, 4, 5, 6, 7, 8]);
    const { calls } = await swept(STORY, plan(KAPPA, { ...ALPHA_LOW, from: 65_534 }));
    expect(calls).toEqual([]);
  });
});
