/** The map on a pool of workers, each of which keeps the state. */
import type { Pool } from "../../pool/types.js";
import type { StateChanges } from "../../types.js";
import type { RetentionRow } from "./row.js";
import { checkEngine, networksByStake, type Network, type NetworksOfStake } from "./networks.js";
import type { RetentionOptions } from "./options.js";
import type { Scene } from "./scene.js";

/**
 * As `retentionMap`, number for number, for networks of one epoch.
 * @param pool `createPool` of yuma-consensus/pool gives one
 * @throws EpochInputError where the options are bad, or the networks have more than one epoch
 * @throws as `Pool.epochs`
 */
export function retentionMapOnPool(
  pool: Pick<Pool, "resident">,
  options: RetentionOptions = {},
  from = 0,
): AsyncGenerator<RetentionRow, void, undefined> {
  checkEngine(pool, "pool", "a pool, as createPool gives one", ["resident"]);
  return ofStakes(pool, networksByStake(options, from));
}

async function* ofStakes(pool: Pick<Pool, "resident">, stakes: Iterable<NetworksOfStake>): AsyncGenerator<RetentionRow, void, undefined> {
  for (const { scene, networks } of stakes) {
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
