/** Moving prices and prices of pools under old specs. shares.md 8.2, 9 */
import { movingPrice233, poolPrice233 } from "../../history/shares";
import { answer, beginAnswer, endAnswer, givenU16, givenU64 } from "../answer";
import { given } from "../message";
import * as layout from "../economicsLayouts";
import { optionalU64 } from "./optional";

export function answerMovingPrice233(): u32 {
  beginAnswer(layout.MOVING_PRICE_233_OUT_SIZE);
  movingPrice233(
    givenU16(layout.MOVING_PRICE_233_IN_RULE_SET),
    givenU16(layout.MOVING_PRICE_233_IN_NETUID),
    givenU16(layout.MOVING_PRICE_233_IN_MECHANISM),
    givenU64(layout.MOVING_PRICE_233_IN_BLOCK),
    givenU64(layout.MOVING_PRICE_233_IN_REGISTERED_AT),
    optionalU64(layout.MOVING_PRICE_233_IN_FIRST_EMISSION_BLOCK, layout.MOVING_PRICE_233_IN_FIRST_EMISSION_BLOCK_VALUE),
    givenU64(layout.MOVING_PRICE_233_IN_HALVING_BLOCKS),
    given(layout.MOVING_PRICE_233_IN_MOVING_ALPHA_X32),
    given(layout.MOVING_PRICE_233_IN_MOVING_PRICE_X32),
    given(layout.MOVING_PRICE_233_IN_PRICE_X32),
    answer(layout.MOVING_PRICE_233_OUT_ALPHA_X32),
    answer(layout.MOVING_PRICE_233_OUT_MOVING_PRICE_X32),
  );
  return endAnswer(layout.MOVING_PRICE_233);
}

export function answerPoolPrice233(): u32 {
  beginAnswer(layout.POOL_PRICE_233_OUT_SIZE);
  poolPrice233(
    givenU16(layout.POOL_PRICE_233_IN_RULE_SET),
    givenU16(layout.POOL_PRICE_233_IN_NETUID),
    givenU16(layout.POOL_PRICE_233_IN_MECHANISM),
    givenU64(layout.POOL_PRICE_233_IN_TAO),
    givenU64(layout.POOL_PRICE_233_IN_ALPHA_IN),
    answer(layout.POOL_PRICE_233_OUT_Y_X32),
  );
  return endAnswer(layout.POOL_PRICE_233);
}
