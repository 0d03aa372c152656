import { closeSync, createReadStream, fstatSync, openSync, readdirSync, readSync, statSync, type BigIntStats } from "node:fs";
import { join } from "node:path";
import { Readable, pipeline } from "node:stream";
import { createGunzip, gunzipSync } from "node:zlib";
import { YumaError } from "../errors.js";
import { headed, linesOf, type Line } from "./lines.js";
import { decodeText } from "../text/decode.js";
import { FileError, fileError, shownPath } from "./errors.js";

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

/** Whether what is there was read, by whatever name. */
export function wasRead(status: BigIntStats | undefined): boolean {
  const found = identity(status);
  return found !== undefined && inputs.has(found);
}

/**
 * What `read` makes of the text of a file; whatever is wrong with it is said with the file's name in front.
 * @throws FileError
 */
export function fromFile<T>(path: string, read: (text: string) => T): T {
  return ofFile(path, readText(path), read);
}

/**
 * The same of the bytes of a file, and of those that are stored where it is packed.
 * @param most bytes, packed and unpacked
 * @throws FileError
 */
export function fromBytesOf<T>(path: string, read: (bytes: Uint8Array, stored: Uint8Array) => T, most = MOST_BYTES): T {
  const { bytes, stored } = readBytes(path, most);
  return ofFile(path, bytes, (bytes) => read(bytes, stored));
}

function ofFile<C, T>(path: string, contents: C, read: (contents: C) => T): T {
  try {
    return read(contents);
  } catch (cause) {
    if (!(cause instanceof YumaError)) throw cause;
    throw new FileError(`${shownPath(path)}: ${cause.name}: ${cause.message}`, { cause });
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
  const { bytes } = readBytes(path, most);
  try {
    return decodeText(bytes);
  } catch (error) {
    throw fileError(path, error);
  }
}

/** The same as bytes. @throws FileError */
function readBytes(path: string, most: number): { bytes: Uint8Array; stored: Uint8Array } {
  try {
    const stored = readAtMost(path, most);
    return { bytes: isPacked(stored) ? unpacked(stored, most) : stored, stored };
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
