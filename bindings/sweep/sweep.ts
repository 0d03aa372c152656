import { EpochInputError, YumaError, fieldPath } from "../errors.js";
import { inOrder } from "../pool/inOrder.js";
import { unknownName } from "../nearest.js";
import { countPoints, pointAt, shardRange, type Axis, type Shard } from "./axes.js";
import type { SweepEngine } from "./engine.js";
import { identityOf } from "./identity.js";
import type { Measures, Subject } from "./subject.js";

/** What is turned, and what is set once; values as text. */
export interface SweepPlan {
  subject: Subject;
  /** tells sweeps apart: the subject and all that is given to it from outside */
  title: string;
  axes: readonly Axis[];
  settings: Readonly<Record<string, string>>;
}

/** What has become of a point: its measures, or why it failed. */
export interface SweepRow {
  /** of the whole sweep, as `Sweep.id` */
  sweep: string;
  point: number;
  /** the knobs that are turned */
  knobs: Record<string, unknown>;
  measures?: Measures;
  error?: { code: string; message: string; path: string };
}

export interface Sweep {
  /** eight hex digits that are another's where anything is set otherwise */
  readonly id: string;
  readonly first: number;
  /** the point after the last */
  readonly end: number;
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
  const run = async (engine: SweepEngine, point: number): Promise<SweepRow> => {
    const turned = pointAt(axes, point);
    const row: SweepRow = { sweep: id, point, knobs: turned };
    try {
      row.knobs = read(subject, turned, row.knobs);
      const measures = await subject.run({ ...read(subject, settings, {}), ...row.knobs }, (state) => engine.epoch(state));
      return { ...row, measures };
    } catch (error) {
      return { ...row, error: errorOf(error) };
    }
  };
  return {
    id,
    first,
    end,
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

/** Values read one by one into `known`, so that those before a bad one are known too. */
function read(subject: Subject, texts: Readonly<Record<string, string>>, known: Record<string, unknown>): Record<string, unknown> {
  const values = { ...known };
  for (const [name, written] of Object.entries(texts)) values[name] = subject.knobs[name]!.read(written, name);
  return values;
}

function errorOf(error: unknown): NonNullable<SweepRow["error"]> {
  if (error instanceof YumaError) return { code: error.code, message: error.message, path: error.path };
  return { code: "internal", message: String(error), path: "" };
}

/** How a row of the point begins, whatever it has come to. */
export function rowStart(sweep: string, point: number): string {
  return `{"sweep":"${sweep}","point":${point},`;
}

/** A row as a line of JSON, without its end; u64 as decimal strings. */
export function rowJson({ sweep, point, knobs, measures, error }: SweepRow): string {
  const rest = JSON.stringify({ knobs, ...(measures && { measures }), ...(error && { error }) }, (_, value: unknown) =>
    typeof value === "bigint" ? String(value) : value,
  );
  return rowStart(sweep, point) + rest.slice(1);
}
