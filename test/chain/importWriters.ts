/** A subnet after an epoch of our own engine, and every format that others write one in: written here beside what reads them. */
import { crc32, deflateRawSync } from "node:zlib";
import { compact, u16, u32, u64 } from "@polkadot-api/substrate-bindings";
import { reference } from "../../bindings/reference/index.js";
import type { EpochResult, StoredRows, SubnetState } from "../../bindings/types.js";
import { U64_MAX } from "../../bindings/values/constants.js";
import { SplitMix64 } from "../../bindings/values/splitmix64.js";
import { rowsOf } from "../../bindings/testing/index.js";

export interface MadeSubnet {
  netuid: number;
  /** after which it is read */
  block: bigint;
  lastEpoch: bigint;
  /** the epoch's input */
  input: SubnetState;
  result: EpochResult;
}

const NETUID = 7;

/** Four epochs, so that bonds have moved. */
export function madeSubnet(seed: bigint, n = 14, yuma3 = false): MadeSubnet {
  const random = new SplitMix64(seed);
  const below = (bound: number) => Number(random.nextU48() % BigInt(bound));
  const validators = 5;
  const uids = Array.from({ length: n }, (_, uid) => uid);
  const row = (i: number): [number, number][] =>
    i >= validators
      ? []
      : uids.filter((j) => j >= validators && below(4) > 0).map((j) => [j, j === validators + i ? 65_535 : 1 + below(65_534)]);
  let state: SubnetState = {
    ruleSet: "spec-425",
    n,
    currentBlock: 5_000n,
    activityCutoff: 5_000n,
    blockAtRegistration: BigUint64Array.from(uids, () => BigInt(below(900))),
    alphaStake: BigUint64Array.from(uids, (uid) => (uid < validators ? 40_000_000_000_000n : 1_000_000n) + BigInt(below(1_000_000_000))),
    taoStake: BigUint64Array.from(uids, (uid) => (uid < validators ? BigInt(below(1_000_000_000)) * 1_000n : 0n)),
    taoWeight: 3_320_413_933_267_719_290n,
    stakeThreshold: 0n,
    ownerUid: null,
    commitReveal: false,
    tempo: 99,
    lastMechanismStepBlock: 4_900n,
    validatorPermits: Uint8Array.from(uids, (uid) => Number(uid < validators)),
    maxAllowedValidators: validators,
    kappa: 32_767,
    bondsPenalty: 65_535,
    bondsMovingAverage: 900_000n,
    yuma3,
    liquidAlpha: false,
    alphaSigmoidSteepness: 1_000,
    alphaLow: 45_875,
    alphaHigh: 58_982,
    lastUpdate: BigUint64Array.from(uids, () => 1_000n + BigInt(below(3_900))),
    weights: rowsOf(uids.map(row)),
    bonds: rowsOf(uids.map(() => [])),
    commitBlocks: new BigUint64Array(n).fill(U64_MAX),
    raoEmission: 82_000_000_000n + BigInt(below(1_000_000)),
  };
  let result = reference.epoch(state, {});
  for (let epoch = 0; epoch < 3; epoch++) {
    state = { ...state, currentBlock: state.currentBlock + 100n, lastMechanismStepBlock: state.currentBlock, bonds: result.bonds };
    result = reference.epoch(state, {});
  }
  return { netuid: NETUID, block: state.currentBlock + 20n, lastEpoch: state.currentBlock, input: state, result };
}

export function rowOf({ starts, uids, values }: StoredRows, i: number): [number, number][] {
  return Array.from({ length: starts[i + 1]! - starts[i]! }, (_, k) => [uids[starts[i]! + k]!, values[starts[i]! + k]!]);
}

/** Without entries of zero, as most formats have rows. */
export function withoutZeros(rows: StoredRows): StoredRows {
  return rowsOf(Array.from({ length: rows.starts.length - 1 }, (_, i) => rowOf(rows, i).filter(([, value]) => value > 0)));
}

// ---------------------------------------------------------------- SCALE

const c = (value: number | bigint): Uint8Array => compact.enc(value);
const flag = (value: number): Uint8Array => Uint8Array.of(value);
const account = (label: number): Uint8Array => new Uint8Array(32).fill((label % 251) + 1);

function vec<T>(items: Iterable<T>, enc: (item: T) => Uint8Array): Buffer {
  const all = [...items];
  return Buffer.concat([c(all.length), ...all.map(enc)]);
}

