/** What a file says of the epoch before it: what our own engine stored passes, and one value turned is found at its uid. */
import { describe, expect, it } from "vitest";
import { importFile, partialReplay, type ImportedFile } from "../../bindings/chain/index.js";
import { reference } from "../../bindings/reference/index.js";
import { btcli, madeSubnet, metagraph, neuronReply, subnetStateReply, taostats, torchFile } from "./importWriters.js";
import { madeChain } from "./madeChain.js";

const SEEDS = [1n, 2n, 3n, 4n, 5n];
const made = madeSubnet(9n);

const json = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));

const statusOf = (imported: ImportedFile, lastEpoch?: bigint) => {
  const { checks, ...rest } = partialReplay(imported, lastEpoch === undefined ? {} : { lastEpoch });
  return { ...Object.fromEntries(checks.map((check) => [check.name, check])), ...rest } as any;
};

describe("partial checks", () => {
  it.each(SEEDS)("nothing differs in what an epoch of ours stored, seed %s", (seed) => {
    const subnet = madeSubnet(seed, 12 + Number(seed));
    const neurons = statusOf(importFile(neuronReply(subnet)), subnet.lastEpoch);
    expect(neurons).toMatchObject({
      dividends: { status: "equal", compared: 5 },
      "validator trust": { status: "equal", compared: 5 },
      emission: { status: "equal" },
      amount: { status: "equal" },
      permits: { status: "equal" },
      verdict: "equal",
    });
    expect(neurons.rao.candidates).toContain(subnet.input.raoEmission);
    expect(neurons.rao.candidates.length).toBeLessThan(10);
    for (const file of [torchFile(metagraph(subnet)), json(taostats(subnet, 99)), json(btcli(subnet)), subnetStateReply(subnet)])
      expect(partialReplay(importFile(file))).toMatchObject({ verdict: "equal" });
  });

  it("under Yuma3 dividends are by stake as well", () => {
    const subnet = madeSubnet(3n, 14, true);
    const imported = importFile(neuronReply(subnet));
    imported.state.alphaStake = subnet.input.alphaStake;
    imported.state.taoStake = subnet.input.taoStake;
    imported.state.yuma3 = true;
    expect(statusOf(imported).dividends).toMatchObject({ status: "equal", compared: 5 });
    delete imported.state.yuma3;
    expect(statusOf(imported).dividends).toMatchObject({ status: "equal" });
  });

  it("a value that was turned is named by its uid", () => {
    const turned = (name: "dividends" | "validatorTrust" | "emission", uid: number, by: number) => {
      const imported = importFile(neuronReply(made));
      imported.state.yuma3 = false;
      const values = imported.results[name]!;
      if (values instanceof BigUint64Array) values[uid]! += BigInt(by);
      else values[uid]! += by;
      return statusOf(imported, made.lastEpoch);
    };
    expect(turned("dividends", 2, 300).dividends).toMatchObject({ status: "different", exact: true, uids: [{ uid: 2 }] });
    expect(turned("emission", 8, 40_000_000)).toMatchObject({
      emission: { status: "different", uids: [{ uid: 8 }] },
      amount: { status: "different" },
      verdict: "different",
    });
    expect(turned("emission", 8, 1).amount).toMatchObject({ status: "different", exact: false });
    // Whether a weight counts is not known without registration blocks.
    expect(turned("validatorTrust", 1, 300)["validator trust"]).toMatchObject({ status: "equal", compared: 4, left: 1 });
    const known = importFile(neuronReply(made));
    Object.assign(known.state, { blockAtRegistration: made.input.blockAtRegistration, commitReveal: false });
    known.results.validatorTrust![1]! += 300;
    expect(statusOf(known, made.lastEpoch)["validator trust"]).toMatchObject({
      status: "different",
      exact: true,
      different: 1,
      uids: [{ uid: 1 }],
    });
    const permits = importFile(subnetStateReply(made));
    permits.results.newValidatorPermits![9] = 1;
    expect(statusOf(permits).permits).toMatchObject({ status: "different", exact: false });
    expect(statusOf(permits).dividends).toMatchObject({ status: "not comparable", why: "the file has no bonds" });
  });
});

