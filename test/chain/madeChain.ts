/** A chain whose epochs were made by an engine of ours, from seeded random states, and stored in the chain's own encoding. */
import { advance } from "../../bindings/simulate/advance.js";
import { ruleAt } from "../../bindings/rules/ruleAt.js";
import { RULE_SETS } from "../../bindings/ruleSets/ruleSets.js";
import { SplitMix64 } from "../../bindings/values/splitmix64.js";
import type { MechanismResult, StoredRows, SubnetEpochState, SubnetState, Yuma } from "../../bindings/types.js";
import {
  EVENTS_KEY,
  encodeEvents,
  encodeMetadata,
  encodeSubnetState,
  encodeValue,
  hex,
  layoutOf,
  storageKey,
  type Hex,
  type MadeEvent,
  type Part,
} from "./layout.js";
import type { MockChain } from "./answers.js";

const U64_MAX = (1n << 64n) - 1n;
const TEMPO = 20;
const ONE = 1n << 32n;

export interface Wanted {
  spec: number;
  seed: bigint;
  epochs: number;
  /** default 1 */
  mechanisms?: number;
  n?: number;
  nullConsensus?: boolean;
  /** without anything that happens beside the epochs */
  quiet?: boolean;
}

type Row = [number, number][];

/** What the epoch of a block was made of and gave. */
interface MadeEpoch {
  block: number;
  rao: bigint;
  state: SubnetEpochState | SubnetState;
}

export interface MadeChain {
  chain: MockChain;
  netuid: number;
  epochs: MadeEpoch[];
  /** Puts another value in the state after a block. */
  put(block: number, item: string, parts: Part[], value: unknown): void;
}

const NETUID = 77;

export function hashOf(block: number): Hex {
  return `0x${(block + 1).toString(16).padStart(64, "0")}`;
}

class Random {
  private readonly bits: SplitMix64;

  constructor(seed: bigint) {
    this.bits = new SplitMix64(seed);
  }

  below(most: number): number {
    return Number(this.bits.nextU48() % BigInt(most));
  }

  rao(most: bigint): bigint {
    return ((this.bits.nextU48() << 16n) | BigInt(this.bits.nextU16())) % most;
  }
}

function rowsOf(rows: readonly Row[]): StoredRows {
  const entries = rows.flat();
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => (starts[i + 1] = starts[i]! + row.length));
  return { starts, uids: Uint16Array.from(entries, ([uid]) => uid), values: Uint16Array.from(entries, ([, value]) => value) };
}

function rowOf({ starts, uids, values }: StoredRows, i: number): Row {
  return Array.from({ length: starts[i + 1]! - starts[i]! }, (_, k) => [uids[starts[i]! + k]!, values[starts[i]! + k]!]);
}

export function accountOf(label: number): Hex {
  const bytes = new Uint8Array(32);
  bytes.set([0xac, label & 0xff, (label >> 8) & 0xff, 1]);
  return hex(bytes);
}

/** A subnet as it is kept from epoch to epoch: the form of several mechanisms, whatever the rule set. */
type Network = Extract<SubnetEpochState, { epochConsensus: "yuma" }>;

