/** The lists of work that dispatches go through: which network, and which of its rows or tiles of uids. */
import { GROUP } from "./layout.js";

/** A part of a list of work that one dispatch takes. */
export interface Slice {
  /** word of the state where it begins */
  list: number;
  count: number;
  /** cells, about, that it visits */
  cost: number;
}

export type WorkKind = "network" | "tile" | "row";
export type Slices = Record<WorkKind, Slice[]>;

/** A network whose work is listed, by its place among the records. */
export interface Listed {
  network: number;
  n: number;
  slots: number;
}

/** Cells that a dispatch visits at most (a single item of work may have more): a watchdog ends what takes too long. */
const SLICE_COST = 4 * 1024 * 1024;

/** Two of each item: the network, and its tiles of uids and its slots. */
export function listWords(n: number, slots: number): number {
  return 2 * (1 + Math.ceil(n / GROUP) + slots);
}

/** Lists the work of networks from a word of the state on, each kind's behind the other's, and cuts it into slices. */
export function listWork(words: Uint32Array, from: number, origin: number, networks: readonly Listed[]): Slices {
  let at = from;
  const list = (countOf: (network: Listed) => number, step: number, costOf: (network: Listed) => number): Slice[] => {
    const slices: Slice[] = [];
    let slice: Slice | undefined;
    for (const item of networks) {
      const cost = costOf(item);
      const count = countOf(item);
      for (let i = 0; i < count; ) {
        if (slice === undefined || slice.cost + cost > SLICE_COST) slices.push((slice = { list: origin + at, count: 0, cost: 0 }));
        const taken = Math.max(1, Math.min(count - i, Math.floor((SLICE_COST - slice.cost) / cost)));
        slice.count += taken;
        slice.cost += taken * cost;
        for (const end = i + taken; i < end; i++) {
          words[at++] = item.network;
          words[at++] = i * step;
        }
      }
    }
    return slices;
  };
  return {
    network: list(
      () => 1,
      0,
      ({ n }) => n,
    ),
    tile: list(
      ({ n }) => Math.ceil(n / GROUP),
      GROUP,
      ({ n, slots }) => GROUP * (slots + n),
    ),
    row: list(
      ({ slots }) => slots,
      1,
      ({ n }) => n,
    ),
  };
}
