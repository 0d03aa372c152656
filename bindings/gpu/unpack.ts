/** Reads the results of a chunk back into the core's own types. */
import type { EpochResult, StoredRows } from "../types.js";
import { BYTES, DONE, RESULT, STATUS, STATUS_WORDS } from "./layout.js";
import type { ReadBack } from "./lane.js";
import type { Packed } from "./pack.js";
import type { Job } from "./plan.js";
import { GUARDS } from "./register.js";

/** What became of one state. */
export type Outcome = { result: EpochResult } | { guard: { field: string; reason: string } } | { missing: true };

export function unpack(jobs: readonly Job[], packed: Packed, { results, bonds }: ReadBack): Outcome[] {
  return jobs.map((job, network) => {
    const status = network * STATUS_WORDS;
    if (results[status + STATUS.DONE] !== DONE) return { missing: true };
    const guard = results[status + STATUS.GUARD]!;
    if (guard !== 0) return { guard: GUARDS[guard]! };
    const liquidRan = results[status + STATUS.LIQUID_RUNS] !== 0;
    const { cells } = job.shape;
    const halves = new Uint16Array(bonds.buffer, bonds.byteOffset + packed.cellAt[network]! * BYTES.cell, 2 * cells);
    return { result: resultOf(job, results, packed.resultAt[network]!, halves, liquidRan) };
  });
}

function resultOf(job: Job, results: Uint32Array<ArrayBuffer>, at: number, halves: Uint16Array, liquidRan: boolean): EpochResult {
  const { n } = job.state;
  const words = (part: number) => results.subarray(at + part * n, at + (part + 1) * n);
  const u16s = (part: number) => new Uint16Array(words(part));
  const flags = (part: number) => new Uint8Array(words(part));
  const u64s = (part: number) => {
    const from = results.byteOffset + (at + part * n) * 4;
    return new BigUint64Array(results.buffer, from, n).slice();
  };
  const countsAt = at + RESULT.BOND_COUNTS * n;
  return {
    stakeWeight: u16s(RESULT.STAKE_WEIGHT),
    active: flags(RESULT.ACTIVE),
    consensus: u16s(RESULT.CONSENSUS),
    incentive: u16s(RESULT.INCENTIVE),
    dividends: u16s(RESULT.DIVIDENDS),
    validatorTrust: u16s(RESULT.VALIDATOR_TRUST),
    serverEmission: u64s(RESULT.SERVER_EMISSION),
    validatorEmission: u64s(RESULT.VALIDATOR_EMISSION),
    emission: u64s(RESULT.EMISSION),
    newValidatorPermits: flags(RESULT.NEW_VALIDATOR_PERMITS),
    stake: u64s(RESULT.STAKE),
    bonds: storedRows(job, results.subarray(countsAt, countsAt + job.shape.slotUids.length), halves, liquidRan),
  };
}

/** A penalty strictly between the ends brings rows into order. */
const MAX_PENALTY = 65_535;

/**
 * The bonds of those with a new permit; their order is that of the uids, or under liquid alpha of the stored weights. A
 * row of cells holds its uids from the first half of a word on, its values from the n-th.
 */
function storedRows({ state, shape }: Job, counts: Uint32Array, halves: Uint16Array, liquidRan: boolean): StoredRows {
  const { n } = state;
  const keepsOrder = liquidRan && !shape.ascending && (state.bondsPenalty === 0 || state.bondsPenalty === MAX_PENALTY);
  const total = counts.reduce((sum, count) => sum + count, 0);
  const starts = new Uint32Array(n + 1);
  const uids = new Uint16Array(total);
  const values = new Uint16Array(total);
  let at = 0;
  let slot = 0;
  for (let row = 0; row < n; row++) {
    if (shape.slotUids[slot] === row) {
      const count = counts[slot]!;
      const first = 2 * slot * n;
      const rowUids = halves.subarray(first, first + count);
      const rowValues = halves.subarray(first + n, first + n + count);
      if (keepsOrder) putInOrderOfWeights(state.weights, row, rowUids, rowValues);
      uids.set(rowUids, at);
      values.set(rowValues, at);
      at += count;
      slot++;
    }
    starts[row + 1] = at;
  }
  return { starts, uids, values };
}

/** Reorders a row's entries; each of them has a weight. */
function putInOrderOfWeights({ starts, uids: weightUids }: StoredRows, row: number, uids: Uint16Array, values: Uint16Array): void {
  const valueOn = new Map(Array.from(uids, (uid, entry) => [uid, values[entry]!]));
  let entry = 0;
  for (const uid of weightUids.subarray(starts[row], starts[row + 1])) {
    const value = valueOn.get(uid);
    if (value === undefined) continue;
    uids[entry] = uid;
    values[entry] = value;
    entry++;
  }
}

/** The result of a network without uids. */
export function emptyResult(): EpochResult {
  const none = () => new Uint16Array(0);
  return {
    stakeWeight: none(),
    active: new Uint8Array(0),
    consensus: none(),
    incentive: none(),
    dividends: none(),
    validatorTrust: none(),
    serverEmission: new BigUint64Array(0),
    validatorEmission: new BigUint64Array(0),
    emission: new BigUint64Array(0),
    newValidatorPermits: new Uint8Array(0),
    stake: new BigUint64Array(0),
    bonds: { starts: new Uint32Array(1), uids: none(), values: none() },
  };
}
