/** What the chain does between epochs, scenarios, and the map of guarantees. */
import type * as simulateEntry from "../../../bindings/simulate/index.js";
import { RULE_SET_IDS } from "../../../bindings/ruleSets/ruleSets.js";
import type { EpochResult, StoredRows, SubnetState, Yuma } from "../../../bindings/types.js";
import type { Draw } from "../draw.js";
import { isText, textOf } from "./json.js";
import { OPAQUE } from "./mutations.js";
import {
  big,
  drawn,
  flag,
  list,
  nullable,
  oneOf,
  optional,
  real,
  record,
  u16,
  u32,
  u64,
  whole,
  worst,
  type Fields,
  type Shape,
  type Values,
  type Verdict,
} from "./shapes.js";
import { steepnessFits, drawState, result, state } from "./states.js";
import type { Make } from "./methods.js";
import { engineOf } from "./engines.js";
import type { World } from "./world.js";
import { gpuBy, poolBy } from "../../gpu/standIns.js";
import { retentionMap } from "../../../bindings/simulate/retention/index.js";

type Row = [number, number][];

const rowsOf = ({ starts, uids, values }: StoredRows): Row[] =>
  Array.from(starts.subarray(1), (end, i) =>
    Array.from(uids.subarray(starts[i], end), (uid, k): [number, number] => [uid, values[starts[i]! + k]!]),
  );

function packed(rows: readonly (readonly (readonly [number, number])[])[]): StoredRows {
  const all = rows.flat();
  const starts = new Uint32Array(rows.length + 1);
  rows.forEach((row, i) => (starts[i + 1] = starts[i]! + row.length));
  return { starts, uids: Uint16Array.from(all, ([uid]) => uid), values: Uint16Array.from(all, ([, value]) => value) };
}

const uid: Shape = {
  draw: (draw) => draw.index(3),
  judge: (value) =>
    typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 65_535
      ? Object.is(value, -0)
        ? "either"
        : "accept"
      : "refuse",
};
const uidIn = ([given, who]: readonly any[]): Verdict => (who < given.n ? "accept" : "refuse");

/** With what is left out. */
function filled(given: SubnetState): SubnetState {
  const known = Object.fromEntries(
    Object.entries(given).flatMap(([name, value]) =>
      value === undefined || name === "tag" ? [] : [[name, Object.is(value, -0) ? 0 : value]],
    ),
  );
  return {
    ruleSet: "spec-475",
    lastYumaStepBlock: null,
    liquidAlphaConsensusMode: "auto",
    previousConsensus: new Uint16Array(0),
    ...known,
  } as SubnetState;
}

const registered = (given: SubnetState, who: number, block: bigint): SubnetState => {
  const at = <T extends { slice(): T }>(list: T, value: unknown): T => Object.assign(list.slice(), { [who]: value }) as T;
  const { previousConsensus } = given;
  return {
    ...given,
    blockAtRegistration: at(given.blockAtRegistration, block),
    lastUpdate: at(given.lastUpdate, block),
    validatorPermits: at(given.validatorPermits, 0),
    commitBlocks: at(given.commitBlocks, (1n << 64n) - 1n),
    ...(previousConsensus !== undefined && who < previousConsensus.length && { previousConsensus: at(previousConsensus, 0) }),
    bonds: packed(rowsOf(given.bonds).map((row, i) => (i === who ? [] : row))),
    weights: packed(
      rowsOf(given.weights).map((row, i) => (i === who ? [] : row.map(([to, value]) => [to, to === who ? 0 : value] as const))),
    ),
  };
};

