/**
 * What variants of the old economics differ in, each switch by its name. `ruleSet` is the first spec of a variant.
 * assembly/history/switches.ts has the same; test/build.test.ts compares.
 */

/** I96F32, and I110F18 in pools, instead of the unsigned formats. numbers.md 1 */
export function signedCoinbase(ruleSet: number): boolean {
  return ruleSet < 261;
}

/** U64 sums and fixed-point operators wrap instead of clamping. split.md 5, payout.md 9 */
export function operatorsWrap(ruleSet: number): boolean {
  return ruleSet < 153;
}

/** A subnet without uids is skipped, later the root network. split.md 5 */
export function emptySkipped(ruleSet: number): boolean {
  return ruleSet < 133;
}

/** An owner gets its cut in every block. split.md 5 */
export function ownerPaid(ruleSet: number): boolean {
  return ruleSet >= 133;
}

/** A subnet whose registration is off is skipped. split.md 5 */
export function closedSkipped(ruleSet: number): boolean {
  return ruleSet === 150;
}

/** A subnet whose registration is off gets nothing more. split.md 5 */
export function closedEmitsNothing(ruleSet: number): boolean {
  return ruleSet >= 153;
}

/** Nothing accumulates for the root network. split.md 4 */
export function rootLeftOut(ruleSet: number): boolean {
  return ruleSet === 196 || ruleSet >= 210;
}

/** What is pending for the root network is lost. split.md 4 */
export function rootUnpaid(ruleSet: number): boolean {
  return ruleSet >= 210;
}

/** The same for a subnet whose registration is off. split.md 4 */
export function closedLeftOut(ruleSet: number): boolean {
  return ruleSet >= 211;
}

/** Who added stake since the last drain gets nothing of this one. payout.md 8.2 */
export function newcomersWait(ruleSet: number): boolean {
  return ruleSet < 201;
}

/** The clamped product before the quotient. payout.md 8.2 */
export function productFirst(ruleSet: number): boolean {
  return ruleSet < 201;
}

/** Stake added since the last drain does not count. payout.md 8.2 */
export function addedStakeWaits(ruleSet: number): boolean {
  return ruleSet >= 202;
}

/** The take is of what each parent gets. payout.md 8.1 */
export function takeOfEachPart(ruleSet: number): boolean {
  return ruleSet >= 210;
}

/** The hotkey's own part is drained to nobody else. payout.md 8.1, 8.2 */
export function untouchableKept(ruleSet: number): boolean {
  return ruleSet >= 210;
}

/** TAO is withheld where pow registration is on, not off. terms.md 5 */
export function powTestInverted(ruleSet: number): boolean {
  return ruleSet < 238;
}

/** A price counts as one at most. shares.md 8.2 */
export function priceCapped(ruleSet: number): boolean {
  return ruleSet >= 234;
}

/** The moving price is slow for young subnets. shares.md 8.2 */
export function speedMatures(ruleSet: number): boolean {
  return ruleSet >= 246;
}

/** The time to mature is a parameter. shares.md 8.2 */
export function maturityByHalvings(ruleSet: number): boolean {
  return ruleSet >= 252;
}

/** A subnet's age counts from its first emission, not its registration. shares.md 8.2 */
export function ageFromEmission(ruleSet: number): boolean {
  return ruleSet >= 258;
}

/** Root's part of a dividend is paid as alpha, too. payout.md 7.3 */
export function rootPartPaidTwice(ruleSet: number): boolean {
  return ruleSet < 244;
}

/** The take is of the whole dividend, and of parents of the same owner. payout.md 7.2 */
export function takeOfWhole(ruleSet: number): boolean {
  return ruleSet < 252;
}

/** Incentives of the owner's hotkeys are not paid. payout.md 7.6 */
export function ownersWithheld(ruleSet: number): boolean {
  return ruleSet >= 252;
}

/** Alpha dividends share a pool. payout.md 7.3, 7.4 */
export function alphaPooled(ruleSet: number): boolean {
  return ruleSet >= 257;
}

/** A part of what children pass on is recycled. payout.md 2 */
export function childkeyBurn(ruleSet: number): boolean {
  return ruleSet >= 315;
}

/** Root shares what was sold for TAO. payout.md 7.5 */
export function rootPaidInTao(ruleSet: number): boolean {
  return ruleSet < 334;
}

/** Where root's part is not sold the counters take in nothing. split.md 3 */
export function failedSaleLosesAll(ruleSet: number): boolean {
  return ruleSet >= 283 && ruleSet < 298;
}

/** Root's part of a subsidised subnet is neither sold nor kept. split.md 3 */
export function subsidisedLosesRoot(ruleSet: number): boolean {
  return ruleSet >= 298 && ruleSet < 342;
}

/** Root's part is not sold. split.md 3 */
export function rootStaysAlpha(ruleSet: number): boolean {
  return ruleSet >= 334;
}

/** Root has a part only while prices add up to more than one. split.md 3 */
export function rootSellFlagAsked(ruleSet: number): boolean {
  return ruleSet >= 342;
}

/** Without a registration no alpha is minted either. terms.md 4 */
export function closedMintsNothing(ruleSet: number): boolean {
  return ruleSet >= 301;
}

/** Alpha into a subsidised pool is the block's emission. terms.md 4 */
export function subsidyByBlock(ruleSet: number): boolean {
  return ruleSet >= 320;
}

/** The terms ask whether registrations are on, later the list. terms.md 3 */
export function registrationAsked(ruleSet: number): boolean {
  return ruleSet < 361;
}

/** Alpha into a pool is the block's emission at most. terms.md 3 */
export function cappedByBlock(ruleSet: number): boolean {
  return ruleSet >= 362;
}

/** An average of flow that begins with the price is in rao. shares.md 6 */
export function averageInRao(ruleSet: number): boolean {
  return ruleSet >= 338;
}
