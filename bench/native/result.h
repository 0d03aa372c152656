/* What an epoch gives, and what of it is uid by uid: the same in every program here. */
#include "stages.h"

typedef struct {
    int64_t *stake, *consensus, *incentive, *dividends, *trust;
    uint64_t *server_emission, *validator_emission, *emission;
    bool *active, *permits;
    wide *totals;
    Row *bonds;
} Result;

/* Stake, activity and permits into the result; gives the active stake, normalised. */
static int64_t *begin_result(const State *state, Result *result) {
    uint32_t n = state->n;
    result->totals = total_stakes(state);
    result->stake = normalized_stake(state, result->totals);
    result->active = allocate(n, sizeof(bool));
    for (uint32_t i = 0; i < n; i++) result->active[i] = state->last_update[i] + state->activity_cutoff >= state->current_block;
    result->permits = new_permits(result->stake, n, state->max_allowed_validators);
    return active_stakes(state, result->stake, result->active);
}

/* The emissions, once incentive and dividends are there. */
static void finish_result(const State *state, Result *result, const int64_t *active_stake) {
    uint32_t n = state->n;
    int64_t *server = allocate(n, sizeof(int64_t));
    int64_t *validator = allocate(n, sizeof(int64_t));
    int64_t *combined = allocate(n, sizeof(int64_t));
    for (uint32_t i = 0; i < n; i++) combined[i] = add(result->incentive[i], result->dividends[i]);
    int64_t total = wrapping_sum(combined, n);
    const int64_t *by_stake = wrapping_sum(active_stake, n) == 0 ? result->stake : active_stake;
    for (uint32_t i = 0; i < n; i++) {
        server[i] = total == 0 ? result->incentive[i] : divide_safe(result->incentive[i], total);
        validator[i] = total == 0 ? by_stake[i] : divide_safe(result->dividends[i], total);
        combined[i] = total == 0 ? by_stake[i] : divide_safe(combined[i], total);
    }
    result->server_emission = emission_of(state, server);
    result->validator_emission = emission_of(state, validator);
    result->emission = emission_of(state, combined);
    free(server);
    free(validator);
    free(combined);
}

static void free_result(Result *result, uint32_t n) {
    void *vectors[] = {result->stake, result->consensus, result->incentive, result->dividends, result->trust,
                       result->server_emission, result->validator_emission, result->emission, result->active,
                       result->permits, result->totals};
    for (size_t i = 0; i < sizeof vectors / sizeof *vectors; i++) free(vectors[i]);
    free_rows(result->bonds, n);
}

/* Little endian, as every machine that runs this is. */
static void write_u16s(FILE *file, const int64_t *values, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        uint16_t value = proportion_to_u16(values[i]);
        fwrite(&value, 2, 1, file);
    }
}

/* The layout is that of canonicalBytes in bindings/boundary/canonical.ts. */
static void write_result(FILE *file, const Result *result, uint32_t n) {
    fwrite(&n, 4, 1, file);
    write_u16s(file, result->stake, n);
    fwrite(result->active, 1, n, file);
    write_u16s(file, result->consensus, n);
    write_u16s(file, result->incentive, n);
    write_u16s(file, result->dividends, n);
    write_u16s(file, result->trust, n);
    fwrite(result->server_emission, 8, n, file);
    fwrite(result->validator_emission, 8, n, file);
    fwrite(result->emission, 8, n, file);
    fwrite(result->permits, 1, n, file);
    for (uint32_t i = 0; i < n; i++) {
        uint64_t rao = (uint64_t)(result->totals[i] >> 64);
        fwrite(&rao, 8, 1, file);
    }
    for (uint32_t i = 0; i < n; i++) {
        fwrite(&result->bonds[i].length, 4, 1, file);
        for (uint32_t k = 0; k < result->bonds[i].length; k++) {
            uint16_t pair[2] = {result->bonds[i].entries[k].uid, (uint16_t)result->bonds[i].entries[k].value};
            fwrite(pair, 2, 2, file);
        }
    }
}
