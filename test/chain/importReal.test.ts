/** Stored numbers of the main network, written once more as the replies and files that such come in. test/vectors/real has their sources. */
import { describe, expect, it } from "vitest";
import { importFile, partialReplay, type PartialCheckName, type PartialOptions } from "../../bindings/chain/index.js";
import { rowsOf } from "../../bindings/testing/index.js";
import { neuronReply, subnetStateReply, taostats, type MadeSubnet } from "./importWriters.js";
import { recorded, type Recorded } from "./realStates.js";

const words = (values: number[]) => Uint16Array.from(values);
const flags = (values: boolean[]) => Uint8Array.from(values, Number);
const amounts = (values: (number | string)[]) => BigUint64Array.from(values, (value) => BigInt(value));

function subnetOf(given: Recorded): MadeSubnet {
  const { n, netuid } = given;
  const none = rowsOf(Array.from({ length: n }, () => []));
  return {
    netuid,
    block: BigInt(given.block ?? given.blockFrom!),
    lastEpoch: 0n,
    input: {
      n,
      lastUpdate: amounts(given.lastUpdate),
      alphaStake: amounts(given.alphaStake ?? given.stake),
      taoStake: amounts(given.taoStake ?? given.stake),
      blockAtRegistration: given.blockAtRegistration === undefined ? new BigUint64Array(n) : amounts(given.blockAtRegistration),
      weights: given.weights === undefined ? none : rowsOf(given.weights),
    } as MadeSubnet["input"],
    result: {
      active: flags(given.active),
      consensus: words(given.consensus),
      incentive: words(given.incentive),
      dividends: words(given.dividends),
      validatorTrust: words(given.validatorTrust),
      emission: amounts(given.emission),
      newValidatorPermits: flags(given.validatorPermits),
      bonds: given.bonds === undefined ? none : rowsOf(given.bonds),
      stake: amounts(given.alphaStake ?? given.stake),
    } as unknown as MadeSubnet["result"],
  };
}

function checksOf(file: Uint8Array, options: PartialOptions = {}) {
  const { checks, ...rest } = partialReplay(importFile(file), options);
  return { ...rest, ...(Object.fromEntries(checks.map((one) => [one.name, one])) as Record<PartialCheckName, (typeof checks)[number]>) };
}

describe("stored numbers of the main network", () => {
  it("subnet 2 in August 2024: dividends from stored bonds, emission, and its amount", () => {
    const found = checksOf(neuronReply(subnetOf(recorded("sn2-3705440"))), { lastEpoch: 3_705_300n });
    expect(found.dividends).toMatchObject({ status: "equal", exact: true, compared: 21, left: 0 });
    expect(found.incentive).toMatchObject({ status: "equal", compared: 256, why: "without the weights of 19 of 21 validators" });
    expect(found.emission).toMatchObject({ status: "equal", compared: 254 });
    expect(found.rao!.candidates).toEqual([9_900_127_868n, 9_900_127_869n]);
    // Most had set weights again.
    expect(found["validator trust"]).toMatchObject({ status: "equal", compared: 2 });
    expect(found.permits).toMatchObject({ status: "equal", compared: 256 });
  });

  it.each([
    ["sn1-6852344", [82_000_457_590n, 82_000_457_591n]],
    ["sn1-6852690", [82_000_457_588n]],
    ["sn1-6521772", [82_000_457_673n, 82_000_457_674n]],
    ["sn1-6530367", [82_000_457_668n, 82_000_457_669n, 82_000_457_670n]],
  ] as const)("%s: the amount", (name, candidates) => {
    const found = checksOf(subnetStateReply(subnetOf(recorded(name))));
    expect(found.emission).toMatchObject({ status: "equal" });
    expect(found.rao!.candidates).toEqual(expect.arrayContaining([...candidates]));
    expect(found.permits.compared).toBe(1_024);
  });

  it.each(["testnet23-3264156", "sn1-3699313"])("%s is read", (name) => {
    const found = checksOf(neuronReply(subnetOf(recorded(name)), name.startsWith("sn1")));
    expect(found.verdict).not.toBe("different");
  });

  it("subnet 2: a value of the incentive or of the dividends that is another lies outside", () => {
    const turned = (name: "incentive" | "dividends", uid: number, by: number) => {
      const state = recorded("sn2-3705440");
      state[name][uid]! += by;
      return checksOf(neuronReply(subnetOf(state)), { lastEpoch: 3_705_300n })[name];
    };
    expect(turned("dividends", 98, 40)).toMatchObject({ status: "different", uids: [{ uid: 98 }] });
    expect(turned("dividends", 14, -6)).toMatchObject({ status: "different", uids: [{ uid: 14 }] });
    const uid = 120;
    expect(turned("incentive", uid, 40)).toMatchObject({ status: "different", uids: [{ uid }] });
  });

  // Without weights: a rank is no more than the consensus, and all ranks together are what was trusted.
  it.each([
    ["sn1-6852344", 10, 1_023],
    ["sn1-6852690", 10, 1_023],
    ["sn1-6521772", 8, 0],
    ["sn1-6530367", 7, 0],
  ] as const)("%s: incentive from consensus, trust and stakes, by %i validators", (name, validators, single) => {
    const state = recorded(name);
    const file = (given: Recorded) => new TextEncoder().encode(JSON.stringify(taostats(subnetOf(given), 2_000)));
    const last = BigInt(Math.max(state.block!, ...state.lastUpdate));
    expect(last).toBe(BigInt(state.block!));
    const why = `without the weights of ${validators} of ${validators} validators`;
    expect(checksOf(file(state)).incentive).toMatchObject({ status: "equal", compared: 1_024, single, why });
    const uid = state.incentive.indexOf(Math.max(...state.incentive));
    // Where a thousand share it, only what is too much shows.
    state.incentive[uid]! = single === 0 ? 2 * state.incentive[uid]! + 40 : 60_000;
    expect(checksOf(file(state)).incentive).toMatchObject({ status: "different", uids: [{ uid }] });
  });
});
