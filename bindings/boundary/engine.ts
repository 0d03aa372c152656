import { checkOptions, checkState, checkSubnetState, type CheckedState, type CheckedSubnetState } from "./input.js";
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

/** How a backend takes what it is given: checked, unless it refuses what is wrong in it by itself. */
export interface Reads<State, SubnetState> {
  /** @throws EpochInputError */
  state(given: EpochState): State;
  /** @throws EpochInputError */
  subnetState(given: AnySubnetState): SubnetState;
}

type EpochState = SubnetState | HistoricSubnetState;
type AnySubnetState = SubnetEpochState | HistoricSubnetEpochState;

/** All that is to be checked. */
export const CHECKED: Reads<CheckedState, CheckedSubnetState> = { state: (given) => checkState(given), subnetState: checkSubnetState };

/** What a backend has to do. */
export interface Engine<State = CheckedState, SubnetState = CheckedSubnetState> {
  readonly backend: string;
  readonly reads: Reads<State, SubnetState>;
  /** the result with a digest where the engine makes that itself */
  epoch(state: State, options: EpochOptions): HistoricEpochResult;
  subnetEpoch(state: SubnetState, options: Omit<EpochOptions, "views">): HistoricSubnetEpochResult;
  /** a copy of a state where its epochs are computed; without this it is held in arrays of the host */
  hold?(state: CheckedState): HeldState;
}

/** The one boundary in front of every backend: check, run, digest. */
export function withBoundary<State, Subnet>(engine: Engine<State, Subnet>): Yuma {
  const run = (given: EpochState, options: EpochOptions): HistoricEpochResult => {
    const result = engine.epoch(engine.reads.state(given), options);
    if (options.digest) result.digest ??= digestOf(result);
    return result;
  };
  return {
    backend: engine.backend,
    epoch<Trace extends boolean, Digest extends boolean>(state: EpochState, options: EpochOptions<Trace, Digest> = {}) {
      const { trace, digest, views } = checkOptions<EpochOptions>(options, { trace: boolean, digest: boolean, views: boolean });
      const result = run(state, { trace: trace === true, digest: digest === true, views: views === true });
      // A state of a current rule set, as the overload says, gives all of it.
      return result as Requested<EpochResult, Trace, Digest>;
    },
    resident(state: SubnetState | HistoricSubnetState) {
      const checked = checkState(state);
      return residentState(engine.hold?.(checked) ?? new PlainState(checked, run), checked) as ResidentState;
    },
    subnetEpoch<Trace extends boolean, Digest extends boolean>(
      state: AnySubnetState,
      options: Omit<EpochOptions<Trace, Digest>, "views"> = {},
    ) {
      const { trace, digest } = checkOptions<Omit<EpochOptions, "views">>(options, { trace: boolean, digest: boolean });
      const result = engine.subnetEpoch(engine.reads.subnetState(state), { trace: trace === true, digest: digest === true });
      if (digest) result.digest ??= subnetDigest(result);
      return result as Requested<SubnetEpochResult, Trace, Digest>;
    },
  };
}
