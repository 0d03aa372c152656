/** Every public function and what it takes: found by its name in what the package's entries export. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type * as economicsEntry from "../../../bindings/economics/index.js";
import type { EpochResult, SubnetEpochState, SubnetState, Yuma } from "../../../bindings/types.js";
import type { Economics } from "../../../bindings/economics/methods.js";
import * as flat from "../../../bindings/interface/flat.js";
import { reference } from "../../../bindings/reference/index.js";
import { RULE_KINDS } from "../../../bindings/rules/table.js";
import type { Draw } from "../draw.js";
import type { Subject } from "./call.js";
import { CHAIN } from "./chain.js";
import { ECONOMICS } from "./economics.js";
import { HISTORIC_ECONOMICS } from "./history.js";
import { EXPLAIN } from "./explain.js";
import { GPU } from "./gpu.js";
import { jsonOf, isText, jsonState, jsonSubnet, stateOfJson, textOf, valueOrText } from "./json.js";
import { methods, type Make, type Name } from "./methods.js";
import { OPAQUE } from "./mutations.js";
import { POOL } from "./pool.js";
import { big, drawn, flag, oneOf, optional, record, u32, u64, type Shape, type Values } from "./shapes.js";
import { residentSubjects } from "./resident.js";
import { SIMULATE } from "./simulate.js";
import { anyState, drawState, result, state, subnet } from "./states.js";
import { TESTING } from "./testing.js";
import type { World } from "./world.js";

const anything: Shape = { draw: () => undefined, judge: () => "either" };

const EPOCH_OPTIONS = { trace: optional(flag), digest: optional(flag), views: optional(flag) };

/** The engine's methods; what it gives is what the other one gives. */
function yumaMethods(name: Name, yuma: Yuma, world: World): Subject[] {
  const { referenceYuma, wasmYuma } = world;
  const other = yuma.backend === "reference" ? wasmYuma : referenceYuma;
  const [resident, ...ofResident] = residentSubjects(`${name}.resident`, yuma, world);
  const own = methods(name, yuma, {
    resident: () => resident!,
    epoch: (name) => ({
      name,
      share: 8,
      parameters: [anyState, optional(record(EPOCH_OPTIONS))],
      call: (state, ...options) => owned(yuma.epoch(state, ...options)),
      expected: (state: SubnetState, { views: _, ...options } = {} as Values) => other.epoch(state, options),
    }),
    subnetEpoch: (name) => ({
      name,
      share: 4,
      parameters: [subnet, optional(record({ trace: optional(flag) }))],
      call: (...args: [SubnetEpochState]) => yuma.subnetEpoch(...args),
      expected: (...args: [SubnetEpochState]) => other.subnetEpoch(...args),
    }),
  });
  return [...own, ...ofResident];
}

/** Views are of the engine's memory and would not outlast its next epoch. */
function owned(result: EpochResult): EpochResult {
  const copy = (value: unknown): unknown => {
    if (ArrayBuffer.isView(value)) return (value as Uint8Array).slice();
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, copy(item)]));
  };
  return copy(result) as EpochResult;
}

/** Compiled once; anybody else's is refused. */
function compiled(...names: readonly string[]): Shape & { backendOf(module: unknown): string } {
  const modules = names.map((name) => new WebAssembly.Module(readFileSync(`dist/${name}.wasm`)));
  for (const module of modules) OPAQUE.add(module);
  return {
    draw: (draw) => draw.of(modules),
    judge: (value) => (modules.includes(value as WebAssembly.Module) ? "accept" : "refuse"),
    backendOf: (module) => (module === modules[1] ? "wasm-scalar" : "wasm"),
  };
}

const yumaModule = compiled("yuma", "yuma-scalar");

/** The backend and the module have to be the same, where both are given. */
const WASM_OPTIONS = record(
  { backend: optional(oneOf("wasm", "wasm-scalar")), module: optional(yumaModule) },
  {
    also: ({ backend, module }) =>
      backend === undefined || module === undefined || backend === yumaModule.backendOf(module) ? "accept" : "refuse",
  },
);

