/** Whether the self-test of a mode notices every stage of it that does not run: prints one JSON line. */
import { findAdapter, requestDevice } from "../../bindings/gpu/adapter.js";
import { GpuEngine } from "../../bindings/gpu/engine.js";
import type { Modes } from "../../bindings/gpu/modes.js";
import { Pipelines } from "../../bindings/gpu/pipelines.js";
import { only } from "./only.js";

/** Modes as networks have them, each of which may be the first that a device meets. */
const MET: readonly (readonly (keyof Modes)[])[] = [
  ["classic", "bonds"],
  ["yuma3", "bonds"],
  ["yuma3", "bonds", "liquid"],
  ["classic", "bonds", "wrapping"],
  ["yuma3", "bonds", "digest"],
  ["classic", "bonds", "advances"],
];
/** Modes on which each of these builds. */
const FIRST = 2;

const { adapter, provider, info } = await findAdapter({});
const device = await requestDevice(adapter);
const pipelines = new Pipelines(device);
const { maxStorageBufferBindingSize, maxBufferSize } = device.limits;

async function passes(met: readonly (keyof Modes)[], left: string | null): Promise<boolean> {
  const of = async (modes: Modes) => (await pipelines.of(modes)).filter(({ stage }) => stage.name !== left);
  const limits = { maxStorageBufferBindingSize, maxBufferSize };
  const engine = new GpuEngine(device, { layouts: pipelines.layouts, of }, info, limits, provider);
  return engine.prepare(only(...met)).then(
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
  const known = met.length === FIRST ? [] : await pipelines.of(only(...met.slice(0, -1)));
  for (const { stage } of await pipelines.of(only(...met))) {
    if (known.some((one) => one.stage === stage)) continue;
    stages++;
    if (await passes(met, stage.name)) unnoticed.push(`${stage.name} of ${met.join("+")}`);
  }
}
console.log(JSON.stringify({ adapter: info.name, stages, wrong, unnoticed }));
device.destroy();
// Held until here: see adapter.ts.
void provider;
