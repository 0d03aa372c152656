/** How each bundler is used on a program of a user's, as its own documentation has it; nothing is configured for this package. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { nodeResolve } from "@rollup/plugin-node-resolve";
import { build as esbuild, type BuildOptions } from "esbuild";
import { rollup, type Plugin } from "rollup";
import { build as vite } from "vite";
import webpack from "webpack";

/** A program in a folder with the package in its node_modules: bundled from `entry` into `out`, as main.js. */
export interface Program {
  folder: string;
  entry: string;
  out: string;
}

export async function bundleByEsbuild({ folder, entry, out }: Program, options: BuildOptions): Promise<void> {
  await esbuild({ absWorkingDir: folder, entryPoints: { main: entry }, outdir: out, bundle: true, logLevel: "silent", ...options });
}

export async function bundleByWebpack(
  { folder, entry, out }: Program,
  target: "web" | "node",
  mode: "production" | "development",
): Promise<void> {
  const compiler = webpack({ mode, target, context: folder, entry: `./${entry}`, output: { path: out, filename: "main.js" } });
  const stats = await new Promise<webpack.Stats>((resolve, reject) =>
    compiler.run((error, done) => (error ? reject(error) : resolve(done!))),
  );
  await new Promise((resolve) => compiler.close(resolve));
  const { errors, warnings } = stats.toJson({ all: false, errors: true, warnings: true });
  // On the sizes, which are as they are.
  const told = [...errors!, ...warnings!].filter(({ message }) => !/performance recommendations|size limit/.test(message));
  if (told.length > 0) throw new Error(told.map(({ message }) => message).join("\n"));
}

/** A page with all defaults, the page's own scripts included. */
export async function bundleByVite({ folder, out }: Program): Promise<void> {
  await vite({ root: folder, configFile: false, logLevel: "error", build: { outDir: out } });
}

const jsonModules: Plugin = {
  name: "json",
  transform: (code, id) => (id.endsWith(".json") ? `export default ${code}` : null),
};

export async function bundleByRollup({ folder, entry, out }: Program, browser: boolean): Promise<void> {
  const warnings: string[] = [];
  const bundle = await rollup({
    input: join(folder, entry),
    plugins: [nodeResolve({ browser }), jsonModules],
    onwarn: ({ message }) => warnings.push(message),
  });
  await bundle.write({ file: join(out, "main.js"), format: "es" });
  await bundle.close();
  if (warnings.length > 0) throw new Error(warnings.join("\n"));
}

/** What a user does who names the worker himself. */
export function copyWorker({ folder, out }: Program, name: string): void {
  cpSync(join(folder, "node_modules/yuma-consensus/dist/pool/worker.js"), join(out, name));
}
