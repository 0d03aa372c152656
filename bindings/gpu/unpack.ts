/** Reads the results of a chunk back into the core's own types. */
import type { EpochResult, StoredRows } from "../types.js";
import { BOND_VALUE, DONE, HAS_BOND, RESULT, STATUS, STATUS_WORDS } from "./layout.js";
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
    return { result: resultOf(job, results, packed.resultAt[network]!, bonds, packed.cellAt[network]!, liquidRan) };
  });
}

function resultOf(job: Job, results: Uint32Array<ArrayBuffer>, at: number, bonds: Uint32Array, firstCell: number, liquidRan: boolean): EpochResult {
  const { n } = job.state;
  const words = (part: number) => results.subarray(at + part * n, at + (part + 1) * n);
  const u16s = (part: number) => new Uint16Array(words(part));
  const flags = (part: number) => new Uint8Array(words(part));
  const u64s = (part: number) => {
    const from = results.byteOffset + (at + part * n) * 4;
    return new BigUint64Array(results.buffer, from, n).slice();
  };
  const newValidatorPermits = flags(RESULT.NEW_VALIDATOR_PERMITS);
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
    newValidatorPermits,
    bonds: storedRows(job, newValidatorPermits, bonds, firstCell, liquidRan),
    stake: u64s(RESULT.STAKE),
  };
}

/** A penalty strictly between the ends brings rows into order. */
const MAX_PENALTY = 65_535;

/** The bonds of those with a new permit; their order is that of the uids, or under liquid alpha of the stored weights. */
function storedRows({ state, shape }: Job, permits: Uint8Array, bonds: Uint32Array, firstCell: number, liquidRan: boolean): StoredRows {
  const { n, weights } = state;
  const keepsOrder = liquidRan && !shape.ascending && (state.bondsPenalty === 0 || state.bondsPenalty === MAX_PENALTY);
  const starts = new Uint32Array(n + 1);
  const uids = new Uint16Array(shape.cells);
  const values = new Uint16Array(shape.cells);
  let count = 0;
  let slot = 0;
  for (let row = 0; row < n; row++) {
    if (shape.slotUids[slot] === row) {
      const first = firstCell + slot * n;
      slot++;
      const put = (uid: number) => {
        const cell = bonds[first + uid]!;
        if ((cell & HAS_BOND) === 0) return;
        uids[count] = uid;
        values[count] = cell & BOND_VALUE;
        count++;
      };
      if (permits[row] === 0) {
        // stored empty
      } else if (keepsOrder) {
        for (let entry = weights.starts[row]!; entry < weights.starts[row + 1]!; entry++) if (weights.uids[entry]! < n) put(weights.uids[entry]!);
      } else {
        for (let uid = 0; uid < n; uid++) put(uid);
      }
    }
    starts[row + 1] = count;
  }
  return { starts, uids: uids.slice(0, count), values: values.slice(0, count) };
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
    bonds: { starts: new Uint32Array(1), uids: none(), values: none() },
    stake: new BigUint64Array(0),
  };
}
