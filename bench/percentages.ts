/** Shares of the whole in percent with one decimal, that add up to 100.0: what rounding down leaves goes to the largest rests. */
export function percentages(counts: readonly number[]): string[] {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  const exact = counts.map((count) => (count / whole) * 1_000);
  const tenths = exact.map(Math.floor);
  const left = 1_000 - tenths.reduce((sum, part) => sum + part, 0);
  const byRest = exact.map((value, i) => ({ i, rest: value - tenths[i]! })).sort((a, b) => b.rest - a.rest);
  for (const { i } of byRest.slice(0, left)) tenths[i]!++;
  return tenths.map((part) => (part / 10).toFixed(1));
}