/** Rows as a map by uid, drawn for the state before it. */
const rowMap: Shape = {
  draw: (draw) =>
    new Map(
      Array.from({ length: draw.index(3) }, (_, i) => [
        i,
        Array.from({ length: draw.index(3) }, (): [number, number] =>
          draw.oneIn(8)
            ? [draw.of([-1, 65_536, 1.5, NaN]), draw.u16()]
            : [draw.u16(), draw.oneIn(8) ? draw.of([-1, 70_000, 0.5, NaN, Infinity]) : draw.u16()],
        ),
      ]),
    ),
  judge(value) {
    if (!(value instanceof Map)) return "refuse";
    const isU16 = (item: unknown) => u16.judge(item) === "accept";
    return [...value].every(
      ([who, row]) =>
        isU16(who) && Array.isArray(row) && row.every((entry) => Array.isArray(entry) && entry.length === 2 && entry.every(isU16)),
    )
      ? "accept"
      : "refuse";
  },
};

/** What a function does not read it need not check. */
function reading(shape: Shape & { fields: Fields }, ...names: readonly string[]): Shape {
  const read = record(Object.fromEntries(names.map((name) => [name, shape.fields[name]!])));
  const fields = (value: unknown) =>
    Object.fromEntries(names.filter((name) => (value as Values)[name] !== undefined).map((name) => [name, (value as Values)[name]]));
  return {
    draw: shape.draw,
    judge(value) {
      const all = shape.judge(value);
      if (all !== "refuse" || typeof value !== "object" || value === null) return all;
      return read.judge(fields(value)) === "refuse" ? "refuse" : "either";
    },
  };
}

const fitting = ([given, found]: readonly [SubnetState, EpochResult, bigint?]): Verdict =>
  found.consensus.length === given.n ? "accept" : "refuse";

/** The result of the state drawn before it. */
const resultOf = (world: World) =>
  reading(
    drawn(result, (draw) => world.wasmYuma.epoch(lastState.get(draw)!)),
    "newValidatorPermits",
    "bonds",
    "consensus",
  );

/** The state drawn before with the same numbers. */
const lastState = new WeakMap<Draw, SubnetState>();
const remembered = drawn(state, (draw) => {
  const made = drawState(draw);
  lastState.set(draw, structuredClone(made));
  return made;
});

const SCENARIO_NAMES = ["Ada", "Ben", "old", "new"];

function drawScenario(draw: Draw): unknown {
  const epochs = 1 + draw.index(3);
  const share = () => draw.of([0, 0.25, 0.5, 1]);
  return {
    title: "A story",
    story: "of two validators and two servers",
    validators: SCENARIO_NAMES.slice(0, 2),
    servers: SCENARIO_NAMES.slice(2),
    epochs,
    stakes: [{ epochs: [0, epochs - 1], stake: draw.oneIn(2) ? { Ada: share(), Ben: share() } : [share(), share()] }],
    weights: [
      {
        epochs: draw.oneIn(2) ? 0 : [0, epochs - 1],
        weights: draw.oneIn(2) ? { Ada: [share(), share()] } : [{ old: share() }, { new: share(), Ada: null }],
      },
    ],
    ...(draw.oneIn(2) && { registrations: [{ epoch: draw.index(epochs), who: draw.of(SCENARIO_NAMES) }] }),
    ...(draw.oneIn(2) && { bondResets: [{ epoch: draw.index(epochs), who: draw.of(SCENARIO_NAMES) }] }),
    ...(draw.oneIn(2) && { hyperparameters: { kappa: draw.u16(), bondsPenalty: draw.u16(), tempo: 1 + draw.index(1_000) } }),
    ...(draw.oneIn(2) && { changes: [{ epoch: draw.index(epochs), rules: "yuma3", hyperparameters: { stakeThreshold: "5" } }] }),
    ...(draw.oneIn(2) && {
      variants: ["yuma2", { name: "mine", rules: "yuma3-liquid", hyperparameters: { alphaLow: draw.u16(), alphaHigh: 65_535 } }],
    }),
  };
}

/** The legal ones are those drawn; whether a changed one still is, or a text, its reader alone knows. */
const jsonScenario: Shape = {
  draw: drawScenario,
  judge: (value) => (typeof value === "string" || (typeof value === "object" && value !== null) ? "either" : "refuse"),
};

