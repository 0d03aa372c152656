/** The pool of the package as it is built, on the engines that run programs, each of which has worker threads of its own kind. */
import { execFile } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { afterAll, expect, it } from "vitest";
import { loadYumaSync } from "../../bindings/index.js";
import { toJson } from "../../bindings/boundary/jsonForm.js";
import { denseState } from "../../bindings/verify/recipe.js";
import { scratchFolder } from "./bundle.js";
import { describeEngine } from "./describeEngine.js";
import { findBun, findDeno, findNode, ROOT } from "./engines.js";

const scratch = scratchFolder("pool");
afterAll(() => rmSync(scratch, { recursive: true }));

const state = denseState({ n: 8, validators: 8, seed: 1n, bondsPenalty: 65_535, yuma3: false, liquidAlpha: false });
const { digest } = loadYumaSync().epoch(state, { digest: true });

const program = (worker: string, end: string) => `
  import { fromJson } from "yuma-consensus";
  import { createPool } from "yuma-consensus/pool";
  const state = fromJson(${JSON.stringify(JSON.stringify(toJson(state)))});
  const script = new URL(${JSON.stringify(new URL("dist/pool/worker.js", pathToFileURL(`${ROOT}/`)).href)});
  const pool = await createPool({ size: 2, worker: ${worker} });
  for await (const { digest } of pool.epochs([state, state, state], { digest: true })) console.log(digest);
  const changed = await pool.resident({ ...state, kappa: 0 }).epoch({ kappa: state.kappa }, { outputs: [], digest: true });
  console.log(changed.digest);
  ${end}
`;

for (const [title, found] of Object.entries({ Node: findNode(), Bun: findBun(), Deno: findDeno() })) {
  describeEngine(`The pool in ${title}`, found, ({ command, arguments: options, environment }) => {
    const run = async (name: string, worker: string, end = "") => {
      const path = join(scratch, `${title}-${name}.mjs`);
      writeFileSync(path, program(worker, end));
      const { stdout } = await promisify(execFile)(command, [...options, path], {
        cwd: ROOT,
        env: { ...process.env, ...environment },
        timeout: 120_000,
        killSignal: "SIGKILL",
      });
      return stdout.trim().split("\n");
    };

    it.each([
      ["default", "undefined"],
      ["address", "script"],
    ])("starts its workers by %s, and lets the process end while it is open", async (name, worker) => {
      expect(await run(name, worker)).toEqual(Array(4).fill(digest));
    });

    if (title === "Node") return;
    it("takes Web Workers from a function", async () => {
      expect(await run("function", '() => new Worker(script, { type: "module" })', "await pool.close();")).toEqual(Array(4).fill(digest));
    });
  });
}
