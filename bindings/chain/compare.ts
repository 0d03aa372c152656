import { STAGE_PARTS } from "../diff/index.js";
import { placesOf, type Difference } from "../diff/places.js";
import type { StoredRows } from "../types.js";
import { eventsOf, fieldOf, padded, rowsOf, type Affected, type ReadInput, type Views } from "./input.js";
import type { ItemName } from "./items.js";
import type { Outcome } from "./outcome.js";
import { indexOf } from "./mechanismIndex.js";
import { LATER_CHANGES } from "./recordedEvents.js";
import type { Recording } from "./recording.js";

/** One stored output of an epoch against ours; of a difference, a is the chain's and b ours. chain-reading.md 5 */
export interface FieldComparison {
  /** the chain's item, as "Dividends" or "Bonds[mechanism 1]" */
  field: string;
  /** the stage that makes it; "schedule" of what the step itself writes */
  stage: string;
  status: "equal" | "different" | "not comparable";
  /** whether nothing in the input that it comes from is unsure */
  exact: boolean;
  /** why it is not comparable */
  why?: string;
  difference?: Difference;
  /** the first uids that differ, of rows the row */
  uids?: number[];
}

/** In the order of the epoch. */
export const STAGES: readonly string[] = [...Object.keys(STAGE_PARTS), "schedule"];

const MOST_UIDS = 10;

/** What is compared of an epoch. */
interface Subject {
  recording: Recording;
  views: Views;
  input: ReadInput;
  outcome: Outcome;
}

type Words = Uint8Array | Uint16Array | BigUint64Array;

type OutcomeVector =
  | "active"
  | "consensus"
  | "dividends"
  | "validatorTrust"
  | "stakeWeight"
  | "newValidatorPermits"
  | "emission"
  | "ranks"
  | "trust"
  | "pruningScores";

interface VectorRule {
  item: ItemName;
  part: OutcomeVector;
  kind: "bools" | "u16s" | "u64s";
  /** why it says nothing under a spec; null where it does */
  stale?(spec: number): string | null;
}

const untilRanks = (spec: number) => (spec >= 365 ? "stale from spec 365 on" : null);

/** By uid, once for a subnet. chain-reading.md 5 */
const VECTORS: readonly VectorRule[] = [
  {
    item: "StakeWeight",
    part: "stakeWeight",
    kind: "u16s",
    stale: (spec) => (spec >= 320 && spec <= 322 ? "stale in specs 320 to 322" : null),
  },
  { item: "Active", part: "active", kind: "bools" },
  { item: "ValidatorPermit", part: "newValidatorPermits", kind: "bools" },
  { item: "Consensus", part: "consensus", kind: "u16s" },
  { item: "ValidatorTrust", part: "validatorTrust", kind: "u16s" },
  { item: "Rank", part: "ranks", kind: "u16s", stale: untilRanks },
  { item: "Trust", part: "trust", kind: "u16s", stale: untilRanks },
  { item: "Dividends", part: "dividends", kind: "u16s" },
  { item: "Emission", part: "emission", kind: "u64s" },
  { item: "PruningScores", part: "pruningScores", kind: "u16s", stale: untilRanks },
];

const ARRAYS = { bools: Uint8Array, u16s: Uint16Array, u64s: BigUint64Array } as const;

const STAGE_OF = new Map(
  Object.entries(STAGE_PARTS).flatMap(([stage, parts]) =>
    parts.flatMap(([source, field]) => (source === "result" ? [[field as string, stage]] : [])),
  ),
);

const FROM_STAGE: Readonly<Record<Affected, string>> = { everything: "stake", weights: "consensus", emission: "emission" };

/** Every stored output, in the order of the epoch. @throws ChainError where a value does not decode */
export function compareStored(subject: Subject): FieldComparison[] {
  const { recording, views, input } = subject;
  const later = laterChange(recording);
  const comparisons = [
    ...vectors(subject),
    ...input.mechanisms.flatMap((_, mechanism) => ofMechanism(subject, mechanism)),
    ...schedule(recording, views),
  ];
  const unsure = input.notExact.map(({ affects }) => STAGES.indexOf(FROM_STAGE[affects]));
  const found = comparisons.map((one): FieldComparison => {
    const exact = one.stage === "schedule" || unsure.every((from) => STAGES.indexOf(one.stage) < from);
    if (later !== null && one.status === "different") {
      const { field, stage } = one;
      return { field, stage, exact, status: "not comparable", why: `changed later in the block: ${later}` };
    }
    return { ...one, exact };
  });
  return STAGES.flatMap((stage) => found.filter((one) => one.stage === stage));
}

