/** The recorded vectors of whole epochs that the shaders' register covers, all or in part. */
import { readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { EpochVector } from "./vectors.js";

const FOLDER = "test/vectors";

/** Their files below test/vectors. */
export function epochFiles(): string[] {
  const epoch = readdirSync(`${FOLDER}/epoch`).filter((name) => name.endsWith(".jsonl.gz"));
  return [...epoch.map((name) => `epoch/${name}`), "newer-rules/epoch-liquid-mode.jsonl.gz", "history/epoch-397.jsonl.gz"];
}

export function readVectors(file: string): EpochVector[] {
  const text = gunzipSync(readFileSync(`${FOLDER}/${file}`)).toString("utf8");
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as EpochVector);
}
