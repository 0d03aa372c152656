import { EpochInputError } from "../errors.js";
import { checkState, type CheckedState } from "../boundary/input.js";
import { checkYuma } from "../boundary/result.js";
import type { EpochResult, Requested, SubnetState, Yuma } from "../types.js";
import { checkUid } from "./epoch.js";
import { isValidator, transition, type Cause } from "./transition.js";

/** What one uid gets from an epoch, in the order of the epoch; raw I32F32 where a name ends in X32, flags as 0 and 1. */
export type Output =
  | "stakeRao"
  | "stakeX32"
  | "active"
  | "newValidatorPermit"
  | "activeStakeX32"
  | "consensusX32"
  | "validatorTrustX32"
  | "rankX32"
  | "incentiveX32"
  | "dividendsX32"
  | "serverEmissionRao"
  | "validatorEmissionRao"
  | "emissionRao";

const OUTPUTS: Readonly<Record<Output, (result: Requested<EpochResult, true>) => ArrayLike<bigint | number>>> = {
  stakeRao: ({ stake }) => stake,
  stakeX32: ({ trace }) => trace.stake,
  active: ({ active }) => active,
  newValidatorPermit: ({ newValidatorPermits }) => newValidatorPermits,
  activeStakeX32: ({ trace }) => trace.activeStake,
  consensusX32: ({ trace }) => trace.consensus,
  validatorTrustX32: ({ trace }) => trace.validatorTrust,
  rankX32: ({ trace }) => trace.ranksBeforeNormalize,
  incentiveX32: ({ trace }) => trace.incentive,
  dividendsX32: ({ trace }) => trace.dividends,
  serverEmissionRao: ({ serverEmission }) => serverEmission,
  validatorEmissionRao: ({ validatorEmission }) => validatorEmission,
  emissionRao: ({ emission }) => emission,
};

/** What one cause did to a number, in that number's own unit. */
export interface CausedChange {
  /** the name of the cause */
  cause: string;
  change: bigint;
}

/** A number that is not what it was: `before` and the changes of all causes sum to `after`, with nothing left over. */
export interface Change {
  before: bigint;
  after: bigint;
  change: bigint;
  /** those that moved it, in the order of the causes */
  causes: CausedChange[];
}

export interface OutputChange extends Change {
  output: Output;
}

/** A stored bond, u16; 0 where there is none. */
export interface BondChange extends Change {
  /** the miner */
  uid: number;
}

/** A part of the state that changed, and the validators (uids with a permit, and the owner) whose activity that switched. */
export interface ComparedCause extends Cause {
  wentInactive: number[];
  wentActive: number[];
}

/** Two epochs of one uid. */
export interface EpochComparison {
  uid: number;
  before: { block: bigint; n: number };
  after: { block: bigint; n: number };
  /** the uid was registered between the two: another hotkey */
  reregistered: boolean;
  /** what speaks against both states being of one subnet */
  warnings: string[];
  /** what changed in the state, in the order in which it is moved from the earlier to the later */
  causes: ComparedCause[];
  /** the outputs that changed, in the order of the epoch */
  outputs: OutputChange[];
  /** the stored bonds that changed, by miner */
  bonds: BondChange[];
}

/**
 * Why one uid's result is not what it was: every output that changed, as a sum over named causes that is exact to the
 * last bit. The state is moved from the earlier to the later one cause after the other, the epoch is run after each, and
 * what it gives then differs from what it gave before by that cause. Another order would divide the same change otherwise.
 * @param before an earlier state of the same subnet
 * @throws EpochInputError where a state cannot be a chain state or has no such uid, or `before` is the later one
 * @throws EpochSizeError where a state does not fit into memory
 */
