/** What the retention map asks of a GPU and of a pool, done by an engine of this thread. */
import type { Gpu, GpuPoint } from "../../bindings/gpu/types.js";
import type { Pool } from "../../bindings/pool/types.js";
import type { EpochResult, StateChanges, SubnetState, Yuma } from "../../bindings/types.js";

type Outputs = { outputs: readonly (keyof EpochResult)[] };

export function gpuBy(yuma: Yuma): Pick<Gpu, "upload" | "sweep"> {
  const states = new Map<object, SubnetState>();
  return {
    async upload(state: SubnetState) {
      const held = { n: state.n, destroy: () => void states.delete(held) };
      states.set(held, state);
      return held;
    },
    async sweep(held: object, points: readonly GpuPoint[], { outputs }: Outputs) {
      return points.map(({ weightRows = [], bondRows: _, ...fields }) => {
        const resident = yuma.resident(states.get(held)!);
        resident.change(fields as StateChanges);
        for (const { uid, uids, values } of weightRows) resident.setWeights(uid, { uids, values });
        return resident.run({ outputs: outputs as never });
      });
    },
  } as unknown as Pick<Gpu, "upload" | "sweep">;
}

export function poolBy(yuma: Yuma): Pick<Pool, "resident"> {
  return {
    resident: (state: SubnetState) => ({
      n: state.n,
      async *epochs(changes: Iterable<StateChanges>, { outputs }: Outputs) {
        const resident = yuma.resident(state);
        for (const fields of changes) {
          resident.change(fields);
          yield resident.run({ outputs: outputs as never });
        }
      },
    }),
  } as unknown as Pick<Pool, "resident">;
}
