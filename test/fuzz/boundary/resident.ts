/** Resident states: each call is one on a state of its own, and what an epoch of the changed state gives is right. */
import { advance } from "../../../bindings/simulate/advance.js";
import { mapRows, type Entry } from "../../../bindings/simulate/rows.js";
import type { ResidentState, SubnetState, Yuma } from "../../../bindings/types.js";
import type { Subject } from "./call.js";
import { methods, type Name } from "./methods.js";
import {
  big,
  drawn,
  flag,
  list,
  oneOf,
  optional,
  record,
  u64,
  vector,
  whole,
  worst,
  type Shape,
  type Values,
  type Verdict,
} from "./shapes.js";
import { anyState, changes, changesFit } from "./states.js";
import type { World } from "./world.js";

export const OUTPUTS = ["stakeWeight", "consensus", "incentive", "dividends", "emission", "newValidatorPermits", "bonds", "stake"];

const uid = whole(0, 65_535, [0, 1, 2]);

const row: Shape = drawn(
  record(
    { uids: vector(Uint16Array), values: vector(Uint16Array) },
    { also: ({ uids, values }: Values) => (uids.length === values.length ? "accept" : "refuse") },
  ),
  (draw) => {
    const count = draw.index(6);
    return {
      uids: Uint16Array.from({ length: count }, () => draw.index(9)),
      values: Uint16Array.from({ length: count }, () => draw.u16()),
    };
  },
);

const UID_FIELDS = ["lastUpdate", "blockAtRegistration", "commitBlocks", "alphaStake", "taoStake", "stake", "validatorPermits"] as const;
const element: Shape = {
  draw: (draw) => (draw.oneIn(4) ? draw.index(2) : u64.draw(draw)),
  judge: (value) => worst([[u64, whole(0, 1)].map((shape) => shape.judge(value)).find((verdict) => verdict !== "refuse") ?? "refuse"]),
};
const elementFits = (field: string, value: unknown): Verdict =>
  (field === "validatorPermits") === (typeof value === "number") ? "accept" : "refuse";

const OPTIONS = record({
  outputs: optional(list(oneOf(...OUTPUTS))),
  trace: optional(flag),
  digest: optional(flag),
  views: optional(flag),
  advance: optional(big(0n, (1n << 64n) - 1n, [1n, 360n, 361n])),
});

const isBelow = (at: number, { n }: Values): Verdict => (at < n ? "accept" : "refuse");
const staysInRange = ({ currentBlock }: Values, { advance: blocks = 0n }: Values): Verdict =>
  currentBlock + blocks < 1n << 64n ? "accept" : "refuse";

/** Views are overwritten by the run that follows. */
function copied<T>(value: T): T {
  return structuredClone(value);
}

function withElement(state: SubnetState, field: (typeof UID_FIELDS)[number], at: number, value: number | bigint): SubnetState {
  // One that the rule set does not read may be absent.
  const list = state[field]?.slice();
  if (list !== undefined) (list as Record<number, number | bigint>)[at] = value;
  return { ...state, [field]: list };
}

function withRow(state: SubnetState, field: "weights" | "bonds", at: number, { uids, values }: Values): SubnetState {
  const entries = Array.from(uids as Uint16Array, (to, i): Entry => [to, values[i]]);
  return { ...state, [field]: mapRows(state[field], (stored, i) => (i === at ? entries : stored)) };
}

/** The engine's resident states, and each of their methods. */
export function residentSubjects(name: Name, yuma: Yuma, { referenceYuma, wasmYuma, knownState }: World): Subject[] {
  const other = yuma.backend === "reference" ? wasmYuma : referenceYuma;
  const share = 1;
  const open = (state: SubnetState): ResidentState => yuma.resident(state);
  const epochOf = (state: SubnetState) => other.epoch(state);
  const setRow =
    (field: "weights" | "bonds", method: "setWeights" | "setBonds") =>
    (name: Name): Subject => ({
      name,
      share,
      parameters: [anyState, uid, row],
      also: ([state, at]) => isBelow(at, state),
      call(state, ...args: [number, never]) {
        const resident = open(state);
        resident[method](...args);
        return resident.run();
      },
      expected: (state, at, entries) => epochOf(withRow(state, field, at, entries)),
    });
  const itself: Subject = { name, share, parameters: [anyState], call: (state) => open(state).run(), expected: epochOf };
  const own = methods(`${name}()`, open(knownState), {
    setWeights: setRow("weights", "setWeights"),
    setBonds: setRow("bonds", "setBonds"),
    set: (name) => ({
      name,
      share,
      parameters: [anyState, oneOf(...UID_FIELDS), uid, element],
      also: ([state, field, at, value]) => worst([isBelow(at, state), elementFits(field, value)]),
      call(state, ...args: [never, number, never]) {
        const resident = open(state);
        resident.set(...args);
        return resident.run();
      },
      expected: (state, field, at, value) => epochOf(withElement(state, field, at, value)),
    }),
    change: (name) => ({
      name,
      share,
      parameters: [anyState, changes],
      also: ([state, fields]) => changesFit(state, fields),
      call(state, fields) {
        const resident = open(state);
        resident.change(fields);
        return resident.run();
      },
      expected: (state, { $schema: _, tag: __, ...fields }) => epochOf({ ...state, ...fields }),
    }),
    run: (name) => ({
      name,
      share: 2,
      parameters: [anyState, optional(OPTIONS)],
      also: ([state, options = {}]) => staysInRange(state, options),
      call(state, ...options) {
        const resident = open(state);
        const first = copied(resident.run(...options));
        return [first, resident.run()];
      },
      expected(state, { outputs, advance: blocks, trace, digest } = {}) {
        const { trace: ofTrace, digest: ofDigest, ...parts } = other.epoch(state, { trace, digest });
        const asked = Object.entries(parts).filter(([part]) => outputs === undefined || outputs.includes(part));
        const first = { ...Object.fromEntries(asked), ...(trace && { trace: ofTrace }), ...(digest && { digest: ofDigest }) };
        return [first, epochOf(blocks === undefined ? state : advance(state, parts as never, blocks))];
      },
    }),
    state: (name) => ({
      name,
      share: 0.5,
      parameters: [anyState],
      call: (state) => yuma.epoch(open(state).state()),
      expected: epochOf,
    }),
    close: (name) => ({
      name,
      share: 0.1,
      parameters: [],
      call() {
        const resident = open(knownState);
        resident.close();
        resident.close();
      },
    }),
  });
  return [itself, ...own];
}