const pairs = (row: [number, number][]) =>
  vec(
    row.filter(([, value]) => value > 0),
    ([uid, value]) => Buffer.concat([c(uid), c(value)]),
  );

export function neuronReply({ netuid, input, result }: MadeSubnet, lite = false): Buffer {
  const neurons = Array.from({ length: input.n }, (_, uid) =>
    Buffer.concat([
      account(uid),
      account(uid + 100),
      c(uid),
      c(netuid),
      flag(result.active[uid]!),
      u64.enc(5n),
      u32.enc(9),
      u64.enc(1n),
      u64.enc(0n),
      u16.enc(80),
      new Uint8Array(4),
      u64.enc(5n),
      u32.enc(9),
      u64.enc(1n),
      u64.enc(0n),
      u16.enc(80),
      new Uint8Array(1),
      vec([input.alphaStake[uid]!], (stake) => Buffer.concat([account(uid), c(stake)])),
      c(0),
      c(result.emission[uid]!),
      c(result.incentive[uid]!),
      c(result.consensus[uid]!),
      c(0),
      c(result.validatorTrust[uid]!),
      c(result.dividends[uid]!),
      c(input.lastUpdate[uid]!),
      flag(result.newValidatorPermits[uid]!),
      ...(lite ? [] : [pairs(rowOf(input.weights, uid)), pairs(rowOf(result.bonds, uid))]),
      c(65_535),
    ]),
  );
  return vec(neurons, (one) => one);
}

export function subnetStateReply({ netuid, input, result }: MadeSubnet): Buffer {
  const numbers = (values: Iterable<number | bigint>) => vec(values, c);
  const accounts = vec(Array.from({ length: input.n }), () => account(3));
  return Buffer.concat([
    flag(1),
    c(netuid),
    accounts,
    accounts,
    vec(result.active, flag),
    vec(result.newValidatorPermits, flag),
    numbers([]),
    numbers(input.lastUpdate),
    numbers(result.emission),
    numbers(result.dividends),
    numbers(result.incentive),
    numbers(result.consensus),
    numbers([]),
    numbers([]),
    numbers(input.blockAtRegistration),
    numbers(input.alphaStake),
    numbers(input.taoStake),
    numbers(result.stake),
    vec([[1n, 2n], []], (history) => numbers(history)),
  ]);
}

/** As replies came up to spec 219. */
export function inBytes(reply: Buffer): Buffer {
  return vec(reply, flag);
}

// ------------------------------------------------------------ numpy, torch

type Dtype = "f4" | "f8" | "i8" | "b1";

export interface NamedArray {
  dtype: Dtype;
  shape: number[];
  values: readonly number[];
}

function bytesOfArray({ dtype, values }: NamedArray): Buffer {
  if (dtype === "f4") return Buffer.from(Float32Array.from(values).buffer);
  if (dtype === "f8") return Buffer.from(Float64Array.from(values).buffer);
  if (dtype === "i8") return Buffer.from(BigInt64Array.from(values, (value) => BigInt(value)).buffer);
  return Buffer.from(values.map(Number));
}

export function npy(array: NamedArray): Buffer {
  const { dtype, shape } = array;
  const descr = dtype === "b1" ? "|b1" : `<${dtype}`;
  const header = `{'descr': '${descr}', 'fortran_order': False, 'shape': (${shape.join(", ")}${shape.length === 1 ? "," : ""}), }`;
  const padded = `${header.padEnd(Math.ceil((header.length + 11) / 64) * 64 - 11)}\n`;
  return Buffer.concat([
    Buffer.from([0x93]),
    Buffer.from("NUMPY"),
    Buffer.of(1, 0),
    u16.enc(padded.length),
    Buffer.from(padded),
    bytesOfArray(array),
  ]);
}

export function zip(members: Readonly<Record<string, Buffer>>, deflated = false): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [name, data] of Object.entries(members)) {
    const packed = deflated ? deflateRawSync(data) : data;
    const common = Buffer.concat([
      u16.enc(20),
      u16.enc(0),
      u16.enc(deflated ? 8 : 0),
      u32.enc(0),
      u32.enc(crc32(data)),
      u32.enc(packed.length),
      u32.enc(data.length),
      u16.enc(name.length),
      u16.enc(0),
    ]);
    const local = Buffer.concat([u32.enc(0x04034b50), common, Buffer.from(name), packed]);
    central.push(
      Buffer.concat([
        u32.enc(0x02014b50),
        u16.enc(20),
        common,
        u16.enc(0),
        u16.enc(0),
        u16.enc(0),
        u32.enc(0),
        u32.enc(at),
        Buffer.from(name),
      ]),
    );
    locals.push(local);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const count = u16.enc(central.length);
  const end = [u32.enc(0x06054b50), u16.enc(0), u16.enc(0), count, count, u32.enc(directory.length), u32.enc(at), u16.enc(0)];
  return Buffer.concat([...locals, directory, ...end]);
}

