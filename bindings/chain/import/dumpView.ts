import { ChainError, EpochInputError } from "../../errors.js";
import type { StoredRows } from "../../types.js";
import { largest } from "../../values/extremes.js";
import { ITEMS, type ItemName, type ItemRule } from "../items.js";
import type { RecordedItem, StoredEntry } from "../recording.js";
import { StateView, type Values } from "../view.js";
import { storedRowsOf, type Draft } from "./draft.js";

/** What an absent key of these stands for in every runtime. */
const CERTAIN: Readonly<Partial<Record<ItemName, string>>> = {
  Weights: "0x00",
  Bonds: "0x00",
  TotalHotkeyAlpha: "0x0000000000000000",
  ChildKeys: "0x00",
  ParentKeys: "0x00",
  RevealPeriodEpochs: "0x0100000000000000",
};

const ENUMS: Readonly<Record<string, string>> = {
  LiquidAlphaConsensusMode: "enum(0 Current, 1 Previous, 2 Auto)",
  SubnetEpochConsensus: "enum(0 Yuma, 1 Null)",
};

/** A dump as one side of a recording: types are the items' own, and absent is none but where that is certain. */
function viewOf(entries: readonly StoredEntry[]): StateView {
  const items: Record<string, RecordedItem> = {};
  for (const [name, { hashers, shapes }] of Object.entries(ITEMS as Record<string, ItemRule>))
    items[name] = { shape: ENUMS[name] ?? shapes[0]!, hashers: [...hashers], default: CERTAIN[name as ItemName] ?? null };
  return inOurWords(() => new StateView({ items: { before: items, after: {} }, before: [...entries], after: [] }, "before"));
}

/** What a node says and what a file says are wrong alike, and named each in its own way. */
export function inOurWords<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ChainError)) throw error;
    const what = error.message.slice(`${error.asked}: expected `.length, -`; got ${error.got}`.length);
    throw new EpochInputError(`entries.${error.asked}`, what, error.got);
  }
}

type Part = number | string;

/** One subnet of a dump, of which anything may be missing. */
export class DumpView {
  /** how many uids */
  readonly n: number;
  /** the hotkey of each uid; null where one is not in the file */
  readonly hotkeys: readonly string[] | null;
  private readonly view: StateView;
  /** items that have a key that begins with a number, by both */
  private readonly held: ReadonlySet<string>;

  constructor(
    readonly entries: readonly StoredEntry[],
    readonly netuid: number,
  ) {
    this.view = viewOf(entries);
    this.held = new Set(entries.flatMap(({ item, args }) => [item, `${item} ${args[0]}`]));
    this.n = this.uids();
    const hotkeys = Array.from({ length: this.n }, (_, uid) => this.at("account", "Keys", netuid, uid));
    this.hotkeys = hotkeys.includes(undefined) ? null : (hotkeys as string[]);
  }

  private uids(): number {
    const stored = this.of("u16", "SubnetworkN");
    if (stored !== undefined) return stored;
    const lengths = [
      this.of("u64s", "Emission")?.length,
      this.of("u16s", "Incentive")?.length,
      this.of("u16s", "Dividends")?.length,
      this.of("u64s", "LastUpdate")?.length,
      this.of("bools", "ValidatorPermit")?.length,
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

  /** Whether any key of an item is there, or any that begins with an index. */
  holds(item: ItemName, index?: number): boolean {
    return this.held.has(index === undefined ? item : `${item} ${index}`);
  }

  /** A value that is there and no null. @throws EpochInputError where its bytes are not of the item's type */
  at<K extends keyof Values>(kind: K, item: ItemName, ...args: Part[]): Values[K] | undefined {
    if (!this.view.isRecorded(item, ...args) || !this.view.isStored(item, ...args)) return undefined;
    return inOurWords(() => this.view.value(kind, item, ...args));
  }

  /** Whether the file says that there is no value of this subnet. */
  hasNone(item: ItemName): boolean {
    return this.view.isRecorded(item, this.netuid) && !this.view.isStored(item, this.netuid);
  }

  /** Of this subnet. */
  of<K extends keyof Values>(kind: K, item: ItemName): Values[K] | undefined {
    return this.at(kind, item, this.netuid);
  }

  /** One value for each uid, 0 where the stored ones end. @param field that the draft says so of */
  forAll<A extends Uint8Array | Uint16Array | BigUint64Array>(values: A, item: ItemName, draft: Draft, field: string): A {
    if (values.length > this.n) throw new EpochInputError(`entries.${item}[${this.netuid}]`, `at most ${this.n} values`, values.length);
    if (values.length === this.n) return values;
    draft.inexact(field, `stored for ${values.length} uids; the others are taken as 0`);
    const all = new (values.constructor as new (length: number) => A)(this.n);
    all.set(values as never);
    return all;
  }

  /** The rows of a mechanism by its index, where the file has any of them. */
  rows(item: "Weights" | "Bonds", index: number): StoredRows | undefined {
    if (!this.holds(item, index)) return undefined;
    return storedRowsOf(
      Array.from({ length: this.n }, (_, uid) => {
        const row = this.at("row", item, index, uid);
        return row === undefined ? [] : Array.from(row.uids, (column, k): [number, number] => [column, row.values[k]!]);
      }),
    );
  }

  /** The same dump with keys that are not there as keys without a value. */
  with(keys: Iterable<readonly [item: ItemName, ...args: Part[]]>): StateView {
    const entries = [...this.entries];
    const nameOf = (item: ItemName, args: readonly Part[]) => `${item} ${args.join(" ")}`;
    const seen = new Set(entries.map(({ item, args }) => nameOf(item, args)));
    for (const [item, ...args] of keys) {
      const name = nameOf(item, args);
      if (seen.has(name)) continue;
      seen.add(name);
      entries.push({ item, args, key: "", value: null });
    }
    return viewOf(entries);
  }
}
