/** The points of a sweep as cells; the one pointed at is read out. */
import { useSignal } from "@preact/signals";
import type { TargetedKeyboardEvent } from "preact";
import { useMemo } from "preact/hooks";
import { nameOf } from "../model/document.js";
import {
  axisText,
  axisTitle,
  axisValues,
  documentAt,
  MEASURE_TITLES,
  settingsAt,
  type PointResult,
  type SweepPlan,
} from "../model/sweep.js";
import { edit } from "../store.js";
import type { GridRun } from "../sweepStore.js";

const SIDE = 440;
const LEFT = 76;
const BOTTOM = 40;

type Results = GridRun["results"];

const measured = (result: PointResult | null | undefined) => (result && "value" in result ? result.value : null);

function extremes(results: Results): [least: number, most: number] {
  let [least, most] = [Infinity, -Infinity];
  for (const result of results) {
    const value = measured(result);
    if (value !== null) [least, most] = [Math.min(least, value), Math.max(most, value)];
  }
  return [least, most];
}

const shortly = (value: number) => String(Number(value.toPrecision(6)));

function cellText(result: PointResult | null | undefined): string {
  if (!result) return "not there yet";
  if ("refusal" in result) return `refused: ${result.refusal}`;
  return result.value === null ? "not defined" : shortly(result.value);
}

function Cells({ results, steps }: { results: Results; steps: number }) {
  const [least, most] = extremes(results);
  const size = SIDE / steps;
  return (
    <>
      {results.map((result, point) => {
        const [x, y] = [LEFT + (point % steps) * size, SIDE - (Math.floor(point / steps) + 1) * size];
        const value = measured(result);
        if (result === null) return null;
        if (value === null)
          return (
            <text key={point} x={x + size / 2} y={y + size / 2 + 4} text-anchor="middle">
              {"refusal" in result ? "×" : "–"}
            </text>
          );
        const part = most === least ? 0.5 : (value - least) / (most - least);
        const fill = `color-mix(in srgb, var(--validator) ${(100 * part).toFixed(1)}%, var(--heat-least))`;
        return <rect key={point} x={x} y={y} width={size + 0.3} height={size + 0.3} style={{ fill }} />;
      })}
    </>
  );
}

/** The first, middle and last value of both axes. */
function Ticks({ run: { doc, plan } }: { run: GridRun }) {
  const { x, y, steps } = plan;
  const size = SIDE / steps;
  const places = [0, (steps - 1) / 2, steps - 1];
  return (
    <>
      {places.map((step) => (
        <g key={step}>
          <text x={LEFT + (step + 0.5) * size} y={SIDE + 14} text-anchor={step === 0 ? "start" : step === steps - 1 ? "end" : "middle"}>
            {axisText(x, axisValues(x, steps)[step]!)}
          </text>
          <text x={LEFT - 5} y={SIDE - (step + 0.5) * size + 4} text-anchor="end">
            {axisText(y, axisValues(y, steps)[step]!)}
          </text>
        </g>
      ))}
      <text x={LEFT + SIDE / 2} y={SIDE + 32} text-anchor="middle">
        {axisTitle(doc, x)}
      </text>
      <text x={12} y={SIDE / 2} text-anchor="middle" transform={`rotate(-90 12 ${SIDE / 2})`}>
        {axisTitle(doc, y)}
      </text>
    </>
  );
}

