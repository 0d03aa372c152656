import { useSignal } from "@preact/signals";
import { commandText, type Command } from "../model/sweepCommand.js";

/** The command that gives the same numbers, or why there is none. */
export function CommandLine({ command }: { command: Command }) {
  const said = useSignal("");
  if ("none" in command) return <p class="muted">As a command: {command.none}.</p>;
  const text = commandText(command.arguments);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      said.value = "Copied.";
    } catch {
      said.value = "The browser does not let the page copy; the command is there to be selected.";
    }
  };
  return (
    <details>
      <summary>As a command</summary>
      <p>
        <button type="button" onClick={copy}>
          Copy as command
        </button>{" "}
        <span role="status">{said.value}</span>
      </p>
      <pre class="command">
        <code>{text}</code>
      </pre>
      {command.note !== "" && <p class="muted">{command.note}.</p>}
    </details>
  );
}
