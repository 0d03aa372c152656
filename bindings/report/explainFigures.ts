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

/** A chart of some things that each are about a uid: what of them is drawn. */
interface BarsOf<T> {
  name: string;
  what: string;
  stacks: readonly BarsIn<T>[];
  mark?: BarsIn<T>;
}

interface BarsIn<T> {
  name: string;
  /** raw I32F32 */
  value: (item: T) => bigint;
}

/** None where there is nothing to show. */
function bars<T extends { uid: number }>(
  about: string,
  { shown, of }: Largest<T>,
  { name, what, stacks, mark }: BarsOf<T>,
): ExplainFigure[] {
  if (shown.length === 0) return [];
  const caption = shown.length < of ? `${about} (the ${shown.length} largest of ${of})` : about;
  const drawn = ({ name, value }: BarsIn<T>, color: number) => ({ name, values: shown.map(value), color });
  const options: Omit<BarChartOptions, "theme"> = {
    name,
    what,
    uids: shown.map(({ uid }) => uid),
    stacks: stacks.map(drawn),
    ...(mark !== undefined && { mark: drawn(mark, stacks.length) }),
  };
  return [{ name, caption, draw: (theme) => barChart({ ...options, theme }) }];
}

interface Largest<T> {
  shown: T[];
  /** how many there are, shown or not */
  of: number;
}

function largest<T>(items: readonly T[], value: (item: T) => bigint): Largest<T> {
  const size = (item: T) => (value(item) < 0n ? -value(item) : value(item));
  const sorted = [...items].sort((a, b) => (size(a) > size(b) ? -1 : size(a) < size(b) ? 1 : 0));
  return { shown: sorted.slice(0, BARS), of: items.length };
}

function minerFigures({ uid, consensus, incentive }: Explanation): ExplainFigure[] {
  const parts = incentive.parts.filter(({ rankX32 }) => rankX32 > 0n);
  return [
    {
      name: `curve-${uid}`,
      caption: `How stake decided the consensus on uid ${uid}`,
      draw: (theme) => ({ svg: stakeCurve(`curve-${uid}`, theme, consensus) }),
    },
    ...bars(
      `The rank of uid ${uid} by validator`,
      { shown: parts.slice(0, BARS), of: parts.length },
      { name: `rank-${uid}`, what: "validator", stacks: [{ name: "stake x clipped weight", value: ({ rankX32 }) => rankX32 }] },
    ),
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
  return [
    ...bars(`Weights of uid ${uid}: what the consensus (dash) left of them, and what it cut`, counted, {
      name: `weights-${uid}`,
      what: "miner",
      stacks: [
        { name: "clipped weight", value: ({ clippedX32 }) => clippedX32 },
        { name: "cut", value: ({ cutX32 }) => cutX32 },
      ],
      mark: { name: "consensus", value: ({ consensusX32 }) => consensusX32 },
    }),
    ...bars(
      `Bonds of uid ${uid}: kept, and added by this epoch's weights`,
      paying(({ averagedX32 }) => averagedX32),
      {
        name: `bonds-${uid}`,
        what: "miner",
        stacks: [
          { name: "kept", value: ({ keptX32 }) => keptX32 },
          { name: "added", value: ({ addedX32 }) => addedX32 },
        ],
      },
    ),
    ...bars(
      `What the bonds of uid ${uid} earned: share x incentive`,
      paying(({ dividendX32 }) => dividendX32),
      { name: `dividends-${uid}`, what: "miner", stacks: [{ name: "share x incentive", value: ({ dividendX32 }) => dividendX32 }] },
    ),
  ];
}

function trustFigures({ uid, miners }: TrustComparison): ExplainFigure[] {
  const changed = largest(
    miners.filter(({ changeX32 }) => changeX32 !== 0n),
    ({ changeX32 }) => changeX32,
  );
  return bars(`What changed the validator trust of uid ${uid}`, changed, {
    name: `trust-${uid}`,
    what: "miner",
    stacks: [
      { name: "own weight", value: ({ weightX32 }) => weightX32 },
      { name: "mask", value: ({ maskX32 }) => maskX32 },
      { name: "rest of the row", value: ({ rowX32 }) => rowX32 },
      { name: "consensus", value: ({ consensusX32 }) => consensusX32 },
    ],
  });
}
