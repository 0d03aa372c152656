import { noWhy, why } from "../store.js";

export function Why() {
  const words = why.value;
  return (
    <section class="pane" aria-label="Why" aria-live="polite">
      <h2>Why</h2>
      {words === null ? <p class="muted">{noWhy.value}</p> : words.verdict.map((line, i) => <p key={i}>{line}</p>)}
    </section>
  );
}
