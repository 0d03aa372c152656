import { abortSignal } from "../boundary/abortSignal.js";
import { checkOptions, record } from "../boundary/input.js";
import { functionKind, integer, oneOf, u64, type Kind } from "../boundary/kinds.js";
import { checkYuma } from "../boundary/result.js";
import { ChainError, EpochInputError } from "../errors.js";
import { unknownName } from "../text/nearest.js";
import { fieldPath } from "../text/show.js";
import { RULE_SET_IDS } from "../ruleSets/ruleSets.js";
import type { RuleSet, Yuma } from "../types.js";
import { isRevoked } from "../values/arrays.js";
import type { MetadataCache } from "./blocks.js";
import { findEpochs, type EpochRange } from "./epochs.js";
import { MECHANISM_STEP } from "./mechanismIndex.js";
import { Node, type Cost } from "./node.js";
import { readRecorded, type EpochRead } from "./read.js";
import { recordEpoch, type StakeSource } from "./record.js";
import { recordingFromJson, type Recording } from "./recording.js";
import { replayRecorded, type EpochReplay } from "./replay.js";
import type { Transport } from "./transport.js";

/** How a chain is read. */
export interface ChainOptions {
  transport: Transport;
  /** the hash of its first block, where another chain is to be refused */
  genesis?: string;
  signal?: AbortSignal;
  /** requests under way at once, 1 to 64, default 4 */
  concurrency?: number;
  /** how often a request is asked again where the node is busy or the connection fails, 0 to 20, default 5 */
  retries?: number;
  /** milliseconds before the first of those, doubled each time, default 250 */
  wait?: number;
  /** called after each answer */
  progress?: (cost: Cost) => void;
}

/** How an epoch is read from a node. */
export interface RecordOptions {
  /** default "call"; "storage" reads the maps that the call reads */
  stakes?: StakeSource;
  /** keep the runtime's description in the recording: some 0.7 MB */
  keepMetadata?: boolean;
}

/** Main network: the hash of its first block. */
export const FINNEY_GENESIS = "0x2f0555cc76fc2840a25a6ea3b9637146806f1f44b090c175ffde2a7e5ab36c03";

const transportKind: Pick<Kind<Transport>, "check"> = {
  check(value, path) {
    if (typeof value !== "object" || value === null || isRevoked(value) || typeof (value as Partial<Transport>).request !== "function")
      throw new EpochInputError(path, "an object with a method request(method, params)", value);
    return value as Transport;
  },
};

const hashKind: Pick<Kind<string>, "check"> = {
  check(value, path) {
    if (typeof value !== "string" || !/^0x[0-9a-f]{64}$/i.test(value))
      throw new EpochInputError(path, "a hash, 0x and 64 hexadecimal digits", value);
    return value;
  },
};

const CHAIN_OPTIONS = {
  transport: transportKind,
  genesis: hashKind,
  signal: abortSignal,
  concurrency: integer(1, 64, "a number of requests from 1 to 64"),
  retries: integer(0, 20, "a number of retries from 0 to 20"),
  wait: integer(0, 60_000, "a number of milliseconds from 0 to 60000"),
  progress: functionKind<(cost: Cost) => void>(),
};

const netuidKind = integer(1, MECHANISM_STEP - 1, `a netuid from 1 to ${MECHANISM_STEP - 1} (the root, 0, has no epoch of this kind)`);
const mechanismKind = integer(0, 15, "a mechanism from 0 to 15");
const ruleSetKind: Kind<RuleSet> = oneOf(RULE_SET_IDS);
const stakesKind = oneOf(["call", "storage"] as const);

