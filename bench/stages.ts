/** The stages of an epoch on the fast path, and what bounds each of them on a dense state. */
export const BOUNDS = {
  boundary: "memory traffic of checks and copies",
  "stake and masks": "64-bit and wider integers, uid by uid",
  weights: "f64 and 32-bit lanes, and stores far apart",
  consensus: "32-bit lanes, compared and summed",
  "liquid alpha": "f64",
  "clipping and bonds": "32-bit lanes and f64, multiplied",
  dividends: "memory traffic of the shares",
  output: "memory traffic, stores far apart",
  emission: "wide integers, uid by uid",
  other: "-",
} as const;

export type Stage = keyof typeof BOUNDS;
export const STAGES = Object.keys(BOUNDS) as Stage[];

/** The first that a function's name matches. What the compiler has inlined bears the name of its caller. */
const FUNCTIONS: readonly (readonly [RegExp, Stage])[] = [
  [/^assembly\/(stake|masks|epoch)\//, "stake and masks"],
  [/^assembly\/panels\/(rows|(full|sparse)\/(gather|places))\//, "weights"],
  [/^assembly\/panels\/setting\//, "weights"],
  [/^assembly\/panels\/consensus\//, "consensus"],
  [/^assembly\/panels\/(sigmoid|exponential)\//, "liquid alpha"],
  [/^assembly\/panels\/(bonds|quotient|division)\//, "clipping and bonds"],
  // Inlined here: clipping, the averages of Yuma3, a full panel's bonds on their way in, a sparse one's on their way out.
  [/^assembly\/panels\/epoch\/run(Full|Sparse)/, "clipping and bonds"],
  [/^assembly\/panels\/dividends\//, "dividends"],
  [/^assembly\/panels\/(output|(full|sparse)\/scatter)\//, "output"],
  [/^assembly\/emission\//, "emission"],
  [/^assembly\/(?!fixed\/)/, "other"],
];

/** What a profiler reports beside all functions. */
const BESIDE = new Map<string, Stage>([
  ["(garbage collector)", "boundary"],
  ["(program)", "other"],
]);

/** As V8's profiler gives them, the root of the calls first. */
export interface ProfileNode {
  id: number;
  callFrame: { functionName: string };
  hitCount?: number;
  children?: number[];
}

export type Samples = Record<Stage, number>;

/**
 * The samples of each stage in calls of the JavaScript function `entry`: arithmetic counts as its caller, JavaScript as
 * the boundary. `names` are those of the WebAssembly functions by their index; null where none of them occurs.
 */
export function samplesByStage(nodes: readonly ProfileNode[], names: readonly string[], entry: string): Samples | null {
  const samples = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Samples;
  const byId = new Map(nodes.map((node) => [node.id, node]));
  let named = false;
  const count = ({ callFrame: { functionName }, hitCount = 0, children = [] }: ProfileNode, callers: Stage | null): void => {
    const index = /^wasm-function\[(\d+)\]$/.exec(functionName)?.[1];
    const name = index === undefined ? undefined : names[Number(index)];
    named ||= name !== undefined;
    const stage = name === undefined ? (callers ?? outside(functionName, entry)) : (inside(name) ?? callers);
    if (stage !== null) samples[stage] += hitCount;
    for (const child of children) count(byId.get(child)!, stage);
  };
  count(nodes[0]!, null);
  return named ? samples : null;
}

function inside(name: string): Stage | null {
  return FUNCTIONS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

function outside(functionName: string, entry: string): Stage | null {
  return functionName === entry ? "boundary" : (BESIDE.get(functionName) ?? null);
}

export function sampleCount(samples: Samples): number {
  return Object.values(samples).reduce((sum, count) => sum + count, 0);
}
