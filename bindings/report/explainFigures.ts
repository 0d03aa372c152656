import type { BondExplanation, EpochComparison, Explanation, TrustComparison, WhatIf } from "../explain/index.js";
import { barChart, stakeCurve, type BarChartOptions } from "./explainCharts.js";
import { isScored } from "./explainMiner.js";
import type { Hover } from "./hover.js";
import type { Theme } from "./theme.js";

/** More bars than that are not told apart. */
const BARS = 24;

export interface Explained {
  explanation: Explanation;
  /** what is not as it was in an earlier epoch */
  change?: ExplainedChange | undefined;
  /** what would be otherwise with something changed */
  whatIf?: WhatIf | undefined;
}

export interface ExplainedChange {
  comparison: EpochComparison;
  trust: TrustComparison;
}

/** A chart that can be drawn for a page or alone. */
export interface ExplainFigure {
  /** of its file, and to keep its identifiers apart on a page */
  name: string;
  caption: string;
  draw: (theme: Theme) => { svg: string; hover?: Hover };
}

/** The charts of one uid, as far as it has something to show. */
export function explainFigures({ explanation, change }: Explained): ExplainFigure[] {
  return [
    ...(change === undefined ? [] : trustFigures(change.trust)),
    ...(isScored(explanation) ? minerFigures(explanation) : []),
    ...validatorFigures(explanation),
  ];
}

/** None where there is nothing to show. */
function bars(caption: string, options: Omit<BarChartOptions, "theme">): ExplainFigure[] {
  if (options.uids.length === 0) return [];
  return [{ name: options.name, caption, draw: (theme) => barChart({ ...options, theme }) }];
}

function largest<T>(items: readonly T[], value: (item: T) => bigint): T[] {
  const size = (item: T) => (value(item) < 0n ? -value(item) : value(item));
  return [...items].sort((a, b) => (size(a) > size(b) ? -1 : size(a) < size(b) ? 1 : 0)).slice(0, BARS);
}

function minerFigures({ uid, consensus, incentive }: Explanation): ExplainFigure[] {
  const parts = incentive.parts.filter(({ rankX32 }) => rankX32 > 0n).slice(0, BARS);
  return [
    {
      name: `curve-${uid}`,
      caption: `How stake decided the consensus on uid ${uid}`,
      draw: (theme) => ({ svg: stakeCurve(`curve-${uid}`, theme, consensus) }),
    },
    ...bars(`The rank of uid ${uid} by validator`, {
      name: `rank-${uid}`,
      what: "validator",
      uids: parts.map((part) => part.uid),
      stacks: [{ name: "stake x clipped weight", values: parts.map(({ rankX32 }) => rankX32), color: 0 }],
    }),
  ];
}

function validatorFigures({ uid, weights, bonds }: Explanation): ExplainFigure[] {
  const counted = largest(
    weights.filter(({ outcome }) => outcome === "counts"),
    ({ weightX32 }) => weightX32,
  );
  const paying = (value: (bond: BondExplanation) => bigint) =>
    largest(
      bonds.filter((bond) => value(bond) > 0n),
      value,
    );
  const [held, earned] = [paying(({ averagedX32 }) => averagedX32), paying(({ dividendX32 }) => dividendX32)];
  return [
    ...bars(`Weights of uid ${uid}: what the consensus (dash) left of them, and what it cut`, {
      name: `weights-${uid}`,
      what: "miner",
      uids: counted.map((weight) => weight.uid),
      stacks: [
        { name: "clipped weight", values: counted.map(({ clippedX32 }) => clippedX32), color: 0 },
        { name: "cut", values: counted.map(({ cutX32 }) => cutX32), color: 1 },
      ],
      mark: { name: "consensus", values: counted.map(({ consensusX32 }) => consensusX32), color: 2 },
    }),
    ...bars(`Bonds of uid ${uid}: kept, and added by this epoch's weights`, {
      name: `bonds-${uid}`,
      what: "miner",
      uids: held.map((bond) => bond.uid),
      stacks: [
        { name: "kept", values: held.map(({ keptX32 }) => keptX32), color: 0 },
        { name: "added", values: held.map(({ addedX32 }) => addedX32), color: 1 },
      ],
    }),
    ...bars(`What the bonds of uid ${uid} earned: share x incentive`, {
      name: `dividends-${uid}`,
      what: "miner",
      uids: earned.map((bond) => bond.uid),
      stacks: [{ name: "share x incentive", values: earned.map(({ dividendX32 }) => dividendX32), color: 0 }],
    }),
  ];
}

function trustFigures({ uid, miners }: TrustComparison): ExplainFigure[] {
  const changed = largest(
    miners.filter(({ changeX32 }) => changeX32 !== 0n),
    ({ changeX32 }) => changeX32,
  );
  return bars(`What changed the validator trust of uid ${uid}`, {
    name: `trust-${uid}`,
    what: "miner",
    uids: changed.map((miner) => miner.uid),
    stacks: [
      { name: "own weight", values: changed.map(({ weightX32 }) => weightX32), color: 0 },
      { name: "mask", values: changed.map(({ maskX32 }) => maskX32), color: 1 },
      { name: "rest of the row", values: changed.map(({ rowX32 }) => rowX32), color: 2 },
      { name: "consensus", values: changed.map(({ consensusX32 }) => consensusX32), color: 3 },
    ],
  });
}
