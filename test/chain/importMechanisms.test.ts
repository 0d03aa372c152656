/** A subnet with several mechanisms out of files of others, and the commits that a dump has. */
import { describe, expect, it } from "vitest";
import { toJson } from "../../bindings/boundary/jsonForm.js";
import { subnetFromJson } from "../../bindings/boundary/input.js";
import { importFile, importToJson, type ImportedFile } from "../../bindings/chain/index.js";
import { reference } from "../../bindings/reference/index.js";
import type { SubnetState, YumaSubnetState } from "../../bindings/types.js";
import { U64_MAX } from "../../bindings/values/constants.js";
import { btcli, madeSubnet, metagraph, neuronReply, npy, subnetStateReply, zip } from "./importWriters.js";
import { encodeValue, storageKey, type Part } from "./layout.js";
import { accountOf, madeChain } from "./madeChain.js";

const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

/** The dump before the third epoch, whose block has commits, and what that epoch was made of. */
function chainOf(spec: number, mechanisms: number, nullConsensus = false) {
  const { chain, epochs, netuid } = madeChain({ spec, seed: 5n, epochs: 3, mechanisms, nullConsensus }, reference);
  const { block, state } = epochs[2]!;
  const file = (at: number) => ({ block: String(at), specVersion: spec, entries: Object.fromEntries(chain.storage(at)!) });
  return { block, state, netuid, before: file(block - 1), after: file(block) };
}

