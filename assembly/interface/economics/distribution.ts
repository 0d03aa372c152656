/**
 * An epoch's emission and its hotkeys as `collect` takes them, today's and before: each hotkey by its position in
 * ascending order of id.
 */
import { CELL_BYTES } from "../../fixed/cell";
import { allocate } from "../../heap";
import { setItem } from "../../list";
import { column16, column32, column64, columnFlags, hasRoom, itemCount, items, refuseMemory, refuseValue } from "../answer";
import * as layout from "../economicsLayouts";
import { MOST_VALUES } from "../limits";
import { FINE, LENGTH, VALUE, messageAt, refuse } from "../message";
import { find, inOrder, isOnce, order32 } from "../order";

// What is laid out for each, with all that the answer has of it, is less.
const HOTKEY_BYTES: u64 = 512;
/** of hotkeys as they are listed */
const RELATION_BYTES: u64 = 32;
/** of an epoch's entries, whose parents may be those of others too */
const ENTRY_BYTES: u64 = 192;
const SHARE_BYTES: u64 = 64;

export let entryCount: u32 = 0;
/** (position, incentive, dividends) as u64 */
export let entries: usize = 0;
export let count: u32 = 0;
/** u32 */
export let ids: usize = 0;
export let alphaStakes: usize = 0;
export let rootStakes: usize = 0;
export let owners: usize = 0;
/** flags */
export let ownerHotkeys: usize = 0;
export let childkeyTakes: usize = 0;
export let takes: usize = 0;
export let childStarts: usize = 0;
export let children: usize = 0;
export let parentStarts: usize = 0;
/** positions, u32 */
export let parents: usize = 0;
export let parentProportions: usize = 0;

// Results, empty: u64 incentives, flags, cells of dividends and of two pools, pairs of u64, u64 for each parent that is paid.
export let incentives: usize = 0;
export let hasEntry: usize = 0;
export let hasDividends: usize = 0;
export let dividends: usize = 0;
export let alphaDividends: usize = 0;
export let rootDividends: usize = 0;
export let alphaTakeRest: usize = 0;
export let rootTakeRest: usize = 0;
export let recycled: usize = 0;

/** Their cells above are ids, those below places in the list. */
let order: usize = 0;

/** Parents, and parents and children, of all that are paid: of a hotkey that is paid twice they count twice. */
let paidParents: u64 = 0;
let shares: u64 = 0;

/** From the lists at two addresses, with the numbers of their fields; what they were refused with where they do not fit. */
export function takeDistribution(emission: usize, emissionField: u32, hotkeys: usize, hotkeysField: u32): u32 {
  entryCount = itemCount(emission);
  count = itemCount(hotkeys);
  const listed = listedRelations(hotkeys);
  if (!hasRoom(<u64>count * HOTKEY_BYTES + <u64>entryCount * ENTRY_BYTES + listed * RELATION_BYTES)) return refuseMemory();
  order = order32(items(hotkeys), count, layout.DISTRIBUTE_IN_HOTKEYS_SIZE, layout.DISTRIBUTE_IN_HOTKEYS_ID);
  if (!isOnce(hotkeys, hotkeysField, layout.DISTRIBUTE_IN_HOTKEYS_SIZE, layout.DISTRIBUTE_IN_HOTKEYS_ID, order)) return VALUE;
  const ascending = inOrder(items(hotkeys), count, layout.DISTRIBUTE_IN_HOTKEYS_SIZE, order);
  const status = takeEntries(emission, emissionField, ascending);
  if (status != FINE) return status;
  takeHotkeys(ascending);
  if (!takeRelations(ascending, listed)) return refuseParent(hotkeys, hotkeysField);
  if (!hasRoom(shares * SHARE_BYTES + <u64>count * HOTKEY_BYTES + <u64>entryCount * ENTRY_BYTES)) return refuseMemory();
  layOutResults();
  return FINE;
}

@inline
function childrenOf(hotkey: usize): usize {
  return hotkey + layout.DISTRIBUTE_IN_HOTKEYS_CHILDREN;
}

@inline
function parentsOf(hotkey: usize): usize {
  return hotkey + layout.DISTRIBUTE_IN_HOTKEYS_PARENTS;
}

@inline
function hotkeyAt(first: usize, index: u32): usize {
  return first + <usize>index * layout.DISTRIBUTE_IN_HOTKEYS_SIZE;
}

/** Parents and children of all hotkeys. */
function listedRelations(hotkeys: usize): u64 {
  let listed: u64 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const hotkey = hotkeyAt(items(hotkeys), i);
    listed += <u64>itemCount(childrenOf(hotkey)) + <u64>itemCount(parentsOf(hotkey));
  }
  return listed;
}

