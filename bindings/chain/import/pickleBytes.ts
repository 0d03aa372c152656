import { EpochInputError } from "../../errors.js";

const MOST_TEXT = 2 ** 26;

/** Arguments of one call. */
const CHUNK = 2 ** 12;

/** The bytes of a pickle from front to back: its numbers, texts and lines. What is not there or too long is an EpochInputError. */
export class PickleBytes {
  private at = 0;
  private readonly view: DataView;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly path: string,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  wrong(expected: string, got: unknown): EpochInputError {
    return new EpochInputError(`${this.path}[byte ${this.at}]`, expected, got);
  }

  /** Steps over so many bytes, and gives where they began. */
  take(length: number): number {
    if (length > this.bytes.length - this.at) throw this.wrong(`${length} more bytes of a pickle`, this.bytes.length - this.at);
    this.at += length;
    return this.at - length;
  }

  u1(): number {
    return this.bytes[this.take(1)]!;
  }

  u4(): number {
    return this.view.getUint32(this.take(4), true);
  }

  u8(): number {
    const value = this.view.getBigUint64(this.take(8), true);
    if (value > 0xffff_ffffn) throw this.wrong("a length that fits", value);
    return Number(value);
  }

  raw(length: number): Uint8Array {
    const start = this.take(length);
    return this.bytes.subarray(start, start + length);
  }

  text(length: number): string {
    if (length > MOST_TEXT) throw this.wrong(`a text of at most ${MOST_TEXT} bytes`, length);
    return new TextDecoder().decode(this.raw(length));
  }

  /** Texts of Python 2 hold any bytes, one a character. */
  oldText(length: number): string {
    if (length > MOST_TEXT) throw this.wrong(`a text of at most ${MOST_TEXT} bytes`, length);
    const bytes = this.raw(length);
    let text = "";
    for (let at = 0; at < length; at += CHUNK)
      text += Array.from(bytes.subarray(at, at + CHUNK), (byte) => String.fromCharCode(byte)).join("");
    return text;
  }

  line(): string {
    const end = this.bytes.indexOf(10, this.at);
    if (end < 0 || end - this.at > 4_096) throw this.wrong("a line that ends", "none");
    const text = this.oldText(end - this.at);
    this.at++;
    return text;
  }

  long(length: number): bigint {
    if (length > 64) throw this.wrong("an integer of at most 64 bytes", length);
    const value = this.raw(length).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    return BigInt.asIntN(8 * length, value);
  }

  u2(): number {
    return this.view.getUint16(this.take(2), true);
  }

  i4(): number {
    return this.view.getInt32(this.take(4), true);
  }

  f8(): number {
    return this.view.getFloat64(this.take(8), false);
  }
}
