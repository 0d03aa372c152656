/**
 * How the chain's storage, events and runtime description are encoded, spec by spec: written here once more, beside the tables of
 * bindings/chain, and with scale-ts codecs in place of its reader.
 */
import {
  Blake2128Concat,
  Bytes,
  Identity,
  Tuple,
  Twox128,
  Twox64Concat,
  Vector,
  bool,
  compact,
  i16,
  metadata as metadataCodec,
  u16,
  u32,
  u64,
  u8,
} from "@polkadot-api/substrate-bindings";
import type { Codec } from "@polkadot-api/substrate-bindings";

export type Hex = `0x${string}`;

export function hex(bytes: Uint8Array): Hex {
  return `0x${Buffer.from(bytes).toString("hex")}`;
}

function bytes(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text.slice(2), "hex"));
}

const account: Codec<string> = Object.assign(
  [bytes, (value: unknown) => hex(Uint8Array.from(value as Uint8Array))] as unknown as Codec<string>,
  { enc: bytes, dec: (value: unknown) => hex(Uint8Array.from(value as Uint8Array)) },
);

const row = Vector(Tuple(u16, u16));

/** The types of storage, by their names below. */
const CODECS = {
  bool,
  u8,
  u16,
  i16,
  u32,
  u64,
  account,
  pair: Tuple(u16, u16),
  row,
  u16s: Vector(u16),
  u64s: Vector(u64),
  bools: Vector(bool),
  kin: Vector(Tuple(u64, account)),
  hashCommits: Vector(Tuple(account, u64, u64, u64)),
  timelocked: Vector(Tuple(account, u64, Bytes(), u64)),
} satisfies Record<string, Codec<any>>;

type TypeName = keyof typeof CODECS;

interface Layout {
  hashers: string;
  type: TypeName;
  /** null: absent is none */
  absent: unknown;
  from: number;
  to: number;
}

const LAST = 10_000;

function at(hashers: string, type: TypeName, absent: unknown, from = 0, to = LAST): Layout {
  return { hashers, type, absent, from, to };
}

/** By item; where the type or the default changed, one for each span of specs. */
const LAYOUT: Readonly<Record<string, readonly Layout[]>> = {
  NetworksAdded: [at("I", "bool", false)],
  SubnetworkN: [at("I", "u16", 0)],
  Tempo: [at("I", "u16", 360)],
  Keys: [at("II", "account", `0x${"00".repeat(32)}`)],
  Uids: [at("IK", "u16", null)],
  ActivityCutoff: [at("I", "u16", 5_000)],
  ActivityCutoffFactorMilli: [at("I", "u32", 13_889, 423)],
  LastUpdate: [at("I", "u64s", [])],
  BlockAtRegistration: [at("II", "u64", 0n)],
  TaoWeight: [at("", "u64", 971_718_665_099_567_868n)],
  StakeThreshold: [at("", "u64", 0n, 273)],
  SubnetOwnerHotkey: [at("I", "account", `0x${"00".repeat(32)}`)],
  ValidatorPermit: [at("I", "bools", [])],
  MaxAllowedValidators: [at("I", "u16", 128)],
  Weights: [at("II", "row", [])],
  Bonds: [at("II", "row", [])],
  Kappa: [at("I", "u16", 32_767)],
  BondsPenalty: [at("I", "u16", 0, 0, 256), at("I", "u16", 65_535, 257)],
  BondsMovingAverage: [at("I", "u64", 900_000n)],
  BondsResetOn: [at("I", "bool", false, 297)],
  Yuma3On: [at("K", "bool", false, 273)],
  LiquidAlphaOn: [at("K", "bool", false)],
  AlphaValues: [at("I", "pair", [45_875, 58_982])],
  AlphaSigmoidSteepness: [at("I", "u16", 1_000, 273, 282), at("I", "i16", 1_000, 283)],
  CommitRevealWeightsEnabled: [at("I", "bool", false, 0, 305), at("I", "bool", true, 306)],
  RevealPeriodEpochs: [at("T", "u64", 1n)],
  WeightCommits: [at("TT", "hashCommits", null)],
  TimelockedWeightCommits: [at("TT", "timelocked", [], 306)],
  CRV3WeightCommitsV2: [at("TT", "timelocked", [], 297, 400)],
  SubnetEpochIndex: [at("I", "u64", 0n, 423)],
  LastEpochBlock: [at("I", "u64", 0n, 423)],
  PendingEpochAt: [at("I", "u64", 0n, 423)],
  LastMechansimStepBlock: [at("I", "u64", 0n)],
  LastYumaStepBlock: [at("I", "u64", null, 475)],
  BlocksSinceLastStep: [at("I", "u64", 0n)],
  LiquidAlphaConsensusMode: [at("I", "u8", 2, 446)],
  SubnetEpochConsensus: [at("I", "u8", 0, 475)],
  ConsensusByMechanism: [at("I", "u16s", null, 452)],
  MechanismCountCurrent: [at("T", "u8", 1, 320)],
  MechanismEmissionSplit: [at("T", "u16s", null, 320)],
  TotalHotkeyAlpha: [at("KI", "u64", 0n)],
  ChildKeys: [at("KI", "kin", [])],
  ParentKeys: [at("KI", "kin", [])],
  PendingEmission: [at("I", "u64", 0n, 0, 342)],
  PendingAlphaSwapped: [at("I", "u64", 0n, 0, 333)],
  PendingServerEmission: [at("I", "u64", 0n, 343)],
  PendingValidatorEmission: [at("I", "u64", 0n, 343)],
  PendingRootAlphaDivs: [at("I", "u64", 0n, 334)],
  SubnetOwnerCut: [at("", "u16", 11_796)],
  OwnerCutEnabled: [at("I", "bool", true, 411)],
  SubnetTAO: [at("I", "u64", 0n)],
  SubnetAlphaIn: [at("I", "u64", 0n)],
  SubnetAlphaOut: [at("I", "u64", 0n)],
  SubnetAlphaInEmission: [at("I", "u64", 0n)],
  SubnetAlphaOutEmission: [at("I", "u64", 0n)],
  FirstEmissionBlockNumber: [at("I", "u64", null, 257)],
  SubtokenEnabled: [at("I", "bool", false)],
  NetworkRegistrationAllowed: [at("I", "bool", false)],
  Active: [at("I", "bools", [])],
  Emission: [at("I", "u64s", [])],
  Consensus: [at("I", "u16s", [])],
  Incentive: [at("I", "u16s", [])],
  Dividends: [at("I", "u16s", [])],
  ValidatorTrust: [at("I", "u16s", [])],
  StakeWeight: [at("I", "u16s", [])],
  Rank: [at("I", "u16s", [], 0, 396)],
  Trust: [at("I", "u16s", [], 0, 396)],
  PruningScores: [at("I", "u16s", [], 0, 396)],
};

