/** Explanations: those of one engine are those of the other. */
import type { SubnetState, Yuma } from "../../../bindings/types.js";
import { engineOf } from "./engines.js";
import { flag, list, nullable, oneOf, optional, record, tuple, u16, u32, u64, worst, type Shape, type Verdict } from "./shapes.js";
import { result, state } from "./states.js";
import type { Make } from "./methods.js";
import type { World } from "./world.js";

/** A uid that most drawn states have. */
const uid: Shape = {
  draw: (draw) => draw.index(3),
  judge: (value) =>
    Object.is(value, -0) ? "either" : typeof value === "number" && Number.isInteger(value) && value >= 0 ? "accept" : "refuse",
};

const row = optional(list(tuple(u16, u16)));

/** What would be otherwise. */
const changes = record({
  kappa: optional(u16),
  ownerUid: optional(nullable(u16)),
  stakeThreshold: optional(u64),
  yuma3: optional(flag),
  ruleSet: optional(oneOf("spec-425", "spec-475")),
  lastUpdate: optional(u64),
  alphaStake: optional(u64),
  permit: optional(flag),
  weights: row,
  bonds: row,
});

const known = (given: SubnetState, who: number): Verdict => (who < given.n ? "accept" : "refuse");

const otherOf = (yuma: Yuma, { referenceYuma, wasmYuma }: World) => (yuma === wasmYuma ? referenceYuma : wasmYuma);

export const EXPLAIN: Readonly<Record<string, Make>> = {
  explain: (name, explain, world) =>
    engineOf(world).map((engine) => ({
      name,
      share: 2,
      parameters: [engine, state, uid],
      also: ([, given, who]: readonly any[]) => known(given, who),
      call: (...args: unknown[]) => explain(...args),
      expected: (yuma: Yuma, ...rest: unknown[]) => explain(otherOf(yuma, world), ...rest),
    })),
  explainInWords: (name, explain, world) =>
    engineOf(world).map((engine) => ({
      name,
      share: 1,
      parameters: [engine, state, uid, optional(record({ rows: optional(u32) }))],
      also: ([, given, who]: readonly any[]) => known(given, who),
      call: (...args: unknown[]) => explain(...args),
      expected: (yuma: Yuma, ...rest: unknown[]) => explain(otherOf(yuma, world), ...rest),
    })),
  explainer: (name, explainer, world) =>
    engineOf(world).map((engine) => ({
      name: `${name}()`,
      share: 1,
      parameters: [engine, state, uid],
      also: ([, given, who]: readonly any[]) => known(given, who),
      call: (yuma: unknown, given: unknown, ...who: unknown[]) => explainer(yuma, given)(...who),
      expected: (yuma: Yuma, given: unknown, who: unknown) => explainer(otherOf(yuma, world), given)(who),
    })),
  mostSurprising: (name, mostSurprising) => [
    {
      name,
      share: 1,
      parameters: [state, result],
      // A result of another size is refused.
      also: () => "either" as const,
      call: (...args: unknown[]) => mostSurprising(...args),
    },
  ],
  compareTrust: (name, compare, world) =>
    engineOf(world).map((engine) => ({
      name,
      share: 1,
      parameters: [engine, state, state, uid],
      // States of two sizes, or in the wrong order, may be refused.
      also: ([, before, after, who]: readonly any[]) =>
        known(before, who) === "accept" && known(after, who) === "accept" ? "either" : "refuse",
      call: (...args: unknown[]) => compare(...args),
      expected: (yuma: Yuma, ...rest: unknown[]) => compare(otherOf(yuma, world), ...rest),
    })),
  compareEpochs: (name, compare, world) =>
    engineOf(world).map((engine) => ({
      name,
      share: 1,
      parameters: [engine, state, state, uid],
      also: ([, before, after, who]: readonly any[]) =>
        known(before, who) === "accept" && known(after, who) === "accept" && before.currentBlock <= after.currentBlock
          ? "either"
          : "refuse",
      call: (...args: unknown[]) => compare(...args),
      expected: (yuma: Yuma, ...rest: unknown[]) => compare(otherOf(yuma, world), ...rest),
    })),
  whatIf: (name, whatIf, world) =>
    engineOf(world).map((engine) => ({
      name,
      share: 1,
      parameters: [engine, state, uid, changes],
      also: ([, given, who]: readonly any[]) => known(given, who),
      call: (...args: unknown[]) => whatIf(...args),
      expected: (yuma: Yuma, ...rest: unknown[]) => whatIf(otherOf(yuma, world), ...rest),
    })),
  diff: (name, diff, world) =>
    engineOf(world).map((engine) => {
      const known = record({ yuma: engine, state });
      // Names beside the two are not looked at.
      const side: Shape = {
        ...known,
        judge: (value) =>
          known.judge(value) === "accept" || Array.isArray(value)
            ? known.judge(value)
            : worst(["either", engine.judge((value as { yuma: unknown }).yuma), state.judge((value as { state: unknown }).state)]),
      };
      return {
        name,
        share: 1,
        parameters: [side, side],
        call: (...args: unknown[]) => diff(...args),
        expected: (a: { yuma: Yuma; state: SubnetState }, b: { yuma: Yuma; state: SubnetState }) =>
          diff({ ...a, yuma: otherOf(a.yuma, world) }, { ...b, yuma: otherOf(b.yuma, world) }),
      };
    }),
};
