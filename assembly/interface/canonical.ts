/**
 * The canonical bytes of an answer, which a digest is of: docs/interface.md. Little endian, without gaps; what is not given
 * is left out.
 */
import * as layout from "./epochLayouts";

/** In place of the bonds of a mechanism that leaves them alone. */
const NO_BONDS: u32 = 0xffff_ffff;

/** The answer's first byte, and where the next canonical byte goes; 0 where they are only counted. */
let base: usize = 0;
let to: usize = 0;
let count: u64 = 0;

function writeU32(value: u32): void {
  if (to != 0) {
    store<u32>(to, value);
    to += 4;
  }
  count += 4;
}

function writeVector(reference: usize, bytesEach: u32): void {
  const bytes = <usize>load<u32>(reference, 4) * <usize>bytesEach;
  if (to != 0) {
    memory.copy(to, base + <usize>load<u32>(reference), bytes);
    to += bytes;
  }
  count += bytes;
}

function writeSometimes(field: usize, bytesEach: u32): void {
  if (load<u8>(field)) writeVector(field + 4, bytesEach);
}

/** Of each row the count of its entries, u32, then a u16 uid and a u16 value each. */
function writeRows(reference: usize): void {
  const rows = load<u32>(reference, 4) - 1;
  const starts = base + <usize>load<u32>(reference);
  if (to == 0) {
    count += (<u64>rows << 2) + (<u64>load<u32>(reference, 12) << 2);
    return;
  }
  const uids = base + <usize>load<u32>(reference, 8);
  const values = base + <usize>load<u32>(reference, 16);
  let start = load<u32>(starts);
  for (let i: usize = 0; i < <usize>rows; i++) {
    const end = load<u32>(starts + (i << 2), 4);
    writeU32(end - start);
    for (let entry = <usize>start; entry < <usize>end; entry++) {
      store<u32>(to, <u32>load<u16>(uids + (entry << 1)) | (<u32>load<u16>(values + (entry << 1)) << 16));
      to += 4;
    }
    start = end;
  }
}

function writeEpochBytes(struct: usize): void {
  writeU32(load<u32>(struct + layout.EPOCH_OUT_ACTIVE, 4));
  writeSometimes(struct + layout.EPOCH_OUT_STAKE_WEIGHT, 2);
  writeVector(struct + layout.EPOCH_OUT_ACTIVE, 1);
  writeVector(struct + layout.EPOCH_OUT_CONSENSUS, 2);
  writeVector(struct + layout.EPOCH_OUT_INCENTIVE, 2);
  writeVector(struct + layout.EPOCH_OUT_DIVIDENDS, 2);
  writeVector(struct + layout.EPOCH_OUT_VALIDATOR_TRUST, 2);
  writeSometimes(struct + layout.EPOCH_OUT_RANKS, 2);
  writeSometimes(struct + layout.EPOCH_OUT_TRUST, 2);
  writeSometimes(struct + layout.EPOCH_OUT_PRUNING_SCORES, 2);
  writeVector(struct + layout.EPOCH_OUT_SERVER_EMISSION, 8);
  writeVector(struct + layout.EPOCH_OUT_VALIDATOR_EMISSION, 8);
  writeVector(struct + layout.EPOCH_OUT_EMISSION, 8);
  writeVector(struct + layout.EPOCH_OUT_NEW_VALIDATOR_PERMITS, 1);
  writeSometimes(struct + layout.EPOCH_OUT_STAKE, 8);
  writeRows(struct + layout.EPOCH_OUT_BONDS);
}

/** The totals without incentive and bonds, the number of mechanisms, then of each what is its own. */
function writeSubnetBytes(struct: usize): void {
  writeU32(load<u32>(struct + layout.YUMA_SUBNET_OUT_ACTIVE, 4));
  writeSometimes(struct + layout.YUMA_SUBNET_OUT_STAKE_WEIGHT, 2);
  writeVector(struct + layout.YUMA_SUBNET_OUT_ACTIVE, 1);
  writeVector(struct + layout.YUMA_SUBNET_OUT_CONSENSUS, 2);
  writeVector(struct + layout.YUMA_SUBNET_OUT_DIVIDENDS, 2);
  writeVector(struct + layout.YUMA_SUBNET_OUT_VALIDATOR_TRUST, 2);
  writeSometimes(struct + layout.YUMA_SUBNET_OUT_RANKS, 2);
  writeSometimes(struct + layout.YUMA_SUBNET_OUT_TRUST, 2);
  writeSometimes(struct + layout.YUMA_SUBNET_OUT_PRUNING_SCORES, 2);
  writeVector(struct + layout.YUMA_SUBNET_OUT_SERVER_EMISSION, 8);
  writeVector(struct + layout.YUMA_SUBNET_OUT_VALIDATOR_EMISSION, 8);
  writeVector(struct + layout.YUMA_SUBNET_OUT_EMISSION, 8);
  writeVector(struct + layout.YUMA_SUBNET_OUT_NEW_VALIDATOR_PERMITS, 1);
  writeSometimes(struct + layout.YUMA_SUBNET_OUT_STAKE, 8);
  const mechanismCount = load<u32>(struct + layout.YUMA_SUBNET_OUT_MECHANISMS, 4);
  writeU32(mechanismCount);
  let mechanism = base + <usize>load<u32>(struct + layout.YUMA_SUBNET_OUT_MECHANISMS);
  for (let i: u32 = 0; i < mechanismCount; i++) {
    writeVector(mechanism + layout.YUMA_SUBNET_OUT_MECHANISMS_INCENTIVE, 2);
    writeVector(mechanism + layout.YUMA_SUBNET_OUT_MECHANISMS_CONSENSUS, 2);
    writeVector(mechanism + layout.YUMA_SUBNET_OUT_MECHANISMS_SERVER_EMISSION, 8);
    writeVector(mechanism + layout.YUMA_SUBNET_OUT_MECHANISMS_VALIDATOR_EMISSION, 8);
    if (load<u8>(mechanism + layout.YUMA_SUBNET_OUT_MECHANISMS_BONDS)) writeRows(mechanism + layout.YUMA_SUBNET_OUT_MECHANISMS_BONDS_VALUE);
    else writeU32(NO_BONDS);
    mechanism += layout.YUMA_SUBNET_OUT_MECHANISMS_SIZE;
  }
}

function run(answer: usize, struct: usize, isSubnet: bool, bytes: usize): u64 {
  base = answer;
  to = bytes;
  count = 0;
  if (isSubnet) writeSubnetBytes(struct);
  else writeEpochBytes(struct);
  return count;
}

/** How many there are of an answer, whose struct lies at `struct`. */
export function canonicalLength(answer: usize, struct: usize, isSubnet: bool): u64 {
  return run(answer, struct, isSubnet, 0);
}

export function writeCanonical(answer: usize, struct: usize, isSubnet: bool, bytes: usize): void {
  run(answer, struct, isSubnet, bytes);
}
