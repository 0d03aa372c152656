/** What follows an epoch as a whole. payout.md 5 */
import { CELL_BYTES, copy } from "../../fixed/cell";
import { distribute, recycledCount, validatorAlpha } from "../../payout";
import { answer, beginAnswer, endAnswer, flaggedByName, givenU64, listOfAmounts } from "../answer";
import * as layout from "../economicsLayouts";
import { FINE, given } from "../message";
import * as input from "./distribution";

const minerBurned: usize = memory.data(16);

export function answerDistribute(): u32 {
  const status = input.takeDistribution(
    given(layout.DISTRIBUTE_IN_HOTKEY_EMISSION), layout.DISTRIBUTE_FIELD_HOTKEY_EMISSION,
    given(layout.DISTRIBUTE_IN_HOTKEYS), layout.DISTRIBUTE_FIELD_HOTKEYS,
  );
  if (status != FINE) return status;
  distribute(
    input.entryCount,
    input.entries,
    input.count,
    input.alphaStakes,
    input.rootStakes,
    input.owners,
    input.ownerHotkeys,
    input.childkeyTakes,
    input.takes,
    input.childStarts,
    input.children,
    input.parentStarts,
    input.parents,
    input.parentProportions,
    givenU64(layout.DISTRIBUTE_IN_PENDING_SERVER),
    givenU64(layout.DISTRIBUTE_IN_PENDING_VALIDATOR),
    givenU64(layout.DISTRIBUTE_IN_PENDING_ROOT_ALPHA),
    givenU64(layout.DISTRIBUTE_IN_CK_BURN),
    givenU64(layout.DISTRIBUTE_IN_TAO_WEIGHT),
    input.incentives,
    input.hasEntry,
    input.hasDividends,
    input.dividends,
    input.alphaDividends,
    input.rootDividends,
    input.alphaTakeRest,
    input.rootTakeRest,
    input.recycled,
    minerBurned,
  );

  beginAnswer(layout.DISTRIBUTE_OUT_SIZE);
  store<u64>(answer(layout.DISTRIBUTE_OUT_VALIDATOR_ALPHA), validatorAlpha);
  flaggedByName(answer(layout.DISTRIBUTE_OUT_INCENTIVES), input.count, input.hasEntry, input.ids, input.incentives, 8);
  paid(layout.DISTRIBUTE_OUT_DIVIDENDS_X32, input.dividends);
  listOfAmounts(answer(layout.DISTRIBUTE_OUT_CK_RECYCLED), recycledCount, input.recycled);
  paid(layout.DISTRIBUTE_OUT_ALPHA_DIVIDENDS_X32, input.alphaDividends);
  paid(layout.DISTRIBUTE_OUT_ROOT_ALPHA_DIVIDENDS_X32, input.rootDividends);
  paid(layout.DISTRIBUTE_OUT_ALPHA_TAKE_REST, input.alphaTakeRest);
  paid(layout.DISTRIBUTE_OUT_ROOT_TAKE_REST, input.rootTakeRest);
  copy(minerBurned, answer(layout.DISTRIBUTE_OUT_MINER_BURNED_X32));
  return endAnswer(layout.DISTRIBUTE);
}

/** Cells, or pairs in as much, of the hotkeys that have dividends. */
function paid(field: usize, values: usize): void {
  flaggedByName(answer(field), input.count, input.hasDividends, input.ids, values, CELL_BYTES);
}
