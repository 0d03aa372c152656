import { EpochInputError } from "../../errors.js";
import { U64_MAX } from "../../values/constants.js";
import { ScaleError, readScale, type ScaleReader } from "../scale.js";
import { Draft, inOrderOfUid, storedRowsOf } from "./draft.js";

type Pairs = (readonly [number, number])[];

interface Neuron {
  uid: number;
  netuid: number;
  active: boolean;
  stake: bigint;
  rank: number;
  emission: bigint;
  incentive: number;
  consensus: number;
  trust: number;
  validatorTrust: number;
  dividends: number;
  lastUpdate: bigint;
  permit: boolean;
  weights: Pairs;
  bonds: Pairs;
  pruningScore: number;
}

function u16(reader: ScaleReader): number {
  const value = reader.compact();
  if (value > 65_535n) throw new ScaleError(`a u16, and it is ${value}`);
  return Number(value);
}

function u64(reader: ScaleReader): bigint {
  const value = reader.compact();
  if (value > U64_MAX) throw new ScaleError(`a u64, and it is ${value}`);
  return value;
}

const pair = (reader: ScaleReader) => [u16(reader), u16(reader)] as const;

function ofAccount(reader: ScaleReader): bigint {
  reader.raw(32);
  return u64(reader);
}

const AXON_BYTES = 34;
const PROMETHEUS_BYTES = 31;

/** No neuron is shorter. */
const LEAST_NEURON_BYTES = 142;

/** The same under all specs from 127 to 475. chain-reading.md 7 */
function neuron(reader: ScaleReader, lite: boolean): Neuron {
  reader.raw(64);
  const [uid, netuid] = pair(reader);
  const active = reader.bool();
  reader.raw(AXON_BYTES + PROMETHEUS_BYTES);
  const stake = reader.list(33, ofAccount).reduce((sum, one) => sum + one, 0n);
  if (stake > U64_MAX) throw new ScaleError(`a stake that is a u64, and it is ${stake}`);
  return {
    uid,
    netuid,
    active,
    stake,
    rank: u16(reader),
    emission: u64(reader),
    incentive: u16(reader),
    consensus: u16(reader),
    trust: u16(reader),
    validatorTrust: u16(reader),
    dividends: u16(reader),
    lastUpdate: u64(reader),
    permit: reader.bool(),
    weights: lite ? [] : reader.list(2, pair),
    bonds: lite ? [] : reader.list(2, pair),
    pruningScore: u16(reader),
  };
}

function neurons(lite: boolean): (reader: ScaleReader) => () => Draft {
  return (reader) => {
    const list = reader.list(LEAST_NEURON_BYTES, (one) => neuron(one, lite));
    if (list.length === 0) throw new ScaleError("a neuron, and there is none");
    return () => fromNeurons(list, lite);
  };
}

const STALE = "stale in specs 365 to 396, and without meaning later";

/** Ranks and what goes with them say nothing under later specs, and a file does not say its spec. */
function staleRanks(draft: Draft): void {
  for (const field of ["results.ranks", "results.trust", "results.pruningScores"]) draft.inexact(field, STALE);
}

function fromNeurons(list: readonly Neuron[], lite: boolean): Draft {
  const draft = new Draft(lite ? "neurons-lite" : "neurons", list.length);
  const rows = inOrderOfUid(list, ({ uid }) => uid, "neurons");
  const { netuid } = rows[0]!;
  const other = rows.findIndex((row) => row.netuid !== netuid);
  if (other >= 0) throw new EpochInputError(`neurons[${other}].netuid`, `${netuid}, as of the others`, rows[other]!.netuid);
  const words = (name: "rank" | "incentive" | "consensus" | "trust" | "validatorTrust" | "dividends" | "pruningScore") =>
    Uint16Array.from(rows, (row) => row[name]);
  const permits = Uint8Array.from(rows, ({ permit }) => Number(permit));
  draft.state.lastUpdate = BigUint64Array.from(rows, ({ lastUpdate }) => lastUpdate);
  draft.state.validatorPermits = permits;
  draft.state.stake = BigUint64Array.from(rows, ({ stake }) => stake);
  draft.inexact("stake", "each hotkey's own: without what its children take and its parents give; from spec 233 on without the root's");
  Object.assign(draft.results, {
    active: Uint8Array.from(rows, ({ active }) => Number(active)),
    consensus: words("consensus"),
    incentive: words("incentive"),
    dividends: words("dividends"),
    validatorTrust: words("validatorTrust"),
    emission: BigUint64Array.from(rows, ({ emission }) => emission),
    newValidatorPermits: permits.slice(),
    ranks: words("rank"),
    trust: words("trust"),
    pruningScores: words("pruningScore"),
  });
  staleRanks(draft);
  draft.placeAt(netuid);
  if (lite) return draft;
  draft.state.weights = storedRowsOf(rows.map(({ weights }) => weights));
  draft.state.bonds = storedRowsOf(rows.map(({ bonds }) => bonds));
  draft.results.bonds = storedRowsOf(rows.map(({ bonds }) => bonds));
  const which = draft.mechanism === null ? "of the first mechanism, " : "";
  for (const field of ["weights", "bonds", "results.bonds"]) draft.inexact(field, `${which}without the entries of zero`);
  return draft;
}

