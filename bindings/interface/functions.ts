/**
 * Every function of the WebAssembly modules with its number and what its messages are made of. A number stays what it is
 * for as long as there is version 1; test/interface.test.ts holds them.
 */
import { economicsInput, ECONOMICS_FUNCTIONS, type EconomicsFunction } from "../economics/input.js";
import { ECONOMICS_OUTPUTS } from "../functions/economicsOutputs.js";
import { EPOCH_OUTPUTS } from "../functions/epochOutputs.js";
import { stakes } from "../functions/historicOutputs.js";
import { NULL_TRACE_OUTPUTS, TRACE_OUTPUTS } from "../functions/traceOutputs.js";
import { FORMS } from "../boundary/input.js";
import { list, type Quantities } from "../boundary/quantities.js";
import { record } from "../boundary/records.js";

export interface ModuleFunction {
  readonly number: number;
  /** as `yuma eval` has it */
  readonly name: string;
  readonly module: "yuma" | "yuma-economics";
  readonly input: Quantities;
  readonly output: Quantities;
}

function traced(output: Quantities, trace: Quantities): Quantities {
  return { ...output, trace: list(record<object>(trace as never)) };
}

const EPOCH = EPOCH_OUTPUTS.epoch.fields!;
const SUBNET = EPOCH_OUTPUTS.subnet.fields!;

export const EPOCH_FUNCTIONS: readonly ModuleFunction[] = [
  { number: 1, name: "epoch", module: "yuma", input: FORMS.state, output: traced(EPOCH, TRACE_OUTPUTS) },
  { number: 2, name: "yuma_subnet", module: "yuma", input: FORMS.yumaSubnet, output: traced(SUBNET, TRACE_OUTPUTS) },
  { number: 3, name: "null_subnet", module: "yuma", input: FORMS.nullSubnet, output: traced(SUBNET, NULL_TRACE_OUTPUTS) },
];

/** The economics are numbered in their order from here on. */
const FIRST_ECONOMICS = 101;

function snakeCase(name: string): string {
  return name.replace(/([A-Z]|\d+)/g, (part) => `_${part.toLowerCase()}`);
}

export function economicsNumber(name: EconomicsFunction): number {
  return FIRST_ECONOMICS + ECONOMICS_FUNCTIONS.indexOf(name);
}

export const ECONOMICS: readonly ModuleFunction[] = ECONOMICS_FUNCTIONS.map((name) => ({
  number: economicsNumber(name),
  name: snakeCase(name),
  module: "yuma-economics",
  input: economicsInput(name).fields!,
  output: name === "inheritedStake195" ? { stake: stakes } : ECONOMICS_OUTPUTS[name].fields!,
}));
