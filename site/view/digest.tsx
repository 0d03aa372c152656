/** The digest of the result, to compare with another's. */
import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";

export function Digest({ digest, other }: { digest: string; other: string | null }) {
  const copied = useSignal("");
  const text = useRef<HTMLElement>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(digest);
      copied.value = `Copied ${digest.slice(0, 8)} ...`;
    } catch {
      // A page from disk may not be let near the clipboard.
      getSelection()?.selectAllChildren(text.current!);
      copied.value = "It is selected: copy it with the keyboard.";
    }
  };
  return (
    <div class="bar digest">
      <span class="muted">SHA-256 of the result</span>
      <code ref={text} data-digest={digest}>
        {digest}
      </code>
      <button type="button" onClick={copy}>
        Copy digest
      </button>
      <span role="status">{copied.value}</span>
      {other !== null && <span class="muted">{other === digest ? "= the other's, bit for bit" : "≠ the other's"}</span>}
    </div>
  );
}
