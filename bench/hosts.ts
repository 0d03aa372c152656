/**
 * The hosts beside each other on one state in one run: V8 with and without SIMD here, and those of hosts/ whose toolchains
 * are here, each in turns. Prints a table of ratios to V8 with SIMD. bench/README.md
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fromJson, loadYumaSync, type WasmBackend } from "../bindings/index.js";
import { median } from "./median.js";
import { HOSTS, folderOf, missing, runAll, type Host } from "../test/hosts/hosts.js";

const ROUNDS = 5;
const SECONDS_EACH = 3;
const STATE = "hosts/rust/modules/state.json";

interface Contender {
  readonly name: string;
  /** median ns of an epoch in one turn */
  run(): number;
}

function v8(backend: WasmBackend): Contender {
  const yuma = loadYumaSync({ backend });
  const state = fromJson(readFileSync(STATE, "utf8"));
  return {
    name: `V8, ${backend}`,
    run() {
      const times: number[] = [];
      for (const end = performance.now() + 1_000 * SECONDS_EACH; performance.now() < end; ) {
        const start = process.hrtime.bigint();
        yuma.epoch(state);
        times.push(Number(process.hrtime.bigint() - start));
      }
      return median(times);
    },
  };
}

function contender(host: Host): Contender {
  const [command, ...args] = host.bench;
  return {
    name: host.name,
    run() {
      const { stdout, stderr, status } = spawnSync(command!, [...args, `${process.cwd()}/${STATE}`, String(SECONDS_EACH)], {
        cwd: folderOf(host),
        encoding: "utf8",
      });
      if (status !== 0) throw new Error(`${host.name}: status ${status}\n${stderr}`);
      return (JSON.parse(stdout) as { nsPerEpoch: number }).nsPerEpoch;
    },
  };
}

const here = HOSTS.filter((host) => {
  const why = missing(host);
  if (why !== null) console.error(`LEFT OUT: ${host.name}: ${why}`);
  return why === null;
});
for (const host of here) {
  const fault = runAll(host, host.build);
  if (fault !== "") throw new Error(`${host.name}: ${fault}`);
}

const contenders = [v8("wasm"), v8("wasm-scalar"), ...here.map(contender)];
const turns = contenders.map((): number[] => []);
for (let round = 0; round < ROUNDS; round++) contenders.forEach((one, i) => turns[i]!.push(one.run()));

console.log(
  `The bundled network (256 uids, 21 validators, 8,372 weights), ${ROUNDS} turns of ${SECONDS_EACH} s each, median; times of V8 with SIMD.\n`,
);
console.log("| host | times | us an epoch |\n|---|---:|---:|");
const [first] = turns;
for (const [i, { name }] of contenders.entries()) {
  const ratio = median(turns[i]!.map((ns, round) => ns / first![round]!));
  console.log(`| ${name} | ${ratio.toFixed(2)} | ${(median(turns[i]!) / 1_000).toFixed(0)} |`);
}
