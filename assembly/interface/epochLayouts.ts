// Made by interface/generate.ts of the descriptions in bindings/. Offsets of values in their structs, in bytes.

// epoch
// @ts-ignore: decorator
@inline
export const EPOCH: u32 = 1;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_SIZE: usize = 224;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_RULE_SET: usize = 0;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_N: usize = 2;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_CURRENT_BLOCK: usize = 8;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_ACTIVITY_CUTOFF: usize = 16;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_BLOCK_AT_REGISTRATION: usize = 24;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_ALPHA_STAKE: usize = 32;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_TAO_STAKE: usize = 40;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_TAO_WEIGHT: usize = 48;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_STAKE_THRESHOLD: usize = 56;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_OWNER_UID: usize = 64;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_OWNER_UID_VALUE: usize = 66;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_COMMIT_REVEAL: usize = 68;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_TEMPO: usize = 70;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_LAST_MECHANISM_STEP_BLOCK: usize = 72;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_LAST_YUMA_STEP_BLOCK: usize = 80;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_LAST_YUMA_STEP_BLOCK_VALUE: usize = 88;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_VALIDATOR_PERMITS: usize = 96;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_MAX_ALLOWED_VALIDATORS: usize = 104;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_KAPPA: usize = 106;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_BONDS_PENALTY: usize = 108;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_BONDS_MOVING_AVERAGE: usize = 112;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_YUMA3: usize = 120;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_LIQUID_ALPHA: usize = 121;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_ALPHA_SIGMOID_STEEPNESS: usize = 124;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_ALPHA_LOW: usize = 128;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_ALPHA_HIGH: usize = 130;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_LIQUID_ALPHA_CONSENSUS_MODE: usize = 132;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_LAST_UPDATE: usize = 136;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_WEIGHTS: usize = 144;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_WEIGHTS_STARTS: usize = 144;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_WEIGHTS_UIDS: usize = 152;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_WEIGHTS_VALUES: usize = 160;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_BONDS: usize = 168;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_BONDS_STARTS: usize = 168;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_BONDS_UIDS: usize = 176;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_BONDS_VALUES: usize = 184;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_COMMIT_BLOCKS: usize = 192;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_STAKE: usize = 200;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_PREVIOUS_CONSENSUS: usize = 208;
// @ts-ignore: decorator
@inline
export const EPOCH_IN_RAO_EMISSION: usize = 216;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_RULE_SET: u32 = 1;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_N: u32 = 2;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_CURRENT_BLOCK: u32 = 3;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_ACTIVITY_CUTOFF: u32 = 4;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_BLOCK_AT_REGISTRATION: u32 = 5;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_ALPHA_STAKE: u32 = 6;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_TAO_STAKE: u32 = 7;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_TAO_WEIGHT: u32 = 8;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_STAKE_THRESHOLD: u32 = 9;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_OWNER_UID: u32 = 10;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_COMMIT_REVEAL: u32 = 11;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_TEMPO: u32 = 12;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_LAST_MECHANISM_STEP_BLOCK: u32 = 13;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_LAST_YUMA_STEP_BLOCK: u32 = 14;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_VALIDATOR_PERMITS: u32 = 15;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_MAX_ALLOWED_VALIDATORS: u32 = 16;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_KAPPA: u32 = 17;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_BONDS_PENALTY: u32 = 18;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_BONDS_MOVING_AVERAGE: u32 = 19;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_YUMA3: u32 = 20;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_LIQUID_ALPHA: u32 = 21;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_ALPHA_SIGMOID_STEEPNESS: u32 = 22;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_ALPHA_LOW: u32 = 23;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_ALPHA_HIGH: u32 = 24;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_LIQUID_ALPHA_CONSENSUS_MODE: u32 = 25;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_LAST_UPDATE: u32 = 26;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_WEIGHTS: u32 = 27;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_BONDS: u32 = 28;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_COMMIT_BLOCKS: u32 = 29;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_STAKE: u32 = 30;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_PREVIOUS_CONSENSUS: u32 = 31;
// @ts-ignore: decorator
@inline
export const EPOCH_FIELD_RAO_EMISSION: u32 = 32;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_SIZE: usize = 164;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_STAKE_WEIGHT: usize = 0;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_STAKE_WEIGHT_VALUE: usize = 4;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_ACTIVE: usize = 12;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_CONSENSUS: usize = 20;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_INCENTIVE: usize = 28;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_DIVIDENDS: usize = 36;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_VALIDATOR_TRUST: usize = 44;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_RANKS: usize = 52;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_RANKS_VALUE: usize = 56;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRUST: usize = 64;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRUST_VALUE: usize = 68;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_PRUNING_SCORES: usize = 76;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_PRUNING_SCORES_VALUE: usize = 80;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_SERVER_EMISSION: usize = 88;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_VALIDATOR_EMISSION: usize = 96;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_EMISSION: usize = 104;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_NEW_VALIDATOR_PERMITS: usize = 112;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_STAKE: usize = 120;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_STAKE_VALUE: usize = 124;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_BONDS: usize = 132;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_BONDS_STARTS: usize = 132;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_BONDS_UIDS: usize = 140;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_BONDS_VALUES: usize = 148;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE: usize = 156;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_SIZE: usize = 284;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_STAKE: usize = 0;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_ACTIVE_STAKE: usize = 8;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_WEIGHTS_NORMALIZED: usize = 16;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_WEIGHTS_NORMALIZED_STARTS: usize = 16;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_WEIGHTS_NORMALIZED_UIDS: usize = 24;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_WEIGHTS_NORMALIZED_VALUES: usize = 32;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_PRE_RANKS: usize = 40;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_PRE_RANKS_VALUE: usize = 44;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_CONSENSUS: usize = 52;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_CLIPPED_WEIGHTS: usize = 60;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_CLIPPED_WEIGHTS_STARTS: usize = 60;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_CLIPPED_WEIGHTS_UIDS: usize = 68;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_CLIPPED_WEIGHTS_VALUES: usize = 76;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_VALIDATOR_TRUST: usize = 84;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_RANKS_BEFORE_NORMALIZE: usize = 92;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_TRUST: usize = 100;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_TRUST_VALUE: usize = 104;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_INCENTIVE: usize = 112;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_WEIGHTS_FOR_BONDS: usize = 120;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_WEIGHTS_FOR_BONDS_VALUE: usize = 124;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_WEIGHTS_FOR_BONDS_STARTS: usize = 124;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_WEIGHTS_FOR_BONDS_UIDS: usize = 132;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_WEIGHTS_FOR_BONDS_VALUES: usize = 140;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_BONDS_NORMALIZED: usize = 148;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_BONDS_NORMALIZED_VALUE: usize = 152;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_BONDS_NORMALIZED_STARTS: usize = 152;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_BONDS_NORMALIZED_UIDS: usize = 160;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_BONDS_NORMALIZED_VALUES: usize = 168;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_BONDS_DELTA: usize = 176;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_BONDS_DELTA_VALUE: usize = 180;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_BONDS_DELTA_STARTS: usize = 180;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_BONDS_DELTA_UIDS: usize = 188;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_BONDS_DELTA_VALUES: usize = 196;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_DIVIDENDS: usize = 204;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_EMA_BONDS: usize = 212;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_EMA_BONDS_STARTS: usize = 212;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_EMA_BONDS_UIDS: usize = 220;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_EMA_BONDS_VALUES: usize = 228;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_LIQUID_QUANTILES: usize = 236;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_LIQUID_QUANTILES_VALUE: usize = 240;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_LIQUID_LOGISTIC: usize = 248;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_LIQUID_LOGISTIC_VALUE: usize = 252;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_LIQUID_ALPHA: usize = 260;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_LIQUID_ALPHA_VALUE: usize = 264;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_LIQUID_ALPHA_CONSENSUS: usize = 272;
// @ts-ignore: decorator
@inline
export const EPOCH_OUT_TRACE_LIQUID_ALPHA_CONSENSUS_VALUE: usize = 276;
export const EPOCH_CHECKS: usize = memory.data<u8>([6, 32, 0, 0, 1, 0, 0, 2, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 4, 0, 5, 8, 0, 0, 32, 0, 4, 0, 5, 8, 0, 0, 40, 0, 4, 0, 5, 8, 0, 0, 48, 0, 1, 0, 0, 56, 0, 1, 0, 0, 64, 0, 3, 0, 4, 2, 0, 68, 0, 1, 0, 1, 70, 0, 1, 0, 0, 72, 0, 1, 0, 0, 80, 0, 3, 0, 4, 8, 0, 96, 0, 4, 0, 5, 1, 0, 1, 104, 0, 1, 0, 0, 106, 0, 1, 0, 0, 108, 0, 1, 0, 0, 112, 0, 1, 0, 0, 120, 0, 1, 0, 1, 121, 0, 1, 0, 1, 124, 0, 1, 0, 0, 128, 0, 1, 0, 0, 130, 0, 1, 0, 0, 132, 0, 2, 0, 2, 3, 136, 0, 4, 0, 5, 8, 0, 0, 144, 0, 26, 0, 6, 3, 0, 0, 4, 0, 5, 4, 0, 0, 8, 0, 4, 0, 5, 2, 0, 0, 16, 0, 4, 0, 5, 2, 0, 0, 168, 0, 26, 0, 6, 3, 0, 0, 4, 0, 5, 4, 0, 0, 8, 0, 4, 0, 5, 2, 0, 0, 16, 0, 4, 0, 5, 2, 0, 0, 192, 0, 4, 0, 5, 8, 0, 0, 200, 0, 4, 0, 5, 8, 0, 0, 208, 0, 4, 0, 5, 2, 0, 0, 216, 0, 1, 0, 0]);

