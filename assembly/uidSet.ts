/** A set of uids as two levels of bits, which gives back its members in ascending order. */

const WORDS: usize = 1024; // 65,536 uids / 64
const SUMMARY_WORDS: usize = 16; // 1,024 words / 64

export const UID_SET_BYTES: usize = (WORDS + SUMMARY_WORDS) << 3;

export function clearUids(set: usize): void {
  memory.fill(set, 0, UID_SET_BYTES);
}

@inline
function addBit(words: usize, bit: u32): void {
  const word = words + ((<usize>(bit >> 6)) << 3);
  store<u64>(word, load<u64>(word) | ((<u64>1) << (bit & 63)));
}

@inline
export function addUid(set: usize, uid: u32): void {
  addBit(set, uid);
  addBit(set + (WORDS << 3), uid >> 6);
}

/** Removes the smallest member and returns it; -1 where the set is empty. */
export function takeSmallestUid(set: usize): i32 {
  const summary = set + (WORDS << 3);
  for (let s: usize = 0; s < SUMMARY_WORDS; s++) {
    const nonempty = load<u64>(summary + (s << 3));
    if (nonempty == 0) continue;
    const word = (s << 6) + <usize>ctz(nonempty);
    const members = load<u64>(set + (word << 3));
    const rest = members & (members - 1);
    store<u64>(set + (word << 3), rest);
    if (rest == 0) store<u64>(summary + (s << 3), nonempty & (nonempty - 1));
    return <i32>((word << 6) + <usize>ctz(members));
  }
  return -1;
}
