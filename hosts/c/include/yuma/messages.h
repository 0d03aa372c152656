/*
 * Made by interface/generate.ts of the descriptions in bindings/.
 *
 * The structs of all functions, the numbers that stand for something, and asserts that this compiler lays the structs out
 * as the modules read them. Lists are offsets and counts: yuma.h appends them to a message and finds them in an answer.
 */
#ifndef YUMA_MESSAGES_H
#define YUMA_MESSAGES_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
#define YUMA_ASSERT(holds) static_assert(holds, #holds)
extern "C" {
#else
#define YUMA_ASSERT(holds) _Static_assert(holds, #holds)
#endif

#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "The structs are read as they lie in memory, which has to be little-endian."
#endif

/** The version of the interface, and the bytes of the heads. */
enum yuma_sizes {
    YUMA_INTERFACE_VERSION = 1,
    YUMA_INPUT_HEAD = 16,
    YUMA_OUTPUT_HEAD = 64,
};

/** What is asked for besides the result; the canonical bytes take its place, and its bonds may be left out. */
enum yuma_flag {
    YUMA_TRACE = 1,
    YUMA_DIGEST = 2,
    YUMA_CANONICAL = 4,
    YUMA_BONDLESS = 8,
};

/** What the modules answer. From 100 on the library: no such function, no JSON, and a module that trapped, which none should. */
enum yuma_status {
    YUMA_FINE = 0,
    YUMA_NOT_A_MESSAGE = 1,
    YUMA_LENGTH = 2,
    YUMA_VALUE = 3,
    YUMA_MEMORY = 4,
    YUMA_UNKNOWN_RULE_SET = 5,
    YUMA_TRAPPED = 6,
    YUMA_UNKNOWN_FUNCTION = 100,
    YUMA_MALFORMED_JSON = 101,
    YUMA_INTERNAL = 102,
};

/** The rule sets, each by the spec from which on it holds. */
enum yuma_rule_set {
    YUMA_SPEC_127 = 127,
    YUMA_SPEC_144 = 144,
    YUMA_SPEC_153 = 153,
    YUMA_SPEC_154 = 154,
    YUMA_SPEC_195 = 195,
    YUMA_SPEC_233 = 233,
    YUMA_SPEC_252 = 252,
    YUMA_SPEC_257 = 257,
    YUMA_SPEC_273 = 273,
    YUMA_SPEC_283 = 283,
    YUMA_SPEC_297 = 297,
    YUMA_SPEC_320 = 320,
    YUMA_SPEC_365 = 365,
    YUMA_SPEC_397 = 397,
    YUMA_SPEC_425 = 425,
    YUMA_SPEC_446 = 446,
    YUMA_SPEC_452 = 452,
    YUMA_SPEC_475 = 475,
};

/** The functions. */
enum yuma_function {
    YUMA_EPOCH = 1,
    YUMA_SUBNET = 2,
    YUMA_NULL_SUBNET = 3,
    YUMA_BLOCK_EMISSION = 101,
    YUMA_ROOT_EPOCH = 102,
    YUMA_PRICE_SHARES = 103,
    YUMA_GATED_SHARES = 104,
    YUMA_FLOW_SHARES = 105,
    YUMA_POW_NORMALIZE = 106,
    YUMA_SAFE_POW = 107,
    YUMA_CHECKED_SQRT = 108,
    YUMA_ROOT_PROPORTION = 109,
    YUMA_SUBNET_TERMS = 110,
    YUMA_ALPHA_SPLIT = 111,
    YUMA_COINBASE_BLOCK = 112,
    YUMA_MOVING_PRICE = 113,
    YUMA_DIVIDEND_DISTRIBUTION = 114,
    YUMA_DIVIDEND_DISTRIBUTION_475 = 115,
    YUMA_SELF_CONTRIBUTION = 116,
    YUMA_PARENT_CHILD = 117,
    YUMA_TAKE_SPLIT = 118,
    YUMA_WITHHELD = 119,
    YUMA_DISTRIBUTE = 120,
    YUMA_SCHEDULE = 121,
    YUMA_SCHEDULE_475 = 122,
    YUMA_SCHEDULE_OLD = 123,
    YUMA_SCHEDULE_SIM = 124,
    YUMA_SCHEDULE_SIM_475 = 125,
    YUMA_PRICE_SHARES_233 = 126,
    YUMA_PRICE_SHARES_261 = 127,
    YUMA_PRICE_SHARES_421 = 128,
    YUMA_FLOW_SHARES_334 = 129,
    YUMA_FLOW_SHARES_411 = 130,
    YUMA_MOVING_PRICE_233 = 131,
    YUMA_POOL_PRICE_233 = 132,
    YUMA_SUBNET_TERMS_233 = 133,
    YUMA_SUBNET_TERMS_298 = 134,
    YUMA_SUBNET_TERMS_342 = 135,
    YUMA_POOL_SELL_233 = 136,
    YUMA_ALPHA_SPLIT_233 = 137,
    YUMA_GENERATE_EMISSION_127 = 138,
    YUMA_GENERATE_EMISSION_195 = 139,
    YUMA_PARENT_CHILD_233 = 140,
    YUMA_DIVIDEND_DISTRIBUTION_233 = 141,
    YUMA_VALIDATOR_POOL_257 = 142,
    YUMA_DISTRIBUTE_233 = 143,
    YUMA_IMMUNE_OWNER_HOTKEYS_306 = 144,
    YUMA_ACCUMULATE_HOTKEY_195 = 145,
    YUMA_DRAIN_HOTKEY_195 = 146,
    YUMA_SHOULD_DRAIN_HOTKEY_195 = 147,
    YUMA_EMIT_THROUGH_HOTKEY_127 = 148,
    YUMA_INHERITED_STAKE_195 = 149,
};

/** What liquidAlphaConsensusMode is one of. */
enum yuma_liquid_alpha_consensus_mode {
    YUMA_LIQUID_ALPHA_CONSENSUS_MODE_CURRENT = 0,
    YUMA_LIQUID_ALPHA_CONSENSUS_MODE_PREVIOUS = 1,
    YUMA_LIQUID_ALPHA_CONSENSUS_MODE_AUTO = 2,
};

/** What variant is one of. */
enum yuma_variant {
    YUMA_VARIANT_SATURATING = 0,
    YUMA_VARIANT_WRAPPING = 1,
};

/** What event is one of. */
enum yuma_event {
    YUMA_EVENT_RUN = 0,
    YUMA_EVENT_SKIPPED = 1,
    YUMA_EVENT_DEFERRED = 2,
};

/** 128 bits, the low half first. */
typedef struct yuma_u128 {
    uint64_t low;
    uint64_t high;
} yuma_u128;
YUMA_ASSERT(sizeof(yuma_u128) == 16);

typedef struct yuma_i128 {
    uint64_t low;
    int64_t high;
} yuma_i128;
YUMA_ASSERT(sizeof(yuma_i128) == 16);

/** So many items from so many bytes behind the first of the message or the answer. */
typedef struct yuma_list {
    uint32_t offset;
    uint32_t count;
} yuma_list;
YUMA_ASSERT(sizeof(yuma_list) == 8);

/** A list of uint8_t, each 0 or 1. */
typedef struct yuma_flags {
    uint32_t offset;
    uint32_t count;
} yuma_flags;

/** A list of uint16_t. */
typedef struct yuma_u16s {
    uint32_t offset;
    uint32_t count;
} yuma_u16s;

/** A list of uint32_t. */
typedef struct yuma_u32s {
    uint32_t offset;
    uint32_t count;
} yuma_u32s;

/** A list of uint64_t. */
typedef struct yuma_u64s {
    uint32_t offset;
    uint32_t count;
} yuma_u64s;

/** A list of int64_t. */
typedef struct yuma_i64s {
    uint32_t offset;
    uint32_t count;
} yuma_i64s;

/** A list of yuma_u128. */
typedef struct yuma_u128s {
    uint32_t offset;
    uint32_t count;
} yuma_u128s;

/** A list of yuma_i128. */
typedef struct yuma_i128s {
    uint32_t offset;
    uint32_t count;
} yuma_i128s;

/** A list of char, in UTF-8 and without an end. */
typedef struct yuma_text {
    uint32_t offset;
    uint32_t count;
} yuma_text;

/**
 * Rows of a matrix: starts has one more than there are rows, the first 0, ascending, and row i is what uids and values have
 * from starts[i] to before starts[i + 1].
 */
typedef struct yuma_rows {
    yuma_u32s starts;
    yuma_u16s uids;
    yuma_u16s values;
} yuma_rows;
YUMA_ASSERT(sizeof(yuma_rows) == 24);

/**
 * The same of raw bits, in traces.
 */
typedef struct yuma_raw_rows {
    yuma_u32s starts;
    yuma_u16s uids;
    yuma_i64s values;
} yuma_raw_rows;
YUMA_ASSERT(sizeof(yuma_raw_rows) == 24);

/* epoch */

/** Fields of epoch, as errors number them. */
enum yuma_epoch_field {
    YUMA_EPOCH_FIELD_RULE_SET = 1,
    YUMA_EPOCH_FIELD_N = 2,
    YUMA_EPOCH_FIELD_CURRENT_BLOCK = 3,
    YUMA_EPOCH_FIELD_ACTIVITY_CUTOFF = 4,
    YUMA_EPOCH_FIELD_BLOCK_AT_REGISTRATION = 5,
    YUMA_EPOCH_FIELD_ALPHA_STAKE = 6,
    YUMA_EPOCH_FIELD_TAO_STAKE = 7,
    YUMA_EPOCH_FIELD_TAO_WEIGHT = 8,
    YUMA_EPOCH_FIELD_STAKE_THRESHOLD = 9,
    YUMA_EPOCH_FIELD_OWNER_UID = 10,
    YUMA_EPOCH_FIELD_COMMIT_REVEAL = 11,
    YUMA_EPOCH_FIELD_TEMPO = 12,
    YUMA_EPOCH_FIELD_LAST_MECHANISM_STEP_BLOCK = 13,
    YUMA_EPOCH_FIELD_LAST_YUMA_STEP_BLOCK = 14,
    YUMA_EPOCH_FIELD_VALIDATOR_PERMITS = 15,
    YUMA_EPOCH_FIELD_MAX_ALLOWED_VALIDATORS = 16,
    YUMA_EPOCH_FIELD_KAPPA = 17,
    YUMA_EPOCH_FIELD_BONDS_PENALTY = 18,
    YUMA_EPOCH_FIELD_BONDS_MOVING_AVERAGE = 19,
    YUMA_EPOCH_FIELD_YUMA3 = 20,
    YUMA_EPOCH_FIELD_LIQUID_ALPHA = 21,
    YUMA_EPOCH_FIELD_ALPHA_SIGMOID_STEEPNESS = 22,
    YUMA_EPOCH_FIELD_ALPHA_LOW = 23,
    YUMA_EPOCH_FIELD_ALPHA_HIGH = 24,
    YUMA_EPOCH_FIELD_LIQUID_ALPHA_CONSENSUS_MODE = 25,
    YUMA_EPOCH_FIELD_LAST_UPDATE = 26,
    YUMA_EPOCH_FIELD_WEIGHTS = 27,
    YUMA_EPOCH_FIELD_BONDS = 28,
    YUMA_EPOCH_FIELD_COMMIT_BLOCKS = 29,
    YUMA_EPOCH_FIELD_STAKE = 30,
    YUMA_EPOCH_FIELD_PREVIOUS_CONSENSUS = 31,
    YUMA_EPOCH_FIELD_RAO_EMISSION = 32,
};

typedef struct yuma_optional_uint16 {
    uint8_t is_there;
    uint16_t value;
} yuma_optional_uint16;
YUMA_ASSERT(offsetof(yuma_optional_uint16, value) == 2);
YUMA_ASSERT(sizeof(yuma_optional_uint16) == 4);

typedef struct yuma_optional_uint64 {
    uint8_t is_there;
    uint64_t value;
} yuma_optional_uint64;
YUMA_ASSERT(offsetof(yuma_optional_uint64, value) == 8);
YUMA_ASSERT(sizeof(yuma_optional_uint64) == 16);

typedef struct yuma_epoch_state {
    uint16_t rule_set; /* an enum yuma_rule_set */
    uint16_t n; /* number of uids */
    uint64_t current_block; /* block number */
    uint64_t activity_cutoff; /* blocks */
    yuma_u64s block_at_registration; /* block number */
    yuma_u64s alpha_stake; /* rao; read from spec-233 on */
    yuma_u64s tao_stake; /* rao; read from spec-233 on */
    uint64_t tao_weight; /* fraction of 2^64-1; read from spec-233 on */
    uint64_t stake_threshold; /* rao; read from spec-273 on */
    yuma_optional_uint16 owner_uid; /* read from spec-252 on */
    uint8_t commit_reveal; /* 0 or 1; read from spec-297 on */
    uint16_t tempo; /* blocks; read from spec-257 on */
    uint64_t last_mechanism_step_block; /* block number, 0: never; read from spec-425 on */
    yuma_optional_uint64 last_yuma_step_block; /* block number; read from spec-475 on */
    yuma_flags validator_permits;
    uint16_t max_allowed_validators;
    uint16_t kappa; /* fraction of 65535 */
    uint16_t bonds_penalty; /* fraction of 65535; read from spec-233 on */
    uint64_t bonds_moving_average; /* parts per million */
    uint8_t yuma3; /* 0 or 1; read from spec-273 on */
    uint8_t liquid_alpha; /* 0 or 1; read from spec-154 on */
    int32_t alpha_sigmoid_steepness; /* hundredths; under spec-273 a u16, plain; read from spec-273 on */
    uint16_t alpha_low; /* fraction of 65535; read from spec-154 on */
    uint16_t alpha_high; /* fraction of 65535; read from spec-154 on */
    uint8_t liquid_alpha_consensus_mode; /* an enum yuma_liquid_alpha_consensus_mode; read from spec-446 on */
    yuma_u64s last_update; /* block number */
    yuma_rows weights; /* any scale: a row is normalised */
    yuma_rows bonds; /* fraction of 65535 */
    yuma_u64s commit_blocks; /* block number, 2^64-1: no commit; read from spec-297 on */
    yuma_u64s stake; /* rao, in place of alphaStake and taoStake; read up to spec-195 */
    yuma_u16s previous_consensus; /* fraction of 65535; read from spec-446 on */
    uint64_t rao_emission; /* rao */
} yuma_epoch_state;
YUMA_ASSERT(offsetof(yuma_epoch_state, rule_set) == 0);
YUMA_ASSERT(offsetof(yuma_epoch_state, n) == 2);
YUMA_ASSERT(offsetof(yuma_epoch_state, current_block) == 8);
YUMA_ASSERT(offsetof(yuma_epoch_state, activity_cutoff) == 16);
YUMA_ASSERT(offsetof(yuma_epoch_state, block_at_registration) == 24);
YUMA_ASSERT(offsetof(yuma_epoch_state, alpha_stake) == 32);
YUMA_ASSERT(offsetof(yuma_epoch_state, tao_stake) == 40);
YUMA_ASSERT(offsetof(yuma_epoch_state, tao_weight) == 48);
YUMA_ASSERT(offsetof(yuma_epoch_state, stake_threshold) == 56);
YUMA_ASSERT(offsetof(yuma_epoch_state, owner_uid) == 64);
YUMA_ASSERT(offsetof(yuma_epoch_state, commit_reveal) == 68);
YUMA_ASSERT(offsetof(yuma_epoch_state, tempo) == 70);
YUMA_ASSERT(offsetof(yuma_epoch_state, last_mechanism_step_block) == 72);
YUMA_ASSERT(offsetof(yuma_epoch_state, last_yuma_step_block) == 80);
YUMA_ASSERT(offsetof(yuma_epoch_state, validator_permits) == 96);
YUMA_ASSERT(offsetof(yuma_epoch_state, max_allowed_validators) == 104);
YUMA_ASSERT(offsetof(yuma_epoch_state, kappa) == 106);
YUMA_ASSERT(offsetof(yuma_epoch_state, bonds_penalty) == 108);
YUMA_ASSERT(offsetof(yuma_epoch_state, bonds_moving_average) == 112);
YUMA_ASSERT(offsetof(yuma_epoch_state, yuma3) == 120);
YUMA_ASSERT(offsetof(yuma_epoch_state, liquid_alpha) == 121);
YUMA_ASSERT(offsetof(yuma_epoch_state, alpha_sigmoid_steepness) == 124);
YUMA_ASSERT(offsetof(yuma_epoch_state, alpha_low) == 128);
YUMA_ASSERT(offsetof(yuma_epoch_state, alpha_high) == 130);
YUMA_ASSERT(offsetof(yuma_epoch_state, liquid_alpha_consensus_mode) == 132);
YUMA_ASSERT(offsetof(yuma_epoch_state, last_update) == 136);
YUMA_ASSERT(offsetof(yuma_epoch_state, weights) == 144);
YUMA_ASSERT(offsetof(yuma_epoch_state, bonds) == 168);
YUMA_ASSERT(offsetof(yuma_epoch_state, commit_blocks) == 192);
YUMA_ASSERT(offsetof(yuma_epoch_state, stake) == 200);
YUMA_ASSERT(offsetof(yuma_epoch_state, previous_consensus) == 208);
YUMA_ASSERT(offsetof(yuma_epoch_state, rao_emission) == 216);
YUMA_ASSERT(sizeof(yuma_epoch_state) == 224);

typedef struct yuma_optional_u16s {
    uint8_t is_there;
    yuma_u16s value;
} yuma_optional_u16s;
YUMA_ASSERT(offsetof(yuma_optional_u16s, value) == 4);
YUMA_ASSERT(sizeof(yuma_optional_u16s) == 12);

typedef struct yuma_optional_u64s {
    uint8_t is_there;
    yuma_u64s value;
} yuma_optional_u64s;
YUMA_ASSERT(offsetof(yuma_optional_u64s, value) == 4);
YUMA_ASSERT(sizeof(yuma_optional_u64s) == 12);

typedef struct yuma_optional_i64s {
    uint8_t is_there;
    yuma_i64s value;
} yuma_optional_i64s;
YUMA_ASSERT(offsetof(yuma_optional_i64s, value) == 4);
YUMA_ASSERT(sizeof(yuma_optional_i64s) == 12);

typedef struct yuma_optional_raw_rows {
    uint8_t is_there;
    yuma_raw_rows value;
} yuma_optional_raw_rows;
YUMA_ASSERT(offsetof(yuma_optional_raw_rows, value) == 4);
YUMA_ASSERT(sizeof(yuma_optional_raw_rows) == 28);

typedef struct yuma_epoch_result_trace {
    yuma_i64s stake; /* raw I32F32: 2^32 is one */
    yuma_i64s active_stake; /* raw I32F32: 2^32 is one */
    yuma_raw_rows weights_normalized; /* raw I32F32: 2^32 is one */
    yuma_optional_i64s pre_ranks; /* raw I32F32: 2^32 is one */
    yuma_i64s consensus; /* raw I32F32: 2^32 is one */
    yuma_raw_rows clipped_weights; /* raw I32F32: 2^32 is one */
    yuma_i64s validator_trust; /* raw I32F32: 2^32 is one */
    yuma_i64s ranks_before_normalize; /* raw I32F32: 2^32 is one */
    yuma_optional_i64s trust; /* raw I32F32: 2^32 is one */
    yuma_i64s incentive; /* raw I32F32: 2^32 is one */
    yuma_optional_raw_rows weights_for_bonds; /* raw I32F32: 2^32 is one */
    yuma_optional_raw_rows bonds_normalized; /* raw I32F32: 2^32 is one */
    yuma_optional_raw_rows bonds_delta; /* raw I32F32: 2^32 is one */
    yuma_i64s dividends; /* raw I32F32: 2^32 is one */
    yuma_raw_rows ema_bonds; /* raw I32F32: 2^32 is one */
    yuma_optional_i64s liquid_quantiles; /* raw I32F32: 2^32 is one */
    yuma_optional_i64s liquid_logistic; /* raw I32F32: 2^32 is one */
    yuma_optional_i64s liquid_alpha; /* raw I32F32: 2^32 is one */
    yuma_optional_i64s liquid_alpha_consensus; /* raw I32F32: 2^32 is one */
} yuma_epoch_result_trace;
YUMA_ASSERT(offsetof(yuma_epoch_result_trace, stake) == 0);
YUMA_ASSERT(offsetof(yuma_epoch_result_trace, active_stake) == 8);
YUMA_ASSERT(offsetof(yuma_epoch_result_trace, weights_normalized) == 16);
YUMA_ASSERT(offsetof(yuma_epoch_result_trace, pre_ranks) == 40);
YUMA_ASSERT(offsetof(yuma_epoch_result_trace, consensus) == 52);
YUMA_ASSERT(offsetof(yuma_epoch_result_trace, clipped_weights) == 60);
YUMA_ASSERT(offsetof(yuma_epoch_result_trace, validator_trust) == 84);
YUMA_ASSERT(offsetof(yuma_epoch_result_trace, ranks_before_normalize) == 92);
YUMA_ASSERT(offsetof(yuma_epoch_result_trace, trust) == 100);
YUMA_ASSERT(offsetof(yuma_epoch_result_trace, incentive) == 112);
YUMA_ASSERT(offsetof(yuma_epoch_result_trace, weights_for_bonds) == 120);
YUMA_ASSERT(offsetof(yuma_epoch_result_trace, bonds_normalized) == 148);
YUMA_ASSERT(offsetof(yuma_epoch_result_trace, bonds_delta) == 176);
YUMA_ASSERT(offsetof(yuma_epoch_result_trace, dividends) == 204);
YUMA_ASSERT(offsetof(yuma_epoch_result_trace, ema_bonds) == 212);
YUMA_ASSERT(offsetof(yuma_epoch_result_trace, liquid_quantiles) == 236);
YUMA_ASSERT(offsetof(yuma_epoch_result_trace, liquid_logistic) == 248);
YUMA_ASSERT(offsetof(yuma_epoch_result_trace, liquid_alpha) == 260);
YUMA_ASSERT(offsetof(yuma_epoch_result_trace, liquid_alpha_consensus) == 272);
YUMA_ASSERT(sizeof(yuma_epoch_result_trace) == 284);

typedef struct yuma_epoch_result {
    yuma_optional_u16s stake_weight; /* fraction of 65535 */
    yuma_flags active;
    yuma_u16s consensus; /* fraction of 65535 */
    yuma_u16s incentive; /* fraction of 65535 */
    yuma_u16s dividends; /* fraction of 65535 */
    yuma_u16s validator_trust; /* fraction of 65535 */
    yuma_optional_u16s ranks; /* fraction of 65535, up to spec-320 */
    yuma_optional_u16s trust; /* fraction of 65535, up to spec-320 */
    yuma_optional_u16s pruning_scores; /* fraction of 65535, up to spec-320 */
    yuma_u64s server_emission; /* rao */
    yuma_u64s validator_emission; /* rao */
    yuma_u64s emission; /* rao */
    yuma_flags new_validator_permits;
    yuma_optional_u64s stake; /* rao */
    yuma_rows bonds; /* to store: fraction of 65535 */
    yuma_list trace; /* of yuma_epoch_result_trace */
} yuma_epoch_result;
YUMA_ASSERT(offsetof(yuma_epoch_result, stake_weight) == 0);
YUMA_ASSERT(offsetof(yuma_epoch_result, active) == 12);
YUMA_ASSERT(offsetof(yuma_epoch_result, consensus) == 20);
YUMA_ASSERT(offsetof(yuma_epoch_result, incentive) == 28);
YUMA_ASSERT(offsetof(yuma_epoch_result, dividends) == 36);
YUMA_ASSERT(offsetof(yuma_epoch_result, validator_trust) == 44);
YUMA_ASSERT(offsetof(yuma_epoch_result, ranks) == 52);
YUMA_ASSERT(offsetof(yuma_epoch_result, trust) == 64);
YUMA_ASSERT(offsetof(yuma_epoch_result, pruning_scores) == 76);
YUMA_ASSERT(offsetof(yuma_epoch_result, server_emission) == 88);
YUMA_ASSERT(offsetof(yuma_epoch_result, validator_emission) == 96);
YUMA_ASSERT(offsetof(yuma_epoch_result, emission) == 104);
YUMA_ASSERT(offsetof(yuma_epoch_result, new_validator_permits) == 112);
YUMA_ASSERT(offsetof(yuma_epoch_result, stake) == 120);
YUMA_ASSERT(offsetof(yuma_epoch_result, bonds) == 132);
YUMA_ASSERT(offsetof(yuma_epoch_result, trace) == 156);
YUMA_ASSERT(sizeof(yuma_epoch_result) == 164);

/* yuma_subnet */

/** Fields of yuma_subnet, as errors number them. */
enum yuma_subnet_field {
    YUMA_SUBNET_FIELD_EPOCH_CONSENSUS = 1,
    YUMA_SUBNET_FIELD_RULE_SET = 2,
    YUMA_SUBNET_FIELD_N = 3,
    YUMA_SUBNET_FIELD_CURRENT_BLOCK = 4,
    YUMA_SUBNET_FIELD_ACTIVITY_CUTOFF = 5,
    YUMA_SUBNET_FIELD_BLOCK_AT_REGISTRATION = 6,
    YUMA_SUBNET_FIELD_ALPHA_STAKE = 7,
    YUMA_SUBNET_FIELD_TAO_STAKE = 8,
    YUMA_SUBNET_FIELD_TAO_WEIGHT = 9,
    YUMA_SUBNET_FIELD_STAKE_THRESHOLD = 10,
    YUMA_SUBNET_FIELD_OWNER_UID = 11,
    YUMA_SUBNET_FIELD_COMMIT_REVEAL = 12,
    YUMA_SUBNET_FIELD_TEMPO = 13,
    YUMA_SUBNET_FIELD_LAST_MECHANISM_STEP_BLOCK = 14,
    YUMA_SUBNET_FIELD_LAST_YUMA_STEP_BLOCK = 15,
    YUMA_SUBNET_FIELD_VALIDATOR_PERMITS = 16,
    YUMA_SUBNET_FIELD_MAX_ALLOWED_VALIDATORS = 17,
    YUMA_SUBNET_FIELD_KAPPA = 18,
    YUMA_SUBNET_FIELD_BONDS_PENALTY = 19,
    YUMA_SUBNET_FIELD_BONDS_MOVING_AVERAGE = 20,
    YUMA_SUBNET_FIELD_YUMA3 = 21,
    YUMA_SUBNET_FIELD_LIQUID_ALPHA = 22,
    YUMA_SUBNET_FIELD_ALPHA_SIGMOID_STEEPNESS = 23,
    YUMA_SUBNET_FIELD_ALPHA_LOW = 24,
    YUMA_SUBNET_FIELD_ALPHA_HIGH = 25,
    YUMA_SUBNET_FIELD_LIQUID_ALPHA_CONSENSUS_MODE = 26,
    YUMA_SUBNET_FIELD_MINER_BUDGET = 27,
    YUMA_SUBNET_FIELD_LOCAL_DIVIDEND_BUDGET = 28,
    YUMA_SUBNET_FIELD_ROOT_BUDGET = 29,
    YUMA_SUBNET_FIELD_EMISSION_SPLIT = 30,
    YUMA_SUBNET_FIELD_MECHANISMS = 31,
};

typedef struct yuma_subnet_state_mechanism {
    yuma_u64s last_update; /* block number */
    yuma_rows weights; /* any scale: a row is normalised */
    yuma_rows bonds; /* fraction of 65535 */
    yuma_u64s commit_blocks; /* block number, 2^64-1: no commit; read from spec-297 on */
    yuma_u16s previous_consensus; /* fraction of 65535; read from spec-446 on */
} yuma_subnet_state_mechanism;
YUMA_ASSERT(offsetof(yuma_subnet_state_mechanism, last_update) == 0);
YUMA_ASSERT(offsetof(yuma_subnet_state_mechanism, weights) == 8);
YUMA_ASSERT(offsetof(yuma_subnet_state_mechanism, bonds) == 32);
YUMA_ASSERT(offsetof(yuma_subnet_state_mechanism, commit_blocks) == 56);
YUMA_ASSERT(offsetof(yuma_subnet_state_mechanism, previous_consensus) == 64);
YUMA_ASSERT(sizeof(yuma_subnet_state_mechanism) == 72);

typedef struct yuma_subnet_state {
    /* epochConsensus: nothing, as it is always "yuma" */
    uint16_t rule_set; /* an enum yuma_rule_set */
    uint16_t n; /* number of uids */
    uint64_t current_block; /* block number */
    uint64_t activity_cutoff; /* blocks */
    yuma_u64s block_at_registration; /* block number */
    yuma_u64s alpha_stake; /* rao; read from spec-233 on */
    yuma_u64s tao_stake; /* rao; read from spec-233 on */
    uint64_t tao_weight; /* fraction of 2^64-1; read from spec-233 on */
    uint64_t stake_threshold; /* rao; read from spec-273 on */
    yuma_optional_uint16 owner_uid; /* read from spec-252 on */
    uint8_t commit_reveal; /* 0 or 1; read from spec-297 on */
    uint16_t tempo; /* blocks; read from spec-257 on */
    uint64_t last_mechanism_step_block; /* block number, 0: never; read from spec-425 on */
    yuma_optional_uint64 last_yuma_step_block; /* block number; read from spec-475 on */
    yuma_flags validator_permits;
    uint16_t max_allowed_validators;
    uint16_t kappa; /* fraction of 65535 */
    uint16_t bonds_penalty; /* fraction of 65535; read from spec-233 on */
    uint64_t bonds_moving_average; /* parts per million */
    uint8_t yuma3; /* 0 or 1; read from spec-273 on */
    uint8_t liquid_alpha; /* 0 or 1; read from spec-154 on */
    int32_t alpha_sigmoid_steepness; /* hundredths; under spec-273 a u16, plain; read from spec-273 on */
    uint16_t alpha_low; /* fraction of 65535; read from spec-154 on */
    uint16_t alpha_high; /* fraction of 65535; read from spec-154 on */
    uint8_t liquid_alpha_consensus_mode; /* an enum yuma_liquid_alpha_consensus_mode; read from spec-446 on */
    uint64_t miner_budget; /* rao */
    uint64_t local_dividend_budget; /* rao */
    uint64_t root_budget; /* rao */
    yuma_optional_u16s emission_split; /* fraction of 65535 */
    yuma_list mechanisms; /* of yuma_subnet_state_mechanism */
} yuma_subnet_state;
YUMA_ASSERT(offsetof(yuma_subnet_state, rule_set) == 0);
YUMA_ASSERT(offsetof(yuma_subnet_state, n) == 2);
YUMA_ASSERT(offsetof(yuma_subnet_state, current_block) == 8);
YUMA_ASSERT(offsetof(yuma_subnet_state, activity_cutoff) == 16);
YUMA_ASSERT(offsetof(yuma_subnet_state, block_at_registration) == 24);
YUMA_ASSERT(offsetof(yuma_subnet_state, alpha_stake) == 32);
YUMA_ASSERT(offsetof(yuma_subnet_state, tao_stake) == 40);
YUMA_ASSERT(offsetof(yuma_subnet_state, tao_weight) == 48);
YUMA_ASSERT(offsetof(yuma_subnet_state, stake_threshold) == 56);
YUMA_ASSERT(offsetof(yuma_subnet_state, owner_uid) == 64);
YUMA_ASSERT(offsetof(yuma_subnet_state, commit_reveal) == 68);
YUMA_ASSERT(offsetof(yuma_subnet_state, tempo) == 70);
YUMA_ASSERT(offsetof(yuma_subnet_state, last_mechanism_step_block) == 72);
YUMA_ASSERT(offsetof(yuma_subnet_state, last_yuma_step_block) == 80);
YUMA_ASSERT(offsetof(yuma_subnet_state, validator_permits) == 96);
YUMA_ASSERT(offsetof(yuma_subnet_state, max_allowed_validators) == 104);
YUMA_ASSERT(offsetof(yuma_subnet_state, kappa) == 106);
YUMA_ASSERT(offsetof(yuma_subnet_state, bonds_penalty) == 108);
YUMA_ASSERT(offsetof(yuma_subnet_state, bonds_moving_average) == 112);
YUMA_ASSERT(offsetof(yuma_subnet_state, yuma3) == 120);
YUMA_ASSERT(offsetof(yuma_subnet_state, liquid_alpha) == 121);
YUMA_ASSERT(offsetof(yuma_subnet_state, alpha_sigmoid_steepness) == 124);
YUMA_ASSERT(offsetof(yuma_subnet_state, alpha_low) == 128);
YUMA_ASSERT(offsetof(yuma_subnet_state, alpha_high) == 130);
YUMA_ASSERT(offsetof(yuma_subnet_state, liquid_alpha_consensus_mode) == 132);
YUMA_ASSERT(offsetof(yuma_subnet_state, miner_budget) == 136);
YUMA_ASSERT(offsetof(yuma_subnet_state, local_dividend_budget) == 144);
YUMA_ASSERT(offsetof(yuma_subnet_state, root_budget) == 152);
YUMA_ASSERT(offsetof(yuma_subnet_state, emission_split) == 160);
YUMA_ASSERT(offsetof(yuma_subnet_state, mechanisms) == 172);
YUMA_ASSERT(sizeof(yuma_subnet_state) == 184);

typedef struct yuma_optional_rows {
    uint8_t is_there;
    yuma_rows value;
} yuma_optional_rows;
YUMA_ASSERT(offsetof(yuma_optional_rows, value) == 4);
YUMA_ASSERT(sizeof(yuma_optional_rows) == 28);

typedef struct yuma_subnet_result_mechanism {
    yuma_u16s incentive; /* fraction of 65535 */
    yuma_u16s consensus; /* fraction of 65535 */
    yuma_u64s server_emission; /* rao */
    yuma_u64s validator_emission; /* rao */
    yuma_optional_rows bonds; /* to store: fraction of 65535 */
} yuma_subnet_result_mechanism;
YUMA_ASSERT(offsetof(yuma_subnet_result_mechanism, incentive) == 0);
YUMA_ASSERT(offsetof(yuma_subnet_result_mechanism, consensus) == 8);
YUMA_ASSERT(offsetof(yuma_subnet_result_mechanism, server_emission) == 16);
YUMA_ASSERT(offsetof(yuma_subnet_result_mechanism, validator_emission) == 24);
YUMA_ASSERT(offsetof(yuma_subnet_result_mechanism, bonds) == 32);
YUMA_ASSERT(sizeof(yuma_subnet_result_mechanism) == 60);

typedef struct yuma_subnet_result_trace {
    yuma_i64s stake; /* raw I32F32: 2^32 is one */
    yuma_i64s active_stake; /* raw I32F32: 2^32 is one */
    yuma_raw_rows weights_normalized; /* raw I32F32: 2^32 is one */
    yuma_optional_i64s pre_ranks; /* raw I32F32: 2^32 is one */
    yuma_i64s consensus; /* raw I32F32: 2^32 is one */
    yuma_raw_rows clipped_weights; /* raw I32F32: 2^32 is one */
    yuma_i64s validator_trust; /* raw I32F32: 2^32 is one */
    yuma_i64s ranks_before_normalize; /* raw I32F32: 2^32 is one */
    yuma_optional_i64s trust; /* raw I32F32: 2^32 is one */
    yuma_i64s incentive; /* raw I32F32: 2^32 is one */
    yuma_optional_raw_rows weights_for_bonds; /* raw I32F32: 2^32 is one */
    yuma_optional_raw_rows bonds_normalized; /* raw I32F32: 2^32 is one */
    yuma_optional_raw_rows bonds_delta; /* raw I32F32: 2^32 is one */
    yuma_i64s dividends; /* raw I32F32: 2^32 is one */
    yuma_raw_rows ema_bonds; /* raw I32F32: 2^32 is one */
    yuma_optional_i64s liquid_quantiles; /* raw I32F32: 2^32 is one */
    yuma_optional_i64s liquid_logistic; /* raw I32F32: 2^32 is one */
    yuma_optional_i64s liquid_alpha; /* raw I32F32: 2^32 is one */
    yuma_optional_i64s liquid_alpha_consensus; /* raw I32F32: 2^32 is one */
} yuma_subnet_result_trace;
YUMA_ASSERT(offsetof(yuma_subnet_result_trace, stake) == 0);
YUMA_ASSERT(offsetof(yuma_subnet_result_trace, active_stake) == 8);
YUMA_ASSERT(offsetof(yuma_subnet_result_trace, weights_normalized) == 16);
YUMA_ASSERT(offsetof(yuma_subnet_result_trace, pre_ranks) == 40);
YUMA_ASSERT(offsetof(yuma_subnet_result_trace, consensus) == 52);
YUMA_ASSERT(offsetof(yuma_subnet_result_trace, clipped_weights) == 60);
YUMA_ASSERT(offsetof(yuma_subnet_result_trace, validator_trust) == 84);
YUMA_ASSERT(offsetof(yuma_subnet_result_trace, ranks_before_normalize) == 92);
YUMA_ASSERT(offsetof(yuma_subnet_result_trace, trust) == 100);
YUMA_ASSERT(offsetof(yuma_subnet_result_trace, incentive) == 112);
YUMA_ASSERT(offsetof(yuma_subnet_result_trace, weights_for_bonds) == 120);
YUMA_ASSERT(offsetof(yuma_subnet_result_trace, bonds_normalized) == 148);
YUMA_ASSERT(offsetof(yuma_subnet_result_trace, bonds_delta) == 176);
YUMA_ASSERT(offsetof(yuma_subnet_result_trace, dividends) == 204);
YUMA_ASSERT(offsetof(yuma_subnet_result_trace, ema_bonds) == 212);
YUMA_ASSERT(offsetof(yuma_subnet_result_trace, liquid_quantiles) == 236);
YUMA_ASSERT(offsetof(yuma_subnet_result_trace, liquid_logistic) == 248);
YUMA_ASSERT(offsetof(yuma_subnet_result_trace, liquid_alpha) == 260);
YUMA_ASSERT(offsetof(yuma_subnet_result_trace, liquid_alpha_consensus) == 272);
YUMA_ASSERT(sizeof(yuma_subnet_result_trace) == 284);

typedef struct yuma_subnet_result {
    yuma_optional_u16s stake_weight; /* fraction of 65535 */
    yuma_flags active;
    yuma_u16s consensus; /* fraction of 65535 */
    yuma_u16s dividends; /* fraction of 65535 */
    yuma_u16s validator_trust; /* fraction of 65535 */
    yuma_optional_u16s ranks; /* fraction of 65535, up to spec-320 */
    yuma_optional_u16s trust; /* fraction of 65535, up to spec-320 */
    yuma_optional_u16s pruning_scores; /* fraction of 65535, up to spec-320 */
    yuma_u64s server_emission; /* rao */
    yuma_u64s validator_emission; /* rao */
    yuma_u64s emission; /* rao */
    yuma_flags new_validator_permits;
    yuma_optional_u64s stake; /* rao */
    yuma_list mechanisms; /* of yuma_subnet_result_mechanism */
    yuma_list trace; /* of yuma_subnet_result_trace */
} yuma_subnet_result;
YUMA_ASSERT(offsetof(yuma_subnet_result, stake_weight) == 0);
YUMA_ASSERT(offsetof(yuma_subnet_result, active) == 12);
YUMA_ASSERT(offsetof(yuma_subnet_result, consensus) == 20);
YUMA_ASSERT(offsetof(yuma_subnet_result, dividends) == 28);
YUMA_ASSERT(offsetof(yuma_subnet_result, validator_trust) == 36);
YUMA_ASSERT(offsetof(yuma_subnet_result, ranks) == 44);
YUMA_ASSERT(offsetof(yuma_subnet_result, trust) == 56);
YUMA_ASSERT(offsetof(yuma_subnet_result, pruning_scores) == 68);
YUMA_ASSERT(offsetof(yuma_subnet_result, server_emission) == 80);
YUMA_ASSERT(offsetof(yuma_subnet_result, validator_emission) == 88);
YUMA_ASSERT(offsetof(yuma_subnet_result, emission) == 96);
YUMA_ASSERT(offsetof(yuma_subnet_result, new_validator_permits) == 104);
YUMA_ASSERT(offsetof(yuma_subnet_result, stake) == 112);
YUMA_ASSERT(offsetof(yuma_subnet_result, mechanisms) == 124);
YUMA_ASSERT(offsetof(yuma_subnet_result, trace) == 132);
YUMA_ASSERT(sizeof(yuma_subnet_result) == 140);

/* null_subnet */

/** Fields of null_subnet, as errors number them. */
enum yuma_null_subnet_field {
    YUMA_NULL_SUBNET_FIELD_EPOCH_CONSENSUS = 1,
    YUMA_NULL_SUBNET_FIELD_RULE_SET = 2,
    YUMA_NULL_SUBNET_FIELD_N = 3,
    YUMA_NULL_SUBNET_FIELD_CURRENT_BLOCK = 4,
    YUMA_NULL_SUBNET_FIELD_ACTIVITY_CUTOFF = 5,
    YUMA_NULL_SUBNET_FIELD_BLOCK_AT_REGISTRATION = 6,
    YUMA_NULL_SUBNET_FIELD_ALPHA_STAKE = 7,
    YUMA_NULL_SUBNET_FIELD_TAO_STAKE = 8,
    YUMA_NULL_SUBNET_FIELD_TAO_WEIGHT = 9,
    YUMA_NULL_SUBNET_FIELD_STAKE_THRESHOLD = 10,
    YUMA_NULL_SUBNET_FIELD_OWNER_UID = 11,
    YUMA_NULL_SUBNET_FIELD_COMMIT_REVEAL = 12,
    YUMA_NULL_SUBNET_FIELD_MINER_BUDGET = 13,
    YUMA_NULL_SUBNET_FIELD_LOCAL_DIVIDEND_BUDGET = 14,
    YUMA_NULL_SUBNET_FIELD_ROOT_BUDGET = 15,
    YUMA_NULL_SUBNET_FIELD_EMISSION_SPLIT = 16,
    YUMA_NULL_SUBNET_FIELD_MECHANISMS = 17,
};

typedef struct yuma_null_subnet_state_mechanism {
    yuma_u64s last_update; /* block number */
    yuma_rows weights; /* any scale: a row is normalised */
    yuma_rows bonds; /* fraction of 65535 */
    yuma_u64s commit_blocks; /* block number, 2^64-1: no commit; read from spec-297 on */
} yuma_null_subnet_state_mechanism;
YUMA_ASSERT(offsetof(yuma_null_subnet_state_mechanism, last_update) == 0);
YUMA_ASSERT(offsetof(yuma_null_subnet_state_mechanism, weights) == 8);
YUMA_ASSERT(offsetof(yuma_null_subnet_state_mechanism, bonds) == 32);
YUMA_ASSERT(offsetof(yuma_null_subnet_state_mechanism, commit_blocks) == 56);
YUMA_ASSERT(sizeof(yuma_null_subnet_state_mechanism) == 64);

typedef struct yuma_null_subnet_state {
    /* epochConsensus: nothing, as it is always "null" */
    uint16_t rule_set; /* an enum yuma_rule_set */
    uint16_t n; /* number of uids */
    uint64_t current_block; /* block number */
    uint64_t activity_cutoff; /* blocks */
    yuma_u64s block_at_registration; /* block number */
    yuma_u64s alpha_stake; /* rao; read from spec-233 on */
    yuma_u64s tao_stake; /* rao; read from spec-233 on */
    uint64_t tao_weight; /* fraction of 2^64-1; read from spec-233 on */
    uint64_t stake_threshold; /* rao; read from spec-273 on */
    yuma_optional_uint16 owner_uid; /* read from spec-252 on */
    uint8_t commit_reveal; /* 0 or 1; read from spec-297 on */
    uint64_t miner_budget; /* rao */
    uint64_t local_dividend_budget; /* rao */
    uint64_t root_budget; /* rao */
    yuma_optional_u16s emission_split; /* fraction of 65535 */
    yuma_list mechanisms; /* of yuma_null_subnet_state_mechanism */
} yuma_null_subnet_state;
YUMA_ASSERT(offsetof(yuma_null_subnet_state, rule_set) == 0);
YUMA_ASSERT(offsetof(yuma_null_subnet_state, n) == 2);
YUMA_ASSERT(offsetof(yuma_null_subnet_state, current_block) == 8);
YUMA_ASSERT(offsetof(yuma_null_subnet_state, activity_cutoff) == 16);
YUMA_ASSERT(offsetof(yuma_null_subnet_state, block_at_registration) == 24);
YUMA_ASSERT(offsetof(yuma_null_subnet_state, alpha_stake) == 32);
YUMA_ASSERT(offsetof(yuma_null_subnet_state, tao_stake) == 40);
YUMA_ASSERT(offsetof(yuma_null_subnet_state, tao_weight) == 48);
YUMA_ASSERT(offsetof(yuma_null_subnet_state, stake_threshold) == 56);
YUMA_ASSERT(offsetof(yuma_null_subnet_state, owner_uid) == 64);
YUMA_ASSERT(offsetof(yuma_null_subnet_state, commit_reveal) == 68);
YUMA_ASSERT(offsetof(yuma_null_subnet_state, miner_budget) == 72);
YUMA_ASSERT(offsetof(yuma_null_subnet_state, local_dividend_budget) == 80);
YUMA_ASSERT(offsetof(yuma_null_subnet_state, root_budget) == 88);
YUMA_ASSERT(offsetof(yuma_null_subnet_state, emission_split) == 96);
YUMA_ASSERT(offsetof(yuma_null_subnet_state, mechanisms) == 108);
YUMA_ASSERT(sizeof(yuma_null_subnet_state) == 120);

typedef struct yuma_null_subnet_result_mechanism {
    yuma_u16s incentive; /* fraction of 65535 */
    yuma_u16s consensus; /* fraction of 65535 */
    yuma_u64s server_emission; /* rao */
    yuma_u64s validator_emission; /* rao */
    yuma_optional_rows bonds; /* to store: fraction of 65535 */
} yuma_null_subnet_result_mechanism;
YUMA_ASSERT(offsetof(yuma_null_subnet_result_mechanism, incentive) == 0);
YUMA_ASSERT(offsetof(yuma_null_subnet_result_mechanism, consensus) == 8);
YUMA_ASSERT(offsetof(yuma_null_subnet_result_mechanism, server_emission) == 16);
YUMA_ASSERT(offsetof(yuma_null_subnet_result_mechanism, validator_emission) == 24);
YUMA_ASSERT(offsetof(yuma_null_subnet_result_mechanism, bonds) == 32);
YUMA_ASSERT(sizeof(yuma_null_subnet_result_mechanism) == 60);

typedef struct yuma_null_subnet_result_trace {
    yuma_optional_uint16 winner; /* null: no uids */
    yuma_i64s stake; /* raw I32F32: 2^32 is one */
    yuma_i128s incentive_shares;
    yuma_i128s dividend_shares;
    yuma_i64s incentive; /* raw I32F32: 2^32 is one */
    yuma_i64s dividends; /* raw I32F32: 2^32 is one */
    uint64_t miner_budget; /* rao */
    uint64_t validator_budget; /* rao */
} yuma_null_subnet_result_trace;
YUMA_ASSERT(offsetof(yuma_null_subnet_result_trace, winner) == 0);
YUMA_ASSERT(offsetof(yuma_null_subnet_result_trace, stake) == 4);
YUMA_ASSERT(offsetof(yuma_null_subnet_result_trace, incentive_shares) == 12);
YUMA_ASSERT(offsetof(yuma_null_subnet_result_trace, dividend_shares) == 20);
YUMA_ASSERT(offsetof(yuma_null_subnet_result_trace, incentive) == 28);
YUMA_ASSERT(offsetof(yuma_null_subnet_result_trace, dividends) == 36);
YUMA_ASSERT(offsetof(yuma_null_subnet_result_trace, miner_budget) == 48);
YUMA_ASSERT(offsetof(yuma_null_subnet_result_trace, validator_budget) == 56);
YUMA_ASSERT(sizeof(yuma_null_subnet_result_trace) == 64);

typedef struct yuma_null_subnet_result {
    yuma_optional_u16s stake_weight; /* fraction of 65535 */
    yuma_flags active;
    yuma_u16s consensus; /* fraction of 65535 */
    yuma_u16s dividends; /* fraction of 65535 */
    yuma_u16s validator_trust; /* fraction of 65535 */
    yuma_optional_u16s ranks; /* fraction of 65535, up to spec-320 */
    yuma_optional_u16s trust; /* fraction of 65535, up to spec-320 */
    yuma_optional_u16s pruning_scores; /* fraction of 65535, up to spec-320 */
    yuma_u64s server_emission; /* rao */
    yuma_u64s validator_emission; /* rao */
    yuma_u64s emission; /* rao */
    yuma_flags new_validator_permits;
    yuma_optional_u64s stake; /* rao */
    yuma_list mechanisms; /* of yuma_null_subnet_result_mechanism */
    yuma_list trace; /* of yuma_null_subnet_result_trace */
} yuma_null_subnet_result;
YUMA_ASSERT(offsetof(yuma_null_subnet_result, stake_weight) == 0);
YUMA_ASSERT(offsetof(yuma_null_subnet_result, active) == 12);
YUMA_ASSERT(offsetof(yuma_null_subnet_result, consensus) == 20);
YUMA_ASSERT(offsetof(yuma_null_subnet_result, dividends) == 28);
YUMA_ASSERT(offsetof(yuma_null_subnet_result, validator_trust) == 36);
YUMA_ASSERT(offsetof(yuma_null_subnet_result, ranks) == 44);
YUMA_ASSERT(offsetof(yuma_null_subnet_result, trust) == 56);
YUMA_ASSERT(offsetof(yuma_null_subnet_result, pruning_scores) == 68);
YUMA_ASSERT(offsetof(yuma_null_subnet_result, server_emission) == 80);
YUMA_ASSERT(offsetof(yuma_null_subnet_result, validator_emission) == 88);
YUMA_ASSERT(offsetof(yuma_null_subnet_result, emission) == 96);
YUMA_ASSERT(offsetof(yuma_null_subnet_result, new_validator_permits) == 104);
YUMA_ASSERT(offsetof(yuma_null_subnet_result, stake) == 112);
YUMA_ASSERT(offsetof(yuma_null_subnet_result, mechanisms) == 124);
YUMA_ASSERT(offsetof(yuma_null_subnet_result, trace) == 132);
YUMA_ASSERT(sizeof(yuma_null_subnet_result) == 140);

/* block_emission */

/** Fields of block_emission, as errors number them. */
enum yuma_block_emission_field {
    YUMA_BLOCK_EMISSION_FIELD_ISSUANCE = 1,
};

typedef struct yuma_block_emission_input {
    uint64_t issuance; /* rao */
} yuma_block_emission_input;
YUMA_ASSERT(offsetof(yuma_block_emission_input, issuance) == 0);
YUMA_ASSERT(sizeof(yuma_block_emission_input) == 8);

typedef struct yuma_optional_i128 {
    uint8_t is_there;
    yuma_i128 value;
} yuma_optional_i128;
YUMA_ASSERT(offsetof(yuma_optional_i128, value) == 8);
YUMA_ASSERT(sizeof(yuma_optional_i128) == 24);

typedef struct yuma_block_emission_output {
    uint64_t emission; /* rao */
    yuma_optional_i128 residual; /* raw I96F32: 2^32 is one */
} yuma_block_emission_output;
YUMA_ASSERT(offsetof(yuma_block_emission_output, emission) == 0);
YUMA_ASSERT(offsetof(yuma_block_emission_output, residual) == 8);
YUMA_ASSERT(sizeof(yuma_block_emission_output) == 32);

/* root_epoch */

/** Fields of root_epoch, as errors number them. */
enum yuma_root_epoch_field {
    YUMA_ROOT_EPOCH_FIELD_N = 1,
    YUMA_ROOT_EPOCH_FIELD_NETUIDS = 2,
    YUMA_ROOT_EPOCH_FIELD_TOTAL_NETWORKS = 3,
    YUMA_ROOT_EPOCH_FIELD_STAKES = 4,
    YUMA_ROOT_EPOCH_FIELD_WEIGHTS = 5,
    YUMA_ROOT_EPOCH_FIELD_RHO = 6,
    YUMA_ROOT_EPOCH_FIELD_KAPPA = 7,
    YUMA_ROOT_EPOCH_FIELD_BLOCK_EMISSION = 8,
    YUMA_ROOT_EPOCH_FIELD_NORMALIZE_ROWS = 9,
};

typedef struct yuma_root_epoch_input_weight_item {
    uint16_t netuid;
    uint16_t weight;
} yuma_root_epoch_input_weight_item;
YUMA_ASSERT(offsetof(yuma_root_epoch_input_weight_item, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_root_epoch_input_weight_item, weight) == 2);
YUMA_ASSERT(sizeof(yuma_root_epoch_input_weight_item) == 4);

typedef struct yuma_root_epoch_input_weight {
    uint16_t uid;
    yuma_list items; /* of yuma_root_epoch_input_weight_item */
} yuma_root_epoch_input_weight;
YUMA_ASSERT(offsetof(yuma_root_epoch_input_weight, uid) == 0);
YUMA_ASSERT(offsetof(yuma_root_epoch_input_weight, items) == 4);
YUMA_ASSERT(sizeof(yuma_root_epoch_input_weight) == 12);

typedef struct yuma_root_epoch_input {
    uint16_t n; /* root validators */
    yuma_u16s netuids;
    uint16_t total_networks; /* networks that the chain counts */
    yuma_u64s stakes; /* rao */
    yuma_list weights; /* of yuma_root_epoch_input_weight */
    uint16_t rho;
    uint16_t kappa; /* fraction of 65535 */
    uint64_t block_emission; /* rao */
    uint8_t normalize_rows; /* 0 or 1 */
} yuma_root_epoch_input;
YUMA_ASSERT(offsetof(yuma_root_epoch_input, n) == 0);
YUMA_ASSERT(offsetof(yuma_root_epoch_input, netuids) == 4);
YUMA_ASSERT(offsetof(yuma_root_epoch_input, total_networks) == 12);
YUMA_ASSERT(offsetof(yuma_root_epoch_input, stakes) == 16);
YUMA_ASSERT(offsetof(yuma_root_epoch_input, weights) == 24);
YUMA_ASSERT(offsetof(yuma_root_epoch_input, rho) == 32);
YUMA_ASSERT(offsetof(yuma_root_epoch_input, kappa) == 34);
YUMA_ASSERT(offsetof(yuma_root_epoch_input, block_emission) == 40);
YUMA_ASSERT(offsetof(yuma_root_epoch_input, normalize_rows) == 48);
YUMA_ASSERT(sizeof(yuma_root_epoch_input) == 56);

typedef struct yuma_optional_i128s {
    uint8_t is_there;
    yuma_i128s value;
} yuma_optional_i128s;
YUMA_ASSERT(offsetof(yuma_optional_i128s, value) == 4);
YUMA_ASSERT(sizeof(yuma_optional_i128s) == 12);

typedef struct yuma_optional_text {
    uint8_t is_there;
    yuma_text value;
} yuma_optional_text;
YUMA_ASSERT(offsetof(yuma_optional_text, value) == 4);
YUMA_ASSERT(sizeof(yuma_optional_text) == 12);

typedef struct yuma_root_epoch_output {
    yuma_optional_i128s stake; /* raw I64F64: 2^64 is one */
    yuma_optional_i128s ranks; /* raw I64F64: 2^64 is one */
    yuma_optional_i128s trust; /* raw I64F64: 2^64 is one */
    yuma_optional_i128s consensus; /* raw I64F64: 2^64 is one */
    yuma_optional_i128s shares; /* raw I64F64: 2^64 is one */
    yuma_optional_u64s emission; /* rao */
    yuma_optional_text error; /* the chain's own error, in place of all others */
} yuma_root_epoch_output;
YUMA_ASSERT(offsetof(yuma_root_epoch_output, stake) == 0);
YUMA_ASSERT(offsetof(yuma_root_epoch_output, ranks) == 12);
YUMA_ASSERT(offsetof(yuma_root_epoch_output, trust) == 24);
YUMA_ASSERT(offsetof(yuma_root_epoch_output, consensus) == 36);
YUMA_ASSERT(offsetof(yuma_root_epoch_output, shares) == 48);
YUMA_ASSERT(offsetof(yuma_root_epoch_output, emission) == 60);
YUMA_ASSERT(offsetof(yuma_root_epoch_output, error) == 72);
YUMA_ASSERT(sizeof(yuma_root_epoch_output) == 84);

/* price_shares */

/** Fields of price_shares, as errors number them. */
enum yuma_price_shares_field {
    YUMA_PRICE_SHARES_FIELD_BLOCK_EMISSION = 1,
    YUMA_PRICE_SHARES_FIELD_SUBNETS = 2,
};

typedef struct yuma_price_shares_input_subnet {
    uint16_t netuid;
    uint16_t mechanism; /* 0: no pool, and a price of one */
    yuma_i128 moving_price; /* raw I96F32 TAO an alpha: 2^32 is one */
    yuma_u128 miner_burned; /* raw U96F32: 2^32 is one */
    uint8_t emission_enabled; /* 0 or 1 */
} yuma_price_shares_input_subnet;
YUMA_ASSERT(offsetof(yuma_price_shares_input_subnet, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_price_shares_input_subnet, mechanism) == 2);
YUMA_ASSERT(offsetof(yuma_price_shares_input_subnet, moving_price) == 8);
YUMA_ASSERT(offsetof(yuma_price_shares_input_subnet, miner_burned) == 24);
YUMA_ASSERT(offsetof(yuma_price_shares_input_subnet, emission_enabled) == 40);
YUMA_ASSERT(sizeof(yuma_price_shares_input_subnet) == 48);

typedef struct yuma_price_shares_input {
    uint64_t block_emission; /* rao */
    yuma_list subnets; /* of yuma_price_shares_input_subnet */
} yuma_price_shares_input;
YUMA_ASSERT(offsetof(yuma_price_shares_input, block_emission) == 0);
YUMA_ASSERT(offsetof(yuma_price_shares_input, subnets) == 8);
YUMA_ASSERT(sizeof(yuma_price_shares_input) == 16);

typedef struct yuma_price_shares_output_price_share {
    uint16_t netuid;
    yuma_u128 value;
} yuma_price_shares_output_price_share;
YUMA_ASSERT(offsetof(yuma_price_shares_output_price_share, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_price_shares_output_price_share, value) == 8);
YUMA_ASSERT(sizeof(yuma_price_shares_output_price_share) == 24);

typedef struct yuma_price_shares_output_share {
    uint16_t netuid;
    yuma_u128 value;
} yuma_price_shares_output_share;
YUMA_ASSERT(offsetof(yuma_price_shares_output_share, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_price_shares_output_share, value) == 8);
YUMA_ASSERT(sizeof(yuma_price_shares_output_share) == 24);

typedef struct yuma_price_shares_output_emission {
    uint16_t netuid;
    yuma_u128 value;
} yuma_price_shares_output_emission;
YUMA_ASSERT(offsetof(yuma_price_shares_output_emission, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_price_shares_output_emission, value) == 8);
YUMA_ASSERT(sizeof(yuma_price_shares_output_emission) == 24);

typedef struct yuma_price_shares_output {
    yuma_list price_shares; /* of yuma_price_shares_output_price_share; raw U64F64: 2^64 is one */
    yuma_list shares; /* of yuma_price_shares_output_share; raw U64F64: 2^64 is one */
    yuma_list emissions; /* of yuma_price_shares_output_emission; raw U96F32 rao: 2^32 is one */
    uint8_t root_sell_flag; /* 0 or 1 */
} yuma_price_shares_output;
YUMA_ASSERT(offsetof(yuma_price_shares_output, price_shares) == 0);
YUMA_ASSERT(offsetof(yuma_price_shares_output, shares) == 8);
YUMA_ASSERT(offsetof(yuma_price_shares_output, emissions) == 16);
YUMA_ASSERT(offsetof(yuma_price_shares_output, root_sell_flag) == 24);
YUMA_ASSERT(sizeof(yuma_price_shares_output) == 28);

/* gated_shares */

/** Fields of gated_shares, as errors number them. */
enum yuma_gated_shares_field {
    YUMA_GATED_SHARES_FIELD_BLOCK_EMISSION = 1,
    YUMA_GATED_SHARES_FIELD_SUBNETS = 2,
    YUMA_GATED_SHARES_FIELD_BLOCK = 3,
    YUMA_GATED_SHARES_FIELD_RANK = 4,
    YUMA_GATED_SHARES_FIELD_QUANTILE = 5,
    YUMA_GATED_SHARES_FIELD_EXPONENT = 6,
    YUMA_GATED_SHARES_FIELD_STORED_BAR = 7,
    YUMA_GATED_SHARES_FIELD_MINER_BURN_WEIGHTING = 8,
};

typedef struct yuma_gated_shares_input_subnet {
    uint16_t netuid;
    uint16_t mechanism; /* 0: no pool, and a price of one */
    yuma_i128 moving_price; /* raw I96F32 TAO an alpha: 2^32 is one */
    yuma_u128 miner_burned; /* raw U96F32: 2^32 is one */
    uint8_t emission_enabled; /* 0 or 1 */
} yuma_gated_shares_input_subnet;
YUMA_ASSERT(offsetof(yuma_gated_shares_input_subnet, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_gated_shares_input_subnet, mechanism) == 2);
YUMA_ASSERT(offsetof(yuma_gated_shares_input_subnet, moving_price) == 8);
YUMA_ASSERT(offsetof(yuma_gated_shares_input_subnet, miner_burned) == 24);
YUMA_ASSERT(offsetof(yuma_gated_shares_input_subnet, emission_enabled) == 40);
YUMA_ASSERT(sizeof(yuma_gated_shares_input_subnet) == 48);

typedef struct yuma_gated_shares_input {
    uint64_t block_emission; /* rao */
    yuma_list subnets; /* of yuma_gated_shares_input_subnet */
    uint64_t block; /* block number */
    uint32_t rank; /* 0: the bar is by quantile */
    yuma_u128 quantile; /* raw U64F64: 2^64 is one */
    yuma_u128 exponent; /* raw U64F64: 2^64 is one */
    yuma_u128 stored_bar; /* raw U64F64: 2^64 is one */
    uint8_t miner_burn_weighting; /* 0 or 1 */
} yuma_gated_shares_input;
YUMA_ASSERT(offsetof(yuma_gated_shares_input, block_emission) == 0);
YUMA_ASSERT(offsetof(yuma_gated_shares_input, subnets) == 8);
YUMA_ASSERT(offsetof(yuma_gated_shares_input, block) == 16);
YUMA_ASSERT(offsetof(yuma_gated_shares_input, rank) == 24);
YUMA_ASSERT(offsetof(yuma_gated_shares_input, quantile) == 32);
YUMA_ASSERT(offsetof(yuma_gated_shares_input, exponent) == 48);
YUMA_ASSERT(offsetof(yuma_gated_shares_input, stored_bar) == 64);
YUMA_ASSERT(offsetof(yuma_gated_shares_input, miner_burn_weighting) == 80);
YUMA_ASSERT(sizeof(yuma_gated_shares_input) == 88);

typedef struct yuma_gated_shares_output_price_share {
    uint16_t netuid;
    yuma_u128 value;
} yuma_gated_shares_output_price_share;
YUMA_ASSERT(offsetof(yuma_gated_shares_output_price_share, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_gated_shares_output_price_share, value) == 8);
YUMA_ASSERT(sizeof(yuma_gated_shares_output_price_share) == 24);

typedef struct yuma_gated_shares_output_share {
    uint16_t netuid;
    yuma_u128 value;
} yuma_gated_shares_output_share;
YUMA_ASSERT(offsetof(yuma_gated_shares_output_share, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_gated_shares_output_share, value) == 8);
YUMA_ASSERT(sizeof(yuma_gated_shares_output_share) == 24);

typedef struct yuma_gated_shares_output_emission {
    uint16_t netuid;
    yuma_u128 value;
} yuma_gated_shares_output_emission;
YUMA_ASSERT(offsetof(yuma_gated_shares_output_emission, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_gated_shares_output_emission, value) == 8);
YUMA_ASSERT(sizeof(yuma_gated_shares_output_emission) == 24);

typedef struct yuma_gated_shares_output_weighted_share {
    uint16_t netuid;
    yuma_u128 value;
} yuma_gated_shares_output_weighted_share;
YUMA_ASSERT(offsetof(yuma_gated_shares_output_weighted_share, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_gated_shares_output_weighted_share, value) == 8);
YUMA_ASSERT(sizeof(yuma_gated_shares_output_weighted_share) == 24);

typedef struct yuma_gated_shares_output {
    yuma_list price_shares; /* of yuma_gated_shares_output_price_share; raw U64F64: 2^64 is one */
    yuma_list shares; /* of yuma_gated_shares_output_share; raw U64F64: 2^64 is one */
    yuma_list emissions; /* of yuma_gated_shares_output_emission; raw U96F32 rao: 2^32 is one */
    uint8_t root_sell_flag; /* 0 or 1 */
    yuma_list weighted_shares; /* of yuma_gated_shares_output_weighted_share; raw U64F64: 2^64 is one */
    yuma_u128 bar_after; /* raw U64F64: 2^64 is one */
    uint8_t underflow_restored; /* 0 or 1 */
} yuma_gated_shares_output;
YUMA_ASSERT(offsetof(yuma_gated_shares_output, price_shares) == 0);
YUMA_ASSERT(offsetof(yuma_gated_shares_output, shares) == 8);
YUMA_ASSERT(offsetof(yuma_gated_shares_output, emissions) == 16);
YUMA_ASSERT(offsetof(yuma_gated_shares_output, root_sell_flag) == 24);
YUMA_ASSERT(offsetof(yuma_gated_shares_output, weighted_shares) == 28);
YUMA_ASSERT(offsetof(yuma_gated_shares_output, bar_after) == 40);
YUMA_ASSERT(offsetof(yuma_gated_shares_output, underflow_restored) == 56);
YUMA_ASSERT(sizeof(yuma_gated_shares_output) == 64);

/* flow_shares */

/** Fields of flow_shares, as errors number them. */
enum yuma_flow_shares_field {
    YUMA_FLOW_SHARES_FIELD_BLOCK = 1,
    YUMA_FLOW_SHARES_FIELD_SMOOTHING = 2,
    YUMA_FLOW_SHARES_FIELD_CUTOFF = 3,
    YUMA_FLOW_SHARES_FIELD_EXPONENT = 4,
    YUMA_FLOW_SHARES_FIELD_NET_FLOW_ENABLED = 5,
    YUMA_FLOW_SHARES_FIELD_SUBNETS = 6,
};

typedef struct yuma_flow_shares_input_subnet_tao_ema {
    uint64_t block;
    yuma_i128 average;
} yuma_flow_shares_input_subnet_tao_ema;
YUMA_ASSERT(offsetof(yuma_flow_shares_input_subnet_tao_ema, block) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_input_subnet_tao_ema, average) == 8);
YUMA_ASSERT(sizeof(yuma_flow_shares_input_subnet_tao_ema) == 24);

