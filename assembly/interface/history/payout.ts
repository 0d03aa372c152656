/** From an epoch's emission to each hotkey, under specs 233 to 342. payout.md 7 */
import { CELL_BYTES, cell, low, set } from "../../fixed/cell";
import {
  distribute233,
  dividendDistribution233,
  epochAmount,
  immuneOwnerHotkeys306,
  parentChild233,
  validatorPool,
  validatorPool257,
} from "../../history/payout";
import { alphaPooled, childkeyBurn } from "../../history/switches";
import { allocate } from "../../heap";
import { setItem } from "../../list";
import { recycledCount } from "../../payout";
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
  givenU32,
  givenU64,
  hasRoom,
  itemCount,
  items,
  listByName,
  listOfAmounts,
  newList,
  refuseMemory,
} from "../answer";
import * as input from "../economics/distribution";
import { idsWithLast } from "../economics/payout";
import * as layout from "../economicsLayouts";
import { FINE, VALUE, given } from "../message";
import { ORDER_BYTES, ascendingById, isOnce, order32, sorted } from "../order";
import { flaggedNames } from "./lists";
import { putOptionalU64 } from "./optional";

/** Of a parent: three columns, its name, part and pay, and what the answer has of it. */
const PARENT_BYTES: u64 = 3 * 8 + 4 + 16 + 8 + layout.PARENT_CHILD_233_OUT_TUPLES_SIZE;

export function answerParentChild233(): u32 {
  const list = given(layout.PARENT_CHILD_233_IN_PARENTS);
  const parents = items(list);
  const count = itemCount(list);
  const stride = layout.PARENT_CHILD_233_IN_PARENTS_SIZE;
  if (!hasRoom(<u64>count * PARENT_BYTES)) return refuseMemory();
  // The child comes after its parents.
  const ids = idsWithLast(parents + layout.PARENT_CHILD_233_IN_PARENTS_ID, count, stride, givenU32(layout.PARENT_CHILD_233_IN_HOTKEY));
  const paid = allocate((<usize>count + 1) << 3);
  parentChild233(
    givenU64(layout.PARENT_CHILD_233_IN_DIVIDENDS),
    givenU64(layout.PARENT_CHILD_233_IN_SELF_CONTRIBUTION),
    givenU16(layout.PARENT_CHILD_233_IN_CHILDKEY_TAKE),
    0,
    givenU64(layout.PARENT_CHILD_233_IN_TAO_WEIGHT),
    count,
    column64(parents + layout.PARENT_CHILD_233_IN_PARENTS_ALPHA_STAKE, count, stride),
    column64(parents + layout.PARENT_CHILD_233_IN_PARENTS_ROOT_STAKE, count, stride),
    column64(parents + layout.PARENT_CHILD_233_IN_PARENTS_PROPORTION, count, stride),
    0,
    paid,
    0,
  );
  beginAnswer(layout.PARENT_CHILD_233_OUT_SIZE);
  listByName(answer(layout.PARENT_CHILD_233_OUT_TUPLES), count + 1, ids, paid, 8);
  return endAnswer(layout.PARENT_CHILD_233);
}

/** Of a hotkey: itself, its name, three cells, stakes, and two lists of the answer. */
const SHARING_BYTES: u64 =
  ORDER_BYTES + layout.DIVIDEND_DISTRIBUTION_233_IN_HOTKEYS_SIZE + 4 + 3 * 16 + 2 * 8 +
  2 * layout.DIVIDEND_DISTRIBUTION_233_OUT_ALPHA_DIVIDENDS_X32_SIZE;

