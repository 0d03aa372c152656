import { useRef } from "preact/hooks";
import { signal } from "@preact/signals";
import type { LiquidAlphaConsensusMode, SubnetState } from "yuma-consensus";
import type { Hyperparameters } from "yuma-consensus/simulate";
import { chipOf } from "../model/document.js";
import { changeParameter, setParameter } from "../model/edit.js";
import { boundsOf, fromSlider, GROUPS, readValue, sliderOf, valueText, type Parameter, type Value } from "../model/parameters.js";
import { withoutEffect, type RulesAtHand } from "../model/ruleSets.js";
import { share } from "../model/amounts.js";
import { doc, epoch, newGesture, NEWEST_RULE_SET, played, tryEdit } from "../store.js";

/** whether a story's parameter changes from the epoch at hand on, and not from the first */
const isFromHere = signal(false);

const MODES: readonly LiquidAlphaConsensusMode[] = ["auto", "current", "previous"];

function setValue(name: keyof Hyperparameters & keyof SubnetState, value: never, what: string, gesture = ""): void {
  const held = doc.peek();
  const keyFrame = held.kind === "scenario" && isFromHere.peek();
  tryEdit(() => (keyFrame ? changeParameter(held, epoch.peek(), name, value) : setParameter(held, name, value)), what, gesture);
}

export function Parameters() {
  const state = played.value?.shown.state;
  if (state === undefined) return null;
  const rules: RulesAtHand = { ...state, ruleSet: state.ruleSet ?? NEWEST_RULE_SET, isNull: chipOf(doc.value) === "null" };
  const mode = withoutEffect("liquidAlphaConsensusMode", rules);
  return (
    <section class="pane" aria-label="Parameters">
      <div class="bar">
        <h2 class="grow">Parameters</h2>
        {doc.value.kind === "scenario" && (
          <select
            aria-label="What a change holds for"
            value={isFromHere.value ? "here" : "all"}
            onChange={({ currentTarget }) => (isFromHere.value = currentTarget.value === "here")}
          >
            <option value="all">for the whole story</option>
            <option value="here">from epoch {epoch.value} on</option>
          </select>
        )}
      </div>
      {GROUPS.map(({ title, parameters }, at) => (
        <details key={title} open={at === 0 || undefined}>
          <summary>{title}</summary>
          <div class="parameters">
            {parameters.map((parameter) => (
              <ParameterRow key={parameter.name} parameter={parameter} state={state} rules={rules} />
            ))}
            {title === "Liquid alpha" && (
              <div class={`parameter ${mode === null ? "" : "idle"}`}>
                <label for="mode">
                  <span class="parameter-name">compares with</span>{" "}
                  <span class="parameter-help">{mode ?? "which consensus a weight is compared with"}</span>
                </label>
                <select
                  id="mode"
                  value={state.liquidAlphaConsensusMode ?? "auto"}
                  onChange={({ currentTarget }) => setValue("liquidAlphaConsensusMode", currentTarget.value as never, "consensus mode")}
                >
                  {MODES.map((one) => (
                    <option key={one} value={one}>
                      {one === "auto" ? "auto: by bonds penalty" : `${one} consensus`}
                    </option>
                  ))}
                </select>
              </div>
            )}
          </div>
        </details>
      ))}
    </section>
  );
}

interface ParameterRowProps {
  readonly parameter: Parameter;
  readonly state: SubnetState;
  readonly rules: RulesAtHand;
}

function ParameterRow({ parameter, state, rules }: ParameterRowProps) {
  const gesture = useRef(newGesture());
  const { name, label, help, kind } = parameter;
  const isPlain = rules.ruleSet === "spec-273";
  const value = state[name] as Value;
  const [least, most] = boundsOf(parameter, state, isPlain);
  const idle = withoutEffect(name, rules);
  const text = valueText(parameter, value);
  const inWords = kind === "proportion" ? share(value as number) : kind === "millionths" ? (Number(value) / 1e6).toFixed(4) : "";
  const refuses = (read: Value) =>
    (name === "alphaLow" && Number(read) > state.alphaHigh) || (name === "alphaHigh" && Number(read) < state.alphaLow);
  return (
    <div class={`parameter ${idle === null ? "" : "idle"}`}>
      <label for={`parameter-${name}`}>
        <span class="parameter-name">{label}</span> <span class="parameter-help">{idle ?? help}</span>
      </label>
      <input
        type="range"
        min={least}
        max={most}
        step={1}
        aria-label={label}
        aria-valuetext={inWords === "" ? text : `${inWords}, raw ${text}`}
        value={sliderOf(parameter, value)}
        onInput={({ currentTarget }) =>
          setValue(name, fromSlider(parameter, currentTarget.valueAsNumber, value) as never, label, gesture.current)
        }
        onChange={() => (gesture.current = newGesture())}
      />
      <input
        id={`parameter-${name}`}
        type="text"
        inputMode="decimal"
        class="short"
        value={text}
        title={kind === "coin" ? `${value} rao` : ""}
        onChange={({ currentTarget }) => {
          const read = readValue(parameter, currentTarget.value, isPlain, value);
          if (read === null || refuses(read)) currentTarget.value = text;
          else setValue(name, read as never, label);
        }}
      />
      <span class="number muted">{inWords}</span>
    </div>
  );
}
