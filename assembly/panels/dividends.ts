/** Dividends from the shares that the panels left behind, column by column. dividends.md. */
import { reserve, setArena, take } from "../arena";
import { FULL, isFraction, narrow } from "../fixed/fraction";
import { checkedMul } from "../fixed/i32f32";
import { get, normalize, put } from "../fixed/vector";
import { item, setItem } from "../list";
import { lanes, loadU32, part, product, splat } from "./lanes";
import { NOBODIES, STEP } from "./panel";
import { NONE, panelRow } from "./rows";
import { addHalves, addToTallies, clearTallies, tallyOf } from "./tallies";

/**
 * Of each column: where its shares of its bonds lie, u32, and behind them, in a sparse one, their slots, u16; how many
 * there are; whether it is full, and whether all are below one as well.
 */
let addresses: usize = 0;
let counts: usize = 0;
let kinds: usize = 0;

const SPARSE: u8 = 0;
const FULL_COLUMN: u8 = 1;
const PLAIN_COLUMN: u8 = 2;

/** Where the next column's go. */
export let nextShares: usize = 0;

export function layOutColumns(n: u32): void {
  addresses = take((<u64>n) << 2);
  counts = take((<u64>n) << 2);
  kinds = take(n);
}

/** Shares come last in the arena, which grows with each panel. */
export function beginShares(n: u32): void {
  memory.fill(counts, 0, (<usize>n) << 2);
  nextShares = take(0);
}

/** Whether there is room for so many shares of a full panel's columns. */
export function hasRoomForFull(columns: u32, rows: u32): bool {
  return hasRoomFor((<u64>columns * <u64>rows) << 2);
}

/** The same of a sparse panel's, with their slots. */
export function hasRoomForSparse(columns: u32, entries: u64): bool {
  return hasRoomFor((entries + <u64>columns * <u64>(NOBODIES + 2 * STEP)) * 6);
}

function hasRoomFor(bytes: u64): bool {
  setArena(nextShares);
  take(bytes);
  return reserve();
}

/** Keeps the shares of a column that lie there. */
export function keepShares(uid: u32, full: bool, count: u32, slots: usize, plain: bool): void {
  setItem(addresses, uid, <u32>nextShares);
  setItem(counts, uid, count);
  store<u8>(kinds + <usize>uid, full ? (plain ? PLAIN_COLUMN : FULL_COLUMN) : SPARSE);
  nextShares += (<usize>count) << 2;
  if (full) return;
  memory.copy(nextShares, slots, (<usize>count) << 1);
  nextShares = (nextShares + ((<usize>count) << 1) + 15) & ~15;
}

/** False where an incentive is no fraction. `incentives` is a scratch list of n u32, `earnings` are tallies of so many places. */
export function dividends(
  n: u32,
  table: usize,
  rows: u32,
  incentiveX32: usize,
  incentives: usize,
  activeStakeX32: usize,
  timesStake: bool,
  earnings: usize,
  places: u32,
  dividendsX32: usize,
): bool {
  for (let uid: u32 = 0; uid < n; uid++) {
    const incentive = get(incentiveX32, uid);
    if (!isFraction(incentive)) return false;
    setItem(incentives, uid, <u32>narrow(incentive));
    put(dividendsX32, uid, 0);
  }
  clearTallies(earnings, places);
  for (let uid: u32 = 0; uid < n; ) uid += ASC_FEATURE_SIMD ? earn<v128>(n, uid, incentives, earnings, places) : earn<u64>(n, uid, incentives, earnings, places);
  for (let slot: u32 = 0; slot < rows; slot++) {
    const uid = panelRow(table, slot).uid;
    if (uid == NONE) continue;
    const sum = tallyOf(earnings, places, slot);
    put(dividendsX32, uid, timesStake ? checkedMul(sum, get(activeStakeX32, uid), 0) : <i64>sum);
  }
  normalize(dividendsX32, n);
  return true;
}

/** Whether the next four columns are plain ones of one panel, and no product with their incentives is one. */
function arePlain(n: u32, uid: u32, incentives: usize): bool {
  if (uid + STEP > n) return false;
  const bytes = item(counts, uid) << 2;
  for (let next: u32 = 0; next < STEP; next++) {
    if (load<u8>(kinds + <usize>(uid + next)) != PLAIN_COLUMN || item(incentives, uid + next) == <u32>FULL) return false;
    if (item(addresses, uid + next) != item(addresses, uid) + next * bytes) return false;
  }
  return true;
}

/** Adds the products of shares and incentive of one column, or of four, to the earnings. Returns of how many. */
function earn<T>(n: u32, uid: u32, incentives: usize, earnings: usize, places: u32): u32 {
  const count = item(counts, uid);
  if (count == 0) return 1;
  const from = <usize>item(addresses, uid);
  if (isVector<T>()) {
    if (arePlain(n, uid, incentives)) {
      earnFour(count, from, incentives + ((<usize>uid) << 2), earnings, places);
      return STEP;
    }
  }
  const incentive = item(incentives, uid);
  if (incentive == 0) return 1;
  if (load<u8>(kinds + <usize>uid) == SPARSE) earnOne<T>(false, count, from, incentive, earnings, places);
  else earnOne<T>(true, count, from, incentive, earnings, places);
  return 1;
}

@inline
function earnOne<T>(full: bool, count: u32, from: usize, incentive: u64, earnings: usize, places: u32): void {
  const factor = splat<T>(incentive);
  const end = (<usize>count) << 2;
  const slots = from + end;
  let k: usize = 0;
  do {
    addToTallies<T>(earnings, places, full, false, slots, k, product<T>(loadU32<T>(from + k), factor));
    k += lanes<T>() << 2;
  } while (k < end);
}

/** Four full columns behind one another at once, whose shares and incentives are below one. */
@inline
function earnFour(count: u32, from: usize, incentives: usize, earnings: usize, places: u32): void {
  const first = v128.load32_splat(incentives);
  const second = v128.load32_splat(incentives, 4);
  const third = v128.load32_splat(incentives, 8);
  const fourth = v128.load32_splat(incentives, 12);
  const half = i32x4.splat(0xffff);
  const end = (<usize>count) << 2;
  const from1 = from + end;
  const from2 = from1 + end;
  const from3 = from2 + end;
  let k: usize = 0;
  do {
    const part0 = part<v128>(v128.load(from + k), first);
    const part1 = part<v128>(v128.load(from1 + k), second);
    const part2 = part<v128>(v128.load(from2 + k), third);
    const part3 = part<v128>(v128.load(from3 + k), fourth);
    const lower = i32x4.add(
      i32x4.add(v128.and(part0, half), v128.and(part1, half)),
      i32x4.add(v128.and(part2, half), v128.and(part3, half)),
    );
    const upper = i32x4.add(
      i32x4.add(i32x4.shr_u(part0, 16), i32x4.shr_u(part1, 16)),
      i32x4.add(i32x4.shr_u(part2, 16), i32x4.shr_u(part3, 16)),
    );
    addHalves(earnings, places, k, lower, upper);
    k += 16;
  } while (k < end);
}
