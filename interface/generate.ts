/** What follows from the descriptions of the functions' fields: constants of the kernels, interface.json, the schema of a state, the host in C. */
import { ECONOMICS } from "../bindings/economics/messages.js";
import { EPOCH_FUNCTIONS } from "../bindings/interface/epochFunctions.js";
import { layoutsText, limitsText, ruleSetsText } from "./assembly.js";
import { descriptionsText } from "./c/description.js";
import { headerText } from "./c/header.js";
import { description } from "./description.js";
import { stateSchema } from "./stateSchema.js";

export function generated(): Record<string, string> {
  const epochs = Object.values(EPOCH_FUNCTIONS);
  const functions = [...epochs, ...ECONOMICS];
  return {
    "assembly/interface/epochLayouts.ts": layoutsText(epochs),
    "assembly/interface/economicsLayouts.ts": layoutsText(ECONOMICS),
    "assembly/interface/limits.ts": limitsText(),
    "assembly/interface/ruleSets.ts": ruleSetsText(),
    "interface/interface.json": `${JSON.stringify(description(functions), null, 1)}\n`,
    "interface/state.schema.json": `${JSON.stringify(stateSchema(), null, 1)}\n`,
    "hosts/c/include/yuma/messages.h": headerText(functions),
    "hosts/c/source/descriptions.c": descriptionsText(functions),
  };
}