type Compared = Omit<FieldComparison, "exact">;

/** What of the block says that outputs were changed after the epoch. chain-reading.md 5 */
function laterChange(recording: Recording): string | null {
  for (const name of LATER_CHANGES) {
    const found = eventsOf(recording, name, "extrinsic").some((event) => {
      const netuid =
        name === "HotkeySwapped"
          ? recording.netuid
          : name === "HotkeySwappedOnSubnet"
            ? fieldOf(event, 3, "netuid")
            : fieldOf(event, 0, "netuid");
      return netuid === recording.netuid;
    });
    if (found) return name;
  }
  return null;
}

function compared(field: string, stage: string, chain: unknown, ours: unknown): Compared {
  const difference = placesOf(chain, ours);
  if (difference === null) return { field, stage, status: "equal" };
  return { field, stage, status: "different", difference, uids: differingUids(chain, ours) };
}

function differingUids(chain: unknown, ours: unknown): number[] {
  if (ArrayBuffer.isView(chain) && ArrayBuffer.isView(ours)) {
    const [a, b] = [chain as unknown as ArrayLike<unknown>, ours as unknown as ArrayLike<unknown>];
    return Array.from({ length: Math.max(a.length, b.length) }, (_, uid) => uid)
      .filter((uid) => a[uid] !== b[uid])
      .slice(0, MOST_UIDS);
  }
  if (typeof chain !== "object" || chain === null) return [];
  const [a, b] = [chain as StoredRows, ours as StoredRows];
  const row = ({ starts, uids, values }: StoredRows, i: number) =>
    `${uids.subarray(starts[i], starts[i + 1])} ${values.subarray(starts[i], starts[i + 1])}`;
  return Array.from({ length: a.starts.length - 1 }, (_, i) => i)
    .filter((i) => row(a, i) !== row(b, i))
    .slice(0, MOST_UIDS);
}

/** The vectors without what the block replaced, or added, after the epoch. chain-reading.md 5 */
function kept<A extends Words>(values: A, n: number, replaced: ReadonlySet<number>): A {
  const result = values.slice(0, n) as A;
  for (const uid of replaced) result[uid] = (result instanceof BigUint64Array ? 0n : 0) as never;
  return result;
}

function vectors({ recording, views: { after }, input, outcome }: Subject): Compared[] {
  const { netuid, specs } = recording;
  const { n } = input.shared;
  return VECTORS.flatMap(({ item, part, kind, stale }): Compared[] => {
    const stage = STAGE_OF.get(part)!;
    if (!after.has(item)) return [];
    const why = stale?.(specs.before) ?? null;
    if (why !== null) return [{ field: item, stage, status: "not comparable", why }];
    const ours = outcome[part];
    if (ours === undefined) return [{ field: item, stage, status: "not comparable", why: `not given under ${input.shared.ruleSet}` }];
    const stored = padded(item, after.value(kind, item, netuid) as Words, n, ARRAYS[kind] as never, input.remarks) as Words;
    return [compared(item, stage, kept(stored, n, input.replaced), kept(ours, n, input.replaced))];
  });
}

function ofMechanism(subject: Subject, mechanism: number): Compared[] {
  const { recording, views, input, outcome } = subject;
  const { after } = views;
  const ix = indexOf(recording.netuid, mechanism);
  const { n } = input.shared;
  const ours = outcome.mechanisms[mechanism]!;
  const name = (item: string) => (input.mechanisms.length === 1 ? item : `${item}[mechanism ${mechanism}]`);
  const words = (item: "Incentive" | "ConsensusByMechanism", part: "incentive" | "consensus"): Compared => {
    const stored = padded(item, after.optional("u16s", item, ix) ?? new Uint16Array(0), n, Uint16Array, input.remarks);
    return compared(name(item), STAGE_OF.get(part)!, kept(stored, n, input.replaced), kept(ours[part], n, input.replaced));
  };
  return [
    words("Incentive", "incentive"),
    ...(after.has("ConsensusByMechanism") ? [words("ConsensusByMechanism", "consensus")] : []),
    bonds(subject, mechanism, name("Bonds")),
    ...serverEmission(subject, mechanism, name("IncentiveAlphaEmittedToMiners")),
  ];
}

