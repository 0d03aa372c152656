/** What comes before a batch: its stages are compiled, and the device has answered right in each of its modes. */
import type { EpochResult, SubnetState } from "../types.js";
import { GpuSelfTestError } from "./errors.js";
import { MODES, type Mode, type Modes } from "./modes.js";
import type { CompiledStage, Pipelines } from "./pipelines.js";
import { selfTest } from "./selfTest.js";

export class Preparation {
  /** those that run and those that came out, right or wrong; what gave no answer is asked anew */
  private readonly tests = new Map<Mode, Promise<void>>();

  /** @param answer what the device makes of states, whether or not it is known to be right */
  constructor(
    private readonly pipelines: Pick<Pipelines, "of">,
    private readonly answer: (states: readonly SubnetState[]) => Promise<EpochResult[]>,
  ) {}

  /** @throws GpuSelfTestError, GpuUnavailableError */
  async stagesOf(modes: Modes): Promise<CompiledStage[]> {
    const stages = await this.pipelines.of(modes);
    await Promise.all(MODES.filter((mode) => modes[mode]).map((mode) => this.tested(mode)));
    return stages;
  }

  private tested(mode: Mode): Promise<void> {
    const known = this.tests.get(mode);
    if (known !== undefined) return known;
    const test = selfTest(mode, this.answer);
    this.tests.set(mode, test);
    test.catch((error: unknown) => {
      if (!(error instanceof GpuSelfTestError)) this.tests.delete(mode);
    });
    return test;
  }
}
