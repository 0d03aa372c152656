/** hosts/c/include/yuma/messages.h: the structs of all functions as C has them, and the numbers that stand for something. */
import type { ModuleFunction } from "../../bindings/interface/moduleFunction.js";
import { FLAG, INPUT_HEAD, OUTPUT_HEAD, STATUS, VERSION } from "../../bindings/interface/message.js";
import { readers } from "../../bindings/ruleSets/fields.js";
import { RULE_SETS, RULE_SET_IDS } from "../../bindings/ruleSets/ruleSets.js";
import { recordOf, type Form, type Member } from "./forms.js";
import { constantCase, prefixOf, singular, snakeCase, structNames } from "./names.js";

/** Types of one member each; the struct that holds them is written before. */
const TYPES: Partial<Record<Form["as"], string>> = {
  boolean: "uint8_t",
  choice: "uint8_t",
  u16: "uint16_t",
  oneOf: "uint16_t",
  spec: "uint16_t",
  u32: "uint32_t",
  i32: "int32_t",
  u64: "uint64_t",
  i64: "int64_t",
  u128: "yuma_u128",
  i128: "yuma_i128",
  coinbase: "yuma_u128",
  text: "yuma_text",
};

/** Lists of plain values, by what they hold. */
const LISTS: Partial<Record<Form["as"], string>> = {
  boolean: "yuma_flags",
  u16: "yuma_u16s",
  u32: "yuma_u32s",
  u64: "yuma_u64s",
  i64: "yuma_i64s",
  u128: "yuma_u128s",
  i128: "yuma_i128s",
  coinbase: "yuma_u128s",
};

/** All that has been declared, in the order in which C needs it. */
class Declarations {
  readonly texts: string[] = [];
  private readonly optionals = new Set<string>();
  readonly choices = new Map<string, readonly string[]>();
  private isState = false;

  /** The type of a value in a struct; `name`: what an object there is called. */
  typeOf(form: Form, name: string): string {
    switch (form.as) {
      case "choice":
        this.choices.set(form.name, form.choices);
        return TYPES.choice!;
      case "rows":
        return form.of === "u16" ? "yuma_rows" : "yuma_raw_rows";
      case "list":
      case "vector": {
        const plain = LISTS[form.of.as];
        if (plain !== undefined) return plain;
        this.typeOf(form.of, name);
        return "yuma_list";
      }
      case "optional":
      case "sometimes":
        return this.optionalOf(form, name);
      case "record":
      case "tuple":
        this.struct(name, form);
        return name;
      default:
        return TYPES[form.as]!;
    }
  }

  private optionalOf(form: Form & { as: "optional" | "sometimes" }, name: string): string {
    const of = this.typeOf(form.of, name);
    const optional = `yuma_optional_${of.replace(/^yuma_/, "").replace(/_t$/, "")}`;
    if (this.optionals.has(optional)) return optional;
    this.optionals.add(optional);
    this.texts.push(
      [
        `typedef struct ${optional} {`,
        "    uint8_t is_there;",
        `    ${of} value;`,
        `} ${optional};`,
        layout(optional, "value", form.valueOffset),
        size(optional, form.size),
      ].join("\n"),
    );
    return optional;
  }

  /** `isState`: of an epoch, some of whose fields not every rule set reads. */
  top(name: string, form: { members: readonly Member[]; size: number }, isState: boolean): void {
    this.isState = isState;
    this.struct(name, form);
  }

  private struct(name: string, { members, size: bytes }: { members: readonly Member[]; size: number }): void {
    const lines = members.map((member) => this.member(member, name));
    const layouts = members
      .filter(({ form }) => form.as !== "constant")
      .map((member) => layout(name, snakeCase(member.name), member.offset));
    this.texts.push([`typedef struct ${name} {`, ...lines, `} ${name};`, ...layouts, size(name, bytes)].join("\n"));
  }

  private member({ name, form, unit }: Member, within: string): string {
    if (form.as === "constant") return `    /* ${name}: nothing, as it is always "${form.value}" */`;
    const readBy = this.isState ? readers(name) : "";
    const remark = [notesOn(form, `${within}_${singular(snakeCase(name))}`), withoutDefault(unit), readBy]
      .filter((note) => note !== "")
      .join("; ");
    const comment = remark === "" ? "" : ` /* ${remark} */`;
    const declared =
      form.as === "bytes32" ? `uint8_t ${snakeCase(name)}[32]` : `${this.typeOf(form, nestedName(form, within, name))} ${snakeCase(name)}`;
    return `    ${declared};${comment}`;
  }
}

