/** The networks of a map for engines that take many at once. */
import { integer } from "../../boundary/kinds.js";
import { EpochInputError } from "../../errors.js";
import { isRevoked } from "../../values/arrays.js";
import { proportionOf } from "./camps.js";
import type { RetentionRow } from "./row.js";
import { checkRetentionOptions, type RetentionOptions } from "./options.js";
import { Scene } from "./scene.js";

/** u16: honest on honest, cabal on cabal */
type OwnWeights = readonly [major: number, minor: number];

export interface Network {
  knobs: Pick<RetentionRow, "majorStake" | "majorWeight" | "minorWeight">;
  ownWeights: OwnWeights;
}

const networkCount = integer(0, Number.MAX_SAFE_INTEGER, "a number of networks");

export interface NetworksOfStake {
  scene: Scene;
  networks: readonly Network[];
}

/**
 * Those of each honest stake, in the map's order.
 * @param from how many at the beginning are left out
 * @throws EpochInputError where the options are bad, or the networks have more than one epoch
 */
export function networksByStake(options: RetentionOptions, from: number): Iterable<NetworksOfStake> {
  const checked = checkRetentionOptions(options);
  const skipped = networkCount.check(from, "from", 0);
  if (checked.epochs !== 1) throw new EpochInputError("options.epochs", "1, as networks of more run in one thread only", checked.epochs);
  return ofStakes(checked, skipped);
}

function* ofStakes(options: Required<RetentionOptions>, from: number): Generator<NetworksOfStake, void, undefined> {
  let skipped = from;
  for (const majorStake of options.majorStakes) {
    const all = options.majorWeights.flatMap((majorWeight) =>
      options.minorWeights.map((minorWeight): Network => {
        return { knobs: { majorStake, majorWeight, minorWeight }, ownWeights: [proportionOf(majorWeight), proportionOf(minorWeight)] };
      }),
    );
    const networks = all.slice(Math.min(skipped, all.length));
    skipped -= all.length - networks.length;
    if (networks.length > 0) yield { scene: new Scene(options, majorStake), networks };
  }
}

/** What runs the networks, by the calls that are made of it. @throws EpochInputError */
export function checkEngine<Engine extends object>(engine: Engine, path: string, expected: string, calls: readonly (keyof Engine)[]): void {
  const given: Partial<Engine> = isRevoked(engine) ? {} : Object(engine);
  if (!calls.every((name) => typeof given[name] === "function")) throw new EpochInputError(path, expected, engine);
}
