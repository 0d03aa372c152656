/** Epochs that our own engine made, stored in the chain's encoding and served by a node, come back without a difference. */
import { afterEach, describe, expect, it } from "vitest";
import {
  openChain,
  openTransport,
  readEpoch,
  readRecording,
  recordingFromJson,
  replayRecording,
  type EpochReplay,
} from "../../bindings/chain/index.js";
import { reference } from "../../bindings/reference/index.js";
import { fromJson } from "../../bindings/boundary/input.js";
import { toJson } from "../../bindings/boundary/jsonForm.js";
import { accountOf, madeChain, type MadeChain, type Wanted } from "./madeChain.js";
import { mockNode, type MockNode } from "./mockNode.js";
import { EVENTS_KEY, encodeEvents, type MadeEvent, type Part } from "./layout.js";

const yuma = reference;
let node: MockNode | undefined;

afterEach(async () => {
  await node?.close();
  node = undefined;
});

async function served(made: MadeChain): Promise<MockNode> {
  return (node = await mockNode(made.chain));
}

/** All epochs of a made chain, each replayed from what the node says. */
async function replayAll(made: MadeChain, stakes: "call" | "storage" = "call"): Promise<EpochReplay[]> {
  const { http } = await served(made);
  const chain = await openChain({ transport: openTransport(http), wait: 1 });
  const blocks = await chain.epochs(made.netuid, { count: 100 });
  expect(blocks.map(Number)).toEqual(made.epochs.map(({ block }) => block));
  const found: EpochReplay[] = [];
  for (const block of blocks) found.push(replayRecording(await chain.record(made.netuid, block, { stakes }), { yuma }));
  return found;
}

const SPECS: Wanted[] = [
  { spec: 233, seed: 1n, epochs: 10 },
  { spec: 257, seed: 2n, epochs: 10 },
  { spec: 275, seed: 3n, epochs: 10 },
  { spec: 297, seed: 4n, epochs: 10 },
  { spec: 315, seed: 5n, epochs: 10 },
  { spec: 320, seed: 6n, epochs: 10, mechanisms: 2 },
  { spec: 343, seed: 7n, epochs: 10 },
  { spec: 365, seed: 8n, epochs: 10, mechanisms: 2 },
  { spec: 397, seed: 9n, epochs: 10 },
  { spec: 423, seed: 10n, epochs: 10 },
  { spec: 425, seed: 11n, epochs: 10, mechanisms: 2 },
  { spec: 446, seed: 12n, epochs: 10 },
  { spec: 452, seed: 13n, epochs: 10, mechanisms: 2 },
  { spec: 475, seed: 14n, epochs: 10 },
  { spec: 475, seed: 15n, epochs: 4, mechanisms: 2, nullConsensus: true },
];

describe("the full circle", () => {
  it.each(SPECS)("of spec $spec, seed $seed, comes back", async (wanted) => {
    const made = madeChain(wanted, yuma);
    const replays = await replayAll(made);
    for (const [i, replay] of replays.entries()) {
      const different = replay.fields.filter(({ status }) => status === "different");
      expect({ i, different, notExact: replay.notExact }).toEqual({ i, different: [], notExact: [] });
      expect(replay).toMatchObject({ verdict: "equal", stage: null, spec: wanted.spec });
      expect(replay.fields.filter(({ status }) => status === "equal").length).toBeGreaterThan(10);
    }
    // The amount is settled to the rao wherever it shows; one less or more would not be seen in a mechanism's part of nothing.
    expect(replays.map(({ amount }) => amount.how).every((how) => how === "counters" || how === "settled")).toBe(true);
    expect(replays.filter(({ amount }, i) => amount.rao === made.epochs[i]!.rao).length).toBeGreaterThan(replays.length / 2);
  });
});

