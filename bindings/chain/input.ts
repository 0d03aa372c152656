import { ChainError } from "../errors.js";
import { RULE_SETS } from "../ruleSets/ruleSets.js";
import type { LiquidAlphaConsensusMode, MechanismState, RuleSet, SharedState, StoredRows, YumaParameters } from "../types.js";
import { COUNTS_EPOCHS, commitBlocks } from "./commits.js";
import { indexOf } from "./mechanismIndex.js";
import type { RecordedEvent, Recording } from "./recording.js";
import { readSubnetState, stakesFromStorage, type Stakes } from "./stakes.js";
import { StateView, type Row } from "./view.js";

/** From which stage of the epoch on what is not exact in the input shows. */
export type Affected = "everything" | "weights" | "emission";

/** A part of an epoch's input that the two states do not tell exactly. chain-reading.md 1 and 9 */
export interface NotExact {
  /** as "mechanisms[0].weights[3]" */
  field: string;
  why: string;
  affects: Affected;
}

/** One mechanism of an epoch's input. */
type ReadMechanism = MechanismState & { previousConsensus: Uint16Array };

/** An epoch's input as two states around it tell it, but for the amount. */
export interface ReadInput {
  shared: SharedState & YumaParameters & { ruleSet: RuleSet };
  epochConsensus: "yuma" | "null";
  mechanisms: ReadMechanism[];
  emissionSplit: Uint16Array | null;
  /** uids whose neuron was replaced later in the block */
  replaced: ReadonlySet<number>;
  /** account of each uid, in hexadecimal */
  hotkeys: (string | null)[];
  notExact: NotExact[];
  /** what is worth knowing and changes nothing */
  remarks: string[];
}

/** The two states of a recording. */
export interface Views {
  before: StateView;
  after: StateView;
}

export function viewsOf(recording: Recording): Views {
  return { before: new StateView(recording, "before"), after: new StateView(recording, "after") };
}

/** The value of a field of an event, by its name or its place. One without a name that is the only one stands for itself. */
export function fieldOf(event: RecordedEvent, place: number, name: string): unknown {
  const { value } = event;
  if (Array.isArray(value)) return value[place];
  if (typeof value !== "object" || value === null) return place === 0 ? value : undefined;
  return (value as Record<string, unknown>)[name];
}

/** Events of the chain's pallet by name, of one phase. */
export function eventsOf(recording: Recording, name: string, phase?: RecordedEvent["phase"]): RecordedEvent[] {
  return recording.decodedEvents.filter(
    (event) => event.pallet === "SubtensorModule" && event.name === name && (phase === undefined || event.phase === phase),
  );
}

