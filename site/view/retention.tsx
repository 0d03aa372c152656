/** How useful the honest have to be to keep their part of the emission, by their part of the stake. */
import { useComputed, useSignal } from "@preact/signals";
import { retentionCommand } from "../model/sweepCommand.js";
import { played } from "../store.js";
import { findRetention, retention, retentionError, retentionStop, type Resolution } from "../sweepStore.js";
import { CommandLine } from "./command.js";

const WIDTH = 480;
const HEIGHT = 260;
const LEFT = 58;
const BOTTOM = 36;
const FIRST_STAKE = 0.5;

const xOf = (stake: number) => LEFT + ((stake - FIRST_STAKE) / (1 - FIRST_STAKE)) * (WIDTH - LEFT - 10);
const yOf = (utility: number) => 10 + (1 - utility) * (HEIGHT - BOTTOM - 10);

function Line({ needed }: { needed: readonly (readonly [stake: number, utility: number | null])[] }) {
  const path = needed.flatMap(([stake, utility]) => (utility === null ? [] : [`${xOf(stake)},${yOf(utility)}`])).join(" ");
  return (
    <svg
      class="retention"
      data-file="retention"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label="Needed utility by honest stake; the numbers follow as a table"
    >
      {[0, 0.25, 0.5, 0.75, 1].map((utility) => (
        <g key={utility}>
          <line class="grid-line" x1={LEFT} x2={WIDTH - 10} y1={yOf(utility)} y2={yOf(utility)} />
          <text x={LEFT - 6} y={yOf(utility) + 4} text-anchor="end">
            {utility}
          </text>
        </g>
      ))}
      {[0.5, 0.6, 0.7, 0.8, 0.9, 1].map((stake) => (
        <text key={stake} x={xOf(stake)} y={HEIGHT - BOTTOM + 16} text-anchor="middle">
          {stake}
        </text>
      ))}
      <text x={(LEFT + WIDTH) / 2} y={HEIGHT - 4} text-anchor="middle">
        honest part of the stake
      </text>
      <text x={14} y={(HEIGHT - BOTTOM + 10) / 2} text-anchor="middle" transform={`rotate(-90 14 ${(HEIGHT - BOTTOM + 10) / 2})`}>
        utility needed
      </text>
      <polyline class="line-0" fill="none" stroke-width="2" points={path} />
      {needed.map(([stake, utility]) =>
        utility === null ? (
          <text key={stake} class="none" x={xOf(stake)} y={yOf(1) + 4} text-anchor="middle">
            ×<title>{`stake ${stake}: not even a utility of one is enough`}</title>
          </text>
        ) : (
          <circle key={stake} class="share-0" cx={xOf(stake)} cy={yOf(utility)} r="3.5">
            <title>{`stake ${stake}: ${utility.toFixed(4)}`}</title>
          </circle>
        ),
      )}
    </svg>
  );
}

export function Retention() {
  const resolution = useSignal<Resolution>("quick");
  const needed = useComputed(() => [...(retention.value?.needed ?? [])].sort(([a], [b]) => a - b));
  const [run, stop] = [retention.value, retentionStop.value];
  return (
    <section class="pane" aria-label="Retention line">
      <h2>Retention line</h2>
      <p class="muted">
        A cabal gives weight to its own miners. How useful do the honest have to be to keep their part of the emission? In random networks,
        under the rules and parameters of the epoch at hand.
      </p>
      <div class="bar">
        <label>
          networks of{" "}
          <select value={resolution.value} onChange={({ currentTarget }) => (resolution.value = currentTarget.value as Resolution)}>
            <option value="quick">128 uids, 11 self-weights</option>
            <option value="full">512 uids, 51 self-weights (slow)</option>
          </select>
        </label>
        {stop === null ? (
          <button type="button" disabled={played.value === null} onClick={() => findRetention(resolution.value)}>
            Find the line
          </button>
        ) : (
          <button type="button" onClick={stop}>
            Stop
          </button>
        )}
        {run !== null && (
          <span class="muted" role="status">
            {needed.value.length} of {run.options.majorStakes!.length} stakes
          </span>
        )}
      </div>
      {retentionError.value !== null && <p role="alert">{retentionError.value}</p>}
      {run !== null && (
        <>
          <Line needed={needed.value} />
          {needed.value.some(([, utility]) => utility === null) && <p class="muted">× where not even a utility of one is enough.</p>}
          <details>
            <summary>Numbers</summary>
            <table>
              <thead>
                <tr>
                  <th scope="col">honest stake</th>
                  <th scope="col">utility needed</th>
                </tr>
              </thead>
              <tbody>
                {needed.value.map(([stake, utility]) => (
                  <tr key={stake}>
                    <th scope="row">{stake.toFixed(2)}</th>
                    <td class="number" title={utility === null ? undefined : `${Math.round(utility * 65_535)} of 65535`}>
                      {utility?.toFixed(4) ?? "none is enough"}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
          <CommandLine command={retentionCommand(run.options)} />
        </>
      )}
    </section>
  );
}
