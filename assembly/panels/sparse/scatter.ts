/** From the columns of a sparse panel back into rows. */
import { item } from "../../list";
import { toU16 } from "../lanes";
import { weights } from "../panel";
import { panelRow } from "../rows";
import { entries, uids } from "./lists";

/** Behind the results of the panels before, each row's results of this one, of what is above 0: uids and stored bonds, u16. */
export function scatter(table: usize, rows: u32, resultUids: usize, values: usize): void {
  for (let slot: u32 = 0; slot < rows; slot++) {
    const row = panelRow(table, slot);
    let result = <usize>row.resultEnd;
    for (let position = row.position; position < row.positionEnd; position++) {
      const bond = <u64>item(weights, item(entries, position));
      store<u16>(resultUids + (result << 1), load<u16>(uids + ((<usize>position) << 1)));
      store<u16>(values + (result << 1), <u16>toU16<u64>(bond));
      // What is not kept is written over by the next one.
      result += <usize>(bond != 0);
    }
    row.resultEnd = <u32>result;
  }
}
