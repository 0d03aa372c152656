/** Puts a shader together: what it imports first, each file once, without comments. */
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const SHARED = fileURLToPath(new URL("shared", import.meta.url));
const IMPORT = /^\/\/import (\w+)$/gm;
const DECLARATION =
  /^(?:fn|struct|const|alias|override|var(?:<[^>]*>)?|@(?:group|binding|compute|workgroup_size|id)\b[^;{]*?\b(?:fn|var(?:<[^>]*>)?)) (\w+)/gm;

function collect(path, seen) {
  if (seen.has(path)) return;
  const text = readFileSync(path, "utf8");
  for (const [, name] of text.matchAll(IMPORT)) collect(join(SHARED, `${name}.wgsl`), seen);
  // A map keeps the order in which files are complete: what is imported before what imports it.
  seen.set(path, text);
}

function stripped(text) {
  return text
    .replace(/\/\/.*$/gm, "")
    .replace(/\n\s*\n+/g, "\n")
    .trim();
}

/** The names that WGSL text declares at its top level. */
export function declaredNames(text) {
  return [...text.matchAll(DECLARATION)].map(([, name]) => name);
}

/** The whole text of a shader file. Throws where a name is declared twice or an import does not exist. */
export function composeShader(path) {
  const files = new Map();
  collect(path, files);
  const declared = new Map();
  for (const [file, text] of files) {
    for (const name of declaredNames(text)) {
      if (declared.has(name)) throw new Error(`${file}: ${name} is declared in ${declared.get(name)} too`);
      declared.set(name, file);
    }
  }
  return [...files.values()].map(stripped).join("\n");
}

/**
 * The module that a .wgsl import is: its parts in order, each text once in the bundle however many shaders share it.
 * Joined they are what `composeShader` gives.
 */
export function shaderModule(path) {
  composeShader(path);
  const text = readFileSync(path, "utf8");
  const names = [...text.matchAll(IMPORT)].map(([, name]) => name);
  const imports = names.map((name) => `import ${name} from ${JSON.stringify(join(SHARED, `${name}.wgsl`))};\n`).join("");
  const parts = [...names.map((name) => `...${name}`), JSON.stringify(stripped(text))].join(", ");
  return `${imports}export default /* @__PURE__ */ [...new Set([${parts}])];`;
}

/** For esbuild. */
export const wgslPlugin = {
  name: "wgsl",
  setup(build) {
    build.onLoad({ filter: /\.wgsl$/ }, ({ path }) => ({ contents: shaderModule(path), loader: "js", resolveDir: dirname(path) }));
  },
};
