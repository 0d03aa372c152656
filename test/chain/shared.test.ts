/**
 * A made state in the encoding of the main network's own runtime description (spec 393), with what an independent program made of it.
 * It belongs to others and is not in this repository: the test is skipped, loudly, where it is not at hand.
 */
import { existsSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTransport, readEpoch, replayEpoch, type StakeSource } from "../../bindings/chain/index.js";
import { reference as yuma } from "../../bindings/reference/index.js";
import { toJson } from "../../bindings/boundary/jsonForm.js";
import type { SubnetEpochState } from "../../bindings/types.js";
import { hex, type Hex } from "./layout.js";
import type { MockChain } from "./answers.js";
import { mockNode, type MockNode } from "./mockNode.js";

const FOLDER = ["../shared/chain", "../../shared/chain"].find((folder) => existsSync(`${folder}/finney.scale`));

if (FOLDER === undefined) console.warn("SKIPPED: the shared chain data is not at hand, and its test did not run");

interface Entry {
  item: string;
  key: string;
  value: string | null;
}

const KEY_OF_EVENTS = "0x26aa394eea5630e07c48ae0c9558cef780d41e5e16056765bc8461851072c9d7";

function sharedChain(folder: string): { chain: MockChain; expected: any; netuid: number; block: number } {
  const made = JSON.parse(gunzipSync(readFileSync(`${folder}/fixtures/synthetic-393.json.gz`)).toString());
  const metadata = hex(readFileSync(`${folder}/finney.scale`));
  const block = Number(made.epochBlock);
  const storageOf = (entries: Entry[]) =>
    new Map(
      entries.flatMap(({ item, key, value }) => (value === null ? [] : [[item === "System.Events" ? KEY_OF_EVENTS : key, value] as const])),
    );
  const [before, after] = [storageOf(made.before), storageOf(made.after)];
  const hash = (number: number): Hex => `0x${number.toString(16).padStart(64, "0")}`;
  const chain: MockChain = {
    name: "Made",
    head: block + 5,
    hash,
    blockOf: (text) => Number(BigInt(text)),
    spec: () => 393,
    metadata: () => metadata,
    storage: (number) => (number >= block ? after : before),
    call: (name, argument) => (name === made.stateCall.method && argument === made.stateCall.params ? made.stateCall.reply : null),
  };
  return { chain, expected: made.expected, netuid: made.netuid, block };
}

describe.skipIf(FOLDER === undefined)("the made state of spec 393", () => {
  let shared: ReturnType<typeof sharedChain>;
  let node: MockNode;
  beforeAll(async () => {
    shared = sharedChain(FOLDER!);
    node = await mockNode(shared.chain);
  });
  afterAll(() => node.close());

  it.each<StakeSource>(["call", "storage"])("is read as the other program reads it, stakes by %s", async (stakes) => {
    const { expected, netuid } = shared;
    const read = await readEpoch({ transport: openTransport(node.http), netuid, yuma, stakes });
    const { provenance: _, ...state } = read.state;
    const { mechanisms, minerBudget: __, localDividendBudget: ___, rootBudget: ____, emissionSplit: _____, ...rest } = toJson(state) as any;
    expect(rest).toMatchObject({ ...expected.shared, lastMechanismStepBlock: expect.anything() });
    expect(mechanisms.map(({ previousConsensus: _, ...one }: any) => one)).toEqual(expected.mechanisms);
    expect(read.amount.rao).toBe(BigInt(expected.raoEmission));
    expect(read.replaced).toEqual(expected.replacedInBlock);
    const result = toJson(yuma.subnetEpoch(state as SubnetEpochState)) as any;
    for (const [part, values] of Object.entries(expected.aggregate)) expect([part, result[part]]).toEqual([part, values]);
  });

  it("is replayed without a difference", async () => {
    const replay = await replayEpoch({ transport: openTransport(node.ws.replace("ws", "http")), netuid: shared.netuid, yuma });
    expect(replay.fields.filter(({ status }) => status === "different")).toEqual([]);
    expect(replay).toMatchObject({ verdict: "equal", spec: 393, ruleSet: "spec-365", mechanisms: 2 });
    expect(replay.amount).toMatchObject({ rao: BigInt(shared.expected.raoEmission), how: "settled" });
  });
});