typedef struct yuma_optional_flow_shares_input_subnet_tao_ema {
    uint8_t is_there;
    yuma_flow_shares_input_subnet_tao_ema value;
} yuma_optional_flow_shares_input_subnet_tao_ema;
YUMA_ASSERT(offsetof(yuma_optional_flow_shares_input_subnet_tao_ema, value) == 8);
YUMA_ASSERT(sizeof(yuma_optional_flow_shares_input_subnet_tao_ema) == 32);

typedef struct yuma_flow_shares_input_subnet_protocol_ema {
    uint64_t block;
    yuma_i128 average;
} yuma_flow_shares_input_subnet_protocol_ema;
YUMA_ASSERT(offsetof(yuma_flow_shares_input_subnet_protocol_ema, block) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_input_subnet_protocol_ema, average) == 8);
YUMA_ASSERT(sizeof(yuma_flow_shares_input_subnet_protocol_ema) == 24);

typedef struct yuma_optional_flow_shares_input_subnet_protocol_ema {
    uint8_t is_there;
    yuma_flow_shares_input_subnet_protocol_ema value;
} yuma_optional_flow_shares_input_subnet_protocol_ema;
YUMA_ASSERT(offsetof(yuma_optional_flow_shares_input_subnet_protocol_ema, value) == 8);
YUMA_ASSERT(sizeof(yuma_optional_flow_shares_input_subnet_protocol_ema) == 32);

