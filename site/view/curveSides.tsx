/** Who stands on which side of the consensus, and what it cut from each weight. */
import { useSignal } from "@preact/signals";
import { fractionOf, signed } from "../model/amounts.js";
import { axisEnd, sides, type StakeCurve, type Vote } from "../model/stakeCurve.js";
import { choose, nameNow } from "./chosen.js";

const MOST_ROWS = 12;

function Side({ heading, votes, end }: { heading: string; votes: readonly Vote[]; end: number }) {
  const isWhole = useSignal(false);
  const stake = fractionOf(votes.reduce((sum, { stakeX32 }) => sum + stakeX32, 0n));
  const rows = isWhole.value ? votes : votes.slice(0, MOST_ROWS);
  return (
    <tbody>
      <tr class="side">
        <th scope="rowgroup" colSpan={4}>
          {heading}: {votes.length} with {stake.toFixed(4)} of the stake
          {votes.length > MOST_ROWS && (
            <button type="button" class="link" onClick={() => (isWhole.value = !isWhole.value)}>
              {isWhole.value ? `the first ${MOST_ROWS}` : "show all"}
            </button>
          )}
        </th>
      </tr>
      {rows.map(({ uid, scoreX32, stakeX32, clippedX32 }) => {
        const cut = scoreX32 - clippedX32;
        const length = (rawX32: bigint) => `${(100 * fractionOf(rawX32)) / end}%`;
        return (
          <tr key={uid}>
            <th scope="row">
              <button type="button" class="link" onClick={() => choose(uid)}>
                {nameNow(uid)}
              </button>
            </th>
            <td class="number" title={`raw ${stakeX32} of 2^32`}>
              {fractionOf(stakeX32).toFixed(4)}
            </td>
            <td
              class="number weight"
              title={`raw ${scoreX32} of 2^32, of which ${clippedX32} is left`}
              style={{ "--left": length(clippedX32), "--whole": length(scoreX32) }}
            >
              {fractionOf(scoreX32).toFixed(4)}
            </td>
            <td class="number">{cut === 0n ? "–" : signed(-fractionOf(cut), (size) => Number(size).toFixed(4))}</td>
          </tr>
        );
      })}
    </tbody>
  );
}

export function CurveSides({ curve }: { curve: StakeCurve }) {
  const { supporting, below } = sides(curve);
  const end = axisEnd(curve);
  const isNone = curve.consensusX32 === 0n;
  return (
    <div class="scroll">
      <table class="sides" aria-label="Weights on the miner and what the consensus cut from them">
        <thead>
          <tr>
            <th scope="col">validator</th>
            <th scope="col">stake</th>
            <th scope="col">weight on it</th>
            <th scope="col">cut</th>
          </tr>
        </thead>
        {supporting.length > 0 && (
          <Side
            heading={isNone ? "No consensus: too little stake gives it a weight" : "Give it the consensus or more"}
            votes={supporting}
            end={end}
          />
        )}
        {below.length > 0 && <Side heading="Give it less" votes={below} end={end} />}
      </table>
    </div>
  );
}
