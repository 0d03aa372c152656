/*
 * The states of the published recipe (test/vectors/epoch/large.json) and the benchmark's sparse one, which
 * bench/states.ts makes likewise. Fields that no timed case varies are constants.
 */
#include "rows.h"

#define CURRENT_BLOCK 1000000u
#define LAST_MECHANISM_STEP_BLOCK 999639u
#define ACTIVITY_CUTOFF 5000u
#define LAST_UPDATE 999900u
#define TAO_WEIGHT 3320413933267719290u
#define STAKE_THRESHOLD 1000000000000u
#define KAPPA 32767
#define BONDS_MOVING_AVERAGE 900000
#define ALPHA_SIGMOID_STEEPNESS 1000
#define ALPHA_LOW 45875
#define ALPHA_HIGH 58982
#define RAO_EMISSION 147600000000u

/* In the sparse state validators score windows of the same so many uids, evenly spread. */
#define SPARSE_POOL 128

typedef struct {
    uint16_t uid;
    uint16_t value;
} StoredEntry;

typedef enum { YUMA2, YUMA3, LIQUID } Mode;

typedef struct {
    uint32_t n;
    uint32_t validators;
    /* entries in each validator's row of weights and of bonds: n (dense), or less than SPARSE_POOL */
    uint32_t row_length;
    uint16_t bonds_penalty;
    Mode mode;
    uint64_t *alpha_stake; /* rao */
    uint64_t *tao_stake;   /* rao */
    uint64_t *last_update; /* block */
    uint64_t *registered;  /* block */
    /* `validators` rows of `row_length` each; the rows of other uids are empty */
    StoredEntry *weights;
    StoredEntry *bonds;
} State;

static uint64_t random_state;

static uint64_t next_random(void) {
    uint64_t z = random_state += 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

static StoredEntry *random_rows(const State *state) {
    StoredEntry *entries = allocate((size_t)state->validators * state->row_length, sizeof(StoredEntry));
    bool dense = state->row_length == state->n;
    for (uint32_t i = 0; i < state->validators; i++) {
        uint32_t first = dense ? 0 : (uint32_t)(next_random() >> 48) % (SPARSE_POOL - state->row_length + 1);
        uint32_t apart = dense ? 1 : state->n / SPARSE_POOL;
        for (uint32_t k = 0; k < state->row_length; k++) {
            StoredEntry *entry = &entries[(size_t)i * state->row_length + k];
            entry->uid = (uint16_t)((first + k) * apart);
            entry->value = (uint16_t)(next_random() >> 48);
        }
    }
    return entries;
}

static State make_state(uint32_t n, uint32_t validators, uint32_t row_length, uint64_t seed, uint16_t bonds_penalty, Mode mode) {
    State state = {.n = n, .validators = validators, .row_length = row_length, .bonds_penalty = bonds_penalty, .mode = mode};
    state.alpha_stake = allocate(n, sizeof(uint64_t));
    state.tao_stake = allocate(n, sizeof(uint64_t));
    state.last_update = allocate(n, sizeof(uint64_t));
    state.registered = allocate(n, sizeof(uint64_t));
    random_state = seed;
    for (uint32_t i = 0; i < validators; i++) {
        state.alpha_stake[i] = 1000000000000u + (next_random() >> 16);
        state.tao_stake[i] = next_random() >> 16;
    }
    for (uint32_t i = 0; i < n; i++) {
        state.last_update[i] = LAST_UPDATE;
        state.registered[i] = i % 97 == 13 ? 999800 : 500000;
    }
    /* The sparse rows have a generator of their own, so that they do not depend on how the stakes are drawn. */
    if (row_length != n) random_state = seed + 1;
    state.weights = random_rows(&state);
    state.bonds = random_rows(&state);
    return state;
}
