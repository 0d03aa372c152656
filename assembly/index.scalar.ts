/** The module without SIMD, for hosts that lack it. Same sources, same bits. */
export { errorField, errorOffset, input, output, outputLength, version } from "./interface/exports";
export { run } from "./interface/epoch";
