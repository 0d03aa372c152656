/** A global of the host's; undefined where there is none, or where whoever asks for it gets an error. */
export function hostGlobal<T>(name: string): T | undefined {
  try {
    return (globalThis as Record<string, unknown>)[name] as T | undefined;
  } catch {
    return undefined;
  }
}