describe("incentive against weights, stakes and consensus", () => {
  /** The state after an epoch, with all that was stored of it. */
  function dump(spec: number, seed: bigint, mechanisms = 1): ImportedFile {
    const { chain, epochs, netuid } = madeChain({ spec, seed, epochs: 2, n: 12, mechanisms, quiet: true }, reference);
    const { block } = epochs[1]!;
    const imported = importFile(json([...chain.storage(block)!]), { netuid, spec, block: BigInt(block) });
    for (const one of imported.state.mechanisms ?? []) expect(one.weights).toBeDefined();
    return imported;
  }
  const checks = (imported: ImportedFile) => partialReplay(imported).checks.filter(({ name }) => name === "incentive");
  const onlyCheck = (imported: ImportedFile) => checks(imported)[0]!;

  it.each([233, 273, 397, 475])("spec %i: within its bounds, of which some are one value", (spec) => {
    for (const seed of SEEDS) {
      const check = onlyCheck(dump(spec, seed));
      expect(check).toMatchObject({ status: "equal", mechanism: null, compared: 12, different: 0, why: "" });
      expect(check.single).toBeGreaterThan(0);
    }
  });

  it("a value that was turned is a difference that comes from nothing but the epoch, where the file says which weights counted", () => {
    for (const seed of SEEDS) {
      const file = dump(283, seed);
      expect(onlyCheck(file)).toMatchObject({ status: "equal" });
      const uid = file.results.incentive!.indexOf(Math.max(...file.results.incentive!));
      const stored = file.results.incentive![uid]!;
      file.results.incentive![uid]! -= 300;
      const { status, exact, uids, different } = onlyCheck(file);
      expect({ status, exact, different }).toEqual({ status: "different", exact: true, different: 1 });
      expect(uids[0]).toMatchObject({ uid, stored: BigInt(stored - 300) });
      expect(uids[0]!.least <= BigInt(stored) && BigInt(stored) <= uids[0]!.most).toBe(true);
      // So near that no more than a hundred values are left, of 65536.
      expect(Number(uids[0]!.most - uids[0]!.least)).toBeLessThan(100);
    }
  });

  it("one value of the consensus or of a weight, too", () => {
    const file = dump(283, 2n);
    const uid = file.results.incentive!.indexOf(Math.max(...file.results.incentive!));
    file.results.consensus![uid]! -= 2_000;
    file.results.validatorTrust = file.results.validatorTrust!.map((trust) => (trust > 2_000 ? trust - 2_000 : trust));
    expect(onlyCheck(file)).toMatchObject({ status: "different" });
    const weights = dump(283, 2n);
    weights.state.weights!.values.fill(1);
    expect(partialReplay(weights).verdict).not.toBe("equal");
  });

  it("where commits decide which weights counted, a difference is none of the epoch alone", () => {
    const file = dump(397, 3n);
    expect(file.state.commitReveal).toBeUndefined();
    const uid = file.results.incentive!.indexOf(Math.max(...file.results.incentive!));
    file.results.incentive![uid]! -= 300;
    expect(onlyCheck(file)).toMatchObject({ status: "different", exact: false, why: expect.stringContaining("which weights counted") });
    // So far off is what no weights at all give, with this consensus and trust.
    file.results.incentive![uid]! = 3;
    expect(onlyCheck(file)).toMatchObject({ status: "different", exact: true, why: "" });
  });

  it("says what it was drawn without", () => {
    const file = dump(397, 4n);
    delete file.state.weights;
    expect(onlyCheck(file)).toMatchObject({ status: "equal", why: "without the weights of 3 of 3 validators" });
    delete file.results.stakeWeight;
    delete file.state.alphaStake;
    expect(onlyCheck(file)).toMatchObject({ status: "equal", why: "without stakes and the weights of 3 of 3 validators" });
    delete file.results.validatorTrust;
    expect(onlyCheck(file)).toMatchObject({ status: "not comparable", why: "the file has no validatorTrust" });
    delete file.results.consensus;
    expect(onlyCheck(file)).toMatchObject({ status: "not comparable", why: "the file has no consensus, no validatorTrust" });
  });

  it("each mechanism by its own consensus, and what all have together not at all", () => {
    for (const seed of SEEDS) {
      const file = dump(475, seed, 2);
      expect(checks(file)).toMatchObject([0, 1].map((mechanism) => ({ status: "equal", mechanism, compared: 12 })));
      const whole = partialReplay(file);
      expect(whole.checks.find(({ name }) => name === "dividends")).toMatchObject({ status: "not comparable" });
      const { incentive } = file.results.mechanisms![1]!;
      const uid = incentive!.indexOf(Math.max(...incentive!));
      incentive![uid]! -= 900;
      expect(checks(file)).toMatchObject([{ status: "equal" }, { status: "different", uids: [{ uid }] }]);
    }
    const none = dump(475, 1n, 2);
    for (const one of none.results.mechanisms!) delete one.consensus;
    expect(checks(none)).toMatchObject(
      [0, 1].map((mechanism) => ({ status: "not comparable", mechanism, why: "the file has no consensus" })),
    );
  });
});
