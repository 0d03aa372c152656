import { hostGlobal } from "../hostGlobal.js";
import { GpuUnavailableError } from "./errors.js";
import type { GpuProvider } from "./types.js";

/** Optional, so that no bundler is to look for it: its name is not part of an import. */
const PACKAGE = "webgpu";

/**
 * WebGPU in Node, by the optional package `webgpu`; null on other hosts. The build for browsers leaves this file out, as
 * Metro evaluates constants and takes no import whose name it does not know.
 * @throws GpuUnavailableError where the package is not there, or is a version that does not run on this system
 */
export async function nodeProvider(): Promise<GpuProvider | null> {
  const process = hostGlobal<{ versions?: { node?: string } }>("process");
  if (process?.versions?.node === undefined) return null;
  try {
    const { create } = (await import(/* webpackIgnore: true */ /* turbopackIgnore: true */ /* @vite-ignore */ PACKAGE)) as {
      create(flags: string[]): GpuProvider;
    };
    return create([]);
  } catch (error) {
    throw new GpuUnavailableError(
      `in Node WebGPU comes with the package webgpu, which cannot be loaded: npm install webgpu@0.6.2, as some versions need a newer system (${(error as Error).message})`,
    );
  }
}
