import { largest } from "../values/extremes.js";
import { printable } from "../text/printable.js";
import type { EpochResult, HistoricEpochResult, HistoricSubnetEpochResult, SubnetEpochState, SubnetState } from "../types.js";

/** Columns of text, padded; the first row is the header. The first `names` columns are text, numbers line up on the right. */
export function textTable(cells: readonly (readonly string[])[], names = 0): string {
  const rows = cells.map((row) => row.map(printable));
  const widths = rows[0]!.map((_, column) => largest(rows.map((row) => row[column]!.length)));
  const padded = (cell: string, column: number) => (column < names ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!));
  return rows.map((row) => row.map(padded).join("  ").trimEnd()).join("\n");
}

/** Columns of text that line up on the left, without a header. */
export function textColumns(cells: readonly (readonly string[])[]): string {
  const rows = cells.map((row) => row.map(printable));
  const widths = rows[0]!.map((_, column) => largest(rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** A u16 proportion as a decimal fraction of one. For reading only. */
export function proportion(value: number): string {
  return (value / 65_535).toFixed(5);
}

/** Rao as whole units with nine decimals, exact. */
export function fromRao(rao: bigint): string {
  const digits = String(rao).padStart(10, "0");
  return `${digits.slice(0, -9)}.${digits.slice(-9)}`;
}

/** An epoch of one mechanism, or of a subnet, where what all mechanisms gave together is shown. */
type AnyState = SubnetState | SubnetEpochState;
type AnyResult = HistoricEpochResult | HistoricSubnetEpochResult;

/** Permits of before the epoch; a Null epoch takes none. */
function permitsBefore(state: AnyState): Uint8Array | null {
  return "validatorPermits" in state ? state.validatorPermits : null;
}

function permit(before: boolean | null, after: boolean): string {
  if (before === null) return after ? "yes" : "";
  if (before) return after ? "kept" : "LOST";
  return after ? "GAINED" : "";
}

function incentives(result: AnyResult): (readonly [heading: string, values: Uint16Array])[] {
  if (!("mechanisms" in result)) return [["incentive", result.incentive]];
  return result.mechanisms.map(({ incentive }, i) => [`incentive ${i}`, incentive]);
}

/**
 * An epoch as a validator reads it: one line a uid, emission in whole alpha (1e9 rao); of a subnet the incentive by each
 * mechanism. Up to spec-154 there is no stake weight.
 * @param uids those to show, in this order; default: all
 */
export function epochTable(state: AnyState, result: AnyResult, uids: readonly number[] = uidsOf(state)): string {
  const served = incentives(result);
  const before = permitsBefore(state);
  const header = [
    "uid",
    "stake weight",
    "validator trust",
    "dividends",
    ...served.map(([heading]) => heading),
    "consensus",
    "emission",
    "permit",
  ];
  const rows = uids.map((uid) => [
    String(uid),
    result.stakeWeight === undefined ? "" : proportion(result.stakeWeight[uid]!),
    proportion(result.validatorTrust[uid]!),
    proportion(result.dividends[uid]!),
    ...served.map(([, values]) => proportion(values[uid]!)),
    proportion(result.consensus[uid]!),
    fromRao(result.emission[uid]!),
    permit(before && before[uid] === 1, result.newValidatorPermits[uid] === 1),
  ]);
  return textTable([header, ...rows]);
}

function uidsOf({ n }: AnyState): number[] {
  return Array.from({ length: n }, (_, uid) => uid);
}

/** The uids of most stake among those with a permit, then those of most incentive; so many of each at most. */
export function foremost(result: EpochResult, most: number): number[] {
  const uids = Array.from(result.stakeWeight.keys());
  const first = (some: number[], by: Uint16Array) => some.sort((a, b) => by[b]! - by[a]!).slice(0, most);
  const validators = first(
    uids.filter((uid) => result.newValidatorPermits[uid] === 1),
    result.stakeWeight,
  );
  return [
    ...validators,
    ...first(
      uids.filter((uid) => result.incentive[uid]! > 0 && !validators.includes(uid)),
      result.incentive,
    ),
  ];
}

/** What happened in an epoch, in a few lines. */
export function epochSummary(state: AnyState, result: AnyResult): string {
  const before = permitsBefore(state);
  const after = result.newValidatorPermits;
  const list = (some: number[]) => (some.length === 0 ? "nobody" : some.map((uid) => `uid ${uid}`).join(", "));
  const given = [result.serverEmission, result.validatorEmission].flatMap((list) => Array.from(list)).reduce((sum, rao) => sum + rao, 0n);
  const mechanisms = "mechanisms" in state ? state.mechanisms : [state];
  const weights = mechanisms.reduce((sum, mechanism) => sum + mechanism.weights.uids.length, 0);
  const changed = (from: number, to: number) => list(uidsOf(state).filter((uid) => before![uid] === from && after[uid] === to));
  return [
    `block ${state.currentBlock}, ${state.n} uids, ${weights} weights, ${mode(state)}`,
    `emission ${fromRao(given)} of ${fromRao(budget(state))} given out`,
    ...("mechanisms" in state && state.mechanisms.length > 1 && "yuma3" in state
      ? ["the column emission is what the chain stores: the mean over the mechanisms, by their parts (docs/rules/mechanisms.md)"]
      : []),
    ...(before === null ? [] : [`permit gained by ${changed(0, 1)}`, `permit lost by ${changed(1, 0)}`]),
  ].join("\n");
}

function budget(state: AnyState): bigint {
  return "raoEmission" in state ? state.raoEmission : state.minerBudget + state.localDividendBudget + state.rootBudget;
}

function mode(state: AnyState): string {
  const subnet = "mechanisms" in state ? `, ${state.mechanisms.length} ${state.mechanisms.length === 1 ? "mechanism" : "mechanisms"}` : "";
  if (!("yuma3" in state)) return `rule set ${state.ruleSet}, Null consensus${subnet}`;
  const bonds = state.yuma3 ? (state.liquidAlpha ? "yuma3 with liquid alpha" : "yuma3") : "classic bonds";
  return `rule set ${state.ruleSet}, ${bonds}${subnet}`;
}
