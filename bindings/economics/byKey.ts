import { list, tuple, u16, u32, type Quantity } from "../boundary/quantities.js";

/** Maps as the lists of pairs that they are given back as. */

export const byNetuid = (value: Quantity<bigint>) => list(tuple<[number, bigint]>("[netuid, value]", u16(), value));
export const byHotkey = (value: Quantity<bigint>) => list(tuple<[number, bigint]>("[id, value]", u32(), value));
