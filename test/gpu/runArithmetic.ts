/** The shaders' arithmetic on this host's GPU against BigInt: one JSON line. */
import { findAdapter, requestDevice } from "../../bindings/gpu/adapter.js";
import { compareArithmetic } from "./arithmetic.js";

const { adapter, provider } = await findAdapter({});
const device = await requestDevice(adapter);
console.log(JSON.stringify(await compareArithmetic(device, 20_000)));
device.destroy();
// Held until here: see adapter.ts.
void provider;