/** The epoch's input, corrected for what the block did before the epoch. @throws ChainError where it cannot be read */
export function readInput(recording: Recording, { before, after }: Views, ruleSet: RuleSet): ReadInput {
  const { netuid, specs } = recording;
  const block = BigInt(recording.block);
  const spec = specs.before;
  const remarks = [...recording.remarks];
  const notExact: NotExact[] = [];
  if (specs.parent !== specs.before) {
    const why = `a runtime upgrade from spec ${specs.parent} to ${specs.before}: its migrations ran in the block before the epoch`;
    notExact.push({ field: "state", why, affects: "everything" });
  }
  if (!before.value("bool", "NetworksAdded", netuid))
    throw new ChainError("unknown-netuid", `subnet ${netuid} before block ${block}`, "expected a subnet that was there", "none");
  const n = before.value("u16", "SubnetworkN", netuid);
  const uids = Array.from({ length: n }, (_, uid) => uid);
  const hotkeys = uids.map((uid) => (before.isStored("Keys", netuid, uid) ? before.value("account", "Keys", netuid, uid) : null));
  const uidOf = new Map(hotkeys.flatMap((hotkey, uid) => (hotkey === null ? [] : [[hotkey, uid] as const])));
  const blockAtRegistration = BigUint64Array.from(uids, (uid) =>
    hotkeys[uid] === null ? 0n : before.value("u64", "BlockAtRegistration", netuid, uid),
  );
  const replaced = new Set(
    uids.filter((uid) => after.value("u64", "BlockAtRegistration", netuid, uid) === block && blockAtRegistration[uid] !== block),
  );
  const tempo = before.value("u16", "Tempo", netuid);
  const bools = (name: "ValidatorPermit") => padded(name, before.value("bools", name, netuid), n, Uint8Array, remarks);
  const has = (name: "StakeThreshold" | "Yuma3On" | "LiquidAlphaOn" | "AlphaSigmoidSteepness" | "CommitRevealWeightsEnabled") =>
    before.has(name);
  const [alphaLow, alphaHigh] = before.value("pair", "AlphaValues", netuid);
  const commitReveal = has("CommitRevealWeightsEnabled") && before.value("bool", "CommitRevealWeightsEnabled", netuid);

  const count = before.has("MechanismCountCurrent") ? Math.max(before.value("u8", "MechanismCountCurrent", netuid), 1) : 1;
  const mechanisms = Array.from({ length: count }, (_, mechanism): ReadMechanism => {
    const ix = indexOf(netuid, mechanism);
    const weights = uids.map((uid) => before.value("row", "Weights", ix, uid));
    const bonds = uids.map((uid) => before.value("row", "Bonds", ix, uid));
    const lastUpdate = padded("LastUpdate", before.value("u64s", "LastUpdate", ix), n, BigUint64Array, remarks);
    const field = (uid: number) => (count === 1 ? `weights[${uid}]` : `mechanisms[${mechanism}].weights[${uid}]`);
    reveal({ recording, after, ix, n, replaced, commitReveal, weights, lastUpdate, notExact, field });
    refuseSilentChanges({ recording, before, after, ix, n, replaced, notExact, field });
    return {
      lastUpdate,
      weights: rowsOf(weights),
      bonds: rowsOf(bonds),
      commitBlocks: commitBlocks(before, after, { netuid, mechanism, block, spec }, uidOf, n),
      previousConsensus: previousConsensus(before, netuid, ix, ruleSet),
    };
  });

  const consensus = before.has("SubnetEpochConsensus") && spec >= 475 ? before.value("name", "SubnetEpochConsensus", netuid) : "Yuma";
  const stakes = readStakes(recording, before, n, notExact);
  const mode = before.has("LiquidAlphaConsensusMode") ? before.value("name", "LiquidAlphaConsensusMode", netuid).toLowerCase() : "auto";
  return {
    shared: {
      ruleSet,
      n,
      currentBlock: block,
      activityCutoff: activityCutoff(before, netuid, spec, tempo),
      blockAtRegistration,
      ...stakes,
      taoWeight: before.value("u64", "TaoWeight"),
      stakeThreshold: has("StakeThreshold") ? before.value("u64", "StakeThreshold") : 0n,
      ownerUid: ownerUid(recording, before, after, notExact),
      commitReveal,
      tempo,
      lastMechanismStepBlock: before.value("u64", "LastMechansimStepBlock", netuid),
      lastYumaStepBlock: before.has("LastYumaStepBlock") ? before.optional("u64", "LastYumaStepBlock", netuid) : null,
      validatorPermits: bools("ValidatorPermit"),
      maxAllowedValidators: before.value("u16", "MaxAllowedValidators", netuid),
      kappa: before.value("u16", "Kappa", netuid),
      bondsPenalty: before.value("u16", "BondsPenalty", netuid),
      bondsMovingAverage: before.value("u64", "BondsMovingAverage", netuid),
      yuma3: has("Yuma3On") && before.value("bool", "Yuma3On", netuid),
      liquidAlpha: has("LiquidAlphaOn") && before.value("bool", "LiquidAlphaOn", netuid),
      alphaSigmoidSteepness: has("AlphaSigmoidSteepness") ? before.value("i16", "AlphaSigmoidSteepness", netuid) : 0,
      alphaLow,
      alphaHigh,
      liquidAlphaConsensusMode: mode as LiquidAlphaConsensusMode,
    },
    epochConsensus: consensus === "Null" ? "null" : "yuma",
    mechanisms,
    emissionSplit: before.has("MechanismEmissionSplit") ? before.optional("u16s", "MechanismEmissionSplit", netuid) : null,
    replaced,
    hotkeys,
    notExact,
    remarks,
  };
}

/** A vector that is shorter than there are uids counts as padded with nothing. chain-reading.md 9 */
export function padded<A extends Uint8Array | Uint16Array | BigUint64Array>(
  name: string,
  values: A,
  n: number,
  Kind: new (length: number) => A,
  remarks: string[],
): A {
  if (values.length === n) return values;
  if (values.length > n) return values.slice(0, n) as A;
  remarks.push(
    `${name} has ${values.length} elements for ${n} uids; the rest count as ${Kind === (Uint8Array as unknown) ? "false" : "0"}`,
  );
  const result = new Kind(n);
  result.set(values as never);
  return result;
}

/** Entries on uids that are there no more count for nothing; order and zeros stay. chain-reading.md 2 */
export function rowsOf(rows: readonly Row[]): StoredRows {
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach(({ uids }, i) => (starts[i + 1] = starts[i]! + uids.length));
  const [uids, values] = [new Uint16Array(starts.at(-1)!), new Uint16Array(starts.at(-1)!)];
  rows.forEach((row, i) => {
    uids.set(row.uids, starts[i]);
    values.set(row.values, starts[i]);
  });
  return { starts, uids, values };
}

function activityCutoff(view: StateView, netuid: number, spec: number, tempo: number): bigint {
  if (spec < COUNTS_EPOCHS) return BigInt(view.value("u16", "ActivityCutoff", netuid));
  return cutoffByTempo(view.value("u32", "ActivityCutoffFactorMilli", netuid), tempo);
}

