/** examples/cloudflare in workerd, the runtime of Cloudflare's workers, by miniflare: the module handed over, no bytes compiled. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { Miniflare } from "miniflare";
import { afterAll, beforeAll, expect, it } from "vitest";
import { fromJson } from "../../bindings/index.js";
import { reference } from "../../bindings/reference/index.js";
import { readVectors } from "../vectors.js";
import { describeEngine } from "./describeEngine.js";
import { Missing, ROOT, packageFolder } from "./engines.js";

function findWorkerd(): { version: string } | Missing {
  const folder = packageFolder("miniflare");
  if (folder === null) return new Missing("npm installed no miniflare");
  return JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string };
}

/** The example with the package in it, as wrangler bundles it: the compiled module stays an import. */
async function bundled(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(ROOT, "examples/cloudflare/worker.js")],
    bundle: true,
    format: "esm",
    write: false,
    conditions: ["workerd", "worker", "browser"],
    external: ["./yuma.wasm"],
    plugins: [
      {
        name: "installed",
        setup({ onResolve }) {
          onResolve({ filter: /^yuma-consensus$/ }, () => ({ path: join(ROOT, "dist/index.js") }));
          onResolve({ filter: /^yuma-consensus\/yuma\.wasm$/ }, () => ({ path: "./yuma.wasm", external: true }));
        },
      },
    ],
  });
  return outputFiles[0]!.text;
}

describeEngine("workerd by miniflare", findWorkerd(), () => {
  let worker: Miniflare;

  beforeAll(async () => {
    const { Miniflare } = await import("miniflare");
    worker = new Miniflare({
      compatibilityDate: "2025-01-01",
      modules: [
        { type: "ESModule", path: "worker.js", contents: await bundled() },
        { type: "CompiledWasm", path: "yuma.wasm", contents: readFileSync(join(ROOT, "dist/yuma.wasm")) },
      ],
    });
    await worker.ready;
  });
  afterAll(async () => worker?.dispose());

  async function post(body: string): Promise<{ status: number; answer: Record<string, unknown> }> {
    const response = await worker.dispatchFetch("http://localhost/", { method: "POST", body });
    return { status: response.status, answer: (await response.json()) as Record<string, unknown> };
  }

  it("gives the digests of the specification", async () => {
    for (const { in: state } of [...readVectors("epoch/basic"), ...readVectors("history/epoch-195")].slice(0, 60)) {
      const { status, answer } = await post(JSON.stringify(state));
      expect([status, answer["digest"]]).toEqual([200, reference.epoch(fromJson(state), { digest: true }).digest]);
    }
  });

  it("says what is wrong with a state", async () => {
    const { in: state } = readVectors("epoch/basic")[0]!;
    expect(await post(JSON.stringify({ ...state, kappa: 65_536 }))).toMatchObject({
      status: 400,
      answer: { code: "invalid-input", path: "kappa" },
    });
    expect(await post("{")).toMatchObject({ status: 400, answer: { code: "malformed-json" } });
  });
});
