/** What recorded states of the main network still prove, though each lacks something. test/vectors/real has their sources. */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { isDivisible } from "../../bindings/chain/amount.js";
import { reference as yuma } from "../../bindings/reference/index.js";
import type { HistoricEpochResult, HistoricSubnetState, StoredRows } from "../../bindings/types.js";
import { rowsOf } from "../../bindings/testing/index.js";

interface Recorded {
  blockAtRegistration: number[];
  lastUpdate: number[];
  alphaStake: string[];
  taoStake: string[];
  validatorPermits: boolean[];
  active: boolean[];
  validatorTrust: number[];
  consensus: number[];
  incentive: number[];
  dividends: number[];
  emission: string[];
  bonds: [number, number][][];
}

function recorded(name: string): Recorded {
  return JSON.parse(gunzipSync(readFileSync(`test/vectors/real/${name}.json.gz`)).toString());
}

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

describe("subnet 2 of the main network", () => {
  it("has the dividends that its stored bonds and incentive give, to one in 65535", () => {
    const { bonds, dividends, incentive, emission } = recorded("sn2-3705440");
    // A miner's emission is its incentive with more bits.
    const earned = emission.map((rao, uid) => (dividends[uid] === 0 ? BigInt(rao) : 0n));
    expect(earned.filter((rao) => rao > 0n).length).toBe(incentive.filter((share, uid) => share > 0 && dividends[uid] === 0).length);
    const columns = new Map<number, bigint>();
    for (const [uid, value] of bonds.flat()) columns.set(uid, (columns.get(uid) ?? 0n) + BigInt(value));
    const parts = bonds.map((row) =>
      row.reduce((sum, [uid, value]) => sum + ((BigInt(value) << 64n) * earned[uid]!) / columns.get(uid)!, 0n),
    );
    const whole = parts.reduce((sum, part) => sum + part, 0n);
    const found = parts.map((part) => Number((part * 65_535n) / whole));
    const validators = dividends.flatMap((share, uid) => (share > 0 ? [found[uid]! - share] : []));
    expect(validators).toHaveLength(21);
    expect(validators.filter((apart) => apart === 0).length).toBe(19);
    expect(validators.every((apart) => Math.abs(apart) <= 1)).toBe(true);
    expect(found.filter((share, uid) => share > 0 && dividends[uid] === 0)).toEqual([]);
  });
});