const MOVES: Readonly<Record<string, readonly [dx: number, dy: number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

function moved(point: number, key: string, steps: number): number | null {
  if (key === "Home") return 0;
  if (key === "End") return steps * steps - 1;
  const move = MOVES[key];
  if (move === undefined) return null;
  const within = (at: number) => Math.max(0, Math.min(at, steps - 1));
  return within(Math.floor(point / steps) + move[1]) * steps + within((point % steps) + move[0]);
}

export function HeatMap({ run }: { run: GridRun }) {
  const { doc: swept, plan, results } = run;
  const { steps, measure } = plan;
  const at = useSignal(0);
  // Kept while only the point that is read out changes.
  const cells = useMemo(() => <Cells results={results} steps={steps} />, [results, steps]);
  const range = useMemo(() => extremes(results), [results]);
  const size = SIDE / steps;
  const point = Math.min(at.value, steps * steps - 1);
  const pointedAt = (event: MouseEvent) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const scale = (LEFT + SIDE) / box.width;
    const [column, row] = [
      Math.floor(((event.clientX - box.left) * scale - LEFT) / size),
      steps - 1 - Math.floor(((event.clientY - box.top) * scale) / size),
    ];
    if (column >= 0 && column < steps && row >= 0 && row < steps) at.value = row * steps + column;
  };
  const onKeyDown = (event: TargetedKeyboardEvent<HTMLDivElement>) => {
    const next = moved(point, event.key, steps);
    if (next === null) return;
    event.preventDefault();
    at.value = next;
  };
  const title = `${MEASURE_TITLES[measure.id].title} of ${nameOf(swept, measure.uid)}`;
  const settings = settingsAt(plan, point).map(({ axis, value }) => `${axisTitle(swept, axis)} ${axisText(axis, value)}`);
  const result = results[point];
  return (
    <>
      <h3>{title}</h3>
      <div
        class="heat-map"
        role="application"
        aria-label={`Heat map: ${title}. Arrow keys go from point to point.`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the arrow keys
        tabIndex={0}
        onKeyDown={onKeyDown}
        onMouseMove={pointedAt}
        onClick={pointedAt}
      >
        <svg data-file="sweep" viewBox={`0 0 ${LEFT + SIDE} ${SIDE + BOTTOM}`} aria-hidden="true">
          <rect class="heat-ground" x={LEFT} y={0} width={SIDE} height={SIDE} />
          {cells}
          <rect
            class="heat-at"
            x={LEFT + (point % steps) * size}
            y={SIDE - (Math.floor(point / steps) + 1) * size}
            width={size}
            height={size}
          />
          <Ticks run={run} />
        </svg>
      </div>
      {range[0] <= range[1] && (
        <div class="heat-legend">
          <span class="number">{shortly(range[0])}</span>
          <span class="heat-scale" aria-hidden="true" />
          <span class="number">{shortly(range[1])}</span>
        </div>
      )}
      <p role="status">
        {settings.join(", ")}: <b class="number">{cellText(result)}</b>
      </p>
      {result && "digest" in result && <p class="muted digest">SHA-256 of its last epoch {result.digest}</p>}
      <p>
        <button
          type="button"
          disabled={!result || "refusal" in result}
          onClick={() => edit(documentAt(swept, plan, point), `the sweep's ${settings.join(", ")}`)}
        >
          Take this point over
        </button>
      </p>
      <Numbers plan={plan} results={results} run={run} />
    </>
  );
}

/** All points as a table, made when it is opened. */
function Numbers({ plan, results, run }: { plan: SweepPlan; results: Results; run: GridRun }) {
  const isOpen = useSignal(false);
  const { x, y, steps } = plan;
  return (
    <details onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}>
      <summary>Numbers</summary>
      {isOpen.value && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too
        <section class="scroll numbers" tabIndex={0} aria-label="The sweep's numbers">
          <table>
            <caption class="muted">
              Columns: {axisTitle(run.doc, x)}; rows: {axisTitle(run.doc, y)}
            </caption>
            <thead>
              <tr>
                <td />
                {axisValues(x, steps).map((value) => (
                  <th key={value} scope="col">
                    {axisText(x, value)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {axisValues(y, steps).map((value, row) => (
                <tr key={value}>
                  <th scope="row">{axisText(y, value)}</th>
                  {results.slice(row * steps, (row + 1) * steps).map((result, column) => (
                    <td key={column} class="number" title={result && "digest" in result ? result.digest : undefined}>
                      {result && "refusal" in result ? "refused" : cellText(result)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
