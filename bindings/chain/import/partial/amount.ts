import { isDivisible } from "../../amount.js";
import { Comparison, notComparable, type PartialCheck } from "./comparison.js";

/** What the epoch can have given out in all, rao: what divides into the stored parts, the first hundred, and between which it is. */
export interface PartialAmount {
  candidates: bigint[];
  least: bigint;
  most: bigint;
}

export interface AmountFound {
  amount: PartialCheck;
  rao: PartialAmount | null;
}

/** From where on amounts say something of what was divided. chain-reading.md 4 */
const INFORMATIVE = 2n ** 32n;
const MOST_TRIED = 2 ** 21;
const MOST_CANDIDATES = 100;

/** What lies in a stretch and divides into these parts, the first hundred; null where too many would have to be tried. */
function dividedFrom(amounts: readonly bigint[], from: bigint, to: bigint): bigint[] | null {
  const largest = amounts.reduce((a, b) => (a > b ? a : b));
  const found: bigint[] = [];
  let tried = 0;
  // Only what gives the largest part by some integer share can be it: of n rao, 2^32.
  const last = from > to ? 0n : ((largest + 1n) * INFORMATIVE) / from;
  for (let share = (largest * INFORMATIVE) / to; share <= last; share++) {
    if (share === 0n) continue;
    const least = (largest * INFORMATIVE + share - 1n) / share;
    const most = ((largest + 1n) * INFORMATIVE - 1n) / share;
    for (let rao = least > from ? least : from; rao <= most && rao <= to; rao++) {
      if (isDivisible(rao, amounts)) found.push(rao);
      if (++tried > MOST_TRIED) return null;
    }
    if (++tried > MOST_TRIED) return null;
  }
  return found.sort((a, b) => (a < b ? -1 : 1)).slice(0, MOST_CANDIDATES);
}

/** Which amounts divide into just these parts. chain-reading.md 4 */
export function amountCheck(
  emission: BigUint64Array,
  total: bigint,
  { least: low, most: high }: { least: bigint; most: bigint },
  doubt: string,
): AmountFound {
  const bounds = { candidates: [], least: low, most: high };
  const none = (why: string) => ({ amount: notComparable("amount", why), rao: bounds });
  if (doubt !== "") return none(doubt);
  const amounts = [...new Set(emission)].filter((one) => one > 0n);
  if (amounts.length === 0) return none("nobody got anything");
  if (high <= INFORMATIVE) return none("up to 2^32 rao, any amounts can have been divided from one");
  // Each floor loses less than one rao, and shares sum to nearly one.
  const lost = BigInt(emission.length) + (total * BigInt(8 * emission.length)) / INFORMATIVE;
  const [from, to] = [total > low ? total : low, total + lost < high ? total + lost : high];
  let candidates = dividedFrom(amounts, from, to);
  // Where uids were replaced since, their parts are missing in the sum.
  if (candidates?.length === 0) candidates = dividedFrom(amounts, low, high);
  if (candidates === null) return none("what it can have been is too much to be tried");
  const comparison = new Comparison("amount");
  if (candidates.length > 0) comparison.compare(0, candidates[0]!, candidates[0]!, candidates.at(-1)!);
  else comparison.compare(0, total, low, low > total ? low : total - 1n);
  const check = comparison.done("several mechanisms share a subnet's emission, and then no single amount divides into it");
  return {
    amount: { ...check, compared: amounts.length, uids: [], single: candidates.length === 1 ? amounts.length : 0 },
    rao: { ...bounds, candidates },
  };
}
