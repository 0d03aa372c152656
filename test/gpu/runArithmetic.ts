/** The shaders' arithmetic on this host's GPU against BigInt: one JSON line. */
import { findAdapter, requestDevice } from "../../bindings/gpu/adapter.js";
import { answersOnDevice, compareArithmetic } from "./arithmetic.js";

const { adapter, provider } = await findAdapter({});
const device = await requestDevice(adapter);
console.log(JSON.stringify(await compareArithmetic(20_000, (pairs, operations) => answersOnDevice(device, pairs, operations))));
device.destroy();
// Held until here: see adapter.ts.
void provider;
