import { STATE_FIELDS } from "../../boundary/input.js";
import { EpochInputError } from "../../errors.js";
import type { RankReports, StoredRows, SubnetState } from "../../types.js";
import { U64_MAX } from "../../values/constants.js";

/** What a file is. docs/guides/import.md */
export const IMPORT_KINDS = [
  "neurons",
  "neurons-lite",
  "subnet-state",
  "storage",
  "metagraph",
  "btcli",
  "taostats",
  "yuma-import",
] as const;

/** Which tool wrote a file. docs/guides/import.md */
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** What the last epoch before the file's block stored, as far as the file has it; named as in a result. */
export interface ImportedResults extends Partial<RankReports> {
  stakeWeight?: Uint16Array;
  active?: Uint8Array;
  consensus?: Uint16Array;
  incentive?: Uint16Array;
  dividends?: Uint16Array;
  validatorTrust?: Uint16Array;
  emission?: BigUint64Array;
  newValidatorPermits?: Uint8Array;
  bonds?: StoredRows;
}

/** A field whose value is not the chain's own to the last digit, or not all of it. */
export interface InexactField {
  /** as in a state; what was stored has "results." in front */
  field: string;
  why: string;
}

/** Where it comes from, as far as the file says. */
export interface ImportProvenance {
  /** the name that was given for the file; empty where none was */
  file: string;
  bytes: number;
  network: string | null;
  genesis: string | null;
  hash: string | null;
  spec: number | null;
}

/** What a file allows of a subnet's state. */
export interface ImportedFile {
  kind: ImportKind;
  /** null where the file does not say */
  netuid: number | null;
  /** the state is the one after this block; null where the file does not say */
  block: bigint | null;
  /** the block of the last epoch; null where the file does not say */
  lastEpoch: bigint | null;
  /** the state after the block, as far as it is there */
  state: Partial<SubnetState>;
  /** what the last epoch stored, as far as it is there */
  results: ImportedResults;
  /** fields of a state, and with "results." in front of what is stored, that are not there */
  missing: string[];
  notExact: InexactField[];
  provenance: ImportProvenance;
}

const RESULT_NAMES = [
  "stakeWeight",
  "active",
  "consensus",
  "incentive",
  "dividends",
  "validatorTrust",
  "emission",
  "newValidatorPermits",
  "bonds",
] as const satisfies readonly (keyof ImportedResults)[];

/** What is found in a file, bit by bit. */
export class Draft {
  readonly state: Partial<SubnetState> = {};
  readonly results: ImportedResults = {};
  readonly notExact: InexactField[] = [];
  netuid: number | null = null;
  block: bigint | null = null;
  lastEpoch: bigint | null = null;
  network: string | null = null;
  genesis: string | null = null;
  hash: string | null = null;
  spec: number | null = null;

  constructor(
    readonly kind: ImportKind,
    readonly n: number,
  ) {
    this.state.n = n;
  }

  inexact(field: string, why: string): void {
    this.notExact.push({ field, why });
  }

  /** A subnet that the caller names as well has to be the same. @throws EpochInputError */
  settle(asked: { netuid?: number | undefined; block?: bigint | undefined }): void {
    if (asked.netuid !== undefined && this.netuid !== null && asked.netuid !== this.netuid)
      throw new EpochInputError("options.netuid", `${this.netuid}, as the file says`, asked.netuid);
    this.netuid ??= asked.netuid ?? null;
    if (asked.block !== undefined && this.block !== null && asked.block !== this.block)
      throw new EpochInputError("options.block", `${this.block}, as the file says`, asked.block);
    this.block ??= asked.block ?? null;
  }

  finish(file: string, bytes: number): ImportedFile {
    const { kind, netuid, block, lastEpoch, state, results, notExact, network, genesis, hash, spec } = this;
    return {
      kind,
      netuid,
      block,
      lastEpoch,
      state,
      results,
      missing: missingOf(state, results),
      notExact,
      provenance: { file, bytes, network, genesis, hash, spec },
    };
  }
}

/** Fields that have no default and are not there; a stake takes the place of the two that came after it. */
function missingOf(state: Partial<SubnetState>, results: ImportedResults): string[] {
  const fields = Object.entries(STATE_FIELDS).filter(
    ([name, kind]) => !("absent" in kind) && !("optional" in kind) && state[name as keyof SubnetState] === undefined,
  );
  return [...fields.map(([name]) => name), ...RESULT_NAMES.filter((name) => results[name] === undefined).map((name) => `results.${name}`)];
}

/** Rows of entries, one for each uid. */
export function storedRowsOf(rows: readonly (readonly (readonly [uid: number, value: number])[])[]): StoredRows {
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => (starts[i + 1] = starts[i]! + row.length));
  const uids = new Uint16Array(starts[rows.length]!);
  const values = new Uint16Array(uids.length);
  let at = 0;
  for (const row of rows)
    for (const [uid, value] of row) {
      uids[at] = uid;
      values[at++] = value;
    }
  return { starts, uids, values };
}

/** Whether values come one for each uid, from 0 on. @throws EpochInputError */
export function inOrderOfUid<T>(rows: readonly T[], uidOf: (row: T, index: number) => number, path: string): T[] {
  const ordered = new Array<T | undefined>(rows.length).fill(undefined);
  rows.forEach((row, i) => {
    const uid = uidOf(row, i);
    if (uid >= rows.length) throw new EpochInputError(path, `all uids from 0 to ${uid}, each once (of several pages all)`, rows.length);
    if (ordered[uid] !== undefined) throw new EpochInputError(`${path}[${i}]`, "each uid once", uid);
    ordered[uid] = row;
  });
  return ordered as T[];
}

const U16_MAX = 65_535;

/** How far from an integer a u16 may be that went through a float of 24 bits, or six decimal places. */
const NEAR = 0.05;

/** u16 proportions from fractions of one, and whether all were such. @throws EpochInputError. chain-reading.md 7 */
export function proportionsOf(fractions: ArrayLike<number>, path: string): { values: Uint16Array; exact: boolean } {
  const values = new Uint16Array(fractions.length);
  let exact = true;
  for (let i = 0; i < values.length; i++) {
    const fraction = fractions[i]!;
    const scaled = fraction * U16_MAX;
    if (!(scaled >= -NEAR && scaled <= U16_MAX + NEAR)) throw new EpochInputError(`${path}[${i}]`, "a fraction from 0 to 1", fraction);
    values[i] = Math.round(scaled);
    if (Math.abs(scaled - values[i]!) > NEAR) exact = false;
  }
  return { values, exact };
}

const RAO = 1e9;

/** Rao from tokens, rounded. @throws EpochInputError where it is no amount */
function raoOf(tokens: number, path: string): bigint {
  const rao = Math.round(tokens * RAO);
  if (!(rao >= 0 && rao <= Number(U64_MAX))) throw new EpochInputError(path, "an amount of tokens", tokens);
  return rao === 2 ** 64 ? U64_MAX : BigInt(rao);
}

export function raosOf(tokens: ArrayLike<number>, path: string): BigUint64Array {
  return BigUint64Array.from({ length: tokens.length }, (_, i) => raoOf(tokens[i]!, `${path}[${i}]`));
}
