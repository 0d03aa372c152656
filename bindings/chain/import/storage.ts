import { largest } from "../../values/extremes.js";
import { ChainError, EpochInputError } from "../../errors.js";
import { RULE_SETS } from "../../ruleSets/ruleSets.js";
import { ruleAt } from "../../rules/ruleAt.js";
import type { LiquidAlphaConsensusMode, RuleSet, StoredRows, SubnetState } from "../../types.js";
import { ITEMS, type ItemName, type ItemRule } from "../items.js";
import type { RecordedItem, StoredEntry } from "../recording.js";
import { stakesFromStorage } from "../stakes.js";
import { StateView, type Row, type Values } from "../view.js";
import { Draft, storedRowsOf } from "./draft.js";
import type { Dump } from "./entries.js";

export interface DumpPlace {
  netuid: number | null;
  spec: number | null;
}

/** A mechanism's index is the netuid and so many times the mechanism. chain-reading.md 2 */
const MECHANISM = 4_096;

/** Items of which a subnet with miners has some. */
const TELLING: readonly ItemName[] = ["Weights", "Bonds", "Emission", "Incentive", "Dividends", "LastUpdate", "Keys"];

/** What an absent key of these stands for in every runtime. */
const CERTAIN: Readonly<Partial<Record<ItemName, string>>> = {
  Weights: "0x00",
  Bonds: "0x00",
  TotalHotkeyAlpha: "0x0000000000000000",
  ChildKeys: "0x00",
  ParentKeys: "0x00",
};

const U16S: readonly (readonly [ItemName, keyof SubnetState])[] = [
  ["Tempo", "tempo"],
  ["Kappa", "kappa"],
  ["BondsPenalty", "bondsPenalty"],
  ["MaxAllowedValidators", "maxAllowedValidators"],
];

const U64S: readonly (readonly [ItemName, keyof SubnetState, boolean])[] = [
  ["TaoWeight", "taoWeight", false],
  ["StakeThreshold", "stakeThreshold", false],
  ["BondsMovingAverage", "bondsMovingAverage", true],
  ["LastMechansimStepBlock", "lastMechanismStepBlock", true],
  ["LastYumaStepBlock", "lastYumaStepBlock", true],
];

const FLAGS: readonly (readonly [ItemName, keyof SubnetState])[] = [
  ["Yuma3On", "yuma3"],
  ["LiquidAlphaOn", "liquidAlpha"],
  ["CommitRevealWeightsEnabled", "commitReveal"],
];

const WORDS = [
  ["Consensus", "consensus"],
  ["Dividends", "dividends"],
  ["ValidatorTrust", "validatorTrust"],
  ["StakeWeight", "stakeWeight"],
  ["Incentive", "incentive"],
  ["Rank", "ranks"],
  ["Trust", "trust"],
  ["PruningScores", "pruningScores"],
] as const satisfies readonly (readonly [ItemName, string])[];

/** A dump's subnet. @throws EpochInputError where it holds none, or several and none is asked for */
export function fromStorage({ entries }: Dump, place: DumpPlace): Draft {
  const netuid = place.netuid ?? onlyNetuid(entries);
  return new StorageReader(entries, netuid, place.spec).draft();
}

function onlyNetuid(entries: readonly StoredEntry[]): number {
  const found = new Set<number>();
  for (const { item, args } of entries) if (TELLING.includes(item) && typeof args[0] === "number") found.add(args[0] % MECHANISM);
  found.delete(0);
  if (found.size === 1) return [...found][0]!;
  const some = [...found].slice(0, 10).join(", ");
  throw new EpochInputError(
    found.size === 0 ? "entries" : "options.netuid",
    found.size === 0
      ? "items of a subnet (Weights, Bonds, Emission, Keys, ...)"
      : `one of the ${found.size} subnets in the file (${some}${found.size > 10 ? ", ..." : ""})`,
    undefined,
  );
}

class StorageReader {
  private readonly view: StateView;
  private readonly items: ReadonlySet<ItemName>;
  private readonly n: number;

