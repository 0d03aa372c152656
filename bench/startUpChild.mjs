/** One start of the built package in a process of its own: `startUpChild.mjs LOADER STATE_FILE`, times in ns as JSON. */
import { readFileSync } from "node:fs";
import { deserialize } from "node:v8";

const [loader, path] = process.argv.slice(2);
const state = deserialize(readFileSync(path));

const start = process.hrtime.bigint();
const entry = await import("../dist/index.js");
const imported = process.hrtime.bigint();
const yuma = await entry[loader]();
const loaded = process.hrtime.bigint();
const result = yuma.epoch(state);
const end = process.hrtime.bigint();

const times = { import: imported - start, load: loaded - imported, epoch: end - loaded, total: end - start };
const numbers = Object.fromEntries(Object.entries(times).map(([part, ns]) => [part, Number(ns)]));
console.log(JSON.stringify({ times: numbers, digest: entry.epochDigest(result) }));