function bonds({ recording, views: { after }, input, outcome }: Subject, mechanism: number, field: string): Compared {
  const ix = indexOf(recording.netuid, mechanism);
  const { n } = input.shared;
  const reset = resetBonds(recording, after.has("BondsResetOn") && after.value("bool", "BondsResetOn", recording.netuid), input.hotkeys);
  if (reset === null)
    return { field, stage: "bonds", status: "not comparable", why: "bonds on an unknown uid were reset later in the block" };
  const stored = rowsOf(Array.from({ length: n }, (_, uid) => after.value("row", "Bonds", ix, uid)));
  // A Null epoch leaves them alone. null.md
  const ours = outcome.mechanisms[mechanism]!.bonds ?? input.mechanisms[mechanism]!.bonds;
  return compared(field, "bonds", rowsWithout(stored, input.replaced, reset), rowsWithout(ours, input.replaced, reset));
}

/** Uids whose commitment later in the block took all bonds on them away; null where one of them is not known. chain-reading.md 5 */
function resetBonds(recording: Recording, resets: boolean, hotkeys: readonly (string | null)[]): Set<number> | null {
  const uids = new Set<number>();
  if (!resets) return uids;
  for (const event of recording.decodedEvents) {
    if (event.pallet !== "Commitments" || event.phase !== "extrinsic" || fieldOf(event, 0, "netuid") !== recording.netuid) continue;
    const uid = hotkeys.indexOf(String(fieldOf(event, 1, "who")));
    if (uid < 0) return null;
    uids.add(uid);
  }
  return uids;
}

function rowsWithout({ starts, uids, values }: StoredRows, rows: ReadonlySet<number>, columns: ReadonlySet<number>): StoredRows {
  const kept = Array.from({ length: starts.length - 1 }, (_, i) => {
    if (rows.has(i)) return [];
    return Array.from({ length: starts[i + 1]! - starts[i]! }, (_, k) => starts[i]! + k).filter((k) => !columns.has(uids[k]!));
  });
  return rowsOf(
    kept.map((places) => ({ uids: Uint16Array.from(places, (k) => uids[k]!), values: Uint16Array.from(places, (k) => values[k]!) })),
  );
}

/** From 315 on an event has what the miners got, one for each mechanism in order. chain-reading.md 4 */
function serverEmission({ recording, input, outcome }: Subject, mechanism: number, field: string): Compared[] {
  if (recording.specs.before < 315) return [];
  const ix = indexOf(recording.netuid, mechanism);
  const event = eventsOf(recording, "IncentiveAlphaEmittedToMiners", "initialization").find((one) => fieldOf(one, 0, "netuid") === ix);
  if (event === undefined) return [{ field, stage: "emission", status: "not comparable", why: "the block has no such event" }];
  const amounts = fieldOf(event, 1, "emissions");
  if (!Array.isArray(amounts) || amounts.some((amount) => !/^\d{1,20}$/.test(String(amount))))
    return [{ field, stage: "emission", status: "not comparable", why: "the event is of another form" }];
  const chain = BigUint64Array.from(amounts, (amount) => BigInt(amount as string));
  // Made by the epoch itself: nothing later in the block changes it.
  return [
    compared(
      field,
      "emission",
      padded(field, chain, input.shared.n, BigUint64Array, input.remarks),
      outcome.mechanisms[mechanism]!.serverEmission,
    ),
  ];
}

const COUNTERS: readonly ItemName[] = [
  "PendingEmission",
  "PendingAlphaSwapped",
  "PendingServerEmission",
  "PendingValidatorEmission",
  "PendingRootAlphaDivs",
];

/** What the step writes beside the epoch's outputs. chain-reading.md 5 */
function schedule({ netuid, block, specs }: Recording, { before, after }: Views): Compared[] {
  const one = (item: ItemName, expected: bigint): Compared[] =>
    after.has(item) ? [compared(item, "schedule", after.value("u64", item, netuid), expected)] : [];
  return [
    ...one("LastMechansimStepBlock", BigInt(block)),
    ...one("BlocksSinceLastStep", 0n),
    ...COUNTERS.filter((item) => isDrained(item, specs.before)).flatMap((item) => one(item, 0n)),
    ...(specs.before >= 423 && before.has("SubnetEpochIndex")
      ? one("SubnetEpochIndex", before.value("u64", "SubnetEpochIndex", netuid) + 1n)
      : []),
    ...(specs.before >= 423 ? one("PendingEpochAt", 0n) : []),
  ];
}

/** Which counters an epoch empties. chain-reading.md 4 */
function isDrained(item: ItemName, spec: number): boolean {
  if (item === "PendingEmission") return spec < 343;
  if (item === "PendingAlphaSwapped") return spec < 334;
  return item === "PendingRootAlphaDivs" ? spec >= 334 : spec >= 343;
}
