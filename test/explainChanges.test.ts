import { describe, expect, it } from "vitest";
import { U64_MAX } from "../bindings/values/constants.js";
import { explainer, type Explanation } from "../bindings/explain/index.js";
import { fromJson } from "../bindings/boundary/input.js";
import type { EpochResult, FixedRows, StoredRows, SubnetState } from "../bindings/types.js";
import { backendNamed } from "./backends.js";
import { readVectors } from "./vectors.js";

const { yuma } = backendNamed("wasm");

const FILES = ["basic", "commitreveal", "edge", "liquid", "modes", "owner", "registration", "series", "stake", "unsorted"];
const EXPLAINED = FILES.flatMap((file) =>
  readVectors(`epoch/${file}`).flatMap(({ in: input }, i) => {
    const state = fromJson(input);
    const explained = explainer(yuma, state);
    return Array.from({ length: state.n }, (_, uid) => ({ place: `${file} ${i} uid ${uid}`, state, explanation: explained(uid) }));
  }),
);

const run = (state: SubnetState): EpochResult => yuma.epoch(state, { trace: true });

function withAlpha(state: SubnetState, ...changes: [uid: number, rao: bigint][]): SubnetState {
  const alphaStake = state.alphaStake.slice();
  for (const [uid, rao] of changes) alphaStake[uid]! += rao;
  return { ...state, alphaStake };
}

function withWeight(state: SubnetState, i: number, j: number, value: number): SubnetState {
  const { starts, uids, values } = state.weights;
  const at = uids.findIndex((uid, entry) => uid === j && entry >= starts[i]! && entry < starts[i + 1]!);
  return { ...state, weights: { starts, uids, values: values.with(at, value) } };
}

function entryOf(rows: FixedRows | StoredRows, i: number, j: number): bigint | undefined {
  for (let at = rows.starts[i]!; at < rows.starts[i + 1]!; at++) if (rows.uids[at] === j) return BigInt(rows.values[at]!);
  return undefined;
}

type Case = { at: SubnetState; before: SubnetState; outcome: (result: EpochResult) => unknown; is: unknown; was: unknown };

