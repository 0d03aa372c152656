import { YumaError } from "../errors.js";
import { GpuUnavailableError } from "./errors.js";

const DEFAULT_TIMEOUT_MILLISECONDS = 30_000;

/**
 * What the host answers: a driver that is gone rejects, throws, or says nothing for ever.
 * @param late takes an answer that came when nobody waited for it any more
 * @throws GpuUnavailableError that says what was asked for; errors of ours as they are
 */
export async function answered<T>(
  what: string,
  timeoutMilliseconds: number | undefined,
  ask: () => T | PromiseLike<T>,
  late?: (answer: T) => void,
): Promise<T> {
  const limit = timeoutMilliseconds ?? DEFAULT_TIMEOUT_MILLISECONDS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const answer = (async () => ask())();
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      if (late !== undefined) answer.then(late).catch(() => undefined);
      reject(new GpuUnavailableError(`${what}: no answer within ${limit} ms (timeoutMilliseconds)`));
    }, limit);
  });
  try {
    return await Promise.race([answer, silence]);
  } catch (error) {
    throw unavailable(what, error);
  } finally {
    clearTimeout(timer);
  }
}

/** Errors of ours as they are, the host's as a GpuUnavailableError. */
export function unavailable(what: string, error: unknown): YumaError {
  if (error instanceof YumaError) return error;
  return new GpuUnavailableError(`${what}: ${error instanceof Error ? error.message : String(error)}`);
}
