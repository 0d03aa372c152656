/** The functions of the epoch's module. */
import { EPOCH_OUTPUTS } from "../boundary/epochOutputs.js";
import { FORMS, type CheckedState, type CheckedSubnetState } from "../boundary/input.js";
import { list, type Quantities } from "../boundary/quantities.js";
import { record } from "../boundary/records.js";
import { NULL_TRACE_OUTPUTS, TRACE_OUTPUTS } from "../boundary/traceOutputs.js";
import { messageOf } from "./codec.js";
import { INPUT_HEAD, functionOf } from "./message.js";
import { callable, type Callable, type ModuleFunction } from "./moduleFunction.js";

/** With a list of one trace each mechanism, empty unless it is asked for. */
function traced(output: keyof typeof EPOCH_OUTPUTS, trace: Quantities): Quantities {
  return { ...EPOCH_OUTPUTS[output].fields!, trace: list(record<object>(trace as never)) };
}

type EpochFunctions = Readonly<Record<"epoch" | "yumaSubnet" | "nullSubnet", ModuleFunction>>;

export const EPOCH_FUNCTIONS = /* @__PURE__ */ ((): EpochFunctions => ({
  epoch: { number: 1, name: "epoch", module: "yuma", input: FORMS.state, output: traced("epoch", TRACE_OUTPUTS) },
  yumaSubnet: { number: 2, name: "yuma_subnet", module: "yuma", input: FORMS.yumaSubnet, output: traced("subnet", TRACE_OUTPUTS) },
  nullSubnet: { number: 3, name: "null_subnet", module: "yuma", input: FORMS.nullSubnet, output: traced("subnet", NULL_TRACE_OUTPUTS) },
}))();

/** The same to be called, by their numbers from 1 on. */
const CALLABLES = /* @__PURE__ */ (() => Object.values(EPOCH_FUNCTIONS).map(callable))();

/** Undefined where no function has the number. */
export function callableOf(number: number): Callable | undefined {
  return CALLABLES[number - 1];
}

/** The state that a message holds, its arrays views of the message. */
export function stateIn(message: Uint8Array): CheckedState | CheckedSubnetState {
  return callableOf(functionOf(message))!.input.read(messageOf(message, 0, { views: true }), INPUT_HEAD);
}

/** The function that a state is a message for. */
export function callableFor(state: CheckedState | CheckedSubnetState): Callable {
  if (!("epochConsensus" in state)) return CALLABLES[0]!;
  return CALLABLES[state.epochConsensus === "yuma" ? 1 : 2]!;
}
