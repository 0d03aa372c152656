/** Generated deltas against generated states on a GPU, alone and in chains, each compared with a state that WebAssembly holds. */
import { epochDigest } from "../../bindings/boundary/canonical.js";
import type { Gpu, GpuPoint, GpuState } from "../../bindings/gpu/types.js";
import type { EpochResult, ResidentState, StateChanges, SubnetState, Yuma } from "../../bindings/types.js";
import { pastGuards } from "../gpu/pastGuards.js";
import { Draw } from "./draw.js";
import { fuzzState } from "./states.js";

const POINTS = 3;
const EPOCHS = 3;
const BLOCKS = 361n;

/** Fields of one number or word that fit every state of the rule set. */
const SCALARS = [
  "currentBlock",
  "tempo",
  "lastMechanismStepBlock",
  "activityCutoff",
  "taoWeight",
  "stakeThreshold",
  "maxAllowedValidators",
  "kappa",
  "bondsPenalty",
  "bondsMovingAverage",
  "yuma3",
  "liquidAlpha",
  "alphaLow",
  "alphaHigh",
  "commitReveal",
  "raoEmission",
] as const satisfies readonly (keyof SubnetState)[];
const VECTORS = ["alphaStake", "taoStake", "lastUpdate", "blockAtRegistration"] as const satisfies readonly (keyof SubnetState)[];

export interface StatesCompared {
  compared: number;
  /** what the device found out that the shaders do not cover */
  guarded: number;
  different: string[];
}

/** A point from the fields and rows of another state. */
function pointFrom(donor: SubnetState, state: SubnetState, draw: Draw, onlyRowsOf: ReadonlySet<number> | null): GpuPoint {
  const { n } = state;
  const point: Record<string, unknown> = {};
  for (const name of SCALARS) if (draw.oneIn(4)) point[name] = donor[name];
  for (const name of VECTORS) {
    const { length } = donor[name];
    if (length > 0 && draw.oneIn(5)) point[name] = BigUint64Array.from({ length: n }, (_, uid) => donor[name][uid % length]!);
  }
  if (draw.oneIn(5)) point["validatorPermits"] = Uint8Array.from({ length: n }, () => draw.index(2));
  if (draw.oneIn(5))
    point["previousConsensus"] = Uint16Array.from({ length: draw.of([draw.index(n + 1), draw.index(20 * n + 50)]) }, () => draw.u16());
  if (donor.n === 0) return point as GpuPoint;
  for (const [name, field] of [
    ["weightRows", "weights"],
    ["bondRows", "bonds"],
  ] as const) {
    if (!draw.oneIn(2) || (field === "bonds" && onlyRowsOf !== null)) continue;
    const taken = Array.from({ length: 1 + draw.index(3) }, () => draw.index(n));
    const uids = [...new Set(taken)].filter((uid) => onlyRowsOf === null || onlyRowsOf.has(uid));
    const { starts, uids: columns, values } = donor[field];
    point[name] = uids.map((uid) => {
      const [start, end] = [starts[uid % donor.n]!, starts[(uid % donor.n) + 1]!];
      // A row of a chain has room for an entry on every uid.
      const last = onlyRowsOf === null ? end : Math.min(end, start + n);
      return { uid, uids: columns.slice(start, last), values: values.slice(start, last) };
    });
  }
  return point as GpuPoint;
}

function apply(resident: ResidentState, { weightRows = [], bondRows = [], ...fields }: GpuPoint): void {
  resident.change(fields as StateChanges);
  for (const { uid, uids, values } of weightRows) resident.setWeights(uid, { uids, values });
  for (const { uid, uids, values } of bondRows) resident.setBonds(uid, { uids, values });
}

const digestOf = (result: object) => epochDigest(result as EpochResult);

/** What the device's digests are, undefined where it met a guard. */
async function digests(run: Promise<{ digest?: string }[]>): Promise<(string | undefined)[]> {
  return (await pastGuards(run)).map((result) => result?.digest);
}

/** A state in the register's scope. */
export async function compareStates(gpu: Gpu, yuma: Yuma, seed: bigint, number: number, state: SubnetState): Promise<StatesCompared> {
  const counts: StatesCompared = { compared: 0, guarded: 0, different: [] };
  if (state.n === 0) return counts;
  const draw = new Draw(seed * 1_000_003n + BigInt(number));
  const held = await gpu.upload(state);
  const take = (what: string, got: readonly (string | undefined)[], expected: readonly string[]) =>
    got.forEach((digest, i) => {
      if (digest === undefined) counts.guarded++;
      else {
        counts.compared++;
        if (digest !== expected[i]) counts.different.push(`${what} ${i}`);
      }
    });
  try {
    const points = Array.from({ length: POINTS }, (_, i) => pointFrom(fuzzState(seed, number + 1 + i), state, draw, null));
    const expected = points.map((point) => {
      const resident = yuma.resident(state);
      apply(resident, point);
      return digestOf(resident.run());
    });
    take("point", await digests(gpu.sweep(held, points, { digest: true })), expected);
    await compareChain(gpu, yuma, { held, state, seed, number, draw, take });
  } finally {
    held.destroy();
  }
  return counts;
}

interface Chained {
  held: GpuState;
  state: SubnetState;
  seed: bigint;
  number: number;
  draw: Draw;
  take(what: string, got: readonly (string | undefined)[], expected: readonly string[]): void;
}

async function compareChain(gpu: Gpu, yuma: Yuma, { held, state, seed, number, draw, take }: Chained): Promise<void> {
  const { weights, bonds, validatorPermits, ownerUid } = state;
  const uids = Array.from(validatorPermits, (_, uid) => uid).filter((uid) => {
    const has = ({ starts }: SubnetState["weights"]) => starts[uid]! < starts[uid + 1]!;
    return has(weights) || has(bonds) || validatorPermits[uid] !== 0 || uid === ownerUid;
  });
  const rowsOf = new Set(uids);
  const steps = Array.from({ length: EPOCHS }, (_, i): GpuPoint => {
    const { currentBlock: _block, ...step } = pointFrom(fuzzState(seed, number + 5 + i), state, draw, rowsOf);
    return i === 0 ? { ...step, currentBlock: state.currentBlock >> 1n } : step;
  });
  const resident = yuma.resident(state);
  const expected = steps.map((step) => {
    apply(resident, step);
    return digestOf(resident.run({ advance: BLOCKS }));
  });
  const got = await digests(gpu.epochs(held, steps, { advance: BLOCKS, digest: true }));
  // What comes behind a guard begins with what nobody knows.
  const known = got.includes(undefined) ? got.indexOf(undefined) : got.length;
  take("epoch", got.slice(0, known + 1), expected);
  const after = await digests(gpu.sweep(held, [{}], { digest: true }));
  take("state after", after, [known === got.length ? digestOf(resident.run()) : digestOf(yuma.epoch(state))]);
}
