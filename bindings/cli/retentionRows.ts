import { countPoints, pointAt, type Axis } from "../sweep/axes.js";
import { identityOf } from "../sweep/plan.js";
import { rowJson, rowStart, type SweepRow } from "../sweep/row.js";
import type { RetentionRow } from "../simulate/retention/index.js";
import { checkRetentionOptions, type RetentionOptions } from "../simulate/retention/options.js";
import type { PlannedRows } from "./resultFile.js";

/** A retention map as the rows of a sweep over its stakes, utilities and self-weights, in the map's order. */
export interface RetentionRows extends PlannedRows {
  line(point: number, network: RetentionRow): string;
}

/** @throws EpochInputError */
export function retentionRows(options: RetentionOptions): RetentionRows {
  const { majorStakes, majorWeights, minorWeights, ...rest } = checkRetentionOptions(options);
  const axes: Axis[] = Object.entries({ majorStake: majorStakes, majorWeight: majorWeights, minorWeight: minorWeights }).map(
    ([name, values]) => ({ name, values: values.map(String) }),
  );
  const settings = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, String(value)]));
  const id = identityOf({ title: "retention", axes, settings });
  const begun = (point: number) => {
    const knobs = Object.entries(pointAt(axes, point)).map(([name, value]) => [name, Number(value)]);
    return { sweep: id, point, knobs: Object.fromEntries(knobs) as SweepRow["knobs"] };
  };
  return {
    id,
    first: 0,
    end: countPoints(axes),
    start: (point) => rowStart(begun(point)),
    line: (point, { weightDeviation, majorEmissionRatio }) =>
      rowJson({ ...begun(point), measures: { weightDeviation, majorEmissionRatio } }),
  };
}

/** The network of a row that `line` gave. */
export function retentionRow({ knobs, measures }: SweepRow): RetentionRow {
  return { ...knobs, ...measures } as unknown as RetentionRow;
}
