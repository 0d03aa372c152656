/** Explanations: those of one engine are those of the other. */
import type * as explainEntry from "../../../bindings/explain/index.js";
import type { SubnetState, Yuma } from "../../../bindings/types.js";
import { engineOf } from "./engines.js";
import { oneOf, record, type Shape, type Verdict } from "./shapes.js";
import { drawState, state } from "./states.js";
import type { Make } from "./subjects.js";
import type { World } from "./world.js";

/** A uid that most drawn states have. */
const uid: Shape = {
  draw: (draw) => draw.index(3),
  judge: (value) => (Object.is(value, -0) ? "either" : typeof value === "number" && Number.isInteger(value) && value >= 0 ? "accept" : "refuse"),
};

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
  explainer: (name, explainer, world) =>
    engineOf(world).map((engine) => ({
      name: `${name}()`,
      share: 1,
      parameters: [engine, state, uid],
      also: ([, given, who]: readonly any[]) => known(given, who),
      call: (yuma: unknown, given: unknown, ...who: unknown[]) => explainer(yuma, given)(...who),
      expected: (yuma: Yuma, given: unknown, who: unknown) => explainer(otherOf(yuma, world), given)(who),
    })),
  compareTrust: (name, compare, world) =>
    engineOf(world).map((engine) => ({
      name,
      share: 1,
      parameters: [engine, state, state, uid],
      // States of two sizes, or in the wrong order, may be refused.
      also: ([, before, after, who]: readonly any[]) => (known(before, who) === "accept" && known(after, who) === "accept" ? "either" : "refuse"),
      call: (...args: unknown[]) => compare(...args),
      expected: (yuma: Yuma, ...rest: unknown[]) => compare(otherOf(yuma, world), ...rest),
    })),
  rootCause: (name, rootCause, world) => {
    const { UID_OUTPUTS, explain } = world.entries.get("explain") as unknown as typeof explainEntry;
    const zeros: Shape = {
      draw(draw) {
        const given = drawState(draw);
        return given.n === 0 ? [] : explain(world.wasmYuma, given, draw.index(given.n)).zeros;
      },
      judge: (value) => (Array.isArray(value) ? "either" : "refuse"),
    };
    const isCause = (found: unknown) => found === null || typeof (found as { kind?: unknown }).kind === "string";
    return [{ name, share: 0.5, parameters: [zeros, oneOf(...UID_OUTPUTS)], call: (...args) => rootCause(...args), right: isCause }];
  },
  compareEpochs: (name, compare, world) =>
    engineOf(world).map((engine) => ({
      name,
      share: 1,
      parameters: [engine, state, state, uid],
      also: ([, before, after, who]: readonly any[]) => (known(before, who) === "accept" && known(after, who) === "accept" && before.currentBlock <= after.currentBlock ? "either" : "refuse"),
      call: (...args: unknown[]) => compare(...args),
      expected: (yuma: Yuma, ...rest: unknown[]) => compare(otherOf(yuma, world), ...rest),
    })),
  diff: (name, diff, world) =>
    engineOf(world).map((engine) => {
      const side = record({ yuma: engine, state });
      return {
        name,
        share: 1,
        parameters: [side, side],
        call: (...args: unknown[]) => diff(...args),
        expected: (a: { yuma: Yuma; state: SubnetState }, b: { yuma: Yuma; state: SubnetState }) => diff({ ...a, yuma: otherOf(a.yuma, world) }, { ...b, yuma: otherOf(b.yuma, world) }),
      };
    }),
};