describe("a dump of several mechanisms", () => {
  it.each([320, 397, 446, 475])("spec %i: comes in the form of all, and with what it lacks it is the epoch's input", (spec) => {
    const { before, state, block } = chainOf(spec, 2);
    const made = state as YumaSubnetState;
    const imported = importFile(json(before));
    expect(imported).toMatchObject({ kind: "storage", mechanism: null, state: { epochConsensus: "yuma" } });
    expect(imported.state.mechanisms).toHaveLength(2);
    imported.state.mechanisms!.forEach((mechanism, i) => {
      const { weights, bonds, lastUpdate } = made.mechanisms[i]!;
      expect(mechanism.weights).toEqual(weights);
      expect(mechanism.lastUpdate).toEqual(lastUpdate);
      expect(mechanism.bonds).toEqual(bonds);
    });
    expect(imported.state).not.toHaveProperty("weights");
    expect(imported.state.emissionSplit).toEqual(made.emissionSplit);
    expect(imported.missing).toEqual(expect.arrayContaining(["currentBlock", "minerBudget"]));
    expect(imported.missing.filter((name) => name.startsWith("mechanisms["))).toEqual([]);

    // What is left open is the made state's; what is not is the file's, in the JSON that every command takes.
    const shared = { ...made, ...imported.state, currentBlock: BigInt(block), mechanisms: [] as unknown[] };
    shared.mechanisms = imported.state.mechanisms!.map((one, i) => ({ ...one, commitBlocks: made.mechanisms[i]!.commitBlocks }));
    const completed = subnetFromJson(JSON.stringify(toJson(shared)));
    expect(reference.subnetEpoch(completed)).toEqual(reference.subnetEpoch(made));
  });

  it("is not made of more than an index has room for", () => {
    const { before, netuid } = chainOf(475, 2);
    before.entries[storageKey("MechanismCountCurrent", [netuid], 475)] = "0x11";
    expect(() => importFile(json(before))).toThrow(`entries.MechanismCountCurrent[${netuid}]: expected at most 16, got 17`);
  });

  it("or as one of them, by its own index", () => {
    const { before, after, state } = chainOf(475, 2);
    const { mechanisms } = state as YumaSubnetState;
    const all = importFile(json(after));
    for (const mechanism of [0, 1]) {
      const { weights, lastUpdate } = mechanisms[mechanism]!;
      const one = importFile(json(before), { mechanism });
      expect(one).toMatchObject({ mechanism, state: { weights, lastUpdate } });
      expect(one.state.mechanisms).toBeUndefined();
      expect(one.missing).toContain("raoEmission");
      const stored = importFile(json(after), { mechanism });
      expect(stored.results.incentive).toEqual(all.results.mechanisms![mechanism]!.incentive);
      expect(stored.results.consensus).toEqual(all.results.mechanisms![mechanism]!.consensus);
      const inexact = stored.notExact.map(({ field }) => field);
      expect(inexact).toEqual(expect.arrayContaining(["results.dividends", "results.emission", "commitBlocks"]));
      expect(inexact).not.toContain("results.consensus");
      const again = importFile(json(importToJson(all)), { mechanism });
      expect({ ...again, provenance: null, notExact: null }).toEqual({ ...stored, provenance: null, notExact: null });
    }
    expect(() => importFile(json(before), { mechanism: 2 })).toThrow(/options.mechanism: expected one of the subnet's 2/);
    expect(all.results.mechanisms![0]!.incentive).not.toEqual(all.results.mechanisms![1]!.incentive);
  });

  it("is taken again in our own form", () => {
    const imported = importFile(json(chainOf(475, 3).after), { name: "a" });
    const again = importFile(json(importToJson(imported)), { name: "a" });
    expect({ ...again, provenance: null }).toEqual({ ...imported, provenance: null });
    const wrong = importToJson(imported) as { state: { mechanisms: object[] } };
    wrong.state.mechanisms[1] = { weightz: [] };
    expect(() => importFile(json(wrong))).toThrow(/state.mechanisms\[1\].weightz.*did you mean "weights"/);
  });

  it("one mechanism of a dump that has but one is the first", () => {
    const { before, state } = chainOf(397, 1);
    expect(importFile(json(before), { mechanism: 0 }).state.weights).toEqual((state as SubnetState).weights);
    expect(() => importFile(json(before), { mechanism: 1 })).toThrow(/options.mechanism: expected 0/);
  });

  it("how many there are is what was stored, or what the file has something of", () => {
    const raw = (item: string, value: unknown, ...parts: Part[]) => [storageKey(item, parts, 400), encodeValue(item, value, 400)];
    const two = [raw("Incentive", [1, 2], 7), raw("Incentive", [3, 4], 7 + 4_096)];
    expect(importFile(json(two)).results.mechanisms).toMatchObject([
      { incentive: Uint16Array.of(1, 2) },
      { incentive: Uint16Array.of(3, 4) },
    ]);
    // What is stored beyond the count was left there when it was lowered.
    const one = importFile(json([...two, raw("MechanismCountCurrent", 1, 7)]));
    expect(one.results).toMatchObject({ incentive: Uint16Array.of(1, 2) });
    const three = importFile(json([...two, raw("MechanismCountCurrent", 3, 7)]));
    expect(three.missing).toEqual(expect.arrayContaining(["mechanisms[2].weights", "results.mechanisms[2].incentive"]));
  });

  it("under Null consensus it is the form of a Null epoch, and of no mechanism alone", () => {
    const { before, state } = chainOf(475, 2, true);
    const imported = importFile(json(before));
    const known = Object.keys(state);
    expect(Object.keys(imported.state).filter((name) => !known.includes(name))).toEqual([]);
    expect(imported.state.epochConsensus).toBe("null");
    expect(() => importFile(json(before), { mechanism: 0 })).toThrow(/a Null epoch has a form for the whole subnet only/);
  });
});

describe("files of one mechanism that say so", () => {
  const subnet = { ...madeSubnet(3n), netuid: 7 + 4_096 * 2 };
  const names = (imported: ImportedFile) => imported.notExact.map(({ field }) => field);

  it.each([
    ["get_neurons", () => neuronReply(subnet)],
    ["get_subnet_state", () => subnetStateReply(subnet)],
    ["a metagraph", () => zip(Object.fromEntries(Object.entries(metagraph(subnet)).map(([name, array]) => [`${name}.npy`, npy(array)])))],
    ["btcli", () => json({ ...(btcli({ ...subnet, netuid: 7 }) as object), mechanism_id: 2, mechanism_count: 3 })],
  ] as const)("%s", (_, write) => {
    const imported = importFile(write(), { netuid: 7, mechanism: 2 });
    expect(imported).toMatchObject({ netuid: 7, mechanism: 2 });
    expect(names(imported)).toContain("results.dividends");
    expect(names(imported)).not.toContain("results.incentive");
    expect(() => importFile(write(), { mechanism: 0 })).toThrow(/options.mechanism: expected 2/);
  });
});

describe("commits", () => {
  it.each([297, 306, 397, 423, 475])("spec %i: those that hold, whether the block reveals them or not", (spec) => {
    const { before, state, block } = chainOf(spec, spec >= 320 ? 2 : 1);
    const imported = importFile(json(before));
    const mechanisms = "mechanisms" in state ? state.mechanisms : [state];
    const expected = mechanisms.map(({ commitBlocks }) => commitBlocks.slice());
    // The block reveals this one before the epoch.
    const revealed = BigInt(block - 6);
    if (revealed < expected[0]![2]!) expected[0]![2] = revealed;
    const found = (imported.state.mechanisms ?? [imported.state]).map(({ commitBlocks }) => commitBlocks);
    expect(found).toEqual(expected);
    expect(found[0]!.filter((one) => one !== U64_MAX)).toHaveLength(3);
    expect(imported.notExact.map(({ field }) => field)).toContain(mechanisms.length > 1 ? "mechanisms[0].commitBlocks" : "commitBlocks");
  });

  /** Subnet 7 with a tempo of 99: an epoch of commits has the blocks 5192 to 5291, the next those to 5391. */
  const entries = {
    keys: [0, 1, 2].map((uid) => [[7, uid], accountOf(uid)]),
    subnetworkN: [[[7], 3]],
    tempo: [[[7], 99]],
    weightCommits: [
      [[7, accountOf(0)], [[accountOf(9), 5_191, 0, 0]]],
      [
        [7, accountOf(1)],
        [
          [accountOf(9), 5_191, 0, 0],
          [accountOf(9), "5,193", 0, 0],
          [accountOf(9), 5_192, 0, 0],
        ],
      ],
      [[7, accountOf(7)], [[accountOf(9), 5_200, 0, 0]]],
    ],
    timelockedWeightCommits: [[[7, "123"], [[accountOf(2), 5_300, "0x010203", 9]]]],
  };

  it("of items by name, until they expire", () => {
    const blocksAt = (block: bigint, more: object = {}) =>
      importFile(json({ ...entries, ...more }), { block, spec: 397 }).state.commitBlocks;
    expect(blocksAt(5_319n)).toEqual(BigUint64Array.of(U64_MAX, 5_193n, 5_300n));
    expect(blocksAt(5_390n)).toEqual(BigUint64Array.of(U64_MAX, 5_193n, 5_300n));
    expect(blocksAt(5_391n)).toEqual(BigUint64Array.of(U64_MAX, U64_MAX, 5_300n));
    expect(blocksAt(5_391n, { revealPeriodEpochs: [[[7], 3]] })).toEqual(BigUint64Array.of(5_191n, 5_191n, 5_300n));
  });

  it("are missing where the file does not say enough", () => {
    const missing = (file: object, options: object = {}) =>
      expect(importFile(json(file), { block: 5_319n, spec: 397, netuid: 7, ...options }).missing).toContain("commitBlocks");
    missing({ ...entries, keys: entries.keys.slice(1) });
    missing({ ...entries, tempo: undefined });
    missing({ ...entries, weightCommits: [], timelockedWeightCommits: [] });
    missing(entries, { spec: undefined });
    missing(entries, { block: undefined });
    missing(entries, { spec: 423 });
    const counted = importFile(json({ ...entries, subnetEpochIndex: [[[7], 5_192]] })).state.commitBlocks;
    // From spec 423 on the first number is the epoch, and the second the block.
    expect(counted).toEqual(BigUint64Array.of(U64_MAX, 0n, U64_MAX));
  });
});
