/** hosts/c/source/descriptions.c: the descriptions as a table, by which values are read, written and found. */
import type { ModuleFunction } from "../../bindings/interface/moduleFunction.js";
import { UNREAD } from "../../bindings/ruleSets/fields.js";
import { RULE_SETS, RULE_SET_IDS, TRAPS } from "../../bindings/ruleSets/ruleSets.js";
import { recordOf, type Form, type Member } from "./forms.js";
import { constantCase, structNames } from "./names.js";

const kindOf = (as: Form["as"]) => constantCase("YUMA_FORM", as);

/** A rule set is a bit of the words that say which ones do not read a field. */
function unreadBy(name: string): number {
  return RULE_SET_IDS.reduce((bits, id, i) => bits + (UNREAD[id].has(name) ? 2 ** i : 0), 0);
}

/** What is where a field is absent, as a number; a list and a value that may be missing are none. */
function absentValue({ form, quantity }: Member): bigint {
  const absent: unknown = quantity!.absent;
  if (form.as === "choice") return BigInt(form.choices.indexOf(absent as string));
  if (form.as === "spec") return BigInt(RULE_SETS[absent as keyof typeof RULE_SETS].spec);
  return typeof absent === "bigint" ? absent : 0n;
}

class Table {
  readonly texts: string[] = [];
  private readonly names = new Map<string, string>();

  /** The name of what is declared once, however often it is used. */
  private once(kind: string, text: (name: string) => string): string {
    const key = text("");
    const known = this.names.get(key);
    if (known !== undefined) return known;
    const name = `${kind}_${this.names.size}`;
    this.names.set(key, name);
    this.texts.push(text(name));
    return name;
  }

  form(form: Form, isState: boolean): string {
    const parts = [`.kind = ${kindOf(form.as)}`, `.size = ${form.size}`, `.align = ${form.align}`, ...this.particulars(form, isState)];
    return this.once("form", (name) => `static const yuma_form ${name} = {${parts.join(", ")}};`);
  }

  private particulars(form: Form, isState: boolean): string[] {
    switch (form.as) {
      case "constant":
        return [`.choices = ${this.strings([form.value])}`, ".count = 1"];
      case "choice":
        return [`.choices = ${this.strings(form.choices)}`, `.count = ${form.choices.length}`];
      case "oneOf":
        return [`.numbers = ${this.numbers(form.numbers)}`, `.count = ${form.numbers.length}`];
      case "optional":
      case "sometimes":
        return [`.of = &${this.form(form.of, isState)}`, `.value_offset = ${form.valueOffset}`];
      case "list":
        return [`.of = &${this.form(form.of, isState)}`];
      case "vector":
        return [`.of = &${this.form(form.of, isState)}`, ...(form.perUid ? [".per_uid = true"] : [])];
      case "rows":
      case "record":
      case "tuple":
        return [`.fields = ${this.fields(form.members, isState)}`, `.count = ${form.members.length}`];
      default:
        return [];
    }
  }

  private fields(members: readonly Member[], isState: boolean): string {
    const rows = members.map((member) => {
      const { name, form, offset, quantity } = member;
      const parts = [`.name = "${name}"`, `.form = &${this.form(form, isState)}`, `.offset = ${offset}`];
      if (quantity !== undefined && "absent" in quantity) parts.push(".may_be_absent = true", `.absent = UINT64_C(${absentValue(member)})`);
      const unread = isState ? unreadBy(name) : 0;
      if (unread !== 0) parts.push(`.unread_by = 0x${unread.toString(16)}`);
      return `    {${parts.join(", ")}},`;
    });
    return this.once("fields", (name) => [`static const yuma_field ${name}[] = {`, ...rows, "};"].join("\n"));
  }

  private strings(values: readonly string[]): string {
    return this.once("strings", (name) => `static const char *const ${name}[] = {${values.map((value) => `"${value}"`).join(", ")}};`);
  }

  private numbers(values: readonly number[]): string {
    return this.once("numbers", (name) => `static const uint16_t ${name}[] = {${values.join(", ")}};`);
  }
}

const HEADER = '/* Made by interface/generate.ts of the descriptions in bindings/. */\n#include "descriptions.h"';

function moduleOf({ module }: ModuleFunction): string {
  return module === "yuma" ? "YUMA_EPOCHS" : "YUMA_ECONOMICS";
}

function functionRow(fn: ModuleFunction, table: Table): string {
  const isState = fn.module === "yuma";
  const [input, output] = [recordOf(fn.input), recordOf(fn.output)];
  const structs = structNames(fn);
  return [
    `    /* ${structs.input}, ${structs.output} */`,
    `    {.number = ${fn.number}, .name = "${fn.name}", .module = ${moduleOf(fn)}, .input = &${table.form(input, isState)}, .output = &${table.form(output, false)}},`,
  ].join("\n");
}

/** hosts/c/source/descriptions.c */
export function descriptionsText(functions: readonly ModuleFunction[]): string {
  const table = new Table();
  const rows = functions.map((fn) => functionRow(fn, table));
  const specs = RULE_SET_IDS.map((id) => RULE_SETS[id].spec);
  return [
    HEADER,
    ...table.texts,
    `const yuma_description yuma_descriptions[] = {\n${rows.join("\n")}\n};`,
    `const size_t yuma_description_count = ${functions.length};`,
    `const uint16_t yuma_rule_set_numbers[] = {${specs.join(", ")}};`,
    `const size_t yuma_rule_set_count = ${specs.length};`,
    `const char *const yuma_trap_reasons[] = {${TRAPS.map((reason) => `"${reason}"`).join(", ")}};`,
    `const size_t yuma_trap_reason_count = ${TRAPS.length};`,
    "",
  ].join("\n\n");
}
