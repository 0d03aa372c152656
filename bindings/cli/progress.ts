import { printable } from "../text/printable.js";

/** One line on standard error that is overwritten; nothing where that is not a terminal. */
export class Progress {
  private last = 0;

  constructor(private readonly stream: NodeJS.WriteStream = process.stderr) {}

  show(text: string): void {
    const now = Date.now();
    if (!this.stream.isTTY || now - this.last < 100) return;
    this.last = now;
    this.stream.write(`\r\x1b[2K${printable(text)}`);
  }

  clear(): void {
    if (this.stream.isTTY && this.last > 0) this.stream.write("\r\x1b[2K");
  }
}

/** Tells from what is done of a count how long the rest will take at the same pace. */
export function timeLeft(count: number, before = 0): (done: number) => string {
  const start = Date.now();
  return (done) => {
    const seconds = Math.ceil(((Date.now() - start) * (count - done)) / (1_000 * Math.max(done - before, 1)));
    const minutes = Math.floor(seconds / 60);
    if (minutes >= 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min left`;
    return minutes > 0 ? `${minutes} min ${seconds % 60} s left` : `${seconds} s left`;
  };
}

const SOON = 1_000;

/**
 * How far a run of so much work is: a line that is overwritten on a terminal, and of one that is long two lines on standard
 * error wherever it goes: what there is to do before anything, and when its pace is known how long that will take.
 */
export class Pace {
  private readonly progress: Progress;
  private readonly left: (done: number) => string;
  private readonly start = Date.now();
  private done = 0;
  private told: boolean;

  constructor(
    work: number,
    long: number,
    private readonly stream: NodeJS.WriteStream = process.stderr,
  ) {
    this.progress = new Progress(stream);
    this.left = timeLeft(work);
    this.told = work < long;
  }

  begin(what: string): void {
    if (!this.told) this.stream.write(`yuma: ${what}\n`);
  }

  step(work: number, what: string): void {
    this.done += work;
    if (!this.told && Date.now() - this.start >= SOON) {
      this.told = true;
      this.stream.write(`yuma: about ${this.left(this.done)}\n`);
    }
    this.progress.show(`${what}, ${this.left(this.done)}`);
  }

  end(): void {
    this.progress.clear();
  }
}
