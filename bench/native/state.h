/* A state as bench/nativeState.ts writes it into a file, little endian. */
#include <stdio.h>
#include "rows.h"

typedef struct {
    uint16_t uid;
    uint16_t value;
} StoredEntry;

typedef enum { YUMA2, YUMA3, LIQUID } Mode;

/* The rows of all uids behind one another; row i from starts[i] to starts[i + 1]. */
typedef struct {
    uint32_t *starts;
    StoredEntry *entries;
} StoredRows;

typedef struct {
    uint32_t n;
    Mode mode;
    uint32_t max_allowed_validators;
    /* u16 proportions, but for the steepness in hundredths */
    uint32_t kappa, bonds_penalty, alpha_low, alpha_high, alpha_sigmoid_steepness;
    uint64_t current_block, last_mechanism_step_block, activity_cutoff;
    uint64_t tao_weight;      /* fraction of 2^64 - 1 */
    uint64_t stake_threshold; /* rao */
    uint64_t bonds_moving_average;
    uint64_t rao_emission;
    uint64_t *alpha_stake, *tao_stake; /* rao */
    uint64_t *last_update, *registered; /* block */
    bool *permits;
    StoredRows weights, bonds;
} State;

static void read_items(FILE *file, void *items, size_t size, size_t count) {
    if (fread(items, size, count, file) != count) {
        fprintf(stderr, "the state's file is too short\n");
        exit(2);
    }
}

static uint32_t read_u32(FILE *file) {
    uint32_t value;
    read_items(file, &value, sizeof value, 1);
    return value;
}

static uint64_t read_u64(FILE *file) {
    uint64_t value;
    read_items(file, &value, sizeof value, 1);
    return value;
}

static uint64_t *read_u64s(FILE *file, uint32_t n) {
    uint64_t *values = allocate(n, sizeof(uint64_t));
    read_items(file, values, sizeof(uint64_t), n);
    return values;
}

static StoredRows read_rows(FILE *file, uint32_t n) {
    StoredRows rows;
    rows.starts = allocate(n + 1, sizeof(uint32_t));
    read_items(file, rows.starts, sizeof(uint32_t), n + 1);
    rows.entries = allocate(rows.starts[n], sizeof(StoredEntry));
    read_items(file, rows.entries, sizeof(StoredEntry), rows.starts[n]);
    return rows;
}

static State read_state(const char *path) {
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        fprintf(stderr, "%s cannot be read\n", path);
        exit(2);
    }
    State state;
    state.n = read_u32(file);
    state.mode = (Mode)read_u32(file);
    state.max_allowed_validators = read_u32(file);
    state.kappa = read_u32(file);
    state.bonds_penalty = read_u32(file);
    state.alpha_low = read_u32(file);
    state.alpha_high = read_u32(file);
    state.alpha_sigmoid_steepness = read_u32(file);
    state.current_block = read_u64(file);
    state.last_mechanism_step_block = read_u64(file);
    state.activity_cutoff = read_u64(file);
    state.tao_weight = read_u64(file);
    state.stake_threshold = read_u64(file);
    state.bonds_moving_average = read_u64(file);
    state.rao_emission = read_u64(file);
    state.alpha_stake = read_u64s(file, state.n);
    state.tao_stake = read_u64s(file, state.n);
    state.last_update = read_u64s(file, state.n);
    state.registered = read_u64s(file, state.n);
    state.permits = allocate(state.n, sizeof(bool));
    read_items(file, state.permits, 1, state.n);
    state.weights = read_rows(file, state.n);
    state.bonds = read_rows(file, state.n);
    fclose(file);
    return state;
}
