/** The first place at which two JSON values differ. */
export interface Difference {
  /** output field or part of the trace, in the order of the flow */
  stage: string;
  /** position inside it: "[3][17][1]" */
  position: string;
  expected: string;
  got: string;
}

/** Parts of a trace in the order in which an epoch makes them, so that the earliest wrong stage is named. */
const STAGES = [
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
  const rank = (name: string) => (STAGES.includes(name) ? STAGES.indexOf(name) : STAGES.length);
  return names.sort((a, b) => rank(a) - rank(b));
}

type Found = { position: string; expected: unknown; got: unknown };

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function firstDifference(expected: unknown, got: unknown, position: string): Found | null {
  if (Object.is(expected, got)) return null;
  if (!isObject(expected) || !isObject(got) || Array.isArray(expected) !== Array.isArray(got)) return { position, expected, got };
  const isArray = Array.isArray(expected);
  const keys = new Set([...Object.keys(expected), ...Object.keys(got)]);
  for (const key of isArray ? keys : inFlowOrder([...keys])) {
    const at = isArray ? `${position}[${key}]` : `${position}.${key}`;
    const found = firstDifference(expected[key], got[key], at);
    if (found !== null) return found;
  }
  return null;
}

function show(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}

/** Compares exactly; the trace first where one is expected. */
export function difference(expected: { out: unknown; trace?: unknown }, got: { out: unknown; trace?: unknown }): Difference | null {
  const parts: [string, unknown, unknown][] = [["", expected.out, got.out]];
  if (expected.trace !== undefined) parts.unshift(["trace", expected.trace, got.trace]);
  for (const [prefix, wanted, given] of parts) {
    const found = firstDifference(wanted, given, prefix);
    if (found === null) continue;
    const [, stage, position] = /^(?:trace)?((?:\[\d+\])?\.?[^[]*)(.*)$/.exec(found.position)!;
    return { stage: `${prefix}${stage!}`.replace(/^\./, ""), position: position!, expected: show(found.expected), got: show(found.got) };
  }
  return null;
}
