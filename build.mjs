/** Builds the WebAssembly modules into build/ and the package into dist/. */
import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import asc from "assemblyscript/asc";
import { build } from "esbuild";
import { wgslPlugin } from "./shaders/compose.mjs";
import { buildSite } from "./site/build.mjs";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));

/**
 * `text`: also as text, which has the functions' names; the binaries have none. `level`: of a release's optimization, where
 * the highest would write what lists and answers have in common out at hundreds of places, to nearly twice the bytes.
 */
const MODULES = [
  { entry: "assembly/index.ts", name: "yuma", simd: true, text: true },
  { entry: "assembly/index.scalar.ts", name: "yuma-scalar", simd: false },
  { entry: "assembly/economics.ts", name: "yuma-economics", simd: false, level: 2 },
  { entry: "assembly/stages.ts", name: "stages", simd: true },
  { entry: "assembly/stages.ts", name: "stages-scalar", simd: false },
  { entry: "assembly/arithmetic.ts", name: "arithmetic", simd: true },
  { entry: "assembly/arithmetic.ts", name: "arithmetic-scalar", simd: false },
  { entry: "assembly/proofs.ts", name: "proofs", simd: true },
  { entry: "assembly/proofs.ts", name: "proofs-scalar", simd: false },
];

async function buildModule({ entry, name, simd, text = false, level = 3 }, target, folder) {
  mkdirSync(folder, { recursive: true });
  const optimization = target === "release" ? ["--optimizeLevel", String(level)] : [];
  const outputs = ["-o", `${folder}/${name}.wasm`, ...(text ? ["-t", `${folder}/${name}.wat`] : [])];
  const { error, stderr } = await asc.main([
    entry,
    "--config",
    "asconfig.json",
    "--target",
    simd ? target : `${target}-scalar`,
    ...optimization,
    ...outputs,
  ]);
  if (error) throw new Error(`${entry}: ${error.message}\n${stderr}`);
  appendFileSync(outputs[1], identitySection(`${name} ${version}`));
}

/** A custom section that says which module it is, as a compiled one can be asked for its sections and nothing else. */
function identitySection(identity) {
  const name = Buffer.from("yuma-consensus");
  const contents = Buffer.concat([Buffer.of(name.length), name, Buffer.from(identity)]);
  // A longer length would take more than one byte of LEB128.
  if (contents.length > 127) throw new Error(`too long: ${identity}`);
  return Buffer.concat([Buffer.of(0, contents.length), contents]);
}

/** All modules of one target ("release" or "debug") into a folder. */
export async function buildModules(target, folder) {
  for (const module of MODULES) await buildModule(module, target, folder);
}

/** Of a package that names its licence and brings no text of it. */
const MIT = (copyright) => `MIT License

${copyright}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the
"Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to
the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF
MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR
ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH
THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
`;

/** Packages whose archive has no licence text; each says in its package.json which licence it is under. */
const LICENCE_TEXTS = { "scale-ts": MIT("Copyright (c) Josep M Sobrepere (https://github.com/josepot)") };

