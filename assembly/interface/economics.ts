/** Runs the functions of the economics by their numbers. */
import { accepted, refusal } from "./accept";
import * as layout from "./economicsLayouts";
import { answerAlphaSplit, answerCoinbaseBlock, answerSubnetTerms } from "./economics/coinbase";
import { answerDistribute } from "./economics/distribute";
import { answerFlowShares } from "./economics/flows";
import { answerBlockEmission } from "./economics/halving";
import {
  answerDividendDistribution,
  answerDividendDistribution475,
  answerParentChild,
  answerSelfContribution,
  answerTakeSplit,
  answerWithheld,
} from "./economics/payout";
import { answerRootEpoch, answerRootProportion } from "./economics/root";
import { answerSchedule, answerSchedule475, answerScheduleOld, answerScheduleSim, answerScheduleSim475 } from "./economics/schedule";
import {
  answerCheckedSqrt,
  answerGatedShares,
  answerMovingPrice,
  answerPowNormalize,
  answerPriceShares,
  answerSafePow,
} from "./economics/shares";
import { runHistoric } from "./history/index";
import { VALUE, beginRun, refuse } from "./message";

/** Answers the message, or says by its status why not. No function takes flags. */
export function run(asked: u32, flags: u32): u32 {
  beginRun();
  if (flags != 0) return refuse(VALUE, 0, 0);
  switch (asked) {
    case layout.BLOCK_EMISSION:
      return accepted(asked, layout.BLOCK_EMISSION_IN_SIZE, layout.BLOCK_EMISSION_CHECKS) ? answerBlockEmission() : refusal;
    case layout.ROOT_EPOCH:
      return accepted(asked, layout.ROOT_EPOCH_IN_SIZE, layout.ROOT_EPOCH_CHECKS) ? answerRootEpoch() : refusal;
    case layout.PRICE_SHARES:
      return accepted(asked, layout.PRICE_SHARES_IN_SIZE, layout.PRICE_SHARES_CHECKS) ? answerPriceShares() : refusal;
    case layout.GATED_SHARES:
      return accepted(asked, layout.GATED_SHARES_IN_SIZE, layout.GATED_SHARES_CHECKS) ? answerGatedShares() : refusal;
    case layout.FLOW_SHARES:
      return accepted(asked, layout.FLOW_SHARES_IN_SIZE, layout.FLOW_SHARES_CHECKS) ? answerFlowShares() : refusal;
    case layout.POW_NORMALIZE:
      return accepted(asked, layout.POW_NORMALIZE_IN_SIZE, layout.POW_NORMALIZE_CHECKS) ? answerPowNormalize() : refusal;
    case layout.SAFE_POW:
      return accepted(asked, layout.SAFE_POW_IN_SIZE, layout.SAFE_POW_CHECKS) ? answerSafePow() : refusal;
    case layout.CHECKED_SQRT:
      return accepted(asked, layout.CHECKED_SQRT_IN_SIZE, layout.CHECKED_SQRT_CHECKS) ? answerCheckedSqrt() : refusal;
    case layout.ROOT_PROPORTION:
      return accepted(asked, layout.ROOT_PROPORTION_IN_SIZE, layout.ROOT_PROPORTION_CHECKS) ? answerRootProportion() : refusal;
    case layout.SUBNET_TERMS:
      return accepted(asked, layout.SUBNET_TERMS_IN_SIZE, layout.SUBNET_TERMS_CHECKS) ? answerSubnetTerms() : refusal;
    case layout.ALPHA_SPLIT:
      return accepted(asked, layout.ALPHA_SPLIT_IN_SIZE, layout.ALPHA_SPLIT_CHECKS) ? answerAlphaSplit() : refusal;
    case layout.COINBASE_BLOCK:
      return accepted(asked, layout.COINBASE_BLOCK_IN_SIZE, layout.COINBASE_BLOCK_CHECKS) ? answerCoinbaseBlock() : refusal;
    case layout.MOVING_PRICE:
      return accepted(asked, layout.MOVING_PRICE_IN_SIZE, layout.MOVING_PRICE_CHECKS) ? answerMovingPrice() : refusal;
    case layout.DIVIDEND_DISTRIBUTION:
      return accepted(asked, layout.DIVIDEND_DISTRIBUTION_IN_SIZE, layout.DIVIDEND_DISTRIBUTION_CHECKS) ? answerDividendDistribution() : refusal;
    case layout.DIVIDEND_DISTRIBUTION_475:
      return accepted(asked, layout.DIVIDEND_DISTRIBUTION_475_IN_SIZE, layout.DIVIDEND_DISTRIBUTION_475_CHECKS) ? answerDividendDistribution475() : refusal;
    case layout.SELF_CONTRIBUTION:
      return accepted(asked, layout.SELF_CONTRIBUTION_IN_SIZE, layout.SELF_CONTRIBUTION_CHECKS) ? answerSelfContribution() : refusal;
    case layout.PARENT_CHILD:
      return accepted(asked, layout.PARENT_CHILD_IN_SIZE, layout.PARENT_CHILD_CHECKS) ? answerParentChild() : refusal;
    case layout.TAKE_SPLIT:
      return accepted(asked, layout.TAKE_SPLIT_IN_SIZE, layout.TAKE_SPLIT_CHECKS) ? answerTakeSplit() : refusal;
    case layout.WITHHELD:
      return accepted(asked, layout.WITHHELD_IN_SIZE, layout.WITHHELD_CHECKS) ? answerWithheld() : refusal;
    case layout.DISTRIBUTE:
      return accepted(asked, layout.DISTRIBUTE_IN_SIZE, layout.DISTRIBUTE_CHECKS) ? answerDistribute() : refusal;
    case layout.SCHEDULE:
      return accepted(asked, layout.SCHEDULE_IN_SIZE, layout.SCHEDULE_CHECKS) ? answerSchedule() : refusal;
    case layout.SCHEDULE_475:
      return accepted(asked, layout.SCHEDULE_475_IN_SIZE, layout.SCHEDULE_475_CHECKS) ? answerSchedule475() : refusal;
    case layout.SCHEDULE_OLD:
      return accepted(asked, layout.SCHEDULE_OLD_IN_SIZE, layout.SCHEDULE_OLD_CHECKS) ? answerScheduleOld() : refusal;
    case layout.SCHEDULE_SIM:
      return accepted(asked, layout.SCHEDULE_SIM_IN_SIZE, layout.SCHEDULE_SIM_CHECKS) ? answerScheduleSim() : refusal;
    case layout.SCHEDULE_SIM_475:
      return accepted(asked, layout.SCHEDULE_SIM_475_IN_SIZE, layout.SCHEDULE_SIM_475_CHECKS) ? answerScheduleSim475() : refusal;
    default:
      return runHistoric(asked);
  }
}
