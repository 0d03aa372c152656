/** What recorded states of the main network still prove, though each lacks something. test/vectors/real has their sources. */
import { describe, expect, it } from "vitest";
import { isDivisible } from "../../bindings/chain/amount.js";
import { reference as yuma } from "../../bindings/reference/index.js";
import type { HistoricEpochResult, HistoricSubnetState, StoredRows } from "../../bindings/types.js";
import { rowsOf } from "../../bindings/testing/index.js";
import { recorded, type Recorded } from "./realStates.js";

const u64s = (list: readonly (string | number)[]) => BigUint64Array.from(list, BigInt);

/** Every integer from one to another by which all that was stored is divisible. chain-reading.md 4 */
function amountsOf(emission: readonly string[], from: bigint, to: bigint): bigint[] {
  const amounts = emission.map(BigInt).filter((amount) => amount > 0n);
  const found: bigint[] = [];
  for (let rao = from; rao <= to; rao++) if (isDivisible(rao, amounts)) found.push(rao);
  return found;
}

describe("the amount of an epoch from what it gave", () => {
  // The counters allow some hundred rao: a floor in each of a hundred blocks. chain-reading.md 8
  it.each<[string, bigint, bigint, bigint[]]>([
    ["sn1-6852344", 82_000_457_500n, 82_000_457_600n, [82_000_457_590n, 82_000_457_591n]],
    ["sn1-6852690", 82_000_457_500n, 82_000_457_600n, [82_000_457_588n]],
    ["sn1-6521772", 82_000_457_600n, 82_000_457_700n, [82_000_457_673n, 82_000_457_674n]],
    ["sn2-3705440", 9_900_000_000n, 9_900_200_000n, [9_900_127_868n, 9_900_127_869n]],
  ])("%s", (name, from, to, expected) => {
    expect(amountsOf(recorded(name).emission, from, to)).toEqual(expected);
  });

  it("sn1-6530367, without the uids that were replaced since", () => {
    const { emission, blockAtRegistration } = recorded("sn1-6530367");
    const epoch = Math.floor((6_530_367 + 2) / 100) * 100 - 3;
    const kept = emission.filter((_, uid) => blockAtRegistration[uid]! < epoch);
    expect(amountsOf(kept, 82_000_457_600n, 82_000_457_700n)).toEqual([82_000_457_668n, 82_000_457_669n, 82_000_457_670n]);
  });
});

const OWNER = 395;
const N = 1_024;

/** Every validator's trust is whole, so all of its weight is on the one uid that has all incentive. */
function subnet1(state: Recorded, stakes: Recorded, block: bigint, permits: Uint8Array, bonds: StoredRows): HistoricSubnetState {
  return {
    ruleSet: "spec-320",
    n: N,
    currentBlock: block,
    activityCutoff: 5_000n,
    blockAtRegistration: u64s(state.blockAtRegistration),
    alphaStake: u64s(stakes.alphaStake),
    taoStake: u64s(stakes.taoStake),
    taoWeight: 3_320_413_933_267_719_290n,
    stakeThreshold: 1_000_000_000_000n,
    ownerUid: OWNER,
    commitReveal: false,
    commitBlocks: new BigUint64Array(N).fill((1n << 64n) - 1n),
    tempo: 99,
    validatorPermits: permits,
    maxAllowedValidators: 128,
    kappa: 32_767,
    bondsPenalty: 65_535,
    bondsMovingAverage: 900_000n,
    yuma3: false,
    liquidAlpha: false,
    alphaSigmoidSteepness: 1_000,
    alphaLow: 45_875,
    alphaHigh: 58_982,
    lastUpdate: u64s(state.lastUpdate),
    weights: rowsOf(state.validatorTrust.map((trust): [number, number][] => (trust === 65_535 ? [[OWNER, 65_535]] : []))),
    bonds,
    raoEmission: 82_000_457_588n,
  };
}

describe("subnet 1 of the main network, three epochs on", () => {
  const [before, after] = [recorded("sn1-6852344"), recorded("sn1-6852690")];
  // What a validator earned tells its bond on the only miner, to the 16 bits in which bonds are stored.
  const earned = before.emission.map((rao, uid) => (uid === OWNER ? 0n : BigInt(rao)));
  const most = earned.reduce((top, rao) => (rao > top ? rao : top));
  let bonds = rowsOf(earned.map((rao): [number, number][] => (rao === 0n ? [] : [[OWNER, Number((rao * 65_535n) / most)]])));
  let permits = Uint8Array.from(before.validatorPermits, Number);
  let result: HistoricEpochResult;
  // The states are 47 blocks after one epoch and 93 after another: the first of the three has the stakes of the first state.
  for (const [block, stakes] of [
    [6_852_397n, before],
    [6_852_497n, after],
    [6_852_597n, after],
  ] as const) {
    result = yuma.epoch(subnet1(after, stakes, block, permits, bonds));
    ({ bonds, newValidatorPermits: permits } = result as HistoricEpochResult & { newValidatorPermits: typeof permits });
  }

  it.each(["consensus", "incentive", "validatorTrust", "dividends"] as const)("%s of all 1024 uids is the stored one", (part) => {
    expect([...result[part]!]).toEqual(after[part]);
  });

  it("permits and activity are the stored ones", () => {
    expect(Array.from(permits, Boolean)).toEqual(after.validatorPermits);
    expect(Array.from(result.active, Boolean)).toEqual(after.active);
    expect(after.dividends.filter((share) => share > 0)).toHaveLength(10);
  });

  it("the miner's emission is exact, and the validators' as near as 16 bits of a bond", () => {
    expect(result.emission[OWNER]).toBe(BigInt(after.emission[OWNER]!));
    const validators = after.emission.map(BigInt).filter((rao, uid) => rao > 0n && uid !== OWNER);
    expect(validators).toHaveLength(10);
    for (const [uid, rao] of after.emission.map(BigInt).entries()) {
      const apart = result.emission[uid]! - rao;
      expect(apart < 0n ? -apart : apart).toBeLessThan(82_000_457_588n / 65_535n);
    }
  });
});

