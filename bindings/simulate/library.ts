/**
 * The scenarios of the package, as they stand in their files.
 *
 * @module yuma-consensus/scenarios
 */
import majorityMovesFirst from "./scenarios/majority-moves-first.json";
import majorityMovesSecond from "./scenarios/majority-moves-second.json";
import majorityMovesThird from "./scenarios/majority-moves-third.json";
import allSwitchTogether from "./scenarios/all-switch-together.json";
import secondThenThird from "./scenarios/second-then-third.json";
import secondThenAllReturn from "./scenarios/second-then-all-return.json";
import lateMajorityThenOneEarly from "./scenarios/late-majority-then-one-early.json";
import lateMajorityTwiceCopier from "./scenarios/late-majority-twice-copier.json";
import stakeMerge from "./scenarios/stake-merge.json";
import majorityDelayedTen from "./scenarios/majority-delayed-ten.json";
import clippingDemo from "./scenarios/clipping-demo.json";
import dustWeightHolder from "./scenarios/dust-weight-holder.json";
import splitSupporter from "./scenarios/split-supporter.json";
import oneEpochSwitch from "./scenarios/one-epoch-switch.json";
import stableMiner025 from "./scenarios/stable-miner-0.25.json";
import stableMiner050 from "./scenarios/stable-miner-0.50.json";
import stableMiner075 from "./scenarios/stable-miner-0.75.json";
import stableMiner090 from "./scenarios/stable-miner-0.90.json";
import clientWinnerTakesAll from "./scenarios/client-winner-takes-all.json";
import serverWinnerTakesAll from "./scenarios/server-winner-takes-all.json";
import clientWinnerTakesAll3 from "./scenarios/client-winner-takes-all-3.json";
import serverWinnerTakesAll3 from "./scenarios/server-winner-takes-all-3.json";
import web13ServersClientSideWtaLowNoise from "./scenarios/web-1-3-servers-client-side-wta-low-noise.json";
import web23ServersServerSideWtaLowNoise from "./scenarios/web-2-3-servers-server-side-wta-low-noise.json";
import type { ScenarioFile } from "./types.js";

export type { ScenarioFile };

/**
 * The scenarios of the package in the form of their files, by the name that `yuma simulate` takes; `readScenario` makes of
 * one what `runScenario` runs.
 */
export const SCENARIOS: Readonly<Record<string, ScenarioFile>> = {
  "majority-moves-first": majorityMovesFirst,
  "majority-moves-second": majorityMovesSecond,
  "majority-moves-third": majorityMovesThird,
  "all-switch-together": allSwitchTogether,
  "second-then-third": secondThenThird,
  "second-then-all-return": secondThenAllReturn,
  "late-majority-then-one-early": lateMajorityThenOneEarly,
  "late-majority-twice-copier": lateMajorityTwiceCopier,
  "stake-merge": stakeMerge,
  "majority-delayed-ten": majorityDelayedTen,
  "clipping-demo": clippingDemo,
  "dust-weight-holder": dustWeightHolder,
  "split-supporter": splitSupporter,
  "one-epoch-switch": oneEpochSwitch,
  "stable-miner-0.25": stableMiner025,
  "stable-miner-0.50": stableMiner050,
  "stable-miner-0.75": stableMiner075,
  "stable-miner-0.90": stableMiner090,
  "client-winner-takes-all": clientWinnerTakesAll,
  "server-winner-takes-all": serverWinnerTakesAll,
  "client-winner-takes-all-3": clientWinnerTakesAll3,
  "server-winner-takes-all-3": serverWinnerTakesAll3,
  "web-1-3-servers-client-side-wta-low-noise": web13ServersClientSideWtaLowNoise,
  "web-2-3-servers-server-side-wta-low-noise": web23ServersServerSideWtaLowNoise,
};
