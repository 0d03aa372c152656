import { describe } from "vitest";
import { BACKENDS, type Backend, type BackendName } from "../bindings/functions/index.js";

export const BACKEND_NAMES = Object.keys(BACKENDS) as BackendName[];

const made = new Map<BackendName, Backend>();

export function backendNamed(name: BackendName): Backend {
  let backend = made.get(name);
  if (backend === undefined) made.set(name, (backend = BACKENDS[name]()));
  return backend;
}

/** One suite over all backends: a backend is one key of BACKENDS. */
export function describeBackends(title: string, suite: (backend: Backend, name: BackendName) => void): void {
  describe.each(BACKEND_NAMES)(`${title} on %s`, (name) => suite(backendNamed(name), name));
}