/** Variants of what is stored as one byte. */
const ENUMS: Readonly<Record<string, readonly string[]>> = {
  LiquidAlphaConsensusMode: ["Current", "Previous", "Auto"],
  SubnetEpochConsensus: ["Yuma", "Null"],
};

export function layoutOf(item: string, spec: number): Layout | undefined {
  const spans = LAYOUT[item];
  if (spans === undefined) throw new Error(`no layout of ${item}`);
  return spans.find(({ from, to }) => from <= spec && spec <= to);
}

const HASH: Readonly<Record<string, (part: Uint8Array) => Uint8Array>> = { I: Identity, T: Twox64Concat, K: Blake2128Concat };

/** A number is a u16, a bigint a u64, a text an account. */
export type Part = number | bigint | string;

function part(value: Part): Uint8Array {
  if (typeof value === "number") return u16.enc(value);
  return typeof value === "bigint" ? u64.enc(value) : bytes(value);
}

const text = (value: string) => new TextEncoder().encode(value);

export function storageKey(item: string, parts: readonly Part[], spec: number): Hex {
  const { hashers } = layoutOf(item, spec)!;
  const hashed = parts.map((one, i) => HASH[hashers[i]!]!(part(one)));
  return hex(Buffer.concat([Twox128(text("SubtensorModule")), Twox128(text(item)), ...hashed]));
}

export function encodeValue(item: string, value: unknown, spec: number): Hex {
  return hex(Uint8Array.from((CODECS[layoutOf(item, spec)!.type] as Codec<unknown>).enc(value)));
}

export const EVENTS_KEY: Hex = hex(Buffer.concat([Twox128(text("System")), Twox128(text("Events"))]));

/** The events that the made runtimes have: by pallet, each with the types of its fields, named or not. */
const EVENTS: Readonly<
  Record<string, { index: number; events: Readonly<Record<string, Readonly<Record<string, string>> | readonly string[]>> }>
> = {
  System: { index: 0, events: { ExtrinsicSuccess: { weight: "u64" }, NewAccount: { account: "account" } } },
  Balances: { index: 5, events: { Transfer: { from: "account", to: "account", amount: "u64" }, Burned: { who: "account", rows: "row" } } },
  SubtensorModule: {
    index: 7,
    events: {
      StakeAdded: ["account", "account", "u64"],
      WeightsSet: ["u16", "u16"],
      NeuronRegistered: ["u16", "u16", "account"],
      NetworkRemoved: ["u16"],
      SubnetOwnerChanged: { netuid: "u16", owner: "account" },
      IncentiveAlphaEmittedToMiners: { netuid: "u16", emissions: "u64s" },
    },
  },
  Commitments: { index: 18, events: { Commitment: { netuid: "u16", who: "account" } } },
};