/** As the reader gives it: maps and lists. */
const readAs = (world: World): Shape => ({
  draw: (draw) => (world.entries.get("simulate") as unknown as typeof simulateEntry).readScenario(drawScenario(draw)),
  judge: (value) => (typeof value === "object" && value !== null ? "either" : "refuse"),
});
const variant: Shape = {
  draw: (draw) => ({
    name: "mine",
    rules: draw.of(["yuma2", "yuma3", "yuma3-liquid"]),
    hyperparameters: draw.oneIn(2) ? {} : { kappa: draw.u16() },
  }),
  judge: (value) => (typeof value === "object" && value !== null ? "either" : "refuse"),
};

const MOST_EPOCHS = 3;

function firsts<T>(values: Iterable<T>): T[] {
  const found: T[] = [];
  for (const value of values) {
    found.push(value);
    if (found.length === MOST_EPOCHS) break;
  }
  return found;
}

async function firstsOf<T>(values: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const value of values) {
    found.push(value);
    if (found.length === MOST_EPOCHS) break;
  }
  return found;
}

const otherKappa = (stored: SubnetState, epoch: number) => ({ ...stored, kappa: 1_000 * (epoch + 1) });
const before: Shape = {
  draw: (draw) => (draw.oneIn(2) ? undefined : otherKappa),
  judge: (value) => (value === undefined ? "accept" : typeof value === "function" ? "either" : "refuse"),
};
const STATES = {
  epochs: drawn(u32, (draw) => draw.index(4)),
  before,
  blocks: optional(drawn(big(1n, (1n << 64n) - 1n), (draw) => BigInt(1 + draw.index(1_000)))),
};

/** One epoch after another, by the chain's own rule written out. */
function stepped(yuma: Yuma, start: SubnetState, { epochs, before, blocks, trace, digest }: Values): unknown[] {
  const found = [];
  let stored: SubnetState = start;
  for (let epoch = 0; epoch < Math.min(epochs, MOST_EPOCHS); epoch++) {
    const now: SubnetState = filled(before === undefined ? stored : before(stored, epoch));
    const made = yuma.epoch(now, { ...(trace !== undefined && { trace }), ...(digest !== undefined && { digest }) });
    found.push({ epoch, state: now, result: made });
    stored = following(now, made, blocks ?? BigInt(now.tempo) + 1n);
  }
  return found;
}

function following(given: SubnetState, made: EpochResult, blocks = BigInt(given.tempo) + 1n): SubnetState {
  const keeps = given.currentBlock > 0n && (given.ruleSet ?? "spec-475") === "spec-475";
  return {
    ...given,
    currentBlock: given.currentBlock + blocks,
    lastMechanismStepBlock: given.currentBlock,
    ...(keeps && { lastYumaStepBlock: given.currentBlock }),
    validatorPermits: made.newValidatorPermits,
    bonds: made.bonds,
    previousConsensus: made.consensus,
  };
}

/** Blocks between epochs: one less since spec 423. */
function period({ tempo, ruleSet = "spec-475" }: SubnetState): bigint {
  return BigInt(tempo) + (Number(ruleSet.slice("spec-".length)) < 423 ? 1n : 0n);
}

/** The next block has to be one too. */
const inTime = ([given, , blocks]: readonly [SubnetState, unknown, bigint?]): Verdict =>
  typeof given.currentBlock === "bigint" && given.currentBlock + (blocks ?? BigInt(given.tempo) + 1n) < 1n << 64n ? "accept" : "either";

/** No block beyond the last, and something to run: only what runs has to be a state. */
const runs = (start: SubnetState, { epochs, before, blocks = 65_536n }: Values): Verdict => {
  const legal = state.judge(start);
  return legal === "refuse" && epochs > 0 && before === undefined
    ? legal
    : worst([legal === "refuse" ? "either" : legal, inTime([start, null, blocks * 4n])]);
};
const startedBy = (shape: Shape): Shape => ({
  draw: shape.draw,
  judge: (value) => (typeof value === "object" && value !== null ? "accept" : "refuse"),
});

const simulated = (yuma: Yuma, start: SubnetState, options: Values) => stepped(yuma, start, options);

