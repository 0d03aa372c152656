import { SplitMix64 } from "../../values/splitmix64.js";
import { DEVIATION, nextNormal } from "../normal.js";
import type { RetentionOptions } from "./options.js";

const U16_MAX = 65_535;
const TOTAL_STAKE_RAO = 21_000_000_000_000_000n;
const MILLION = 1_000_000;

/** Honest (0) or cabal (1). */
export type Camp = 0 | 1;
export const CAMPS: readonly Camp[] = [0, 1];

/** A fraction of one as a u16 proportion, the nearest. */
export function proportionOf(fraction: number): number {
  return Math.round(fraction * U16_MAX);
}

/** A share of a count, rounded down, but neither none nor all. */
function partOf(count: number, millionths: number): number {
  return Math.min(Math.max(Math.floor((count * millionths) / MILLION), 1), count - 1);
}

/**
 * Two camps, of validators and servers each, in the proportion of the honest stake: validators are the uids from 0,
 * servers follow, and in both the honest come first. What is drawn at random, the stakes and how each validator divides
 * what it gives to a camp, is drawn once; how much it gives to each camp is then set with `fill`.
 *
 * Samples are 65535 x (1 + deviation x deviate), rounded down, no less than zero: integers, as all that a state sees, and
 * products stay below 2^53.
 */
export class Camps {
  readonly validators: number;
  readonly servers: number;
  readonly majorValidators: number;
  readonly majorServers: number;
  /** rao, by uid */
  readonly alphaStake: BigUint64Array;
  /** validators x servers, row by row */
  private readonly samples: Int32Array;
  /** of a validator's samples on honest and on cabal servers */
  private readonly sums: Float64Array;
  private readonly filled: readonly [Map<number, Uint16Array>, Map<number, Uint16Array>] = [new Map(), new Map()];

  constructor(majorStake: number, { uids, validators, stakeDeviation, weightDeviation, seed }: Required<RetentionOptions>) {
    const random = new SplitMix64(seed);
    const majorMillionths = Math.round(majorStake * MILLION);
    this.validators = validators;
    this.servers = uids - validators;
    this.majorValidators = partOf(this.validators, majorMillionths);
    this.majorServers = partOf(this.servers, majorMillionths);
    this.alphaStake = new BigUint64Array(uids);
    for (const camp of CAMPS) {
      const [first, end] = this.validatorsOf(camp);
      const drawn = draw(random, end - first, proportionOf(stakeDeviation));
      const total = BigInt(drawn.reduce((sum, sample) => sum + sample, 0) * MILLION);
      const part = TOTAL_STAKE_RAO * BigInt(camp === 0 ? majorMillionths : MILLION - majorMillionths);
      drawn.forEach((sample, i) => (this.alphaStake[first + i] = total === 0n ? 0n : (part * BigInt(sample)) / total));
    }
    this.samples = new Int32Array(this.validators * this.servers);
    this.sums = new Float64Array(2 * this.validators);
    for (let validator = 0; validator < this.validators; validator++) {
      for (const camp of CAMPS) {
        const [first, end] = this.serversOf(camp);
        const drawn = draw(random, end - first, proportionOf(weightDeviation));
        this.samples.set(drawn, validator * this.servers + first);
        this.sums[2 * validator + camp] = drawn.reduce((sum, sample) => sum + sample, 0);
      }
    }
  }

  /** Whether a uid is honest. */
  isMajor(uid: number): boolean {
    return uid < this.validators ? uid < this.majorValidators : uid - this.validators < this.majorServers;
  }

  /**
   * All weights, validators x servers, as u16 parts of a row that sums to at most 65535.
   * @param ownWeights u16: what honest validators give to honest servers, and the cabal's to the cabal's
   */
  fill(values: Uint16Array, ownWeights: readonly [number, number]): void {
    for (const camp of CAMPS) values.set(this.rowsOf(camp, ownWeights[camp]), this.validatorsOf(camp)[0] * this.servers);
  }

  /** The share that a validator gives a server of what it gives the server's camp. */
  shareOf(validator: number, server: number): number {
    return this.samples[validator * this.servers + server]! / this.sums[2 * validator + Number(server >= this.majorServers)]!;
  }

  /** As a fraction of all stake. */
  stakeOf(validator: number): number {
    return Number(this.alphaStake[validator]) / Number(TOTAL_STAKE_RAO);
  }

  validatorsOf(camp: Camp): [first: number, end: number] {
    return camp === 0 ? [0, this.majorValidators] : [this.majorValidators, this.validators];
  }

  serversOf(camp: Camp): [first: number, end: number] {
    return camp === 0 ? [0, this.majorServers] : [this.majorServers, this.servers];
  }

  /** A camp's rows, as `fill` sets them: they are the same beside any of the other's, so they are made once. */
  rowsOf(camp: Camp, ownWeight: number): Uint16Array {
    const known = this.filled[camp].get(ownWeight);
    if (known !== undefined) return known;
    const [firstValidator, endValidator] = this.validatorsOf(camp);
    const rows = new Uint16Array((endValidator - firstValidator) * this.servers);
    for (let validator = firstValidator; validator < endValidator; validator++) {
      for (const serverCamp of CAMPS) {
        const weight = weightOn(serverCamp, camp, ownWeight);
        const sum = this.sums[2 * validator + serverCamp]!;
        const [first, end] = this.serversOf(serverCamp);
        const from = validator * this.servers;
        const to = (validator - firstValidator) * this.servers;
        for (let server = first; server < end; server++) rows[to + server] = Math.floor((weight * this.samples[from + server]!) / sum);
      }
    }
    this.filled[camp].set(ownWeight, rows);
    return rows;
  }
}

/** u16: what a camp's validators give to a camp's servers. */
export function weightOn(serverCamp: Camp, camp: Camp, ownWeight: number): number {
  return serverCamp === camp ? ownWeight : U16_MAX - ownWeight;
}

/** A sum of zero would leave nothing to divide by; then all are alike. */
function draw(random: SplitMix64, count: number, deviation: number): number[] {
  const samples = Array.from({ length: count }, () => Math.max(Math.floor(U16_MAX + (deviation * nextNormal(random)) / DEVIATION), 0));
  return samples.some((sample) => sample > 0) ? samples : samples.fill(U16_MAX);
}
