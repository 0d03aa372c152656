/** The bytes by which two nodes compare results. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { checkResult, resultParts } from "./result.js";
import type { HistoricEpochResult, HistoricSubnetEpochResult, StoredRows } from "../types.js";

type List = Uint8Array | Uint16Array | BigUint64Array;

/** What a rule set does not give is left out. */
function listsOf(result: HistoricEpochResult | HistoricSubnetEpochResult): List[] {
  const { ranks, trust, pruningScores } = result;
  const proportions = [result.consensus, "incentive" in result ? result.incentive : undefined, result.dividends, result.validatorTrust];
  const amounts = [result.serverEmission, result.validatorEmission, result.emission];
  const lists = [
    result.stakeWeight,
    result.active,
    ...proportions,
    ranks,
    trust,
    pruningScores,
    ...amounts,
    result.newValidatorPermits,
    result.stake,
  ];
  return lists.filter((list) => list !== undefined);
}

/** Little endian, one part behind another. */
class Writer {
  private readonly parts: Uint8Array[] = [];

  u32(value: number): void {
    const bytes = new Uint8Array(4);
    new DataView(bytes.buffer).setUint32(0, value, true);
    this.parts.push(bytes);
  }

  list(list: List): void {
    const bytes = new Uint8Array(list.byteLength);
    const view = new DataView(bytes.buffer);
    if (list instanceof BigUint64Array) list.forEach((value, i) => view.setBigUint64(8 * i, value, true));
    else if (list instanceof Uint16Array) list.forEach((value, i) => view.setUint16(2 * i, value, true));
    else bytes.set(list);
    this.parts.push(bytes);
  }

  /** Of each row the count of its entries, u32, then a u16 uid and a u16 value each. */
  rows({ starts, uids, values }: StoredRows): void {
    const bytes = new Uint8Array(4 * (starts.length - 1) + 4 * uids.length);
    const view = new DataView(bytes.buffer);
    let at = 0;
    for (let i = 0; i + 1 < starts.length; i++) {
      view.setUint32(at, starts[i + 1]! - starts[i]!, true);
      at += 4;
      for (let k = starts[i]!; k < starts[i + 1]!; k++, at += 4) {
        view.setUint16(at, uids[k]!, true);
        view.setUint16(at + 2, values[k]!, true);
      }
    }
    this.parts.push(bytes);
  }

  get bytes(): Uint8Array {
    const bytes = new Uint8Array(this.parts.reduce((sum, { length }) => sum + length, 0));
    let at = 0;
    for (const part of this.parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }
}

/**
 * The canonical bytes of a result, all little endian, without separators: n as u32; stakeWeight n x u16; active n bytes;
 * consensus, incentive, dividends, validatorTrust, and where the rule set gives them ranks, trust, pruningScores, n x u16
 * each; serverEmission, validatorEmission, emission n x u64 each; newValidatorPermits n bytes; stake n x u64; then the
 * bonds as n rows of u32 entry count and (u16 uid, u16 value) each. A list that the rule set does not give is left out.
 */
function canonicalBytes(result: HistoricEpochResult): Uint8Array {
  const writer = new Writer();
  writer.u32(result.active.length);
  for (const list of listsOf(result)) writer.list(list);
  writer.rows(result.bonds);
  return writer.bytes;
}

/**
 * The same of a subnet's result: the aggregates in that order, without incentive and bonds; the number of mechanisms as
 * u32; of each mechanism incentive and consensus n x u16, serverEmission and validatorEmission n x u64, and its bonds as
 * above, or u32 2^32-1 in their place after a Null epoch.
 */
export function subnetCanonicalBytes(result: HistoricSubnetEpochResult): Uint8Array {
  const writer = new Writer();
  writer.u32(result.active.length);
  for (const list of listsOf(result)) writer.list(list);
  writer.u32(result.mechanisms.length);
  for (const { incentive, consensus, serverEmission, validatorEmission, bonds } of result.mechanisms) {
    for (const list of [incentive, consensus, serverEmission, validatorEmission]) writer.list(list);
    if (bonds === undefined) writer.u32(0xffff_ffff);
    else writer.rows(bonds);
  }
  return writer.bytes;
}

/**
 * SHA-256 of the canonical bytes, 64 hex digits: two nodes with the same result have the same one.
 * @throws EpochInputError where it is no result
 */
export function epochDigest(result: HistoricEpochResult): string {
  return digestOf(checkResult(result, resultParts(result)) as HistoricEpochResult);
}

/** The same of an engine's own. */
export function digestOf(result: HistoricEpochResult): string {
  return bytesToHex(sha256(canonicalBytes(result)));
}

/** The same of a subnet's result. */
export function subnetDigest(result: HistoricSubnetEpochResult): string {
  return bytesToHex(sha256(subnetCanonicalBytes(result)));
}
