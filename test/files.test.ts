import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { MalformedJsonError } from "../bindings/errors.js";
import { readLines, readText } from "../bindings/files/read.js";
import { FileError } from "../bindings/files/errors.js";
import { MOST_LINE_BYTES, linesOf } from "../bindings/files/lines.js";

const folder = mkdtempSync(join(tmpdir(), "yuma-files-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(bytes: Uint8Array | string): string {
  const path = join(folder, "file");
  writeFileSync(path, bytes);
  return path;
}

async function all<T>(source: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of source) items.push(item);
  return items;
}

async function lines(bytes: Uint8Array | string): Promise<unknown[]> {
  return all(readLines(file(bytes)));
}

const utf16 = (text: string) => Buffer.from(text, "utf16le");

const TEXT = "one\ntwo ü 🦀\r\n\nlast";

/** [what, bytes] of the same text */
const FORMS: [string, Uint8Array][] = [
  ["UTF-8", Buffer.from(TEXT)],
  ["UTF-8 with a byte order mark", Buffer.from(`\ufeff${TEXT}`)],
  ["UTF-16, little endian", utf16(`\ufeff${TEXT}`)],
  ["UTF-16, big endian", utf16(`\ufeff${TEXT}`).swap16()],
];

describe("a text", () => {
  it.each(FORMS)("in %s, packed or not", async (_, bytes) => {
    for (const stored of [bytes, gzipSync(bytes)]) {
      expect(readText(file(stored))).toBe(TEXT);
      expect(await lines(stored)).toEqual(["one", "two ü 🦀", "", "last"]);
    }
  });

  it.each(FORMS)("in %s, that comes byte by byte", async (_, bytes) => {
    async function* one() {
      for (const byte of bytes) yield Uint8Array.of(byte);
    }
    expect(await all(linesOf(one()))).toEqual(["one", "two ü 🦀", "", "last"]);
  });

  it("of nothing has no lines", async () => {
    expect(await lines("")).toEqual([]);
    expect(await lines("\ufeff")).toEqual([]);
    expect(await lines("\n\n")).toEqual(["", ""]);
  });

  it("in another encoding is refused, and named with its file", async () => {
    for (const bytes of [utf16(TEXT), utf16(TEXT).swap16()]) {
      expect(() => readText(file(bytes))).toThrow(/file: not UTF-8, but what may be UTF-16/);
      await expect(lines(bytes)).rejects.toThrow(/file: not UTF-8, but what may be UTF-16/);
    }
    expect(() => readText(file(Buffer.from([0x61, 0xff])))).toThrow(/file: cannot be read as UTF-8/);
    await expect(lines(utf16(`\ufeff${TEXT}`).subarray(0, -1))).rejects.toThrow(FileError);
  });

  it("whose lines are not all text has the others", async () => {
    const found = await lines(Buffer.concat([Buffer.from("one\n"), Buffer.from([0xc3, 0x28, 10]), Buffer.from("three")]));
    expect(found).toEqual(["one", expect.any(MalformedJsonError), "three"]);
    expect((found[1] as Error).message).toContain("cannot be read as UTF-8");
  });

  it("whose lines are not all short has the others", async () => {
    async function* long() {
      yield Buffer.from("one\n");
      const chunk = new Uint8Array(2 ** 24).fill(0x61);
      for (let length = 0; length <= MOST_LINE_BYTES; length += chunk.length) yield chunk;
      yield Buffer.from("\nthree");
    }
    const found = await all(linesOf(long()));
    expect(found).toEqual(["one", expect.any(MalformedJsonError), "three"]);
    expect((found[1] as Error).message).toBe("a line of more than 268435456 bytes");
  });
});

describe("a text that is too long", () => {
  it("is refused before it is read to the end, packed or not", () => {
    const most = 100_000;
    expect(readText(file(" ".repeat(most)), most)).toHaveLength(most);
    expect(() => readText(file(" ".repeat(most + 1)), most)).toThrow(/file: holds more than 100000 bytes$/);
    const packed = gzipSync(Buffer.alloc(100 * most));
    expect(packed.length).toBeLessThan(most);
    expect(() => readText(file(packed), most)).toThrow(/file: holds more than 100000 bytes when it is unpacked$/);
  });

  it.skipIf(process.platform === "win32")("ends where a device does not", () => {
    expect(() => readText("/dev/zero", 1_000_000)).toThrow("/dev/zero: holds more than 1000000 bytes");
  });
});
