/**
 * Packs what a machine with a GPU and without Node or network needs to run bench/device/run.sh into one archive,
 * bench/device/carry/device.tar.gz: this Node, Dawn, the Vulkan loader, SwiftShader for trying it out, the program, and
 * the system's libraries of this machine for one whose own are older. Needs the built modules.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliDecompressSync } from "node:zlib";
import { bundleScript } from "../../bundle.mjs";

const ARCHIVE = "bench/device/carry/device.tar.gz";
const MEBIBYTE = 1024 * 1024;
const MOST_BYTES = 64 * MEBIBYTE;

/** Parts of libc that drivers load: those of another libc do not go with it. */
const PARTS_OF_LIBC = ["librt.so.1", "libresolv.so.2", "libutil.so.1"];

process.chdir(fileURLToPath(new URL("../..", import.meta.url)));
if (process.platform !== "linux" || process.arch !== "x64")
  throw new Error(`the archive is for linux x64 and made of what runs here, which is ${process.platform} ${process.arch}`);

const folder = mkdtempSync(join(tmpdir(), "yuma-device-"));
try {
  const node = copy(process.execPath, "node");
  const dawn = copy("node_modules/webgpu/dist/linux-x64/dawn.node", "node_modules/webgpu/dist/linux-x64/dawn.node");
  for (const name of ["index.js", "package.json", "LICENSE.md"]) copy(`node_modules/webgpu/${name}`, `node_modules/webgpu/${name}`);
  for (const library of librariesOf(node, dawn)) copy(library, `system/${basename(library)}`);
  for (const binary of [node, dawn]) if (spawnSync("strip", [binary]).error) console.error("there is no strip: the binaries stay large");
  mkdirSync(join(folder, "vulkan"));
  execFileSync("tar", ["-x", "-C", join(folder, "vulkan")], {
    input: brotliDecompressSync(readFileSync("node_modules/@sparticuz/chromium/bin/swiftshader.tar.br")),
  });
  for (const name of ["libEGL.so", "libGLESv2.so"]) rmSync(join(folder, "vulkan", name), { force: true });
  writeFileSync(join(folder, "commit"), execFileSync("git", ["describe", "--always", "--dirty", "--abbrev=40"]));
  await bundleScript("bench/device/device.ts", join(folder, "device.mjs"));

  mkdirSync(dirname(ARCHIVE), { recursive: true });
  const tar = execFileSync("tar", ["-c", "--owner=0", "--group=0", "-C", folder, "."], { maxBuffer: 1024 * MEBIBYTE });
  writeFileSync(ARCHIVE, execFileSync("gzip", ["-9"], { input: tar, maxBuffer: 1024 * MEBIBYTE }));
  for (const name of readdirSync(folder, { recursive: true }).toSorted()) {
    const stats = statSync(join(folder, name));
    if (stats.isFile()) console.log(`${size(stats.size)}  ${name}`);
  }
  const { size: bytes } = statSync(ARCHIVE);
  console.log(`${size(bytes)}  ${ARCHIVE}`);
  if (bytes > MOST_BYTES) throw new Error(`${ARCHIVE} is larger than ${MOST_BYTES / MEBIBYTE} MiB`);
} finally {
  rmSync(folder, { recursive: true });
}

function copy(from, name) {
  const to = join(folder, name);
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
  return to;
}

/** The shared libraries that the binaries load here, the system's loader among them. */
function librariesOf(...binaries) {
  const lines = binaries.flatMap((binary) => execFileSync("ldd", [binary], { encoding: "utf8" }).split("\n"));
  const loaded = lines.flatMap((line) => /(\/\S+) \(0x/.exec(line)?.[1] ?? []);
  const libc = loaded.find((path) => basename(path) === "libc.so.6");
  return new Set([...loaded, ...PARTS_OF_LIBC.map((name) => join(dirname(libc), name))]);
}

function size(bytes) {
  return `${(bytes / MEBIBYTE).toFixed(1).padStart(6)} MiB`;
}
