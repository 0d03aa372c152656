/** The subnets of a message as the shares take them: columns in ascending order of netuid. */
import { allocate } from "../../heap";
import { column16, columnCells, columnFlags, hasRoom, itemCount, refuseMemory } from "../answer";
import * as layout from "../economicsLayouts";
import { FINE, VALUE } from "../message";
import { ascendingByNetuid } from "../order";

/** What is laid out for a subnet, with all that the answer has of it, is less. */
const SUBNET_BYTES: u64 = 768;

export let count: u32 = 0;

/** The items, copied in their order. */
export let subnets: usize = 0;

/** u32 each */
export let netuids: usize = 0;

/** Orders the list at `reference`, whose items begin with their netuids; what it was refused with where that fails. */
export function takeSubnets(reference: usize, field: u32, stride: usize): u32 {
  count = itemCount(reference);
  if (!hasRoom(<u64>count * SUBNET_BYTES)) return refuseMemory();
  subnets = ascendingByNetuid(reference, field, stride, 0);
  if (subnets == 0) return VALUE;
  netuids = column16(subnets, count, stride);
  return FINE;
}

// Of subnets with prices, each as in `priceShares`; a function's items may have more behind.

/** u32 each */
export let mechanisms: usize = 0;
/** I96F32 */
export let movingPrices: usize = 0;
/** U96F32 */
export let minerBurned: usize = 0;
/** flags */
export let emissionEnabled: usize = 0;

export function takePriceSubnets(reference: usize, field: u32, stride: usize): u32 {
  const status = takeSubnets(reference, field, stride);
  if (status != FINE) return status;
  mechanisms = column16(subnets + layout.PRICE_SHARES_IN_SUBNETS_MECHANISM, count, stride);
  movingPrices = columnCells(subnets + layout.PRICE_SHARES_IN_SUBNETS_MOVING_PRICE_X32, count, stride);
  minerBurned = columnCells(subnets + layout.PRICE_SHARES_IN_SUBNETS_MINER_BURNED_X32, count, stride);
  emissionEnabled = columnFlags(subnets + layout.PRICE_SHARES_IN_SUBNETS_EMISSION_ENABLED, count, stride);
  return FINE;
}

/** A cell for each subnet. */
export function cells(): usize {
  return allocate((<usize>count) << 4);
}