export interface MadeEvent {
  phase: "initialization" | number;
  pallet: string;
  name: string;
  fields: readonly unknown[];
}

export function encodeEvents(events: readonly MadeEvent[]): Hex {
  const records = events.map(({ phase, pallet, name, fields }) => {
    const { index, events: known } = EVENTS[pallet]!;
    const types = Object.values(known[name]!) as TypeName[];
    return Buffer.concat([
      phase === "initialization" ? Uint8Array.of(2) : Buffer.concat([Uint8Array.of(0), u32.enc(phase)]),
      Uint8Array.of(index, Object.keys(known).indexOf(name)),
      ...types.map((type, i) => Uint8Array.from((CODECS[type] as Codec<unknown>).enc(fields[i]))),
      Uint8Array.of(0),
    ]);
  });
  return hex(Buffer.concat([compact.enc(events.length), ...records]));
}

type TypeDef = { tag: string; value: unknown };

/** The types of a runtime's description, each once. */
class Types {
  readonly lookup: { id: number; path: string[]; params: never[]; def: TypeDef; docs: never[] }[] = [];
  private readonly ids = new Map<string, number>();

  add(name: string, def: () => TypeDef, path: string[] = []): number {
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    const id = this.lookup.length;
    this.ids.set(name, id);
    const entry = { id, path, params: [], def: { tag: "", value: undefined } as TypeDef, docs: [] } as (typeof this.lookup)[number];
    this.lookup.push(entry);
    entry.def = def();
    return id;
  }

  primitive(name: string): number {
    return this.add(name, () => ({ tag: "primitive", value: { tag: name, value: undefined } }));
  }

  sequence(of: number): number {
    return this.add(`Vec ${of}`, () => ({ tag: "sequence", value: of }));
  }

  tuple(...of: number[]): number {
    return this.add(`(${of})`, () => ({ tag: "tuple", value: of }));
  }

  bytes32(): number {
    return this.add("[u8; 32]", () => ({ tag: "array", value: { len: 32, type: this.primitive("u8") } }));
  }

  composite(name: string, fields: readonly { name?: string; type: number }[], path: string[]): number {
    return this.add(name, () => ({ tag: "composite", value: fields.map((one) => ({ ...one, docs: [] })) }), path);
  }

  variant(
    name: string,
    variants: readonly { name: string; fields: readonly { name?: string; type: number }[]; index: number }[],
    path: string[],
  ): number {
    const all = variants.map(({ fields, ...rest }) => ({ ...rest, fields: fields.map((one) => ({ ...one, docs: [] })), docs: [] }));
    return this.add(name, () => ({ tag: "variant", value: all }), path);
  }

  named(name: TypeName): number {
    const [u16, u64] = [this.primitive("u16"), this.primitive("u64")];
    const types: Record<string, () => number> = {
      account: () => this.composite("account", [{ type: this.bytes32() }], ["sp_core", "crypto", "AccountId32"]),
      pair: () => this.tuple(u16, u16),
      row: () => this.sequence(this.tuple(u16, u16)),
      u16s: () => this.sequence(u16),
      u64s: () => this.sequence(u64),
      bools: () => this.sequence(this.primitive("bool")),
      kin: () => this.sequence(this.tuple(u64, this.named("account"))),
      hashCommits: () => this.sequence(this.tuple(this.bytes32(), u64, u64, u64)),
      timelocked: () => this.sequence(this.tuple(this.named("account"), u64, this.sequence(this.primitive("u8")), u64)),
    };
    return (types[name] ?? (() => this.primitive(name)))();
  }
}

const FULL: Readonly<Record<string, string>> = { I: "Identity", T: "Twox64Concat", K: "Blake2128Concat" };

function runtimeType(types: Types, item: string, type: TypeName, spec: number): number {
  const names = ENUMS[item];
  if (names !== undefined)
    return types.variant(
      item,
      names.map((name, index) => ({ name, fields: [], index })),
      ["pallet_subtensor", item],
    );
  // From about 440 a proportion is a type of its own around the same two bytes.
  if (spec >= 440 && type === "u16" && /^(Kappa|BondsPenalty)$/.test(item))
    return types.composite("PerU16", [{ type: types.primitive("u16") }], ["sp_arithmetic", "per_things", "PerU16"]);
  return types.named(type);
}

