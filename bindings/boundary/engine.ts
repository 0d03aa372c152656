import { checkOptions, checkState, checkSubnetState, type CheckedState, type CheckedSubnetState } from "./input.js";
import { boolean } from "./kinds.js";
import { digestOf, subnetDigest } from "./canonical.js";
import type {
  EpochOptions,
  EpochResult,
  HistoricEpochResult,
  HistoricSubnetEpochResult,
  HistoricSubnetEpochState,
  HistoricSubnetState,
  Requested,
  SubnetEpochResult,
  SubnetEpochState,
  SubnetState,
  Yuma,
} from "../types.js";

/** What a backend has to do; states come checked. */
export interface Engine {
  readonly backend: string;
  epoch(state: CheckedState, options: Pick<EpochOptions, "trace" | "views">): HistoricEpochResult;
  subnetEpoch(state: CheckedSubnetState, options: Pick<EpochOptions, "trace">): HistoricSubnetEpochResult;
}

/** The one boundary in front of every backend: check, run, digest. */
export function withBoundary(engine: Engine): Yuma {
  return {
    backend: engine.backend,
    epoch<Trace extends boolean, Digest extends boolean>(
      state: SubnetState | HistoricSubnetState,
      options: EpochOptions<Trace, Digest> = {},
    ) {
      const { trace, digest, views } = checkOptions<EpochOptions>(options, { trace: boolean, digest: boolean, views: boolean });
      const result = engine.epoch(checkState(state), { trace: trace === true, views: views === true });
      if (digest) result.digest = digestOf(result);
      // A state of a current rule set, as the overload says, gives all of it.
      return result as Requested<EpochResult, Trace, Digest>;
    },
    subnetEpoch<Trace extends boolean, Digest extends boolean>(
      state: SubnetEpochState | HistoricSubnetEpochState,
      options: Omit<EpochOptions<Trace, Digest>, "views"> = {},
    ) {
      const { trace, digest } = checkOptions<Omit<EpochOptions, "views">>(options, { trace: boolean, digest: boolean });
      const result = engine.subnetEpoch(checkSubnetState(state), { trace: trace === true });
      if (digest) result.digest = subnetDigest(result);
      return result as Requested<SubnetEpochResult, Trace, Digest>;
    },
  };
}
