/** Version 1 of the modules' interface: what is frozen, and what a module refuses. docs/interface.md */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { generated } from "../interface/generate.js";
import interfaceDescription from "../interface/interface.json";
import {
  canonicalBytes,
  decodeResult,
  decodeState,
  encodeResult,
  encodeState,
  epochDigest,
  fromJson,
  subnetFromJson,
} from "../bindings/index.js";
import { EpochInputError } from "../bindings/errors.js";
import { messageOf } from "../bindings/interface/codec.js";
import { EPOCH_FUNCTIONS } from "../bindings/interface/epochFunctions.js";
import { FLAG, OUTPUT_HEAD, STATUS } from "../bindings/interface/message.js";
import { callable } from "../bindings/interface/moduleFunction.js";
import { reference } from "../bindings/reference/index.js";
import { hostileState, plainState } from "../bindings/testing/index.js";
import { SplitMix64 } from "../bindings/values/splitmix64.js";
import type { EpochResult, SubnetState } from "../bindings/types.js";
import { denseState } from "../bindings/verify/recipe.js";
import { fuzzState } from "./fuzz/states.js";
import { readVectors } from "./vectors.js";

interface Module {
  memory: WebAssembly.Memory;
  version(): number;
  input(bytes: number): number;
  run(wanted: number, flags: number): number;
  errorField(): number;
  errorOffset(): number;
  output(): number;
  outputLength(): number;
}

const BUILDS = ["yuma", "yuma-scalar", "yuma-economics"] as const;

function moduleOf(name: string): Module {
  const module = new WebAssembly.Module(readFileSync(`build/${name}.wasm`));
  return new WebAssembly.Instance(module).exports as unknown as Module;
}

function ask(module: Module, message: Uint8Array, wanted: number, flags = 0): number {
  const at = module.input(message.length) >>> 0;
  expect([at > 0, at % 16]).toEqual([true, 0]);
  new Uint8Array(module.memory.buffer, at, message.length).set(message);
  return module.run(wanted, flags);
}

function answer(module: Module): Uint8Array {
  return new Uint8Array(module.memory.buffer, module.output() >>> 0, module.outputLength() >>> 0).slice();
}

const STATE = denseState({ n: 12, validators: 4, seed: 3n, bondsPenalty: 20_000, yuma3: true, liquidAlpha: true });

const subnets = ["history/subnet-320", "history/subnet-425", "newer-rules/epoch-null"].flatMap((file) =>
  readVectors(file).map(({ in: state }) => subnetFromJson(state)),
);

describe("version 1", () => {
  it.each(BUILDS)("%s exports seven functions and a memory", (name) => {
    const module = new WebAssembly.Module(readFileSync(`build/${name}.wasm`));
    expect(
      WebAssembly.Module.exports(module)
        .map(({ name: own, kind }) => `${own} ${kind}`)
        .sort(),
    ).toEqual([
      "errorField function",
      "errorOffset function",
      "input function",
      "memory memory",
      "output function",
      "outputLength function",
      "run function",
      "version function",
    ]);
    expect(moduleOf(name).version()).toBe(1);
  });

  it("has the statuses, flags and forms that it always had", () => {
    expect(STATUS).toEqual({ fine: 0, notAMessage: 1, length: 2, value: 3, memory: 4, unknownRuleSet: 5, trapped: 6 });
    expect(FLAG).toEqual({ trace: 1, digest: 2, canonical: 4, bondless: 8 });
  });

  /** Numbers, fields, offsets and sizes of all functions. Units and new rule sets may change; what is hashed here may not. */
  it("has the layouts that it always had", () => {
    const frozen = JSON.stringify(interfaceDescription.functions, (key, value: unknown) =>
      key === "unit" || key === "unreadBy" || key === "default" ? undefined : value,
    );
    expect(createHash("sha256").update(frozen).digest("hex")).toBe("d20acfecb1817910c48eaa996b0b1cc97d82571fdb7d85fea99b3ee70a880110");
  });

  it("is generated from the descriptions", () => {
    for (const [file, text] of Object.entries(generated())) expect([file, readFileSync(file, "utf8") === text]).toEqual([file, true]);
  });
});

