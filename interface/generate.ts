/** What follows from the descriptions of the functions' fields: constants of the kernels and interface.json. */
import { ECONOMICS } from "../bindings/economics/messages.js";
import { EPOCH_FUNCTIONS } from "../bindings/interface/epochFunctions.js";
import { layoutsText, limitsText, ruleSetsText } from "./assembly.js";
import { description } from "./description.js";

export function generated(): Record<string, string> {
  return {
    "assembly/interface/epochLayouts.ts": layoutsText(Object.values(EPOCH_FUNCTIONS)),
    "assembly/interface/economicsLayouts.ts": layoutsText(ECONOMICS),
    "assembly/interface/limits.ts": limitsText(),
    "assembly/interface/ruleSets.ts": ruleSetsText(),
    "interface/interface.json": `${JSON.stringify(description([...Object.values(EPOCH_FUNCTIONS), ...ECONOMICS]), null, 1)}\n`,
  };
}
