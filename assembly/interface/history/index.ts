/** The functions that only old specs had, by their numbers. */
import { accepted, refusal } from "../accept";
import * as layout from "../economicsLayouts";
import { NOT_A_MESSAGE, refuse } from "../message";
import { answerAccumulateHotkey195, answerDrainHotkey195, answerEmitThroughHotkey127, answerShouldDrainHotkey195 } from "./accounts";
import { answerFlowShares334, answerFlowShares411 } from "./flows";
import { answerInheritedStake195 } from "./inheritedStake";
import {
  answerDistribute233,
  answerDividendDistribution233,
  answerImmuneOwnerHotkeys306,
  answerParentChild233,
  answerValidatorPool257,
} from "./payout";
import { answerAlphaSplit233, answerGenerateEmission127, answerGenerateEmission195 } from "./pending";
import { answerMovingPrice233, answerPoolPrice233 } from "./prices";
import { answerPriceShares233, answerPriceShares261, answerPriceShares421 } from "./shares";
import { answerPoolSell233, answerSubnetTerms233, answerSubnetTerms298, answerSubnetTerms342 } from "./terms";

/** As `run` of ../economics. */
export function runHistoric(asked: u32): u32 {
  switch (asked) {
    case layout.PRICE_SHARES_233:
      return accepted(asked, layout.PRICE_SHARES_233_IN_SIZE, layout.PRICE_SHARES_233_CHECKS) ? answerPriceShares233() : refusal;
    case layout.PRICE_SHARES_261:
      return accepted(asked, layout.PRICE_SHARES_261_IN_SIZE, layout.PRICE_SHARES_261_CHECKS) ? answerPriceShares261() : refusal;
    case layout.PRICE_SHARES_421:
      return accepted(asked, layout.PRICE_SHARES_421_IN_SIZE, layout.PRICE_SHARES_421_CHECKS) ? answerPriceShares421() : refusal;
    case layout.FLOW_SHARES_334:
      return accepted(asked, layout.FLOW_SHARES_334_IN_SIZE, layout.FLOW_SHARES_334_CHECKS) ? answerFlowShares334() : refusal;
    case layout.FLOW_SHARES_411:
      return accepted(asked, layout.FLOW_SHARES_411_IN_SIZE, layout.FLOW_SHARES_411_CHECKS) ? answerFlowShares411() : refusal;
    case layout.MOVING_PRICE_233:
      return accepted(asked, layout.MOVING_PRICE_233_IN_SIZE, layout.MOVING_PRICE_233_CHECKS) ? answerMovingPrice233() : refusal;
    case layout.POOL_PRICE_233:
      return accepted(asked, layout.POOL_PRICE_233_IN_SIZE, layout.POOL_PRICE_233_CHECKS) ? answerPoolPrice233() : refusal;
    case layout.SUBNET_TERMS_233:
      return accepted(asked, layout.SUBNET_TERMS_233_IN_SIZE, layout.SUBNET_TERMS_233_CHECKS) ? answerSubnetTerms233() : refusal;
    case layout.SUBNET_TERMS_298:
      return accepted(asked, layout.SUBNET_TERMS_298_IN_SIZE, layout.SUBNET_TERMS_298_CHECKS) ? answerSubnetTerms298() : refusal;
    case layout.SUBNET_TERMS_342:
      return accepted(asked, layout.SUBNET_TERMS_342_IN_SIZE, layout.SUBNET_TERMS_342_CHECKS) ? answerSubnetTerms342() : refusal;
    case layout.POOL_SELL_233:
      return accepted(asked, layout.POOL_SELL_233_IN_SIZE, layout.POOL_SELL_233_CHECKS) ? answerPoolSell233() : refusal;
    case layout.ALPHA_SPLIT_233:
      return accepted(asked, layout.ALPHA_SPLIT_233_IN_SIZE, layout.ALPHA_SPLIT_233_CHECKS) ? answerAlphaSplit233() : refusal;
    case layout.GENERATE_EMISSION_127:
      return accepted(asked, layout.GENERATE_EMISSION_127_IN_SIZE, layout.GENERATE_EMISSION_127_CHECKS) ? answerGenerateEmission127() : refusal;
    case layout.GENERATE_EMISSION_195:
      return accepted(asked, layout.GENERATE_EMISSION_195_IN_SIZE, layout.GENERATE_EMISSION_195_CHECKS) ? answerGenerateEmission195() : refusal;
    case layout.PARENT_CHILD_233:
      return accepted(asked, layout.PARENT_CHILD_233_IN_SIZE, layout.PARENT_CHILD_233_CHECKS) ? answerParentChild233() : refusal;
    case layout.DIVIDEND_DISTRIBUTION_233:
      return accepted(asked, layout.DIVIDEND_DISTRIBUTION_233_IN_SIZE, layout.DIVIDEND_DISTRIBUTION_233_CHECKS) ? answerDividendDistribution233() : refusal;
    case layout.VALIDATOR_POOL_257:
      return accepted(asked, layout.VALIDATOR_POOL_257_IN_SIZE, layout.VALIDATOR_POOL_257_CHECKS) ? answerValidatorPool257() : refusal;
    case layout.DISTRIBUTE_233:
      return accepted(asked, layout.DISTRIBUTE_233_IN_SIZE, layout.DISTRIBUTE_233_CHECKS) ? answerDistribute233() : refusal;
    case layout.IMMUNE_OWNER_HOTKEYS_306:
      return accepted(asked, layout.IMMUNE_OWNER_HOTKEYS_306_IN_SIZE, layout.IMMUNE_OWNER_HOTKEYS_306_CHECKS) ? answerImmuneOwnerHotkeys306() : refusal;
    case layout.ACCUMULATE_HOTKEY_195:
      return accepted(asked, layout.ACCUMULATE_HOTKEY_195_IN_SIZE, layout.ACCUMULATE_HOTKEY_195_CHECKS) ? answerAccumulateHotkey195() : refusal;
    case layout.DRAIN_HOTKEY_195:
      return accepted(asked, layout.DRAIN_HOTKEY_195_IN_SIZE, layout.DRAIN_HOTKEY_195_CHECKS) ? answerDrainHotkey195() : refusal;
    case layout.SHOULD_DRAIN_HOTKEY_195:
      return accepted(asked, layout.SHOULD_DRAIN_HOTKEY_195_IN_SIZE, layout.SHOULD_DRAIN_HOTKEY_195_CHECKS) ? answerShouldDrainHotkey195() : refusal;
    case layout.EMIT_THROUGH_HOTKEY_127:
      return accepted(asked, layout.EMIT_THROUGH_HOTKEY_127_IN_SIZE, layout.EMIT_THROUGH_HOTKEY_127_CHECKS) ? answerEmitThroughHotkey127() : refusal;
    case layout.INHERITED_STAKE_195:
      return accepted(asked, layout.INHERITED_STAKE_195_IN_SIZE, layout.INHERITED_STAKE_195_CHECKS) ? answerInheritedStake195() : refusal;
    default:
      return refuse(NOT_A_MESSAGE, 0, 6);
  }
}