describe("a flat state", () => {
  it("is the state again, under every rule set", () => {
    for (let number = 0; number < 400; number++) {
      const state = fuzzState(7n, number);
      const again = decodeState(encodeState(state)) as SubnetState;
      expect(encodeState(again)).toEqual(encodeState(state));
      expect(outcome(again)).toEqual(outcome(state));
    }
    for (const state of subnets) expect(encodeState(decodeState(encodeState(state)))).toEqual(encodeState(state));
  });

  function outcome(state: SubnetState): unknown {
    try {
      return epochDigest(reference.epoch(state));
    } catch (error) {
      return (error as Error).message;
    }
  }

  it("is read from wherever it lies in memory", () => {
    const bytes = encodeState(STATE);
    for (const offset of [1, 4, 8]) {
      const shifted = new Uint8Array(bytes.length + offset);
      shifted.set(bytes, offset);
      expect(decodeState(shifted.subarray(offset))).toEqual(decodeState(bytes));
    }
  });

  it.each([
    ["nothing", () => new Uint8Array(0), "bytes"],
    ["text", () => new TextEncoder().encode("{}"), "bytes"],
    ["a part of it", () => encodeState(STATE).subarray(0, 100), "bytes[8]"],
    ["one byte more", () => Uint8Array.from([...encodeState(STATE), 0]), "bytes[8]"],
    ["a version from the future", () => changed(4, 2), "bytes[4]"],
    ["another function", () => changed(6, 77), "bytes[6]"],
    ["an unaligned offset", () => changed(16 + 24, 1), "bytes[40]"],
    ["a count that overflows", () => changed(16 + 28 + 3, 0xff), "bytes[44]"],
    ["a flag of 2", () => changed(16 + 120, 2), "bytes[136]"],
    ["a rule set that there is not", () => changed(16, 0xdc), "ruleSet"],
    ["no bytes at all", () => "YUMA", "bytes"],
  ])("is not %s", (_, make, path) => {
    const failure = caught(() => decodeState(make() as Uint8Array));
    expect(failure).toBeInstanceOf(EpochInputError);
    expect((failure as EpochInputError).path).toBe(path);
  });

  function changed(at: number, value: number): Uint8Array {
    const bytes = encodeState(STATE);
    bytes[at] = value;
    return bytes;
  }
});

