/** Points of a sweep over one state: what each of them has that the others have not. */
import type { StoredRows, SubnetState } from "yuma-consensus";
import type { GpuPoint } from "yuma-consensus/gpu";

/** Whether both are the same value or see the same memory, which is not looked at: that would take as long as to send it. */
function areSame(a: unknown, b: unknown): boolean {
  if (!ArrayBuffer.isView(a) || !ArrayBuffer.isView(b)) return a === b;
  return a.byteLength === b.byteLength && (a.byteLength === 0 || (a.buffer === b.buffer && a.byteOffset === b.byteOffset));
}

function areSameRows(a: StoredRows, b: StoredRows): boolean {
  return areSame(a.starts, b.starts) && areSame(a.uids, b.uids) && areSame(a.values, b.values);
}

/**
 * What of each state is not the first's; null where one cannot be said that way, as its rules or its rows are others.
 * @param states with what was left out filled in
 */
export function deltasOf(states: readonly SubnetState[]): GpuPoint[] | null {
  const [first] = states;
  const isLikeFirst = ({ ruleSet, weights, bonds }: SubnetState) =>
    ruleSet === first!.ruleSet && areSameRows(weights, first!.weights) && areSameRows(bonds, first!.bonds);
  if (!states.every(isLikeFirst)) return null;
  return states.map(({ weights: _, bonds: __, ...fields }) =>
    Object.fromEntries(Object.entries(fields).filter(([name, value]) => !areSame(value, first![name as keyof SubnetState]))),
  );
}
