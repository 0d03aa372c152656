/** The key frames of a story: what its file says of some epoch, and what is to be undone there. */
import { nameOf, type ScenarioDocument } from "./document.js";

export const KEY_FRAME_KINDS = ["weights", "stakes", "registrations", "bondResets", "changes"] as const;
export type KeyFrameKind = (typeof KEY_FRAME_KINDS)[number];

export const KEY_FRAME_TITLES: Readonly<Record<KeyFrameKind, string>> = {
  weights: "Weights",
  stakes: "Stakes",
  registrations: "Registrations",
  bondResets: "Bond resets",
  changes: "Parameters",
};

export interface KeyFrame {
  readonly kind: KeyFrameKind;
  /** where it stands in the story's list of its kind */
  readonly place: number;
  readonly epoch: number;
  /** the last epoch it holds in: its own where it is an event; of parameters the story's last */
  readonly last: number;
  readonly label: string;
}

const MOST_NAMES = 3;

function listed(names: readonly string[]): string {
  if (names.length <= MOST_NAMES + 1) return names.join(", ");
  return `${names.slice(0, MOST_NAMES).join(", ")} and ${names.length - MOST_NAMES} more`;
}

/** All of a story, in the order of its epochs; those that begin behind its end are left out. */
export function keyFramesOf(doc: ScenarioDocument): KeyFrame[] {
  const { weights, stakes, registrations, bondResets, changes, epochs } = doc.scenario;
  const names = (uids: Iterable<number>) => listed(Array.from(uids, (uid) => nameOf(doc, uid)));
  const until = (last: number) => Math.min(last, epochs - 1);
  const frames: KeyFrame[] = [
    ...weights.map(({ epochs: [epoch, last], weights }, place) => ({
      kind: "weights" as const,
      place,
      epoch,
      last: until(last),
      label: `weights of ${names(weights.keys())}`,
    })),
    ...stakes.map(({ epochs: [epoch, last], stake }, place) => ({
      kind: "stakes" as const,
      place,
      epoch,
      last: until(last),
      label: `stake of ${names(stake.keys())}`,
    })),
    ...registrations.map(({ epoch, who }, place) => ({
      kind: "registrations" as const,
      place,
      epoch,
      last: epoch,
      label: `a newcomer takes the place of ${nameOf(doc, who)}`,
    })),
    ...bondResets.map(({ epoch, who }, place) => ({
      kind: "bondResets" as const,
      place,
      epoch,
      last: epoch,
      label: `bonds on ${nameOf(doc, who)} are reset`,
    })),
    ...changes.map(({ epoch, rules, hyperparameters }, place) => ({
      kind: "changes" as const,
      place,
      epoch,
      last: epochs - 1,
      label: changeLabel(rules, hyperparameters),
    })),
  ];
  return frames.filter(({ epoch }) => epoch < epochs).sort((a, b) => a.epoch - b.epoch);
}

function changeLabel(rules: string | null, hyperparameters: object): string {
  const set = Object.entries(hyperparameters).map(([name, value]) => `${name} ${value}`);
  return [...(rules === null ? [] : [`rules ${rules}`]), ...set].join(", ") || "no parameter";
}

/** The epochs with key frames, each once, ascending. */
export function keyEpochs(frames: readonly KeyFrame[]): number[] {
  return [...new Set(frames.map(({ epoch }) => epoch))].sort((a, b) => a - b);
}

/** As many epochs of a kind as are told apart on a line, and as many labels as one reads of an epoch. */
const MOST_MARKS = 200;
const MOST_LABELS = 5;

export interface Mark {
  readonly epoch: number;
  /** until where the longest of its key frames holds */
  readonly last: number;
  readonly text: string;
}

/** The epochs with key frames of a kind: of very many those around the epoch at hand. @returns also how many epochs are left out */
export function marksOf(frames: readonly KeyFrame[], kind: KeyFrameKind, epoch: number): { marks: Mark[]; left: number } {
  const own = frames.filter((frame) => frame.kind === kind);
  const epochs = keyEpochs(own);
  const here = epochs.findIndex((at) => at >= epoch);
  const first = Math.max(0, Math.min((here < 0 ? epochs.length : here) - MOST_MARKS / 2, epochs.length - MOST_MARKS));
  const found = new Map(epochs.slice(first, first + MOST_MARKS).map((at) => [at, { last: at, labels: [] as string[], more: 0 }]));
  for (const { epoch: at, last, label } of own) {
    const mark = found.get(at);
    if (mark === undefined) continue;
    mark.last = Math.max(mark.last, last);
    if (mark.labels.length < MOST_LABELS) mark.labels.push(label);
    else mark.more++;
  }
  const marks = [...found].map(([at, { last, labels, more }]) => ({
    epoch: at,
    last,
    text: `Epoch ${at}: ${labels.join("; ")}${more === 0 ? "" : ` and ${more} more`}`,
  }));
  return { marks, left: epochs.length - marks.length };
}

/** The nearest epoch with key frames before or behind one; null where there is none. */
export function nextKeyEpoch(frames: readonly KeyFrame[], epoch: number, step: 1 | -1): number | null {
  const epochs = keyEpochs(frames);
  const found = step === 1 ? epochs.find((at) => at > epoch) : epochs.findLast((at) => at < epoch);
  return found ?? null;
}

/** The story without a key frame: what held before, or what it lay over, holds on. */
export function removeKeyFrame(doc: ScenarioDocument, { kind, place }: Pick<KeyFrame, "kind" | "place">): ScenarioDocument {
  const list: readonly unknown[] = doc.scenario[kind];
  return { ...doc, scenario: { ...doc.scenario, [kind]: list.filter((_, at) => at !== place) } };
}
