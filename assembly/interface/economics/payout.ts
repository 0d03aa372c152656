/** Parts of what follows an epoch, each on its own. payout.md, split.md 2 */
import { CELL_BYTES } from "../../fixed/cell";
import { allocate } from "../../heap";
import { dividendDistribution, parentChild, selfContribution, takeSplit, withheld } from "../../payout";
import {
  answer,
  beginAnswer,
  column32,
  column64,
  columnCells,
  columnFlags,
  endAnswer,
  givenU16,
  givenU32,
  givenU64,
  hasRoom,
  itemCount,
  items,
  listByName,
  listOfAmounts,
  refuseMemory,
} from "../answer";
import * as layout from "../economicsLayouts";
import { VALUE, given } from "../message";
import { ascendingById } from "../order";

/** What is laid out for a hotkey or for a parent, with all that the answer has of it, is less. */
const HOTKEY_BYTES: u64 = 384;

export function answerDividendDistribution(): u32 {
  return answerDividends(layout.DIVIDEND_DISTRIBUTION, layout.DIVIDEND_DISTRIBUTION_IN_HOTKEYS_SIZE, 0);
}

export function answerDividendDistribution475(): u32 {
  return answerDividends(
    layout.DIVIDEND_DISTRIBUTION_475, layout.DIVIDEND_DISTRIBUTION_475_IN_HOTKEYS_SIZE, layout.DIVIDEND_DISTRIBUTION_475_IN_HOTKEYS_ON_ROOT,
  );
}

/** Both messages differ in the flag `onRoot` alone, which is behind all else of a hotkey; 0: there is none. */
function answerDividends(asked: u32, stride: usize, onRoot: usize): u32 {
  const reference = given(layout.DIVIDEND_DISTRIBUTION_IN_HOTKEYS);
  const listed = itemCount(reference);
  if (!hasRoom(<u64>listed * HOTKEY_BYTES)) return refuseMemory();
  const hotkeys = ascendingById(reference, layout.DIVIDEND_DISTRIBUTION_FIELD_HOTKEYS, stride, layout.DIVIDEND_DISTRIBUTION_IN_HOTKEYS_ID);
  if (hotkeys == 0) return VALUE;
  const count = keepStaked(hotkeys, listed, stride);
  const ids = column32(hotkeys + layout.DIVIDEND_DISTRIBUTION_IN_HOTKEYS_ID, count, stride);
  const alpha = allocate(<usize>count * CELL_BYTES);
  const root = allocate(<usize>count * CELL_BYTES);
  dividendDistribution(
    count,
    columnCells(hotkeys + layout.DIVIDEND_DISTRIBUTION_IN_HOTKEYS_DIVIDEND_X32, count, stride),
    column64(hotkeys + layout.DIVIDEND_DISTRIBUTION_IN_HOTKEYS_STAKE_0, count, stride),
    column64(hotkeys + layout.DIVIDEND_DISTRIBUTION_IN_HOTKEYS_STAKE_1, count, stride),
    onRoot != 0,
    columnFlags(hotkeys + onRoot, count, stride),
    given(layout.DIVIDEND_DISTRIBUTION_IN_TAO_WEIGHT_X32),
    givenU64(layout.DIVIDEND_DISTRIBUTION_IN_PENDING_ALPHA),
    givenU64(layout.DIVIDEND_DISTRIBUTION_IN_PENDING_ROOT_ALPHA),
    alpha,
    root,
  );
  beginAnswer(layout.DIVIDEND_DISTRIBUTION_OUT_SIZE);
  listByName(answer(layout.DIVIDEND_DISTRIBUTION_OUT_ALPHA_DIVIDENDS_X32), count, ids, alpha, CELL_BYTES);
  listByName(answer(layout.DIVIDEND_DISTRIBUTION_OUT_ROOT_ALPHA_DIVIDENDS_X32), count, ids, root, CELL_BYTES);
  return endAnswer(asked);
}

/** Moves those that have a stake to the front, and gives their number: the others get nothing. */
function keepStaked(hotkeys: usize, count: u32, stride: usize): u32 {
  let kept: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const hotkey = hotkeys + <usize>i * stride;
    if (load<u8>(hotkey, layout.DIVIDEND_DISTRIBUTION_IN_HOTKEYS_STAKE)) memory.copy(hotkeys + <usize>(kept++) * stride, hotkey, stride);
  }
  return kept;
}