export function answerDividendDistribution233(): u32 {
  const list = given(layout.DIVIDEND_DISTRIBUTION_233_IN_HOTKEYS);
  const stride = layout.DIVIDEND_DISTRIBUTION_233_IN_HOTKEYS_SIZE;
  const count = itemCount(list);
  if (!hasRoom(<u64>count * SHARING_BYTES)) return refuseMemory();
  const first = ascendingById(list, layout.DIVIDEND_DISTRIBUTION_233_FIELD_HOTKEYS, stride, layout.DIVIDEND_DISTRIBUTION_233_IN_HOTKEYS_ID);
  if (first == 0) return VALUE;
  const ids = column32(first + layout.DIVIDEND_DISTRIBUTION_233_IN_HOTKEYS_ID, count, stride);
  const alpha = allocate((<usize>count) << 4);
  const root = allocate((<usize>count) << 4);
  dividendDistribution233(
    givenU16(layout.DIVIDEND_DISTRIBUTION_233_IN_RULE_SET),
    count,
    columnCells(first + layout.DIVIDEND_DISTRIBUTION_233_IN_HOTKEYS_DIVIDEND_X32, count, stride),
    column64(first + layout.DIVIDEND_DISTRIBUTION_233_IN_HOTKEYS_STAKE_0, count, stride),
    column64(first + layout.DIVIDEND_DISTRIBUTION_233_IN_HOTKEYS_STAKE_1, count, stride),
    given(layout.DIVIDEND_DISTRIBUTION_233_IN_TAO_WEIGHT_X32),
    givenU64(layout.DIVIDEND_DISTRIBUTION_233_IN_PENDING_ALPHA),
    givenU64(layout.DIVIDEND_DISTRIBUTION_233_IN_PENDING_ROOT),
    alpha,
    root,
  );
  beginAnswer(layout.DIVIDEND_DISTRIBUTION_233_OUT_SIZE);
  listByName(answer(layout.DIVIDEND_DISTRIBUTION_233_OUT_ALPHA_DIVIDENDS_X32), count, ids, alpha, CELL_BYTES);
  listByName(answer(layout.DIVIDEND_DISTRIBUTION_233_OUT_ROOT_DIVIDENDS_X32), count, ids, root, CELL_BYTES);
  return endAnswer(layout.DIVIDEND_DISTRIBUTION_233);
}

export function answerValidatorPool257(): u32 {
  beginAnswer(layout.VALIDATOR_POOL_257_OUT_SIZE);
  store<u64>(
    answer(layout.VALIDATOR_POOL_257_OUT_Y),
    validatorPool257(
      givenU64(layout.VALIDATOR_POOL_257_IN_INCENTIVE_SUM),
      givenU64(layout.VALIDATOR_POOL_257_IN_PENDING_ALPHA),
      givenU64(layout.VALIDATOR_POOL_257_IN_PENDING_ROOT),
    ),
  );
  return endAnswer(layout.VALIDATOR_POOL_257);
}

export function answerDistribute233(): u32 {
  const ruleSet = givenU16(layout.DISTRIBUTE_233_IN_RULE_SET);
  const status = input.takeDistribution(
    given(layout.DISTRIBUTE_233_IN_HOTKEY_EMISSION),
    layout.DISTRIBUTE_233_FIELD_HOTKEY_EMISSION,
    given(layout.DISTRIBUTE_233_IN_HOTKEYS),
    layout.DISTRIBUTE_233_FIELD_HOTKEYS,
  );
  if (status != FINE) return status;
  const withheld = allocate(input.count);
  distribute233(
    ruleSet,
    input.entryCount,
    input.entries,
    input.count,
    input.alphaStakes,
    input.rootStakes,
    input.owners,
    input.ownerHotkeys,
    input.childkeyTakes,
    input.takes,
    input.childStarts,
    input.children,
    input.parentStarts,
    input.parents,
    input.parentProportions,
    givenU64(layout.DISTRIBUTE_233_IN_PENDING_ALPHA),
    givenU64(layout.DISTRIBUTE_233_IN_PENDING_ROOT),
    givenU64(layout.DISTRIBUTE_233_IN_PENDING_TAO),
    givenU64(layout.DISTRIBUTE_233_IN_CK_BURN),
    givenU64(layout.DISTRIBUTE_233_IN_TAO_WEIGHT),
    input.incentives,
    input.hasEntry,
    input.hasDividends,
    input.dividends,
    input.alphaDividends,
    input.rootDividends,
    input.alphaTakeRest,
    input.rootTakeRest,
    input.recycled,
    withheld,
  );

  beginAnswer(layout.DISTRIBUTE_233_OUT_SIZE);
  store<u64>(answer(layout.DISTRIBUTE_233_OUT_EPOCH_AMOUNT), epochAmount);
  putOptionalU64(
    layout.DISTRIBUTE_233_OUT_VALIDATOR_POOL, layout.DISTRIBUTE_233_OUT_VALIDATOR_POOL_VALUE, alphaPooled(ruleSet), validatorPool,
  );
  flaggedByName(answer(layout.DISTRIBUTE_233_OUT_INCENTIVES), input.count, input.hasEntry, input.ids, input.incentives, 8);
  flaggedNames(answer(layout.DISTRIBUTE_233_OUT_WITHHELD), input.count, withheld, input.ids);
  listPaid(layout.DISTRIBUTE_233_OUT_DIVIDENDS_X32, input.dividends);
  listOfAmounts(answer(layout.DISTRIBUTE_233_OUT_CK_RECYCLED), childkeyBurn(ruleSet) ? recycledCount : 0, input.recycled);
  listPaid(layout.DISTRIBUTE_233_OUT_ALPHA_DIVIDENDS_X32, input.alphaDividends);
  listPaid(layout.DISTRIBUTE_233_OUT_ROOT_DIVIDENDS_X32, input.rootDividends);
  listPaid(layout.DISTRIBUTE_233_OUT_ALPHA_TAKE_REST, input.alphaTakeRest);
  listPaid(layout.DISTRIBUTE_233_OUT_ROOT_TAKE_REST, input.rootTakeRest);
  return endAnswer(layout.DISTRIBUTE_233);
}

