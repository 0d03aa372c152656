/** What the kernels know of the messages: offsets as constants, and a table of what a message can be wrong in. */
import { MOST_CELLS, MOST_VALUES } from "../bindings/boundary/limits.js";
import type { ModuleFunction } from "../bindings/interface/moduleFunction.js";
import { ROWS_FIELDS, shapeOf, structOf, valueOffset, type Wire, type WireField } from "../bindings/boundary/wire.js";
import { recordWire } from "../bindings/boundary/quantities.js";
import { RULE_SETS, RULE_WORDS, RULE_SET_IDS } from "../bindings/ruleSets/ruleSets.js";

/** The steps of `check.ts`, each with its operands behind it. */
const STEPS = { plain: 0, boolean: 1, choice: 2, oneOf: 3, optional: 4, list: 5, record: 6 } as const;

const u16 = (value: number) => [value & 0xff, value >> 8];

function fieldsOf(wire: Wire): readonly WireField[] | null {
  if (wire.as === "record") return wire.fields;
  if (wire.as === "rows") return ROWS_FIELDS(wire.of);
  return wire.as === "tuple" ? wire.of.map((of, i) => ({ name: String(i), wire: of })) : null;
}

function checks(wire: Wire): number[] {
  const fields = fieldsOf(wire);
  if (fields !== null) {
    const { offsets } = structOf(fields.map((field) => field.wire));
    const steps = fields.map((field, i) => {
      const step = checks(field.wire);
      return [...u16(offsets[i]!), ...u16(step.length), ...step];
    });
    return steps.every(([, , , , step]) => step === STEPS.plain) ? [STEPS.plain] : [STEPS.record, fields.length, ...steps.flat()];
  }
  switch (wire.as) {
    case "boolean":
      return [STEPS.boolean];
    case "choice":
      return [STEPS.choice, wire.choices.length];
    case "oneOf":
      return [STEPS.oneOf, wire.numbers.length, ...wire.numbers.flatMap(u16)];
    case "optional":
    case "sometimes":
      return [STEPS.optional, valueOffset(wire.of), ...checks(wire.of)];
    case "list":
      return [STEPS.list, ...u16(shapeOf(wire.of).size), ...checks(wire.of)];
    case "vector":
      return [STEPS.list, ...u16(shapeOf({ as: wire.of }).size), ...(wire.of === "boolean" ? [STEPS.boolean] : [STEPS.plain])];
    case "text":
      return [STEPS.list, ...u16(1), STEPS.plain];
    default:
      return [STEPS.plain];
  }
}

/** The top record keeps its fields, whose numbers errors name. */
function topChecks(fields: readonly WireField[]): number[] {
  const { offsets } = structOf(fields.map(({ wire }) => wire));
  const steps = fields.map(({ wire }, i) => {
    const step = checks(wire);
    return [...u16(offsets[i]!), ...u16(step.length), ...step];
  });
  return [STEPS.record, fields.length, ...steps.flat()];
}

function constantName(...parts: readonly string[]): string {
  return parts.map((part) => part.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toUpperCase()).join("_");
}

function constant(name: string, value: number): string {
  return `// @ts-ignore: decorator\n@inline\nexport const ${name}: usize = ${value};`;
}

function offsetsOf(prefix: string, fields: readonly WireField[], base = 0): string[] {
  const { offsets } = structOf(fields.map(({ wire }) => wire));
  return fields.flatMap(({ name, wire }, i) => [
    constant(constantName(prefix, name), base + offsets[i]!),
    ...innerOffsets(constantName(prefix, name), wire, base + offsets[i]!),
  ]);
}

/** Of what is in a value: from the message's struct, or within an item of a list. */
function innerOffsets(prefix: string, wire: Wire, at: number): string[] {
  const fields = fieldsOf(wire);
  if (fields !== null) return offsetsOf(prefix, fields, at);
  if (wire.as === "optional" || wire.as === "sometimes") {
    const value = at + valueOffset(wire.of);
    return [constant(`${prefix}_VALUE`, value), ...innerOffsets(prefix, wire.of, value)];
  }
  if (wire.as !== "list") return [];
  const item = wire.of.as === "list" ? `${prefix}_ITEM` : prefix;
  return [constant(`${prefix}_SIZE`, shapeOf(wire.of).size), ...innerOffsets(item, wire.of, 0)];
}

const topWire = (fields: ModuleFunction["input"]) => (recordWire(fields) as { fields: readonly WireField[] }).fields;

function functionText({ name, number, input, output }: ModuleFunction): string {
  const prefix = constantName(name);
  const [inputFields, outputFields] = [topWire(input), topWire(output)];
  const steps = topChecks(inputFields);
  return [
    `// ${name}`,
    `// @ts-ignore: decorator\n@inline\nexport const ${prefix}: u32 = ${number};`,
    constant(`${prefix}_IN_SIZE`, structOf(inputFields.map(({ wire }) => wire)).size),
    ...offsetsOf(`${prefix}_IN`, inputFields),
    ...inputFields.map(
      (field, i) => `// @ts-ignore: decorator\n@inline\nexport const ${constantName(prefix, "FIELD", field.name)}: u32 = ${i + 1};`,
    ),
    constant(`${prefix}_OUT_SIZE`, structOf(outputFields.map(({ wire }) => wire)).size),
    ...offsetsOf(`${prefix}_OUT`, outputFields),
    `export const ${prefix}_CHECKS: usize = memory.data<u8>([${steps.join(", ")}]);`,
  ].join("\n");
}

const MADE = "// Made by interface/generate.ts of the descriptions in bindings/.";
const HEADER = `${MADE} Offsets of values in their structs, in bytes.\n`;

/** assembly/interface/layouts of one module. */
export function layoutsText(functions: readonly ModuleFunction[]): string {
  return `${HEADER}\n${functions.map(functionText).join("\n\n")}\n`;
}

/** The rule sets by the number of their names, with their switches. */
export function ruleSetsText(): string {
  const rows = RULE_SET_IDS.flatMap((id) => [RULE_SETS[id].spec, RULE_WORDS[id]]);
  return [
    HEADER,
    `export const RULE_SET_COUNT: u32 = ${RULE_SET_IDS.length};`,
    "/** Of each its number and its switches, from the oldest to the newest. */",
    `export const RULE_SETS: usize = memory.data<u32>([${rows.join(", ")}]);`,
    "",
  ].join("\n");
}

/** What one call may ask for. */
export function limitsText(): string {
  return [
    `${MADE}\n`,
    "/** Pairs of a row and a column. */",
    `export const MOST_CELLS: u64 = ${MOST_CELLS};`,
    "",
    "/** Values that a call may give back, or go through. */",
    `export const MOST_VALUES: u64 = ${MOST_VALUES};`,
    "",
  ].join("\n");
}