const fraction = (...usual: number[]) => real((value) => value >= 0 && value <= 1, ...usual);
const part = real((value) => value > 0 && value < 1, 0.51, 0.75, 0.99);
const small = (shape: Shape, least: number, most: number) => drawn(shape, (draw) => least + draw.index(most - least + 1));
/** Drawn always, and left out by a mutation alone. */
const given = (shape: Shape): Shape => ({ draw: shape.draw, judge: (value) => (value === undefined ? "accept" : shape.judge(value)) });
const RETENTION = {
  weightDeviation: optional(fraction(0, 0.4, 1)),
  stakeDeviation: optional(fraction(0, 0.3, 1)),
  uids: given(small(whole(4, 4_096), 6, 10)),
  validators: given(small(whole(2, 4_094), 2, 4)),
  epochs: optional(small(whole(1, 1_000_000), 1, 3)),
  seed: optional(u64),
  validatorShare: optional(nullable(fraction(0, 0.5, 1))),
  ruleSet: optional(oneOf(...RULE_SET_IDS)),
  kappa: optional(u16),
  bondsPenalty: optional(u16),
  bondsMovingAverage: optional(big(0n, (1n << 64n) - 1n, [900_000n])),
  yuma3: optional(flag),
  liquidAlpha: optional(flag),
  alphaSigmoidSteepness: optional(whole(-32_768, 32_767)),
  alphaLow: optional(u16),
  alphaHigh: optional(u16),
};
const enough = ({ uids = 512, validators = 64, alphaLow = 45_875, alphaHigh = 58_982, ...rest }: Values): Verdict =>
  validators <= uids - 2 && alphaLow <= alphaHigh ? steepnessFits({ alphaSigmoidSteepness: 1_000, ...rest }) : "refuse";
const isLong = ({ uids = 512, epochs = 1 }: Values = {}) => uids > 64 || epochs > 16;
/** An object of these calls; with others in their place whatever comes may come. */
function made(calls: object): Shape {
  const own = Object.entries(calls);
  return {
    draw: () => ({ ...calls }),
    judge: (value) => {
      const has = own.map(([name]) => (value as Values | null | undefined)?.[name]);
      if (has.some((call) => typeof call !== "function")) return "refuse";
      return own.every(([, call], i) => has[i] === call) ? "accept" : "either";
    },
  };
}

const ofOneEpoch = ({ epochs = 1 }: Values = {}) => (epochs === 1 ? "accept" : "refuse");
const least = (shape: Shape): Shape => given(list(shape, 2, 1));
const retention = given(
  record(
    { majorStakes: least(part), majorWeights: least(fraction(0, 0.5, 1)), minorWeights: least(fraction(0, 0.5, 1)), ...RETENTION },
    { also: enough },
  ),
);
/** Without the honest stakes, of which there is one. */
const needed = given(record({ minorWeights: least(fraction(0, 0.5, 1)), ...RETENTION }, { also: enough }));

const otherOf = (yuma: Yuma, { referenceYuma, wasmYuma }: World) => (yuma === wasmYuma ? referenceYuma : wasmYuma);

