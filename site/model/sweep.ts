/** Two things of a document turned at once, and what is measured at each point. */
import { U16_MAX } from "./amounts.js";
import type { EpochResult, SubnetState } from "yuma-consensus";
import type { Hyperparameters, Scenario } from "yuma-consensus/simulate";
import { epochsIn, nameOf, uidsIn, type Document } from "./document.js";
import { stakeOf, withStakes } from "./ruleSets.js";

const PARAMETERS = ["kappa", "bondsPenalty", "bondsMovingAverage", "alphaLow", "alphaHigh", "alphaSigmoidSteepness"] as const;
type Parameter = (typeof PARAMETERS)[number];

/** What is turned: from one end to the other in equal steps, in the chain's own integers; a stake in whole alpha. */
export interface SweepAxis {
  readonly name: Parameter | "stake";
  /** whose stake */
  readonly uid: number;
  readonly from: number;
  readonly to: number;
}

export const MEASURES = ["dividends", "dividendsSum", "perThousand", "incentive", "incentiveSum", "emission"] as const;
export type MeasureId = (typeof MEASURES)[number];

export interface SweepMeasure {
  readonly id: MeasureId;
  readonly uid: number;
}

/** A grid of `steps` by `steps` points; x turns fastest. */
export interface SweepPlan {
  readonly x: SweepAxis;
  readonly y: SweepAxis;
  readonly steps: number;
  readonly measure: SweepMeasure;
}

/** What a point came to, or why the package refused it. */
export type PointResult = { readonly point: number } & (
  | {
      /** null where the measure is not defined, as a return on no stake */
      readonly value: number | null;
      /** SHA-256 of the last epoch's result */
      readonly digest: string;
    }
  | { readonly refusal: string }
);

/** u16 proportions, parts per million, hundredths, whole alpha: what each may be, and how it is called and shown. */
export const AXES: Readonly<
  Record<SweepAxis["name"], { title: string; unit: number; least: number; most: number; from: number; to: number }>
> = {
  kappa: { title: "kappa", unit: U16_MAX, least: 0, most: U16_MAX, from: 6_554, to: 58_982 },
  bondsPenalty: { title: "bonds penalty", unit: U16_MAX, least: 0, most: U16_MAX, from: 0, to: 65_535 },
  bondsMovingAverage: { title: "bonds moving average", unit: 1_000_000, least: 0, most: 1_000_000, from: 500_000, to: 1_000_000 },
  alphaLow: { title: "alpha low", unit: U16_MAX, least: 0, most: U16_MAX, from: 1_638, to: 45_875 },
  alphaHigh: { title: "alpha high", unit: U16_MAX, least: 0, most: U16_MAX, from: 19_660, to: 62_258 },
  alphaSigmoidSteepness: { title: "alpha steepness", unit: 100, least: -32_768, most: 32_767, from: 100, to: 10_000 },
  stake: { title: "stake", unit: 1, least: 0, most: 21_000_000, from: 0, to: 1_000_000 },
};

export const MEASURE_TITLES: Readonly<Record<MeasureId, { title: string; of: "validators" | "miners" | "all" }>> = {
  dividends: { title: "dividends in the last epoch", of: "validators" },
  dividendsSum: { title: "dividends over all epochs", of: "validators" },
  perThousand: { title: "alpha per 1,000 staked, last epoch", of: "validators" },
  incentive: { title: "incentive in the last epoch", of: "miners" },
  incentiveSum: { title: "incentive over all epochs", of: "miners" },
  emission: { title: "emission in the last epoch, alpha", of: "all" },
};

export function axisTitle(doc: Document, { name, uid }: SweepAxis): string {
  return name === "stake" ? `stake of ${nameOf(doc, uid)}, alpha` : AXES[name].title;
}

/** An axis' value as a person reads it. */
export function axisText({ name }: SweepAxis, value: number): string {
  if (name === "stake") return value.toLocaleString("en");
  return name === "alphaSigmoidSteepness" ? (value / 100).toFixed(2) : (value / AXES[name].unit).toFixed(4);
}

/** The values of an axis, both ends, each the nearest integer. */
export function axisValues({ from, to }: SweepAxis, steps: number): number[] {
  return Array.from({ length: steps }, (_, step) => Math.round(from + ((to - from) * step) / (steps - 1)));
}

