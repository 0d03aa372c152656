/** Edits of a document: each gives another one, and names what it did for the list of undone edits. */
import { setWeights, type Entry, type Hyperparameters, type Scenario } from "yuma-consensus/simulate";
import type { SubnetState } from "yuma-consensus";
import { DocumentError, stateDocument, type Document, type ScenarioDocument, type StateDocument } from "./document.js";
import { stakeOf, withStakes } from "./ruleSets.js";

/** Rows hold at the epoch at hand and on, to the epoch before the validator's next key frame. */
interface Phase {
  readonly epochs: readonly [first: number, last: number];
}

/** The last epoch that goes on as this one does: another phase of the same uid begins behind it. */
function lastOf(phases: readonly Phase[], has: (phase: Phase) => boolean, epoch: number, epochs: number): number {
  const next = phases.filter((phase) => has(phase) && phase.epochs[0] > epoch).map((phase) => phase.epochs[0]);
  return Math.min(epochs, ...next) - 1;
}

type WeightPhase = Scenario["weights"][number];
type StakePhase = Scenario["stakes"][number];

/**
 * Later phases win: what they hide of a uid is taken out, and one of the same epochs is written on, so that a hand that
 * moves leaves one key frame behind.
 */
function withPhase<P extends Phase, V>(phases: readonly P[], epochs: P["epochs"], key: "weights" | "stake", uid: number, value: V): P[] {
  const valuesOf = (phase: P) => (phase as unknown as Record<string, ReadonlyMap<number, V>>)[key]!;
  const isHidden = ({ epochs: [first, last] }: P) => epochs[0] <= first && last <= epochs[1];
  const kept = phases.flatMap((phase): P[] => {
    if (!isHidden(phase) || !valuesOf(phase).has(uid)) return [phase];
    const others = new Map([...valuesOf(phase)].filter(([other]) => other !== uid));
    return others.size === 0 ? [] : [{ ...phase, [key]: others }];
  });
  const last = kept.at(-1);
  const isSame = last !== undefined && last.epochs[0] === epochs[0] && last.epochs[1] === epochs[1];
  if (isSame) return [...kept.slice(0, -1), { ...last, [key]: new Map([...valuesOf(last), [uid, value]]) }];
  return [...kept, { epochs, [key]: new Map([[uid, value]]) } as unknown as P];
}

function withScenario(doc: ScenarioDocument, changes: Partial<Scenario>): ScenarioDocument {
  return { ...doc, scenario: { ...doc.scenario, ...changes } };
}

function withState(doc: StateDocument, changes: Partial<SubnetState>): StateDocument {
  return { ...doc, state: { ...doc.state, ...changes } };
}

/** A row with the weight on a uid put in its place by uid; null takes the entry out. u16 */
export function rowWith(row: readonly Entry[], uid: number, value: number | null): Entry[] {
  const others = row.filter(([to]) => to !== uid);
  if (value === null) return others;
  return [...others, [uid, value] as Entry].sort(([a], [b]) => a - b);
}

/**
 * A validator's row from an epoch on.
 * @param shown the state of that epoch, which has the row as it is stored then
 */
export function setRow(doc: Document, epoch: number, validator: number, row: readonly Entry[]): Document {
  if (doc.kind === "state") {
    const block = doc.state.lastUpdate[validator]!;
    return withState(doc, setWeights(doc.state, new Map([[validator, row]]), block));
  }
  const { weights, epochs } = doc.scenario;
  const last = lastOf(weights, (phase) => (phase as WeightPhase).weights.has(validator), epoch, epochs);
  return withScenario(doc, { weights: withPhase<WeightPhase, readonly Entry[]>(weights, [epoch, last], "weights", validator, row) });
}

/** The most that a story's file can say. rao */
const MOST_STAKE = 10n ** 19n;

/**
 * A validator's alpha from an epoch on, rao; a story's file holds whole alpha, so that is what it gets.
 * @throws DocumentError where it is more than such a file can say
 */