/** Every hotkey that gets something is one of those that are given. */
function takeEntries(emission: usize, field: u32, ascending: usize): u32 {
  paidParents = 0;
  shares = 0;
  entries = allocate(<usize>entryCount * 24);
  for (let e: u32 = 0; e < entryCount; e++) {
    const given = items(emission) + <usize>e * layout.DISTRIBUTE_IN_HOTKEY_EMISSION_SIZE;
    const position = find(order, count, load<u32>(given, layout.DISTRIBUTE_IN_HOTKEY_EMISSION_0));
    if (position == count) return refuseValue(field, given + layout.DISTRIBUTE_IN_HOTKEY_EMISSION_0);
    const hotkey = hotkeyAt(ascending, position);
    paidParents += <u64>itemCount(parentsOf(hotkey));
    shares += <u64>itemCount(parentsOf(hotkey)) + <u64>itemCount(childrenOf(hotkey));
    if (shares > MOST_VALUES) return refuse(LENGTH, field, given - messageAt);
    const entry = entries + <usize>e * 24;
    store<u64>(entry, position);
    store<u64>(entry, load<u64>(given, layout.DISTRIBUTE_IN_HOTKEY_EMISSION_1), 8);
    store<u64>(entry, load<u64>(given, layout.DISTRIBUTE_IN_HOTKEY_EMISSION_2), 16);
  }
  return FINE;
}

function takeHotkeys(ascending: usize): void {
  const stride = layout.DISTRIBUTE_IN_HOTKEYS_SIZE;
  ids = column32(ascending + layout.DISTRIBUTE_IN_HOTKEYS_ID, count, stride);
  alphaStakes = column64(ascending + layout.DISTRIBUTE_IN_HOTKEYS_ALPHA_STAKE, count, stride);
  rootStakes = column64(ascending + layout.DISTRIBUTE_IN_HOTKEYS_ROOT_STAKE, count, stride);
  owners = column32(ascending + layout.DISTRIBUTE_IN_HOTKEYS_OWNER, count, stride);
  ownerHotkeys = columnFlags(ascending + layout.DISTRIBUTE_IN_HOTKEYS_IS_OWNER_HOTKEY, count, stride);
  childkeyTakes = column16(ascending + layout.DISTRIBUTE_IN_HOTKEYS_CHILDKEY_TAKE, count, stride);
  takes = column16(ascending + layout.DISTRIBUTE_IN_HOTKEYS_TAKE, count, stride);
}

/** False where a parent is none of the hotkeys. */
function takeRelations(ascending: usize, listed: u64): bool {
  childStarts = allocate((<usize>count + 1) << 2);
  parentStarts = allocate((<usize>count + 1) << 2);
  children = allocate((<usize>listed) << 3);
  parents = allocate((<usize>listed) << 2);
  parentProportions = allocate((<usize>listed) << 3);
  let childEnd: usize = 0;
  let parentEnd: usize = 0;
  for (let i: u32 = 0; i < count; i++) {
    const hotkey = hotkeyAt(ascending, i);
    const childCount = <usize>itemCount(childrenOf(hotkey));
    memory.copy(children + (childEnd << 3), items(childrenOf(hotkey)), childCount << 3);
    childEnd += childCount;
    setItem(childStarts, i + 1, <u32>childEnd);
    const first = items(parentsOf(hotkey));
    for (let p: usize = 0; p < <usize>itemCount(parentsOf(hotkey)); p++, parentEnd++) {
      const parent = first + p * layout.DISTRIBUTE_IN_HOTKEYS_PARENTS_SIZE;
      store<u64>(parentProportions + (parentEnd << 3), load<u64>(parent, layout.DISTRIBUTE_IN_HOTKEYS_PARENTS_0));
      const position = find(order, count, load<u32>(parent, layout.DISTRIBUTE_IN_HOTKEYS_PARENTS_1));
      if (position == count) return false;
      setItem(parents, <u32>parentEnd, position);
    }
    setItem(parentStarts, i + 1, <u32>parentEnd);
  }
  return true;
}

/** The first one, as they are listed. */
function refuseParent(hotkeys: usize, field: u32): u32 {
  for (let i: u32 = 0; i < count; i++) {
    const reference = parentsOf(hotkeyAt(items(hotkeys), i));
    for (let p: u32 = 0; p < itemCount(reference); p++) {
      const id = items(reference) + <usize>p * layout.DISTRIBUTE_IN_HOTKEYS_PARENTS_SIZE + layout.DISTRIBUTE_IN_HOTKEYS_PARENTS_1;
      if (find(order, count, load<u32>(id)) == count) return refuseValue(field, id);
    }
  }
  return VALUE;
}

function layOutResults(): void {
  incentives = allocate((<usize>count) << 3);
  hasEntry = allocate(count);
  hasDividends = allocate(count);
  dividends = allocate(<usize>count * CELL_BYTES);
  alphaDividends = allocate(<usize>count * CELL_BYTES);
  rootDividends = allocate(<usize>count * CELL_BYTES);
  alphaTakeRest = allocate((<usize>count) << 4);
  rootTakeRest = allocate((<usize>count) << 4);
  recycled = allocate((<usize>paidParents) << 3);
}
