/** What became of a block's emission until it was paid, under old specs. split.md 3 to 5 */
import { cell, copy } from "../../fixed/cell";
import { getU64 } from "../../fixed/u64";
import {
  ADDED_EMISSION,
  ADDED_OWNER_CUT,
  ADDED_ROOT_ALPHA,
  ADDED_ROOT_TAO,
  ADDED_SWAPPED,
  EPOCH_EMISSION,
  GENERATED_EPOCH,
  GENERATED_SKIPPED,
  LAST,
  OWNER_CUT,
  OWNER_PAID,
  PENDING,
  PENDING_ALPHA,
  ROOT_ALPHA,
  ROOT_PROPORTION,
  alphaSplit233,
  generateEmission127,
  generateEmission195,
} from "../../history/pending";
import { answer, beginAnswer, endAnswer, givenFlag, givenU16, givenU64 } from "../answer";
import { given } from "../message";
import * as layout from "../economicsLayouts";
import { optionalU64, putOptionalU64 } from "./optional";

const split: usize = memory.data(4 * 16);
/** u64 rao */
const added: usize = memory.data(5 * 8);

export function answerAlphaSplit233(): u32 {
  alphaSplit233(
    givenU16(layout.ALPHA_SPLIT_233_IN_RULE_SET),
    given(layout.ALPHA_SPLIT_233_IN_ALPHA_OUT_X32),
    givenU64(layout.ALPHA_SPLIT_233_IN_ALPHA_ISSUANCE_AFTER_MINT),
    givenU16(layout.ALPHA_SPLIT_233_IN_OWNER_CUT),
    givenU64(layout.ALPHA_SPLIT_233_IN_ROOT_TAO),
    givenU64(layout.ALPHA_SPLIT_233_IN_TAO_WEIGHT),
    givenFlag(layout.ALPHA_SPLIT_233_IN_SUBSIDISED),
    givenFlag(layout.ALPHA_SPLIT_233_IN_ROOT_SELL_FLAG),
    givenFlag(layout.ALPHA_SPLIT_233_IN_SOLD_FOR_TAO),
    optionalU64(layout.ALPHA_SPLIT_233_IN_SOLD_FOR_TAO, layout.ALPHA_SPLIT_233_IN_SOLD_FOR_TAO_VALUE),
    split,
    added,
  );
  beginAnswer(layout.ALPHA_SPLIT_233_OUT_SIZE);
  copy(cell(split, OWNER_CUT), answer(layout.ALPHA_SPLIT_233_OUT_OWNER_CUT_X32));
  copy(cell(split, ROOT_PROPORTION), answer(layout.ALPHA_SPLIT_233_OUT_ROOT_PROPORTION_X32));
  copy(cell(split, ROOT_ALPHA), answer(layout.ALPHA_SPLIT_233_OUT_ROOT_ALPHA_X32));
  copy(cell(split, PENDING_ALPHA), answer(layout.ALPHA_SPLIT_233_OUT_PENDING_ALPHA_X32));
  store<u64>(answer(layout.ALPHA_SPLIT_233_OUT_ADDED_OWNER_CUT), getU64(added, ADDED_OWNER_CUT));
  store<u64>(answer(layout.ALPHA_SPLIT_233_OUT_ADDED_EMISSION), getU64(added, ADDED_EMISSION));
  store<u64>(answer(layout.ALPHA_SPLIT_233_OUT_ADDED_SWAPPED), getU64(added, ADDED_SWAPPED));
  store<u64>(answer(layout.ALPHA_SPLIT_233_OUT_ADDED_ROOT_TAO), getU64(added, ADDED_ROOT_TAO));
  store<u64>(answer(layout.ALPHA_SPLIT_233_OUT_ADDED_ROOT_ALPHA), getU64(added, ADDED_ROOT_ALPHA));
  return endAnswer(layout.ALPHA_SPLIT_233);
}

/** u64; a kernel writes those that are not 0 alone. */
const amounts: usize = memory.data(4 * 8);

