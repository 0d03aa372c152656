import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { loadEconomicsSync, type Economics } from "../bindings/economics/index.js";
import { ECONOMICS_FUNCTIONS, readEconomicsInput, type EconomicsFunction } from "../bindings/economics/input.js";
import { ECONOMICS } from "../bindings/economics/messages.js";
import { EpochInputError } from "../bindings/errors.js";
import { messageOf } from "../bindings/interface/codec.js";
import { INPUT_HEAD, OUTPUT_HEAD, STATUS, inputBytes, writeInput } from "../bindings/interface/message.js";
import { callable, type Callable } from "../bindings/interface/moduleFunction.js";
import { referenceEconomics } from "../bindings/reference/index.js";
import { Draw } from "./fuzz/draw.js";
import { withMostPages } from "./mostPages.js";
import { readVectors, vectorPath } from "./vectors.js";

interface Exports {
  memory: WebAssembly.Memory;
  input(bytes: number): number;
  run(wanted: number, flags: number): number;
  errorField(): number;
  errorOffset(): number;
  output(): number;
  outputLength(): number;
}

const BYTES = readFileSync("build/yuma-economics.wasm");

function instance(bytes: Uint8Array = BYTES): Exports {
  return new WebAssembly.Instance(new WebAssembly.Module(bytes as BufferSource)).exports as unknown as Exports;
}

function written(fn: Callable, input: object): Uint8Array {
  const bytes = new Uint8Array(inputBytes(fn, input));
  writeInput(fn, input, bytes);
  return bytes;
}

/** The status; null where there is no room for the message. */
function ask(module: Exports, message: Uint8Array, wanted: number): number | null {
  const at = module.input(message.length) >>> 0;
  if (at === 0) return null;
  new Uint8Array(module.memory.buffer, at, message.length).set(message);
  return module.run(wanted, 0);
}

/** Some inputs of every function, from the vectors. */
const INPUTS = new Map<string, Record<string, unknown>[]>();
const MOST_INPUTS = 24;
for (const folder of ["economics", "newer-rules", "history"]) {
  for (const file of readdirSync(vectorPath(folder))) {
    if (!file.endsWith(".jsonl.gz")) continue;
    for (const { fn, in: input } of readVectors(`${folder}/${file.slice(0, -".jsonl.gz".length)}`)) {
      const inputs = INPUTS.get(fn) ?? [];
      if (inputs.length < MOST_INPUTS) inputs.push(input);
      INPUTS.set(fn, inputs);
    }
  }
}

const SUBNET = { netuid: 1, mechanism: 1, movingPriceX32: 1n << 31n, minerBurnedX32: 0n, emissionEnabled: true };
const HOTKEY = {
  id: 1,
  owner: 1,
  isOwnerHotkey: false,
  alphaStake: 5n,
  rootStake: 5n,
  children: [] as bigint[],
  parents: [] as [bigint, number][],
  childkeyTake: 1,
  take: 2,
};
const SCHEDULED = {
  netuid: 1,
  tempo: 1,
  lastEpochBlock: 0n,
  pendingEpochAt: 0n,
  blocksSinceLastStep: 0n,
  epochIndex: 0n,
  consistent: true,
};
const POOLS = { pendingServer: 1n, pendingValidator: 1n, pendingRootAlpha: 1n, ckBurn: 5n, taoWeight: 1n << 60n };
const OLD_POOLS = { ruleSet: 261, pendingAlpha: 1n, pendingRoot: 1n, pendingTao: 1n, ckBurn: 5n, taoWeight: 1n << 60n };
const ROOT = { rho: 30, kappa: 32_767, blockEmission: 5n, normalizeRows: true };
const DIVIDEND = { dividendX32: 1n, stake: [1n, 1n] };
const DRAIN = { ruleSet: 210, emission: 1n, untouchable: 0n, take: 0, totalStake: 1n, lastDrain: 0n };
const NOMINATOR = { stake: 1n, lastStakeIncrease: 0n, stakeDelta: 0n };
const INHERITED = { stake: [1n, 2n], parents: [[], []], children: [[], []], networkMaxStake: 1n };

