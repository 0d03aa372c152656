/** The stake behind each weight on one miner, and where kappa cuts. */
import { useSignal } from "@preact/signals";
import { alpha, share } from "../model/amounts.js";
import { scoredOf } from "../model/shown.js";
import { stakeCurve, type StakeCurve } from "../model/stakeCurve.js";
import { doc, miner, played } from "../store.js";
import { nameNow } from "./chosen.js";
import { CurvePlot } from "./curvePlot.js";
import { CurveSides } from "./curveSides.js";
import { UidPicker } from "./uidPicker.js";

export function Curve() {
  const shown = played.value?.shown;
  if (shown === undefined || shown.state.n === 0) return null;
  const chosen = Math.min(miner.value, shown.state.n - 1);
  const { incentive, serverEmission } = shown.result;
  return (
    <section class="pane" aria-label="Stake curve">
      <h2>Who supports which weight on a miner</h2>
      <div class="bar">
        <UidPicker label="Miner" uids={scoredOf(doc.value, shown.state)} value={chosen} onPick={(uid) => (miner.value = uid)} />
        <span class="muted" title={`${incentive[chosen]} of 65535; ${serverEmission[chosen]} rao`}>
          {nameNow(chosen)}: incentive {share(incentive[chosen]!)}, {alpha(serverEmission[chosen]!)} alpha
        </span>
      </div>
      {shown.trace === null ? (
        <p class="muted">Null consensus asks no majority: the validator of the largest stake decides alone, and there is no curve.</p>
      ) : (
        <Drawn curve={stakeCurve(shown.trace, chosen)} kappa={shown.state.kappa} />
      )}
    </section>
  );
}

function Drawn({ curve, kappa }: { curve: StakeCurve; kappa: number }) {
  const isNear = useSignal(false);
  if (curve.votes.length === 0) return <p class="muted">Nobody votes in this epoch: no active uid with a permit has stake that counts.</p>;
  return (
    <>
      <CurvePlot curve={curve} kappa={kappa} isNear={isNear.value} />
      <label>
        <input type="checkbox" checked={isNear.value} onChange={({ currentTarget: { checked } }) => (isNear.value = checked)} /> only the
        weights that there are
      </label>
      <CurveSides curve={curve} />
    </>
  );
}
