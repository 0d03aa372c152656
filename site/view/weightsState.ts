/** What both forms of the weights' grid share: the cells, the one at hand, and what keys and drags do to it. */
import { computed, signal } from "@preact/signals";
import { nameOf, uidsIn } from "../model/document.js";
import { rowWith, setRow } from "../model/edit.js";
import { rowOf, weightGrid, type WeightGrid } from "../model/shown.js";
import { share, percent, U16_MAX, weightText } from "../model/amounts.js";
import { clampU16, readU16 } from "../model/typed.js";
import { doc, epoch, miner, newGesture, played, rawUnits, tryEdit, uid } from "../store.js";
import { follow } from "./drag.js";

let lastGrid: WeightGrid | null = null;

/** An epoch that was computed for other uids than the document has now is on its way out: the one before stays. */
export const grid = computed<WeightGrid | null>(() => {
  const shown = played.value?.shown;
  if (shown !== undefined && shown.state.n === uidsIn(doc.peek())) lastGrid = weightGrid(doc.peek(), shown.state, shown.trace);
  return lastGrid;
});

const row = computed(() => Math.max(0, grid.value?.voters.indexOf(uid.value) ?? 0));
const column = computed(() => Math.max(0, grid.value?.scored.indexOf(miner.value) ?? 0));

/** Row and column of the chosen validator and miner, the first where it is none of them; the same object until it moves. */
export const cursor = computed(() => ({ i: row.value, j: column.value }));

/** What is typed into the cell at hand; null while nothing is. */
export const typed = signal<string | null>(null);

/** What was typed and is no weight, and what is expected; null once something else is done. */
export const misread = signal<string | null>(null);

const MOST_QUOTED = 20;

/** A weight from what was typed; undefined, and said, where it is none. Nothing typed is no entry. */
export function readWeight(text: string): number | null | undefined {
  const asked = text.trim();
  const value = asked === "" ? null : readU16(asked, rawUnits.peek());
  const isRead = asked === "" || value !== null;
  const quoted = asked.length > MOST_QUOTED ? `${asked.slice(0, MOST_QUOTED)}…` : asked;
  misread.value = isRead ? null : `"${quoted}" is no weight: ${EXPECTED[rawUnits.peek() ? "raw" : "fraction"]} is expected.`;
  return isRead ? value : undefined;
}

export const EXPECTED = { raw: "a whole number from 0 to 65535", fraction: "a fraction from 0 to 1" };

export interface Cell {
  readonly voter: number;
  readonly to: number;
  /** u16, -1 where there is no entry */
  readonly value: number;
  /** 0 to 1, -1 where the weight does not count */
  readonly left: number;
}

export function cellAt({ voters, scored, values, left }: WeightGrid, i: number, j: number): Cell {
  const at = i * scored.length + j;
  return { voter: voters[i]!, to: scored[j]!, value: values[at]!, left: left[at]! };
}

export function cellText({ value }: Cell): string {
  return value < 0 ? "–" : weightText(value, rawUnits.value);
}

/** Why nothing of a weight is left; none is known of one that counts. */
function idleText({ voter, to, value }: Cell): string {
  if (value === 0) return "";
  if (voter === to) return "on itself, does not count";
  return played.value?.shown.state.validatorPermits[voter] === 0 ? "does not count without a permit" : "does not count";
}

/** A cell in words: the weight, exactly, and what consensus left of it. */
export function cellWords(cell: Cell): string {
  const names = `${nameOf(doc.value, cell.voter)} on ${nameOf(doc.value, cell.to)}`;
  if (cell.value < 0) return `${names}: no entry`;
  const effect = cell.left < 0 ? idleText(cell) : cell.left < 1 ? `consensus cut ${percent(1 - cell.left)} of it` : "nothing cut";
  return `${names}: ${share(cell.value)} (${cell.value} of 65535)${effect === "" ? "" : `, ${effect}`}`;
}

export function select(i: number, j: number): void {
  const { voters, scored } = grid.peek()!;
  uid.value = voters[i]!;
  miner.value = scored[j]!;
}

/** @param value null takes the entry out */
export function setWeight({ voter, to }: Pick<Cell, "voter" | "to">, value: number | null, gesture = ""): void {
  const shown = played.peek()?.shown;
  if (shown === undefined || voter >= shown.state.n) return;
  misread.value = null;
  const row = rowWith(rowOf(shown.state.weights, voter), to, value);
  const what = `weight of ${nameOf(doc.peek(), voter)} on ${nameOf(doc.peek(), to)}`;
  tryEdit(() => setRow(doc.peek(), Math.min(epoch.peek(), shown.epoch), voter, row), what, gesture);
}

/** Pixels from nothing to all. */
const WHOLE = 160;

/** @param isChosen a finger drags the cell at hand alone: on the others it scrolls, and a tap chooses */
export function dragWeight(down: PointerEvent, cell: Cell, isChosen: boolean): void {
  if (!isChosen && down.pointerType !== "mouse") return;
  const gesture = newGesture();
  const start = Math.max(0, cell.value);
  follow(down, {
    move(pixels, { shiftKey }) {
      const change = (pixels / WHOLE) * U16_MAX * (shiftKey ? 0.1 : 1);
      setWeight(cell, clampU16(start + change), gesture);
    },
  });
}

let stepGesture = { cell: "", name: "" };

/** Steps on one cell in a row are undone as one. */
function step(cell: Cell, by: number): void {
  const id = `${cell.voter} ${cell.to}`;
  if (stepGesture.cell !== id) stepGesture = { cell: id, name: newGesture() };
  setWeight(cell, clampU16(Math.max(0, cell.value) + by), stepGesture.name);
}

const STEP = 655;
const MOVES: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

/** A key on the cell at hand. */
export function weightKey(event: KeyboardEvent): void {
  const { key, shiftKey, ctrlKey, metaKey, altKey } = event;
  const held = grid.peek();
  misread.value = null;
  if (held === null || ctrlKey || metaKey || altKey) return;
  const { i, j } = cursor.peek();
  const cell = cellAt(held, i, j);
  const clamped = (at: number, count: number) => Math.min(count - 1, Math.max(0, at));
  if (key === "+" || key === "=" || (shiftKey && key === "ArrowUp")) step(cell, STEP);
  else if (key === "-" || (shiftKey && key === "ArrowDown")) step(cell, -STEP);
  else if (MOVES[key] !== undefined) select(clamped(i + MOVES[key][0], held.voters.length), clamped(j + MOVES[key][1], held.scored.length));
  else if (key === "Delete" || key === "Backspace") setWeight(cell, null);
  else if (key === "Enter" || key === "F2") typed.value = cell.value < 0 ? "" : weightText(cell.value, rawUnits.peek());
  else if (/^[\d.]$/.test(key)) typed.value = key;
  else return;
  event.preventDefault();
}
