/** A state that lies on the device: what the host knows of it, and where its parts are. */
import type { CheckedState } from "../boundary/input.js";
import type { StoredRows } from "../types.js";
import { BYTES, SLOT_WORDS, toEven } from "./layout.js";
import { mayWrap, upperWords } from "./modes.js";
import { slotOfUid, slotsIn, slotsOf, type Slots } from "./slots.js";
import { USAGE } from "./usage.js";
import { placesOf, wordsOf, type VectorField } from "./vectors.js";

/** The same in halves of words. */
export function toFour(halves: number): number {
  return Math.ceil(halves / 4) * 4;
}

/** Each slot's row has a place of its own; behind all uids come all values. */
export interface HeldRows {
  buffer: GPUBuffer;
  /** entries that a row has room for, a multiple of four */
  room: number;
  /** those of all rows */
  entries: number;
}

export interface HeldSlots extends Slots {
  /** word of the state where the table lies */
  at: number;
  /** by uid, -1 where it has none */
  ofUid: Int32Array;
}

export class HeldState {
  readonly n: number;
  /** words of the state */
  readonly places: Readonly<Record<VectorField, number>>;
  readonly stateWords: number;
  /** rows that count now; undefined once permits have changed on the device */
  counting: HeldSlots | undefined;
  /** those and rows that may come to count */
  readonly all: HeldSlots;
  readonly state: GPUBuffer;
  readonly weights: HeldRows;
  readonly bonds: HeldRows;
  open = true;
  /** calls that the device works on */
  private inUse = 0;
  /** that the last call on it has its turn */
  before: Promise<unknown> = Promise.resolve();
  /** epochs run on it: what the host knows is not what it will be */
  advances = false;

  /** of the stakes, as `upperWords` gives them */
  upper: { alphaStake: number; taoStake: number };

  /** @param current what is in the arrays of uids is not read again */
  constructor(
    device: GPUDevice,
    public current: CheckedState,
  ) {
    const { n, weights, bonds } = current;
    this.n = n;
    this.upper = { alphaStake: upperWords(current.alphaStake), taoStake: upperWords(current.taoStake) };
    const all = slotsOf(current, true);
    const slots = all.uids.length;
    this.weights = rowsOf(device, "held weights", slots, roomOf(weights, n));
    this.bonds = rowsOf(device, "held bonds", slots, roomOf(bonds, n));
    const table = this.inPlaces(all.table);
    const counting = new Set(slotsOf(current).uids);
    const rows = Array.from(all.uids, (_, slot) => table.subarray(SLOT_WORDS * slot, SLOT_WORDS * (slot + 1)));
    const countingTable = Uint32Array.from(rows.filter(([uid]) => counting.has(uid!)).flatMap((row) => [...row]));
    let at = 0;
    // At whole pairs of words, as that is what is copied.
    const take = (words: number) => {
      const start = at;
      at += toEven(words);
      return start;
    };
    // Room for a consensus of every uid, which an epoch leaves.
    this.places = placesOf((name) => take(name === "previousConsensus" ? Math.ceil(n / 2) : wordsOf(current[name])));
    const heldSlots = (rows: Uint32Array): HeldSlots => {
      const slots = slotsIn(rows);
      return { ...slots, at: take(rows.length), ofUid: slotOfUid(slots, n) };
    };
    this.counting = heldSlots(countingTable);
    this.all = heldSlots(table);
    this.stateWords = at;
    this.state = bufferOf(device, "held state", at * BYTES.word);
  }

  /** Whether the stakes' sum may wrap where some fields are others. */
  wrapsWith({ alphaStake, taoStake }: Partial<CheckedState>): boolean {
    return mayWrap(
      alphaStake === undefined ? this.upper.alphaStake : upperWords(alphaStake),
      taoStake === undefined ? this.upper.taoStake : upperWords(taoStake),
    );
  }

  /** Its memory stays until the work is done, even where it is given back meanwhile. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.inUse++;
    try {
      return await work();
    } finally {
      this.inUse--;
      this.release();
    }
  }

  destroy(): void {
    this.open = false;
    this.release();
  }

  private release(): void {
    if (this.open || this.inUse > 0) return;
    for (const buffer of [this.state, this.weights.buffer, this.bonds.buffer]) buffer.destroy();
  }

  /** A table of slots whose rows lie in the places that they have here. */
  private inPlaces(table: Uint32Array): Uint32Array {
    const placed = table.slice();
    for (let slot = 0, at = 0; at < placed.length; slot++, at += SLOT_WORDS) {
      const weight = slot * this.weights.room;
      const bond = slot * this.bonds.room;
      placed.set([weight, weight + table[at + 2]! - table[at + 1]!, bond, bond + table[at + 4]! - table[at + 3]!], at + 1);
    }
    return placed;
  }
}

function longestRow({ starts }: StoredRows): number {
  let longest = 0;
  for (let row = 0; row + 1 < starts.length; row++) longest = Math.max(longest, starts[row + 1]! - starts[row]!);
  return longest;
}

/** What a state's rows take on the device. */
export function heldRowBytes(state: CheckedState): { weights: number; bonds: number } {
  const slots = slotsOf(state, true).uids.length;
  const bytes = (rows: StoredRows) => 2 * slots * roomOf(rows, state.n) * BYTES.half;
  return { weights: bytes(state.weights), bonds: bytes(state.bonds) };
}

/** A row's, which may become one of an entry on every uid. */
function roomOf(rows: StoredRows, n: number): number {
  return toFour(Math.max(n, longestRow(rows)));
}

function rowsOf(device: GPUDevice, label: string, slots: number, room: number): HeldRows {
  const entries = slots * room;
  return { buffer: bufferOf(device, label, 2 * entries * BYTES.half), room, entries };
}

function bufferOf(device: GPUDevice, label: string, bytes: number): GPUBuffer {
  return device.createBuffer({ label, size: Math.max(8, bytes), usage: USAGE.copySource | USAGE.copyTarget });
}
