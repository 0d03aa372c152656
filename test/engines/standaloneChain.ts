/** Epochs from a node as a program of its own, for Node, Bun and Deno: `standaloneChain.mjs TASK`, what was found as JSON. */
import process from "node:process";
import { readAndReplay } from "./readAndReplay.js";

export interface StandaloneChainTask {
  endpoint: string;
  netuid: number;
}

const { endpoint, netuid } = JSON.parse(process.argv[2]!) as StandaloneChainTask;
const entries = { core: await import("yuma-consensus"), chain: await import("yuma-consensus/chain") };
console.log(JSON.stringify(await readAndReplay(entries, endpoint, netuid)));
