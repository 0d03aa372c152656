import type { ExplanationInWords } from "yuma-consensus/explain/text";
import { named } from "../model/naming.js";
import { noWhy, played, uid, why } from "../store.js";
import { choose, nameNow } from "./chosen.js";
import { useRested } from "./quiet.js";
import { UidPicker } from "./uidPicker.js";
import { Outlooks } from "./outlooks.js";
import { WhySection } from "./whySection.js";

function Words({ words: { explanation, title, verdict, sections } }: { words: ExplanationInWords }) {
  const spoken = useRested(verdict[0]!);
  return (
    <>
      <div class="verdict">
        {verdict.map((line) => (
          <p key={line}>{named(line, nameNow)}</p>
        ))}
      </div>
      <p class="visually-hidden" role="status">
        {named(spoken, nameNow)}
      </p>
      <Outlooks explanation={explanation} />
      <p class="muted">{title}</p>
      {sections.map((section) => (
        <WhySection key={section.heading} section={section} />
      ))}
    </>
  );
}

export function Why() {
  const shown = played.value?.shown;
  const words = why.value;
  if (shown === undefined) return null;
  return (
    <section class="pane why" aria-label="Why">
      <h2>Why {nameNow(uid.value)} got what it got</h2>
      <UidPicker label="Explain" uids={Array.from({ length: shown.state.n }, (_, i) => i)} value={uid.value} onPick={choose} />
      {words === null ? <p class="muted">{noWhy.value ?? "..."}</p> : <Words words={words} />}
    </section>
  );
}
