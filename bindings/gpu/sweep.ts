/** Puts points of a sweep beside the state that they differ from, which the device copies to itself. */
import type { CheckedState } from "../boundary/input.js";
import { stage, type Chunk, type Copy, type Section, type Written } from "./chunk.js";
import { toFour, type HeldRows, type HeldState } from "./held.js";
import { BYTES, NETWORK_SIZE, SLOT_WORDS, STATUS_WORDS, VECTOR_FIELDS, type NetworkPlaces } from "./layout.js";
import { modesOf } from "./modes.js";
import { bitsOf, outputLayout, type Asked } from "./outputs.js";
import { shapeOf, sizesOf, type Sizes } from "./plan.js";
import type { Point } from "./points.js";
import { Records } from "./record.js";
import { slotOfUid, slotsIn, type Slots } from "./slots.js";
import type { Staging } from "./staging.js";
import type { UidRow } from "./types.js";
import { bytesOf, vectorWords, wordsOf } from "./vectors.js";
import { listWords, listWork } from "./work.js";

/** A point with the room that it takes. */
export interface SweepJob {
  place: number;
  point: Point;
  /** with the point's fields */
  state: CheckedState;
  slots: Slots;
  /** word of the state where the table of slots lies; undefined where the point has one of its own */
  tableAt: number | undefined;
  /** the slot of each uid */
  slotOf: Int32Array;
  /** of what it has of its own */
  stateWords: number;
  weightEntries: number;
  bondEntries: number;
}

export function sweepJob(held: HeldState, point: Point, place: number): SweepJob {
  const { fields, weightRows, bondRows } = point;
  const { n } = held;
  const permitsChange = fields.validatorPermits !== undefined || fields.ownerUid !== undefined;
  const base = permitsChange ? held.all : (held.counting ?? held.all);
  const tableAt = weightRows.length + bondRows.length === 0 ? base.at : undefined;
  const areThere = [weightRows, bondRows].every((rows) => rows.every(({ uid }) => base.ofUid[uid]! >= 0));
  const slots = areThere ? base : slotsIn(withRows(base.table, weightRows, bondRows));
  const entries = (rows: readonly UidRow[]) => rows.reduce((sum, { uids }) => sum + uids.length, 0);
  return {
    place,
    point,
    state: { ...held.current, ...fields },
    slots,
    tableAt,
    slotOf: areThere ? base.ofUid : slotOfUid(slots, n),
    stateWords: vectorWords(fields) + (tableAt === undefined ? slots.table.length : 0),
    weightEntries: entries(weightRows),
    bondEntries: entries(bondRows),
  };
}

/** The table with a slot for each of the rows; where their entries lie is known when they are packed. */
function withRows(table: Uint32Array, weightRows: readonly UidRow[], bondRows: readonly UidRow[]): Uint32Array {
  const rows = new Map<number, Uint32Array>();
  for (let at = 0; at < table.length; at += SLOT_WORDS) rows.set(table[at]!, table.subarray(at, at + SLOT_WORDS));
  for (const { uid } of [...weightRows, ...bondRows]) if (!rows.has(uid)) rows.set(uid, Uint32Array.of(uid, 0, 0, 0, 0));
  const merged = new Uint32Array(SLOT_WORDS * rows.size);
  [...rows.keys()].sort((a, b) => a - b).forEach((uid, slot) => merged.set(rows.get(uid)!, SLOT_WORDS * slot));
  return merged;
}

/** Bytes that every chunk of a sweep has. */
export function heldSizes({ stateWords, weights, bonds }: HeldState): Partial<Sizes> {
  return {
    state: stateWords * BYTES.word,
    // Entries of the points are a multiple of four.
    "stored weights": 2 * (weights.entries + 4) * BYTES.half,
    "stored bonds": 2 * (bonds.entries + 4) * BYTES.half,
  };
}

export function sweepSizes({ state: { n }, slots, stateWords, weightEntries, bondEntries }: SweepJob, asked: Asked): Sizes {
  return sizesOf(n, slots.uids.length, asked, {
    state: (stateWords + listWords(n, slots.uids.length)) * BYTES.word,
    "stored weights": 2 * weightEntries * BYTES.half,
    "stored bonds": 2 * bondEntries * BYTES.half,
  });
}

/** Of each row that some point has, where its entries begin behind those of the others; and how many there are. */
class Rows {
  private readonly firsts = new Map<UidRow, number>();
  private end = 0;

  constructor(lists: readonly (readonly UidRow[])[]) {
    for (const rows of lists) {
      for (const row of rows) {
        if (this.firsts.has(row)) continue;
        this.firsts.set(row, this.end);
        this.end += row.uids.length;
      }
    }
  }

  /** a multiple of four */
  get entries(): number {
    return toFour(this.end);
  }

  firstOf(row: UidRow): number {
    return this.firsts.get(row)!;
  }

  each(put: (row: UidRow, first: number) => void): void {
    this.firsts.forEach((first, row) => put(row, first));
  }
}

/** Rows of points behind those of the state: uids and values each in one piece. */
class Deltas {
  constructor(
    private readonly held: HeldRows,
    private readonly section: Section,
    private readonly rows: Rows,
    private readonly uids: Written,
    private readonly values: Written,
  ) {
    rows.each((row, first) => {
      uids.halves.set(row.uids, first);
      values.halves.set(row.values, first);
    });
  }

  /** Where a row's entries begin and end. */
  rangeOf(row: UidRow): [first: number, end: number] {
    const first = this.held.entries + this.rows.firstOf(row);
    return [first, first + row.uids.length];
  }

