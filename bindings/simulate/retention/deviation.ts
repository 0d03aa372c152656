import { CAMPS, weightOn, type Camp, type Camps } from "./camps.js";

const U16_MAX = 65_535;

/** Numbers of a place: of the validator before it the share, of all before it the sums of stake and of stake times share. */
const PLACE = 3;
const STAKE = 1;
const GIVEN = 2;

/**
 * A camp's validators as each server sees them, by what they give it of what they give its camp, ascending. A server's
 * places, one more than there are validators and an end, lie side by side: what one question reads is in a line of the cache.
 */
class Columns {
  readonly places: Float64Array;
  /** of a server: the sums over all validators of stake and of stake times share */
  readonly totals: Float64Array;
  /** where its places begin and end, and where the mean was when it was last asked, which is near where it is next */
  readonly last: Uint32Array;

  constructor(camps: Camps, camp: Camp) {
    const [first, end] = camps.validatorsOf(camp);
    const stride = PLACE * (end - first + 2);
    this.places = new Float64Array(camps.servers * stride);
    this.totals = new Float64Array(2 * camps.servers);
    this.last = Uint32Array.from({ length: camps.servers }, (_, server) => server * stride);
    const validators = Array.from({ length: end - first }, (_, i) => first + i);
    for (let server = 0; server < camps.servers; server++) {
      const entries = validators
        .map((validator) => ({ share: camps.shareOf(validator, server), stake: camps.stakeOf(validator) }))
        .sort((a, b) => a.share - b.share);
      let [at, stakes, given] = [server * stride, 0, 0];
      this.places[at] = -Infinity;
      for (const { share, stake } of entries) {
        stakes += stake;
        given += stake * share;
        at += PLACE;
        this.places.set([share, stakes, given], at);
      }
      this.places[at + PLACE] = Infinity;
      this.totals.set([stakes, given], 2 * server);
    }
  }
}

/**
 * How far weights lie from their mean: the stake-weighted absolute deviation over the servers, as a fraction of the
 * mean. For reading, no state sees it; in floating point, by nothing but what has one answer on every engine.
 */
export class WeightDeviation {
  private readonly columns: readonly [Columns, Columns];

  constructor(private readonly camps: Camps) {
    this.columns = [new Columns(camps, 0), new Columns(camps, 1)];
  }

  /** @param ownWeights u16: honest on honest, cabal on cabal */
  at(ownWeights: readonly [number, number]): number {
    const [major, minor] = this.columns;
    let sum = 0;
    for (const serverCamp of CAMPS) {
      const byMajor = weightOn(serverCamp, 0, ownWeights[0]) / U16_MAX;
      const byMinor = weightOn(serverCamp, 1, ownWeights[1]) / U16_MAX;
      const [first, end] = this.camps.serversOf(serverCamp);
      for (let server = first; server < end; server++) {
        const mean = byMajor * major.totals[2 * server + 1]! + byMinor * minor.totals[2 * server + 1]!;
        sum += absolute(major, server, byMajor, mean) + absolute(minor, server, byMinor, mean);
      }
    }
    return sum;
  }
}

/** The stake-weighted sum of |weight x share - mean|. Neither end is passed, whose product with a weight of 0 is no number. */
function absolute({ places, totals, last }: Columns, server: number, weight: number, mean: number): number {
  let at = last[server]!;
  while (weight * places[at + PLACE]! <= mean) at += PLACE;
  while (weight * places[at]! > mean) at -= PLACE;
  last[server] = at;
  return mean * (2 * places[at + STAKE]! - totals[2 * server]!) + weight * (totals[2 * server + 1]! - 2 * places[at + GIVEN]!);
}
