/** What the page asks its worker, and what that answers. Everything goes by structured clone; documents stay as they are. */
import type { EpochResult, EpochTrace, SubnetState } from "yuma-consensus";
import type { ExplanationInWords } from "yuma-consensus/explain/text";
import type { RetentionOptions } from "yuma-consensus/simulate";
import type { Document } from "../model/document.js";
import type { PointResult, SweepPlan } from "../model/sweep.js";

/** One number a uid for every epoch: epoch e of uid u lies at e * n + u. */
export interface Series {
  readonly n: number;
  readonly epochs: number;
  /** u16 proportions */
  readonly stakeWeight: Uint16Array;
  readonly consensus: Uint16Array;
  readonly incentive: Uint16Array;
  readonly dividends: Uint16Array;
  readonly validatorTrust: Uint16Array;
  /** rao */
  readonly emission: BigUint64Array;
  readonly validatorEmission: BigUint64Array;
  readonly alphaStake: BigUint64Array;
}

/** The epoch that is looked at. Under Null consensus there is no trace, no consensus and no trust. */
export interface Shown {
  readonly epoch: number;
  readonly state: SubnetState;
  readonly result: EpochResult;
  readonly trace: EpochTrace | null;
  /** SHA-256 of the result's canonical bytes */
  readonly digest: string;
}

export interface Played {
  readonly series: Series;
  readonly shown: Shown;
}

/** Where two versions part: the fields of the states, and the stages whose parts differ, in the order of the epoch. */
export interface Parted {
  readonly inputs: readonly string[];
  readonly stages: readonly { readonly stage: string; readonly fields: readonly string[] }[];
}

export interface PlayRequest {
  readonly kind: "play";
  readonly doc: Document;
  /** what it is compared with */
  readonly against: Document | null;
  readonly epoch: number;
  /** of both documents, the same number for the same one: what was run is not run again */
  readonly numbers: { readonly doc: number; readonly against: number | null };
  /** whose series the page has: they are not sent again */
  readonly known: { readonly doc: boolean; readonly against: boolean };
}

/** Without the series where the page has them. */
interface Sent {
  readonly series: Series | null;
  readonly shown: Shown;
}

export interface PlayAnswer {
  readonly kind: "play";
  readonly played: Sent;
  readonly against: Sent | null;
  readonly parted: Parted | null;
}

export interface ExplainRequest {
  readonly kind: "explain";
  readonly state: SubnetState;
  readonly uid: number;
}

interface ExplainAnswer {
  readonly kind: "explain";
  readonly words: ExplanationInWords;
}

/** The stored bond of a validator on a miner after each epoch. */
export interface BondsRequest {
  readonly kind: "bonds";
  readonly of: Pair;
  /** the same two in what it is compared with */
  readonly against: Pair | null;
}

interface Pair {
  readonly doc: Document;
  readonly validator: number;
  readonly miner: number;
}

export interface BondsAnswer {
  readonly kind: "bonds";
  /** u16 proportions by epoch */
  readonly bonds: Uint16Array;
  readonly against: Uint16Array | null;
}

/** Some points of a sweep, in one request so that the document travels once for all of them. */
export interface PointsRequest {
  readonly kind: "points";
  readonly doc: Document;
  readonly plan: SweepPlan;
  readonly points: readonly number[];
}

interface PointsAnswer {
  readonly kind: "points";
  readonly results: readonly PointResult[];
}

/** The honest utility that one honest stake needs. */
export interface RetentionRequest {
  readonly kind: "retention";
  readonly majorStake: number;
  readonly options: RetentionOptions;
}

interface RetentionAnswer {
  readonly kind: "retention";
  /** null where not even one is enough */
  readonly utility: number | null;
}

export type Request = PlayRequest | ExplainRequest | BondsRequest | PointsRequest | RetentionRequest;
export type Answer = PlayAnswer | ExplainAnswer | BondsAnswer | PointsAnswer | RetentionAnswer;

/** An error of the package or the page, as a page shows it. */
export interface Refusal {
  readonly name: string;
  readonly message: string;
}

export type Reply = { readonly id: number } & ({ readonly answer: Answer } | { readonly refusal: Refusal });
