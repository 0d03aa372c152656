/** What a subnet's share of the block moved into its pool under old specs. terms.md 3 to 6 */
import { cell, copy } from "../../fixed/cell";
import { getU64 } from "../../fixed/u64";
import {
  ALPHA_EMISSION,
  ALPHA_IN,
  ALPHA_OUT,
  BEYOND,
  LIMIT,
  TAO_IN,
  poolSell233,
  subnetTerms233,
  subnetTerms298,
  subnetTerms342,
} from "../../history/terms";
import { answer, beginAnswer, endAnswer, givenFlag, givenU16, givenU64 } from "../answer";
import { given } from "../message";
import * as layout from "../economicsLayouts";
import { optionalU64, putOptionalU64 } from "./optional";

const terms: usize = memory.data(6 * 16);
/** u64 rao */
const amounts: usize = memory.data(4 * 8);

/** What all terms have, in the answer's struct from `first` on in the same order. */
function putTerms(first: usize): void {
  const at = answer(first) - layout.SUBNET_TERMS_233_OUT_ALPHA_EMISSION_X32;
  copy(cell(terms, ALPHA_EMISSION), at + layout.SUBNET_TERMS_233_OUT_ALPHA_EMISSION_X32);
  copy(cell(terms, ALPHA_IN), at + layout.SUBNET_TERMS_233_OUT_ALPHA_IN_X32);
  copy(cell(terms, TAO_IN), at + layout.SUBNET_TERMS_233_OUT_TAO_IN_X32);
  copy(cell(terms, ALPHA_OUT), at + layout.SUBNET_TERMS_233_OUT_ALPHA_OUT_X32);
  store<u64>(at + layout.SUBNET_TERMS_233_OUT_ALPHA_IN_U64, getU64(amounts, ALPHA_IN));
  store<u64>(at + layout.SUBNET_TERMS_233_OUT_TAO_IN_U64, getU64(amounts, TAO_IN));
  store<u64>(at + layout.SUBNET_TERMS_233_OUT_ALPHA_OUT_U64, getU64(amounts, ALPHA_OUT));
}

export function answerSubnetTerms233(): u32 {
  subnetTerms233(
    givenU16(layout.SUBNET_TERMS_233_IN_RULE_SET),
    given(layout.SUBNET_TERMS_233_IN_TAO_EMISSION_X32),
    givenU64(layout.SUBNET_TERMS_233_IN_ALPHA_ISSUANCE),
    given(layout.SUBNET_TERMS_233_IN_PRICE_X32),
    givenFlag(layout.SUBNET_TERMS_233_IN_BURN_REGISTRATION),
    givenFlag(layout.SUBNET_TERMS_233_IN_POW_REGISTRATION),
    terms,
    amounts,
  );
  beginAnswer(layout.SUBNET_TERMS_233_OUT_SIZE);
  putTerms(layout.SUBNET_TERMS_233_OUT_ALPHA_EMISSION_X32);
  return endAnswer(layout.SUBNET_TERMS_233);
}

export function answerSubnetTerms298(): u32 {
  const subsidised = subnetTerms298(
    givenU16(layout.SUBNET_TERMS_298_IN_RULE_SET),
    givenU64(layout.SUBNET_TERMS_298_IN_BLOCK_EMISSION),
    given(layout.SUBNET_TERMS_298_IN_TAO_EMISSION_X32),
    givenU64(layout.SUBNET_TERMS_298_IN_ALPHA_ISSUANCE),
    given(layout.SUBNET_TERMS_298_IN_PRICE_X32),
    givenFlag(layout.SUBNET_TERMS_298_IN_BURN_REGISTRATION),
    givenFlag(layout.SUBNET_TERMS_298_IN_POW_REGISTRATION),
    terms,
    amounts,
  );
  beginAnswer(layout.SUBNET_TERMS_298_OUT_SIZE);
  copy(cell(terms, LIMIT), answer(layout.SUBNET_TERMS_298_OUT_TAO_RATIO_X32));
  store<u8>(answer(layout.SUBNET_TERMS_298_OUT_SUBSIDISED), <u8>subsidised);
  putTerms(layout.SUBNET_TERMS_298_OUT_ALPHA_EMISSION_X32);
  copy(cell(terms, BEYOND), answer(layout.SUBNET_TERMS_298_OUT_BUY_TAO_X32));
  store<u64>(answer(layout.SUBNET_TERMS_298_OUT_BUY_TAO_U64), getU64(amounts, BEYOND));
  return endAnswer(layout.SUBNET_TERMS_298);
}

export function answerSubnetTerms342(): u32 {
  subnetTerms342(
    givenU16(layout.SUBNET_TERMS_342_IN_RULE_SET),
    givenFlag(layout.SUBNET_TERMS_342_IN_CAP_BLOCK_EMISSION),
    optionalU64(layout.SUBNET_TERMS_342_IN_CAP_BLOCK_EMISSION, layout.SUBNET_TERMS_342_IN_CAP_BLOCK_EMISSION_VALUE),
    given(layout.SUBNET_TERMS_342_IN_TAO_EMISSION_X32),
    givenU64(layout.SUBNET_TERMS_342_IN_ALPHA_ISSUANCE),
    given(layout.SUBNET_TERMS_342_IN_PRICE_X32),
    givenFlag(layout.SUBNET_TERMS_342_IN_BURN_REGISTRATION),
    givenFlag(layout.SUBNET_TERMS_342_IN_POW_REGISTRATION),
    terms,
    amounts,
  );
  beginAnswer(layout.SUBNET_TERMS_342_OUT_SIZE);
  copy(cell(terms, LIMIT), answer(layout.SUBNET_TERMS_342_OUT_CAP_X32));
  putTerms(layout.SUBNET_TERMS_342_OUT_ALPHA_EMISSION_X32);
  copy(cell(terms, BEYOND), answer(layout.SUBNET_TERMS_342_OUT_EXCESS_TAO_X32));
  store<u64>(answer(layout.SUBNET_TERMS_342_OUT_EXCESS_TAO_U64), getU64(amounts, BEYOND));
  return endAnswer(layout.SUBNET_TERMS_342);
}

export function answerPoolSell233(): u32 {
  const isSold = poolSell233(
    givenU16(layout.POOL_SELL_233_IN_RULE_SET),
    givenU16(layout.POOL_SELL_233_IN_MECHANISM),
    givenU64(layout.POOL_SELL_233_IN_TAO),
    givenU64(layout.POOL_SELL_233_IN_ALPHA_IN),
    givenU64(layout.POOL_SELL_233_IN_AMOUNT),
    amounts,
  );
  beginAnswer(layout.POOL_SELL_233_OUT_SIZE);
  putOptionalU64(layout.POOL_SELL_233_OUT_TAO, layout.POOL_SELL_233_OUT_TAO_VALUE, isSold, getU64(amounts, 0));
  return endAnswer(layout.POOL_SELL_233);
}
