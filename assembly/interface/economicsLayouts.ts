// Made by interface/generate.ts of the descriptions in bindings/. Offsets of values in their structs, in bytes.

// block_emission
// @ts-ignore: decorator
@inline
export const BLOCK_EMISSION: u32 = 101;
// @ts-ignore: decorator
@inline
export const BLOCK_EMISSION_IN_SIZE: usize = 8;
// @ts-ignore: decorator
@inline
export const BLOCK_EMISSION_IN_ISSUANCE: usize = 0;
// @ts-ignore: decorator
@inline
export const BLOCK_EMISSION_FIELD_ISSUANCE: u32 = 1;
// @ts-ignore: decorator
@inline
export const BLOCK_EMISSION_OUT_SIZE: usize = 32;
// @ts-ignore: decorator
@inline
export const BLOCK_EMISSION_OUT_EMISSION: usize = 0;
// @ts-ignore: decorator
@inline
export const BLOCK_EMISSION_OUT_RESIDUAL_X32: usize = 8;
// @ts-ignore: decorator
@inline
export const BLOCK_EMISSION_OUT_RESIDUAL_X32_VALUE: usize = 16;
export const BLOCK_EMISSION_CHECKS: usize = memory.data<u8>([6, 1, 0, 0, 1, 0, 0]);

// root_epoch
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH: u32 = 102;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_IN_SIZE: usize = 56;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_IN_N: usize = 0;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_IN_NETUIDS: usize = 4;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_IN_NETUIDS_SIZE: usize = 2;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_IN_TOTAL_NETWORKS: usize = 12;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_IN_STAKES: usize = 16;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_IN_STAKES_SIZE: usize = 8;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_IN_WEIGHTS: usize = 24;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_IN_WEIGHTS_SIZE: usize = 12;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_IN_WEIGHTS_0: usize = 0;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_IN_WEIGHTS_1: usize = 4;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_IN_WEIGHTS_1_SIZE: usize = 4;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_IN_WEIGHTS_1_0: usize = 0;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_IN_WEIGHTS_1_1: usize = 2;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_IN_RHO: usize = 32;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_IN_KAPPA: usize = 34;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_IN_BLOCK_EMISSION: usize = 40;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_IN_NORMALIZE_ROWS: usize = 48;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_FIELD_N: u32 = 1;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_FIELD_NETUIDS: u32 = 2;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_FIELD_TOTAL_NETWORKS: u32 = 3;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_FIELD_STAKES: u32 = 4;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_FIELD_WEIGHTS: u32 = 5;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_FIELD_RHO: u32 = 6;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_FIELD_KAPPA: u32 = 7;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_FIELD_BLOCK_EMISSION: u32 = 8;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_FIELD_NORMALIZE_ROWS: u32 = 9;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_OUT_SIZE: usize = 84;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_OUT_STAKE_X64: usize = 0;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_OUT_STAKE_X64_VALUE: usize = 4;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_OUT_STAKE_X64_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_OUT_RANKS_X64: usize = 12;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_OUT_RANKS_X64_VALUE: usize = 16;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_OUT_RANKS_X64_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_OUT_TRUST_X64: usize = 24;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_OUT_TRUST_X64_VALUE: usize = 28;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_OUT_TRUST_X64_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_OUT_CONSENSUS_X64: usize = 36;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_OUT_CONSENSUS_X64_VALUE: usize = 40;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_OUT_CONSENSUS_X64_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_OUT_SHARES_X64: usize = 48;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_OUT_SHARES_X64_VALUE: usize = 52;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_OUT_SHARES_X64_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_OUT_EMISSION: usize = 60;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_OUT_EMISSION_VALUE: usize = 64;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_OUT_EMISSION_SIZE: usize = 8;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_OUT_ERROR: usize = 72;
// @ts-ignore: decorator
@inline
export const ROOT_EPOCH_OUT_ERROR_VALUE: usize = 76;
export const ROOT_EPOCH_CHECKS: usize = memory.data<u8>([6, 9, 0, 0, 1, 0, 0, 4, 0, 4, 0, 5, 2, 0, 0, 12, 0, 1, 0, 0, 16, 0, 4, 0, 5, 8, 0, 0, 24, 0, 18, 0, 5, 12, 0, 6, 2, 0, 0, 1, 0, 0, 4, 0, 4, 0, 5, 4, 0, 0, 32, 0, 1, 0, 0, 34, 0, 1, 0, 0, 40, 0, 1, 0, 0, 48, 0, 1, 0, 1]);

// price_shares
// @ts-ignore: decorator
@inline
export const PRICE_SHARES: u32 = 103;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_IN_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_IN_BLOCK_EMISSION: usize = 0;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_IN_SUBNETS: usize = 8;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_IN_SUBNETS_SIZE: usize = 48;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_IN_SUBNETS_NETUID: usize = 0;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_IN_SUBNETS_MECHANISM: usize = 2;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_IN_SUBNETS_MOVING_PRICE_X32: usize = 8;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_IN_SUBNETS_MINER_BURNED_X32: usize = 24;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_IN_SUBNETS_EMISSION_ENABLED: usize = 40;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_FIELD_BLOCK_EMISSION: u32 = 1;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_FIELD_SUBNETS: u32 = 2;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_OUT_SIZE: usize = 28;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_OUT_PRICE_SHARES_X64: usize = 0;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_OUT_PRICE_SHARES_X64_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_OUT_PRICE_SHARES_X64_0: usize = 0;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_OUT_PRICE_SHARES_X64_1: usize = 8;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_OUT_SHARES_X64: usize = 8;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_OUT_SHARES_X64_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_OUT_SHARES_X64_0: usize = 0;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_OUT_SHARES_X64_1: usize = 8;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_OUT_EMISSIONS_X32: usize = 16;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_OUT_EMISSIONS_X32_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_OUT_EMISSIONS_X32_0: usize = 0;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_OUT_EMISSIONS_X32_1: usize = 8;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_OUT_ROOT_SELL_FLAG: usize = 24;
export const PRICE_SHARES_CHECKS: usize = memory.data<u8>([6, 2, 0, 0, 1, 0, 0, 8, 0, 30, 0, 5, 48, 0, 6, 5, 0, 0, 1, 0, 0, 2, 0, 1, 0, 0, 8, 0, 1, 0, 0, 24, 0, 1, 0, 0, 40, 0, 1, 0, 1]);

// gated_shares
// @ts-ignore: decorator
@inline
export const GATED_SHARES: u32 = 104;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_IN_SIZE: usize = 88;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_IN_BLOCK_EMISSION: usize = 0;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_IN_SUBNETS: usize = 8;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_IN_SUBNETS_SIZE: usize = 48;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_IN_SUBNETS_NETUID: usize = 0;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_IN_SUBNETS_MECHANISM: usize = 2;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_IN_SUBNETS_MOVING_PRICE_X32: usize = 8;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_IN_SUBNETS_MINER_BURNED_X32: usize = 24;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_IN_SUBNETS_EMISSION_ENABLED: usize = 40;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_IN_BLOCK: usize = 16;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_IN_RANK: usize = 24;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_IN_QUANTILE_X64: usize = 32;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_IN_EXPONENT_X64: usize = 48;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_IN_STORED_BAR_X64: usize = 64;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_IN_MINER_BURN_WEIGHTING: usize = 80;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_FIELD_BLOCK_EMISSION: u32 = 1;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_FIELD_SUBNETS: u32 = 2;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_FIELD_BLOCK: u32 = 3;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_FIELD_RANK: u32 = 4;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_FIELD_QUANTILE_X64: u32 = 5;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_FIELD_EXPONENT_X64: u32 = 6;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_FIELD_STORED_BAR_X64: u32 = 7;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_FIELD_MINER_BURN_WEIGHTING: u32 = 8;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_OUT_SIZE: usize = 64;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_OUT_PRICE_SHARES_X64: usize = 0;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_OUT_PRICE_SHARES_X64_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_OUT_PRICE_SHARES_X64_0: usize = 0;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_OUT_PRICE_SHARES_X64_1: usize = 8;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_OUT_SHARES_X64: usize = 8;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_OUT_SHARES_X64_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_OUT_SHARES_X64_0: usize = 0;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_OUT_SHARES_X64_1: usize = 8;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_OUT_EMISSIONS_X32: usize = 16;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_OUT_EMISSIONS_X32_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_OUT_EMISSIONS_X32_0: usize = 0;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_OUT_EMISSIONS_X32_1: usize = 8;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_OUT_ROOT_SELL_FLAG: usize = 24;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_OUT_WEIGHTED_SHARES_X64: usize = 28;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_OUT_WEIGHTED_SHARES_X64_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_OUT_WEIGHTED_SHARES_X64_0: usize = 0;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_OUT_WEIGHTED_SHARES_X64_1: usize = 8;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_OUT_BAR_AFTER_X64: usize = 40;
// @ts-ignore: decorator
@inline
export const GATED_SHARES_OUT_UNDERFLOW_RESTORED: usize = 56;
export const GATED_SHARES_CHECKS: usize = memory.data<u8>([6, 8, 0, 0, 1, 0, 0, 8, 0, 30, 0, 5, 48, 0, 6, 5, 0, 0, 1, 0, 0, 2, 0, 1, 0, 0, 8, 0, 1, 0, 0, 24, 0, 1, 0, 0, 40, 0, 1, 0, 1, 16, 0, 1, 0, 0, 24, 0, 1, 0, 0, 32, 0, 1, 0, 0, 48, 0, 1, 0, 0, 64, 0, 1, 0, 0, 80, 0, 1, 0, 1]);

// flow_shares
// @ts-ignore: decorator
@inline
export const FLOW_SHARES: u32 = 105;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_IN_SIZE: usize = 64;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_IN_BLOCK: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_IN_SMOOTHING: usize = 8;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_IN_CUTOFF_X64: usize = 16;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_IN_EXPONENT_X64: usize = 32;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_IN_NET_FLOW_ENABLED: usize = 48;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_IN_SUBNETS: usize = 52;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_IN_SUBNETS_SIZE: usize = 88;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_IN_SUBNETS_NETUID: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_IN_SUBNETS_TAO_FLOW: usize = 8;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_IN_SUBNETS_TAO_EMA_X64: usize = 16;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_IN_SUBNETS_TAO_EMA_X64_VALUE: usize = 24;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_IN_SUBNETS_TAO_EMA_X64_0: usize = 24;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_IN_SUBNETS_TAO_EMA_X64_1: usize = 32;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_IN_SUBNETS_PROTOCOL_FLOW: usize = 48;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_IN_SUBNETS_PROTOCOL_EMA_X64: usize = 56;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_IN_SUBNETS_PROTOCOL_EMA_X64_VALUE: usize = 64;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_IN_SUBNETS_PROTOCOL_EMA_X64_0: usize = 64;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_IN_SUBNETS_PROTOCOL_EMA_X64_1: usize = 72;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_FIELD_BLOCK: u32 = 1;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_FIELD_SMOOTHING: u32 = 2;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_FIELD_CUTOFF_X64: u32 = 3;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_FIELD_EXPONENT_X64: u32 = 4;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_FIELD_NET_FLOW_ENABLED: u32 = 5;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_FIELD_SUBNETS: u32 = 6;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_SIZE: usize = 72;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_USER_EMA_X64: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_USER_EMA_X64_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_USER_EMA_X64_0: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_USER_EMA_X64_1: usize = 8;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_PROTOCOL_EMA_X64: usize = 8;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_PROTOCOL_EMA_X64_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_PROTOCOL_EMA_X64_0: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_PROTOCOL_EMA_X64_1: usize = 8;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_NORM_FACTOR_X64: usize = 16;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_NET_FLOWS_X64: usize = 32;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_NET_FLOWS_X64_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_NET_FLOWS_X64_0: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_NET_FLOWS_X64_1: usize = 8;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_LOWER_LIMIT_X64: usize = 40;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_OFFSET_FLOWS_X64: usize = 56;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_OFFSET_FLOWS_X64_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_OFFSET_FLOWS_X64_0: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_OFFSET_FLOWS_X64_1: usize = 8;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_SHARES_X64: usize = 64;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_SHARES_X64_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_SHARES_X64_0: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_OUT_SHARES_X64_1: usize = 8;
export const FLOW_SHARES_CHECKS: usize = memory.data<u8>([6, 6, 0, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 32, 0, 1, 0, 0, 48, 0, 1, 0, 1, 52, 0, 34, 0, 5, 88, 0, 6, 5, 0, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 3, 0, 4, 8, 0, 48, 0, 1, 0, 0, 56, 0, 3, 0, 4, 8, 0]);

