import type { SubnetState } from "../bindings/types.js";
import { SHAPES, storedWeights, type Kind, type Mode, type Shape } from "./shapes.js";

/** What is measured at once: one state by all contenders. */
export interface PlannedCase {
  shape: Shape;
  mode: Mode;
}

/** The same for a report, with what its state has. */
export interface Case {
  shape: string;
  kind: Kind;
  mode: Mode;
  uids: number;
  /** that name somebody */
  rows: number;
  weights: number;
}

export function caseOf({ shape, mode }: PlannedCase, state: SubnetState): Case {
  const { starts } = state.weights;
  const rows = starts.reduce((count, start, i) => count + Number(i > 0 && start > starts[i - 1]!), 0);
  return { shape: shape.name, kind: shape.kind, mode, uids: state.n, rows, weights: storedWeights(state) };
}

/** The smallest dense one, as a service would meet it first. */
export const START_UP_CASE: PlannedCase = { shape: SHAPES.find(({ name }) => name === "64 x 256")!, mode: "yuma3" };
