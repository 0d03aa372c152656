/** The functions of the economics' module. */
import { ECONOMICS_OUTPUTS } from "./outputs.js";
import { stakes } from "./history/outputs.js";
import type { ModuleFunction } from "../interface/moduleFunction.js";
import { ECONOMICS_FUNCTIONS, economicsInput } from "./input.js";

/** They are numbered in their order from here on. */
const FIRST_NUMBER = 101;

function snakeCase(name: string): string {
  return name.replace(/([A-Z]|\d+)/g, (part) => `_${part.toLowerCase()}`);
}

/** In the order of ECONOMICS_FUNCTIONS. */
export const ECONOMICS: readonly ModuleFunction[] = ECONOMICS_FUNCTIONS.map((name, i) => ({
  number: FIRST_NUMBER + i,
  name: snakeCase(name),
  module: "yuma-economics",
  input: economicsInput(name).fields!,
  output: name === "inheritedStake195" ? { stake: stakes } : ECONOMICS_OUTPUTS[name].fields!,
}));
