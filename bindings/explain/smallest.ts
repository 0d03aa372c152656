/**
 * The smallest integer in (from, to] for which `holds`, where it holds from some point on and not at `from`; null where
 * it does not hold at `to`. By bisection: it holds at the answer, and one less does not.
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
