import type { Engine } from "../boundary/engine.js";
import type { CheckedState } from "../boundary/input.js";
import type { HeldOptions, HeldState } from "../boundary/resident.js";
import type { HistoricEpochResult } from "../types.js";

/** A state that a worker keeps, of which every epoch says in what it differs. */
export class ResidentState {
  private held: HeldState | undefined;
  /** what of the held state is not as it was given */
  private changed: Partial<CheckedState> = {};

  constructor(
    private readonly engine: Required<Pick<Engine, "hold">>,
    private readonly state: CheckedState,
  ) {}

  epoch(changes: Partial<CheckedState>, options: HeldOptions): Partial<HistoricEpochResult> {
    this.held ??= this.engine.hold(this.state);
    const before = Object.keys(this.changed).map((name) => [name, this.state[name as keyof CheckedState]]);
    try {
      this.held.change({ ...Object.fromEntries(before), ...changes });
      this.changed = changes;
      return this.held.run(options);
    } catch (error) {
      // Made anew for the next: memory that has grown for what does not fit would be kept.
      this.held = undefined;
      this.changed = {};
      throw error;
    }
  }
}
