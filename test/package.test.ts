import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

function run(script: string): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  return stdout.trim();
}

describe("the package", () => {
  it("gives the same digest by each of its entries", () => {
    const digests = run(`
      import { loadYuma, loadYumaSync, fromJson } from "yuma-consensus";
      import { reference } from "yuma-consensus/reference";
      import { execFileSync } from "node:child_process";
      const state = fromJson(execFileSync(process.execPath, ["dist/cli/main.js", "demo", "--state"], { encoding: "utf8" }));
      const engines = [await loadYuma(), loadYumaSync({ backend: "wasm-scalar" }), reference];
      console.log(engines.map((yuma) => yuma.epoch(state, { digest: true }).digest).join(" "));
    `).split(" ");
    expect(digests).toHaveLength(3);
    expect(new Set(digests).size).toBe(1);
    expect(digests[0]).toMatch(/^[0-9a-f]{64}$/);
  });

  it("gives the economics, at once or later, and by the specification", () => {
    const emissions = run(`
      import { economicsBytes, loadEconomics, loadEconomicsSync } from "yuma-consensus/economics";
      import { referenceEconomics } from "yuma-consensus/reference";
      import { readFileSync } from "node:fs";
      const file = readFileSync(new URL(import.meta.resolve("yuma-consensus/yuma-economics.wasm")));
      const engines = [await loadEconomics(), loadEconomicsSync(), referenceEconomics];
      console.log(file.equals(economicsBytes), ...engines.map((engine) => engine.blockEmission({ issuance: 10_500_000_000_000_000n }).emission));
    `);
    expect(emissions).toBe("true 500000000n 500000000n 500000000n");
  });

  it("refuses bad economics as everywhere, with the field's path", () => {
    const message = run(`
      import { loadEconomicsSync } from "yuma-consensus/economics";
      const subnet = { netuid: 1, mechanism: 1, movingPrice: 1n, minerBurned: 0n, emissionEnabled: true };
      try {
        loadEconomicsSync().priceShares({ blockEmission: 1n, subnets: [subnet, { ...subnet, minerBurned: -1n }] });
      } catch (error) {
        console.log(error.name + ": " + error.message);
      }
    `);
    expect(message).toBe("EpochInputError: subnets[1].minerBurned: expected an unsigned 128-bit integer, got -1");
  });

  it("is typed by its own declarations", () => {
    const folder = mkdtempSync(join(process.cwd(), "build", "consumer-"));
    try {
      const file = join(folder, "consumer.mts");
      writeFileSync(
        file,
        `import { fromJson, loadYuma, EpochInputError, type EpochResult } from "yuma-consensus";
         import { reference } from "yuma-consensus/reference";
         import { simdBytes } from "yuma-consensus/wasm";
         import { compareTrust, diff, explain, type Explanation } from "yuma-consensus/explain";
         import { createPool, type Pool, type PoolOptions } from "yuma-consensus/pool";
         import { loadEconomicsSync, type CoinbaseBlockOutput } from "yuma-consensus/economics";
         import { readScenario, runScenario, simulate, type Scenario, type SimulatedEpoch } from "yuma-consensus/simulate";
         import { SCENARIOS } from "yuma-consensus/scenarios";
         const scenario: Scenario = readScenario(SCENARIOS["stake-merge"]);
         const epochs: SimulatedEpoch[] = [...runScenario(reference, scenario, scenario.variants[0]!)];
         for (const { result } of simulate(reference, epochs[0]!.state, { epochs: 2 })) console.log(result.dividends);
         const block: CoinbaseBlockOutput = loadEconomicsSync().coinbaseBlock({ issuance: 0n, rootTao: 0n, taoWeight: 0n, ownerCut: 0, subnets: [] });
         const result: EpochResult = (await loadYuma()).epoch(fromJson("{}"));
         const options: PoolOptions = { size: 2, backend: "wasm-scalar" };
         await using pool: Pool = await createPool(options);
         for await (const { digest } of pool.epochs([fromJson("{}")])) console.log(digest);
         const dividends: Uint16Array = reference.epoch(fromJson({})).dividends;
         const { consensus }: Explanation = explain(reference, fromJson({}), 0);
         const change: bigint = compareTrust(reference, fromJson({}), fromJson({}), 0).changeX32;
         const place: string | undefined = diff({ yuma: reference, state: fromJson({}) }, { yuma: reference, state: fromJson({}) }).stages[0]?.first.position;
         console.log(consensus.rise?.move?.alphaRao, change, place);
         const bytes: number = simdBytes.length;
         // @ts-expect-error: a result has no such part
         result.rank;
         console.log(block, dividends, bytes, new EpochInputError("kappa", "a u16", -1));`,
      );
      const tsc = ["node_modules/typescript/bin/tsc", "--ignoreConfig", "--noEmit", "--strict", "--module", "nodenext", "--target", "es2022", "--lib", "es2023,dom", "--types", "", file];
      const { status, stdout } = spawnSync(process.execPath, tsc, { encoding: "utf8" });
      expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("gives the raw modules, as bytes and as files", () => {
    const same = run(`
      import { simdBytes, scalarBytes } from "yuma-consensus/wasm";
      import { readFileSync } from "node:fs";
      const file = (name) => readFileSync(new URL(import.meta.resolve("yuma-consensus/" + name)));
      console.log(file("yuma.wasm").equals(simdBytes), file("yuma-scalar.wasm").equals(scalarBytes));
    `);
    expect(same).toBe("true true");
  });

  it("has no runtime dependencies, and none outside Node in what a browser loads", () => {
    const { dependencies, exports } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(dependencies).toBeUndefined();
    expect(Object.keys(exports)).toEqual([
      ".",
      "./economics",
      "./explain",
      "./pool",
      "./reference",
      "./scenario.schema.json",
      "./scenarios",
      "./simulate",
      "./wasm",
      "./yuma.wasm",
      "./yuma-scalar.wasm",
      "./yuma-economics.wasm",
      "./package.json",
    ]);
    const seen = new Set<string>();
    const visit = (path: string) => {
      if (seen.has(path)) return;
      seen.add(path);
      const text = readFileSync(path, "utf8");
      expect(text).not.toMatch(/from\s*"node:/);
      for (const [, chunk] of text.matchAll(/from\s*"(\.[^"]+)"/g)) visit(new URL(chunk!, `file://${process.cwd()}/${path}`).pathname.slice(process.cwd().length + 1));
    };
    for (const entry of ["dist/index.js", "dist/economics/index.js", "dist/explain/index.js", "dist/pool/index.js", "dist/pool/worker.js", "dist/reference/index.js", "dist/simulate/index.js", "dist/simulate/library.js", "dist/wasmBytes.js"]) visit(entry);
    expect(readdirSync("dist")).toContain("index.d.ts");
  });

  it("does what its README shows", () => {
    const [, example] = /```ts\n(import [\s\S]*?)```/.exec(readFileSync("README.md", "utf8"))!;
    const folder = mkdtempSync(join(tmpdir(), "yuma-readme-"));
    const path = join(folder, "subnet.json");
    try {
      writeFileSync(path, spawnSync(process.execPath, ["dist/cli/main.js", "demo", "--state"], { encoding: "utf8" }).stdout);
      expect(run(example!.replace('"subnet.json"', JSON.stringify(path)))).toMatch(/^[0-9a-f]{64}$/m);
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(example!.trimEnd().split("\n").length).toBeLessThanOrEqual(12);
  });
});
