/** An epoch read from a node and replayed, by the package as an engine imports it: the same text wherever the bits are the same. */
import type { SubnetEpochState, SubnetState } from "../../bindings/types.js";

/** What is used of the package. */
export interface ChainPackage {
  core: Pick<typeof import("../../bindings/index.js"), "loadYuma">;
  chain: Pick<typeof import("../../bindings/chain/index.js"), "openTransport" | "readEpoch" | "replayEpoch">;
}

export interface EpochFound {
  digest: string;
  verdict: string;
  /** all that was read and compared */
  whole: string;
}

/** As JSON takes it, every integer as digits; without the time of reading. */
function plain(name: string, value: unknown): unknown {
  if (name === "when") return undefined;
  if (typeof value === "bigint") return String(value);
  return ArrayBuffer.isView(value) ? Array.from(value as unknown as ArrayLike<unknown>) : value;
}

export async function readAndReplay({ core, chain }: ChainPackage, endpoint: string, netuid: number): Promise<EpochFound> {
  const yuma = await core.loadYuma();
  const transport = chain.openTransport(endpoint);
  try {
    const read = await chain.readEpoch({ transport, netuid, yuma, retries: 0 });
    const { state, block } = read;
    const replay = await chain.replayEpoch({ transport, netuid, block, yuma, retries: 0 });
    const result =
      "mechanisms" in state
        ? yuma.subnetEpoch(state as SubnetEpochState, { digest: true })
        : yuma.epoch(state as SubnetState, { digest: true });
    return { digest: result.digest, verdict: replay.verdict, whole: JSON.stringify({ read, replay }, plain) };
  } finally {
    transport.close?.();
  }
}