/** Cells, or pairs of u64 in as much, of the hotkeys that have dividends. */
function listPaid(field: usize, values: usize): void {
  flaggedByName(answer(field), input.count, input.hasDividends, input.ids, values, CELL_BYTES);
}

/** Of a hotkey: two orders, its name, and what is kept of it, twice. */
const OWNED_BYTES: u64 = 2 * ORDER_BYTES + 3 * 4;

/** The newest first, of those the lowest uid first; hotkeys without a uid left out. Gives their number, and writes the ids. */
function newestFirst(first: usize, count: u32, ids: usize): u32 {
  const order = allocate(<usize>count * CELL_BYTES);
  let withUid: u32 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const hotkey = first + <usize>i * layout.IMMUNE_OWNER_HOTKEYS_306_IN_OWNED_SIZE;
    if (!load<u8>(hotkey + layout.IMMUNE_OWNER_HOTKEYS_306_IN_OWNED_UID)) continue;
    const uid = <u64>load<u16>(hotkey + layout.IMMUNE_OWNER_HOTKEYS_306_IN_OWNED_UID_VALUE);
    const age = ~load<u64>(hotkey + layout.IMMUNE_OWNER_HOTKEYS_306_IN_OWNED_REGISTERED_AT);
    set(cell(order, withUid++), (uid << 32) | i, <i64>age);
  }
  const inOrder = sorted(order, withUid);
  for (let i: u32 = 0; i < withUid; i++) {
    const place = <usize>(<u32>low(cell(inOrder, i)));
    setItem(ids, i, load<u32>(first + place * layout.IMMUNE_OWNER_HOTKEYS_306_IN_OWNED_SIZE + layout.IMMUNE_OWNER_HOTKEYS_306_IN_OWNED_ID));
  }
  return withUid;
}

export function answerImmuneOwnerHotkeys306(): u32 {
  const list = given(layout.IMMUNE_OWNER_HOTKEYS_306_IN_OWNED);
  const stride = layout.IMMUNE_OWNER_HOTKEYS_306_IN_OWNED_SIZE;
  const id = layout.IMMUNE_OWNER_HOTKEYS_306_IN_OWNED_ID;
  const count = itemCount(list);
  if (!hasRoom(<u64>count * OWNED_BYTES)) return refuseMemory();
  const byId = order32(items(list), count, stride, id);
  if (!isOnce(list, layout.IMMUNE_OWNER_HOTKEYS_306_FIELD_OWNED, stride, id, byId)) return VALUE;
  const ids = allocate((<usize>count) << 2);
  const kept = allocate((<usize>count + 1) << 2);
  const withUid = newestFirst(items(list), count, ids);
  const hasOwner = givenFlag(layout.IMMUNE_OWNER_HOTKEYS_306_IN_OWNER_HOTKEY);
  const keptCount = immuneOwnerHotkeys306(
    givenFlag(layout.IMMUNE_OWNER_HOTKEYS_306_IN_LIMIT) ? givenU32(layout.IMMUNE_OWNER_HOTKEYS_306_IN_LIMIT_VALUE) : withUid + 1,
    withUid,
    ids,
    hasOwner ? givenU32(layout.IMMUNE_OWNER_HOTKEYS_306_IN_OWNER_HOTKEY_VALUE) : 0,
    hasOwner && givenFlag(layout.IMMUNE_OWNER_HOTKEYS_306_IN_OWNER_HOTKEY_HAS_UID),
    kept,
  );
  beginAnswer(layout.IMMUNE_OWNER_HOTKEYS_306_OUT_SIZE);
  memory.copy(newList(answer(layout.IMMUNE_OWNER_HOTKEYS_306_OUT_HOTKEYS), keptCount, 4), kept, (<usize>keptCount) << 2);
  return endAnswer(layout.IMMUNE_OWNER_HOTKEYS_306);
}
