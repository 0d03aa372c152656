/** Times the epoch on every backend against a plain port of the chain's code; bench/README.md says what is compared. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { cases, stateOf, type Case } from "./cases.js";
import { packageContender, type Contender } from "./contender.js";
import { measure, type Effort } from "./measure.js";
import { buildNative, nativeContender } from "./native.js";
import { json, markdown, newReport, type CaseReport } from "./report.js";

const RESULTS = "bench/results";
const RECIPE = "test/vectors/epoch/large.json";

/** From here on the specification takes seconds to minutes. */
const REFERENCE_MAXIMUM_WEIGHTS = 64 * 256;

/** From here on native spends seconds on alphas that nothing reads. */
const SHORT_MAXIMUM_ALPHAS = 1024 * 1024;

const SHORT: Effort = { warmUp: 300, budget: 4_000, minimumRounds: 5, maximumRounds: 15 };
const FULL: Effort = { warmUp: 1_000, budget: 20_000, minimumRounds: 5, maximumRounds: 51 };

interface RecordedCase {
  n: number;
  validators: number;
  seed: string;
  bondsPenalty: number;
  yuma3: boolean;
  liquidAlpha: boolean;
  outputSha256: string;
}

const recorded = (JSON.parse(readFileSync(RECIPE, "utf8")) as { cases: RecordedCase[] }).cases;

/** The digest that the chain's own code gave, where it was recorded for this state. */
function recordedDigest({ n, validators, seed, bondsPenalty, mode }: Case): string | undefined {
  return recorded.find(
    (other) =>
      other.n === n &&
      other.validators === validators &&
      other.seed === String(seed) &&
      other.bondsPenalty === bondsPenalty &&
      other.yuma3 === (mode !== "yuma2") &&
      other.liquidAlpha === (mode === "liquid"),
  )?.outputSha256;
}

async function runCase(item: Case, full: boolean, hasNative: boolean): Promise<CaseReport> {
  const state = stateOf(item);
  const contenders: Contender[] = [packageContender("wasm", state), packageContender("wasm-scalar", state)];
  const notes: string[] = [];
  if (state.weights.uids.length <= REFERENCE_MAXIMUM_WEIGHTS && item.n <= 256) contenders.push(packageContender("reference", state));
  const allAlphas = item.mode !== "liquid" || full || item.n * item.n <= SHORT_MAXIMUM_ALPHAS;
  if (hasNative && allAlphas) contenders.push(nativeContender(item, false));
  if (hasNative && item.mode === "liquid") contenders.push(nativeContender(item, true));
  if (hasNative && !allAlphas) notes.push("`native` under liquid alpha at 4096 uids takes seconds an epoch and is left to `npm run bench -- --full`.");
  try {
    const measurements = await measure(contenders, recordedDigest(item), full ? FULL : SHORT);
    return { case: item, measurements, notes };
  } finally {
    for (const contender of contenders) contender.close();
  }
}

const { full, only } = parseArgs({ options: { full: { type: "boolean", default: false }, only: { type: "string", default: "" } } }).values;
const chosen = cases(full).filter(({ size, mode }) => `${size} ${mode}`.includes(only));
if (chosen.length === 0) throw new Error(`no state and mode contain "${only}"`);
const compiler = buildNative();
if (compiler === null) console.error("NO C COMPILER: nothing to compare with, only times of this package's own backends follow.");

const report = newReport(compiler);
for (const item of chosen) {
  console.error(`${item.size} ${item.mode} ...`);
  report.cases.push(await runCase(item, full, compiler !== null));
}

mkdirSync(RESULTS, { recursive: true });
writeFileSync(`${RESULTS}/epoch.md`, markdown(report));
writeFileSync(`${RESULTS}/epoch.json`, json(report));
console.log(markdown(report));