function loader(load: (...args: unknown[]) => unknown): Make {
  return async (name, _, world) => {
    const yuma = (await load()) as Yuma;
    const right = (found: Yuma, [options = {}]: readonly [Values?]) =>
      found.backend === (options["backend"] ?? yumaModule.backendOf(options["module"])) &&
      found.epoch(world.knownState, { digest: true }).digest === world.knownDigest;
    const itself: Subject = {
      name,
      share: 0.1,
      parameters: [optional(WASM_OPTIONS)],
      call: (...args) => load(...args),
      right,
      may: name.startsWith("browser.") ? ["unavailable"] : [],
    };
    return [itself, ...yumaMethods(`${name}()`, yuma, world)];
  };
}

function economicsMethods(name: Name, economics: Economics, { referenceEconomics, wasmEconomics }: World): Subject[] {
  const other = economics.backend === "reference" ? wasmEconomics : referenceEconomics;
  const subjects = Object.entries({ ...ECONOMICS, ...HISTORIC_ECONOMICS }).map(([fn, shape]): [string, (name: Name) => Subject] => {
    const run = (engine: Economics) => engine[fn as "blockEmission"].bind(engine) as (...args: unknown[]) => unknown;
    return [fn, (name) => ({ name, share: 0.4, parameters: [shape], call: run(economics), expected: run(other) })];
  });
  return methods(name, economics, Object.fromEntries(subjects));
}

const economicsModule = compiled("yuma-economics");

function economicsLoader(load: (...args: unknown[]) => unknown): Make {
  return async (name, _, world) => {
    const economics = (await load()) as Economics;
    const right = (found: Economics) => found.blockEmission({ issuance: 10_500_000_000_000_000n }).emission === 500_000_000n;
    const itself: Subject = {
      name,
      share: 0.1,
      parameters: [optional(record({ module: optional(economicsModule) }))],
      call: (...args) => load(...args),
      right,
    };
    return [itself, ...economicsMethods(`${name}()`, economics, world)];
  };
}