typedef struct yuma_flow_shares_input_subnet {
    uint16_t netuid;
    int64_t tao_flow; /* rao */
    yuma_optional_flow_shares_input_subnet_tao_ema tao_ema; /* block number, raw I64F64 rao: 2^64 is one */
    int64_t protocol_flow; /* rao */
    yuma_optional_flow_shares_input_subnet_protocol_ema protocol_ema; /* block number, raw I64F64 rao: 2^64 is one */
} yuma_flow_shares_input_subnet;
YUMA_ASSERT(offsetof(yuma_flow_shares_input_subnet, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_input_subnet, tao_flow) == 8);
YUMA_ASSERT(offsetof(yuma_flow_shares_input_subnet, tao_ema) == 16);
YUMA_ASSERT(offsetof(yuma_flow_shares_input_subnet, protocol_flow) == 48);
YUMA_ASSERT(offsetof(yuma_flow_shares_input_subnet, protocol_ema) == 56);
YUMA_ASSERT(sizeof(yuma_flow_shares_input_subnet) == 88);

typedef struct yuma_flow_shares_input {
    uint64_t block; /* block number */
    uint64_t smoothing; /* fraction of 2^63-1 */
    yuma_i128 cutoff; /* raw I64F64 rao: 2^64 is one */
    yuma_u128 exponent; /* raw U64F64: 2^64 is one */
    uint8_t net_flow_enabled; /* 0 or 1 */
    yuma_list subnets; /* of yuma_flow_shares_input_subnet */
} yuma_flow_shares_input;
YUMA_ASSERT(offsetof(yuma_flow_shares_input, block) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_input, smoothing) == 8);
YUMA_ASSERT(offsetof(yuma_flow_shares_input, cutoff) == 16);
YUMA_ASSERT(offsetof(yuma_flow_shares_input, exponent) == 32);
YUMA_ASSERT(offsetof(yuma_flow_shares_input, net_flow_enabled) == 48);
YUMA_ASSERT(offsetof(yuma_flow_shares_input, subnets) == 52);
YUMA_ASSERT(sizeof(yuma_flow_shares_input) == 64);

typedef struct yuma_flow_shares_output_user_ema {
    uint16_t netuid;
    yuma_i128 value;
} yuma_flow_shares_output_user_ema;
YUMA_ASSERT(offsetof(yuma_flow_shares_output_user_ema, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_output_user_ema, value) == 8);
YUMA_ASSERT(sizeof(yuma_flow_shares_output_user_ema) == 24);

typedef struct yuma_flow_shares_output_protocol_ema {
    uint16_t netuid;
    yuma_i128 value;
} yuma_flow_shares_output_protocol_ema;
YUMA_ASSERT(offsetof(yuma_flow_shares_output_protocol_ema, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_output_protocol_ema, value) == 8);
YUMA_ASSERT(sizeof(yuma_flow_shares_output_protocol_ema) == 24);

typedef struct yuma_flow_shares_output_net_flow {
    uint16_t netuid;
    yuma_i128 value;
} yuma_flow_shares_output_net_flow;
YUMA_ASSERT(offsetof(yuma_flow_shares_output_net_flow, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_output_net_flow, value) == 8);
YUMA_ASSERT(sizeof(yuma_flow_shares_output_net_flow) == 24);

typedef struct yuma_flow_shares_output_offset_flow {
    uint16_t netuid;
    yuma_u128 value;
} yuma_flow_shares_output_offset_flow;
YUMA_ASSERT(offsetof(yuma_flow_shares_output_offset_flow, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_output_offset_flow, value) == 8);
YUMA_ASSERT(sizeof(yuma_flow_shares_output_offset_flow) == 24);

typedef struct yuma_flow_shares_output_share {
    uint16_t netuid;
    yuma_u128 value;
} yuma_flow_shares_output_share;
YUMA_ASSERT(offsetof(yuma_flow_shares_output_share, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_output_share, value) == 8);
YUMA_ASSERT(sizeof(yuma_flow_shares_output_share) == 24);

typedef struct yuma_flow_shares_output {
    yuma_list user_ema; /* of yuma_flow_shares_output_user_ema; raw I64F64 rao: 2^64 is one */
    yuma_list protocol_ema; /* of yuma_flow_shares_output_protocol_ema; raw I64F64 rao: 2^64 is one */
    yuma_i128 norm_factor; /* raw I64F64: 2^64 is one */
    yuma_list net_flows; /* of yuma_flow_shares_output_net_flow; raw I64F64 rao: 2^64 is one */
    yuma_i128 lower_limit; /* raw I64F64 rao: 2^64 is one */
    yuma_list offset_flows; /* of yuma_flow_shares_output_offset_flow; raw U64F64 rao: 2^64 is one */
    yuma_list shares; /* of yuma_flow_shares_output_share; raw U64F64: 2^64 is one */
} yuma_flow_shares_output;
YUMA_ASSERT(offsetof(yuma_flow_shares_output, user_ema) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_output, protocol_ema) == 8);
YUMA_ASSERT(offsetof(yuma_flow_shares_output, norm_factor) == 16);
YUMA_ASSERT(offsetof(yuma_flow_shares_output, net_flows) == 32);
YUMA_ASSERT(offsetof(yuma_flow_shares_output, lower_limit) == 40);
YUMA_ASSERT(offsetof(yuma_flow_shares_output, offset_flows) == 56);
YUMA_ASSERT(offsetof(yuma_flow_shares_output, shares) == 64);
YUMA_ASSERT(sizeof(yuma_flow_shares_output) == 72);

/* pow_normalize */

/** Fields of pow_normalize, as errors number them. */
enum yuma_pow_normalize_field {
    YUMA_POW_NORMALIZE_FIELD_FLOWS = 1,
    YUMA_POW_NORMALIZE_FIELD_P = 2,
};

typedef struct yuma_pow_normalize_input {
    yuma_u128s flows; /* raw U64F64: 2^64 is one */
    yuma_u128 p; /* raw U64F64: 2^64 is one */
} yuma_pow_normalize_input;
YUMA_ASSERT(offsetof(yuma_pow_normalize_input, flows) == 0);
YUMA_ASSERT(offsetof(yuma_pow_normalize_input, p) == 8);
YUMA_ASSERT(sizeof(yuma_pow_normalize_input) == 24);

typedef struct yuma_pow_normalize_output {
    yuma_u128s flows; /* raw U64F64: 2^64 is one */
} yuma_pow_normalize_output;
YUMA_ASSERT(offsetof(yuma_pow_normalize_output, flows) == 0);
YUMA_ASSERT(sizeof(yuma_pow_normalize_output) == 8);

/* safe_pow */

/** Fields of safe_pow, as errors number them. */
enum yuma_safe_pow_field {
    YUMA_SAFE_POW_FIELD_VAL = 1,
    YUMA_SAFE_POW_FIELD_P = 2,
};

typedef struct yuma_safe_pow_input {
    yuma_u128 val; /* raw U64F64: 2^64 is one */
    yuma_u128 p; /* raw U64F64: 2^64 is one */
} yuma_safe_pow_input;
YUMA_ASSERT(offsetof(yuma_safe_pow_input, val) == 0);
YUMA_ASSERT(offsetof(yuma_safe_pow_input, p) == 16);
YUMA_ASSERT(sizeof(yuma_safe_pow_input) == 32);

typedef struct yuma_safe_pow_output {
    yuma_u128 y; /* raw U64F64: 2^64 is one */
} yuma_safe_pow_output;
YUMA_ASSERT(offsetof(yuma_safe_pow_output, y) == 0);
YUMA_ASSERT(sizeof(yuma_safe_pow_output) == 16);

/* checked_sqrt */

/** Fields of checked_sqrt, as errors number them. */
enum yuma_checked_sqrt_field {
    YUMA_CHECKED_SQRT_FIELD_X = 1,
    YUMA_CHECKED_SQRT_FIELD_EPSILON = 2,
};

typedef struct yuma_checked_sqrt_input {
    yuma_u128 x; /* raw U64F64: 2^64 is one */
    yuma_u128 epsilon; /* raw U64F64: 2^64 is one */
} yuma_checked_sqrt_input;
YUMA_ASSERT(offsetof(yuma_checked_sqrt_input, x) == 0);
YUMA_ASSERT(offsetof(yuma_checked_sqrt_input, epsilon) == 16);
YUMA_ASSERT(sizeof(yuma_checked_sqrt_input) == 32);

typedef struct yuma_checked_sqrt_output {
    yuma_u128 y; /* raw U64F64: 2^64 is one */
} yuma_checked_sqrt_output;
YUMA_ASSERT(offsetof(yuma_checked_sqrt_output, y) == 0);
YUMA_ASSERT(sizeof(yuma_checked_sqrt_output) == 16);

/* root_proportion */

/** Fields of root_proportion, as errors number them. */
enum yuma_root_proportion_field {
    YUMA_ROOT_PROPORTION_FIELD_ROOT_TAO = 1,
    YUMA_ROOT_PROPORTION_FIELD_ALPHA_ISSUANCE = 2,
    YUMA_ROOT_PROPORTION_FIELD_TAO_WEIGHT = 3,
};

typedef struct yuma_root_proportion_input {
    uint64_t root_tao; /* rao */
    uint64_t alpha_issuance; /* rao */
    uint64_t tao_weight; /* fraction of 2^64-1 */
} yuma_root_proportion_input;
YUMA_ASSERT(offsetof(yuma_root_proportion_input, root_tao) == 0);
YUMA_ASSERT(offsetof(yuma_root_proportion_input, alpha_issuance) == 8);
YUMA_ASSERT(offsetof(yuma_root_proportion_input, tao_weight) == 16);
YUMA_ASSERT(sizeof(yuma_root_proportion_input) == 24);

typedef struct yuma_root_proportion_output {
    yuma_u128 y; /* raw U96F32: 2^32 is one */
} yuma_root_proportion_output;
YUMA_ASSERT(offsetof(yuma_root_proportion_output, y) == 0);
YUMA_ASSERT(sizeof(yuma_root_proportion_output) == 16);

/* subnet_terms */

/** Fields of subnet_terms, as errors number them. */
enum yuma_subnet_terms_field {
    YUMA_SUBNET_TERMS_FIELD_TAO_EMISSION = 1,
    YUMA_SUBNET_TERMS_FIELD_ALPHA_ISSUANCE = 2,
    YUMA_SUBNET_TERMS_FIELD_PRICE = 3,
    YUMA_SUBNET_TERMS_FIELD_ROOT_TAO = 4,
    YUMA_SUBNET_TERMS_FIELD_TAO_WEIGHT = 5,
};

typedef struct yuma_subnet_terms_input {
    yuma_u128 tao_emission; /* raw U96F32 rao: 2^32 is one */
    uint64_t alpha_issuance; /* rao */
    yuma_u128 price; /* raw U64F64 TAO an alpha: 2^64 is one */
    uint64_t root_tao; /* rao */
    uint64_t tao_weight; /* fraction of 2^64-1 */
} yuma_subnet_terms_input;
YUMA_ASSERT(offsetof(yuma_subnet_terms_input, tao_emission) == 0);
YUMA_ASSERT(offsetof(yuma_subnet_terms_input, alpha_issuance) == 16);
YUMA_ASSERT(offsetof(yuma_subnet_terms_input, price) == 24);
YUMA_ASSERT(offsetof(yuma_subnet_terms_input, root_tao) == 40);
YUMA_ASSERT(offsetof(yuma_subnet_terms_input, tao_weight) == 48);
YUMA_ASSERT(sizeof(yuma_subnet_terms_input) == 56);

typedef struct yuma_subnet_terms_output {
    yuma_u128 alpha_emission; /* raw U96F32 rao: 2^32 is one */
    yuma_u128 root_proportion; /* raw U96F32: 2^32 is one */
    yuma_u128 cap; /* raw U96F32 rao: 2^32 is one */
    yuma_u128 alpha_in; /* raw U96F32 rao: 2^32 is one */
    yuma_u128 tao_in; /* raw U96F32 rao: 2^32 is one */
    yuma_u128 excess_tao; /* raw U96F32 rao: 2^32 is one */
    yuma_u128 alpha_out; /* raw U96F32 rao: 2^32 is one */
    uint64_t alpha_in_u64; /* rao */
    uint64_t tao_in_u64; /* rao */
    uint64_t excess_tao_u64; /* rao */
    uint64_t alpha_out_u64; /* rao */
} yuma_subnet_terms_output;
YUMA_ASSERT(offsetof(yuma_subnet_terms_output, alpha_emission) == 0);
YUMA_ASSERT(offsetof(yuma_subnet_terms_output, root_proportion) == 16);
YUMA_ASSERT(offsetof(yuma_subnet_terms_output, cap) == 32);
YUMA_ASSERT(offsetof(yuma_subnet_terms_output, alpha_in) == 48);
YUMA_ASSERT(offsetof(yuma_subnet_terms_output, tao_in) == 64);
YUMA_ASSERT(offsetof(yuma_subnet_terms_output, excess_tao) == 80);
YUMA_ASSERT(offsetof(yuma_subnet_terms_output, alpha_out) == 96);
YUMA_ASSERT(offsetof(yuma_subnet_terms_output, alpha_in_u64) == 112);
YUMA_ASSERT(offsetof(yuma_subnet_terms_output, tao_in_u64) == 120);
YUMA_ASSERT(offsetof(yuma_subnet_terms_output, excess_tao_u64) == 128);
YUMA_ASSERT(offsetof(yuma_subnet_terms_output, alpha_out_u64) == 136);
YUMA_ASSERT(sizeof(yuma_subnet_terms_output) == 144);

/* alpha_split */

/** Fields of alpha_split, as errors number them. */
enum yuma_alpha_split_field {
    YUMA_ALPHA_SPLIT_FIELD_ALPHA_OUT = 1,
    YUMA_ALPHA_SPLIT_FIELD_ALPHA_ISSUANCE_AFTER_MINT = 2,
    YUMA_ALPHA_SPLIT_FIELD_OWNER_CUT = 3,
    YUMA_ALPHA_SPLIT_FIELD_OWNER_CUT_ENABLED = 4,
    YUMA_ALPHA_SPLIT_FIELD_ROOT_TAO = 5,
    YUMA_ALPHA_SPLIT_FIELD_TAO_WEIGHT = 6,
};

typedef struct yuma_alpha_split_input {
    yuma_u128 alpha_out; /* raw U96F32 rao: 2^32 is one */
    uint64_t alpha_issuance_after_mint; /* rao */
    uint16_t owner_cut; /* fraction of 65535 */
    uint8_t owner_cut_enabled; /* 0 or 1 */
    uint64_t root_tao; /* rao */
    uint64_t tao_weight; /* fraction of 2^64-1 */
} yuma_alpha_split_input;
YUMA_ASSERT(offsetof(yuma_alpha_split_input, alpha_out) == 0);
YUMA_ASSERT(offsetof(yuma_alpha_split_input, alpha_issuance_after_mint) == 16);
YUMA_ASSERT(offsetof(yuma_alpha_split_input, owner_cut) == 24);
YUMA_ASSERT(offsetof(yuma_alpha_split_input, owner_cut_enabled) == 26);
YUMA_ASSERT(offsetof(yuma_alpha_split_input, root_tao) == 32);
YUMA_ASSERT(offsetof(yuma_alpha_split_input, tao_weight) == 40);
YUMA_ASSERT(sizeof(yuma_alpha_split_input) == 48);

typedef struct yuma_alpha_split_output {
    uint64_t alpha_created; /* rao */
    yuma_u128 owner_cut; /* raw U96F32 rao: 2^32 is one */
    yuma_u128 root_proportion; /* raw U96F32: 2^32 is one */
    yuma_u128 root_alpha; /* raw U96F32 rao: 2^32 is one */
    yuma_u128 server; /* raw U96F32 rao: 2^32 is one */
    yuma_u128 total_validator; /* raw U96F32 rao: 2^32 is one */
    yuma_u128 validator; /* raw U96F32 rao: 2^32 is one */
    uint64_t owner_cut_u64; /* rao */
    uint64_t root_alpha_u64; /* rao */
    uint64_t server_u64; /* rao */
    uint64_t validator_u64; /* rao */
} yuma_alpha_split_output;
YUMA_ASSERT(offsetof(yuma_alpha_split_output, alpha_created) == 0);
YUMA_ASSERT(offsetof(yuma_alpha_split_output, owner_cut) == 8);
YUMA_ASSERT(offsetof(yuma_alpha_split_output, root_proportion) == 24);
YUMA_ASSERT(offsetof(yuma_alpha_split_output, root_alpha) == 40);
YUMA_ASSERT(offsetof(yuma_alpha_split_output, server) == 56);
YUMA_ASSERT(offsetof(yuma_alpha_split_output, total_validator) == 72);
YUMA_ASSERT(offsetof(yuma_alpha_split_output, validator) == 88);
YUMA_ASSERT(offsetof(yuma_alpha_split_output, owner_cut_u64) == 104);
YUMA_ASSERT(offsetof(yuma_alpha_split_output, root_alpha_u64) == 112);
YUMA_ASSERT(offsetof(yuma_alpha_split_output, server_u64) == 120);
YUMA_ASSERT(offsetof(yuma_alpha_split_output, validator_u64) == 128);
YUMA_ASSERT(sizeof(yuma_alpha_split_output) == 136);

