/**
 * The epoch's module with what its tests look at besides: which path ran, and the raw bits that every path leaves behind.
 * It is built from the sources of the product and is no part of it.
 */
export { errorField, errorOffset, input, output, outputLength, version } from "./interface/exports";
export { run, takeMatricesOnly } from "./interface/epoch";
export { reserve, take } from "./arena";
export { panelsRan } from "./epoch";
export { layOutSigmoids, sigmoids } from "./panels/sigmoid";
export {
  activeStakeX32,
  consensusX32,
  dividendsX32,
  incentiveX32,
  preRanksX32,
  ranksX32,
  stakeX32,
  trustX32,
  validatorTrustX32,
} from "./memory";
