/** States and results as bytes, the same for every host: docs/interface.md. */
import { bytesToHex } from "@noble/hashes/utils.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { epochCanonicalBytes, readCanonical, readSubnetCanonical, subnetCanonicalBytes } from "../boundary/canonical.js";
import { checkState, checkSubnetState, record, type CheckedState, type CheckedSubnetState } from "../boundary/input.js";
import { checkResult, checkSubnetResult, resultParts } from "../boundary/result.js";
import { EpochInputError } from "../errors.js";
import { UNREAD } from "../ruleSets/fields.js";
import { NEWEST_RULE_SET, RULE_SETS, RULE_SET_IDS } from "../ruleSets/ruleSets.js";
import type {
  HistoricEpochResult,
  HistoricSubnetEpochResult,
  HistoricSubnetEpochState,
  HistoricSubnetState,
  RuleSet,
  SubnetEpochState,
  SubnetState,
} from "../types.js";
import { viewOf } from "../values/arrays.js";
import { messageOf } from "./codec.js";
import { callableFor, callableOf } from "./epochFunctions.js";
import {
  FLAG,
  INPUT_HEAD,
  INPUT_MAGIC,
  OUTPUT_HEAD,
  OUTPUT_MAGIC,
  VERSION,
  digestIn,
  inputBytes,
  writeDigest,
  writeInput,
} from "./message.js";

type AnyState = SubnetState | HistoricSubnetState | SubnetEpochState | HistoricSubnetEpochState;
type AnyResult = HistoricEpochResult | HistoricSubnetEpochResult;

function checkAny(state: AnyState): CheckedState | CheckedSubnetState {
  const isSubnet = "epochConsensus" in record(state, "") || "mechanisms" in state;
  return isSubnet ? checkSubnetState(state as SubnetEpochState) : checkState(state as SubnetState);
}

/**
 * A state as the flat message that every host and the modules themselves take. What its rule set does not read is left out.
 * @throws EpochInputError where it is no state
 */
export function encodeState(state: AnyState): Uint8Array {
  const checked = checkAny(state);
  const fn = callableFor(checked);
  const bytes = new Uint8Array(inputBytes(fn, checked));
  writeInput(fn, checked, bytes);
  return bytes;
}

/** The head that states and results share; the number of the function. @throws EpochInputError */
function checkHead(bytes: Uint8Array, magic: number, head: number, what: string): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < head || view.getUint32(0, true) !== magic) throw new EpochInputError("bytes", what, bytes);
  const version = view.getUint16(4, true);
  if (version !== VERSION) throw new EpochInputError("bytes[4]", `version ${VERSION}`, version);
  const number = view.getUint16(6, true);
  if (callableOf(number) === undefined) throw new EpochInputError("bytes[6]", "1 (epoch), 2 (Yuma subnet) or 3 (Null subnet)", number);
  const length = view.getUint32(8, true);
  if (length !== bytes.length) throw new EpochInputError("bytes[8]", `as many bytes as there are (${bytes.length})`, length);
  return number;
}

function bytesGiven(bytes: unknown): Uint8Array {
  const view = viewOf(Uint8Array, bytes);
  if (view === null) throw new EpochInputError("bytes", "a Uint8Array", bytes);
  // Views of the lists begin at multiples of 8 of the buffer.
  return view.byteOffset % 8 === 0 ? view : view.slice();
}

/**
 * The state that a flat message holds: what `encodeState` was given, less what its rule set does not read.
 * @throws EpochInputError where it holds none: by `bytes[OFFSET]` what is wrong with the form, by the field what with the state
 */
