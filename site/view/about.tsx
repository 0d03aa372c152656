/** What one looks at: the story at hand, and on the first visit what the page is. */
import { useSignal } from "@preact/signals";
import { useLayoutEffect, useRef } from "preact/hooks";
import { doc } from "../store.js";

const VISITED = "yuma-consensus visited";

/** A browser that keeps nothing for a page is always on its first visit. */
function isFirstVisit(): boolean {
  try {
    const isFirst = localStorage.getItem(VISITED) === null;
    localStorage.setItem(VISITED, "yes");
    return isFirst;
  } catch {
    return true;
  }
}

const isFirst = isFirstVisit();

export function About() {
  const story = doc.value.kind === "scenario" ? doc.value.scenario.story : "";
  if (story === "" && !isFirst) return null;
  return (
    <div class="about">
      {isFirst && <p>The chain's own integers, computed in this page. Drag a weight, a stake or kappa, and see who gets what, and why.</p>}
      {story !== "" && <Story key={story} text={story} />}
    </div>
  );
}

/** Two lines of it, and the rest where it is asked for. */
function Story({ text }: { text: string }) {
  const paragraph = useRef<HTMLParagraphElement>(null);
  const isOpen = useSignal(false);
  const isCut = useSignal(false);
  useLayoutEffect(() => {
    const observer = new ResizeObserver(([entry]) => {
      if (!isOpen.peek()) isCut.value = entry!.target.scrollHeight > entry!.target.clientHeight + 1;
    });
    observer.observe(paragraph.current!);
    return () => observer.disconnect();
  }, []);
  return (
    <div class="story">
      <p ref={paragraph} class={isOpen.value ? "muted" : "muted two-lines"}>
        {text}
      </p>
      {isCut.value && (
        <button type="button" class="link" aria-expanded={isOpen.value} onClick={() => (isOpen.value = !isOpen.value)}>
          {isOpen.value ? "Less of the story" : "The whole story"}
        </button>
      )}
    </div>
  );
}