/** From spec 423 on, blocks. chain-reading.md 2 */
export function cutoffByTempo(factorMilli: number, tempo: number): bigint {
  const blocks = (BigInt(factorMilli) * BigInt(tempo)) / 1_000n;
  return blocks > 0n ? blocks : 1n;
}

/** The first runtime under which the owner may change before the epoch. chain-reading.md 1 */
const OWNER_MAY_CHANGE = 425;

function ownerUid({ netuid, specs, ...rest }: Recording, before: StateView, after: StateView, notExact: NotExact[]): number | null {
  const changed =
    specs.before >= OWNER_MAY_CHANGE && eventsOf({ netuid, specs, ...rest }, "SubnetOwnerChanged", "initialization").length > 0;
  if (changed && eventsOf({ netuid, specs, ...rest }, "NeuronRegistered", "initialization").length > 0)
    notExact.push({ field: "ownerUid", why: "the owner changed in the block, and a neuron was registered for it", affects: "everything" });
  const view = changed ? after : before;
  if (!view.isStored("SubnetOwnerHotkey", netuid)) return null;
  return view.optional("u16", "Uids", netuid, view.value("account", "SubnetOwnerHotkey", netuid));
}

function previousConsensus(view: StateView, netuid: number, ix: number, ruleSet: RuleSet): Uint16Array {
  const { liquidAlphaConsensusSelectable, liquidAlphaGateSelected } = RULE_SETS[ruleSet];
  if (!liquidAlphaConsensusSelectable) return new Uint16Array(0);
  if (!liquidAlphaGateSelected) return view.value("u16s", "Consensus", netuid);
  return view.optional("u16s", "ConsensusByMechanism", ix) ?? new Uint16Array(0);
}

interface RevealPlace {
  recording: Recording;
  after: StateView;
  ix: number;
  n: number;
  replaced: ReadonlySet<number>;
  notExact: NotExact[];
  field(uid: number): string;
}

function uidsWithEvent(recording: Recording, ix: number, phase: "initialization" | "extrinsic"): Set<number> {
  const found = eventsOf(recording, "WeightsSet", phase).filter((event) => fieldOf(event, 0, "netuid") === ix);
  return new Set(found.map((event) => Number(fieldOf(event, 1, "uid"))));
}

/** Weights that the block revealed before the epoch: they are the epoch's. chain-reading.md 1 */
function reveal(place: RevealPlace & { commitReveal: boolean; weights: Row[]; lastUpdate: BigUint64Array }): void {
  const { recording, after, ix, n, replaced, commitReveal, weights, lastUpdate, notExact, field } = place;
  const later = uidsWithEvent(recording, ix, "extrinsic");
  for (const uid of uidsWithEvent(recording, ix, "initialization")) {
    if (uid >= n) continue;
    const row = after.value("row", "Weights", ix, uid);
    weights[uid] = row;
    if (!commitReveal) lastUpdate[uid] = BigInt(recording.block);
    const unsure = (why: string) => notExact.push({ field: field(uid), why: `revealed in the block, and ${why}`, affects: "weights" });
    if (later.has(uid)) unsure("set again later in it");
    else if (replaced.has(uid)) unsure("its uid was replaced later in it");
    else if (row.uids.some((column) => replaced.has(column))) unsure("a uid that it names was replaced later in it");
  }
}

/** A row that is another at B without any event that says so. Looked for where the rows at B were read. chain-reading.md 9 */
function refuseSilentChanges({ recording, before, after, ix, n, replaced, notExact, field }: RevealPlace & { before: StateView }): void {
  const known = [uidsWithEvent(recording, ix, "initialization"), uidsWithEvent(recording, ix, "extrinsic")];
  for (let uid = 0; uid < n; uid++) {
    if (replaced.has(uid) || known.some((uids) => uids.has(uid)) || !after.isRecorded("Weights", ix, uid)) continue;
    const [old, now] = [before.value("row", "Weights", ix, uid), after.value("row", "Weights", ix, uid)];
    if (without(old, replaced) !== without(now, replaced))
      notExact.push({ field: field(uid), why: "the row changed in the block, and no event says when", affects: "weights" });
  }
}

function without({ uids, values }: Row, replaced: ReadonlySet<number>): string {
  return [...uids].flatMap((uid, k) => (replaced.has(uid) ? [] : [`${uid}:${values[k]}`])).join();
}

function readStakes(recording: Recording, before: StateView, n: number, notExact: NotExact[]): Stakes {
  const { netuid, subnetState } = recording;
  if (subnetState === null) return stakesFromStorage(before, netuid, n);
  const { alphaStake, taoStake, totalStake } = readSubnetState(subnetState, before, netuid, n);
  const isDissolving = totalStake.length > 0 && totalStake.every((stake) => stake === 0n) && alphaStake.every((stake) => stake === 0n);
  if (isDissolving)
    notExact.push({
      field: "alphaStake",
      why: "the node reports no stake for any uid, as of a subnet under dissolution",
      affects: "everything",
    });
  return { alphaStake, taoStake };
}
