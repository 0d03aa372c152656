import { EpochInputError } from "../errors.js";

/** A knob that is turned, and the texts of its values in order. */
export interface Axis {
  name: string;
  values: readonly string[];
}

/** How many points there are. @throws EpochInputError where they cannot be counted */
export function countPoints(axes: readonly Axis[]): number {
  const count = axes.reduce((product, { values }) => product * values.length, 1);
  if (count > Number.MAX_SAFE_INTEGER) throw new EpochInputError("axes", "at most 2^53-1 points", count);
  return count;
}

/** The values at a point; the last axis is the fastest. */
export function pointAt(axes: readonly Axis[], point: number): Record<string, string> {
  let rest = point;
  const values: [string, string][] = [];
  for (const axis of [...axes].reverse()) {
    values.push([axis.name, axis.values[rest % axis.values.length]!]);
    rest = Math.floor(rest / axis.values.length);
  }
  return Object.fromEntries(values.reverse());
}

/** A part of all points that lie next to each other, so that the parts' results joined in order are the whole's. */
export interface Shard {
  /** from 1 */
  index: number;
  count: number;
}

/** The first point of a shard, and the one after its last. */
export function shardRange(points: number, { index, count }: Shard): [first: number, end: number] {
  const from = (i: number) => Number((BigInt(points) * BigInt(i)) / BigInt(count));
  return [from(index - 1), from(index)];
}