export const SIMULATE: Readonly<Record<string, Make>> = {
  epochBlocks: (name, epochBlocks) => [
    {
      name,
      share: 0.3,
      parameters: [drawn({ draw: drawState, judge: (value) => u16.judge((value as Values | null)?.["tempo"]) }, drawState)],
      call: (...args) => epochBlocks(...args),
      expected: ({ tempo }) => BigInt(tempo) + 1n,
    },
  ],
  advance: (name, advance, world) => [
    {
      name,
      share: 2,
      parameters: [
        reading(remembered, "n", "currentBlock", "tempo", "ruleSet"),
        resultOf(world),
        optional(drawn(u64, (draw) => BigInt(1 + draw.index(1_000)))),
      ],
      also: (args) => worst([fitting(args as never), inTime(args as never), args[2] === 0n ? "either" : "accept"]),
      call: (...args) => advance(...args),
      expected: (given: SubnetState, made: EpochResult, blocks?: bigint) => following(filled(given), made, blocks ?? period(given)),
      shares: true,
    },
  ],
  registerUid: (name, registerUid) => [
    {
      name,
      share: 2,
      parameters: [
        reading(
          state,
          "n",
          "blockAtRegistration",
          "lastUpdate",
          "validatorPermits",
          "commitBlocks",
          "previousConsensus",
          "bonds",
          "weights",
        ),
        uid,
        u64,
      ],
      also: uidIn,
      call: (...args) => registerUid(...args),
      expected: (given: SubnetState, who: number, block: bigint) => registered(filled(given), who, block),
      shares: true,
    },
  ],
  resetBonds: (name, resetBonds) => [
    {
      name,
      share: 2,
      parameters: [reading(state, "n", "bonds"), uid],
      also: uidIn,
      call: (...args) => resetBonds(...args),
      expected: (given: SubnetState, who: number) => ({
        ...filled(given),
        bonds: packed(rowsOf(given.bonds).map((row) => row.filter(([to]) => to !== who))),
      }),
      shares: true,
    },
  ],
  setWeights: (name, setWeights) => [
    {
      name,
      share: 2,
      parameters: [reading(state, "n", "weights", "lastUpdate"), rowMap, u64],
      also: ([given, rows]) => ([...rows.keys()].every((who) => who < given.n) ? "accept" : "refuse"),
      call: (...args) => setWeights(...args),
      expected: (given: SubnetState, rows: Map<number, Row>, block: bigint) => ({
        ...filled(given),
        weights: packed(rowsOf(given.weights).map((row, who) => rows.get(who) ?? row)),
        lastUpdate: given.lastUpdate.map((last, who) => (rows.has(who) ? block : last)),
      }),
      shares: true,
    },
  ],
  upgrade: (name, upgrade) => [
    {
      name,
      share: 1,
      parameters: [reading(state, "ruleSet"), oneOf(...RULE_SET_IDS)],
      call: (...args) => upgrade(...args),
      expected(given: SubnetState, ruleSet: string) {
        const stores = (id: string) => id === "spec-452" || id === "spec-475";
        return {
          ...filled(given),
          ruleSet,
          ...(!stores(given.ruleSet ?? "spec-475") && stores(ruleSet) && { previousConsensus: new Uint16Array(0) }),
        };
      },
      shares: true,
    },
  ],
  readScenario: (name, read) => [
    {
      name,
      share: 3,
      parameters: [
        jsonScenario,
        optional(
          drawn({ draw: () => "mine.json", judge: (value) => (typeof value === "string" ? "either" : "refuse") }, () => "mine.json"),
        ),
      ],
      call: (...args) => read(...args),
    },
    { name, share: 2, parameters: [textOf(jsonScenario)], call: (given, ...rest) => read(isText(given) ? given.text : given, ...rest) },
  ],
  rulesOf: (name, rulesOf) => [
    {
      name,
      share: 0.5,
      parameters: [
        drawn({ draw: () => "475", judge: (value) => (typeof value === "string" ? "either" : "refuse") }, (draw) =>
          draw.index(2) === 0 ? String(draw.index(500)) : `202${draw.index(7)}-0${1 + draw.index(9)}-1${draw.index(10)}`,
        ),
      ],
      call: (...args) => rulesOf(...args),
      may: ["unknown-rule"],
      right: ({ ruleSet, since }: { ruleSet: string; since: string }) => /^spec-\d+$/.test(ruleSet) && since !== "",
    },
  ],
  runScenario: (name, run, world) =>
    engineOf(world).map((engine) => ({
      name,
      share: 1,
      parameters: [engine, readAs(world), variant],
      call: (...args: unknown[]) => firsts(run(...args)),
      expected: (yuma: Yuma, scenario: unknown, one: unknown) => firsts(run(otherOf(yuma, world), scenario, one)),
    })),
  scenarioStates: (name, states, world) => [
    {
      name,
      share: 0.5,
      parameters: [readAs(world), variant],
      call: (...args) => driven(states(...args), world.wasmYuma),
      expected: (...args) => driven(states(...args), world.referenceYuma),
    },
  ],
  simulate: (name, simulate, world) =>
    engineOf(world).map((engine) => ({
      name,
      share: 1,
      parameters: [engine, startedBy(state), record({ ...STATES, trace: optional(flag), digest: optional(flag) })],
      also: ([, start, options]: readonly any[]) => runs(start, options),
      call: (...args: unknown[]) => firsts(simulate(...args)),
      expected: (yuma: Yuma, start: SubnetState, options: Values) => simulated(otherOf(yuma, world), start, options),
      shares: true,
    })),
  simulationStates: (name, states, world) => [
    {
      name,
      share: 1,
      parameters: [startedBy(state), record(STATES)],
      also: ([start, options]) => runs(start, options),
      call: (...args) => driven(states(...args), world.wasmYuma),
      expected: (start: SubnetState, options: Values) =>
        simulated(world.referenceYuma, start, options).map((one) => (one as Values)["state"]),
      shares: true,
    },
    // What is given back for a state has to be its result.
    {
      name: `${name}().next`,
      share: 1,
      parameters: [reading(remembered, "n", "currentBlock", "tempo", "ruleSet"), resultOf(world)],
      also: (args) => worst([fitting(args as never), inTime(args as never)]),
      call(start, made) {
        const running = states(start, { epochs: 2 });
        return [running.next().value, running.next(made).value];
      },
      expected: (start: SubnetState, made: EpochResult) => [filled(start), following(filled(start), made)],
      shares: true,
    },
  ],
  retentionMap: (name, map, world) =>
    engineOf(world).map((engine) => ({
      name,
      share: 0.3,
      parameters: [engine, retention],
      long: ([, options]: readonly any[]) => isLong(options),
      call: (...args: unknown[]) => firsts(map(...args)),
      expected: (yuma: Yuma, options: unknown) => firsts(map(otherOf(yuma, world), options)),
    })),
  retentionMapOnGpu: (name, map, world) => [
    {
      name,
      share: 0.3,
      parameters: [made(gpuBy(world.wasmYuma)), retention],
      also: ([, options]: readonly any[]) => ofOneEpoch(options),
      long: ([, options]: readonly any[]) => isLong(options),
      call: (...args: unknown[]) => firstsOf(map(...args)),
      expected: (_: unknown, options: Values = {}) => firsts(retentionMap(world.referenceYuma, options)),
    },
  ],
  retentionMapOnPool: (name, map, world) => [
    {
      name,
      share: 0.3,
      parameters: [made(poolBy(world.wasmYuma)), retention],
      also: ([, options]: readonly any[]) => ofOneEpoch(options),
      long: ([, options]: readonly any[]) => isLong(options),
      call: (...args: unknown[]) => firstsOf(map(...args)),
      expected: (_: unknown, options: Values = {}) => firsts(retentionMap(world.referenceYuma, options)),
    },
  ],
  retentionMapSize: (name, size) => [
    {
      name,
      share: 0.5,
      parameters: [retention],
      call: (...args) => size(...args),
      expected: ({ majorStakes = { length: 11 }, majorWeights = { length: 51 }, minorWeights = { length: 51 } }: Values = {}) =>
        majorStakes.length * majorWeights.length * minorWeights.length,
    },
  ],
  neededUtility: (name, utility, world) =>
    engineOf(world).map((engine) => ({
      name,
      share: 0.2,
      parameters: [engine, part, needed],
      long: ([, , options]: readonly any[]) => isLong(options),
      call: (...args: unknown[]) => utility(...args),
      expected: (yuma: Yuma, ...rest: unknown[]) => utility(otherOf(yuma, world), ...rest),
    })),
};

/** The states that it gives, each answered with its result. */
function driven(states: Generator<SubnetState, void, EpochResult>, yuma: Yuma): SubnetState[] {
  const found: SubnetState[] = [];
  OPAQUE.add(states);
  for (let next = states.next(); !next.done && found.length < MOST_EPOCHS; ) {
    found.push(next.value);
    next = states.next(yuma.epoch(next.value));
  }
  return found;
}