const flags = (reader: ScaleReader): Uint8Array =>
  Uint8Array.from(
    reader.list(1, (one) => one.bool()),
    Number,
  );
const words = (reader: ScaleReader): Uint16Array => Uint16Array.from(reader.list(1, u16));
const amounts = (reader: ScaleReader): BigUint64Array => BigUint64Array.from(reader.list(1, u64));

/** The reply of get_subnet_state, from spec 233 on. chain-reading.md 3 */
function subnetState(reader: ScaleReader): () => Draft {
  if (!reader.bool()) throw new ScaleError("a subnet, and there is none");
  const netuid = u16(reader);
  const n = reader.list(32, (one) => one.raw(32)).length;
  reader.list(32, (one) => one.raw(32));
  const [active, permits] = [flags(reader), flags(reader)];
  const [pruningScores, lastUpdate, emission] = [words(reader), amounts(reader), amounts(reader)];
  const [dividends, incentive, consensus, trust, ranks] = [words(reader), words(reader), words(reader), words(reader), words(reader)];
  const [blockAtRegistration, alphaStake, taoStake] = [amounts(reader), amounts(reader), amounts(reader)];
  amounts(reader);
  reader.list(1, (one) => one.list(1, u64).length);
  return () => {
    const draft = new Draft("subnet-state", n);
    const all = { active, permits, lastUpdate, emission, dividends, incentive, consensus, blockAtRegistration, alphaStake, taoStake };
    for (const [name, values] of Object.entries(all))
      if (values.length !== n) throw new EpochInputError(name, `length ${n}`, values.length);
    Object.assign(draft.state, { lastUpdate, validatorPermits: permits, blockAtRegistration, alphaStake, taoStake });
    Object.assign(draft.results, { active, consensus, incentive, dividends, emission, newValidatorPermits: permits.slice() });
    // From 397 on they are not there.
    if ([pruningScores, trust, ranks].every(({ length }) => length === n)) {
      Object.assign(draft.results, { pruningScores, trust, ranks });
      staleRanks(draft);
    }
    draft.placeAt(netuid);
    return draft;
  };
}

/** Up to spec 219 every reply was bytes of its own, with their count in front. chain-reading.md 3 */
function inBytes<T>(read: (reader: ScaleReader) => T): (reader: ScaleReader) => T {
  return (reader) => readScale(reader.raw(reader.count(1)), read);
}

const LAYOUTS: readonly [string, (reader: ScaleReader) => () => Draft][] = [
  ["SubnetState", subnetState],
  ["Vec<NeuronInfo>", neurons(false)],
  ["Vec<NeuronInfoLite>", neurons(true)],
];

/** A reply of a runtime call, by the layout that takes all of its bytes; a text says why none does. @throws EpochInputError */
export function readReply(bytes: Uint8Array): Draft | string {
  const reasons: string[] = [];
  for (const [name, layout] of LAYOUTS)
    for (const read of [layout, inBytes(layout)]) {
      try {
        return readScale(bytes, read)();
      } catch (error) {
        if (!(error instanceof ScaleError)) throw error;
        if (read === layout) reasons.push(`${name}: ${error.message}`);
      }
    }
  return reasons.join("; ");
}
