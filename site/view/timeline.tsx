/** Epochs: where the hand is, what the story says of them, and the copier. */
import type { TargetedKeyboardEvent } from "preact";
import { epochsIn, MOST_STATE_EPOCHS, uidsIn, MOST_CELLS, type ScenarioDocument } from "../model/document.js";
import { setEpochs } from "../model/edit.js";
import {
  KEY_FRAME_KINDS,
  KEY_FRAME_TITLES,
  marksOf,
  nextKeyEpoch,
  removeKeyFrame,
  type KeyFrame,
  type KeyFrameKind,
} from "../model/keyFrames.js";
import { doc, edit, epoch } from "../store.js";
import { keyFrames, playing, togglePlay } from "../timeStore.js";
import { Copier } from "./copier.js";

const SIGNS: Readonly<Record<KeyFrameKind, string>> = { weights: "▪", stakes: "◆", registrations: "★", bondResets: "▼", changes: "●" };

export function goTo(next: number): void {
  epoch.value = Math.max(0, Math.min(next, epochsIn(doc.value) - 1));
}

function Button({ name, to, children }: { name: string; to: number | null; children: string }) {
  return (
    <button
      type="button"
      aria-label={name}
      title={name}
      disabled={to === null}
      onClick={() => {
        playing.value = false;
        if (to !== null) goTo(to);
      }}
    >
      {children}
    </button>
  );
}

function Controls() {
  const [at, last, frames] = [epoch.value, epochsIn(doc.value) - 1, keyFrames.value];
  const isStory = doc.value.kind === "scenario";
  return (
    <fieldset class="bar" aria-label="Steps in time">
      {isStory && (
        <Button name="Previous key frame" to={nextKeyEpoch(frames, at, -1)}>
          |◀
        </Button>
      )}
      <Button name="Epoch before" to={at > 0 ? at - 1 : null}>
        ◀
      </Button>
      <button type="button" class="play" disabled={last === 0} aria-pressed={playing.value} onClick={togglePlay}>
        {playing.value ? "Pause" : "Play"}
      </button>
      <Button name="Epoch after" to={at < last ? at + 1 : null}>
        ▶
      </Button>
      {isStory && (
        <Button name="Next key frame" to={nextKeyEpoch(frames, at, 1)}>
          ▶|
        </Button>
      )}
      <span class="number epoch-now" aria-live={playing.value ? "off" : "polite"}>
        Epoch {at} of 0 to {last}
      </span>
      {doc.value.kind === "state" && <StateEpochs />}
      {doc.value.kind === "state" && last > 0 && (
        <span class="muted">
          The state runs on as it is: nobody sets weights again, and who is past the activity cutoff no longer counts.
        </span>
      )}
    </fieldset>
  );
}

/** How often a state is run on as it is. */
function StateEpochs() {
  const shown = doc.value;
  if (shown.kind !== "state") return null;
  const most = Math.min(MOST_STATE_EPOCHS, Math.floor(MOST_CELLS / Math.max(1, uidsIn(shown))));
  return (
    <label class="bar">
      epochs to run
      <input
        type="number"
        min={1}
        max={most}
        value={shown.epochs}
        onChange={({ currentTarget }) => {
          const epochs = Math.max(1, Math.min(Math.round(currentTarget.valueAsNumber) || 1, most));
          currentTarget.value = String(epochs);
          edit(setEpochs(shown, epochs), `${epochs} epochs`);
          goTo(epoch.value);
        }}
      />
    </label>
  );
}

/** Arrow keys go along a row of marks, of which one can be reached by Tab. */
function moveAlong(event: TargetedKeyboardEvent<HTMLElement>): void {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const marks = [...event.currentTarget.querySelectorAll("button")];
  const next = marks[marks.indexOf(document.activeElement as HTMLButtonElement) + step];
  event.preventDefault();
  next?.focus();
}

/** A place on the track, below the middle of the range's thumb. */
function left(at: number, last: number): string {
  return `calc(var(--thumb) / 2 + ${last === 0 ? 0 : at / last} * (100% - var(--thumb)))`;
}

