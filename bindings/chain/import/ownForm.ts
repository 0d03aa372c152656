import { FORMS, record } from "../../boundary/input.js";
import { toJson } from "../../boundary/jsonForm.js";
import {
  flagList,
  listOf,
  nullable,
  oneOf,
  storedRows,
  text,
  u16,
  u16Vector,
  u32,
  u64,
  u64List,
  uidCount,
  type Kind,
} from "../../boundary/kinds.js";
import { unknownName } from "../../text/nearest.js";
import { Draft, IMPORT_KINDS, type ImportedFile, type ImportKind, type InexactField } from "./draft.js";

const IMPORT_FORMAT = "yuma-import-1";

type Kinds = Readonly<Record<string, Kind<unknown>>>;

type Reading = "fromJson" | "check";

/** The fields of an object that are there, each taken once. */
function taken(kinds: Kinds, value: unknown, path: string): [string, unknown][] {
  const from = record(value, path);
  return Object.keys(from).flatMap((name): [string, unknown][] => {
    if (!Object.hasOwn(kinds, name)) throw unknownName(`${path}.${name}`, "a field", name, Object.keys(kinds));
    const field = from[name];
    if (field === undefined) return [];
    return [[name, kinds[name]!.take?.(field, `${path}.${name}`) ?? field]];
  });
}

function readPart(kinds: Kinds, fields: readonly [string, unknown][], path: string, reading: Reading, n: number): object {
  return Object.fromEntries(fields.map(([name, field]) => [name, kinds[name]![reading](field, `${path}.${name}`, n)]));
}

/** An object of which any field may be missing. */
function partOf(kinds: Kinds): Kind<object> {
  const reader = (reading: Reading) => (value: unknown, path: string, n: number) =>
    readPart(kinds, taken(kinds, value, path), path, reading, n);
  return { fromJson: reader("fromJson"), check: reader("check"), take: (value, path) => Object.fromEntries(taken(kinds, value, path)) };
}

const MECHANISM_RESULT_KINDS: Kinds = { consensus: u16Vector, incentive: u16Vector, bonds: storedRows };

const RESULT_KINDS: Kinds = {
  stakeWeight: u16Vector,
  active: flagList,
  consensus: u16Vector,
  incentive: u16Vector,
  dividends: u16Vector,
  validatorTrust: u16Vector,
  emission: u64List,
  newValidatorPermits: flagList,
  bonds: storedRows,
  ranks: u16Vector,
  trust: u16Vector,
  pruningScores: u16Vector,
  mechanisms: listOf(partOf(MECHANISM_RESULT_KINDS)),
};

/** Whatever a state of one mechanism or of several has. */
const STATE_KINDS: Kinds = (() => {
  const { mechanisms, ...whole } = FORMS.yumaSubnet;
  const parts = listOf(partOf(mechanisms.fields as Kinds));
  return { ...FORMS.state, ...whole, epochConsensus: oneOf(["yuma", "null"]), mechanisms: parts };
})();

function inexactField(reading: Reading): Kind<InexactField> {
  const read = (value: unknown, path: string) => {
    const { field, why } = record(value, path);
    return { field: text[reading](field, `${path}.field`, 0), why: text[reading](why, `${path}.why`, 0) };
  };
  return { fromJson: read, check: read };
}

/** All that is known of a file but what follows from it. */
function draftOf(value: unknown, reading: Reading): { draft: Draft; file: string; bytes: number } {
  // All is taken before the first is checked.
  const { kind, netuid, mechanism, block, lastEpoch, state, results, notExact, provenance } = record(value, "");
  const { file, bytes, network, genesis, hash, spec } = record(provenance, "provenance");
  const [stateGiven, resultsGiven] = [taken(STATE_KINDS, state, "state"), taken(RESULT_KINDS, results, "results")];
  const n = uidCount[reading](stateGiven.find(([name]) => name === "n")?.[1], "state.n", 0);
  const draft = new Draft(oneOf<ImportKind>(IMPORT_KINDS)[reading](kind, "kind", 0), n);
  draft.netuid = nullable(u16)[reading](netuid, "netuid", 0);
  draft.mechanism = nullable(u16)[reading](mechanism, "mechanism", 0);
  draft.block = nullable(u64)[reading](block, "block", 0);
  draft.lastEpoch = nullable(u64)[reading](lastEpoch, "lastEpoch", 0);
  Object.assign(draft.state, readPart(STATE_KINDS, stateGiven, "state", reading, n));
  Object.assign(draft.results, readPart(RESULT_KINDS, resultsGiven, "results", reading, n));
  for (const one of listOf(inexactField(reading))[reading](notExact, "notExact", 0)) draft.inexact(one.field, one.why);
  draft.network = nullable(text)[reading](network, "provenance.network", 0);
  draft.genesis = nullable(text)[reading](genesis, "provenance.genesis", 0);
  draft.hash = nullable(text)[reading](hash, "provenance.hash", 0);
  draft.spec = nullable(u32)[reading](spec, "provenance.spec", 0);
  return { draft, file: text[reading](file, "provenance.file", 0), bytes: u32[reading](bytes, "provenance.bytes", 0) };
}

/** What was imported, as whoever has it hands it back. @throws EpochInputError */
export function checkImported(imported: unknown): ImportedFile {
  const { draft, file, bytes } = draftOf(imported, "check");
  return draft.finish(file, bytes);
}

/** The JSON form of what was imported; `importFile` takes it again. @throws EpochInputError */
export function importToJson(imported: ImportedFile): object {
  const { kind, netuid, mechanism, block, lastEpoch, state, results, missing, notExact, provenance } = checkImported(imported);
  const whole = { kind, netuid, mechanism, block, lastEpoch, provenance, missing, notExact, state, results };
  return { format: IMPORT_FORMAT, ...(toJson(whole) as object) };
}

export function isOwnForm(value: Record<string, unknown>): boolean {
  return value["format"] === IMPORT_FORMAT;
}

/** @throws EpochInputError */
export function fromOwnForm(value: Record<string, unknown>): Draft {
  return draftOf(value, "fromJson").draft;
}