  constructor(
    private readonly entries: readonly StoredEntry[],
    private readonly netuid: number,
    private readonly spec: number | null,
  ) {
    this.items = new Set(entries.map(({ item }) => item));
    this.view = viewOf(entries);
    this.n = this.uids();
  }

  private uids(): number {
    const stored = this.read("u16", "SubnetworkN");
    if (stored !== undefined) return stored;
    const lengths = [
      this.read("u64s", "Emission")?.length,
      this.read("u16s", "Incentive")?.length,
      this.read("u16s", "Dividends")?.length,
      this.read("u64s", "LastUpdate")?.length,
      this.read("bools", "ValidatorPermit")?.length,
    ].filter((length) => length !== undefined);
    if (lengths.length > 0) return largest(lengths);
    const uids = this.entries.flatMap(({ item, args }) =>
      (item === "Weights" || item === "Bonds" || item === "Keys") && args[0] === this.netuid ? [Number(args[1]) + 1] : [],
    );
    const n = uids.reduce((most, uid) => Math.max(most, uid), 0);
    if (n === 0) throw new EpochInputError("options.netuid", "a subnet that the file has", this.netuid);
    if (n > 65_535) throw new EpochInputError("entries", "uids up to 65534", n - 1);
    return n;
  }

  /** A value that is there and no null. @throws EpochInputError where its bytes are not of the item's type */
  private readAt<K extends keyof Values>(kind: K, item: ItemName, ...args: (number | string)[]): Values[K] | undefined {
    if (!this.view.isRecorded(item, ...args) || !this.view.isStored(item, ...args)) return undefined;
    return inOurWords(() => this.view.value(kind, item, ...args));
  }

  private read<K extends keyof Values>(kind: K, item: ItemName): Values[K] | undefined {
    return this.readAt(kind, item, this.netuid);
  }

  private padded<A extends Uint8Array | Uint16Array | BigUint64Array>(values: A, item: ItemName, draft: Draft): A {
    if (values.length > this.n) throw new EpochInputError(`entries.${item}[${this.netuid}]`, `at most ${this.n} values`, values.length);
    if (values.length === this.n) return values;
    draft.inexact(item, `stored for ${values.length} uids; the others are taken as 0`);
    const all = new (values.constructor as new (length: number) => A)(this.n);
    all.set(values as never);
    return all;
  }

  private rows(item: "Weights" | "Bonds"): StoredRows | undefined {
    const isThere = this.entries.some((entry) => entry.item === item && entry.args[0] === this.netuid);
    if (!isThere) return undefined;
    return storedRowsOf(
      Array.from({ length: this.n }, (_, uid) => {
        const row: Row | undefined = this.readAt("row", item, this.netuid, uid);
        return row === undefined ? [] : Array.from(row.uids, (column, k): [number, number] => [column, row.values[k]!]);
      }),
    );
  }