/* coinbase_block */

/** Fields of coinbase_block, as errors number them. */
enum yuma_coinbase_block_field {
    YUMA_COINBASE_BLOCK_FIELD_ISSUANCE = 1,
    YUMA_COINBASE_BLOCK_FIELD_ROOT_TAO = 2,
    YUMA_COINBASE_BLOCK_FIELD_TAO_WEIGHT = 3,
    YUMA_COINBASE_BLOCK_FIELD_OWNER_CUT = 4,
    YUMA_COINBASE_BLOCK_FIELD_SUBNETS = 5,
};

typedef struct yuma_coinbase_block_input_subnet {
    uint16_t netuid;
    uint16_t mechanism; /* 0: no pool, and a price of one */
    yuma_i128 moving_price; /* raw I96F32 TAO an alpha: 2^32 is one */
    yuma_u128 miner_burned; /* raw U96F32: 2^32 is one */
    uint8_t emission_enabled; /* 0 or 1 */
    uint64_t alpha_in; /* rao */
    uint64_t alpha_out; /* rao */
    yuma_u128 price; /* raw U64F64 TAO an alpha: 2^64 is one */
    uint8_t owner_cut_enabled; /* 0 or 1 */
} yuma_coinbase_block_input_subnet;
YUMA_ASSERT(offsetof(yuma_coinbase_block_input_subnet, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_coinbase_block_input_subnet, mechanism) == 2);
YUMA_ASSERT(offsetof(yuma_coinbase_block_input_subnet, moving_price) == 8);
YUMA_ASSERT(offsetof(yuma_coinbase_block_input_subnet, miner_burned) == 24);
YUMA_ASSERT(offsetof(yuma_coinbase_block_input_subnet, emission_enabled) == 40);
YUMA_ASSERT(offsetof(yuma_coinbase_block_input_subnet, alpha_in) == 48);
YUMA_ASSERT(offsetof(yuma_coinbase_block_input_subnet, alpha_out) == 56);
YUMA_ASSERT(offsetof(yuma_coinbase_block_input_subnet, price) == 64);
YUMA_ASSERT(offsetof(yuma_coinbase_block_input_subnet, owner_cut_enabled) == 80);
YUMA_ASSERT(sizeof(yuma_coinbase_block_input_subnet) == 88);

typedef struct yuma_coinbase_block_input {
    uint64_t issuance; /* rao */
    uint64_t root_tao; /* rao */
    uint64_t tao_weight; /* fraction of 2^64-1 */
    uint16_t owner_cut; /* fraction of 65535 */
    yuma_list subnets; /* of yuma_coinbase_block_input_subnet */
} yuma_coinbase_block_input;
YUMA_ASSERT(offsetof(yuma_coinbase_block_input, issuance) == 0);
YUMA_ASSERT(offsetof(yuma_coinbase_block_input, root_tao) == 8);
YUMA_ASSERT(offsetof(yuma_coinbase_block_input, tao_weight) == 16);
YUMA_ASSERT(offsetof(yuma_coinbase_block_input, owner_cut) == 24);
YUMA_ASSERT(offsetof(yuma_coinbase_block_input, subnets) == 28);
YUMA_ASSERT(sizeof(yuma_coinbase_block_input) == 40);

typedef struct yuma_coinbase_block_output_subnet_terms {
    yuma_u128 emission; /* raw U96F32 rao: 2^32 is one */
    uint64_t tao_in; /* rao */
    uint64_t alpha_in; /* rao */
    uint64_t alpha_out; /* rao */
    uint64_t excess_tao; /* rao */
    uint64_t owner; /* rao */
    uint64_t server; /* rao */
    uint64_t validator; /* rao */
    uint64_t root_alpha; /* rao */
} yuma_coinbase_block_output_subnet_terms;
YUMA_ASSERT(offsetof(yuma_coinbase_block_output_subnet_terms, emission) == 0);
YUMA_ASSERT(offsetof(yuma_coinbase_block_output_subnet_terms, tao_in) == 16);
YUMA_ASSERT(offsetof(yuma_coinbase_block_output_subnet_terms, alpha_in) == 24);
YUMA_ASSERT(offsetof(yuma_coinbase_block_output_subnet_terms, alpha_out) == 32);
YUMA_ASSERT(offsetof(yuma_coinbase_block_output_subnet_terms, excess_tao) == 40);
YUMA_ASSERT(offsetof(yuma_coinbase_block_output_subnet_terms, owner) == 48);
YUMA_ASSERT(offsetof(yuma_coinbase_block_output_subnet_terms, server) == 56);
YUMA_ASSERT(offsetof(yuma_coinbase_block_output_subnet_terms, validator) == 64);
YUMA_ASSERT(offsetof(yuma_coinbase_block_output_subnet_terms, root_alpha) == 72);
YUMA_ASSERT(sizeof(yuma_coinbase_block_output_subnet_terms) == 80);

typedef struct yuma_coinbase_block_output_subnet {
    uint16_t netuid;
    yuma_coinbase_block_output_subnet_terms terms;
} yuma_coinbase_block_output_subnet;
YUMA_ASSERT(offsetof(yuma_coinbase_block_output_subnet, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_coinbase_block_output_subnet, terms) == 8);
YUMA_ASSERT(sizeof(yuma_coinbase_block_output_subnet) == 88);

typedef struct yuma_coinbase_block_output {
    uint64_t block_emission; /* rao */
    uint8_t root_sell_flag; /* 0 or 1 */
    yuma_list subnets; /* of yuma_coinbase_block_output_subnet */
} yuma_coinbase_block_output;
YUMA_ASSERT(offsetof(yuma_coinbase_block_output, block_emission) == 0);
YUMA_ASSERT(offsetof(yuma_coinbase_block_output, root_sell_flag) == 8);
YUMA_ASSERT(offsetof(yuma_coinbase_block_output, subnets) == 12);
YUMA_ASSERT(sizeof(yuma_coinbase_block_output) == 24);

/* moving_price */

/** Fields of moving_price, as errors number them. */
enum yuma_moving_price_field {
    YUMA_MOVING_PRICE_FIELD_NETUID = 1,
    YUMA_MOVING_PRICE_FIELD_MECHANISM = 2,
    YUMA_MOVING_PRICE_FIELD_BLOCK = 3,
    YUMA_MOVING_PRICE_FIELD_FIRST_EMISSION_BLOCK = 4,
    YUMA_MOVING_PRICE_FIELD_HALVING_BLOCKS = 5,
    YUMA_MOVING_PRICE_FIELD_MOVING_ALPHA = 6,
    YUMA_MOVING_PRICE_FIELD_MOVING_PRICE = 7,
    YUMA_MOVING_PRICE_FIELD_PRICE = 8,
};

typedef struct yuma_moving_price_input {
    uint16_t netuid;
    uint16_t mechanism; /* 0: no pool, and a price of one */
    uint64_t block; /* block number */
    yuma_optional_uint64 first_emission_block; /* block number */
    uint64_t halving_blocks; /* blocks */
    yuma_i128 moving_alpha; /* raw I96F32: 2^32 is one */
    yuma_i128 moving_price; /* raw I96F32 TAO an alpha: 2^32 is one */
    yuma_u128 price; /* raw U64F64 TAO an alpha: 2^64 is one */
} yuma_moving_price_input;
YUMA_ASSERT(offsetof(yuma_moving_price_input, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_moving_price_input, mechanism) == 2);
YUMA_ASSERT(offsetof(yuma_moving_price_input, block) == 8);
YUMA_ASSERT(offsetof(yuma_moving_price_input, first_emission_block) == 16);
YUMA_ASSERT(offsetof(yuma_moving_price_input, halving_blocks) == 32);
YUMA_ASSERT(offsetof(yuma_moving_price_input, moving_alpha) == 40);
YUMA_ASSERT(offsetof(yuma_moving_price_input, moving_price) == 56);
YUMA_ASSERT(offsetof(yuma_moving_price_input, price) == 72);
YUMA_ASSERT(sizeof(yuma_moving_price_input) == 88);

typedef struct yuma_moving_price_output {
    yuma_u128 alpha; /* raw U64F64: 2^64 is one */
    yuma_i128 moving_price; /* raw I96F32 TAO an alpha: 2^32 is one */
} yuma_moving_price_output;
YUMA_ASSERT(offsetof(yuma_moving_price_output, alpha) == 0);
YUMA_ASSERT(offsetof(yuma_moving_price_output, moving_price) == 16);
YUMA_ASSERT(sizeof(yuma_moving_price_output) == 32);

/* dividend_distribution */

/** Fields of dividend_distribution, as errors number them. */
enum yuma_dividend_distribution_field {
    YUMA_DIVIDEND_DISTRIBUTION_FIELD_HOTKEYS = 1,
    YUMA_DIVIDEND_DISTRIBUTION_FIELD_PENDING_ALPHA = 2,
    YUMA_DIVIDEND_DISTRIBUTION_FIELD_PENDING_ROOT_ALPHA = 3,
    YUMA_DIVIDEND_DISTRIBUTION_FIELD_TAO_WEIGHT = 4,
};

typedef struct yuma_dividend_distribution_input_hotkey_stake {
    uint64_t alpha;
    uint64_t root;
} yuma_dividend_distribution_input_hotkey_stake;
YUMA_ASSERT(offsetof(yuma_dividend_distribution_input_hotkey_stake, alpha) == 0);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_input_hotkey_stake, root) == 8);
YUMA_ASSERT(sizeof(yuma_dividend_distribution_input_hotkey_stake) == 16);

typedef struct yuma_optional_dividend_distribution_input_hotkey_stake {
    uint8_t is_there;
    yuma_dividend_distribution_input_hotkey_stake value;
} yuma_optional_dividend_distribution_input_hotkey_stake;
YUMA_ASSERT(offsetof(yuma_optional_dividend_distribution_input_hotkey_stake, value) == 8);
YUMA_ASSERT(sizeof(yuma_optional_dividend_distribution_input_hotkey_stake) == 24);

typedef struct yuma_dividend_distribution_input_hotkey {
    uint32_t id;
    yuma_u128 dividend; /* raw U96F32 rao: 2^32 is one */
    yuma_optional_dividend_distribution_input_hotkey_stake stake; /* rao, rao */
} yuma_dividend_distribution_input_hotkey;
YUMA_ASSERT(offsetof(yuma_dividend_distribution_input_hotkey, id) == 0);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_input_hotkey, dividend) == 8);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_input_hotkey, stake) == 24);
YUMA_ASSERT(sizeof(yuma_dividend_distribution_input_hotkey) == 48);

typedef struct yuma_dividend_distribution_input {
    yuma_list hotkeys; /* of yuma_dividend_distribution_input_hotkey */
    uint64_t pending_alpha; /* rao */
    uint64_t pending_root_alpha; /* rao */
    yuma_u128 tao_weight; /* raw U96F32: 2^32 is one */
} yuma_dividend_distribution_input;
YUMA_ASSERT(offsetof(yuma_dividend_distribution_input, hotkeys) == 0);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_input, pending_alpha) == 8);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_input, pending_root_alpha) == 16);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_input, tao_weight) == 24);
YUMA_ASSERT(sizeof(yuma_dividend_distribution_input) == 40);

typedef struct yuma_dividend_distribution_output_alpha_dividend {
    uint32_t id;
    yuma_u128 value;
} yuma_dividend_distribution_output_alpha_dividend;
YUMA_ASSERT(offsetof(yuma_dividend_distribution_output_alpha_dividend, id) == 0);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_output_alpha_dividend, value) == 8);
YUMA_ASSERT(sizeof(yuma_dividend_distribution_output_alpha_dividend) == 24);

typedef struct yuma_dividend_distribution_output_root_alpha_dividend {
    uint32_t id;
    yuma_u128 value;
} yuma_dividend_distribution_output_root_alpha_dividend;
YUMA_ASSERT(offsetof(yuma_dividend_distribution_output_root_alpha_dividend, id) == 0);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_output_root_alpha_dividend, value) == 8);
YUMA_ASSERT(sizeof(yuma_dividend_distribution_output_root_alpha_dividend) == 24);

typedef struct yuma_dividend_distribution_output {
    yuma_list alpha_dividends; /* of yuma_dividend_distribution_output_alpha_dividend; raw U96F32 rao: 2^32 is one */
    yuma_list root_alpha_dividends; /* of yuma_dividend_distribution_output_root_alpha_dividend; raw U96F32 rao: 2^32 is one */
} yuma_dividend_distribution_output;
YUMA_ASSERT(offsetof(yuma_dividend_distribution_output, alpha_dividends) == 0);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_output, root_alpha_dividends) == 8);
YUMA_ASSERT(sizeof(yuma_dividend_distribution_output) == 16);

/* dividend_distribution_475 */

/** Fields of dividend_distribution_475, as errors number them. */
enum yuma_dividend_distribution_475_field {
    YUMA_DIVIDEND_DISTRIBUTION_475_FIELD_HOTKEYS = 1,
    YUMA_DIVIDEND_DISTRIBUTION_475_FIELD_PENDING_ALPHA = 2,
    YUMA_DIVIDEND_DISTRIBUTION_475_FIELD_PENDING_ROOT_ALPHA = 3,
    YUMA_DIVIDEND_DISTRIBUTION_475_FIELD_TAO_WEIGHT = 4,
};

typedef struct yuma_dividend_distribution_475_input_hotkey_stake {
    uint64_t alpha;
    uint64_t root;
} yuma_dividend_distribution_475_input_hotkey_stake;
YUMA_ASSERT(offsetof(yuma_dividend_distribution_475_input_hotkey_stake, alpha) == 0);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_475_input_hotkey_stake, root) == 8);
YUMA_ASSERT(sizeof(yuma_dividend_distribution_475_input_hotkey_stake) == 16);

typedef struct yuma_optional_dividend_distribution_475_input_hotkey_stake {
    uint8_t is_there;
    yuma_dividend_distribution_475_input_hotkey_stake value;
} yuma_optional_dividend_distribution_475_input_hotkey_stake;
YUMA_ASSERT(offsetof(yuma_optional_dividend_distribution_475_input_hotkey_stake, value) == 8);
YUMA_ASSERT(sizeof(yuma_optional_dividend_distribution_475_input_hotkey_stake) == 24);

typedef struct yuma_dividend_distribution_475_input_hotkey {
    uint32_t id;
    yuma_u128 dividend; /* raw U96F32 rao: 2^32 is one */
    yuma_optional_dividend_distribution_475_input_hotkey_stake stake; /* rao, rao */
    uint8_t on_root; /* 0 or 1 */
} yuma_dividend_distribution_475_input_hotkey;
YUMA_ASSERT(offsetof(yuma_dividend_distribution_475_input_hotkey, id) == 0);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_475_input_hotkey, dividend) == 8);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_475_input_hotkey, stake) == 24);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_475_input_hotkey, on_root) == 48);
YUMA_ASSERT(sizeof(yuma_dividend_distribution_475_input_hotkey) == 56);

typedef struct yuma_dividend_distribution_475_input {
    yuma_list hotkeys; /* of yuma_dividend_distribution_475_input_hotkey */
    uint64_t pending_alpha; /* rao */
    uint64_t pending_root_alpha; /* rao */
    yuma_u128 tao_weight; /* raw U96F32: 2^32 is one */
} yuma_dividend_distribution_475_input;
YUMA_ASSERT(offsetof(yuma_dividend_distribution_475_input, hotkeys) == 0);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_475_input, pending_alpha) == 8);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_475_input, pending_root_alpha) == 16);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_475_input, tao_weight) == 24);
YUMA_ASSERT(sizeof(yuma_dividend_distribution_475_input) == 40);

typedef struct yuma_dividend_distribution_475_output_alpha_dividend {
    uint32_t id;
    yuma_u128 value;
} yuma_dividend_distribution_475_output_alpha_dividend;
YUMA_ASSERT(offsetof(yuma_dividend_distribution_475_output_alpha_dividend, id) == 0);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_475_output_alpha_dividend, value) == 8);
YUMA_ASSERT(sizeof(yuma_dividend_distribution_475_output_alpha_dividend) == 24);

typedef struct yuma_dividend_distribution_475_output_root_alpha_dividend {
    uint32_t id;
    yuma_u128 value;
} yuma_dividend_distribution_475_output_root_alpha_dividend;
YUMA_ASSERT(offsetof(yuma_dividend_distribution_475_output_root_alpha_dividend, id) == 0);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_475_output_root_alpha_dividend, value) == 8);
YUMA_ASSERT(sizeof(yuma_dividend_distribution_475_output_root_alpha_dividend) == 24);

typedef struct yuma_dividend_distribution_475_output {
    yuma_list alpha_dividends; /* of yuma_dividend_distribution_475_output_alpha_dividend; raw U96F32 rao: 2^32 is one */
    yuma_list root_alpha_dividends; /* of yuma_dividend_distribution_475_output_root_alpha_dividend; raw U96F32 rao: 2^32 is one */
} yuma_dividend_distribution_475_output;
YUMA_ASSERT(offsetof(yuma_dividend_distribution_475_output, alpha_dividends) == 0);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_475_output, root_alpha_dividends) == 8);
YUMA_ASSERT(sizeof(yuma_dividend_distribution_475_output) == 16);

/* self_contribution */

/** Fields of self_contribution, as errors number them. */
enum yuma_self_contribution_field {
    YUMA_SELF_CONTRIBUTION_FIELD_ALPHA_STAKE = 1,
    YUMA_SELF_CONTRIBUTION_FIELD_ROOT_STAKE = 2,
    YUMA_SELF_CONTRIBUTION_FIELD_CHILDREN = 3,
    YUMA_SELF_CONTRIBUTION_FIELD_TAO_WEIGHT = 4,
};

typedef struct yuma_self_contribution_input {
    uint64_t alpha_stake; /* rao */
    uint64_t root_stake; /* rao */
    yuma_u64s children; /* fraction of 2^64-1, given to each child */
    uint64_t tao_weight; /* fraction of 2^64-1 */
} yuma_self_contribution_input;
YUMA_ASSERT(offsetof(yuma_self_contribution_input, alpha_stake) == 0);
YUMA_ASSERT(offsetof(yuma_self_contribution_input, root_stake) == 8);
YUMA_ASSERT(offsetof(yuma_self_contribution_input, children) == 16);
YUMA_ASSERT(offsetof(yuma_self_contribution_input, tao_weight) == 24);
YUMA_ASSERT(sizeof(yuma_self_contribution_input) == 32);

typedef struct yuma_self_contribution_output {
    uint64_t y; /* rao */
} yuma_self_contribution_output;
YUMA_ASSERT(offsetof(yuma_self_contribution_output, y) == 0);
YUMA_ASSERT(sizeof(yuma_self_contribution_output) == 8);

/* parent_child */

/** Fields of parent_child, as errors number them. */
enum yuma_parent_child_field {
    YUMA_PARENT_CHILD_FIELD_HOTKEY = 1,
    YUMA_PARENT_CHILD_FIELD_DIVIDENDS = 2,
    YUMA_PARENT_CHILD_FIELD_SELF_CONTRIBUTION = 3,
    YUMA_PARENT_CHILD_FIELD_PARENTS = 4,
    YUMA_PARENT_CHILD_FIELD_CHILDKEY_TAKE = 5,
    YUMA_PARENT_CHILD_FIELD_CK_BURN = 6,
    YUMA_PARENT_CHILD_FIELD_TAO_WEIGHT = 7,
};

typedef struct yuma_parent_child_input_parent {
    uint32_t id;
    uint64_t alpha_stake; /* rao */
    uint64_t root_stake; /* rao */
    uint64_t proportion; /* fraction of 2^64-1 */
    uint8_t same_owner; /* 0 or 1 */
} yuma_parent_child_input_parent;
YUMA_ASSERT(offsetof(yuma_parent_child_input_parent, id) == 0);
YUMA_ASSERT(offsetof(yuma_parent_child_input_parent, alpha_stake) == 8);
YUMA_ASSERT(offsetof(yuma_parent_child_input_parent, root_stake) == 16);
YUMA_ASSERT(offsetof(yuma_parent_child_input_parent, proportion) == 24);
YUMA_ASSERT(offsetof(yuma_parent_child_input_parent, same_owner) == 32);
YUMA_ASSERT(sizeof(yuma_parent_child_input_parent) == 40);

typedef struct yuma_parent_child_input {
    uint32_t hotkey;
    uint64_t dividends; /* rao */
    uint64_t self_contribution; /* rao */
    yuma_list parents; /* of yuma_parent_child_input_parent */
    uint16_t childkey_take; /* fraction of 65535 */
    uint64_t ck_burn; /* fraction of 2^64-1 */
    uint64_t tao_weight; /* fraction of 2^64-1 */
} yuma_parent_child_input;
YUMA_ASSERT(offsetof(yuma_parent_child_input, hotkey) == 0);
YUMA_ASSERT(offsetof(yuma_parent_child_input, dividends) == 8);
YUMA_ASSERT(offsetof(yuma_parent_child_input, self_contribution) == 16);
YUMA_ASSERT(offsetof(yuma_parent_child_input, parents) == 24);
YUMA_ASSERT(offsetof(yuma_parent_child_input, childkey_take) == 32);
YUMA_ASSERT(offsetof(yuma_parent_child_input, ck_burn) == 40);
YUMA_ASSERT(offsetof(yuma_parent_child_input, tao_weight) == 48);
YUMA_ASSERT(sizeof(yuma_parent_child_input) == 56);

typedef struct yuma_parent_child_output_tuple {
    uint32_t id;
    uint64_t rao;
} yuma_parent_child_output_tuple;
YUMA_ASSERT(offsetof(yuma_parent_child_output_tuple, id) == 0);
YUMA_ASSERT(offsetof(yuma_parent_child_output_tuple, rao) == 8);
YUMA_ASSERT(sizeof(yuma_parent_child_output_tuple) == 16);

typedef struct yuma_parent_child_output {
    yuma_list tuples; /* of yuma_parent_child_output_tuple; rao */
    yuma_u64s recycled; /* rao */
} yuma_parent_child_output;
YUMA_ASSERT(offsetof(yuma_parent_child_output, tuples) == 0);
YUMA_ASSERT(offsetof(yuma_parent_child_output, recycled) == 8);
YUMA_ASSERT(sizeof(yuma_parent_child_output) == 16);

/* take_split */

/** Fields of take_split, as errors number them. */
enum yuma_take_split_field {
    YUMA_TAKE_SPLIT_FIELD_DIVIDENDS = 1,
    YUMA_TAKE_SPLIT_FIELD_TAKE = 2,
};

typedef struct yuma_take_split_input {
    yuma_u128 dividends; /* raw U96F32 rao: 2^32 is one */
    uint16_t take; /* fraction of 65535 */
} yuma_take_split_input;
YUMA_ASSERT(offsetof(yuma_take_split_input, dividends) == 0);
YUMA_ASSERT(offsetof(yuma_take_split_input, take) == 16);
YUMA_ASSERT(sizeof(yuma_take_split_input) == 24);

typedef struct yuma_take_split_output {
    uint64_t take; /* rao */
    uint64_t rest; /* rao */
} yuma_take_split_output;
YUMA_ASSERT(offsetof(yuma_take_split_output, take) == 0);
YUMA_ASSERT(offsetof(yuma_take_split_output, rest) == 8);
YUMA_ASSERT(sizeof(yuma_take_split_output) == 16);

/* withheld */

/** Fields of withheld, as errors number them. */
enum yuma_withheld_field {
    YUMA_WITHHELD_FIELD_WITHHELD = 1,
    YUMA_WITHHELD_FIELD_TOTAL = 2,
};

typedef struct yuma_withheld_input {
    uint64_t withheld; /* rao */
    uint64_t total; /* rao */
} yuma_withheld_input;
YUMA_ASSERT(offsetof(yuma_withheld_input, withheld) == 0);
YUMA_ASSERT(offsetof(yuma_withheld_input, total) == 8);
YUMA_ASSERT(sizeof(yuma_withheld_input) == 16);

typedef struct yuma_withheld_output {
    yuma_u128 y; /* raw U96F32: 2^32 is one */
} yuma_withheld_output;
YUMA_ASSERT(offsetof(yuma_withheld_output, y) == 0);
YUMA_ASSERT(sizeof(yuma_withheld_output) == 16);

/* distribute */

/** Fields of distribute, as errors number them. */
enum yuma_distribute_field {
    YUMA_DISTRIBUTE_FIELD_HOTKEY_EMISSION = 1,
    YUMA_DISTRIBUTE_FIELD_HOTKEYS = 2,
    YUMA_DISTRIBUTE_FIELD_PENDING_SERVER = 3,
    YUMA_DISTRIBUTE_FIELD_PENDING_VALIDATOR = 4,
    YUMA_DISTRIBUTE_FIELD_PENDING_ROOT_ALPHA = 5,
    YUMA_DISTRIBUTE_FIELD_CK_BURN = 6,
    YUMA_DISTRIBUTE_FIELD_TAO_WEIGHT = 7,
};

typedef struct yuma_distribute_input_hotkey_emission {
    uint32_t id;
    uint64_t incentive;
    uint64_t dividends;
} yuma_distribute_input_hotkey_emission;
YUMA_ASSERT(offsetof(yuma_distribute_input_hotkey_emission, id) == 0);
YUMA_ASSERT(offsetof(yuma_distribute_input_hotkey_emission, incentive) == 8);
YUMA_ASSERT(offsetof(yuma_distribute_input_hotkey_emission, dividends) == 16);
YUMA_ASSERT(sizeof(yuma_distribute_input_hotkey_emission) == 24);

typedef struct yuma_distribute_input_hotkey_parent {
    uint64_t proportion;
    uint32_t parent;
} yuma_distribute_input_hotkey_parent;
YUMA_ASSERT(offsetof(yuma_distribute_input_hotkey_parent, proportion) == 0);
YUMA_ASSERT(offsetof(yuma_distribute_input_hotkey_parent, parent) == 8);
YUMA_ASSERT(sizeof(yuma_distribute_input_hotkey_parent) == 16);

typedef struct yuma_distribute_input_hotkey {
    uint32_t id;
    uint32_t owner;
    uint8_t is_owner_hotkey; /* 0 or 1 */
    uint64_t alpha_stake; /* rao */
    uint64_t root_stake; /* rao */
    yuma_u64s children; /* fraction of 2^64-1, given to each child */
    yuma_list parents; /* of yuma_distribute_input_hotkey_parent; fraction of 2^64-1 */
    uint16_t childkey_take; /* fraction of 65535 */
    uint16_t take; /* fraction of 65535 */
} yuma_distribute_input_hotkey;
YUMA_ASSERT(offsetof(yuma_distribute_input_hotkey, id) == 0);
YUMA_ASSERT(offsetof(yuma_distribute_input_hotkey, owner) == 4);
YUMA_ASSERT(offsetof(yuma_distribute_input_hotkey, is_owner_hotkey) == 8);
YUMA_ASSERT(offsetof(yuma_distribute_input_hotkey, alpha_stake) == 16);
YUMA_ASSERT(offsetof(yuma_distribute_input_hotkey, root_stake) == 24);
YUMA_ASSERT(offsetof(yuma_distribute_input_hotkey, children) == 32);
YUMA_ASSERT(offsetof(yuma_distribute_input_hotkey, parents) == 40);
YUMA_ASSERT(offsetof(yuma_distribute_input_hotkey, childkey_take) == 48);
YUMA_ASSERT(offsetof(yuma_distribute_input_hotkey, take) == 50);
YUMA_ASSERT(sizeof(yuma_distribute_input_hotkey) == 56);

typedef struct yuma_distribute_input {
    yuma_list hotkey_emission; /* of yuma_distribute_input_hotkey_emission; rao, rao */
    yuma_list hotkeys; /* of yuma_distribute_input_hotkey */
    uint64_t pending_server; /* rao */
    uint64_t pending_validator; /* rao */
    uint64_t pending_root_alpha; /* rao */
    uint64_t ck_burn; /* fraction of 2^64-1 */
    uint64_t tao_weight; /* fraction of 2^64-1 */
} yuma_distribute_input;
YUMA_ASSERT(offsetof(yuma_distribute_input, hotkey_emission) == 0);
YUMA_ASSERT(offsetof(yuma_distribute_input, hotkeys) == 8);
YUMA_ASSERT(offsetof(yuma_distribute_input, pending_server) == 16);
YUMA_ASSERT(offsetof(yuma_distribute_input, pending_validator) == 24);
YUMA_ASSERT(offsetof(yuma_distribute_input, pending_root_alpha) == 32);
YUMA_ASSERT(offsetof(yuma_distribute_input, ck_burn) == 40);
YUMA_ASSERT(offsetof(yuma_distribute_input, tao_weight) == 48);
YUMA_ASSERT(sizeof(yuma_distribute_input) == 56);