/** One value in the state after an epoch, turned, with what the replay has to say of it. */
const FLIPS: { item: string; parts: Part[]; value(stored: any): unknown; field: string; stage: string; uid: number }[] = [
  { item: "StakeWeight", parts: [77], value: (list) => list.with(0, list[0] ^ 1), field: "StakeWeight", stage: "stake", uid: 0 },
  { item: "ValidatorPermit", parts: [77], value: (list) => list.with(2, !list[2]), field: "ValidatorPermit", stage: "masks", uid: 2 },
  { item: "Active", parts: [77], value: (list) => list.with(1, !list[1]), field: "Active", stage: "masks", uid: 1 },
  { item: "Consensus", parts: [77], value: (list) => list.with(4, list[4] ^ 1), field: "Consensus", stage: "consensus", uid: 4 },
  { item: "ValidatorTrust", parts: [77], value: (list) => list.with(1, list[1] ^ 1), field: "ValidatorTrust", stage: "consensus", uid: 1 },
  { item: "Incentive", parts: [77], value: (list) => list.with(5, list[5] ^ 1), field: "Incentive", stage: "incentive", uid: 5 },
  { item: "Bonds", parts: [77, 0], value: () => [[3, 7]], field: "Bonds", stage: "bonds", uid: 0 },
  { item: "Dividends", parts: [77], value: (list) => list.with(0, list[0] ^ 1), field: "Dividends", stage: "dividends", uid: 0 },
  { item: "Emission", parts: [77], value: (list) => list.with(1, list[1] + 100n), field: "Emission", stage: "emission", uid: 1 },
];

describe("one value that is another", () => {
  it.each(FLIPS)("of $item is named: field, uid and stage", async ({ item, parts, value, field, stage, uid }) => {
    const made = madeChain({ spec: 397, seed: 21n, epochs: 2, quiet: true }, yuma);
    const { block, state } = made.epochs[1]!;
    const result = toJson(yuma.epoch(state as never)) as Record<string, any[]>;
    const stored: Record<string, any> = { ValidatorPermit: result["newValidatorPermits"], Emission: result["emission"]!.map(BigInt) };
    const list = stored[item] ?? result[item.charAt(0).toLowerCase() + item.slice(1)];
    made.put(block, item, parts, value(list));
    const [first, second] = (await replayAll(made)) as [EpochReplay, EpochReplay];
    expect(first.verdict).toBe("equal");
    expect(second).toMatchObject({ verdict: "different", stage });
    const different = second.fields.filter(({ status }) => status === "different");
    expect(different).toMatchObject([{ field, stage, exact: true, uids: [uid] }]);
    if (item === "Emission") expect(second.shares).toMatchObject([{ uid }]);
  });
});

describe("what happens later in the block", () => {
  /** The last epoch of a chain whose events in that block are others. */
  async function replayWith(made: MadeChain, events: readonly MadeEvent[]): Promise<EpochReplay> {
    const { block } = made.epochs.at(-1)!;
    (made.chain.storage(block) as Map<string, string>).set(EVENTS_KEY, encodeEvents(events));
    return (await replayAll(made)).at(-1)!;
  }

  it("is no difference: what a dissolved subnet lost is not comparable", async () => {
    const made = madeChain({ spec: 397, seed: 71n, epochs: 1, quiet: true }, yuma);
    made.put(made.epochs[0]!.block, "Dividends", [77], []);
    const replay = await replayWith(made, [{ phase: 4, pallet: "SubtensorModule", name: "NetworkRemoved", fields: [77] }]);
    expect(replay.verdict).toBe("equal");
    expect(replay.fields).toContainEqual(
      expect.objectContaining({ field: "Dividends", status: "not comparable", why: "changed later in the block: NetworkRemoved" }),
    );
  });

  it("is no difference: bonds on a uid that committed are gone where they are reset", async () => {
    const made = madeChain({ spec: 397, seed: 72n, epochs: 2, quiet: true }, yuma);
    const { block, state } = made.epochs[1]!;
    const bonds = toJson(yuma.epoch(state as never).bonds) as [number, number][][];
    const lost = bonds[0]!.filter(([uid]) => uid !== 4);
    expect(lost.length).toBe(bonds[0]!.length - 1);
    made.put(block, "Bonds", [77, 0], lost);
    for (const uid of [1, 2])
      made.put(
        block,
        "Bonds",
        [77, uid],
        bonds[uid]!.filter(([column]) => column !== 4),
      );
    const committed: MadeEvent = { phase: 4, pallet: "Commitments", name: "Commitment", fields: [77, accountOf(4)] };
    const without = await replayWith(made, [committed]);
    expect(without).toMatchObject({ verdict: "different", stage: "bonds" });
    await node!.close();
    made.put(block, "BondsResetOn", [77], true);
    expect(await replayWith(made, [committed])).toMatchObject({ verdict: "equal" });
  });
});

