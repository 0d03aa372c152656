/** The commands, as a user types them, against a node on loopback. They need the built package. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { fromJson } from "../../bindings/boundary/input.js";
import { reference } from "../../bindings/reference/index.js";
import type { YumaSubnetState } from "../../bindings/types.js";
import { madeChain, type MadeChain } from "./madeChain.js";
import { mockNode, type MockNode } from "./mockNode.js";

interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

function yuma(args: readonly string[], isEnough?: () => boolean, signal: NodeJS.Signals = "SIGKILL"): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["dist/cli/main.js", ...args]);
    let [stdout, stderr] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    const timer = isEnough === undefined ? undefined : setInterval(() => isEnough() && child.kill(signal), 5);
    child.on("close", (code) => {
      clearInterval(timer);
      resolve({ code, stdout, stderr });
    });
  });
}

let folder: string;
let node: MockNode;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuma-chain-"));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => node.close());

const serve = async (made: MadeChain) => (node = await mockNode(made.chain));
const file = (name: string) => join(folder, name);

describe("yuma snapshot", () => {
  it("writes a state that yuma epoch runs, with where it comes from, and a recording that needs no node", async () => {
    const made = madeChain({ spec: 397, seed: 41n, epochs: 2 }, reference);
    await serve(made);
    const args = ["--endpoint", node.http, "--netuid", "77"];
    const [state, recording] = [file("state.json"), file("recording.json.gz")];
    const wrote = await yuma(["snapshot", ...args, "-o", state, "--record", recording]);
    expect(wrote).toMatchObject({ code: 0, stdout: "" });
    const { provenance } = JSON.parse(readFileSync(state, "utf8"));
    expect(provenance).toMatchObject({ network: "Made", netuid: 77, spec: 397, block: String(made.epochs[1]!.block), notExact: [] });
    expect(await yuma(["epoch", state])).toMatchObject({ code: 0, stderr: "" });
    const again = await yuma(["snapshot", "--recording", recording]);
    expect(again.code).toBe(0);
    expect(JSON.parse(again.stdout)).toEqual(JSON.parse(readFileSync(state, "utf8")));
    const replayed = await yuma(["replay", "--recording", recording, "--json"]);
    expect(replayed.code).toBe(0);
    expect(JSON.parse(replayed.stdout)).toMatchObject({ verdict: "equal", netuid: 77 });
    // What a recording says is not asked of a node.
    for (const [command, option] of [
      ["snapshot", "--block"],
      ["snapshot", "--netuid"],
      ["replay", "--shard"],
      ["replay", "--stakes"],
    ] as const)
      expect(await yuma([command, "--recording", recording, option, "1"])).toMatchObject({
        code: 2,
        stderr: expect.stringContaining(`--recording: goes without ${option}`),
      });
    // Nothing is left beside what was asked for.
    expect(readdirSync(folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("writes one of two mechanisms, from a node as from a recording", async () => {
    const made = madeChain({ spec: 475, seed: 48n, epochs: 2, mechanisms: 2 }, reference);
    await serve(made);
    const args = ["snapshot", "--endpoint", node.http, "--netuid", "77", "--mechanism"];
    const recording = file("two.json");
    const [{ stdout: first }, { stdout: second }] = [await yuma([...args, "0"]), await yuma([...args, "1", "--record", recording])];
    const { mechanisms } = made.epochs[1]!.state as YumaSubnetState;
    [first, second].forEach((text, i) => {
      const { weights, bonds, lastUpdate } = fromJson(text);
      expect({ weights, bonds, lastUpdate }).toEqual({
        weights: mechanisms[i]!.weights,
        bonds: mechanisms[i]!.bonds,
        lastUpdate: mechanisms[i]!.lastUpdate,
      });
    });
    expect(await yuma(["snapshot", "--recording", recording, "--mechanism", "1"])).toMatchObject({ code: 0, stdout: second });
    for (const [mechanism, message] of [
      ["2", "mechanism 2 of subnet 77: expected one of its 2"],
      ["16", "--mechanism: expected an integer from 0 to 15"],
    ])
      expect(await yuma([...args, mechanism!])).toMatchObject({ code: 2, stderr: expect.stringContaining(message!) });
  });

  it("leaves what was there where the node fails halfway", async () => {
    const made = madeChain({ spec: 397, seed: 42n, epochs: 1 }, reference);
    await serve(made);
    const state = file("kept.json");
    writeFileSync(state, "before");
    node.lie = (method, _, result) => (method === "state_call" ? "0x01ff" : result);
    const failed = await yuma(["snapshot", "--endpoint", node.http, "--netuid", "77", "-o", state]);
    expect(failed).toMatchObject({ code: 2, stdout: "" });
    expect(failed.stderr).toContain("get_subnet_state(77)");
    expect(readFileSync(state, "utf8")).toBe("before");
  });
});

describe("what cannot be written", () => {
  it("is said before a node is asked", async () => {
    await serve(madeChain({ spec: 397, seed: 47n, epochs: 1 }, reference));
    const nowhere = join(folder, "nowhere", "x");
    for (const [args, message] of [
      [["snapshot", "-o", nowhere], "no such file or directory"],
      [["snapshot", "-o", folder], "a folder, expected a file"],
      [["snapshot", "--record", nowhere], "no such file or directory"],
      [["snapshot", "-o", file("one"), "--record", file("one")], "--record: expected another file than that of -o"],
      [["snapshot", "--keep-metadata"], "--keep-metadata: needs --record"],
      [["replay", "--html", nowhere], "no such file or directory"],
      [["replay", "--to", "7000000", "--out", nowhere], "no such file or directory"],
      [["replay", "--to", "7000000", "--out", file("one"), "--html", file("one")], "--html: expected another file than that of --out"],
    ] as const) {
      const { code, stdout, stderr } = await yuma([...args, "--endpoint", node.http, "--netuid", "77"]);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr).toContain(message);
    }
    expect(node.requests.size).toBe(0);
    expect(readdirSync(folder)).not.toContain("one");
  });
});

describe("yuma replay", () => {
  it("of 100 epochs with a node that drops, delays and refuses is right, and goes on where it was killed", async () => {
    const made = madeChain({ spec: 397, seed: 43n, epochs: 100 }, reference);
    const wrong = made.epochs[57]!.block;
    made.put(wrong, "Dividends", [77], [1, 2, 3, 0, 0, 0, 0, 0]);
    await serve(made);
    const to = String(made.epochs.at(-1)!.block);
    const args = ["replay", "--endpoint", node.http, "--netuid", "77", "--epochs", "100", "--to", to, "--retries", "9"];
    const faults = ["drop", "late", "limited", "busy"] as const;
    node.fault = (request) => (request % 13 === 5 ? faults[Math.floor(request / 13) % 4]! : null);
    const out = file("rows.jsonl");
    const lines = () => {
      try {
        return readFileSync(out, "utf8").split("\n").length - 1;
      } catch {
        return 0;
      }
    };
    const killed = await yuma([...args, "--out", out], () => lines() >= 20);
    expect(killed.code).toBe(null);
    const found = lines();
    expect(found).toBeGreaterThanOrEqual(20);
    expect(found).toBeLessThan(100);
    const whole = await yuma([...args, "--out", out]);
    expect(whole.code).toBe(1);
    expect(whole.stdout).toContain("100 epochs: 99 equal, 1 different");
    expect(whole.stderr).toMatch(new RegExp(`${100 - found} rows written, ${found} found there`));
    const rows = readFileSync(out, "utf8")
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(rows.map(({ knobs }) => knobs.block)).toEqual(made.epochs.map(({ block }) => String(block)));
    const different = rows.filter(({ measures }) => measures.verdict !== "equal");
    expect(different).toMatchObject([{ knobs: { block: String(wrong) }, measures: { verdict: "different", stage: "dividends" } }]);

    // In shards, over WebSocket where the host has it, the parts are the whole.
    const parts = [];
    for (const shard of ["1/3", "2/3", "3/3"]) {
      const part = file(`part-${shard.replace("/", "-")}.jsonl`);
      expect((await yuma([...args.map((one) => (one === node.http ? node.ws : one)), "--out", part, "--shard", shard])).code).toBe(
        shard === "2/3" ? 1 : 0,
      );
      parts.push(readFileSync(part, "utf8"));
    }
    expect(parts.join("")).toBe(readFileSync(out, "utf8"));

    // And of a node that does nothing wrong, in one go.
    node.fault = () => null;
    const unbroken = file("unbroken.jsonl");
    expect((await yuma([...args, "--out", unbroken])).code).toBe(1);
    expect(readFileSync(unbroken, "utf8")).toBe(readFileSync(out, "utf8"));
  });

  it.each(["SIGINT", "SIGTERM"] as const)("%s ends it at once: a row is whole or absent, and the file is free", async (signal) => {
    const made = madeChain({ spec: 397, seed: 49n, epochs: 40 }, reference);
    await serve(made);
    const out = file(`${signal}.jsonl`);
    const args = [
      "replay",
      "--endpoint",
      node.ws,
      "--netuid",
      "77",
      "--epochs",
      "40",
      "--to",
      String(made.epochs.at(-1)!.block),
      "--out",
      out,
    ];
    const written = () => (existsSync(out) ? readFileSync(out, "utf8") : "");
    const ended = await yuma(args, () => written().split("\n").length > 5, signal);
    expect(ended).toMatchObject({ code: null, stdout: "" });
    const found = written();
    expect(found.endsWith("\n")).toBe(true);
    const rows = found.trimEnd().split("\n");
    expect(rows.length).toBeLessThan(40);
    expect(rows.map((row) => JSON.parse(row).knobs.block)).toEqual(made.epochs.slice(0, rows.length).map(({ block }) => String(block)));
    expect(readdirSync(folder).filter((name) => name.startsWith(`${signal}.`))).toEqual([`${signal}.jsonl`]);
    expect((await yuma(args)).code).toBe(0);
    expect(written().startsWith(found)).toBe(true);
    expect(written().trimEnd().split("\n")).toHaveLength(40);
  });

  it("names the field, the uid and the stage in a table, in JSON and on a page", async () => {
    const made = madeChain({ spec: 475, seed: 44n, epochs: 3, quiet: true }, reference);
    made.put(made.epochs[2]!.block, "Incentive", [77], [0, 0, 0, 9, 0, 0, 0, 0]);
    await serve(made);
    const args = ["replay", "--endpoint", node.http, "--netuid", "77"];
    const html = file("page.html");
    const table = await yuma([...args, "--html", html]);
    expect(table.code).toBe(1);
    expect(table.stdout).toMatch(/^Incentive +incentive +different +\[3\] +9 +\d+/m);
    expect(readFileSync(html, "utf8")).toContain("Incentive");
    const json = await yuma([...args, "--json", "--epochs", "3"]);
    const verdicts = json.stdout
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line).verdict);
    expect(verdicts).toEqual(["equal", "equal", "different"]);
  });

  it("ends with 1 for what differs where the input is not exact only where it is asked to", async () => {
    const made = madeChain({ spec: 397, seed: 46n, epochs: 2, quiet: true }, reference);
    const { block } = made.epochs[1]!;
    made.put(block, "Dividends", [77], [9, 0, 0, 0, 0, 0, 0, 0]);
    // A runtime upgrade in the block before the epoch.
    node = await mockNode({ ...made.chain, spec: (at) => (at < block - 1 ? 396 : 397) });
    const args = ["replay", "--endpoint", node.http, "--netuid", "77"];
    const loose = await yuma(args);
    expect(loose.code).toBe(0);
    expect(loose.stdout).toContain("different, input not exact");
    expect(loose.stdout).toContain("not exact: state: a runtime upgrade from spec 396 to 397");
    expect((await yuma([...args, "--strict"])).code).toBe(1);
  });

  it.each([
    [["--netuid", "0"], "--netuid: expected an integer from 1 to 4095"],
    [["--netuid", "78"], "subnet 78"],
    [["--netuid", "77", "--to", "9999999"], "expected a block up to the finalized head"],
    [["--netuid", "77", "--to", "7000001", "--from", "7000001"], "expected an epoch, and none has run"],
    [["--netuid", "77", "--genesis", `0x${"12".repeat(32)}`], "expected the network whose first block is"],
    [["--netuid", "77", "--out", "x.jsonl"], "needs --to"],
    [["--netuid", "77", "--from", "7000002", "--to", "7000001"], "--from: expected a block up to --to 7000001, got 7000002"],
    [["--netuid", "77", "--rules", "spec-999"], "--rules: expected one of"],
  ])("says what is wrong with %j", async (args, message) => {
    await serve(madeChain({ spec: 397, seed: 45n, epochs: 1 }, reference));
    const { code, stdout, stderr } = await yuma(["replay", "--endpoint", node.http, ...args]);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(message);
  });
});
