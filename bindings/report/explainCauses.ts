import type {
  ConsensusChange,
  Idle,
  UidOutput,
  SingleChange,
  SmallestChange,
  Tally,
  Verdict,
  VerdictCause,
  ZeroCause,
  AlphaChange,
} from "../explain/index.js";
import { amount } from "./halvingTable.js";
import { exact, fraction, type Section } from "./sections.js";

const OUTPUT_NAMES: Readonly<Record<UidOutput, string>> = {
  stake: "stake",
  stakeWeight: "stake that is counted",
  active: "active",
  activeStake: "stake that votes",
  permit: "permit in the next epoch",
  weights: "weights that count",
  consensus: "consensus",
  validatorTrust: "validator trust",
  incentive: "incentive",
  heldBonds: "bonds",
  dividends: "dividends",
  bonds: "bonds stored for the next epoch",
  serverEmission: "emission for serving",
  validatorEmission: "emission for validating",
  emission: "emission",
};

function zeroName(output: UidOutput): string {
  return output === "active" ? "not active" : output === "permit" ? "no permit in the next epoch" : `${OUTPUT_NAMES[output]} 0`;
}

export function changeText({ direction, alphaRao }: AlphaChange): string {
  return `${amount(alphaRao)} alpha ${direction === "gain" ? "more" : "less"} (one rao less of that changes nothing)`;
}

function tallyText(tally: Tally<string>): string {
  return Object.entries(tally)
    .map(([reason, count]) => `${count} ${reason}`)
    .join(", ");
}

function miners(count: number): string {
  return count === 1 ? "its one miner" : `its ${count} miners`;
}

type Of<K extends ZeroCause["kind"]> = Extract<ZeroCause, { kind: K }>;

/** What follows "0: ". */
const CAUSES: { readonly [K in ZeroCause["kind"]]: (cause: Of<K>) => string } = {
  follows: ({ from }) => `follows from ${from.map(zeroName).join(" and ")}`,
  "nothing staked": () => "nothing is staked to it",
  "TAO counts for nothing": ({ taoRao, taoWeight }) =>
    `it has no alpha, and ${amount(taoRao)} TAO at a weight of ${taoWeight} / (2^64 - 1) comes to less than one rao`,
  "below the threshold": ({ totalRao, thresholdRao, change }) =>
    `its stake of ${amount(totalRao)} is below the threshold of ${amount(thresholdRao)}${change === null ? "" : `; it would count with ${changeText(change)}`}`,
  "too small beside all stake": ({ totalRao, allRao, change }) =>
    `its stake of ${amount(totalRao)} is less than 2^-32 of all ${amount(allRao)} that is counted, and truncated to nothing${change === null ? "" : `; it would be seen with ${changeText(change)}`}`,
  "too small beside the others": ({ partX32, wholeX32 }) =>
    `${exact(partX32)} is less than 2^-32 of ${exact(wholeX32)}, and truncated to nothing`,
  "truncated to u16": ({ valueX32 }) => `raw ${valueX32} of 2^32 is less than 1/65535, the least that is stored`,
  overflow: () => "a sum left its range, as no real network's does",
  inactive: ({ activeThroughBlock, block }) =>
    `it is inactive: its weights counted through block ${activeThroughBlock}, and this is block ${block}`,
  "no permit in this epoch": ({ next }) => `the epoch before gave it no permit${next ? "; this one does, for the next" : ""}`,
  "no seats": () => "there are no seats for validators (maxAllowedValidators is 0)",
  outranked: ({ rank, seats, lastIn, tie, change }) =>
    `its stake is number ${rank} for ${seats === 1 ? "one seat" : `${seats} seats`}; ${tie ? `uid ${lastIn.uid}, the last one in, has as much, and of equal stakes the higher uid stays` : `uid ${lastIn.uid}, the last one in, has ${exact(lastIn.stakeX32)}`}${
      change === null ? "" : `; it would gain one with ${changeText(change)}`
    }`,
  "no stored weights": () => "no weights are stored for it",
  "no stored weight counts": ({ outcomes }) => `none of its stored weights counts: ${tallyText(outcomes)}`,
  "its stored weights are 0": () => "all of its weights that count are stored as 0",
  "no consensus on its miners": ({ miners: count, nobodyVotes }) =>
    `there is no consensus on ${miners(count)}${nobodyVotes ? ", as nobody votes" : ""}`,
  "nobody votes": ({ staked, inactive, withoutPermit }) =>
    staked === 0
      ? "nobody votes: no stake is counted"
      : `nobody votes: of ${staked} uids with stake that is counted ${inactive} are inactive and ${withoutPermit} more have no permit`,
  "nobody who votes scores it": ({ weights }) =>
    `nobody who votes gives it a weight; stored on it: ${Object.keys(weights).length === 0 ? "none" : tallyText(weights)}`,
  "too little support": ({ supportX32, kappaX32 }) =>
    `${fraction(supportX32)} of the stake that votes gives it a weight, and kappa asks for ${fraction(kappaX32)}`,
  "products too small": ({ products }) =>
    products === 1 ? "the product is less than 2^-32" : `each of ${products} products is less than 2^-32`,
  "no bonds": ({ bought, kept }) => `by this epoch's weights it bought none (${bought}), and of old bonds it kept none (${kept})`,
  "its miners earn nothing": ({ miners: count, nobodyEarns }) =>
    nobodyEarns ? "no miner earns anything" : `${miners(count)} with its bonds earned nothing`,
  "nothing to give out": () => "there is no emission to give out (raoEmission is 0)",
  "less than one rao": ({ shareX32, raoEmission }) => `${exact(shareX32)} of ${amount(raoEmission)} is less than one rao`,
};