/** A network by one of its nodes. Nothing but reads is ever sent. */
export interface Chain {
  /** as it names itself */
  readonly network: string;
  /** hash of block 0 */
  readonly genesis: string;
  /** what has been asked so far */
  readonly cost: Cost;
  /**
   * The blocks of a subnet's epochs, ascending: the last, or the latest `count` up to block `to`, or all from `from` on.
   * @throws ChainError "no-epoch" where none has run, "unknown-netuid", "unknown-block" beyond the head
   */
  epochs(netuid: number, range?: EpochRange): Promise<bigint[]>;
  /** All about the epoch of a block, as the node says it. @throws ChainError */
  record(netuid: number, block: bigint, options?: RecordOptions): Promise<Recording>;
}

/**
 * @throws ChainError where the node is not to be reached, or its chain is another than `genesis` says
 * @throws EpochInputError where an option is bad
 */
export async function openChain(options: ChainOptions): Promise<Chain> {
  const { transport, genesis: expected, ...rest } = checkOptions<Partial<ChainOptions>>(options, CHAIN_OPTIONS as never);
  if (transport === undefined) throw new EpochInputError("options.transport", "a transport", undefined);
  const node = new Node(transport, rest);
  const cache: MetadataCache = new Map();
  const genesis = await node.blockHash(0n);
  if (genesis === null) throw new ChainError("node-reply", "chain_getBlockHash 0", "expected the hash of the first block", "none");
  if (expected !== undefined && expected.toLowerCase() !== genesis.toLowerCase())
    throw new ChainError("wrong-network", "chain_getBlockHash 0", `expected the network whose first block is ${expected}`, genesis);
  const network = await node.chainName();
  return {
    network,
    genesis,
    cost: node.cost,
    async epochs(netuid, range = {}) {
      netuidKind.check(netuid, "netuid", 0);
      const { to, from, count } = checkOptions(range, {
        to: u64,
        from: u64,
        count: integer(1, 2 ** 31 - 1, "a number of epochs"),
      } as never) as EpochRange;
      return findEpochs(node, netuid, { to, from, count: count ?? (from === undefined ? 1 : undefined) }, cache);
    },
    async record(netuid, block, options = {}) {
      netuidKind.check(netuid, "netuid", 0);
      u64.check(block, "block", 0);
      const flag: Pick<Kind<boolean>, "check"> = {
        check: (value, path) => {
          if (typeof value !== "boolean") throw new EpochInputError(path, "true or false", value);
          return value;
        },
      };
      const { stakes, keepMetadata } = checkOptions(options, { stakes: stakesKind, keepMetadata: flag } as never) as RecordOptions;
      return recordEpoch(node, { netuid, block, network, genesis, stakes, keepMetadata }, cache);
    },
  };
}

/** Which epoch is read, and how. */
export interface EpochRequest extends ChainOptions, RecordOptions {
  netuid: number;
  /** of an epoch, or "last": the last one up to the head. Default "last" */
  block?: bigint | "last";
  /** settles what the counters leave open of the amount */
  yuma?: Yuma;
  /** in place of the rule set that the runtime's spec says */
  ruleSet?: RuleSet;
  /** one of a subnet's mechanisms, not all */
  mechanism?: number;
}

interface Asked {
  chain: ChainOptions;
  record: RecordOptions;
  netuid: number;
  block: bigint | "last";
  read: { yuma: Yuma | undefined; ruleSet: RuleSet | undefined; mechanism: number | undefined };
}

const REQUEST = ["netuid", "block", "yuma", "ruleSet", "mechanism", "stakes", "keepMetadata"];