typedef struct yuma_distribute_output_incentive {
    uint32_t id;
    uint64_t value;
} yuma_distribute_output_incentive;
YUMA_ASSERT(offsetof(yuma_distribute_output_incentive, id) == 0);
YUMA_ASSERT(offsetof(yuma_distribute_output_incentive, value) == 8);
YUMA_ASSERT(sizeof(yuma_distribute_output_incentive) == 16);

typedef struct yuma_distribute_output_dividend {
    uint32_t id;
    yuma_u128 value;
} yuma_distribute_output_dividend;
YUMA_ASSERT(offsetof(yuma_distribute_output_dividend, id) == 0);
YUMA_ASSERT(offsetof(yuma_distribute_output_dividend, value) == 8);
YUMA_ASSERT(sizeof(yuma_distribute_output_dividend) == 24);

typedef struct yuma_distribute_output_alpha_dividend {
    uint32_t id;
    yuma_u128 value;
} yuma_distribute_output_alpha_dividend;
YUMA_ASSERT(offsetof(yuma_distribute_output_alpha_dividend, id) == 0);
YUMA_ASSERT(offsetof(yuma_distribute_output_alpha_dividend, value) == 8);
YUMA_ASSERT(sizeof(yuma_distribute_output_alpha_dividend) == 24);

typedef struct yuma_distribute_output_root_alpha_dividend {
    uint32_t id;
    yuma_u128 value;
} yuma_distribute_output_root_alpha_dividend;
YUMA_ASSERT(offsetof(yuma_distribute_output_root_alpha_dividend, id) == 0);
YUMA_ASSERT(offsetof(yuma_distribute_output_root_alpha_dividend, value) == 8);
YUMA_ASSERT(sizeof(yuma_distribute_output_root_alpha_dividend) == 24);

typedef struct yuma_distribute_output_alpha_take_rest {
    uint32_t id;
    uint64_t take;
    uint64_t rest;
} yuma_distribute_output_alpha_take_rest;
YUMA_ASSERT(offsetof(yuma_distribute_output_alpha_take_rest, id) == 0);
YUMA_ASSERT(offsetof(yuma_distribute_output_alpha_take_rest, take) == 8);
YUMA_ASSERT(offsetof(yuma_distribute_output_alpha_take_rest, rest) == 16);
YUMA_ASSERT(sizeof(yuma_distribute_output_alpha_take_rest) == 24);

typedef struct yuma_distribute_output_root_take_rest {
    uint32_t id;
    uint64_t take;
    uint64_t rest;
} yuma_distribute_output_root_take_rest;
YUMA_ASSERT(offsetof(yuma_distribute_output_root_take_rest, id) == 0);
YUMA_ASSERT(offsetof(yuma_distribute_output_root_take_rest, take) == 8);
YUMA_ASSERT(offsetof(yuma_distribute_output_root_take_rest, rest) == 16);
YUMA_ASSERT(sizeof(yuma_distribute_output_root_take_rest) == 24);

typedef struct yuma_distribute_output {
    uint64_t validator_alpha; /* rao */
    yuma_list incentives; /* of yuma_distribute_output_incentive; rao */
    yuma_list dividends; /* of yuma_distribute_output_dividend; raw U96F32 rao: 2^32 is one */
    yuma_u64s ck_recycled; /* rao */
    yuma_list alpha_dividends; /* of yuma_distribute_output_alpha_dividend; raw U96F32 rao: 2^32 is one */
    yuma_list root_alpha_dividends; /* of yuma_distribute_output_root_alpha_dividend; raw U96F32 rao: 2^32 is one */
    yuma_list alpha_take_rest; /* of yuma_distribute_output_alpha_take_rest; rao, rao */
    yuma_list root_take_rest; /* of yuma_distribute_output_root_take_rest; rao, rao */
    yuma_u128 miner_burned; /* raw U96F32: 2^32 is one */
} yuma_distribute_output;
YUMA_ASSERT(offsetof(yuma_distribute_output, validator_alpha) == 0);
YUMA_ASSERT(offsetof(yuma_distribute_output, incentives) == 8);
YUMA_ASSERT(offsetof(yuma_distribute_output, dividends) == 16);
YUMA_ASSERT(offsetof(yuma_distribute_output, ck_recycled) == 24);
YUMA_ASSERT(offsetof(yuma_distribute_output, alpha_dividends) == 32);
YUMA_ASSERT(offsetof(yuma_distribute_output, root_alpha_dividends) == 40);
YUMA_ASSERT(offsetof(yuma_distribute_output, alpha_take_rest) == 48);
YUMA_ASSERT(offsetof(yuma_distribute_output, root_take_rest) == 56);
YUMA_ASSERT(offsetof(yuma_distribute_output, miner_burned) == 64);
YUMA_ASSERT(sizeof(yuma_distribute_output) == 80);

/* schedule */

/** Fields of schedule, as errors number them. */
enum yuma_schedule_field {
    YUMA_SCHEDULE_FIELD_NETUID = 1,
    YUMA_SCHEDULE_FIELD_TEMPO = 2,
    YUMA_SCHEDULE_FIELD_LAST_EPOCH_BLOCK = 3,
    YUMA_SCHEDULE_FIELD_PENDING_EPOCH_AT = 4,
    YUMA_SCHEDULE_FIELD_BLOCKS_SINCE_LAST_STEP = 5,
    YUMA_SCHEDULE_FIELD_EPOCH_INDEX = 6,
    YUMA_SCHEDULE_FIELD_CONSISTENT = 7,
    YUMA_SCHEDULE_FIELD_BLOCK = 8,
};

typedef struct yuma_schedule_input {
    uint16_t netuid;
    uint16_t tempo; /* blocks */
    uint64_t last_epoch_block; /* block number */
    uint64_t pending_epoch_at; /* block number, 0: none */
    uint64_t blocks_since_last_step; /* blocks */
    uint64_t epoch_index;
    uint8_t consistent; /* 0 or 1; an inconsistent one is skipped */
    uint64_t block; /* block number */
} yuma_schedule_input;
YUMA_ASSERT(offsetof(yuma_schedule_input, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_schedule_input, tempo) == 2);
YUMA_ASSERT(offsetof(yuma_schedule_input, last_epoch_block) == 8);
YUMA_ASSERT(offsetof(yuma_schedule_input, pending_epoch_at) == 16);
YUMA_ASSERT(offsetof(yuma_schedule_input, blocks_since_last_step) == 24);
YUMA_ASSERT(offsetof(yuma_schedule_input, epoch_index) == 32);
YUMA_ASSERT(offsetof(yuma_schedule_input, consistent) == 40);
YUMA_ASSERT(offsetof(yuma_schedule_input, block) == 48);
YUMA_ASSERT(sizeof(yuma_schedule_input) == 56);

typedef struct yuma_schedule_output {
    uint8_t should_run; /* 0 or 1 */
    uint64_t blocks_until_next_auto; /* blocks, 2^64-1: never */
    yuma_optional_uint64 next_epoch_start; /* block number */
} yuma_schedule_output;
YUMA_ASSERT(offsetof(yuma_schedule_output, should_run) == 0);
YUMA_ASSERT(offsetof(yuma_schedule_output, blocks_until_next_auto) == 8);
YUMA_ASSERT(offsetof(yuma_schedule_output, next_epoch_start) == 16);
YUMA_ASSERT(sizeof(yuma_schedule_output) == 32);

/* schedule_475 */

/** Fields of schedule_475, as errors number them. */
enum yuma_schedule_475_field {
    YUMA_SCHEDULE_475_FIELD_NETUID = 1,
    YUMA_SCHEDULE_475_FIELD_TEMPO = 2,
    YUMA_SCHEDULE_475_FIELD_LAST_EPOCH_BLOCK = 3,
    YUMA_SCHEDULE_475_FIELD_PENDING_EPOCH_AT = 4,
    YUMA_SCHEDULE_475_FIELD_BLOCKS_SINCE_LAST_STEP = 5,
    YUMA_SCHEDULE_475_FIELD_EPOCH_INDEX = 6,
    YUMA_SCHEDULE_475_FIELD_CONSISTENT = 7,
    YUMA_SCHEDULE_475_FIELD_BLOCK = 8,
};

typedef struct yuma_schedule_475_input {
    uint16_t netuid;
    uint16_t tempo; /* blocks */
    uint64_t last_epoch_block; /* block number */
    uint64_t pending_epoch_at; /* block number, 0: none */
    uint64_t blocks_since_last_step; /* blocks */
    uint64_t epoch_index;
    uint8_t consistent; /* 0 or 1; an inconsistent one is skipped */
    uint64_t block; /* block number */
} yuma_schedule_475_input;
YUMA_ASSERT(offsetof(yuma_schedule_475_input, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_schedule_475_input, tempo) == 2);
YUMA_ASSERT(offsetof(yuma_schedule_475_input, last_epoch_block) == 8);
YUMA_ASSERT(offsetof(yuma_schedule_475_input, pending_epoch_at) == 16);
YUMA_ASSERT(offsetof(yuma_schedule_475_input, blocks_since_last_step) == 24);
YUMA_ASSERT(offsetof(yuma_schedule_475_input, epoch_index) == 32);
YUMA_ASSERT(offsetof(yuma_schedule_475_input, consistent) == 40);
YUMA_ASSERT(offsetof(yuma_schedule_475_input, block) == 48);
YUMA_ASSERT(sizeof(yuma_schedule_475_input) == 56);

typedef struct yuma_schedule_475_output {
    uint8_t should_run; /* 0 or 1 */
} yuma_schedule_475_output;
YUMA_ASSERT(offsetof(yuma_schedule_475_output, should_run) == 0);
YUMA_ASSERT(sizeof(yuma_schedule_475_output) == 1);

/* schedule_old */

/** Fields of schedule_old, as errors number them. */
enum yuma_schedule_old_field {
    YUMA_SCHEDULE_OLD_FIELD_NETUID = 1,
    YUMA_SCHEDULE_OLD_FIELD_TEMPO = 2,
    YUMA_SCHEDULE_OLD_FIELD_BLOCK = 3,
    YUMA_SCHEDULE_OLD_FIELD_VARIANT = 4,
    YUMA_SCHEDULE_OLD_FIELD_TEMPO_ZERO_BLOCKS = 5,
};

typedef struct yuma_schedule_old_input {
    uint16_t netuid;
    uint16_t tempo; /* blocks */
    uint64_t block; /* block number */
    uint8_t variant; /* an enum yuma_variant */
    uint64_t tempo_zero_blocks; /* blocks that a tempo of 0 gives, 2^64-1 */
} yuma_schedule_old_input;
YUMA_ASSERT(offsetof(yuma_schedule_old_input, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_schedule_old_input, tempo) == 2);
YUMA_ASSERT(offsetof(yuma_schedule_old_input, block) == 8);
YUMA_ASSERT(offsetof(yuma_schedule_old_input, variant) == 16);
YUMA_ASSERT(offsetof(yuma_schedule_old_input, tempo_zero_blocks) == 24);
YUMA_ASSERT(sizeof(yuma_schedule_old_input) == 32);

typedef struct yuma_schedule_old_output {
    uint64_t blocks_until_next_epoch; /* blocks */
} yuma_schedule_old_output;
YUMA_ASSERT(offsetof(yuma_schedule_old_output, blocks_until_next_epoch) == 0);
YUMA_ASSERT(sizeof(yuma_schedule_old_output) == 8);

/* schedule_sim */

/** Fields of schedule_sim, as errors number them. */
enum yuma_schedule_sim_field {
    YUMA_SCHEDULE_SIM_FIELD_START_BLOCK = 1,
    YUMA_SCHEDULE_SIM_FIELD_BLOCKS = 2,
    YUMA_SCHEDULE_SIM_FIELD_CAP = 3,
    YUMA_SCHEDULE_SIM_FIELD_SUBNETS = 4,
};

typedef struct yuma_schedule_sim_input_subnet {
    uint16_t netuid;
    uint16_t tempo; /* blocks */
    uint64_t last_epoch_block; /* block number */
    uint64_t pending_epoch_at; /* block number, 0: none */
    uint64_t blocks_since_last_step; /* blocks */
    uint64_t epoch_index;
    uint8_t consistent; /* 0 or 1; an inconsistent one is skipped */
} yuma_schedule_sim_input_subnet;
YUMA_ASSERT(offsetof(yuma_schedule_sim_input_subnet, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_schedule_sim_input_subnet, tempo) == 2);
YUMA_ASSERT(offsetof(yuma_schedule_sim_input_subnet, last_epoch_block) == 8);
YUMA_ASSERT(offsetof(yuma_schedule_sim_input_subnet, pending_epoch_at) == 16);
YUMA_ASSERT(offsetof(yuma_schedule_sim_input_subnet, blocks_since_last_step) == 24);
YUMA_ASSERT(offsetof(yuma_schedule_sim_input_subnet, epoch_index) == 32);
YUMA_ASSERT(offsetof(yuma_schedule_sim_input_subnet, consistent) == 40);
YUMA_ASSERT(sizeof(yuma_schedule_sim_input_subnet) == 48);

typedef struct yuma_schedule_sim_input {
    uint64_t start_block; /* block number */
    uint64_t blocks; /* blocks */
    uint32_t cap; /* epochs a block */
    yuma_list subnets; /* of yuma_schedule_sim_input_subnet */
} yuma_schedule_sim_input;
YUMA_ASSERT(offsetof(yuma_schedule_sim_input, start_block) == 0);
YUMA_ASSERT(offsetof(yuma_schedule_sim_input, blocks) == 8);
YUMA_ASSERT(offsetof(yuma_schedule_sim_input, cap) == 16);
YUMA_ASSERT(offsetof(yuma_schedule_sim_input, subnets) == 20);
YUMA_ASSERT(sizeof(yuma_schedule_sim_input) == 32);

typedef struct yuma_schedule_sim_output_event {
    uint64_t block;
    uint16_t netuid;
    uint8_t event; /* an enum yuma_event */
} yuma_schedule_sim_output_event;
YUMA_ASSERT(offsetof(yuma_schedule_sim_output_event, block) == 0);
YUMA_ASSERT(offsetof(yuma_schedule_sim_output_event, netuid) == 8);
YUMA_ASSERT(offsetof(yuma_schedule_sim_output_event, event) == 10);
YUMA_ASSERT(sizeof(yuma_schedule_sim_output_event) == 16);

typedef struct yuma_schedule_sim_output_deferred_before_drain {
    uint64_t block;
    yuma_u16s items;
} yuma_schedule_sim_output_deferred_before_drain;
YUMA_ASSERT(offsetof(yuma_schedule_sim_output_deferred_before_drain, block) == 0);
YUMA_ASSERT(offsetof(yuma_schedule_sim_output_deferred_before_drain, items) == 8);
YUMA_ASSERT(sizeof(yuma_schedule_sim_output_deferred_before_drain) == 16);

typedef struct yuma_schedule_sim_output_final {
    uint16_t netuid;
    uint16_t tempo; /* blocks */
    uint64_t last_epoch_block; /* block number */
    uint64_t pending_epoch_at; /* block number, 0: none */
    uint64_t blocks_since_last_step; /* blocks */
    uint64_t epoch_index;
    uint8_t consistent; /* 0 or 1 */
} yuma_schedule_sim_output_final;
YUMA_ASSERT(offsetof(yuma_schedule_sim_output_final, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_schedule_sim_output_final, tempo) == 2);
YUMA_ASSERT(offsetof(yuma_schedule_sim_output_final, last_epoch_block) == 8);
YUMA_ASSERT(offsetof(yuma_schedule_sim_output_final, pending_epoch_at) == 16);
YUMA_ASSERT(offsetof(yuma_schedule_sim_output_final, blocks_since_last_step) == 24);
YUMA_ASSERT(offsetof(yuma_schedule_sim_output_final, epoch_index) == 32);
YUMA_ASSERT(offsetof(yuma_schedule_sim_output_final, consistent) == 40);
YUMA_ASSERT(sizeof(yuma_schedule_sim_output_final) == 48);

typedef struct yuma_schedule_sim_output {
    yuma_list events; /* of yuma_schedule_sim_output_event; block number */
    yuma_list deferred_before_drain; /* of yuma_schedule_sim_output_deferred_before_drain; block number */
    yuma_list final; /* of yuma_schedule_sim_output_final */
} yuma_schedule_sim_output;
YUMA_ASSERT(offsetof(yuma_schedule_sim_output, events) == 0);
YUMA_ASSERT(offsetof(yuma_schedule_sim_output, deferred_before_drain) == 8);
YUMA_ASSERT(offsetof(yuma_schedule_sim_output, final) == 16);
YUMA_ASSERT(sizeof(yuma_schedule_sim_output) == 24);

/* schedule_sim_475 */

/** Fields of schedule_sim_475, as errors number them. */
enum yuma_schedule_sim_475_field {
    YUMA_SCHEDULE_SIM_475_FIELD_START_BLOCK = 1,
    YUMA_SCHEDULE_SIM_475_FIELD_BLOCKS = 2,
    YUMA_SCHEDULE_SIM_475_FIELD_CAP = 3,
    YUMA_SCHEDULE_SIM_475_FIELD_SUBNETS = 4,
};

typedef struct yuma_schedule_sim_475_input_subnet {
    uint16_t netuid;
    uint16_t tempo; /* blocks */
    uint64_t last_epoch_block; /* block number */
    uint64_t pending_epoch_at; /* block number, 0: none */
    uint64_t blocks_since_last_step; /* blocks */
    uint64_t epoch_index;
    uint8_t consistent; /* 0 or 1; an inconsistent one is skipped */
    uint8_t null_consensus; /* 0 or 1 */
} yuma_schedule_sim_475_input_subnet;
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_input_subnet, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_input_subnet, tempo) == 2);
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_input_subnet, last_epoch_block) == 8);
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_input_subnet, pending_epoch_at) == 16);
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_input_subnet, blocks_since_last_step) == 24);
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_input_subnet, epoch_index) == 32);
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_input_subnet, consistent) == 40);
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_input_subnet, null_consensus) == 41);
YUMA_ASSERT(sizeof(yuma_schedule_sim_475_input_subnet) == 48);

typedef struct yuma_schedule_sim_475_input {
    uint64_t start_block; /* block number */
    uint64_t blocks; /* blocks */
    uint32_t cap; /* epochs a block */
    yuma_list subnets; /* of yuma_schedule_sim_475_input_subnet */
} yuma_schedule_sim_475_input;
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_input, start_block) == 0);
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_input, blocks) == 8);
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_input, cap) == 16);
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_input, subnets) == 20);
YUMA_ASSERT(sizeof(yuma_schedule_sim_475_input) == 32);

typedef struct yuma_schedule_sim_475_output_event {
    uint64_t block;
    uint16_t netuid;
    uint8_t event; /* an enum yuma_event */
} yuma_schedule_sim_475_output_event;
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_output_event, block) == 0);
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_output_event, netuid) == 8);
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_output_event, event) == 10);
YUMA_ASSERT(sizeof(yuma_schedule_sim_475_output_event) == 16);

typedef struct yuma_schedule_sim_475_output_deferred_before_drain {
    uint64_t block;
    yuma_u16s items;
} yuma_schedule_sim_475_output_deferred_before_drain;
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_output_deferred_before_drain, block) == 0);
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_output_deferred_before_drain, items) == 8);
YUMA_ASSERT(sizeof(yuma_schedule_sim_475_output_deferred_before_drain) == 16);

typedef struct yuma_schedule_sim_475_output_final {
    uint16_t netuid;
    uint16_t tempo; /* blocks */
    uint64_t last_epoch_block; /* block number */
    uint64_t pending_epoch_at; /* block number, 0: none */
    uint64_t blocks_since_last_step; /* blocks */
    uint64_t epoch_index;
    uint8_t consistent; /* 0 or 1 */
} yuma_schedule_sim_475_output_final;
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_output_final, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_output_final, tempo) == 2);
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_output_final, last_epoch_block) == 8);
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_output_final, pending_epoch_at) == 16);
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_output_final, blocks_since_last_step) == 24);
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_output_final, epoch_index) == 32);
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_output_final, consistent) == 40);
YUMA_ASSERT(sizeof(yuma_schedule_sim_475_output_final) == 48);

typedef struct yuma_schedule_sim_475_output {
    yuma_list events; /* of yuma_schedule_sim_475_output_event; block number */
    yuma_list deferred_before_drain; /* of yuma_schedule_sim_475_output_deferred_before_drain; block number */
    yuma_u32s caps; /* epochs a block */
    yuma_list final; /* of yuma_schedule_sim_475_output_final */
} yuma_schedule_sim_475_output;
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_output, events) == 0);
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_output, deferred_before_drain) == 8);
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_output, caps) == 16);
YUMA_ASSERT(offsetof(yuma_schedule_sim_475_output, final) == 24);
YUMA_ASSERT(sizeof(yuma_schedule_sim_475_output) == 32);

/* price_shares_233 */

/** Fields of price_shares_233, as errors number them. */
enum yuma_price_shares_233_field {
    YUMA_PRICE_SHARES_233_FIELD_BLOCK_EMISSION = 1,
    YUMA_PRICE_SHARES_233_FIELD_SUBNETS = 2,
};

typedef struct yuma_price_shares_233_input_subnet {
    uint16_t netuid;
    uint16_t mechanism; /* 0: no pool, and a price of one */
    yuma_i128 moving_price; /* raw I96F32 TAO an alpha: 2^32 is one */
} yuma_price_shares_233_input_subnet;
YUMA_ASSERT(offsetof(yuma_price_shares_233_input_subnet, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_price_shares_233_input_subnet, mechanism) == 2);
YUMA_ASSERT(offsetof(yuma_price_shares_233_input_subnet, moving_price) == 8);
YUMA_ASSERT(sizeof(yuma_price_shares_233_input_subnet) == 24);

typedef struct yuma_price_shares_233_input {
    uint64_t block_emission; /* rao */
    yuma_list subnets; /* of yuma_price_shares_233_input_subnet */
} yuma_price_shares_233_input;
YUMA_ASSERT(offsetof(yuma_price_shares_233_input, block_emission) == 0);
YUMA_ASSERT(offsetof(yuma_price_shares_233_input, subnets) == 8);
YUMA_ASSERT(sizeof(yuma_price_shares_233_input) == 16);

typedef struct yuma_price_shares_233_output_emission {
    uint16_t netuid;
    yuma_i128 value;
} yuma_price_shares_233_output_emission;
YUMA_ASSERT(offsetof(yuma_price_shares_233_output_emission, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_price_shares_233_output_emission, value) == 8);
YUMA_ASSERT(sizeof(yuma_price_shares_233_output_emission) == 24);

typedef struct yuma_price_shares_233_output {
    yuma_i128 total_moving_prices; /* raw I96F32: 2^32 is one */
    yuma_list emissions; /* of yuma_price_shares_233_output_emission; raw I96F32 rao: 2^32 is one */
} yuma_price_shares_233_output;
YUMA_ASSERT(offsetof(yuma_price_shares_233_output, total_moving_prices) == 0);
YUMA_ASSERT(offsetof(yuma_price_shares_233_output, emissions) == 16);
YUMA_ASSERT(sizeof(yuma_price_shares_233_output) == 24);

/* price_shares_261 */

/** Fields of price_shares_261, as errors number them. */
enum yuma_price_shares_261_field {
    YUMA_PRICE_SHARES_261_FIELD_BLOCK_EMISSION = 1,
    YUMA_PRICE_SHARES_261_FIELD_SUBNETS = 2,
};

typedef struct yuma_price_shares_261_input_subnet {
    uint16_t netuid;
    uint16_t mechanism; /* 0: no pool, and a price of one */
    yuma_i128 moving_price; /* raw I96F32 TAO an alpha: 2^32 is one */
} yuma_price_shares_261_input_subnet;
YUMA_ASSERT(offsetof(yuma_price_shares_261_input_subnet, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_price_shares_261_input_subnet, mechanism) == 2);
YUMA_ASSERT(offsetof(yuma_price_shares_261_input_subnet, moving_price) == 8);
YUMA_ASSERT(sizeof(yuma_price_shares_261_input_subnet) == 24);

typedef struct yuma_price_shares_261_input {
    uint64_t block_emission; /* rao */
    yuma_list subnets; /* of yuma_price_shares_261_input_subnet */
} yuma_price_shares_261_input;
YUMA_ASSERT(offsetof(yuma_price_shares_261_input, block_emission) == 0);
YUMA_ASSERT(offsetof(yuma_price_shares_261_input, subnets) == 8);
YUMA_ASSERT(sizeof(yuma_price_shares_261_input) == 16);

typedef struct yuma_price_shares_261_output_emission {
    uint16_t netuid;
    yuma_u128 value;
} yuma_price_shares_261_output_emission;
YUMA_ASSERT(offsetof(yuma_price_shares_261_output_emission, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_price_shares_261_output_emission, value) == 8);
YUMA_ASSERT(sizeof(yuma_price_shares_261_output_emission) == 24);

typedef struct yuma_price_shares_261_output {
    yuma_u128 total_moving_prices; /* raw U96F32: 2^32 is one */
    yuma_list emissions; /* of yuma_price_shares_261_output_emission; raw U96F32 rao: 2^32 is one */
} yuma_price_shares_261_output;
YUMA_ASSERT(offsetof(yuma_price_shares_261_output, total_moving_prices) == 0);
YUMA_ASSERT(offsetof(yuma_price_shares_261_output, emissions) == 16);
YUMA_ASSERT(sizeof(yuma_price_shares_261_output) == 24);

/* price_shares_421 */

/** Fields of price_shares_421, as errors number them. */
enum yuma_price_shares_421_field {
    YUMA_PRICE_SHARES_421_FIELD_BLOCK_EMISSION = 1,
    YUMA_PRICE_SHARES_421_FIELD_ROOT_TAO = 2,
    YUMA_PRICE_SHARES_421_FIELD_TAO_WEIGHT = 3,
    YUMA_PRICE_SHARES_421_FIELD_SUBNETS = 4,
};

typedef struct yuma_price_shares_421_input_subnet {
    uint16_t netuid;
    uint16_t mechanism; /* 0: no pool, and a price of one */
    yuma_i128 moving_price; /* raw I96F32 TAO an alpha: 2^32 is one */
    yuma_u128 miner_burned; /* raw U96F32: 2^32 is one */
    uint8_t emission_enabled; /* 0 or 1 */
    uint64_t alpha_issuance; /* rao */
} yuma_price_shares_421_input_subnet;
YUMA_ASSERT(offsetof(yuma_price_shares_421_input_subnet, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_price_shares_421_input_subnet, mechanism) == 2);
YUMA_ASSERT(offsetof(yuma_price_shares_421_input_subnet, moving_price) == 8);
YUMA_ASSERT(offsetof(yuma_price_shares_421_input_subnet, miner_burned) == 24);
YUMA_ASSERT(offsetof(yuma_price_shares_421_input_subnet, emission_enabled) == 40);
YUMA_ASSERT(offsetof(yuma_price_shares_421_input_subnet, alpha_issuance) == 48);
YUMA_ASSERT(sizeof(yuma_price_shares_421_input_subnet) == 56);

typedef struct yuma_price_shares_421_input {
    uint64_t block_emission; /* rao */
    uint64_t root_tao; /* rao */
    uint64_t tao_weight; /* fraction of 2^64-1 */
    yuma_list subnets; /* of yuma_price_shares_421_input_subnet */
} yuma_price_shares_421_input;
YUMA_ASSERT(offsetof(yuma_price_shares_421_input, block_emission) == 0);
YUMA_ASSERT(offsetof(yuma_price_shares_421_input, root_tao) == 8);
YUMA_ASSERT(offsetof(yuma_price_shares_421_input, tao_weight) == 16);
YUMA_ASSERT(offsetof(yuma_price_shares_421_input, subnets) == 24);
YUMA_ASSERT(sizeof(yuma_price_shares_421_input) == 32);

typedef struct yuma_price_shares_421_output_root_proportion {
    uint16_t netuid;
    yuma_u128 value;
} yuma_price_shares_421_output_root_proportion;
YUMA_ASSERT(offsetof(yuma_price_shares_421_output_root_proportion, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_price_shares_421_output_root_proportion, value) == 8);
YUMA_ASSERT(sizeof(yuma_price_shares_421_output_root_proportion) == 24);

typedef struct yuma_price_shares_421_output_price_share {
    uint16_t netuid;
    yuma_u128 value;
} yuma_price_shares_421_output_price_share;
YUMA_ASSERT(offsetof(yuma_price_shares_421_output_price_share, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_price_shares_421_output_price_share, value) == 8);
YUMA_ASSERT(sizeof(yuma_price_shares_421_output_price_share) == 24);

