/** The optional package `webgpu` in whatever state a user has it. */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { installPacked } from "./unpack.js";

const { folder } = installPacked("webgpu");
afterAll(() => rmSync(folder, { recursive: true }));

/** In the package's place, nearer than the one that is installed for these tests. */
function installWebgpu(source: string): void {
  const target = join(folder, "node_modules/webgpu");
  mkdirSync(target, { recursive: true });
  writeFileSync(join(target, "package.json"), '{ "name": "webgpu", "version": "0.5.0", "type": "module", "exports": "./index.js" }');
  writeFileSync(join(target, "index.js"), source);
}

const PROGRAM = `
  import { GpuUnavailableError, loadBatch, loadGpu } from "yuma-consensus/gpu";
  const error = await loadGpu().catch((error) => error);
  const { why, backend } = await loadBatch();
  console.log(JSON.stringify({ typed: error instanceof GpuUnavailableError, code: error.code, message: error.message, same: why === error.message, backend }));
`;

describe("a webgpu", () => {
  it.each([
    [
      "that the system does not load",
      'throw new Error("GLIBCXX_3.4.32 not found");',
      /cannot be loaded: npm install webgpu@0\.6\.2, .*\(GLIBCXX_3\.4\.32 not found\)$/,
    ],
    ["of another interface", "export const nothing = 1;", /cannot be loaded: .*\(create is not a function\)$/],
    ["that does not start", 'export function create() { throw new Error("no Vulkan"); }', /cannot be loaded: .*\(no Vulkan\)$/],
  ])("%s is a typed error, and WebAssembly under auto", (_, source, message) => {
    installWebgpu(source);
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", PROGRAM], {
      cwd: folder,
      encoding: "utf8",
    });
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(JSON.parse(stdout)).toEqual({
      typed: true,
      code: "unavailable",
      message: expect.stringMatching(message),
      same: true,
      backend: "auto",
    });
  });
});
