import { title, undoable, undo, redo } from "../store.js";
import { FileActions } from "./files.js";
import { Gallery } from "./gallery.js";

export function Header() {
  const { undo: last, redo: next } = undoable.value;
  return (
    <header class="bar head">
      <h1 class="grow" title={title.value}>
        {title.value}
      </h1>
      <Gallery />
      <button type="button" disabled={last === null} title={last === null ? "" : `Undo (Ctrl+Z): ${last}`} onClick={undo}>
        Undo
      </button>
      <button type="button" disabled={next === null} title={next === null ? "" : `Redo (Ctrl+Y): ${next}`} onClick={redo}>
        Redo
      </button>
      <FileActions />
      <a href="chain.html">From the chain</a>
    </header>
  );
}