export function pointsIn({ steps }: SweepPlan): number {
  return steps * steps;
}

/** What is set at a point. */
export function settingsAt({ x, y, steps }: SweepPlan, point: number): { axis: SweepAxis; value: number }[] {
  return [
    { axis: y, value: axisValues(y, steps)[Math.floor(point / steps)]! },
    { axis: x, value: axisValues(x, steps)[point % steps]! },
  ];
}

const RAO = 1_000_000_000n;

function withParameter(doc: Document, name: Parameter, value: number): Document {
  const set: Partial<Hyperparameters> = { [name]: name === "bondsMovingAverage" ? BigInt(value) : value };
  if (doc.kind === "state") return { ...doc, state: { ...doc.state, ...set } };
  const { scenario, variant } = doc;
  // Also where the story changes it: what is swept is the same in every epoch.
  const changes = scenario.changes.map((change) =>
    name in change.hyperparameters ? { ...change, hyperparameters: { ...change.hyperparameters, ...set } } : change,
  );
  const hyperparameters = { ...variant.hyperparameters, ...set };
  return { ...doc, scenario: { ...scenario, changes }, variant: { ...variant, hyperparameters } };
}

function withStake(doc: Document, uid: number, alpha: number): Document {
  const rao = BigInt(alpha) * RAO;
  if (doc.kind === "state") return { ...doc, state: withStakes(doc.state, stakeOf(doc.state).with(uid, rao)) };
  const { scenario } = doc;
  const throughout: Scenario["stakes"][number] = { epochs: [0, scenario.epochs - 1], stake: new Map([[uid, rao]]) };
  return { ...doc, scenario: { ...scenario, stakes: [...scenario.stakes, throughout] } };
}

/** The document of a point: what is turned holds in every epoch. */
export function documentAt(doc: Document, plan: SweepPlan, point: number): Document {
  return settingsAt(plan, point).reduce(
    (set, { axis, value }) => (axis.name === "stake" ? withStake(set, axis.uid, value) : withParameter(set, axis.name, value)),
    doc,
  );
}

/** What of a result measures are made of. */
export const MEASURED = ["dividends", "incentive", "emission", "validatorEmission"] as const satisfies (keyof EpochResult)[];

type Measured = Pick<EpochResult, (typeof MEASURED)[number]>;

/** Takes the epochs of a point one after the other, and gives its measure. */
export class PointMeasure {
  private sum = 0;
  private last: number | null = null;

  constructor(private readonly measure: SweepMeasure) {}

  add(state: SubnetState, result: Measured): void {
    const { id, uid } = this.measure;
    if (id === "perThousand") {
      const stake = stakeOf(state)[uid]!;
      this.last = stake === 0n ? null : (Number(result.validatorEmission[uid]!) * 1_000) / Number(stake);
    } else if (id === "emission") this.last = Number(result.emission[uid]!) / 1e9;
    else {
      const share = (id === "dividends" || id === "dividendsSum" ? result.dividends : result.incentive)[uid]!;
      this.sum += share;
      this.last = share / U16_MAX;
    }
  }

  /** Sums with six decimals, as the command writes them. */
  get value(): number | null {
    const isSum = this.measure.id === "dividendsSum" || this.measure.id === "incentiveSum";
    return isSum ? Number((this.sum / U16_MAX).toFixed(6)) : this.last;
  }
}

/** What is in the way of a plan, null where it can be run. */
export function planProblem(doc: Document, { x, y, steps, measure }: SweepPlan): string | null {
  if ([x, y, measure].some(({ uid }) => uid >= uidsIn(doc))) return "there is no such uid";
  if (x.name === y.name && x.uid === y.uid) return "both axes turn the same";
  for (const axis of [x, y]) {
    const { least, most } = AXES[axis.name];
    if (![axis.from, axis.to].every((end) => Number.isInteger(end) && end >= least && end <= most))
      return `${axisTitle(doc, axis)}: both ends are from ${axisText(axis, least)} to ${axisText(axis, most)}`;
    if (axis.from === axis.to) return `${axisTitle(doc, axis)}: the ends are the same`;
  }
  const epochs = steps * steps * epochsIn(doc);
  return epochs > MOST_EPOCHS ? `these are ${epochs} epochs, and the page runs at most ${MOST_EPOCHS}: use "yuma sweep"` : null;
}

const MOST_EPOCHS = 200_000;
