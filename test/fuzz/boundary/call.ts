/** One call: its legal arguments drawn, changed, handed over, and what came of it judged. */
import { isDeepStrictEqual } from "node:util";
import { isProxy, isTypedArray } from "node:util/types";
import { Draw } from "../draw.js";
import { CallersError } from "./hostile.js";
import { drawMutation, OPAQUE, show, type Mutation, type Side } from "./mutations.js";
import { worst, type Shape, type Verdict } from "./shapes.js";

/** A public function: what it takes, and what is right. */
export interface Subject {
  /** "economics.loadEconomics().distribute" */
  name: string;
  /** how often it is called, by what a call costs; 1 is usual */
  share: number;
  parameters: readonly Shape[];
  /** what the arguments have to be together; each being legal */
  also?(args: readonly any[]): Verdict;
  /** calls it, and brings what comes to an end: a generator is drained, what has to be closed is closed */
  call(...args: any[]): unknown;
  /** what a legal call gives, by another implementation */
  expected?(...args: any[]): unknown;
  /** or whether the result is right, where there is no other */
  right?(result: any, args: readonly any[]): boolean;
  /** legal, and not done in a moment: such a call is not made */
  long?(args: readonly any[]): boolean;
  /** the arguments are drawn right and wrong already */
  asDrawn?: boolean;
  /** codes of errors that legal calls may end with, as a host or a device has its limits */
  may?: readonly string[];
  /** the result shares arrays with the arguments, or they are read only later, as is documented */
  shares?: boolean;
}

/** What is wrong with a call. */
export interface Fault {
  /** the same for what is likely the same fault */
  kind: string;
  detail: string;
}

/** A call as it was drawn: the arguments can be made again and again. */
export interface Call {
  subject: Subject;
  args(): unknown[];
  mutations: readonly Mutation[];
  /** whether the caller writes over its arrays as soon as it has a promise */
  overwrites: boolean;
}

const MOST_MUTATIONS = 3;

export function drawCall(subject: Subject, seed: bigint, number: number): Call {
  const start = (seed << 32n) + BigInt(number);
  const args = () => {
    const draw = new Draw(start);
    return subject.parameters.map((shape) => shape.draw(draw));
  };
  const draw = new Draw(~start & ((1n << 64n) - 1n));
  const count = subject.asDrawn || draw.oneIn(6) ? 0 : draw.oneIn(2) ? 1 : 1 + draw.index(MOST_MUTATIONS);
  const legal = args();
  const mutations = Array.from({ length: count }, () => drawMutation(draw, legal));
  // What a disguise means is known of what is legal: it stands alone where it stands.
  const alone = mutations.filter(
    ({ place }, i) =>
      !mutations.some((other, k) => k !== i && other.last && show(other.place) === show(place) && (k < i || !mutations[i]!.last)),
  );
  return { subject, args, mutations: alone, overwrites: draw.oneIn(2) };
}

/** The arguments of one side: what hides others behind it comes last, the innermost first. */
function argumentsOf({ args, mutations }: Call, side: Side): unknown[] {
  const made = args();
  for (const mutation of mutations) if (!mutation.last) mutation.apply(made, side);
  const disguises = mutations.filter(({ last }) => last).sort((a, b) => b.place.length - a.place.length);
  for (const mutation of disguises) mutation.apply(made, side);
  return made;
}

function judge({ subject, mutations }: Call, meant: readonly unknown[]): Verdict {
  try {
    const each = worst(subject.parameters.map((shape, i) => shape.judge(meant[i])));
    const either: Verdict = mutations.some(({ either }) => either) ? "either" : "accept";
    return each === "refuse" ? each : worst([each, either, subject.also?.(meant) ?? "accept"]);
  } catch {
    // What cannot even be looked at, as a revoked proxy, is not legal.
    return "refuse";
  }
}

/** Longest message, for whatever was handed over. */
const MOST_CHARACTERS = 1_000;

const SECONDS = 60;

function faultOfError(error: unknown, { subject }: Call, verdict: Verdict, meant: readonly unknown[]): Fault | null {
  if (error instanceof CallersError) return null;
  const { name, code, path, message } = error as { name: string; code: unknown; path: unknown; message: string };
  const shown = `${name}: ${String(message).slice(0, 300)}`;
  if (!(error instanceof Error) || !isTyped(error))
    return {
      kind: `untyped ${name}: ${String(message)
        .replace(/\d+|"[^"]*"|'[^']*'/g, "…")
        .slice(0, 60)}`,
      detail: stackOf(error),
    };
  if (typeof code !== "string" || typeof path !== "string") return { kind: "an error without code and path", detail: shown };
  if (message.length > MOST_CHARACTERS) return { kind: "a message without bounds", detail: `${message.length} characters: ${shown}` };
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(message))
    return { kind: "a message with control characters", detail: JSON.stringify(shown) };
  if (verdict === "accept" && !subject.may?.includes(code) && !abortsToo(subject, meant, message))
    return { kind: `refused: ${name}`, detail: shown };
  return null;
}

/** Whether the other implementation says as well that the chain would have aborted, on the same. */
function abortsToo({ expected }: Subject, meant: readonly unknown[], message: string): boolean {
  try {
    expected?.(...meant);
    return false;
  } catch (error) {
    return (error as { code?: unknown }).code === "chain-trap" && (error as Error).message === message;
  }
}