typedef struct yuma_price_shares_421_output_share {
    uint16_t netuid;
    yuma_u128 value;
} yuma_price_shares_421_output_share;
YUMA_ASSERT(offsetof(yuma_price_shares_421_output_share, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_price_shares_421_output_share, value) == 8);
YUMA_ASSERT(sizeof(yuma_price_shares_421_output_share) == 24);

typedef struct yuma_price_shares_421_output_emission {
    uint16_t netuid;
    yuma_u128 value;
} yuma_price_shares_421_output_emission;
YUMA_ASSERT(offsetof(yuma_price_shares_421_output_emission, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_price_shares_421_output_emission, value) == 8);
YUMA_ASSERT(sizeof(yuma_price_shares_421_output_emission) == 24);

typedef struct yuma_price_shares_421_output {
    yuma_list root_proportions; /* of yuma_price_shares_421_output_root_proportion; raw U96F32: 2^32 is one */
    yuma_list price_shares; /* of yuma_price_shares_421_output_price_share; raw U64F64: 2^64 is one */
    yuma_list shares; /* of yuma_price_shares_421_output_share; raw U64F64: 2^64 is one */
    yuma_list emissions; /* of yuma_price_shares_421_output_emission; raw U96F32 rao: 2^32 is one */
    uint8_t root_sell_flag; /* 0 or 1 */
} yuma_price_shares_421_output;
YUMA_ASSERT(offsetof(yuma_price_shares_421_output, root_proportions) == 0);
YUMA_ASSERT(offsetof(yuma_price_shares_421_output, price_shares) == 8);
YUMA_ASSERT(offsetof(yuma_price_shares_421_output, shares) == 16);
YUMA_ASSERT(offsetof(yuma_price_shares_421_output, emissions) == 24);
YUMA_ASSERT(offsetof(yuma_price_shares_421_output, root_sell_flag) == 32);
YUMA_ASSERT(sizeof(yuma_price_shares_421_output) == 36);

/* flow_shares_334 */

/** Fields of flow_shares_334, as errors number them. */
enum yuma_flow_shares_334_field {
    YUMA_FLOW_SHARES_334_FIELD_RULE_SET = 1,
    YUMA_FLOW_SHARES_334_FIELD_BLOCK = 2,
    YUMA_FLOW_SHARES_334_FIELD_SMOOTHING = 3,
    YUMA_FLOW_SHARES_334_FIELD_CUTOFF = 4,
    YUMA_FLOW_SHARES_334_FIELD_EXPONENT = 5,
    YUMA_FLOW_SHARES_334_FIELD_BLOCK_EMISSION = 6,
    YUMA_FLOW_SHARES_334_FIELD_SUBNETS = 7,
};

typedef struct yuma_flow_shares_334_input_subnet_tao_ema {
    uint64_t block;
    yuma_i128 average;
} yuma_flow_shares_334_input_subnet_tao_ema;
YUMA_ASSERT(offsetof(yuma_flow_shares_334_input_subnet_tao_ema, block) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_334_input_subnet_tao_ema, average) == 8);
YUMA_ASSERT(sizeof(yuma_flow_shares_334_input_subnet_tao_ema) == 24);

typedef struct yuma_optional_flow_shares_334_input_subnet_tao_ema {
    uint8_t is_there;
    yuma_flow_shares_334_input_subnet_tao_ema value;
} yuma_optional_flow_shares_334_input_subnet_tao_ema;
YUMA_ASSERT(offsetof(yuma_optional_flow_shares_334_input_subnet_tao_ema, value) == 8);
YUMA_ASSERT(sizeof(yuma_optional_flow_shares_334_input_subnet_tao_ema) == 32);

typedef struct yuma_flow_shares_334_input_subnet {
    uint16_t netuid;
    uint16_t mechanism; /* 0: no pool, and a price of one */
    yuma_i128 moving_price; /* raw I96F32 TAO an alpha: 2^32 is one */
    yuma_u128 price; /* raw U96F32 TAO an alpha: 2^32 is one */
    int64_t tao_flow; /* rao */
    yuma_optional_flow_shares_334_input_subnet_tao_ema tao_ema; /* block number, raw I64F64 rao: 2^64 is one */
} yuma_flow_shares_334_input_subnet;
YUMA_ASSERT(offsetof(yuma_flow_shares_334_input_subnet, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_334_input_subnet, mechanism) == 2);
YUMA_ASSERT(offsetof(yuma_flow_shares_334_input_subnet, moving_price) == 8);
YUMA_ASSERT(offsetof(yuma_flow_shares_334_input_subnet, price) == 24);
YUMA_ASSERT(offsetof(yuma_flow_shares_334_input_subnet, tao_flow) == 40);
YUMA_ASSERT(offsetof(yuma_flow_shares_334_input_subnet, tao_ema) == 48);
YUMA_ASSERT(sizeof(yuma_flow_shares_334_input_subnet) == 80);

typedef struct yuma_flow_shares_334_input {
    uint16_t rule_set; /* one of 334, 338; first spec of a variant, which holds until the next */
    uint64_t block; /* block number */
    uint64_t smoothing; /* fraction of 2^63-1 */
    yuma_i128 cutoff; /* raw I64F64 rao: 2^64 is one */
    yuma_u128 exponent; /* raw U64F64: 2^64 is one */
    uint64_t block_emission; /* rao */
    yuma_list subnets; /* of yuma_flow_shares_334_input_subnet */
} yuma_flow_shares_334_input;
YUMA_ASSERT(offsetof(yuma_flow_shares_334_input, rule_set) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_334_input, block) == 8);
YUMA_ASSERT(offsetof(yuma_flow_shares_334_input, smoothing) == 16);
YUMA_ASSERT(offsetof(yuma_flow_shares_334_input, cutoff) == 24);
YUMA_ASSERT(offsetof(yuma_flow_shares_334_input, exponent) == 40);
YUMA_ASSERT(offsetof(yuma_flow_shares_334_input, block_emission) == 56);
YUMA_ASSERT(offsetof(yuma_flow_shares_334_input, subnets) == 64);
YUMA_ASSERT(sizeof(yuma_flow_shares_334_input) == 72);

typedef struct yuma_flow_shares_334_output_user_ema {
    uint16_t netuid;
    yuma_i128 value;
} yuma_flow_shares_334_output_user_ema;
YUMA_ASSERT(offsetof(yuma_flow_shares_334_output_user_ema, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_334_output_user_ema, value) == 8);
YUMA_ASSERT(sizeof(yuma_flow_shares_334_output_user_ema) == 24);

typedef struct yuma_flow_shares_334_output_offset_flow {
    uint16_t netuid;
    yuma_u128 value;
} yuma_flow_shares_334_output_offset_flow;
YUMA_ASSERT(offsetof(yuma_flow_shares_334_output_offset_flow, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_334_output_offset_flow, value) == 8);
YUMA_ASSERT(sizeof(yuma_flow_shares_334_output_offset_flow) == 24);

typedef struct yuma_flow_shares_334_output_share {
    uint16_t netuid;
    yuma_u128 value;
} yuma_flow_shares_334_output_share;
YUMA_ASSERT(offsetof(yuma_flow_shares_334_output_share, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_334_output_share, value) == 8);
YUMA_ASSERT(sizeof(yuma_flow_shares_334_output_share) == 24);

typedef struct yuma_flow_shares_334_output_emission {
    uint16_t netuid;
    yuma_u128 value;
} yuma_flow_shares_334_output_emission;
YUMA_ASSERT(offsetof(yuma_flow_shares_334_output_emission, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_334_output_emission, value) == 8);
YUMA_ASSERT(sizeof(yuma_flow_shares_334_output_emission) == 24);

typedef struct yuma_flow_shares_334_output {
    yuma_list user_ema; /* of yuma_flow_shares_334_output_user_ema; raw I64F64 rao: 2^64 is one */
    yuma_u32s flow_kept; /* netuid */
    yuma_i128 lower_limit; /* raw I64F64 rao: 2^64 is one */
    yuma_list offset_flows; /* of yuma_flow_shares_334_output_offset_flow; raw U64F64 rao: 2^64 is one */
    yuma_list shares; /* of yuma_flow_shares_334_output_share; raw U64F64: 2^64 is one */
    yuma_list emissions; /* of yuma_flow_shares_334_output_emission; raw U96F32 rao: 2^32 is one */
} yuma_flow_shares_334_output;
YUMA_ASSERT(offsetof(yuma_flow_shares_334_output, user_ema) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_334_output, flow_kept) == 8);
YUMA_ASSERT(offsetof(yuma_flow_shares_334_output, lower_limit) == 16);
YUMA_ASSERT(offsetof(yuma_flow_shares_334_output, offset_flows) == 32);
YUMA_ASSERT(offsetof(yuma_flow_shares_334_output, shares) == 40);
YUMA_ASSERT(offsetof(yuma_flow_shares_334_output, emissions) == 48);
YUMA_ASSERT(sizeof(yuma_flow_shares_334_output) == 56);

/* flow_shares_411 */

/** Fields of flow_shares_411, as errors number them. */
enum yuma_flow_shares_411_field {
    YUMA_FLOW_SHARES_411_FIELD_BLOCK = 1,
    YUMA_FLOW_SHARES_411_FIELD_SMOOTHING = 2,
    YUMA_FLOW_SHARES_411_FIELD_CUTOFF = 3,
    YUMA_FLOW_SHARES_411_FIELD_EXPONENT = 4,
    YUMA_FLOW_SHARES_411_FIELD_NET_FLOW_ENABLED = 5,
    YUMA_FLOW_SHARES_411_FIELD_BLOCK_EMISSION = 6,
    YUMA_FLOW_SHARES_411_FIELD_SUBNETS = 7,
};

typedef struct yuma_flow_shares_411_input_subnet_tao_ema {
    uint64_t block;
    yuma_i128 average;
} yuma_flow_shares_411_input_subnet_tao_ema;
YUMA_ASSERT(offsetof(yuma_flow_shares_411_input_subnet_tao_ema, block) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_input_subnet_tao_ema, average) == 8);
YUMA_ASSERT(sizeof(yuma_flow_shares_411_input_subnet_tao_ema) == 24);

typedef struct yuma_optional_flow_shares_411_input_subnet_tao_ema {
    uint8_t is_there;
    yuma_flow_shares_411_input_subnet_tao_ema value;
} yuma_optional_flow_shares_411_input_subnet_tao_ema;
YUMA_ASSERT(offsetof(yuma_optional_flow_shares_411_input_subnet_tao_ema, value) == 8);
YUMA_ASSERT(sizeof(yuma_optional_flow_shares_411_input_subnet_tao_ema) == 32);

typedef struct yuma_flow_shares_411_input_subnet_protocol_ema {
    uint64_t block;
    yuma_i128 average;
} yuma_flow_shares_411_input_subnet_protocol_ema;
YUMA_ASSERT(offsetof(yuma_flow_shares_411_input_subnet_protocol_ema, block) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_input_subnet_protocol_ema, average) == 8);
YUMA_ASSERT(sizeof(yuma_flow_shares_411_input_subnet_protocol_ema) == 24);

typedef struct yuma_optional_flow_shares_411_input_subnet_protocol_ema {
    uint8_t is_there;
    yuma_flow_shares_411_input_subnet_protocol_ema value;
} yuma_optional_flow_shares_411_input_subnet_protocol_ema;
YUMA_ASSERT(offsetof(yuma_optional_flow_shares_411_input_subnet_protocol_ema, value) == 8);
YUMA_ASSERT(sizeof(yuma_optional_flow_shares_411_input_subnet_protocol_ema) == 32);

typedef struct yuma_flow_shares_411_input_subnet {
    uint16_t netuid;
    int64_t tao_flow; /* rao */
    yuma_optional_flow_shares_411_input_subnet_tao_ema tao_ema; /* block number, raw I64F64 rao: 2^64 is one */
    int64_t protocol_flow; /* rao */
    yuma_optional_flow_shares_411_input_subnet_protocol_ema protocol_ema; /* block number, raw I64F64 rao: 2^64 is one */
    uint8_t emission_enabled; /* 0 or 1 */
} yuma_flow_shares_411_input_subnet;
YUMA_ASSERT(offsetof(yuma_flow_shares_411_input_subnet, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_input_subnet, tao_flow) == 8);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_input_subnet, tao_ema) == 16);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_input_subnet, protocol_flow) == 48);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_input_subnet, protocol_ema) == 56);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_input_subnet, emission_enabled) == 88);
YUMA_ASSERT(sizeof(yuma_flow_shares_411_input_subnet) == 96);

typedef struct yuma_flow_shares_411_input {
    uint64_t block; /* block number */
    uint64_t smoothing; /* fraction of 2^63-1 */
    yuma_i128 cutoff; /* raw I64F64 rao: 2^64 is one */
    yuma_u128 exponent; /* raw U64F64: 2^64 is one */
    uint8_t net_flow_enabled; /* 0 or 1 */
    uint64_t block_emission; /* rao */
    yuma_list subnets; /* of yuma_flow_shares_411_input_subnet */
} yuma_flow_shares_411_input;
YUMA_ASSERT(offsetof(yuma_flow_shares_411_input, block) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_input, smoothing) == 8);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_input, cutoff) == 16);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_input, exponent) == 32);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_input, net_flow_enabled) == 48);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_input, block_emission) == 56);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_input, subnets) == 64);
YUMA_ASSERT(sizeof(yuma_flow_shares_411_input) == 72);

typedef struct yuma_flow_shares_411_output_user_ema {
    uint16_t netuid;
    yuma_i128 value;
} yuma_flow_shares_411_output_user_ema;
YUMA_ASSERT(offsetof(yuma_flow_shares_411_output_user_ema, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_output_user_ema, value) == 8);
YUMA_ASSERT(sizeof(yuma_flow_shares_411_output_user_ema) == 24);

typedef struct yuma_flow_shares_411_output_protocol_ema {
    uint16_t netuid;
    yuma_i128 value;
} yuma_flow_shares_411_output_protocol_ema;
YUMA_ASSERT(offsetof(yuma_flow_shares_411_output_protocol_ema, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_output_protocol_ema, value) == 8);
YUMA_ASSERT(sizeof(yuma_flow_shares_411_output_protocol_ema) == 24);

typedef struct yuma_flow_shares_411_output_net_flow {
    uint16_t netuid;
    yuma_i128 value;
} yuma_flow_shares_411_output_net_flow;
YUMA_ASSERT(offsetof(yuma_flow_shares_411_output_net_flow, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_output_net_flow, value) == 8);
YUMA_ASSERT(sizeof(yuma_flow_shares_411_output_net_flow) == 24);

typedef struct yuma_flow_shares_411_output_offset_flow {
    uint16_t netuid;
    yuma_u128 value;
} yuma_flow_shares_411_output_offset_flow;
YUMA_ASSERT(offsetof(yuma_flow_shares_411_output_offset_flow, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_output_offset_flow, value) == 8);
YUMA_ASSERT(sizeof(yuma_flow_shares_411_output_offset_flow) == 24);

typedef struct yuma_flow_shares_411_output_share {
    uint16_t netuid;
    yuma_u128 value;
} yuma_flow_shares_411_output_share;
YUMA_ASSERT(offsetof(yuma_flow_shares_411_output_share, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_output_share, value) == 8);
YUMA_ASSERT(sizeof(yuma_flow_shares_411_output_share) == 24);

typedef struct yuma_flow_shares_411_output_emission {
    uint16_t netuid;
    yuma_u128 value;
} yuma_flow_shares_411_output_emission;
YUMA_ASSERT(offsetof(yuma_flow_shares_411_output_emission, netuid) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_output_emission, value) == 8);
YUMA_ASSERT(sizeof(yuma_flow_shares_411_output_emission) == 24);

typedef struct yuma_flow_shares_411_output {
    yuma_list user_ema; /* of yuma_flow_shares_411_output_user_ema; raw I64F64 rao: 2^64 is one */
    yuma_list protocol_ema; /* of yuma_flow_shares_411_output_protocol_ema; raw I64F64 rao: 2^64 is one */
    yuma_i128 norm_factor; /* raw I64F64: 2^64 is one */
    yuma_list net_flows; /* of yuma_flow_shares_411_output_net_flow; raw I64F64 rao: 2^64 is one */
    yuma_i128 lower_limit; /* raw I64F64 rao: 2^64 is one */
    yuma_list offset_flows; /* of yuma_flow_shares_411_output_offset_flow; raw U64F64 rao: 2^64 is one */
    yuma_list shares; /* of yuma_flow_shares_411_output_share; raw U64F64: 2^64 is one */
    yuma_list emissions; /* of yuma_flow_shares_411_output_emission; raw U96F32 rao: 2^32 is one */
} yuma_flow_shares_411_output;
YUMA_ASSERT(offsetof(yuma_flow_shares_411_output, user_ema) == 0);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_output, protocol_ema) == 8);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_output, norm_factor) == 16);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_output, net_flows) == 32);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_output, lower_limit) == 40);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_output, offset_flows) == 56);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_output, shares) == 64);
YUMA_ASSERT(offsetof(yuma_flow_shares_411_output, emissions) == 72);
YUMA_ASSERT(sizeof(yuma_flow_shares_411_output) == 80);

/* moving_price_233 */

/** Fields of moving_price_233, as errors number them. */
enum yuma_moving_price_233_field {
    YUMA_MOVING_PRICE_233_FIELD_RULE_SET = 1,
    YUMA_MOVING_PRICE_233_FIELD_NETUID = 2,
    YUMA_MOVING_PRICE_233_FIELD_MECHANISM = 3,
    YUMA_MOVING_PRICE_233_FIELD_BLOCK = 4,
    YUMA_MOVING_PRICE_233_FIELD_REGISTERED_AT = 5,
    YUMA_MOVING_PRICE_233_FIELD_FIRST_EMISSION_BLOCK = 6,
    YUMA_MOVING_PRICE_233_FIELD_HALVING_BLOCKS = 7,
    YUMA_MOVING_PRICE_233_FIELD_MOVING_ALPHA = 8,
    YUMA_MOVING_PRICE_233_FIELD_MOVING_PRICE = 9,
    YUMA_MOVING_PRICE_233_FIELD_PRICE = 10,
};

typedef struct yuma_moving_price_233_input {
    uint16_t rule_set; /* one of 233, 234, 246, 252, 258, 261; first spec of a variant, which holds until the next */
    uint16_t netuid;
    uint16_t mechanism; /* 0: no pool, and a price of one */
    uint64_t block; /* block number */
    uint64_t registered_at; /* block number */
    yuma_optional_uint64 first_emission_block; /* block number */
    uint64_t halving_blocks; /* blocks */
    yuma_i128 moving_alpha; /* raw I96F32: 2^32 is one */
    yuma_i128 moving_price; /* raw I96F32 TAO an alpha: 2^32 is one */
    yuma_u128 price; /* signed up to spec 260, in two's complement; raw I96F32 up to spec 260, U96F32 from 261, TAO an alpha: 2^32 is one */
} yuma_moving_price_233_input;
YUMA_ASSERT(offsetof(yuma_moving_price_233_input, rule_set) == 0);
YUMA_ASSERT(offsetof(yuma_moving_price_233_input, netuid) == 2);
YUMA_ASSERT(offsetof(yuma_moving_price_233_input, mechanism) == 4);
YUMA_ASSERT(offsetof(yuma_moving_price_233_input, block) == 8);
YUMA_ASSERT(offsetof(yuma_moving_price_233_input, registered_at) == 16);
YUMA_ASSERT(offsetof(yuma_moving_price_233_input, first_emission_block) == 24);
YUMA_ASSERT(offsetof(yuma_moving_price_233_input, halving_blocks) == 40);
YUMA_ASSERT(offsetof(yuma_moving_price_233_input, moving_alpha) == 48);
YUMA_ASSERT(offsetof(yuma_moving_price_233_input, moving_price) == 64);
YUMA_ASSERT(offsetof(yuma_moving_price_233_input, price) == 80);
YUMA_ASSERT(sizeof(yuma_moving_price_233_input) == 96);

typedef struct yuma_moving_price_233_output {
    yuma_u128 alpha; /* signed up to spec 260, in two's complement; raw I96F32 up to spec 260, U96F32 from 261: 2^32 is one */
    yuma_i128 moving_price; /* raw I96F32 TAO an alpha: 2^32 is one */
} yuma_moving_price_233_output;
YUMA_ASSERT(offsetof(yuma_moving_price_233_output, alpha) == 0);
YUMA_ASSERT(offsetof(yuma_moving_price_233_output, moving_price) == 16);
YUMA_ASSERT(sizeof(yuma_moving_price_233_output) == 32);

/* pool_price_233 */

/** Fields of pool_price_233, as errors number them. */
enum yuma_pool_price_233_field {
    YUMA_POOL_PRICE_233_FIELD_RULE_SET = 1,
    YUMA_POOL_PRICE_233_FIELD_NETUID = 2,
    YUMA_POOL_PRICE_233_FIELD_MECHANISM = 3,
    YUMA_POOL_PRICE_233_FIELD_TAO = 4,
    YUMA_POOL_PRICE_233_FIELD_ALPHA_IN = 5,
};

typedef struct yuma_pool_price_233_input {
    uint16_t rule_set; /* one of 233, 261; first spec of a variant, which holds until the next */
    uint16_t netuid;
    uint16_t mechanism; /* 0: no pool, and a price of one */
    uint64_t tao; /* rao */
    uint64_t alpha_in; /* rao */
} yuma_pool_price_233_input;
YUMA_ASSERT(offsetof(yuma_pool_price_233_input, rule_set) == 0);
YUMA_ASSERT(offsetof(yuma_pool_price_233_input, netuid) == 2);
YUMA_ASSERT(offsetof(yuma_pool_price_233_input, mechanism) == 4);
YUMA_ASSERT(offsetof(yuma_pool_price_233_input, tao) == 8);
YUMA_ASSERT(offsetof(yuma_pool_price_233_input, alpha_in) == 16);
YUMA_ASSERT(sizeof(yuma_pool_price_233_input) == 24);

typedef struct yuma_pool_price_233_output {
    yuma_u128 y; /* signed up to spec 260, in two's complement; raw I96F32 up to spec 260, U96F32 from 261, TAO an alpha: 2^32 is one */
} yuma_pool_price_233_output;
YUMA_ASSERT(offsetof(yuma_pool_price_233_output, y) == 0);
YUMA_ASSERT(sizeof(yuma_pool_price_233_output) == 16);

/* subnet_terms_233 */

/** Fields of subnet_terms_233, as errors number them. */
enum yuma_subnet_terms_233_field {
    YUMA_SUBNET_TERMS_233_FIELD_RULE_SET = 1,
    YUMA_SUBNET_TERMS_233_FIELD_TAO_EMISSION = 2,
    YUMA_SUBNET_TERMS_233_FIELD_ALPHA_ISSUANCE = 3,
    YUMA_SUBNET_TERMS_233_FIELD_PRICE = 4,
    YUMA_SUBNET_TERMS_233_FIELD_BURN_REGISTRATION = 5,
    YUMA_SUBNET_TERMS_233_FIELD_POW_REGISTRATION = 6,
};

typedef struct yuma_subnet_terms_233_input {
    uint16_t rule_set; /* one of 233, 238, 261; first spec of a variant, which holds until the next */
    yuma_u128 tao_emission; /* signed up to spec 260, in two's complement; raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one */
    uint64_t alpha_issuance; /* rao */
    yuma_u128 price; /* signed up to spec 260, in two's complement; raw I96F32 up to spec 260, U96F32 from 261, TAO an alpha: 2^32 is one */
    uint8_t burn_registration; /* 0 or 1 */
    uint8_t pow_registration; /* 0 or 1 */
} yuma_subnet_terms_233_input;
YUMA_ASSERT(offsetof(yuma_subnet_terms_233_input, rule_set) == 0);
YUMA_ASSERT(offsetof(yuma_subnet_terms_233_input, tao_emission) == 8);
YUMA_ASSERT(offsetof(yuma_subnet_terms_233_input, alpha_issuance) == 24);
YUMA_ASSERT(offsetof(yuma_subnet_terms_233_input, price) == 32);
YUMA_ASSERT(offsetof(yuma_subnet_terms_233_input, burn_registration) == 48);
YUMA_ASSERT(offsetof(yuma_subnet_terms_233_input, pow_registration) == 49);
YUMA_ASSERT(sizeof(yuma_subnet_terms_233_input) == 56);

typedef struct yuma_subnet_terms_233_output {
    yuma_u128 alpha_emission; /* signed up to spec 260, in two's complement; raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one */
    yuma_u128 alpha_in; /* signed up to spec 260, in two's complement; raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one */
    yuma_u128 tao_in; /* signed up to spec 260, in two's complement; raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one */
    yuma_u128 alpha_out; /* signed up to spec 260, in two's complement; raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one */
    uint64_t alpha_in_u64; /* rao */
    uint64_t tao_in_u64; /* rao */
    uint64_t alpha_out_u64; /* rao */
} yuma_subnet_terms_233_output;
YUMA_ASSERT(offsetof(yuma_subnet_terms_233_output, alpha_emission) == 0);
YUMA_ASSERT(offsetof(yuma_subnet_terms_233_output, alpha_in) == 16);
YUMA_ASSERT(offsetof(yuma_subnet_terms_233_output, tao_in) == 32);
YUMA_ASSERT(offsetof(yuma_subnet_terms_233_output, alpha_out) == 48);
YUMA_ASSERT(offsetof(yuma_subnet_terms_233_output, alpha_in_u64) == 64);
YUMA_ASSERT(offsetof(yuma_subnet_terms_233_output, tao_in_u64) == 72);
YUMA_ASSERT(offsetof(yuma_subnet_terms_233_output, alpha_out_u64) == 80);
YUMA_ASSERT(sizeof(yuma_subnet_terms_233_output) == 88);

/* subnet_terms_298 */

/** Fields of subnet_terms_298, as errors number them. */
enum yuma_subnet_terms_298_field {
    YUMA_SUBNET_TERMS_298_FIELD_RULE_SET = 1,
    YUMA_SUBNET_TERMS_298_FIELD_BLOCK_EMISSION = 2,
    YUMA_SUBNET_TERMS_298_FIELD_TAO_EMISSION = 3,
    YUMA_SUBNET_TERMS_298_FIELD_ALPHA_ISSUANCE = 4,
    YUMA_SUBNET_TERMS_298_FIELD_PRICE = 5,
    YUMA_SUBNET_TERMS_298_FIELD_BURN_REGISTRATION = 6,
    YUMA_SUBNET_TERMS_298_FIELD_POW_REGISTRATION = 7,
};

typedef struct yuma_subnet_terms_298_input {
    uint16_t rule_set; /* one of 298, 301, 320; first spec of a variant, which holds until the next */
    uint64_t block_emission; /* rao */
    yuma_u128 tao_emission; /* raw U96F32 rao: 2^32 is one */
    uint64_t alpha_issuance; /* rao */
    yuma_u128 price; /* raw U96F32 TAO an alpha: 2^32 is one */
    uint8_t burn_registration; /* 0 or 1 */
    uint8_t pow_registration; /* 0 or 1 */
} yuma_subnet_terms_298_input;
YUMA_ASSERT(offsetof(yuma_subnet_terms_298_input, rule_set) == 0);
YUMA_ASSERT(offsetof(yuma_subnet_terms_298_input, block_emission) == 8);
YUMA_ASSERT(offsetof(yuma_subnet_terms_298_input, tao_emission) == 16);
YUMA_ASSERT(offsetof(yuma_subnet_terms_298_input, alpha_issuance) == 32);
YUMA_ASSERT(offsetof(yuma_subnet_terms_298_input, price) == 40);
YUMA_ASSERT(offsetof(yuma_subnet_terms_298_input, burn_registration) == 56);
YUMA_ASSERT(offsetof(yuma_subnet_terms_298_input, pow_registration) == 57);
YUMA_ASSERT(sizeof(yuma_subnet_terms_298_input) == 64);

