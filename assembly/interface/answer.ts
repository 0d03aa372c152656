/** What the functions of the economics have in common: fields of the message read, and an answer built behind it. */
import { arenaBytes, hasRoom as arenaHasRoom } from "../arena";
import { copy } from "../fixed/cell";
import { allocate } from "../heap";
import { FINE, MEMORY, OUTPUT_HEAD, VALUE, beginOutput, given, messageAt, refuse } from "./message";

// The message. Offsets are those of the layouts, within the struct or within an item of a list.

@inline
export function givenU16(field: usize): u32 {
  return load<u16>(given(field));
}

@inline
export function givenU32(field: usize): u32 {
  return load<u32>(given(field));
}

@inline
export function givenU64(field: usize): u64 {
  return load<u64>(given(field));
}

@inline
export function givenFlag(field: usize): bool {
  return load<u8>(given(field)) != 0;
}

/** The first item of the list whose reference lies at `reference` in memory. */
@inline
export function items(reference: usize): usize {
  return messageAt + <usize>load<u32>(reference);
}

@inline
export function itemCount(reference: usize): u32 {
  return load<u32>(reference, 4);
}

/** For what is wrong with the value at `address` in memory. */
export function refuseValue(field: u32, address: usize): u32 {
  return refuse(VALUE, field, address - messageAt);
}

// Room. What is allocated beyond it traps, so a function asks for all that it lays out before it begins.

/** For the paddings of what is laid out once, and for what is small, which is there for every message that is accepted. */
const SMALL_BYTES: u64 = 8_192;

/** Whether memory suffices for so many bytes and small ones. */
export function hasRoom(bytes: u64): bool {
  return arenaHasRoom(bytes + SMALL_BYTES);
}

export function refuseMemory(): u32 {
  return refuse(MEMORY, 0, 0);
}

// Columns, as the kernels take them: one field of every item.

/** `address` is the field of the first item, `stride` the size of an item. */
export function column64(address: usize, count: u32, stride: usize): usize {
  const column = allocate((<usize>count) << 3);
  for (let i: usize = 0; i < <usize>count; i++) store<u64>(column + (i << 3), load<u64>(address + i * stride));
  return column;
}

/** u16 fields as u32. */
export function column16(address: usize, count: u32, stride: usize): usize {
  const column = allocate((<usize>count) << 2);
  for (let i: usize = 0; i < <usize>count; i++) store<u32>(column + (i << 2), <u32>load<u16>(address + i * stride));
  return column;
}

export function column32(address: usize, count: u32, stride: usize): usize {
  const column = allocate((<usize>count) << 2);
  for (let i: usize = 0; i < <usize>count; i++) store<u32>(column + (i << 2), load<u32>(address + i * stride));
  return column;
}

export function columnFlags(address: usize, count: u32, stride: usize): usize {
  const column = allocate(count);
  for (let i: usize = 0; i < <usize>count; i++) store<u8>(column + i, load<u8>(address + i * stride));
  return column;
}

/** Cells of 128 bits. */
export function columnCells(address: usize, count: u32, stride: usize): usize {
  const column = allocate((<usize>count) << 4);
  for (let i: usize = 0; i < <usize>count; i++) copy(address + i * stride, column + (i << 4));
  return column;
}

// The answer. Its struct first, then lists in any order.

let answerAt: usize = 0;

/** Room for the head and the struct, zeroed. */
export function beginAnswer(structBytes: usize): void {
  answerAt = allocate(<usize>OUTPUT_HEAD + structBytes);
}

/** Where a field of the answer's struct lies in memory. */
@inline
export function answer(field: usize): usize {
  return answerAt + <usize>OUTPUT_HEAD + field;
}

/** A list of zeroed items, whose reference is written at `reference` in memory; where the first item lies. */
export function newList(reference: usize, count: u32, stride: usize): usize {
  const first = allocate(<usize>count * stride);
  store<u32>(reference, <u32>(first - answerAt));
  store<u32>(reference, count, 4);
  return first;
}

export function listOfCells(reference: usize, count: u32, cells: usize): void {
  memory.copy(newList(reference, count, 16), cells, (<usize>count) << 4);
}

/** u64 values. */
export function listOfAmounts(reference: usize, count: u32, amounts: usize): void {
  memory.copy(newList(reference, count, 8), amounts, (<usize>count) << 3);
}

/** A number and a value of this many bytes, at a multiple of 8. */
@inline
function pairBytes(valueBytes: usize): usize {
  return 8 + valueBytes;
}

/** Of each name (u32, or a u16 in as much) its value: a u64, or a cell, which may be two u64 values. */
export function listByName(reference: usize, count: u32, names: usize, values: usize, valueBytes: usize): void {
  let pair = newList(reference, count, pairBytes(valueBytes));
  for (let i: usize = 0; i < <usize>count; i++, pair += pairBytes(valueBytes)) storePair(pair, names, values, valueBytes, i);
}

/** The same of those whose flag is set. */
export function flaggedByName(reference: usize, count: u32, flags: usize, names: usize, values: usize, valueBytes: usize): void {
  let flagged: u32 = 0;
  for (let i: usize = 0; i < <usize>count; i++) flagged += <u32>load<u8>(flags + i);
  let pair = newList(reference, flagged, pairBytes(valueBytes));
  for (let i: usize = 0; i < <usize>count; i++) {
    if (!load<u8>(flags + i)) continue;
    storePair(pair, names, values, valueBytes, i);
    pair += pairBytes(valueBytes);
  }
}

@inline
function storePair(pair: usize, names: usize, values: usize, valueBytes: usize, index: usize): void {
  store<u32>(pair, load<u32>(names + (index << 2)));
  memory.copy(pair + 8, values + index * valueBytes, valueBytes);
}

/** Of letters of ASCII. */
export function textOf(reference: usize, letters: string): void {
  const first = newList(reference, letters.length, 1);
  for (let i = 0; i < letters.length; i++) store<u8>(first + i, <u8>letters.charCodeAt(i));
}

/** All has been written. */
export function endAnswer(answered: u32): u32 {
  beginOutput(answerAt, <usize>arenaBytes, answered, 0, 0);
  return FINE;
}
