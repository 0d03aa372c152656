/** The command in processes of its own: hostile arguments, files and standard input, each with an exit code that says so. */
import { spawn } from "node:child_process";
import type { Draw } from "../draw.js";
import type { Subject } from "./call.js";
import { ECONOMICS as NEWEST } from "./economics.js";
import { HISTORIC_ECONOMICS } from "./history.js";
import { jsonOf, jsonState, type JsonText, textOf } from "./json.js";
import { HOSTILE, HOSTILE_NAMES } from "./hostile.js";
import { drawMutation } from "./mutations.js";
import type { Shape } from "./shapes.js";

const COMMANDS = ["epoch", "explain", "diff", "eval", "verify", "simulate", "sweep", "retention", "halving", "rules", "demo"];
const WORDS = [
  "-",
  "--json",
  "--csv",
  "--backend",
  "--backend=reference",
  "wasm",
  "--uid",
  "--uid=0",
  "0",
  "-1",
  "1e99",
  "--help",
  "--set",
  "kappa=-1",
  "=",
  "--variant",
  "__proto__",
  "constructor",
  "--shard",
  "1/0",
  "--digest",
  "--trace",
  "/nonexistent/file",
  ".",
  "",
  "--before",
  "--block",
  "--svg",
  "--list",
  "\u001b[31m",
  "--",
  "--epochs=NaN",
  "--what-if",
  "kappa=x",
];

interface Run {
  status: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

const MOST_SECONDS = 120;

function run(args: readonly string[], input: string | Buffer): Promise<Run> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["dist/cli/main.js", ...args], { timeout: MOST_SECONDS * 1_000 });
    const found: Run = { status: null, signal: null, stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (found.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (found.stderr += text));
    child.on("error", reject);
    child.on("close", (status, signal) => resolve({ ...found, status, signal }));
    // It may have ended without reading.
    child.stdin.on("error", () => undefined).end(input);
  });
}

const MOST_STDERR = 5_000;

/** Fine, a difference, or bad input with a message; never a stack, a signal, or lines without bounds. */
function endsWell({ status, signal, stderr }: Run): boolean {
  if (signal !== null || status === null || ![0, 1, 2].includes(status)) return false;
  if (/\n\s+at .*:\d+:\d+/.test(stderr) || stderr.length > MOST_STDERR) return false;
  return status !== 2 || stderr !== "";
}

/** Drawn once: a shape that is not changed further. */
function fixed<T>(draw: (draw: Draw) => T): Shape {
  return { draw: (from) => new Fixed(draw(from)), judge: () => "either" };
}

class Fixed<T> {
  constructor(readonly value: T) {}
}

/** Changes to what could be JSON; what JSON does not know is left out. */
function changed(draw: Draw, value: unknown): unknown {
  const args = [value];
  for (let count = draw.index(3); count > 0; count--) drawMutation(draw, args).apply(args, "meant");
  return args[0];
}

function written(value: unknown): string {
  try {
    return JSON.stringify(value, (_, item: unknown) => (typeof item === "bigint" ? String(item) : item)) ?? "null";
  } catch {
    return "[";
  }
}

const ECONOMICS = { ...NEWEST, ...HISTORIC_ECONOMICS };
const FUNCTION_NAMES = Object.keys(ECONOMICS).map((name) => name.replace(/[A-Z]|\d+/g, (part) => `_${part.toLowerCase()}`));

/** The JSON form leaves out what a raw field's name in TypeScript ends on. */
function withoutFormats(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutFormats);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, field]) => [name.replace(/X(32|64)$/, ""), withoutFormats(field)]));
}

/** A line for `yuma eval`: a call of a function by its name, somewhat wrong. */
function line(draw: Draw): string {
  if (draw.oneIn(8))
    return draw.of([
      "",
      " ",
      "[]",
      "null",
      "{",
      "7",
      '"x"',
      "{}",
      '{"fn":1}',
      '{"fn":"__proto__","in":{}}',
      '{"fn":"epoch"}',
      '{"fn":"epoch","in":null}',
      `{"fn":"${"x".repeat(100_000)}"}`,
      `${"[".repeat(50_000)}`,
    ]);
  if (draw.oneIn(3))
    return String((textOf(jsonState).draw(draw) as JsonText).text)
      .replaceAll("\n", " ")
      .replace(/^/, '{"fn":"epoch","in":')
      .concat("}");
  const at = draw.index(FUNCTION_NAMES.length + 1);
  const [fn, input] =
    at === FUNCTION_NAMES.length
      ? ["epoch", jsonState.draw(draw)]
      : [FUNCTION_NAMES[at]!, withoutFormats(jsonOf(Object.values(ECONOMICS)[at]!.draw(draw)))];
  const call: Record<string, unknown> = { fn, in: changed(draw, input) };
  if (draw.oneIn(10)) call["trace"] = draw.of([true, false, "yes", 1, null]);
  if (draw.oneIn(10)) call[draw.of(HOSTILE_NAMES)] = 1;
  return written(call);
}

const MOST_LINES = 60;

export const COMMAND: readonly Subject[] = [
  {
    name: "yuma ARGUMENTS",
    share: 0.01,
    parameters: [
      fixed((draw) => {
        const words = Array.from({ length: draw.index(5) }, () => draw.of([...WORDS, "x".repeat(50_000)]));
        return {
          args: draw.oneIn(10) ? words : [draw.of(COMMANDS), ...words],
          input: draw.oneIn(2) ? "" : written(changed(draw, jsonState.draw(draw))),
        };
      }),
    ],
    call: ({ value: { args, input } }: Fixed<{ args: string[]; input: string }>) => run(args, input),
    right: endsWell,
    asDrawn: true,
  },
  {
    name: "yuma COMMAND - < STATE",
    share: 0.01,
    parameters: [
      fixed((draw) => {
        const text = draw.oneIn(2)
          ? (textOf(jsonState).draw(draw) as JsonText).text
          : written(changed(draw, draw.oneIn(9) ? draw.of(HOSTILE)[1]() : jsonState.draw(draw)));
        return {
          args: draw.of([
            ["epoch", "-"],
            ["epoch", "-", "--json", "--trace"],
            ["explain", "-", "--uid", "0"],
            ["explain", "-", "--uid", "0", "--json"],
            ["simulate", "-"],
          ]),
          input: text as string | Buffer,
        };
      }),
    ],
    call: ({ value: { args, input } }: Fixed<{ args: string[]; input: string | Buffer }>) => run(args, input),
    right: endsWell,
    asDrawn: true,
  },
  {
    name: "yuma eval",
    share: 0.02,
    parameters: [fixed((draw) => Array.from({ length: 1 + draw.index(MOST_LINES) }, () => line(draw)))],
    call: async ({ value: lines }: Fixed<string[]>) => {
      const found = await Promise.all(
        ["wasm", "reference"].map((backend) => run(["eval", "-", "--backend", backend], `${lines.join("\n")}\n`)),
      );
      return { found, lines };
    },
    right: ({ found: [wasm, reference], lines }: { found: Run[]; lines: string[] }) => {
      const answers = wasm!.stdout.trimEnd().split("\n");
      const asked = lines.filter((text) => text.trim() !== "").length;
      const bounded = answers.every((text) => !text.includes('"code":"internal"') && (!text.startsWith('{"error"') || text.length < 2_000));
      return endsWell(wasm!) && endsWell(reference!) && wasm!.stdout === reference!.stdout && answers.length >= asked && bounded;
    },
    asDrawn: true,
  },
];
