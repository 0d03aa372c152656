import type { ConsensusChange, Explanation, Vote } from "../explain/index.js";
import { amount } from "./halvingTable.js";
import { exact, firstRows, fraction, type Section } from "./sections.js";

/** A uid as a miner: its consensus, and its rank by validator. Empty where nobody scores it. */
export function minerSections(explanation: Explanation, rows: number): Section[] {
  return isScored(explanation) ? [consensusSection(explanation, rows), incentiveSection(explanation, rows)] : [];
}

export function isScored({ consensus }: Explanation): boolean {
  return consensus.votes.some(({ scoreX32 }) => scoreX32 > 0n);
}

/** The votes around the place where the curve crosses kappa. */
function aroundConsensus(votes: readonly Vote[], consensusX32: bigint, count: number): readonly Vote[] {
  const place = votes.findIndex(({ scoreX32 }) => scoreX32 <= consensusX32);
  const first = Math.max(0, Math.min(place - Math.floor(count / 2), votes.length - count));
  return votes.slice(first, first + count);
}

const LISTED = 6;

function uidList(uids: readonly number[]): string {
  const more = uids.length > LISTED ? `, and ${uids.length - LISTED} more with the same score` : "";
  return `${uids
    .slice(0, LISTED)
    .map((uid) => `uid ${uid}`)
    .join(", ")}${more}`;
}

function changeLines(what: "rise" | "fall", change: ConsensusChange | null): string[] {
  if (change === null) return [`it could not ${what}: nobody who votes scores ${what === "rise" ? "higher" : "lower"}`];
  const { scoreX32, supportX32, move, kappa } = change;
  const moved =
    move === null
      ? "no single voter has alpha enough to move it"
      : `if ${amount(move.alphaRao)} alpha moved from uid ${move.from} to uid ${move.to} (one rao less does not), to ${fraction(move.consensusX32)}`;
  const byKappa = kappa === null ? "" : `; or by a kappa of ${kappa} ${what === "rise" ? "or less" : "or more"}`;
  return [
    `next score ${what === "rise" ? "above" : "below"}: ${fraction(scoreX32)}, behind it ${fraction(supportX32)} of the stake; it would ${what} ${moved}${byKappa}`,
  ];
}

function consensusSection({ consensus }: Explanation, rows: number): Section {
  const { consensusX32, votes, kappa, kappaX32, supportX32, aboveX32, median, rise, fall } = consensus;
  const shown = aroundConsensus(votes, consensusX32, rows);
  const lowest = supportX32 < kappaX32;
  return {
    heading: "Consensus: the largest weight that stake of kappa supports",
    lines: [
      lowest
        ? `consensus ${exact(consensusX32)}: the lowest score, as not even all the stake that votes reaches kappa ${exact(kappaX32)}`
        : `consensus ${exact(consensusX32)}: ${fraction(supportX32)} of the stake scores that or more, ${fraction(aboveX32)} scores more, kappa is ${exact(kappaX32)} (${kappa} as u16)`,
      `the median: ${uidList(median)}`,
      ...changeLines("rise", rise),
      ...changeLines("fall", fall),
    ],
    table: {
      header: ["validator", "", "score", "stake", "stake so far", "score, raw"],
      names: 2,
      rows: shown.map((vote) => [
        String(vote.uid),
        vote.scoreX32 === consensusX32 ? "consensus" : "",
        fraction(vote.scoreX32),
        fraction(vote.stakeX32),
        fraction(vote.supportX32),
        String(vote.scoreX32),
      ]),
      after: shown.length < votes.length ? [`${votes.length - shown.length} of ${votes.length} voters are not shown`] : [],
    },
  };
}

function incentiveSection({ incentive }: Explanation, rows: number): Section {
  const { shown, after } = firstRows(incentive.parts, rows, ({ rankX32 }) => rankX32, "of rank");
  return {
    heading: "Incentive: stake x clipped weight of each validator",
    lines: [],
    table: {
      header: ["validator", "stake that votes", "clipped weight", "stake x weight", "raw"],
      names: 1,
      rows: shown.map(({ uid, activeStakeX32, clippedX32, rankX32 }) => [
        String(uid),
        fraction(activeStakeX32),
        fraction(clippedX32),
        fraction(rankX32),
        String(rankX32),
      ]),
      after: [
        ...after,
        `rank ${exact(incentive.rankX32)}`,
        `/ ${exact(incentive.totalRankX32)} of all miners = incentive ${exact(incentive.incentiveX32)}`,
      ],
    },
  };
}