export function answerGenerateEmission127(): u32 {
  memory.fill(amounts, 0, 4 * 8);
  const generated = generateEmission127(
    givenU16(layout.GENERATE_EMISSION_127_IN_RULE_SET),
    givenU16(layout.GENERATE_EMISSION_127_IN_NETUID),
    givenU16(layout.GENERATE_EMISSION_127_IN_N),
    givenU16(layout.GENERATE_EMISSION_127_IN_TEMPO),
    givenU64(layout.GENERATE_EMISSION_127_IN_BLOCK),
    givenU64(layout.GENERATE_EMISSION_127_IN_EMISSION_VALUE),
    givenU64(layout.GENERATE_EMISSION_127_IN_PENDING),
    givenFlag(layout.GENERATE_EMISSION_127_IN_HAS_OWNER),
    givenU16(layout.GENERATE_EMISSION_127_IN_OWNER_CUT),
    givenFlag(layout.GENERATE_EMISSION_127_IN_REGISTRATION_ALLOWED),
    givenU64(layout.GENERATE_EMISSION_127_IN_BLOCKS_SINCE_LAST_STEP),
    amounts,
  );
  beginAnswer(layout.GENERATE_EMISSION_127_OUT_SIZE);
  store<u8>(answer(layout.GENERATE_EMISSION_127_OUT_SKIPPED), <u8>(generated == GENERATED_SKIPPED));
  store<u64>(answer(layout.GENERATE_EMISSION_127_OUT_OWNER_PAID), getU64(amounts, OWNER_PAID));
  store<u64>(answer(layout.GENERATE_EMISSION_127_OUT_PENDING), getU64(amounts, PENDING));
  putOptionalU64(
    layout.GENERATE_EMISSION_127_OUT_EPOCH_EMISSION,
    layout.GENERATE_EMISSION_127_OUT_EPOCH_EMISSION_VALUE,
    generated == GENERATED_EPOCH,
    getU64(amounts, EPOCH_EMISSION),
  );
  store<u64>(answer(layout.GENERATE_EMISSION_127_OUT_BLOCKS_SINCE_LAST_STEP), getU64(amounts, LAST));
  return endAnswer(layout.GENERATE_EMISSION_127);
}

export function answerGenerateEmission195(): u32 {
  memory.fill(amounts, 0, 4 * 8);
  const generated = generateEmission195(
    givenU16(layout.GENERATE_EMISSION_195_IN_RULE_SET),
    givenU16(layout.GENERATE_EMISSION_195_IN_NETUID),
    givenU64(layout.GENERATE_EMISSION_195_IN_EMISSION_VALUE),
    givenU64(layout.GENERATE_EMISSION_195_IN_PENDING),
    givenFlag(layout.GENERATE_EMISSION_195_IN_EPOCH_DUE),
    givenFlag(layout.GENERATE_EMISSION_195_IN_HAS_OWNER),
    givenU16(layout.GENERATE_EMISSION_195_IN_OWNER_CUT),
    givenFlag(layout.GENERATE_EMISSION_195_IN_REGISTRATION_ALLOWED),
    amounts,
  );
  beginAnswer(layout.GENERATE_EMISSION_195_OUT_SIZE);
  store<u64>(answer(layout.GENERATE_EMISSION_195_OUT_PENDING), getU64(amounts, PENDING));
  putOptionalU64(
    layout.GENERATE_EMISSION_195_OUT_EPOCH_EMISSION,
    layout.GENERATE_EMISSION_195_OUT_EPOCH_EMISSION_VALUE,
    generated == GENERATED_EPOCH,
    getU64(amounts, EPOCH_EMISSION),
  );
  store<u64>(answer(layout.GENERATE_EMISSION_195_OUT_OWNER_PAID), getU64(amounts, OWNER_PAID));
  store<u64>(answer(layout.GENERATE_EMISSION_195_OUT_LOST), getU64(amounts, LAST));
  return endAnswer(layout.GENERATE_EMISSION_195);
}
