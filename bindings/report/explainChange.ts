import type { Change, EpochComparison, Output, OutputChange } from "../explain/index.js";
import type { ExplainedChange } from "./explainFigures.js";
import { trustSections } from "./explainTrust.js";
import { exact, firstRows, fraction, sectionText, type Section } from "./sections.js";
import { fromRao } from "./table.js";

type Unit = "rao" | "X32" | "flag";

const OUTPUTS: Readonly<Record<Output, { name: string; unit: Unit }>> = {
  stakeRao: { name: "total stake", unit: "rao" },
  stakeX32: { name: "part of all stake that is counted", unit: "X32" },
  active: { name: "active", unit: "flag" },
  newValidatorPermit: { name: "permit in the next epoch", unit: "flag" },
  activeStakeX32: { name: "part of the stake that votes", unit: "X32" },
  consensusX32: { name: "consensus", unit: "X32" },
  validatorTrustX32: { name: "validator trust", unit: "X32" },
  rankX32: { name: "rank", unit: "X32" },
  incentiveX32: { name: "incentive", unit: "X32" },
  dividendsX32: { name: "dividends", unit: "X32" },
  serverEmissionRao: { name: "emission for serving", unit: "rao" },
  validatorEmissionRao: { name: "emission for validating", unit: "rao" },
  emissionRao: { name: "emission", unit: "rao" },
};

export function changeTitle({ uid, before, after }: EpochComparison): string {
  return `uid ${uid}: what changed from block ${before.block} to block ${after.block}, and why`;
}

/**
 * The outputs that changed, each as a sum over causes, then the stored bonds, and the trust miner by miner where that
 * changed; tables of at most `rows` rows.
 */
export function changeSections({ comparison, trust }: ExplainedChange, rows: number): Section[] {
  const numbers = comparison.outputs.filter((change) => OUTPUTS[change.output].unit !== "flag" && !isPart(change, comparison));
  return [
    overviewSection(comparison, rows),
    ...numbers.map((change) => causeSection(change, comparison, rows)),
    ...(comparison.bonds.length === 0 ? [] : [bondSection(comparison, rows)]),
    ...(trust.changeX32 === 0n ? [] : trustSections(trust, rows)),
  ];
}

/** For a terminal. */
export function changeText(change: ExplainedChange, rows: number): string {
  return [changeTitle(change.comparison), ...changeSections(change, rows).map(sectionText)].join("\n\n");
}

/** The emission of one who serves only, or validates only, is that part of it and changes for the same causes. */
function isPart({ output, causes }: OutputChange, { outputs }: EpochComparison): boolean {
  const same = (other: OutputChange) =>
    other.causes.length === causes.length &&
    other.causes.every((one, i) => one.cause === causes[i]!.cause && one.change === causes[i]!.change);
  return (
    output === "emissionRao" && outputs.some((other) => other.output !== output && OUTPUTS[other.output].unit === "rao" && same(other))
  );
}

function shown(unit: Unit, value: bigint): string {
  if (unit === "flag") return value === 0n ? "no" : "yes";
  return unit === "rao" ? `${value < 0n ? "-" : ""}${fromRao(size(value))}` : fraction(value);
}

function signed(unit: Unit, value: bigint): string {
  return `${value > 0n ? "+" : ""}${shown(unit, value)}`;
}

function size(value: bigint): bigint {
  return value < 0n ? -value : value;
}

/** The causes of a change, the largest first. */
function bySize({ causes }: Change): Change["causes"] {
  return [...causes].sort((a, b) => (size(a.change) > size(b.change) ? -1 : size(a.change) < size(b.change) ? 1 : 0));
}

/** A cause by its name, with what a single number was and is, and whom it made active or inactive. */
function described({ causes }: EpochComparison, name: string): string {
  const { before, after, wentInactive, wentActive } = causes.find((cause) => cause.name === name)!;
  return [
    before === null && after === null ? name : `${name} ${before ?? "none"} -> ${after ?? "none"}`,
    ...(wentInactive.length === 0 ? [] : [`${uidList(wentInactive)} went inactive`]),
    ...(wentActive.length === 0 ? [] : [`${uidList(wentActive)} became active`]),
  ].join(": ");
}

