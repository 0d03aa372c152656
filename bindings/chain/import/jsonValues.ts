import { AccountId } from "@polkadot-api/substrate-bindings";
import { EpochInputError } from "../../errors.js";
import { isArray } from "../../values/arrays.js";
import { bytesOf, isHex, littleEndian } from "../bytes.js";

/**
 * Values as polkadot-js writes them, in the chain's own bytes: toJSON has a number, above 52 bits "0x" and the bytes highest first; toHuman
 * has texts with commas. chain-reading.md 7
 */

const WIDTHS: Readonly<Record<string, number>> = { u8: 1, u16: 2, i16: 2, u32: 4, u64: 8 };

const DECIMAL = /^-?\d{1,3}(,\d{3}){0,7}$|^-?\d{1,20}$/;

const addressOf = /* @__PURE__ */ AccountId();

function integer(shape: string, value: unknown, path: string): Uint8Array {
  const width = WIDTHS[shape]!;
  let number: bigint | null = null;
  if (typeof value === "number" && Number.isSafeInteger(value)) number = BigInt(value);
  else if (isHex(value) && value.length > 2 && value.length <= 18) number = BigInt(value);
  else if (typeof value === "string" && DECIMAL.test(value)) number = BigInt(value.replaceAll(",", ""));
  const bits = 8 * width;
  const fits = number !== null && (shape === "i16" ? BigInt.asIntN(bits, number) === number : BigInt.asUintN(bits, number) === number);
  if (!fits) throw new EpochInputError(path, `a ${shape}`, value);
  return littleEndian(BigInt.asUintN(bits, number!), width);
}

/** 32 bytes of "0x..." or of an address. @throws EpochInputError */
export function accountBytes(value: unknown, path: string): Uint8Array {
  if (isHex(value) && value.length === 66) return bytesOf(value);
  if (typeof value === "string" && value.length <= 60) {
    try {
      return addressOf.enc(value);
    } catch {
      // Said below, as of whatever else is no account.
    }
  }
  throw new EpochInputError(path, "an account, as 0x and 64 digits or as an address", value);
}

function compact(count: number): Uint8Array {
  if (count < 64) return littleEndian(count << 2, 1);
  return count < 2 ** 14 ? littleEndian((count << 2) | 1, 2) : littleEndian(count * 4 + 2, 4);
}

function list(value: unknown, path: string): readonly unknown[] {
  if (!isArray(value)) throw new EpochInputError(path, "a list", value);
  return value;
}

/** A value in the encoding of its type, which is one of those that the items have. @throws EpochInputError */
export function encodeJson(shape: string, value: unknown, path: string): Uint8Array {
  const parts: Uint8Array[] = [];
  encodeInto(parts, shape, value, path);
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function encodeInto(parts: Uint8Array[], shape: string, value: unknown, path: string): void {
  const inner = /^Vec<(.*)>$/.exec(shape)?.[1];
  if (inner === "u8") {
    if (!isHex(value)) throw new EpochInputError(path, "bytes as 0x and two digits each", value);
    const bytes = bytesOf(value);
    parts.push(compact(bytes.length), bytes);
  } else if (inner !== undefined) {
    const items = list(value, path);
    parts.push(compact(items.length));
    for (let i = 0; i < items.length; i++) encodeInto(parts, inner, items[i], `${path}[${i}]`);
  } else if (shape.startsWith("(")) {
    const members = shape.slice(1, -1).split(", ");
    const items = list(value, path);
    if (items.length !== members.length) throw new EpochInputError(path, `${members.length} values`, value);
    members.forEach((member, i) => encodeInto(parts, member, items[i], `${path}[${i}]`));
  } else if (shape === "bool") {
    if (typeof value !== "boolean") throw new EpochInputError(path, "true or false", value);
    parts.push(Uint8Array.of(Number(value)));
  } else if (shape === "account" || shape === "[u8; 32]") parts.push(accountBytes(value, path));
  else parts.push(integer(shape, value, path));
}