export function compareEpochs(yuma: Yuma, before: SubnetState, after: SubnetState, uid: number): EpochComparison {
  const engine = checkYuma(yuma);
  const [earlier, later] = [checkState(before, "before"), checkState(after, "after")];
  checkOrder(earlier, later);
  checkUid(earlier, uid);
  checkUid(later, uid);
  const causes: ComparedCause[] = [];
  const readings = [read(engine, earlier, uid)];
  for (const { cause, state } of transition(earlier, later, uid)) {
    const [was, is] = [readings.at(-1)!, read(engine, state, uid)];
    const switched = (to: number) =>
      Array.from(is.active.keys()).filter((i) => is.active[i] === to && was.active[i] === 1 - to && isValidator(state, i));
    causes.push({ ...cause, wentInactive: switched(0), wentActive: switched(1) });
    readings.push(is);
  }
  const changeOf = (value: (reading: Reading) => bigint): Change[] => {
    const values = readings.map(value);
    const [first, last] = [values[0]!, values.at(-1)!];
    const caused = causes.map(({ name }, i): CausedChange => ({ cause: name, change: values[i + 1]! - values[i]! }));
    return first === last
      ? []
      : [{ before: first, after: last, change: last - first, causes: caused.filter(({ change }) => change !== 0n) }];
  };
  const miners = [...new Set(readings.flatMap(({ bonds }) => [...bonds.keys()]))].sort((a, b) => a - b);
  return {
    uid,
    before: { block: earlier.currentBlock, n: earlier.n },
    after: { block: later.currentBlock, n: later.n },
    reregistered: earlier.blockAtRegistration[uid] !== later.blockAtRegistration[uid],
    warnings: warnings(earlier, later),
    causes,
    outputs: (Object.keys(OUTPUTS) as Output[]).flatMap((output) =>
      changeOf(({ outputs }) => outputs[output]).map((change) => ({ output, ...change })),
    ),
    bonds: miners.flatMap((miner) => changeOf(({ bonds }) => bonds.get(miner) ?? 0n).map((change) => ({ uid: miner, ...change }))),
  };
}

interface Reading {
  /** of every uid */
  active: Uint8Array;
  outputs: Record<Output, bigint>;
  /** stored, by miner; duplicates together */
  bonds: ReadonlyMap<number, bigint>;
}

function read(yuma: Yuma, state: SubnetState, uid: number): Reading {
  const result = yuma.epoch(state, { trace: true });
  const outputs = Object.fromEntries(Object.entries(OUTPUTS).map(([output, of]) => [output, BigInt(of(result)[uid]!)]));
  const { starts, uids, values } = result.bonds;
  const bonds = new Map<number, bigint>();
  for (let at = starts[uid]!; at < starts[uid + 1]!; at++) bonds.set(uids[at]!, (bonds.get(uids[at]!) ?? 0n) + BigInt(values[at]!));
  return { active: result.active, outputs: outputs as Record<Output, bigint>, bonds };
}

/** @throws EpochInputError where the state called the earlier is of a later block */
function checkOrder(before: CheckedState, after: CheckedState): void {
  if (before.currentBlock <= after.currentBlock) return;
  throw new EpochInputError("before.currentBlock", `an earlier state: a block up to ${after.currentBlock}`, before.currentBlock);
}

/** A registration or a weight setting that is another one came after the earlier state, or the subnet is another. */
function warnings(before: CheckedState, after: CheckedState): string[] {
  const moved = (what: string, of: (state: CheckedState) => BigUint64Array) => {
    const count = of(after).filter((block, uid) => block < before.currentBlock && block !== of(before)[uid]).length;
    return count === 0 ? [] : [`${count} of ${after.n} uids have another ${what} from before block ${before.currentBlock}`];
  };
  const impossible = [
    ...moved("registration", ({ blockAtRegistration }) => blockAtRegistration),
    ...moved("last update", ({ lastUpdate }) => lastUpdate),
    ...(after.n < before.n ? [`there are ${after.n} uids, and were ${before.n}`] : []),
  ];
  return impossible.map((what) => `these may not be states of one subnet: ${what}`);
}
