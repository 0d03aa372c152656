/** The commands, as a user types them. They need the built package. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reference } from "../../bindings/reference/index.js";
import { madeChain } from "./madeChain.js";
import { madeSubnet, metagraph, neuronReply, torchFile } from "./importWriters.js";

const subnet = madeSubnet(4n);

function yuma(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["dist/cli/main.js", ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

let folder: string;
const file = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "yuma-import-"));
  writeFileSync(file("neurons.hex.gz"), gzipSync(`0x${neuronReply(subnet).toString("hex")}`));
  writeFileSync(file("block-5320.pt"), torchFile(metagraph(subnet)));
  writeFileSync(file("pickle.pt"), Buffer.from("\x80\x02cposix\nsystem\nX\x02\x00\x00\x00ls\x85R.", "latin1"));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("yuma import", () => {
  it("writes what a file has, and takes that again", () => {
    const out = file("out.json");
    expect(yuma("import", file("neurons.hex.gz"), "-o", out, "--block", "5320")).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(JSON.parse(readFileSync(out, "utf8"))).toMatchObject({ format: "yuma-import-1", kind: "neurons", netuid: 7, block: "5320" });
    const again = yuma("import", out, "--list");
    expect(again).toMatchObject({ status: 0, stderr: "" });
    expect(again.stdout).toMatch(/^kind +neurons\n/);
    expect(again.stdout).toMatch(/^blockAtRegistration +missing$/m);
    expect(again.stdout).toMatch(/^stake +not exact +each hotkey's own/m);
  });

  it("takes all mechanisms of a dump, or one", () => {
    const { chain, epochs } = madeChain({ spec: 475, seed: 5n, epochs: 2, mechanisms: 2 }, reference);
    const { block } = epochs[1]!;
    const dump = { block: String(block), specVersion: 475, entries: Object.fromEntries(chain.storage(block)!) };
    writeFileSync(file("dump.json"), JSON.stringify(dump));
    const all = JSON.parse(yuma("import", file("dump.json")).stdout);
    expect(all).toMatchObject({ mechanism: null, state: { epochConsensus: "yuma" } });
    expect(all.state.mechanisms).toHaveLength(2);
    const one = JSON.parse(yuma("import", file("dump.json"), "--mechanism", "1").stdout);
    expect(one).toMatchObject({ mechanism: 1, state: { weights: all.state.mechanisms[1].weights } });
    expect(yuma("import", file("dump.json"), "--list", "--mechanism=1").stdout).toMatch(/^mechanism +1$/m);
    expect(yuma("import", file("dump.json"), "--list").stdout).toMatch(/^mechanisms\[1\]\.weights +there$/m);
    expect(yuma("import", file("dump.json"), "--mechanism", "2")).toMatchObject({ status: 2 });
    const table = yuma("replay", "--partial", file("dump.json"));
    expect(table.stdout).toMatch(/^incentive, mechanism 0 +equal/m);
    expect(table.stdout).toMatch(/^incentive, mechanism 1 +equal/m);
    expect(table.stdout).toMatch(/^dividends +not comparable/m);
    expect(yuma("replay", "--partial", file("dump.json"), "--mechanism", "1").stdout).toMatch(/^incentive, mechanism 1 +equal/m);
  });

  it("reads no more than it takes, packed or not", () => {
    // 33 times 16 MiB of zeros, which are 16 KiB each; and a file without contents that is as long.
    writeFileSync(file("bomb.gz"), Buffer.concat(Array<Buffer>(33).fill(gzipSync(Buffer.alloc(2 ** 24)))));
    writeFileSync(file("long.bin"), "");
    truncateSync(file("long.bin"), 2 ** 29 + 1);
    for (const [name, what] of [
      ["bomb.gz", "holds more than 536870912 bytes when it is unpacked"],
      ["long.bin", "holds more than 536870912 bytes"],
    ])
      expect(yuma("import", file(name!))).toEqual({ status: 2, stdout: "", stderr: expect.stringMatching(`${name}: ${what}\n$`) });
  });

  it("says what is wrong with a file, and with its options", () => {
    expect(yuma("import", file("pickle.pt"))).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/pickle.pt: EpochInputError: pickle: expected/),
    });
    expect(yuma("import", file("neurons.hex.gz"), "--netuid", "8")).toMatchObject({
      status: 2,
      stderr: expect.stringContaining("options.netuid"),
    });
    expect(yuma("import")).toMatchObject({ status: 2, stderr: expect.stringContaining("expected one FILE") });
    expect(yuma("import", "a", "--list", "-o", "b")).toMatchObject({ status: 2 });
  });
});

describe("yuma replay --partial", () => {
  it("prints each check, and as JSON", () => {
    const table = yuma("replay", "--partial", file("block-5320.pt"));
    expect(table).toMatchObject({ status: 0, stderr: "" });
    expect(table.stdout).toMatch(/^dividends +equal/m);
    expect(table.stdout).toMatch(/verdict: equal\n$/);
    const json = yuma("replay", `--partial=${file("neurons.hex.gz")}`, "--json", "--last-epoch", "5300");
    expect(JSON.parse(json.stdout)).toMatchObject({
      kind: "neurons",
      verdict: "equal",
      rao: { candidates: expect.arrayContaining([String(subnet.input.raoEmission)]) },
    });
  });

  it("exits with 1 on a difference", () => {
    const turned = { ...subnet, result: { ...subnet.result, emission: subnet.result.emission.slice() } };
    turned.result.emission[8]! += 50_000_000n;
    writeFileSync(file("turned.bin"), neuronReply(turned));
    const found = yuma("replay", "--partial", file("turned.bin"));
    expect(found.status).toBe(1);
    expect(found.stdout).toMatch(/^emission: uid 8 has \d+, where \d+ to \d+ is right$/m);
    expect(yuma("replay", "--partial", file("turned.bin"), "--endpoint", "ws://x")).toMatchObject({ status: 2 });
  });
});