/** The licences of the packages that are bundled. */
function notices(inputs) {
  const packages = new Set(inputs.flatMap((path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []));
  return [...packages]
    .sort()
    .map((name) => {
      const folder = `node_modules/${name}`;
      const licence = readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((file) => /^(licen[cs]es?|notice)\b/i.test(file) && statSync(`${folder}/${file}`).isFile())
        .sort();
      if (licence.length === 0 && LICENCE_TEXTS[name] !== undefined) return `${name}\n\n${LICENCE_TEXTS[name]}`;
      if (licence.length === 0) throw new Error(`${name} comes without a licence`);
      return [`${name}`, ...licence.map((file) => readFileSync(`${folder}/${file}`, "utf8"))].join("\n\n");
    })
    .join(`\n\n${"-".repeat(80)}\n\n`);
}

/** What users import. */
const LIBRARY = {
  index: "bindings/index.ts",
  "wasm/bytes": "bindings/wasm/bytes.ts",
  "chain/index": "bindings/chain/index.ts",
  "economics/index": "bindings/economics/index.ts",
  "explain/index": "bindings/explain/index.ts",
  "explain/text": "bindings/words/index.ts",
  "gpu/index": "bindings/gpu/index.ts",
  "pool/index": "bindings/pool/index.ts",
  "reference/index": "bindings/reference/index.ts",
  "simulate/index": "bindings/simulate/index.ts",
  "simulate/library": "bindings/simulate/library.ts",
  "testing/index": "bindings/testing/index.ts",
};

/** What a pool starts, as one script. It is a file of the package, and a part of the pool where there are threads. */
const WORKER = { entry: "bindings/pool/worker.ts", script: "build/poolWorker.script", file: "dist/pool/worker.js" };

const COMMAND = { "cli/main": "bindings/cli/main.ts" };

const ERRORS = "bindings/errors.ts";

/** Entries are a file each, as files cost a start more than bytes do, but an error's class has to be the same by all of them. */
function sharedErrors(entry) {
  return {
    name: "shared-errors",
    setup({ onResolve }) {
      onResolve({ filter: /\/errors\.js$/ }, ({ path, resolveDir }) => {
        if (resolve(resolveDir, path) !== resolve(ERRORS.replace(/ts$/, "js"))) return null;
        return { path: entry.includes("/") ? "../errors.js" : "./errors.js", external: true };
      });
    },
  };
}

/** The command takes the built pool, which holds its worker's script, and the built chain, which few of its runs need. */
const builtEntries = {
  name: "built-entries",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\.\/(pool|chain)\/index\.js$/ }, ({ path, kind }) =>
      kind === "dynamic-import" ? { path, external: true } : null,
    );
  },
};

/** Every browser that gets updates has SIMD; the package's own entry has the scalar module too. */
const withoutScalarModule = {
  name: "without-scalar-module",
  setup({ onLoad }) {
    onLoad({ filter: /yuma-scalar\.wasm$/ }, () => ({ contents: "", loader: "base64" }));
  },
};

/** What bundlers for browsers take, by the conditions of package.json, is without a word of Node. */
const withoutNode = {
  name: "without-node",
  setup({ onLoad }) {
    onLoad({ filter: /\/node(Host|Provider)\.ts$/ }, ({ path }) => ({ contents: `export const ${basename(path, ".ts")} = () => null;` }));
  },
};

const FOR_BROWSERS = { "gpu/browser": LIBRARY["gpu/index"], "pool/browser": LIBRARY["pool/index"] };

/** The paths of what went into it. */
async function bundle(entryPoints, { plugins = [], ...options } = {}) {
  const { metafile } = await build({
    metafile: true,
    entryPoints,
    outdir: "dist",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "neutral",
    target: "es2022",
    mainFields: ["module", "main"],
    // The second is the user's own, where the generators of states are asked for.
    external: ["node:*", "fast-check"],
    loader: { ".wasm": "base64", ".script": "text" },
    plugins: [wgslPlugin, ...plugins],
    define: { "process.env.NODE_ENV": '"production"' },
    logLevel: "warning",
    ...options,
  });
  return Object.keys(metafile.inputs);
}

/** The paths of what went into it. */
async function bundleWorker() {
  const { entry, script, file } = WORKER;
  const inputs = await bundle([entry], {
    outdir: undefined,
    outfile: script,
    splitting: false,
    format: "iife",
    minifyIdentifiers: true,
    minifySyntax: true,
  });
  mkdirSync(dirname(file), { recursive: true });
  cpSync(script, file);
  return inputs;
}

/** The source of each entry by the name that users import it under. */
function entries() {
  const { name, exports } = JSON.parse(readFileSync("package.json", "utf8"));
  return Object.fromEntries(
    Object.keys(exports).flatMap((path) => {
      const entry = path.slice(2);
      const source = LIBRARY[entry === "" ? "index" : entry] ?? LIBRARY[`${entry}/index`] ?? LIBRARY[ENTRIES_BY_OTHER_NAMES[entry]];
      return source === undefined ? [] : [[name + path.slice(1), resolve(source)]];
    }),
  );
}

/** Entries whose file is not called as they are. */
const ENTRIES_BY_OTHER_NAMES = { scenarios: "simulate/library" };