/** Each kind of change that an explanation names: the state just at it, and one unit less. */
const KINDS: Record<string, (state: SubnetState, e: Explanation) => Case[]> = {
  "alpha stake to the threshold": (state, { uid, stake: { toThreshold: change, counted } }) => {
    if (change === null) return [];
    const sign = change.direction === "gain" ? 1n : -1n;
    const kept = counted !== "below the threshold";
    return [
      {
        at: withAlpha(state, [uid, sign * change.alphaRao]),
        before: withAlpha(state, [uid, sign * (change.alphaRao - 1n)]),
        // Stake that is too small to be seen beside the others is 0 either way: the total says that it would count.
        outcome: (result) => [
          result.stake[uid]! >= state.stakeThreshold,
          result.stake[uid]! < state.stakeThreshold && result.trace!.stake[uid] !== 0n,
        ],
        is: [!kept, false],
        was: [kept, false],
      },
    ];
  },
  "alpha stake for the permit": (state, { uid, permit: { change, next } }) => {
    if (change === null) return [];
    const sign = change.direction === "gain" ? 1n : -1n;
    return [
      {
        at: withAlpha(state, [uid, sign * change.alphaRao]),
        before: withAlpha(state, [uid, sign * (change.alphaRao - 1n)]),
        outcome: (result) => result.newValidatorPermits[uid],
        is: Number(!next),
        was: Number(next),
      },
    ];
  },
  "stake that moves the consensus": (state, { uid, consensus }) =>
    [consensus.rise, consensus.fall].flatMap((change): Case[] => {
      if (change?.move === null || change?.move === undefined) return [];
      const { from, to, alphaRao, consensusX32 } = change.move;
      return [
        {
          at: withAlpha(state, [from, -alphaRao], [to, alphaRao]),
          before: withAlpha(state, [from, 1n - alphaRao], [to, alphaRao - 1n]),
          outcome: (result) => result.trace!.consensus[uid],
          is: consensusX32,
          was: consensus.consensusX32,
        },
      ];
    }),
  "kappa that moves the consensus": (state, { uid, consensus }) =>
    (
      [
        [consensus.rise, 1],
        [consensus.fall, -1],
      ] as const
    ).flatMap(([change, back]): Case[] => {
      if (change?.kappa === null || change?.kappa === undefined) return [];
      const higher = back === 1;
      return [
        {
          at: { ...state, kappa: change.kappa },
          before: { ...state, kappa: change.kappa + back },
          outcome: (result) => {
            const now = result.trace!.consensus[uid]!;
            return higher ? now > consensus.consensusX32 : now < consensus.consensusX32;
          },
          is: true,
          was: false,
        },
      ];
    }),
  "the weight at which clipping stops": (state, { uid, weights }) =>
    weights.flatMap((weight): Case[] => {
      if (weight.uncutUpTo === null) return [];
      return [
        {
          at: withWeight(state, uid, weight.uid, weight.uncutUpTo),
          before: withWeight(state, uid, weight.uid, weight.uncutUpTo + 1),
          outcome: ({ trace }) =>
            entryOf(trace!.weightsNormalized, uid, weight.uid) === (entryOf(trace!.clippedWeights, uid, weight.uid) ?? -1n),
          is: true,
          was: false,
        },
      ];
    }),
  "the block through which it is active": (state, { uid, activity: { activeThroughBlock } }) =>
    activeThroughBlock === U64_MAX
      ? []
      : [
          {
            at: { ...state, currentBlock: activeThroughBlock + 1n },
            before: { ...state, currentBlock: activeThroughBlock },
            outcome: (result) => result.active[uid],
            is: 0,
            was: 1,
          },
        ],
  "the block after which a weight counts": (state, { uid, weights }) =>
    weights.flatMap(({ uid: miner, outcome, registeredBlock }, k): Case[] => {
      if (registeredBlock === U64_MAX) return []; // no block comes after it
      if (
        (outcome !== "set before the miner registered" && outcome !== "set in the block in which the miner registered") ||
        weights.some((other, at) => other.uid === miner && at !== k) ||
        state.commitReveal
      )
        return [];
      return [
        {
          at: { ...state, lastUpdate: state.lastUpdate.with(uid, registeredBlock! + 1n) },
          before: { ...state, lastUpdate: state.lastUpdate.with(uid, registeredBlock!) },
          outcome: ({ trace }) => entryOf(trace!.weightsNormalized, uid, miner) !== undefined,
          is: true,
          was: false,
        },
      ];
    }),
  "the block before which a registration clears no bonds": (state, { uid, bonds, bondsCutoff, weights }) =>
    bonds.flatMap(({ uid: miner, cleared, oldStored }): Case[] => {
      // Seen in the bonds where no new weight comes on top, and the constant alpha keeps what there was.
      if (
        !cleared ||
        oldStored === 0 ||
        bondsCutoff === 0n ||
        state.liquidAlpha ||
        !state.yuma3 ||
        weights.some((weight) => weight.uid === miner)
      )
        return [];
      if (state.bondsMovingAverage === 0n) return [];
      const registered = (block: bigint): SubnetState => ({ ...state, blockAtRegistration: state.blockAtRegistration.with(miner, block) });
      return [
        {
          at: registered(bondsCutoff - 1n),
          before: registered(bondsCutoff),
          outcome: ({ trace }) => entryOf(trace!.emaBonds, uid, miner) !== undefined,
          is: true,
          was: false,
        },
      ];
    }),
};

describe("just at the change that an explanation names the outcome is another, and one unit less it is not", () => {
  it.each(Object.entries(KINDS))("%s", (_, cases) => {
    const all = EXPLAINED.flatMap(({ place, state, explanation }) => cases(state, explanation).map((one) => ({ place, ...one })));
    const wrong = all.flatMap(({ place, at, before, outcome, is, was }) => {
      const [got, expected] = [[outcome(run(at)), outcome(run(before))].join(" | "), `${is} | ${was}`];
      return got === expected ? [] : [`${place}: at it | one less: ${got}, expected ${expected}`];
    });
    expect(wrong).toEqual([]);
    expect(all.length).toBeGreaterThan(20);
  });
});