export function setStake(doc: Document, epoch: number, uid: number, rao: bigint): Document {
  if (doc.kind === "state") {
    return { ...doc, state: withStakes(doc.state, stakeOf(doc.state).with(uid, rao)) };
  }
  const { stakes, epochs } = doc.scenario;
  const last = lastOf(stakes, (phase) => (phase as StakePhase).stake.has(uid), epoch, epochs);
  if (rao > MOST_STAKE) throw new DocumentError("a story's stake is at most 10,000,000,000 alpha");
  const whole = rao - (rao % 1_000_000_000n);
  return withScenario(doc, { stakes: withPhase<StakePhase, bigint>(stakes, [epoch, last], "stake", uid, whole) });
}

/** A hyperparameter for the whole document: of a story in the variant at hand, and no key frame says otherwise. */
export function setParameter<Name extends keyof Hyperparameters & keyof SubnetState>(
  doc: Document,
  name: Name,
  value: Hyperparameters[Name],
): Document {
  if (doc.kind === "state") return withState(doc, { [name]: value });
  const { variant } = doc;
  const changes = doc.scenario.changes.flatMap((change) => {
    const { [name]: held, ...others } = change.hyperparameters;
    if (held === undefined) return [change];
    return change.rules === null && Object.keys(others).length === 0 ? [] : [{ ...change, hyperparameters: others }];
  });
  const set = { ...variant, hyperparameters: { ...variant.hyperparameters, [name]: value } };
  return { ...withScenario(doc, { changes }), variant: set };
}

/** A hyperparameter of a story from an epoch on: a key frame. */
export function changeParameter<Name extends keyof Hyperparameters>(
  doc: ScenarioDocument,
  epoch: number,
  name: Name,
  value: Hyperparameters[Name],
): ScenarioDocument {
  const { changes } = doc.scenario;
  const at = changes.find((change) => change.epoch === epoch);
  const changed = { epoch, rules: at?.rules ?? null, hyperparameters: { ...at?.hyperparameters, [name]: value } };
  return withScenario(doc, { changes: [...changes.filter((change) => change !== at), changed].sort((a, b) => a.epoch - b.epoch) });
}

/** A newcomer takes a uid before an epoch, or no longer does; likewise a reset of the bonds on it. */
export function toggleEvent(doc: ScenarioDocument, list: "registrations" | "bondResets", epoch: number, who: number): ScenarioDocument {
  const events = doc.scenario[list];
  const without = events.filter((event) => event.epoch !== epoch || event.who !== who);
  return withScenario(doc, { [list]: without.length < events.length ? without : [...events, { epoch, who }] });
}

/** A vector of a state with one element changed. */
export function setElement<Name extends "validatorPermits" | "lastUpdate" | "blockAtRegistration" | "commitBlocks" | "taoStake">(
  doc: StateDocument,
  name: Name,
  uid: number,
  value: Name extends "validatorPermits" ? number : bigint,
): StateDocument {
  const copy = doc.state[name].slice() as unknown as { [uid: number]: unknown };
  copy[uid] = value;
  return withState(doc, { [name]: copy } as Partial<SubnetState>);
}

/** A single field of a state. */
export function setField(doc: StateDocument, changes: Partial<SubnetState>): StateDocument {
  return withState(doc, changes);
}

export function setEpochs(doc: StateDocument, epochs: number): StateDocument {
  return stateDocument(doc.title, doc.state, epochs, doc.nullConsensus);
}

/**
 * The validator copies what another sets, an epoch late, in every epoch of the story: as key frames of its own, so that the
 * file says it too.
 */
export function copyRows(
  doc: ScenarioDocument,
  copier: number,
  from: number,
  rowsOf: (epoch: number) => readonly Entry[],
): ScenarioDocument {
  const { weights, epochs } = doc.scenario;
  const others = weights
    .map((phase) => ({ ...phase, weights: new Map([...phase.weights].filter(([uid]) => uid !== copier)) }))
    .filter((phase) => phase.weights.size > 0);
  const copies: WeightPhase[] = [];
  for (let epoch = 0; epoch < epochs; epoch++) {
    const row = rowsOf(Math.max(0, epoch - 1));
    const before = copies.at(-1);
    const rowBefore = before?.weights.get(copier);
    if (before !== undefined && JSON.stringify(rowBefore) === JSON.stringify(row))
      copies[copies.length - 1] = { ...before, epochs: [before.epochs[0], epoch] };
    else copies.push({ epochs: [epoch, epoch], weights: new Map([[copier, row]]) });
  }
  return copier === from ? doc : withScenario(doc, { weights: [...others, ...copies] });
}
