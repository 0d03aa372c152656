import { integer } from "../../boundary/kinds.js";
import { checkYuma } from "../../boundary/result.js";
import type { ResidentState, Yuma } from "../../types.js";
import { epochBlocks } from "../chain.js";
import { proportionOf } from "./camps.js";
import { checkRetentionOptions, part, type RetentionOptions } from "./options.js";
import type { RetentionRow } from "./row.js";
import { FIRST_BLOCK, Scene } from "./scene.js";

const NONE_STORED = new Uint16Array(0);

const networkCount = integer(0, Number.MAX_SAFE_INTEGER, "a number of networks");

/** The networks of one honest stake. */
class Networks {
  readonly scene: Scene;
  private readonly resident: ResidentState;

  constructor(
    yuma: Yuma,
    private readonly options: Required<RetentionOptions>,
    majorStake: number,
  ) {
    this.scene = new Scene(options, majorStake);
    this.resident = yuma.resident(this.scene.start);
  }

  /**
   * The honest part of the last epoch's emission.
   * @param ownWeights u16: honest on honest, cabal on cabal
   */
  majorEmissionRatio(ownWeights: readonly [number, number]): number {
    const { scene } = this;
    this.runUpToLast(ownWeights);
    return scene.majorEmissionRatio(this.resident.run({ outputs: scene.outputs, views: true }));
  }

  private runUpToLast(ownWeights: readonly [number, number]): void {
    const { scene, resident, options } = this;
    const { start, camps } = scene;
    camps.fill(start.weights.values, ownWeights);
    // What an epoch changes is set back where there are several.
    const { ruleSet: _, n, ...fields } = start;
    const before = { ...fields, previousConsensus: NONE_STORED, lastYumaStepBlock: null };
    resident.change(options.epochs === 1 ? { weights: start.weights } : before);
    const blocks = epochBlocks(start);
    for (let epoch = 1; epoch < options.epochs; epoch++) {
      resident.run({ outputs: [], advance: blocks });
      resident.change({ lastUpdate: new BigUint64Array(n).fill(FIRST_BLOCK + BigInt(epoch) * blocks - 1n) });
    }
  }
}

/**
 * The map of consensus guarantees: for each honest stake, honest utility and self-weight of a cabal a random network of
 * one epoch, and which part of its emission the honest keep. In order: stakes, utilities, self-weights. After the
 * chain's own study (docs/consensus.md and tests/consensus.rs of opentensor/subtensor), its random numbers aside.
 * @param from how many networks at the beginning are left out
 * @throws EpochInputError where the options are bad
 */
export function retentionMap(yuma: Yuma, options: RetentionOptions = {}, from = 0): Generator<RetentionRow, void, undefined> {
  return rows(checkYuma(yuma), checkRetentionOptions(options), networkCount.check(from, "from", 0));
}

function* rows(yuma: Yuma, options: Required<RetentionOptions>, from: number): Generator<RetentionRow, void, undefined> {
  let place = 0;
  for (const majorStake of options.majorStakes) {
    let networks: Networks | undefined;
    for (const majorWeight of options.majorWeights) {
      for (const minorWeight of options.minorWeights) {
        if (place++ < from) continue;
        networks ??= new Networks(yuma, options, majorStake);
        const ownWeights = [proportionOf(majorWeight), proportionOf(minorWeight)] as const;
        const weightDeviation = networks.scene.weightDeviation.at(ownWeights);
        yield { majorStake, majorWeight, minorWeight, weightDeviation, majorEmissionRatio: networks.majorEmissionRatio(ownWeights) };
      }
    }
  }
}

/** How many networks a map has. @throws EpochInputError */
export function retentionMapSize(options: RetentionOptions = {}): number {
  const { majorStakes, majorWeights, minorWeights } = checkRetentionOptions(options);
  return majorStakes.length * majorWeights.length * minorWeights.length;
}

const WHOLE = 65_535;

/**
 * The least honest utility with which an honest stake keeps its part of the emission, whatever self-weight of
 * `minorWeights` the cabal takes; to a 65535th, by halving, as the honest part rises with the utility. Null where not
 * even a utility of one is enough.
 * @throws EpochInputError where the options are bad
 */
export function neededUtility(yuma: Yuma, majorStake: number, options: RetentionOptions = {}): number | null {
  const checked = checkRetentionOptions(options);
  const networks = new Networks(checkYuma(yuma), checked, part.check(majorStake, "majorStake", 0));
  let needed = 0;
  for (const minorWeight of checked.minorWeights) {
    const keeps = (majorWeight: number) => networks.majorEmissionRatio([majorWeight, proportionOf(minorWeight)]) >= majorStake;
    if (keeps(needed)) continue;
    if (!keeps(WHOLE)) return null;
    for (let below = needed, above = WHOLE; above - below > 1; ) {
      const middle = (below + above) >>> 1;
      if (keeps(middle)) above = middle;
      else below = middle;
      needed = above;
    }
  }
  return needed / WHOLE;
}

export { retentionMapOnGpu } from "./onGpu.js";
export { retentionMapOnPool } from "./onPool.js";
export type { RetentionOptions } from "./options.js";
export type { RetentionRow } from "./row.js";
