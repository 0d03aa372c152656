import { ChainError } from "../errors.js";
import { U64_MAX } from "../values/constants.js";
import { bytesOf, hexOf } from "./bytes.js";
import { ScaleError, readScale, type ScaleReader } from "./scale.js";
import type { Kinship, StateView } from "./view.js";

/** Fixed point with 32 fraction bits, as the chain's U96F32: raw = v * 2^32, 128 bits in all. chain-reading.md 3 */
const ONE = 1n << 32n;
const RAW_MAX = (1n << 128n) - 1n;

/** The product, floored. */
export function mulFloor(a: bigint, b: bigint): bigint {
  const product = (a * b) >> 32n;
  return product > RAW_MAX ? RAW_MAX : product;
}

export function fixed(value: bigint): bigint {
  return value * ONE;
}

/** A u64 share as the chain takes it: of its 64 bits, 32 are left. chain-reading.md 3 */
function shareOf(proportion: bigint): bigint {
  return (fixed(proportion) * ONE) / fixed(U64_MAX);
}

export interface Stakes {
  /** rao, by uid, after what children take and parents give */
  alphaStake: BigUint64Array;
  taoStake: BigUint64Array;
}

/** Stakes from the maps that the chain reads them from. @throws ChainError where one of them is missing. chain-reading.md 3 */
export function stakesFromStorage(view: StateView, netuid: number, n: number): Stakes {
  const alphaStake = new BigUint64Array(n);
  const taoStake = new BigUint64Array(n);
  for (let uid = 0; uid < n; uid++) {
    if (!view.isStored("Keys", netuid, uid)) continue;
    const hotkey = view.value("account", "Keys", netuid, uid);
    const children = view.value("kin", "ChildKeys", hotkey, netuid);
    const parents = view.value("kin", "ParentKeys", hotkey, netuid);
    // Both by the kinship of this subnet.
    const own = (network: number) => (account: string) => fixed(view.value("u64", "TotalHotkeyAlpha", account, network));
    alphaStake[uid] = inherited(hotkey, children, parents, own(netuid));
    taoStake[uid] = inherited(hotkey, children, parents, own(0));
  }
  return { alphaStake, taoStake };
}

function inherited(hotkey: string, children: readonly Kinship[], parents: readonly Kinship[], own: (account: string) => bigint): bigint {
  const mine = own(hotkey);
  const out = children.reduce((sum, { proportion }) => sum + mulFloor(mine, shareOf(proportion)), 0n);
  const into = parents.reduce((sum, { proportion, account }) => sum + mulFloor(own(account), shareOf(proportion)), 0n);
  const left = out < mine ? mine - out : 0n;
  const floored = (left + into) >> 32n;
  return floored > U64_MAX ? U64_MAX : floored;
}

/** What get_subnet_state says of each uid. chain-reading.md 3 */
export interface SubnetStateReply extends Stakes {
  netuid: number;
  hotkeys: string[];
  blockAtRegistration: bigint[];
  totalStake: bigint[];
}

const compact = (reader: ScaleReader): bigint => reader.compact();
const compacts = (reader: ScaleReader): bigint[] => reader.list(1, compact);
const accounts = (reader: ScaleReader): string[] => reader.list(32, (one) => hexOf(one.raw(32)));
const flags = (reader: ScaleReader): boolean[] => reader.list(1, (one) => one.bool());

function u64s(values: readonly bigint[]): BigUint64Array {
  const tooLarge = values.find((value) => value > U64_MAX);
  if (tooLarge !== undefined) throw new ScaleError(`a u64, and it is ${tooLarge}`);
  return BigUint64Array.from(values);
}

function subnetState(reader: ScaleReader): SubnetStateReply {
  if (!reader.bool()) throw new ScaleError("a subnet, and there is none");
  const netuid = Number(reader.compact());
  const hotkeys = accounts(reader);
  accounts(reader);
  flags(reader);
  flags(reader);
  // pruningScore, lastUpdate, emission, dividends, incentives, consensus, trust, rank
  for (let i = 0; i < 8; i++) compacts(reader);
  const blockAtRegistration = compacts(reader);
  const alphaStake = u64s(compacts(reader));
  const taoStake = u64s(compacts(reader));
  const totalStake = compacts(reader);
  reader.list(1, compacts);
  return { netuid, hotkeys, blockAtRegistration, alphaStake, taoStake, totalStake };
}

/**
 * The reply of get_subnet_state, held against what storage says.
 * @throws ChainError where it does not decode, or is not of these uids
 */
export function readSubnetState(hex: string, view: StateView, netuid: number, n: number): SubnetStateReply {
  const asked = `get_subnet_state(${netuid})`;
  let reply: SubnetStateReply;
  try {
    reply = readScale(bytesOf(hex), subnetState);
  } catch (error) {
    if (!(error instanceof ScaleError)) throw error;
    throw new ChainError("node-reply", asked, `expected a SubnetState: ${error.message}`, hex);
  }
  const lengths = [reply.hotkeys, reply.alphaStake, reply.taoStake, reply.totalStake].map(({ length }) => length);
  if (reply.netuid !== netuid || lengths.some((length) => length !== n))
    throw new ChainError("node-reply", asked, `expected ${n} uids of subnet ${netuid}`, `${lengths.join(", ")} of ${reply.netuid}`);
  reply.hotkeys.forEach((hotkey, uid) => {
    const stored = view.value("account", "Keys", netuid, uid);
    if (stored !== hotkey) throw new ChainError("node-reply", asked, `expected hotkey ${stored} for uid ${uid}, as stored`, hotkey);
  });
  return reply;
}
