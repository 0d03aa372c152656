/** Whether the self-test of a mode notices every stage of it that does not run: prints one JSON line. */
import { findAdapter, requestDevice } from "../../bindings/gpu/adapter.js";
import { GpuEngine } from "../../bindings/gpu/engine.js";
import { MODES, type Mode, type Modes } from "../../bindings/gpu/modes.js";
import { Pipelines } from "../../bindings/gpu/pipelines.js";

/** Modes as networks have them, each of which may be the first that a device meets. */
const MET: readonly (readonly Mode[])[] = [
  ["classic"],
  ["yuma3"],
  ["yuma3", "liquid"],
  ["yuma3", "liquid", "unsorted"],
  ["classic", "wrapping"],
];

const { adapter, provider, info } = await findAdapter({});
const device = await requestDevice(adapter);
const pipelines = new Pipelines(device);
const { maxStorageBufferBindingSize, maxBufferSize } = device.limits;

const modesOf = (met: readonly Mode[]) => Object.fromEntries(MODES.map((mode) => [mode, met.includes(mode)])) as Modes;

async function passes(met: readonly Mode[], left: string | null): Promise<boolean> {
  const of = async (modes: Modes) => (await pipelines.of(modes)).filter(({ stage }) => stage.name !== left);
  const limits = { maxStorageBufferBindingSize, maxBufferSize };
  const engine = new GpuEngine(device, { layouts: pipelines.layouts, of }, info, limits, provider);
  return engine.prepare(modesOf(met)).then(
    () => true,
    (error: Error) => (error.name === "GpuSelfTestError" ? false : Promise.reject(error)),
  );
}

const unnoticed: string[] = [];
const wrong: string[] = [];
let stages = 0;
for (const met of MET) {
  if (!(await passes(met, null))) wrong.push(met.join("+"));
  // What is noticed with fewer modes is noticed with more.
  const known = met.length === 1 ? [] : await pipelines.of(modesOf(met.slice(0, -1)));
  for (const { stage } of await pipelines.of(modesOf(met))) {
    if (known.some((one) => one.stage === stage)) continue;
    stages++;
    if (await passes(met, stage.name)) unnoticed.push(`${stage.name} of ${met.join("+")}`);
  }
}
console.log(JSON.stringify({ adapter: info.name, stages, wrong, unnoticed }));
device.destroy();
// Held until here: see adapter.ts.
void provider;
