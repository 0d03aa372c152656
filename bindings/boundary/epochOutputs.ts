import { flags, list, sometimes, sparseRows, u16s, u64s, type Described } from "./quantities.js";
import { record } from "./records.js";
import type { HistoricEpochResult, HistoricSubnetEpochResult, MechanismResult } from "../types.js";

/** What an epoch and a subnet's epoch give, in the order in which it is written; a trace follows the flow. */
export const EPOCH_OUTPUTS = /* @__PURE__ */ (() => {
  const RAO = "rao";
  const PROPORTION = "fraction of 65535";

  const FIRST = { stakeWeight: sometimes(u16s(PROPORTION)), active: flags(), consensus: u16s(PROPORTION) };

  const REST = {
    dividends: u16s(PROPORTION),
    validatorTrust: u16s(PROPORTION),
    ranks: sometimes(u16s(`${PROPORTION}, up to spec-320`)),
    trust: sometimes(u16s(`${PROPORTION}, up to spec-320`)),
    pruningScores: sometimes(u16s(`${PROPORTION}, up to spec-320`)),
    serverEmission: u64s(RAO),
    validatorEmission: u64s(RAO),
    emission: u64s(RAO),
    newValidatorPermits: flags(),
    stake: sometimes(u64s(RAO)),
  };

  const bonds = sparseRows(`to store: ${PROPORTION}`);

  const EPOCH: Described<Omit<HistoricEpochResult, "trace" | "digest">> = { ...FIRST, incentive: u16s(PROPORTION), ...REST, bonds };

  const MECHANISM: Described<MechanismResult> = {
    incentive: u16s(PROPORTION),
    consensus: u16s(PROPORTION),
    serverEmission: u64s(RAO),
    validatorEmission: u64s(RAO),
    bonds: sometimes(bonds),
  };

  const SUBNET: Described<Omit<HistoricSubnetEpochResult, "trace" | "digest">> = {
    ...FIRST,
    ...REST,
    mechanisms: list(record<MechanismResult>(MECHANISM)),
  };

  return { epoch: record<object>(EPOCH), subnet: record<object>(SUBNET) };
})();
