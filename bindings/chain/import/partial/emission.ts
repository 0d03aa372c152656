import type { ImportedFile } from "../draft.js";
import { amountCheck, type AmountFound } from "./amount.js";
import { Comparison, inexact, lacking, notComparable, type PartialCheck } from "./comparison.js";

const U16_MAX = 65_535;

/**
 * What the chain's steps of 32 fraction bits lose, one after another, of a sum over n uids. The bounds themselves are doubles, of 53 bits:
 * what those lose is far below.
 */
function slackOf(n: number): number {
  return (4 * n + 16) / 2 ** 32;
}

/** A proportion that is stored as u16: from here, and below there; 65535 is one. */
const least = (stored: number) => stored / U16_MAX;
const most = (stored: number) => Math.min(1, (stored + 1) / U16_MAX);

interface EmissionFound extends AmountFound {
  check: PartialCheck;
}

interface Stretch {
  uid: number;
  low: number;
  high: number;
}

/** Every uid got the floor of its share of one amount, and its share is half of incentive and dividends together. emission.md */
export function emissionCheck(imported: ImportedFile): EmissionFound {
  const { emission, incentive, dividends } = imported.results;
  const absent = lacking("emission", { emission, incentive, dividends });
  const none = (why: string): EmissionFound => ({ check: notComparable("emission", why), amount: notComparable("amount", why), rao: null });
  if (absent !== null || emission === undefined || incentive === undefined || dividends === undefined) return none(absent!.why);
  const n = emission.length;
  const parts = Number(incentive.some((value) => value > 0)) + Number(dividends.some((value) => value > 0));
  if (parts === 0) return none("nobody earned anything, and the stake decided");
  const rounding = inexact(imported, "results.emission") === "" ? 0 : 2 ** -23;
  const shareOf = (uid: number): [number, number] => [
    Math.max(0, (least(incentive[uid]!) + least(dividends[uid]!)) / parts - slackOf(n)),
    (most(incentive[uid]!) + most(dividends[uid]!)) / (parts - slackOf(n)) + slackOf(n),
  ];
  const spans = Array.from(emission, (amount, uid): Stretch => {
    const [low, high] = shareOf(uid);
    return {
      uid,
      low: (Number(amount) / high) * (1 - rounding),
      high: low === 0 ? Number.POSITIVE_INFINITY : ((Number(amount) + 1) / low) * (1 + rounding),
    };
  });
  const [from, to] = mostAgreed(spans);
  const comparison = new Comparison("emission");
  let total = 0n;
  for (const { uid, low, high } of spans) {
    const amount = emission[uid]!;
    total += amount;
    if (amount === 0n && incentive[uid] === 0 && dividends[uid] === 0) continue;
    if (low <= to && high >= from) comparison.compare(uid, amount, amount, amount);
    else {
      const [lowShare, highShare] = shareOf(uid);
      comparison.compare(uid, amount, BigInt(Math.floor(lowShare * from)), BigInt(Math.floor(highShare * to)));
    }
  }
  const doubt = inexact(imported, "results.emission", "results.incentive", "results.dividends");
  const check = { ...comparison.done(doubt), single: 0 };
  const bounds = { least: BigInt(Math.ceil(from)), most: Number.isFinite(to) ? BigInt(Math.floor(to)) : 2n ** 64n - 1n };
  return { check, ...amountCheck(emission, total, bounds, doubt) };
}

/** The stretch that most spans have in common. */
function mostAgreed(spans: readonly Stretch[]): [number, number] {
  const edges = spans.flatMap(({ low, high }) => [
    { at: low, opens: true },
    { at: high, opens: false },
  ]);
  edges.sort((a, b) => (a.at === b.at ? Number(b.opens) - Number(a.opens) : a.at < b.at ? -1 : 1));
  let [open, best, from, to] = [0, 0, 0, Number.POSITIVE_INFINITY];
  edges.forEach(({ at, opens }, i) => {
    open += opens ? 1 : -1;
    if (open <= best || !opens) return;
    best = open;
    from = at;
    to = edges[i + 1]?.at ?? Number.POSITIVE_INFINITY;
  });
  return [from, to];
}
