/** What a subnet's share of the block moved into its pool under old specs. terms.md */
import {
  I128,
  U128,
  U96F32,
  cell,
  copy,
  divTrunc,
  fromU64,
  high,
  isGreater,
  isZero,
  low,
  safeDiv,
  saturatingAdd,
  saturatingMul,
  saturatingSub,
  set,
  setZero,
  toU64,
} from "../fixed/cell";
import { putU64 } from "../fixed/u64";
import { blockEmission } from "../halving";
import { coinbaseFormat } from "./formats";
import { cappedByBlock, closedMintsNothing, powTestInverted, registrationAsked, signedCoinbase, subsidyByBlock } from "./switches";

// The cells of each of the terms, and its amounts in the same order as floors in rao. What only later specs had is last.
export const ALPHA_IN = 0;
export const TAO_IN = 1;
export const ALPHA_OUT = 2;
/** TAO that buys alpha, or that the pool does not take */
export const BEYOND = 3;
export const ALPHA_EMISSION = 4;
/** the share of the block, or the cap */
export const LIMIT = 5;
const AMOUNTS: u32 = 4;

function putAmounts(terms: usize, format: i32, amounts: usize): void {
  for (let i: u32 = 0; i < AMOUNTS; i++) putU64(amounts, i, toU64(cell(terms, i), format));
}

function setAlphaEmission(alphaIssuance: u64, format: i32, terms: usize): void {
  fromU64(blockEmission(alphaIssuance), format, cell(terms, ALPHA_EMISSION));
  copy(cell(terms, ALPHA_EMISSION), cell(terms, ALPHA_OUT));
}

/** The quotient, or where there is none `otherwise`. */
function divideOr(a: usize, b: usize, otherwise: usize, format: i32, result: usize): void {
  if (isZero(b) || !divTrunc(a, b, format, result)) copy(otherwise, result);
}

/** terms.md 5 */
export function subnetTerms233(
  ruleSet: u32,
  taoEmission: usize,
  alphaIssuance: u64,
  price: usize,
  burnRegistration: bool,
  powRegistration: bool,
  terms: usize,
  amounts: usize,
): void {
  const format = coinbaseFormat(ruleSet);
  const alphaEmission = cell(terms, ALPHA_EMISSION);
  const alphaIn = cell(terms, ALPHA_IN);
  setAlphaEmission(alphaIssuance, format, terms);
  divideOr(taoEmission, price, alphaEmission, format, alphaIn);
  if (isGreater(alphaIn, alphaEmission, format)) copy(alphaEmission, alphaIn);
  copy(taoEmission, cell(terms, TAO_IN));
  if (!burnRegistration && powRegistration == powTestInverted(ruleSet)) setZero(cell(terms, TAO_IN));
  putAmounts(terms, format, amounts);
}

const block: usize = memory.data(16);

/** True where the price is below the subnet's share of the block, so that it is subsidised. terms.md 4 */
export function subnetTerms298(
  ruleSet: u32,
  blockRao: u64,
  taoEmission: usize,
  alphaIssuance: u64,
  price: usize,
  burnRegistration: bool,
  powRegistration: bool,
  terms: usize,
  amounts: usize,
): bool {
  const alphaEmission = cell(terms, ALPHA_EMISSION);
  const alphaIn = cell(terms, ALPHA_IN);
  const taoIn = cell(terms, TAO_IN);
  const ratio = cell(terms, LIMIT);
  setAlphaEmission(alphaIssuance, U96F32, terms);
  fromU64(blockRao, U96F32, block);
  safeDiv(taoEmission, block, U96F32, ratio);
  const subsidised = isGreater(ratio, price, U96F32);
  setZero(cell(terms, BEYOND));
  if (subsidised) {
    saturatingMul(price, block, U96F32, taoIn);
    copy(subsidyByBlock(ruleSet) ? block : alphaEmission, alphaIn);
    saturatingSub(taoEmission, taoIn, U96F32, cell(terms, BEYOND));
  } else {
    copy(taoEmission, taoIn);
    divideOr(taoEmission, price, alphaEmission, U96F32, alphaIn);
  }
  // The purchase has been made by the time the registrations are looked at.
  if (!burnRegistration && !powRegistration) {
    setZero(taoIn);
    if (closedMintsNothing(ruleSet)) {
      setZero(alphaIn);
      setZero(cell(terms, ALPHA_OUT));
    }
  }
  putAmounts(terms, U96F32, amounts);
  return subsidised;
}

/** `hasCap`: the emission of the block, `capRao`, counts from 362 on. terms.md 3 */
export function subnetTerms342(
  ruleSet: u32,
  hasCap: bool,
  capRao: u64,
  taoEmission: usize,
  alphaIssuance: u64,
  price: usize,
  burnRegistration: bool,
  powRegistration: bool,
  terms: usize,
  amounts: usize,
): void {
  const alphaIn = cell(terms, ALPHA_IN);
  const taoIn = cell(terms, TAO_IN);
  const cap = cell(terms, LIMIT);
  setAlphaEmission(alphaIssuance, U96F32, terms);
  copy(cell(terms, ALPHA_EMISSION), cap);
  if (cappedByBlock(ruleSet) && hasCap) {
    fromU64(capRao, U96F32, block);
    if (isGreater(cap, block, U96F32)) copy(block, cap);
  }
  safeDiv(taoEmission, price, U96F32, alphaIn);
  copy(taoEmission, taoIn);
  if (isGreater(alphaIn, cap, U96F32)) {
    copy(cap, alphaIn);
    saturatingMul(alphaIn, price, U96F32, taoIn);
  }
  saturatingSub(taoEmission, taoIn, U96F32, cell(terms, BEYOND));
  if (registrationAsked(ruleSet) && !burnRegistration && !powRegistration) {
    setZero(alphaIn);
    setZero(taoIn);
    setZero(cell(terms, ALPHA_OUT));
  }
  putAmounts(terms, U96F32, amounts);
}

/** Pools were computed with 18 fraction bits. */
const POOL_FRACTION_BITS = 18;

/** What a pool may not fall below, rao. */
const LEAST_TAO: u64 = 10_000_000;

function fromU64X18(value: u64, result: usize): void {
  set(result, value << POOL_FRACTION_BITS, <i64>(value >> (64 - POOL_FRACTION_BITS)));
}

const left: usize = memory.data(16);
const factor: usize = memory.data(16);
const least: usize = memory.data(16);

/**
 * The rao that selling `amount` of alpha brings to `tao`; false where nothing is sold. The product is exact, one factor
 * being an integer; so is what the fraction bits of the quotient cancel. terms.md 6
 */
export function poolSell233(ruleSet: u32, mechanism: u32, taoIn: u64, alphaIn: u64, amount: u64, tao: usize): bool {
  store<u64>(tao, amount);
  if (mechanism != 1) return true;
  const format = signedCoinbase(ruleSet) ? I128 : U128;
  fromU64X18(alphaIn, left);
  set(factor, taoIn, 0);
  saturatingMul(left, factor, format, left);
  set(factor, alphaIn, 0);
  set(least, amount, 0);
  saturatingAdd(factor, least, format, factor);
  safeDiv(left, factor, format, left);
  fromU64X18(LEAST_TAO, least);
  if (isGreater(least, left, format)) return false;
  fromU64X18(taoIn, factor);
  saturatingSub(factor, left, format, left);
  store<u64>(tao, (<u64>high(left) << (64 - POOL_FRACTION_BITS)) | (low(left) >> POOL_FRACTION_BITS));
  return true;
}