/** An object of its own is called as its field, one of several as one of them. */
function nestedName(form: Form, within: string, name: string): string {
  return `${within}_${form.as === "record" ? snakeCase(name) : singular(snakeCase(name))}`;
}

/** A struct has no fields that are absent. */
function withoutDefault(unit: string): string {
  return unit.replace(/(, )?default: .*$/, "").replace(/ where absent$/, "");
}

function notesOn(form: Form, item: string): string {
  switch (form.as) {
    case "boolean":
      return "0 or 1";
    case "choice":
      return `an enum yuma_${snakeCase(form.name)}`;
    case "oneOf":
      return `one of ${form.numbers.join(", ")}`;
    case "spec":
      return "an enum yuma_rule_set";
    case "coinbase":
      return "signed up to spec 260, in two's complement";
    case "list":
      if (LISTS[form.of.as] !== undefined) return "";
      return form.of.as === "list" ? `of yuma_list of ${item}` : `of ${item}`;
    case "optional":
    case "sometimes":
      return notesOn(form.of, item);
    default:
      return "";
  }
}

function layout(struct: string, member: string, offset: number): string {
  return `YUMA_ASSERT(offsetof(${struct}, ${member}) == ${offset});`;
}

function size(struct: string, bytes: number): string {
  return `YUMA_ASSERT(sizeof(${struct}) == ${bytes});`;
}

function enumeration(name: string, comment: string, members: readonly (readonly [string, number])[]): string {
  const lines = members.map(([constant, value]) => `    ${constant} = ${value},`);
  return [`/** ${comment} */`, `enum ${name} {`, ...lines, "};"].join("\n");
}

const STATUS_NAMES: Readonly<Record<keyof typeof STATUS, string>> = {
  fine: "YUMA_FINE",
  notAMessage: "YUMA_NOT_A_MESSAGE",
  length: "YUMA_LENGTH",
  value: "YUMA_VALUE",
  memory: "YUMA_MEMORY",
  unknownRuleSet: "YUMA_UNKNOWN_RULE_SET",
  trapped: "YUMA_TRAPPED",
};

const OWN_STATUSES: readonly (readonly [string, number])[] = [
  ["YUMA_UNKNOWN_FUNCTION", 100],
  ["YUMA_MALFORMED_JSON", 101],
  ["YUMA_INTERNAL", 102],
];

function numbersText(functions: readonly ModuleFunction[]): string[] {
  return [
    enumeration("yuma_sizes", "The version of the interface, and the bytes of the heads.", [
      ["YUMA_INTERFACE_VERSION", VERSION],
      ["YUMA_INPUT_HEAD", INPUT_HEAD],
      ["YUMA_OUTPUT_HEAD", OUTPUT_HEAD],
    ]),
    enumeration("yuma_flag", "What is asked for besides the result; the canonical bytes take its place, and its bonds may be left out.", [
      ["YUMA_TRACE", FLAG.trace],
      ["YUMA_DIGEST", FLAG.digest],
      ["YUMA_CANONICAL", FLAG.canonical],
      ["YUMA_BONDLESS", FLAG.bondless],
    ]),
    enumeration(
      "yuma_status",
      "What the modules answer. From 100 on the library: no such function, no JSON, and a module that trapped, which none should.",
      [...Object.entries(STATUS).map(([name, value]) => [STATUS_NAMES[name as keyof typeof STATUS], value] as const), ...OWN_STATUSES],
    ),
    enumeration(
      "yuma_rule_set",
      "The rule sets, each by the spec from which on it holds.",
      RULE_SET_IDS.map((id) => [`YUMA_SPEC_${RULE_SETS[id].spec}`, RULE_SETS[id].spec]),
    ),
    enumeration(
      "yuma_function",
      "The functions.",
      functions.map(({ name, number }) => [constantCase(prefixOf(name)), number]),
    ),
  ];
}

