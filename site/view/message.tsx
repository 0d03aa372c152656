import { message, notes } from "../store.js";

/** What went wrong, until the next edit. */
export function MessageBar() {
  const shown = message.value;
  return (
    <div class="column">
      <div role="alert">
        {shown !== null && (
          <p class="pane message">
            <strong>{shown.what}</strong> {shown.details}
            <button type="button" onClick={() => (message.value = null)}>
              Close
            </button>
          </p>
        )}
      </div>
      {notes.value.length > 0 && (
        <div class="pane" role="status">
          {notes.value.map((note) => (
            <p key={note}>{note}</p>
          ))}
          <button type="button" onClick={() => (notes.value = [])}>
            Close
          </button>
        </div>
      )}
    </div>
  );
}
