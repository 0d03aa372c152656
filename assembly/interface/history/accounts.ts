/** What hotkeys' accounts took in and gave out before dynamic TAO. payout.md 8, 9 */
import {
  NEW_TAO,
  TAKE,
  TO_HOTKEY,
  VIABLE_STAKE,
  accumulateHotkey195,
  drainHotkey195,
  emitThroughHotkey127,
  hotkeyHash,
  shouldDrainHotkey195,
  toOwner,
  toOwnerAfter,
  untouchableAdded,
} from "../../history/accounts";
import { getU64 } from "../../fixed/u64";
import { allocate } from "../../heap";
import {
  answer,
  beginAnswer,
  column32,
  column64,
  columnCells,
  endAnswer,
  flaggedByName,
  givenFlag,
  givenU16,
  givenU64,
  hasRoom,
  itemCount,
  items,
  listByName,
  refuseMemory,
} from "../answer";
import * as layout from "../economicsLayouts";
import { VALUE, given } from "../message";
import { ORDER_BYTES, isOnce, order32 } from "../order";

/** Of a parent: its name, two columns, its pay, and what the answer has of it. */
const PARENT_BYTES: u64 = 4 + 2 * 8 + 8 + layout.ACCUMULATE_HOTKEY_195_OUT_PARENTS_SIZE;

export function answerAccumulateHotkey195(): u32 {
  const list = given(layout.ACCUMULATE_HOTKEY_195_IN_PARENTS);
  const parents = items(list);
  const stride = layout.ACCUMULATE_HOTKEY_195_IN_PARENTS_SIZE;
  const subnetStake = givenU64(layout.ACCUMULATE_HOTKEY_195_IN_SUBNET_STAKE);
  // Nothing can be said of parts of no stake.
  const count: u32 = subnetStake == 0 ? 0 : itemCount(list);
  if (!hasRoom(<u64>count * PARENT_BYTES)) return refuseMemory();
  const names = column32(parents + layout.ACCUMULATE_HOTKEY_195_IN_PARENTS_ID, count, stride);
  const paid = allocate((<usize>count) << 3);
  const pendingAdded = accumulateHotkey195(
    givenU16(layout.ACCUMULATE_HOTKEY_195_IN_RULE_SET),
    givenU64(layout.ACCUMULATE_HOTKEY_195_IN_VALIDATOR_EMISSION),
    givenU64(layout.ACCUMULATE_HOTKEY_195_IN_SERVER_EMISSION),
    givenU16(layout.ACCUMULATE_HOTKEY_195_IN_CHILDKEY_TAKE),
    subnetStake,
    count,
    column64(parents + layout.ACCUMULATE_HOTKEY_195_IN_PARENTS_PROPORTION, count, stride),
    column64(parents + layout.ACCUMULATE_HOTKEY_195_IN_PARENTS_STAKE, count, stride),
    paid,
  );
  beginAnswer(layout.ACCUMULATE_HOTKEY_195_OUT_SIZE);
  listByName(answer(layout.ACCUMULATE_HOTKEY_195_OUT_PARENTS), count, names, paid, 8);
  store<u64>(answer(layout.ACCUMULATE_HOTKEY_195_OUT_PENDING_ADDED), pendingAdded);
  store<u64>(answer(layout.ACCUMULATE_HOTKEY_195_OUT_UNTOUCHABLE_ADDED), untouchableAdded);
  return endAnswer(layout.ACCUMULATE_HOTKEY_195);
}

/** u64 rao */
const amounts: usize = memory.data(4 * 8);

/** Of a nominator: its name, three columns, its pay with a flag, and what the answer has of it. */
const DRAINED_BYTES: u64 = ORDER_BYTES + 4 + 2 * 8 + 16 + 8 + 1 + layout.DRAIN_HOTKEY_195_OUT_NOMINATORS_SIZE;

