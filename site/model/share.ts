/**
 * A document as text in the address of the page, behind the "#", which browsers send to nobody: "v1." and the compressed
 * JSON in the letters of base64url.
 */
import { DocumentError, load, save, type Document } from "./document.js";

const VERSION = "v1.";

/** Longer ones go into no message or mail, and browsers follow none beyond some 2 MB. */
export const MOST_ADDRESS = 2_000_000;

/** What a link may unpack to: a state of 4,096 uids has some megabytes. */
const MOST_BYTES = 2 ** 26;

async function through(bytes: Uint8Array, stream: GenericTransformStream): Promise<Uint8Array> {
  const reader = new Blob([bytes as BlobPart])
    .stream()
    .pipeThrough(stream as ReadableWritablePair<Uint8Array, BlobPart>)
    .getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > MOST_BYTES) {
      await reader.cancel();
      throw new DocumentError(`this unpacks to more than ${MOST_BYTES} bytes`);
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** gzip, at most 64 MiB. @throws DocumentError */
export async function unpacked(bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await through(bytes, new DecompressionStream("gzip"));
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    throw new DocumentError("this begins as gzip does, and does not unpack");
  }
}

function toLetters(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function fromLetters(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}

/** What of a document is looked at. It is no part of it, and is behind it in an address: ".EPOCH.UID.MINER". */
export interface Look {
  readonly epoch: number;
  readonly uid: number;
  readonly miner: number;
}

const LOOK = /\.(\d{1,6})\.(\d{1,5})\.(\d{1,5})$/;

/** Null where the fragment says nothing of it. */
export function lookIn(fragment: string): Look | null {
  const found = LOOK.exec(fragment);
  return found === null ? null : { epoch: Number(found[1]), uid: Number(found[2]), miner: Number(found[3]) };
}

/** The fragment of a document, without "#". */
export async function toFragment(doc: Document, look?: Look): Promise<string> {
  const json = new TextEncoder().encode(JSON.stringify(save(doc)));
  const letters = toLetters(await through(json, new CompressionStream("deflate-raw")));
  return VERSION + letters + (look === undefined ? "" : `.${look.epoch}.${look.uid}.${look.miner}`);
}

/** @throws DocumentError, YumaError where the fragment is broken, of another version or no document */
export async function fromFragment(fragment: string): Promise<Document> {
  const version = /^v\d{1,6}\./.exec(fragment)?.[0];
  if (version === undefined)
    throw new DocumentError("the address holds no document of this page: its part behind # begins with no version");
  if (version !== VERSION)
    throw new DocumentError(`the link is of version ${version.slice(0, -1)} of the page, and this page reads ${VERSION.slice(0, -1)}`);
  let json: unknown;
  try {
    const bytes = await through(fromLetters(fragment.slice(VERSION.length).replace(LOOK, "")), new DecompressionStream("deflate-raw"));
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof DocumentError) throw error;
    throw new DocumentError("the link is broken: a part of it is missing, or it was changed on the way");
  }
  return load(json);
}
