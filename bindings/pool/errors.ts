import { YumaError } from "../errors.js";

/** The pool was closed before the call was done. */
export class PoolClosedError extends YumaError {
  override readonly name = "PoolClosedError";
  constructor(path: string) {
    super("pool-closed", path, "the pool is closed");
  }
}

/** What a pool asks its first worker for. */
export const LOAD = "its first answer";

const ADVICE =
  "; where the pool is bundled, put yuma-consensus/pool/worker beside the bundle as worker.js, or name it by createPool({ worker })";

/** A worker died, or could not be started, and with it what it was asked for. `cause` is what the host said. */
export class WorkerLostError extends YumaError {
  override readonly name = "WorkerLostError";
  constructor(path: string, asked: string, cause: unknown) {
    super(
      "worker-lost",
      path,
      `the worker was lost that was asked for ${asked} (${cause instanceof Error ? cause.message : cause})${asked === LOAD ? ADVICE : ""}`,
    );
    this.cause = cause;
  }
}
