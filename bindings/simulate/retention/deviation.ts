import type { Camps } from "./camps.js";
import { CAMPS, weightOn, type Camp } from "./camps.js";

const U16_MAX = 65_535;

/** One camp's validators as a server sees them, by the share that they give it of what they give its camp, ascending. */
interface Column {
  shares: Float64Array;
  /** sums over the validators before each, and over all: of the stake, and of stake times share */
  stakes: Float64Array;
  weighted: Float64Array;
}

/**
 * How far weights lie from their mean: the stake-weighted absolute deviation over the servers, as a fraction of the
 * mean. For reading, no state sees it; in floating point, by nothing but what has one answer on every engine.
 */
export class WeightDeviation {
  /** by camp and server */
  private readonly columns: readonly (readonly Column[])[];

  constructor(private readonly camps: Camps) {
    this.columns = CAMPS.map((camp) => Array.from({ length: camps.servers }, (_, server) => this.column(camp, server)));
  }

  /** @param ownWeights u16: honest on honest, cabal on cabal */
  at(ownWeights: readonly [number, number]): number {
    let sum = 0;
    for (const serverCamp of CAMPS) {
      const given = CAMPS.map((camp) => weightOn(serverCamp, camp, ownWeights[camp]) / U16_MAX);
      const [first, end] = this.camps.serversOf(serverCamp);
      for (let server = first; server < end; server++) {
        const [major, minor] = [this.columns[0]![server]!, this.columns[1]![server]!];
        const mean = given[0]! * major.weighted.at(-1)! + given[1]! * minor.weighted.at(-1)!;
        sum += absolute(major, given[0]!, mean) + absolute(minor, given[1]!, mean);
      }
    }
    return sum;
  }

  private column(camp: Camp, server: number): Column {
    const [first, end] = this.camps.validatorsOf(camp);
    const entries = Array.from({ length: end - first }, (_, i) => ({
      share: this.camps.shareOf(first + i, server),
      stake: this.camps.stakeOf(first + i),
    })).sort((a, b) => a.share - b.share);
    const stakes = new Float64Array(entries.length + 1);
    const weighted = new Float64Array(entries.length + 1);
    entries.forEach(({ share, stake }, i) => {
      stakes[i + 1] = stakes[i]! + stake;
      weighted[i + 1] = weighted[i]! + stake * share;
    });
    return { shares: Float64Array.from(entries, ({ share }) => share), stakes, weighted };
  }
}

/** The stake-weighted sum of |given x share - mean|. */
function absolute({ shares, stakes, weighted }: Column, given: number, mean: number): number {
  let below = 0;
  for (let above = shares.length; below < above; ) {
    const middle = (below + above) >>> 1;
    if (given * shares[middle]! <= mean) below = middle + 1;
    else above = middle;
  }
  const all = shares.length;
  return mean * (2 * stakes[below]! - stakes[all]!) + given * (weighted[all]! - 2 * weighted[below]!);
}