describe("an epoch's input", () => {
  it.each([315, 397, 475])("of spec %i is the state that the epoch was made of, stakes from storage", async (spec) => {
    const made = madeChain({ spec, seed: 31n, epochs: 3 }, yuma);
    const { http } = await served(made);
    for (const { block, state, rao } of made.epochs) {
      const read = await readEpoch({ transport: openTransport(http), netuid: made.netuid, block: BigInt(block), yuma, stakes: "storage" });
      const { provenance, ...found } = read.state as any;
      // What the rule set does not read is not on the chain either.
      const unread = spec < 446 ? { lastYumaStepBlock: null, previousConsensus: new Uint16Array(0) } : {};
      expect(toJson({ ...found, raoEmission: rao })).toEqual(toJson({ ...state, raoEmission: rao, ...unread }));
      expect(provenance).toMatchObject({ network: "Made", netuid: 77, block: String(block), spec, mechanism: null });
    }
  });

  it("keeps where it comes from through JSON, and no engine reads it", async () => {
    const made = madeChain({ spec: 397, seed: 34n, epochs: 1 }, yuma);
    const { http } = await served(made);
    const { state, provenance } = await readEpoch({ transport: openTransport(http), netuid: made.netuid, yuma });
    const again = fromJson(JSON.stringify(toJson(state))) as typeof state;
    expect(again.provenance).toEqual(provenance);
    const { provenance: _, ...bare } = again as any;
    expect(yuma.epoch(again as never)).toEqual(yuma.epoch(bare));
  });

  it("of one mechanism of several has its part of the amount", async () => {
    const made = madeChain({ spec: 397, seed: 32n, epochs: 1, mechanisms: 2 }, yuma);
    const { http } = await served(made);
    const parts = await Promise.all(
      [0, 1].map(async (mechanism) => readEpoch({ transport: openTransport(http), netuid: made.netuid, yuma, mechanism })),
    );
    const sum = parts.reduce((total, { state }) => total + (state as { raoEmission: bigint }).raoEmission, 0n);
    expect(sum).toBe(parts[0]!.amount.rao);
    const missing = readEpoch({ transport: openTransport(http), netuid: made.netuid, yuma, mechanism: 2 });
    await expect(missing).rejects.toMatchObject({ code: "unknown-mechanism" });
  });

  it("in a recording needs no node, and says the same", async () => {
    const made = madeChain({ spec: 425, seed: 33n, epochs: 2, mechanisms: 2 }, yuma);
    const { http } = await served(made);
    const chain = await openChain({ transport: openTransport(http) });
    const [block] = await chain.epochs(made.netuid);
    const recording = await chain.record(made.netuid, block!);
    const again = recordingFromJson(JSON.stringify(recording));
    expect(again).toEqual(recording);
    expect(replayRecording(again, { yuma })).toEqual(replayRecording(recording, { yuma }));
    expect(toJson(readRecording(again, { yuma }).state)).toEqual(toJson(readRecording(recording, { yuma }).state));
    expect(chain.cost.calls).toBeLessThan(40);
  });
});
