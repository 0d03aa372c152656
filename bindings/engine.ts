import { checkOptions, checkState, checkSubnetState, type CheckedState, type CheckedSubnetState } from "./input.js";
import { boolean } from "./kinds.js";
import { digestOf } from "./output.js";
import type { EpochOptions, EpochResult, Requested, SubnetEpochResult, SubnetEpochState, SubnetState, Yuma } from "./types.js";

/** What a backend has to do; states come checked. */
export interface Engine {
  readonly backend: string;
  epoch(state: CheckedState, options: Pick<EpochOptions, "trace" | "views">): EpochResult;
  subnetEpoch(state: CheckedSubnetState, options: Pick<EpochOptions, "trace">): SubnetEpochResult;
}

/** The one boundary in front of every backend: check, run, digest. */
export function withBoundary(engine: Engine): Yuma {
  return {
    backend: engine.backend,
    epoch<Trace extends boolean, Digest extends boolean>(state: SubnetState, options: EpochOptions<Trace, Digest> = {}) {
      const { trace, digest, views } = checkOptions<EpochOptions>(options, { trace: boolean, digest: boolean, views: boolean });
      const result = engine.epoch(checkState(state), { trace: trace === true, views: views === true });
      if (digest) result.digest = digestOf(result);
      return result as Requested<EpochResult, Trace, Digest>;
    },
    subnetEpoch<Trace extends boolean>(state: SubnetEpochState, options: Pick<EpochOptions<Trace>, "trace"> = {}) {
      const { trace } = checkOptions<Pick<EpochOptions, "trace">>(options, { trace: boolean });
      return engine.subnetEpoch(checkSubnetState(state), { trace: trace === true }) as Requested<SubnetEpochResult, Trace>;
    },
  };
}
