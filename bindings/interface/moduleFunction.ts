import { recordWire, type Quantities } from "../boundary/quantities.js";
import { codecOf, type Codec } from "./codec.js";

/** A function of a WebAssembly module. Its number stays what it is for as long as there is version 1 of the interface. */
export interface ModuleFunction {
  readonly number: number;
  /** as `yuma eval` has it, but for the two kinds of subnet */
  readonly name: string;
  readonly module: "yuma" | "yuma-economics";
  readonly input: Quantities;
  readonly output: Quantities;
}

/** The same to be called: codecs in place of descriptions. */
export interface Callable {
  readonly number: number;
  readonly input: Codec;
  readonly output: Codec;
}

export function callable({ number, input, output }: ModuleFunction): Callable {
  return { number, input: codecOf(recordWire(input)), output: codecOf(recordWire(output)) };
}

/** The same where what is asked is the values of its fields in their order, by their numbers in place of their names. */
export function callableByPlace(fn: ModuleFunction): Callable {
  const named = callable(fn);
  const { listBytes, write } = codecOf({ as: "tuple", of: Object.values(fn.input).map(({ wire }) => wire) });
  return { ...named, input: { ...named.input, listBytes, write } };
}