// pow_normalize
// @ts-ignore: decorator
@inline
export const POW_NORMALIZE: u32 = 106;
// @ts-ignore: decorator
@inline
export const POW_NORMALIZE_IN_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const POW_NORMALIZE_IN_FLOWS_X64: usize = 0;
// @ts-ignore: decorator
@inline
export const POW_NORMALIZE_IN_FLOWS_X64_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const POW_NORMALIZE_IN_P_X64: usize = 8;
// @ts-ignore: decorator
@inline
export const POW_NORMALIZE_FIELD_FLOWS_X64: u32 = 1;
// @ts-ignore: decorator
@inline
export const POW_NORMALIZE_FIELD_P_X64: u32 = 2;
// @ts-ignore: decorator
@inline
export const POW_NORMALIZE_OUT_SIZE: usize = 8;
// @ts-ignore: decorator
@inline
export const POW_NORMALIZE_OUT_FLOWS_X64: usize = 0;
// @ts-ignore: decorator
@inline
export const POW_NORMALIZE_OUT_FLOWS_X64_SIZE: usize = 16;
export const POW_NORMALIZE_CHECKS: usize = memory.data<u8>([6, 2, 0, 0, 4, 0, 5, 16, 0, 0, 8, 0, 1, 0, 0]);

// safe_pow
// @ts-ignore: decorator
@inline
export const SAFE_POW: u32 = 107;
// @ts-ignore: decorator
@inline
export const SAFE_POW_IN_SIZE: usize = 32;
// @ts-ignore: decorator
@inline
export const SAFE_POW_IN_VAL_X64: usize = 0;
// @ts-ignore: decorator
@inline
export const SAFE_POW_IN_P_X64: usize = 16;
// @ts-ignore: decorator
@inline
export const SAFE_POW_FIELD_VAL_X64: u32 = 1;
// @ts-ignore: decorator
@inline
export const SAFE_POW_FIELD_P_X64: u32 = 2;
// @ts-ignore: decorator
@inline
export const SAFE_POW_OUT_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const SAFE_POW_OUT_Y_X64: usize = 0;
export const SAFE_POW_CHECKS: usize = memory.data<u8>([6, 2, 0, 0, 1, 0, 0, 16, 0, 1, 0, 0]);

// checked_sqrt
// @ts-ignore: decorator
@inline
export const CHECKED_SQRT: u32 = 108;
// @ts-ignore: decorator
@inline
export const CHECKED_SQRT_IN_SIZE: usize = 32;
// @ts-ignore: decorator
@inline
export const CHECKED_SQRT_IN_X_X64: usize = 0;
// @ts-ignore: decorator
@inline
export const CHECKED_SQRT_IN_EPSILON_X64: usize = 16;
// @ts-ignore: decorator
@inline
export const CHECKED_SQRT_FIELD_X_X64: u32 = 1;
// @ts-ignore: decorator
@inline
export const CHECKED_SQRT_FIELD_EPSILON_X64: u32 = 2;
// @ts-ignore: decorator
@inline
export const CHECKED_SQRT_OUT_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const CHECKED_SQRT_OUT_Y_X64: usize = 0;
export const CHECKED_SQRT_CHECKS: usize = memory.data<u8>([6, 2, 0, 0, 1, 0, 0, 16, 0, 1, 0, 0]);

// root_proportion
// @ts-ignore: decorator
@inline
export const ROOT_PROPORTION: u32 = 109;
// @ts-ignore: decorator
@inline
export const ROOT_PROPORTION_IN_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const ROOT_PROPORTION_IN_ROOT_TAO: usize = 0;
// @ts-ignore: decorator
@inline
export const ROOT_PROPORTION_IN_ALPHA_ISSUANCE: usize = 8;
// @ts-ignore: decorator
@inline
export const ROOT_PROPORTION_IN_TAO_WEIGHT: usize = 16;
// @ts-ignore: decorator
@inline
export const ROOT_PROPORTION_FIELD_ROOT_TAO: u32 = 1;
// @ts-ignore: decorator
@inline
export const ROOT_PROPORTION_FIELD_ALPHA_ISSUANCE: u32 = 2;
// @ts-ignore: decorator
@inline
export const ROOT_PROPORTION_FIELD_TAO_WEIGHT: u32 = 3;
// @ts-ignore: decorator
@inline
export const ROOT_PROPORTION_OUT_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const ROOT_PROPORTION_OUT_Y_X32: usize = 0;
export const ROOT_PROPORTION_CHECKS: usize = memory.data<u8>([6, 3, 0, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0]);

// subnet_terms
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS: u32 = 110;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_IN_SIZE: usize = 56;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_IN_TAO_EMISSION_X32: usize = 0;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_IN_ALPHA_ISSUANCE: usize = 16;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_IN_PRICE_X64: usize = 24;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_IN_ROOT_TAO: usize = 40;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_IN_TAO_WEIGHT: usize = 48;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_FIELD_TAO_EMISSION_X32: u32 = 1;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_FIELD_ALPHA_ISSUANCE: u32 = 2;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_FIELD_PRICE_X64: u32 = 3;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_FIELD_ROOT_TAO: u32 = 4;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_FIELD_TAO_WEIGHT: u32 = 5;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_OUT_SIZE: usize = 144;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_OUT_ALPHA_EMISSION_X32: usize = 0;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_OUT_ROOT_PROPORTION_X32: usize = 16;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_OUT_CAP_X32: usize = 32;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_OUT_ALPHA_IN_X32: usize = 48;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_OUT_TAO_IN_X32: usize = 64;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_OUT_EXCESS_TAO_X32: usize = 80;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_OUT_ALPHA_OUT_X32: usize = 96;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_OUT_ALPHA_IN_U64: usize = 112;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_OUT_TAO_IN_U64: usize = 120;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_OUT_EXCESS_TAO_U64: usize = 128;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_OUT_ALPHA_OUT_U64: usize = 136;
export const SUBNET_TERMS_CHECKS: usize = memory.data<u8>([6, 5, 0, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 1, 0, 0, 40, 0, 1, 0, 0, 48, 0, 1, 0, 0]);

// alpha_split
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT: u32 = 111;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_IN_SIZE: usize = 48;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_IN_ALPHA_OUT_X32: usize = 0;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_IN_ALPHA_ISSUANCE_AFTER_MINT: usize = 16;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_IN_OWNER_CUT: usize = 24;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_IN_OWNER_CUT_ENABLED: usize = 26;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_IN_ROOT_TAO: usize = 32;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_IN_TAO_WEIGHT: usize = 40;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_FIELD_ALPHA_OUT_X32: u32 = 1;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_FIELD_ALPHA_ISSUANCE_AFTER_MINT: u32 = 2;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_FIELD_OWNER_CUT: u32 = 3;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_FIELD_OWNER_CUT_ENABLED: u32 = 4;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_FIELD_ROOT_TAO: u32 = 5;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_FIELD_TAO_WEIGHT: u32 = 6;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_OUT_SIZE: usize = 136;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_OUT_ALPHA_CREATED: usize = 0;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_OUT_OWNER_CUT_X32: usize = 8;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_OUT_ROOT_PROPORTION_X32: usize = 24;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_OUT_ROOT_ALPHA_X32: usize = 40;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_OUT_SERVER_X32: usize = 56;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_OUT_TOTAL_VALIDATOR_X32: usize = 72;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_OUT_VALIDATOR_X32: usize = 88;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_OUT_OWNER_CUT_U64: usize = 104;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_OUT_ROOT_ALPHA_U64: usize = 112;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_OUT_SERVER_U64: usize = 120;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_OUT_VALIDATOR_U64: usize = 128;
export const ALPHA_SPLIT_CHECKS: usize = memory.data<u8>([6, 6, 0, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 1, 0, 0, 26, 0, 1, 0, 1, 32, 0, 1, 0, 0, 40, 0, 1, 0, 0]);

// coinbase_block
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK: u32 = 112;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_IN_SIZE: usize = 40;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_IN_ISSUANCE: usize = 0;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_IN_ROOT_TAO: usize = 8;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_IN_TAO_WEIGHT: usize = 16;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_IN_OWNER_CUT: usize = 24;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_IN_SUBNETS: usize = 28;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_IN_SUBNETS_SIZE: usize = 88;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_IN_SUBNETS_NETUID: usize = 0;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_IN_SUBNETS_MECHANISM: usize = 2;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_IN_SUBNETS_MOVING_PRICE_X32: usize = 8;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_IN_SUBNETS_MINER_BURNED_X32: usize = 24;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_IN_SUBNETS_EMISSION_ENABLED: usize = 40;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_IN_SUBNETS_ALPHA_IN: usize = 48;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_IN_SUBNETS_ALPHA_OUT: usize = 56;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_IN_SUBNETS_PRICE_X64: usize = 64;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_IN_SUBNETS_OWNER_CUT_ENABLED: usize = 80;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_FIELD_ISSUANCE: u32 = 1;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_FIELD_ROOT_TAO: u32 = 2;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_FIELD_TAO_WEIGHT: u32 = 3;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_FIELD_OWNER_CUT: u32 = 4;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_FIELD_SUBNETS: u32 = 5;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_OUT_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_OUT_BLOCK_EMISSION: usize = 0;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_OUT_ROOT_SELL_FLAG: usize = 8;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_OUT_SUBNETS: usize = 12;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_OUT_SUBNETS_SIZE: usize = 88;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_OUT_SUBNETS_0: usize = 0;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_OUT_SUBNETS_1: usize = 8;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_OUT_SUBNETS_1_EMISSION_X32: usize = 8;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_OUT_SUBNETS_1_TAO_IN: usize = 24;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_OUT_SUBNETS_1_ALPHA_IN: usize = 32;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_OUT_SUBNETS_1_ALPHA_OUT: usize = 40;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_OUT_SUBNETS_1_EXCESS_TAO: usize = 48;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_OUT_SUBNETS_1_OWNER: usize = 56;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_OUT_SUBNETS_1_SERVER: usize = 64;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_OUT_SUBNETS_1_VALIDATOR: usize = 72;
// @ts-ignore: decorator
@inline
export const COINBASE_BLOCK_OUT_SUBNETS_1_ROOT_ALPHA: usize = 80;
export const COINBASE_BLOCK_CHECKS: usize = memory.data<u8>([6, 5, 0, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 1, 0, 0, 28, 0, 50, 0, 5, 88, 0, 6, 9, 0, 0, 1, 0, 0, 2, 0, 1, 0, 0, 8, 0, 1, 0, 0, 24, 0, 1, 0, 0, 40, 0, 1, 0, 1, 48, 0, 1, 0, 0, 56, 0, 1, 0, 0, 64, 0, 1, 0, 0, 80, 0, 1, 0, 1]);

// moving_price
// @ts-ignore: decorator
@inline
export const MOVING_PRICE: u32 = 113;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_IN_SIZE: usize = 88;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_IN_NETUID: usize = 0;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_IN_MECHANISM: usize = 2;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_IN_BLOCK: usize = 8;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_IN_FIRST_EMISSION_BLOCK: usize = 16;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_IN_FIRST_EMISSION_BLOCK_VALUE: usize = 24;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_IN_HALVING_BLOCKS: usize = 32;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_IN_MOVING_ALPHA_X32: usize = 40;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_IN_MOVING_PRICE_X32: usize = 56;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_IN_PRICE_X64: usize = 72;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_FIELD_NETUID: u32 = 1;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_FIELD_MECHANISM: u32 = 2;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_FIELD_BLOCK: u32 = 3;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_FIELD_FIRST_EMISSION_BLOCK: u32 = 4;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_FIELD_HALVING_BLOCKS: u32 = 5;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_FIELD_MOVING_ALPHA_X32: u32 = 6;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_FIELD_MOVING_PRICE_X32: u32 = 7;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_FIELD_PRICE_X64: u32 = 8;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_OUT_SIZE: usize = 32;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_OUT_ALPHA_X64: usize = 0;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_OUT_MOVING_PRICE_X32: usize = 16;
export const MOVING_PRICE_CHECKS: usize = memory.data<u8>([6, 8, 0, 0, 1, 0, 0, 2, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 3, 0, 4, 8, 0, 32, 0, 1, 0, 0, 40, 0, 1, 0, 0, 56, 0, 1, 0, 0, 72, 0, 1, 0, 0]);

// dividend_distribution
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION: u32 = 114;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_IN_SIZE: usize = 40;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_IN_HOTKEYS: usize = 0;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_IN_HOTKEYS_SIZE: usize = 48;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_IN_HOTKEYS_ID: usize = 0;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_IN_HOTKEYS_DIVIDEND_X32: usize = 8;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_IN_HOTKEYS_STAKE: usize = 24;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_IN_HOTKEYS_STAKE_VALUE: usize = 32;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_IN_HOTKEYS_STAKE_0: usize = 32;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_IN_HOTKEYS_STAKE_1: usize = 40;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_IN_PENDING_ALPHA: usize = 8;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_IN_PENDING_ROOT_ALPHA: usize = 16;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_IN_TAO_WEIGHT_X32: usize = 24;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_FIELD_HOTKEYS: u32 = 1;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_FIELD_PENDING_ALPHA: u32 = 2;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_FIELD_PENDING_ROOT_ALPHA: u32 = 3;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_FIELD_TAO_WEIGHT_X32: u32 = 4;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_OUT_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_OUT_ALPHA_DIVIDENDS_X32: usize = 0;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_OUT_ALPHA_DIVIDENDS_X32_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_OUT_ALPHA_DIVIDENDS_X32_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_OUT_ALPHA_DIVIDENDS_X32_1: usize = 8;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_OUT_ROOT_ALPHA_DIVIDENDS_X32: usize = 8;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_OUT_ROOT_ALPHA_DIVIDENDS_X32_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_OUT_ROOT_ALPHA_DIVIDENDS_X32_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_OUT_ROOT_ALPHA_DIVIDENDS_X32_1: usize = 8;
export const DIVIDEND_DISTRIBUTION_CHECKS: usize = memory.data<u8>([6, 4, 0, 0, 22, 0, 5, 48, 0, 6, 3, 0, 0, 1, 0, 0, 8, 0, 1, 0, 0, 24, 0, 3, 0, 4, 8, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 1, 0, 0]);

