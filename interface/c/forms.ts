/** The forms of values with the names that C needs and a wire does not have: those of objects' fields, and of arrays' items. */
import type { Quantities, Quantity } from "../../bindings/boundary/quantities.js";
import { jsonName } from "../../bindings/boundary/quantities.js";
import { ROWS_FIELDS, shapeOf, structOf, valueOffset, type Scalar, type Wire } from "../../bindings/boundary/wire.js";

export interface Member {
  /** as the JSON form has it; of an array's item what the description calls it */
  readonly name: string;
  readonly form: Form;
  readonly offset: number;
  readonly unit: string;
  readonly quantity?: Quantity<any>;
}

interface Size {
  readonly size: number;
  readonly align: number;
}

export type Form = Size &
  (
    | { readonly as: Scalar | "text" }
    | { readonly as: "constant"; readonly value: string }
    | { readonly as: "choice"; readonly choices: readonly string[]; readonly name: string }
    | { readonly as: "oneOf"; readonly numbers: readonly number[] }
    | { readonly as: "optional" | "sometimes"; readonly of: Form; readonly valueOffset: number }
    | { readonly as: "list"; readonly of: Form }
    /** `perUid`: of as many items as there are uids */
    | { readonly as: "vector"; readonly of: Form; readonly perUid: boolean }
    | { readonly as: "rows"; readonly of: "u16" | "i64"; readonly members: readonly Member[] }
    | { readonly as: "record" | "tuple"; readonly members: readonly Member[] }
  );

/** What the text of a type says of its items: "list of [netuid, value]", "[uid, [[netuid, weight], ...]]". */
function itemText(text: string): string {
  if (text.startsWith("list of ")) return text.slice("list of ".length);
  return text.endsWith(", ...]") ? text.slice(1, -", ...]".length) : text;
}

/** What stands between the commas of "[id, [take, rest]]", but for those further inside. */
function partsOf(text: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const character of text.slice(1, -1)) {
    if (character === "[") depth++;
    if (character === "]") depth--;
    if (character === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += character;
  }
  return parts.map((part) => part.trim());
}

const WORD = /^[a-z]\w*$/i;

/** `text`: what the description calls the value's type. */
function formOf(wire: Wire, text: string, name: string, quantity?: Quantity<any>): Form {
  const size = shapeOf(wire);
  switch (wire.as) {
    case "constant":
      return { ...size, as: wire.as, value: wire.value };
    case "choice":
      return { ...size, as: wire.as, choices: wire.choices, name };
    case "oneOf":
      return { ...size, as: wire.as, numbers: wire.numbers };
    case "optional":
    case "sometimes":
      return {
        ...size,
        as: wire.as,
        of: formOf(wire.of, text.replace(/ or null$/, ""), name, quantity),
        valueOffset: valueOffset(wire.of),
      };
    case "list":
      return { ...size, as: wire.as, of: formOf(wire.of, itemText(text), name, quantity) };
    case "vector":
      return { ...size, as: wire.as, of: formOf({ as: wire.of }, wire.of, name), perUid: quantity !== undefined && isPerUid(quantity) };
    case "rows":
      return { ...size, as: wire.as, of: wire.of, members: rowsMembers(wire.of) };
    case "tuple":
      return { ...size, as: wire.as, members: itemsOf(wire.of, partsOf(text), quantity) };
    case "record":
      return { ...size, as: wire.as, members: membersOf(quantity!.fields!) };
    default:
      return { ...size, as: wire.as };
  }
}

function rowsMembers(of: "u16" | "i64"): Member[] {
  const fields = ROWS_FIELDS(of);
  const { offsets } = structOf(fields.map(({ wire }) => wire));
  return fields.map(({ name, wire }, i) => ({ name, form: formOf(wire, "", name), offset: offsets[i]!, unit: "" }));
}

/** Whether none is refused where there is a uid. */
function isPerUid(quantity: Quantity<any>): boolean {
  try {
    quantity.fromJson([], "", 1);
    return false;
  } catch {
    return true;
  }
}

function itemsOf(wires: readonly Wire[], texts: readonly string[], quantity?: Quantity<any>): Member[] {
  const { offsets } = structOf(wires);
  return wires.map((wire, i) => {
    const name = WORD.test(texts[i]!) ? texts[i]! : "items";
    return { name, form: formOf(wire, texts[i]!, name, quantity), offset: offsets[i]!, unit: "" };
  });
}

function membersOf(quantities: Quantities): Member[] {
  const entries = Object.entries(quantities);
  const { offsets } = structOf(entries.map(([, { wire }]) => wire));
  return entries.map(([key, quantity], i) => {
    const name = jsonName(key, quantity);
    return { name, form: formOf(quantity.wire, quantity.type, name, quantity), offset: offsets[i]!, unit: quantity.scale, quantity };
  });
}

export function recordOf(quantities: Quantities): Form & { as: "record" } {
  const size = structOf(Object.values(quantities).map(({ wire }) => wire));
  return { as: "record", size: size.size, align: size.align, members: membersOf(quantities) };
}
