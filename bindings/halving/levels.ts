import { EpochInputError } from "../errors.js";
import { u64 } from "../boundary/kinds.js";
import { SUPPLY_CAP_RAO, blockEmission as chainBlockEmission } from "../reference/halving.js";

/** Issuances from `fromRao` up to the next level give one emission. */
interface Level {
  fromRao: bigint;
  emissionRao: bigint;
}

/** A level, and how far a block raises the issuance from there: its emission and what it injects. */
interface Rise extends Level {
  riseRao: bigint;
}

/** Rao emitted by a block that starts with an issuance in rao. */
export type BlockEmission = (issuanceRao: bigint) => bigint;

export const specification: BlockEmission = (issuanceRao) => chainBlockEmission(issuanceRao).emission;

/** The chain's rule has 30; one that falls with every rao would have more than can be counted. */
const MOST_STEPS = 10_000;

const LEVELS = new WeakMap<BlockEmission, Level[]>();

/** Found by bisection over the rule itself, so that what its truncations do is in them; 55 evaluations a level. */
export function levelsOf(blockEmission: BlockEmission): Level[] {
  const known = LEVELS.get(blockEmission);
  if (known !== undefined) return known;
  const emissionAt = (issuanceRao: bigint) => u64.check(blockEmission(issuanceRao), `options.blockEmission(${issuanceRao}n)`, 0);
  const atCap = emissionAt(SUPPLY_CAP_RAO);
  if (atCap !== 0n) throw new EpochInputError("options.blockEmission", "a rule that gives 0n at the cap", atCap);
  const levels: Level[] = [{ fromRao: 0n, emissionRao: emissionAt(0n) }];
  for (let last = levels[0]!; last.emissionRao > 0n; last = levels.at(-1)!) {
    if (levels.length > MOST_STEPS)
      throw new EpochInputError("options.blockEmission", `a rule of at most ${MOST_STEPS} steps`, blockEmission);
    let below = last.fromRao;
    let fromRao = SUPPLY_CAP_RAO;
    while (fromRao - below > 1n) {
      const middle = (below + fromRao) / 2n;
      if (emissionAt(middle) < last.emissionRao) fromRao = middle;
      else below = middle;
    }
    levels.push({ fromRao, emissionRao: emissionAt(fromRao) });
  }
  LEVELS.set(blockEmission, levels);
  return levels;
}

/** @throws EpochInputError where a block could rise over a whole level */
export function risesOf(levels: readonly Level[], injectedShareX32: bigint): Rise[] {
  const rises = levels.map((level) => ({ ...level, riseRao: level.emissionRao + ((level.emissionRao * injectedShareX32) >> 32n) }));
  for (const [i, { fromRao }] of rises.entries()) {
    if (i === 0) continue;
    const width = fromRao - rises[i - 1]!.fromRao;
    if (width < rises[Math.max(i - 2, 0)]!.riseRao) {
      throw new EpochInputError("options.blockEmission", "steps at least as far apart as a block raises the issuance", width);
    }
  }
  return rises;
}
