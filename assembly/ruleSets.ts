/**
 * The switches by which rule sets differ, as bits of one word. `bindings/ruleSets/ruleSets.ts` declares
 * them, says what each does and numbers them by their order; test/rules.test.ts compares.
 */
export const NULL_CONSENSUS: u32 = 1 << 0;
export const BONDS_CUTOFF_FROM_YUMA_STEP: u32 = 1 << 1;
export const BONDS_CUTOFF_FROM_LAST_STEP: u32 = 1 << 2;
export const BONDS_CUTOFF_FROM_TEMPO: u32 = 1 << 3;
export const LIQUID_ALPHA_GATE_SELECTED: u32 = 1 << 4;
export const LIQUID_ALPHA_CONSENSUS_SELECTABLE: u32 = 1 << 5;
export const SHORT_SPLIT_PADDED: u32 = 1 << 6;
export const OWNER_PRIVILEGED: u32 = 1 << 7;
export const SIGMOID_CLAMPED: u32 = 1 << 8;
export const RANKS_REPORTED: u32 = 1 << 9;
export const STAKE_SUMMED: u32 = 1 << 10;
export const MECHANISMS: u32 = 1 << 11;
export const BOND_ROWS_KEPT: u32 = 1 << 12;
export const FOREIGN_BONDS_TRAP: u32 = 1 << 13;
export const COMMIT_REVEAL_MASK: u32 = 1 << 14;
export const STEEPNESS_IN_HUNDREDTHS: u32 = 1 << 15;
export const YUMA3: u32 = 1 << 16;
export const PERMITS_NEED_STAKE: u32 = 1 << 17;
export const LIQUID_ALPHA_BY_COLUMN: u32 = 1 << 18;
export const OWNER_SELF_WEIGHT: u32 = 1 << 19;
export const DYNAMIC_TAO: u32 = 1 << 20;
export const STAKE_WEIGHT_REPORTED: u32 = 1 << 21;
export const OPERATORS_WRAP: u32 = 1 << 22;
export const FOREIGN_WEIGHTS_TRAP: u32 = 1 << 23;

@inline
export function has(rules: u32, rule: u32): bool {
  return (rules & rule) != 0;
}
