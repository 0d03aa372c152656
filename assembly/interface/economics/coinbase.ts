/** What a block moves and mints for its subnets. terms.md, split.md */
import { coinbaseBlock } from "../../coinbase";
import { cell, copy } from "../../fixed/cell";
import { getU64 } from "../../fixed/u64";
import { blockEmission } from "../../halving";
import { allocate } from "../../heap";
import { item } from "../../list";
import { CREATED_RAO, OWNER_RAO, alphaSplit } from "../../pending";
import { ALPHA_EMISSION, subnetTerms } from "../../terms";
import {
  answer,
  beginAnswer,
  column64,
  columnCells,
  columnFlags,
  endAnswer,
  givenFlag,
  givenU16,
  givenU64,
  newList,
} from "../answer";
import * as layout from "../economicsLayouts";
import { FINE, given } from "../message";
import { cells, count, emissionEnabled, mechanisms, minerBurned, movingPrices, netuids, subnets, takePriceSubnets } from "./subnets";

export function answerSubnetTerms(): u32 {
  beginAnswer(layout.SUBNET_TERMS_OUT_SIZE);
  // The answer has the cells and the amounts one behind another, as the kernel gives them.
  const terms = answer(layout.SUBNET_TERMS_OUT_ALPHA_EMISSION_X32);
  subnetTerms(
    given(layout.SUBNET_TERMS_IN_TAO_EMISSION_X32),
    givenU64(layout.SUBNET_TERMS_IN_ALPHA_ISSUANCE),
    given(layout.SUBNET_TERMS_IN_PRICE_X64),
    givenU64(layout.SUBNET_TERMS_IN_ROOT_TAO),
    givenU64(layout.SUBNET_TERMS_IN_TAO_WEIGHT),
    terms,
    answer(layout.SUBNET_TERMS_OUT_ALPHA_IN_U64),
  );
  copy(cell(terms, ALPHA_EMISSION), answer(layout.SUBNET_TERMS_OUT_ALPHA_OUT_X32));
  return endAnswer(layout.SUBNET_TERMS);
}

/** u64 rao: what was created, owner, root, miners, validators. */
const splitAmounts: usize = memory.data(5 * 8);

export function answerAlphaSplit(): u32 {
  beginAnswer(layout.ALPHA_SPLIT_OUT_SIZE);
  // The answer has the cells one behind another, and the amounts from the owner's on.
  alphaSplit(
    given(layout.ALPHA_SPLIT_IN_ALPHA_OUT_X32),
    givenU64(layout.ALPHA_SPLIT_IN_ALPHA_ISSUANCE_AFTER_MINT),
    givenU16(layout.ALPHA_SPLIT_IN_OWNER_CUT),
    givenFlag(layout.ALPHA_SPLIT_IN_OWNER_CUT_ENABLED),
    givenU64(layout.ALPHA_SPLIT_IN_ROOT_TAO),
    givenU64(layout.ALPHA_SPLIT_IN_TAO_WEIGHT),
    answer(layout.ALPHA_SPLIT_OUT_OWNER_CUT_X32),
    splitAmounts,
  );
  store<u64>(answer(layout.ALPHA_SPLIT_OUT_ALPHA_CREATED), getU64(splitAmounts, CREATED_RAO));
  memory.copy(answer(layout.ALPHA_SPLIT_OUT_OWNER_CUT_U64), splitAmounts + OWNER_RAO * 8, 4 * 8);
  return endAnswer(layout.ALPHA_SPLIT);
}

/** Eight u64 of a subnet. */
const AMOUNTS_BYTES: usize = 64;

export function answerCoinbaseBlock(): u32 {
  const stride = layout.COINBASE_BLOCK_IN_SUBNETS_SIZE;
  const status = takePriceSubnets(given(layout.COINBASE_BLOCK_IN_SUBNETS), layout.COINBASE_BLOCK_FIELD_SUBNETS, stride);
  if (status != FINE) return status;
  const emission = blockEmission(givenU64(layout.COINBASE_BLOCK_IN_ISSUANCE));
  const emissions = cells();
  const amounts = allocate(<usize>count * AMOUNTS_BYTES);
  const rootSellFlag = coinbaseBlock(
    count,
    emission,
    givenU64(layout.COINBASE_BLOCK_IN_ROOT_TAO),
    givenU64(layout.COINBASE_BLOCK_IN_TAO_WEIGHT),
    givenU16(layout.COINBASE_BLOCK_IN_OWNER_CUT),
    netuids,
    mechanisms,
    movingPrices,
    minerBurned,
    emissionEnabled,
    column64(subnets + layout.COINBASE_BLOCK_IN_SUBNETS_ALPHA_IN, count, stride),
    column64(subnets + layout.COINBASE_BLOCK_IN_SUBNETS_ALPHA_OUT, count, stride),
    columnCells(subnets + layout.COINBASE_BLOCK_IN_SUBNETS_PRICE_X64, count, stride),
    columnFlags(subnets + layout.COINBASE_BLOCK_IN_SUBNETS_OWNER_CUT_ENABLED, count, stride),
    emissions,
    amounts,
  );

  beginAnswer(layout.COINBASE_BLOCK_OUT_SIZE);
  store<u64>(answer(layout.COINBASE_BLOCK_OUT_BLOCK_EMISSION), emission);
  store<u8>(answer(layout.COINBASE_BLOCK_OUT_ROOT_SELL_FLAG), <u8>rootSellFlag);
  const each = layout.COINBASE_BLOCK_OUT_SUBNETS_SIZE;
  const first = newList(answer(layout.COINBASE_BLOCK_OUT_SUBNETS), count, each);
  for (let i: u32 = 0; i < count; i++) {
    const subnet = first + <usize>i * each;
    store<u16>(subnet, <u16>item(netuids, i), layout.COINBASE_BLOCK_OUT_SUBNETS_0);
    copy(cell(emissions, i), subnet + layout.COINBASE_BLOCK_OUT_SUBNETS_1_EMISSION_X32);
    // In the order in which the kernel gives them.
    memory.copy(subnet + layout.COINBASE_BLOCK_OUT_SUBNETS_1_TAO_IN, amounts + <usize>i * AMOUNTS_BYTES, AMOUNTS_BYTES);
  }
  return endAnswer(layout.COINBASE_BLOCK);
}
