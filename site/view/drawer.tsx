/** Who the chosen uid is: permit, activity, blocks and bonds; of a state all of it can be changed. */
import { useState } from "preact/hooks";
import { epochsIn, nameOf, stateDocument, titleOf, uidsIn, type Document, type ScenarioDocument } from "../model/document.js";
import { toggleEvent } from "../model/edit.js";
import { kindOf, removePerson, renamePerson } from "../model/people.js";
import { rowOf } from "../model/shown.js";
import { share } from "../model/amounts.js";
import { doc, epoch, miner, open, played, tryEdit, uid } from "../store.js";
import { StateFields, SubnetFields } from "./stateFields.js";

export function Drawer() {
  const held = doc.value;
  const [isOpen, setOpen] = useState(false);
  return (
    <section class="pane" aria-label="Details">
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <h2>Details of {nameOf(held, uid.value)}</h2>
        </summary>
        {isOpen && <Details held={held} />}
      </details>
    </section>
  );
}

/** Nothing for the moment in which the epoch at hand is still one of other uids. */
function Details({ held }: { held: Document }) {
  const shown = played.value?.shown;
  if (shown === undefined || shown.state.n !== uidsIn(held)) return null;
  if (shown.state.n === 0)
    return (
      <div class="drawer">
        <p class="muted">There is nobody here.</p>
        <SubnetFields state={shown.state} held={held} />
      </div>
    );
  const who = Math.min(uid.value, shown.state.n - 1);
  return (
    <div class="drawer">
      <label class="bar">
        uid
        <input
          type="number"
          class="short"
          min={0}
          max={shown.state.n - 1}
          value={who}
          onChange={({ currentTarget }) => {
            const asked = currentTarget.valueAsNumber;
            if (Number.isInteger(asked) && asked >= 0 && asked < shown.state.n) uid.value = asked;
            else currentTarget.value = String(who);
          }}
        />
      </label>
      {held.kind === "scenario" && <Person key={`${who} ${nameOf(held, who)}`} held={held} who={who} />}
      <StateFields state={shown.state} result={shown.result} who={who} held={held} />
      <Bonds who={who} held={held} />
      <h3>The subnet</h3>
      <SubnetFields state={shown.state} held={held} />
      {held.kind === "scenario" && <OpenAsState held={held} />}
    </div>
  );
}

/** A story's own ways to change somebody. */
function Person({ held, who }: { held: ScenarioDocument; who: number }) {
  const name = nameOf(held, who);
  const [typed, setTyped] = useState(name);
  const at = epoch.value;
  const { scenario } = held;
  const has = (list: "registrations" | "bondResets") => scenario[list].some((event) => event.epoch === at && event.who === who);
  const isLast = scenario[kindOf(held, who)].length === 1;
  const rename = () => {
    if (typed !== name && !tryEdit(() => renamePerson(held, who, typed), `rename ${name}`)) setTyped(name);
  };
  const remove = () => {
    if (!tryEdit(() => removePerson(held, who), `remove ${name}`)) return;
    const behind = (other: number) => (other > who ? other - 1 : other);
    const validators = doc.value.kind === "scenario" ? doc.value.scenario.validators.length : 0;
    uid.value = Math.min(who, uidsIn(doc.value) - 1);
    miner.value = Math.min(uidsIn(doc.value) - 1, Math.max(validators, behind(miner.value)));
  };
  return (
    <>
      <div class="bar">
        <label>
          name{" "}
          <input
            type="text"
            maxLength={60}
            value={typed}
            onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            onChange={rename}
          />
        </label>
        <button type="button" disabled={isLast} title={isLast ? "A story has at least one of a kind." : ""} onClick={remove}>
          Remove
        </button>
      </div>
      <div class="bar">
        <EventBox name="a newcomer takes the uid" list="registrations" isOn={has("registrations")} held={held} who={who} />
        <EventBox name="bonds on it are reset" list="bondResets" isOn={has("bondResets")} held={held} who={who} />
        <span class="muted">before epoch {at}</span>
      </div>
    </>
  );
}

interface EventBoxProps {
  readonly name: string;
  readonly list: "registrations" | "bondResets";
  readonly isOn: boolean;
  readonly held: ScenarioDocument;
  readonly who: number;
}

function EventBox({ name, list, isOn, held, who }: EventBoxProps) {
  const toggle = () => tryEdit(() => toggleEvent(held, list, epoch.value, who), `${name}: ${nameOf(held, who)}`);
  return (
    <label>
      <input type="checkbox" checked={isOn} onChange={toggle} /> {name}
    </label>
  );
}

/** As many as fit a few lines. */
const MOST_BONDS = 40;

function Bonds({ who, held }: { who: number; held: Document }) {
  const { state, result } = played.value!.shown;
  const [before, after] = [rowOf(state.bonds, who), new Map(rowOf(result.bonds, who))];
  const all = new Map(before.map(([to, value]) => [to, { before: value, after: 0 }]));
  for (const [to, value] of after) all.set(to, { before: all.get(to)?.before ?? 0, after: value });
  const rows = [...all].sort(([, a], [, b]) => b.after - a.after);
  if (rows.length === 0) return <p class="muted">It has no bonds, before or after this epoch.</p>;
  return (
    <table>
      <caption>Bonds before and after this epoch{rows.length > MOST_BONDS && `, the ${MOST_BONDS} largest of ${rows.length}`}</caption>
      <tbody>
        {rows.slice(0, MOST_BONDS).map(([to, values]) => (
          <tr key={to}>
            <th scope="row">{nameOf(held, to)}</th>
            <td class="number" title={`${values.before} of 65535`}>
              {share(values.before)}
            </td>
            <td class="number" title={`${values.after} of 65535`}>
              {share(values.after)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function OpenAsState({ held }: { held: ScenarioDocument }) {
  const { state, epoch: at } = played.value!.shown;
  const toState = () => {
    const isLonger = epochsIn(held) > 1;
    const title = isLonger ? `${titleOf(held)}, epoch ${at}` : titleOf(held);
    open(stateDocument(title, state, 1, held.nullConsensus), `epoch ${at} as a state`);
  };
  return (
    <div class="bar">
      <button type="button" onClick={toState}>
        Open this epoch as a state
      </button>
      <span class="muted">There everything above can be changed.</span>
    </div>
  );
}
