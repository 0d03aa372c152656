/** What the page knows about time: playing, what is charted, and the bond that is followed. */
import { computed, effect, signal } from "@preact/signals";
import { Newest } from "./engine/client.js";
import type { BondsAnswer, BondsRequest } from "./engine/protocol.js";
import { epochsIn, type ScenarioDocument } from "./model/document.js";
import { keyFramesOf, type KeyFrame } from "./model/keyFrames.js";
import { scoredOf, votersOf } from "./model/shown.js";
import { against, client, doc, epoch, miner, played, uid } from "./store.js";

export const playing = signal(false);

/** the charts that are drawn, by the id of their metric; "bond" is that of the chosen pair */
export const charted = signal<readonly string[]>(["dividends", "per-1000", "incentive"]);

/** uids whose lines are asked for, and those whose lines are hidden */
export const asked = signal<readonly number[]>([]);
export const hidden = signal<ReadonlySet<number>>(new Set());

export const keyFrames = computed<readonly KeyFrame[]>(() => (doc.value.kind === "scenario" ? keyFramesOf(doc.value) : []));

/** The validators and miners of the document as it is at the epoch shown. */
export const sides = computed(() => {
  const state = played.value?.shown.state;
  if (state === undefined) return { validators: [], miners: [] };
  return { validators: votersOf(doc.value, state), miners: scoredOf(doc.value, state) };
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

/** The validator of the pair: the chosen uid where it is one, else the first. */
export const bondValidator = computed(() => (sides.value.validators.includes(uid.value) ? uid.value : (sides.value.validators[0] ?? 0)));

effect(() => {
  if (!charted.value.includes("bond")) return;
  bondRequests.ask({ kind: "bonds", doc: doc.value, against: against.value, validator: bondValidator.value, miner: miner.value });
});