function firstNetwork({ spec, mechanisms = 1, n = 8 }: Wanted, random: Random, block: number): Network {
  const { rule } = ruleAt("epoch", spec);
  const uids = Array.from({ length: n }, (_, uid) => uid);
  const validators = 3;
  const weights = () =>
    rowsOf(
      uids.map(
        (i): Row =>
          i >= validators ? [] : uids.filter((j) => j >= validators && random.below(4) > 0).map((j) => [j, random.below(65_536)]),
      ),
    );
  return {
    epochConsensus: "yuma",
    ruleSet: rule,
    n,
    currentBlock: BigInt(block),
    activityCutoff: spec >= 423 ? (13_889n * BigInt(TEMPO)) / 1_000n : 5_000n,
    blockAtRegistration: BigUint64Array.from(uids, () => BigInt(1_000 + random.below(1_000))),
    alphaStake: BigUint64Array.from(uids, (uid) =>
      uid < validators ? 10_000_000_000_000n + random.rao(90_000_000_000_000n) : random.rao(5_000_000_000n),
    ),
    taoStake: BigUint64Array.from(uids, (uid) => (uid < validators ? random.rao(9_000_000_000_000n) : 0n)),
    taoWeight: 3_320_413_933_267_719_290n,
    stakeThreshold: 1_000_000_000_000n,
    ownerUid: 0,
    commitReveal: spec >= 306,
    tempo: TEMPO,
    lastMechanismStepBlock: 0n,
    lastYumaStepBlock: null,
    validatorPermits: Uint8Array.from(uids, (uid) => Number(uid < validators)),
    maxAllowedValidators: 4,
    kappa: 32_767,
    bondsPenalty: spec >= 440 ? 60_000 : 65_535,
    bondsMovingAverage: 900_000n,
    yuma3: spec >= 273 && random.below(2) === 0,
    liquidAlpha: random.below(2) === 0,
    alphaSigmoidSteepness: spec >= 273 && spec < 283 ? 10 : 1_000,
    alphaLow: 45_875,
    alphaHigh: 58_982,
    liquidAlphaConsensusMode: "auto",
    minerBudget: 0n,
    localDividendBudget: 0n,
    rootBudget: 0n,
    emissionSplit: mechanisms === 2 ? Uint16Array.of(40_000, 25_535) : null,
    mechanisms: Array.from({ length: mechanisms }, () => ({
      lastUpdate: BigUint64Array.from(uids, () => BigInt(block - 1 - random.below(15))),
      weights: weights(),
      bonds: rowsOf(uids.map(() => [])),
      commitBlocks: new BigUint64Array(n).fill(U64_MAX),
      previousConsensus: new Uint16Array(0),
    })),
  };
}

/** The engine's own form, and what it gives in one shape. */
function runNetwork(yuma: Yuma, network: Network, nullConsensus: boolean) {
  if (nullConsensus) {
    const { ruleSet, n, currentBlock, activityCutoff, blockAtRegistration, alphaStake, taoStake, taoWeight, stakeThreshold } = network;
    const { ownerUid, commitReveal, minerBudget, localDividendBudget, rootBudget, emissionSplit } = network;
    const state: SubnetEpochState = {
      epochConsensus: "null",
      ruleSet: ruleSet!,
      ...{ n, currentBlock, activityCutoff, blockAtRegistration, alphaStake, taoStake, taoWeight, stakeThreshold },
      ...{ ownerUid, commitReveal, minerBudget, localDividendBudget, rootBudget, emissionSplit },
      mechanisms: network.mechanisms.map(({ previousConsensus: _, ...one }) => one),
    };
    return { state, result: yuma.subnetEpoch(state) };
  }
  if (network.mechanisms.length > 1) return { state: network as SubnetEpochState, result: yuma.subnetEpoch(network) };
  const { epochConsensus: _, minerBudget, localDividendBudget, rootBudget, emissionSplit: __, mechanisms, ...shared } = network;
  const state: SubnetState = { ...shared, ...mechanisms[0]!, raoEmission: minerBudget + localDividendBudget + rootBudget };
  const found = yuma.epoch(state);
  const { incentive, consensus, serverEmission, validatorEmission, bonds } = found;
  const mechanism: MechanismResult = { incentive, consensus, serverEmission, validatorEmission, bonds };
  return { state, result: { ...found, mechanisms: [mechanism] } };
}

type Outcome = ReturnType<typeof runNetwork>["result"];

