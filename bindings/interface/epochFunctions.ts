/** The functions of the epoch's module. */
import { EPOCH_OUTPUTS } from "../boundary/epochOutputs.js";
import { FORMS } from "../boundary/input.js";
import { list, type Quantities } from "../boundary/quantities.js";
import { record } from "../boundary/records.js";
import { NULL_TRACE_OUTPUTS, TRACE_OUTPUTS } from "../boundary/traceOutputs.js";
import type { ModuleFunction } from "./moduleFunction.js";

/** A list of one trace each mechanism, empty unless it is asked for. */
function traced(output: Quantities, trace: Quantities): Quantities {
  return { ...output, trace: list(record<object>(trace as never)) };
}

const EPOCH = EPOCH_OUTPUTS.epoch.fields!;
const SUBNET = EPOCH_OUTPUTS.subnet.fields!;

export const EPOCH_FUNCTION: ModuleFunction = {
  number: 1,
  name: "epoch",
  module: "yuma",
  input: FORMS.state,
  output: traced(EPOCH, TRACE_OUTPUTS),
};

export const YUMA_SUBNET_FUNCTION: ModuleFunction = {
  number: 2,
  name: "yuma_subnet",
  module: "yuma",
  input: FORMS.yumaSubnet,
  output: traced(SUBNET, TRACE_OUTPUTS),
};

export const NULL_SUBNET_FUNCTION: ModuleFunction = {
  number: 3,
  name: "null_subnet",
  module: "yuma",
  input: FORMS.nullSubnet,
  output: traced(SUBNET, NULL_TRACE_OUTPUTS),
};

export const EPOCH_FUNCTIONS: readonly ModuleFunction[] = [EPOCH_FUNCTION, YUMA_SUBNET_FUNCTION, NULL_SUBNET_FUNCTION];