export function causeText(cause: ZeroCause): string {
  return (CAUSES[cause.kind] as (cause: ZeroCause) => string)(cause);
}

/** Every output of the uid that is 0, with its cause. */
export function zerosSection(zeros: readonly { output: UidOutput; cause: ZeroCause }[]): Section {
  return { heading: "Why what is 0 is 0", lines: zeros.map(({ output, cause }) => `${zeroName(output)}: ${causeText(cause)}`) };
}

/** What is set without effect on the epoch, by reason. */
export function idleSection(idle: readonly Idle[]): Section {
  const reasons = [...new Set(idle.map(({ reason }) => reason))];
  return {
    heading: "Set without effect on this epoch",
    lines: reasons.map(
      (reason) =>
        `${idle
          .filter((one) => one.reason === reason)
          .map(({ field }) => field)
          .join(", ")}: ${reason}`,
    ),
  };
}

/** What somebody switched on and may take to work. */
const SWITCHES: readonly Idle["field"][] = ["yuma3", "liquidAlpha", "alphaHigh", "commitReveal"];

/** At most three sentences, and one for each switch that is on without effect. */
export function verdictLines(verdict: Verdict, idle: readonly Idle[]): string[] {
  const { role, got, cause, change } = verdict;
  const amounts = `${amount(got.rao)} of ${amount(got.raoEmission)} alpha`;
  const earned = role === "validator" ? `dividends ${fraction(got.dividendsX32)}` : `incentive ${fraction(got.incentiveX32)}`;
  const sentences = [
    got.rao === 0n ? `As a ${role} it got nothing.` : `As a ${role} it got ${amounts} (${earned}).`,
    `${sentence(decided(cause, change))}.`,
    ...(change === null ? [] : [`${sentence(altered(change))}.`]),
  ];
  const off = idle.filter(
    ({ field, reason, sameAs }) =>
      SWITCHES.includes(field) && (field !== "alphaHigh" || sameAs !== null) && reason !== "liquid alpha is off",
  );
  return [sentences.join(" "), ...off.map(({ field, reason }) => `${field} has no effect: ${reason}.`)];
}

function sentence(text: string): string {
  return `${text[0]!.toUpperCase()}${text.slice(1)}`;
}

/** The change that the verdict names on its own is left out of the cause. */
function withoutChange<Cause extends ZeroCause>(cause: Cause): Cause {
  return "change" in cause ? { ...cause, change: null } : cause;
}

