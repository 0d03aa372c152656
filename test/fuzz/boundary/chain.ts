/** The chain: a node in memory that answers as a node does, and recordings of what it says. */
import type { Chain, EpochRead, EpochReplay, Recording } from "../../../bindings/chain/index.js";
import { hashOf, madeChain } from "../../chain/madeChain.js";
import { withoutConnection } from "../../chain/answers.js";
import { madeSubnet, metagraph, neuronReply, subnetStateReply, torchFile } from "../../chain/importWriters.js";
import { engineOf } from "./engines.js";
import { OPAQUE } from "./mutations.js";
import { drawn, flag, oneOf, optional, record, u64, whole, type Shape } from "./shapes.js";
import type { Make } from "./methods.js";
import type { World } from "./world.js";

const NETUID = 77;

/** What a node and a subnet may not have: whichever was asked for is drawn. */
const OF_A_CHAIN = ["wrong-network", "unknown-netuid", "unknown-mechanism", "unknown-block", "no-epoch", "unknown-spec", "node-reply"];

function url(...schemes: readonly string[]): Shape {
  const pattern = new RegExp(`^(${schemes.join("|")})://`, "i");
  return {
    draw: (draw) => `${draw.of(schemes)}://${draw.of(["127.0.0.1:9944", "node.example/rpc"])}`,
    judge: (value) => (typeof value === "string" && pattern.test(value) && URL.canParse(value) ? "accept" : "refuse"),
  };
}

function opaque(value: object): Shape {
  OPAQUE.add(value);
  return {
    draw: () => value,
    judge: (given) => (given === value ? "accept" : typeof given === "object" && given !== null ? "either" : "refuse"),
  };
}

const COMMON = { timeout: optional(whole(1, 2 ** 31 - 1)), mostBytes: optional(whole(1, 2 ** 31 - 1)) };

class Socket {
  send(): void {}
  close(): void {}
  addEventListener(): void {}
}

OPAQUE.add(Socket);
const socket: Shape = {
  draw: () => Socket,
  judge: (value) => (value === Socket ? "accept" : typeof value === "function" ? "either" : "refuse"),
};

const ofKind = (transport: { request?: unknown }) => typeof transport.request === "function";

let known: { chain: ReturnType<typeof madeChain>; recording?: Promise<Recording> } | undefined;

function knownChain({ referenceYuma }: World) {
  known ??= { chain: madeChain({ spec: 397, seed: 61n, epochs: 2, n: 5 }, referenceYuma) };
  return known;
}

function chainOptions(world: World) {
  return {
    transport: opaque(withoutConnection(knownChain(world).chain.chain)),
    genesis: optional({
      draw: () => hashOf(0),
      judge: (value) => (typeof value !== "string" ? "refuse" : value.toLowerCase() === hashOf(0) ? "accept" : "either"),
    }),
    concurrency: optional(whole(1, 64)),
    retries: optional(drawn(whole(0, 20), () => 0)),
    wait: optional(drawn(whole(0, 60_000), () => 0)),
  };
}

const RULES = optional(oneOf("spec-397", "spec-365", "spec-475"));
const netuid = drawn(whole(1, 4_095), (draw) => (draw.oneIn(4) ? 5 : NETUID));

function request(world: World) {
  const block = drawn(optional(u64), (draw) => draw.of([undefined, 7_000_000n, 7_000_021n, 5n]));
  return {
    ...chainOptions(world),
    netuid,
    block: { ...block, judge: (value: unknown) => (value === "last" ? "accept" : block.judge(value)) } satisfies Shape,
    ruleSet: RULES,
    stakes: optional(oneOf("call", "storage")),
    keepMetadata: optional(flag),
  };
}

/** What a hostile recording says decides whether it can be read. */
async function recordingOf(world: World, openChain: (options: object) => Promise<Chain>): Promise<Shape> {
  const made = knownChain(world);
  made.recording ??= openChain({ transport: withoutConnection(made.chain.chain) }).then((chain) => chain.record(NETUID, 7_000_021n));
  const text = JSON.stringify(await made.recording);
  return {
    draw: () => JSON.parse(text),
    judge: () => "either",
  };
}

const mechanism = drawn(whole(0, 15), () => 0);

const SUBNET = madeSubnet(5n, 9);

/** Files of others, whole or not: what is in the bytes is for the reader to say. */
const fileBytes: Shape = {
  draw(draw) {
    const file = Uint8Array.from(draw.of([neuronReply(SUBNET), subnetStateReply(SUBNET), torchFile(metagraph(SUBNET))]));
    if (draw.oneIn(2)) file[draw.index(file.length)] = draw.index(256);
    return draw.oneIn(4) ? file.slice(0, draw.index(file.length)) : file;
  },
  judge: (value) => (Object.prototype.toString.call(value) === "[object Uint8Array]" ? "either" : "refuse"),
};