export function decodeState(bytes: Uint8Array): SubnetState | SubnetEpochState {
  const given = bytesGiven(bytes);
  const number = checkHead(given, INPUT_MAGIC, INPUT_HEAD, "a flat state");
  const { input } = callableOf(number)!;
  if (given.length < INPUT_HEAD + input.size) throw new EpochInputError("bytes", `at least ${INPUT_HEAD + input.size} bytes`, given.length);
  const state = input.read(messageOf(given, 0), INPUT_HEAD) as SubnetState | SubnetEpochState;
  const { ruleSet = NEWEST_RULE_SET } = state;
  if (Object.hasOwn(UNREAD, ruleSet)) for (const name of UNREAD[ruleSet].keys()) delete (state as unknown as Record<string, unknown>)[name];
  if ("stake" in state && RULE_SETS[ruleSet]?.dynamicTao) delete (state as Partial<SubnetState>).stake;
  if ("epochConsensus" in state) checkSubnetState(state);
  else checkState(state);
  return state;
}

/**
 * A result as the answer that the modules give with flags digest and canonical: the head, its digest, the canonical bytes.
 * @param state the one it is of
 * @throws EpochInputError where it is no result
 */
export function encodeResult(state: AnyState, result: AnyResult): Uint8Array {
  const checked = checkAny(state);
  const { number } = callableFor(checked);
  const canonical = canonicalBytesOf(result, checked.n);
  const bytes = new Uint8Array(OUTPUT_HEAD + canonical.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, OUTPUT_MAGIC, true);
  view.setUint16(4, VERSION, true);
  view.setUint16(6, number, true);
  view.setUint32(8, bytes.length, true);
  view.setUint32(12, FLAG.digest | FLAG.canonical, true);
  writeDigest(sha256(canonical), RULE_SETS[checked.ruleSet].spec, bytes);
  bytes.set(canonical, OUTPUT_HEAD);
  return bytes;
}

/**
 * The result that such an answer holds, with its digest.
 * @throws EpochInputError where it holds none, or another one than its digest says
 */
export function decodeResult(bytes: Uint8Array): AnyResult {
  const given = bytesGiven(bytes);
  const number = checkHead(given, OUTPUT_MAGIC, OUTPUT_HEAD, "the answer of an epoch");
  const view = new DataView(given.buffer, given.byteOffset, given.byteLength);
  const flags = view.getUint32(12, true);
  if ((flags & FLAG.canonical) === 0) throw new EpochInputError("bytes[12]", `flag ${FLAG.canonical}: canonical bytes`, flags);
  const ruleSet = `spec-${view.getUint16(48, true)}` as RuleSet;
  if (!RULE_SET_IDS.includes(ruleSet)) throw new EpochInputError("bytes[48]", "the number of a rule set", ruleSet);
  const canonical = given.subarray(OUTPUT_HEAD);
  const digest = bytesToHex(sha256(canonical));
  if ((flags & FLAG.digest) !== 0 && digestIn(given) !== digest)
    throw new EpochInputError("bytes[16]", `the digest ${digest}`, digestIn(given));
  const rules = RULE_SETS[ruleSet];
  const result =
    number === 1 ? readCanonical(canonical, rules, OUTPUT_HEAD) : readSubnetCanonical(canonical, rules, number === 2, OUTPUT_HEAD);
  return { ...result, digest };
}

/**
 * The bytes that a digest is of: the result without gaps, little-endian (docs/interface.md).
 * @throws EpochInputError where it is no result
 */
export function canonicalBytes(result: AnyResult): Uint8Array {
  return canonicalBytesOf(result);
}

function canonicalBytesOf(result: AnyResult, n?: number): Uint8Array {
  if ("mechanisms" in record(result, "result")) return subnetCanonicalBytes(checkSubnetResult(result, n));
  return epochCanonicalBytes(checkResult(result, resultParts(result), n) as HistoricEpochResult);
}

/** Whether bytes begin as a flat state or an answer does. */
export function isFlat(bytes: Uint8Array): "state" | "result" | null {
  if (bytes.length < 4) return null;
  const magic = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  return magic === INPUT_MAGIC ? "state" : magic === OUTPUT_MAGIC ? "result" : null;
}
