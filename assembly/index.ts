/** The module with SIMD. It differs from index.scalar.ts in the feature it is compiled with, and in nothing else. */
export { errorField, errorOffset, input, output, outputLength, version } from "./interface/exports";
export { run } from "./interface/epoch";
