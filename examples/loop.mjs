/**
 * A node's own loop: run the epoch that is due, store what the chain stores, go on to the next. `node examples/loop.mjs
 * [STATE.json] [EPOCHS]`, after `npm run build`; without a state the bundled network.
 */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { YumaError, advance, fromJson, loadYumaSync } from "yuma-consensus";

const [file, epochs = "5"] = process.argv.slice(2);
const command = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const text = file === undefined ? execFileSync(process.execPath, [command, "demo", "--state"]) : readFileSync(file);

// One engine for the life of the process: it keeps its memory. For each thread one.
const yuma = loadYumaSync();

try {
  let state = fromJson(text);
  for (let epoch = 0; epoch < Number(epochs); epoch++) {
    // Between epochs weights are set, stakes move, uids register: the state's arrays are yours to replace.
    const result = yuma.epoch(state, { digest: true });
    // Two nodes with the same digest have the same result, to the last bit.
    console.log(`block ${state.currentBlock} ${result.digest}`);
    // Bonds, permits and consensus as stored, and the next block by the rule set's own schedule.
    state = advance(state, result);
  }
} catch (error) {
  // Nothing is half done: a state that is refused, or that the chain would have aborted on, has changed nothing.
  if (!(error instanceof YumaError)) throw error;
  console.error(`${error.code}: ${error.message}`);
  process.exitCode = 2;
}
