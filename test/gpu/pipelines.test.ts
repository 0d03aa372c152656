import { describe, expect, it } from "vitest";
import { GpuSelfTestError, GpuUnavailableError } from "../../bindings/gpu/errors.js";
import type { Modes } from "../../bindings/gpu/modes.js";
import { Pipelines } from "../../bindings/gpu/pipelines.js";
import { STAGES } from "../../bindings/gpu/stages.js";
import { only } from "./only.js";

const namesOf = (modes: Modes) => STAGES.filter(({ when }) => when?.(modes) ?? true).map(({ name }) => name);

/** A device that logs what it is to compile, and gives a pipeline by its name. */
function made(compile: (name: string) => unknown = (name) => name) {
  const log: string[] = [];
  const modules: string[] = [];
  const device = {
    createBindGroupLayout: () => ({}),
    createPipelineLayout: () => ({}),
    createShaderModule: ({ code }: { code: string }) => modules.push(code),
    createComputePipelineAsync: async ({ compute }: { compute: { entryPoint: string } }) => {
      log.push(compute.entryPoint);
      return compile(compute.entryPoint);
    },
  };
  return { device: device as never, log, modules };
}

describe("pipelines", () => {
  it("are those of the modes, in the order of the stages, and each is compiled once", async () => {
    const { device, log, modules } = made();
    const pipelines = new Pipelines(device);
    expect(log).toEqual([]);
    const [first, second] = await Promise.all([pipelines.of(only("classic")), pipelines.of(only("classic"))]);
    expect(first.map(({ stage, pipeline }) => [stage.name, pipeline])).toEqual(namesOf(only("classic")).map((name) => [name, name]));
    expect(second).toEqual(first);
    expect(log).toEqual(namesOf(only("classic")));
    await pipelines.of(only("yuma3", "liquid", "wrapping", "bonds", "digest", "advances"));
    expect([...log].sort()).toEqual(STAGES.map(({ name }) => name).sort());
    expect(new Set(modules).size).toBe(modules.length);
  });

  it("are compiled side by side", async () => {
    const { device, log } = made(() => new Promise(() => {}));
    await expect(new Pipelines(device, 1).of(only("yuma3"))).rejects.toThrow("the device does not compile the shader stake");
    expect(log).toEqual(namesOf(only("yuma3")));
  });

  it("name the shader that the device does not take, and are tried again", async () => {
    let broken = true;
    const { device, log } = made((name) => {
      if (broken && name === "ranks") throw new TypeError("no such type");
      return name;
    });
    const pipelines = new Pipelines(device);
    const error = await pipelines.of(only("classic")).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(GpuSelfTestError);
    expect((error as Error).message).toBe("the device does not take the shader ranks: no such type");
    broken = false;
    expect(await pipelines.of(only("classic"))).toHaveLength(namesOf(only("classic")).length);
    expect(log.filter((name) => name === "ranks")).toHaveLength(2);
    expect(log.filter((name) => name === "stake")).toHaveLength(1);
  });

  it("that come late are waited for again, and not compiled anew", async () => {
    let give: (pipeline: string) => void;
    const late = new Promise<string>((resolve) => (give = resolve));
    const { device, log } = made((name) => (name === "ranks" ? late : name));
    const pipelines = new Pipelines(device, 1);
    for (let asked = 0; asked < 2; asked++) {
      const error = await pipelines.of(only("classic")).catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(GpuUnavailableError);
      expect((error as Error).message).toContain("the device does not compile the shader ranks: no answer within 1 ms");
    }
    give!("ranks");
    const stages = await pipelines.of(only("classic"));
    expect(stages.find(({ stage }) => stage.name === "ranks")!.pipeline).toBe("ranks");
    expect(log).toEqual(namesOf(only("classic")));
  });
});
