/** Builds the page into dist/site/: plain files that need no server, and ask none for anything. */
import { cpSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const SITE = fileURLToPath(new URL(".", import.meta.url));

/** A worker as text: a page from disk may start one from its own text, and from no file. */
function workerText(options) {
  return {
    name: "worker-text",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /\?script$/ }, ({ path, resolveDir }) => ({
        path: `${resolveDir}/${path.replace(/\?script$/, "")}`,
        namespace: "worker",
      }));
      onLoad({ filter: /./, namespace: "worker" }, async ({ path }) => {
        const { outputFiles } = await build({ ...options, entryPoints: [path], write: false, format: "iife", metafile: false });
        return { contents: outputFiles[0].text, loader: "text" };
      });
    },
  };
}

/** The charts ask for the host's language as they load, which some hosts give in a form that the formatter of numbers refuses. */
const chartsInEnglish = {
  name: "charts-in-english",
  setup({ onLoad }) {
    onLoad({ filter: /uPlot\.esm\.js$/ }, ({ path }) => {
      const parts = readFileSync(path, "utf8").split("nav.language");
      if (parts.length !== 2) throw new Error("uPlot asks for the language in other places than it did");
      return { contents: parts.join('"en"') };
    });
  },
};

/**
 * @param library the source of each entry of the package, by the name it is imported under
 * @param plugins what the package itself is bundled with
 * @returns the paths of what went into it
 */
export async function buildSite(folder, library, plugins, version) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const entries = {
    name: "entries",
    setup({ onResolve }) {
      onResolve({ filter: /^yuma-consensus(\/|$)/ }, ({ path }) => {
        const source = library[path];
        return source === undefined ? { errors: [{ text: `${path} is no entry of the package` }] } : { path: source };
      });
    },
  };
  const options = {
    bundle: true,
    minify: true,
    platform: "browser",
    target: "es2022",
    mainFields: ["module", "main"],
    loader: { ".wasm": "base64", ".script": "text" },
    jsx: "automatic",
    jsxImportSource: "preact",
    define: { "process.env.NODE_ENV": '"production"', PAGE_VERSION: JSON.stringify(version) },
    external: ["node:*"],
    plugins: [entries, chartsInEnglish, ...plugins],
    logLevel: "warning",
  };
  const inputs = [];
  // A page from disk may not import modules: each script is one file, and what few visits need is a script of its own.
  for (const file of ["app.tsx", "chain.tsx", "import.ts", "gpu.ts"]) {
    const { metafile } = await build({
      ...options,
      plugins: [workerText(options), ...options.plugins],
      entryPoints: [`${SITE}${file}`],
      outfile: `${folder}/${file.replace(/\.tsx?$/, ".js")}`,
      format: "iife",
      metafile: true,
    });
    inputs.push(...Object.keys(metafile.inputs));
  }
  await build({ entryPoints: [`${SITE}style/style.css`], outfile: `${folder}/style.css`, bundle: true, minify: true, logLevel: "warning" });
  for (const file of ["index.html", "chain.html"]) cpSync(`${SITE}${file}`, `${folder}/${file}`);
  return inputs;
}
