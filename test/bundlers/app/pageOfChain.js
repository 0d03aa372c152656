/** A user's page: a subnet's last epoch from the node of `?endpoint=URL&netuid=N`. */
import { loadYuma } from "yuma-consensus";
import { openTransport, readEpoch, replayEpoch } from "yuma-consensus/chain";
import { failureOf } from "./failureOf.js";
import { show } from "./show.js";

async function lastEpoch() {
  const query = new URLSearchParams(location.search);
  const netuid = Number(query.get("netuid"));
  const transport = openTransport(query.get("endpoint"));
  const yuma = await loadYuma();
  const { state } = await readEpoch({ transport, netuid, yuma });
  const { verdict } = await replayEpoch({ transport, netuid, yuma });
  transport.close?.();
  return { verdict, digest: yuma.epoch(state, { digest: true }).digest };
}

lastEpoch().catch(failureOf).then(show);
