import type { TrustChange, TrustComparison, TrustSide } from "../explain/index.js";
import { exact, firstRows, fraction, signed, type Section } from "./sections.js";

/** Miners whose consensus is traced back to the voters. */
const TRACED = 3;
const VOTERS = 6;

/** What changed by miner, and who moved the consensus there; tables of at most `rows` rows. */
export function trustSections(comparison: TrustComparison, rows: number): Section[] {
  const moved = comparison.miners.filter(({ support }) => support !== null);
  const size = ({ consensusX32 }: TrustChange) => (consensusX32 < 0n ? -consensusX32 : consensusX32);
  const traced = moved.sort((a, b) => (size(a) > size(b) ? -1 : size(a) < size(b) ? 1 : a.uid - b.uid)).slice(0, TRACED);
  return [changeSection(comparison, rows), ...traced.map(supportSection)];
}

function cause({ before, after, weightX32, maskX32, rowX32, consensusX32 }: TrustChange): string {
  const masked = [after, before].find(({ outcome }) => outcome !== null && outcome !== "counts");
  const stored = (side: TrustSide) => (side.stored === null ? "none" : String(side.stored));
  const causes = [
    ...(maskX32 === 0n ? [] : [masked === after ? `counts no longer: ${after.outcome}` : `counts again, was: ${before.outcome}`]),
    ...(weightX32 === 0n ? [] : [`stored weight ${stored(before)} -> ${stored(after)}`]),
    ...(rowX32 === 0n ? [] : ["the rest of its row changed"]),
    ...(consensusX32 === 0n ? [] : [`consensus ${consensusX32 < 0n ? "fell" : "rose"}`]),
  ];
  return causes.join("; ");
}

function changeSection(comparison: TrustComparison, rows: number): Section {
  const { miners, changeX32, reregistered } = comparison;
  const sum = (part: (change: TrustChange) => bigint) => miners.reduce((total, change) => total + part(change), 0n);
  const changed = miners.filter((miner) => miner.changeX32 !== 0n || miner.weightX32 !== 0n || miner.maskX32 !== 0n || miner.rowX32 !== 0n);
  const size = (change: TrustChange) => (change.changeX32 < 0n ? -change.changeX32 : change.changeX32);
  const sorted = [...changed].sort((a, b) => (size(a) > size(b) ? -1 : size(a) < size(b) ? 1 : a.uid - b.uid));
  const { shown, after } = firstRows(sorted, rows, (change) => change.changeX32, "of change");
  return {
    heading: "Validator trust: what changed, by miner",
    lines: [
      "The change of the trust from above once more, divided otherwise: there by what changed in the state, one cause after the",
      "other; here by what became of the weight on each miner. Each division sums to the whole, and a cause of one is in",
      "several of the other: who went inactive or registered moves masks and the consensus.",
      `by its own weights ${signed(sum(({ weightX32 }) => weightX32))}, by masks ${signed(sum(({ maskX32 }) => maskX32))}, ` +
        `by the rest of its row ${signed(sum(({ rowX32 }) => rowX32))}, by the consensus ${signed(sum(({ consensusX32 }) => consensusX32))}`,
      ...(reregistered ? ["the uid was registered in between: another hotkey"] : []),
    ],
    table: {
      header: ["miner", "why", "weight was", "consensus was", "clipped was", "weight", "consensus", "clipped", "change", "change, raw"],
      names: 2,
      rows: shown.map((change) => [
        String(change.uid),
        cause(change),
        ...[change.before, change.after].flatMap(({ weightX32, consensusX32, clippedX32 }) =>
          [weightX32, consensusX32, clippedX32].map(fraction),
        ),
        signed(change.changeX32),
        String(change.changeX32),
      ]),
      after: [...after, `change of the trust ${exact(changeX32)}: the sum of these`],
    },
  };
}

function supportSection({ uid, before, after, support }: TrustChange): Section {
  const { levelX32, beforeX32, afterX32, kappaX32, voters } = support!;
  return {
    heading: `Why the consensus on uid ${uid} went from ${fraction(before.consensusX32)} to ${fraction(after.consensusX32)}`,
    lines: [
      `behind a weight of ${fraction(levelX32)} or more: ${exact(beforeX32)} of the stake before, kappa ${fraction(kappaX32.before)}; ` +
        `${exact(afterX32)} after, kappa ${fraction(kappaX32.after)}`,
    ],
    table: {
      header: ["voter", "score was", "stake was", "score", "stake", "support", "raw"],
      names: 1,
      rows: voters
        .slice(0, VOTERS)
        .map((voter) => [
          String(voter.uid),
          ...[voter.before, voter.after].flatMap(({ scoreX32, stakeX32 }) => [scoreX32, stakeX32].map(fraction)),
          signed(voter.changeX32),
          String(voter.changeX32),
        ]),
      after: firstRows(voters, VOTERS, ({ changeX32 }) => changeX32, "of support").after,
    },
  };
}
