import { SCENARIOS } from "yuma-consensus/scenarios";
import { title, undoable, undo, redo, open, scenarioNamed } from "../store.js";
import { FileActions } from "./files.js";

export function Header() {
  const { undo: last, redo: next } = undoable.value;
  return (
    <header class="bar">
      <h1 class="grow">{title.value}</h1>
      <label>
        <span class="visually-hidden">Scenario</span>
        <select onChange={({ currentTarget: { value } }) => value !== "" && open(scenarioNamed(value), `scenario ${value}`)}>
          <option value="">Scenarios ...</option>
          {Object.entries(SCENARIOS).map(([name, { title }]) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </label>
      <button type="button" disabled={last === null} title={last === null ? "" : `Undo: ${last}`} onClick={undo}>
        Undo
      </button>
      <button type="button" disabled={next === null} title={next === null ? "" : `Redo: ${next}`} onClick={redo}>
        Redo
      </button>
      <FileActions />
    </header>
  );
}