function checkRequest(request: EpochRequest): Asked {
  const {
    netuid,
    block = "last",
    yuma,
    ruleSet,
    mechanism,
    stakes,
    keepMetadata,
    ...rest
  } = record(request, "request") as Partial<EpochRequest>;
  const unknown = Object.keys(rest).find((name) => !Object.hasOwn(CHAIN_OPTIONS, name));
  const known = [...REQUEST, ...Object.keys(CHAIN_OPTIONS)];
  if (unknown !== undefined) throw unknownName(fieldPath("request", unknown), `one of ${known.join(", ")}`, unknown, known);
  netuidKind.check(netuid, "request.netuid", 0);
  if (block !== "last") u64.check(block, "request.block", 0);
  return {
    chain: rest as ChainOptions,
    record: { ...(stakes !== undefined && { stakes }), ...(keepMetadata !== undefined && { keepMetadata }) },
    netuid: netuid!,
    block,
    read: {
      yuma: yuma === undefined ? undefined : checkYuma(yuma, "request.yuma"),
      ruleSet: ruleSet === undefined ? undefined : ruleSetKind.check(ruleSet, "request.ruleSet", 0),
      mechanism: mechanism === undefined ? undefined : mechanismKind.check(mechanism, "request.mechanism", 0),
    },
  };
}

async function recorded({ chain: options, record, netuid, block }: Asked): Promise<Recording> {
  const chain = await openChain(options);
  const [last] = await chain.epochs(netuid, block === "last" ? {} : { to: block, count: 1 });
  if (block !== "last" && last !== block)
    throw new ChainError(
      "no-epoch",
      `block ${block} of subnet ${netuid}`,
      `expected the block of an epoch; the last up to there was in block ${last}`,
      "",
    );
  return chain.record(netuid, last!, record);
}

/**
 * An epoch's exact input from a node: the state before its block, with what that block did to it before the epoch.
 *
 * @example
 * const transport = openTransport("wss://...");
 * const { state, amount, notExact } = await readEpoch({ transport, netuid: 1, yuma: await loadYuma() });
 *
 * @throws ChainError where the node, or what it says, is not what an epoch can be read from
 * @throws EpochInputError where the request is bad
 */
export async function readEpoch(request: EpochRequest): Promise<EpochRead> {
  const asked = checkRequest(request);
  return readRecorded(await recorded(asked), asked.read).read;
}

/** How a recording is read. */
export interface RecordingOptions {
  /** settles what the counters leave open of the amount */
  yuma?: Yuma;
  /** in place of the rule set that the runtime's spec says */
  ruleSet?: RuleSet;
}

const yumaKind: Pick<Kind<Yuma>, "check"> = { check: (value, path) => checkYuma(value as Yuma, path) };
const RECORDING_OPTIONS = { yuma: yumaKind, ruleSet: ruleSetKind };

/** The same from a recording, without a node. @throws ChainError, EpochInputError */
export function readRecording(recording: Recording, options: RecordingOptions & { mechanism?: number } = {}): EpochRead {
  const kinds = { ...RECORDING_OPTIONS, mechanism: mechanismKind };
  const checked = checkOptions<typeof options>(options, kinds as never);
  return readRecorded(recordingFromJson(recording), checked).read;
}

/**
 * Runs a recorded epoch again and compares all that the chain stored of it.
 * @throws ChainError, EpochInputError as `readRecording`
 * @throws ChainTrapError where the chain would have aborted on this input
 */
export function replayRecording(recording: Recording, options: RecordingOptions & { yuma: Yuma }): EpochReplay {
  const { yuma, ruleSet } = checkOptions<RecordingOptions>(options, RECORDING_OPTIONS as never);
  if (yuma === undefined) throw new EpochInputError("options.yuma", "an engine", undefined);
  return replayRecorded(recordingFromJson(recording), { yuma, ruleSet });
}

/**
 * Reads an epoch from a node, runs it, and compares all that the chain stored of it.
 * @throws ChainError, EpochInputError as `readEpoch`
 * @throws ChainTrapError where the chain would have aborted on this input
 */
export async function replayEpoch(request: EpochRequest & { yuma: Yuma }): Promise<EpochReplay> {
  const asked = checkRequest(request);
  if (asked.read.yuma === undefined) throw new EpochInputError("request.yuma", "an engine", undefined);
  return replayRecorded(await recorded(asked), { yuma: asked.read.yuma, ruleSet: asked.read.ruleSet });
}
