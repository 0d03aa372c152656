// Made by interface/generate.ts of the descriptions in bindings/. Offsets of values in their structs, in bytes.

export const RULE_SET_COUNT: u32 = 18;
/** Of each its number and its switches, from the oldest to the newest. */
export const RULE_SETS: usize = memory.data<u32>([127, 12595776, 144, 4207168, 153, 12864, 154, 275008, 195, 2372160, 233, 3420736, 252, 3945024, 257, 3945032, 273, 3879496, 283, 3912264, 297, 3928648, 320, 3918408, 365, 3919176, 397, 3919304, 425, 3919308, 446, 3919276, 452, 3919292, 475, 3919295]);
