/** Runs the functions of the economics by their numbers. */
import { accepted, refusal } from "./accept";
import { BLOCK_EMISSION, BLOCK_EMISSION_CHECKS, BLOCK_EMISSION_IN_SIZE } from "./economicsLayouts";
import { answerBlockEmission } from "./economics/halving";
import { runHistoric } from "./history/index";
import { VALUE, beginRun, refuse } from "./message";

/** Answers the message, or says by its status why not. No function takes flags. */
export function run(asked: u32, flags: u32): u32 {
  beginRun();
  if (flags != 0) return refuse(VALUE, 0, 0);
  switch (asked) {
    case BLOCK_EMISSION:
      return accepted(asked, BLOCK_EMISSION_IN_SIZE, BLOCK_EMISSION_CHECKS) ? answerBlockEmission() : refusal;
    default:
      return runHistoric(asked);
  }
}
