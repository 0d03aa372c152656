/** The first place at which two JSON values differ. */
export interface Difference {
  /** output field, or part of the trace: "trace consensus" */
  stage: string;
  /** position inside it: "[3][17][1]" */
  position: string;
  expected: string;
  got: string;
}

/** Parts of a trace in the order in which an epoch makes them, so that the earliest wrong stage is named. */
const FLOW = [
  "winner",
  "stake",
  "activeStake",
  "weightsNormalized",
  "consensus",
  "clippedWeights",
  "validatorTrust",
  "ranksBeforeNormalize",
  "incentiveShares",
  "dividendShares",
  "incentive",
  "weightsForBonds",
  "liquidAlphaConsensus",
  "dividends",
  "emaBonds",
];

function inFlowOrder(names: string[]): string[] {
  const rank = (name: string) => (FLOW.includes(name) ? FLOW.indexOf(name) : FLOW.length);
  return names.sort((a, b) => rank(a) - rank(b));
}

interface Found {
  path: string[];
  expected: unknown;
  got: unknown;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function firstDifference(expected: unknown, got: unknown, path: string[]): Found | null {
  if (Object.is(expected, got)) return null;
  const comparable = isObject(expected) && isObject(got) && Array.isArray(expected) === Array.isArray(got);
  if (!comparable) return { path, expected, got };
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(got)])];
  for (const key of Array.isArray(expected) ? keys : inFlowOrder(keys)) {
    const found = firstDifference(expected[key], got[key], [...path, key]);
    if (found !== null) return found;
  }
  return null;
}

function show(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}

function isIndex(key: string): boolean {
  return /^\d+$/.test(key);
}

interface Compared {
  out: unknown;
  trace?: unknown;
}

/** Compares exactly, every field and no field more; the trace first where one is expected. */
export function difference(expected: Compared, got: Compared): Difference | null {
  const inTrace = expected.trace === undefined ? null : firstDifference(expected.trace, got.trace, ["trace"]);
  const found = inTrace ?? firstDifference(expected.out, got.out, []);
  if (found === null) return null;
  return {
    stage: found.path.filter((key) => !isIndex(key)).join(" "),
    position: found.path
      .filter(isIndex)
      .map((key) => `[${key}]`)
      .join(""),
    expected: show(found.expected),
    got: show(found.got),
  };
}

/** "stage position: expected, got", as it is printed. */
export function describeDifference({ stage, position, expected, got }: Difference): string {
  return `${`${stage} ${position}`.trim()}: expected ${expected}, got ${got}`;
}