  draft(): Draft {
    const draft = new Draft("storage", this.n);
    draft.netuid = this.netuid;
    draft.spec = this.spec;
    const state = draft.state as Record<string, unknown>;
    const results = draft.results as Record<string, unknown>;
    const put = (name: string, value: unknown) => {
      if (value !== undefined) state[name] = value;
    };
    put("ruleSet", this.ruleSet(draft));
    for (const [item, name] of U16S) put(name, this.read("u16", item));
    for (const [item, name, keyed] of U64S) put(name, keyed ? this.read("u64", item) : this.readAt("u64", item));
    for (const [item, name] of FLAGS) put(name, this.read("bool", item));
    const alphas = this.read("pair", "AlphaValues");
    put("alphaLow", alphas?.[0]);
    put("alphaHigh", alphas?.[1]);
    put("alphaSigmoidSteepness", this.steepness());
    put("liquidAlphaConsensusMode", this.mode());
    put("activityCutoff", this.activityCutoff());
    put("ownerUid", this.ownerUid());
    put("previousConsensus", this.read("u16s", "ConsensusByMechanism"));

    const permits = this.read("bools", "ValidatorPermit");
    if (permits !== undefined) {
      put("validatorPermits", this.padded(permits, "ValidatorPermit", draft));
      results["newValidatorPermits"] = (state["validatorPermits"] as Uint8Array).slice();
    }
    const lastUpdate = this.read("u64s", "LastUpdate");
    if (lastUpdate !== undefined) put("lastUpdate", this.padded(lastUpdate, "LastUpdate", draft));
    put("blockAtRegistration", this.registrations());
    put("weights", this.rows("Weights"));
    const bonds = this.rows("Bonds");
    put("bonds", bonds);
    if (bonds !== undefined) results["bonds"] = { starts: bonds.starts.slice(), uids: bonds.uids.slice(), values: bonds.values.slice() };

    const active = this.read("bools", "Active");
    if (active !== undefined) results["active"] = this.padded(active, "Active", draft);
    const emission = this.read("u64s", "Emission");
    if (emission !== undefined) results["emission"] = this.padded(emission, "Emission", draft);
    for (const [item, name] of WORDS) {
      const words = this.read("u16s", item);
      if (words === undefined) continue;
      results[name] = this.padded(words, item, draft);
      const stale = this.stale(item);
      if (stale !== null) draft.inexact(`results.${name}`, stale);
    }
    this.takeStakes(draft);
    draft.lastEpoch = this.read("u64", "LastMechansimStepBlock") ?? null;
    const mechanisms = this.readAt("u8", "MechanismCountCurrent", this.netuid) ?? 1;
    if (mechanisms > 1) {
      for (const field of ["weights", "bonds", "lastUpdate", "results.bonds", "results.incentive"])
        if (field.startsWith("results.") ? results[field.slice(8)] !== undefined : state[field] !== undefined)
          draft.inexact(field, `of mechanism 0 of ${mechanisms}`);
      for (const field of ["consensus", "dividends", "validatorTrust", "emission", "stakeWeight"])
        if (results[field] !== undefined) draft.inexact(`results.${field}`, `of ${mechanisms} mechanisms together`);
    }
    return draft;
  }

  private ruleSet(draft: Draft): RuleSet | undefined {
    if (this.spec === null) return undefined;
    try {
      const { rule } = ruleAt("epoch", this.spec);
      return Object.hasOwn(RULE_SETS, rule) ? (rule as RuleSet) : undefined;
    } catch {
      draft.inexact("ruleSet", `no rules of spec ${this.spec} are known`);
      return undefined;
    }
  }

  private steepness(): number | undefined {
    const item = "AlphaSigmoidSteepness";
    const plain = this.spec !== null && this.spec < 283;
    const found = this.read("i16", item);
    return found !== undefined && plain ? found & 0xffff : found;
  }

  private mode(): LiquidAlphaConsensusMode | undefined {
    return this.read("name", "LiquidAlphaConsensusMode")?.toLowerCase() as LiquidAlphaConsensusMode | undefined;
  }

  private activityCutoff(): bigint | undefined {
    const factor = this.read("u32", "ActivityCutoffFactorMilli");
    const tempo = this.read("u16", "Tempo");
    if (factor !== undefined && (this.spec === null || this.spec >= 423)) {
      if (tempo === undefined) return undefined;
      const cutoff = (BigInt(factor) * BigInt(tempo)) / 1_000n;
      return cutoff === 0n ? 1n : cutoff;
    }
    const stored = this.spec === null || this.spec < 423 ? this.read("u16", "ActivityCutoff") : undefined;
    return stored === undefined ? undefined : BigInt(stored);
  }

  private ownerUid(): number | null | undefined {
    const hotkey = this.read("account", "SubnetOwnerHotkey");
    if (hotkey === undefined) return undefined;
    const stored = this.readAt("u16", "Uids", this.netuid, hotkey);
    if (stored !== undefined) return stored;
    let known = 0;
    for (let uid = 0; uid < this.n; uid++) {
      const key = this.readAt("account", "Keys", this.netuid, uid);
      if (key === hotkey) return uid;
      if (key !== undefined) known++;
    }
    return known === this.n ? null : undefined;
  }

