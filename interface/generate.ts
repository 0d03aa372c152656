/** What follows from the descriptions of the functions' fields: constants of the kernels and interface.json. */
import { ECONOMICS } from "../bindings/economics/messages.js";
import { EPOCH_FUNCTIONS } from "../bindings/interface/epochFunctions.js";
import { layoutsText, ruleSetsText } from "./assembly.js";
import { descriptionsText } from "./c/description.js";
import { headerText } from "./c/header.js";
import { description } from "./description.js";

export function generated(): Record<string, string> {
  const functions = [...EPOCH_FUNCTIONS, ...ECONOMICS];
  return {
    "assembly/interface/epochLayouts.ts": layoutsText(EPOCH_FUNCTIONS),
    "assembly/interface/economicsLayouts.ts": layoutsText(ECONOMICS),
    "assembly/interface/ruleSets.ts": ruleSetsText(),
    "interface/interface.json": `${JSON.stringify(description(functions), null, 1)}\n`,
    "hosts/c/include/yuma/messages.h": headerText(functions),
    "hosts/c/source/descriptions.c": descriptionsText(functions),
  };
}
