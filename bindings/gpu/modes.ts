/** What the states of a batch ask of the device beyond what every state does: each mode has stages and known answers of its own. */
import type { CheckedState } from "../boundary/input.js";
import type { Job } from "./plan.js";

const ASKED_BY = {
  classic: ({ state }: Job) => !state.yuma3,
  yuma3: ({ state }: Job) => state.yuma3,
  liquid: ({ state }: Job) => isLiquid(state),
  /** liquid alpha over rows that do not ascend */
  unsorted: ({ state, shape }: Job) => isLiquid(state) && !shape.ascending,
  /** stakes whose sum may wrap, so that the median may have to be searched for as the chain does */
  wrapping: ({ state }: Job) => mayWrap(state),
};

export type Mode = keyof typeof ASKED_BY;
export type Modes = Readonly<Record<Mode, boolean>>;

export const MODES = Object.keys(ASKED_BY) as readonly Mode[];

export function modesOf(jobs: readonly Job[]): Modes {
  return Object.fromEntries(MODES.map((mode) => [mode, jobs.some(ASKED_BY[mode])])) as Modes;
}

export function isLiquid(state: CheckedState): boolean {
  return state.yuma3 && state.liquidAlpha;
}

/** Upper words that add up to it, each one too many, may add up to 2^63 rao. */
const WRAPPING_WORDS = 2 ** 31;

/**
 * Whether all alpha and TAO together may come to 2^63 rao. Below it no total saturates (the weight of TAO is one at most)
 * and their sum in I64F64 does not wrap, so that the shares are from 0 to one, as is their sum, also after each of the
 * normalisations behind: the voters' stakes are plain, and `consensus_search` has nothing to do. stake.md 2, 3, 4.
 */
function mayWrap({ alphaStake, taoStake }: CheckedState): boolean {
  let upper = 0;
  for (const { buffer, byteOffset, length } of [alphaStake, taoStake]) {
    const words = new Uint32Array(buffer, byteOffset, 2 * length);
    // A stake is below its upper word and one.
    for (let at = 1; at < words.length; at += 2) upper += words[at]! + 1;
  }
  return upper > WRAPPING_WORDS;
}
