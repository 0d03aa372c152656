/** Times the whole retention map, as `yuma retention --csv` makes it; bench/README.md says what is in it. */
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { loadYumaSync } from "../bindings/index.js";
import { retentionMap, retentionMapSize } from "../bindings/simulate/retention/index.js";
import { table } from "./markdown.js";
import { median } from "./median.js";

const FOLDER = "bench/results";
const VALIDATORS = 64;
const SERVERS = 448;

const { rounds } = parseArgs({ options: { rounds: { type: "string", default: "3" } } }).values;
const yuma = loadYumaSync();
const networks = retentionMapSize();

/** Wall-clock time, and the processor time of this process: on a busy machine the second is the one to read. Both in s. */
function timeMap(): { wall: number; processor: number } {
  const start = performance.now();
  const used = process.cpuUsage();
  for (const _ of retentionMap(yuma)) {
    // What a run costs is all that is asked.
  }
  const { user, system } = process.cpuUsage(used);
  return { wall: (performance.now() - start) / 1e3, processor: (user + system) / 1e6 };
}

const samples = Array.from({ length: Number(rounds) }, timeMap);
const medianOf = (part: "wall" | "processor") => median(samples.map((sample) => sample[part]));
const perWeight = (medianOf("processor") * 1e9) / (networks * VALIDATORS * SERVERS);
const cells = [networks, medianOf("wall").toFixed(1), medianOf("processor").toFixed(1), perWeight.toFixed(1), samples.length];
mkdirSync(FOLDER, { recursive: true });
writeFileSync(
  `${FOLDER}/retention.json`,
  `${JSON.stringify({ node: process.version, processor: cpus()[0]?.model ?? "unknown", backend: yuma.backend, networks, samples }, null, 2)}\n`,
);
console.log(table(0, ["networks", "s", "s of processor time", "ns per weight", "rounds"], [cells]));
