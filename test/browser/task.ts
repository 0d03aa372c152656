/** What the page can be asked for, there or in a worker. */
import type { BackendName } from "../../bindings/functions/index.js";
import { fromJson } from "../../bindings/boundary/input.js";
import { toJson } from "../../bindings/boundary/jsonForm.js";
import { difference } from "../../bindings/verify/difference.js";
import { readAndReplay } from "../engines/readAndReplay.js";
import { backendOf, readVectors, runVectors, runVectorsOnGpu, type Files, type Package } from "../engines/vectors.js";

/** The addresses of the package's entries. */
export type Addresses = Record<keyof Package, string>;

export type Task =
  | { run: "vectors"; from: Addresses; backend: BackendName; folder: string; files: string[] }
  | { run: "refusals"; from: Addresses }
  | { run: "pool"; from: string; folder: string; file: string }
  | { run: "gpu"; from: string; sets: Files[] }
  | { run: "epoch"; from: { core: string; chain: string }; endpoint: string; netuid: number }
  | { run: "connection"; from: string; endpoint: string };

export async function perform(task: Task): Promise<unknown> {
  switch (task.run) {
    case "vectors":
      return runVectors(await backendOf(entriesAt(task.from), task.backend), task.files, (file) => bytesAt(`${task.folder}/${file}`));
    case "refusals":
      return refusals(entriesAt(task.from));
    case "pool":
      return poolEpochs(await import(task.from), await bytesAt(`${task.folder}/${task.file}`));
    case "gpu":
      return runVectorsOnGpu(await import(task.from), task.sets, (folder, file) => bytesAt(`${folder}/${file}`));
    case "epoch":
      return readAndReplay({ core: await import(task.from.core), chain: await import(task.from.chain) }, task.endpoint, task.netuid);
    case "connection":
      return connection(await import(task.from), task.endpoint);
  }
}

function entriesAt(from: Addresses): Package {
  return { core: () => import(from.core), economics: () => import(from.economics), reference: () => import(from.reference) };
}

async function bytesAt(address: string): Promise<Uint8Array> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${await response.text()}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Counts from now on the messages to workers that bring shared memory. */
function countSharing(): () => number {
  let count = 0;
  const { postMessage } = Worker.prototype;
  Worker.prototype.postMessage = function (this: Worker, sent: { message?: { memory: object } }, transfer: never) {
    count += Number(Object.prototype.toString.call(sent.message?.memory) === "[object SharedArrayBuffer]");
    postMessage.call(this, sent, transfer);
  } as typeof postMessage;
  return () => count;
}

/** Epoch vectors through a pool's workers: how many come out equal, as plain and as resident states, on how many workers, and how many states shared memory took over. */
async function poolEpochs({ createPool }: typeof import("../../bindings/pool/index.js"), packed: Uint8Array): Promise<unknown> {
  const vectors = await readVectors(packed);
  const sharing = countSharing();
  const pool = await createPool({ size: 2 });
  let equal = 0;
  try {
    const states = vectors.map((vector) => fromJson(vector.in));
    let i = 0;
    for await (const result of pool.epochs(states)) {
      const again = await pool.resident({ ...states[i]!, kappa: 0 }).epoch({ kappa: states[i]!.kappa });
      const [out, given] = [vectors[i++]!.out, [result, again].map(toJson)];
      equal += Number(given.every((one) => difference({ out }, { out: one }) === null));
    }
    return { equal, of: vectors.length, workers: pool.size, sharing: sharing() };
  } finally {
    await pool.close();
  }
}

/** What each way to load says where WebAssembly is forbidden. */
async function refusals(entries: Package): Promise<string[]> {
  const [core, economics] = [await entries.core(), await entries.economics()];
  const ways = [
    [core, core.loadYuma],
    [core, core.loadYumaSync],
    [economics, economics.loadEconomics],
    [economics, economics.loadEconomicsSync],
  ] as const;
  return Promise.all(
    ways.map(async ([{ BackendUnavailableError }, load]) => {
      try {
        await load();
        return "loaded";
      } catch (error) {
        return `${error instanceof BackendUnavailableError ? "typed" : "untyped"} ${(error as Error).name}: ${(error as Error).message}`;
      }
    }),
  );
}

/** What an endpoint's node calls its chain, or why it is not reached. */
async function connection(
  { ChainError, openChain, openTransport }: typeof import("../../bindings/chain/index.js"),
  endpoint: string,
): Promise<unknown> {
  const transport = openTransport(endpoint);
  try {
    return (await openChain({ transport, retries: 0 })).network;
  } catch (error) {
    if (!(error instanceof ChainError)) throw error;
    return { code: error.code, message: error.message };
  } finally {
    transport.close?.();
  }
}