export function madeChain(wanted: Wanted, yuma: Yuma): MadeChain {
  const { spec, seed, epochs: count, nullConsensus = false, quiet = false } = wanted;
  const random = new Random(seed);
  const period = spec >= 423 ? TEMPO : TEMPO + 1;
  const first = 7_000_000;
  const snapshots: { block: number; storage: Map<string, string>; subnetState: Hex }[] = [];
  const epochs: MadeEpoch[] = [];
  let network = firstNetwork(wanted, random, first);
  let labels = Array.from({ length: network.n }, (_, uid) => uid);

  for (let i = 0; i < count; i++) {
    const block = first + i * period;
    const happens = (every: number, when: number) => !quiet && i % every === when;
    const k = network.mechanisms.length;
    const hotkeys = labels.map(accountOf);
    const events: MadeEvent[] = [{ phase: "initialization", pallet: "Balances", name: "Burned", fields: [accountOf(900), [[1, 2]]] }];
    const before = new Map<string, string>();
    const write = (storage: Map<string, string>) => (item: string, parts: Part[], value: unknown) => {
      if (layoutOf(item, spec) === undefined) return;
      const key = storageKey(item, parts, spec);
      if (value === null) storage.delete(key);
      else storage.set(key, encodeValue(item, value, spec));
    };
    const put = write(before);
    const index = (mechanism: number) => NETUID + 4_096 * mechanism;

    // What the block adds, and what was pending.
    const alphaOut = 1_000_000_000n - BigInt(random.below(1_000_000));
    const cut = (11_796n * ONE) / 65_535n;
    const left = alphaOut * ONE - ((alphaOut * ONE * cut) >> 32n);
    // Where the root's part alone cannot be told by what is stored, it is as the reserves say: nothing.
    const exactRoot = (spec >= 413 && spec <= 425) || nullConsensus;
    const root = exactRoot ? 0n : random.rao(left / 4n);
    const pending = [0, 1, 2].map(() => 20_000_000_000n + random.rao(9_000_000_000n));
    let budgets: [bigint, bigint, bigint];
    if (spec >= 343) {
      const server = left / 2n;
      const rest = left - server;
      budgets = [pending[0]! + (server >> 32n), pending[1]! + ((rest - root) >> 32n), pending[2]! + (root >> 32n)];
      put("PendingServerEmission", [NETUID], pending[0]);
      put("PendingValidatorEmission", [NETUID], pending[1]);
      put("PendingRootAlphaDivs", [NETUID], pending[2]);
    } else {
      budgets = [pending[0]! + pending[1]! + ((left - root) >> 32n) + (root >> 32n), 0n, 0n];
      put("PendingEmission", [NETUID], pending[0]);
      put(spec < 334 ? "PendingAlphaSwapped" : "PendingRootAlphaDivs", [NETUID], pending[1]);
    }
    network = {
      ...network,
      minerBudget: budgets[0],
      localDividendBudget: budgets[1],
      rootBudget: budgets[2],
      lastMechanismStepBlock: i === 0 ? 0n : BigInt(block - period),
      mechanisms: network.mechanisms.map((one) => ({
        ...one,
        commitBlocks: new BigUint64Array(network.n).fill(U64_MAX),
        lastUpdate: one.lastUpdate.slice(),
      })),
    };

    // Rows that the block reveals before the epoch: the chain has the old one before, the epoch the new one.
    const reveals = spec >= 306 && happens(3, 1);
    const oldRows = network.mechanisms.map(({ weights }) => Array.from({ length: network.n }, (_, uid) => rowOf(weights, uid)));
    if (reveals) {
      const rows = oldRows[0]!.map(
        (row, uid): Row =>
          uid === 1
            ? [
                [4, 65_535],
                [3, random.below(65_536)],
                [5, 0],
              ]
            : row,
      );
      network.mechanisms[0] = { ...network.mechanisms[0]!, weights: rowsOf(rows) };
      events.push({ phase: "initialization", pallet: "SubtensorModule", name: "WeightsSet", fields: [NETUID, 1] });
    }

    // Commits: one that holds, one that is expired, one that the block reveals, one that it leaves.
    const commits = spec >= 297 && happens(3, 2);
    const leftAtB: [string, Part[], unknown][] = [];
    if (commits) {
      const hash = accountOf(800);
      const blocks = network.mechanisms[0]!.commitBlocks;
      const [live, expired] = [BigInt(block - 3), BigInt(block - 4 * period)];
      if (spec >= 423) {
        const now = BigInt(i + 1);
        put("WeightCommits", [NETUID, hotkeys[1]!], [[hash, now, live, 0n]]);
        put("WeightCommits", [NETUID, hotkeys[2]!], [[hash, 0n, expired, 0n]]);
        if (now <= 1n) blocks[2] = expired;
      } else {
        put(
          "WeightCommits",
          [NETUID, hotkeys[1]!],
          [
            [hash, expired, 0n, 0n],
            [hash, live, 0n, 0n],
            [hash, live - 1n, 0n, 0n],
          ],
        );
        put("WeightCommits", [NETUID, hotkeys[2]!], [[hash, expired, 0n, 0n]]);
      }
      put("WeightCommits", [NETUID, accountOf(950)], [[hash, live, live, 0n]]);
      blocks[1] = live;
      const item = spec >= 306 ? "TimelockedWeightCommits" : "CRV3WeightCommitsV2";
      const mapKey = spec >= 423 ? BigInt(i + 1) : 333_333n;
      const kept = [hotkeys[0]!, BigInt(block - 5), Uint8Array.of(1, 2, 3), 9n];
      put(item, [NETUID, mapKey], [kept, [hotkeys[2]!, BigInt(block - 6), Uint8Array.of(), 9n]]);
      leftAtB.push([item, [NETUID, mapKey], [kept, [hotkeys[1]!, BigInt(block), Uint8Array.of(), 9n]]]);
      blocks[0] = BigInt(block - 5);
    }

    const { state, result } = runNetwork(yuma, network, nullConsensus);
    epochs.push({ block, rao: budgets[0] + budgets[1] + budgets[2], state });

    put("NetworksAdded", [NETUID], true);
    put("SubnetworkN", [NETUID], network.n);
    put("Tempo", [NETUID], TEMPO);
    put("TaoWeight", [], network.taoWeight);
    put("StakeThreshold", [], network.stakeThreshold);
    put("SubnetOwnerHotkey", [NETUID], hotkeys[0]);
    put("Uids", [NETUID, hotkeys[0]!], 0);
    put("ValidatorPermit", [NETUID], [...network.validatorPermits].map(Boolean));
    put("MaxAllowedValidators", [NETUID], network.maxAllowedValidators);
    put("BondsPenalty", [NETUID], network.bondsPenalty);
    put("Yuma3On", [NETUID], network.yuma3);
    put("LiquidAlphaOn", [NETUID], network.liquidAlpha);
    put("AlphaSigmoidSteepness", [NETUID], network.alphaSigmoidSteepness);
    put("SubnetEpochIndex", [NETUID], BigInt(i));
    put("LastMechansimStepBlock", [NETUID], network.lastMechanismStepBlock);
    put("SubnetEpochConsensus", [NETUID], nullConsensus ? 1 : 0);
    if (network.lastYumaStepBlock !== null) put("LastYumaStepBlock", [NETUID], network.lastYumaStepBlock);
    put("MechanismCountCurrent", [NETUID], k);
    if (network.emissionSplit !== null) put("MechanismEmissionSplit", [NETUID], [...network.emissionSplit]);
    put("FirstEmissionBlockNumber", [NETUID], 5n);
    put("SubtokenEnabled", [NETUID], true);
    put("NetworkRegistrationAllowed", [NETUID], true);
    put("SubnetAlphaIn", [NETUID], 1_000_000_000_000_000n);
    for (let uid = 0; uid < network.n; uid++) {
      put("Keys", [NETUID, uid], hotkeys[uid]);
      put("BlockAtRegistration", [NETUID, uid], network.blockAtRegistration[uid]);
      put("TotalHotkeyAlpha", [hotkeys[uid]!, NETUID], network.alphaStake[uid]);
      put("TotalHotkeyAlpha", [hotkeys[uid]!, 0], network.taoStake[uid]);
    }
    network.mechanisms.forEach(({ lastUpdate, bonds, previousConsensus }, mechanism) => {
      put("LastUpdate", [index(mechanism)], [...lastUpdate]);
      for (let uid = 0; uid < network.n; uid++) {
        if (oldRows[mechanism]![uid]!.length > 0) put("Weights", [index(mechanism), uid], oldRows[mechanism]![uid]);
        if (bonds.starts[uid + 1]! > bonds.starts[uid]!) put("Bonds", [index(mechanism), uid], rowOf(bonds, uid));
      }
      if (previousConsensus!.length > 0) put("ConsensusByMechanism", [index(mechanism)], [...previousConsensus!]);
    });
    if (network.mechanisms[0]!.previousConsensus!.length > 0) put("Consensus", [NETUID], [...network.mechanisms[0]!.previousConsensus!]);
    const subnetState = encodeSubnetState(NETUID, hotkeys, {
      blockAtRegistration: [...network.blockAtRegistration],
      alphaStake: [...network.alphaStake],
      taoStake: [...network.taoStake],
    });
    snapshots.push({ block: block - 1, storage: before, subnetState });

    // The state after the block.
    const after = new Map(before);
    const set = write(after);
    for (const key of before.keys()) if (key.startsWith(storageKeyPrefix("TimelockedWeightCommits", spec))) after.delete(key);
    for (const one of leftAtB) set(...one);
    for (const counter of [
      "PendingEmission",
      "PendingAlphaSwapped",
      "PendingServerEmission",
      "PendingValidatorEmission",
      "PendingRootAlphaDivs",
    ])
      set(counter, [NETUID], 0n);
    set("SubnetAlphaOutEmission", [NETUID], alphaOut);
    set("LastMechansimStepBlock", [NETUID], BigInt(block));
    set("BlocksSinceLastStep", [NETUID], 0n);
    set("SubnetEpochIndex", [NETUID], BigInt(i + 1));
    if (reveals) for (let uid = 0; uid < network.n; uid++) set("Weights", [NETUID, uid], rowOf(network.mechanisms[0]!.weights, uid));
    const replaced = happens(4, 3) ? network.n - 1 : -1;
    const registered = happens(5, 4);
    writeOutputs(set, result, { spec, network, index, replaced, registered, nullConsensus });
    result.mechanisms.forEach(({ serverEmission }, mechanism) => {
      if (spec >= 315)
        events.push({
          phase: "initialization",
          pallet: "SubtensorModule",
          name: "IncentiveAlphaEmittedToMiners",
          fields: [index(mechanism), [...serverEmission]],
        });
    });
    events.push({ phase: 0, pallet: "System", name: "ExtrinsicSuccess", fields: [7n] });
    events.push({ phase: 1, pallet: "SubtensorModule", name: "StakeAdded", fields: [accountOf(900), accountOf(901), 5n] });
    if (registered)
      events.push({ phase: 2, pallet: "SubtensorModule", name: "NeuronRegistered", fields: [NETUID, network.n, accountOf(902)] });
    if (replaced >= 0) {
      set("BlockAtRegistration", [NETUID, replaced], BigInt(block));
      set("Keys", [NETUID, replaced], accountOf(500 + i));
      events.push({ phase: 3, pallet: "SubtensorModule", name: "NeuronRegistered", fields: [NETUID, replaced, accountOf(500 + i)] });
    }
    after.set(EVENTS_KEY, encodeEvents(events));
    snapshots.push({ block, storage: after, subnetState });

    network = nextNetwork(network, result, { block, period, random, nullConsensus, replaced });
    if (replaced >= 0) labels = labels.map((label, uid) => (uid === replaced ? 500 + i : label));
  }

  const last = epochs.at(-1)!.block;
  const at = (block: number) => snapshots.findLast((one) => one.block <= block);
  const metadata = encodeMetadata(spec);
  const chain: MockChain = {
    name: "Made",
    head: last + 3,
    hash: hashOf,
    blockOf: (text) => (/^0x0{40}/.test(text) ? Number(BigInt(text)) - 1 : null),
    spec: () => spec,
    metadata: () => metadata,
    storage: (block) => at(block)?.storage ?? new Map(),
    call: (name, _, block) => (name === "SubnetInfoRuntimeApi_get_subnet_state" ? (at(block)?.subnetState ?? null) : null),
  };
  return {
    chain,
    netuid: NETUID,
    epochs,
    put(block, item, parts, value) {
      const snapshot = snapshots.find((one) => one.block === block)!;
      snapshot.storage.set(storageKey(item, parts, spec), encodeValue(item, value, spec));
    },
  };
}

