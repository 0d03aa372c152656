/** The stages on the device in their order, and the pipelines that run them. */
import bonds from "../../shaders/bonds.wgsl";
import bondsLiquid from "../../shaders/bondsLiquid.wgsl";
import bondsStored from "../../shaders/bondsStored.wgsl";
import columns from "../../shaders/columns.wgsl";
import consensus from "../../shaders/consensus.wgsl";
import consensusSearch from "../../shaders/consensusSearch.wgsl";
import dividends from "../../shaders/dividends.wgsl";
import emission from "../../shaders/emission.wgsl";
import incentive from "../../shaders/incentive.wgsl";
import masks from "../../shaders/masks.wgsl";
import output from "../../shaders/output.wgsl";
import rows from "../../shaders/rows.wgsl";
import stake from "../../shaders/stake.wgsl";
import weights from "../../shaders/weights.wgsl";
import { answered } from "./answered.js";
import { GpuSelfTestError } from "./errors.js";
import type { Modes, WorkKind } from "./pack.js";

/** Which buffers a stage sees: at most eight, as many as every device allows. */
export type BindingKind = "vectors" | "stored" | "matrix";

export interface Stage {
  /** its entry point */
  name: string;
  shader: readonly string[];
  /** what one workgroup takes, or for a tile each of its invocations a uid */
  per: WorkKind;
  sees: BindingKind;
  /** default: in every chunk */
  when?: (modes: Modes) => boolean;
}

export const STAGES: readonly Stage[] = [
  { name: "stake", shader: stake, per: "network", sees: "vectors" },
  { name: "masks", shader: masks, per: "tile", sees: "vectors" },
  { name: "active_stake", shader: stake, per: "network", sees: "vectors" },
  { name: "weights_of_row", shader: weights, per: "row", sees: "stored" },
  { name: "bonds_stored", shader: bondsStored, per: "row", sees: "stored" },
  { name: "voters", shader: consensus, per: "network", sees: "matrix" },
  { name: "columns", shader: columns, per: "tile", sees: "matrix" },
  { name: "consensus", shader: consensus, per: "tile", sees: "matrix" },
  { name: "consensus_search", shader: consensusSearch, per: "tile", sees: "matrix" },
  { name: "validator_trust", shader: consensus, per: "row", sees: "matrix" },
  { name: "ranks", shader: incentive, per: "tile", sees: "matrix" },
  { name: "incentive", shader: incentive, per: "network", sees: "matrix" },
  { name: "bonds_classic", shader: bonds, per: "tile", sees: "matrix", when: ({ classic }) => classic },
  { name: "liquid_consensus", shader: bondsLiquid, per: "network", sees: "matrix", when: ({ liquid }) => liquid },
  { name: "cursor", shader: bondsLiquid, per: "row", sees: "stored", when: ({ unsorted }) => unsorted },
  { name: "bonds_constant", shader: bonds, per: "tile", sees: "matrix", when: ({ yuma3 }) => yuma3 },
  { name: "bonds_liquid", shader: bondsLiquid, per: "tile", sees: "matrix", when: ({ liquid }) => liquid },
  { name: "rows", shader: rows, per: "row", sees: "matrix" },
  { name: "dividends", shader: dividends, per: "row", sees: "matrix" },
  { name: "dividends_normalized", shader: dividends, per: "network", sees: "matrix" },
  { name: "emission", shader: emission, per: "network", sees: "vectors" },
  { name: "output", shader: output, per: "tile", sees: "vectors" },
  { name: "output_bonds", shader: output, per: "row", sees: "matrix" },
];

/** The storage buffers by their binding; binding 0 is the slice. */
export const BUFFERS = {
  1: "networks",
  2: "state",
  3: "vectors",
  4: "results",
  5: "storedWeights",
  6: "storedBonds",
  7: "weights",
  8: "bonds",
  9: "averages",
} as const;
export type BufferName = (typeof BUFFERS)[keyof typeof BUFFERS];

export const SEEN: Readonly<Record<BindingKind, readonly (keyof typeof BUFFERS)[]>> = {
  vectors: [1, 2, 3, 4],
  stored: [1, 2, 3, 4, 5, 6, 7, 8],
  matrix: [1, 2, 3, 4, 7, 8, 9],
};

/** What the host writes, and shaders only read. */
const READ_ONLY: readonly BufferName[] = ["networks", "state", "storedWeights", "storedBonds"];

// GPUShaderStage.COMPUTE; the names are not everywhere globals.
const COMPUTE = 4;

export interface Pipelines {
  layouts: Record<BindingKind, GPUBindGroupLayout>;
  stages: { stage: Stage; pipeline: GPUComputePipeline }[];
}

/**
 * @param timeoutMilliseconds for each of the shaders
 * @throws GpuSelfTestError where the device does not take a shader
 * @throws GpuUnavailableError where it does not answer
 */
export async function createPipelines(device: GPUDevice, timeoutMilliseconds?: number): Promise<Pipelines> {
  const kinds = Object.keys(SEEN) as BindingKind[];
  const layouts = Object.fromEntries(kinds.map((kind) => [kind, createLayout(device, kind)])) as Pipelines["layouts"];
  const modules = new Map(
    [...new Set(STAGES.map(({ shader }) => shader))].map((shader) => [shader, device.createShaderModule({ code: shader.join("\n") })]),
  );
  const create = async (stage: Stage) => {
    const layout = device.createPipelineLayout({ bindGroupLayouts: [layouts[stage.sees]] });
    const module = modules.get(stage.shader)!;
    try {
      return { stage, pipeline: await device.createComputePipelineAsync({ layout, compute: { module, entryPoint: stage.name } }) };
    } catch (error) {
      throw new GpuSelfTestError(`the device does not take the shader ${stage.name}: ${(error as Error).message}`);
    }
  };
  // All are compiled side by side. They are waited for one by one, as together they take long on a GPU in software.
  const started = STAGES.map((stage) => {
    const pipeline = create(stage);
    pipeline.catch(() => undefined);
    return { name: stage.name, pipeline };
  });
  const stages: Pipelines["stages"] = [];
  for (const { name, pipeline } of started) {
    stages.push(await answered(`the device does not compile the shader ${name}`, timeoutMilliseconds, () => pipeline));
  }
  return { layouts, stages };
}

function createLayout(device: GPUDevice, kind: BindingKind): GPUBindGroupLayout {
  const slice: GPUBindGroupLayoutEntry = { binding: 0, visibility: COMPUTE, buffer: { type: "uniform", hasDynamicOffset: true } };
  const buffers = SEEN[kind].map((binding): GPUBindGroupLayoutEntry => {
    const type = READ_ONLY.includes(BUFFERS[binding]) ? "read-only-storage" : "storage";
    return { binding, visibility: COMPUTE, buffer: { type } };
  });
  return device.createBindGroupLayout({ entries: [slice, ...buffers] });
}