const LISTED = 4;

function uidList(uids: readonly number[]): string {
  const more = uids.length > LISTED ? ` and ${uids.length - LISTED} more` : "";
  return `${uids.length === 1 ? "uid" : "uids"} ${uids.slice(0, LISTED).join(", ")}${more}`;
}

function overviewSection(comparison: EpochComparison, rows: number): Section {
  const { warnings, reregistered, causes, outputs, bonds } = comparison;
  const named = causes.slice(0, rows).map(({ name }) => described(comparison, name));
  const more = causes.length > rows ? [`and ${causes.length - rows} more`] : [];
  return {
    heading: outputs.length + bonds.length === 0 ? "Nothing that it gets changed" : "What changed",
    lines: [
      ...warnings.map((warning) => `WARNING: ${warning}`),
      ...(reregistered ? ["the uid was registered in between: another hotkey"] : []),
      causes.length === 0 ? "the states are equal" : `in the state, in the order in which it is taken: ${[...named, ...more].join("; ")}`,
    ],
    table: {
      header: ["what it gets", "", "was", "is", "change", "most of it by"],
      names: 1,
      rows: outputs.map((change) => {
        const { name, unit } = OUTPUTS[change.output];
        const moved = unit === "flag" ? "" : signed(unit, change.change);
        return [
          name,
          unit === "rao" ? "1e9 rao" : "",
          shown(unit, change.before),
          shown(unit, change.after),
          moved,
          bySize(change)[0]!.cause,
        ];
      }),
    },
  };
}

function causeSection(change: OutputChange, comparison: EpochComparison, rows: number): Section {
  const { name, unit } = OUTPUTS[change.output];
  const whole = (value: bigint) => (unit === "rao" ? `${shown(unit, value)} (${value} rao)` : exact(value));
  const { shown: first, after } = firstRows(bySize(change), rows, (cause) => cause.change, `of change`, whole);
  return {
    heading: `Why its ${name} ${change.change < 0n ? "fell" : "rose"} from ${shown(unit, change.before)} to ${shown(unit, change.after)}`,
    lines: [],
    table: {
      header: ["cause", "change", unit === "rao" ? "rao" : "raw"],
      names: 1,
      rows: first.map((cause) => [described(comparison, cause.cause), signed(unit, cause.change), String(cause.change)]),
      after: [...after, `change ${whole(change.change)}: the sum of these`],
    },
  };
}

const CAUSES = 3;

function bondSection(comparison: EpochComparison, rows: number): Section {
  const { bonds } = comparison;
  const sorted = [...bonds].sort((a, b) => (size(a.change) > size(b.change) ? -1 : size(a.change) < size(b.change) ? 1 : a.uid - b.uid));
  const { shown: first, after } = firstRows(sorted, rows, ({ change }) => change, "of change", String);
  return {
    heading: "Why its stored bonds changed (u16)",
    lines: [],
    table: {
      header: ["miner", "by", "was", "is", "change"],
      names: 2,
      rows: first.map((bond) => {
        const causes = bySize(bond);
        const rest = causes.slice(CAUSES).reduce((sum, { change }) => sum + change, 0n);
        const named = causes.slice(0, CAUSES).map(({ cause, change }) => `${cause} ${change > 0n ? "+" : ""}${change}`);
        const more = causes.length > CAUSES ? [`${causes.length - CAUSES} more ${rest > 0n ? "+" : ""}${rest}`] : [];
        return [
          String(bond.uid),
          [...named, ...more].join(", "),
          String(bond.before),
          String(bond.after),
          `${bond.change > 0n ? "+" : ""}${bond.change}`,
        ];
      }),
      after,
    },
  };
}