function fieldsText({ name, input }: ModuleFunction): string {
  const members = recordOf(input).members;
  const constants = members.map((member, i) => [constantCase(prefixOf(name), "FIELD", member.name), i + 1] as const);
  return enumeration(`${prefixOf(name)}_field`, `Fields of ${name}, as errors number them.`, constants);
}

const PREAMBLE = `/*
 * Made by interface/generate.ts of the descriptions in bindings/.
 *
 * The structs of all functions, the numbers that stand for something, and asserts that this compiler lays the structs out
 * as the modules read them. Lists are offsets and counts: yuma.h appends them to a message and finds them in an answer.
 */
#ifndef YUMA_MESSAGES_H
#define YUMA_MESSAGES_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define YUMA_ASSERT(holds) static_assert(holds, #holds)
extern "C" {
#else
#define YUMA_ASSERT(holds) _Static_assert(holds, #holds)
#endif

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "The structs are read as they lie in memory, which has to be little-endian."
#endif`;

const PLAIN_STRUCTS = `/** 128 bits, the low half first. */
typedef struct yuma_u128 {
    uint64_t low;
    uint64_t high;
} yuma_u128;
YUMA_ASSERT(sizeof(yuma_u128) == 16);

typedef struct yuma_i128 {
    uint64_t low;
    int64_t high;
} yuma_i128;
YUMA_ASSERT(sizeof(yuma_i128) == 16);

/** So many items from so many bytes behind the first of the message or the answer. */
typedef struct yuma_list {
    uint32_t offset;
    uint32_t count;
} yuma_list;
YUMA_ASSERT(sizeof(yuma_list) == 8);`;

const PLAIN_LISTS: readonly (readonly [string, string])[] = [
  ["yuma_flags", "uint8_t, each 0 or 1"],
  ["yuma_u16s", "uint16_t"],
  ["yuma_u32s", "uint32_t"],
  ["yuma_u64s", "uint64_t"],
  ["yuma_i64s", "int64_t"],
  ["yuma_u128s", "yuma_u128"],
  ["yuma_i128s", "yuma_i128"],
  ["yuma_text", "char, in UTF-8 and without an end"],
];

function rowsText(comment: string, name: string, values: string): string {
  return [
    "/**",
    ...comment.split("\n").map((line) => ` * ${line}`),
    " */",
    `typedef struct ${name} {`,
    "    yuma_u32s starts;",
    "    yuma_u16s uids;",
    `    ${values} values;`,
    `} ${name};`,
    size(name, ROWS_SIZE),
  ].join("\n");
}

const ROWS_SIZE = 24;

const ROWS_COMMENT = `Rows of a matrix: starts has one more than there are rows, the first 0, ascending, and row i is what uids and values have
from starts[i] to before starts[i + 1].`;

function plainListText([name, of]: readonly [string, string]): string {
  return `/** A list of ${of}. */\ntypedef struct ${name} {\n    uint32_t offset;\n    uint32_t count;\n} ${name};`;
}

/** hosts/c/include/yuma/messages.h */
export function headerText(functions: readonly ModuleFunction[]): string {
  const structs = new Declarations();
  const parts = functions.map((fn) => {
    const from = structs.texts.length;
    const { input, output } = structNames(fn);
    structs.top(input, recordOf(fn.input), fn.module === "yuma");
    structs.top(output, recordOf(fn.output), false);
    return [`/* ${fn.name} */`, fieldsText(fn), ...structs.texts.slice(from)].join("\n\n");
  });
  const choices = [...structs.choices].map(([name, names]) =>
    enumeration(
      `yuma_${snakeCase(name)}`,
      `What ${name} is one of.`,
      names.map((choice, i) => [constantCase("yuma", name, choice), i]),
    ),
  );
  const texts = [
    PREAMBLE,
    ...numbersText(functions),
    ...choices,
    PLAIN_STRUCTS,
    ...PLAIN_LISTS.map(plainListText),
    rowsText(ROWS_COMMENT, "yuma_rows", "yuma_u16s"),
    rowsText("The same of raw bits, in traces.", "yuma_raw_rows", "yuma_i64s"),
    ...parts,
    "#ifdef __cplusplus\n}\n#endif\n\n#endif",
  ];
  return `${texts.join("\n\n")}\n`;
}
