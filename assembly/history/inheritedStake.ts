import { taoWeightX32 } from "../fixed/proportion";
import { getU64, putU64, saturatingAddU64, saturatingSubU64 } from "../fixed/u64";
import { mulHighU64 } from "../fixed/wide";
import { item } from "../list";

/** floor(stake x fraction), the fraction cut to 32 bits as a TAO weight is. */
function part(proportion: u64, stake: u64): u64 {
  const fraction = taoWeightX32(proportion);
  return (mulHighU64(stake, fraction) << 32) | ((stake * fraction) >> 32);
}

/**
 * What the epoch of specs 195 to 232 reads for each hotkey: its own stake, less what goes to children, plus what comes
 * from parents. u64 stakes and proportions, u32 starts and hotkeys. stake.md, before 233
 */
export function inheritedStake195(
  count: u32,
  stakes: usize,
  parentStarts: usize,
  parents: usize,
  parentProportions: usize,
  childStarts: usize,
  childProportions: usize,
  networkMaxStake: u64,
  result: usize,
): void {
  for (let i: u32 = 0; i < count; i++) {
    const own = getU64(stakes, i);
    let given: u64 = 0;
    for (let c = item(childStarts, i); c < item(childStarts, i + 1); c++) {
      given = saturatingAddU64(given, part(getU64(childProportions, c), own));
    }
    let got: u64 = 0;
    for (let p = item(parentStarts, i); p < item(parentStarts, i + 1); p++) {
      got = saturatingAddU64(got, part(getU64(parentProportions, p), getU64(stakes, item(parents, p))));
    }
    putU64(result, i, min(networkMaxStake, saturatingAddU64(saturatingSubU64(own, given), got)));
  }
}
