import { closeSync, fstatSync, ftruncateSync, openSync, readSync, writeSync } from "node:fs";
import { FileError } from "../files.js";
import { rowStart, type Sweep } from "../sweep/sweep.js";

const CHUNK_BYTES = 1 << 20;
const LINE_FEED = 0x0a;

/** The rows of a sweep on disk, one a line; a row is there when its line has its end. */
export interface ResultFile {
  /** the first point that is not there */
  readonly next: number;
  write(line: string): void;
  close(): void;
}

/**
 * Opens the results of a sweep to go on where they end, or begins them. A last line without its end is cut off: the
 * process was stopped while it wrote it.
 * @throws FileError where the file cannot be used, or holds the rows of another sweep
 */
export function openResults(path: string, sweep: Sweep): ResultFile {
  return orFileError(path, () => {
    const file = openSync(path, "a+");
    try {
      const { rows, bytes } = checkRows(file, path, sweep);
      if (bytes < fstatSync(file).size) ftruncateSync(file, bytes);
      return {
        next: sweep.first + rows,
        write: (line) => orFileError(path, () => writeAll(file, Buffer.from(`${line}\n`))),
        close: () => closeSync(file),
      };
    } catch (error) {
      closeSync(file);
      throw error;
    }
  });
}

function orFileError<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof FileError ? error : new FileError(`${path}: ${(error as Error).message}`);
  }
}

function writeAll(file: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}

/** How many rows there are, and where the last ends. */
function checkRows(file: number, path: string, sweep: Sweep): { rows: number; bytes: number } {
  let rows = 0;
  let bytes = 0;
  for (const line of wholeLines(file)) {
    const start = rowStart(sweep.id, sweep.first + rows);
    if (sweep.first + rows >= sweep.end || line.toString("latin1", 0, start.length) !== start) {
      throw new FileError(`${path}: line ${rows + 1} is no row of this sweep at this place; another sweep needs another file`);
    }
    rows++;
    bytes += line.length;
  }
  return { rows, bytes };
}

/** The lines with their ends; what has none is left out. */
function* wholeLines(file: number): Generator<Buffer> {
  let rest = Buffer.alloc(0);
  for (let position = 0; ; ) {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    const read = readSync(file, chunk, 0, CHUNK_BYTES, position);
    if (read === 0) return;
    position += read;
    rest = Buffer.concat([rest, chunk.subarray(0, read)]);
    for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED)) {
      yield rest.subarray(0, end + 1);
      rest = rest.subarray(end + 1);
    }
  }
}