function caught(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe("an answer", () => {
  it.each(["yuma", "yuma-scalar"])("of %s is what the façade makes of the specification's result", (name) => {
    const module = moduleOf(name);
    for (let number = 0; number < 200; number++) {
      const state = fuzzState(11n, number);
      const expected = caughtOr(() => encodeResult(state, reference.epoch(state)));
      const status = ask(module, encodeState(state), 1, FLAG.digest | FLAG.canonical);
      if (expected instanceof Error) expect(status).toBe(STATUS.trapped);
      else expect([status, answer(module)]).toEqual([STATUS.fine, expected]);
    }
    for (const state of subnets) {
      const number = state.epochConsensus === "yuma" ? 2 : 3;
      expect(ask(module, encodeState(state), number, FLAG.digest | FLAG.canonical)).toBe(STATUS.fine);
      expect(answer(module)).toEqual(encodeResult(state, reference.subnetEpoch(state)));
    }
  });

  function caughtOr<T>(work: () => T): T | Error {
    const found: { value?: T } = {};
    return (caught(() => (found.value = work())) as Error | undefined) ?? found.value!;
  }

  it("is the result again", () => {
    for (let number = 0; number < 300; number++) {
      const state = fuzzState(13n, number);
      const result = caughtOr(() => reference.epoch(state, { digest: true }));
      if (!(result instanceof Error)) expect(decodeResult(encodeResult(state, result))).toEqual(result);
    }
    for (const state of subnets) {
      const result = reference.subnetEpoch(state, { digest: true });
      expect(decodeResult(encodeResult(state, result))).toEqual(result);
      expect(createHash("sha256").update(canonicalBytes(result)).digest("hex")).toBe(result.digest);
    }
  });

  it("is refused where its digest is another, and where it is cut", () => {
    const bytes = encodeResult(STATE, reference.epoch(STATE));
    const broken = bytes.slice();
    broken[OUTPUT_HEAD + 9]! ^= 1;
    expect((caught(() => decodeResult(broken)) as EpochInputError).path).toBe("bytes[16]");
    expect((caught(() => decodeResult(bytes.subarray(0, 200))) as EpochInputError).path).toBe("bytes[8]");
    expect((caught(() => decodeResult(encodeState(STATE))) as EpochInputError).path).toBe("bytes");
  });
});

describe("a module", () => {
  const state = encodeState(STATE);

  /** At each a value that cannot be, and what is said: status, field, byte. */
  it.each<[string, (view: DataView) => void, number, number, number]>([
    ["no magic", (view) => view.setUint32(0, 0), STATUS.notAMessage, 0, 0],
    ["a version from the future", (view) => view.setUint16(4, 2, true), STATUS.notAMessage, 0, 4],
    ["another function", (view) => view.setUint16(6, 2, true), STATUS.notAMessage, 0, 6],
    ["another length", (view) => view.setUint32(8, 5, true), STATUS.length, 0, 8],
    ["something where nothing is", (view) => view.setUint32(12, 1, true), STATUS.notAMessage, 0, 12],
    ["an unknown rule set", (view) => view.setUint16(16, 476, true), STATUS.unknownRuleSet, 1, 16],
    ["another number of uids", (view) => view.setUint16(18, 13, true), STATUS.length, 5, 44],
    ["an unaligned offset", (view) => view.setUint32(40, view.getUint32(40, true) + 4, true), STATUS.length, 5, 40],
    ["an offset beyond", (view) => view.setUint32(40, 0xffff_fff8, true), STATUS.length, 5, 40],
    ["a count that overflows 32 bits", (view) => view.setUint32(44, 0x2000_0001, true), STATUS.length, 5, 44],
    ["a flag above 1", (view) => view.setUint8(16 + 120, 2), STATUS.value, 20, 136],
    ["a mode that there is not", (view) => view.setUint8(16 + 132, 3), STATUS.value, 25, 148],
    ["a steepness beyond 16 bits", (view) => view.setInt32(16 + 124, 32_768, true), STATUS.value, 22, 140],
  ])("refuses %s, and goes on", (_, change, status, field, offset) => {
    const module = moduleOf("yuma");
    const message = state.slice();
    change(new DataView(message.buffer));
    expect([ask(module, message, 1), module.errorField(), module.errorOffset(), module.outputLength()]).toEqual([status, field, offset, 0]);
    expect(ask(module, state, 1, FLAG.canonical | FLAG.digest)).toBe(STATUS.fine);
    expect(answer(module)).toEqual(encodeResult(STATE, reference.epoch(STATE)));
  });

  it("refuses functions and flags that there are not, and to run without a message", () => {
    const module = moduleOf("yuma");
    expect(module.run(1, 0)).toBe(STATUS.notAMessage);
    expect(ask(module, state, 1)).toBe(STATUS.fine);
    expect([module.run(4, 0), module.outputLength(), module.output()]).toEqual([STATUS.notAMessage, 0, 0]);
    expect(ask(module, state, 1, 16)).toBe(STATUS.value);
    for (const other of [FLAG.trace, FLAG.digest, FLAG.canonical]) expect(ask(module, state, 1, FLAG.bondless | other)).toBe(STATUS.value);
    expect(ask(module, encodeState(subnets[0]!), 2, FLAG.bondless)).toBe(STATUS.value);
    expect(moduleOf("yuma-economics").run(1, 0)).toBe(STATUS.notAMessage);
  });

  it("says where it has no room, and goes on", () => {
    const module = moduleOf("yuma");
    expect(module.input(0xffff_fff0)).toBe(0);
    expect(module.run(1, 0)).toBe(STATUS.notAMessage);
    expect(ask(module, state, 1)).toBe(STATUS.fine);
  });

  it.each(["yuma", "yuma-scalar"])("%s leaves out the bonds where they are not asked for, and nothing else", (name) => {
    const module = moduleOf(name);
    fc.assert(
      fc.property(fc.oneof(hostileState(), plainState()), (asked) => {
        const read = (flags: number) => {
          expect(ask(module, encodeState(asked), 1, flags)).toBe(STATUS.fine);
          return callable(EPOCH_FUNCTIONS.epoch).output.read(messageOf(answer(module), 0), OUTPUT_HEAD) as EpochResult;
        };
        const bonds = { starts: new Uint32Array(asked.n + 1), uids: new Uint16Array(0), values: new Uint16Array(0) };
        expect(read(FLAG.bondless)).toEqual({ ...read(0), bonds });
      }),
      { numRuns: 200, seed: 20_261_128 },
    );
  });

  it("keeps what lies in a message that grows", () => {
    const module = moduleOf("yuma");
    ask(module, state, 1);
    const [at, longer] = [module.input(state.length), state.length + 100_000];
    expect(module.input(longer)).toBe(at);
    new DataView(module.memory.buffer).setUint32(at + 8, longer, true);
    expect(module.run(1, FLAG.canonical | FLAG.digest)).toBe(STATUS.fine);
    expect(answer(module)).toEqual(encodeResult(STATE, reference.epoch(STATE)));
  });

  it("answers the same message twice", () => {
    const module = moduleOf("yuma");
    ask(module, state, 1, FLAG.canonical);
    const first = answer(module);
    expect(module.run(1, FLAG.canonical)).toBe(STATUS.fine);
    expect(answer(module)).toEqual(first);
  });

  /** Whatever the bytes: a status, never a trap. */
  it.each(["yuma", "yuma-scalar"])("%s answers anything", (name) => {
    const module = moduleOf(name);
    const random = new SplitMix64(475n);
    const below = (limit: number) => random.nextU16() % limit;
    const messages: [Uint8Array, number][] = [
      [state, 1],
      ...subnets.slice(0, 40).map((subnet): [Uint8Array, number] => [encodeState(subnet), subnet.epochConsensus === "yuma" ? 2 : 3]),
      ...Array.from({ length: 40 }, (_, number): [Uint8Array, number] => [encodeState(fuzzState(5n, number)), 1]),
    ];
    const statuses = new Set<number>();
    for (let round = 0; round < 6_000; round++) {
      const [whole, wanted] = messages[below(messages.length)]!;
      const message = whole.slice(0, below(8) === 0 ? below(whole.length + 1) : whole.length);
      for (let change = below(4); change >= 0 && message.length > 0; change--) {
        const at = below(3) === 0 ? below(Math.min(message.length, 400)) : below(message.length);
        message[at] = below(2) === 0 ? random.nextU16() & 0xff : message[at]! ^ (1 << below(8));
      }
      statuses.add(ask(module, message, wanted, below(8)));
    }
    expect([...statuses].sort()).toEqual([
      STATUS.fine,
      STATUS.notAMessage,
      STATUS.length,
      STATUS.value,
      STATUS.unknownRuleSet,
      STATUS.trapped,
    ]);
    expect(ask(module, state, 1, FLAG.canonical | FLAG.digest)).toBe(STATUS.fine);
    expect(answer(module)).toEqual(encodeResult(STATE, reference.epoch(STATE)));
  });
});

describe("the example of docs/interface.md", () => {
  const text = readFileSync("docs/interface.md", "utf8");
  const blocks = [...text.matchAll(/```(\w*)\n([\s\S]*?)```/g)].map(([, , block]) => block!);
  const digits = (line: string) => line.slice(5, 52).trim().split(" ");
  const bytesOf = (block: string) =>
    Uint8Array.from(
      block
        .trimEnd()
        .split("\n")
        .flatMap(digits)
        .map((two) => Number.parseInt(two, 16)),
    );

  it("is what the package and the module make of it", () => {
    const [json, message, expected] = blocks as [string, string, string];
    const example = decodeState(bytesOf(message));
    expect(encodeState(fromJson(json))).toEqual(bytesOf(message));
    expect(encodeResult(example, reference.epoch(example as SubnetState))).toEqual(bytesOf(expected));
    const module = moduleOf("yuma-scalar");
    expect(ask(module, bytesOf(message), 1, FLAG.digest | FLAG.canonical)).toBe(STATUS.fine);
    expect(answer(module)).toEqual(bytesOf(expected));
  });
});

describe("the three states", () => {
  it("begin alike", () => {
    const [epoch, yuma, none] = interfaceDescription.functions.map(
      ({ input }) => new Map(input.fields.map((field) => [field.name, JSON.stringify({ ...field, unit: "" })])),
    );
    const shared = [
      "ruleSet",
      "n",
      "currentBlock",
      "activityCutoff",
      "blockAtRegistration",
      "alphaStake",
      "taoStake",
      "taoWeight",
      "stakeThreshold",
      "ownerUid",
      "commitReveal",
    ];
    for (const name of shared) expect([name, yuma!.get(name), none!.get(name)]).toEqual([name, epoch!.get(name), epoch!.get(name)]);
    for (const name of [
      "tempo",
      "lastMechanismStepBlock",
      "lastYumaStepBlock",
      "validatorPermits",
      "maxAllowedValidators",
      "kappa",
      "bondsPenalty",
      "bondsMovingAverage",
      "yuma3",
      "liquidAlpha",
      "alphaSigmoidSteepness",
      "alphaLow",
      "alphaHigh",
      "liquidAlphaConsensusMode",
    ]) {
      expect([name, yuma!.get(name)]).toEqual([name, epoch!.get(name)]);
    }
  });
});
