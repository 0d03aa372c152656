import { findAdapter } from "../../bindings/gpu/adapter.js";
import type { GpuAdapterInfo } from "../../bindings/gpu/types.js";
import { dawn } from "../gpu/open.js";

/** A device as Dawn describes it. */
export interface AdapterReport {
  info: GpuAdapterInfo;
  /** all that Dawn finds, in its words */
  found: string;
  /** invocations that run in step; null where it does not say */
  subgroups: { least: number; most: number } | null;
  features: string[];
  /** of WGSL */
  languageFeatures: string[];
  limits: Record<string, number>;
}

/** Dawn lists its adapters where none has the name that is asked for. */
async function listAdapters(): Promise<string> {
  const provider = await dawn("adapter=none of this name");
  const refused = Promise.resolve().then(() => provider.requestAdapter());
  return refused.then(
    () => "no list",
    (error: Error) => error.message,
  );
}

/** @throws GpuUnavailableError */
export async function describeAdapter(): Promise<AdapterReport> {
  const found = await listAdapters();
  console.error(found);
  const gpu = await dawn();
  const { adapter, info } = await findAdapter({ gpu });
  const { subgroupMinSize, subgroupMaxSize } = adapter.info;
  const names = Object.getOwnPropertyNames(Object.getPrototypeOf(adapter.limits)).filter((name) => name !== "constructor");
  return {
    info,
    found,
    subgroups: subgroupMinSize === undefined ? null : { least: subgroupMinSize, most: subgroupMaxSize },
    features: [...adapter.features].sort(),
    languageFeatures: [...((gpu as unknown as GPU).wgslLanguageFeatures ?? [])].sort(),
    limits: Object.fromEntries(names.map((name) => [name, (adapter.limits as unknown as Record<string, number>)[name]!])),
  };
}
