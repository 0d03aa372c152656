/** One validator of a story copies another: a copier put in, or a validator made one. */
import type { Entry, Scenario } from "yuma-consensus/simulate";
import { scenarioDocument, type ScenarioDocument } from "./document.js";
import { copyRows } from "./edit.js";
import { rowsOfScenario, stakeAt } from "./rowsOfScenario.js";

const WHOLE_ALPHA_RAO = 1_000_000_000n;

/** The validator of the largest stake in an epoch, but for one; null where there is no other. */
export function largestOther(scenario: Scenario, epoch: number, but: number): number | null {
  let largest: number | null = null;
  let most = -1n;
  scenario.validators.forEach((_, uid) => {
    const stake = stakeAt(scenario, uid, epoch);
    if (uid !== but && stake > most) [largest, most] = [uid, stake];
  });
  return largest;
}

/** A validator sets in every epoch what another had set the epoch before; in the first what that sets then. */
export function copyValidator(doc: ScenarioDocument, copier: number, from: number): ScenarioDocument {
  const rows = rowsOfScenario(doc.scenario, from);
  return copyRows(doc, copier, from, (epoch) => rows[epoch]!);
}

/** The story with one validator more, of a stake that it has throughout; the servers' uids go up by one. @param rao whole alpha */
function withValidator(doc: ScenarioDocument, name: string, rao: bigint): ScenarioDocument {
  const { scenario } = doc;
  const added = scenario.validators.length;
  const moved = (uid: number) => (uid < added ? uid : uid + 1);
  const events = (list: Scenario["registrations"]) => list.map(({ epoch, who }) => ({ epoch, who: moved(who) }));
  const row = (entries: readonly Entry[]) => entries.map(([to, value]): Entry => [moved(to), value]);
  return {
    ...doc,
    scenario: {
      ...scenario,
      validators: [...scenario.validators, name],
      stakes: [...scenario.stakes, { epochs: [0, scenario.epochs - 1], stake: new Map([[added, rao]]) }],
      weights: scenario.weights.map(({ epochs, weights }) => ({
        epochs,
        weights: new Map([...weights].map(([uid, entries]) => [uid, row(entries)])),
      })),
      registrations: events(scenario.registrations),
      bondResets: events(scenario.bondResets),
    },
  };
}

/**
 * A newcomer among the validators that copies one of them, with a share of that one's stake in the first epoch.
 * @param share of one
 * @throws DocumentError where they would be more than the page takes
 */
export function addCopier(doc: ScenarioDocument, from: number, share: number): ScenarioDocument {
  const stake = stakeAt(doc.scenario, from, 0);
  const part = (stake * BigInt(Math.round(share * 1e6))) / 1_000_000n;
  const { validators, servers } = doc.scenario;
  const names = new Set([...validators, ...servers]);
  const name = (count: number): string => (count === 1 ? "Copier" : `Copier ${count}`);
  let count = 1;
  while (names.has(name(count))) count++;
  const { scenario, variant, nullConsensus } = withValidator(doc, name(count), part - (part % WHOLE_ALPHA_RAO));
  return copyValidator(scenarioDocument(scenario, variant, nullConsensus), validators.length, from);
}
