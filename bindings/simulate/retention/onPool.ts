/** The map on a pool of workers, each of which keeps the state. */
import type { Pool } from "../../pool/types.js";
import type { StateChanges } from "../../types.js";
import type { RetentionRow } from "./row.js";
import { networksByStake, type Network } from "./networks.js";
import type { RetentionOptions } from "./options.js";
import type { Scene } from "./scene.js";

/**
 * As `retentionMap`, number for number, for networks of one epoch.
 * @param pool `createPool` of yuma-consensus/pool gives one
 * @throws EpochInputError where the options are bad, or the networks have more than one epoch
 * @throws as `Pool.epochs`
 */
export async function* retentionMapOnPool(
  pool: Pick<Pool, "resident">,
  options: RetentionOptions = {},
  from = 0,
): AsyncGenerator<RetentionRow, void, undefined> {
  for (const { scene, networks } of networksByStake(options, from)) {
    const results = pool.resident(scene.start).epochs(weightsOf(scene, networks), { outputs: scene.outputs });
    let place = 0;
    for await (const emission of results) {
      const { knobs, ownWeights } = networks[place++]!;
      yield {
        ...knobs,
        weightDeviation: scene.weightDeviation.at(ownWeights),
        majorEmissionRatio: scene.majorEmissionRatio(emission),
      };
    }
  }
}

/** The same arrays for all, as the pool copies them before it asks for more. */
function* weightsOf({ camps, start: { weights } }: Scene, networks: readonly Network[]): Generator<StateChanges> {
  for (const { ownWeights } of networks) {
    camps.fill(weights.values, ownWeights);
    yield { weights };
  }
}
