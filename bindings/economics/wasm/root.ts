import type { WasmHeap } from "../../wasm/heap.js";
import type { RootEpochInput, RootEpochOutput } from "../types.js";
import type { Economics } from "../methods.js";

export function root(heap: WasmHeap): Pick<Economics, "rootEpoch" | "rootProportion"> {
  const rootEpoch = (input: RootEpochInput): RootEpochOutput => {
    const { n, netuids, totalNetworks: k } = input;
    if (n === 0) return { error: "No validators to validate emission values." };
    if (netuids.length === 0) return { error: "No networks to validate emission values." };
    heap.reset();
    // Of a netuid that is listed twice the first place counts.
    const columns = new Map(
      netuids
        .slice(0, k)
        .map((netuid, column): [number, number] => [netuid, column])
        .reverse(),
    );
    const weights = heap.room(n * k * 16);
    for (const [uid, row] of input.weights) {
      for (const [netuid, weight] of uid < n ? row : []) {
        const column = columns.get(netuid);
        if (column !== undefined) heap.setCell(weights + (uid * k + column) * 16, BigInt(weight) << 64n);
      }
    }
    const stake = heap.room(n * 16);
    const [ranks, trust, consensus, shares] = [0, 1, 2, 3].map(() => heap.room(k * 16)) as [number, number, number, number];
    const emission = heap.room(k * 8);
    const stakes = heap.amounts(Array.from({ length: n }, (_, i) => input.stakes[i] ?? 0n));
    const status = heap.i32(
      "rootEpoch",
      n,
      k,
      stakes,
      weights,
      Number(input.normalizeRows),
      input.rho,
      input.kappa,
      input.blockEmission,
      stake,
      ranks,
      trust,
      consensus,
      shares,
      emission,
    );
    if (status === heap.constant("ROOT_NO_STAKE")) return { error: "No stake on network" };
    if (status === heap.constant("ROOT_EXP_OVERFLOW")) return { error: "panic: exp overflow" };
    if (netuids.length !== k) return { error: "netuids and emission must have the same length" };
    return {
      stakeX64: heap.readCells(stake, n),
      ranksX64: heap.readCells(ranks, k),
      trustX64: heap.readCells(trust, k),
      consensusX64: heap.readCells(consensus, k),
      sharesX64: heap.readCells(shares, k),
      emission: heap.readAmounts(emission, k),
    };
  };

  return {
    rootEpoch,
    rootProportion: ({ rootTao, alphaIssuance, taoWeight }) => {
      const result = heap.reset().cell();
      heap.call("rootProportion", rootTao, alphaIssuance, taoWeight, result);
      return { yX32: heap.readUnsigned(result) };
    },
  };
}
