/**
 * When a case has to end, on the clock of `now`: what is left until `end`, shared evenly among the cases to come, and
 * no more than `most`.
 */
export function caseDeadline(now: number, end: number, casesLeft: number, most: number): number {
  return now + Math.max(0, Math.min(most, (end - now) / casesLeft));
}
