/** A block's emission by flows of TAO, under old specs. shares.md 4, 6 */
import { CELL_BYTES, copy } from "../../fixed/cell";
import { flowAverages334 } from "../../history/shares";
import { allocate } from "../../heap";
import { shareEmissions } from "../../shares";
import {
  answer,
  beginAnswer,
  column16,
  column64,
  columnCells,
  columnFlags,
  endAnswer,
  givenFlag,
  givenU16,
  givenU64,
  listByName,
} from "../answer";
import {
  lowerLimit,
  netFlows,
  normFactor,
  offsetFlows,
  protocolAverages,
  shares,
  sharesOfFlows,
  sharesOfGivenFlows,
  storedAverages,
  storedBlocks,
  userAverages,
} from "../economics/flows";
import { cells, count, netuids, subnets, takeSubnets } from "../economics/subnets";
import * as layout from "../economicsLayouts";
import { FINE, given } from "../message";
import { flaggedNames } from "./lists";

export function answerFlowShares334(): u32 {
  const stride = layout.FLOW_SHARES_334_IN_SUBNETS_SIZE;
  const status = takeSubnets(given(layout.FLOW_SHARES_334_IN_SUBNETS), layout.FLOW_SHARES_334_FIELD_SUBNETS, stride);
  if (status != FINE) return status;
  const averages = storedAverages(layout.FLOW_SHARES_334_IN_SUBNETS_TAO_EMA_X64, stride);
  const kept = allocate(count);
  flowAverages334(
    givenU16(layout.FLOW_SHARES_334_IN_RULE_SET),
    count,
    netuids,
    column16(subnets + layout.FLOW_SHARES_334_IN_SUBNETS_MECHANISM, count, stride),
    columnCells(subnets + layout.FLOW_SHARES_334_IN_SUBNETS_MOVING_PRICE_X32, count, stride),
    columnCells(subnets + layout.FLOW_SHARES_334_IN_SUBNETS_PRICE_X32, count, stride),
    columnFlags(subnets + layout.FLOW_SHARES_334_IN_SUBNETS_TAO_EMA_X64, count, stride),
    storedBlocks(layout.FLOW_SHARES_334_IN_SUBNETS_TAO_EMA_X64, stride),
    averages,
    column64(subnets + layout.FLOW_SHARES_334_IN_SUBNETS_TAO_FLOW, count, stride),
    givenU64(layout.FLOW_SHARES_334_IN_BLOCK),
    givenU64(layout.FLOW_SHARES_334_IN_SMOOTHING),
    kept,
  );
  sharesOfFlows(averages, 0, false, given(layout.FLOW_SHARES_334_IN_CUTOFF_X64), given(layout.FLOW_SHARES_334_IN_EXPONENT_X64));
  const allEnabled = allocate(count);
  memory.fill(allEnabled, 1, count);
  const emissions = cells();
  shareEmissions(count, shares, allEnabled, givenU64(layout.FLOW_SHARES_334_IN_BLOCK_EMISSION), emissions);

  beginAnswer(layout.FLOW_SHARES_334_OUT_SIZE);
  listByName(answer(layout.FLOW_SHARES_334_OUT_USER_EMA_X64), count, netuids, averages, CELL_BYTES);
  flaggedNames(answer(layout.FLOW_SHARES_334_OUT_FLOW_KEPT), count, kept, netuids);
  copy(lowerLimit, answer(layout.FLOW_SHARES_334_OUT_LOWER_LIMIT_X64));
  listByName(answer(layout.FLOW_SHARES_334_OUT_OFFSET_FLOWS_X64), count, netuids, offsetFlows, CELL_BYTES);
  listByName(answer(layout.FLOW_SHARES_334_OUT_SHARES_X64), count, netuids, shares, CELL_BYTES);
  listByName(answer(layout.FLOW_SHARES_334_OUT_EMISSIONS_X32), count, netuids, emissions, CELL_BYTES);
  return endAnswer(layout.FLOW_SHARES_334);
}

export function answerFlowShares411(): u32 {
  const stride = layout.FLOW_SHARES_411_IN_SUBNETS_SIZE;
  const status = takeSubnets(given(layout.FLOW_SHARES_411_IN_SUBNETS), layout.FLOW_SHARES_411_FIELD_SUBNETS, stride);
  if (status != FINE) return status;
  sharesOfGivenFlows(
    stride,
    givenU64(layout.FLOW_SHARES_411_IN_BLOCK),
    givenU64(layout.FLOW_SHARES_411_IN_SMOOTHING),
    givenFlag(layout.FLOW_SHARES_411_IN_NET_FLOW_ENABLED),
    given(layout.FLOW_SHARES_411_IN_CUTOFF_X64),
    given(layout.FLOW_SHARES_411_IN_EXPONENT_X64),
  );
  const enabled = columnFlags(subnets + layout.FLOW_SHARES_411_IN_SUBNETS_EMISSION_ENABLED, count, stride);
  const emissions = cells();
  shareEmissions(count, shares, enabled, givenU64(layout.FLOW_SHARES_411_IN_BLOCK_EMISSION), emissions);

  beginAnswer(layout.FLOW_SHARES_411_OUT_SIZE);
  listByName(answer(layout.FLOW_SHARES_411_OUT_USER_EMA_X64), count, netuids, userAverages, CELL_BYTES);
  listByName(answer(layout.FLOW_SHARES_411_OUT_PROTOCOL_EMA_X64), count, netuids, protocolAverages, CELL_BYTES);
  copy(normFactor, answer(layout.FLOW_SHARES_411_OUT_NORM_FACTOR_X64));
  listByName(answer(layout.FLOW_SHARES_411_OUT_NET_FLOWS_X64), count, netuids, netFlows, CELL_BYTES);
  copy(lowerLimit, answer(layout.FLOW_SHARES_411_OUT_LOWER_LIMIT_X64));
  listByName(answer(layout.FLOW_SHARES_411_OUT_OFFSET_FLOWS_X64), count, netuids, offsetFlows, CELL_BYTES);
  listByName(answer(layout.FLOW_SHARES_411_OUT_SHARES_X64), count, netuids, shares, CELL_BYTES);
  listByName(answer(layout.FLOW_SHARES_411_OUT_EMISSIONS_X32), count, netuids, emissions, CELL_BYTES);
  return endAnswer(layout.FLOW_SHARES_411);
}
