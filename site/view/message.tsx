import { message } from "../store.js";

/** What went wrong, until the next edit. */
export function MessageBar() {
  const shown = message.value;
  return (
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
  );
}
