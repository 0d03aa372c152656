import { emissionAtResidual, halvingResidual } from "../../halving";
import { answer, beginAnswer, endAnswer, givenU64 } from "../answer";
import {
  BLOCK_EMISSION,
  BLOCK_EMISSION_IN_ISSUANCE,
  BLOCK_EMISSION_OUT_EMISSION,
  BLOCK_EMISSION_OUT_RESIDUAL_X32,
  BLOCK_EMISSION_OUT_RESIDUAL_X32_VALUE,
  BLOCK_EMISSION_OUT_SIZE,
} from "../economicsLayouts";

export function answerBlockEmission(): u32 {
  const residual = halvingResidual(givenU64(BLOCK_EMISSION_IN_ISSUANCE));
  beginAnswer(BLOCK_EMISSION_OUT_SIZE);
  store<u64>(answer(BLOCK_EMISSION_OUT_EMISSION), emissionAtResidual(residual));
  if (residual >= 0) {
    store<u8>(answer(BLOCK_EMISSION_OUT_RESIDUAL_X32), 1);
    // The upper half is zero.
    store<i64>(answer(BLOCK_EMISSION_OUT_RESIDUAL_X32_VALUE), residual);
  }
  return endAnswer(BLOCK_EMISSION);
}
