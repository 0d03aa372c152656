import { randomBytes } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  createReadStream,
  fchmodSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
  type BigIntStats,
} from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { Readable, pipeline } from "node:stream";
import { getSystemErrorMap } from "node:util";
import { createGunzip, gunzipSync } from "node:zlib";
import { YumaError } from "../errors.js";
import { headed, linesOf, type Line } from "./lines.js";
import { decodeText } from "../text/decode.js";

/** A file that cannot be read or written; the command ends with exit code 2. */
export class FileError extends Error {}

/** A file as messages name it. */
export function shownPath(path: string): string {
  return path === "-" ? "standard input" : path;
}

/** What the system's own text would leave to guess. */
const SYSTEM_TEXTS: Readonly<Record<string, string>> = { EISDIR: "a folder, expected a file" };

/** Why the system refused, in words; its errors are "CODE: words, call 'path'". */
export function reasonOf(error: unknown): string {
  const { code, errno, message } = error as NodeJS.ErrnoException;
  const [name, words] = getSystemErrorMap().get(errno ?? 0) ?? [];
  // zlib counts its errors in the same numbers.
  if (name === undefined || name !== code) return message;
  return SYSTEM_TEXTS[name] ?? words!;
}

/** What went wrong with a file, by its name and in words. */
export function fileError(path: string, cause: unknown): FileError {
  return new FileError(`${shownPath(path)}: ${reasonOf(cause)}`, { cause });
}

/**
 * What `read` makes of the text of a file; whatever is wrong with it is said with the file's name in front.
 * @throws FileError
 */
export function fromFile<T>(path: string, read: (text: string) => T): T {
  return ofFile(path, readText(path), read);
}

/** The same of the bytes of a file. @throws FileError */
export function fromBytesOf<T>(path: string, read: (bytes: Uint8Array) => T): T {
  return ofFile(path, readBytes(path), read);
}

function ofFile<C, T>(path: string, contents: C, read: (contents: C) => T): T {
  try {
    return read(contents);
  } catch (cause) {
    if (!(cause instanceof YumaError)) throw cause;
    throw new FileError(`${shownPath(path)}: ${cause.name}: ${cause.message}`, { cause });
  }
}

/** The regular files that this process has read, whatever their names. */
const inputs = new Set<string>();

/** Undefined of what is no regular file: a device or a pipe can be read and written. */
function identity(status: BigIntStats | undefined): string | undefined {
  return status?.isFile() ? `${status.dev} ${status.ino}` : undefined;
}

function noteInput(file: number): void {
  const found = identity(fstatSync(file, { bigint: true }));
  if (found !== undefined) inputs.add(found);
}

/** @throws FileError where what would be written over is a file that was read, by whatever name */
export function checkOutput(path: string): void {
  const found = identity(statSync(path, { bigint: true, throwIfNoEntry: false }));
  if (found !== undefined && inputs.has(found)) throw new FileError(`${path}: is read as an input, and would be written over`);
}

/** The path of a file without links, also where there is no file yet. @throws FileError where there is no folder for it */
export function realName(path: string): string {
  try {
    if (statSync(path, { throwIfNoEntry: false }) !== undefined) return realpathSync(path);
    const folder = realpathSync(dirname(path));
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink();
    return isLink ? realName(resolve(folder, readlinkSync(path))) : join(folder, basename(path));
  } catch (error) {
    throw error instanceof FileError ? error : fileError(path, error);
  }
}

function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** What fits into a string everywhere. */
const MOST_TEXT_BYTES = 2 ** 29 - 24;

/** What a WebAssembly module takes as one message. */
const MOST_BYTES = 2 ** 32 - 1;

const CHUNK_BYTES = 2 ** 16;

/**
 * The whole of a file, or of standard input for "-": UTF-8, or UTF-16 with a byte order mark; gzip is unpacked.
 * @param most bytes, packed and unpacked
 * @throws FileError
 */
export function readText(path: string, most = MOST_TEXT_BYTES): string {
  const bytes = readBytes(path, most);
  try {
    return decodeText(bytes);
  } catch (error) {
    throw fileError(path, error);
  }
}

