import { EpochInputError } from "../../errors.js";
import { InflateError, inflate } from "./inflate.js";

/** What a file unpacks to at most, all its members together. */
const MOST_BYTES = 2 ** 28;
const MOST_MEMBERS = 10_000;
const END_BYTES = 22;
const MOST_COMMENT = 65_535;

interface Member {
  method: number;
  packed: number;
  bytes: number;
  offset: number;
}

/** The members of a ZIP archive by name, each unpacked when it is asked for. ZIP64 is refused: nothing of ours is so large. */
export class Zip {
  private readonly members = new Map<string, Member>();
  private readonly view: DataView;
  private unpacked = 0;

  /** @throws EpochInputError */
  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const end = this.findEnd();
    const count = this.view.getUint16(end + 10, true);
    let at = this.view.getUint32(end + 16, true);
    if (count > MOST_MEMBERS || at === 0xffff_ffff)
      throw new EpochInputError("zip", `at most ${MOST_MEMBERS} members, without ZIP64`, count);
    for (let i = 0; i < count; i++) {
      this.hold(at, 46, 0x02014b50);
      const field = (offset: number) => this.view.getUint32(at + offset, true);
      const [nameLength, extra, comment] = [28, 30, 32].map((offset) => this.view.getUint16(at + offset, true)) as [number, number, number];
      const name = this.text(at + 46, nameLength);
      if (this.members.has(name)) throw new EpochInputError("zip", "each member once", name);
      this.members.set(name, { method: this.view.getUint16(at + 10, true), packed: field(20), bytes: field(24), offset: field(42) });
      at += 46 + nameLength + extra + comment;
    }
  }

  get names(): string[] {
    return [...this.members.keys()];
  }

  private hold(at: number, length: number, signature: number): void {
    if (at + length > this.bytes.length || this.view.getUint32(at, true) !== signature)
      throw new EpochInputError("zip", `a record of the archive at byte ${at}`, this.bytes.subarray(at, at + 4));
  }

  private text(at: number, length: number): string {
    if (at + length > this.bytes.length) throw new EpochInputError("zip", "a name that ends", length);
    return new TextDecoder().decode(this.bytes.subarray(at, at + length));
  }

  private findEnd(): number {
    const first = Math.max(0, this.bytes.length - END_BYTES - MOST_COMMENT);
    for (let at = this.bytes.length - END_BYTES; at >= first; at--) if (this.view.getUint32(at, true) === 0x06054b50) return at;
    throw new EpochInputError("zip", "an archive with its end", `${this.bytes.length} bytes`);
  }

  /** @throws EpochInputError where it is not there, or its bytes are not what the archive says of them */
  read(name: string): Uint8Array {
    const member = this.members.get(name);
    if (member === undefined) throw new EpochInputError("zip", `a member ${name}`, this.names);
    const { method, packed, bytes, offset } = member;
    const place = `zip[${JSON.stringify(name)}]`;
    this.hold(offset, 30, 0x04034b50);
    const start = offset + 30 + this.view.getUint16(offset + 26, true) + this.view.getUint16(offset + 28, true);
    if (start + packed > this.bytes.length) throw new EpochInputError(place, `${packed} bytes`, this.bytes.length - start);
    this.unpacked += bytes;
    if (this.unpacked > MOST_BYTES) throw new EpochInputError(place, `an archive of at most ${MOST_BYTES} bytes`, this.unpacked);
    const data = this.bytes.subarray(start, start + packed);
    if (method === 0 && packed === bytes) return data;
    if (method !== 8) throw new EpochInputError(place, "a member that is stored or deflated", method);
    // DEFLATE makes at most 1032 bytes of one.
    if (bytes > packed * 1_032) throw new EpochInputError(place, `at most ${packed * 1_032} bytes`, bytes);
    try {
      return inflate(data, bytes);
    } catch (error) {
      if (!(error instanceof InflateError)) throw error;
      throw new EpochInputError(place, error.message, "others");
    }
  }
}
