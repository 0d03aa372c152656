/** Writes hostile lines to standard output: `node run.mjs test/hosts/states.ts [COUNT [SEED]]`. `yuma eval` answers them. */
import { hostileLine } from "./lines.js";

const [count = "2000", seed = "475"] = process.argv.slice(2);
for (let number = 0; number < Number(count); number++) process.stdout.write(`${hostileLine(BigInt(seed), number)}\n`);
