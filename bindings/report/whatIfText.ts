import type { Explanation, WhatIf } from "../explain/index.js";
import { verdictLines } from "./explainCauses.js";
import { fraction, sectionText, signed, type Section } from "./sections.js";
import { fromRao } from "./table.js";

type Unit = "rao" | "X32" | "flag";

const OUTPUTS: readonly (readonly [name: string, unit: Unit, value: (explanation: Explanation) => bigint])[] = [
  ["total stake", "rao", ({ stake }) => stake.totalRao],
  ["part of all stake that is counted", "X32", ({ stake }) => stake.stakeX32],
  ["active", "flag", ({ activity }) => BigInt(activity.active)],
  ["permit in this epoch", "flag", ({ permit }) => BigInt(permit.current)],
  ["part of the stake that votes", "X32", ({ stake }) => stake.activeStakeX32],
  ["permit in the next epoch", "flag", ({ permit }) => BigInt(permit.next)],
  ["consensus", "X32", ({ consensus }) => consensus.consensusX32],
  ["validator trust", "X32", ({ validatorTrustX32 }) => validatorTrustX32],
  ["incentive", "X32", ({ incentive }) => incentive.incentiveX32],
  ["dividends", "X32", ({ dividends }) => dividends.dividendsX32],
  ["emission for serving", "rao", ({ emission }) => emission.server.rao],
  ["emission for validating", "rao", ({ emission }) => emission.validator.rao],
  ["emission", "rao", ({ emission }) => emission.combined.rao],
];

function shown(unit: Unit, value: bigint): string {
  if (unit === "flag") return value === 0n ? "no" : "yes";
  return unit === "rao" ? fromRao(value) : fraction(value);
}

function difference(unit: Unit, change: bigint): string {
  if (change === 0n || unit === "flag") return "";
  return unit === "X32" ? signed(change) : `${change < 0n ? "-" : "+"}${fromRao(change < 0n ? -change : change)}`;
}

/** What is changed, in words. */
function changesText({ changes }: WhatIf): string {
  return Object.entries(changes)
    .map(([name, value]) =>
      Array.isArray(value) ? `${name} = ${value.length} entries` : `${name} = ${value === null ? "none" : String(value)}`,
    )
    .join(", ");
}

/** What a uid gets beside what it would get. */
export function whatIfSection(given: WhatIf): Section {
  const { is, wouldBe } = given;
  const said = ({ verdict, idle }: Explanation) => verdictLines(verdict, idle).join(" ");
  return {
    heading: `What if ${changesText(given)}`,
    lines: [`as it is: ${said(is)}`, `as it would be: ${said(wouldBe)}`],
    table: {
      header: ["", "is", "would be", "change", "change, raw"],
      names: 1,
      rows: OUTPUTS.map(([name, unit, value]) => {
        const [from, to] = [value(is), value(wouldBe)];
        return [
          name,
          shown(unit, from),
          shown(unit, to),
          difference(unit, to - from),
          from === to || unit === "flag" ? "" : String(to - from),
        ];
      }),
    },
  };
}

/** For a terminal. */
export function whatIfText(given: WhatIf): string {
  return `uid ${given.uid} of ${given.is.n} at block ${given.is.block}\n\n${sectionText(whatIfSection(given))}`;
}
