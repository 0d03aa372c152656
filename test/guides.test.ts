/** What the README and the guides show: programs compile and run beside the packed package, and commands end as they say. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { transformSync } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { madeSubnet, metagraph, neuronReply, torchFile } from "./chain/importWriters.js";
import { ROOT } from "./engines/engines.js";
import { type Block, blocksOf, PAGES, proseOf } from "./markdown.js";
import { installPacked } from "./packed/unpack.js";

const BLOCKS = PAGES.flatMap(blocksOf);
const isProgram = ({ language }: Block) => language === "ts" || language === "js";
const PROGRAMS = BLOCKS.filter(isProgram);
const COMMANDS = BLOCKS.filter(({ language }) => language === "sh");

/** What npm runs in a clone: all of it, this test too. */
const isClone = (line: string) => line.startsWith("npm ");
const linesOf = ({ text }: Block) => text.trimEnd().split("\n");
const runs = ({ reason }: Block) => reason === undefined;

describe("the README and the guides", () => {
  let folder: string;
  beforeAll(() => {
    ({ folder } = installPacked("guides"));
    mkdirSync(join(folder, "node_modules/.bin"));
    symlinkSync("../yuma-consensus/dist/cli/main.js", join(folder, "node_modules/.bin/yuma"));
    PROGRAMS.forEach(({ text }, i) => writeFileSync(join(folder, `program${i}.ts`), text));
    // What the guides begin with, and what the guide of imports reads.
    const demo = spawnSync(process.execPath, [join(ROOT, "dist/cli/main.js"), "demo", "--state"], { encoding: "utf8", maxBuffer: 2 ** 28 });
    writeFileSync(join(folder, "subnet.json"), demo.stdout);
    const subnet = madeSubnet(4n);
    writeFileSync(join(folder, "neurons.hex"), `0x${neuronReply(subnet).toString("hex")}`);
    writeFileSync(join(folder, "block-6852344.pt"), torchFile(metagraph(subnet)));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it("say of each block what it is, and of each that cannot run here why", (context) => {
    expect(BLOCKS.filter(({ language }) => !["sh", "ts", "js", "json", "html", "text"].includes(language))).toEqual([]);
    const held = [...PROGRAMS, ...COMMANDS].filter((block) => !runs(block));
    const told = held.map(({ page, reason }) => `${page}: ${reason}`);
    console.warn(`NOT RUN, ${held.length} of ${PROGRAMS.length + COMMANDS.length} blocks: ${told.join("; ")}`);
    context.annotate(told.join("; "));
    const reasons = Object.fromEntries([...new Set(held.map(({ reason }) => reason!))].map((reason) => [reason, 0]));
    for (const { reason } of held) reasons[reason!]!++;
    expect(reasons).toEqual({ minutes: 2, "a dump": 1, "a cluster": 1, "a GPU": 2, "a node": 4, "hosts that compile no bytes": 1 });
  });

  it("have programs that compile under strict", () => {
    const settings = {
      strict: "true",
      noEmit: "true",
      target: "es2022",
      module: "nodenext",
      lib: "es2022,dom,esnext.disposable",
      types: "node",
      typeRoots: join(ROOT, "node_modules/@types"),
    };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    const tsc = [join(ROOT, "node_modules/typescript/bin/tsc"), "--ignoreConfig", ...args, ...PROGRAMS.map((_, i) => `program${i}.ts`)];
    const { status, stdout } = spawnSync(process.execPath, tsc, { cwd: folder, encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });

  const runnable = BLOCKS.filter((block) => runs(block) && (isProgram(block) || linesOf(block).some((line) => !isClone(line))));
  const cases = runnable.filter(({ language }) => ["sh", "ts", "js"].includes(language)).map((block) => [block.page, block] as const);

  it.each(cases)("%s: a block runs", (_, block) => {
    const env = { ...process.env, PATH: [join(folder, "node_modules/.bin"), process.env["PATH"]].join(delimiter) };
    const options = { cwd: folder, env, encoding: "utf8", maxBuffer: 2 ** 28 } as const;
    if (isProgram(block)) {
      const name = `program${PROGRAMS.indexOf(block)}.js`;
      writeFileSync(join(folder, name), transformSync(block.text, { loader: "ts", target: "es2022" }).code);
      const { status, stdout, stderr } = spawnSync(process.execPath, [name], options);
      expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
      expect(stdout).not.toBe("");
    } else
      for (const line of linesOf(block).filter((line) => !isClone(line))) {
        const wanted = Number(/# ends with (\d)/.exec(line)?.[1] ?? 0);
        const { status, stderr } = spawnSync("bash", ["-c", line.replace(/^npx /, "")], options);
        expect({ line, status, stderr }).toEqual({ line, status: wanted, stderr: status === wanted ? stderr : "" });
      }
  });

  it("name scripts, tests and commands that are there", () => {
    const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as { scripts: Record<string, string> };
    const pages = [...PAGES, "docs/proof.md", "docs/command.md", "docs/invariants.md"];
    const texts = pages.map((page) => readFileSync(page, "utf8")).join("\n");
    const named = [...texts.matchAll(/\bnpm (?:run )?([a-z:]+)/g)].map(([, name]) => name!).filter((name) => name !== "ci");
    expect(named.length).toBeGreaterThan(20);
    expect([...new Set(named)].filter((name) => !["install", "pack", "does"].includes(name) && scripts[name] === undefined)).toEqual([]);
    const tests = [...texts.matchAll(/\btest\/[\w/-]+(?:\.test\.ts)?/g)].map(([path]) => path);
    expect(tests.length).toBeGreaterThan(20);
    expect([...new Set(tests)].filter((path) => !existsSync(path))).toEqual([]);
  });

  it("list the commands that there are", () => {
    const help = spawnSync(process.execPath, ["dist/cli/main.js", "--help"], { encoding: "utf8" }).stdout;
    const commands = [...help.matchAll(/^ {2}([a-z]+) {2,}\S/gm)].map(([, name]) => name!);
    const listed = blocksOf("docs/command.md")[0]!
      .text.trimEnd()
      .split("\n")
      .flatMap((line) => /^yuma ([a-z]+(?:, [a-z]+)*)/.exec(line)![1]!.split(", "));
    expect(commands.length).toBeGreaterThan(10);
    expect(listed.toSorted()).toEqual(commands.toSorted());
  });

  it("say nothing twice: no paragraph of the README is one of a guide", () => {
    const paragraphs = (page: string) =>
      proseOf(page)
        .split(/\n{2,}/)
        .filter((paragraph) => paragraph.length > 60);
    const elsewhere = new Set([...PAGES.slice(1), "docs/proof.md", "docs/command.md"].flatMap(paragraphs));
    expect(paragraphs("README.md").filter((paragraph) => elsewhere.has(paragraph))).toEqual([]);
  });
});
