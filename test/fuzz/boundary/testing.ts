/** The generators of states: what they generate is a state as it was asked for. */
import fc from "fast-check";
import { LIQUID_ALPHA_CONSENSUS_MODES, checkState, checkSubnetState } from "../../../bindings/boundary/input.js";
import { RULE_SETS, RULE_SET_IDS } from "../../../bindings/ruleSets/ruleSets.js";
import type { RuleSet, StoredRows, SubnetEpochState, SubnetState } from "../../../bindings/types.js";
import type { Make } from "./methods.js";
import { jsonOf } from "./json.js";
import { flag, list, oneOf, optional, record, tuple, u16, whole, type Values, type Verdict } from "./shapes.js";

const STATE_OPTIONS = {
  ruleSets: optional(list(oneOf(...RULE_SET_IDS), 4, 1)),
  minUids: optional(whole(0, 256, [0, 1, 3])),
  maxUids: optional(whole(0, 256, [3, 4, 5])),
  yuma3: optional(flag),
  liquidAlpha: optional(flag),
  liquidAlphaConsensusMode: optional(oneOf(...LIQUID_ALPHA_CONSENSUS_MODES)),
};

const sizesFit = ({ minUids = 0, maxUids = 256 }: Values): Verdict => (minUids <= maxUids ? "accept" : "refuse");

/** Some rule set has to have what is asked for. */
function formsFit({ ruleSets, epochConsensus }: Values): Verdict {
  const having = (rule: "mechanisms" | "nullConsensus") => (ruleSets ?? RULE_SET_IDS).some((id: RuleSet) => RULE_SETS[id][rule]);
  return having(epochConsensus === "null" ? "nullConsensus" : "mechanisms") ? "accept" : "refuse";
}

/** Large ones take their time. */
const MOST_SAMPLED = 12;

/** What is asked for, whatever is drawn. */
function isAsAsked(state: SubnetState | SubnetEpochState, options: Values): boolean {
  const { ruleSets, minUids = 0, maxUids = 256 } = options;
  const fixed = ["yuma3", "liquidAlpha", "liquidAlphaConsensusMode", "epochConsensus"].filter((name) => options[name] !== undefined);
  return (
    (ruleSets === undefined || ruleSets.includes(state.ruleSet)) &&
    state.n >= minUids &&
    state.n <= maxUids &&
    fixed.every((name) => !(name in state) || (state as unknown as Values)[name] === options[name])
  );
}

function generator<S extends SubnetState | SubnetEpochState>(shape: ReturnType<typeof record>, check: (state: S) => unknown): Make {
  return (name, generate) => [
    {
      name,
      share: 0.3,
      parameters: [optional(shape)],
      call: (...args) => generate(...args),
      right: (states: fc.Arbitrary<S>, [options = {}]) => {
        if ((options.minUids ?? 0) > MOST_SAMPLED) return true;
        const [state] = fc.sample(states, { seed: 475, numRuns: 1 }) as [S];
        check(state);
        return isAsAsked(state, options);
      },
    },
  ];
}

const stateGenerator = generator<SubnetState>(record(STATE_OPTIONS, { also: sizesFit }), (state) => checkState(state));

const subnetGenerator = generator<SubnetEpochState>(
  record(
    { ...STATE_OPTIONS, epochConsensus: optional(oneOf("yuma", "null")), maxMechanisms: optional(whole(1, 16, [1, 4])) },
    { also: (options) => (sizesFit(options) === "accept" ? formsFit(options) : "refuse") },
  ),
  (state) => checkSubnetState(state),
);

export const TESTING: Readonly<Record<string, Make>> = {
  hostileState: stateGenerator,
  plainState: stateGenerator,
  hostileSubnet: subnetGenerator,
  plainSubnet: subnetGenerator,
  rowsOf: (name, rowsOf) => [
    {
      name,
      share: 0.3,
      parameters: [list(list(tuple(u16, u16)))],
      call: (...args) => rowsOf(...args),
      right: (found: StoredRows, [rows]) => JSON.stringify(jsonOf(found)) === JSON.stringify(rows),
    },
  ],
};
