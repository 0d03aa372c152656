import { isRevoked } from "../values/arrays.js";
import { EpochInputError } from "../errors.js";
import { readFields, type Fields } from "./input.js";
import { jsonName, recordWire, type Described, type Quantities, type Quantity } from "./quantities.js";
import { fieldPath } from "../text/show.js";

/** An object. Its JSON has the order of the fields, whatever the order of the value. */
export function record<T extends object>(fields: Described<T>): Quantity<Required<T>> {
  const described = Object.entries(fields as Quantities);
  const inJson: Fields<Record<string, unknown>> = Object.fromEntries(described.map(([name, kind]) => [jsonName(name, kind), kind]));
  return {
    type: "object",
    scale: "",
    wire: recordWire(fields as Quantities),
    fields: fields as Quantities,
    fromJson(value, path) {
      const read = readFields(inJson, value, path, "fromJson", 0);
      return Object.fromEntries(described.map(([name, kind]) => [name, read[jsonName(name, kind)]])) as Required<T>;
    },
    check(value, path) {
      refuseNamesOfJson(described, value, path);
      return readFields(fields as unknown as Fields<T>, value, path, "check", 0);
    },
    toJson(value) {
      const from = value as Record<string, unknown>;
      return Object.fromEntries(
        described.flatMap(([name, kind]) => (from[name] === undefined ? [] : [[jsonName(name, kind), kind.toJson(from[name])]])),
      );
    },
  };
}

/** A name that leaves the format out may stand for a value of another scale. */
function refuseNamesOfJson(described: readonly [string, Quantity<any>][], value: unknown, path: string): void {
  if (typeof value !== "object" || value === null || isRevoked(value)) return;
  for (const [name, kind] of described) {
    const bare = jsonName(name, kind);
    if (bare === name || !Object.hasOwn(value, bare)) continue;
    const unlike = kind.unlike === undefined ? "" : `; ${kind.unlike}`;
    throw new EpochInputError(fieldPath(path, bare), `${name} (${kind.scale}${unlike})`, bare);
  }
}
