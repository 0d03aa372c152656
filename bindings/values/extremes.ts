/**
 * The largest and the smallest of data: Math.max(...values) overflows the call stack at some 100,000 of them.
 * Of none they are what they are there, -Infinity and Infinity.
 */
export function largest(values: Iterable<number>): number {
  let found = -Infinity;
  for (const value of values) found = Math.max(found, value);
  return found;
}

export function smallest(values: Iterable<number>): number {
  let found = Infinity;
  for (const value of values) found = Math.min(found, value);
  return found;
}
