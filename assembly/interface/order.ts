/**
 * Items that are named by a number in them: whether each is there once, in ascending order of the numbers, found by them.
 * An order has a cell for each item, its number above and its place in the list below; the cells ascend.
 */
import { CELL_BYTES, U128, cell, copy, high, isGreater, low, set } from "../fixed/cell";
import { allocate } from "../heap";
import { itemCount, items } from "./answer";
import { VALUE, messageAt, refuse } from "./message";

/** What `ascending…` and `once…` lay out for an item, beside its copy. */
export const ORDER_BYTES: u64 = 32;

/** By the u16 at `key` in each item. */
export function order16(first: usize, count: u32, stride: usize, key: usize): usize {
  const order = allocate(<usize>count * CELL_BYTES);
  for (let i: u32 = 0; i < count; i++) set(cell(order, i), i, <i64>load<u16>(first + <usize>i * stride + key));
  return sorted(order, count);
}

/** By the u32 at `key` in each item. */
export function order32(first: usize, count: u32, stride: usize, key: usize): usize {
  const order = allocate(<usize>count * CELL_BYTES);
  for (let i: u32 = 0; i < count; i++) set(cell(order, i), i, <i64>load<u32>(first + <usize>i * stride + key));
  return sorted(order, count);
}

@inline
function keyAt(order: usize, index: u32): u32 {
  return <u32>high(cell(order, index));
}

@inline
export function placeAt(order: usize, index: u32): u32 {
  return <u32>low(cell(order, index));
}

/** Where the first of this number is in the order; `count` where there is none. */
export function find(order: usize, count: u32, key: u32): u32 {
  let start: u32 = 0;
  let end = count;
  while (start < end) {
    const middle = start + ((end - start) >> 1);
    if (keyAt(order, middle) < key) start = middle + 1;
    else end = middle;
  }
  return start < count && keyAt(order, start) == key ? start : count;
}

/** The place of the first item whose number stands in front of it already; `count` where each is there once. */
function repeated(order: usize, count: u32): u32 {
  let first = count;
  for (let i: u32 = 1; i < count; i++) {
    if (keyAt(order, i) == keyAt(order, i - 1)) first = min(first, placeAt(order, i));
  }
  return first;
}

/** The items one behind another as they are in the order. Their lists stay where they are. */
export function inOrder(first: usize, count: u32, stride: usize, order: usize): usize {
  const copies = allocate(<usize>count * stride);
  for (let i: u32 = 0; i < count; i++) memory.copy(copies + <usize>i * stride, first + <usize>placeAt(order, i) * stride, stride);
  return copies;
}

/** The items of a list by their netuids, ascending; 0, and refused, where one is there twice. */
export function ascendingByNetuid(reference: usize, field: u32, stride: usize, netuid: usize): usize {
  const count = itemCount(reference);
  const order = order16(items(reference), count, stride, netuid);
  return isOnce(reference, field, stride, netuid, order) ? inOrder(items(reference), count, stride, order) : 0;
}

/** The same by their ids. */
export function ascendingById(reference: usize, field: u32, stride: usize, id: usize): usize {
  const count = itemCount(reference);
  const order = order32(items(reference), count, stride, id);
  return isOnce(reference, field, stride, id, order) ? inOrder(items(reference), count, stride, order) : 0;
}

/** Whether each is there once in the order of a list; refused where not. */
export function isOnce(reference: usize, field: u32, stride: usize, key: usize, order: usize): bool {
  const count = itemCount(reference);
  const again = repeated(order, count);
  if (again == count) return true;
  refuse(VALUE, field, items(reference) + <usize>again * stride + key - messageAt);
  return false;
}

/** Unsigned cells in ascending order. They are merged between two places; gives the one where they end. */
export function sorted(cells: usize, count: u32): usize {
  if (areAscending(cells, count)) return cells;
  let from = cells;
  let to = allocate(<usize>count * CELL_BYTES);
  for (let width: u64 = 1; width < <u64>count; width <<= 1) {
    for (let start: u64 = 0; start < <u64>count; start += width << 1) {
      merge(from, to, <u32>start, <u32>min(start + width, <u64>count), <u32>min(start + (width << 1), <u64>count));
    }
    const merged = to;
    to = from;
    from = merged;
  }
  return from;
}

function areAscending(cells: usize, count: u32): bool {
  for (let i: u32 = 1; i < count; i++) if (isGreater(cell(cells, i - 1), cell(cells, i), U128)) return false;
  return true;
}

function merge(from: usize, to: usize, start: u32, middle: u32, end: u32): void {
  let lower = start;
  let upper = middle;
  for (let i = start; i < end; i++) {
    const takesLower = lower < middle && (upper >= end || !isGreater(cell(from, lower), cell(from, upper), U128));
    copy(cell(from, takesLower ? lower++ : upper++), cell(to, i));
  }
}
