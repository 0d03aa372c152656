import type { EpochOptions, HistoricEpochResult, StoredRow, UidField } from "../types.js";
import { copyOf } from "./copyOf.js";
import type { CheckedState } from "./input.js";
import type { HeldOptions, HeldState, RowsField } from "./resident.js";
import { withRow } from "./withRow.js";

/** A state held in arrays of the host, for an engine that has no memory to hold it in. */
export class PlainState implements HeldState {
  private readonly held: CheckedState;

  constructor(
    state: CheckedState,
    private readonly epoch: (state: CheckedState, options: EpochOptions) => HistoricEpochResult,
  ) {
    this.held = copyOf(state);
  }

  change(fields: Partial<CheckedState>): void {
    Object.assign(this.held, copyOf(fields));
  }

  setElement(name: UidField, uid: number, value: number | bigint): void {
    (this.held[name] as Record<number, number | bigint>)[uid] = value;
  }

  setRow(name: RowsField, uid: number, row: StoredRow): void {
    this.held[name] = withRow(this.held[name], uid, row);
  }

  run({ outputs, trace, digest, stored }: HeldOptions): Partial<HistoricEpochResult> {
    const result = this.epoch(this.held, { trace, digest });
    // The result is the caller's, who may write to it.
    for (const [field, output] of stored) Object.assign(this.held, { [field]: copyOf(result[output]) });
    const asked = [...outputs, ...(trace ? ["trace" as const] : []), ...(digest ? ["digest" as const] : [])];
    return Object.fromEntries(asked.flatMap((part) => (result[part] === undefined ? [] : [[part, result[part]]])));
  }

  state(): CheckedState {
    return copyOf(this.held);
  }
}
