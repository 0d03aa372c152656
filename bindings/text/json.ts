/**
 * JSON that is read exactly, or refused. JSON.parse alone takes the nearest double for a number and the last of several
 * equal keys. What it cannot have changed is told from the outside, at little cost; everything else is read once more,
 * sign by sign, for the place of what is wrong.
 */
import { isRevoked, viewOf } from "../values/arrays.js";
import { EpochInputError, MalformedJsonError } from "../errors.js";
import { fieldPath } from "./show.js";
import { decodeText } from "./decode.js";

/** No input of ours comes near; a host's stack does not bear just any number. */
export const MOST_LEVELS = 64;

/**
 * A value from its JSON text, or from the bytes of it; anything else is taken as parsed already. A number that becomes an
 * integer has to denote it to the last digit (1.0 and 1e2 do); a fraction becomes the nearest double.
 * @throws MalformedJsonError where the text is not JSON, or the bytes are not text
 * @throws EpochInputError where a number cannot be held, a key comes twice, or there are more than 64 levels
 */
export function parseJson(json: unknown): unknown {
  const text = textOf(json);
  if (text === null) return json;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new MalformedJsonError(`not JSON: ${(error as Error).message.slice(0, MOST_REASON)}`);
  }
  if (FRACTION.test(text) || keysOf(value) !== colonsIn(text)) refuseInexact(text);
  return value;
}

/** Characters of the host's own reason; some quote the text. */
const MOST_REASON = 200;

const BYTE_ORDER_MARK = "\ufeff";

function textOf(json: unknown): string | null {
  if (isRevoked(json)) return null;
  if (typeof json === "string") return json.startsWith(BYTE_ORDER_MARK) ? json.slice(1) : json;
  const isBuffer = Object.prototype.toString.call(json) === "[object ArrayBuffer]";
  const bytes = isBuffer ? new Uint8Array(json as ArrayBuffer) : viewOf(Uint8Array, json);
  return bytes === null ? null : decodeText(bytes);
}

/** All numbers with a fraction or an exponent look so, and some texts. */
const FRACTION = /\d[.eE]/;

/**
 * How many keys a value has in all its objects: as many as its text has colons, where none came twice and no text has a
 * colon in it. NaN where a number is one that may not be what was written, or the levels are too many.
 */
function keysOf(value: unknown, level = 0): number {
  if (typeof value === "number") return Number.isSafeInteger(value) && !Object.is(value, -0) ? 0 : NaN;
  if (typeof value !== "object" || value === null) return 0;
  return level < MOST_LEVELS ? keysIn(value, level + 1) : NaN;
}

// Measured: what is no object is looked at here, without a call, and the keys are gone through one by one.
function keysIn(value: object, level: number): number {
  let keys = 0;
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) if (typeof value[i] !== "string") keys += keysOf(value[i], level);
  } else {
    for (const key in value) keys += 1 + keysOf((value as Record<string, unknown>)[key], level);
  }
  return keys;
}

function colonsIn(text: string): number {
  let colons = 0;
  for (let at = text.indexOf(":"); at >= 0; at = text.indexOf(":", at + 1)) colons++;
  return colons;
}

const TOKEN = /["{}[\],]|-?\d[-+.\deE]*/g;

/**
 * The texts, numbers, brackets and commas of a text that is JSON. A text is gone to the end of by hand, as an expression
 * for all of one needs a stack as high as it is long.
 */
function* tokensOf(text: string): Generator<string> {
  const next = new RegExp(TOKEN);
  for (let found = next.exec(text); found !== null; found = next.exec(text)) {
    if (found[0] !== '"') {
      yield found[0];
      continue;
    }
    let end = found.index;
    do end = text.indexOf('"', end + 1);
    while (isEscaped(text, end));
    yield text.slice(found.index, end + 1);
    next.lastIndex = end + 1;
  }
}

function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === "\\") before--;
  return (at - before) % 2 === 1;
}

/** An object or array that is being read, and where in it. */
interface Level {
  /** null in an array */
  keys: Set<string> | null;
  key: string;
  index: number;
}

/** @throws EpochInputError at the first number or key of a text, JSON as a whole, that JSON.parse has not kept */
function refuseInexact(text: string): void {
  const levels: Level[] = [];
  const path = () => levels.reduce((place, { keys, key, index }) => (keys === null ? `${place}[${index}]` : fieldPath(place, key)), "");
  let keyNext = false;
  for (const token of tokensOf(text)) {
    const level = levels.at(-1);
    switch (token[0]) {
      case "{":
      case "[":
        if (levels.length === MOST_LEVELS) throw new EpochInputError(path(), `at most ${MOST_LEVELS} levels of objects and arrays`, "more");
        levels.push({ keys: token === "{" ? new Set() : null, key: "", index: 0 });
        keyNext = token === "{";
        break;
      case "}":
      case "]":
        levels.pop();
        keyNext = false;
        break;
      case ",":
        level!.index++;
        keyNext = level!.keys !== null;
        break;
      case '"': {
        if (!keyNext) break;
        keyNext = false;
        level!.key = JSON.parse(token) as string;
        if (level!.keys!.has(level!.key)) throw new EpochInputError(path(), "each key once", level!.key);
        level!.keys!.add(level!.key);
        break;
      }
      default:
        if (!isExact(token)) throw new EpochInputError(path(), `a number that holds what is written (${shortened(token)})`, Number(token));
    }
  }
}

function shortened(token: string): string {
  return token.length > 40 ? `${token.slice(0, 40)}…` : token;
}

/** Whether a number's text denotes the integer that it becomes; fractions may be rounded. */
function isExact(token: string): boolean {
  const value = Number(token);
  if (!Number.isInteger(value)) return Number.isFinite(value);
  // As whoever holds this very number writes it, from 1e21 on. No field holds it, and each says what it would hold.
  if (String(value) === token.replace(/[eE](?=\d)/, "e+")) return true;
  const [, sign, whole, fraction = "", exponent = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE](.+))?$/.exec(token)!;
  const digits = (whole! + fraction).replace(/^0+/, "");
  if (digits === "") return sign === "";
  const significant = digits.replace(/0+$/, "");
  const power = Number(exponent) - fraction.length + digits.length - significant.length;
  return power >= 0 && BigInt(sign + significant) * 10n ** BigInt(power) === BigInt(value);
}
