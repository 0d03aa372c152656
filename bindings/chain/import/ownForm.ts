import { STATE_FIELDS, record } from "../../boundary/input.js";
import { toJson } from "../../boundary/jsonForm.js";
import {
  flagList,
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
import { EpochInputError } from "../../errors.js";
import { unknownName } from "../../text/nearest.js";
import { isArray } from "../../values/arrays.js";
import { Draft, IMPORT_KINDS, type ImportedFile, type ImportedResults, type ImportKind } from "./draft.js";

export const IMPORT_FORMAT = "yuma-import-1";

const RESULT_KINDS: { [K in keyof Required<ImportedResults>]: Kind<NonNullable<ImportedResults[K]>> } = {
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
};

/** The JSON form of what was imported; `importFile` takes it again. */
export function importToJson(imported: ImportedFile): object {
  const { kind, netuid, block, lastEpoch, state, results, missing, notExact, provenance } = imported;
  const whole = { kind, netuid, block, lastEpoch, provenance, missing, notExact, state, results };
  return { format: IMPORT_FORMAT, ...(toJson(whole) as object) };
}

function fieldsOf<T extends object>(kinds: Readonly<Record<string, Kind<unknown>>>, value: unknown, path: string, n: number): T {
  const from = record(value, path);
  return Object.fromEntries(
    Object.keys(from).map((name) => {
      if (!Object.hasOwn(kinds, name)) throw unknownName(`${path}.${name}`, "a field", name, Object.keys(kinds));
      return [name, kinds[name]!.fromJson(from[name], `${path}.${name}`, n)];
    }),
  ) as T;
}

export function isOwnForm(value: Record<string, unknown>): boolean {
  return value["format"] === IMPORT_FORMAT;
}

/** @throws EpochInputError */
export function fromOwnForm(value: Record<string, unknown>): Draft {
  const given = record(value["state"], "state");
  const n = uidCount.fromJson(given["n"], "state.n", 0);
  const draft = new Draft(oneOf<ImportKind>(IMPORT_KINDS).fromJson(value["kind"], "kind", 0), n);
  draft.netuid = nullable(u16).fromJson(value["netuid"], "netuid", 0);
  draft.block = nullable(u64).fromJson(value["block"], "block", 0);
  draft.lastEpoch = nullable(u64).fromJson(value["lastEpoch"], "lastEpoch", 0);
  Object.assign(draft.state, fieldsOf(STATE_FIELDS as unknown as Record<string, Kind<unknown>>, given, "state", n));
  Object.assign(draft.results, fieldsOf(RESULT_KINDS as unknown as Record<string, Kind<unknown>>, value["results"], "results", n));
  if (!isArray(value["notExact"])) throw new EpochInputError("notExact", "a list", value["notExact"]);
  value["notExact"].forEach((one: unknown, i: number) => {
    const { field, why } = record(one, `notExact[${i}]`);
    draft.inexact(text.fromJson(field, `notExact[${i}].field`, 0), text.fromJson(why, `notExact[${i}].why`, 0));
  });
  const { network, genesis, hash, spec } = record(value["provenance"], "provenance");
  draft.network = nullable(text).fromJson(network, "provenance.network", 0);
  draft.genesis = nullable(text).fromJson(genesis, "provenance.genesis", 0);
  draft.hash = nullable(text).fromJson(hash, "provenance.hash", 0);
  draft.spec = nullable(u32).fromJson(spec, "provenance.spec", 0);
  return draft;
}
