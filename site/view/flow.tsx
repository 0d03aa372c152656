/** From input to emission, stage by stage, and where two versions part. */
import { useSignal } from "@preact/signals";
import { differingFields, STAGES, standingOf, type Stage, type Standing } from "../model/stages.js";
import { other, parted } from "../store.js";

const MARKS: Readonly<Record<NonNullable<Standing>, string>> = { "parts first": "⚑", differs: "≠", "the same": "=" };
const WORDS: Readonly<Record<NonNullable<Standing>, string>> = {
  "parts first": "parts here first",
  differs: "differs",
  "the same": "the same",
};

interface BoxProps {
  readonly stage: Stage;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Box({ stage: { id }, isOpen, onToggle }: BoxProps) {
  const standing = standingOf(id, parted.value);
  return (
    <li class={`stage-${id}`}>
      <button
        type="button"
        class={standing === "parts first" ? "stage lit" : "stage"}
        aria-expanded={isOpen}
        aria-controls="stage-details"
        onClick={onToggle}
      >
        <span>{id}</span>
        {standing !== null && (
          <small>
            <span aria-hidden="true">{MARKS[standing]}</span> {WORDS[standing]}
          </small>
        )}
      </button>
    </li>
  );
}

function Details({ stage: { id, meaning, reads } }: { stage: Stage }) {
  const fields = differingFields(id, parted.value);
  return (
    <>
      <h3>{id}</h3>
      <p>{meaning}</p>
      {reads.length > 0 && <p class="muted">It reads what {reads.join(", ")} made.</p>}
      {fields.length > 0 && (
        <p>
          Other than in what it is compared with:{" "}
          {fields.map((field, i) => (
            <span key={field}>
              {i > 0 && ", "}
              <code>{field}</code>
            </span>
          ))}
        </p>
      )}
    </>
  );
}

function Inputs({ inputs }: { inputs: readonly string[] }) {
  if (inputs.length === 0) return <p>The inputs of this epoch are the same.</p>;
  return (
    <p>
      Inputs of this epoch that differ:{" "}
      {inputs.map((field, i) => (
        <span key={field}>
          {i > 0 && ", "}
          <code>{field}</code>
        </span>
      ))}
    </p>
  );
}

export function Flow() {
  const opened = useSignal<string | null>(null);
  const apart = parted.value;
  const shown = STAGES.find(({ id }) => id === opened.value);
  return (
    <section class="pane" aria-label="Flow">
      <h2>From input to emission</h2>
      {apart !== null && <Inputs inputs={apart.inputs} />}
      {apart !== null && (
        <p>
          {apart.stages.length === 0
            ? "= No stage differs: the results are the same, bit for bit."
            : `⚑ The first stage that differs is ${apart.stages[0]!.stage}.`}
        </p>
      )}
      {apart === null && other.value !== null && <p class="muted">Null consensus has no such stages to compare.</p>}
      <div class="flow-frame">
        <ol class="flow">
          {STAGES.map((stage) => (
            <Box
              key={stage.id}
              stage={stage}
              isOpen={opened.value === stage.id}
              onToggle={() => (opened.value = opened.value === stage.id ? null : stage.id)}
            />
          ))}
        </ol>
      </div>
      <div id="stage-details" class="stage-details">
        {shown === undefined ? <p class="muted">Choose a stage to read what it does.</p> : <Details stage={shown} />}
      </div>
    </section>
  );
}