// dividend_distribution_475
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475: u32 = 115;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_IN_SIZE: usize = 40;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_IN_HOTKEYS: usize = 0;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_IN_HOTKEYS_SIZE: usize = 56;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_IN_HOTKEYS_ID: usize = 0;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_IN_HOTKEYS_DIVIDEND_X32: usize = 8;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_IN_HOTKEYS_STAKE: usize = 24;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_IN_HOTKEYS_STAKE_VALUE: usize = 32;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_IN_HOTKEYS_STAKE_0: usize = 32;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_IN_HOTKEYS_STAKE_1: usize = 40;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_IN_HOTKEYS_ON_ROOT: usize = 48;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_IN_PENDING_ALPHA: usize = 8;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_IN_PENDING_ROOT_ALPHA: usize = 16;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_IN_TAO_WEIGHT_X32: usize = 24;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_FIELD_HOTKEYS: u32 = 1;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_FIELD_PENDING_ALPHA: u32 = 2;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_FIELD_PENDING_ROOT_ALPHA: u32 = 3;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_FIELD_TAO_WEIGHT_X32: u32 = 4;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_OUT_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_OUT_ALPHA_DIVIDENDS_X32: usize = 0;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_OUT_ALPHA_DIVIDENDS_X32_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_OUT_ALPHA_DIVIDENDS_X32_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_OUT_ALPHA_DIVIDENDS_X32_1: usize = 8;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_OUT_ROOT_ALPHA_DIVIDENDS_X32: usize = 8;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_OUT_ROOT_ALPHA_DIVIDENDS_X32_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_OUT_ROOT_ALPHA_DIVIDENDS_X32_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_475_OUT_ROOT_ALPHA_DIVIDENDS_X32_1: usize = 8;
export const DIVIDEND_DISTRIBUTION_475_CHECKS: usize = memory.data<u8>([6, 4, 0, 0, 27, 0, 5, 56, 0, 6, 4, 0, 0, 1, 0, 0, 8, 0, 1, 0, 0, 24, 0, 3, 0, 4, 8, 0, 48, 0, 1, 0, 1, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 1, 0, 0]);

// self_contribution
// @ts-ignore: decorator
@inline
export const SELF_CONTRIBUTION: u32 = 116;
// @ts-ignore: decorator
@inline
export const SELF_CONTRIBUTION_IN_SIZE: usize = 32;
// @ts-ignore: decorator
@inline
export const SELF_CONTRIBUTION_IN_ALPHA_STAKE: usize = 0;
// @ts-ignore: decorator
@inline
export const SELF_CONTRIBUTION_IN_ROOT_STAKE: usize = 8;
// @ts-ignore: decorator
@inline
export const SELF_CONTRIBUTION_IN_CHILDREN: usize = 16;
// @ts-ignore: decorator
@inline
export const SELF_CONTRIBUTION_IN_CHILDREN_SIZE: usize = 8;
// @ts-ignore: decorator
@inline
export const SELF_CONTRIBUTION_IN_TAO_WEIGHT: usize = 24;
// @ts-ignore: decorator
@inline
export const SELF_CONTRIBUTION_FIELD_ALPHA_STAKE: u32 = 1;
// @ts-ignore: decorator
@inline
export const SELF_CONTRIBUTION_FIELD_ROOT_STAKE: u32 = 2;
// @ts-ignore: decorator
@inline
export const SELF_CONTRIBUTION_FIELD_CHILDREN: u32 = 3;
// @ts-ignore: decorator
@inline
export const SELF_CONTRIBUTION_FIELD_TAO_WEIGHT: u32 = 4;
// @ts-ignore: decorator
@inline
export const SELF_CONTRIBUTION_OUT_SIZE: usize = 8;
// @ts-ignore: decorator
@inline
export const SELF_CONTRIBUTION_OUT_Y: usize = 0;
export const SELF_CONTRIBUTION_CHECKS: usize = memory.data<u8>([6, 4, 0, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 4, 0, 5, 8, 0, 0, 24, 0, 1, 0, 0]);

// parent_child
// @ts-ignore: decorator
@inline
export const PARENT_CHILD: u32 = 117;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_IN_SIZE: usize = 56;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_IN_HOTKEY: usize = 0;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_IN_DIVIDENDS: usize = 8;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_IN_SELF_CONTRIBUTION: usize = 16;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_IN_PARENTS: usize = 24;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_IN_PARENTS_SIZE: usize = 40;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_IN_PARENTS_ID: usize = 0;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_IN_PARENTS_ALPHA_STAKE: usize = 8;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_IN_PARENTS_ROOT_STAKE: usize = 16;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_IN_PARENTS_PROPORTION: usize = 24;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_IN_PARENTS_SAME_OWNER: usize = 32;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_IN_CHILDKEY_TAKE: usize = 32;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_IN_CK_BURN: usize = 40;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_IN_TAO_WEIGHT: usize = 48;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_FIELD_HOTKEY: u32 = 1;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_FIELD_DIVIDENDS: u32 = 2;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_FIELD_SELF_CONTRIBUTION: u32 = 3;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_FIELD_PARENTS: u32 = 4;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_FIELD_CHILDKEY_TAKE: u32 = 5;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_FIELD_CK_BURN: u32 = 6;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_FIELD_TAO_WEIGHT: u32 = 7;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_OUT_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_OUT_TUPLES: usize = 0;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_OUT_TUPLES_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_OUT_TUPLES_0: usize = 0;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_OUT_TUPLES_1: usize = 8;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_OUT_RECYCLED: usize = 8;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_OUT_RECYCLED_SIZE: usize = 8;
export const PARENT_CHILD_CHECKS: usize = memory.data<u8>([6, 7, 0, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 30, 0, 5, 40, 0, 6, 5, 0, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 1, 0, 0, 32, 0, 1, 0, 1, 32, 0, 1, 0, 0, 40, 0, 1, 0, 0, 48, 0, 1, 0, 0]);

// take_split
// @ts-ignore: decorator
@inline
export const TAKE_SPLIT: u32 = 118;
// @ts-ignore: decorator
@inline
export const TAKE_SPLIT_IN_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const TAKE_SPLIT_IN_DIVIDENDS_X32: usize = 0;
// @ts-ignore: decorator
@inline
export const TAKE_SPLIT_IN_TAKE: usize = 16;
// @ts-ignore: decorator
@inline
export const TAKE_SPLIT_FIELD_DIVIDENDS_X32: u32 = 1;
// @ts-ignore: decorator
@inline
export const TAKE_SPLIT_FIELD_TAKE: u32 = 2;
// @ts-ignore: decorator
@inline
export const TAKE_SPLIT_OUT_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const TAKE_SPLIT_OUT_TAKE: usize = 0;
// @ts-ignore: decorator
@inline
export const TAKE_SPLIT_OUT_REST: usize = 8;
export const TAKE_SPLIT_CHECKS: usize = memory.data<u8>([6, 2, 0, 0, 1, 0, 0, 16, 0, 1, 0, 0]);

// withheld
// @ts-ignore: decorator
@inline
export const WITHHELD: u32 = 119;
// @ts-ignore: decorator
@inline
export const WITHHELD_IN_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const WITHHELD_IN_WITHHELD: usize = 0;
// @ts-ignore: decorator
@inline
export const WITHHELD_IN_TOTAL: usize = 8;
// @ts-ignore: decorator
@inline
export const WITHHELD_FIELD_WITHHELD: u32 = 1;
// @ts-ignore: decorator
@inline
export const WITHHELD_FIELD_TOTAL: u32 = 2;
// @ts-ignore: decorator
@inline
export const WITHHELD_OUT_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const WITHHELD_OUT_Y_X32: usize = 0;
export const WITHHELD_CHECKS: usize = memory.data<u8>([6, 2, 0, 0, 1, 0, 0, 8, 0, 1, 0, 0]);

// distribute
// @ts-ignore: decorator
@inline
export const DISTRIBUTE: u32 = 120;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_SIZE: usize = 56;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_HOTKEY_EMISSION: usize = 0;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_HOTKEY_EMISSION_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_HOTKEY_EMISSION_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_HOTKEY_EMISSION_1: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_HOTKEY_EMISSION_2: usize = 16;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_HOTKEYS: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_HOTKEYS_SIZE: usize = 56;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_HOTKEYS_ID: usize = 0;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_HOTKEYS_OWNER: usize = 4;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_HOTKEYS_IS_OWNER_HOTKEY: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_HOTKEYS_ALPHA_STAKE: usize = 16;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_HOTKEYS_ROOT_STAKE: usize = 24;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_HOTKEYS_CHILDREN: usize = 32;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_HOTKEYS_CHILDREN_SIZE: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_HOTKEYS_PARENTS: usize = 40;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_HOTKEYS_PARENTS_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_HOTKEYS_PARENTS_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_HOTKEYS_PARENTS_1: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_HOTKEYS_CHILDKEY_TAKE: usize = 48;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_HOTKEYS_TAKE: usize = 50;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_PENDING_SERVER: usize = 16;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_PENDING_VALIDATOR: usize = 24;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_PENDING_ROOT_ALPHA: usize = 32;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_CK_BURN: usize = 40;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_IN_TAO_WEIGHT: usize = 48;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_FIELD_HOTKEY_EMISSION: u32 = 1;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_FIELD_HOTKEYS: u32 = 2;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_FIELD_PENDING_SERVER: u32 = 3;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_FIELD_PENDING_VALIDATOR: u32 = 4;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_FIELD_PENDING_ROOT_ALPHA: u32 = 5;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_FIELD_CK_BURN: u32 = 6;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_FIELD_TAO_WEIGHT: u32 = 7;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_SIZE: usize = 80;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_VALIDATOR_ALPHA: usize = 0;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_INCENTIVES: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_INCENTIVES_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_INCENTIVES_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_INCENTIVES_1: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_DIVIDENDS_X32: usize = 16;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_DIVIDENDS_X32_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_DIVIDENDS_X32_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_DIVIDENDS_X32_1: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_CK_RECYCLED: usize = 24;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_CK_RECYCLED_SIZE: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_ALPHA_DIVIDENDS_X32: usize = 32;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_ALPHA_DIVIDENDS_X32_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_ALPHA_DIVIDENDS_X32_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_ALPHA_DIVIDENDS_X32_1: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_ROOT_ALPHA_DIVIDENDS_X32: usize = 40;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_ROOT_ALPHA_DIVIDENDS_X32_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_ROOT_ALPHA_DIVIDENDS_X32_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_ROOT_ALPHA_DIVIDENDS_X32_1: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_ALPHA_TAKE_REST: usize = 48;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_ALPHA_TAKE_REST_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_ALPHA_TAKE_REST_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_ALPHA_TAKE_REST_1: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_ALPHA_TAKE_REST_2: usize = 16;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_ROOT_TAKE_REST: usize = 56;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_ROOT_TAKE_REST_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_ROOT_TAKE_REST_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_ROOT_TAKE_REST_1: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_ROOT_TAKE_REST_2: usize = 16;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_OUT_MINER_BURNED_X32: usize = 64;
export const DISTRIBUTE_CHECKS: usize = memory.data<u8>([6, 7, 0, 0, 4, 0, 5, 24, 0, 0, 8, 0, 56, 0, 5, 56, 0, 6, 9, 0, 0, 1, 0, 0, 4, 0, 1, 0, 0, 8, 0, 1, 0, 1, 16, 0, 1, 0, 0, 24, 0, 1, 0, 0, 32, 0, 4, 0, 5, 8, 0, 0, 40, 0, 4, 0, 5, 16, 0, 0, 48, 0, 1, 0, 0, 50, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 1, 0, 0, 32, 0, 1, 0, 0, 40, 0, 1, 0, 0, 48, 0, 1, 0, 0]);

