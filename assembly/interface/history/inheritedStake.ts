/** The stake that the epochs of specs 195 to 232 read for each hotkey. stake.md, before 233 */
import { inheritedStake195 } from "../../history/inheritedStake";
import {
  answer,
  beginAnswer,
  endAnswer,
  givenU64,
  hasRoom,
  itemCount,
  items,
  newList,
  refuseMemory,
  refuseValue,
} from "../answer";
import * as layout from "../economicsLayouts";
import { FINE, LENGTH, given, messageAt, refuse } from "../message";
import { joined32, joined64, joinedCount, joinedStarts } from "./joined";

/** Of parents and children alike. */
const LIST_SIZE: usize = layout.INHERITED_STAKE_195_IN_PARENTS_SIZE;
const ITEM_SIZE: usize = layout.INHERITED_STAKE_195_IN_PARENTS_ITEM_SIZE;
const PROPORTION: usize = layout.INHERITED_STAKE_195_IN_PARENTS_ITEM_0;
const INDEX: usize = layout.INHERITED_STAKE_195_IN_PARENTS_ITEM_1;

/** Each hotkey has a list, of others among them. */
function checkRelations(lists: usize, field: u32, count: u32): u32 {
  if (itemCount(lists) != count) return refuse(LENGTH, field, lists + 4 - messageAt);
  for (let i: u32 = 0; i < count; i++) {
    const list = items(lists) + <usize>i * LIST_SIZE;
    let index = items(list) + INDEX;
    for (let k = itemCount(list); k > 0; k--) {
      if (load<u32>(index) >= count) return refuseValue(field, index);
      index += ITEM_SIZE;
    }
  }
  return FINE;
}

/** Of a hotkey: where its parents and its children begin, and its stake in the answer. */
const HOTKEY_BYTES: u64 = 2 * 4 + 8;
/** Of a parent the index and the proportion; of a child the proportion. */
const RELATION_BYTES: u64 = 4 + 8;

export function answerInheritedStake195(): u32 {
  const stakes = given(layout.INHERITED_STAKE_195_IN_STAKE);
  const parents = given(layout.INHERITED_STAKE_195_IN_PARENTS);
  const children = given(layout.INHERITED_STAKE_195_IN_CHILDREN);
  const count = itemCount(stakes);
  let status = checkRelations(parents, layout.INHERITED_STAKE_195_FIELD_PARENTS, count);
  if (status == FINE) status = checkRelations(children, layout.INHERITED_STAKE_195_FIELD_CHILDREN, count);
  if (status != FINE) return status;

  const firstParents = items(parents);
  const firstChildren = items(children);
  const relations = <u64>joinedCount(firstParents, count, LIST_SIZE) + <u64>joinedCount(firstChildren, count, LIST_SIZE);
  if (!hasRoom(<u64>count * HOTKEY_BYTES + relations * RELATION_BYTES)) return refuseMemory();
  const parentStarts = joinedStarts(firstParents, count, LIST_SIZE);
  const indices = joined32(firstParents, count, LIST_SIZE, parentStarts, INDEX, ITEM_SIZE);
  const parentProportions = joined64(firstParents, count, LIST_SIZE, parentStarts, PROPORTION, ITEM_SIZE);
  const childStarts = joinedStarts(firstChildren, count, LIST_SIZE);
  const childProportions = joined64(firstChildren, count, LIST_SIZE, childStarts, PROPORTION, ITEM_SIZE);

  beginAnswer(layout.INHERITED_STAKE_195_OUT_SIZE);
  inheritedStake195(
    count,
    items(stakes),
    parentStarts,
    indices,
    parentProportions,
    childStarts,
    childProportions,
    givenU64(layout.INHERITED_STAKE_195_IN_NETWORK_MAX_STAKE),
    newList(answer(layout.INHERITED_STAKE_195_OUT_STAKE), count, 8),
  );
  return endAnswer(layout.INHERITED_STAKE_195);
}
