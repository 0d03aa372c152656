/** The package as it is built and as its users import it: every entry of package.json, and engines to compare with. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type * as main from "../../../bindings/index.js";
import type * as economics from "../../../bindings/economics/index.js";
import type * as referenceEntry from "../../../bindings/reference/index.js";
import type { Economics } from "../../../bindings/economics/methods.js";
import type { SubnetState, Yuma } from "../../../bindings/types.js";
import { Draw } from "../draw.js";
import { TYPED } from "./call.js";
import { OPAQUE } from "./mutations.js";
import { drawState } from "./states.js";

export interface World {
  /** what each entry exports: "main", "economics", ... */
  entries: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  referenceYuma: Yuma;
  wasmYuma: Yuma;
  referenceEconomics: Economics;
  wasmEconomics: Economics;
  issuanceAt: typeof economics.issuanceAt;
  knownState: SubnetState;
  knownDigest: string;
  /** what has to be closed at the end */
  closing: (() => Promise<void>)[];
}

/** What is not imported but started or read: a worker's program, files. */
const NOT_IMPORTED = /worker$|\.(json|wasm)$/;

export async function loadWorld(): Promise<World> {
  const { name, exports } = JSON.parse(readFileSync("package.json", "utf8")) as { name: string; exports: Record<string, unknown> };
  const entries = new Map<string, Readonly<Record<string, unknown>>>();
  for (const path of Object.keys(exports)) {
    if (NOT_IMPORTED.test(path)) continue;
    const exported = (await import(fileURLToPath(import.meta.resolve(`${name}${path.slice(1)}`)))) as Record<string, unknown>;
    entries.set(path === "." ? "main" : path.slice(2), exported);
    if (typeof exported["YumaError"] === "function") TYPED.add(exported["YumaError"]);
  }
  const { loadYumaSync } = entries.get("main") as unknown as typeof main;
  const { reference, referenceEconomics } = entries.get("reference") as unknown as typeof referenceEntry;
  const { loadEconomicsSync, issuanceAt } = entries.get("economics") as unknown as typeof economics;
  const knownState = drawState(new Draw(1n));
  const knownDigest = reference.epoch(knownState, { digest: true }).digest!;
  const world: World = {
    entries,
    referenceYuma: reference,
    wasmYuma: loadYumaSync(),
    referenceEconomics,
    wasmEconomics: loadEconomicsSync(),
    issuanceAt,
    knownState,
    knownDigest,
    closing: [],
  };
  for (const engine of [world.referenceYuma, world.wasmYuma, world.referenceEconomics, world.wasmEconomics]) OPAQUE.add(engine);
  return world;
}
