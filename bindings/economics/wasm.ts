import { callable, type Callable } from "../interface/moduleFunction.js";
import { ModuleInstance } from "../wasm/moduleInstance.js";
import { signedCoinbase } from "./history/switches.js";
import { ECONOMICS_FUNCTIONS } from "./input.js";
import { ECONOMICS } from "./messages.js";
import { refused } from "./refused.js";
import type { Economics } from "./methods.js";

/** A `ruleSet` is the first spec of a variant. */
type Input = object & { readonly ruleSet?: number };

/** The economics' module behind the interface that every host has. */
export function wasmEconomics(backend: string, module: WebAssembly.Module): Economics {
  const instance = new ModuleInstance(module);
  const methods = ECONOMICS_FUNCTIONS.map((name, i) => {
    let codecs: Callable | undefined;
    const run = (input: Input) => {
      codecs ??= callable(ECONOMICS[i]!);
      const signed = input.ruleSet !== undefined && signedCoinbase(input.ruleSet);
      return instance.call<object>(codecs, input, { signed }, (refusal) => refused(input, refusal)).value;
    };
    return [name, run] as const;
  });
  return { ...Object.fromEntries(methods), backend } as Economics;
}
