/** A program of its own: from each line of JSON the states, and a line of what became of them. */
import process from "node:process";
import { createInterface } from "node:readline";
import type { FuzzStates } from "../gpu.js";
import { compare } from "./ofPackage.js";

for await (const line of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify(await compare(JSON.parse(line) as FuzzStates)));
}
