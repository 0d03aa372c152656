import { U64_MAX } from "../values/constants.js";
import { EpochInputError } from "../errors.js";
import { checkOptions, checkStateToKeep } from "../boundary/input.js";
import { boolean, functionKind, u32, type Kind } from "../boundary/kinds.js";
import { STORED_PARTS } from "../boundary/nextEpoch.js";
import { checkResult, checkYuma } from "../boundary/result.js";
import type { EpochOptions, EpochResult, SubnetState, Yuma } from "../types.js";
import { nextState } from "./chain.js";

/** One epoch of a simulation. */
export interface SimulatedEpoch {
  /** from 0 */
  epoch: number;
  /** what the epoch ran on, with what was left out filled in */
  state: SubnetState;
  /** the epoch's, as `Yuma.epoch` gives it */
  result: EpochResult;
}

/** How many epochs, and what happens before each. */
export interface SimulateOptions extends Pick<EpochOptions, "trace" | "digest"> {
  /** how many epochs to run, u32 */
  epochs: number;
  /**
   * What happens before an epoch: stakes and hyperparameters as `{ ...state, kappa: 40_000 }`, weights, newcomers, bond
   * resets and upgrades by `setWeights`, `registerUid`, `resetBonds` and `upgrade`. Gets the state as the chain has
   * stored it by then, and gives the one to run; the arrays of its own are not to be written to.
   */
  before?: (state: SubnetState, epoch: number) => SubnetState;
  /** blocks from one epoch to the next; default: tempo + 1 of the epoch that ran */
  blocks?: bigint;
}

const blocksKind: Pick<Kind<bigint>, "check"> = {
  check(value, path) {
    if (typeof value !== "bigint" || value < 1n || value > U64_MAX)
      throw new EpochInputError(path, "a number of blocks from 1 to 2^64-1, as bigint", value);
    return value;
  },
};

/**
 * Runs a state through many epochs. Bonds, permits, consensus and blocks go from each to the next as the chain stores
 * them; everything else stays unless `before` changes it. Nothing but the states decides: no clock, no randomness.
 * An epoch is run when it is asked for, so a loop may end early.
 *
 * @example
 * for (const { epoch, result } of simulate(yuma, state, { epochs: 100 })) console.log(epoch, result.dividends);
 *
 * @throws EpochInputError where an option or a state is not one
 */
export function simulate(yuma: Yuma, start: SubnetState, options: SimulateOptions): Generator<SimulatedEpoch, void, void> {
  const { trace = false, digest = false, ...rest } = checkOptions(options, { ...STATE_OPTIONS, trace: boolean, digest: boolean });
  return runStates(checkYuma(yuma), simulationStates(start, rest), { trace, digest });
}

type StateOptions = Omit<SimulateOptions, "trace" | "digest">;

const STATE_OPTIONS = { epochs: u32, before: functionKind<SimulateOptions["before"]>(), blocks: blocksKind };

/**
 * The states of a simulation for whoever runs the epochs elsewhere, on a GPU or a pool: gives each epoch's state and takes
 * its result. The first `next` takes nothing.
 * @throws EpochInputError where an option, a state or a result is not one
 */
export function simulationStates(start: SubnetState, options: StateOptions): Generator<SubnetState, void, EpochResult> {
  const { epochs, before, blocks } = checkOptions(options, STATE_OPTIONS);
  u32.check(epochs, "options.epochs", 0);
  const changed = before && ((stored: SubnetState, epoch: number) => checkStateToKeep(before(stored, epoch)));
  return statesFrom(checkStateToKeep(start), { epochs, before: changed, blocks });
}

/** How far the next epoch is from the one that ran. */
type Period = (ran: SubnetState) => bigint;

/** The same of states that are known to be right. */
export function* statesFrom(
  start: SubnetState,
  { epochs, before, blocks }: Omit<StateOptions, "blocks"> & { blocks?: bigint | Period },
): Generator<SubnetState, void, EpochResult> {
  let stored = start;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const state = before === undefined ? stored : before(stored, epoch);
    stored = nextState(state, checkResult(yield state, STORED_PARTS, state.n), typeof blocks === "function" ? blocks(state) : blocks);
  }
}

/** Runs the states on an engine, one epoch whenever one is asked for. */
export function* runStates(
  yuma: Yuma,
  states: Generator<SubnetState, void, EpochResult>,
  options: Pick<EpochOptions, "trace" | "digest">,
): Generator<SimulatedEpoch, void, void> {
  let next = states.next();
  for (let epoch = 0; !next.done; epoch++) {
    const state = next.value;
    const result = yuma.epoch(state, options);
    yield { epoch, state, result };
    next = states.next(result);
  }
}
