import type { Explanation } from "../explain/index.js";
import { rootCause } from "../explain/zeroCause.js";
import { causeText, changeText, idleSection, verdictLines, zerosSection } from "./explainCauses.js";
import { minerSections } from "./explainMiner.js";
import { validatorSections } from "./explainValidator.js";
import { amount } from "./halvingTable.js";
import { exact, fraction, sectionText, type Section } from "./sections.js";

export function explainTitle({ uid, n, block, ruleSet, mode }: Explanation): string {
  return `uid ${uid} of ${n} at block ${block}, rule set ${ruleSet}, ${mode}`;
}

/** What it got, the one cause, and the smallest change; then what is switched on without effect. */
export function verdict({ verdict, idle }: Explanation): string[] {
  return verdictLines(verdict, idle);
}

/** Everything that decided a uid's result, in the order of the epoch; tables of at most `rows` rows. */
export function explainSections(explanation: Explanation, rows: number): Section[] {
  const { zeros, idle } = explanation;
  return [
    ...(zeros.length === 0 ? [] : [zerosSection(zeros)]),
    stakeSection(explanation),
    maskSection(explanation),
    ...minerSections(explanation, rows),
    ...validatorSections(explanation, rows),
    emissionSection(explanation),
    ...(idle.length === 0 ? [] : [idleSection(idle)]),
  ];
}

/** For a terminal. */
export function explainText(explanation: Explanation, rows: number): string {
  return [explainTitle(explanation), verdict(explanation).join("\n"), ...explainSections(explanation, rows).map(sectionText)].join("\n\n");
}

function stakeSection({ stake }: Explanation): Section {
  const { alphaRao, taoRao, taoWeightX32, totalRao, thresholdRao, counted, toThreshold, stakeX32, activeStakeX32 } = stake;
  const tao = taoRao === 0n ? "" : ` + ${fraction(taoWeightX32)} x ${amount(taoRao)} TAO = ${amount(totalRao)}`;
  const standing =
    thresholdRao === 0n
      ? "there is no threshold"
      : counted === "the owner is exempt"
        ? "below the threshold, from which the owner is exempt"
        : `${counted} of ${amount(thresholdRao)}`;
  const crossing = counted === "below the threshold" ? "it would reach that with" : "it would fall below with";
  return {
    heading: "Stake",
    lines: [
      `${amount(alphaRao)} alpha${tao}: ${standing}`,
      ...(toThreshold === null ? [] : [`${crossing} ${changeText(toThreshold)}`]),
      `of all stake that is counted: ${exact(stakeX32)}`,
      `of the stake that votes: ${exact(activeStakeX32)}`,
    ],
  };
}

function maskSection({ activity, permit, block, zeros }: Explanation): Section {
  const { active, lastUpdate, activityCutoff, activeThroughBlock } = activity;
  const because = permit.nextBecause === "no stake that is counted" ? causeText(rootCause(zeros, "stakeWeight")!) : permit.nextBecause;
  const standing = permit.rank === null ? "" : `, rank ${permit.rank} of ${permit.ranked} for ${permit.seats} seats`;
  const edge = [
    ...(permit.lastIn === null ? [] : [`the last one in is uid ${permit.lastIn.uid} with ${exact(permit.lastIn.stakeX32)}`]),
    ...(permit.firstOut === null ? [] : [`the first one out is uid ${permit.firstOut.uid} with ${exact(permit.firstOut.stakeX32)}`]),
  ];
  return {
    heading: "Permits and masks",
    lines: [
      `${active ? "active" : "INACTIVE"}: weights set at block ${lastUpdate}, which counts through block ${activeThroughBlock} (cutoff ${activityCutoff} blocks; now ${block})`,
      `permit in this epoch: ${permit.current ? "yes" : "no"}, ${permit.currentBecause}`,
      `permit in the next: ${permit.next ? "yes" : "no"}, ${because}${standing}`,
      ...edge,
      ...(permit.change === null ? [] : [`it would ${permit.next ? "lose" : "gain"} the permit with ${changeText(permit.change)}`]),
    ],
  };
}

const BASIS: Record<Explanation["emission"]["basis"], string> = {
  earnings: "shares of incentive and dividends",
  "active stake": "nobody earned anything: shares of the stake that votes",
  stake: "nobody earned anything and nobody votes: shares of all stake",
};

function emissionSection({ emission, incentive, dividends }: Explanation): Section {
  const { basis, totalX32, raoEmission, server, validator, combined, withheld } = emission;
  return {
    heading: "Emission",
    lines: [
      `${BASIS[basis]}; incentive ${exact(incentive.incentiveX32)}, dividends ${exact(dividends.dividendsX32)}, of ${exact(totalX32)} in all`,
      `serving:    ${fraction(server.shareX32)} x ${amount(raoEmission)} = ${amount(server.rao)} (${server.rao} rao)`,
      `validating: ${fraction(validator.shareX32)} x ${amount(raoEmission)} = ${amount(validator.rao)} (${validator.rao} rao)`,
      `in all:     ${fraction(combined.shareX32)} x ${amount(raoEmission)} = ${amount(combined.rao)} (${combined.rao} rao, truncated on its own)`,
      ...(withheld === null
        ? []
        : [
            `of all incentive ${fraction(withheld.incentiveX32)} falls to uid ${withheld.uid}, the owner's: the chain pays that (${amount(withheld.rao)}) to nobody`,
          ]),
    ],
  };
}