/** SHA-256 of the bytes that canonicalBytes documents, put together here once more. */
function digestOf(value: EpochResult): string {
  const n = value.active.length;
  const hash = createHash("sha256");
  const add = (list: Uint8Array | Uint16Array | BigUint64Array) =>
    void hash.update(new Uint8Array(list.buffer, list.byteOffset, list.byteLength));
  add(new Uint8Array(Uint32Array.of(n).buffer));
  add(value.stakeWeight);
  add(value.active);
  for (const list of [value.consensus, value.incentive, value.dividends, value.validatorTrust]) add(list);
  for (const list of [value.serverEmission, value.validatorEmission, value.emission]) add(list);
  add(value.newValidatorPermits);
  add(value.stake);
  const { starts, uids, values } = value.bonds;
  for (let uid = 0; uid < n; uid++) {
    add(new Uint8Array(Uint32Array.of(starts[uid + 1]! - starts[uid]!).buffer));
    for (let k = starts[uid]!; k < starts[uid + 1]!; k++) add(Uint16Array.of(uids[k]!, values[k]!));
  }
  return hash.digest("hex");
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Bytes that are right, or have been changed: what is in them is for the reader to say. */
function bytes(draw: (draw: Draw) => Uint8Array): Shape {
  return { draw, judge: (value) => (Object.prototype.toString.call(value) === "[object Uint8Array]" ? "either" : "refuse") };
}

/** Reading takes a value or its text; written texts are known to be right or wrong. */
function jsonReader(json: Shape, right: (found: unknown, json: unknown) => boolean): Make {
  return (name, read) => [
    {
      name,
      share: 4,
      parameters: [valueOrText(json)],
      call: (...args) => read(...args),
      right: (found, [given]) => ArrayBuffer.isView(given) || right(found, typeof given === "string" ? JSON.parse(given) : given),
    },
    {
      name,
      share: 4,
      parameters: [textOf(json)],
      call: (given, ...rest) => read(isText(given) ? given.text : given, ...rest),
      right: (found, [given]) => !isText(given) || right(found, given.json),
    },
  ];
}

function same(a: unknown, b: unknown): boolean {
  const text = (value: unknown) =>
    JSON.stringify(jsonOf(value), (_, item: unknown) =>
      item && typeof item === "object" && !Array.isArray(item)
        ? Object.fromEntries(Object.entries(item).sort(([x], [y]) => (x < y ? -1 : 1)))
        : item,
    );
  return text(a) === text(b);
}

/** Subnets are compared in their JSON form, defaults filled in and numbers that u64 may be as text. */
function sameSubnet(found: unknown, json: unknown): boolean {
  const { mechanisms, ...shared } = json as Values;
  const { mechanisms: foundMechanisms, ...foundShared } = found as Values;
  const known = (one: Values) => Object.keys(one).filter((name) => name !== "tag" && one[name] !== undefined);
  const asText = (value: unknown) => JSON.stringify(jsonOf(value)).replaceAll('"', "");
  return (
    known(shared).every((name) => asText(shared[name]) === asText(foundShared[name])) &&
    mechanisms.every((one: Values, i: number) => known(one).every((name) => asText(one[name]) === asText(foundMechanisms[i][name])))
  );
}

const HALVING = {
  block: optional(u64),
  issuanceRao: optional(big(0n, (1n << 64n) - 1n, [0n, 10_500_000_000_000_000n, 20_999_999_999_999_999n])),
  unixSeconds: optional(u64),
  recycledPerBlockRao: optional(big(0n, (1n << 64n) - 1n, [0n, 1n, 400_000_000n, 600_000_000n])),
  injectedShareX32: optional(big(0n, 1n << 32n, [1n << 31n])),
};
const noFunction: Shape = {
  draw: () => undefined,
  judge: (value) => (value === undefined ? "accept" : typeof value === "function" ? "either" : "refuse"),
};
const halvingOptions = optional(record({ ...HALVING, blockEmission: noFunction }));

/** Block by block, by the specification. */
function issuanceBySteps(
  blocksAhead: bigint,
  { issuanceRao = 0n, recycledPerBlockRao = 0n, injectedShareX32 = 0n }: Values,
  { referenceEconomics }: World,
): bigint {
  let issued = issuanceRao as bigint;
  for (let block = 0n; block < blocksAhead; block++) {
    const { emission } = referenceEconomics.blockEmission({ issuance: issued });
    issued += emission + ((emission * injectedShareX32) >> 32n) - recycledPerBlockRao;
    if (issued < 0n) issued = 0n;
  }
  return issued;
}

const NUMBER_OF_BLOCKS = drawn(u64, (draw) => (draw.oneIn(4) ? draw.u64() : BigInt(draw.index(20))));
const MOST_STEPS = 40n;

/** An object without fields of its own, as where all are inherited. */
const isEmpty = (found: unknown) => same(found, {});

/** What cannot be looked at is not. */
function isLegal(shape: Shape, value: unknown): boolean {
  try {
    return shape.judge(value) === "accept";
  } catch {
    return false;
  }
}

/** Takes whatever has a JSON form. */
const lenient = (shape: Shape): Shape => ({ ...shape, judge: (value) => (isLegal(shape, value) ? "accept" : "either") });

const OWN: Readonly<Record<string, Make>> = {
  loadYuma: (name, load, world) => loader(load)(name, load, world),
  loadYumaSync: (name, load, world) => loader(load)(name, load, world),
  fromJson: jsonReader(jsonState, (found, json) => same(found, stateOfJson(json))),
  subnetFromJson: jsonReader(jsonSubnet, sameSubnet),
  toJson: (name, write) =>
    [state, result].map((shape) => ({
      name,
      share: 1,
      parameters: [lenient(shape)],
      call: (...args) => write(...args),
      right: (found, [given]) => !isLegal(shape, given) || same(found, given) || isEmpty(found),
    })),
  epochDigest: (name, digest) => [{ name, share: 2, parameters: [result], call: (...args) => digest(...args), expected: digestOf }],
  advance: SIMULATE["advance"]!,
  canonicalBytes: (name, canonical) => [
    { name, share: 1, parameters: [result], call: (...args) => hashOf(canonical(...args)), expected: digestOf },
  ],
  encodeState: (name, encode) =>
    [anyState, subnet].map((shape) => ({
      name,
      share: 1,
      parameters: [shape],
      call: (...args) => encode(...args),
      right: (found: Uint8Array) => same([...encode(flat.decodeState(found))], [...found]),
    })),
  decodeState: (name, decode) => [
    {
      name,
      share: 1,
      parameters: [bytes((draw) => flat.encodeState(drawState(draw)))],
      call: (...args) => decode(...args),
      right: (found: SubnetState) => found.n >= 0,
    },
  ],
  encodeResult: (name, encode) => [
    {
      name,
      share: 1,
      parameters: [anyState, result],
      also: ([given, made]) => (given.n === made.active.length ? "either" : "refuse"),
      call: (...args) => encode(...args),
      right: (found: Uint8Array, [, made]) => hashOf(found.subarray(64)) === digestOf(made),
    },
  ],
  decodeResult: (name, decode) => [
    {
      name,
      share: 1,
      parameters: [
        bytes((draw) => {
          const drawn = drawState(draw);
          return flat.encodeResult(drawn, reference.epoch(drawn));
        }),
      ],
      call: (...args) => decode(...args),
      right: (found: EpochResult) => found.digest === digestOf(found),
    },
  ],
  ruleAt: (name, ruleAt) => [
    {
      name,
      share: 0.5,
      parameters: [oneOf(...RULE_KINDS), drawn(u32, (draw) => draw.index(500))],
      call: (...args) => ruleAt(...args),
      may: ["unknown-rule"],
      right: ({ rule, from, to }: { rule: unknown; from: number; to: number | null }, [, spec]) =>
        rule !== null && from <= spec && (to === null || spec <= to),
    },
  ],
  loadEconomics: (name, load, world) => economicsLoader(load)(name, load, world),
  loadEconomicsSync: (name, load, world) => economicsLoader(load)(name, load, world),
  halvingSchedule: (name, schedule, world) => [
    {
      name,
      share: 0.5,
      parameters: [halvingOptions],
      call: (...args) => schedule(...args),
      right: (found: ReturnType<typeof economicsEntry.halvingSchedule>, [options]) =>
        typeof options?.blockEmission === "function" ||
        found.steps.every(
          (step) =>
            step.blocksAhead === null || step.blocksAhead >= 1n << 64n || world.issuanceAt(step.blocksAhead, options) >= step.thresholdRao,
        ),
    },
  ],
  issuanceAt: (name, issuanceAt, world) => [
    {
      name,
      share: 0.5,
      parameters: [NUMBER_OF_BLOCKS, halvingOptions],
      call: (...args) => issuanceAt(...args),
      right: (found: bigint, [blocks, options = {}]) =>
        typeof options.blockEmission === "function" || blocks > MOST_STEPS || found === issuanceBySteps(blocks, options, world),
    },
  ],
};

const OBJECTS: Readonly<Record<string, Make>> = {
  reference: (name, yuma: Yuma, world) => yumaMethods(name, yuma, world),
  referenceEconomics: (name, economics: Economics, world) => economicsMethods(name, economics, world),
};

const FUNCTIONS = { ...OWN, ...CHAIN, ...EXPLAIN, ...GPU, ...POOL, ...SIMULATE, ...TESTING };

/** An error takes whatever came: its message has bounds, and making it never fails. */
function errorSubject(name: Name, Kind: new (...args: unknown[]) => Error): Subject {
  return {
    name: `new ${name}`,
    share: 0.1,
    parameters: [anything],
    call: (got) => new Kind("field", "something", got, ["choice"]),
    right: (error: Error) => typeof error.message === "string" && error.message.length <= 1_000,
  };
}

/** What takes a message of our own making, or a record of what happened. */
const MADE_BY_US = new Set(["YumaError", "GpuBatchError"]);

function isError(value: unknown): value is new (...args: unknown[]) => Error {
  return typeof value === "function" && value.prototype instanceof Error;
}

/** @throws Error where an export, or a method of what it gives, has no subject */
export async function subjectsOf(world: World): Promise<Subject[]> {
  const found: Subject[] = [];
  for (const [entry, exported] of world.entries) {
    for (const [key, value] of Object.entries(exported)) {
      const name = `${entry}.${key}`;
      if (isError(value)) {
        if (key === "EpochInputError") found.push(errorSubject(name, value));
        else if (!MADE_BY_US.has(key) && !/Error$/.test(key)) throw new Error(`${name} is an error by another name`);
      } else if (typeof value === "function") {
        if (!Object.hasOwn(FUNCTIONS, key)) throw new Error(`${name} has no subject`);
        found.push(...(await FUNCTIONS[key]!(name, value, world)));
      } else if (Object.hasOwn(OBJECTS, key)) {
        found.push(...(await OBJECTS[key]!(name, value, world)));
      } else if (typeof value === "object" && value !== null && Object.values(value).some((item) => typeof item === "function")) {
        throw new Error(`${name} has methods without a subject`);
      }
    }
  }
  return found;
}