/** What the SDK's metagraph saves, by its names. */
export function metagraph({ netuid, block, input, result }: MadeSubnet, bits: 32 | 64 = 32): Record<string, NamedArray> {
  const { n } = input;
  const float: Dtype = bits === 32 ? "f4" : "f8";
  const vector = (values: Iterable<number>, dtype: Dtype = float): NamedArray => ({ dtype, shape: [n], values: [...values] });
  const fractions = (values: Uint16Array) => vector(Array.from(values, (value) => value / 65_535));
  const tokens = (values: BigUint64Array) => Array.from(values, (value) => Number(value) / 1e9);
  const matrix = (rows: StoredRows, scaled: boolean): NamedArray => {
    const values = new Array<number>(n * n).fill(0);
    for (let i = 0; i < n; i++) {
      const row = rowOf(rows, i);
      const sum = scaled ? row.reduce((all, [, value]) => all + value, 0) : 1;
      for (const [j, value] of row) values[i * n + j] = value / sum;
    }
    return { dtype: float, shape: [n, n], values };
  };
  const scalar = (value: number): NamedArray => ({ dtype: "i8", shape: [1], values: [value] });
  return {
    netuid: scalar(netuid),
    n: scalar(n),
    block: scalar(Number(block)),
    consensus: fractions(result.consensus),
    incentive: fractions(result.incentive),
    dividends: fractions(result.dividends),
    validator_trust: fractions(result.validatorTrust),
    emission: vector(tokens(result.emission)),
    active: vector(result.active, "i8"),
    last_update: vector(Array.from(input.lastUpdate, Number), "i8"),
    validator_permit: vector(result.newValidatorPermits, "b1"),
    weights: matrix(input.weights, true),
    bonds: matrix(result.bonds, false),
    uids: vector(
      Array.from({ length: n }, (_, uid) => uid),
      "i8",
    ),
    alpha_stake: vector(tokens(input.alphaStake)),
    tao_stake: vector(tokens(input.taoStake).map((value) => value * 0.18)),
  };
}

const text = (value: string) => Buffer.concat([Buffer.from("X"), u32.enc(value.length), Buffer.from(value)]);
const global = (module: string, name: string) => Buffer.from(`c${module}\n${name}\n`);
const integer = (value: number) => Buffer.concat([Buffer.from("J"), u32.enc(value)]);
const tuple = (...items: Uint8Array[]) => Buffer.concat([Buffer.from("("), ...items, Buffer.from("t")]);
const call = (callee: Uint8Array, args: Uint8Array) => Buffer.concat([callee, args, Buffer.from("R")]);
const NONE = Buffer.from("N");
const FALSE = Buffer.from([0x89]);

export function dictionary(entries: readonly (readonly [string, Uint8Array])[]): Buffer {
  const items = entries.flatMap(([name, value]) => [text(name), value]);
  return Buffer.concat([Buffer.from([0x80, 2]), Buffer.from("}("), ...items, Buffer.from("u.")]);
}

const TORCH: Readonly<Record<Dtype, string>> = { f4: "FloatStorage", f8: "DoubleStorage", i8: "LongStorage", b1: "BoolStorage" };

/** As torch saves it: a pickle of tensors, and each one's numbers in a member of their own. */
export function torchFile(arrays: Readonly<Record<string, NamedArray>>, others: readonly (readonly [string, Uint8Array])[] = []): Buffer {
  const members: Record<string, Buffer> = {};
  const entries = Object.entries(arrays).map(([name, array], key) => {
    members[`archive/data/${key}`] = bytesOfArray(array);
    const storage = tuple(
      text("storage"),
      global("torch", TORCH[array.dtype]),
      text(String(key)),
      text("cpu"),
      integer(array.values.length),
    );
    const strides = array.shape.map((_, i) => array.shape.slice(i + 1).reduce((all, length) => all * length, 1));
    const hooks = () => call(global("collections", "OrderedDict"), Buffer.from(")"));
    const tensor = call(
      global("torch._utils", "_rebuild_tensor_v2"),
      tuple(
        Buffer.concat([storage, Buffer.from("Q")]),
        integer(0),
        tuple(...array.shape.map(integer)),
        tuple(...strides.map(integer)),
        FALSE,
        hooks(),
      ),
    );
    return [name, call(global("torch._utils", "_rebuild_parameter"), tuple(tensor, FALSE, hooks()))] as const;
  });
  return zip({ "archive/data.pkl": dictionary([...entries, ...others]), ...members, "archive/version": Buffer.from("3\n") });
}

