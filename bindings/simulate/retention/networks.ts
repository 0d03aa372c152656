/** The networks of a map for engines that take many at once. */
import { integer } from "../../boundary/kinds.js";
import { EpochInputError } from "../../errors.js";
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

/**
 * Those of each honest stake, in the map's order.
 * @param from how many at the beginning are left out
 * @throws EpochInputError where the options are bad, or the networks have more than one epoch
 */
export function* networksByStake(options: RetentionOptions, from: number): Generator<{ scene: Scene; networks: Network[] }> {
  const checked = checkRetentionOptions(options);
  let skipped = networkCount.check(from, "from", 0);
  if (checked.epochs !== 1) throw new EpochInputError("options.epochs", "1, as networks of more run in one thread only", checked.epochs);
  for (const majorStake of checked.majorStakes) {
    const all = checked.majorWeights.flatMap((majorWeight) =>
      checked.minorWeights.map((minorWeight): Network => {
        return { knobs: { majorStake, majorWeight, minorWeight }, ownWeights: [proportionOf(majorWeight), proportionOf(minorWeight)] };
      }),
    );
    const networks = all.slice(Math.min(skipped, all.length));
    skipped -= all.length - networks.length;
    if (networks.length > 0) yield { scene: new Scene(checked, majorStake), networks };
  }
}
