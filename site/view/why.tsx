import { named } from "../model/naming.js";
import { noWhy, played, uid, why, type Explained } from "../store.js";
import { choose, nameNow } from "./chosen.js";
import { useRested } from "./quiet.js";
import { UidPicker } from "./uidPicker.js";
import { Outlooks } from "./outlooks.js";
import { WhySection } from "./whySection.js";

function Words({ words: { explanation, title, verdict, sections }, state }: Explained) {
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
      <Outlooks explanation={explanation} state={state} />
      <p class="muted">{title}</p>
      {sections.map((section) => (
        <WhySection key={section.heading} section={section} />
      ))}
    </>
  );
}

export function Why() {
  const shown = played.value?.shown;
  const explained = why.value;
  if (shown === undefined) return null;
  // Until the words on another uid come, the heading is that of those that are there.
  const of = explained === null ? uid.value : explained.words.explanation.uid;
  return (
    <section class="pane why" aria-label="Why">
      <h2>Why {nameNow(of)} got what it got</h2>
      <UidPicker label="Explain" uids={Array.from({ length: shown.state.n }, (_, i) => i)} value={uid.value} onPick={choose} />
      {explained === null ? <p class="muted">{noWhy.value ?? "..."}</p> : <Words {...explained} />}
    </section>
  );
}