/** The same as bytes. @throws FileError */
export function readBytes(path: string, most = MOST_BYTES): Uint8Array {
  try {
    const bytes = readAtMost(path, most);
    return isPacked(bytes) ? unpacked(bytes, most) : bytes;
  } catch (error) {
    throw fileError(path, error);
  }
}

/** What has no end of its own, as a device, ends here as well. */
function readAtMost(path: string, most: number): Uint8Array {
  const file = path === "-" ? 0 : openSync(path, "r");
  try {
    noteInput(file);
    const chunks: Uint8Array[] = [];
    for (let length = 0; ; ) {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      const read = readSync(file, chunk);
      if (read === 0) return Buffer.concat(chunks);
      length += read;
      if (length > most) throw new Error(`holds more than ${most} bytes`);
      chunks.push(chunk.subarray(0, read));
    }
  } finally {
    if (path !== "-") closeSync(file);
  }
}

function unpacked(bytes: Uint8Array, most: number): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: most });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ERR_BUFFER_TOO_LARGE") throw error;
    throw new Error(`holds more than ${most} bytes when it is unpacked`);
  }
}

/** Writes all of the bytes; one write may take only a part of them. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}

/**
 * Writes the whole of a file over what was there, or leaves that as it was: the contents go into a file beside it, which
 * takes its place when it is complete. What is no file, as a device, is written to.
 */
export function writeFile(path: string, contents: string | Uint8Array): void {
  checkOutput(path);
  try {
    const before = statSync(path, { throwIfNoEntry: false });
    if (before?.isFile()) {
      accessSync(path, constants.W_OK);
      replaceFile(realpathSync(path), contents, before.mode);
    } else if (before === undefined && lstatSync(path, { throwIfNoEntry: false }) === undefined) replaceFile(path, contents);
    // A device, a pipe, or a link to where nothing is yet.
    else writeFileSync(path, contents);
  } catch (error) {
    throw fileError(path, error);
  }
}

function replaceFile(path: string, contents: string | Uint8Array, mode?: number): void {
  const part = `${path}.${randomBytes(4).toString("hex")}.part`;
  const file = openSync(part, "wx");
  try {
    try {
      if (mode !== undefined) fchmodSync(file, mode);
      writeAll(file, Buffer.from(contents as string));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(part, path);
  } catch (error) {
    rmSync(part, { force: true });
    throw error;
  }
}

/** Makes a folder, and those around it, where they are not there. */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw fileError(path, error);
  }
}

/**
 * The lines of a file, or of standard input for "-", one by one, without their ends; gzip is unpacked, UTF-16 with a byte
 * order mark is read too. Only a line feed ends a line, with or without a carriage return before it.
 * @throws FileError
 */
export async function* readLines(path: string): AsyncGenerator<Line, void, undefined> {
  try {
    yield* linesOf(unpackedChunks(path));
  } catch (error) {
    throw fileError(path, error);
  }
}

async function* unpackedChunks(path: string): AsyncGenerator<Uint8Array> {
  const source: Readable = path === "-" ? process.stdin : createReadStream(path).once("open", noteInput);
  try {
    const chunks = headed(source as AsyncIterable<Uint8Array>);
    const first = await chunks.next();
    if (first.done) return;
    const all = Readable.from(rejoined(first.value, chunks));
    yield* isPacked(first.value) ? pipeline(all, createGunzip(), () => undefined) : all;
  } finally {
    // Whoever stops reading early does not wait for the rest.
    source.destroy();
  }
}

async function* rejoined(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** The files themselves, and those below folders: *.jsonl, *.jsonl.gz and large.json; sorted. */
export function vectorFiles(paths: readonly string[]): string[] {
  return paths.flatMap((path) => {
    if (path === "-") return [path];
    try {
      if (!statSync(path).isDirectory()) return [path];
      return readdirSync(path, { recursive: true, encoding: "utf8" })
        .filter((name) => /\.jsonl(\.gz)?$|(^|[\\/])large\.json$/.test(name))
        .sort()
        .map((name) => join(path, name));
    } catch (error) {
      throw fileError(path, error);
    }
  });
}
