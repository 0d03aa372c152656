/** What the page asks its worker, and what that answers. Everything goes by structured clone; documents stay as they are. */
import type { EpochResult, EpochTrace, SubnetState } from "yuma-consensus";
import type { ExplanationInWords } from "yuma-consensus/explain/text";
import type { Document } from "../model/document.js";

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
}

export interface PlayAnswer {
  readonly kind: "play";
  readonly played: Played;
  readonly against: Played | null;
  readonly parted: Parted | null;
}

export interface ExplainRequest {
  readonly kind: "explain";
  readonly state: SubnetState;
  readonly uid: number;
}

export interface ExplainAnswer {
  readonly kind: "explain";
  readonly words: ExplanationInWords;
}

export type Request = PlayRequest | ExplainRequest;
export type Answer = PlayAnswer | ExplainAnswer;

/** An error of the package or the page, as a page shows it. */
export interface Refusal {
  readonly name: string;
  readonly message: string;
}

export type Reply = { readonly id: number } & ({ readonly answer: Answer } | { readonly refusal: Refusal });
