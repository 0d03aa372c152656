/** The map on a GPU: states that stay there, and for each network the rows that differ. */
import type { Gpu, GpuState, UidRow } from "../../gpu/types.js";
import { CAMPS, type Camp } from "./camps.js";
import type { RetentionRow } from "./row.js";
import { checkEngine, networksByStake, type Network, type NetworksOfStake } from "./networks.js";
import type { RetentionOptions } from "./options.js";
import type { Scene } from "./scene.js";

/** Networks of one call of the device. */
const AT_ONCE = 1_024;

/** A camp's rows beside any of the other's are the same objects, so that the device is sent them once a call. */
class CampRows {
  private readonly made = new Map<string, readonly UidRow[]>();
  private readonly uids: Uint16Array;

  constructor(private readonly scene: Scene) {
    const { validators, servers } = scene.camps;
    this.uids = Uint16Array.from({ length: servers }, (_, server) => validators + server);
  }

  of(camp: Camp, ownWeight: number): readonly UidRow[] {
    const key = `${camp} ${ownWeight}`;
    let rows = this.made.get(key);
    if (rows === undefined) {
      const { camps } = this.scene;
      const { servers } = camps;
      const values = camps.rowsOf(camp, ownWeight);
      const [first, end] = camps.validatorsOf(camp);
      rows = Array.from({ length: end - first }, (_, i) => ({
        uid: first + i,
        uids: this.uids,
        values: values.subarray(i * servers, (i + 1) * servers),
      }));
      this.made.set(key, rows);
    }
    return rows;
  }
}

/**
 * As `retentionMap`, number for number, for networks of one epoch.
 * @param gpu `loadGpu` of yuma-consensus/gpu gives one
 * @throws EpochInputError where the options are bad, or the networks have more than one epoch
 * @throws as `Gpu.sweep`
 */
export function retentionMapOnGpu(
  gpu: Pick<Gpu, "upload" | "sweep">,
  options: RetentionOptions = {},
  from = 0,
): AsyncGenerator<RetentionRow, void, undefined> {
  checkEngine(gpu, "gpu", "a GPU, as loadGpu gives one", ["upload", "sweep"]);
  return ofStakes(gpu, networksByStake(options, from));
}

async function* ofStakes(
  gpu: Pick<Gpu, "upload" | "sweep">,
  stakes: Iterable<NetworksOfStake>,
): AsyncGenerator<RetentionRow, void, undefined> {
  for (const { scene, networks } of stakes) yield* ofStake(gpu, scene, networks);
}

async function* ofStake(
  gpu: Pick<Gpu, "upload" | "sweep">,
  scene: Scene,
  networks: readonly Network[],
): AsyncGenerator<RetentionRow, void, undefined> {
  const rows = new CampRows(scene);
  const state = await gpu.upload(scene.start);
  try {
    // What follows is packed while the device works on what is before it.
    let next = swept(gpu, state, scene, rows, networks.slice(0, AT_ONCE));
    for (let first = 0; first < networks.length; first += AT_ONCE) {
      const results = await next;
      const more = networks.slice(first + AT_ONCE, first + 2 * AT_ONCE);
      if (more.length > 0) next = swept(gpu, state, scene, rows, more);
      next.catch(() => undefined);
      for (const [i, { knobs, ownWeights }] of networks.slice(first, first + AT_ONCE).entries()) {
        yield { ...knobs, weightDeviation: scene.weightDeviation.at(ownWeights), majorEmissionRatio: results[i]! };
      }
    }
  } finally {
    state.destroy();
  }
}

async function swept(
  gpu: Pick<Gpu, "sweep">,
  state: GpuState,
  scene: Scene,
  rows: CampRows,
  networks: readonly Network[],
): Promise<number[]> {
  const points = networks.map(({ ownWeights }) => ({ weightRows: CAMPS.flatMap((camp) => rows.of(camp, ownWeights[camp])) }));
  const results = await gpu.sweep(state, points, { outputs: scene.outputs });
  return results.map((result) => scene.majorEmissionRatio(result));
}