function storageKeyPrefix(item: string, spec: number): string {
  return layoutOf(item, spec) === undefined ? "none" : storageKey(item, [], spec);
}

interface Written {
  spec: number;
  network: Network;
  index(mechanism: number): number;
  replaced: number;
  registered: boolean;
  nullConsensus: boolean;
}

/** What the chain stores of an epoch; of a uid that was replaced later in the block nothing is left, and new ones have zeros. */
function writeOutputs(
  set: (item: string, parts: Part[], value: unknown) => void,
  result: Outcome,
  { spec, network, index, replaced, registered, nullConsensus }: Written,
): void {
  const words = (values: ArrayLike<number> | undefined) => {
    if (values === undefined) return null;
    const list = Array.from(values, (value, uid) => (uid === replaced ? 0 : value));
    return registered ? [...list, 0] : list;
  };
  const flags = (values: Uint8Array, fresh: boolean) => {
    const list = Array.from(values, (value, uid) => (uid === replaced ? fresh : value !== 0));
    return registered ? [...list, fresh] : list;
  };
  const vector = (item: string, value: unknown) => {
    if (value !== null) set(item, [NETUID], value);
  };
  vector("Active", flags(result.active, true));
  vector("ValidatorPermit", flags(result.newValidatorPermits, false));
  const rao = Array.from(result.emission, (value, uid) => (uid === replaced ? 0n : value));
  vector("Emission", registered ? [...rao, 0n] : rao);
  vector("Consensus", words(result.consensus));
  vector("Dividends", words(result.dividends));
  vector("ValidatorTrust", words(result.validatorTrust));
  // Stale for a time: another epoch's.
  vector("StakeWeight", spec >= 320 && spec <= 322 ? words(result.active) : words(result.stakeWeight));
  const { ranks, trust, pruningScores } = result as { ranks?: Uint16Array; trust?: Uint16Array; pruningScores?: Uint16Array };
  vector("Rank", words(ranks ?? result.active));
  vector("Trust", words(trust ?? result.active));
  vector("PruningScores", words(pruningScores ?? result.active));
  result.mechanisms.forEach(({ incentive, consensus, bonds }, mechanism) => {
    set("Incentive", [index(mechanism)], words(incentive));
    set("ConsensusByMechanism", [index(mechanism)], words(consensus));
    for (let uid = 0; uid < network.n; uid++) {
      if (nullConsensus || bonds === undefined) continue;
      const row = rowOf(bonds, uid);
      // Before there were mechanisms an empty row was not written.
      set("Bonds", [index(mechanism), uid], uid === replaced || (row.length === 0 && !RULE_SETS[network.ruleSet!].mechanisms) ? null : row);
    }
  });
}