typedef struct yuma_subnet_terms_298_output {
    yuma_u128 tao_ratio; /* raw U96F32: 2^32 is one */
    uint8_t subsidised; /* 0 or 1 */
    yuma_u128 alpha_emission; /* raw U96F32 rao: 2^32 is one */
    yuma_u128 alpha_in; /* raw U96F32 rao: 2^32 is one */
    yuma_u128 tao_in; /* raw U96F32 rao: 2^32 is one */
    yuma_u128 alpha_out; /* raw U96F32 rao: 2^32 is one */
    uint64_t alpha_in_u64; /* rao */
    uint64_t tao_in_u64; /* rao */
    uint64_t alpha_out_u64; /* rao */
    yuma_u128 buy_tao; /* raw U96F32 rao: 2^32 is one */
    uint64_t buy_tao_u64; /* rao */
} yuma_subnet_terms_298_output;
YUMA_ASSERT(offsetof(yuma_subnet_terms_298_output, tao_ratio) == 0);
YUMA_ASSERT(offsetof(yuma_subnet_terms_298_output, subsidised) == 16);
YUMA_ASSERT(offsetof(yuma_subnet_terms_298_output, alpha_emission) == 24);
YUMA_ASSERT(offsetof(yuma_subnet_terms_298_output, alpha_in) == 40);
YUMA_ASSERT(offsetof(yuma_subnet_terms_298_output, tao_in) == 56);
YUMA_ASSERT(offsetof(yuma_subnet_terms_298_output, alpha_out) == 72);
YUMA_ASSERT(offsetof(yuma_subnet_terms_298_output, alpha_in_u64) == 88);
YUMA_ASSERT(offsetof(yuma_subnet_terms_298_output, tao_in_u64) == 96);
YUMA_ASSERT(offsetof(yuma_subnet_terms_298_output, alpha_out_u64) == 104);
YUMA_ASSERT(offsetof(yuma_subnet_terms_298_output, buy_tao) == 112);
YUMA_ASSERT(offsetof(yuma_subnet_terms_298_output, buy_tao_u64) == 128);
YUMA_ASSERT(sizeof(yuma_subnet_terms_298_output) == 136);

/* subnet_terms_342 */

/** Fields of subnet_terms_342, as errors number them. */
enum yuma_subnet_terms_342_field {
    YUMA_SUBNET_TERMS_342_FIELD_RULE_SET = 1,
    YUMA_SUBNET_TERMS_342_FIELD_CAP_BLOCK_EMISSION = 2,
    YUMA_SUBNET_TERMS_342_FIELD_TAO_EMISSION = 3,
    YUMA_SUBNET_TERMS_342_FIELD_ALPHA_ISSUANCE = 4,
    YUMA_SUBNET_TERMS_342_FIELD_PRICE = 5,
    YUMA_SUBNET_TERMS_342_FIELD_BURN_REGISTRATION = 6,
    YUMA_SUBNET_TERMS_342_FIELD_POW_REGISTRATION = 7,
};

typedef struct yuma_subnet_terms_342_input {
    uint16_t rule_set; /* one of 342, 361, 362; first spec of a variant, which holds until the next */
    yuma_optional_uint64 cap_block_emission; /* rao, from 362 on */
    yuma_u128 tao_emission; /* raw U96F32 rao: 2^32 is one */
    uint64_t alpha_issuance; /* rao */
    yuma_u128 price; /* raw U96F32 TAO an alpha: 2^32 is one */
    uint8_t burn_registration; /* 0 or 1 */
    uint8_t pow_registration; /* 0 or 1 */
} yuma_subnet_terms_342_input;
YUMA_ASSERT(offsetof(yuma_subnet_terms_342_input, rule_set) == 0);
YUMA_ASSERT(offsetof(yuma_subnet_terms_342_input, cap_block_emission) == 8);
YUMA_ASSERT(offsetof(yuma_subnet_terms_342_input, tao_emission) == 24);
YUMA_ASSERT(offsetof(yuma_subnet_terms_342_input, alpha_issuance) == 40);
YUMA_ASSERT(offsetof(yuma_subnet_terms_342_input, price) == 48);
YUMA_ASSERT(offsetof(yuma_subnet_terms_342_input, burn_registration) == 64);
YUMA_ASSERT(offsetof(yuma_subnet_terms_342_input, pow_registration) == 65);
YUMA_ASSERT(sizeof(yuma_subnet_terms_342_input) == 72);

typedef struct yuma_subnet_terms_342_output {
    yuma_u128 cap; /* raw U96F32 rao: 2^32 is one */
    yuma_u128 alpha_emission; /* raw U96F32 rao: 2^32 is one */
    yuma_u128 alpha_in; /* raw U96F32 rao: 2^32 is one */
    yuma_u128 tao_in; /* raw U96F32 rao: 2^32 is one */
    yuma_u128 alpha_out; /* raw U96F32 rao: 2^32 is one */
    uint64_t alpha_in_u64; /* rao */
    uint64_t tao_in_u64; /* rao */
    uint64_t alpha_out_u64; /* rao */
    yuma_u128 excess_tao; /* raw U96F32 rao: 2^32 is one */
    uint64_t excess_tao_u64; /* rao */
} yuma_subnet_terms_342_output;
YUMA_ASSERT(offsetof(yuma_subnet_terms_342_output, cap) == 0);
YUMA_ASSERT(offsetof(yuma_subnet_terms_342_output, alpha_emission) == 16);
YUMA_ASSERT(offsetof(yuma_subnet_terms_342_output, alpha_in) == 32);
YUMA_ASSERT(offsetof(yuma_subnet_terms_342_output, tao_in) == 48);
YUMA_ASSERT(offsetof(yuma_subnet_terms_342_output, alpha_out) == 64);
YUMA_ASSERT(offsetof(yuma_subnet_terms_342_output, alpha_in_u64) == 80);
YUMA_ASSERT(offsetof(yuma_subnet_terms_342_output, tao_in_u64) == 88);
YUMA_ASSERT(offsetof(yuma_subnet_terms_342_output, alpha_out_u64) == 96);
YUMA_ASSERT(offsetof(yuma_subnet_terms_342_output, excess_tao) == 104);
YUMA_ASSERT(offsetof(yuma_subnet_terms_342_output, excess_tao_u64) == 120);
YUMA_ASSERT(sizeof(yuma_subnet_terms_342_output) == 128);

/* pool_sell_233 */

/** Fields of pool_sell_233, as errors number them. */
enum yuma_pool_sell_233_field {
    YUMA_POOL_SELL_233_FIELD_RULE_SET = 1,
    YUMA_POOL_SELL_233_FIELD_MECHANISM = 2,
    YUMA_POOL_SELL_233_FIELD_TAO = 3,
    YUMA_POOL_SELL_233_FIELD_ALPHA_IN = 4,
    YUMA_POOL_SELL_233_FIELD_AMOUNT = 5,
};

typedef struct yuma_pool_sell_233_input {
    uint16_t rule_set; /* one of 233, 261; first spec of a variant, which holds until the next */
    uint16_t mechanism; /* other than 1: the amount itself */
    uint64_t tao; /* rao */
    uint64_t alpha_in; /* rao */
    uint64_t amount; /* rao */
} yuma_pool_sell_233_input;
YUMA_ASSERT(offsetof(yuma_pool_sell_233_input, rule_set) == 0);
YUMA_ASSERT(offsetof(yuma_pool_sell_233_input, mechanism) == 2);
YUMA_ASSERT(offsetof(yuma_pool_sell_233_input, tao) == 8);
YUMA_ASSERT(offsetof(yuma_pool_sell_233_input, alpha_in) == 16);
YUMA_ASSERT(offsetof(yuma_pool_sell_233_input, amount) == 24);
YUMA_ASSERT(sizeof(yuma_pool_sell_233_input) == 32);

typedef struct yuma_pool_sell_233_output {
    yuma_optional_uint64 tao; /* rao, null: nothing is sold */
} yuma_pool_sell_233_output;
YUMA_ASSERT(offsetof(yuma_pool_sell_233_output, tao) == 0);
YUMA_ASSERT(sizeof(yuma_pool_sell_233_output) == 16);

/* alpha_split_233 */

/** Fields of alpha_split_233, as errors number them. */
enum yuma_alpha_split_233_field {
    YUMA_ALPHA_SPLIT_233_FIELD_RULE_SET = 1,
    YUMA_ALPHA_SPLIT_233_FIELD_ALPHA_OUT = 2,
    YUMA_ALPHA_SPLIT_233_FIELD_ALPHA_ISSUANCE_AFTER_MINT = 3,
    YUMA_ALPHA_SPLIT_233_FIELD_OWNER_CUT = 4,
    YUMA_ALPHA_SPLIT_233_FIELD_ROOT_TAO = 5,
    YUMA_ALPHA_SPLIT_233_FIELD_TAO_WEIGHT = 6,
    YUMA_ALPHA_SPLIT_233_FIELD_SUBSIDISED = 7,
    YUMA_ALPHA_SPLIT_233_FIELD_ROOT_SELL_FLAG = 8,
    YUMA_ALPHA_SPLIT_233_FIELD_SOLD_FOR_TAO = 9,
};

typedef struct yuma_alpha_split_233_input {
    uint16_t rule_set; /* one of 233, 261, 283, 298, 334, 342; first spec of a variant, which holds until the next */
    yuma_u128 alpha_out; /* signed up to spec 260, in two's complement; raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one */
    uint64_t alpha_issuance_after_mint; /* rao */
    uint16_t owner_cut; /* fraction of 65535 */
    uint64_t root_tao; /* rao */
    uint64_t tao_weight; /* fraction of 2^64-1 */
    uint8_t subsidised; /* 0 or 1; 298 and 334 */
    uint8_t root_sell_flag; /* 0 or 1; 342 */
    yuma_optional_uint64 sold_for_tao; /* rao, null: the sale failed; up to 298 */
} yuma_alpha_split_233_input;
YUMA_ASSERT(offsetof(yuma_alpha_split_233_input, rule_set) == 0);
YUMA_ASSERT(offsetof(yuma_alpha_split_233_input, alpha_out) == 8);
YUMA_ASSERT(offsetof(yuma_alpha_split_233_input, alpha_issuance_after_mint) == 24);
YUMA_ASSERT(offsetof(yuma_alpha_split_233_input, owner_cut) == 32);
YUMA_ASSERT(offsetof(yuma_alpha_split_233_input, root_tao) == 40);
YUMA_ASSERT(offsetof(yuma_alpha_split_233_input, tao_weight) == 48);
YUMA_ASSERT(offsetof(yuma_alpha_split_233_input, subsidised) == 56);
YUMA_ASSERT(offsetof(yuma_alpha_split_233_input, root_sell_flag) == 57);
YUMA_ASSERT(offsetof(yuma_alpha_split_233_input, sold_for_tao) == 64);
YUMA_ASSERT(sizeof(yuma_alpha_split_233_input) == 80);

typedef struct yuma_alpha_split_233_output_added {
    uint64_t owner_cut; /* rao */
    uint64_t emission; /* rao */
    uint64_t swapped; /* rao */
    uint64_t root_tao; /* rao */
    uint64_t root_alpha; /* rao */
} yuma_alpha_split_233_output_added;
YUMA_ASSERT(offsetof(yuma_alpha_split_233_output_added, owner_cut) == 0);
YUMA_ASSERT(offsetof(yuma_alpha_split_233_output_added, emission) == 8);
YUMA_ASSERT(offsetof(yuma_alpha_split_233_output_added, swapped) == 16);
YUMA_ASSERT(offsetof(yuma_alpha_split_233_output_added, root_tao) == 24);
YUMA_ASSERT(offsetof(yuma_alpha_split_233_output_added, root_alpha) == 32);
YUMA_ASSERT(sizeof(yuma_alpha_split_233_output_added) == 40);

typedef struct yuma_alpha_split_233_output {
    yuma_u128 owner_cut; /* signed up to spec 260, in two's complement; raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one */
    yuma_u128 root_proportion; /* raw U96F32: 2^32 is one */
    yuma_u128 root_alpha; /* signed up to spec 260, in two's complement; raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one */
    yuma_u128 pending_alpha; /* signed up to spec 260, in two's complement; raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one */
    yuma_alpha_split_233_output_added added;
} yuma_alpha_split_233_output;
YUMA_ASSERT(offsetof(yuma_alpha_split_233_output, owner_cut) == 0);
YUMA_ASSERT(offsetof(yuma_alpha_split_233_output, root_proportion) == 16);
YUMA_ASSERT(offsetof(yuma_alpha_split_233_output, root_alpha) == 32);
YUMA_ASSERT(offsetof(yuma_alpha_split_233_output, pending_alpha) == 48);
YUMA_ASSERT(offsetof(yuma_alpha_split_233_output, added) == 64);
YUMA_ASSERT(sizeof(yuma_alpha_split_233_output) == 104);

/* generate_emission_127 */

/** Fields of generate_emission_127, as errors number them. */
enum yuma_generate_emission_127_field {
    YUMA_GENERATE_EMISSION_127_FIELD_RULE_SET = 1,
    YUMA_GENERATE_EMISSION_127_FIELD_NETUID = 2,
    YUMA_GENERATE_EMISSION_127_FIELD_N = 3,
    YUMA_GENERATE_EMISSION_127_FIELD_TEMPO = 4,
    YUMA_GENERATE_EMISSION_127_FIELD_BLOCK = 5,
    YUMA_GENERATE_EMISSION_127_FIELD_EMISSION_VALUE = 6,
    YUMA_GENERATE_EMISSION_127_FIELD_PENDING = 7,
    YUMA_GENERATE_EMISSION_127_FIELD_HAS_OWNER = 8,
    YUMA_GENERATE_EMISSION_127_FIELD_OWNER_CUT = 9,
    YUMA_GENERATE_EMISSION_127_FIELD_REGISTRATION_ALLOWED = 10,
    YUMA_GENERATE_EMISSION_127_FIELD_BLOCKS_SINCE_LAST_STEP = 11,
};

typedef struct yuma_generate_emission_127_input {
    uint16_t rule_set; /* one of 127, 133, 150, 153; first spec of a variant, which holds until the next */
    uint16_t netuid;
    uint16_t n; /* uids */
    uint16_t tempo; /* blocks */
    uint64_t block; /* block number */
    uint64_t emission_value; /* rao */
    uint64_t pending; /* rao */
    uint8_t has_owner; /* 0 or 1 */
    uint16_t owner_cut; /* fraction of 65535 */
    uint8_t registration_allowed; /* 0 or 1 */
    uint64_t blocks_since_last_step; /* blocks */
} yuma_generate_emission_127_input;
YUMA_ASSERT(offsetof(yuma_generate_emission_127_input, rule_set) == 0);
YUMA_ASSERT(offsetof(yuma_generate_emission_127_input, netuid) == 2);
YUMA_ASSERT(offsetof(yuma_generate_emission_127_input, n) == 4);
YUMA_ASSERT(offsetof(yuma_generate_emission_127_input, tempo) == 6);
YUMA_ASSERT(offsetof(yuma_generate_emission_127_input, block) == 8);
YUMA_ASSERT(offsetof(yuma_generate_emission_127_input, emission_value) == 16);
YUMA_ASSERT(offsetof(yuma_generate_emission_127_input, pending) == 24);
YUMA_ASSERT(offsetof(yuma_generate_emission_127_input, has_owner) == 32);
YUMA_ASSERT(offsetof(yuma_generate_emission_127_input, owner_cut) == 34);
YUMA_ASSERT(offsetof(yuma_generate_emission_127_input, registration_allowed) == 36);
YUMA_ASSERT(offsetof(yuma_generate_emission_127_input, blocks_since_last_step) == 40);
YUMA_ASSERT(sizeof(yuma_generate_emission_127_input) == 48);

typedef struct yuma_generate_emission_127_output {
    uint8_t skipped; /* 0 or 1 */
    uint64_t owner_paid; /* rao */
    uint64_t pending; /* rao */
    yuma_optional_uint64 epoch_emission; /* rao, null: no epoch is due */
    uint64_t blocks_since_last_step; /* blocks */
} yuma_generate_emission_127_output;
YUMA_ASSERT(offsetof(yuma_generate_emission_127_output, skipped) == 0);
YUMA_ASSERT(offsetof(yuma_generate_emission_127_output, owner_paid) == 8);
YUMA_ASSERT(offsetof(yuma_generate_emission_127_output, pending) == 16);
YUMA_ASSERT(offsetof(yuma_generate_emission_127_output, epoch_emission) == 24);
YUMA_ASSERT(offsetof(yuma_generate_emission_127_output, blocks_since_last_step) == 40);
YUMA_ASSERT(sizeof(yuma_generate_emission_127_output) == 48);

/* generate_emission_195 */

/** Fields of generate_emission_195, as errors number them. */
enum yuma_generate_emission_195_field {
    YUMA_GENERATE_EMISSION_195_FIELD_RULE_SET = 1,
    YUMA_GENERATE_EMISSION_195_FIELD_NETUID = 2,
    YUMA_GENERATE_EMISSION_195_FIELD_EMISSION_VALUE = 3,
    YUMA_GENERATE_EMISSION_195_FIELD_PENDING = 4,
    YUMA_GENERATE_EMISSION_195_FIELD_EPOCH_DUE = 5,
    YUMA_GENERATE_EMISSION_195_FIELD_HAS_OWNER = 6,
    YUMA_GENERATE_EMISSION_195_FIELD_OWNER_CUT = 7,
    YUMA_GENERATE_EMISSION_195_FIELD_REGISTRATION_ALLOWED = 8,
};

typedef struct yuma_generate_emission_195_input {
    uint16_t rule_set; /* one of 195, 196, 205, 210, 211; first spec of a variant, which holds until the next */
    uint16_t netuid;
    uint64_t emission_value; /* rao */
    uint64_t pending; /* rao */
    uint8_t epoch_due; /* 0 or 1 */
    uint8_t has_owner; /* 0 or 1 */
    uint16_t owner_cut; /* fraction of 65535 */
    uint8_t registration_allowed; /* 0 or 1 */
} yuma_generate_emission_195_input;
YUMA_ASSERT(offsetof(yuma_generate_emission_195_input, rule_set) == 0);
YUMA_ASSERT(offsetof(yuma_generate_emission_195_input, netuid) == 2);
YUMA_ASSERT(offsetof(yuma_generate_emission_195_input, emission_value) == 8);
YUMA_ASSERT(offsetof(yuma_generate_emission_195_input, pending) == 16);
YUMA_ASSERT(offsetof(yuma_generate_emission_195_input, epoch_due) == 24);
YUMA_ASSERT(offsetof(yuma_generate_emission_195_input, has_owner) == 25);
YUMA_ASSERT(offsetof(yuma_generate_emission_195_input, owner_cut) == 26);
YUMA_ASSERT(offsetof(yuma_generate_emission_195_input, registration_allowed) == 28);
YUMA_ASSERT(sizeof(yuma_generate_emission_195_input) == 32);

typedef struct yuma_generate_emission_195_output {
    uint64_t pending; /* rao */
    yuma_optional_uint64 epoch_emission; /* rao, null: nothing is paid */
    uint64_t owner_paid; /* rao */
    uint64_t lost; /* rao */
} yuma_generate_emission_195_output;
YUMA_ASSERT(offsetof(yuma_generate_emission_195_output, pending) == 0);
YUMA_ASSERT(offsetof(yuma_generate_emission_195_output, epoch_emission) == 8);
YUMA_ASSERT(offsetof(yuma_generate_emission_195_output, owner_paid) == 24);
YUMA_ASSERT(offsetof(yuma_generate_emission_195_output, lost) == 32);
YUMA_ASSERT(sizeof(yuma_generate_emission_195_output) == 40);

/* parent_child_233 */

/** Fields of parent_child_233, as errors number them. */
enum yuma_parent_child_233_field {
    YUMA_PARENT_CHILD_233_FIELD_HOTKEY = 1,
    YUMA_PARENT_CHILD_233_FIELD_DIVIDENDS = 2,
    YUMA_PARENT_CHILD_233_FIELD_SELF_CONTRIBUTION = 3,
    YUMA_PARENT_CHILD_233_FIELD_PARENTS = 4,
    YUMA_PARENT_CHILD_233_FIELD_CHILDKEY_TAKE = 5,
    YUMA_PARENT_CHILD_233_FIELD_TAO_WEIGHT = 6,
};

typedef struct yuma_parent_child_233_input_parent {
    uint32_t id;
    uint64_t alpha_stake; /* rao */
    uint64_t root_stake; /* rao */
    uint64_t proportion; /* fraction of 2^64-1 */
} yuma_parent_child_233_input_parent;
YUMA_ASSERT(offsetof(yuma_parent_child_233_input_parent, id) == 0);
YUMA_ASSERT(offsetof(yuma_parent_child_233_input_parent, alpha_stake) == 8);
YUMA_ASSERT(offsetof(yuma_parent_child_233_input_parent, root_stake) == 16);
YUMA_ASSERT(offsetof(yuma_parent_child_233_input_parent, proportion) == 24);
YUMA_ASSERT(sizeof(yuma_parent_child_233_input_parent) == 32);

typedef struct yuma_parent_child_233_input {
    uint32_t hotkey;
    uint64_t dividends; /* rao */
    uint64_t self_contribution; /* rao */
    yuma_list parents; /* of yuma_parent_child_233_input_parent */
    uint16_t childkey_take; /* fraction of 65535 */
    uint64_t tao_weight; /* fraction of 2^64-1 */
} yuma_parent_child_233_input;
YUMA_ASSERT(offsetof(yuma_parent_child_233_input, hotkey) == 0);
YUMA_ASSERT(offsetof(yuma_parent_child_233_input, dividends) == 8);
YUMA_ASSERT(offsetof(yuma_parent_child_233_input, self_contribution) == 16);
YUMA_ASSERT(offsetof(yuma_parent_child_233_input, parents) == 24);
YUMA_ASSERT(offsetof(yuma_parent_child_233_input, childkey_take) == 32);
YUMA_ASSERT(offsetof(yuma_parent_child_233_input, tao_weight) == 40);
YUMA_ASSERT(sizeof(yuma_parent_child_233_input) == 48);

typedef struct yuma_parent_child_233_output_tuple {
    uint32_t id;
    uint64_t value;
} yuma_parent_child_233_output_tuple;
YUMA_ASSERT(offsetof(yuma_parent_child_233_output_tuple, id) == 0);
YUMA_ASSERT(offsetof(yuma_parent_child_233_output_tuple, value) == 8);
YUMA_ASSERT(sizeof(yuma_parent_child_233_output_tuple) == 16);

typedef struct yuma_parent_child_233_output {
    yuma_list tuples; /* of yuma_parent_child_233_output_tuple; rao */
} yuma_parent_child_233_output;
YUMA_ASSERT(offsetof(yuma_parent_child_233_output, tuples) == 0);
YUMA_ASSERT(sizeof(yuma_parent_child_233_output) == 8);

/* dividend_distribution_233 */

/** Fields of dividend_distribution_233, as errors number them. */
enum yuma_dividend_distribution_233_field {
    YUMA_DIVIDEND_DISTRIBUTION_233_FIELD_RULE_SET = 1,
    YUMA_DIVIDEND_DISTRIBUTION_233_FIELD_HOTKEYS = 2,
    YUMA_DIVIDEND_DISTRIBUTION_233_FIELD_PENDING_ALPHA = 3,
    YUMA_DIVIDEND_DISTRIBUTION_233_FIELD_PENDING_ROOT = 4,
    YUMA_DIVIDEND_DISTRIBUTION_233_FIELD_TAO_WEIGHT = 5,
};

typedef struct yuma_dividend_distribution_233_input_hotkey_stake {
    uint64_t alpha;
    uint64_t root;
} yuma_dividend_distribution_233_input_hotkey_stake;
YUMA_ASSERT(offsetof(yuma_dividend_distribution_233_input_hotkey_stake, alpha) == 0);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_233_input_hotkey_stake, root) == 8);
YUMA_ASSERT(sizeof(yuma_dividend_distribution_233_input_hotkey_stake) == 16);

typedef struct yuma_dividend_distribution_233_input_hotkey {
    uint32_t id;
    yuma_u128 dividend; /* signed up to spec 260, in two's complement; raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one */
    yuma_dividend_distribution_233_input_hotkey_stake stake; /* rao, rao */
} yuma_dividend_distribution_233_input_hotkey;
YUMA_ASSERT(offsetof(yuma_dividend_distribution_233_input_hotkey, id) == 0);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_233_input_hotkey, dividend) == 8);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_233_input_hotkey, stake) == 24);
YUMA_ASSERT(sizeof(yuma_dividend_distribution_233_input_hotkey) == 40);

typedef struct yuma_dividend_distribution_233_input {
    uint16_t rule_set; /* one of 233, 244, 257, 261; first spec of a variant, which holds until the next */
    yuma_list hotkeys; /* of yuma_dividend_distribution_233_input_hotkey */
    uint64_t pending_alpha; /* rao, from 257 on */
    uint64_t pending_root; /* rao */
    yuma_u128 tao_weight; /* signed up to spec 260, in two's complement; raw I96F32 up to spec 260, U96F32 from 261: 2^32 is one */
} yuma_dividend_distribution_233_input;
YUMA_ASSERT(offsetof(yuma_dividend_distribution_233_input, rule_set) == 0);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_233_input, hotkeys) == 4);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_233_input, pending_alpha) == 16);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_233_input, pending_root) == 24);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_233_input, tao_weight) == 32);
YUMA_ASSERT(sizeof(yuma_dividend_distribution_233_input) == 48);

typedef struct yuma_dividend_distribution_233_output_alpha_dividend {
    uint32_t id;
    yuma_u128 value; /* signed up to spec 260, in two's complement */
} yuma_dividend_distribution_233_output_alpha_dividend;
YUMA_ASSERT(offsetof(yuma_dividend_distribution_233_output_alpha_dividend, id) == 0);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_233_output_alpha_dividend, value) == 8);
YUMA_ASSERT(sizeof(yuma_dividend_distribution_233_output_alpha_dividend) == 24);

typedef struct yuma_dividend_distribution_233_output_root_dividend {
    uint32_t id;
    yuma_u128 value; /* signed up to spec 260, in two's complement */
} yuma_dividend_distribution_233_output_root_dividend;
YUMA_ASSERT(offsetof(yuma_dividend_distribution_233_output_root_dividend, id) == 0);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_233_output_root_dividend, value) == 8);
YUMA_ASSERT(sizeof(yuma_dividend_distribution_233_output_root_dividend) == 24);

typedef struct yuma_dividend_distribution_233_output {
    yuma_list alpha_dividends; /* of yuma_dividend_distribution_233_output_alpha_dividend; raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one */
    yuma_list root_dividends; /* of yuma_dividend_distribution_233_output_root_dividend; raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one */
} yuma_dividend_distribution_233_output;
YUMA_ASSERT(offsetof(yuma_dividend_distribution_233_output, alpha_dividends) == 0);
YUMA_ASSERT(offsetof(yuma_dividend_distribution_233_output, root_dividends) == 8);
YUMA_ASSERT(sizeof(yuma_dividend_distribution_233_output) == 16);

/* validator_pool_257 */

/** Fields of validator_pool_257, as errors number them. */
enum yuma_validator_pool_257_field {
    YUMA_VALIDATOR_POOL_257_FIELD_INCENTIVE_SUM = 1,
    YUMA_VALIDATOR_POOL_257_FIELD_PENDING_ALPHA = 2,
    YUMA_VALIDATOR_POOL_257_FIELD_PENDING_ROOT = 3,
};

typedef struct yuma_validator_pool_257_input {
    uint64_t incentive_sum; /* rao */
    uint64_t pending_alpha; /* rao */
    uint64_t pending_root; /* rao */
} yuma_validator_pool_257_input;
YUMA_ASSERT(offsetof(yuma_validator_pool_257_input, incentive_sum) == 0);
YUMA_ASSERT(offsetof(yuma_validator_pool_257_input, pending_alpha) == 8);
YUMA_ASSERT(offsetof(yuma_validator_pool_257_input, pending_root) == 16);
YUMA_ASSERT(sizeof(yuma_validator_pool_257_input) == 24);

typedef struct yuma_validator_pool_257_output {
    uint64_t y; /* rao */
} yuma_validator_pool_257_output;
YUMA_ASSERT(offsetof(yuma_validator_pool_257_output, y) == 0);
YUMA_ASSERT(sizeof(yuma_validator_pool_257_output) == 8);

/* distribute_233 */

/** Fields of distribute_233, as errors number them. */
enum yuma_distribute_233_field {
    YUMA_DISTRIBUTE_233_FIELD_RULE_SET = 1,
    YUMA_DISTRIBUTE_233_FIELD_HOTKEY_EMISSION = 2,
    YUMA_DISTRIBUTE_233_FIELD_HOTKEYS = 3,
    YUMA_DISTRIBUTE_233_FIELD_PENDING_ALPHA = 4,
    YUMA_DISTRIBUTE_233_FIELD_PENDING_ROOT = 5,
    YUMA_DISTRIBUTE_233_FIELD_PENDING_TAO = 6,
    YUMA_DISTRIBUTE_233_FIELD_CK_BURN = 7,
    YUMA_DISTRIBUTE_233_FIELD_TAO_WEIGHT = 8,
};

