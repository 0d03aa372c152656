/** Sweeps over the document at hand, and over random networks under its rules. */
import { useComputed, useSignal } from "@preact/signals";
import { hasWebGpu } from "../engine/gpuScript.js";
import { sweepCommand } from "../model/sweepCommand.js";
import { nameOf, uidsIn } from "../model/document.js";
import { stakeOf } from "../model/ruleSets.js";
import { AXES, axisTitle, MEASURE_TITLES, MEASURES, planProblem, type MeasureId, type SweepAxis, type SweepPlan } from "../model/sweep.js";
import { doc, miner, played, uid } from "../store.js";
import { grid, gridDigest, gridError, gridStop, sweepOnGpu, sweepOnWorkers } from "../sweepStore.js";
import { sides } from "../timeStore.js";
import { CommandLine } from "./command.js";
import { HeatMap } from "./heatMap.js";
import { Retention } from "./retention.js";

const STEPS = [5, 11, 21];

/** An axis with ends that fit: of a stake a quarter and twice of what it is. */
function axisNamed(name: SweepAxis["name"], who: number): SweepAxis {
  if (name !== "stake") return { name, uid: 0, from: AXES[name].from, to: AXES[name].to };
  const state = played.peek()?.shown.state;
  const alpha = Number(((state && stakeOf(state)[who]) ?? 0n) / 1_000_000_000n);
  return { name, uid: who, from: Math.floor(alpha / 4), to: Math.min(2 * Math.max(alpha, 500), AXES.stake.most) };
}

function Who({ label, uids, value, onChange }: { label: string; uids: readonly number[]; value: number; onChange: (uid: number) => void }) {
  return (
    <select aria-label={label} value={value} onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}>
      {uids.map((at) => (
        <option key={at} value={at}>
          {nameOf(doc.value, at)}
        </option>
      ))}
    </select>
  );
}

function AxisFields({ title, axis, onChange }: { title: string; axis: SweepAxis; onChange: (axis: SweepAxis) => void }) {
  const { unit } = AXES[axis.name];
  const end = (name: "from" | "to") => (
    <label>
      {name}{" "}
      <input
        type="number"
        step="any"
        class="axis-end"
        title={`${axis[name]} as the chain has it`}
        value={Number((axis[name] / unit).toFixed(4))}
        onChange={({ currentTarget: { valueAsNumber } }) =>
          Number.isFinite(valueAsNumber) && onChange({ ...axis, [name]: Math.round(valueAsNumber * unit) })
        }
      />
    </label>
  );
  return (
    <fieldset class="bar" aria-label={`${title}: ${axisTitle(doc.value, axis)}`}>
      <label>
        {title}{" "}
        <select
          value={axis.name}
          onChange={({ currentTarget }) => onChange(axisNamed(currentTarget.value as SweepAxis["name"], sides.value.validators[0] ?? 0))}
        >
          {Object.entries(AXES).map(([name, { title }]) => (
            <option key={name} value={name}>
              {title}
            </option>
          ))}
        </select>
      </label>
      {axis.name === "stake" && (
        <Who
          label={`${title}: whose stake`}
          uids={sides.value.validators}
          value={axis.uid}
          onChange={(who) => onChange(axisNamed("stake", who))}
        />
      )}
      {end("from")}
      {end("to")}
    </fieldset>
  );
}

function Grid() {
  const x = useSignal<SweepAxis>(axisNamed("bondsPenalty", 0));
  const y = useSignal<SweepAxis>(axisNamed("kappa", 0));
  const steps = useSignal(11);
  const measureId = useSignal<MeasureId>("dividendsSum");
  const measured = useSignal<number | null>(null);
  const uids = useComputed(() => {
    const { of } = MEASURE_TITLES[measureId.value];
    return of === "all" ? [...sides.value.validators, ...sides.value.miners] : sides.value[of];
  });
  const plan = useComputed<SweepPlan>(() => {
    const chosen = measured.value ?? (MEASURE_TITLES[measureId.value].of === "miners" ? miner.value : uid.value);
    const who = uids.value.includes(chosen) ? chosen : (uids.value[0] ?? 0);
    const n = uidsIn(doc.value);
    const kept = (axis: SweepAxis) => (axis.uid < n ? axis : { ...axis, uid: 0 });
    return { x: kept(x.value), y: kept(y.value), steps: steps.value, measure: { id: measureId.value, uid: who } };
  });
  const problem = useComputed(() => planProblem(doc.value, plan.value));
  const sweptDoc = useComputed(() => grid.value?.doc ?? null);
  const sweptPlan = useComputed(() => grid.value?.plan ?? null);
  // Not with every point that comes.
  const command = useComputed(() =>
    sweptDoc.value === null || sweptPlan.value === null ? null : sweepCommand(sweptDoc.value, sweptPlan.value),
  );
  const [run, stop] = [grid.value, gridStop.value];
  const canRun = problem.value === null && played.value !== null;
  return (
    <section class="pane" aria-label="Heat map of two parameters">
      <h2>Two parameters at once</h2>
      <AxisFields title="across" axis={plan.value.x} onChange={(axis) => (x.value = axis)} />
      <AxisFields title="up" axis={plan.value.y} onChange={(axis) => (y.value = axis)} />
      <div class="bar">
        <label>
          measured{" "}
          <select value={measureId.value} onChange={({ currentTarget }) => (measureId.value = currentTarget.value as MeasureId)}>
            {MEASURES.map((id) => (
              <option key={id} value={id}>
                {MEASURE_TITLES[id].title}
              </option>
            ))}
          </select>
        </label>
        <Who label="of whom" uids={uids.value} value={plan.value.measure.uid} onChange={(who) => (measured.value = who)} />
        <label>
          points{" "}
          <select value={steps.value} onChange={({ currentTarget }) => (steps.value = Number(currentTarget.value))}>
            {STEPS.map((count) => (
              <option key={count} value={count}>
                {count} × {count}
              </option>
            ))}
          </select>
        </label>
      </div>
      <div class="bar">
        {stop === null ? (
          <>
            <button type="button" disabled={!canRun} onClick={() => sweepOnWorkers(plan.value)}>
              Sweep on workers
            </button>
            {hasWebGpu() && (
              <button
                type="button"
                disabled={!canRun || doc.value.nullConsensus}
                title={doc.value.nullConsensus ? "Null consensus runs on workers alone" : undefined}
                onClick={() => sweepOnGpu(plan.value)}
              >
                Sweep on WebGPU
              </button>
            )}
          </>
        ) : (
          <button type="button" onClick={stop}>
            Stop
          </button>
        )}
        {problem.value !== null && <span>{problem.value}</span>}
        {run !== null && (
          <span class="muted" role="status">
            {run.results.filter((result) => result !== null).length} of {run.results.length} points on {run.on}
            {run.doc !== doc.value && "; of the document as it was before"}
          </span>
        )}
      </div>
      {gridError.value !== null && <p role="alert">{gridError.value}</p>}
      {run !== null && <HeatMap run={run} />}
      {gridDigest.value !== null && <p class="muted digest">SHA-256 of all points' digests {gridDigest.value}</p>}
      {command.value !== null && <CommandLine command={command.value} />}
    </section>
  );
}

export function Sweeps() {
  return (
    <div class="columns">
      <Grid />
      <Retention />
    </div>
  );
}
