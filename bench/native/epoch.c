/*
 * The chain's sparse epoch in C, ported plainly: the comparison that the benchmark measures against.
 *
 *   epoch N VALIDATORS ROW_LENGTH SEED BONDS_PENALTY yuma2|yuma3|liquid [--needed]
 *
 * then commands on standard input, one a line and one answer line each:
 *   run          one epoch; answers its time in ns. The stored state is in memory before, all else is allocated inside.
 *   write PATH   the canonical bytes of the last epoch's result into a file; answers "written"
 *
 * --needed leaves out the alphas that nothing reads; without it all n x n are evaluated, as on the chain.
 */
#include <stdio.h>
#include <time.h>
#include "stages.h"

typedef struct {
    int64_t *stake, *consensus, *incentive, *dividends, *trust;
    uint64_t *server_emission, *validator_emission, *emission;
    bool *active, *permits;
    wide *totals;
    Row *bonds;
} Result;

static Result epoch(const State *state, bool needed) {
    uint32_t n = state->n;
    Result result;
    result.totals = total_stakes(state);
    result.stake = normalized_stake(state, result.totals);
    result.active = allocate(n, sizeof(bool));
    for (uint32_t i = 0; i < n; i++) result.active[i] = state->last_update[i] + ACTIVITY_CUTOFF >= CURRENT_BLOCK;
    result.permits = new_permits(result.stake, n, state->validators);
    int64_t *active_stake = active_stakes(state, result.stake, result.active);

    Row *weight_rows = weights(state);
    result.consensus = consensus(weight_rows, active_stake, n);
    Row *clipped = clip(weight_rows, result.consensus, n);
    result.trust = allocate(n, sizeof(int64_t));
    for (uint32_t i = 0; i < n; i++) result.trust[i] = row_sum(&clipped[i]);
    result.incentive = incentives(clipped, active_stake, n);

    Row *bond_weights = weights_for_bonds(state, weight_rows, clipped);
    if (state->mode == YUMA2) {
        result.bonds = bonds_classic(state, bond_weights, active_stake);
        result.dividends = dividends_classic(result.bonds, result.incentive, n);
        upscale_columns(result.bonds, n);
    } else {
        result.bonds = bonds_yuma3(state, bond_weights, result.consensus, needed);
        result.dividends = dividends_yuma3(result.bonds, result.incentive, active_stake, n);
    }
    free_rows(weight_rows, n);
    free_rows(clipped, n);
    free_rows(bond_weights, n);

    int64_t *server = allocate(n, sizeof(int64_t));
    int64_t *validator = allocate(n, sizeof(int64_t));
    int64_t *combined = allocate(n, sizeof(int64_t));
    for (uint32_t i = 0; i < n; i++) combined[i] = add(result.incentive[i], result.dividends[i]);
    int64_t total = wrapping_sum(combined, n);
    const int64_t *by_stake = wrapping_sum(active_stake, n) == 0 ? result.stake : active_stake;
    for (uint32_t i = 0; i < n; i++) {
        server[i] = total == 0 ? result.incentive[i] : divide_safe(result.incentive[i], total);
        validator[i] = total == 0 ? by_stake[i] : divide_safe(result.dividends[i], total);
        combined[i] = total == 0 ? by_stake[i] : divide_safe(combined[i], total);
    }
    result.server_emission = emission_of(server, n);
    result.validator_emission = emission_of(validator, n);
    result.emission = emission_of(combined, n);
    free(server);
    free(validator);
    free(combined);
    free(active_stake);

    /* The rows that the chain stores; u16 values, held here in the 64 bits of an entry. */
    for (uint32_t i = 0; i < n; i++) {
        if (!result.permits[i]) result.bonds[i].length = 0;
        for (uint32_t k = 0; k < result.bonds[i].length; k++) {
            result.bonds[i].entries[k].value = proportion_to_u16(result.bonds[i].entries[k].value);
        }
    }
    return result;
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

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static uint32_t number(const char *text) { return (uint32_t)strtoul(text, NULL, 10); }

int main(int count, char **arguments) {
    if (count < 7) {
        fprintf(stderr, "usage: epoch N VALIDATORS ROW_LENGTH SEED BONDS_PENALTY yuma2|yuma3|liquid [--needed]\n");
        return 2;
    }
    Mode mode = strcmp(arguments[6], "yuma2") == 0 ? YUMA2 : strcmp(arguments[6], "yuma3") == 0 ? YUMA3 : LIQUID;
    bool needed = count > 7 && strcmp(arguments[7], "--needed") == 0;
    State state = make_state(number(arguments[1]), number(arguments[2]), number(arguments[3]),
                             strtoull(arguments[4], NULL, 10), (uint16_t)number(arguments[5]), mode);
    Result result;
    bool ran = false;
    char line[4096];
    while (fgets(line, sizeof line, stdin) != NULL) {
        line[strcspn(line, "\n")] = 0;
        if (strcmp(line, "run") == 0) {
            if (ran) free_result(&result, state.n);
            long long start = now();
            result = epoch(&state, needed);
            printf("%lld\n", now() - start);
            ran = true;
        } else if (strncmp(line, "write ", 6) == 0 && ran) {
            FILE *file = fopen(line + 6, "wb");
            if (file == NULL) return 1;
            write_result(file, &result, state.n);
            if (fclose(file) != 0) return 1;
            printf("written\n");
        } else {
            return 2;
        }
        fflush(stdout);
    }
    return 0;
}
