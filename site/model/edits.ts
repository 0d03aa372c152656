/** Undo and redo over whole documents: they share what an edit left as it was. */
import type { Document } from "./document.js";

const MOST_EDITS = 200;

interface Step {
  readonly doc: Document;
  /** what led here */
  readonly what: string;
  readonly gesture: string;
}

export class Edits {
  private steps: Step[];
  private at = 0;
  onChange: (names: { undo: string | null; redo: string | null }) => void = () => {};

  constructor(first: Document) {
    this.steps = [{ doc: first, what: "", gesture: "" }];
  }

  /** @param gesture one hand's movement, "" for an edit by itself: its edits in a row are one */
  add(doc: Document, what: string, gesture = ""): void {
    const isSame = gesture !== "" && this.steps[this.at]!.gesture === gesture;
    const kept = this.steps.slice(Math.max(0, this.at + 1 - MOST_EDITS), this.at + (isSame ? 0 : 1));
    this.steps = [...kept, { doc, what, gesture }];
    this.at = this.steps.length - 1;
    this.changed();
  }

  undo(): Document | null {
    if (this.at === 0) return null;
    this.at--;
    this.changed();
    return this.steps[this.at]!.doc;
  }

  redo(): Document | null {
    if (this.at === this.steps.length - 1) return null;
    this.at++;
    this.changed();
    return this.steps[this.at]!.doc;
  }

  /** Takes the newest edit back for good, as it was refused. */
  drop(): void {
    if (this.at === 0) return;
    this.steps = this.steps.slice(0, this.at);
    this.at--;
    this.changed();
  }

  private changed(): void {
    const [undo, redo] = [this.at > 0 ? this.steps[this.at]!.what : null, this.steps[this.at + 1]?.what ?? null];
    this.onChange({ undo, redo });
  }
}