// schedule
// @ts-ignore: decorator
@inline
export const SCHEDULE: u32 = 121;
// @ts-ignore: decorator
@inline
export const SCHEDULE_IN_SIZE: usize = 56;
// @ts-ignore: decorator
@inline
export const SCHEDULE_IN_NETUID: usize = 0;
// @ts-ignore: decorator
@inline
export const SCHEDULE_IN_TEMPO: usize = 2;
// @ts-ignore: decorator
@inline
export const SCHEDULE_IN_LAST_EPOCH_BLOCK: usize = 8;
// @ts-ignore: decorator
@inline
export const SCHEDULE_IN_PENDING_EPOCH_AT: usize = 16;
// @ts-ignore: decorator
@inline
export const SCHEDULE_IN_BLOCKS_SINCE_LAST_STEP: usize = 24;
// @ts-ignore: decorator
@inline
export const SCHEDULE_IN_EPOCH_INDEX: usize = 32;
// @ts-ignore: decorator
@inline
export const SCHEDULE_IN_CONSISTENT: usize = 40;
// @ts-ignore: decorator
@inline
export const SCHEDULE_IN_BLOCK: usize = 48;
// @ts-ignore: decorator
@inline
export const SCHEDULE_FIELD_NETUID: u32 = 1;
// @ts-ignore: decorator
@inline
export const SCHEDULE_FIELD_TEMPO: u32 = 2;
// @ts-ignore: decorator
@inline
export const SCHEDULE_FIELD_LAST_EPOCH_BLOCK: u32 = 3;
// @ts-ignore: decorator
@inline
export const SCHEDULE_FIELD_PENDING_EPOCH_AT: u32 = 4;
// @ts-ignore: decorator
@inline
export const SCHEDULE_FIELD_BLOCKS_SINCE_LAST_STEP: u32 = 5;
// @ts-ignore: decorator
@inline
export const SCHEDULE_FIELD_EPOCH_INDEX: u32 = 6;
// @ts-ignore: decorator
@inline
export const SCHEDULE_FIELD_CONSISTENT: u32 = 7;
// @ts-ignore: decorator
@inline
export const SCHEDULE_FIELD_BLOCK: u32 = 8;
// @ts-ignore: decorator
@inline
export const SCHEDULE_OUT_SIZE: usize = 32;
// @ts-ignore: decorator
@inline
export const SCHEDULE_OUT_SHOULD_RUN: usize = 0;
// @ts-ignore: decorator
@inline
export const SCHEDULE_OUT_BLOCKS_UNTIL_NEXT_AUTO: usize = 8;
// @ts-ignore: decorator
@inline
export const SCHEDULE_OUT_NEXT_EPOCH_START: usize = 16;
// @ts-ignore: decorator
@inline
export const SCHEDULE_OUT_NEXT_EPOCH_START_VALUE: usize = 24;
export const SCHEDULE_CHECKS: usize = memory.data<u8>([6, 8, 0, 0, 1, 0, 0, 2, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 1, 0, 0, 32, 0, 1, 0, 0, 40, 0, 1, 0, 1, 48, 0, 1, 0, 0]);

// schedule_475
// @ts-ignore: decorator
@inline
export const SCHEDULE_475: u32 = 122;
// @ts-ignore: decorator
@inline
export const SCHEDULE_475_IN_SIZE: usize = 56;
// @ts-ignore: decorator
@inline
export const SCHEDULE_475_IN_NETUID: usize = 0;
// @ts-ignore: decorator
@inline
export const SCHEDULE_475_IN_TEMPO: usize = 2;
// @ts-ignore: decorator
@inline
export const SCHEDULE_475_IN_LAST_EPOCH_BLOCK: usize = 8;
// @ts-ignore: decorator
@inline
export const SCHEDULE_475_IN_PENDING_EPOCH_AT: usize = 16;
// @ts-ignore: decorator
@inline
export const SCHEDULE_475_IN_BLOCKS_SINCE_LAST_STEP: usize = 24;
// @ts-ignore: decorator
@inline
export const SCHEDULE_475_IN_EPOCH_INDEX: usize = 32;
// @ts-ignore: decorator
@inline
export const SCHEDULE_475_IN_CONSISTENT: usize = 40;
// @ts-ignore: decorator
@inline
export const SCHEDULE_475_IN_BLOCK: usize = 48;
// @ts-ignore: decorator
@inline
export const SCHEDULE_475_FIELD_NETUID: u32 = 1;
// @ts-ignore: decorator
@inline
export const SCHEDULE_475_FIELD_TEMPO: u32 = 2;
// @ts-ignore: decorator
@inline
export const SCHEDULE_475_FIELD_LAST_EPOCH_BLOCK: u32 = 3;
// @ts-ignore: decorator
@inline
export const SCHEDULE_475_FIELD_PENDING_EPOCH_AT: u32 = 4;
// @ts-ignore: decorator
@inline
export const SCHEDULE_475_FIELD_BLOCKS_SINCE_LAST_STEP: u32 = 5;
// @ts-ignore: decorator
@inline
export const SCHEDULE_475_FIELD_EPOCH_INDEX: u32 = 6;
// @ts-ignore: decorator
@inline
export const SCHEDULE_475_FIELD_CONSISTENT: u32 = 7;
// @ts-ignore: decorator
@inline
export const SCHEDULE_475_FIELD_BLOCK: u32 = 8;
// @ts-ignore: decorator
@inline
export const SCHEDULE_475_OUT_SIZE: usize = 1;
// @ts-ignore: decorator
@inline
export const SCHEDULE_475_OUT_SHOULD_RUN: usize = 0;
export const SCHEDULE_475_CHECKS: usize = memory.data<u8>([6, 8, 0, 0, 1, 0, 0, 2, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 1, 0, 0, 32, 0, 1, 0, 0, 40, 0, 1, 0, 1, 48, 0, 1, 0, 0]);

// schedule_old
// @ts-ignore: decorator
@inline
export const SCHEDULE_OLD: u32 = 123;
// @ts-ignore: decorator
@inline
export const SCHEDULE_OLD_IN_SIZE: usize = 32;
// @ts-ignore: decorator
@inline
export const SCHEDULE_OLD_IN_NETUID: usize = 0;
// @ts-ignore: decorator
@inline
export const SCHEDULE_OLD_IN_TEMPO: usize = 2;
// @ts-ignore: decorator
@inline
export const SCHEDULE_OLD_IN_BLOCK: usize = 8;
// @ts-ignore: decorator
@inline
export const SCHEDULE_OLD_IN_VARIANT: usize = 16;
// @ts-ignore: decorator
@inline
export const SCHEDULE_OLD_IN_TEMPO_ZERO_BLOCKS: usize = 24;
// @ts-ignore: decorator
@inline
export const SCHEDULE_OLD_FIELD_NETUID: u32 = 1;
// @ts-ignore: decorator
@inline
export const SCHEDULE_OLD_FIELD_TEMPO: u32 = 2;
// @ts-ignore: decorator
@inline
export const SCHEDULE_OLD_FIELD_BLOCK: u32 = 3;
// @ts-ignore: decorator
@inline
export const SCHEDULE_OLD_FIELD_VARIANT: u32 = 4;
// @ts-ignore: decorator
@inline
export const SCHEDULE_OLD_FIELD_TEMPO_ZERO_BLOCKS: u32 = 5;
// @ts-ignore: decorator
@inline
export const SCHEDULE_OLD_OUT_SIZE: usize = 8;
// @ts-ignore: decorator
@inline
export const SCHEDULE_OLD_OUT_BLOCKS_UNTIL_NEXT_EPOCH: usize = 0;
export const SCHEDULE_OLD_CHECKS: usize = memory.data<u8>([6, 5, 0, 0, 1, 0, 0, 2, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 2, 0, 2, 2, 24, 0, 1, 0, 0]);

// schedule_sim
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM: u32 = 124;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_IN_SIZE: usize = 32;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_IN_START_BLOCK: usize = 0;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_IN_BLOCKS: usize = 8;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_IN_CAP: usize = 16;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_IN_SUBNETS: usize = 20;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_IN_SUBNETS_SIZE: usize = 48;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_IN_SUBNETS_NETUID: usize = 0;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_IN_SUBNETS_TEMPO: usize = 2;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_IN_SUBNETS_LAST_EPOCH_BLOCK: usize = 8;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_IN_SUBNETS_PENDING_EPOCH_AT: usize = 16;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_IN_SUBNETS_BLOCKS_SINCE_LAST_STEP: usize = 24;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_IN_SUBNETS_EPOCH_INDEX: usize = 32;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_IN_SUBNETS_CONSISTENT: usize = 40;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_FIELD_START_BLOCK: u32 = 1;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_FIELD_BLOCKS: u32 = 2;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_FIELD_CAP: u32 = 3;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_FIELD_SUBNETS: u32 = 4;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_OUT_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_OUT_EVENTS: usize = 0;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_OUT_EVENTS_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_OUT_EVENTS_0: usize = 0;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_OUT_EVENTS_1: usize = 8;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_OUT_EVENTS_2: usize = 10;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_OUT_DEFERRED_BEFORE_DRAIN: usize = 8;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_OUT_DEFERRED_BEFORE_DRAIN_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_OUT_DEFERRED_BEFORE_DRAIN_0: usize = 0;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_OUT_DEFERRED_BEFORE_DRAIN_1: usize = 8;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_OUT_DEFERRED_BEFORE_DRAIN_1_SIZE: usize = 2;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_OUT_FINAL: usize = 16;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_OUT_FINAL_SIZE: usize = 48;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_OUT_FINAL_NETUID: usize = 0;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_OUT_FINAL_TEMPO: usize = 2;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_OUT_FINAL_LAST_EPOCH_BLOCK: usize = 8;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_OUT_FINAL_PENDING_EPOCH_AT: usize = 16;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_OUT_FINAL_BLOCKS_SINCE_LAST_STEP: usize = 24;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_OUT_FINAL_EPOCH_INDEX: usize = 32;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_OUT_FINAL_CONSISTENT: usize = 40;
export const SCHEDULE_SIM_CHECKS: usize = memory.data<u8>([6, 4, 0, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 20, 0, 40, 0, 5, 48, 0, 6, 7, 0, 0, 1, 0, 0, 2, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 1, 0, 0, 32, 0, 1, 0, 0, 40, 0, 1, 0, 1]);

// schedule_sim_475
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475: u32 = 125;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_IN_SIZE: usize = 32;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_IN_START_BLOCK: usize = 0;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_IN_BLOCKS: usize = 8;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_IN_CAP: usize = 16;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_IN_SUBNETS: usize = 20;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_IN_SUBNETS_SIZE: usize = 48;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_IN_SUBNETS_NETUID: usize = 0;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_IN_SUBNETS_TEMPO: usize = 2;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_IN_SUBNETS_LAST_EPOCH_BLOCK: usize = 8;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_IN_SUBNETS_PENDING_EPOCH_AT: usize = 16;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_IN_SUBNETS_BLOCKS_SINCE_LAST_STEP: usize = 24;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_IN_SUBNETS_EPOCH_INDEX: usize = 32;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_IN_SUBNETS_CONSISTENT: usize = 40;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_IN_SUBNETS_NULL_CONSENSUS: usize = 41;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_FIELD_START_BLOCK: u32 = 1;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_FIELD_BLOCKS: u32 = 2;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_FIELD_CAP: u32 = 3;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_FIELD_SUBNETS: u32 = 4;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_OUT_SIZE: usize = 32;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_OUT_EVENTS: usize = 0;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_OUT_EVENTS_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_OUT_EVENTS_0: usize = 0;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_OUT_EVENTS_1: usize = 8;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_OUT_EVENTS_2: usize = 10;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_OUT_DEFERRED_BEFORE_DRAIN: usize = 8;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_OUT_DEFERRED_BEFORE_DRAIN_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_OUT_DEFERRED_BEFORE_DRAIN_0: usize = 0;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_OUT_DEFERRED_BEFORE_DRAIN_1: usize = 8;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_OUT_DEFERRED_BEFORE_DRAIN_1_SIZE: usize = 2;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_OUT_CAPS: usize = 16;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_OUT_CAPS_SIZE: usize = 4;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_OUT_FINAL: usize = 24;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_OUT_FINAL_SIZE: usize = 48;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_OUT_FINAL_NETUID: usize = 0;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_OUT_FINAL_TEMPO: usize = 2;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_OUT_FINAL_LAST_EPOCH_BLOCK: usize = 8;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_OUT_FINAL_PENDING_EPOCH_AT: usize = 16;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_OUT_FINAL_BLOCKS_SINCE_LAST_STEP: usize = 24;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_OUT_FINAL_EPOCH_INDEX: usize = 32;
// @ts-ignore: decorator
@inline
export const SCHEDULE_SIM_475_OUT_FINAL_CONSISTENT: usize = 40;
export const SCHEDULE_SIM_475_CHECKS: usize = memory.data<u8>([6, 4, 0, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 20, 0, 45, 0, 5, 48, 0, 6, 8, 0, 0, 1, 0, 0, 2, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 1, 0, 0, 32, 0, 1, 0, 0, 40, 0, 1, 0, 1, 41, 0, 1, 0, 1]);