const IMPORT_OPTIONS = {
  name: optional({ ...oneOf("a.pt", "consensus.npy"), judge: (value) => (typeof value === "string" ? "accept" : "refuse") }),
  netuid: optional(drawn(whole(0, 65_535), () => 7)),
  block: optional(u64),
  spec: optional(whole(0, 2 ** 32 - 1)),
  mechanism: optional(drawn(whole(0, 65_535), () => 0)),
};

/** What was read of a file: of a hostile one it is decided field by field. */
function importedOf({ entries }: World): Shape {
  const read = entries.get("chain")!["importFile"] as (bytes: Uint8Array) => unknown;
  return { draw: (draw) => read(draw.oneIn(2) ? neuronReply(SUBNET) : subnetStateReply(SUBNET)), judge: () => "either" };
}

/** Names differ where a file's own subnet is asked for by another. */
const OPTIONS_OF_A_FILE: Shape = (() => {
  const options = optional(record(IMPORT_OPTIONS));
  return { ...options, judge: (value: unknown) => (options.judge(value) === "refuse" ? "refuse" : "either") };
})();

export const CHAIN: Readonly<Record<string, Make>> = {
  openTransport: (name, open) => [
    {
      name,
      share: 0.3,
      parameters: [url("wss", "ws", "https", "http"), optional(record({ ...COMMON, WebSocket: optional(socket) }))],
      call: (...args) => open(...args),
      right: ofKind,
    },
  ],
  httpTransport: (name, open) => [
    { name, share: 0.3, parameters: [url("https", "http"), optional(record(COMMON))], call: (...args) => open(...args), right: ofKind },
  ],
  webSocketTransport: (name, open) => [
    {
      name,
      share: 0.3,
      parameters: [url("wss", "ws"), record({ ...COMMON, WebSocket: socket })],
      call: (...args) => open(...args),
      right: ofKind,
    },
  ],
  openChain: (name, open, world) => [
    {
      name,
      share: 0.3,
      parameters: [record(chainOptions(world))],
      call: async (...args) => (await open(...args)).genesis,
      right: (genesis) => genesis === hashOf(0),
      may: OF_A_CHAIN,
    },
  ],
  readEpoch: (name, read, world) => [
    {
      name,
      share: 0.1,
      parameters: [record({ ...request(world), mechanism: optional(mechanism) })],
      call: (...args) => read(...args),
      right: ({ netuid, n }: EpochRead) => netuid === NETUID && n === 5,
      may: OF_A_CHAIN,
      shares: true,
    },
  ],
  replayEpoch: (name, replay, world) =>
    engineOf(world).map((yuma) => ({
      name,
      share: 0.1,
      parameters: [record({ ...request(world), yuma })],
      call: (...args) => replay(...args),
      right: ({ verdict, ruleSet }: EpochReplay) => verdict === "equal" || ruleSet !== "spec-397",
      may: OF_A_CHAIN,
      shares: true,
    })),
  recordingFromJson: async (name, fromJson, world) => [
    {
      name,
      share: 0.1,
      parameters: [await recordingOf(world, openOf(world))],
      call: (...args) => fromJson(...args),
    },
  ],
  readRecording: async (name, read, world) => [
    {
      name,
      share: 0.1,
      parameters: [await recordingOf(world, openOf(world)), optional(record({ ruleSet: RULES, mechanism: optional(mechanism) }))],
      call: (...args) => read(...args),
      may: OF_A_CHAIN,
    },
  ],
  importFile: (name, read) => [{ name, share: 1, parameters: [fileBytes, OPTIONS_OF_A_FILE], call: (...args) => read(...args) }],
  importToJson: (name, write, world) => [{ name, share: 0.5, parameters: [importedOf(world)], call: (...args) => write(...args) }],
  partialReplay: (name, check, world) => [
    {
      name,
      share: 0.5,
      parameters: [importedOf(world), optional(record({ lastEpoch: optional(u64) }))],
      call: (...args) => check(...args),
    },
  ],
  replayRecording: async (name, replay, world) => {
    const recording = await recordingOf(world, openOf(world));
    return engineOf(world).map((yuma) => ({
      name,
      share: 0.1,
      parameters: [recording, record({ yuma, ruleSet: RULES })],
      call: (...args) => replay(...args),
      may: OF_A_CHAIN,
    }));
  },
};

function openOf({ entries }: World): (options: object) => Promise<Chain> {
  return entries.get("chain")!["openChain"] as (options: object) => Promise<Chain>;
}
