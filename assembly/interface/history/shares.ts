/** A block's emission by moving prices, under old specs. shares.md 3, 7 */
import { CELL_BYTES, copy } from "../../fixed/cell";
import { priceShares233, priceShares421 } from "../../history/shares";
import { allocate } from "../../heap";
import { shareEmissions } from "../../shares";
import {
  answer,
  beginAnswer,
  column16,
  column64,
  columnCells,
  endAnswer,
  givenU64,
  hasRoom,
  itemCount,
  items,
  listByName,
  refuseMemory,
} from "../answer";
import {
  cells,
  count,
  emissionEnabled,
  mechanisms,
  minerBurned,
  movingPrices,
  netuids,
  subnets,
  takePriceSubnets,
} from "../economics/subnets";
import * as layout from "../economicsLayouts";
import { FINE, VALUE, given } from "../message";
import { ORDER_BYTES, isOnce, order16 } from "../order";

const total: usize = memory.data(16);

export function answerPriceShares233(): u32 {
  return priceShares(layout.PRICE_SHARES_233, 233);
}

export function answerPriceShares261(): u32 {
  return priceShares(layout.PRICE_SHARES_261, 261);
}

/** Of a subnet: netuid, mechanism, two cells, and what the answer has of it. */
const LISTED_BYTES: u64 = ORDER_BYTES + 2 * 4 + 2 * 16 + layout.PRICE_SHARES_233_OUT_EMISSIONS_X32_SIZE;

/** Subnets as they are listed: their order is the chain's. */
function priceShares(answered: u32, ruleSet: u32): u32 {
  const list = given(layout.PRICE_SHARES_233_IN_SUBNETS);
  const stride = layout.PRICE_SHARES_233_IN_SUBNETS_SIZE;
  const netuid = layout.PRICE_SHARES_233_IN_SUBNETS_NETUID;
  const listed = itemCount(list);
  if (!hasRoom(<u64>listed * LISTED_BYTES)) return refuseMemory();
  const order = order16(items(list), listed, stride, netuid);
  if (!isOnce(list, layout.PRICE_SHARES_233_FIELD_SUBNETS, stride, netuid, order)) return VALUE;

  const names = column16(items(list) + netuid, listed, stride);
  const emissions = allocate((<usize>listed) << 4);
  priceShares233(
    ruleSet,
    listed,
    names,
    column16(items(list) + layout.PRICE_SHARES_233_IN_SUBNETS_MECHANISM, listed, stride),
    columnCells(items(list) + layout.PRICE_SHARES_233_IN_SUBNETS_MOVING_PRICE_X32, listed, stride),
    givenU64(layout.PRICE_SHARES_233_IN_BLOCK_EMISSION),
    total,
    emissions,
  );

  beginAnswer(layout.PRICE_SHARES_233_OUT_SIZE);
  copy(total, answer(layout.PRICE_SHARES_233_OUT_TOTAL_MOVING_PRICES_X32));
  listByName(answer(layout.PRICE_SHARES_233_OUT_EMISSIONS_X32), listed, names, emissions, CELL_BYTES);
  return endAnswer(answered);
}

export function answerPriceShares421(): u32 {
  const stride = layout.PRICE_SHARES_421_IN_SUBNETS_SIZE;
  const status = takePriceSubnets(given(layout.PRICE_SHARES_421_IN_SUBNETS), layout.PRICE_SHARES_421_FIELD_SUBNETS, stride);
  if (status != FINE) return status;
  const rootProportions = cells();
  const byPrice = cells();
  const shares = cells();
  const emissions = cells();
  const rootSellFlag = priceShares421(
    count,
    netuids,
    mechanisms,
    movingPrices,
    minerBurned,
    column64(subnets + layout.PRICE_SHARES_421_IN_SUBNETS_ALPHA_ISSUANCE, count, stride),
    givenU64(layout.PRICE_SHARES_421_IN_ROOT_TAO),
    givenU64(layout.PRICE_SHARES_421_IN_TAO_WEIGHT),
    rootProportions,
    byPrice,
    shares,
  );
  shareEmissions(count, shares, emissionEnabled, givenU64(layout.PRICE_SHARES_421_IN_BLOCK_EMISSION), emissions);

  beginAnswer(layout.PRICE_SHARES_421_OUT_SIZE);
  listByName(answer(layout.PRICE_SHARES_421_OUT_ROOT_PROPORTIONS_X32), count, netuids, rootProportions, CELL_BYTES);
  listByName(answer(layout.PRICE_SHARES_421_OUT_PRICE_SHARES_X64), count, netuids, byPrice, CELL_BYTES);
  listByName(answer(layout.PRICE_SHARES_421_OUT_SHARES_X64), count, netuids, shares, CELL_BYTES);
  listByName(answer(layout.PRICE_SHARES_421_OUT_EMISSIONS_X32), count, netuids, emissions, CELL_BYTES);
  store<u8>(answer(layout.PRICE_SHARES_421_OUT_ROOT_SELL_FLAG), <u8>rootSellFlag);
  return endAnswer(layout.PRICE_SHARES_421);
}
