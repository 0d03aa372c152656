/** Opening, sharing and saving: nothing of it leaves the browser but by the hand of whoever sits there. */
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";
import { commandOf, fileName, scenarioText, stateText } from "../model/command.js";
import { seriesCsv } from "../model/csv.js";
import { doc, message, played } from "../store.js";
import { download, svgText } from "./download.js";
import { Menu } from "./menu.js";
import { linkOf, openFile } from "./opening.js";

async function copied(text: string, done: (said: string) => void, what: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    done(`${what} copied.`);
  } catch {
    // A page from disk or over plain http may have no clipboard.
    message.value = { what: `The browser allows no copying here. ${what}:`, details: text };
  }
}

/** Longer than what programs for messages are known to leave whole. */
const LONG_LINK = 8_000;

async function copyLink(done: (said: string) => void): Promise<void> {
  const link = await linkOf();
  const remark = link.length > LONG_LINK ? ` It has ${link.length} characters, which some programs cut: a saved file says the same.` : "";
  await copied(link, (said) => done(said + remark), "Link");
}

function saveDrawings(): void {
  const drawings = document.querySelectorAll<SVGSVGElement>("svg[data-file]");
  if (drawings.length === 0) message.value = { what: "There is no drawing to save.", details: "Null consensus has no stake curve." };
  for (const drawing of drawings) download(fileName(doc.value, `${drawing.dataset["file"]}.svg`), svgText(drawing), "image/svg+xml");
}

export function FileActions() {
  const picker = useRef<HTMLInputElement>(null);
  const said = useSignal("");
  const shown = played.value;
  const say = (text: string) => (said.value = text);
  const copyCommand = async () => {
    if (shown === null) return;
    const { text, file } = commandOf(doc.value, shown.shown.state);
    if (file !== null) download(file.name, file.contents, "application/json");
    await copied(text, say, file === null ? "Command" : `${file.name} is saved; the command that reads it is`);
  };
  return (
    <div class="bar files">
      <button type="button" onClick={() => picker.current?.click()}>
        Open file
      </button>
      <input
        ref={picker}
        type="file"
        class="visually-hidden"
        tabIndex={-1}
        aria-label="A state, a scenario, or a file of other tools"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file !== undefined) void openFile(file);
          currentTarget.value = "";
        }}
      />
      <button
        type="button"
        title="It opens on what you see now, where a playground is at the same address; whoever has none takes the saved file to their own"
        onClick={() => copyLink(say)}
      >
        Copy link
      </button>
      <button type="button" disabled={shown === null} onClick={copyCommand}>
        Copy as command
      </button>
      <Menu title="Save">
        <button
          type="button"
          onClick={() => shown && download(fileName(doc.value, "json"), stateText(shown.shown.state), "application/json")}
        >
          State of this epoch (JSON)
        </button>
        {doc.value.kind === "scenario" && (
          <button
            type="button"
            onClick={() =>
              doc.value.kind === "scenario" && download(fileName(doc.value, "scenario.json"), scenarioText(doc.value), "application/json")
            }
          >
            Scenario (JSON)
          </button>
        )}
        <button type="button" onClick={() => shown && download(fileName(doc.value, "csv"), seriesCsv(doc.value, shown.series), "text/csv")}>
          Results of all epochs (CSV)
        </button>
        <button type="button" onClick={saveDrawings}>
          Drawings (SVG)
        </button>
      </Menu>
      <span role="status" class="muted">
        {said.value}
      </span>
    </div>
  );
}