typedef struct yuma_distribute_233_input_hotkey_emission {
    uint32_t id;
    uint64_t incentive;
    uint64_t dividends;
} yuma_distribute_233_input_hotkey_emission;
YUMA_ASSERT(offsetof(yuma_distribute_233_input_hotkey_emission, id) == 0);
YUMA_ASSERT(offsetof(yuma_distribute_233_input_hotkey_emission, incentive) == 8);
YUMA_ASSERT(offsetof(yuma_distribute_233_input_hotkey_emission, dividends) == 16);
YUMA_ASSERT(sizeof(yuma_distribute_233_input_hotkey_emission) == 24);

typedef struct yuma_distribute_233_input_hotkey_parent {
    uint64_t proportion;
    uint32_t parent;
} yuma_distribute_233_input_hotkey_parent;
YUMA_ASSERT(offsetof(yuma_distribute_233_input_hotkey_parent, proportion) == 0);
YUMA_ASSERT(offsetof(yuma_distribute_233_input_hotkey_parent, parent) == 8);
YUMA_ASSERT(sizeof(yuma_distribute_233_input_hotkey_parent) == 16);

typedef struct yuma_distribute_233_input_hotkey {
    uint32_t id;
    uint32_t owner;
    uint8_t is_owner_hotkey; /* 0 or 1 */
    uint64_t alpha_stake; /* rao */
    uint64_t root_stake; /* rao */
    yuma_u64s children; /* fraction of 2^64-1, given to each child */
    yuma_list parents; /* of yuma_distribute_233_input_hotkey_parent; fraction of 2^64-1 */
    uint16_t childkey_take; /* fraction of 65535 */
    uint16_t take; /* fraction of 65535 */
} yuma_distribute_233_input_hotkey;
YUMA_ASSERT(offsetof(yuma_distribute_233_input_hotkey, id) == 0);
YUMA_ASSERT(offsetof(yuma_distribute_233_input_hotkey, owner) == 4);
YUMA_ASSERT(offsetof(yuma_distribute_233_input_hotkey, is_owner_hotkey) == 8);
YUMA_ASSERT(offsetof(yuma_distribute_233_input_hotkey, alpha_stake) == 16);
YUMA_ASSERT(offsetof(yuma_distribute_233_input_hotkey, root_stake) == 24);
YUMA_ASSERT(offsetof(yuma_distribute_233_input_hotkey, children) == 32);
YUMA_ASSERT(offsetof(yuma_distribute_233_input_hotkey, parents) == 40);
YUMA_ASSERT(offsetof(yuma_distribute_233_input_hotkey, childkey_take) == 48);
YUMA_ASSERT(offsetof(yuma_distribute_233_input_hotkey, take) == 50);
YUMA_ASSERT(sizeof(yuma_distribute_233_input_hotkey) == 56);

typedef struct yuma_distribute_233_input {
    uint16_t rule_set; /* one of 233, 244, 252, 257, 261, 315, 334; first spec of a variant, which holds until the next */
    yuma_list hotkey_emission; /* of yuma_distribute_233_input_hotkey_emission; rao, rao */
    yuma_list hotkeys; /* of yuma_distribute_233_input_hotkey */
    uint64_t pending_alpha; /* rao */
    uint64_t pending_root; /* rao */
    uint64_t pending_tao; /* rao, up to 333 */
    uint64_t ck_burn; /* fraction of 2^64-1 */
    uint64_t tao_weight; /* fraction of 2^64-1 */
} yuma_distribute_233_input;
YUMA_ASSERT(offsetof(yuma_distribute_233_input, rule_set) == 0);
YUMA_ASSERT(offsetof(yuma_distribute_233_input, hotkey_emission) == 4);
YUMA_ASSERT(offsetof(yuma_distribute_233_input, hotkeys) == 12);
YUMA_ASSERT(offsetof(yuma_distribute_233_input, pending_alpha) == 24);
YUMA_ASSERT(offsetof(yuma_distribute_233_input, pending_root) == 32);
YUMA_ASSERT(offsetof(yuma_distribute_233_input, pending_tao) == 40);
YUMA_ASSERT(offsetof(yuma_distribute_233_input, ck_burn) == 48);
YUMA_ASSERT(offsetof(yuma_distribute_233_input, tao_weight) == 56);
YUMA_ASSERT(sizeof(yuma_distribute_233_input) == 64);

typedef struct yuma_distribute_233_output_incentive {
    uint32_t id;
    uint64_t value;
} yuma_distribute_233_output_incentive;
YUMA_ASSERT(offsetof(yuma_distribute_233_output_incentive, id) == 0);
YUMA_ASSERT(offsetof(yuma_distribute_233_output_incentive, value) == 8);
YUMA_ASSERT(sizeof(yuma_distribute_233_output_incentive) == 16);

typedef struct yuma_distribute_233_output_dividend {
    uint32_t id;
    yuma_u128 value; /* signed up to spec 260, in two's complement */
} yuma_distribute_233_output_dividend;
YUMA_ASSERT(offsetof(yuma_distribute_233_output_dividend, id) == 0);
YUMA_ASSERT(offsetof(yuma_distribute_233_output_dividend, value) == 8);
YUMA_ASSERT(sizeof(yuma_distribute_233_output_dividend) == 24);

typedef struct yuma_distribute_233_output_alpha_dividend {
    uint32_t id;
    yuma_u128 value; /* signed up to spec 260, in two's complement */
} yuma_distribute_233_output_alpha_dividend;
YUMA_ASSERT(offsetof(yuma_distribute_233_output_alpha_dividend, id) == 0);
YUMA_ASSERT(offsetof(yuma_distribute_233_output_alpha_dividend, value) == 8);
YUMA_ASSERT(sizeof(yuma_distribute_233_output_alpha_dividend) == 24);

typedef struct yuma_distribute_233_output_root_dividend {
    uint32_t id;
    yuma_u128 value; /* signed up to spec 260, in two's complement */
} yuma_distribute_233_output_root_dividend;
YUMA_ASSERT(offsetof(yuma_distribute_233_output_root_dividend, id) == 0);
YUMA_ASSERT(offsetof(yuma_distribute_233_output_root_dividend, value) == 8);
YUMA_ASSERT(sizeof(yuma_distribute_233_output_root_dividend) == 24);

typedef struct yuma_distribute_233_output_alpha_take_rest {
    uint32_t id;
    uint64_t take;
    uint64_t rest;
} yuma_distribute_233_output_alpha_take_rest;
YUMA_ASSERT(offsetof(yuma_distribute_233_output_alpha_take_rest, id) == 0);
YUMA_ASSERT(offsetof(yuma_distribute_233_output_alpha_take_rest, take) == 8);
YUMA_ASSERT(offsetof(yuma_distribute_233_output_alpha_take_rest, rest) == 16);
YUMA_ASSERT(sizeof(yuma_distribute_233_output_alpha_take_rest) == 24);

typedef struct yuma_distribute_233_output_root_take_rest {
    uint32_t id;
    uint64_t take;
    uint64_t rest;
} yuma_distribute_233_output_root_take_rest;
YUMA_ASSERT(offsetof(yuma_distribute_233_output_root_take_rest, id) == 0);
YUMA_ASSERT(offsetof(yuma_distribute_233_output_root_take_rest, take) == 8);
YUMA_ASSERT(offsetof(yuma_distribute_233_output_root_take_rest, rest) == 16);
YUMA_ASSERT(sizeof(yuma_distribute_233_output_root_take_rest) == 24);

typedef struct yuma_distribute_233_output {
    uint64_t epoch_amount; /* rao */
    yuma_optional_uint64 validator_pool; /* rao, null before 257 */
    yuma_list incentives; /* of yuma_distribute_233_output_incentive; rao */
    yuma_u32s withheld; /* id */
    yuma_list dividends; /* of yuma_distribute_233_output_dividend; raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one */
    yuma_u64s ck_recycled; /* rao */
    yuma_list alpha_dividends; /* of yuma_distribute_233_output_alpha_dividend; raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one */
    yuma_list root_dividends; /* of yuma_distribute_233_output_root_dividend; raw I96F32 up to spec 260, U96F32 from 261, rao: 2^32 is one */
    yuma_list alpha_take_rest; /* of yuma_distribute_233_output_alpha_take_rest; rao, rao */
    yuma_list root_take_rest; /* of yuma_distribute_233_output_root_take_rest; rao, rao */
} yuma_distribute_233_output;
YUMA_ASSERT(offsetof(yuma_distribute_233_output, epoch_amount) == 0);
YUMA_ASSERT(offsetof(yuma_distribute_233_output, validator_pool) == 8);
YUMA_ASSERT(offsetof(yuma_distribute_233_output, incentives) == 24);
YUMA_ASSERT(offsetof(yuma_distribute_233_output, withheld) == 32);
YUMA_ASSERT(offsetof(yuma_distribute_233_output, dividends) == 40);
YUMA_ASSERT(offsetof(yuma_distribute_233_output, ck_recycled) == 48);
YUMA_ASSERT(offsetof(yuma_distribute_233_output, alpha_dividends) == 56);
YUMA_ASSERT(offsetof(yuma_distribute_233_output, root_dividends) == 64);
YUMA_ASSERT(offsetof(yuma_distribute_233_output, alpha_take_rest) == 72);
YUMA_ASSERT(offsetof(yuma_distribute_233_output, root_take_rest) == 80);
YUMA_ASSERT(sizeof(yuma_distribute_233_output) == 88);

/* immune_owner_hotkeys_306 */

/** Fields of immune_owner_hotkeys_306, as errors number them. */
enum yuma_immune_owner_hotkeys_306_field {
    YUMA_IMMUNE_OWNER_HOTKEYS_306_FIELD_LIMIT = 1,
    YUMA_IMMUNE_OWNER_HOTKEYS_306_FIELD_OWNED = 2,
    YUMA_IMMUNE_OWNER_HOTKEYS_306_FIELD_OWNER_HOTKEY = 3,
    YUMA_IMMUNE_OWNER_HOTKEYS_306_FIELD_OWNER_HOTKEY_HAS_UID = 4,
};

typedef struct yuma_optional_uint32 {
    uint8_t is_there;
    uint32_t value;
} yuma_optional_uint32;
YUMA_ASSERT(offsetof(yuma_optional_uint32, value) == 4);
YUMA_ASSERT(sizeof(yuma_optional_uint32) == 8);

typedef struct yuma_immune_owner_hotkeys_306_input_owned {
    uint32_t id;
    yuma_optional_uint16 uid;
    uint64_t registered_at; /* block number */
} yuma_immune_owner_hotkeys_306_input_owned;
YUMA_ASSERT(offsetof(yuma_immune_owner_hotkeys_306_input_owned, id) == 0);
YUMA_ASSERT(offsetof(yuma_immune_owner_hotkeys_306_input_owned, uid) == 4);
YUMA_ASSERT(offsetof(yuma_immune_owner_hotkeys_306_input_owned, registered_at) == 8);
YUMA_ASSERT(sizeof(yuma_immune_owner_hotkeys_306_input_owned) == 16);

typedef struct yuma_immune_owner_hotkeys_306_input {
    yuma_optional_uint32 limit; /* null: none */
    yuma_list owned; /* of yuma_immune_owner_hotkeys_306_input_owned */
    yuma_optional_uint32 owner_hotkey;
    uint8_t owner_hotkey_has_uid; /* 0 or 1 */
} yuma_immune_owner_hotkeys_306_input;
YUMA_ASSERT(offsetof(yuma_immune_owner_hotkeys_306_input, limit) == 0);
YUMA_ASSERT(offsetof(yuma_immune_owner_hotkeys_306_input, owned) == 8);
YUMA_ASSERT(offsetof(yuma_immune_owner_hotkeys_306_input, owner_hotkey) == 16);
YUMA_ASSERT(offsetof(yuma_immune_owner_hotkeys_306_input, owner_hotkey_has_uid) == 24);
YUMA_ASSERT(sizeof(yuma_immune_owner_hotkeys_306_input) == 28);

typedef struct yuma_immune_owner_hotkeys_306_output {
    yuma_u32s hotkeys; /* id */
} yuma_immune_owner_hotkeys_306_output;
YUMA_ASSERT(offsetof(yuma_immune_owner_hotkeys_306_output, hotkeys) == 0);
YUMA_ASSERT(sizeof(yuma_immune_owner_hotkeys_306_output) == 8);

/* accumulate_hotkey_195 */

/** Fields of accumulate_hotkey_195, as errors number them. */
enum yuma_accumulate_hotkey_195_field {
    YUMA_ACCUMULATE_HOTKEY_195_FIELD_RULE_SET = 1,
    YUMA_ACCUMULATE_HOTKEY_195_FIELD_VALIDATOR_EMISSION = 2,
    YUMA_ACCUMULATE_HOTKEY_195_FIELD_SERVER_EMISSION = 3,
    YUMA_ACCUMULATE_HOTKEY_195_FIELD_CHILDKEY_TAKE = 4,
    YUMA_ACCUMULATE_HOTKEY_195_FIELD_SUBNET_STAKE = 5,
    YUMA_ACCUMULATE_HOTKEY_195_FIELD_PARENTS = 6,
};

typedef struct yuma_accumulate_hotkey_195_input_parent {
    uint32_t id;
    uint64_t proportion; /* fraction of 2^64-1 */
    uint64_t stake; /* rao */
} yuma_accumulate_hotkey_195_input_parent;
YUMA_ASSERT(offsetof(yuma_accumulate_hotkey_195_input_parent, id) == 0);
YUMA_ASSERT(offsetof(yuma_accumulate_hotkey_195_input_parent, proportion) == 8);
YUMA_ASSERT(offsetof(yuma_accumulate_hotkey_195_input_parent, stake) == 16);
YUMA_ASSERT(sizeof(yuma_accumulate_hotkey_195_input_parent) == 24);

typedef struct yuma_accumulate_hotkey_195_input {
    uint16_t rule_set; /* one of 195, 210; first spec of a variant, which holds until the next */
    uint64_t validator_emission; /* rao */
    uint64_t server_emission; /* rao */
    uint16_t childkey_take; /* fraction of 65535 */
    uint64_t subnet_stake; /* rao */
    yuma_list parents; /* of yuma_accumulate_hotkey_195_input_parent */
} yuma_accumulate_hotkey_195_input;
YUMA_ASSERT(offsetof(yuma_accumulate_hotkey_195_input, rule_set) == 0);
YUMA_ASSERT(offsetof(yuma_accumulate_hotkey_195_input, validator_emission) == 8);
YUMA_ASSERT(offsetof(yuma_accumulate_hotkey_195_input, server_emission) == 16);
YUMA_ASSERT(offsetof(yuma_accumulate_hotkey_195_input, childkey_take) == 24);
YUMA_ASSERT(offsetof(yuma_accumulate_hotkey_195_input, subnet_stake) == 32);
YUMA_ASSERT(offsetof(yuma_accumulate_hotkey_195_input, parents) == 40);
YUMA_ASSERT(sizeof(yuma_accumulate_hotkey_195_input) == 48);

typedef struct yuma_accumulate_hotkey_195_output_parent {
    uint32_t id;
    uint64_t value;
} yuma_accumulate_hotkey_195_output_parent;
YUMA_ASSERT(offsetof(yuma_accumulate_hotkey_195_output_parent, id) == 0);
YUMA_ASSERT(offsetof(yuma_accumulate_hotkey_195_output_parent, value) == 8);
YUMA_ASSERT(sizeof(yuma_accumulate_hotkey_195_output_parent) == 16);

typedef struct yuma_accumulate_hotkey_195_output {
    yuma_list parents; /* of yuma_accumulate_hotkey_195_output_parent; rao */
    uint64_t pending_added; /* rao */
    uint64_t untouchable_added; /* rao */
} yuma_accumulate_hotkey_195_output;
YUMA_ASSERT(offsetof(yuma_accumulate_hotkey_195_output, parents) == 0);
YUMA_ASSERT(offsetof(yuma_accumulate_hotkey_195_output, pending_added) == 8);
YUMA_ASSERT(offsetof(yuma_accumulate_hotkey_195_output, untouchable_added) == 16);
YUMA_ASSERT(sizeof(yuma_accumulate_hotkey_195_output) == 24);

/* drain_hotkey_195 */

/** Fields of drain_hotkey_195, as errors number them. */
enum yuma_drain_hotkey_195_field {
    YUMA_DRAIN_HOTKEY_195_FIELD_RULE_SET = 1,
    YUMA_DRAIN_HOTKEY_195_FIELD_EMISSION = 2,
    YUMA_DRAIN_HOTKEY_195_FIELD_UNTOUCHABLE = 3,
    YUMA_DRAIN_HOTKEY_195_FIELD_TAKE = 4,
    YUMA_DRAIN_HOTKEY_195_FIELD_TOTAL_STAKE = 5,
    YUMA_DRAIN_HOTKEY_195_FIELD_LAST_DRAIN = 6,
    YUMA_DRAIN_HOTKEY_195_FIELD_NOMINATORS = 7,
};

typedef struct yuma_drain_hotkey_195_input_nominator {
    uint32_t id;
    uint64_t stake; /* rao */
    uint64_t last_stake_increase; /* block number */
    yuma_i128 stake_delta; /* rao */
} yuma_drain_hotkey_195_input_nominator;
YUMA_ASSERT(offsetof(yuma_drain_hotkey_195_input_nominator, id) == 0);
YUMA_ASSERT(offsetof(yuma_drain_hotkey_195_input_nominator, stake) == 8);
YUMA_ASSERT(offsetof(yuma_drain_hotkey_195_input_nominator, last_stake_increase) == 16);
YUMA_ASSERT(offsetof(yuma_drain_hotkey_195_input_nominator, stake_delta) == 24);
YUMA_ASSERT(sizeof(yuma_drain_hotkey_195_input_nominator) == 40);

typedef struct yuma_drain_hotkey_195_input {
    uint16_t rule_set; /* one of 195, 201, 202, 210; first spec of a variant, which holds until the next */
    uint64_t emission; /* rao */
    uint64_t untouchable; /* rao, from 210 on */
    uint16_t take; /* fraction of 65535 */
    uint64_t total_stake; /* rao */
    uint64_t last_drain; /* block number */
    yuma_list nominators; /* of yuma_drain_hotkey_195_input_nominator */
} yuma_drain_hotkey_195_input;
YUMA_ASSERT(offsetof(yuma_drain_hotkey_195_input, rule_set) == 0);
YUMA_ASSERT(offsetof(yuma_drain_hotkey_195_input, emission) == 8);
YUMA_ASSERT(offsetof(yuma_drain_hotkey_195_input, untouchable) == 16);
YUMA_ASSERT(offsetof(yuma_drain_hotkey_195_input, take) == 24);
YUMA_ASSERT(offsetof(yuma_drain_hotkey_195_input, total_stake) == 32);
YUMA_ASSERT(offsetof(yuma_drain_hotkey_195_input, last_drain) == 40);
YUMA_ASSERT(offsetof(yuma_drain_hotkey_195_input, nominators) == 48);
YUMA_ASSERT(sizeof(yuma_drain_hotkey_195_input) == 56);

typedef struct yuma_drain_hotkey_195_output_nominator {
    uint32_t id;
    uint64_t value;
} yuma_drain_hotkey_195_output_nominator;
YUMA_ASSERT(offsetof(yuma_drain_hotkey_195_output_nominator, id) == 0);
YUMA_ASSERT(offsetof(yuma_drain_hotkey_195_output_nominator, value) == 8);
YUMA_ASSERT(sizeof(yuma_drain_hotkey_195_output_nominator) == 16);

typedef struct yuma_drain_hotkey_195_output {
    uint64_t take; /* rao */
    uint64_t viable_stake; /* rao */
    yuma_list nominators; /* of yuma_drain_hotkey_195_output_nominator; rao */
    uint64_t to_hotkey; /* rao */
    uint64_t new_tao; /* rao */
} yuma_drain_hotkey_195_output;
YUMA_ASSERT(offsetof(yuma_drain_hotkey_195_output, take) == 0);
YUMA_ASSERT(offsetof(yuma_drain_hotkey_195_output, viable_stake) == 8);
YUMA_ASSERT(offsetof(yuma_drain_hotkey_195_output, nominators) == 16);
YUMA_ASSERT(offsetof(yuma_drain_hotkey_195_output, to_hotkey) == 24);
YUMA_ASSERT(offsetof(yuma_drain_hotkey_195_output, new_tao) == 32);
YUMA_ASSERT(sizeof(yuma_drain_hotkey_195_output) == 40);

/* should_drain_hotkey_195 */

/** Fields of should_drain_hotkey_195, as errors number them. */
enum yuma_should_drain_hotkey_195_field {
    YUMA_SHOULD_DRAIN_HOTKEY_195_FIELD_HOTKEY = 1,
    YUMA_SHOULD_DRAIN_HOTKEY_195_FIELD_BLOCK = 2,
    YUMA_SHOULD_DRAIN_HOTKEY_195_FIELD_EMISSION_TEMPO = 3,
};

typedef struct yuma_should_drain_hotkey_195_input {
    uint8_t hotkey[32]; /* 32 bytes as 64 hexadecimal digits */
    uint64_t block; /* block number */
    uint64_t emission_tempo; /* blocks */
} yuma_should_drain_hotkey_195_input;
YUMA_ASSERT(offsetof(yuma_should_drain_hotkey_195_input, hotkey) == 0);
YUMA_ASSERT(offsetof(yuma_should_drain_hotkey_195_input, block) == 32);
YUMA_ASSERT(offsetof(yuma_should_drain_hotkey_195_input, emission_tempo) == 40);
YUMA_ASSERT(sizeof(yuma_should_drain_hotkey_195_input) == 48);

typedef struct yuma_should_drain_hotkey_195_output {
    uint64_t hash; /* first 8 bytes, little-endian */
    uint8_t drain; /* 0 or 1 */
} yuma_should_drain_hotkey_195_output;
YUMA_ASSERT(offsetof(yuma_should_drain_hotkey_195_output, hash) == 0);
YUMA_ASSERT(offsetof(yuma_should_drain_hotkey_195_output, drain) == 8);
YUMA_ASSERT(sizeof(yuma_should_drain_hotkey_195_output) == 16);

/* emit_through_hotkey_127 */

/** Fields of emit_through_hotkey_127, as errors number them. */
enum yuma_emit_through_hotkey_127_field {
    YUMA_EMIT_THROUGH_HOTKEY_127_FIELD_RULE_SET = 1,
    YUMA_EMIT_THROUGH_HOTKEY_127_FIELD_TAKE = 2,
    YUMA_EMIT_THROUGH_HOTKEY_127_FIELD_TOTAL_STAKE = 3,
    YUMA_EMIT_THROUGH_HOTKEY_127_FIELD_SERVER_EMISSION = 4,
    YUMA_EMIT_THROUGH_HOTKEY_127_FIELD_VALIDATOR_EMISSION = 5,
    YUMA_EMIT_THROUGH_HOTKEY_127_FIELD_NOMINATORS = 6,
};

typedef struct yuma_emit_through_hotkey_127_input_nominator {
    uint32_t id;
    uint64_t stake; /* rao */
} yuma_emit_through_hotkey_127_input_nominator;
YUMA_ASSERT(offsetof(yuma_emit_through_hotkey_127_input_nominator, id) == 0);
YUMA_ASSERT(offsetof(yuma_emit_through_hotkey_127_input_nominator, stake) == 8);
YUMA_ASSERT(sizeof(yuma_emit_through_hotkey_127_input_nominator) == 16);

typedef struct yuma_emit_through_hotkey_127_input {
    uint16_t rule_set; /* one of 127, 153; first spec of a variant, which holds until the next */
    yuma_optional_uint16 take; /* fraction of 65535, null: no delegate */
    uint64_t total_stake; /* rao */
    uint64_t server_emission; /* rao */
    uint64_t validator_emission; /* rao */
    yuma_list nominators; /* of yuma_emit_through_hotkey_127_input_nominator */
} yuma_emit_through_hotkey_127_input;
YUMA_ASSERT(offsetof(yuma_emit_through_hotkey_127_input, rule_set) == 0);
YUMA_ASSERT(offsetof(yuma_emit_through_hotkey_127_input, take) == 2);
YUMA_ASSERT(offsetof(yuma_emit_through_hotkey_127_input, total_stake) == 8);
YUMA_ASSERT(offsetof(yuma_emit_through_hotkey_127_input, server_emission) == 16);
YUMA_ASSERT(offsetof(yuma_emit_through_hotkey_127_input, validator_emission) == 24);
YUMA_ASSERT(offsetof(yuma_emit_through_hotkey_127_input, nominators) == 32);
YUMA_ASSERT(sizeof(yuma_emit_through_hotkey_127_input) == 40);

typedef struct yuma_emit_through_hotkey_127_output_nominator {
    uint32_t id;
    uint64_t value;
} yuma_emit_through_hotkey_127_output_nominator;
YUMA_ASSERT(offsetof(yuma_emit_through_hotkey_127_output_nominator, id) == 0);
YUMA_ASSERT(offsetof(yuma_emit_through_hotkey_127_output_nominator, value) == 8);
YUMA_ASSERT(sizeof(yuma_emit_through_hotkey_127_output_nominator) == 16);

typedef struct yuma_emit_through_hotkey_127_output {
    uint64_t take; /* rao */
    uint64_t to_owner; /* rao */
    uint64_t to_owner_after; /* rao */
    yuma_list nominators; /* of yuma_emit_through_hotkey_127_output_nominator; rao */
} yuma_emit_through_hotkey_127_output;
YUMA_ASSERT(offsetof(yuma_emit_through_hotkey_127_output, take) == 0);
YUMA_ASSERT(offsetof(yuma_emit_through_hotkey_127_output, to_owner) == 8);
YUMA_ASSERT(offsetof(yuma_emit_through_hotkey_127_output, to_owner_after) == 16);
YUMA_ASSERT(offsetof(yuma_emit_through_hotkey_127_output, nominators) == 24);
YUMA_ASSERT(sizeof(yuma_emit_through_hotkey_127_output) == 32);

/* inherited_stake_195 */

/** Fields of inherited_stake_195, as errors number them. */
enum yuma_inherited_stake_195_field {
    YUMA_INHERITED_STAKE_195_FIELD_STAKE = 1,
    YUMA_INHERITED_STAKE_195_FIELD_PARENTS = 2,
    YUMA_INHERITED_STAKE_195_FIELD_CHILDREN = 3,
    YUMA_INHERITED_STAKE_195_FIELD_NETWORK_MAX_STAKE = 4,
};

typedef struct yuma_inherited_stake_195_input_parent {
    uint64_t proportion;
    uint32_t index;
} yuma_inherited_stake_195_input_parent;
YUMA_ASSERT(offsetof(yuma_inherited_stake_195_input_parent, proportion) == 0);
YUMA_ASSERT(offsetof(yuma_inherited_stake_195_input_parent, index) == 8);
YUMA_ASSERT(sizeof(yuma_inherited_stake_195_input_parent) == 16);

typedef struct yuma_inherited_stake_195_input_children {
    uint64_t proportion;
    uint32_t index;
} yuma_inherited_stake_195_input_children;
YUMA_ASSERT(offsetof(yuma_inherited_stake_195_input_children, proportion) == 0);
YUMA_ASSERT(offsetof(yuma_inherited_stake_195_input_children, index) == 8);
YUMA_ASSERT(sizeof(yuma_inherited_stake_195_input_children) == 16);

typedef struct yuma_inherited_stake_195_input {
    yuma_u64s stake; /* rao */
    yuma_list parents; /* of yuma_list of yuma_inherited_stake_195_input_parent; fraction of 2^64-1 */
    yuma_list children; /* of yuma_list of yuma_inherited_stake_195_input_children; fraction of 2^64-1 */
    uint64_t network_max_stake; /* rao */
} yuma_inherited_stake_195_input;
YUMA_ASSERT(offsetof(yuma_inherited_stake_195_input, stake) == 0);
YUMA_ASSERT(offsetof(yuma_inherited_stake_195_input, parents) == 8);
YUMA_ASSERT(offsetof(yuma_inherited_stake_195_input, children) == 16);
YUMA_ASSERT(offsetof(yuma_inherited_stake_195_input, network_max_stake) == 24);
YUMA_ASSERT(sizeof(yuma_inherited_stake_195_input) == 32);

typedef struct yuma_inherited_stake_195_output {
    yuma_u64s stake; /* rao */
} yuma_inherited_stake_195_output;
YUMA_ASSERT(offsetof(yuma_inherited_stake_195_output, stake) == 0);
YUMA_ASSERT(sizeof(yuma_inherited_stake_195_output) == 8);

#ifdef __cplusplus
}
#endif

#endif