function decided(cause: VerdictCause, change: SmallestChange | null): string {
  switch (cause.kind) {
    case "zero":
      return cause.output === "permit"
        ? `it has no permit in the next epoch: ${causeText(withoutChange(cause.cause))}`
        : causeText(withoutChange(cause.cause));
    case "cut":
      return `the consensus cut ${fraction(cause.totalCutX32)} of its weights, the most (${fraction(cause.cutX32)}) on uid ${cause.miner}; without the bonds penalty it would get ${amount(cause.withoutPenaltyRao)}`;
    case "votes":
      return `its votes decide: ${
        cause.totalCutX32 === 0n
          ? "none of its weights is cut"
          : `the consensus cut ${fraction(cause.totalCutX32)} of its weights, the most (${fraction(cause.cutX32)}) on uid ${cause.miner}`
      }, and its validator trust is ${fraction(cause.validatorTrustX32)}${
        // That change says it itself.
        change?.kind === "vote as the consensus" ? "" : `; voting as the consensus it would get ${amount(cause.asConsensusRao)}`
      }`;
    case "bonds":
      return `its bonds decide: they earn it ${fraction(cause.dividendsX32)} of the dividends, and it has ${fraction(cause.activeStakeX32)} of the stake that votes; even voting as the consensus it would get ${amount(cause.asConsensusRao)} in this epoch`;
    case "stake":
      return `its stake decides: it has ${fraction(cause.activeStakeX32)} of the stake that votes, by which it holds its bonds; of what those earned ${fraction(cause.dividendX32)} of ${fraction(cause.bondsX32)} came from uid ${cause.miner}`;
    case "consensus":
      return `its consensus is ${fraction(cause.consensusX32)}: ${fraction(cause.supportX32)} of the stake that votes gives it that weight or more, and kappa asks for ${fraction(cause.kappaX32)}`;
    case "paid by stake":
      return `nobody earned anything, so that the emission goes by ${cause.basis === "stake" ? "all stake" : "the stake that votes"}; it earned nothing: ${causeText(withoutChange(cause.earnedNothing))}`;
    case "withheld":
      return `the uid is the owner's, and the chain pays the incentive of the owner's uids (${amount(cause.rao)}) to nobody`;
  }
}

function altered(change: SmallestChange): string {
  switch (change.kind) {
    case "weight":
      return `with ${change.upTo === 0 ? "no weight" : `a stored weight of ${change.upTo}`} on uid ${change.miner} it would get ${amount(change.emissionRao)} in this epoch`;
    case "vote as the consensus":
      return `setting weights now, as the consensus, it would get ${amount(change.emissionRao)} in this epoch`;
    case "more stake":
      return `with a tenth more stake, ${amount(change.alphaRao)} alpha, it would get ${amount(change.emissionRao)} in this epoch`;
    case "support":
      return supportText(change.change);
    case "together":
      return `${change.changes.map(made).join(" together with ")} would change that`;
    default:
      return change.kind === "alpha" && change.toward === "the next permit"
        ? `it would gain a permit for the next epoch with ${changeText(change)}`
        : `${made(change)} would change that`;
  }
}

const ROWS = {
  stored: "with the row that is stored,",
  "the consensus": "as the consensus,",
  "all others alike": "all other uids alike,",
} as const;

function made(change: SingleChange): string {
  switch (change.kind) {
    case "set weights":
      return `setting weights now, ${change.as === "one miner" ? `on uid ${change.row[0]![0]} alone,` : ROWS[change.as]}`;
    case "alpha":
      return `${amount(change.alphaRao)} alpha more (one rao less is not enough)`;
    case "parameters":
      return `setting ${Object.entries(change.values)
        .map(([name, value]) => `${name} to ${value}`)
        .join(" and ")}`;
    default:
      return altered(change);
  }
}

function supportText({ scoreX32, move, kappa }: ConsensusChange): string {
  const ways = [
    ...(move === null ? [] : [`if ${amount(move.alphaRao)} alpha moved from uid ${move.from} to uid ${move.to}`]),
    ...(kappa === null ? [] : [`with a kappa of ${kappa} or less`]),
  ];
  return ways.length === 0 ? `no single voter can raise it to ${fraction(scoreX32)}` : `it would rise ${ways.join(", or ")}`;
}
