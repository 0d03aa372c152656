import type { Scenario } from "yuma-consensus/simulate";
import { rowsOfScenario, stakesOfScenario } from "./rowsOfScenario.js";

/** By epoch and server: the share of what the stake gives to all servers. For reading only. */
export function meanWeights(scenario: Scenario): number[][] {
  const { validators, servers, epochs } = scenario;
  const given = Array.from({ length: epochs }, () => servers.map(() => 0));
  validators.forEach((_, uid) => {
    const stakes = stakesOfScenario(scenario, uid);
    rowsOfScenario(scenario, uid).forEach((row, epoch) => {
      const onServers = row.filter(([to]) => to >= validators.length);
      const sum = onServers.reduce((total, [, value]) => total + value, 0);
      for (const [to, value] of onServers) if (sum > 0) given[epoch]![to - validators.length]! += (Number(stakes[epoch]) * value) / sum;
    });
  });
  return given.map((shares) => {
    const total = shares.reduce((sum, share) => sum + share, 0);
    return shares.map((share) => (total === 0 ? 0 : share / total));
  });
}
