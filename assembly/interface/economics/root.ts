/** The legacy root epoch, and root's share of a subnet. root.md 2, 3 */
import { CELL_BYTES, cell, set } from "../../fixed/cell";
import { allocate } from "../../heap";
import { ROOT_EXP_OVERFLOW, ROOT_NO_STAKE, rootEpoch } from "../../root";
import { rootProportion } from "../../rootProportion";
import {
  answer,
  beginAnswer,
  endAnswer,
  givenFlag,
  givenU16,
  givenU64,
  hasRoom,
  itemCount,
  items,
  newList,
  refuseMemory,
  refuseValue,
  textOf,
} from "../answer";
import { given } from "../message";
import * as layout from "../economicsLayouts";
import { MOST_CELLS } from "../limits";
import { ORDER_BYTES, find, order16, placeAt } from "../order";

/** Stake and weights of a validator, columns of a network, with what the answer has of either, are less. */
const VALIDATOR_BYTES: u64 = 64;
const NETWORK_BYTES: u64 = 128;

export function answerRootEpoch(): u32 {
  const validators = givenU16(layout.ROOT_EPOCH_IN_N);
  const networks = givenU16(layout.ROOT_EPOCH_IN_TOTAL_NETWORKS);
  const cellCount = <u64>validators * <u64>networks;
  if (cellCount > MOST_CELLS) return refuseValue(layout.ROOT_EPOCH_FIELD_TOTAL_NETWORKS, given(layout.ROOT_EPOCH_IN_TOTAL_NETWORKS));
  const listed = itemCount(given(layout.ROOT_EPOCH_IN_NETUIDS));
  if (validators == 0) return answerError("No validators to validate emission values.");
  if (listed == 0) return answerError("No networks to validate emission values.");
  const perNetwork = <u64>networks * (NETWORK_BYTES + ORDER_BYTES);
  if (!hasRoom(cellCount * <u64>CELL_BYTES + <u64>validators * VALIDATOR_BYTES + perNetwork)) return refuseMemory();

  const stakes = givenStakes(validators);
  const weights = denseWeights(validators, networks);
  beginAnswer(layout.ROOT_EPOCH_OUT_SIZE);
  const status = rootEpoch(
    validators,
    networks,
    stakes,
    weights,
    givenFlag(layout.ROOT_EPOCH_IN_NORMALIZE_ROWS),
    givenU16(layout.ROOT_EPOCH_IN_RHO),
    givenU16(layout.ROOT_EPOCH_IN_KAPPA),
    givenU64(layout.ROOT_EPOCH_IN_BLOCK_EMISSION),
    listThere(layout.ROOT_EPOCH_OUT_STAKE_X64, layout.ROOT_EPOCH_OUT_STAKE_X64_VALUE, validators, CELL_BYTES),
    listThere(layout.ROOT_EPOCH_OUT_RANKS_X64, layout.ROOT_EPOCH_OUT_RANKS_X64_VALUE, networks, CELL_BYTES),
    listThere(layout.ROOT_EPOCH_OUT_TRUST_X64, layout.ROOT_EPOCH_OUT_TRUST_X64_VALUE, networks, CELL_BYTES),
    listThere(layout.ROOT_EPOCH_OUT_CONSENSUS_X64, layout.ROOT_EPOCH_OUT_CONSENSUS_X64_VALUE, networks, CELL_BYTES),
    listThere(layout.ROOT_EPOCH_OUT_SHARES_X64, layout.ROOT_EPOCH_OUT_SHARES_X64_VALUE, networks, CELL_BYTES),
    listThere(layout.ROOT_EPOCH_OUT_EMISSION, layout.ROOT_EPOCH_OUT_EMISSION_VALUE, networks, 8),
  );
  if (status == ROOT_NO_STAKE) return answerError("No stake on network");
  if (status == ROOT_EXP_OVERFLOW) return answerError("panic: exp overflow");
  if (listed != networks) return answerError("netuids and emission must have the same length");
  return endAnswer(layout.ROOT_EPOCH);
}

/** The chain's own error, in place of all that it would give. */
function answerError(error: string): u32 {
  beginAnswer(layout.ROOT_EPOCH_OUT_SIZE);
  store<u8>(answer(layout.ROOT_EPOCH_OUT_ERROR), 1);
  textOf(answer(layout.ROOT_EPOCH_OUT_ERROR_VALUE), error);
  return endAnswer(layout.ROOT_EPOCH);
}

/** A list of the answer that may be left out. */
function listThere(flag: usize, reference: usize, count: u32, stride: usize): usize {
  store<u8>(answer(flag), 1);
  return newList(answer(reference), count, stride);
}

/** u64 rao of each validator; 0 where none is given. */
function givenStakes(validators: u32): usize {
  const reference = given(layout.ROOT_EPOCH_IN_STAKES);
  const stakes = allocate((<usize>validators) << 3);
  memory.copy(stakes, items(reference), (<usize>min(validators, itemCount(reference))) << 3);
  return stakes;
}

/** Integers in I64F64, a row for each validator and a column for each network that counts. */
function denseWeights(validators: u32, networks: u32): usize {
  const weights = allocate(<usize>validators * <usize>networks * CELL_BYTES);
  const netuids = given(layout.ROOT_EPOCH_IN_NETUIDS);
  const columns = min(networks, itemCount(netuids));
  // Of a netuid that is listed twice the first place counts.
  const order = order16(items(netuids), columns, layout.ROOT_EPOCH_IN_NETUIDS_SIZE, 0);
  const rows = given(layout.ROOT_EPOCH_IN_WEIGHTS);
  for (let r: u32 = 0; r < itemCount(rows); r++) {
    const row = items(rows) + <usize>r * layout.ROOT_EPOCH_IN_WEIGHTS_SIZE;
    const uid = <u32>load<u16>(row, layout.ROOT_EPOCH_IN_WEIGHTS_0);
    if (uid >= validators) continue;
    const entries = row + layout.ROOT_EPOCH_IN_WEIGHTS_1;
    for (let e: u32 = 0; e < itemCount(entries); e++) {
      const entry = items(entries) + <usize>e * layout.ROOT_EPOCH_IN_WEIGHTS_1_SIZE;
      const found = find(order, columns, load<u16>(entry, layout.ROOT_EPOCH_IN_WEIGHTS_1_0));
      if (found == columns) continue;
      const weight = load<u16>(entry, layout.ROOT_EPOCH_IN_WEIGHTS_1_1);
      set(cell(weights, uid * networks + placeAt(order, found)), 0, <i64>weight);
    }
  }
  return weights;
}

export function answerRootProportion(): u32 {
  beginAnswer(layout.ROOT_PROPORTION_OUT_SIZE);
  rootProportion(
    givenU64(layout.ROOT_PROPORTION_IN_ROOT_TAO),
    givenU64(layout.ROOT_PROPORTION_IN_ALPHA_ISSUANCE),
    givenU64(layout.ROOT_PROPORTION_IN_TAO_WEIGHT),
    answer(layout.ROOT_PROPORTION_OUT_Y_X32),
  );
  return endAnswer(layout.ROOT_PROPORTION);
}
