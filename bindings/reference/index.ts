/**
 * The executable specification: the epoch and its economics in plain TypeScript over BigInt, one file a stage.
 * It serves as the yardstick of every other backend, and where WebAssembly is forbidden.
 *
 * @module yuma-consensus/reference
 */
import { withEconomicsBoundary } from "../economics/input.js";
import { refuseMeaning } from "../economics/meaning.js";
import type { Economics } from "../economics/methods.js";
import { CHECKED, withBoundary } from "../boundary/engine.js";
import { referenceEconomics as unchecked } from "./economics.js";
import { epoch } from "./epoch.js";
import { subnetEpoch } from "./mechanisms.js";
import type { Yuma } from "../types.js";

/** The epoch by the executable specification: the same interface and bits as the engine of `loadYuma`, without WebAssembly. */
export const reference: Yuma = withBoundary({ backend: "reference", reads: CHECKED, epoch, subnetEpoch });

/** The economics around the epoch: halving, root, shares, coinbase, schedule. */
export const referenceEconomics: Economics = withEconomicsBoundary(unchecked, refuseMeaning);

export { fromJson, subnetFromJson } from "../boundary/input.js";
export { epochDigest } from "../boundary/canonical.js";
export { toJson } from "../boundary/jsonForm.js";
export * from "../errors.js";
export type * from "../types.js";
export type * from "../economics/history/types.js";
export type * from "../economics/methods.js";
export type * from "../economics/types.js";
