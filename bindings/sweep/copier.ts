import { EpochInputError } from "../errors.js";
import { setWeights } from "../simulate/chain.js";
import { simulationStates } from "../simulate/simulate.js";
import type { Entry } from "../simulate/rows.js";
import { RULE_NAMES } from "../simulate/rules.js";
import type { Rules } from "../simulate/types.js";
import { SplitMix64 } from "../values/splitmix64.js";
import type { SubnetState } from "../types.js";
import { drawQuality, drawWeight, newNetwork } from "./drawn.js";
import { choiceKnob, integerKnob, proportionKnob } from "../boundary/knobs.js";
import { rounded, runStates, type Subject } from "./subject.js";
import { HYPERPARAMETER_KNOBS } from "../simulate/hyperparameterKnobs.js";

/** thousands of alpha: six who are prompt, one who is late, one who copies */
const STAKES = [120, 120, 120, 120, 120, 120, 140, 140];
const STAKES_RAO = STAKES.map((stake) => BigInt(stake) * 1_000_000_000_000n);
const LATE = 6;
const COPIER = 7;
const MINERS = 8;

interface CopierSettings {
  epochs: number;
  period: number;
  lateBy: number;
  copyAge: number;
  seed: number;
  /** u16 */
  weightDeviation: number;
  rules: Rules;
}

const COPIER_DEFAULTS: CopierSettings = {
  epochs: 60,
  period: 8,
  lateBy: 1,
  copyAge: 2,
  seed: 0,
  weightDeviation: 3_277, // 0.05
  rules: "yuma3-liquid",
};

/**
 * Eight validators score eight miners, whose quality (drawQuality) changes every `period` epochs. Six validators are
 * prompt, with 0.12 of the stake each; one is honest, with 0.14, but sees every change `lateBy` epochs later; and one,
 * with 0.14, does no work: it sets the consensus of `copyAge` epochs before (1: the chain stores it openly; 2: weights
 * are hidden for an epoch by commit-reveal). Honest weights are near the quality (drawWeight). All is drawn from
 * SplitMix64 with the seed, in integers.
 *
 * Measures, from the first change on: dividends for the share of the stake of the copier and of the late one, relative
 * to those of the prompt; and `score`, how much better the late one fares than the copier.
 */
export const copierSubject: Subject = {
  knobs: {
    epochs: integerKnob(2, 100_000),
    period: integerKnob(1, 10_000),
    lateBy: integerKnob(0, 10_000),
    copyAge: integerKnob(1, 10_000),
    seed: integerKnob(0, Number.MAX_SAFE_INTEGER),
    weightDeviation: proportionKnob(),
    rules: choiceKnob(RULE_NAMES),
    ...HYPERPARAMETER_KNOBS,
  },
  async run(settings, epoch) {
    const scene: CopierSettings = { ...COPIER_DEFAULTS, ...(settings as Partial<CopierSettings>) };
    if (scene.period >= scene.epochs) throw new EpochInputError("period", `fewer than the ${scene.epochs} epochs`, scene.period);
    const start = newNetwork(STAKES_RAO, MINERS, scene.rules, settings);
    const { alphaLow, alphaHigh } = start;
    if (alphaLow >= alphaHigh) throw new EpochInputError("alphaLow", `a u16 below the ${alphaHigh} of alphaHigh`, alphaLow);
    const random = new SplitMix64(BigInt(scene.seed));
    const changes = Array.from({ length: Math.ceil(scene.epochs / scene.period) }, () =>
      Array.from({ length: MINERS }, () => drawQuality(random)),
    );
    const past: Uint16Array[] = [];
    const before = (stored: SubnetState, at: number) => {
      const now = changes[Math.floor(at / scene.period)]!;
      const earlier = changes[Math.floor(Math.max(at - scene.lateBy, 0) / scene.period)]!;
      const rows = STAKES.map((_, uid) =>
        uid === COPIER ? copied(past[at - scene.copyAge]) : scores(random, scene, uid === LATE ? earlier : now),
      );
      return setWeights(stored, new Map(rows.entries()), stored.currentBlock - 1n);
    };
    const dividends = STAKES.map(() => 0);
    for await (const result of runStates(epoch, simulationStates(start, { epochs: scene.epochs, before }))) {
      if (past.length >= scene.period) dividends.forEach((_, uid) => (dividends[uid]! += result.dividends[uid]!));
      past.push(result.consensus);
    }
    const returns = dividends.map((sum, uid) => sum / STAKES[uid]!);
    const prompt = returns.slice(0, LATE).reduce((sum, one) => sum + one, 0) / LATE;
    const [lateReturn, copierReturn] = [returns[LATE]! / prompt, returns[COPIER]! / prompt];
    return { copierReturn: rounded(copierReturn), lateReturn: rounded(lateReturn), score: rounded(lateReturn - copierReturn) };
  },
};

function scores(random: SplitMix64, { weightDeviation }: CopierSettings, quality: readonly number[]): Entry[] {
  return quality.map((value, miner): Entry => [STAKES.length + miner, drawWeight(random, value, weightDeviation)]);
}

/** A consensus as weights on the miners; no weights where there was none yet. */
function copied(consensus: Uint16Array | undefined): Entry[] {
  if (consensus === undefined) return [];
  return Array.from(consensus.subarray(STAKES.length), (value, miner): Entry => [STAKES.length + miner, value]);
}
