import { randomBytes } from "node:crypto";
import {
  accessSync,
  closeSync,
  constants,
  createReadStream,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { Readable, pipeline } from "node:stream";
import { createGunzip, gunzipSync } from "node:zlib";

/** A file that cannot be read or written; the command ends with exit code 2. */
export class FileError extends Error {}

function failed(path: string, error: unknown): FileError {
  return new FileError(`${path}: ${(error as Error).message}`);
}

function isPacked(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** The whole of a file, or of standard input for "-"; gzip is unpacked and a byte order mark dropped. */
export function readText(path: string): string {
  try {
    const bytes = readFileSync(path === "-" ? 0 : path);
    return new TextDecoder().decode(isPacked(bytes) ? gunzipSync(bytes) : bytes);
  } catch (error) {
    throw failed(path, error);
  }
}

/** Writes all of the bytes; one write may take only a part of them. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
}

/**
 * Writes the whole of a file over what was there, or leaves that as it was: the text goes into a file beside it, which
 * takes its place when it is complete. What is no file, as a device, is written to.
 */
export function writeText(path: string, text: string): void {
  try {
    const before = statSync(path, { throwIfNoEntry: false });
    if (before?.isFile()) {
      accessSync(path, constants.W_OK);
      replaceFile(realpathSync(path), text, before.mode);
    } else if (before === undefined && lstatSync(path, { throwIfNoEntry: false }) === undefined) replaceFile(path, text);
    // A device, a pipe, or a link to where nothing is yet.
    else writeFileSync(path, text);
  } catch (error) {
    throw failed(path, error);
  }
}

function replaceFile(path: string, text: string, mode?: number): void {
  const part = `${path}.${randomBytes(4).toString("hex")}.part`;
  const file = openSync(part, "wx");
  try {
    try {
      if (mode !== undefined) fchmodSync(file, mode);
      writeAll(file, Buffer.from(text));
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
    throw failed(path, error);
  }
}

/** Longer lines cannot be held as one string everywhere. */
export const MAX_LINE_LENGTH = 2 ** 28;

/** What stands for a line above the limit. */
export const OVERSIZED = Symbol("a line that is too long");

/**
 * The lines of a file, or of standard input for "-", one by one, without their ends; gzip is unpacked and a byte order
 * mark dropped. Only a line feed ends a line, with or without a carriage return before it.
 */
export async function* readLines(path: string): AsyncGenerator<string | typeof OVERSIZED> {
  const decoder = new TextDecoder();
  let line = "";
  let oversized = false;
  const take = (text: string) => {
    oversized ||= line.length + text.length > MAX_LINE_LENGTH;
    line = oversized ? "" : line + text;
  };
  const finish = () => {
    const finished = oversized ? OVERSIZED : line.replace(/\r$/, "");
    line = "";
    oversized = false;
    return finished;
  };
  for await (const chunk of unpackedChunks(path)) {
    const pieces = decoder.decode(chunk, { stream: true }).split("\n");
    for (const piece of pieces.slice(0, -1)) {
      take(piece);
      yield finish();
    }
    take(pieces.at(-1)!);
  }
  take(decoder.decode());
  if (line !== "" || oversized) yield finish();
}

async function* unpackedChunks(path: string): AsyncGenerator<Uint8Array> {
  const source: Readable = path === "-" ? process.stdin : createReadStream(path);
  try {
    const chunks = source[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
    const first = await chunks.next();
    if (first.done) return;
    const all = Readable.from(rejoined(first.value, chunks));
    yield* isPacked(first.value) ? pipeline(all, createGunzip(), () => undefined) : all;
  } catch (error) {
    throw failed(path, error);
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
      throw failed(path, error);
    }
  });
}
