import {
  checkOptions,
  checkState,
  checkSubnetState,
  fitState,
  fitSubnetState,
  type CheckedState,
  type CheckedSubnetState,
} from "./input.js";
import { boolean } from "./kinds.js";
import { digestOf, subnetDigest } from "./canonical.js";
import { PlainState } from "./plainState.js";
import { residentState, type HeldState } from "./resident.js";
import type {
  EpochOptions,
  EpochResult,
  HistoricEpochResult,
  HistoricSubnetEpochResult,
  HistoricSubnetEpochState,
  HistoricSubnetState,
  Requested,
  ResidentState,
  SubnetEpochResult,
  SubnetEpochState,
  SubnetState,
  Yuma,
} from "../types.js";

/** What a backend has to do; states come checked, unless it refuses what is wrong in them by itself. */
export interface Engine {
  readonly backend: string;
  readonly refusesItself?: boolean;
  /** the result with a digest where the engine makes that itself */
  epoch(state: CheckedState, options: EpochOptions): HistoricEpochResult;
  subnetEpoch(state: CheckedSubnetState, options: Omit<EpochOptions, "views">): HistoricSubnetEpochResult;
  /** a copy of a state where its epochs are computed; without this it is held in arrays of the host */
  hold?(state: CheckedState): HeldState;
}

/** The one boundary in front of every backend: check, run, digest. */
export function withBoundary(engine: Engine): Yuma {
  const readState = engine.refusesItself ? fitState : checkState;
  const readSubnetState = engine.refusesItself ? fitSubnetState : checkSubnetState;
  const run = (state: CheckedState, options: EpochOptions): HistoricEpochResult => {
    const result = engine.epoch(state, options);
    if (options.digest) result.digest ??= digestOf(result);
    return result;
  };
  return {
    backend: engine.backend,
    epoch<Trace extends boolean, Digest extends boolean>(
      state: SubnetState | HistoricSubnetState,
      options: EpochOptions<Trace, Digest> = {},
    ) {
      const { trace, digest, views } = checkOptions<EpochOptions>(options, { trace: boolean, digest: boolean, views: boolean });
      const result = run(readState(state), { trace: trace === true, digest: digest === true, views: views === true });
      // A state of a current rule set, as the overload says, gives all of it.
      return result as Requested<EpochResult, Trace, Digest>;
    },
    resident(state: SubnetState | HistoricSubnetState) {
      const checked = checkState(state);
      return residentState(engine.hold?.(checked) ?? new PlainState(checked, run), checked) as ResidentState;
    },
    subnetEpoch<Trace extends boolean, Digest extends boolean>(
      state: SubnetEpochState | HistoricSubnetEpochState,
      options: Omit<EpochOptions<Trace, Digest>, "views"> = {},
    ) {
      const { trace, digest } = checkOptions<Omit<EpochOptions, "views">>(options, { trace: boolean, digest: boolean });
      const result = engine.subnetEpoch(readSubnetState(state), { trace: trace === true, digest: digest === true });
      if (digest) result.digest ??= subnetDigest(result);
      return result as Requested<SubnetEpochResult, Trace, Digest>;
    },
  };
}