/** The places in the package; ours are of no interest. */
export function stackOf(error: unknown): string {
  const { stack } = Object(error) as { stack?: unknown };
  if (typeof stack !== "string") return shown(error);
  const [message, ...lines] = stack.split(/\n(?=\s+at )/);
  return [message!.slice(0, 300), ...lines.filter((line) => line.includes("/dist/")).slice(0, 4)]
    .join("\n")
    .replaceAll(/file:\/\/\S*\/dist\//g, "dist/");
}

/** One of ours, by any entry: the browser's build has classes of its own. */
function isTyped(error: Error): boolean {
  for (let at: unknown = error; at !== null; at = Object.getPrototypeOf(at)) {
    const own = Object.getOwnPropertyDescriptor(at as object, "constructor");
    if (own !== undefined && TYPED.has(own.value as object)) return true;
  }
  return false;
}

/** The YumaError of every entry. */
export const TYPED = new Set<object>();

/** Writes over every array that the arguments hold. */
function overwrite(args: unknown): void {
  const seen = new Set<unknown>();
  for (const left = [args]; left.length > 0; ) {
    const value = left.pop();
    if (typeof value !== "object" || value === null || isProxy(value) || OPAQUE.has(value) || seen.has(value)) continue;
    seen.add(value);
    if (isTypedArray(value)) {
      // A detached one has none left, and takes no filling.
      if (value.length > 0) (value as Uint16Array).fill((typeof value[0] === "bigint" ? 99n : 99) as number);
    } else if (!(Array.isArray(value) && value.length > MOST_ELEMENTS)) {
      for (const property of Object.values(Object.getOwnPropertyDescriptors(value))) left.push(property.value as unknown);
    }
  }
}

const MOST_ELEMENTS = 10_000;

async function inTime<T>(promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${SECONDS} s`)), SECONDS * 1_000);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** What is wrong with the call, null where all is right. */
export async function faultOf(call: Call): Promise<Fault | null> {
  const { subject, mutations, overwrites } = call;
  const meant = argumentsOf(call, "meant");
  const given = argumentsOf(call, "given");
  const verdict = judge(call, meant);
  if (verdict !== "refuse" && subject.long?.(meant) === true) return null;
  let result: unknown;
  try {
    result = subject.call(...given);
    const deferred = result instanceof Promise;
    if (deferred && overwrites && !subject.shares) overwrite(given);
    if (deferred) result = await inTime(result as Promise<unknown>);
  } catch (error) {
    return faultOfError(error, call, verdict, meant);
  }
  if (verdict === "refuse") return { kind: "accepted", detail: shown(result) };
  const wrong = faultOfResult(call, result, meant);
  if (wrong !== null) return wrong;
  if (mutations.length === 0 && !overwrites && !isDeepStrictEqual(given, meant)) return { kind: "changes its arguments", detail: "" };
  if (subject.shares) return null;
  overwrite(given);
  const after = faultOfResult(call, result, argumentsOf(call, "meant"));
  return after === null ? null : { ...after, kind: `${after.kind}, once the caller wrote over its arrays` };
}

function faultOfResult({ subject }: Call, result: unknown, meant: readonly unknown[]): Fault | null {
  let expected: unknown;
  try {
    if (subject.right !== undefined) return subject.right(result, meant) ? null : { kind: "a wrong result", detail: shown(result) };
    if (subject.expected === undefined) return null;
    expected = subject.expected(...meant);
  } catch (error) {
    return { kind: `taken, where ${(error as Error).name} was expected`, detail: stackOf(error) };
  }
  if (isSame(result, expected)) return null;
  return { kind: "a wrong result", detail: `${firstDifference(result, expected)}` };
}

/** What cannot be looked at has been handed on unread. */
function isSame(a: unknown, b: unknown): boolean {
  try {
    return isDeepStrictEqual(a, b);
  } catch {
    return true;
  }
}

function firstDifference(a: unknown, b: unknown, path = ""): string {
  if (typeof a === "object" && typeof b === "object" && a !== null && b !== null && Object.getPrototypeOf(a) === Object.getPrototypeOf(b)) {
    const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
    for (const key of keys) {
      const [x, y] = [(a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]];
      if (!isSame(x, y)) return firstDifference(x, y, `${path}.${key}`);
    }
  }
  return `${path}: ${shown(a)} instead of ${shown(b)}`;
}

function shown(value: unknown): string {
  try {
    return (
      JSON.stringify(value, (_, item: unknown) =>
        typeof item === "bigint" ? `${item}n` : typeof item === "function" ? "a function" : item,
      ) ?? String(value)
    ).slice(0, 300);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

/** The same call with as few mutations as still show the fault. */
export async function shrink(call: Call, fault: Fault): Promise<Call> {
  let least = call;
  for (const mutation of call.mutations) {
    const fewer = { ...least, mutations: least.mutations.filter((other) => other !== mutation) };
    if ((await faultOf(fewer))?.kind === fault.kind) least = fewer;
  }
  return least;
}

export function describe({ subject, mutations, args }: Call): string {
  const what = mutations.length === 0 ? "legal arguments" : mutations.map(({ text }) => `arguments${text}`).join("; ");
  return `${subject.name} with ${what}${mutations.length === 0 ? ` ${shown(args())}` : ""}`;
}
