import { epochDigest } from "../bindings/output.js";
import { BACKENDS, type BackendName } from "../bindings/functions/index.js";
import type { EpochResult, SubnetState } from "../bindings/types.js";

/** One of those that are timed on a case. */
export interface Contender {
  readonly name: string;
  /** Runs one epoch; its time in ns. */
  run(): Promise<number>;
  /** SHA-256 of the canonical bytes of the last run's result. */
  digest(): Promise<string>;
  close(): void;
}

/** A backend of this package, timed over the whole call: checks, copy in, kernels, copy out. */
export function packageContender(name: BackendName, state: SubnetState): Contender {
  const { yuma } = BACKENDS[name]();
  let result: EpochResult | undefined;
  return {
    name,
    async run() {
      result = undefined;
      const start = process.hrtime.bigint();
      result = yuma.epoch(state);
      return Number(process.hrtime.bigint() - start);
    },
    async digest() {
      if (result === undefined) throw new Error(`${name} has not run`);
      return epochDigest(result);
    },
    close() {},
  };
}
