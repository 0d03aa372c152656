/** What of a random network is drawn, and has nothing to do with rules and results: many points of a sweep have it in common. */
import { SplitMix64 } from "../values/splitmix64.js";
import type { StoredRows } from "../types.js";
import { drawQuality, drawWeight } from "./drawn.js";

const ALPHA_RAO = 1_000_000_000n;

export interface DrawnSettings {
  uids: number;
  validators: number;
  seed: number;
  /** u16 */
  density: number;
  /** u16 */
  weightDeviation: number;
}

/** The weights of an epoch, and what is drawn from behind them. */
interface DrawnWeights {
  weights: StoredRows;
  after: SplitMix64;
}

/** Entries that are kept at most, some 64 MB. */
const MOST_KEPT = 16_777_216;

/** By network and epoch; those that were asked for last are at the end. */
const kept = new Map<string, DrawnWeights>();
let keptEntries = 0;

function entriesOf({ weights: { starts, uids } }: DrawnWeights): number {
  return starts.length + uids.length;
}

/** What was drawn not long ago is not drawn again: weights take many times as long as their epoch. */
function remembered(key: string, draw: () => DrawnWeights): DrawnWeights {
  let drawn = kept.get(key);
  if (drawn === undefined) keptEntries += entriesOf((drawn = draw()));
  else kept.delete(key);
  kept.set(key, drawn);
  for (const [oldest, weights] of kept) {
    if (keptEntries <= MOST_KEPT) break;
    kept.delete(oldest);
    keptEntries -= entriesOf(weights);
  }
  return drawn;
}

export class DrawnNetwork {
  /** rao, of each validator */
  readonly stakes: readonly bigint[];
  /** of each miner */
  private readonly quality: readonly number[];
  private readonly name: string;
  private random: SplitMix64;
  private epoch = 0;

  constructor(private readonly settings: DrawnSettings) {
    const { uids, validators, seed, density, weightDeviation } = settings;
    const random = new SplitMix64(BigInt(seed));
    this.stakes = Array.from({ length: validators }, () => ((1n + BigInt(random.nextU16())) * ALPHA_RAO) << BigInt(random.nextU16() & 3));
    this.quality = Array.from({ length: uids - validators }, () => drawQuality(random));
    this.name = [uids, validators, seed, density, weightDeviation].join();
    this.random = random;
  }

  /** What is set before the next epoch. Others may be given the same arrays. */
  nextWeights(): StoredRows {
    const { weights, after } = remembered(`${this.name} ${this.epoch++}`, () => this.draw());
    this.random = after.copy();
    return weights;
  }

  private draw(): DrawnWeights {
    const { random, quality } = this;
    const { uids, validators, density, weightDeviation } = this.settings;
    const starts = new Uint32Array(uids + 1);
    const miners = new Uint16Array(validators * quality.length);
    const values = new Uint16Array(miners.length);
    let end = 0;
    for (let uid = 0; uid < uids; uid++) {
      for (let miner = 0; uid < validators && miner < quality.length; miner++) {
        if (random.nextU16() > density) continue;
        miners[end] = validators + miner;
        values[end++] = drawWeight(random, quality[miner]!, weightDeviation);
      }
      starts[uid + 1] = end;
    }
    return { weights: { starts, uids: miners.slice(0, end), values: values.slice(0, end) }, after: random };
  }
}
