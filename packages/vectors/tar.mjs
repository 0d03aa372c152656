/** An archive whose bytes follow from its files alone: no time, no owner, and no compression that a library may do otherwise. */
import { crc32 } from "node:zlib";

const BLOCK = 512;

/** A number of so many digits, octal, with the end that tar has. */
const octal = (value, digits) => `${value.toString(8).padStart(digits, "0")}\0`;

function header(path, size) {
  if (Buffer.byteLength(path) > 100) throw new Error(`too long for a name in tar: ${path}`);
  const block = Buffer.alloc(BLOCK);
  block.write(path, 0);
  block.write(octal(0o644, 7), 100);
  block.write(octal(0, 7), 108);
  block.write(octal(0, 7), 116);
  block.write(octal(size, 11), 124);
  block.write(octal(0, 11), 136);
  block.write(" ".repeat(8), 148);
  block.write("0", 156);
  block.write("ustar\x0000", 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${octal(sum, 6)} `, 148);
  return block;
}

/** @param {ReadonlyMap<string, Buffer>} files by their paths in the archive */
export function tar(files) {
  const parts = [...files.keys()].sort().flatMap((path) => {
    const contents = files.get(path);
    return [header(path, contents.length), contents, Buffer.alloc(-contents.length & (BLOCK - 1))];
  });
  return Buffer.concat([...parts, Buffer.alloc(2 * BLOCK)]);
}

/** The most bytes that a stored block of deflate holds. */
const MOST_STORED = 65_535;

/** gzip that stores: what is in the archive is packed already. */
export function stored(bytes) {
  const blocks = [];
  for (let start = 0; start < bytes.length; start += MOST_STORED) {
    const part = bytes.subarray(start, start + MOST_STORED);
    const head = Buffer.alloc(5);
    head.writeUInt8(Number(start + part.length === bytes.length), 0);
    head.writeUInt16LE(part.length, 1);
    head.writeUInt16LE(~part.length & 0xffff, 3);
    blocks.push(head, part);
  }
  const end = Buffer.alloc(8);
  end.writeUInt32LE(crc32(bytes), 0);
  end.writeUInt32LE(bytes.length, 4);
  // Deflate, no flags, no time, an operating system that is not said.
  return Buffer.concat([Buffer.of(0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255), ...blocks, end]);
}
