/** Keys of the whole page. Where text is typed they are the field's own. */
import { redo, undo } from "../store.js";

const WITHOUT_TEXT: readonly string[] = ["range", "checkbox", "button", "file"];

function takesText(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !WITHOUT_TEXT.includes(target.type);
  return target instanceof HTMLTextAreaElement;
}

/** Ctrl+Z undoes; Ctrl+Shift+Z and Ctrl+Y do again; Command in the place of Ctrl where there is one. */
function pressed(event: KeyboardEvent): void {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || takesText(event.target)) return;
  if (document.querySelector("dialog[open]") !== null) return;
  const key = event.key.toLowerCase();
  if (key === "z" && !event.shiftKey) undo();
  else if (key === "z" || key === "y") redo();
  else return;
  event.preventDefault();
}

export function startKeys(): void {
  addEventListener("keydown", pressed);
}
