import { FORMS } from "../../boundary/input.js";
import { EpochInputError } from "../../errors.js";
import type { MechanismState, RankReports, StoredRows, SubnetBudgets, SubnetState } from "../../types.js";
import { U64_MAX } from "../../values/constants.js";
import { MECHANISM_STEP } from "../mechanismIndex.js";

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
  /** of a subnet with several mechanisms, what each has of its own; the rest is of all together */
  mechanisms?: ImportedMechanismResults[];
}

/** What the last epoch stored of one mechanism; named as in a result. */
export type ImportedMechanismResults = Pick<ImportedResults, "consensus" | "incentive" | "bonds">;

/** What a file has of one mechanism; named as in a state. */
export type ImportedMechanism = Partial<MechanismState & Required<Pick<SubnetState, "previousConsensus">>>;

/** A state of one mechanism, or the form of several: then `epochConsensus` is there, and `mechanisms` with what each has. */
export interface ImportedState extends Partial<SubnetState>, Partial<SubnetBudgets> {
  epochConsensus?: "yuma" | "null";
  mechanisms?: ImportedMechanism[];
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
  /** the one that the state is of, where the file has one of several; else null */
  mechanism: number | null;
  /** the state is the one after this block; null where the file does not say */
  block: bigint | null;
  /** the block of the last epoch; null where the file does not say */
  lastEpoch: bigint | null;
  /** the state after the block, as far as it is there */
  state: ImportedState;
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
  readonly state: ImportedState = {};
  readonly results: ImportedResults = {};
  readonly notExact: InexactField[] = [];
  netuid: number | null = null;
  mechanism: number | null = null;
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

  /** A mechanism has an index of storage where a subnet has its number. chain-reading.md 2 */
  placeAt(index: number): void {
    const mechanism = Math.floor(index / MECHANISM_STEP);
    this.netuid = index % MECHANISM_STEP;
    if (mechanism > 0) this.ofMechanism(mechanism);
  }

  /** What the file has is of one of several mechanisms, but for what is stored of all together. */
  ofMechanism(mechanism: number, several = "several mechanisms", own: ImportedMechanismResults = {}): void {
    this.mechanism = mechanism;
    for (const name of OF_ALL_MECHANISMS)
      if (this.results[name] !== undefined && !Object.hasOwn(own, name)) this.inexact(`results.${name}`, `of ${several} together`);
  }

  /** A subnet that the caller names as well has to be the same. @throws EpochInputError */
  settle(asked: { netuid?: number | undefined; block?: bigint | undefined; mechanism?: number | undefined }): void {
    if (asked.mechanism !== undefined) this.settleMechanism(asked.mechanism);
    if (asked.netuid !== undefined && this.netuid !== null && asked.netuid !== this.netuid)
      throw new EpochInputError("options.netuid", `${this.netuid}, as the file says`, asked.netuid);
    this.netuid ??= asked.netuid ?? null;
    if (asked.block !== undefined && this.block !== null && asked.block !== this.block)
      throw new EpochInputError("options.block", `${this.block}, as the file says`, asked.block);
    this.block ??= asked.block ?? null;
  }

  private settleMechanism(asked: number): void {
    const { state, results } = this;
    const { mechanisms } = state;
    const own = this.mechanism ?? 0;
    if (mechanisms === undefined && asked !== own)
      throw new EpochInputError("options.mechanism", `${own}, which is what the file has`, asked);
    if (mechanisms === undefined) return;
    if (state.epochConsensus === "null")
      throw new EpochInputError("options.mechanism", "none: a Null epoch has a form for the whole subnet only", asked);
    if (asked >= mechanisms.length)
      throw new EpochInputError("options.mechanism", `one of the subnet's ${mechanisms.length}, counted from 0`, asked);
    const taken = results.mechanisms?.[asked] ?? {};
    for (const name of OF_A_SUBNET) delete state[name];
    delete results.mechanisms;
    this.ofMechanism(asked, `${mechanisms.length} mechanisms`, taken);
    Object.assign(state, mechanisms[asked]);
    Object.assign(results, taken);
    const one = `mechanisms[${asked}].`;
    const others = /mechanisms\[\d+\]\./;
    const kept = this.notExact.map(({ field, why }) => ({ field: field.replace(one, ""), why })).filter(({ field }) => !others.test(field));
    this.notExact.length = 0;
    for (const field of kept) this.notExact.push(field);
  }

  finish(file: string, bytes: number): ImportedFile {
    const { kind, netuid, mechanism, block, lastEpoch, state, results, notExact, network, genesis, hash, spec } = this;
    return {
      kind,
      netuid,
      mechanism,
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

/** What only the form of several mechanisms has. */
const OF_A_SUBNET = ["mechanisms", "epochConsensus", "emissionSplit", "minerBudget", "localDividendBudget", "rootBudget"] as const;

/** What is stored once for a subnet, whatever mechanisms it has. chain-reading.md 5 */
const OF_ALL_MECHANISMS = ["consensus", "dividends", "validatorTrust", "emission", "stakeWeight"] as const;

/** What is stored for each mechanism. */
const OF_ONE_MECHANISM: readonly string[] = ["incentive", "bonds"] satisfies (keyof ImportedMechanismResults)[];

/** Fields that have no default and are not there; a stake takes the place of the two that came after it. */
function absentFields(fields: object, from: object, path: string): string[] {
  return Object.entries(fields)
    .filter(([name, kind]) => !("absent" in kind) && !("optional" in kind) && (from as Record<string, unknown>)[name] === undefined)
    .map(([name]) => `${path}${name}`);
}

function missingOf(state: ImportedState, results: ImportedResults): string[] {
  const { mechanisms } = state;
  if (mechanisms === undefined)
    return [...absentFields(FORMS.state, state, ""), ...RESULT_NAMES.filter((name) => results[name] === undefined).map(inResults)];
  const { mechanisms: each, ...whole } = state.epochConsensus === "null" ? FORMS.nullSubnet : FORMS.yumaSubnet;
  const shared = RESULT_NAMES.filter((name) => !OF_ONE_MECHANISM.includes(name) && results[name] === undefined);
  return [
    ...absentFields(whole, state, ""),
    ...mechanisms.flatMap((mechanism, i) => absentFields(each.fields!, mechanism, `mechanisms[${i}].`)),
    ...shared.map(inResults),
    ...mechanisms.flatMap((_, i) =>
      OF_ONE_MECHANISM.filter((name) => results.mechanisms?.[i]?.[name as "bonds"] === undefined).map((name) =>
        inResults(`mechanisms[${i}].${name}`),
      ),
    ),
  ];
}

function inResults(name: string): string {
  return `results.${name}`;
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
