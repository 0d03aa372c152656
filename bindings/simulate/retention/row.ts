/** One network of the map; all are fractions of one. */
export interface RetentionRow {
  majorStake: number;
  majorWeight: number;
  minorWeight: number;
  /** stake-weighted absolute deviation of the weights, of their mean */
  weightDeviation: number;
  /** the honest part of the emission */
  majorEmissionRatio: number;
}
