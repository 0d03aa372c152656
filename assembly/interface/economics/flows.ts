/** Shares by averaged flow. shares.md 4 */
import { CELL_BYTES, copy, setZero } from "../../fixed/cell";
import { allocate } from "../../heap";
import { flowEma, flowShares } from "../../shares";
import { answer, beginAnswer, column64, endAnswer, givenFlag, givenU64, listByName } from "../answer";
import * as layout from "../economicsLayouts";
import { FINE, given } from "../message";
import { cells, count, netuids, subnets, takeSubnets } from "./subnets";

/** Within an optional [block, average]. */
const BLOCK: usize = layout.FLOW_SHARES_IN_SUBNETS_TAO_EMA_X64_0 - layout.FLOW_SHARES_IN_SUBNETS_TAO_EMA_X64;
const AVERAGE: usize = layout.FLOW_SHARES_IN_SUBNETS_TAO_EMA_X64_1 - layout.FLOW_SHARES_IN_SUBNETS_TAO_EMA_X64;

/** The averages that are stored, cells of I64F64: 0 where there is none. `ema` is where they lie in an item. */
export function storedAverages(ema: usize, stride: usize): usize {
  const averages = cells();
  for (let i: usize = 0; i < <usize>count; i++) {
    const stored = subnets + i * stride + ema;
    if (load<u8>(stored)) copy(stored + AVERAGE, averages + (i << 4));
  }
  return averages;
}

/** The blocks in which they were stored, u64: 0 where there is none. */
export function storedBlocks(ema: usize, stride: usize): usize {
  const blocks = allocate((<usize>count) << 3);
  for (let i: usize = 0; i < <usize>count; i++) {
    const stored = subnets + i * stride + ema;
    if (load<u8>(stored)) store<u64>(blocks + (i << 3), load<u64>(stored, BLOCK));
  }
  return blocks;
}

/** The averages with this block's flows; `flow` and `ema` are where they lie in an item. */
function averages(flow: usize, ema: usize, stride: usize, block: u64, smoothing: u64): usize {
  const result = storedAverages(ema, stride);
  flowEma(count, storedBlocks(ema, stride), result, column64(subnets + flow, count, stride), block, smoothing);
  return result;
}

// What shares by flow give: a cell, or one of each subnet. I64F64, and from `offsetFlows` on U64F64.
export const normFactor: usize = memory.data(16);
export const lowerLimit: usize = memory.data(16);
export let userAverages: usize = 0;
export let protocolAverages: usize = 0;
export let netFlows: usize = 0;
export let offsetFlows: usize = 0;
export let shares: usize = 0;

/** By averages of what the users, and what the protocol moved; the latter count where `netFlowEnabled`. */
export function sharesOfFlows(user: usize, protocol: usize, netFlowEnabled: bool, cutoff: usize, exponent: usize): void {
  userAverages = user;
  protocolAverages = protocol;
  netFlows = cells();
  offsetFlows = cells();
  shares = cells();
  setZero(normFactor);
  setZero(lowerLimit);
  flowShares(count, user, protocol, netFlowEnabled, cutoff, exponent, normFactor, netFlows, lowerLimit, offsetFlows, shares);
}

/** The same of the flows in the items, which begin as those of `flowShares`; the subnets have been taken. */
export function sharesOfGivenFlows(stride: usize, block: u64, smoothing: u64, netFlowEnabled: bool, cutoff: usize, exponent: usize): void {
  sharesOfFlows(
    averages(layout.FLOW_SHARES_IN_SUBNETS_TAO_FLOW, layout.FLOW_SHARES_IN_SUBNETS_TAO_EMA_X64, stride, block, smoothing),
    averages(layout.FLOW_SHARES_IN_SUBNETS_PROTOCOL_FLOW, layout.FLOW_SHARES_IN_SUBNETS_PROTOCOL_EMA_X64, stride, block, smoothing),
    netFlowEnabled,
    cutoff,
    exponent,
  );
}

export function answerFlowShares(): u32 {
  const stride = layout.FLOW_SHARES_IN_SUBNETS_SIZE;
  const status = takeSubnets(given(layout.FLOW_SHARES_IN_SUBNETS), layout.FLOW_SHARES_FIELD_SUBNETS, stride);
  if (status != FINE) return status;
  sharesOfGivenFlows(
    stride,
    givenU64(layout.FLOW_SHARES_IN_BLOCK),
    givenU64(layout.FLOW_SHARES_IN_SMOOTHING),
    givenFlag(layout.FLOW_SHARES_IN_NET_FLOW_ENABLED),
    given(layout.FLOW_SHARES_IN_CUTOFF_X64),
    given(layout.FLOW_SHARES_IN_EXPONENT_X64),
  );
  beginAnswer(layout.FLOW_SHARES_OUT_SIZE);
  listByName(answer(layout.FLOW_SHARES_OUT_USER_EMA_X64), count, netuids, userAverages, CELL_BYTES);
  listByName(answer(layout.FLOW_SHARES_OUT_PROTOCOL_EMA_X64), count, netuids, protocolAverages, CELL_BYTES);
  copy(normFactor, answer(layout.FLOW_SHARES_OUT_NORM_FACTOR_X64));
  listByName(answer(layout.FLOW_SHARES_OUT_NET_FLOWS_X64), count, netuids, netFlows, CELL_BYTES);
  copy(lowerLimit, answer(layout.FLOW_SHARES_OUT_LOWER_LIMIT_X64));
  listByName(answer(layout.FLOW_SHARES_OUT_OFFSET_FLOWS_X64), count, netuids, offsetFlows, CELL_BYTES);
  listByName(answer(layout.FLOW_SHARES_OUT_SHARES_X64), count, netuids, shares, CELL_BYTES);
  return endAnswer(layout.FLOW_SHARES);
}
