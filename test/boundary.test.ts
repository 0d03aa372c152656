import { spawnSync } from "node:child_process";
import { isUint16Array } from "node:util/types";
import { describe, expect, it } from "vitest";
import { EpochInputError, YumaError } from "../bindings/errors.js";
import { abortSignal } from "../bindings/boundary/abortSignal.js";
import { fromJson } from "../bindings/boundary/input.js";
import { toJson } from "../bindings/boundary/jsonForm.js";
import { reference, referenceEconomics } from "../bindings/reference/index.js";
import { simulate } from "../bindings/simulate/index.js";
import type { EpochOptions, SubnetState } from "../bindings/types.js";
import { drawCall, faultOf, shrink, describe as inWords, TYPED, type Subject } from "./fuzz/boundary/call.js";
import { u16, vector, drawn } from "./fuzz/boundary/shapes.js";
import { drawState } from "./fuzz/boundary/states.js";
import { subjectsOf } from "./fuzz/boundary/subjects.js";
import { methods } from "./fuzz/boundary/methods.js";
import type { World } from "./fuzz/boundary/world.js";
import { Draw } from "./fuzz/draw.js";

const CALLS = 2_000;

describe("every public entry, as it is built, and the command", () => {
  it(`answers ${CALLS} hostile calls with typed errors or right results`, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["run.mjs", "test/fuzz/fuzz.ts", "--boundary", `${CALLS}`], {
      encoding: "utf8",
    });
    expect({ status, stdout, stderr: status === 0 ? "" : stderr }).toEqual({
      status: 0,
      stdout: expect.stringMatching(/^seed 475: calls 0 to 1999 of \d+ public functions: 0 faults\n$/),
      stderr: "",
    });
  });

  it("is called as a whole: an export or a method that nobody calls is an error", async () => {
    const world = (exported: object) => ({ entries: new Map([["main", exported]]) }) as unknown as World;
    await expect(subjectsOf(world({ unheardOf: () => 1 }))).rejects.toThrow("main.unheardOf has no subject");
    await expect(subjectsOf(world({ things: { run: () => 1 } }))).rejects.toThrow("main.things has methods without a subject");
    await expect(subjectsOf(world({ Trouble: class extends Error {} }))).rejects.toThrow("main.Trouble is an error by another name");
    expect(() => methods("main.load()", { epoch: () => 1 }, {})).toThrow("main.load().epoch has no subject");
  });
});

/** The kinds of fault in a thousand calls of a function that should double a u16. */
async function faultsOf(double: (value: number) => unknown, rest: Partial<Subject> = {}): Promise<Set<string>> {
  TYPED.add(YumaError);
  const subject: Subject = { name: "double", share: 1, parameters: [u16], call: double, expected: (value: number) => 2 * value, ...rest };
  const kinds = new Set<string>();
  for (let number = 0; number < 1_000; number++) kinds.add((await faultOf(drawCall(subject, 1n, number)))?.kind.replace(/:.*/, "") ?? "");
  kinds.delete("");
  return kinds;
}

const checked = (value: unknown): number => {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0 || value > 65_535)
    throw new EpochInputError("value", "a u16", value);
  return value;
};