function Marks({ kind, frames }: { kind: KeyFrameKind; frames: readonly KeyFrame[] }) {
  const last = epochsIn(doc.value) - 1;
  const { marks, left: others } = marksOf(frames, kind, epoch.value);
  // A hand that drags a parameter makes the first mark of its kind: the line is there, so that nothing moves under the hand.
  if (marks.length === 0 && (kind !== "changes" || doc.value.kind === "state")) return null;
  const reachable = (marks.findLast(({ epoch: at }) => at <= epoch.value) ?? marks[0])?.epoch;
  const isLasting = kind !== "registrations" && kind !== "bondResets";
  return (
    <>
      <span class="marks-title" aria-hidden="true">
        {KEY_FRAME_TITLES[kind]}
      </span>
      <fieldset
        class={`marks marks-${kind}`}
        aria-label={`Key frames: ${KEY_FRAME_TITLES[kind]}${others === 0 ? "" : `, the nearest; ${others} epochs with others are not drawn`}`}
        onKeyDown={moveAlong}
      >
        {isLasting &&
          marks.map((mark) => (
            <span
              key={`${mark.epoch}-span`}
              class="mark-span"
              style={{
                left: left(mark.epoch, last),
                width: `calc(${(mark.last - mark.epoch) / Math.max(1, last)} * (100% - var(--thumb)))`,
              }}
            />
          ))}
        {marks.map(({ epoch: at, text }) => (
          <button
            key={at}
            type="button"
            class="mark"
            style={{ left: left(at, last) }}
            title={text}
            aria-label={text}
            aria-current={at === epoch.value ? "step" : undefined}
            tabIndex={at === reachable ? 0 : -1}
            onClick={() => goTo(at)}
          >
            {SIGNS[kind]}
          </button>
        ))}
      </fieldset>
    </>
  );
}

/** As many key frames of one epoch as one looks through. */
const MOST_HERE = 100;

/** What begins at the epoch at hand, each to be taken out. */
function FramesHere({ shown }: { shown: ScenarioDocument }) {
  const all = keyFrames.value.filter((frame) => frame.epoch === epoch.value);
  const here = all.slice(0, MOST_HERE);
  if (here.length === 0) return <p class="muted">No key frame begins in epoch {epoch.value}.</p>;
  return (
    <ul class="frames-here" aria-label={`Key frames of epoch ${epoch.value}`}>
      {here.map((frame) => (
        <li key={`${frame.kind} ${frame.place}`}>
          <span class="frame-name" title={frame.label}>
            <span aria-hidden="true">{SIGNS[frame.kind]}</span> {frame.label}
          </span>
          {frame.last > frame.epoch && <span class="muted"> to epoch {frame.last}</span>}{" "}
          <button
            type="button"
            aria-label={`Remove: ${frame.label}`}
            onClick={() => edit(removeKeyFrame(shown, frame), `removed: ${frame.label}`)}
          >
            Remove
          </button>
        </li>
      ))}
      {all.length > here.length && <li class="muted">and {all.length - here.length} more</li>}
    </ul>
  );
}

export function Timeline() {
  const shown = doc.value;
  const last = epochsIn(shown) - 1;
  return (
    <section class="pane" aria-label="Time">
      <Controls />
      <div class="timeline">
        <span class="marks-title" aria-hidden="true">
          Epoch
        </span>
        <input
          type="range"
          class="scrub"
          aria-label="Epoch"
          min={0}
          max={last}
          disabled={last === 0}
          value={epoch.value}
          onInput={({ currentTarget }) => {
            playing.value = false;
            epoch.value = currentTarget.valueAsNumber;
          }}
        />
        {KEY_FRAME_KINDS.map((kind) => (
          <Marks key={kind} kind={kind} frames={keyFrames.value} />
        ))}
      </div>
      {shown.kind === "scenario" && (
        <div class="frames">
          <FramesHere shown={shown} />
          <Copier shown={shown} />
        </div>
      )}
    </section>
  );
}
