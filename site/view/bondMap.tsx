/** All bonds as a picture: a row a validator, a column a miner, the darker the larger; a dot marks what is other than it was. */
import { useSignal } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { StoredRows } from "yuma-consensus";
import { share, U16_MAX } from "../model/amounts.js";
import { grid } from "../model/bondRows.js";
import { choose, nameNow } from "./chosen.js";
import { useWidth } from "./useWidth.js";

interface BondMapProps {
  readonly validators: readonly number[];
  readonly miners: readonly number[];
  readonly chosen: number;
  readonly now: StoredRows;
  readonly was: StoredRows | null;
}

const LARGEST_CELL = 36;
/** CSS pixels; a wider network is cut off, and its rows say the rest */
const MOST_COLUMNS = 2_048;
const MOST_ROWS = 512;

export function BondMap(props: BondMapProps) {
  return props.validators.length === 0 || props.miners.length === 0 ? null : <Picture {...props} />;
}

function Picture({ validators, miners, chosen, now, was }: BondMapProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { element, width } = useWidth<HTMLElement>();
  const pointed = useSignal("");
  const [rows, columns] = [validators.slice(0, MOST_ROWS), miners.slice(0, MOST_COLUMNS)];
  useEffect(() => {
    // An effect may come when what it is of is gone already.
    const frame = requestAnimationFrame(() => canvas.current && draw(canvas.current, width, rows, columns, chosen, now, was));
    return () => cancelAnimationFrame(frame);
  });
  const at = (event: MouseEvent): readonly [row: number, column: number] => {
    const { left, top, width, height } = canvas.current!.getBoundingClientRect();
    const part = (from: number, size: number, count: number) => Math.max(0, Math.min(count - 1, Math.floor((from / size) * count)));
    return [part(event.clientX - left, width, columns.length), part(event.clientY - top, height, rows.length)].reverse() as [
      number,
      number,
    ];
  };
  const tell = (event: MouseEvent) => {
    const [row, column] = at(event);
    const bond = grid(now, [rows[row]!], [columns[column]!])[0]!;
    pointed.value = `${nameNow(rows[row]!)} on ${nameNow(columns[column]!)}: ${share(bond)} (${bond})`;
  };
  return (
    <figure class="bond-map" ref={element}>
      <canvas
        ref={canvas}
        role="img"
        aria-label={`Bonds of ${rows.length} validators on ${columns.length} miners; the table above has those of one validator`}
        onMouseMove={tell}
        onMouseLeave={() => (pointed.value = "")}
        onClick={(event) => choose(rows[at(event)[0]]!)}
      />
      <figcaption class="muted">
        {pointed.value ||
          `${rows.length} validators down, ${columns.length} miners across; the stronger the colour the larger the bond${was === null ? "" : ", with a dot where it changed"}.`}
      </figcaption>
    </figure>
  );
}

function draw(
  canvas: HTMLCanvasElement,
  width: number,
  validators: readonly number[],
  miners: readonly number[],
  chosen: number,
  now: StoredRows,
  was: StoredRows | null,
): void {
  const style = getComputedStyle(canvas);
  const color = (name: string) => style.getPropertyValue(name).trim();
  const cell = Math.min(LARGEST_CELL, width / miners.length);
  const height = Math.max(4, Math.min(24, cell));
  const scale = devicePixelRatio;
  canvas.style.width = `${cell * miners.length}px`;
  canvas.style.height = `${height * validators.length}px`;
  canvas.width = Math.round(cell * miners.length * scale);
  canvas.height = Math.round(height * validators.length * scale);
  const context = canvas.getContext("2d")!;
  context.scale(canvas.width / (cell * miners.length), canvas.height / (height * validators.length));
  const bonds = grid(now, validators, miners);
  const before = was === null ? null : grid(was, validators, miners);
  const largest = bonds.reduce((most, bond) => Math.max(most, bond), 1);
  const gap = cell > 8 ? 1 : 0;
  context.fillStyle = color("--validator");
  bonds.forEach((bond, k) => {
    if (bond === 0) return;
    // Small bonds beside the largest are still to be seen.
    context.globalAlpha = Math.sqrt(Math.min(bond, U16_MAX) / largest);
    context.fillRect((k % miners.length) * cell, Math.floor(k / miners.length) * height, cell - gap, height - gap);
  });
  context.globalAlpha = 1;
  context.fillStyle = color("--miner");
  const dot = Math.max(1, Math.min(6, cell / 3));
  before?.forEach((bond, k) => {
    if (bond !== bonds[k]) context.fillRect((k % miners.length) * cell, Math.floor(k / miners.length) * height, dot, dot);
  });
  const row = validators.indexOf(chosen);
  if (row >= 0) {
    context.strokeStyle = color("--ink");
    context.strokeRect(0.5, row * height + 0.5, cell * miners.length - 1, height - 1);
  }
}
