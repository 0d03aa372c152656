import { EpochInputError, YumaError } from "../errors.js";
import { inOrder } from "../pool/inOrder.js";
import { unknownName } from "../text/nearest.js";
import { fieldPath } from "../text/show.js";
import { countPoints, pointAt, shardRange, type Shard } from "./axes.js";
import type { SweepEngine } from "./engine.js";
import { identityOf, type SweepPlan } from "./plan.js";
import { rowStart, type SweepRow } from "./row.js";
import type { Subject } from "./subject.js";

export interface Sweep {
  /** eight hex digits that are another's where anything is set otherwise */
  readonly id: string;
  readonly first: number;
  /** the point after the last */
  readonly end: number;
  /** how the row of a point begins, whatever it comes to */
  start(point: number): string;
  /**
   * The rows of the points in order. A point that fails has a row that says why.
   * @param from the first point to run
   */
  rows(engine: SweepEngine, from?: number): AsyncGenerator<SweepRow, void, undefined>;
}

/**
 * A sweep, or one shard of it.
 * @throws EpochInputError where a knob is unknown or set twice
 */
export function createSweep(plan: SweepPlan, shard: Shard = { index: 1, count: 1 }): Sweep {
  const { subject, axes, settings } = plan;
  checkNames(plan);
  const id = identityOf(plan);
  const [first, end] = shardRange(countPoints(axes), shard);
  const rowOf = (point: number): SweepRow => ({ sweep: id, point, knobs: knobsOf(subject, pointAt(axes, point)) });
  const run = async (engine: SweepEngine, point: number): Promise<SweepRow> => {
    const row = rowOf(point);
    try {
      const turned = read(subject, pointAt(axes, point));
      const measures = await subject.run({ ...read(subject, settings), ...turned }, (state) => engine.epoch(state));
      return { ...row, measures };
    } catch (error) {
      return { ...row, error: errorOf(error) };
    }
  };
  return {
    id,
    first,
    end,
    start: (point) => rowStart(rowOf(point)),
    rows: (engine, from = first) => inOrder(points(from, end), (point) => run(engine, point), engine.ahead),
  };
}

function* points(from: number, end: number): Generator<number> {
  for (let point = from; point < end; point++) yield point;
}

function checkNames({ subject, axes, settings }: SweepPlan): void {
  const known = Object.keys(subject.knobs);
  const names = [...axes.map(({ name }) => name), ...Object.keys(settings)];
  names.forEach((name, i) => {
    if (!Object.hasOwn(subject.knobs, name)) throw unknownName(fieldPath("", name), `one of the knobs ${known.join(", ")}`, name, known);
    if (names.indexOf(name) < i) throw new EpochInputError(name, "a knob that is set once", name);
  });
  for (const { name, values } of axes) if (values.length === 0) throw new EpochInputError(name, "at least one value", values);
}

/** @throws EpochInputError */
function read(subject: Subject, texts: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(texts).map(([name, written]) => [name, subject.knobs[name]!.read(written, name)]));
}

/** What the knobs are turned to; as it was written where one of them cannot be read. */
function knobsOf(subject: Subject, turned: Readonly<Record<string, string>>): Record<string, unknown> {
  try {
    return read(subject, turned);
  } catch {
    return turned;
  }
}

function errorOf(error: unknown): NonNullable<SweepRow["error"]> {
  if (error instanceof YumaError) return { code: error.code, message: error.message, path: error.path };
  return { code: "internal", message: String(error), path: "" };
}
