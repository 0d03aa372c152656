/** Shares of the subnets in a block's emission. shares.md */
import { CELL_BYTES, cell, copy } from "../../fixed/cell";
import { movingPrice } from "../../movingPrice";
import { checkedSqrt, gate, powNormalize, safePow, shareEmissions, sharesByPrice, updateBar, weightByBurn } from "../../shares";
import {
  answer,
  beginAnswer,
  endAnswer,
  givenFlag,
  givenU16,
  givenU32,
  givenU64,
  hasRoom,
  itemCount,
  items,
  listByName,
  newList,
  refuseMemory,
} from "../answer";
import * as layout from "../economicsLayouts";
import { FINE, given } from "../message";
import { sorted } from "../order";
import { cells, count, emissionEnabled, mechanisms, minerBurned, movingPrices, netuids, takePriceSubnets } from "./subnets";

const bar: usize = memory.data(16);

export function answerPriceShares(): u32 {
  const status = takePriceSubnets(
    given(layout.PRICE_SHARES_IN_SUBNETS), layout.PRICE_SHARES_FIELD_SUBNETS, layout.PRICE_SHARES_IN_SUBNETS_SIZE,
  );
  if (status != FINE) return status;
  const byPrice = cells();
  const shares = cells();
  const emissions = cells();
  const rootSellFlag = sharesByPrice(count, netuids, mechanisms, movingPrices, byPrice);
  weightByBurn(count, byPrice, minerBurned, shares);
  shareEmissions(count, shares, emissionEnabled, givenU64(layout.PRICE_SHARES_IN_BLOCK_EMISSION), emissions);

  beginAnswer(layout.PRICE_SHARES_OUT_SIZE);
  listByName(answer(layout.PRICE_SHARES_OUT_PRICE_SHARES_X64), count, netuids, byPrice, CELL_BYTES);
  listByName(answer(layout.PRICE_SHARES_OUT_SHARES_X64), count, netuids, shares, CELL_BYTES);
  listByName(answer(layout.PRICE_SHARES_OUT_EMISSIONS_X32), count, netuids, emissions, CELL_BYTES);
  store<u8>(answer(layout.PRICE_SHARES_OUT_ROOT_SELL_FLAG), <u8>rootSellFlag);
  return endAnswer(layout.PRICE_SHARES);
}

/** A copy in descending order. */
function descending(shares: usize): usize {
  const copies = cells();
  memory.copy(copies, shares, (<usize>count) * CELL_BYTES);
  const ascending = sorted(copies, count);
  const result = cells();
  for (let i: u32 = 0; i < count; i++) copy(cell(ascending, i), cell(result, count - 1 - i));
  return result;
}

export function answerGatedShares(): u32 {
  const status = takePriceSubnets(
    given(layout.GATED_SHARES_IN_SUBNETS), layout.GATED_SHARES_FIELD_SUBNETS, layout.GATED_SHARES_IN_SUBNETS_SIZE,
  );
  if (status != FINE) return status;
  const byPrice = cells();
  const shares = cells();
  const emissions = cells();
  const rootSellFlag = sharesByPrice(count, netuids, mechanisms, movingPrices, byPrice);
  let weighted = byPrice;
  if (givenFlag(layout.GATED_SHARES_IN_MINER_BURN_WEIGHTING)) {
    weighted = cells();
    weightByBurn(count, byPrice, minerBurned, weighted);
  }
  copy(given(layout.GATED_SHARES_IN_STORED_BAR_X64), bar);
  updateBar(
    count, descending(weighted), givenU32(layout.GATED_SHARES_IN_RANK), given(layout.GATED_SHARES_IN_QUANTILE_X64),
    givenU64(layout.GATED_SHARES_IN_BLOCK), bar,
  );
  const restored = gate(count, weighted, bar, given(layout.GATED_SHARES_IN_EXPONENT_X64), shares);
  shareEmissions(count, shares, emissionEnabled, givenU64(layout.GATED_SHARES_IN_BLOCK_EMISSION), emissions);

  beginAnswer(layout.GATED_SHARES_OUT_SIZE);
  listByName(answer(layout.GATED_SHARES_OUT_PRICE_SHARES_X64), count, netuids, byPrice, CELL_BYTES);
  listByName(answer(layout.GATED_SHARES_OUT_WEIGHTED_SHARES_X64), count, netuids, weighted, CELL_BYTES);
  listByName(answer(layout.GATED_SHARES_OUT_SHARES_X64), count, netuids, shares, CELL_BYTES);
  listByName(answer(layout.GATED_SHARES_OUT_EMISSIONS_X32), count, netuids, emissions, CELL_BYTES);
  copy(bar, answer(layout.GATED_SHARES_OUT_BAR_AFTER_X64));
  store<u8>(answer(layout.GATED_SHARES_OUT_UNDERFLOW_RESTORED), <u8>restored);
  store<u8>(answer(layout.GATED_SHARES_OUT_ROOT_SELL_FLAG), <u8>rootSellFlag);
  return endAnswer(layout.GATED_SHARES);
}

