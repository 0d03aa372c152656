/** What is packed by DEFLATE (RFC 1951), into as many bytes as were announced: more are refused as soon as they come. */

/** What the packed bytes do not allow. */
export class InflateError extends Error {}

/** Lengths of 257 to 285 and distances of 0 to 29: the least of each, and how many bits more it has. */
const LENGTHS = spans(29, (i) => (i < 8 || i === 28 ? 0 : (i >> 2) - 1), 3);
const DISTANCES = spans(30, (i) => (i < 4 ? 0 : (i >> 1) - 1), 1);
const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const MOST_BITS = 15;

function spans(count: number, bitsOf: (i: number) => number, first: number): { least: number; bits: number }[] {
  const result: { least: number; bits: number }[] = [];
  let least = first;
  for (let i = 0; i < count; i++) {
    result.push({ least, bits: bitsOf(i) });
    least += 1 << bitsOf(i);
  }
  // The longest length has a code of its own.
  if (first === 3) result[28] = { least: 258, bits: 0 };
  return result;
}

/** How many codes there are of each length, and what they stand for in order. */
interface Codes {
  counts: Uint16Array;
  symbols: Uint16Array;
}

function codesOf(lengths: ArrayLike<number>): Codes {
  const counts = new Uint16Array(MOST_BITS + 1);
  for (let i = 0; i < lengths.length; i++) counts[lengths[i]!]!++;
  counts[0] = 0;
  let left = 1;
  const starts = new Uint16Array(MOST_BITS + 2);
  for (let bits = 1; bits <= MOST_BITS; bits++) {
    left = left * 2 - counts[bits]!;
    if (left < 0) throw new InflateError("codes that are too many");
    starts[bits + 1] = starts[bits]! + counts[bits]!;
  }
  const symbols = new Uint16Array(starts[MOST_BITS + 1]!);
  for (let i = 0; i < lengths.length; i++) if (lengths[i] !== 0) symbols[starts[lengths[i]!]!++] = i;
  return { counts, symbols };
}

class BitReader {
  private at = 0;
  private held = 0;
  private count = 0;

  constructor(private readonly bytes: Uint8Array) {}

  byte(): number {
    if (this.at >= this.bytes.length) throw new InflateError("more bytes, and there are none");
    return this.bytes[this.at++]!;
  }

  bits(count: number): number {
    while (this.count < count) {
      this.held |= this.byte() << this.count;
      this.count += 8;
    }
    const value = this.held & ((1 << count) - 1);
    this.held >>>= count;
    this.count -= count;
    return value;
  }

  symbol({ counts, symbols }: Codes): number {
    let [code, first, index] = [0, 0, 0];
    for (let bits = 1; bits <= MOST_BITS; bits++) {
      code |= this.bits(1);
      const count = counts[bits]!;
      if (code - count < first) return symbols[index + code - first]!;
      index += count;
      first = (first + count) << 1;
      code <<= 1;
    }
    throw new InflateError("a code, and it is none");
  }

  /** To the next whole byte, and then so many bytes. */
  take(): Uint8Array {
    this.held = this.count = 0;
    const length = this.byte() | (this.byte() << 8);
    const check = this.byte() | (this.byte() << 8);
    if ((length ^ check) !== 0xffff || this.at + length > this.bytes.length) throw new InflateError("a length that fits");
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }
}

const FIXED: [Codes, Codes] = [
  codesOf(Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))),
  codesOf(new Array(30).fill(5)),
];

function dynamicCodes(reader: BitReader): [Codes, Codes] {
  const [literals, distances, given] = [reader.bits(5) + 257, reader.bits(5) + 1, reader.bits(4) + 4];
  const own = new Uint8Array(19);
  for (let i = 0; i < given; i++) own[ORDER[i]!] = reader.bits(3);
  const codes = codesOf(own);
  const lengths = new Uint8Array(literals + distances);
  for (let i = 0; i < lengths.length; ) {
    const symbol = reader.symbol(codes);
    if (symbol < 16) {
      lengths[i++] = symbol;
      continue;
    }
    if (symbol === 16 && i === 0) throw new InflateError("a length to repeat, and there is none");
    const value = symbol === 16 ? lengths[i - 1]! : 0;
    const times = symbol === 16 ? 3 + reader.bits(2) : symbol === 17 ? 3 + reader.bits(3) : 11 + reader.bits(7);
    if (i + times > lengths.length) throw new InflateError("lengths that are too many");
    lengths.fill(value, i, i + times);
    i += times;
  }
  return [codesOf(lengths.subarray(0, literals)), codesOf(lengths.subarray(literals))];
}

/** The unpacked bytes, exactly as many as announced. @throws InflateError */
export function inflate(packed: Uint8Array, length: number): Uint8Array {
  const reader = new BitReader(packed);
  const result = new Uint8Array(length);
  let at = 0;
  const room = (more: number) => {
    if (at + more > length) throw new InflateError(`${length} bytes, and there are more`);
  };
  for (let last = 0; last === 0; ) {
    last = reader.bits(1);
    const type = reader.bits(2);
    if (type === 3) throw new InflateError("a block of a type that there is");
    if (type === 0) {
      const stored = reader.take();
      room(stored.length);
      result.set(stored, at);
      at += stored.length;
      continue;
    }
    const [literals, distances] = type === 1 ? FIXED : dynamicCodes(reader);
    for (let symbol = reader.symbol(literals); symbol !== 256; symbol = reader.symbol(literals)) {
      if (symbol < 256) {
        room(1);
        result[at++] = symbol;
        continue;
      }
      const span = LENGTHS[symbol - 257];
      if (span === undefined) throw new InflateError("a length that there is");
      const count = span.least + reader.bits(span.bits);
      const back = DISTANCES[reader.symbol(distances)];
      if (back === undefined) throw new InflateError("a distance that there is");
      const distance = back.least + reader.bits(back.bits);
      if (distance > at) throw new InflateError("bytes before the first");
      room(count);
      // What is copied may be what was just written.
      for (let i = 0; i < count; i++, at++) result[at] = result[at - distance]!;
    }
  }
  if (at !== length) throw new InflateError(`${length} bytes, and there are ${at}`);
  return result;
}