// price_shares_233
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_233: u32 = 126;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_233_IN_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_233_IN_BLOCK_EMISSION: usize = 0;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_233_IN_SUBNETS: usize = 8;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_233_IN_SUBNETS_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_233_IN_SUBNETS_NETUID: usize = 0;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_233_IN_SUBNETS_MECHANISM: usize = 2;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_233_IN_SUBNETS_MOVING_PRICE_X32: usize = 8;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_233_FIELD_BLOCK_EMISSION: u32 = 1;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_233_FIELD_SUBNETS: u32 = 2;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_233_OUT_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_233_OUT_TOTAL_MOVING_PRICES_X32: usize = 0;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_233_OUT_EMISSIONS_X32: usize = 16;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_233_OUT_EMISSIONS_X32_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_233_OUT_EMISSIONS_X32_0: usize = 0;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_233_OUT_EMISSIONS_X32_1: usize = 8;
export const PRICE_SHARES_233_CHECKS: usize = memory.data<u8>([6, 2, 0, 0, 1, 0, 0, 8, 0, 4, 0, 5, 24, 0, 0]);

// price_shares_261
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_261: u32 = 127;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_261_IN_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_261_IN_BLOCK_EMISSION: usize = 0;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_261_IN_SUBNETS: usize = 8;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_261_IN_SUBNETS_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_261_IN_SUBNETS_NETUID: usize = 0;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_261_IN_SUBNETS_MECHANISM: usize = 2;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_261_IN_SUBNETS_MOVING_PRICE_X32: usize = 8;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_261_FIELD_BLOCK_EMISSION: u32 = 1;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_261_FIELD_SUBNETS: u32 = 2;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_261_OUT_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_261_OUT_TOTAL_MOVING_PRICES_X32: usize = 0;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_261_OUT_EMISSIONS_X32: usize = 16;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_261_OUT_EMISSIONS_X32_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_261_OUT_EMISSIONS_X32_0: usize = 0;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_261_OUT_EMISSIONS_X32_1: usize = 8;
export const PRICE_SHARES_261_CHECKS: usize = memory.data<u8>([6, 2, 0, 0, 1, 0, 0, 8, 0, 4, 0, 5, 24, 0, 0]);

// price_shares_421
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421: u32 = 128;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_IN_SIZE: usize = 32;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_IN_BLOCK_EMISSION: usize = 0;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_IN_ROOT_TAO: usize = 8;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_IN_TAO_WEIGHT: usize = 16;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_IN_SUBNETS: usize = 24;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_IN_SUBNETS_SIZE: usize = 56;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_IN_SUBNETS_NETUID: usize = 0;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_IN_SUBNETS_MECHANISM: usize = 2;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_IN_SUBNETS_MOVING_PRICE_X32: usize = 8;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_IN_SUBNETS_MINER_BURNED_X32: usize = 24;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_IN_SUBNETS_EMISSION_ENABLED: usize = 40;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_IN_SUBNETS_ALPHA_ISSUANCE: usize = 48;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_FIELD_BLOCK_EMISSION: u32 = 1;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_FIELD_ROOT_TAO: u32 = 2;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_FIELD_TAO_WEIGHT: u32 = 3;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_FIELD_SUBNETS: u32 = 4;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_OUT_SIZE: usize = 36;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_OUT_ROOT_PROPORTIONS_X32: usize = 0;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_OUT_ROOT_PROPORTIONS_X32_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_OUT_ROOT_PROPORTIONS_X32_0: usize = 0;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_OUT_ROOT_PROPORTIONS_X32_1: usize = 8;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_OUT_PRICE_SHARES_X64: usize = 8;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_OUT_PRICE_SHARES_X64_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_OUT_PRICE_SHARES_X64_0: usize = 0;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_OUT_PRICE_SHARES_X64_1: usize = 8;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_OUT_SHARES_X64: usize = 16;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_OUT_SHARES_X64_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_OUT_SHARES_X64_0: usize = 0;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_OUT_SHARES_X64_1: usize = 8;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_OUT_EMISSIONS_X32: usize = 24;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_OUT_EMISSIONS_X32_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_OUT_EMISSIONS_X32_0: usize = 0;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_OUT_EMISSIONS_X32_1: usize = 8;
// @ts-ignore: decorator
@inline
export const PRICE_SHARES_421_OUT_ROOT_SELL_FLAG: usize = 32;
export const PRICE_SHARES_421_CHECKS: usize = memory.data<u8>([6, 4, 0, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 35, 0, 5, 56, 0, 6, 6, 0, 0, 1, 0, 0, 2, 0, 1, 0, 0, 8, 0, 1, 0, 0, 24, 0, 1, 0, 0, 40, 0, 1, 0, 1, 48, 0, 1, 0, 0]);

// flow_shares_334
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334: u32 = 129;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_IN_SIZE: usize = 72;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_IN_RULE_SET: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_IN_BLOCK: usize = 8;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_IN_SMOOTHING: usize = 16;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_IN_CUTOFF_X64: usize = 24;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_IN_EXPONENT_X64: usize = 40;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_IN_BLOCK_EMISSION: usize = 56;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_IN_SUBNETS: usize = 64;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_IN_SUBNETS_SIZE: usize = 80;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_IN_SUBNETS_NETUID: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_IN_SUBNETS_MECHANISM: usize = 2;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_IN_SUBNETS_MOVING_PRICE_X32: usize = 8;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_IN_SUBNETS_PRICE_X32: usize = 24;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_IN_SUBNETS_TAO_FLOW: usize = 40;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_IN_SUBNETS_TAO_EMA_X64: usize = 48;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_IN_SUBNETS_TAO_EMA_X64_VALUE: usize = 56;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_IN_SUBNETS_TAO_EMA_X64_0: usize = 56;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_IN_SUBNETS_TAO_EMA_X64_1: usize = 64;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_FIELD_RULE_SET: u32 = 1;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_FIELD_BLOCK: u32 = 2;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_FIELD_SMOOTHING: u32 = 3;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_FIELD_CUTOFF_X64: u32 = 4;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_FIELD_EXPONENT_X64: u32 = 5;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_FIELD_BLOCK_EMISSION: u32 = 6;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_FIELD_SUBNETS: u32 = 7;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_OUT_SIZE: usize = 56;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_OUT_USER_EMA_X64: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_OUT_USER_EMA_X64_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_OUT_USER_EMA_X64_0: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_OUT_USER_EMA_X64_1: usize = 8;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_OUT_FLOW_KEPT: usize = 8;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_OUT_FLOW_KEPT_SIZE: usize = 4;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_OUT_LOWER_LIMIT_X64: usize = 16;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_OUT_OFFSET_FLOWS_X64: usize = 32;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_OUT_OFFSET_FLOWS_X64_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_OUT_OFFSET_FLOWS_X64_0: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_OUT_OFFSET_FLOWS_X64_1: usize = 8;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_OUT_SHARES_X64: usize = 40;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_OUT_SHARES_X64_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_OUT_SHARES_X64_0: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_OUT_SHARES_X64_1: usize = 8;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_OUT_EMISSIONS_X32: usize = 48;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_OUT_EMISSIONS_X32_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_OUT_EMISSIONS_X32_0: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_334_OUT_EMISSIONS_X32_1: usize = 8;
export const FLOW_SHARES_334_CHECKS: usize = memory.data<u8>([6, 7, 0, 0, 6, 0, 3, 2, 78, 1, 82, 1, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 1, 0, 0, 40, 0, 1, 0, 0, 56, 0, 1, 0, 0, 64, 0, 37, 0, 5, 80, 0, 6, 6, 0, 0, 1, 0, 0, 2, 0, 1, 0, 0, 8, 0, 1, 0, 0, 24, 0, 1, 0, 0, 40, 0, 1, 0, 0, 48, 0, 3, 0, 4, 8, 0]);

// flow_shares_411
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411: u32 = 130;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_IN_SIZE: usize = 72;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_IN_BLOCK: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_IN_SMOOTHING: usize = 8;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_IN_CUTOFF_X64: usize = 16;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_IN_EXPONENT_X64: usize = 32;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_IN_NET_FLOW_ENABLED: usize = 48;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_IN_BLOCK_EMISSION: usize = 56;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_IN_SUBNETS: usize = 64;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_IN_SUBNETS_SIZE: usize = 96;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_IN_SUBNETS_NETUID: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_IN_SUBNETS_TAO_FLOW: usize = 8;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_IN_SUBNETS_TAO_EMA_X64: usize = 16;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_IN_SUBNETS_TAO_EMA_X64_VALUE: usize = 24;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_IN_SUBNETS_TAO_EMA_X64_0: usize = 24;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_IN_SUBNETS_TAO_EMA_X64_1: usize = 32;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_IN_SUBNETS_PROTOCOL_FLOW: usize = 48;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_IN_SUBNETS_PROTOCOL_EMA_X64: usize = 56;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_IN_SUBNETS_PROTOCOL_EMA_X64_VALUE: usize = 64;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_IN_SUBNETS_PROTOCOL_EMA_X64_0: usize = 64;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_IN_SUBNETS_PROTOCOL_EMA_X64_1: usize = 72;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_IN_SUBNETS_EMISSION_ENABLED: usize = 88;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_FIELD_BLOCK: u32 = 1;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_FIELD_SMOOTHING: u32 = 2;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_FIELD_CUTOFF_X64: u32 = 3;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_FIELD_EXPONENT_X64: u32 = 4;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_FIELD_NET_FLOW_ENABLED: u32 = 5;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_FIELD_BLOCK_EMISSION: u32 = 6;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_FIELD_SUBNETS: u32 = 7;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_SIZE: usize = 80;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_USER_EMA_X64: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_USER_EMA_X64_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_USER_EMA_X64_0: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_USER_EMA_X64_1: usize = 8;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_PROTOCOL_EMA_X64: usize = 8;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_PROTOCOL_EMA_X64_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_PROTOCOL_EMA_X64_0: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_PROTOCOL_EMA_X64_1: usize = 8;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_NORM_FACTOR_X64: usize = 16;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_NET_FLOWS_X64: usize = 32;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_NET_FLOWS_X64_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_NET_FLOWS_X64_0: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_NET_FLOWS_X64_1: usize = 8;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_LOWER_LIMIT_X64: usize = 40;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_OFFSET_FLOWS_X64: usize = 56;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_OFFSET_FLOWS_X64_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_OFFSET_FLOWS_X64_0: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_OFFSET_FLOWS_X64_1: usize = 8;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_SHARES_X64: usize = 64;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_SHARES_X64_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_SHARES_X64_0: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_SHARES_X64_1: usize = 8;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_EMISSIONS_X32: usize = 72;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_EMISSIONS_X32_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_EMISSIONS_X32_0: usize = 0;
// @ts-ignore: decorator
@inline
export const FLOW_SHARES_411_OUT_EMISSIONS_X32_1: usize = 8;
export const FLOW_SHARES_411_CHECKS: usize = memory.data<u8>([6, 7, 0, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 32, 0, 1, 0, 0, 48, 0, 1, 0, 1, 56, 0, 1, 0, 0, 64, 0, 39, 0, 5, 96, 0, 6, 6, 0, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 3, 0, 4, 8, 0, 48, 0, 1, 0, 0, 56, 0, 3, 0, 4, 8, 0, 88, 0, 1, 0, 1]);

// moving_price_233
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233: u32 = 131;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_IN_SIZE: usize = 96;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_IN_RULE_SET: usize = 0;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_IN_NETUID: usize = 2;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_IN_MECHANISM: usize = 4;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_IN_BLOCK: usize = 8;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_IN_REGISTERED_AT: usize = 16;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_IN_FIRST_EMISSION_BLOCK: usize = 24;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_IN_FIRST_EMISSION_BLOCK_VALUE: usize = 32;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_IN_HALVING_BLOCKS: usize = 40;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_IN_MOVING_ALPHA_X32: usize = 48;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_IN_MOVING_PRICE_X32: usize = 64;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_IN_PRICE_X32: usize = 80;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_FIELD_RULE_SET: u32 = 1;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_FIELD_NETUID: u32 = 2;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_FIELD_MECHANISM: u32 = 3;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_FIELD_BLOCK: u32 = 4;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_FIELD_REGISTERED_AT: u32 = 5;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_FIELD_FIRST_EMISSION_BLOCK: u32 = 6;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_FIELD_HALVING_BLOCKS: u32 = 7;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_FIELD_MOVING_ALPHA_X32: u32 = 8;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_FIELD_MOVING_PRICE_X32: u32 = 9;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_FIELD_PRICE_X32: u32 = 10;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_OUT_SIZE: usize = 32;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_OUT_ALPHA_X32: usize = 0;
// @ts-ignore: decorator
@inline
export const MOVING_PRICE_233_OUT_MOVING_PRICE_X32: usize = 16;
export const MOVING_PRICE_233_CHECKS: usize = memory.data<u8>([6, 10, 0, 0, 14, 0, 3, 6, 233, 0, 234, 0, 246, 0, 252, 0, 2, 1, 5, 1, 2, 0, 1, 0, 0, 4, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 3, 0, 4, 8, 0, 40, 0, 1, 0, 0, 48, 0, 1, 0, 0, 64, 0, 1, 0, 0, 80, 0, 1, 0, 0]);

