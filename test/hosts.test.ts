/**
 * The hosts in other languages: all vectors, hostile lines against the command, and each one's own tests. A host whose
 * toolchain is not here is skipped, unless YUMA_HOSTS=required. docs/interface.md
 */
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ARITHMETIC_FUNCTIONS } from "../bindings/functions/arithmetic.js";
import { vectorFiles } from "../bindings/files/read.js";
import { HOSTS, ask, folderOf, missing, runAll, type Host } from "./hosts/hosts.js";
import { hostileLine } from "./hosts/lines.js";
import { readVectors, type Vector } from "./vectors.js";

const REQUIRED = process.env["YUMA_HOSTS"] === "required";

/** Lines for a host at a time, so that no answer grows beyond what a string holds. */
const AT_ONCE = 4_000;
const HOSTILE_LINES = 2_000;
const SEED = 475n;

const STEPS: readonly string[] = ARITHMETIC_FUNCTIONS;

/** What is compared of an answer: the words of an error are each host's own. */
function comparable(line: string): unknown {
  const { error, ...answer } = JSON.parse(line) as { error?: { code: string; path: string } };
  return error === undefined ? answer : { code: error.code, path: error.path };
}

function firstDifference(lines: readonly string[], expected: readonly unknown[], answers: readonly string[]): string | null {
  for (const [i, line] of lines.entries()) {
    const got = comparable(answers[i]!);
    try {
      expect(got).toEqual(expected[i]);
    } catch {
      return `line ${i}: ${line.slice(0, 2_000)}\nexpected ${JSON.stringify(expected[i])?.slice(0, 1_000)}\ngot ${answers[i]!.slice(0, 1_000)}`;
    }
  }
  return null;
}

function recordedAnswer({ out, trace }: Vector & { trap?: string }): unknown {
  return { out, ...(trace !== undefined && { trace }) };
}

function expectVectors(host: Host, name: string): number {
  const vectors = readVectors(name).filter(({ fn }) => !STEPS.includes(fn));
  for (let first = 0; first < vectors.length; first += AT_ONCE) {
    const part = vectors.slice(first, first + AT_ONCE);
    const lines = part.map(({ fn, in: input, trace }) => JSON.stringify({ fn, in: input, ...(trace !== undefined && { trace: true }) }));
    const answers = ask(host, lines);
    const expected = part.map((vector, i) => {
      // What the chain would have aborted on is said in words.
      const { trap } = JSON.parse(answers[i]!) as { trap?: string };
      return vector.out === null && trap !== undefined ? { out: null, trap } : recordedAnswer(vector);
    });
    expect(firstDifference(lines, expected, answers)).toBeNull();
  }
  return vectors.length;
}

const files = vectorFiles(["test/vectors"])
  .filter((file) => file.endsWith(".jsonl.gz"))
  .map((file) => file.replace(/^.*test\/vectors\//, "").replace(/\.jsonl\.gz$/, ""))
  .filter((name) => !name.startsWith("arithmetic/") && !name.startsWith("scenarios/"));

const hostile = Array.from({ length: HOSTILE_LINES }, (_, number) => hostileLine(SEED, number));
let command: unknown[] | undefined;

/** What the command answers to the hostile lines. */
function commandAnswers(): unknown[] {
  if (command === undefined) {
    const { stdout } = spawnSync(process.execPath, ["dist/cli/main.js", "eval"], {
      input: `${hostile.join("\n")}\n`,
      encoding: "utf8",
      maxBuffer: 2 ** 30,
    });
    command = stdout.trimEnd().split("\n").map(comparable);
    expect(command).toHaveLength(hostile.length);
  }
  return command;
}

/** Some compile an engine first, and all of them run 20,000 vectors; the machine may be slow. */
const LONG = 30 * 60_000;

describe.sequential.each(HOSTS.map((host): [string, Host] => [host.name, host]))("the host in %s", (name, host) => {
  const why = REQUIRED ? null : missing(host);
  if (why !== null) {
    it.skip(`is here: ${why}`, () => {});
    console.warn(`SKIPPED: the host in ${name}: ${why}`);
    return;
  }

  it("is built", { timeout: LONG }, () => {
    expect(existsSync(folderOf(host))).toBe(true);
    expect(runAll(host, host.build)).toBe("");
  });

  it("passes its own tests", { timeout: LONG }, () => {
    expect(runAll(host, host.test)).toBe("");
  });

  it("gives all vectors", { timeout: LONG }, () => {
    const counts = files.map((file) => expectVectors(host, file));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(20_000);
  });

  it(`answers ${HOSTILE_LINES} hostile lines as the command does`, { timeout: LONG }, () => {
    const expected = commandAnswers();
    expect(firstDifference(hostile, expected, ask(host, hostile))).toBeNull();
  });
});
