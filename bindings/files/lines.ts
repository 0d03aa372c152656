/** Lines from chunks of bytes. A line that cannot be had is an error in its place, and the lines after it still come. */
import { MalformedJsonError } from "../errors.js";
import { ENCODING_BYTES, decodeText, encodingOf, undecodable, type Encoding } from "../text/decode.js";

/** Without its end; or why it cannot be had. */
export type Line = string | MalformedJsonError;

/** Longer lines cannot be held as one string everywhere. */
export const MOST_LINE_BYTES = 2 ** 28;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * The lines of a text in UTF-8, or in UTF-16 with a byte order mark. Only a line feed ends a line, with or without a
 * carriage return before it.
 * @throws MalformedJsonError where the whole is in no such encoding
 */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line, void, undefined> {
  const line = new LineBytes();
  for await (const chunk of utf8Chunks(chunks)) {
    let from = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, from)) {
      line.add(chunk.subarray(from, end));
      yield line.finish();
      from = end + 1;
    }
    line.add(chunk.subarray(from));
  }
  if (line.length > 0) yield line.finish();
}

/** The bytes of one line, as long as they are not too many. */
class LineBytes {
  length = 0;
  private parts: Uint8Array[] = [];

  add(part: Uint8Array): void {
    this.length += part.length;
    if (this.length > MOST_LINE_BYTES) this.parts = [];
    else this.parts.push(part);
  }

  finish(): Line {
    const { length } = this;
    const bytes = joined(this.parts);
    this.length = 0;
    this.parts = [];
    if (length > MOST_LINE_BYTES) return new MalformedJsonError(`a line of more than ${MOST_LINE_BYTES} bytes`);
    try {
      return decodeText(bytes.at(-1) === CARRIAGE_RETURN ? bytes.subarray(0, -1) : bytes, "utf-8");
    } catch (error) {
      return error as MalformedJsonError;
    }
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!;
  const bytes = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

async function* utf8Chunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let recode: ((chunk?: Uint8Array) => Uint8Array) | undefined;
  for await (const chunk of headed(chunks)) {
    recode ??= recoder(encodingOf(chunk));
    yield recode(chunk);
  }
  if (recode !== undefined) yield recode();
}

/** To UTF-8, chunk by chunk; without a chunk at the end. */
function recoder(encoding: Encoding): (chunk?: Uint8Array) => Uint8Array {
  if (encoding === "utf-8") return withoutMark();
  const decoder = new TextDecoder(encoding, { fatal: true });
  const encoder = new TextEncoder();
  return (chunk) => {
    try {
      return encoder.encode(decoder.decode(chunk, { stream: chunk !== undefined }));
    } catch (error) {
      throw undecodable(encoding, error);
    }
  };
}

function withoutMark(): (chunk?: Uint8Array) => Uint8Array {
  let first = true;
  return (chunk = new Uint8Array(0)) => {
    const marked = first && BYTE_ORDER_MARK.every((byte, i) => chunk[i] === byte);
    first = false;
    return marked ? chunk.subarray(BYTE_ORDER_MARK.length) : chunk;
  };
}

/** The same, the first of them long enough to tell an encoding, or gzip, where there is as much. */
export async function* headed(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array, void, undefined> {
  let head: Uint8Array | null = new Uint8Array(0);
  for await (const chunk of chunks) {
    if (head === null) yield chunk;
    else {
      head = joined([head, chunk]);
      if (head.length < ENCODING_BYTES) continue;
      yield head;
      head = null;
    }
  }
  if (head !== null && head.length > 0) yield head;
}
