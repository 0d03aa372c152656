/** What comes before a call: its stages are compiled, and the device has answered right in each of its modes. */
import { GpuSelfTestError } from "./errors.js";
import { MODES, type Mode, type Modes } from "./modes.js";
import type { CompiledStage, Pipelines } from "./pipelines.js";
import { FORMS, selfTest, type Answering, type Form } from "./selfTest.js";

export class Preparation {
  /** those that run and those that came out, right or wrong; what gave no answer is asked anew */
  private readonly tests = new Map<string, Promise<void>>();

  /** @param answering what the device makes of states, whether or not it is known to be right */
  constructor(
    private readonly pipelines: Pick<Pipelines, "of">,
    private readonly answering: Answering,
  ) {}

  /** @throws GpuSelfTestError, GpuUnavailableError */
  async stagesOf(modes: Modes): Promise<CompiledStage[]> {
    const stages = await this.pipelines.of(modes);
    const asked = FORMS.filter((form) => form === "result" || modes[form]);
    await Promise.all(asked.flatMap((form) => MODES.filter((mode) => modes[mode]).map((mode) => this.tested(mode, form))));
    return stages;
  }

  private tested(mode: Mode, form: Form): Promise<void> {
    const key = `${mode} ${form}`;
    const known = this.tests.get(key);
    if (known !== undefined) return known;
    const test = selfTest(mode, form, this.answering);
    this.tests.set(key, test);
    test.catch((error: unknown) => {
      if (!(error instanceof GpuSelfTestError)) this.tests.delete(key);
    });
    return test;
  }
}