describe("the fuzzer", () => {
  it("finds nothing in what is right", async () => {
    expect(await faultsOf((value) => 2 * checked(value))).toEqual(new Set());
  });

  it.each<[string, (value: never) => unknown, string[]]>([
    ["an untyped error", (value: number) => 2 * checked(value.toFixed(0) && value), ["untyped TypeError", "untyped RangeError"]],
    ["what is accepted that should not be", (value: number) => (typeof value === "number" ? 2 * value : 2 * checked(value)), ["accepted"]],
    ["what is refused that should not be", (value: number) => 2 * (value === 1 ? checked(-1) : checked(value)), ["refused"]],
    ["a wrong result", (value: number) => 2 * checked(value) + Number(value > 60_000), ["a wrong result"]],
    [
      "a message that grows with its input",
      (value: unknown) =>
        typeof value === "string" ? checked(new EpochInputError(value, "a u16", 1) && raise(value)) : 2 * checked(value),
      ["a message without bounds", "a message with control characters"],
    ],
    [
      "an error that is thrown later",
      async (value: unknown) => (
        await Promise.resolve(), 2 * ((value as { length: number }).length === undefined ? checked(value) : checked(value))
      ),
      ["untyped TypeError"],
    ],
  ])("finds %s", async (_, double, kinds) => {
    expect([...(await faultsOf(double as never))].filter((kind) => kinds.includes(kind))).not.toEqual([]);
  });

  it("finds what keeps or changes its caller's arrays", async () => {
    const list = drawn(vector(Uint16Array), (draw) => Uint16Array.of(draw.u16(), draw.u16()));
    const typed = (value: unknown) => {
      if (!isUint16Array(value)) throw new EpochInputError("value", "a Uint16Array", value);
      return value.length === 0 ? new Uint16Array(0) : value;
    };
    const rest = { parameters: [list], expected: (value: Uint16Array) => value.slice() };
    const copied = (value: unknown) => Uint16Array.from(typed(value));
    expect(await faultsOf(copied, rest)).toEqual(new Set());
    const kept = (value: unknown) => (copied(value), typed(value));
    expect(await faultsOf(kept, rest)).toContain("a wrong result, once the caller wrote over its arrays");
    const late = async (value: unknown) => (await Promise.resolve(), copied(value));
    expect(await faultsOf(late, rest)).toContain("a wrong result");
    const turned = (value: unknown) => (copied(value), Uint16Array.from(typed(value).reverse()).reverse());
    expect(await faultsOf(turned, rest)).toContain("changes its arguments");
  });

  it("shows a call with as few changes as still show the fault, and the same again", async () => {
    const subject: Subject = {
      name: "double",
      share: 1,
      parameters: [u16, u16],
      call: (a: number, b: number) => 2 * checked(a) + checked((b as unknown as bigint).toString() && b),
      right: () => true,
    };
    for (let number = 0; ; number++) {
      const call = drawCall(subject, 1n, number);
      const fault = await faultOf(call);
      if (fault === null || call.mutations.length < 2 || !fault.kind.startsWith("untyped")) continue;
      const least = await shrink(call, fault);
      if (least.mutations.length === call.mutations.length) continue;
      expect(least.mutations).toHaveLength(1);
      expect(inWords(least)).toMatch(/^double with arguments\[1\]: /);
      expect(inWords(await shrink(drawCall(subject, 1n, number), fault))).toBe(inWords(least));
      return;
    }
  });
});

function raise(path: string): never {
  throw new EpochInputError(path, "a u16", 1);
}

describe("what the fuzzer found", () => {
  const state = drawState(new Draw(1n));
  const revoked = (target: object): never => {
    const { proxy, revoke } = Proxy.revocable(target, {});
    revoke();
    return proxy as never;
  };

  it.each<[string, string, () => unknown]>([
    ["a state", "", () => reference.epoch(revoked({}))],
    ["rows", "weights", () => reference.epoch({ ...state, weights: revoked({}) })],
    ["options", "options", () => reference.epoch(state, revoked({}))],
    ["JSON", "", () => fromJson(revoked([]))],
    ["an array of JSON", "alphaStake", () => fromJson({ ...(toJson(state) as object), alphaStake: revoked([]) })],
    ["a signal", "signal", () => abortSignal.check(revoked({}), "signal", 0)],
    ["an engine", "yuma", () => [...simulate(revoked({}), state, { epochs: 1 })]],
  ])("%s that is a revoked proxy is refused by name", (_, path, call) => {
    expect(call).toThrow(expect.objectContaining({ name: "EpochInputError", path }));
  });

  it("options that are inherited hold, as fields of a state do", () => {
    expect(reference.epoch(Object.create(state) as SubnetState, Object.create({ digest: true }) as EpochOptions).digest).toMatch(
      /^[0-9a-f]{64}$/,
    );
  });

  it("minus zero is zero", () => {
    const result = referenceEconomics.priceShares({
      blockEmission: 0n,
      subnets: [{ netuid: -0, mechanism: 1, movingPriceX32: 0n, minerBurnedX32: 0n, emissionEnabled: true }],
    });
    expect(Object.is(result.priceSharesX64[0]![0], 0)).toBe(true);
  });

  it("the blocks between epochs are a u64", () => {
    const call = () => [...simulate(reference, state, { epochs: 1, blocks: 1n << 64n })];
    expect(call).toThrow(expect.objectContaining({ path: "options.blocks" }));
  });
});
