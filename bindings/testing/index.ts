/**
 * Generators of states for property tests with fast-check: what real networks hold, and everything else that the boundary
 * lets through. fast-check is the user's own (an optional peer dependency, of this entry alone).
 *
 * @module yuma-consensus/testing
 */
export { rowsOf } from "./rows.js";
export { hostileState, plainState } from "./states.js";
export { hostileSubnet, plainSubnet } from "./subnets.js";
export * from "../errors.js";
export type { StateOptions, SubnetOptions } from "./options.js";
