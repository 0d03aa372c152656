import type { LookupEntry } from "@polkadot-api/metadata-builders";

type Entry = LookupEntry;

const MOST_LEVELS = 12;

/**
 * A type as short text, by what its bytes are: `u16`, `Vec<(u16, u16)>`, `account`. Types of one field are that field, so that
 * a proportion that became a type of its own is still a u16.
 */
export function shapeOf(entry: Entry, level = 0): string {
  if (level > MOST_LEVELS) return "deep";
  const inner = (one: Entry) => shapeOf(one, level + 1);
  switch (entry.type) {
    case "primitive":
      return entry.value;
    case "void":
      return "()";
    case "AccountId32":
      return "account";
    case "AccountId20":
      return "account20";
    case "compact":
      return `compact ${entry.isBig || entry.size === "u256" ? "big" : entry.size}`;
    case "bitSequence":
      return "bits";
    case "sequence":
      return `Vec<${inner(entry.value)}>`;
    case "array":
      return arrayShape(inner(entry.value), entry.len);
    case "tuple":
      return tupleShape(entry.value.map(inner));
    case "struct":
      return tupleShape(Object.values(entry.value).map(inner));
    case "option":
      return `Option<${inner(entry.value)}>`;
    case "result":
      return "result";
    case "enum":
      return `enum(${Object.entries(entry.value)
        .map(([name, { idx }]) => `${idx} ${name}`)
        .join(", ")})`;
  }
}

/** Some libraries give a short tuple of equals as an array. */
function arrayShape(item: string, length: number): string {
  if (item === "u8") return `[u8; ${length}]`;
  return length <= 8 ? tupleShape(Array.from({ length }, () => item)) : `[${item}; ${length}]`;
}

function tupleShape(parts: readonly string[]): string {
  return parts.length === 1 ? parts[0]! : `(${parts.join(", ")})`;
}
