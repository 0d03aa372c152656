/** Places and values as messages show them. */

/** Where a field of `path` is: kappa, mechanisms[0].kappa, or path["a b"] where the key is no plain word. */
export function fieldPath(path: string, key: string): string {
  if (!/^[\w$-]{1,60}$/.test(key)) return `${path}[${show(key)}]`;
  return path === "" ? key : `${path}.${key}`;
}

const SHOWN_LENGTH = 60;
/** What a cut leaves of a character of two units. */
const HALF_CHARACTER = /[\ud800-\udbff]$/;
const SHOWN_ELEMENTS = 4;
const SHOWN_BITS = 256;

/** A value for whoever reads the message; neither its length nor the work grows with the value. */
export function show(value: unknown): string {
  let text: string;
  try {
    text = preview(value, SHOWN_LENGTH);
  } catch {
    // A getter or a proxy may throw whatever it likes.
    text = "an object that cannot be read";
  }
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH).replace(HALF_CHARACTER, "")}…` : text;
}

/** More than `room` characters where there is more to show. */
function preview(value: unknown, room: number): string {
  if (value === undefined) return "nothing";
  if (typeof value === "string") return JSON.stringify(value.slice(0, room + 1));
  if (typeof value === "function" || typeof value === "symbol") return `a ${typeof value}`;
  if (typeof value === "bigint" && BigInt.asIntN(SHOWN_BITS, value) !== value) return `an integer of more than ${SHOWN_BITS} bits`;
  if (typeof value !== "object" || value === null) return String(value);
  if (room <= 0) return "…";
  const kind = Object.prototype.toString.call(value).slice("[object ".length, -1);
  if (Array.isArray(value)) return value.length > SHOWN_ELEMENTS ? `an array of length ${value.length}` : previewArray(value, room);
  if (ArrayBuffer.isView(value)) return `${kind} of length ${(value as Partial<Uint8Array>).length ?? value.byteLength}`;
  return kind === "Object" ? previewObject(value, room) : `a ${kind}`;
}

function previewArray(items: readonly unknown[], room: number): string {
  let text = "[";
  for (const item of items) text += `${text === "[" ? "" : ","}${preview(item, room - text.length)}`;
  return `${text}]`;
}

function previewObject(value: object, room: number): string {
  let text = "{";
  for (const key in value) {
    if (text.length > room) break;
    text += `${text === "{" ? "" : ","}${preview(key, room - text.length)}:`;
    text += preview((value as Record<string, unknown>)[key], room - text.length);
  }
  return `${text}}`;
}
