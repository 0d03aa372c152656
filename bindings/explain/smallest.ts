/**
 * An integer in (from, to] for which `holds` and below which it does not; the smallest where it holds from some point on.
 * Null where it does not hold at `to`; at `from` it is taken not to hold.
 */
export function smallest(from: bigint, to: bigint, holds: (value: bigint) => boolean): bigint | null {
  if (to <= from || !holds(to)) return null;
  let below = from;
  let answer = to;
  while (answer - below > 1n) {
    const middle = (below + answer) >> 1n;
    if (holds(middle)) answer = middle;
    else below = middle;
  }
  return answer;
}
