/** One line on standard error that is overwritten; nothing where that is not a terminal. */
export class Progress {
  private last = 0;

  constructor(private readonly stream: NodeJS.WriteStream = process.stderr) {}

  show(text: string): void {
    const now = Date.now();
    if (!this.stream.isTTY || now - this.last < 100) return;
    this.last = now;
    this.stream.write(`\r\x1b[2K${text}`);
  }

  clear(): void {
    if (this.stream.isTTY && this.last > 0) this.stream.write("\r\x1b[2K");
  }
}
