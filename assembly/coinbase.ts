/** A block's coinbase as a whole. terms.md 2 */
import { cell } from "./fixed/cell";
import { getU64, putU64, saturatingAddU64 } from "./fixed/u64";
import { allocate } from "./heap";
import { ALPHA_SPLIT_AMOUNTS, ALPHA_SPLIT_CELLS, OWNER_RAO, ROOT_ALPHA_RAO, SERVER_RAO, VALIDATOR_RAO, alphaSplit } from "./pending";
import { shareEmissions, sharesByPrice, weightByBurn } from "./shares";
import {
  ALPHA_EMISSION,
  ALPHA_IN_RAO,
  ALPHA_OUT_RAO,
  EXCESS_TAO_RAO,
  SUBNET_TERMS_AMOUNTS,
  SUBNET_TERMS_CELLS,
  TAO_IN_RAO,
  subnetTerms,
} from "./terms";

/** Amounts of a subnet in `coinbaseBlock`, in this order. */
const COINBASE_AMOUNTS: u32 = 8;

/**
 * A block's coinbase, where the pools accept what they are given and no alpha is bought. Lists and cells by position;
 * `amounts` takes eight u64 rao a subnet: TAO in, alpha in, alpha out, excess TAO, owner, server, validator, root alpha.
 * True where root alpha is sold.
 */
export function coinbaseBlock(
  count: u32,
  taoEmission: u64,
  rootTao: u64,
  taoWeight: u64,
  ownerCut: u32,
  netuids: usize,
  mechanisms: usize,
  movingPrices: usize,
  minerBurned: usize,
  enabled: usize,
  alphaIn: usize,
  alphaOut: usize,
  prices: usize,
  ownerCutEnabled: usize,
  emissions: usize,
  amounts: usize,
): bool {
  const shares = allocate((<usize>count) << 4);
  const weighted = allocate((<usize>count) << 4);
  const terms = allocate((<usize>SUBNET_TERMS_CELLS) << 4);
  const moved = allocate((<usize>SUBNET_TERMS_AMOUNTS) << 3);
  const split = allocate((<usize>ALPHA_SPLIT_CELLS) << 4);
  const given = allocate((<usize>ALPHA_SPLIT_AMOUNTS) << 3);
  const rootSellFlag = sharesByPrice(count, netuids, mechanisms, movingPrices, shares);
  weightByBurn(count, shares, minerBurned, weighted);
  shareEmissions(count, weighted, enabled, taoEmission, emissions);
  for (let i: u32 = 0; i < count; i++) {
    const issuance = saturatingAddU64(getU64(alphaIn, i), getU64(alphaOut, i));
    subnetTerms(cell(emissions, i), issuance, cell(prices, i), rootTao, taoWeight, terms, moved);
    const after = saturatingAddU64(saturatingAddU64(issuance, getU64(moved, ALPHA_IN_RAO)), getU64(moved, ALPHA_OUT_RAO));
    const minted = cell(terms, ALPHA_EMISSION);
    alphaSplit(minted, after, ownerCut, load<u8>(ownerCutEnabled + i) != 0, rootTao, taoWeight, split, given);
    const at = i * COINBASE_AMOUNTS;
    putU64(amounts, at, getU64(moved, TAO_IN_RAO));
    putU64(amounts, at + 1, getU64(moved, ALPHA_IN_RAO));
    putU64(amounts, at + 2, getU64(moved, ALPHA_OUT_RAO));
    putU64(amounts, at + 3, getU64(moved, EXCESS_TAO_RAO));
    putU64(amounts, at + 4, getU64(given, OWNER_RAO));
    putU64(amounts, at + 5, getU64(given, SERVER_RAO));
    putU64(amounts, at + 6, getU64(given, VALIDATOR_RAO));
    putU64(amounts, at + 7, getU64(given, ROOT_ALPHA_RAO));
  }
  return rootSellFlag;
}
