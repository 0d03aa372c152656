import type { InheritedStake195Input } from "../../economics/history/types.js";
import { saturatingAddU64, saturatingSubU64 } from "../fixed.js";
import { taoWeightX32 } from "../proportion.js";

/** floor(stake x fraction), the fraction cut to 32 bits as a TAO weight is. */
function part(proportion: bigint, stake: bigint): bigint {
  return (stake * taoWeightX32(proportion)) >> 32n;
}

/** What the epoch of specs 195 to 232 reads for each hotkey: its own stake, less what goes to children, plus what comes from parents. stake.md, before 233 */
export function inheritedStake195({ stake, parents, children, networkMaxStake }: InheritedStake195Input): bigint[] {
  return stake.map((own, i) => {
    const given = children[i]!.reduce((sum, [proportion]) => saturatingAddU64(sum, part(proportion, own)), 0n);
    const got = parents[i]!.reduce((sum, [proportion, index]) => saturatingAddU64(sum, part(proportion, stake[index]!)), 0n);
    const inherited = saturatingAddU64(saturatingSubU64(own, given), got);
    return inherited < networkMaxStake ? inherited : networkMaxStake;
  });
}