// yuma_subnet
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET: u32 = 2;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_SIZE: usize = 184;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_EPOCH_CONSENSUS: usize = 0;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_RULE_SET: usize = 0;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_N: usize = 2;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_CURRENT_BLOCK: usize = 8;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_ACTIVITY_CUTOFF: usize = 16;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_BLOCK_AT_REGISTRATION: usize = 24;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_ALPHA_STAKE: usize = 32;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_TAO_STAKE: usize = 40;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_TAO_WEIGHT: usize = 48;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_STAKE_THRESHOLD: usize = 56;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_OWNER_UID: usize = 64;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_OWNER_UID_VALUE: usize = 66;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_COMMIT_REVEAL: usize = 68;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_TEMPO: usize = 70;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_LAST_MECHANISM_STEP_BLOCK: usize = 72;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_LAST_YUMA_STEP_BLOCK: usize = 80;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_LAST_YUMA_STEP_BLOCK_VALUE: usize = 88;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_VALIDATOR_PERMITS: usize = 96;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_MAX_ALLOWED_VALIDATORS: usize = 104;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_KAPPA: usize = 106;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_BONDS_PENALTY: usize = 108;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_BONDS_MOVING_AVERAGE: usize = 112;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_YUMA3: usize = 120;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_LIQUID_ALPHA: usize = 121;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_ALPHA_SIGMOID_STEEPNESS: usize = 124;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_ALPHA_LOW: usize = 128;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_ALPHA_HIGH: usize = 130;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_LIQUID_ALPHA_CONSENSUS_MODE: usize = 132;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_MINER_BUDGET: usize = 136;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_LOCAL_DIVIDEND_BUDGET: usize = 144;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_ROOT_BUDGET: usize = 152;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_EMISSION_SPLIT: usize = 160;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_EMISSION_SPLIT_VALUE: usize = 164;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_MECHANISMS: usize = 172;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_MECHANISMS_SIZE: usize = 72;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_MECHANISMS_LAST_UPDATE: usize = 0;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_MECHANISMS_WEIGHTS: usize = 8;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_MECHANISMS_WEIGHTS_STARTS: usize = 8;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_MECHANISMS_WEIGHTS_UIDS: usize = 16;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_MECHANISMS_WEIGHTS_VALUES: usize = 24;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_MECHANISMS_BONDS: usize = 32;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_MECHANISMS_BONDS_STARTS: usize = 32;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_MECHANISMS_BONDS_UIDS: usize = 40;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_MECHANISMS_BONDS_VALUES: usize = 48;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_MECHANISMS_COMMIT_BLOCKS: usize = 56;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_IN_MECHANISMS_PREVIOUS_CONSENSUS: usize = 64;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_EPOCH_CONSENSUS: u32 = 1;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_RULE_SET: u32 = 2;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_N: u32 = 3;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_CURRENT_BLOCK: u32 = 4;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_ACTIVITY_CUTOFF: u32 = 5;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_BLOCK_AT_REGISTRATION: u32 = 6;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_ALPHA_STAKE: u32 = 7;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_TAO_STAKE: u32 = 8;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_TAO_WEIGHT: u32 = 9;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_STAKE_THRESHOLD: u32 = 10;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_OWNER_UID: u32 = 11;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_COMMIT_REVEAL: u32 = 12;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_TEMPO: u32 = 13;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_LAST_MECHANISM_STEP_BLOCK: u32 = 14;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_LAST_YUMA_STEP_BLOCK: u32 = 15;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_VALIDATOR_PERMITS: u32 = 16;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_MAX_ALLOWED_VALIDATORS: u32 = 17;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_KAPPA: u32 = 18;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_BONDS_PENALTY: u32 = 19;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_BONDS_MOVING_AVERAGE: u32 = 20;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_YUMA3: u32 = 21;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_LIQUID_ALPHA: u32 = 22;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_ALPHA_SIGMOID_STEEPNESS: u32 = 23;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_ALPHA_LOW: u32 = 24;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_ALPHA_HIGH: u32 = 25;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_LIQUID_ALPHA_CONSENSUS_MODE: u32 = 26;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_MINER_BUDGET: u32 = 27;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_LOCAL_DIVIDEND_BUDGET: u32 = 28;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_ROOT_BUDGET: u32 = 29;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_EMISSION_SPLIT: u32 = 30;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_FIELD_MECHANISMS: u32 = 31;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_SIZE: usize = 140;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_STAKE_WEIGHT: usize = 0;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_STAKE_WEIGHT_VALUE: usize = 4;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_ACTIVE: usize = 12;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_CONSENSUS: usize = 20;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_DIVIDENDS: usize = 28;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_VALIDATOR_TRUST: usize = 36;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_RANKS: usize = 44;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_RANKS_VALUE: usize = 48;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRUST: usize = 56;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRUST_VALUE: usize = 60;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_PRUNING_SCORES: usize = 68;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_PRUNING_SCORES_VALUE: usize = 72;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_SERVER_EMISSION: usize = 80;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_VALIDATOR_EMISSION: usize = 88;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_EMISSION: usize = 96;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_NEW_VALIDATOR_PERMITS: usize = 104;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_STAKE: usize = 112;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_STAKE_VALUE: usize = 116;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_MECHANISMS: usize = 124;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_MECHANISMS_SIZE: usize = 60;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_MECHANISMS_INCENTIVE: usize = 0;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_MECHANISMS_CONSENSUS: usize = 8;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_MECHANISMS_SERVER_EMISSION: usize = 16;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_MECHANISMS_VALIDATOR_EMISSION: usize = 24;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_MECHANISMS_BONDS: usize = 32;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_MECHANISMS_BONDS_VALUE: usize = 36;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_MECHANISMS_BONDS_STARTS: usize = 36;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_MECHANISMS_BONDS_UIDS: usize = 44;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_MECHANISMS_BONDS_VALUES: usize = 52;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE: usize = 132;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_SIZE: usize = 284;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_STAKE: usize = 0;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_ACTIVE_STAKE: usize = 8;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_WEIGHTS_NORMALIZED: usize = 16;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_WEIGHTS_NORMALIZED_STARTS: usize = 16;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_WEIGHTS_NORMALIZED_UIDS: usize = 24;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_WEIGHTS_NORMALIZED_VALUES: usize = 32;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_PRE_RANKS: usize = 40;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_PRE_RANKS_VALUE: usize = 44;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_CONSENSUS: usize = 52;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_CLIPPED_WEIGHTS: usize = 60;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_CLIPPED_WEIGHTS_STARTS: usize = 60;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_CLIPPED_WEIGHTS_UIDS: usize = 68;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_CLIPPED_WEIGHTS_VALUES: usize = 76;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_VALIDATOR_TRUST: usize = 84;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_RANKS_BEFORE_NORMALIZE: usize = 92;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_TRUST: usize = 100;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_TRUST_VALUE: usize = 104;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_INCENTIVE: usize = 112;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_WEIGHTS_FOR_BONDS: usize = 120;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_WEIGHTS_FOR_BONDS_VALUE: usize = 124;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_WEIGHTS_FOR_BONDS_STARTS: usize = 124;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_WEIGHTS_FOR_BONDS_UIDS: usize = 132;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_WEIGHTS_FOR_BONDS_VALUES: usize = 140;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_BONDS_NORMALIZED: usize = 148;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_BONDS_NORMALIZED_VALUE: usize = 152;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_BONDS_NORMALIZED_STARTS: usize = 152;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_BONDS_NORMALIZED_UIDS: usize = 160;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_BONDS_NORMALIZED_VALUES: usize = 168;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_BONDS_DELTA: usize = 176;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_BONDS_DELTA_VALUE: usize = 180;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_BONDS_DELTA_STARTS: usize = 180;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_BONDS_DELTA_UIDS: usize = 188;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_BONDS_DELTA_VALUES: usize = 196;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_DIVIDENDS: usize = 204;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_EMA_BONDS: usize = 212;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_EMA_BONDS_STARTS: usize = 212;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_EMA_BONDS_UIDS: usize = 220;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_EMA_BONDS_VALUES: usize = 228;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_LIQUID_QUANTILES: usize = 236;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_LIQUID_QUANTILES_VALUE: usize = 240;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_LIQUID_LOGISTIC: usize = 248;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_LIQUID_LOGISTIC_VALUE: usize = 252;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_LIQUID_ALPHA: usize = 260;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_LIQUID_ALPHA_VALUE: usize = 264;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_LIQUID_ALPHA_CONSENSUS: usize = 272;
// @ts-ignore: decorator
@inline
export const YUMA_SUBNET_OUT_TRACE_LIQUID_ALPHA_CONSENSUS_VALUE: usize = 276;
export const YUMA_SUBNET_CHECKS: usize = memory.data<u8>([6, 31, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 2, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 4, 0, 5, 8, 0, 0, 32, 0, 4, 0, 5, 8, 0, 0, 40, 0, 4, 0, 5, 8, 0, 0, 48, 0, 1, 0, 0, 56, 0, 1, 0, 0, 64, 0, 3, 0, 4, 2, 0, 68, 0, 1, 0, 1, 70, 0, 1, 0, 0, 72, 0, 1, 0, 0, 80, 0, 3, 0, 4, 8, 0, 96, 0, 4, 0, 5, 1, 0, 1, 104, 0, 1, 0, 0, 106, 0, 1, 0, 0, 108, 0, 1, 0, 0, 112, 0, 1, 0, 0, 120, 0, 1, 0, 1, 121, 0, 1, 0, 1, 124, 0, 1, 0, 0, 128, 0, 1, 0, 0, 130, 0, 1, 0, 0, 132, 0, 2, 0, 2, 3, 136, 0, 1, 0, 0, 144, 0, 1, 0, 0, 152, 0, 1, 0, 0, 160, 0, 6, 0, 4, 4, 5, 2, 0, 0, 172, 0, 89, 0, 5, 72, 0, 6, 5, 0, 0, 4, 0, 5, 8, 0, 0, 8, 0, 26, 0, 6, 3, 0, 0, 4, 0, 5, 4, 0, 0, 8, 0, 4, 0, 5, 2, 0, 0, 16, 0, 4, 0, 5, 2, 0, 0, 32, 0, 26, 0, 6, 3, 0, 0, 4, 0, 5, 4, 0, 0, 8, 0, 4, 0, 5, 2, 0, 0, 16, 0, 4, 0, 5, 2, 0, 0, 56, 0, 4, 0, 5, 8, 0, 0, 64, 0, 4, 0, 5, 2, 0, 0]);

