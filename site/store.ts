/** What the page knows: signals that the views read, and the few ways in which they change. */
import { batch, computed, effect, signal } from "@preact/signals";
import { NEWEST_RULE_SET, type SubnetState } from "yuma-consensus";
import { mostSurprising } from "yuma-consensus/explain";
import { SCENARIOS } from "yuma-consensus/scenarios";
import { readScenario } from "yuma-consensus/simulate";
import workerScript from "./engine/worker.ts?script";
import { EngineClient, Newest } from "./engine/client.js";
import { PlayRequests } from "./engine/playRequests.js";
import type { ExplainRequest, Played, Parted, PlayRequest, Shown } from "./engine/protocol.js";
import type { ExplanationInWords } from "yuma-consensus/explain/text";
import {
  chipOf,
  epochsIn,
  ruleSetOf,
  scenarioDocument,
  titleOf,
  uidsIn,
  underChoice,
  whyNotUnder,
  type Document,
  type RulesChoice,
} from "./model/document.js";
import { Edits } from "./model/edits.js";
import type { Look } from "./model/share.js";

/** What is shown first: a validator that copies, and what the bonds penalty makes of that. */
const FIRST_SCENARIO = "late-majority-twice-copier";

function scenarioNamed(name: string): Document {
  const scenario = readScenario(SCENARIOS[name]);
  return scenarioDocument(scenario, scenario.variants.find(({ rules }) => rules === "yuma3") ?? scenario.variants[0]!);
}

const first = scenarioNamed(FIRST_SCENARIO);
const edits = new Edits(first);

/** The document at hand; a refused one never gets here, or goes back to the last good one. */
export const doc = signal<Document>(first);
export const epoch = signal(0);
export const uid = signal(0);
export const miner = signal(firstMiner(first));
/** whether weights are read and typed as raw u16 or as fractions of one */
export const rawUnits = signal(false);

/** a version to compare with */
export const pinned = signal<Document | null>(null);
/** other rules to compare with */
export const otherRules = signal<RulesChoice | null>(null);

export const played = signal<Played | null>(null);
export const other = signal<Played | null>(null);
export const parted = signal<Parted | null>(null);
export const why = signal<Explained | null>(null);
/** why there is no explanation; null where there is one, or it is on its way */
export const noWhy = signal<string | null>(null);

/** An explanation, and the state that it is of. */
export interface Explained {
  readonly words: ExplanationInWords;
  readonly state: SubnetState;
}

/** What went wrong, for the person at the page; the last good document stays. */
export interface Message {
  readonly what: string;
  readonly details: string;
}

export const message = signal<Message | null>(null);

/** What was left out or filled in when the document was opened. */
export const notes = signal<readonly string[]>([]);

/** What the ghosts show: the pinned version, or the same document under other rules. */
export const against = computed<Document | null>(() => {
  if (pinned.value !== null) return pinned.value;
  return besideOf(doc.value, otherRules.value);
});

/** Null where the rules chosen are the document's own, or not for what it has. */
function besideOf(now: Document, choice: RulesChoice | null): Document | null {
  if (choice === null || whyNotUnder(now, choice.ruleSet ?? ruleSetOf(now)) !== null) return null;
  const isSame = choice.chip === chipOf(now) && (choice.ruleSet ?? ruleSetOf(now)) === ruleSetOf(now);
  return isSame ? null : underChoice(now, choice);
}

/** The document at hand, with what is chosen kept within it. */
function show(next: Document): void {
  const last = Math.max(0, uidsIn(next) - 1);
  batch(() => {
    doc.value = next;
    epoch.value = Math.min(epoch.peek(), epochsIn(next) - 1);
    uid.value = Math.min(uid.peek(), last);
    miner.value = Math.min(miner.peek(), last);
  });
}

/** An edit of the document; those of one `gesture` in a row are undone as one. */
export function edit(next: Document, what: string, gesture = ""): void {
  batch(() => {
    edits.add(next, what, gesture);
    show(next);
    message.value = null;
  });
}

/** An edit that may be refused, with a message in its place. */
export function tryEdit(make: () => Document, what: string, gesture = ""): boolean {
  try {
    edit(make(), what, gesture);
    return true;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    message.value = { what: "That was not done.", details: error.message };
    return false;
  }
}

let gestures = 0;

/** A name for what a hand does until it lets go: its edits are undone as one. */
export function newGesture(): string {
  return `gesture ${++gestures}`;
}

let openings = 0;

