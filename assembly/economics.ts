/** The module of the economics around the epoch: halving, root, shares, coinbase, payout, schedule. docs/interface.md */
export { errorField, errorOffset, input, output, outputLength, version } from "./interface/exports";
export { run } from "./interface/economics";