interface Step {
  block: number;
  period: number;
  random: Random;
  nullConsensus: boolean;
  replaced: number;
}

function nextNetwork(network: Network, result: Outcome, { block, period, random, nullConsensus, replaced }: Step): Network {
  const uids = Array.from({ length: network.n }, (_, uid) => uid);
  let next: Network = { ...network, currentBlock: BigInt(block + period) };
  if (!nullConsensus) {
    if (network.mechanisms.length > 1) next = advance<Network>(network, result as never, BigInt(period));
    else {
      const { epochConsensus, minerBudget, localDividendBudget, rootBudget, emissionSplit, mechanisms, ...shared } = network;
      const state: SubnetState = { ...shared, ...mechanisms[0]!, raoEmission: 0n };
      const advanced = advance(state, result as never, BigInt(period));
      const { weights, bonds, lastUpdate, commitBlocks, previousConsensus = new Uint16Array(0), raoEmission: _, ...rest } = advanced;
      next = {
        ...network,
        ...rest,
        ...{ epochConsensus, minerBudget, localDividendBudget, rootBudget, emissionSplit },
        mechanisms: [{ weights, bonds, lastUpdate, commitBlocks, previousConsensus }],
      } as Network;
    }
    next.lastYumaStepBlock = BigInt(block);
  }
  const setter = random.below(3);
  const blockAtRegistration = network.blockAtRegistration.slice();
  const validatorPermits = next.validatorPermits.slice();
  if (replaced >= 0) {
    blockAtRegistration[replaced] = BigInt(block);
    validatorPermits[replaced] = 0;
  }
  return {
    ...next,
    blockAtRegistration,
    validatorPermits,
    mechanisms: next.mechanisms.map((one) => {
      const lastUpdate = one.lastUpdate.slice();
      for (const uid of uids) if (uid === setter || random.below(2) === 0) lastUpdate[uid] = BigInt(block + 1 + random.below(period - 2));
      const without = (rows: StoredRows) => uids.map((uid): Row => (uid === replaced ? [] : rowOf(rows, uid)));
      const weights = without(one.weights).map(
        (row, uid): Row => (uid === setter ? row.map(([column]) => [column, random.below(65_536)]) : row),
      );
      return { ...one, lastUpdate, weights: rowsOf(weights), bonds: rowsOf(without(one.bonds)) };
    }),
  };
}
