/** What each function takes and gives, from the same descriptions that check and write it. */
import { economicsInput } from "../economics/input.js";
import { FORMS } from "../boundary/input.js";
import { jsonName, type Quantities, type Quantity } from "../boundary/quantities.js";
import { STEPS } from "./arithmetic.js";
import type { StepDescription } from "./step.js";
import { ECONOMICS_OUTPUTS } from "../economics/outputs.js";
import { EPOCH_OUTPUTS } from "../boundary/epochOutputs.js";
import { ECONOMICS_METHODS } from "./index.js";

/** One form of a function; several where a field decides what the others are. */
export interface FunctionForm {
  in: Quantities;
  out: Quantities;
}

export interface FieldText {
  /** "subnets[].price" */
  path: string;
  /** the name in TypeScript where it is another, else empty */
  typed: string;
  type: string;
  scale: string;
}

const EPOCH_FORMS: Readonly<Record<string, readonly FunctionForm[]>> = {
  epoch: [{ in: FORMS.state, out: EPOCH_OUTPUTS.epoch.fields! }],
  epoch_null: [{ in: FORMS.nullSubnet, out: EPOCH_OUTPUTS.subnet.fields! }],
  subnet_epoch: [FORMS.yumaSubnet, FORMS.nullSubnet].map((form) => ({ in: form, out: EPOCH_OUTPUTS.subnet.fields! })),
};

function stepForms(description: StepDescription): FunctionForm[] {
  return "by" in description
    ? Object.values(description.of).flatMap(stepForms)
    : [{ in: description.in.fields!, out: description.out.fields! }];
}

/** All forms of a known function. */
export function formsOf(fn: string): readonly FunctionForm[] {
  if (Object.hasOwn(EPOCH_FORMS, fn)) return EPOCH_FORMS[fn]!;
  const method = ECONOMICS_METHODS.get(fn);
  if (method === undefined) return stepForms(STEPS[fn as keyof typeof STEPS]);
  return [{ in: economicsInput(method).fields!, out: ECONOMICS_OUTPUTS[method].fields! }];
}

/** The fields one by one, those of objects after what holds them. */
export function fieldTexts(fields: Quantities, prefix = ""): FieldText[] {
  return Object.entries(fields).flatMap(([name, kind]: [string, Quantity<any>]) => {
    const bare = jsonName(name, kind);
    const path = `${prefix}${bare}`;
    const scale = kind.unlike === undefined ? kind.scale : `${kind.scale}; ${kind.unlike}`;
    const own = { path, typed: bare === name ? "" : name, type: kind.type, scale };
    return [own, ...(kind.fields === undefined ? [] : fieldTexts(kind.fields, `${path}${kind.type === "object" ? "." : "[]."}`))];
  });
}