// null_subnet
// @ts-ignore: decorator
@inline
export const NULL_SUBNET: u32 = 3;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_SIZE: usize = 120;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_EPOCH_CONSENSUS: usize = 0;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_RULE_SET: usize = 0;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_N: usize = 2;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_CURRENT_BLOCK: usize = 8;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_ACTIVITY_CUTOFF: usize = 16;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_BLOCK_AT_REGISTRATION: usize = 24;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_ALPHA_STAKE: usize = 32;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_TAO_STAKE: usize = 40;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_TAO_WEIGHT: usize = 48;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_STAKE_THRESHOLD: usize = 56;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_OWNER_UID: usize = 64;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_OWNER_UID_VALUE: usize = 66;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_COMMIT_REVEAL: usize = 68;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_MINER_BUDGET: usize = 72;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_LOCAL_DIVIDEND_BUDGET: usize = 80;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_ROOT_BUDGET: usize = 88;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_EMISSION_SPLIT: usize = 96;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_EMISSION_SPLIT_VALUE: usize = 100;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_MECHANISMS: usize = 108;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_MECHANISMS_SIZE: usize = 64;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_MECHANISMS_LAST_UPDATE: usize = 0;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_MECHANISMS_WEIGHTS: usize = 8;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_MECHANISMS_WEIGHTS_STARTS: usize = 8;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_MECHANISMS_WEIGHTS_UIDS: usize = 16;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_MECHANISMS_WEIGHTS_VALUES: usize = 24;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_MECHANISMS_BONDS: usize = 32;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_MECHANISMS_BONDS_STARTS: usize = 32;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_MECHANISMS_BONDS_UIDS: usize = 40;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_MECHANISMS_BONDS_VALUES: usize = 48;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_IN_MECHANISMS_COMMIT_BLOCKS: usize = 56;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_FIELD_EPOCH_CONSENSUS: u32 = 1;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_FIELD_RULE_SET: u32 = 2;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_FIELD_N: u32 = 3;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_FIELD_CURRENT_BLOCK: u32 = 4;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_FIELD_ACTIVITY_CUTOFF: u32 = 5;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_FIELD_BLOCK_AT_REGISTRATION: u32 = 6;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_FIELD_ALPHA_STAKE: u32 = 7;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_FIELD_TAO_STAKE: u32 = 8;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_FIELD_TAO_WEIGHT: u32 = 9;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_FIELD_STAKE_THRESHOLD: u32 = 10;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_FIELD_OWNER_UID: u32 = 11;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_FIELD_COMMIT_REVEAL: u32 = 12;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_FIELD_MINER_BUDGET: u32 = 13;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_FIELD_LOCAL_DIVIDEND_BUDGET: u32 = 14;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_FIELD_ROOT_BUDGET: u32 = 15;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_FIELD_EMISSION_SPLIT: u32 = 16;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_FIELD_MECHANISMS: u32 = 17;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_SIZE: usize = 140;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_STAKE_WEIGHT: usize = 0;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_STAKE_WEIGHT_VALUE: usize = 4;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_ACTIVE: usize = 12;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_CONSENSUS: usize = 20;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_DIVIDENDS: usize = 28;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_VALIDATOR_TRUST: usize = 36;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_RANKS: usize = 44;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_RANKS_VALUE: usize = 48;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_TRUST: usize = 56;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_TRUST_VALUE: usize = 60;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_PRUNING_SCORES: usize = 68;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_PRUNING_SCORES_VALUE: usize = 72;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_SERVER_EMISSION: usize = 80;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_VALIDATOR_EMISSION: usize = 88;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_EMISSION: usize = 96;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_NEW_VALIDATOR_PERMITS: usize = 104;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_STAKE: usize = 112;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_STAKE_VALUE: usize = 116;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_MECHANISMS: usize = 124;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_MECHANISMS_SIZE: usize = 60;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_MECHANISMS_INCENTIVE: usize = 0;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_MECHANISMS_CONSENSUS: usize = 8;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_MECHANISMS_SERVER_EMISSION: usize = 16;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_MECHANISMS_VALIDATOR_EMISSION: usize = 24;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_MECHANISMS_BONDS: usize = 32;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_MECHANISMS_BONDS_VALUE: usize = 36;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_MECHANISMS_BONDS_STARTS: usize = 36;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_MECHANISMS_BONDS_UIDS: usize = 44;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_MECHANISMS_BONDS_VALUES: usize = 52;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_TRACE: usize = 132;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_TRACE_SIZE: usize = 64;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_TRACE_WINNER: usize = 0;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_TRACE_WINNER_VALUE: usize = 2;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_TRACE_STAKE: usize = 4;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_TRACE_INCENTIVE_SHARES: usize = 12;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_TRACE_INCENTIVE_SHARES_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_TRACE_DIVIDEND_SHARES: usize = 20;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_TRACE_DIVIDEND_SHARES_SIZE: usize = 16;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_TRACE_INCENTIVE: usize = 28;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_TRACE_DIVIDENDS: usize = 36;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_TRACE_MINER_BUDGET: usize = 48;
// @ts-ignore: decorator
@inline
export const NULL_SUBNET_OUT_TRACE_VALIDATOR_BUDGET: usize = 56;
export const NULL_SUBNET_CHECKS: usize = memory.data<u8>([6, 17, 0, 0, 1, 0, 0, 0, 0, 1, 0, 0, 2, 0, 1, 0, 0, 8, 0, 1, 0, 0, 16, 0, 1, 0, 0, 24, 0, 4, 0, 5, 8, 0, 0, 32, 0, 4, 0, 5, 8, 0, 0, 40, 0, 4, 0, 5, 8, 0, 0, 48, 0, 1, 0, 0, 56, 0, 1, 0, 0, 64, 0, 3, 0, 4, 2, 0, 68, 0, 1, 0, 1, 72, 0, 1, 0, 0, 80, 0, 1, 0, 0, 88, 0, 1, 0, 0, 96, 0, 6, 0, 4, 4, 5, 2, 0, 0, 108, 0, 81, 0, 5, 64, 0, 6, 4, 0, 0, 4, 0, 5, 8, 0, 0, 8, 0, 26, 0, 6, 3, 0, 0, 4, 0, 5, 4, 0, 0, 8, 0, 4, 0, 5, 2, 0, 0, 16, 0, 4, 0, 5, 2, 0, 0, 32, 0, 26, 0, 6, 3, 0, 0, 4, 0, 5, 4, 0, 0, 8, 0, 4, 0, 5, 2, 0, 0, 16, 0, 4, 0, 5, 2, 0, 0, 56, 0, 4, 0, 5, 8, 0, 0]);
