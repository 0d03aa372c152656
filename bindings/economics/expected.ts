import { MOST_VALUES } from "../boundary/limits.js";

/** What is expected of fields that are each of their kind, in the words of every backend. */

export const once = (key: string) => `each ${key} once`;

export const ONE_OF_THE_HOTKEYS = "the id of one of the hotkeys";

/** A hotkey that is paid twice goes through its parents and children twice. */
export const FEW_SHARES = `at most ${MOST_VALUES} parents and children of all that are paid`;

/** Every subnet may do something in every block. */
export function mostBlocks(subnets: number): bigint {
  return BigInt(Math.floor(MOST_VALUES / Math.max(subnets, 1)));
}

export const fewBlocks = (subnets: number) => `at most ${mostBlocks(subnets)} with ${subnets} subnets`;

export const oneForEachStake = (stakes: number) => `as many as there are stakes (${stakes})`;

export const indexBelow = (count: number) => `an index below ${count}`;