export function answerDrainHotkey195(): u32 {
  const list = given(layout.DRAIN_HOTKEY_195_IN_NOMINATORS);
  const nominators = items(list);
  const stride = layout.DRAIN_HOTKEY_195_IN_NOMINATORS_SIZE;
  const id = layout.DRAIN_HOTKEY_195_IN_NOMINATORS_ID;
  const count = itemCount(list);
  if (!hasRoom(<u64>count * DRAINED_BYTES)) return refuseMemory();
  const order = order32(nominators, count, stride, id);
  if (!isOnce(list, layout.DRAIN_HOTKEY_195_FIELD_NOMINATORS, stride, id, order)) return VALUE;
  const names = column32(nominators + id, count, stride);
  const paid = allocate((<usize>count) << 3);
  const isPaid = allocate(count);
  drainHotkey195(
    givenU16(layout.DRAIN_HOTKEY_195_IN_RULE_SET),
    givenU64(layout.DRAIN_HOTKEY_195_IN_EMISSION),
    givenU64(layout.DRAIN_HOTKEY_195_IN_UNTOUCHABLE),
    givenU16(layout.DRAIN_HOTKEY_195_IN_TAKE),
    givenU64(layout.DRAIN_HOTKEY_195_IN_TOTAL_STAKE),
    givenU64(layout.DRAIN_HOTKEY_195_IN_LAST_DRAIN),
    count,
    column64(nominators + layout.DRAIN_HOTKEY_195_IN_NOMINATORS_STAKE, count, stride),
    column64(nominators + layout.DRAIN_HOTKEY_195_IN_NOMINATORS_LAST_STAKE_INCREASE, count, stride),
    columnCells(nominators + layout.DRAIN_HOTKEY_195_IN_NOMINATORS_STAKE_DELTA, count, stride),
    paid,
    isPaid,
    amounts,
  );
  beginAnswer(layout.DRAIN_HOTKEY_195_OUT_SIZE);
  store<u64>(answer(layout.DRAIN_HOTKEY_195_OUT_TAKE), getU64(amounts, TAKE));
  store<u64>(answer(layout.DRAIN_HOTKEY_195_OUT_VIABLE_STAKE), getU64(amounts, VIABLE_STAKE));
  flaggedByName(answer(layout.DRAIN_HOTKEY_195_OUT_NOMINATORS), count, isPaid, names, paid, 8);
  store<u64>(answer(layout.DRAIN_HOTKEY_195_OUT_TO_HOTKEY), getU64(amounts, TO_HOTKEY));
  store<u64>(answer(layout.DRAIN_HOTKEY_195_OUT_NEW_TAO), getU64(amounts, NEW_TAO));
  return endAnswer(layout.DRAIN_HOTKEY_195);
}

export function answerShouldDrainHotkey195(): u32 {
  const hash = hotkeyHash(given(layout.SHOULD_DRAIN_HOTKEY_195_IN_HOTKEY));
  const isDue = shouldDrainHotkey195(
    hash, givenU64(layout.SHOULD_DRAIN_HOTKEY_195_IN_BLOCK), givenU64(layout.SHOULD_DRAIN_HOTKEY_195_IN_EMISSION_TEMPO),
  );
  beginAnswer(layout.SHOULD_DRAIN_HOTKEY_195_OUT_SIZE);
  store<u64>(answer(layout.SHOULD_DRAIN_HOTKEY_195_OUT_HASH), hash);
  store<u8>(answer(layout.SHOULD_DRAIN_HOTKEY_195_OUT_DRAIN), <u8>isDue);
  return endAnswer(layout.SHOULD_DRAIN_HOTKEY_195);
}

/** Of a nominator: its name, stake and pay, and what the answer has of it. */
const NOMINATOR_BYTES: u64 = ORDER_BYTES + 4 + 2 * 8 + layout.EMIT_THROUGH_HOTKEY_127_OUT_NOMINATORS_SIZE;

export function answerEmitThroughHotkey127(): u32 {
  const list = given(layout.EMIT_THROUGH_HOTKEY_127_IN_NOMINATORS);
  const nominators = items(list);
  const stride = layout.EMIT_THROUGH_HOTKEY_127_IN_NOMINATORS_SIZE;
  const id = layout.EMIT_THROUGH_HOTKEY_127_IN_NOMINATORS_ID;
  const listed = itemCount(list);
  if (!hasRoom(<u64>listed * NOMINATOR_BYTES)) return refuseMemory();
  const order = order32(nominators, listed, stride, id);
  if (!isOnce(list, layout.EMIT_THROUGH_HOTKEY_127_FIELD_NOMINATORS, stride, id, order)) return VALUE;
  const isDelegate = givenFlag(layout.EMIT_THROUGH_HOTKEY_127_IN_TAKE);
  const count: u32 = isDelegate ? listed : 0;
  const names = column32(nominators + id, count, stride);
  const paid = allocate((<usize>count) << 3);
  const take = emitThroughHotkey127(
    givenU16(layout.EMIT_THROUGH_HOTKEY_127_IN_RULE_SET),
    isDelegate,
    isDelegate ? givenU16(layout.EMIT_THROUGH_HOTKEY_127_IN_TAKE_VALUE) : 0,
    givenU64(layout.EMIT_THROUGH_HOTKEY_127_IN_TOTAL_STAKE),
    givenU64(layout.EMIT_THROUGH_HOTKEY_127_IN_SERVER_EMISSION),
    givenU64(layout.EMIT_THROUGH_HOTKEY_127_IN_VALIDATOR_EMISSION),
    count,
    column64(nominators + layout.EMIT_THROUGH_HOTKEY_127_IN_NOMINATORS_STAKE, count, stride),
    paid,
  );
  beginAnswer(layout.EMIT_THROUGH_HOTKEY_127_OUT_SIZE);
  store<u64>(answer(layout.EMIT_THROUGH_HOTKEY_127_OUT_TAKE), take);
  store<u64>(answer(layout.EMIT_THROUGH_HOTKEY_127_OUT_TO_OWNER), toOwner);
  store<u64>(answer(layout.EMIT_THROUGH_HOTKEY_127_OUT_TO_OWNER_AFTER), toOwnerAfter);
  listByName(answer(layout.EMIT_THROUGH_HOTKEY_127_OUT_NOMINATORS), count, names, paid, 8);
  return endAnswer(layout.EMIT_THROUGH_HOTKEY_127);
}