/** The paths of what went into the page. */
async function buildPage() {
  const inputs = await buildSite("dist/site", entries(), [wgslPlugin, withoutScalarModule, withoutNode], version);
  // A page from disk reads no file but a script.
  writeFileSync("dist/site/network.js", `YumaNetwork = ${bundledNetwork().toString().trim()};\n`);
  return inputs;
}

async function bundlePackage() {
  rmSync("dist", { recursive: true, force: true });
  const inputs = [await bundleWorker(), await bundle({ errors: ERRORS })];
  for (const [name, path] of Object.entries(LIBRARY)) inputs.push(await bundle({ [name]: path }, { plugins: [sharedErrors(name)] }));
  for (const [name, path] of Object.entries(FOR_BROWSERS)) await bundle({ [name]: path }, { plugins: [sharedErrors(name), withoutNode] });
  inputs.push(await bundle(COMMAND, { plugins: [sharedErrors("cli/main"), builtEntries], chunkNames: "cli/[name]-[hash]" }));
  await bundle({ "browser/yuma": LIBRARY.index }, { minify: true, plugins: [withoutScalarModule] });
  inputs.push(await buildPage());
  chmodSync("dist/cli/main.js", 0o755);
  writeFileSync("dist/THIRD-PARTY-NOTICES.txt", notices(inputs.flat()));
  cpSync("build/yuma.wasm", "dist/yuma.wasm");
  cpSync("build/yuma-scalar.wasm", "dist/yuma-scalar.wasm");
  cpSync("build/yuma-economics.wasm", "dist/yuma-economics.wasm");
  cpSync("bindings/simulate/scenario.schema.json", "dist/scenario.schema.json");
  cpSync("interface/interface.json", "dist/interface.json");
  cpSync("interface/state.schema.json", "dist/state.schema.json");
}

function declareTypes() {
  execFileSync(process.execPath, ["node_modules/typescript/bin/tsc"], { stdio: "inherit" });
}

/** Where each host in another language finds the modules, their description, and the bundled network. */
const HOST_MODULES = [
  "hosts/rust/modules",
  "hosts/go/modules",
  "hosts/python/src/yuma_consensus/modules",
  "hosts/java/src/main/resources/yuma/modules",
  "hosts/c/modules",
];

function bundledNetwork() {
  return execFileSync(process.execPath, ["dist/cli/main.js", "demo", "--state"], { maxBuffer: 2 ** 26 });
}

function fillHosts() {
  const state = bundledNetwork();
  for (const folder of HOST_MODULES) {
    mkdirSync(folder, { recursive: true });
    for (const name of ["yuma.wasm", "yuma-scalar.wasm", "yuma-economics.wasm", "interface.json"])
      copyIfOther(`dist/${name}`, `${folder}/${name}`);
    writeIfOther(state, `${folder}/state.json`);
  }
}

/** What is as it was keeps its time, by which the hosts' builds tell what is new. */
function writeIfOther(contents, to) {
  if (!existsSync(to) || !readFileSync(to).equals(contents)) writeFileSync(to, contents);
}

function copyIfOther(from, to) {
  writeIfOther(readFileSync(from), to);
}

function describeInterface() {
  execFileSync(process.execPath, ["run.mjs", "interface/write.ts"], { stdio: "inherit" });
}

/** What is built, in this order. */
const STEPS = [
  ["the modules' interface", describeInterface],
  ...MODULES.map((module) => [`build/${module.name}.wasm`, () => buildModule(module, "release", "build")]),
  ["the package, the command and the page", bundlePackage],
  ["the declarations of its types", declareTypes],
  ["the hosts' copies of the modules", fillHosts],
];

/** @param say is told before each step its number, of how many, and what it makes */
export async function buildAll(say = () => undefined) {
  for (const [i, [what, make]] of STEPS.entries()) {
    say(i + 1, STEPS.length, what);
    await make();
  }
}

/** `node build.mjs site` builds the page alone, of modules that are there. */
if (process.argv[1] === fileURLToPath(import.meta.url)) await (process.argv[2] === "site" ? buildPage() : buildAll());