describe("a message of the economics", () => {
  const module = instance();

  it.each(ECONOMICS.map(({ name }, i) => [name, i] as const))("%s is answered or refused, whatever its bytes are", (name, i) => {
    const fn = callable(ECONOMICS[i]!);
    const draw = new Draw(BigInt(i) * 7_919n + 1n);
    const seen = new Set<number>();
    const inputs = INPUTS.get(name)!.map((input) => readEconomicsInput(ECONOMICS_FUNCTIONS[i]!, input, "fromJson"));
    for (let round = 0; round < 400; round++) {
      const message = written(fn, inputs[draw.index(inputs.length)]!);
      // Most of what can be wrong is in the struct and in the first items.
      const most = round % 2 === 0 ? Math.min(message.length, 160) : message.length;
      for (let change = draw.index(4); change > 0; change--) {
        message[INPUT_HEAD + draw.index(most - INPUT_HEAD)] =
          draw.index(2) === 0 ? draw.index(256) : [0, 1, 2, 8, 16, 128, 255][draw.index(7)]!;
      }
      const status = ask(module, message, fn.number)!;
      seen.add(status);
      const [at, length] = [module.output() >>> 0, module.outputLength() >>> 0];
      if (status === STATUS.fine) {
        expect(at + length).toBeLessThanOrEqual(module.memory.buffer.byteLength);
        fn.output.read(messageOf(new Uint8Array(module.memory.buffer, at, length), 0), OUTPUT_HEAD);
      } else {
        expect([STATUS.length, STATUS.value]).toContain(status);
        expect([at, length]).toEqual([0, 0]);
        expect(module.errorField()).toBeGreaterThan(0);
        expect(fn.input.locate(messageOf(message, 0), INPUT_HEAD, module.errorOffset(), "")).not.toBeNull();
      }
    }
    expect(seen).toContain(STATUS.fine);
  });

  it.each(LARGE())("%s is refused where there is no room, without a trap", (name, input) => {
    const i = ECONOMICS_FUNCTIONS.indexOf(name);
    const fn = callable(ECONOMICS[i]!);
    const message = written(fn, readEconomicsInput(name, input, "check"));
    let without = 0;
    for (let pages = 3; pages < 1_000; pages++) {
      const status = ask(instance(withMostPages(BYTES, pages)), message, fn.number);
      if (status === STATUS.fine) {
        expect(without).toBeGreaterThan(0);
        return;
      }
      if (status !== null) expect(status).toBe(STATUS.memory);
      without++;
    }
    expect.fail("is never answered");
  });
});

/** Inputs of a megabyte or less that ask for much more. */
function LARGE(): [EconomicsFunction, unknown][] {
  const many = <T>(count: number, item: (i: number) => T) => Array.from({ length: count }, (_, i) => item(i));
  const subnets = many(1_500, (i) => ({ ...SUBNET, netuid: 3_000 - i }));
  const flows = subnets.map(({ netuid }) => ({ netuid, taoFlow: 5n, taoEmaX64: [1n, 2n], protocolFlow: 1n, protocolEmaX64: null }));
  const scheduled = many(100, (netuid) => ({ ...SCHEDULED, netuid, nullConsensus: false }));
  const hotkeys = many(500, (i) => ({
    ...HOTKEY,
    id: 900 - i,
    children: [1n, 2n],
    parents: many(10, (k) => [1n << 60n, 900 - ((i + k) % 500)]),
  }));
  const parents = many(3_000, (id) => ({ id, alphaStake: 5n, rootStake: 5n, proportion: 5n, sameOwner: false }));
  const gate = { block: 360n, rank: 3, quantileX64: 1n, exponentX64: 1n << 64n, storedBarX64: 0n, minerBurnWeighting: true };
  const flow = { block: 5n, smoothing: 1n << 60n, cutoffX64: 0n, exponentX64: 1n << 64n, netFlowEnabled: true };
  const dividends = many(2_000, (i) => ({ id: 9_000 - i, dividendX32: 5n, stake: [1n, 2n], onRoot: true }));
  const coinbase = subnets.map((subnet) => ({ ...subnet, alphaIn: 5n, alphaOut: 7n, priceX64: 1n << 63n, ownerCutEnabled: true }));
  return [
    ["priceShares", { blockEmission: 5n, subnets }],
    ["gatedShares", { blockEmission: 5n, subnets, ...gate }],
    ["flowShares", { ...flow, subnets: flows }],
    ["coinbaseBlock", { issuance: 5n, rootTao: 5n, taoWeight: 5n, ownerCut: 4, subnets: coinbase }],
    ["powNormalize", { flowsX64: many(20_000, BigInt), pX64: 1n << 64n }],
    ["dividendDistribution475", { hotkeys: dividends, pendingAlpha: 5n, pendingRootAlpha: 5n, taoWeightX32: 5n }],
    ["parentChild", { hotkey: 1, dividends: 5n, selfContribution: 5n, parents, childkeyTake: 5, ckBurn: 5n, taoWeight: 5n }],
    ["distribute", { ...POOLS, hotkeyEmission: many(3_000, (i) => [900 - (i % 500), 5n, 5n]), hotkeys }],
    ["rootEpoch", { ...ROOT, n: 300, netuids: many(100, (i) => i), totalNetworks: 100, stakes: [1n], weights: [] }],
    ["rootEpoch", { ...ROOT, n: 1, netuids: many(9_000, (i) => i), totalNetworks: 9_000, stakes: [1n], weights: [] }],
    ["scheduleSim", { startBlock: 5n, blocks: 300n, cap: 2, subnets: scheduled.map(({ nullConsensus: _, ...subnet }) => subnet) }],
    ["scheduleSim475", { startBlock: 5n, blocks: 20_000n, cap: 2, subnets: scheduled.slice(0, 1) }],
  ];
}

