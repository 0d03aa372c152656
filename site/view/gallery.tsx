/** The package's scenarios as cards, to be opened. */
import { useComputed, useSignal } from "@preact/signals";
import { SCENARIOS } from "yuma-consensus/scenarios";
import { readScenario, type Scenario } from "yuma-consensus/simulate";
import { useRef } from "preact/hooks";
import { chipOf, scenarioDocument, underRules, type Document } from "../model/document.js";
import { meanWeights } from "../model/meanWeights.js";
import { doc, open } from "../store.js";
import { openNetwork } from "./opening.js";

/** A scenario under the rules at hand: by the file's own variant of them where it has one. */
function underChip(scenario: Scenario): Document {
  const chip = chipOf(doc.peek());
  const own = scenario.variants.find(({ rules }) => rules === chip);
  return own === undefined ? underRules(scenarioDocument(scenario), chip) : scenarioDocument(scenario, own);
}

let read: readonly { readonly name: string; readonly scenario: Scenario }[] | null = null;

/** Read when they are first looked at. */
function scenarios() {
  return (read ??= Object.entries(SCENARIOS).map(([name, file]) => ({ name, scenario: readScenario(file) })));
}

const WIDTH = 240;
const HEIGHT = 34;

/** What the stake gives to each miner, epoch by epoch: a column an epoch, a colour a miner. */
function Strip({ scenario }: { scenario: Scenario }) {
  const columns = meanWeights(scenario);
  const width = WIDTH / columns.length;
  return (
    <svg class="strip" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
      {columns.map((shares, epoch) => {
        let top = 0;
        return shares.map((share, server) => {
          const height = share * HEIGHT;
          const y = top;
          top += height;
          return height < 0.2 ? null : (
            <rect key={`${epoch} ${server}`} class={`share-${server % 6}`} x={epoch * width} y={y} width={width + 0.05} height={height} />
          );
        });
      })}
    </svg>
  );
}

function Card({ scenario, onOpen }: { scenario: Scenario; onOpen: () => void }) {
  const { title, story, validators, servers, epochs } = scenario;
  return (
    <li class="card">
      <button type="button" class="card-open" onClick={onOpen}>
        {title}
      </button>
      <Strip scenario={scenario} />
      <p class="muted">
        {validators.length} validators, {servers.length} miners, {epochs} {epochs === 1 ? "epoch" : "epochs"}
      </p>
      <p>{story}</p>
    </li>
  );
}

export function Gallery() {
  const dialog = useRef<HTMLDialogElement>(null);
  const isOpen = useSignal(false);
  const search = useSignal("");
  const found = useComputed(() => {
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    const text = ({ name, scenario: { title, story } }: ReturnType<typeof scenarios>[number]) => `${name} ${title} ${story}`.toLowerCase();
    return isOpen.value ? scenarios().filter((one) => words.every((word) => text(one).includes(word))) : [];
  });
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        onClick={() => {
          isOpen.value = true;
          dialog.current?.showModal();
        }}
      >
        Scenarios
      </button>
      <dialog ref={dialog} class="gallery" aria-labelledby="gallery-title" onClose={() => (isOpen.value = false)}>
        {isOpen.value && (
          <>
            <div class="bar">
              <h2 id="gallery-title" class="grow">
                Scenarios
              </h2>
              <input
                type="search"
                aria-label="Search scenarios"
                placeholder="Search"
                value={search.value}
                onInput={({ currentTarget }) => (search.value = currentTarget.value)}
              />
              <button type="button" onClick={() => dialog.current?.close()}>
                Close
              </button>
            </div>
            <p class="muted" role="status">
              {found.value.length} of {scenarios().length} scenarios{search.value === "" && " and a network"}. The strips show what the
              stake gives to each miner over the epochs.
            </p>
            <ul class="cards">
              {search.value === "" && (
                <li class="card">
                  <button
                    type="button"
                    class="card-open"
                    onClick={() => {
                      void openNetwork();
                      dialog.current?.close();
                    }}
                  >
                    A network of 256 uids
                  </button>
                  <p class="muted">37 rows of weights, 1 epoch, to be run on</p>
                  <p>
                    Made, not recorded: its stakes, rows and registrations are shaped after those of real subnets. One validator gets less
                    than half of what its stake alone would give.
                  </p>
                </li>
              )}
              {found.value.map(({ name, scenario }) => (
                <Card
                  key={name}
                  scenario={scenario}
                  onOpen={() => {
                    open(underChip(scenario), `scenario ${name}`);
                    dialog.current?.close();
                  }}
                />
              ))}
            </ul>
          </>
        )}
      </dialog>
    </>
  );
}