// pool_price_233
// @ts-ignore: decorator
@inline
export const POOL_PRICE_233: u32 = 132;
// @ts-ignore: decorator
@inline
export const POOL_PRICE_233_IN_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const POOL_PRICE_233_IN_RULE_SET: usize = 0;
// @ts-ignore: decorator
@inline
export const POOL_PRICE_233_IN_NETUID: usize = 2;
// @ts-ignore: decorator
@inline
export const POOL_PRICE_233_IN_MECHANISM: usize = 4;
// @ts-ignore: decorator
@inline
export const POOL_PRICE_233_IN_TAO: usize = 8;
// @ts-ignore: decorator
@inline
export const POOL_PRICE_233_IN_ALPHA_IN: usize = 16;
// @ts-ignore: decorator
@inline
export const POOL_PRICE_233_FIELD_RULE_SET: u32 = 1;
// @ts-ignore: decorator
@inline
export const POOL_PRICE_233_FIELD_NETUID: u32 = 2;
// @ts-ignore: decorator
@inline
export const POOL_PRICE_233_FIELD_MECHANISM: u32 = 3;
// @ts-ignore: decorator
@inline
export const POOL_PRICE_233_FIELD_TAO: u32 = 4;
// @ts-ignore: decorator
@inline
export const POOL_PRICE_233_FIELD_ALPHA_IN: u32 = 5;
// @ts-ignore: decorator
@inline
export const POOL_PRICE_233_OUT_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const POOL_PRICE_233_OUT_Y_X32: usize = 0;
export const POOL_PRICE_233_CHECKS: usize = memory.data<u8>([6, 5, 0, 0, 6, 0, 3, 2, 233, 0, 5, 1, 2, 0, 1, 0, 0, 4, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0]);

// subnet_terms_233
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_233: u32 = 133;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_233_IN_SIZE: usize = 56;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_233_IN_RULE_SET: usize = 0;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_233_IN_TAO_EMISSION_X32: usize = 8;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_233_IN_ALPHA_ISSUANCE: usize = 24;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_233_IN_PRICE_X32: usize = 32;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_233_IN_BURN_REGISTRATION: usize = 48;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_233_IN_POW_REGISTRATION: usize = 49;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_233_FIELD_RULE_SET: u32 = 1;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_233_FIELD_TAO_EMISSION_X32: u32 = 2;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_233_FIELD_ALPHA_ISSUANCE: u32 = 3;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_233_FIELD_PRICE_X32: u32 = 4;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_233_FIELD_BURN_REGISTRATION: u32 = 5;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_233_FIELD_POW_REGISTRATION: u32 = 6;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_233_OUT_SIZE: usize = 88;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_233_OUT_ALPHA_EMISSION_X32: usize = 0;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_233_OUT_ALPHA_IN_X32: usize = 16;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_233_OUT_TAO_IN_X32: usize = 32;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_233_OUT_ALPHA_OUT_X32: usize = 48;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_233_OUT_ALPHA_IN_U64: usize = 64;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_233_OUT_TAO_IN_U64: usize = 72;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_233_OUT_ALPHA_OUT_U64: usize = 80;
export const SUBNET_TERMS_233_CHECKS: usize = memory.data<u8>([6, 6, 0, 0, 8, 0, 3, 3, 233, 0, 238, 0, 5, 1, 8, 0, 1, 0, 0, 24, 0, 1, 0, 0, 32, 0, 1, 0, 0, 48, 0, 1, 0, 1, 49, 0, 1, 0, 1]);

// subnet_terms_298
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298: u32 = 134;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_IN_SIZE: usize = 64;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_IN_RULE_SET: usize = 0;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_IN_BLOCK_EMISSION: usize = 8;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_IN_TAO_EMISSION_X32: usize = 16;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_IN_ALPHA_ISSUANCE: usize = 32;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_IN_PRICE_X32: usize = 40;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_IN_BURN_REGISTRATION: usize = 56;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_IN_POW_REGISTRATION: usize = 57;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_FIELD_RULE_SET: u32 = 1;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_FIELD_BLOCK_EMISSION: u32 = 2;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_FIELD_TAO_EMISSION_X32: u32 = 3;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_FIELD_ALPHA_ISSUANCE: u32 = 4;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_FIELD_PRICE_X32: u32 = 5;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_FIELD_BURN_REGISTRATION: u32 = 6;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_FIELD_POW_REGISTRATION: u32 = 7;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_OUT_SIZE: usize = 136;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_OUT_TAO_RATIO_X32: usize = 0;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_OUT_SUBSIDISED: usize = 16;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_OUT_ALPHA_EMISSION_X32: usize = 24;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_OUT_ALPHA_IN_X32: usize = 40;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_OUT_TAO_IN_X32: usize = 56;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_OUT_ALPHA_OUT_X32: usize = 72;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_OUT_ALPHA_IN_U64: usize = 88;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_OUT_TAO_IN_U64: usize = 96;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_OUT_ALPHA_OUT_U64: usize = 104;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_OUT_BUY_TAO_X32: usize = 112;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_298_OUT_BUY_TAO_U64: usize = 128;
export const SUBNET_TERMS_298_CHECKS: usize = memory.data<u8>([6, 7, 0, 0, 8, 0, 3, 3, 42, 1, 45, 1, 64, 1, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 32, 0, 1, 0, 0, 40, 0, 1, 0, 0, 56, 0, 1, 0, 1, 57, 0, 1, 0, 1]);

// subnet_terms_342
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342: u32 = 135;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_IN_SIZE: usize = 72;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_IN_RULE_SET: usize = 0;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_IN_CAP_BLOCK_EMISSION: usize = 8;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_IN_CAP_BLOCK_EMISSION_VALUE: usize = 16;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_IN_TAO_EMISSION_X32: usize = 24;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_IN_ALPHA_ISSUANCE: usize = 40;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_IN_PRICE_X32: usize = 48;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_IN_BURN_REGISTRATION: usize = 64;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_IN_POW_REGISTRATION: usize = 65;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_FIELD_RULE_SET: u32 = 1;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_FIELD_CAP_BLOCK_EMISSION: u32 = 2;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_FIELD_TAO_EMISSION_X32: u32 = 3;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_FIELD_ALPHA_ISSUANCE: u32 = 4;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_FIELD_PRICE_X32: u32 = 5;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_FIELD_BURN_REGISTRATION: u32 = 6;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_FIELD_POW_REGISTRATION: u32 = 7;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_OUT_SIZE: usize = 128;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_OUT_CAP_X32: usize = 0;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_OUT_ALPHA_EMISSION_X32: usize = 16;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_OUT_ALPHA_IN_X32: usize = 32;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_OUT_TAO_IN_X32: usize = 48;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_OUT_ALPHA_OUT_X32: usize = 64;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_OUT_ALPHA_IN_U64: usize = 80;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_OUT_TAO_IN_U64: usize = 88;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_OUT_ALPHA_OUT_U64: usize = 96;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_OUT_EXCESS_TAO_X32: usize = 104;
// @ts-ignore: decorator
@inline
export const SUBNET_TERMS_342_OUT_EXCESS_TAO_U64: usize = 120;
export const SUBNET_TERMS_342_CHECKS: usize = memory.data<u8>([6, 7, 0, 0, 8, 0, 3, 3, 86, 1, 105, 1, 106, 1, 8, 0, 3, 0, 4, 8, 0, 24, 0, 1, 0, 0, 40, 0, 1, 0, 0, 48, 0, 1, 0, 0, 64, 0, 1, 0, 1, 65, 0, 1, 0, 1]);

// pool_sell_233
// @ts-ignore: decorator
@inline
export const POOL_SELL_233: u32 = 136;
// @ts-ignore: decorator
@inline
export const POOL_SELL_233_IN_SIZE: usize = 32;
// @ts-ignore: decorator
@inline
export const POOL_SELL_233_IN_RULE_SET: usize = 0;
// @ts-ignore: decorator
@inline
export const POOL_SELL_233_IN_MECHANISM: usize = 2;
// @ts-ignore: decorator
@inline
export const POOL_SELL_233_IN_TAO: usize = 8;
// @ts-ignore: decorator
@inline
export const POOL_SELL_233_IN_ALPHA_IN: usize = 16;
// @ts-ignore: decorator
@inline
export const POOL_SELL_233_IN_AMOUNT: usize = 24;
// @ts-ignore: decorator
@inline
export const POOL_SELL_233_FIELD_RULE_SET: u32 = 1;
// @ts-ignore: decorator
@inline
export const POOL_SELL_233_FIELD_MECHANISM: u32 = 2;
// @ts-ignore: decorator
@inline
export const POOL_SELL_233_FIELD_TAO: u32 = 3;
// @ts-ignore: decorator
@inline
export const POOL_SELL_233_FIELD_ALPHA_IN: u32 = 4;
// @ts-ignore: decorator
@inline
export const POOL_SELL_233_FIELD_AMOUNT: u32 = 5;
// @ts-ignore: decorator
@inline
export const POOL_SELL_233_OUT_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const POOL_SELL_233_OUT_TAO: usize = 0;
// @ts-ignore: decorator
@inline
export const POOL_SELL_233_OUT_TAO_VALUE: usize = 8;
export const POOL_SELL_233_CHECKS: usize = memory.data<u8>([6, 5, 0, 0, 6, 0, 3, 2, 233, 0, 5, 1, 2, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 1, 0, 0]);

// alpha_split_233
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233: u32 = 137;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_IN_SIZE: usize = 80;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_IN_RULE_SET: usize = 0;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_IN_ALPHA_OUT_X32: usize = 8;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_IN_ALPHA_ISSUANCE_AFTER_MINT: usize = 24;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_IN_OWNER_CUT: usize = 32;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_IN_ROOT_TAO: usize = 40;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_IN_TAO_WEIGHT: usize = 48;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_IN_SUBSIDISED: usize = 56;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_IN_ROOT_SELL_FLAG: usize = 57;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_IN_SOLD_FOR_TAO: usize = 64;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_IN_SOLD_FOR_TAO_VALUE: usize = 72;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_FIELD_RULE_SET: u32 = 1;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_FIELD_ALPHA_OUT_X32: u32 = 2;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_FIELD_ALPHA_ISSUANCE_AFTER_MINT: u32 = 3;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_FIELD_OWNER_CUT: u32 = 4;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_FIELD_ROOT_TAO: u32 = 5;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_FIELD_TAO_WEIGHT: u32 = 6;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_FIELD_SUBSIDISED: u32 = 7;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_FIELD_ROOT_SELL_FLAG: u32 = 8;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_FIELD_SOLD_FOR_TAO: u32 = 9;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_OUT_SIZE: usize = 104;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_OUT_OWNER_CUT_X32: usize = 0;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_OUT_ROOT_PROPORTION_X32: usize = 16;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_OUT_ROOT_ALPHA_X32: usize = 32;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_OUT_PENDING_ALPHA_X32: usize = 48;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_OUT_ADDED: usize = 64;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_OUT_ADDED_OWNER_CUT: usize = 64;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_OUT_ADDED_EMISSION: usize = 72;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_OUT_ADDED_SWAPPED: usize = 80;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_OUT_ADDED_ROOT_TAO: usize = 88;
// @ts-ignore: decorator
@inline
export const ALPHA_SPLIT_233_OUT_ADDED_ROOT_ALPHA: usize = 96;
export const ALPHA_SPLIT_233_CHECKS: usize = memory.data<u8>([6, 9, 0, 0, 14, 0, 3, 6, 233, 0, 5, 1, 27, 1, 42, 1, 78, 1, 86, 1, 8, 0, 1, 0, 0, 24, 0, 1, 0, 0, 32, 0, 1, 0, 0, 40, 0, 1, 0, 0, 48, 0, 1, 0, 0, 56, 0, 1, 0, 1, 57, 0, 1, 0, 1, 64, 0, 3, 0, 4, 8, 0]);

