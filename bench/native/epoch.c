/*
 * The chain's sparse epoch in C, ported plainly: the comparison that the benchmark measures against.
 *
 *   epoch STATE [--needed]
 *
 * --needed leaves out the alphas that nothing reads; without it all n x n are evaluated, as on the chain.
 */
#include "program.h"

static Result epoch(const State *state, bool needed) {
    uint32_t n = state->n;
    Result result;
    int64_t *active_stake = begin_result(state, &result);

    Row *weight_rows = weights(state);
    result.consensus = consensus(state, weight_rows, active_stake);
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
    finish_result(state, &result, active_stake);
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

int main(int count, char **arguments) {
    if (count < 2) {
        fprintf(stderr, "usage: epoch STATE [--needed]\n");
        return 2;
    }
    State state = read_state(arguments[1]);
    return serve(epoch, NULL, &state, count > 2 && strcmp(arguments[2], "--needed") == 0);
}
