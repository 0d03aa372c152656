/** Results of an epoch where callers give them back. */
import { isRevoked, viewOf } from "./arrays.js";
import { EpochInputError } from "./errors.js";
import { readFields, record, type Fields } from "./input.js";
import { flagList, storedRows, u16Vector, u64List } from "./kinds.js";
import type { EpochResult, Yuma } from "./types.js";

type ResultPart = Exclude<keyof EpochResult, "trace" | "digest">;

const FIELDS: Fields<Pick<EpochResult, ResultPart>> = {
  stakeWeight: u16Vector,
  active: flagList,
  consensus: u16Vector,
  incentive: u16Vector,
  dividends: u16Vector,
  validatorTrust: u16Vector,
  serverEmission: u64List,
  validatorEmission: u64List,
  emission: u64List,
  newValidatorPermits: flagList,
  stake: u64List,
  bonds: storedRows,
};

export const RESULT_PARTS = Object.keys(FIELDS) as ResultPart[];

/**
 * The named parts of a result; whatever else it has is not looked at.
 * @param n number of uids; as many as are `active` unless given
 * @throws EpochInputError
 */
export function checkResult<K extends ResultPart>(result: unknown, parts: readonly K[], n?: number): Pick<EpochResult, K> {
  const from = record(result, "result");
  const taken = Object.fromEntries(parts.map((part) => [part, from[part]]));
  const fields = Object.fromEntries(parts.map((part) => [part, FIELDS[part]])) as Pick<typeof FIELDS, K>;
  return readFields<Pick<EpochResult, K>>(fields as never, taken, "result", "check", n ?? viewOf(Uint8Array, taken["active"])?.length ?? 0);
}

/** @throws EpochInputError where it is no engine */
export function checkYuma(yuma: unknown, path = "yuma"): Yuma {
  if (isRevoked(yuma) || typeof (yuma as Partial<Yuma> | null | undefined)?.epoch !== "function") {
    throw new EpochInputError(path, "an engine, as loadYuma gives one", yuma);
  }
  return yuma as Yuma;
}
