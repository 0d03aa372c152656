/** A cell of the results: the number with its bar, and what it was or is under the other rules. */
import { signed } from "../model/amounts.js";
import { exactly, write, type Column, type Value } from "../model/resultColumns.js";

interface CellProps {
  readonly column: Column;
  readonly now: Value;
  /** in what it is compared with; undefined where nothing is */
  readonly was: Value | undefined;
  /** whether the other number is written too, or its bar and the difference do */
  readonly isBeside: boolean;
  /** the column's longest bar */
  readonly most: number;
}

export function ResultCell({ column: { unit }, now, was, isBeside, most }: CellProps) {
  const isOther = was !== undefined && was !== now;
  const title = exactly(unit, now) + (was === undefined ? "" : `; compared with ${exactly(unit, was)}`);
  if (unit === "flag")
    return (
      <td class={isOther ? "flag other" : "flag"} title={title}>
        {write(unit, now)}
        {isOther && <small>was {write(unit, was)}</small>}
      </td>
    );
  const difference = isOther
    ? signed(unit === "rao" ? BigInt(now) - BigInt(was) : Number(now) - Number(was), (size) => write(unit, size))
    : "";
  const length = (value: Value) => `${most === 0 ? 0 : (100 * Number(value)) / most}%`;
  return (
    <td
      class={isOther ? "number other" : "number"}
      title={title}
      style={{ "--now": length(now), "--was": was === undefined ? "0%" : length(was) }}
    >
      {write(unit, now)}
      {isBeside && was !== undefined && <small class="beside">{write(unit, was)}</small>}
      {was !== undefined && <small class="difference">{difference}</small>}
    </td>
  );
}
