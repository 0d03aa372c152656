/** The memory of a pool's messages. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { EpochSizeError } from "../bindings/errors.js";
import { MessageMemory } from "../bindings/pool/messageMemory.js";

afterEach(() => void vi.unstubAllGlobals());

describe("the memory of messages", () => {
  it.each([
    ["shared where the host has it", {}, SharedArrayBuffer],
    ["shared in a page that is isolated", { crossOriginIsolated: true }, SharedArrayBuffer],
    ["a worker's own in a page that is not", { crossOriginIsolated: false }, ArrayBuffer],
    ["a worker's own where there is nothing to share", { SharedArrayBuffer: undefined }, ArrayBuffer],
  ])("is %s", (_, globals, kind) => {
    for (const [name, value] of Object.entries(globals)) vi.stubGlobal(name, value);
    expect(new MessageMemory(1).take(8)).toBeInstanceOf(kind);
  });

  it("is used again where it suffices, and replaced where it does not", () => {
    const memory = new MessageMemory(2);
    const [small, large] = [memory.take(8), memory.take(64)];
    expect([small.byteLength, large.byteLength]).toEqual([8, 64]);
    memory.giveBack(small);
    memory.giveBack(large);
    expect(memory.take(16)).toBe(large);
    const larger = memory.take(128);
    expect(larger.byteLength).toBe(128);
    memory.giveBack(large);
    memory.giveBack(larger);
    expect([memory.take(1), memory.take(1)]).toEqual([larger, large]);
  });

  it("is kept up to a number, and no more", () => {
    const memory = new MessageMemory(1);
    const [one, other] = [memory.take(8), memory.take(8)];
    memory.giveBack(one);
    memory.giveBack(other);
    expect(memory.take(8)).toBe(one);
    expect(memory.take(8)).not.toBe(other);
  });

  it("that the host does not have is an error of size", () => {
    expect(() => new MessageMemory(1).take(2 ** 53)).toThrow(EpochSizeError);
    expect(() => new MessageMemory(1).take(2 ** 53)).toThrow("the host has no memory for a copy of 9007199254740992 bytes");
  });
});
