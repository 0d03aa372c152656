/** Times the epoch on every backend against programs in C, for each shape and mode; bench/README.md says what is compared. */
import { parseArgs } from "node:util";
import type { SubnetState } from "../bindings/types.js";
import { START_UP_CASE, caseOf, type Case, type PlannedCase } from "./cases.js";
import { CHOICE, chosenModes, chosenShapes } from "./choice.js";
import { generalContender, referenceContender, wasmContender, type Contender } from "./contender.js";
import { caseDeadline } from "./deadline.js";
import { markdown } from "./markdown.js";
import { measure, type Effort } from "./measure.js";
import { buildPrograms, nativeContender, writeCase, type CaseFiles, type Program, type Programs } from "./native.js";
import { recordedDigest } from "./recorded.js";
import { newReport, type CaseReport } from "./report.js";
import { writeResults } from "./results.js";
import { packageSizes } from "./sizes.js";
import { profiledCases, stageTimes } from "./stageTimes.js";
import { startUp } from "./startUp.js";

/** Shapes on which the specification, which takes a second an epoch, has its turn. */
const REFERENCE_SHAPES = ["subnet 2", "64 x 256"];

/** The port lays out a score for every uid and voter, and under liquid alpha an alpha for every two uids: it spends seconds from here on. */
const MAXIMUM_CELLS = { short: 256 * 4096, full: 4096 * 4096 };

const LEFT_TO_FULL = "`native` under liquid alpha takes seconds an epoch from 4096 uids on and is left to `npm run bench -- --full`.";

/** From here on the general path takes seconds and gigabytes. */
const GENERAL_MAXIMUM_WEIGHTS = 256 * 4096;

/** ms for which a case is profiled, beside the times that count */
const PROFILE_TIME = 1_500;

/** ms; the least rounds of a slow case go beyond its share, and in the end beyond the limit. */
const SHORT = { limit: 200_000, mostPerCase: 4_000, warmUp: 60, minimumRounds: 3, maximumRounds: 15 };
const FULL = { limit: 1_500_000, mostPerCase: 30_000, warmUp: 500, minimumRounds: 3, maximumRounds: 51 };

function wasmContenders({ weights, shape }: Case, state: SubnetState): Contender[] {
  return [
    wasmContender("wasm", state),
    wasmContender("wasm-scalar", state),
    ...(weights <= GENERAL_MAXIMUM_WEIGHTS ? [generalContender(state)] : []),
    ...(REFERENCE_SHAPES.includes(shape) ? [referenceContender(state)] : []),
  ];
}

function nativeContenders(item: Case, files: CaseFiles, programs: Programs, most: number): Contender[] {
  const { uids, rows, kind, mode } = item;
  const start = (name: string, program: Program, args: readonly string[], takes = true): Contender[] =>
    takes && program.skipped === "" ? [nativeContender(name, program, args)] : [];
  const cells = uids * rows <= most;
  return [
    ...start("native", programs.native, [files.state], cells && takesAllAlphas(item, most)),
    ...start("native-O3", programs.nativeO3, [files.state], cells && takesAllAlphas(item, most)),
    ...start("native-needed", programs.native, [files.state, "--needed"], cells && mode === "liquid"),
    ...start("limit", programs.limit, [files.state], kind === "dense" && mode === "yuma3"),
    ...start("wasm2c", programs.wasm2c, [files.message]),
  ];
}

function takesAllAlphas({ mode, uids }: Case, most: number): boolean {
  return mode !== "liquid" || uids * uids <= most;
}

async function runCase(planned: PlannedCase, full: boolean, profiled: boolean, programs: Programs, effort: Effort): Promise<CaseReport> {
  const state = planned.shape.make(planned.mode);
  const item = caseOf(planned, state);
  const most = full ? MAXIMUM_CELLS.full : MAXIMUM_CELLS.short;
  const files = writeCase(state, planned.mode);
  const contenders = [...wasmContenders(item, state), ...nativeContenders(item, files, programs, most)];
  const notes = item.uids * item.rows > most || takesAllAlphas(item, most) ? [] : [LEFT_TO_FULL];
  try {
    const measurements = await measure(contenders, recordedDigest(planned, state), effort);
    return { case: item, measurements, stages: profiled ? await stageTimes(contenders[0]!, PROFILE_TIME) : null, notes };
  } finally {
    for (const contender of contenders) contender.close();
    files.remove();
  }
}

const { values } = parseArgs({ options: CHOICE });
const modes = chosenModes(values);
const chosen = chosenShapes(values, ({ size }) => values.full || size !== "huge").flatMap((shape) =>
  modes.map((mode): PlannedCase => ({ shape, mode })),
);
const profiled = profiledCases(chosen);
const { limit, mostPerCase, ...form } = values.full ? FULL : SHORT;
const programs = buildPrograms();
for (const { name, skipped } of Object.values(programs)) if (skipped !== "") console.error(`SKIPPED: ${name}: ${skipped}`);

console.error("start-up ...");
const report = newReport({
  command: ["npm run bench", ...(process.argv.length > 2 ? ["--", ...process.argv.slice(2)] : [])].join(" "),
  programs: Object.values(programs),
  plannedCases: chosen.length,
  sizes: packageSizes("dist"),
  startUp: startUp(START_UP_CASE),
});
writeResults(report);
const end = performance.now() + limit;
for (const [i, planned] of chosen.entries()) {
  console.error(`${planned.shape.name} ${planned.mode} ...`);
  const until = caseDeadline(performance.now(), end, chosen.length - i, mostPerCase);
  report.cases.push(await runCase(planned, values.full, profiled.includes(planned), programs, { ...form, until }));
  writeResults(report);
}
console.log(markdown(report));