/** Of the quotients, which are drawn outward. */
const BITS = 64n;

describe("subnet 2 of the main network: dividends from its stored bonds", () => {
  const { bonds, dividends, incentive, emission } = recorded("sn2-3705440");
  const validators = dividends.flatMap((share, uid) => (share > 0 ? [uid] : []));
  // A miner's emission is half of its incentive, with more bits than the stored one: a floor of rao.
  const earned = emission.map((rao, uid) => (dividends[uid] === 0 ? BigInt(rao) : 0n));
  // A bond was truncated to 65535 steps of its column's largest, which is one.
  const steps = (value: number) => ({ low: BigInt(value), high: BigInt(value === 65_535 ? value : value + 1) });
  const columns = new Map<number, { low: bigint; high: bigint; stored: bigint; twice: bigint }>();
  for (const [uid, value] of bonds.flat()) {
    const { low, high } = steps(value);
    const column = columns.get(uid) ?? { low: 0n, high: 0n, stored: 0n, twice: 0n };
    columns.set(uid, {
      low: column.low + low,
      high: column.high + high,
      stored: column.stored + BigInt(value),
      twice: column.twice + low + high,
    });
  }
  const sum = (values: readonly bigint[]) => values.reduce((all, value) => all + value, 0n);
  /** The sum of earned x share over a row, in rao with 64 bits below. */
  const rowSum = (uid: number, share: (column: number, value: number) => readonly [part: bigint, whole: bigint]) =>
    sum(
      bonds[uid]!.map(([column, value]) => {
        const [part, whole] = share(column, value);
        return ((part << BITS) * earned[column]!) / whole;
      }),
    );
  const whole = sum([...columns.keys()].map((uid) => earned[uid]!));
  const inU16 = (part: bigint) => Number((part * 65_535n) / (whole << BITS));
  /** Of all bonds that are stored as these, the least and the most dividends; the floors of rao and of 32 bits widen them. */
  const spans = validators.map((uid) => {
    const low = rowSum(uid, (column, value) => [steps(value).low, columns.get(column)!.high - steps(value).high + steps(value).low]);
    const high = rowSum(uid, (column, value) => [steps(value).high, columns.get(column)!.low - steps(value).low + steps(value).high]);
    const floors = (BigInt(columns.size) << BITS) + ((whole << BITS) * BigInt(4 * columns.size)) / (1n << 32n);
    return { uid, low: low - floors, high: high + floors };
  });

  it("every stored one lies in the exact interval of the bonds that are stored so", () => {
    expect(earned.filter((rao) => rao > 0n).length).toBe(incentive.filter((share, uid) => share > 0 && dividends[uid] === 0).length);
    expect(validators).toHaveLength(21);
    const outside = spans.filter(({ uid, low, high }) => dividends[uid]! < inU16(low) || dividends[uid]! > inU16(high));
    expect(outside).toEqual([]);
    expect(spans.every(({ low, high }) => inU16(high) - inU16(low) <= 1)).toBe(true);
    expect(spans.filter(({ low, high }) => inU16(low) === inU16(high))).toHaveLength(13);
    expect(bonds.flatMap((row, uid) => (row.length > 0 && dividends[uid] === 0 ? [uid] : []))).toEqual([]);
  });

  it("and so does what each earned, which is its dividends with more bits", () => {
    for (const rao of [9_900_127_868n, 9_900_127_869n])
      for (const { uid, low, high } of spans) {
        const fine = ((2n * BigInt(emission[uid]!) * whole) << BITS) / rao;
        expect([uid, low <= fine && fine <= high]).toEqual([uid, true]);
        // Half the width of an interval is some 15,000 rao: an amount that is another falls out of it.
        expect([uid, fine + (whole << BITS) / 65_535n <= high]).toEqual([uid, false]);
      }
  });

  it("19 are equal with each bond taken as it is stored, all 21 with each taken half a step higher", () => {
    const asStored = validators.map((uid) => inU16(rowSum(uid, (column, value) => [BigInt(value), columns.get(column)!.stored])));
    const apart = validators.flatMap((uid, i) => (asStored[i] === dividends[uid] ? [] : [[uid, asStored[i]! - dividends[uid]!]]));
    expect(apart).toEqual([
      [14, -1],
      [98, 1],
    ]);
    const midway = validators.map((uid) =>
      inU16(rowSum(uid, (column, value) => [steps(value).low + steps(value).high, columns.get(column)!.twice])),
    );
    expect(midway).toEqual(validators.map((uid) => dividends[uid]));
  });
});
