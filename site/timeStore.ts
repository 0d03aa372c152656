/** What the page knows about time: playing, what is charted, and the bond that is followed. */
import { computed, effect, signal } from "@preact/signals";
import { Newest } from "./engine/client.js";
import type { BondsAnswer, BondsRequest } from "./engine/protocol.js";
import { epochsIn, type Document, type ScenarioDocument } from "./model/document.js";
import { keyFramesOf, type KeyFrame } from "./model/keyFrames.js";
import { LINE_COLOURS, largestLines, METRICS, uidInOther, type Metric } from "./model/lines.js";
import { scoredOf, votersOf } from "./model/shown.js";
import { against, client, doc, epoch, miner, other, played, uid } from "./store.js";

export const playing = signal(false);

/** the charts that are drawn, by the id of their metric; "bond" is that of the chosen pair */
export const charted = signal<readonly string[]>(["dividends", "per-1000", "incentive"]);

/** uids whose lines are asked for, and those whose lines are hidden */
export const asked = signal<readonly number[]>([]);
export const hidden = signal<ReadonlySet<number>>(new Set());

export const keyFrames = computed<readonly KeyFrame[]>(() => (doc.value.kind === "scenario" ? keyFramesOf(doc.value) : []));

interface Sides {
  readonly validators: readonly number[];
  readonly miners: readonly number[];
}

const NOBODY: Sides = { validators: [], miners: [] };
let known: Sides = NOBODY;

function isSame(a: Sides, b: Sides): boolean {
  return String(a.validators) === String(b.validators) && String(a.miners) === String(b.miners);
}

/** The validators and miners of the document as it is at the epoch shown. */
export const sides = computed(() => {
  const state = played.value?.shown.state;
  const found = state === undefined ? NOBODY : { validators: votersOf(doc.value, state), miners: scoredOf(doc.value, state) };
  return (known = isSame(known, found) ? known : found);
});

/** As many lines as can be told apart: each colour with a full and a broken stroke. */
export const MOST_LINES = 2 * LINE_COLOURS;

/** The series of the document and of what it is compared with; new ones only where the numbers are. */
export const series = computed(() => played.value?.series ?? null);
export const otherSeries = computed(() => other.value?.series ?? null);

/** Whose lines are drawn on each side: the largest, the chosen one, and those that were asked for. */
export const drawn = computed(() => {
  const drawnFrom = series.value;
  const largest = (side: Metric["of"], id: string, chosen: number) =>
    drawnFrom === null
      ? []
      : largestLines(METRICS.find((metric) => metric.id === id)!, drawnFrom, sides.value[side], MOST_LINES, [...asked.value, chosen]);
  return { validators: largest("validators", "dividends", uid.value), miners: largest("miners", "incentive", miner.value) };
});

/** the story before a validator was made a copier, and with it */
export const copying = signal<{ before: ScenarioDocument; after: ScenarioDocument } | null>(null);

/** Epochs go by as fast as they can be followed: a whole story in some six seconds. */
const SECONDS = 6_000;
const LEAST_MILLISECONDS = 80;
const CALM_MILLISECONDS = 1_000;

effect(() => {
  if (!playing.value) return;
  const last = epochsIn(doc.value) - 1;
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const pace = isCalm ? CALM_MILLISECONDS : Math.max(LEAST_MILLISECONDS, Math.min(SECONDS / (last + 1), 500));
  const timer = setInterval(() => {
    // The next epoch waits for the numbers of this one.
    if (played.peek()?.shown.epoch !== epoch.peek()) return;
    if (epoch.peek() >= last) playing.value = false;
    else epoch.value++;
  }, pace);
  return () => clearInterval(timer);
});

export function togglePlay(): void {
  if (!playing.peek() && epoch.peek() >= epochsIn(doc.peek()) - 1) epoch.value = 0;
  playing.value = !playing.peek();
}

/** the chosen validator's stored bond on the chosen miner by epoch; null while it is not charted */
export const bonds = signal<Pick<BondsAnswer, "bonds" | "against"> | null>(null);

const bondRequests = new Newest<BondsRequest>(
  client,
  (answer) => (bonds.value = answer),
  () => (bonds.value = null),
);

/** The pair: the chosen uids where they are on their sides, else the first. */
export const bondValidator = computed(() => (sides.value.validators.includes(uid.value) ? uid.value : (sides.value.validators[0] ?? 0)));

export const bondMiner = computed(() => (sides.value.miners.includes(miner.value) ? miner.value : (sides.value.miners[0] ?? 0)));

effect(() => {
  if (!charted.value.includes("bond")) return;
  const of = { doc: doc.value, validator: bondValidator.value, miner: bondMiner.value };
  bondRequests.ask({ kind: "bonds", of, against: against.value && pairIn(of, against.value) });
});

function pairIn({ doc: from, validator, miner: on }: BondsRequest["of"], to: Document): BondsRequest["against"] {
  const [there, thereOn] = [uidInOther(from, to, validator), uidInOther(from, to, on)];
  return there === null || thereOn === null ? null : { doc: to, validator: there, miner: thereOn };
}
