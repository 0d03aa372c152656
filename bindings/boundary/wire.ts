/**
 * How a value lies in memory by the interface of the WebAssembly modules, version 1: docs/interface.md. The shape of a
 * message follows from the description of its fields by four rules, and from nothing else.
 */

/** A form of a value in memory. */
export type Wire =
  | { readonly as: Scalar }
  /** nothing: it is always this */
  | { readonly as: "constant"; readonly value: string }
  /** u8, the position among the choices */
  | { readonly as: "choice"; readonly choices: readonly string[] }
  /** u16, one of the numbers */
  | { readonly as: "oneOf"; readonly numbers: readonly number[] }
  /** a flag, and the value behind it: null where the flag is 0 */
  | { readonly as: "optional"; readonly of: Wire }
  /** the same of a field that is left out where the flag is 0 */
  | { readonly as: "sometimes"; readonly of: Wire }
  /** u32 offset and u32 count of items that lie one behind another */
  | { readonly as: "list"; readonly of: Wire }
  /** the same of plain numbers, as a typed array */
  | { readonly as: "vector"; readonly of: Element }
  /** three vectors: u32 starts (one more than there are rows), u16 uids, values */
  | { readonly as: "rows"; readonly of: "u16" | "i64" }
  /** a list of bytes in UTF-8 */
  | { readonly as: "text" }
  | { readonly as: "tuple"; readonly of: readonly Wire[] }
  | { readonly as: "record"; readonly fields: readonly WireField[] };

export interface WireField {
  readonly name: string;
  readonly wire: Wire;
}

/** `spec`: a rule set by the number in its name, u16. `coinbase`: 128 bits, signed up to spec 260 by the input's `ruleSet`. */
export type Scalar = "boolean" | "u16" | "i32" | "u32" | "u64" | "i64" | "i128" | "u128" | "coinbase" | "bytes32" | "spec";

export type Element = "boolean" | "u16" | "u32" | "u64" | "i64";

export interface Shape {
  readonly size: number;
  readonly align: number;
}

const SCALARS: Readonly<Record<Scalar, Shape>> = {
  boolean: { size: 1, align: 1 },
  u16: { size: 2, align: 2 },
  i32: { size: 4, align: 4 },
  u32: { size: 4, align: 4 },
  u64: { size: 8, align: 8 },
  i64: { size: 8, align: 8 },
  i128: { size: 16, align: 8 },
  u128: { size: 16, align: 8 },
  coinbase: { size: 16, align: 8 },
  bytes32: { size: 32, align: 1 },
  spec: { size: 2, align: 2 },
};

/** An offset and a count. */
const REFERENCE: Shape = { size: 8, align: 4 };

/** Where lists begin: at multiples of this. */
export const LIST_ALIGN = 8;

export function aligned(offset: number, align: number): number {
  return Math.ceil(offset / align) * align;
}

export const ROWS_FIELDS = (of: "u16" | "i64"): readonly WireField[] => [
  { name: "starts", wire: { as: "vector", of: "u32" } },
  { name: "uids", wire: { as: "vector", of: "u16" } },
  { name: "values", wire: { as: "vector", of } },
];

/** Size and alignment of a value where it stands; what its lists hold lies elsewhere. */
export function shapeOf(wire: Wire): Shape {
  switch (wire.as) {
    case "constant":
      return { size: 0, align: 1 };
    case "choice":
      return SCALARS.boolean;
    case "oneOf":
      return SCALARS.u16;
    case "optional":
    case "sometimes": {
      const { size, align } = shapeOf(wire.of);
      return { size: aligned(valueOffset(wire.of) + size, align), align };
    }
    case "list":
    case "vector":
    case "text":
      return REFERENCE;
    case "rows":
      return structOf(ROWS_FIELDS(wire.of).map((field) => field.wire));
    case "tuple":
      return structOf(wire.of);
    case "record":
      return structOf(wire.fields.map((field) => field.wire));
    default:
      return SCALARS[wire.as];
  }
}

/** Where the value of an optional one lies behind its flag. */
export function valueOffset(of: Wire): number {
  return shapeOf(of).align;
}

/** Values one behind another, each at the next multiple of its alignment, as C lays out a struct. */
export function structOf(wires: readonly Wire[]): Shape & { readonly offsets: readonly number[] } {
  let size = 0;
  let align = 1;
  const offsets = wires.map((wire) => {
    const shape = shapeOf(wire);
    const offset = aligned(size, shape.align);
    size = offset + shape.size;
    align = Math.max(align, shape.align);
    return offset;
  });
  return { size: aligned(size, align), align, offsets };
}

/** Of an element of a vector. */
export function elementSize(element: Element): number {
  return SCALARS[element].size;
}