const WASM = loadEconomicsSync();

function failure(engine: Economics, name: EconomicsFunction, input: unknown): EpochInputError {
  try {
    (engine[name] as (input: unknown) => unknown)(input);
  } catch (error) {
    expect(error).toBeInstanceOf(EpochInputError);
    return error as EpochInputError;
  }
  return expect.fail(`${engine.backend} takes ${name}`);
}

describe("what the module refuses", () => {
  it.each<[EconomicsFunction, unknown, string]>([
    ["priceShares", { blockEmission: 1n, subnets: [3, 1, 2, 1, 3].map((netuid) => ({ ...SUBNET, netuid })) }, "subnets[3].netuid"],
    ["priceShares", { blockEmission: 1n, subnets: [7, 7, 7].map((netuid) => ({ ...SUBNET, netuid })) }, "subnets[1].netuid"],
    ["scheduleSim", { startBlock: 0n, blocks: 4_194_305n, cap: 1, subnets: [] }, "blocks"],
    ["scheduleSim", { startBlock: 0n, blocks: 2n ** 64n - 1n, cap: 1, subnets: [SCHEDULED] }, "blocks"],
    ["rootEpoch", { ...ROOT, n: 65_535, netuids: [1], totalNetworks: 257, stakes: [], weights: [] }, "totalNetworks"],
    [
      "dividendDistribution",
      {
        hotkeys: [2 ** 32 - 1, 0, 2 ** 32 - 1].map((id) => ({ ...DIVIDEND, id })),
        pendingAlpha: 1n,
        pendingRootAlpha: 1n,
        taoWeightX32: 1n,
      },
      "hotkeys[2].id",
    ],
    ["distribute", { ...POOLS, hotkeyEmission: [], hotkeys: [HOTKEY, HOTKEY] }, "hotkeys[1].id"],
    [
      "distribute",
      {
        ...POOLS,
        hotkeyEmission: [
          [1, 0n, 0n],
          [2, 0n, 0n],
        ],
        hotkeys: [HOTKEY],
      },
      "hotkeyEmission[1][0]",
    ],
    [
      "distribute",
      {
        ...POOLS,
        hotkeyEmission: [],
        hotkeys: [
          {
            ...HOTKEY,
            id: 9,
            parents: [
              [1n, 9],
              [1n, 8],
            ],
          },
          { ...HOTKEY, parents: [[1n, 7]] },
        ],
      },
      "hotkeys[0].parents[1][1]",
    ],
    [
      "distribute",
      { ...POOLS, hotkeyEmission: Array(3_000).fill([1, 1n, 1n]), hotkeys: [{ ...HOTKEY, parents: Array(2_000).fill([1n, 1]) }] },
      "hotkeyEmission[2097]",
    ],
    ["distribute233", { ...OLD_POOLS, hotkeyEmission: [], hotkeys: [{ ...HOTKEY, parents: [[1n, 7]] }] }, "hotkeys[0].parents[0][1]"],
    ["drainHotkey195", { ...DRAIN, nominators: [5, 4, 5].map((id) => ({ ...NOMINATOR, id })) }, "nominators[2].id"],
    [
      "immuneOwnerHotkeys306",
      { limit: null, owned: [5, 5].map((id) => ({ id, uid: null, registeredAt: 0n })), ownerHotkey: null, ownerHotkeyHasUid: false },
      "owned[1].id",
    ],
    ["inheritedStake195", { ...INHERITED, parents: [[]] }, "parents"],
    ["inheritedStake195", { ...INHERITED, children: [[], [], []] }, "children"],
    [
      "inheritedStake195",
      {
        ...INHERITED,
        children: [
          [[1n, 0]],
          [
            [1n, 1],
            [1n, 2],
          ],
        ],
      },
      "children[1][1][1]",
    ],
    [
      "movingPrice233",
      {
        ruleSet: 261,
        netuid: 1,
        mechanism: 1,
        block: 1n,
        registeredAt: 0n,
        firstEmissionBlock: null,
        halvingBlocks: 1n,
        movingAlphaX32: 1n,
        movingPriceX32: 1n,
        priceX32: -1n,
      },
      "priceX32",
    ],
  ])("%s refuses as the specification does (%#)", (name, input, path) => {
    const refused = failure(WASM, name, input);
    expect(refused.path).toBe(path);
    expect(refused).toEqual(failure(referenceEconomics, name, input));
    expect(refused.message).toBe(failure(referenceEconomics, name, input).message);
  });
});
