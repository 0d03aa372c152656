import { bytesToHex, hexToBytes } from "@noble/hashes/utils.js";

const HEX = /^0x[0-9a-fA-F]*$/;

/** Digits are looked at one by one, as an expression for pairs of them needs a stack as high as the text is long. */
export function isHex(value: unknown): value is string {
  return typeof value === "string" && value.length % 2 === 0 && HEX.test(value);
}

/** The bytes of "0x" and two digits each. */
export function bytesOf(hex: string): Uint8Array {
  return hexToBytes(hex.slice(2));
}

export function hexOf(bytes: Uint8Array): string {
  return `0x${bytesToHex(bytes)}`;
}

/** The integer of so many bytes, the lowest first. */
export function littleEndian(value: bigint | number, bytes: number): Uint8Array {
  const result = new Uint8Array(bytes);
  for (let i = 0, rest = BigInt(value); i < bytes; i++, rest >>= 8n) result[i] = Number(rest & 0xffn);
  return result;
}