// generate_emission_127
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127: u32 = 138;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_IN_SIZE: usize = 48;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_IN_RULE_SET: usize = 0;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_IN_NETUID: usize = 2;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_IN_N: usize = 4;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_IN_TEMPO: usize = 6;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_IN_BLOCK: usize = 8;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_IN_EMISSION_VALUE: usize = 16;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_IN_PENDING: usize = 24;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_IN_HAS_OWNER: usize = 32;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_IN_OWNER_CUT: usize = 34;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_IN_REGISTRATION_ALLOWED: usize = 36;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_IN_BLOCKS_SINCE_LAST_STEP: usize = 40;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_FIELD_RULE_SET: u32 = 1;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_FIELD_NETUID: u32 = 2;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_FIELD_N: u32 = 3;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_FIELD_TEMPO: u32 = 4;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_FIELD_BLOCK: u32 = 5;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_FIELD_EMISSION_VALUE: u32 = 6;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_FIELD_PENDING: u32 = 7;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_FIELD_HAS_OWNER: u32 = 8;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_FIELD_OWNER_CUT: u32 = 9;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_FIELD_REGISTRATION_ALLOWED: u32 = 10;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_FIELD_BLOCKS_SINCE_LAST_STEP: u32 = 11;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_OUT_SIZE: usize = 48;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_OUT_SKIPPED: usize = 0;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_OUT_OWNER_PAID: usize = 8;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_OUT_PENDING: usize = 16;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_OUT_EPOCH_EMISSION: usize = 24;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_OUT_EPOCH_EMISSION_VALUE: usize = 32;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_127_OUT_BLOCKS_SINCE_LAST_STEP: usize = 40;
export const GENERATE_EMISSION_127_CHECKS: usize = memory.data<u8>([6, 11, 0, 0, 10, 0, 3, 4, 127, 0, 133, 0, 150, 0, 153, 0, 2, 0, 1, 0, 0, 4, 0, 1, 0, 0, 6, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 1, 0, 0, 32, 0, 1, 0, 1, 34, 0, 1, 0, 0, 36, 0, 1, 0, 1, 40, 0, 1, 0, 0]);

// generate_emission_195
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195: u32 = 139;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_IN_SIZE: usize = 32;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_IN_RULE_SET: usize = 0;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_IN_NETUID: usize = 2;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_IN_EMISSION_VALUE: usize = 8;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_IN_PENDING: usize = 16;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_IN_EPOCH_DUE: usize = 24;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_IN_HAS_OWNER: usize = 25;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_IN_OWNER_CUT: usize = 26;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_IN_REGISTRATION_ALLOWED: usize = 28;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_FIELD_RULE_SET: u32 = 1;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_FIELD_NETUID: u32 = 2;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_FIELD_EMISSION_VALUE: u32 = 3;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_FIELD_PENDING: u32 = 4;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_FIELD_EPOCH_DUE: u32 = 5;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_FIELD_HAS_OWNER: u32 = 6;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_FIELD_OWNER_CUT: u32 = 7;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_FIELD_REGISTRATION_ALLOWED: u32 = 8;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_OUT_SIZE: usize = 40;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_OUT_PENDING: usize = 0;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_OUT_EPOCH_EMISSION: usize = 8;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_OUT_EPOCH_EMISSION_VALUE: usize = 16;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_OUT_OWNER_PAID: usize = 24;
// @ts-ignore: decorator
@inline
export const GENERATE_EMISSION_195_OUT_LOST: usize = 32;
export const GENERATE_EMISSION_195_CHECKS: usize = memory.data<u8>([6, 8, 0, 0, 12, 0, 3, 5, 195, 0, 196, 0, 205, 0, 210, 0, 211, 0, 2, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 1, 0, 1, 25, 0, 1, 0, 1, 26, 0, 1, 0, 0, 28, 0, 1, 0, 1]);

// parent_child_233
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233: u32 = 140;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_IN_SIZE: usize = 48;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_IN_HOTKEY: usize = 0;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_IN_DIVIDENDS: usize = 8;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_IN_SELF_CONTRIBUTION: usize = 16;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_IN_PARENTS: usize = 24;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_IN_PARENTS_SIZE: usize = 32;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_IN_PARENTS_ID: usize = 0;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_IN_PARENTS_ALPHA_STAKE: usize = 8;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_IN_PARENTS_ROOT_STAKE: usize = 16;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_IN_PARENTS_PROPORTION: usize = 24;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_IN_CHILDKEY_TAKE: usize = 32;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_IN_TAO_WEIGHT: usize = 40;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_FIELD_HOTKEY: u32 = 1;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_FIELD_DIVIDENDS: u32 = 2;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_FIELD_SELF_CONTRIBUTION: u32 = 3;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_FIELD_PARENTS: u32 = 4;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_FIELD_CHILDKEY_TAKE: u32 = 5;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_FIELD_TAO_WEIGHT: u32 = 6;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_OUT_SIZE: usize = 8;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_OUT_TUPLES: usize = 0;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_OUT_TUPLES_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_OUT_TUPLES_0: usize = 0;
// @ts-ignore: decorator
@inline
export const PARENT_CHILD_233_OUT_TUPLES_1: usize = 8;
export const PARENT_CHILD_233_CHECKS: usize = memory.data<u8>([6, 6, 0, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 4, 0, 5, 32, 0, 0, 32, 0, 1, 0, 0, 40, 0, 1, 0, 0]);

// dividend_distribution_233
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233: u32 = 141;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_IN_SIZE: usize = 48;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_IN_RULE_SET: usize = 0;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_IN_HOTKEYS: usize = 4;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_IN_HOTKEYS_SIZE: usize = 40;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_IN_HOTKEYS_ID: usize = 0;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_IN_HOTKEYS_DIVIDEND_X32: usize = 8;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_IN_HOTKEYS_STAKE: usize = 24;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_IN_HOTKEYS_STAKE_0: usize = 24;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_IN_HOTKEYS_STAKE_1: usize = 32;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_IN_PENDING_ALPHA: usize = 16;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_IN_PENDING_ROOT: usize = 24;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_IN_TAO_WEIGHT_X32: usize = 32;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_FIELD_RULE_SET: u32 = 1;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_FIELD_HOTKEYS: u32 = 2;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_FIELD_PENDING_ALPHA: u32 = 3;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_FIELD_PENDING_ROOT: u32 = 4;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_FIELD_TAO_WEIGHT_X32: u32 = 5;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_OUT_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_OUT_ALPHA_DIVIDENDS_X32: usize = 0;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_OUT_ALPHA_DIVIDENDS_X32_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_OUT_ALPHA_DIVIDENDS_X32_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_OUT_ALPHA_DIVIDENDS_X32_1: usize = 8;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_OUT_ROOT_DIVIDENDS_X32: usize = 8;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_OUT_ROOT_DIVIDENDS_X32_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_OUT_ROOT_DIVIDENDS_X32_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DIVIDEND_DISTRIBUTION_233_OUT_ROOT_DIVIDENDS_X32_1: usize = 8;
export const DIVIDEND_DISTRIBUTION_233_CHECKS: usize = memory.data<u8>([6, 5, 0, 0, 10, 0, 3, 4, 233, 0, 244, 0, 1, 1, 5, 1, 4, 0, 4, 0, 5, 40, 0, 0, 16, 0, 1, 0, 0, 24, 0, 1, 0, 0, 32, 0, 1, 0, 0]);

// validator_pool_257
// @ts-ignore: decorator
@inline
export const VALIDATOR_POOL_257: u32 = 142;
// @ts-ignore: decorator
@inline
export const VALIDATOR_POOL_257_IN_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const VALIDATOR_POOL_257_IN_INCENTIVE_SUM: usize = 0;
// @ts-ignore: decorator
@inline
export const VALIDATOR_POOL_257_IN_PENDING_ALPHA: usize = 8;
// @ts-ignore: decorator
@inline
export const VALIDATOR_POOL_257_IN_PENDING_ROOT: usize = 16;
// @ts-ignore: decorator
@inline
export const VALIDATOR_POOL_257_FIELD_INCENTIVE_SUM: u32 = 1;
// @ts-ignore: decorator
@inline
export const VALIDATOR_POOL_257_FIELD_PENDING_ALPHA: u32 = 2;
// @ts-ignore: decorator
@inline
export const VALIDATOR_POOL_257_FIELD_PENDING_ROOT: u32 = 3;
// @ts-ignore: decorator
@inline
export const VALIDATOR_POOL_257_OUT_SIZE: usize = 8;
// @ts-ignore: decorator
@inline
export const VALIDATOR_POOL_257_OUT_Y: usize = 0;
export const VALIDATOR_POOL_257_CHECKS: usize = memory.data<u8>([6, 3, 0, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0]);

// distribute_233
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233: u32 = 143;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_SIZE: usize = 64;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_RULE_SET: usize = 0;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_HOTKEY_EMISSION: usize = 4;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_HOTKEY_EMISSION_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_HOTKEY_EMISSION_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_HOTKEY_EMISSION_1: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_HOTKEY_EMISSION_2: usize = 16;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_HOTKEYS: usize = 12;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_HOTKEYS_SIZE: usize = 56;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_HOTKEYS_ID: usize = 0;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_HOTKEYS_OWNER: usize = 4;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_HOTKEYS_IS_OWNER_HOTKEY: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_HOTKEYS_ALPHA_STAKE: usize = 16;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_HOTKEYS_ROOT_STAKE: usize = 24;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_HOTKEYS_CHILDREN: usize = 32;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_HOTKEYS_CHILDREN_SIZE: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_HOTKEYS_PARENTS: usize = 40;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_HOTKEYS_PARENTS_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_HOTKEYS_PARENTS_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_HOTKEYS_PARENTS_1: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_HOTKEYS_CHILDKEY_TAKE: usize = 48;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_HOTKEYS_TAKE: usize = 50;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_PENDING_ALPHA: usize = 24;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_PENDING_ROOT: usize = 32;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_PENDING_TAO: usize = 40;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_CK_BURN: usize = 48;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_IN_TAO_WEIGHT: usize = 56;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_FIELD_RULE_SET: u32 = 1;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_FIELD_HOTKEY_EMISSION: u32 = 2;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_FIELD_HOTKEYS: u32 = 3;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_FIELD_PENDING_ALPHA: u32 = 4;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_FIELD_PENDING_ROOT: u32 = 5;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_FIELD_PENDING_TAO: u32 = 6;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_FIELD_CK_BURN: u32 = 7;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_FIELD_TAO_WEIGHT: u32 = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_SIZE: usize = 88;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_EPOCH_AMOUNT: usize = 0;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_VALIDATOR_POOL: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_VALIDATOR_POOL_VALUE: usize = 16;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_INCENTIVES: usize = 24;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_INCENTIVES_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_INCENTIVES_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_INCENTIVES_1: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_WITHHELD: usize = 32;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_WITHHELD_SIZE: usize = 4;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_DIVIDENDS_X32: usize = 40;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_DIVIDENDS_X32_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_DIVIDENDS_X32_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_DIVIDENDS_X32_1: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_CK_RECYCLED: usize = 48;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_CK_RECYCLED_SIZE: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_ALPHA_DIVIDENDS_X32: usize = 56;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_ALPHA_DIVIDENDS_X32_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_ALPHA_DIVIDENDS_X32_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_ALPHA_DIVIDENDS_X32_1: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_ROOT_DIVIDENDS_X32: usize = 64;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_ROOT_DIVIDENDS_X32_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_ROOT_DIVIDENDS_X32_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_ROOT_DIVIDENDS_X32_1: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_ALPHA_TAKE_REST: usize = 72;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_ALPHA_TAKE_REST_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_ALPHA_TAKE_REST_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_ALPHA_TAKE_REST_1: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_ALPHA_TAKE_REST_2: usize = 16;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_ROOT_TAKE_REST: usize = 80;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_ROOT_TAKE_REST_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_ROOT_TAKE_REST_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_ROOT_TAKE_REST_1: usize = 8;
// @ts-ignore: decorator
@inline
export const DISTRIBUTE_233_OUT_ROOT_TAKE_REST_2: usize = 16;
export const DISTRIBUTE_233_CHECKS: usize = memory.data<u8>([6, 8, 0, 0, 16, 0, 3, 7, 233, 0, 244, 0, 252, 0, 1, 1, 5, 1, 59, 1, 78, 1, 4, 0, 4, 0, 5, 24, 0, 0, 12, 0, 56, 0, 5, 56, 0, 6, 9, 0, 0, 1, 0, 0, 4, 0, 1, 0, 0, 8, 0, 1, 0, 1, 16, 0, 1, 0, 0, 24, 0, 1, 0, 0, 32, 0, 4, 0, 5, 8, 0, 0, 40, 0, 4, 0, 5, 16, 0, 0, 48, 0, 1, 0, 0, 50, 0, 1, 0, 0, 24, 0, 1, 0, 0, 32, 0, 1, 0, 0, 40, 0, 1, 0, 0, 48, 0, 1, 0, 0, 56, 0, 1, 0, 0]);

