/**
 * Stored numbers of the main network, written once more as the replies that they came in. They belong to others and are not in this
 * repository as a whole: the test is skipped, loudly, where they are not at hand.
 */
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { importFile, partialReplay, type PartialCheckName, type PartialOptions } from "../../bindings/chain/index.js";
import { rowsOf } from "../../bindings/testing/index.js";
import { neuronReply, subnetStateReply, type MadeSubnet } from "./importWriters.js";

const FOLDER = ["../shared/chain/real", "../../shared/chain/real"].find((folder) => existsSync(folder));

if (FOLDER === undefined) console.warn("SKIPPED: the shared real chain states are not at hand, and their test did not run");

const real = (name: string): any => JSON.parse(gunzipSync(readFileSync(`${FOLDER}/${name}.json.gz`)).toString());
const words = (values: number[]) => Uint16Array.from(values);
const flags = (values: boolean[]) => Uint8Array.from(values, Number);
const amounts = (values: (number | string)[]) => BigUint64Array.from(values, (value) => BigInt(value));

function subnetOf(given: any): MadeSubnet {
  const { n, netuid } = given;
  const none = rowsOf(Array.from({ length: n }, () => []));
  return {
    netuid,
    block: BigInt(given.block ?? given.blockFrom),
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
      stake: amounts(given.totalStake ?? given.stake),
    } as unknown as MadeSubnet["result"],
  };
}

function checksOf(file: Uint8Array, options: PartialOptions = {}) {
  const { checks, ...rest } = partialReplay(importFile(file), options);
  return { ...rest, ...(Object.fromEntries(checks.map((one) => [one.name, one])) as Record<PartialCheckName, (typeof checks)[number]>) };
}

describe.skipIf(FOLDER === undefined)("stored numbers of the main network", () => {
  it("subnet 2 in August 2024: dividends from stored bonds, emission, and its amount", () => {
    const found = checksOf(neuronReply(subnetOf(real("sn2-3705440"))), { lastEpoch: 3_705_300n });
    expect(found.dividends).toMatchObject({ status: "equal" });
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
    const found = checksOf(subnetStateReply(subnetOf(real(name))));
    expect(found.emission).toMatchObject({ status: "equal" });
    expect(found.rao!.candidates).toEqual(expect.arrayContaining([...candidates]));
    expect(found.permits.compared).toBe(1_024);
  });

  it.each(["testnet23-3264156", "sn1-3699313"])("%s is read", (name) => {
    const found = checksOf(neuronReply(subnetOf(real(name)), name.startsWith("sn1")));
    expect(found.verdict).not.toBe("different");
  });
});
