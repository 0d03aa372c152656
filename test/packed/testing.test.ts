/** The generators of states, in a project that has the packed package and a fast-check of its own. */
import { spawnSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { transformSync } from "esbuild";
import { afterAll, describe, expect, it } from "vitest";
import { ROOT } from "../engines/engines.js";
import { installPacked } from "./unpack.js";

const { folder } = installPacked("testing");
afterAll(() => rmSync(folder, { recursive: true }));

const PROGRAM = `
import fc from "fast-check";
import { ChainTrapError, loadYumaSync, toJson, type SubnetState, type Yuma } from "yuma-consensus";
import { reference } from "yuma-consensus/reference";
import { hostileState, hostileSubnet, plainState, type StateOptions } from "yuma-consensus/testing";

const wasm: Yuma = loadYumaSync();
const history: StateOptions = { ruleSets: ["spec-127", "spec-297"], maxUids: 5, liquidAlpha: true };

function digestOf(yuma: Yuma, state: SubnetState): unknown {
  try {
    return toJson(yuma.epoch(state));
  } catch (error) {
    if (error instanceof ChainTrapError) return error.message;
    throw error;
  }
}

let runs = 0;
const agree = (state: SubnetState) => (runs++, JSON.stringify(digestOf(wasm, state)) === JSON.stringify(digestOf(reference, state)));
for (const states of [hostileState(), plainState({ minUids: 1 }), hostileState(history)]) fc.assert(fc.property(states, agree), { numRuns: 60 });
fc.assert(
  fc.property(hostileSubnet({ epochConsensus: "null" }), (subnet) => {
    runs++;
    return wasm.subnetEpoch(subnet, { digest: true }).digest === reference.subnetEpoch(subnet, { digest: true }).digest;
  }),
  { numRuns: 60 },
);
console.log("two engines agree in", runs, "runs");
`;

describe("the generators of states, as they are packed", () => {
  writeFileSync(join(folder, "agree.ts"), PROGRAM);

  it("compile under strict", () => {
    const settings = { strict: "true", noEmit: "true", target: "es2022", module: "nodenext", lib: "es2022,dom", types: "node" };
    const args = Object.entries({ ...settings, typeRoots: join(ROOT, "node_modules/@types") }).flatMap(([name, value]) => [
      `--${name}`,
      value,
    ]);
    const tsc = [join(ROOT, "node_modules/typescript/bin/tsc"), "--ignoreConfig", ...args, "agree.ts"];
    const { status, stdout } = spawnSync(process.execPath, tsc, { cwd: folder, encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });

  it("let a stranger hold two engines to each other", () => {
    writeFileSync(join(folder, "agree.js"), transformSync(PROGRAM, { loader: "ts", target: "es2022" }).code);
    const { status, stdout, stderr } = spawnSync(process.execPath, ["agree.js"], { cwd: folder, encoding: "utf8" });
    expect({ status, stderr, stdout }).toEqual({ status: 0, stderr: "", stdout: "two engines agree in 240 runs\n" });
  });
});