/**
 * The runtime's description, V14, of a spec: the items and events that are used, and a few that have to be stepped over.
 * @param otherwise items whose keys or type are others, as no runtime has them
 */
export function encodeMetadata(spec: number, otherwise: Readonly<Record<string, { hashers?: string; type?: TypeName }>> = {}): Hex {
  const types = new Types();
  const key = (hashers: string) => {
    const parts = [...hashers].map((hasher) => (hasher === "K" ? types.named("account") : types.primitive("u16")));
    return parts.length === 1 ? parts[0]! : types.tuple(...parts);
  };
  const items = Object.keys(LAYOUT).flatMap((name) => {
    const layout = layoutOf(name, spec);
    if (layout === undefined) return [];
    const { hashers, type, absent } = { ...layout, ...otherwise[name] };
    const value = runtimeType(types, name, type, spec);
    const shape =
      hashers === ""
        ? { tag: "plain", value }
        : {
            tag: "map",
            value: { hashers: [...hashers].map((letter) => ({ tag: FULL[letter]!, value: undefined })), key: key(hashers), value },
          };
    const fallback = absent === null ? "0x00" : hex(Uint8Array.from((CODECS[type] as Codec<unknown>).enc(absent)));
    return [{ name, modifier: absent === null ? 0 : 1, type: shape, fallback, docs: [] }];
  });
  const events = Object.entries(EVENTS).map(([pallet, { events, index }]) => ({
    pallet,
    index,
    type: types.variant(
      `${pallet} events`,
      Object.entries(events).map(([name, fields], place) => ({
        name,
        index: place,
        fields: Object.entries(fields).map(([field, type]) => ({
          ...(Array.isArray(fields) ? {} : { name: field }),
          type: types.named(type as TypeName),
        })),
      })),
      [`pallet_${pallet.toLowerCase()}`, "pallet", "Event"],
    ),
  }));
  const all = types.variant(
    "RuntimeEvent",
    events.map(({ pallet, type, index }) => ({ name: pallet, fields: [{ type }], index })),
    ["runtime", "RuntimeEvent"],
  );
  const phase = types.variant(
    "Phase",
    [
      { name: "ApplyExtrinsic", fields: [{ type: types.primitive("u32") }], index: 0 },
      { name: "Finalization", fields: [], index: 1 },
      { name: "Initialization", fields: [], index: 2 },
    ],
    ["frame_system", "Phase"],
  );
  const record = types.composite(
    "EventRecord",
    [
      { name: "phase", type: phase },
      { name: "event", type: all },
      { name: "topics", type: types.sequence(types.bytes32()) },
    ],
    ["frame_system", "EventRecord"],
  );
  const eventsItem = { name: "Events", modifier: 1, type: { tag: "plain", value: types.sequence(record) }, fallback: "0x00", docs: [] };
  const pallets = events.map(({ pallet, type, index }) => ({
    name: pallet,
    storage:
      pallet === "System"
        ? { prefix: "System", items: [eventsItem] }
        : pallet === "SubtensorModule"
          ? { prefix: pallet, items }
          : undefined,
    calls: undefined,
    events: type,
    constants: [],
    errors: undefined,
    index,
  }));
  const nothing = types.tuple();
  const value = { lookup: types.lookup, pallets, extrinsic: { type: nothing, version: 4, signedExtensions: [] }, type: nothing };
  return hex(metadataCodec.enc({ magicNumber: 0x6174656d, metadata: { tag: "v14", value } } as never));
}

/** What get_subnet_state answers. */
export function encodeSubnetState(
  netuid: number,
  hotkeys: readonly string[],
  {
    blockAtRegistration,
    alphaStake,
    taoStake,
  }: { blockAtRegistration: readonly bigint[]; alphaStake: readonly bigint[]; taoStake: readonly bigint[] },
): Hex {
  const list = (values: readonly bigint[]) => Buffer.concat([compact.enc(values.length), ...values.map((value) => compact.enc(value))]);
  const accounts = Buffer.concat([compact.enc(hotkeys.length), ...hotkeys.map(bytes)]);
  const flags = Vector(bool).enc(hotkeys.map(() => true));
  const zeros = hotkeys.map(() => 0n);
  const totals = alphaStake.map((alpha, uid) => alpha + taoStake[uid]! / 5n);
  const numbers = [[], zeros, zeros, zeros, zeros, zeros, [], [], blockAtRegistration, alphaStake, taoStake, totals].map(list);
  return hex(
    Buffer.concat([Uint8Array.of(1), compact.enc(netuid), accounts, accounts, flags, flags, ...numbers, compact.enc(1), list(zeros)]),
  );
}
