/** Times the epoch on every backend against a plain port of the chain's code; bench/README.md says what is compared. */
import { parseArgs } from "node:util";
import { START_UP_CASE, cases, stateOf, type Case } from "./cases.js";
import { referenceContender, wasmContender, type Contender } from "./contender.js";
import { caseDeadline } from "./deadline.js";
import { markdown } from "./markdown.js";
import { measure, type Effort } from "./measure.js";
import { buildNative, nativeContender } from "./native.js";
import { recordedDigest } from "./recorded.js";
import { newReport, type CaseReport } from "./report.js";
import { writeResults } from "./results.js";
import { packageSizes } from "./sizes.js";
import { profiledCases, stageTimes } from "./stageTimes.js";
import { startUp } from "./startUp.js";

/** From here on the specification takes seconds to minutes. */
const REFERENCE_MAXIMUM_WEIGHTS = 64 * 256;

/** From here on native spends seconds on alphas that nothing reads. */
const SHORT_MAXIMUM_ALPHAS = 1024 * 1024;

/** ms for which a case is profiled, beside the times that count */
const PROFILE_TIME = 1_500;

/** ms; the least rounds of a slow case go beyond its share, and in the end beyond the limit. */
const SHORT = { limit: 100_000, mostPerCase: 6_000, warmUp: 200, minimumRounds: 3, maximumRounds: 15 };
const FULL = { limit: 1_500_000, mostPerCase: 30_000, warmUp: 500, minimumRounds: 3, maximumRounds: 51 };

async function runCase(item: Case, full: boolean, profiled: boolean, hasNative: boolean, effort: Effort): Promise<CaseReport> {
  const state = stateOf(item);
  const wasm = wasmContender("wasm", state);
  const contenders: Contender[] = [wasm, wasmContender("wasm-scalar", state)];
  const notes: string[] = [];
  if (state.weights.uids.length <= REFERENCE_MAXIMUM_WEIGHTS && item.n <= 256) contenders.push(referenceContender(state));
  const allAlphas = item.mode !== "liquid" || full || item.n * item.n <= SHORT_MAXIMUM_ALPHAS;
  if (hasNative && allAlphas) contenders.push(nativeContender(item, false));
  if (hasNative && item.mode === "liquid") contenders.push(nativeContender(item, true));
  if (hasNative && !allAlphas)
    notes.push("`native` under liquid alpha at 4096 uids takes seconds an epoch and is left to `npm run bench -- --full`.");
  try {
    const measurements = await measure(contenders, recordedDigest(item), effort);
    return { case: item, measurements, stages: profiled ? await stageTimes(wasm, PROFILE_TIME) : null, notes };
  } finally {
    for (const contender of contenders) contender.close();
  }
}

const { full, only } = parseArgs({ options: { full: { type: "boolean", default: false }, only: { type: "string", default: "" } } }).values;
const chosen = cases(full).filter(({ size, mode }) => `${size} ${mode}`.includes(only));
if (chosen.length === 0) throw new Error(`no state and mode contain "${only}"`);
const profiled = profiledCases(chosen);
const { limit, mostPerCase, ...form } = full ? FULL : SHORT;
const end = performance.now() + limit;
const compiler = buildNative();
if (compiler === null) console.error("NO C COMPILER: nothing to compare with, only times of this package's own backends follow.");

console.error("start-up ...");
const report = newReport({ compiler, plannedCases: chosen.length, sizes: packageSizes("dist"), startUp: startUp(START_UP_CASE) });
writeResults(report);
for (const [i, item] of chosen.entries()) {
  console.error(`${item.size} ${item.mode} ...`);
  const until = caseDeadline(performance.now(), end, chosen.length - i, mostPerCase);
  report.cases.push(await runCase(item, full, profiled.includes(item), compiler !== null, { ...form, until }));
  writeResults(report);
}
console.log(markdown(report));
