/** Lines over the epochs, those of the compared version dotted beside them. */
import { useComputed, useSignal, useSignalEffect } from "@preact/signals";
import { useEffect, useRef } from "preact/hooks";
import type { Series } from "../engine/protocol.js";
import { epochsIn, nameOf } from "../model/document.js";
import { LINE_COLOURS, METRICS, uidInOther, valuesOf, type Metric } from "../model/lines.js";
import { against, doc, epoch } from "../store.js";
import { asked, bondMiner, bondValidator, bonds, charted, drawn, hidden, MOST_LINES, otherSeries, series, sides } from "../timeStore.js";
import { Chart, type Line } from "./chart.js";
import { goTo } from "./timeline.js";

const SIDES: readonly (readonly [Metric["of"], string])[] = [
  ["validators", "Validators"],
  ["miners", "Miners"],
];

function linesOf(metric: Metric): Line[] {
  const [now, ghosts, before] = [series.value, otherSeries.value, against.value];
  if (now === null) return [];
  const visible = drawn.value[metric.of].map((at, style) => ({ at, style })).filter(({ at }) => !hidden.value.has(at));
  const line = (of: Series, uid: number, name: string, style: number, ghost: boolean): Line => {
    const values = valuesOf(metric, of, uid).slice(0, now.epochs);
    while (values.length < now.epochs) values.push(null);
    return { name, style, values, ghost };
  };
  const ghostly = visible.flatMap(({ at, style }) => {
    const then = before === null ? null : uidInOther(doc.value, before, at);
    return then === null || ghosts === null || then >= ghosts.n ? [] : [line(ghosts, then, nameOf(doc.value, at), style, true)];
  });
  return [...ghostly, ...visible.map(({ at, style }) => line(now, at, nameOf(doc.value, at), style, false))];
}

function bondLines(): Line[] {
  const found = bonds.value;
  // Those of another document are on their way out.
  if (found === null || found.bonds.length !== series.value?.epochs) return [];
  const line = (values: Uint16Array, ghost: boolean): Line => ({
    name: "bond",
    style: 0,
    values: Array.from({ length: found.bonds.length }, (_, epoch) => (epoch < values.length ? values[epoch]! / 65_535 : null)),
    ghost,
  });
  return [...(found.against === null ? [] : [line(found.against, true)]), line(found.bonds, false)];
}

function Plot({ title, note, lines }: { title: string; note: string; lines: () => Line[] }) {
  const root = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart | null>(null);
  const drawnLines = useComputed(lines);
  useEffect(() => {
    if (root.current === null) return;
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const show = () => chart.current?.show(drawnLines.peek(), series.peek()?.epochs ?? 1, epoch.peek());
    const recolour = () => {
      chart.current?.recolour();
      show();
    };
    chart.current = new Chart(root.current, goTo);
    show();
    dark.addEventListener("change", recolour);
    return () => {
      dark.removeEventListener("change", recolour);
      chart.current?.destroy();
    };
  }, []);
  useSignalEffect(() => chart.current?.show(drawnLines.value, series.value?.epochs ?? 1, epoch.value));
  return (
    <figure class="chart">
      <figcaption title={note}>{title}</figcaption>
      <div ref={root} aria-hidden="true" />
      <Numbers title={title} lines={drawnLines.value} />
    </figure>
  );
}

/** More are no reading. */
const MOST_ROWS = 1_000;

/** The same as a table, made when it is opened. */
function Numbers({ title, lines }: { title: string; lines: readonly Line[] }) {
  const isOpen = useSignal(false);
  const own = lines.filter(({ ghost }) => !ghost);
  const isCut = (own[0]?.values.length ?? 0) > MOST_ROWS;
  return (
    <details onToggle={({ currentTarget }) => (isOpen.value = currentTarget.open)}>
      <summary>Numbers</summary>
      {isOpen.value && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too
        <section class="scroll numbers" tabIndex={0} aria-label={`${title}, numbers`}>
          <table>
            <caption class={isCut ? "muted" : "visually-hidden"}>
              {title} by epoch{isCut && `, the first ${MOST_ROWS}; a saved CSV has all`}
            </caption>
            <thead>
              <tr>
                <th scope="col">epoch</th>
                {own.map(({ name }) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {own[0]?.values.slice(0, MOST_ROWS).map((_, at) => (
                <tr key={at}>
                  <th scope="row">{at}</th>
                  {own.map(({ name, values }) => (
                    <td key={name} class="number">
                      {values[at]?.toFixed(4) ?? "none"}
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

function Legend({ side, title }: { side: Metric["of"]; title: string }) {
  const uids = drawn.value[side];
  const rest = sides.value[side].filter((at) => !uids.includes(at));
  return (
    <fieldset class="legend" aria-label={`Lines of ${title.toLowerCase()}`}>
      <b>{title}</b>
      {uids.map((at, style) => (
        <button
          key={at}
          type="button"
          aria-pressed={!hidden.value.has(at)}
          onClick={() => {
            const next = new Set(hidden.value);
            if (!next.delete(at)) next.add(at);
            hidden.value = next;
          }}
        >
          <svg width="22" height="8" aria-hidden="true">
            <line
              class={`line-${style % LINE_COLOURS}`}
              x1="0"
              x2="22"
              y1="4"
              y2="4"
              stroke-dasharray={style >= LINE_COLOURS ? "7 3" : undefined}
            />
          </svg>
          {nameOf(doc.value, at)}
        </button>
      ))}
      {rest.length > 0 && (
        <select
          aria-label={`Another of the ${rest.length} ${title.toLowerCase()} without a line`}
          value=""
          onChange={({ currentTarget }) => {
            if (currentTarget.value !== "") asked.value = [Number(currentTarget.value), ...asked.value].slice(0, MOST_LINES - 1);
            currentTarget.value = "";
          }}
        >
          <option value="">{rest.length} more ...</option>
          {rest.map((at) => (
            <option key={at} value={at}>
              {nameOf(doc.value, at)}
            </option>
          ))}
        </select>
      )}
    </fieldset>
  );
}

function Chips() {
  const toggle = (id: string) => {
    charted.value = charted.value.includes(id) ? charted.value.filter((one) => one !== id) : [...charted.value, id];
  };
  return (
    <fieldset class="bar" aria-label="Charts">
      {[...METRICS, { id: "bond", title: "Bond of the chosen pair" }].map(({ id, title }) => (
        <button key={id} type="button" aria-pressed={charted.value.includes(id)} onClick={() => toggle(id)}>
          {title}
        </button>
      ))}
    </fieldset>
  );
}

export function Charts() {
  if (epochsIn(doc.value) === 1) return null;
  const shown = METRICS.filter(({ id }) => charted.value.includes(id));
  const bondTitle = `Bond of ${nameOf(doc.value, bondValidator.value)} on ${nameOf(doc.value, bondMiner.value)}`;
  return (
    <section class="pane" aria-label="Charts">
      <h2>Over the epochs</h2>
      <Chips />
      {SIDES.map(([side, title]) => (
        <Legend key={side} side={side} title={title} />
      ))}
      <div class="charts">
        {shown.map((metric) => (
          <Plot key={metric.id} title={metric.title} note={metric.note} lines={() => linesOf(metric)} />
        ))}
        {charted.value.includes("bond") && (
          <Plot key="bond" title={bondTitle} note="As it is stored after each epoch; choose a validator and a miner." lines={bondLines} />
        )}
      </div>
      {otherSeries.value !== null && <p class="muted">Dotted lines are those of the version that it is compared with.</p>}
    </section>
  );
}
