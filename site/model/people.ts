/** Who is in a story: validators have the uids from 0 on, miners those after, so that a newcomer moves the uids behind it. */
import type { Scenario } from "yuma-consensus/simulate";
import { DocumentError, scenarioDocument, uidsIn, type ScenarioDocument } from "./document.js";

/** As many of each as one adds by hand. */
export const MOST_OF_A_KIND = 64;

type Kind = "validators" | "servers";

/** What a file of a story takes for a name. @throws DocumentError */
function checkedName({ scenario }: ScenarioDocument, name: string, own: number | null): string {
  const names = [...scenario.validators, ...scenario.servers];
  if (name.trim() === "" || name.length > 60 || /[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(name))
    throw new DocumentError("a name has 1 to 60 characters, none of them a control character");
  if (names.some((other, uid) => other === name && uid !== own)) throw new DocumentError(`"${name}" is taken: names are unique`);
  return name;
}

export function kindOf({ scenario }: ScenarioDocument, uid: number): Kind {
  return uid < scenario.validators.length ? "validators" : "servers";
}

/** Every uid of a story by another number, null for one that goes. */
function renumbered(scenario: Scenario, numberOf: (uid: number) => number | null): Scenario {
  const entries = <V>(list: Iterable<readonly [number, V]>) =>
    [...list].flatMap(([uid, value]): [number, V][] => {
      const to = numberOf(uid);
      return to === null ? [] : [[to, value]];
    });
  const events = (list: Scenario["registrations"]) =>
    entries(list.map(({ who, epoch }) => [who, epoch])).map(([who, epoch]) => ({ epoch, who }));
  return {
    ...scenario,
    stakes: scenario.stakes.map(({ epochs, stake }) => ({ epochs, stake: new Map(entries(stake)) })).filter(({ stake }) => stake.size > 0),
    weights: scenario.weights
      .map(({ epochs, weights }) => ({ epochs, weights: new Map(entries(weights).map(([uid, row]) => [uid, entries(row)])) }))
      .filter(({ weights }) => weights.size > 0),
    registrations: events(scenario.registrations),
    bondResets: events(scenario.bondResets),
  };
}

/** A name that nobody has. */
export function freeName({ scenario }: ScenarioDocument, kind: Kind): string {
  const names = new Set([...scenario.validators, ...scenario.servers]);
  const stem = kind === "validators" ? "Validator" : "Miner";
  for (let number = scenario[kind].length + 1; ; number++) if (!names.has(`${stem} ${number}`)) return `${stem} ${number}`;
}

/** The last of its kind, without stake, weights or bonds. @throws DocumentError */
export function addPerson(doc: ScenarioDocument, kind: Kind, name: string): ScenarioDocument {
  const { scenario } = doc;
  if (scenario[kind].length >= MOST_OF_A_KIND) throw new DocumentError(`a story has at most ${MOST_OF_A_KIND} of a kind by hand`);
  const added = [...scenario[kind], checkedName(doc, name, null)];
  const uid = kind === "validators" ? scenario.validators.length : uidsIn(doc);
  const moved = renumbered(scenario, (old) => (old < uid ? old : old + 1));
  return scenarioDocument({ ...moved, [kind]: added }, doc.variant, doc.nullConsensus);
}

/** @throws DocumentError where it is the last one of its kind */
export function removePerson(doc: ScenarioDocument, uid: number): ScenarioDocument {
  const { scenario } = doc;
  const kind = kindOf(doc, uid);
  if (scenario[kind].length === 1) throw new DocumentError("a story has at least one validator and one miner");
  const at = kind === "validators" ? uid : uid - scenario.validators.length;
  const moved = renumbered(scenario, (old) => (old === uid ? null : old < uid ? old : old - 1));
  return { ...doc, scenario: { ...moved, [kind]: scenario[kind].toSpliced(at, 1) } };
}

/** @throws DocumentError where the name is taken or none */
export function renamePerson(doc: ScenarioDocument, uid: number, name: string): ScenarioDocument {
  const { scenario } = doc;
  const kind = kindOf(doc, uid);
  const at = kind === "validators" ? uid : uid - scenario.validators.length;
  return { ...doc, scenario: { ...scenario, [kind]: scenario[kind].with(at, checkedName(doc, name, uid)) } };
}
