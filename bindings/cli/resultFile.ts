import { closeSync, fstatSync, fsyncSync, ftruncateSync, openSync, readSync, statSync } from "node:fs";
import { checkOutput, realName, writeAll } from "../files/write.js";
import { readLines } from "../files/read.js";
import { FileError, fileError } from "../files/errors.js";
import { readRow, type SweepRow } from "../sweep/row.js";
import { takeLock } from "./lockFile.js";

const CHUNK_BYTES = 1 << 20;
const LINE_FEED = 0x0a;

/** A line that is longer is no row. */
const MOST_ROW_BYTES = 1 << 24;

/** Which rows a file of results holds: those of a sweep or of a shard, of the points from the first up to the end. */
export interface PlannedRows {
  readonly id: string;
  readonly first: number;
  /** the point after the last */
  readonly end: number;
  /** how the row of a point begins, whatever it comes to */
  start(point: number): string;
}

/** The rows of a sweep on disk, one a line. */
export interface ResultFile {
  /** the first point whose row is not there */
  readonly next: number;
  /** The row of the next point, as a line without its end. @throws FileError */
  write(line: string): void;
  /** What has become of the file, in words. */
  summary(): string;
  /** @throws FileError where what was written does not reach the disk */
  close(): void;
}

/**
 * Opens results to go on where they end, or begins them. Every row that is there is checked. The file only grows: a last
 * line without its end, torn as the process was stopped, is completed by the row that it is the beginning of. One that
 * holds all rows is only read where it cannot be written.
 * @param repair cut the file off before the first line that is damaged, and go on from there
 * @throws FileError where the file cannot be used, another process writes into it, or it holds anything else
 */
export function openResults(path: string, rows: PlannedRows, { repair }: { repair: boolean }): ResultFile {
  return orFileError(path, () => {
    checkOutput(path);
    checkFile(path);
    try {
      return openLocked(path, rows, repair);
    } catch (error) {
      if (!READ_ONLY.includes((error as NodeJS.ErrnoException).code ?? "") || !isComplete(path, rows)) throw error;
      const summary = () => `${path}: 0 rows written, ${rows.end - rows.first} found there`;
      return { next: rows.end, write: () => undefined, summary, close: () => undefined };
    }
  });
}

/** What opening a file to write says where that is not allowed. */
const READ_ONLY = ["EROFS", "EACCES", "EPERM"];

/** The lock is by name: of a file with several, each would have one of its own. */
function checkFile(path: string): void {
  const status = statSync(path, { throwIfNoEntry: false });
  if (status?.isFile() === false) throw new FileError(`${path}: no regular file; results are read back and need one`);
  if (status !== undefined && status.nlink > 1)
    throw new FileError(`${path}: the file has ${status.nlink} names (hard links); results need one that has no other`);
}

function isComplete(path: string, rows: PlannedRows): boolean {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return false;
  const file = openSync(path, "r");
  try {
    const { count, rest, fault } = readRows(file, rows);
    return fault === null && rest.length === 0 && rows.first + count === rows.end;
  } finally {
    closeSync(file);
  }
}

function openLocked(path: string, rows: PlannedRows, repair: boolean): ResultFile {
  const release = takeLock(`${realName(path)}.lock`);
  try {
    const file = openSync(path, "a+");
    try {
      return resultFile(path, file, rows, repair, release);
    } catch (error) {
      closeSync(file);
      throw error;
    }
  } catch (error) {
    release();
    throw error;
  }
}

function resultFile(path: string, file: number, rows: PlannedRows, repair: boolean, release: () => void): ResultFile {
  const { count, bytes, rest, fault } = readRows(file, rows);
  let next = count + 1;
  const damaged = (what: string) =>
    new FileError(
      `${path}: line ${next} ${what}. Nothing was changed; with --repair the file is cut off before this line and goes on from there`,
    );
  if (fault === "foreign")
    throw new FileError(
      `${path}: line ${next} is no row of this run at this place; a run of other options or of another shard needs another file`,
    );
  if (fault !== null && !repair) throw damaged(fault);
  const cut = repair ? fstatSync(file).size - bytes : 0;
  if (repair) ftruncateSync(file, bytes);
  let torn = repair ? Buffer.alloc(0) : rest;
  let size = bytes + torn.length;
  const checkSize = () => {
    const found = fstatSync(file).size;
    if (found === size) return;
    const what = found > size ? `line ${next} was written by something else` : `the file was cut off before line ${next}`;
    throw new FileError(`${path}: ${what} while this ran; the rows of this run end there`);
  };
  return {
    next: rows.first + count,
    write: (line) =>
      orFileError(path, () => {
        const row = Buffer.from(`${line}\n`);
        if (!row.subarray(0, torn.length).equals(torn)) throw damaged(TORN);
        checkSize();
        try {
          writeAll(file, row.subarray(torn.length));
        } catch (error) {
          // A full disk takes a part.
          size = fstatSync(file).size;
          throw error;
        }
        size += row.length - torn.length;
        torn = Buffer.alloc(0);
        next++;
      }),
    summary: () => `${path}: ${next - 1 - count} rows written, ${count} found there${cut > 0 ? `; ${cut} damaged bytes were cut off` : ""}`,
    close: () => {
      try {
        orFileError(path, () => {
          fsyncSync(file);
          checkSize();
        });
      } finally {
        closeSync(file);
        release();
      }
    },
  };
}

