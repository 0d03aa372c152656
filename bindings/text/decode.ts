/** Text from bytes: UTF-8, or UTF-16 where a byte order mark says so. What cannot be decoded is refused, not replaced. */
import { MalformedJsonError } from "../errors.js";

export type Encoding = "utf-8" | "utf-16le" | "utf-16be";

/** How many of the first bytes tell an encoding. */
export const ENCODING_BYTES = 3;

/**
 * What the first bytes of a text say about the rest.
 * @throws MalformedJsonError where they look like UTF-16 and do not say so: JSON begins with a character of ASCII
 */
export function encodingOf([first, second]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  if (first === 0 || second === 0) {
    const order = first === 0 ? "big" : "little";
    throw new MalformedJsonError(`not UTF-8, but what may be UTF-16 (${order} endian) without the byte order mark that it needs`);
  }
  return "utf-8";
}

/** The text without its byte order mark. @throws MalformedJsonError where it is not text, or does not fit into a string */
export function decodeText(bytes: Uint8Array, encoding = encodingOf(bytes)): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    throw undecodable(encoding, error);
  }
}

export function undecodable(encoding: Encoding, error: unknown): MalformedJsonError {
  return new MalformedJsonError(`cannot be read as ${encoding.toUpperCase()}: ${(error as Error).message}`);
}
