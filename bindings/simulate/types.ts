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
  /** its title in tables and charts */
  name: string;
  /** which bonds */
  rules: Rules;
  /** what it sets otherwise than the scenario */
  hyperparameters: Partial<Hyperparameters>;
}

/** Something that happens to a uid before an epoch. */
export interface Event {
  /** before which */
  epoch: number;
  /** uid */
  who: number;
}

/** A story about a small network, epoch by epoch. Validators have the uids from 0 on, servers (miners) those after. */
export interface Scenario {
  /** one line */
  title: string;
  /** what happens, in words */
  story: string;
  /** their names; uids from 0 on */
  validators: readonly string[];
  /** names of the miners; uids behind the validators */
  servers: readonly string[];
  /** how many */
  epochs: number;
  /** alpha of validators from each phase on, rao; who is not named keeps what it has, and has nothing at first */
  stakes: readonly { epochs: Epochs; stake: ReadonlyMap<number, bigint> }[];
  /** rows that validators set again in every epoch of a phase; who is not named sets none and keeps what is stored */
  weights: readonly { epochs: Epochs; weights: ReadonlyMap<number, readonly Entry[]> }[];
  /** a newcomer takes the uid in the first block after the epoch before */
  registrations: readonly Event[];
  /** bonds on the uid are removed just before the epoch, under rules that have the reset */
  bondResets: readonly Event[];
  /** what holds from the first epoch on */
  hyperparameters: Partial<Hyperparameters>;
  /** what is different from an epoch on, under every variant; rules null = as before */
  changes: readonly { epoch: number; rules: Rules | null; hyperparameters: Partial<Hyperparameters> }[];
  /** what stands side by side */
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
  /** where an editor finds the schema */
  readonly $schema?: string;
  /** one line */
  readonly title: string;
  /** what happens, in words */
  readonly story?: string;
  /** their names; uids from 0 on */
  readonly validators: readonly string[];
  /** names of the miners; uids behind the validators */
  readonly servers: readonly string[];
  /** how many */
  readonly epochs: number;
  /** shares by phase and validator */
  readonly stakes: readonly object[];
  /** rows by phase and validator */
  readonly weights: readonly object[];
  /** newcomers, by epoch and place */
  readonly registrations?: readonly object[];
  /** bonds that are cleared, by epoch and miner */
  readonly bondResets?: readonly object[];
  /** what holds from the first epoch on, under a state's names */
  readonly hyperparameters?: object;
  /** what is different from an epoch on */
  readonly changes?: readonly object[];
  /** what stands side by side; default: all three rules */
  readonly variants?: readonly (string | object)[];
}
