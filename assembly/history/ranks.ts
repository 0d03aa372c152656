/** What the chain gave besides, up to spec 364. incentive.md 2. */
import { safeDiv } from "../fixed/i32f32";
import { proportionToU16 } from "../fixed/proportion";
import { get, normalize, put } from "../fixed/vector";
import { maxUpscaleToU16 } from "../upscale";

/** Trust: ranks over what they were before clipping. */
export function trust(n: u32, ranksX32: usize, preRanksX32: usize, result: usize): void {
  for (let uid: u32 = 0; uid < n; uid++) {
    store<u16>(result + ((<usize>uid) << 1), proportionToU16(safeDiv(get(ranksX32, uid), get(preRanksX32, uid))));
  }
}

/** Of the combined shares of `emission`, which are incentive and dividends together, or the stake where nobody earned. */
export function pruningScores(n: u32, combined: usize, total: i64, byStake: usize, scratch: usize, result: usize): void {
  for (let uid: u32 = 0; uid < n; uid++) put(scratch, uid, get(total == 0 ? byStake : combined, uid));
  if (total != 0) normalize(scratch, n);
  maxUpscaleToU16(n, scratch, result);
}
