/** What a story says of each epoch, read off its phases without running it. */
import type { Entry, Scenario } from "yuma-consensus/simulate";

function holds({ epochs: [first, last] }: { readonly epochs: readonly [number, number] }, epoch: number): boolean {
  return first <= epoch && epoch <= last;
}

/**
 * A validator's stored row in each epoch. Who sets none keeps the row; a newcomer in its place has none, and a newcomer on
 * a uid that it scores leaves the entry at zero.
 */
export function rowsOfScenario({ weights, registrations, epochs }: Scenario, validator: number): Entry[][] {
  const rows: Entry[][] = [];
  let row: readonly Entry[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const { who } of registrations.filter((event) => event.epoch === epoch))
      row = who === validator ? [] : row.map(([to, value]): Entry => [to, to === who ? 0 : value]);
    for (const phase of weights) if (holds(phase, epoch)) row = phase.weights.get(validator) ?? row;
    rows.push([...row]);
  }
  return rows;
}

/** A validator's alpha in one epoch, rao: what the last phase up to there left it. */
export function stakeAt({ stakes }: Pick<Scenario, "stakes">, validator: number, epoch: number): bigint {
  let [stake, until] = [0n, -1];
  for (const { epochs, stake: given } of stakes) {
    const held = given.get(validator);
    const last = Math.min(epochs[1], epoch);
    if (held !== undefined && epochs[0] <= epoch && last >= until) [stake, until] = [held, last];
  }
  return stake;
}

/** A validator's alpha in each epoch, rao. */
export function stakesOfScenario({ stakes, epochs }: Scenario, validator: number): bigint[] {
  const held: bigint[] = [];
  let stake = 0n;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (const phase of stakes) if (holds(phase, epoch)) stake = phase.stake.get(validator) ?? stake;
    held.push(stake);
  }
  return held;
}
