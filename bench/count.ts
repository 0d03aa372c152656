/** Counts the instructions of an epoch by callgrind, for each shape and mode; bench/README.md says what is counted. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { CHOICE, chosenModes, chosenShapes } from "./choice.js";
import { hasCallgrind, runCounted } from "./count/callgrind.js";
import { countChild, type CountOrder, type CountedWeights } from "./count/child.js";
import { COUNT_FILE, countsOf, functionsOf, type CountReport } from "./count/counts.js";
import { countTable, functionTable } from "./count/markdown.js";
import type { Shape } from "./shapes.js";
import { functionNames } from "./stageTimes.js";

const FOLDER = "bench/results";
const MODULE = "build/yuma.wasm";
/** The same kernels with a switch that keeps them to the general path. */
const STAGES = "build/stages.wasm";

/** What the parent tells the run under callgrind. */
const CHILD = "--child";

if (process.argv[2] === CHILD) countChild(JSON.parse(process.argv[3]!) as CountOrder, process.argv[4]!);
else await count();

async function count(): Promise<void> {
  const { values } = parseArgs({
    options: {
      ...CHOICE,
      count: { type: "boolean", default: true },
      module: { type: "string", multiple: true, default: [MODULE] },
      functions: { type: "boolean", default: false },
    },
  });
  if (!hasCallgrind()) {
    console.error("NOT COUNTED: there is no valgrind here, and instructions are counted by its callgrind (apt-get install valgrind).");
    process.exit(1);
  }
  const shapes = chosenShapes(values, ({ size }) => size === "small" || (values.full && size === "large"));
  const modes = chosenModes(values);
  const withGeneral = ({ kind }: Shape) => kind === "hostile" && existsSync(STAGES);
  const cases = shapes.flatMap((shape) => modes.map((mode) => ({ shape: shape.name, mode, general: withGeneral(shape) })));
  const order: CountOrder = { modules: values.module, general: shapes.some(withGeneral) ? STAGES : null, cases };
  const script = fileURLToPath(import.meta.url);
  const counted = await runCounted<CountedWeights>(script, [CHILD, JSON.stringify(order)], values.functions);
  const counts = countsOf(order, counted.result, counted.parts);
  const text = [
    `Instructions for each stored weight, by callgrind: Node ${process.version}, code of V8's optimising compiler.`,
    countTable(order.modules, counts),
    ...(values.functions
      ? values.module.flatMap((module, i) => functionTable(module, namesOf(module), functionsOf(order, i, counted), cases))
      : []),
  ].join("\n\n");
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(`${FOLDER}/count.md`, `${text}\n`);
  const report: CountReport = { node: process.version, modules: order.modules, counts };
  writeFileSync(COUNT_FILE, `${JSON.stringify(report, null, 2)}\n`);
  console.log(text);
}

/** Of a module's functions by their index, where the module lies there as text as well. */
function namesOf(module: string): string[] {
  const text = module.replace(/\.wasm$/, ".wat");
  return existsSync(text) ? functionNames(readFileSync(text, "utf8")) : [];
}
