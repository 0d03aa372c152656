import type { BondExplanation, Explanation, WeightExplanation, WeightOutcome } from "../explain/index.js";
import { exact, firstRows, fraction, type Section } from "./sections.js";

/** A uid as a validator: its weights and trust, its bonds, its dividends. Empty where it has none. */
export function validatorSections(explanation: Explanation, rows: number): Section[] {
  return [
    ...(explanation.weights.length > 0 ? [trustSection(explanation, rows)] : []),
    ...(explanation.bonds.length > 0 ? [bondsSection(explanation, rows), dividendsSection(explanation, rows)] : []),
  ];
}

function descending<T>(items: readonly T[], ...values: ((item: T) => bigint)[]): T[] {
  return [...items].sort((a, b) => {
    for (const value of values) if (value(a) !== value(b)) return value(a) > value(b) ? -1 : 1;
    return 0;
  });
}

const REGISTRATION: readonly WeightOutcome[] = [
  "set before the miner registered",
  "set in the block in which the miner registered",
  "committed before the miner registered",
];

function weightNote({ outcome, cutX32, uncutUpTo, consensusX32, registeredBlock }: WeightExplanation): string {
  if (REGISTRATION.includes(outcome)) return `does not count: ${outcome} (block ${registeredBlock})`;
  if (outcome !== "counts") return `does not count: ${outcome}`;
  if (cutX32 === 0n) return "";
  const until = uncutUpTo === null || uncutUpTo === 0 ? "" : `, not from ${uncutUpTo} down`;
  return `${consensusX32 <= 0n ? "dropped" : "cut"}${until}`;
}

function trustSection({ weights, validatorTrustX32 }: Explanation, rows: number): Section {
  const cut = weights.reduce((sum, { cutX32 }) => sum + cutX32, 0n);
  const counted = weights.filter(({ outcome }) => outcome === "counts").length;
  const { shown, after } = firstRows(
    descending(
      weights,
      ({ cutX32 }) => cutX32,
      ({ outcome }) => BigInt(outcome !== "counts"),
      ({ weightX32 }) => weightX32,
    ),
    rows,
    ({ clippedX32 }) => clippedX32,
    "clipped",
  );
  return {
    heading: "Validator trust: the weights, cut down to the consensus",
    lines: [
      `${counted} of ${weights.length} stored weights count and sum to ${fraction(validatorTrustX32 + cut)}; ${fraction(cut)} of that lies above the consensus`,
    ],
    table: {
      header: ["miner", "what became of it", "stored", "weight", "consensus", "cut", "clipped", "clipped, raw"],
      names: 2,
      rows: shown.map((weight) => [
        String(weight.uid),
        weightNote(weight),
        String(weight.stored),
        fraction(weight.weightX32),
        fraction(weight.consensusX32),
        fraction(weight.cutX32),
        fraction(weight.clippedX32),
        String(weight.clippedX32),
      ]),
      after: [...after, `validator trust ${exact(validatorTrustX32)}: the sum of the clipped weights`],
    },
  };
}

function bondNote({ cleared, oldStored, oldX32, newX32, averagedX32, liquidAlpha }: BondExplanation): string {
  if (cleared && oldStored > 0) return "old bond gone: the miner registered";
  if (averagedX32 <= 0n && oldX32 > 0n) return "gone: no weight";
  if (liquidAlpha !== null)
    return `${liquidAlpha.side}, ${fraction(liquidAlpha.differenceX32)} from ${liquidAlpha.side === "buys" ? "the consensus" : "its bond"}`;
  return newX32 === 0n ? "decays" : "";
}

function bondsSection({ bonds, mode, liquidAlphaConsensus, bondsCutoff, permit, idle }: Explanation, rows: number): Section {
  const alphas = [...new Set(bonds.filter(({ averagedX32 }) => averagedX32 > 0n).map(({ alphaX32 }) => alphaX32))];
  const constant = idle.find(({ field }) => field === "alphaSigmoidSteepness" && mode === "liquid alpha");
  const speed =
    constant !== undefined
      ? constant.reason
      : mode === "liquid alpha"
        ? `alpha is liquid: how far a bond follows depends on what is bought above the consensus ${liquidAlphaConsensus}, or sold`
        : alphas.length === 0
          ? "no bond is held"
          : `alpha is ${exact(alphas[0]!)} for every miner`;
  const { shown, after } = firstRows(
    descending(
      bonds,
      ({ dividendX32 }) => dividendX32,
      ({ averagedX32 }) => averagedX32,
      ({ oldX32 }) => oldX32,
    ),
    rows,
    ({ averagedX32 }) => averagedX32,
    "of bonds",
  );
  return {
    heading: "Bonds: alpha x new + (1 - alpha) x old",
    lines: [
      mode === "classic"
        ? "classic: new is the stake-weighted weight, each miner's column summing to one"
        : "Yuma3: new is the weight itself (as the bonds penalty takes it)",
      speed,
      `bonds on miners that registered at block ${bondsCutoff} or after are cleared`,
      permit.next ? "stored for the next epoch" : "not stored: no permit in the next epoch",
    ],
    table: {
      header: ["miner", "what moved it", "old", "new", "alpha", "kept", "added", "bond", "bond, raw"],
      names: 2,
      rows: shown.map((bond) => [
        String(bond.uid),
        bondNote(bond),
        fraction(bond.oldX32),
        fraction(bond.newX32),
        fraction(bond.alphaX32),
        fraction(bond.keptX32),
        fraction(bond.addedX32),
        fraction(bond.averagedX32),
        String(bond.averagedX32),
      ]),
      after,
    },
  };
}

function dividendsSection({ bonds, dividends }: Explanation, rows: number): Section {
  const { shown, after } = firstRows(
    descending(bonds, ({ dividendX32 }) => dividendX32).filter(({ dividendX32 }) => dividendX32 !== 0n),
    rows,
    ({ dividendX32 }) => dividendX32,
    "of dividends",
  );
  const stake =
    dividends.activeStakeX32 === null ? [] : [`x stake that votes ${exact(dividends.activeStakeX32)} = ${exact(dividends.earningsX32)}`];
  return {
    heading: "Dividends: share of each miner's bonds x its incentive",
    lines: [],
    table: {
      header: ["miner", "bond", "of all bonds", "share", "incentive", "share x incentive", "raw"],
      names: 1,
      rows: shown.map(({ uid, averagedX32, columnX32, shareX32, incentiveX32, dividendX32 }) => [
        String(uid),
        fraction(averagedX32),
        fraction(columnX32),
        fraction(shareX32),
        fraction(incentiveX32),
        fraction(dividendX32),
        String(dividendX32),
      ]),
      after: [
        ...after,
        `sum ${exact(dividends.bondsX32)}`,
        ...stake,
        `/ ${exact(dividends.totalEarningsX32)} of all validators = dividends ${exact(dividends.dividendsX32)}`,
      ],
    },
  };
}
