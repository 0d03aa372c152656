import { CAMPS, weightOn, type Camp, type Camps } from "./camps.js";

const U16_MAX = 65_535;

/** A camp's validators as one server sees them. */
interface Column {
  /** what they give it of what they give its camp, ascending */
  shares: Float64Array;
  /** sums over the validators before each place: of the stake, and of stake times share */
  stakeBefore: Float64Array;
  givenBefore: Float64Array;
  /** sums over all */
  stake: number;
  given: number;
  /** how many gave no more than the mean when last asked, which is near where it is next */
  place: number;
}

/**
 * How far weights lie from their mean: the stake-weighted absolute deviation over the servers, as a fraction of the
 * mean. For reading, no state sees it; in floating point, by nothing but what has one answer on every engine.
 */
export class WeightDeviation {
  /** by server */
  private readonly major: readonly Column[];
  private readonly minor: readonly Column[];

  constructor(private readonly camps: Camps) {
    const servers = Array.from({ length: camps.servers }, (_, server) => server);
    [this.major, this.minor] = CAMPS.map((camp) => servers.map((server) => this.column(camp, server))) as [Column[], Column[]];
  }

  /** @param ownWeights u16: honest on honest, cabal on cabal */
  at(ownWeights: readonly [number, number]): number {
    let sum = 0;
    for (const serverCamp of CAMPS) {
      const byMajor = weightOn(serverCamp, 0, ownWeights[0]) / U16_MAX;
      const byMinor = weightOn(serverCamp, 1, ownWeights[1]) / U16_MAX;
      const [first, end] = this.camps.serversOf(serverCamp);
      for (let server = first; server < end; server++) {
        const major = this.major[server]!;
        const minor = this.minor[server]!;
        const mean = byMajor * major.given + byMinor * minor.given;
        sum += absolute(major, byMajor, mean) + absolute(minor, byMinor, mean);
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
    const stakeBefore = new Float64Array(entries.length + 1);
    const givenBefore = new Float64Array(entries.length + 1);
    entries.forEach(({ share, stake }, i) => {
      stakeBefore[i + 1] = stakeBefore[i]! + stake;
      givenBefore[i + 1] = givenBefore[i]! + stake * share;
    });
    const shares = Float64Array.from(entries, ({ share }) => share);
    return { shares, stakeBefore, givenBefore, stake: stakeBefore.at(-1)!, given: givenBefore.at(-1)!, place: 0 };
  }
}

/** The stake-weighted sum of |weight x share - mean|. */
function absolute(column: Column, weight: number, mean: number): number {
  const { shares } = column;
  let place = column.place;
  while (place < shares.length && weight * shares[place]! <= mean) place++;
  while (place > 0 && weight * shares[place - 1]! > mean) place--;
  column.place = place;
  return mean * (2 * column.stakeBefore[place]! - column.stake) + weight * (column.given - 2 * column.givenBefore[place]!);
}
