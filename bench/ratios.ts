import { median } from "./median.js";
import type { Measurement } from "./measure.js";
import type { CaseReport } from "./report.js";
import type { Mode } from "./shapes.js";

/** The median over the rounds of how many times as fast `measured` is as `yardstick` in the same round. */
export function timesAsFast(measured: Measurement, yardstick: Measurement): number {
  return median(measured.samples.map((sample, round) => yardstick.samples[round]! / sample));
}

export function measurementOf({ measurements }: CaseReport, contender: string): Measurement | undefined {
  return measurements.find((measurement) => measurement.contender === contender);
}

/** How many times as fast one contender of a case is as another; null where one of them was left out. */
export function ratio(item: CaseReport, contender: string, yardstick: string): number | null {
  const [measured, against] = [contender, yardstick].map((name) => measurementOf(item, name));
  return measured === undefined || against === undefined ? null : timesAsFast(measured, against);
}

/** ns per stored weight, of the median round. */
export function weightTime({ case: item }: CaseReport, { samples }: Measurement): number {
  return median(samples) / item.weights;
}

const SMALL = "64 x 256";
const LARGE = "4096 x 4096";

/** The time per stored weight at 4096 x 4096 over that at 64 x 256; null where one of them was not measured. */
export function flatness(cases: readonly CaseReport[], contender: string, mode: Mode): number | null {
  const [small, large] = [SMALL, LARGE].map((size) => {
    const item = cases.find((other) => other.case.shape === size && other.case.mode === mode);
    const measurement = item && measurementOf(item, contender);
    return measurement && weightTime(item, measurement);
  });
  return small === undefined || large === undefined ? null : large / small;
}
