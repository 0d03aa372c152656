/**
 * The executable specification: the epoch in plain TypeScript over BigInt, one file a stage.
 * It serves as the yardstick of every other backend, and where WebAssembly is forbidden.
 *
 * @module
 */
import { withBoundary } from "../engine.js";
import { epoch } from "./epoch.js";
import { subnetEpoch } from "./mechanisms.js";
import type { Yuma } from "../types.js";

export const reference: Yuma = withBoundary({ backend: "reference", epoch, subnetEpoch });

export { fromJson, subnetFromJson } from "../input.js";
export { epochDigest, toJson } from "../output.js";
export * from "../errors.js";
export type * from "../types.js";
