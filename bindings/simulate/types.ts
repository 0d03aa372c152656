import type { SubnetState } from "../types.js";
import type { Entry } from "./rows.js";

/** Which bonds a subnet has. */
export type Rules = "yuma2" | "yuma3" | "yuma3-liquid";

/** What a scenario may set, in the chain's own units and under the names of a state's fields. */
export type Hyperparameters = Required<
  Pick<
    SubnetState,
    | "ruleSet"
    | "tempo"
    | "activityCutoff"
    | "stakeThreshold"
    | "maxAllowedValidators"
    | "kappa"
    | "bondsPenalty"
    | "bondsMovingAverage"
    | "alphaSigmoidSteepness"
    | "alphaLow"
    | "alphaHigh"
    | "liquidAlphaConsensusMode"
    | "raoEmission"
  >
> & {
  /** whether bond resets take place: the chain's own switch */
  bondsReset: boolean;
};

/** A first and a last epoch, both included. */
export type Epochs = readonly [first: number, last: number];

/** A rule variant that a scenario is run under. */
export interface Variant {
  name: string;
  rules: Rules;
  hyperparameters: Partial<Hyperparameters>;
}

/** Something that happens to a uid before an epoch. */
export interface Event {
  epoch: number;
  who: number;
}

/** A story about a small network, epoch by epoch. Validators have the uids from 0 on, servers (miners) those after. */
export interface Scenario {
  title: string;
  story: string;
  validators: readonly string[];
  servers: readonly string[];
  epochs: number;
  /** alpha of validators from each phase on, rao; who is not named keeps what it has, and has nothing at first */
  stakes: readonly { epochs: Epochs; stake: ReadonlyMap<number, bigint> }[];
  /** rows that validators set again in every epoch of a phase; who is not named sets none and keeps what is stored */
  weights: readonly { epochs: Epochs; weights: ReadonlyMap<number, readonly Entry[]> }[];
  /** a newcomer takes the uid in the first block after the epoch before */
  registrations: readonly Event[];
  /** bonds on the uid are removed just before the epoch, under rules that have the reset */
  bondResets: readonly Event[];
  hyperparameters: Partial<Hyperparameters>;
  /** what is different from an epoch on, under every variant; rules null = as before */
  changes: readonly { epoch: number; rules: Rules | null; hyperparameters: Partial<Hyperparameters> }[];
  variants: readonly Variant[];
  /** what reading it made of its numbers where that may surprise, by the path of the field */
  notes: readonly string[];
}

export type { Entry };

/**
 * A scenario in the form of its file, as its JSON Schema (`yuma-consensus/scenario.schema.json`) describes it. It is run by
 * way of `readScenario`, which checks it and makes uids of names.
 */
export interface ScenarioFile {
  readonly $schema?: string;
  readonly title: string;
  readonly story?: string;
  readonly validators: readonly string[];
  readonly servers: readonly string[];
  readonly epochs: number;
  readonly stakes: readonly object[];
  readonly weights: readonly object[];
  readonly registrations?: readonly object[];
  readonly bondResets?: readonly object[];
  readonly hyperparameters?: object;
  readonly changes?: readonly object[];
  readonly variants?: readonly (string | object)[];
}