  /** half of the section where the values begin */
  get valuesAt(): number {
    return this.held.entries + this.rows.entries;
  }

  get copies(): Copy[] {
    const { buffer, entries } = this.held;
    const bytes = entries * BYTES.half;
    return [
      { from: buffer, at: 0, to: this.section, offset: 0, bytes },
      { from: buffer, at: bytes, to: this.section, offset: this.valuesAt * BYTES.half, bytes },
      this.uids.copy,
      this.values.copy,
    ];
  }
}

/** @throws RangeError where the host has no memory for it */
export function packPoints(held: HeldState, jobs: readonly SweepJob[], asked: Asked, staging: Staging): Chunk {
  const { n, stateWords } = held;
  const sum = (value: (job: SweepJob) => number) => jobs.reduce((total, job) => total + value(job), 0);
  const lists = sum(({ slots }) => listWords(n, slots.uids.length));
  const ownWords = lists + sum((job) => job.stateWords);
  const weightRows = new Rows(jobs.map(({ point }) => point.weightRows));
  const bondRows = new Rows(jobs.map(({ point }) => point.bondRows));
  const weightEntries = weightRows.entries;
  const bondEntries = bondRows.entries;
  const rowsPart = (section: Section, entries: number, offset: number) => ({
    section,
    offset: offset * BYTES.half,
    bytes: entries * BYTES.half,
  });
  const { staged, written } = stage(staging, [
    { section: "networks", offset: 0, bytes: jobs.length * NETWORK_SIZE * BYTES.word },
    { section: "state", offset: stateWords * BYTES.word, bytes: ownWords * BYTES.word },
    rowsPart("storedWeights", weightEntries, held.weights.entries),
    rowsPart("storedWeights", weightEntries, 2 * held.weights.entries + weightEntries),
    rowsPart("storedBonds", bondEntries, held.bonds.entries),
    rowsPart("storedBonds", bondEntries, 2 * held.bonds.entries + bondEntries),
  ]);
  const [networks, own] = written;
  const weights = new Deltas(held.weights, "storedWeights", weightRows, written[2]!, written[3]!);
  const bonds = new Deltas(held.bonds, "storedBonds", bondRows, written[4]!, written[5]!);
  const listed = jobs.map(({ slots }, network) => ({ network, n, slots: slots.uids.length }));
  const slices = listWork(own!.words, 0, stateWords, listed);
  let at = lists;
  const vectorsOf = (fields: Point["fields"]): Partial<NetworkPlaces> => {
    const places: Partial<NetworkPlaces> = {};
    for (const name of VECTOR_FIELDS) {
      const values = fields[name];
      if (values === undefined) continue;
      own!.bytes.set(bytesOf(values), at * BYTES.word);
      places[name] = stateWords + at;
      at += wordsOf(values);
    }
    return places;
  };
  const putTable = ({ point, slots: { table }, slotOf }: SweepJob): number => {
    const placed = own!.words.subarray(at, at + table.length);
    placed.set(table);
    for (const row of point.weightRows) placed.set(weights.rangeOf(row), SLOT_WORDS * slotOf[row.uid]! + 1);
    for (const row of point.bondRows) placed.set(bonds.rangeOf(row), SLOT_WORDS * slotOf[row.uid]! + 3);
    at += table.length;
    return stateWords + at - table.length;
  };
  let firstCell = 0;
  let result = jobs.length * STATUS_WORDS;
  let output = 0;
  // What all points have in common is copied from one record.
  const records = new Records(networks!.words);
  const base = new Uint32Array(NETWORK_SIZE);
  const common = new Records(base);
  common.places(0, { ...held.places, uids: n, weightUids: 0, weightValues: weights.valuesAt, bondUids: 0, bondValues: bonds.valuesAt });
  common.parameters(0, held.current);
  jobs.forEach((job, network) => {
    const { state, slots } = job;
    const { fields } = job.point;
    const record = network * NETWORK_SIZE;
    records.like(record, base, state, fields);
    records.places(record, {
      firstUid: network * n,
      slots: slots.uids.length,
      firstCell,
      slotRows: job.tableAt ?? putTable(job),
      result,
      status: network * STATUS_WORDS,
      output,
      ...vectorsOf(fields),
    });
    const shape = shapeOf(n, slots.uids.length);
    firstCell += shape.cells;
    result += shape.resultWords - STATUS_WORDS;
    output += outputLayout(asked, n, slots.uids.length).words;
  });
  const whole: Copy = { from: held.state, at: 0, to: "state", offset: 0, bytes: stateWords * BYTES.word };
  const copies = [whole, ...weights.copies, ...bonds.copies, networks!.copy, own!.copy];
  const { digest, outputs } = asked;
  return {
    sizes: {
      networks: jobs.length * NETWORK_SIZE * BYTES.word,
      state: (stateWords + ownWords) * BYTES.word,
      storedWeights: 2 * weights.valuesAt * BYTES.half,
      storedBonds: 2 * bonds.valuesAt * BYTES.half,
    },
    uids: jobs.length * n,
    cells: firstCell,
    resultWords: result,
    outputWords: output,
    outputs: bitsOf(asked),
    modes: {
      ...modesOf(jobs.map(({ state }) => state)),
      wrapping: jobs.some(({ point }) => held.wrapsWith(point.fields)),
      bonds: digest || outputs.includes("bonds"),
      digest,
      advances: false,
    },
    steps: [{ copies, slices }],
    staged,
  };
}
