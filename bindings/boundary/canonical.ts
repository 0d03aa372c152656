/** The bytes by which two nodes compare results. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { EpochInputError } from "../errors.js";
import type { EpochRules } from "../ruleSets/ruleSets.js";
import { checkResult, resultParts } from "./result.js";
import type { HistoricEpochResult, HistoricSubnetEpochResult, MechanismResult, StoredRows } from "../types.js";

/** In place of the bonds of a mechanism that leaves them alone. */
const NO_BONDS = 0xffff_ffff;

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
export function epochCanonicalBytes(result: HistoricEpochResult): Uint8Array {
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
    if (bonds === undefined) writer.u32(NO_BONDS);
    else writer.rows(bonds);
  }
  return writer.bytes;
}

/** What canonical bytes hold, one part behind another. */
class Reader {
  private at = 0;

  /** `offset`: what stands in front of the bytes, for the place that an error names */
  constructor(
    private readonly bytes: Uint8Array,
    private readonly offset: number,
  ) {}

  private take(length: number): Uint8Array {
    const end = this.at + length;
    if (end > this.bytes.length) throw new EpochInputError("bytes", `at least ${this.offset + end} bytes`, this.offset + this.bytes.length);
    const part = this.bytes.slice(this.at, end);
    this.at = end;
    return part;
  }

  u32(): number {
    return new DataView(this.take(4).buffer).getUint32(0, true);
  }

  flags(n: number): Uint8Array {
    return this.take(n);
  }

  u16s(n: number): Uint16Array {
    return new Uint16Array(this.take(2 * n).buffer);
  }

  u64s(n: number): BigUint64Array {
    return new BigUint64Array(this.take(8 * n).buffer);
  }

  rows(n: number): StoredRows {
    const starts = new Uint32Array(n + 1);
    const parts: Uint16Array[] = [];
    for (let i = 0; i < n; i++) {
      const pairs = this.u16s(2 * this.u32());
      starts[i + 1] = starts[i]! + pairs.length / 2;
      parts.push(pairs);
    }
    const uids = new Uint16Array(starts[n]!);
    const values = new Uint16Array(starts[n]!);
    let at = 0;
    for (const pairs of parts) {
      for (let k = 0; k < pairs.length; k += 2, at++) {
        uids[at] = pairs[k]!;
        values[at] = pairs[k + 1]!;
      }
    }
    return { starts, uids, values };
  }

  end(): void {
    if (this.at !== this.bytes.length)
      throw new EpochInputError("bytes", `${this.offset + this.at} bytes`, this.offset + this.bytes.length);
  }
}

function readLists(reader: Reader, n: number, rules: EpochRules, isSubnet: boolean): Omit<HistoricEpochResult, "incentive" | "bonds"> {
  const { stakeWeightReported, ranksReported, dynamicTao, stakeSummed } = rules;
  const withStake = isSubnet ? stakeSummed : dynamicTao;
  return {
    ...(stakeWeightReported && { stakeWeight: reader.u16s(n) }),
    active: reader.flags(n),
    consensus: reader.u16s(n),
    ...(!isSubnet && { incentive: reader.u16s(n) }),
    dividends: reader.u16s(n),
    validatorTrust: reader.u16s(n),
    ...(ranksReported && { ranks: reader.u16s(n), trust: reader.u16s(n), pruningScores: reader.u16s(n) }),
    serverEmission: reader.u64s(n),
    validatorEmission: reader.u64s(n),
    emission: reader.u64s(n),
    newValidatorPermits: reader.flags(n),
    ...(withStake && { stake: reader.u64s(n) }),
  };
}

/** n, which is not more than what its first list leaves room for. */
function readCount(reader: Reader): number {
  const n = reader.u32();
  if (n > MOST_UIDS) throw new EpochInputError("bytes", `a number of uids up to ${MOST_UIDS}`, n);
  return n;
}

const MOST_UIDS = 65_535;

/** The result whose canonical bytes these are, under a rule set. @throws EpochInputError */
export function readCanonical(bytes: Uint8Array, rules: EpochRules, offset = 0): HistoricEpochResult {
  const reader = new Reader(bytes, offset);
  const n = readCount(reader);
  const result = { ...readLists(reader, n, rules, false), bonds: reader.rows(n) } as HistoricEpochResult;
  reader.end();
  return result;
}

/** The same of a subnet's result. `keepsBonds`: the mechanisms ran Yuma epochs. @throws EpochInputError */
export function readSubnetCanonical(bytes: Uint8Array, rules: EpochRules, keepsBonds: boolean, offset = 0): HistoricSubnetEpochResult {
  const reader = new Reader(bytes, offset);
  const n = readCount(reader);
  const lists = readLists(reader, n, rules, true);
  const mechanisms: MechanismResult[] = [];
  for (let left = reader.u32(); left > 0; left--) {
    const own = { incentive: reader.u16s(n), consensus: reader.u16s(n), serverEmission: reader.u64s(n), validatorEmission: reader.u64s(n) };
    if (keepsBonds) mechanisms.push({ ...own, bonds: reader.rows(n) });
    else if (reader.u32() === NO_BONDS) mechanisms.push(own);
    else throw new EpochInputError("bytes", "no bonds after a Null epoch", "bonds");
  }
  reader.end();
  return { ...lists, mechanisms } as HistoricSubnetEpochResult;
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
  return bytesToHex(sha256(epochCanonicalBytes(result)));
}

/** The same of a subnet's result. */
export function subnetDigest(result: HistoricSubnetEpochResult): string {
  return bytesToHex(sha256(subnetCanonicalBytes(result)));
}