/** As Python pickles numpy's arrays; in protocol 2 bytes are a text. */
export function numpyPickle(arrays: Readonly<Record<string, NamedArray>>, others: readonly (readonly [string, Uint8Array])[] = []): Buffer {
  const entries = Object.entries(arrays).map(([name, array]) => {
    const bytes = bytesOfArray(array);
    const latin = Buffer.from(bytes.toString("latin1"));
    const asText = Buffer.concat([Buffer.from("X"), u32.enc(latin.length), latin]);
    const data =
      name.length % 2 === 0
        ? call(global("_codecs", "encode"), tuple(asText, text("latin1")))
        : Buffer.concat([Buffer.from("B"), u32.enc(bytes.length), bytes]);
    const dtype = Buffer.concat([
      call(global("numpy", "dtype"), tuple(text(array.dtype), FALSE, Buffer.from([0x88]))),
      tuple(integer(3), text("<"), NONE, NONE, NONE, integer(0xffff_ffff), integer(0xffff_ffff), integer(0)),
      Buffer.from("b"),
    ]);
    const empty = call(
      global("numpy.core.multiarray", "_reconstruct"),
      tuple(global("numpy", "ndarray"), tuple(integer(0)), Buffer.from("C\x01b")),
    );
    return [
      name,
      Buffer.concat([empty, tuple(integer(1), tuple(...array.shape.map(integer)), dtype, FALSE, data), Buffer.from("b")]),
    ] as const;
  });
  return dictionary([...entries, ...others]);
}

/** An array as nested lists. */
export function listed({ shape, values }: NamedArray): unknown {
  if (shape.length < 2) return [...values];
  return Array.from({ length: shape[0]! }, (_, i) => values.slice(i * shape[1]!, (i + 1) * shape[1]!));
}

// ------------------------------------------------------------ services

export function btcli({ netuid, input, result }: MadeSubnet): unknown {
  const uids = Array.from({ length: input.n }, (_, uid) => ({
    uid,
    stake: Number(input.alphaStake[uid]!) / 1e9,
    alpha_stake: Number(input.alphaStake[uid]!) / 1e9,
    tao_stake: (Number(input.taoStake[uid]!) / 1e9) * 0.18,
    dividends: result.dividends[uid]! / 65_535,
    incentive: result.incentive[uid]! / 65_535,
    emissions: Number(result.emission[uid]!) / 1e9,
    hotkey: "5x",
    coldkey: "5y",
    identity: "",
  }));
  return {
    netuid,
    mechanism_id: 0,
    name: "made",
    alpha_pool: 1.5,
    tempo: { block_since_last_step: 20, tempo: input.tempo },
    uids: uids.reverse(),
  };
}

export function taostats({ netuid, block, input, result }: MadeSubnet, pageLength: number): unknown[] {
  const rows = Array.from({ length: input.n }, (_, uid) => ({
    netuid,
    uid,
    hotkey: { ss58: "5x", hex: "0x" },
    block_number: Number(block),
    trust: "0",
    validator_trust: String(result.validatorTrust[uid]! / 65_535),
    consensus: String(result.consensus[uid]! / 65_535),
    incentive: String(result.incentive[uid]! / 65_535),
    dividends: String(result.dividends[uid]! / 65_535),
    emission: String(result.emission[uid]!),
    active: result.active[uid] === 1,
    validator_permit: result.newValidatorPermits[uid] === 1,
    updated: Number(block - input.lastUpdate[uid]!),
    registered_at_block: Number(input.blockAtRegistration[uid]!),
    rank: uid,
    alpha_stake: String(input.alphaStake[uid]!),
    root_stake: String(input.taoStake[uid]!),
  }));
  const pages: unknown[] = [];
  for (let at = 0; at < rows.length; at += pageLength)
    pages.push({ pagination: { current_page: pages.length + 1, total_items: rows.length }, data: rows.slice(at, at + pageLength) });
  return pages;
}
