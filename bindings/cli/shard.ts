import type { Shard } from "../sweep/axes.js";
import { UsageError } from "./command.js";

/** A part of a whole, as "2/8". @throws UsageError */
export function shardOf(written: string): Shard {
  const [index, count] = (/^([1-9]\d{0,8})\/([1-9]\d{0,8})$/.exec(written) ?? []).slice(1).map(Number);
  if (index === undefined || count === undefined || index > count)
    throw new UsageError(`--shard: expected I/N with I from 1 to N, got ${written}`);
  return { index, count };
}