function orFileError<T>(path: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    throw error instanceof FileError ? error : fileError(path, error);
  }
}

interface FoundRows {
  /** whole rows of this sweep, each at its place */
  count: number;
  /** where the last of them ends */
  bytes: number;
  /** what follows without the end of a line */
  rest: Buffer;
  /** what is wrong with the line after them; "foreign" where it is nothing of this sweep */
  fault: string | null;
}

const TORN = "has no end, and is not how the row of its point begins";

function readRows(file: number, rows: PlannedRows): FoundRows {
  let count = 0;
  let bytes = 0;
  for (const line of lines(file)) {
    const fault = faultOf(line, rows, rows.first + count);
    if (fault !== null) {
      // A row before it, or its own beginning, says whose the file is.
      const isOurs = rows.first + count < rows.end && (count > 0 || belongs(line, rows, rows.first));
      return { count, bytes, rest: line, fault: isOurs ? fault : "foreign" };
    }
    if (line.at(-1) !== LINE_FEED) return { count, bytes, rest: line, fault: null };
    count++;
    bytes += line.length;
  }
  return { count, bytes, rest: Buffer.alloc(0), fault: null };
}

function belongs(line: Buffer, { id }: PlannedRows, point: number): boolean {
  return begins(line, Buffer.from(`{"sweep":"${id}","point":${point},`));
}

/** Whether two texts are the same as far as both go. */
function begins(a: Buffer, b: Buffer): boolean {
  const length = Math.min(a.length, b.length);
  return a.subarray(0, length).equals(b.subarray(0, length));
}

/** What keeps a line from being the row of a point, or its beginning. */
function faultOf(line: Buffer, rows: PlannedRows, point: number): string | null {
  if (point >= rows.end || !belongs(line, rows, point)) return "is no row of this run at this place";
  if (line.length > MOST_ROW_BYTES) return "is too long for a row";
  const isStart = begins(line, Buffer.from(rows.start(point)));
  if (line.at(-1) !== LINE_FEED) return isStart ? null : TORN;
  const text = line.toString("utf8", 0, line.length - 1);
  if (text.endsWith("\r")) return "ends with a carriage return, which no row does";
  // Bytes that are no UTF-8 are lost in a text.
  const isWhole = readRow(text) !== null && Buffer.from(`${text}\n`).equals(line);
  return isStart && isWhole ? null : "is damaged: it is not the row that was written";
}

/** The lines with their ends; of one that is too long only a part, and nothing after it. */
function* lines(file: number): Generator<Buffer> {
  let rest = Buffer.alloc(0);
  for (let position = 0; rest.length <= MOST_ROW_BYTES; ) {
    const chunk = Buffer.alloc(CHUNK_BYTES);
    const read = readSync(file, chunk, 0, CHUNK_BYTES, position);
    if (read === 0) break;
    position += read;
    rest = Buffer.concat([rest, chunk.subarray(0, read)]);
    for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED)) {
      yield rest.subarray(0, end + 1);
      rest = rest.subarray(end + 1);
    }
  }
  if (rest.length > 0) yield rest;
}

/** The rows in a file, or of standard input for "-", in whatever order. @throws FileError where a line is none, or another sweep's */
export async function* readResults(path: string): AsyncGenerator<SweepRow, void, undefined> {
  let sweep: string | undefined;
  let number = 0;
  for await (const line of readLines(path)) {
    const row = typeof line === "string" ? readRow(line) : null;
    number++;
    if (row === null) throw new FileError(`${path}: line ${number} is no row of a sweep, or is damaged`);
    sweep ??= row.sweep;
    if (row.sweep !== sweep) throw new FileError(`${path}: line ${number} is a row of another sweep than the lines before it`);
    yield row;
  }
}