  private registrations(): BigUint64Array | undefined {
    const blocks = new BigUint64Array(this.n);
    for (let uid = 0; uid < this.n; uid++) {
      const block = this.readAt("u64", "BlockAtRegistration", this.netuid, uid);
      if (block === undefined) return undefined;
      blocks[uid] = block;
    }
    return blocks;
  }

  private takeStakes(draft: Draft): void {
    const isOf = (netuid: number) => this.entries.some(({ item, args }) => item === "TotalHotkeyAlpha" && args[1] === netuid);
    const keys = Array.from({ length: this.n }, (_, uid) => this.readAt("account", "Keys", this.netuid, uid));
    if (!isOf(this.netuid) || keys.includes(undefined)) return;
    const stakes = inOurWords(() => stakesFromStorage(this.complete(), this.netuid, this.n));
    draft.state.alphaStake = stakes.alphaStake;
    const kin = this.items.has("ChildKeys") || this.items.has("ParentKeys") ? "" : "; no children or parents are in the file";
    draft.inexact("alphaStake", `what is not in the file is taken as nothing${kin}`);
    if (!isOf(0)) return;
    draft.state.taoStake = stakes.taoStake;
    draft.inexact("taoStake", `what is not in the file is taken as nothing${kin}`);
  }

  /** The same with what stakes ask for and is not there. */
  private complete(): StateView {
    const entries = [...this.entries];
    const seen = new Set(this.entries.map(({ item, args }) => `${item} ${args.join(" ")}`));
    const add = (item: ItemName, ...args: (number | string)[]) => {
      const name = `${item} ${args.join(" ")}`;
      if (seen.has(name)) return;
      seen.add(name);
      entries.push({ item, args, key: "", value: null });
    };
    for (let uid = 0; uid < this.n; uid++) {
      const hotkey = this.readAt("account", "Keys", this.netuid, uid)!;
      const kin = (["ChildKeys", "ParentKeys"] as const).flatMap((item) => {
        add(item, hotkey, this.netuid);
        return this.readAt("kin", item, hotkey, this.netuid) ?? [];
      });
      for (const account of [hotkey, ...kin.map((one) => one.account)]) {
        add("TotalHotkeyAlpha", account, this.netuid);
        add("TotalHotkeyAlpha", account, 0);
      }
    }
    return viewOf(entries);
  }

  private stale(item: ItemName): string | null {
    if (item === "StakeWeight" && (this.spec === null || (this.spec >= 320 && this.spec <= 322))) return "stale in specs 320 to 322";
    const isRank = item === "Rank" || item === "Trust" || item === "PruningScores";
    return isRank && (this.spec === null || this.spec >= 365) ? "stale from spec 365 on" : null;
  }
}

/** A dump as one side of a recording: types are the items' own, and absent is none but where that is certain. */
function viewOf(entries: readonly StoredEntry[]): StateView {
  const items: Record<string, RecordedItem> = {};
  for (const [name, { hashers, shapes }] of Object.entries(ITEMS as Record<string, ItemRule>))
    items[name] = { shape: ENUMS[name] ?? shapes[0]!, hashers: [...hashers], default: CERTAIN[name as ItemName] ?? null };
  return inOurWords(() => new StateView({ items: { before: items, after: {} }, before: [...entries], after: [] }, "before"));
}

const ENUMS: Readonly<Record<string, string>> = {
  LiquidAlphaConsensusMode: "enum(0 Current, 1 Previous, 2 Auto)",
  SubnetEpochConsensus: "enum(0 Yuma, 1 Null)",
};

/** What a node says and what a file says are wrong alike, and named each in its own way. */
function inOurWords<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ChainError)) throw error;
    const what = error.message.slice(`${error.asked}: expected `.length, -`; got ${error.got}`.length);
    throw new EpochInputError(`entries.${error.asked}`, what, error.got);
  }
}
