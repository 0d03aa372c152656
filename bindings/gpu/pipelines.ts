/** The stages' pipelines on one device: each is compiled when a batch first needs it. */
import { answered } from "./answered.js";
import { GpuSelfTestError } from "./errors.js";
import type { Modes } from "./modes.js";
import { BUFFERS, SEEN, STAGES, isOnlyRead, type BindingKind, type Stage } from "./stages.js";
import { COMPUTE } from "./usage.js";

export interface CompiledStage {
  stage: Stage;
  pipeline: GPUComputePipeline;
}

export class Pipelines {
  readonly layouts: Readonly<Record<BindingKind, GPUBindGroupLayout>>;
  private readonly modules = new Map<Stage["shader"], GPUShaderModule>();
  /** those that compile and those that have; what failed is compiled anew */
  private readonly pipelines = new Map<Stage, Promise<GPUComputePipeline>>();

  /** @param timeoutMilliseconds for each of the stages, whenever they are asked for */
  constructor(
    private readonly device: GPUDevice,
    private readonly timeoutMilliseconds?: number,
  ) {
    const kinds = Object.keys(SEEN) as BindingKind[];
    this.layouts = Object.fromEntries(kinds.map((kind) => [kind, createLayout(device, kind)])) as Pipelines["layouts"];
  }

  /**
   * The stages of a batch in their order. One that the device did not compile in time compiles on, and is waited for again
   * where it is asked for again.
   * @throws GpuSelfTestError where the device does not take a shader
   * @throws GpuUnavailableError where it does not answer
   */
  async of(modes: Modes): Promise<CompiledStage[]> {
    // All are compiled side by side. They are waited for one by one, as together they take long on a GPU in software.
    const started = STAGES.filter(({ when }) => when === undefined || when(modes)).map((stage) => ({
      stage,
      compiled: this.compile(stage),
    }));
    const stages: CompiledStage[] = [];
    for (const { stage, compiled } of started) {
      const what = `the device does not compile the shader ${stage.name}`;
      stages.push({ stage, pipeline: await answered(what, this.timeoutMilliseconds, () => compiled) });
    }
    return stages;
  }

  private compile(stage: Stage): Promise<GPUComputePipeline> {
    const known = this.pipelines.get(stage);
    if (known !== undefined) return known;
    const pipeline = this.create(stage);
    this.pipelines.set(stage, pipeline);
    pipeline.catch(() => this.pipelines.delete(stage));
    return pipeline;
  }

  private async create({ name, shader, sees }: Stage): Promise<GPUComputePipeline> {
    const { device } = this;
    try {
      const layout = device.createPipelineLayout({ bindGroupLayouts: [this.layouts[sees]] });
      const module = this.modules.get(shader) ?? device.createShaderModule({ code: shader.join("\n") });
      this.modules.set(shader, module);
      return await device.createComputePipelineAsync({ layout, compute: { module, entryPoint: name } });
    } catch (error) {
      throw new GpuSelfTestError(`the device does not take the shader ${name}: ${(error as Error).message}`);
    }
  }
}

function createLayout(device: GPUDevice, kind: BindingKind): GPUBindGroupLayout {
  const slice: GPUBindGroupLayoutEntry = { binding: 0, visibility: COMPUTE, buffer: { type: "uniform", hasDynamicOffset: true } };
  const buffers = SEEN[kind].map((binding): GPUBindGroupLayoutEntry => {
    const type = isOnlyRead(BUFFERS[binding], kind) ? "read-only-storage" : "storage";
    return { binding, visibility: COMPUTE, buffer: { type } };
  });
  return device.createBindGroupLayout({ entries: [slice, ...buffers] });
}