// immune_owner_hotkeys_306
// @ts-ignore: decorator
@inline
export const IMMUNE_OWNER_HOTKEYS_306: u32 = 144;
// @ts-ignore: decorator
@inline
export const IMMUNE_OWNER_HOTKEYS_306_IN_SIZE: usize = 28;
// @ts-ignore: decorator
@inline
export const IMMUNE_OWNER_HOTKEYS_306_IN_LIMIT: usize = 0;
// @ts-ignore: decorator
@inline
export const IMMUNE_OWNER_HOTKEYS_306_IN_LIMIT_VALUE: usize = 4;
// @ts-ignore: decorator
@inline
export const IMMUNE_OWNER_HOTKEYS_306_IN_OWNED: usize = 8;
// @ts-ignore: decorator
@inline
export const IMMUNE_OWNER_HOTKEYS_306_IN_OWNED_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const IMMUNE_OWNER_HOTKEYS_306_IN_OWNED_ID: usize = 0;
// @ts-ignore: decorator
@inline
export const IMMUNE_OWNER_HOTKEYS_306_IN_OWNED_UID: usize = 4;
// @ts-ignore: decorator
@inline
export const IMMUNE_OWNER_HOTKEYS_306_IN_OWNED_UID_VALUE: usize = 6;
// @ts-ignore: decorator
@inline
export const IMMUNE_OWNER_HOTKEYS_306_IN_OWNED_REGISTERED_AT: usize = 8;
// @ts-ignore: decorator
@inline
export const IMMUNE_OWNER_HOTKEYS_306_IN_OWNER_HOTKEY: usize = 16;
// @ts-ignore: decorator
@inline
export const IMMUNE_OWNER_HOTKEYS_306_IN_OWNER_HOTKEY_VALUE: usize = 20;
// @ts-ignore: decorator
@inline
export const IMMUNE_OWNER_HOTKEYS_306_IN_OWNER_HOTKEY_HAS_UID: usize = 24;
// @ts-ignore: decorator
@inline
export const IMMUNE_OWNER_HOTKEYS_306_FIELD_LIMIT: u32 = 1;
// @ts-ignore: decorator
@inline
export const IMMUNE_OWNER_HOTKEYS_306_FIELD_OWNED: u32 = 2;
// @ts-ignore: decorator
@inline
export const IMMUNE_OWNER_HOTKEYS_306_FIELD_OWNER_HOTKEY: u32 = 3;
// @ts-ignore: decorator
@inline
export const IMMUNE_OWNER_HOTKEYS_306_FIELD_OWNER_HOTKEY_HAS_UID: u32 = 4;
// @ts-ignore: decorator
@inline
export const IMMUNE_OWNER_HOTKEYS_306_OUT_SIZE: usize = 8;
// @ts-ignore: decorator
@inline
export const IMMUNE_OWNER_HOTKEYS_306_OUT_HOTKEYS: usize = 0;
// @ts-ignore: decorator
@inline
export const IMMUNE_OWNER_HOTKEYS_306_OUT_HOTKEYS_SIZE: usize = 4;
export const IMMUNE_OWNER_HOTKEYS_306_CHECKS: usize = memory.data<u8>([6, 4, 0, 0, 3, 0, 4, 4, 0, 8, 0, 22, 0, 5, 16, 0, 6, 3, 0, 0, 1, 0, 0, 4, 0, 3, 0, 4, 2, 0, 8, 0, 1, 0, 0, 16, 0, 3, 0, 4, 4, 0, 24, 0, 1, 0, 1]);

// accumulate_hotkey_195
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195: u32 = 145;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_IN_SIZE: usize = 48;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_IN_RULE_SET: usize = 0;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_IN_VALIDATOR_EMISSION: usize = 8;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_IN_SERVER_EMISSION: usize = 16;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_IN_CHILDKEY_TAKE: usize = 24;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_IN_SUBNET_STAKE: usize = 32;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_IN_PARENTS: usize = 40;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_IN_PARENTS_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_IN_PARENTS_ID: usize = 0;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_IN_PARENTS_PROPORTION: usize = 8;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_IN_PARENTS_STAKE: usize = 16;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_FIELD_RULE_SET: u32 = 1;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_FIELD_VALIDATOR_EMISSION: u32 = 2;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_FIELD_SERVER_EMISSION: u32 = 3;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_FIELD_CHILDKEY_TAKE: u32 = 4;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_FIELD_SUBNET_STAKE: u32 = 5;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_FIELD_PARENTS: u32 = 6;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_OUT_SIZE: usize = 24;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_OUT_PARENTS: usize = 0;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_OUT_PARENTS_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_OUT_PARENTS_0: usize = 0;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_OUT_PARENTS_1: usize = 8;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_OUT_PENDING_ADDED: usize = 8;
// @ts-ignore: decorator
@inline
export const ACCUMULATE_HOTKEY_195_OUT_UNTOUCHABLE_ADDED: usize = 16;
export const ACCUMULATE_HOTKEY_195_CHECKS: usize = memory.data<u8>([6, 6, 0, 0, 6, 0, 3, 2, 195, 0, 210, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 1, 0, 0, 32, 0, 1, 0, 0, 40, 0, 4, 0, 5, 24, 0, 0]);

// drain_hotkey_195
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195: u32 = 146;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_IN_SIZE: usize = 56;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_IN_RULE_SET: usize = 0;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_IN_EMISSION: usize = 8;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_IN_UNTOUCHABLE: usize = 16;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_IN_TAKE: usize = 24;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_IN_TOTAL_STAKE: usize = 32;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_IN_LAST_DRAIN: usize = 40;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_IN_NOMINATORS: usize = 48;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_IN_NOMINATORS_SIZE: usize = 40;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_IN_NOMINATORS_ID: usize = 0;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_IN_NOMINATORS_STAKE: usize = 8;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_IN_NOMINATORS_LAST_STAKE_INCREASE: usize = 16;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_IN_NOMINATORS_STAKE_DELTA: usize = 24;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_FIELD_RULE_SET: u32 = 1;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_FIELD_EMISSION: u32 = 2;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_FIELD_UNTOUCHABLE: u32 = 3;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_FIELD_TAKE: u32 = 4;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_FIELD_TOTAL_STAKE: u32 = 5;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_FIELD_LAST_DRAIN: u32 = 6;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_FIELD_NOMINATORS: u32 = 7;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_OUT_SIZE: usize = 40;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_OUT_TAKE: usize = 0;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_OUT_VIABLE_STAKE: usize = 8;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_OUT_NOMINATORS: usize = 16;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_OUT_NOMINATORS_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_OUT_NOMINATORS_0: usize = 0;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_OUT_NOMINATORS_1: usize = 8;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_OUT_TO_HOTKEY: usize = 24;
// @ts-ignore: decorator
@inline
export const DRAIN_HOTKEY_195_OUT_NEW_TAO: usize = 32;
export const DRAIN_HOTKEY_195_CHECKS: usize = memory.data<u8>([6, 7, 0, 0, 10, 0, 3, 4, 195, 0, 201, 0, 202, 0, 210, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 1, 0, 0, 32, 0, 1, 0, 0, 40, 0, 1, 0, 0, 48, 0, 4, 0, 5, 40, 0, 0]);

// should_drain_hotkey_195
// @ts-ignore: decorator
@inline
export const SHOULD_DRAIN_HOTKEY_195: u32 = 147;
// @ts-ignore: decorator
@inline
export const SHOULD_DRAIN_HOTKEY_195_IN_SIZE: usize = 48;
// @ts-ignore: decorator
@inline
export const SHOULD_DRAIN_HOTKEY_195_IN_HOTKEY: usize = 0;
// @ts-ignore: decorator
@inline
export const SHOULD_DRAIN_HOTKEY_195_IN_BLOCK: usize = 32;
// @ts-ignore: decorator
@inline
export const SHOULD_DRAIN_HOTKEY_195_IN_EMISSION_TEMPO: usize = 40;
// @ts-ignore: decorator
@inline
export const SHOULD_DRAIN_HOTKEY_195_FIELD_HOTKEY: u32 = 1;
// @ts-ignore: decorator
@inline
export const SHOULD_DRAIN_HOTKEY_195_FIELD_BLOCK: u32 = 2;
// @ts-ignore: decorator
@inline
export const SHOULD_DRAIN_HOTKEY_195_FIELD_EMISSION_TEMPO: u32 = 3;
// @ts-ignore: decorator
@inline
export const SHOULD_DRAIN_HOTKEY_195_OUT_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const SHOULD_DRAIN_HOTKEY_195_OUT_HASH: usize = 0;
// @ts-ignore: decorator
@inline
export const SHOULD_DRAIN_HOTKEY_195_OUT_DRAIN: usize = 8;
export const SHOULD_DRAIN_HOTKEY_195_CHECKS: usize = memory.data<u8>([6, 3, 0, 0, 1, 0, 0, 32, 0, 1, 0, 0, 40, 0, 1, 0, 0]);

// emit_through_hotkey_127
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127: u32 = 148;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_IN_SIZE: usize = 40;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_IN_RULE_SET: usize = 0;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_IN_TAKE: usize = 2;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_IN_TAKE_VALUE: usize = 4;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_IN_TOTAL_STAKE: usize = 8;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_IN_SERVER_EMISSION: usize = 16;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_IN_VALIDATOR_EMISSION: usize = 24;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_IN_NOMINATORS: usize = 32;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_IN_NOMINATORS_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_IN_NOMINATORS_ID: usize = 0;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_IN_NOMINATORS_STAKE: usize = 8;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_FIELD_RULE_SET: u32 = 1;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_FIELD_TAKE: u32 = 2;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_FIELD_TOTAL_STAKE: u32 = 3;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_FIELD_SERVER_EMISSION: u32 = 4;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_FIELD_VALIDATOR_EMISSION: u32 = 5;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_FIELD_NOMINATORS: u32 = 6;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_OUT_SIZE: usize = 32;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_OUT_TAKE: usize = 0;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_OUT_TO_OWNER: usize = 8;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_OUT_TO_OWNER_AFTER: usize = 16;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_OUT_NOMINATORS: usize = 24;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_OUT_NOMINATORS_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_OUT_NOMINATORS_0: usize = 0;
// @ts-ignore: decorator
@inline
export const EMIT_THROUGH_HOTKEY_127_OUT_NOMINATORS_1: usize = 8;
export const EMIT_THROUGH_HOTKEY_127_CHECKS: usize = memory.data<u8>([6, 6, 0, 0, 6, 0, 3, 2, 127, 0, 153, 0, 2, 0, 3, 0, 4, 2, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 1, 0, 0, 32, 0, 4, 0, 5, 16, 0, 0]);

// inherited_stake_195
// @ts-ignore: decorator
@inline
export const INHERITED_STAKE_195: u32 = 149;
// @ts-ignore: decorator
@inline
export const INHERITED_STAKE_195_IN_SIZE: usize = 32;
// @ts-ignore: decorator
@inline
export const INHERITED_STAKE_195_IN_STAKE: usize = 0;
// @ts-ignore: decorator
@inline
export const INHERITED_STAKE_195_IN_STAKE_SIZE: usize = 8;
// @ts-ignore: decorator
@inline
export const INHERITED_STAKE_195_IN_PARENTS: usize = 8;
// @ts-ignore: decorator
@inline
export const INHERITED_STAKE_195_IN_PARENTS_SIZE: usize = 8;
// @ts-ignore: decorator
@inline
export const INHERITED_STAKE_195_IN_PARENTS_ITEM_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const INHERITED_STAKE_195_IN_PARENTS_ITEM_0: usize = 0;
// @ts-ignore: decorator
@inline
export const INHERITED_STAKE_195_IN_PARENTS_ITEM_1: usize = 8;
// @ts-ignore: decorator
@inline
export const INHERITED_STAKE_195_IN_CHILDREN: usize = 16;
// @ts-ignore: decorator
@inline
export const INHERITED_STAKE_195_IN_CHILDREN_SIZE: usize = 8;
// @ts-ignore: decorator
@inline
export const INHERITED_STAKE_195_IN_CHILDREN_ITEM_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const INHERITED_STAKE_195_IN_CHILDREN_ITEM_0: usize = 0;
// @ts-ignore: decorator
@inline
export const INHERITED_STAKE_195_IN_CHILDREN_ITEM_1: usize = 8;
// @ts-ignore: decorator
@inline
export const INHERITED_STAKE_195_IN_NETWORK_MAX_STAKE: usize = 24;
// @ts-ignore: decorator
@inline
export const INHERITED_STAKE_195_FIELD_STAKE: u32 = 1;
// @ts-ignore: decorator
@inline
export const INHERITED_STAKE_195_FIELD_PARENTS: u32 = 2;
// @ts-ignore: decorator
@inline
export const INHERITED_STAKE_195_FIELD_CHILDREN: u32 = 3;
// @ts-ignore: decorator
@inline
export const INHERITED_STAKE_195_FIELD_NETWORK_MAX_STAKE: u32 = 4;
// @ts-ignore: decorator
@inline
export const INHERITED_STAKE_195_OUT_SIZE: usize = 8;
// @ts-ignore: decorator
@inline
export const INHERITED_STAKE_195_OUT_STAKE: usize = 0;
// @ts-ignore: decorator
@inline
export const INHERITED_STAKE_195_OUT_STAKE_SIZE: usize = 8;
export const INHERITED_STAKE_195_CHECKS: usize = memory.data<u8>([6, 4, 0, 0, 4, 0, 5, 8, 0, 0, 8, 0, 7, 0, 5, 8, 0, 5, 16, 0, 0, 16, 0, 7, 0, 5, 8, 0, 5, 16, 0, 0, 24, 0, 1, 0, 0]);
