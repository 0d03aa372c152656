/** Dividends: what validators earn by their bonds. dividends.md. */
import { checkedMul, saturatingMul } from "./fixed/i32f32";
import { get, normalize, put } from "./fixed/vector";
import { Rows, columnReciprocals, columnShare, columnTotals, rowSums } from "./rows";

/** Classic mode: bonds (columns summing to one) times incentive. */
export function dividendsClassic(n: u32, bondsX32: Rows, incentiveX32: usize, dividendsX32: usize): void {
  rowSums(n, bondsX32, incentiveX32, dividendsX32);
  normalize(dividendsX32, n);
}

/** Yuma3: shares of each column's bonds times incentive, times the row's active stake (0 on overflow). */
export function dividendsYuma3(
  n: u32,
  bondsX32: Rows,
  incentiveX32: usize,
  activeStakeX32: usize,
  totals: usize,
  reciprocals: usize,
  dividendsX32: usize,
): void {
  columnTotals(n, bondsX32, n, totals);
  columnReciprocals(n, totals, reciprocals);
  for (let i: u32 = 0; i < n; i++) {
    let sum: i64 = 0;
    const end = bondsX32.end(i);
    for (let entry = bondsX32.start(i); entry < end; entry++) {
      const uid = bondsX32.uid(entry);
      sum += saturatingMul(get(incentiveX32, uid), columnShare(bondsX32.value(entry), get(totals, uid), get(reciprocals, uid)));
    }
    put(dividendsX32, i, checkedMul(sum, get(activeStakeX32, i), 0));
  }
  normalize(dividendsX32, n);
}
