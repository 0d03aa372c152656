import { EpochInputError } from "../errors.js";
import type { Scenario } from "./types.js";

/** Hours on any machine. */
const MOST_WORK = 100_000_000_000;

/** What an epoch costs beside its entries, in entries. */
const EPOCH = 1_000;

/** How much there is to do, in entries of the network that an epoch goes through; a million of them take about 0.1 s. */
export function scenarioWork(scenario: Scenario, variants: number): number {
  const { validators, servers, epochs, stakes, weights, registrations, bondResets, changes } = scenario;
  const longest = new Map<number, number>();
  for (const phase of weights) for (const [uid, row] of phase.weights) longest.set(uid, Math.max(longest.get(uid) ?? 0, row.length));
  const network = [...longest.values()].reduce((sum, length) => sum + length, validators.length + servers.length);
  const events = stakes.length + weights.length + registrations.length + bondResets.length + changes.length;
  // Weights are set anew in every epoch of a phase, and each time all rows are written.
  const settings = weights.reduce((sum, { epochs: [first, last] }) => sum + (last - first + 1), 0);
  return variants * (epochs * (EPOCH + events + network) + settings * network);
}

/** The same. @throws EpochInputError where nobody would wait for the end */
export function checkedWork(scenario: Scenario, variants: number): number {
  const work = scenarioWork(scenario, variants);
  if (work <= MOST_WORK) return work;
  const most = `less work: epochs x (uids + weights + events + ${EPOCH}) x variants of at most ${MOST_WORK.toLocaleString("en")}`;
  throw new EpochInputError("epochs", most, work);
}
