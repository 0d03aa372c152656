/** Chromium and SwiftShader, a Vulkan device in software, from the package that brings both. */
import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { chromium, type Browser } from "playwright-core";
import { Missing, packageFolder, ROOT } from "./engines.js";

/** What is unpacked once, below build/. */
export interface Unpacked {
  executable: string;
  /** libraries that Chromium needs from its system, for systems that have them not */
  libraries: string;
  /** the Vulkan loader, and SwiftShader with its description */
  swiftShader: string;
}

/** The package that holds it, and its version. */
export interface ChromiumPackage {
  folder: string;
  version: string;
}

export function findChromium(): ChromiumPackage | Missing {
  if (process.platform !== "linux" || process.arch !== "x64") {
    return new Missing(`@sparticuz/chromium is for linux x64 alone, this is ${process.platform} ${process.arch}`);
  }
  const folder = packageFolder("@sparticuz/chromium");
  if (folder === null) return new Missing("@sparticuz/chromium is not installed");
  return { folder, version: (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { version: string }).version };
}

/** It unpacks into the folder for temporary files, and takes what it finds there for whole. */
const UNPACK = `
  import chromium, { inflate } from "@sparticuz/chromium";
  await chromium.executablePath();
  await inflate(new URL("../bin/al2023.tar.br", import.meta.resolve("@sparticuz/chromium")).pathname);
`;

/** Under a name of its own first, and renamed when whole: of several test processes one wins, and all use its folder. */
export async function unpackChromium({ version }: ChromiumPackage): Promise<Unpacked> {
  const folder = join(ROOT, `build/engines/chromium-${version}`);
  if (!existsSync(folder)) {
    await mkdir(join(ROOT, "build/engines"), { recursive: true });
    const temporary = await mkdtemp(`${folder}.part-`);
    try {
      const options = { cwd: ROOT, env: { ...process.env, TMPDIR: temporary }, timeout: 120_000, killSignal: "SIGKILL" } as const;
      await promisify(execFile)(process.execPath, ["--input-type=module", "-e", UNPACK], options);
      await rename(temporary, folder).catch((error) => {
        if (!existsSync(folder)) throw error;
      });
    } finally {
      await rm(temporary, { recursive: true, force: true });
    }
  }
  return { executable: join(folder, "chromium"), libraries: join(folder, "al2023/lib"), swiftShader: folder };
}

/** For other processes to find SwiftShader, and no other Vulkan device. */
export function swiftShaderEnvironment({ swiftShader }: Unpacked): NodeJS.ProcessEnv {
  return {
    LD_LIBRARY_PATH: searchPath(swiftShader),
    VK_ICD_FILENAMES: join(swiftShader, "vk_swiftshader_icd.json"),
    XDG_RUNTIME_DIR: join(ROOT, "build/engines"),
  };
}

function searchPath(folder: string): string {
  return [folder, process.env["LD_LIBRARY_PATH"]].filter(Boolean).join(":");
}

const ARGUMENTS = [
  "--no-sandbox",
  "--enable-unsafe-webgpu",
  "--use-webgpu-adapter=swiftshader",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The package's own libraries come first on every system, so that what is tested does not depend on it. */
export async function launchChromium(source: ChromiumPackage): Promise<Browser> {
  const { executable, libraries } = await unpackChromium(source);
  const env = { ...process.env, LD_LIBRARY_PATH: searchPath(libraries) };
  return chromium.launch({ executablePath: executable, args: ARGUMENTS, env, timeout: 60_000 });
}
