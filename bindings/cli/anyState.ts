import { fromJson, subnetFromJson } from "../boundary/input.js";
import { parseJson } from "../text/json.js";
import type { SubnetEpochState, SubnetState } from "../types.js";

/** A subnet's state is told by what only it has; whatever else is wrong with it is said of that form. */
export function anyState(text: string): SubnetState | SubnetEpochState {
  const json = parseJson(text);
  const isSubnet = typeof json === "object" && json !== null && ("epochConsensus" in json || "mechanisms" in json);
  return isSubnet ? subnetFromJson(json) : fromJson(json);
}