/** Begins to open what takes its time. @returns whether nothing else was opened since */
export function beginOpening(): () => boolean {
  const own = ++openings;
  return () => own === openings;
}

/** Another document altogether. */
export function open(next: Document, what: string): void {
  batch(() => {
    openings++;
    edit(next, what);
    why.value = null;
    uid.value = 0;
    miner.value = firstMiner(next);
    isChosen = next.kind === "scenario";
    pinned.value = null;
    otherRules.value = null;
    notes.value = [];
  });
}

/** The same of a file or a link, with what has to be said of it. */
export function openWith(next: Document, what: string, said: readonly string[], look: Look | null = null): void {
  batch(() => {
    open(next, what);
    notes.value = said;
    if (look === null) return;
    isChosen = true;
    epoch.value = Math.min(look.epoch, epochsIn(next) - 1);
    uid.value = Math.min(look.uid, Math.max(0, uidsIn(next) - 1));
    miner.value = Math.min(look.miner, Math.max(0, uidsIn(next) - 1));
  });
}

/** Of a state nobody is chosen before it ran: then the validator whose emission surprises most, and the miner of most incentive. */
let isChosen = true;

function chooseFrom({ state, result }: Shown): void {
  isChosen = true;
  uid.value = mostSurprising(state, result)?.uid ?? 0;
  miner.value = result.incentive.reduce((most, value, at) => (value > result.incentive[most]! ? at : most), 0);
}

function firstMiner(next: Document): number {
  return next.kind === "scenario" ? next.scenario.validators.length : 0;
}

export function undo(): void {
  step(edits.undo());
}

export function redo(): void {
  step(edits.redo());
}

/** what would be undone and what done again, null where nothing is left */
export const undoable = signal<{ undo: string | null; redo: string | null }>({ undo: null, redo: null });
edits.onChange = (names) => (undoable.value = names);

function step(to: Document | null): void {
  if (to !== null) show(to);
}

export const client = new EngineClient(workerScript);

let lastGood: Document = first;
const requests = new PlayRequests();

const plays = new Newest<PlayRequest>(
  client,
  (answer, request) =>
    batch(() => {
      const whole = requests.filled(answer, request);
      played.value = whole.played;
      other.value = whole.against;
      lastGood = request.doc;
      parted.value = answer.parted;
      if (!isChosen) chooseFrom(answer.played.shown);
    }),
  (error, request) =>
    batch(() => {
      message.value = { what: `That cannot be run, and nothing was changed.`, details: error.message };
      if (request.against !== null && request.doc === lastGood) {
        pinned.value = null;
        otherRules.value = null;
      } else if (doc.value === request.doc) {
        edits.drop();
        show(lastGood);
      }
    }),
);

/** An explanation takes many epochs: a worker of its own, so that a hand that moves is not held up. */
const explainer = new EngineClient(workerScript);

/** Milliseconds without a change after which it is explained. */
const REST = 150;
let resting: ReturnType<typeof setTimeout> | undefined;

const explanations = new Newest<ExplainRequest>(
  explainer,
  ({ words }, request) => explainedAs(request, { words, state: request.state }, null),
  (error, request) => explainedAs(request, null, error.message),
);

/** Nothing where another uid or epoch is looked at since: that one is asked for next. */
function explainedAs({ state, uid: of }: ExplainRequest, explained: Explained | null, none: string | null): void {
  if (state !== played.peek()?.shown.state || of !== uid.peek()) return;
  batch(() => {
    why.value = explained;
    noWhy.value = none;
  });
}

/** What changes with the document, and not with an edit of numbers in it. */
export const identity = computed(() => `${doc.value.kind} ${titleOf(doc.value)} ${uidsIn(doc.value)}`);

effect(() => {
  void identity.value;
  why.value = null;
  noWhy.value = null;
});

effect(() => plays.ask(requests.make(doc.value, against.value, epoch.value)));

effect(() => {
  const [shown, of] = [played.value?.shown, uid.value];
  clearTimeout(resting);
  if (shown === undefined) return;
  if (shown.trace === null) {
    why.value = null;
    noWhy.value = "Null consensus has no stages to take apart: the validator of the largest stake decides alone.";
  } else if (shown.state.n === 0) noWhy.value = "There is nobody here.";
  else {
    noWhy.value = null;
    resting = setTimeout(() => explanations.ask({ kind: "explain", state: shown.state, uid: of }), REST);
  }
});

export const title = computed(() => titleOf(doc.value));
export { NEWEST_RULE_SET, workerScript };
