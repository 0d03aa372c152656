import type { GpuGuardError } from "../../bindings/gpu/errors.js";

/**
 * What a batch gives, undefined where the device met what the shaders do not cover. By the error's code: the package's
 * classes are not those of this file, where it is bundled apart.
 */
export function pastGuards<Result>(run: Promise<readonly Result[]>): Promise<readonly (Result | undefined)[]> {
  return run.catch((error: unknown) => {
    const { code, guards, results } = error as Partial<GpuGuardError<Result>>;
    if (code !== "gpu-scope" || guards === undefined) throw error;
    return results!;
  });
}