export function answerSelfContribution(): u32 {
  const children = given(layout.SELF_CONTRIBUTION_IN_CHILDREN);
  beginAnswer(layout.SELF_CONTRIBUTION_OUT_SIZE);
  const contribution = selfContribution(
    givenU64(layout.SELF_CONTRIBUTION_IN_ALPHA_STAKE),
    givenU64(layout.SELF_CONTRIBUTION_IN_ROOT_STAKE),
    givenU64(layout.SELF_CONTRIBUTION_IN_TAO_WEIGHT),
    itemCount(children),
    items(children),
  );
  store<u64>(answer(layout.SELF_CONTRIBUTION_OUT_Y), contribution);
  return endAnswer(layout.SELF_CONTRIBUTION);
}

export function answerParentChild(): u32 {
  const reference = given(layout.PARENT_CHILD_IN_PARENTS);
  const stride = layout.PARENT_CHILD_IN_PARENTS_SIZE;
  const count = itemCount(reference);
  if (!hasRoom(<u64>count * HOTKEY_BYTES)) return refuseMemory();
  const parents = items(reference);
  const ids = idsWithLast(parents + layout.PARENT_CHILD_IN_PARENTS_ID, count, stride, givenU32(layout.PARENT_CHILD_IN_HOTKEY));
  const paid = allocate((<usize>count + 1) << 3);
  const recycled = allocate((<usize>count) << 3);
  const recycledCount = parentChild(
    givenU64(layout.PARENT_CHILD_IN_DIVIDENDS),
    givenU64(layout.PARENT_CHILD_IN_SELF_CONTRIBUTION),
    givenU16(layout.PARENT_CHILD_IN_CHILDKEY_TAKE),
    givenU64(layout.PARENT_CHILD_IN_CK_BURN),
    givenU64(layout.PARENT_CHILD_IN_TAO_WEIGHT),
    count,
    column64(parents + layout.PARENT_CHILD_IN_PARENTS_ALPHA_STAKE, count, stride),
    column64(parents + layout.PARENT_CHILD_IN_PARENTS_ROOT_STAKE, count, stride),
    column64(parents + layout.PARENT_CHILD_IN_PARENTS_PROPORTION, count, stride),
    columnFlags(parents + layout.PARENT_CHILD_IN_PARENTS_SAME_OWNER, count, stride),
    paid,
    recycled,
  );
  beginAnswer(layout.PARENT_CHILD_OUT_SIZE);
  listByName(answer(layout.PARENT_CHILD_OUT_TUPLES), count + 1, ids, paid, 8);
  listOfAmounts(answer(layout.PARENT_CHILD_OUT_RECYCLED), recycledCount, recycled);
  return endAnswer(layout.PARENT_CHILD);
}

/** The u32 of each item, and one more. */
export function idsWithLast(id: usize, count: u32, stride: usize, last: u32): usize {
  const ids = allocate((<usize>count + 1) << 2);
  for (let i: usize = 0; i < <usize>count; i++) store<u32>(ids + (i << 2), load<u32>(id + i * stride));
  store<u32>(ids + ((<usize>count) << 2), last);
  return ids;
}

export function answerTakeSplit(): u32 {
  beginAnswer(layout.TAKE_SPLIT_OUT_SIZE);
  const rest = answer(layout.TAKE_SPLIT_OUT_REST);
  store<u64>(answer(layout.TAKE_SPLIT_OUT_TAKE), takeSplit(given(layout.TAKE_SPLIT_IN_DIVIDENDS_X32), givenU16(layout.TAKE_SPLIT_IN_TAKE), rest));
  return endAnswer(layout.TAKE_SPLIT);
}

export function answerWithheld(): u32 {
  beginAnswer(layout.WITHHELD_OUT_SIZE);
  withheld(givenU64(layout.WITHHELD_IN_WITHHELD), givenU64(layout.WITHHELD_IN_TOTAL), answer(layout.WITHHELD_OUT_Y_X32));
  return endAnswer(layout.WITHHELD);
}
