/** What a subnet's share of the block moves into its pool. terms.md */
import { U64F64, U96F32, cell, convert, copy, fromU64, isGreater, safeDiv, saturatingMul, saturatingSub, toU64 } from "./fixed/cell";
import { putU64 } from "./fixed/u64";
import { blockEmission } from "./halving";
import { rootProportion } from "./rootProportion";

// The cells of `subnetTerms`, one behind another.
export const ALPHA_EMISSION = 0;
const ROOT_PROPORTION = 1;
const CAP = 2;
const ALPHA_IN = 3;
const TAO_IN = 4;
const EXCESS_TAO = 5;
export const SUBNET_TERMS_CELLS: u32 = 6;

// Its amounts.
export const ALPHA_IN_RAO = 0;
export const TAO_IN_RAO = 1;
export const EXCESS_TAO_RAO = 2;
export const ALPHA_OUT_RAO = 3;
export const SUBNET_TERMS_AMOUNTS: u32 = 4;

const poolPrice: usize = memory.data(16);

/**
 * What a subnet's emission puts into its pool, and what it mints. `price` is U64F64. `terms` takes six cells of U96F32,
 * `amounts` their floors in u64 rao: alpha in, TAO in, excess TAO, alpha out.
 */
export function subnetTerms(taoEmission: usize, alphaIssuance: u64, price: usize, rootTao: u64, taoWeight: u64, terms: usize, amounts: usize): void {
  const alphaEmission = cell(terms, ALPHA_EMISSION);
  const cap = cell(terms, CAP);
  const alphaIn = cell(terms, ALPHA_IN);
  const taoIn = cell(terms, TAO_IN);
  fromU64(blockEmission(alphaIssuance), U96F32, alphaEmission);
  rootProportion(rootTao, alphaIssuance, taoWeight, cell(terms, ROOT_PROPORTION));
  saturatingMul(cell(terms, ROOT_PROPORTION), alphaEmission, U96F32, cap);
  convert(price, U64F64, U96F32, poolPrice);
  safeDiv(taoEmission, poolPrice, U96F32, alphaIn);
  copy(taoEmission, taoIn);
  if (isGreater(alphaIn, cap, U96F32)) {
    copy(cap, alphaIn);
    saturatingMul(alphaIn, poolPrice, U96F32, taoIn);
  }
  saturatingSub(taoEmission, taoIn, U96F32, cell(terms, EXCESS_TAO));
  putU64(amounts, ALPHA_IN_RAO, toU64(alphaIn, U96F32));
  putU64(amounts, TAO_IN_RAO, toU64(taoIn, U96F32));
  putU64(amounts, EXCESS_TAO_RAO, toU64(cell(terms, EXCESS_TAO), U96F32));
  putU64(amounts, ALPHA_OUT_RAO, toU64(alphaEmission, U96F32));
}
