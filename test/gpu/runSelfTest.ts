/** Whether the self-test notices every stage that does not run: prints one JSON line. */
import { findAdapter, requestDevice } from "../../bindings/gpu/adapter.js";
import { GpuEngine } from "../../bindings/gpu/engine.js";
import { selfTest } from "../../bindings/gpu/selfTest.js";
import { createPipelines } from "../../bindings/gpu/stages.js";

const { adapter, provider, info } = await findAdapter({});
const device = await requestDevice(adapter);
const pipelines = await createPipelines(device);
const { maxStorageBufferBindingSize, maxBufferSize } = device.limits;

async function passes(left: string | null): Promise<boolean> {
  const stages = pipelines.stages.filter(({ stage }) => stage.name !== left);
  const engine = new GpuEngine(device, { ...pipelines, stages }, info, { maxStorageBufferBindingSize, maxBufferSize }, provider);
  return selfTest(engine).then(
    () => true,
    (error: Error) => (error.name === "GpuSelfTestError" ? false : Promise.reject(error)),
  );
}

const unnoticed: string[] = [];
for (const { stage } of pipelines.stages) if (await passes(stage.name)) unnoticed.push(stage.name);
console.log(JSON.stringify({ adapter: info.name, stages: pipelines.stages.length, complete: await passes(null), unnoticed }));
device.destroy();
