import { AccountId } from "@polkadot-api/substrate-bindings";
import { hexOf } from "./bytes.js";
import type { DecodedEvent } from "./metadata.js";
import type { RecordedEvent } from "./recording.js";

/** Events of the chain's pallet that change later in the block what the epoch stored. chain-reading.md 5 */
export const LATER_CHANGES: readonly string[] = [
  "NetworkRemoved",
  "HotkeySwapped",
  "HotkeySwappedOnSubnet",
  "MechanismCountSet",
  "MechanismCountUpdated",
  "SubnetTrimmed",
  "UidsTrimmed",
];

const EVENTS_READ = new Set([
  "WeightsSet",
  "NeuronRegistered",
  "IncentiveAlphaEmittedToMiners",
  "SubnetOwnerChanged",
  "EpochSkipped",
  ...LATER_CHANGES,
]);

export function isRead({ pallet, name }: DecodedEvent): boolean {
  return pallet === "Commitments" || (pallet === "SubtensorModule" && EVENTS_READ.has(name));
}

const ACCOUNT = AccountId();
const SS58 = /^[1-9A-HJ-NP-Za-km-z]{46,48}$/;

export function recordedEvent({ phase, pallet, name, value }: DecodedEvent): RecordedEvent {
  return { phase, pallet, name, value: plainOf(value) };
}

/** As JSON takes it: amounts as text, accounts as their bytes. */
function plainOf(value: unknown): unknown {
  if (typeof value === "bigint") return String(value);
  if (typeof value === "string") return SS58.test(value) ? hexOf(ACCOUNT.enc(value)) : value;
  if (value instanceof Uint8Array) return hexOf(value);
  if (Array.isArray(value)) return value.map(plainOf);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plainOf(one)]));
}
