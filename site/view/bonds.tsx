/** The bonds that are stored for the next epoch: one validator's, and of all validators as a map. */
import { useSignal } from "@preact/signals";
import type { Shown } from "../engine/protocol.js";
import { share, signed } from "../model/amounts.js";
import { bondsOf, type Bond } from "../model/bondRows.js";
import { scoredOf, votersOf } from "../model/shown.js";
import { doc, uid } from "../store.js";
import { BondMap } from "./bondMap.js";
import { choose, nameNow } from "./chosen.js";
import { UidPicker } from "./uidPicker.js";

const MOST_ROWS = 12;

/** @param most the longest bar */
function BondRow({ bond: { miner, now, was }, most }: { bond: Bond; most: number }) {
  const isOther = was !== null && was !== now;
  return (
    <tr class={isOther ? "changed" : undefined}>
      <th scope="row">{nameNow(miner)}</th>
      <td
        class={isOther ? "number other" : "number"}
        title={`${now} of 65535${was === null ? "" : `; compared with ${was}`}`}
        style={{ "--now": `${(100 * now) / most}%`, "--was": `${(100 * (was ?? 0)) / most}%` }}
      >
        {share(now)} {isOther && <small class="difference">{signed(now - was, (size) => share(Number(size)))}</small>}
      </td>
      <td class="number muted">{now}</td>
    </tr>
  );
}

export function Bonds({ shown, before }: { shown: Shown; before: Shown | null }) {
  const isOpen = useSignal(false);
  const isWhole = useSignal(false);
  const last = useSignal(0);
  return (
    <details open={isOpen.value} onToggle={({ currentTarget: { open } }) => (isOpen.value = open)}>
      <summary>Bonds, as stored for the next epoch</summary>
      {isOpen.value && <Opened shown={shown} before={before} isWhole={isWhole} last={last} />}
    </details>
  );
}

type Held<T> = { value: T };

function Opened({ shown, before, isWhole, last }: { shown: Shown; before: Shown | null; isWhole: Held<boolean>; last: Held<number> }) {
  const validators = votersOf(doc.value, shown.state);
  const chosen = uid.value;
  // A miner that is looked at leaves the validator's bonds where they were.
  const validator = validators.includes(chosen) ? chosen : validators.includes(last.value) ? last.value : (validators[0] ?? 0);
  if (validator !== last.value) last.value = validator;
  const bonds = bondsOf(validator, shown.result.bonds, before?.result.bonds ?? null);
  const most = Math.max(1, bonds[0]?.now ?? 0, bonds[0]?.was ?? 0);
  const rows = isWhole.value ? bonds : bonds.slice(0, MOST_ROWS);
  return (
    <div class="bonds">
      <UidPicker label="Bonds of" uids={validators} value={validator} onPick={choose} />
      {bonds.length === 0 ? (
        <p class="muted">{nameNow(validator)} has no bonds.</p>
      ) : (
        <div class="scroll">
          <table class="results plain" aria-label={`Bonds of ${nameNow(validator)}`}>
            <thead>
              <tr>
                <th scope="col">miner</th>
                <th scope="col">bond</th>
                <th scope="col">u16</th>
              </tr>
            </thead>
            <tbody>
              {rows.map((bond) => (
                <BondRow key={bond.miner} bond={bond} most={most} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {bonds.length > MOST_ROWS && (
        <button type="button" aria-pressed={isWhole.value} onClick={() => (isWhole.value = !isWhole.value)}>
          {isWhole.value ? `The largest ${MOST_ROWS}` : `All ${bonds.length}`}
        </button>
      )}
      <BondMap
        validators={validators}
        miners={scoredOf(doc.value, shown.state)}
        chosen={validator}
        now={shown.result.bonds}
        was={before?.result.bonds ?? null}
      />
    </div>
  );
}
