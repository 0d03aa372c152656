/** The module without SIMD, for hosts that lack it. Same sources, same bits. */
export * from "./exports";