export function answerPowNormalize(): u32 {
  const flows = given(layout.POW_NORMALIZE_IN_FLOWS_X64);
  const flowCount = itemCount(flows);
  if (!hasRoom(<u64>flowCount * <u64>CELL_BYTES)) return refuseMemory();
  beginAnswer(layout.POW_NORMALIZE_OUT_SIZE);
  const normalized = newList(answer(layout.POW_NORMALIZE_OUT_FLOWS_X64), flowCount, CELL_BYTES);
  memory.copy(normalized, items(flows), (<usize>flowCount) * CELL_BYTES);
  powNormalize(flowCount, normalized, given(layout.POW_NORMALIZE_IN_P_X64));
  return endAnswer(layout.POW_NORMALIZE);
}

export function answerSafePow(): u32 {
  beginAnswer(layout.SAFE_POW_OUT_SIZE);
  safePow(given(layout.SAFE_POW_IN_VAL_X64), given(layout.SAFE_POW_IN_P_X64), answer(layout.SAFE_POW_OUT_Y_X64));
  return endAnswer(layout.SAFE_POW);
}

export function answerCheckedSqrt(): u32 {
  beginAnswer(layout.CHECKED_SQRT_OUT_SIZE);
  checkedSqrt(given(layout.CHECKED_SQRT_IN_X_X64), given(layout.CHECKED_SQRT_IN_EPSILON_X64), answer(layout.CHECKED_SQRT_OUT_Y_X64));
  return endAnswer(layout.CHECKED_SQRT);
}

export function answerMovingPrice(): u32 {
  const hasFirst = givenFlag(layout.MOVING_PRICE_IN_FIRST_EMISSION_BLOCK);
  const first = hasFirst ? givenU64(layout.MOVING_PRICE_IN_FIRST_EMISSION_BLOCK_VALUE) : 0;
  beginAnswer(layout.MOVING_PRICE_OUT_SIZE);
  movingPrice(
    givenU16(layout.MOVING_PRICE_IN_NETUID),
    givenU16(layout.MOVING_PRICE_IN_MECHANISM),
    givenU64(layout.MOVING_PRICE_IN_BLOCK),
    first == 0 ? 0 : first - 1,
    givenU64(layout.MOVING_PRICE_IN_HALVING_BLOCKS),
    given(layout.MOVING_PRICE_IN_MOVING_ALPHA_X32),
    given(layout.MOVING_PRICE_IN_MOVING_PRICE_X32),
    given(layout.MOVING_PRICE_IN_PRICE_X64),
    answer(layout.MOVING_PRICE_OUT_ALPHA_X64),
    answer(layout.MOVING_PRICE_OUT_MOVING_PRICE_X32),
  );
  return endAnswer(layout.MOVING_PRICE);
}
