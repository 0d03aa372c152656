import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";

export interface Size {
  what: string;
  bytes: number;
  gzipBytes: number;
}

const STATIC_IMPORT = /^(?:import|export)\b[^"'();]*["'](\.[^"']+)["'];?$/gm;

/** A built module and all that it imports statically, itself first. */
export function modulesOf(entry: string): string[] {
  const found = new Set([entry]);
  for (const path of found) {
    for (const [, target] of readFileSync(path, "utf8").matchAll(STATIC_IMPORT)) found.add(join(dirname(path), target!));
  }
  return [...found];
}

function sizeOf(what: string, paths: readonly string[]): Size {
  const files = paths.map((path) => readFileSync(path));
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
  return { what, bytes: sum(files.map((bytes) => bytes.length)), gzipBytes: sum(files.map((bytes) => gzipSync(bytes).length)) };
}

/** What is built, file by file packed on its own. */
export function packageSizes(folder: string): Size[] {
  return [
    ...["yuma.wasm", "yuma-scalar.wasm"].map((name) => sizeOf(name, [`${folder}/${name}`])),
    sizeOf("index.js and what it imports (both modules inlined)", modulesOf(`${folder}/index.js`)),
    sizeOf("browser/yuma.js (the SIMD module inlined)", [`${folder}/browser/yuma.js`]),
  ];
}
