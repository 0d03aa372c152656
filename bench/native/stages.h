/* The stages of the chain's sparse epoch, in its order and with its intermediate matrices. */
#include "state.h"

/* ---- stake ---- */

/* Quotient of 0 <= a <= b as I64F64, floored. 192 bits of dividend, so bit by bit. */
static wide divide_i64f64(unsigned __int128 a, unsigned __int128 b) {
    unsigned __int128 quotient = a / b;
    unsigned __int128 rest = a % b;
    for (int bit = 0; bit < 64; bit++) {
        rest <<= 1;
        quotient <<= 1;
        if (rest >= b) {
            rest -= b;
            quotient |= 1;
        }
    }
    return (wide)quotient;
}

/* I64F64; the sum of what is weighed is below 2^63 rao in every state of the benchmark, so nothing saturates. */
static wide *total_stakes(const State *state) {
    wide *totals = allocate(state->n, sizeof(wide));
    wide weight = (wide)(((unsigned __int128)state->tao_weight << 32) / UINT64_MAX) << 32;
    for (uint32_t i = 0; i < state->n; i++) {
        totals[i] = ((wide)state->alpha_stake[i] << 64) + (wide)state->tao_stake[i] * weight;
    }
    return totals;
}

static int64_t *normalized_stake(const State *state, const wide *totals) {
    int64_t *stake = allocate(state->n, sizeof(int64_t));
    wide sum = 0;
    for (uint32_t i = 0; i < state->n; i++) {
        if ((uint64_t)(totals[i] >> 64) >= state->stake_threshold) sum += totals[i];
    }
    for (uint32_t i = 0; i < state->n; i++) {
        bool counts = sum != 0 && (uint64_t)(totals[i] >> 64) >= state->stake_threshold;
        stake[i] = counts ? (int64_t)(divide_i64f64(totals[i], sum) >> 32) : 0;
    }
    return stake;
}

static int64_t *active_stakes(const State *state, const int64_t *stake, const bool *active) {
    int64_t *result = allocate(state->n, sizeof(int64_t));
    for (uint32_t i = 0; i < state->n; i++) result[i] = active[i] && state->permits[i] ? stake[i] : 0;
    normalize(result, state->n);
    return result;
}

/* ---- masks ---- */

static const int64_t *sorted_values;

/* Ascending by value, then by uid: what a stable sort of the uids gives. */
static int compare_uids(const void *a, const void *b) {
    uint32_t left = *(const uint32_t *)a, right = *(const uint32_t *)b;
    if (sorted_values[left] != sorted_values[right]) return sorted_values[left] < sorted_values[right] ? -1 : 1;
    return left < right ? -1 : 1;
}

static bool *new_permits(const int64_t *stake, uint32_t n, uint32_t allowed) {
    bool *permits = allocate(n, sizeof(bool));
    uint32_t *uids = allocate(n, sizeof(uint32_t));
    for (uint32_t i = 0; i < n; i++) {
        permits[i] = stake[i] != 0;
        uids[i] = i;
    }
    sorted_values = stake;
    qsort(uids, n, sizeof(uint32_t), compare_uids);
    for (uint32_t i = 0; i + allowed < n; i++) permits[uids[i]] = false;
    free(uids);
    return permits;
}

/* ---- weights ---- */

static Row *load_rows(const State *state, const StoredRows *stored) {
    Row *rows = allocate(state->n, sizeof(Row));
    for (uint32_t i = 0; i < state->n; i++) {
        for (uint32_t k = stored->starts[i]; k < stored->starts[i + 1]; k++) {
            StoredEntry entry = stored->entries[k];
            if (entry.uid < state->n) push(&rows[i], entry.uid, from_integer(entry.value));
        }
    }
    return rows;
}

/* The entries that `keep` says; frees what it was given. */
static Row *filter(Row *rows, const State *state, bool (*keep)(const State *, uint32_t row, uint16_t uid)) {
    Row *result = allocate(state->n, sizeof(Row));
    for (uint32_t i = 0; i < state->n; i++) {
        for (uint32_t k = 0; k < rows[i].length; k++) {
            Entry entry = rows[i].entries[k];
            if (keep(state, i, entry.uid)) push(&result[i], entry.uid, entry.value);
        }
    }
    free_rows(rows, state->n);
    return result;
}

static bool has_permit(const State *state, uint32_t row, uint16_t uid) { return (void)uid, state->permits[row]; }

static bool is_other(const State *state, uint32_t row, uint16_t uid) { return (void)state, row != uid; }

static bool is_newer(const State *state, uint32_t row, uint16_t uid) { return state->last_update[row] > state->registered[uid]; }

static bool keeps_bonds(const State *state, uint32_t row, uint16_t uid) {
    return (void)row, state->last_mechanism_step_block + 1 > state->registered[uid];
}

static Row *weights(const State *state) {
    Row *rows = load_rows(state, &state->weights);
    rows = filter(rows, state, has_permit);
    rows = filter(rows, state, is_other);
    rows = filter(rows, state, is_newer);
    normalize_rows(rows, state->n);
    return rows;
}

/* ---- consensus ---- */

static int64_t stake_of(const int64_t *stake, const uint32_t *voters, uint32_t length) {
    int64_t sum = 0;
    for (uint32_t k = 0; k < length; k++) sum = add(sum, stake[voters[k]]);
    return sum;
}

/* The quickselect over vectors of indices: of three parts of the voters one is searched on. */
static int64_t weighted_median(const int64_t *stake, const int64_t *score, uint32_t length, int64_t minority, int64_t high) {
    int64_t low = 0;
    int64_t answer = 0;
    uint32_t *voters = allocate(length, sizeof(uint32_t));
    for (uint32_t k = 0; k < length; k++) voters[k] = k;
    while (length > 0) {
        answer = score[voters[length / 2]];
        if (length == 1) break;
        uint32_t *below = allocate(length, sizeof(uint32_t));
        uint32_t *above = allocate(length, sizeof(uint32_t));
        uint32_t below_length = 0, above_length = 0;
        for (uint32_t k = 0; k < length; k++) {
            if (score[voters[k]] < answer) below[below_length++] = voters[k];
            else if (score[voters[k]] > answer) above[above_length++] = voters[k];
        }
        int64_t up_to_below = add(low, stake_of(stake, below, below_length));
        int64_t up_to_pivot = subtract(high, stake_of(stake, above, above_length));
        free(voters);
        if (minority < up_to_below && below_length > 0) {
            voters = below;
            length = below_length;
            high = up_to_below;
            free(above);
        } else if (up_to_pivot <= minority && above_length > 0) {
            voters = above;
            length = above_length;
            low = up_to_pivot;
            free(below);
        } else {
            free(above);
            voters = below;
            break;
        }
    }
    free(voters);
    return answer;
}

static int64_t *consensus(const State *state, const Row *rows, const int64_t *active_stake) {
    uint32_t n = state->n;
    int64_t *stake = allocate(n, sizeof(int64_t));
    uint32_t voters = 0;
    for (uint32_t i = 0; i < n; i++) {
        if (active_stake[i] > 0) stake[voters++] = active_stake[i];
    }
    normalize(stake, voters);
    int64_t total = wrapping_sum(stake, voters);
    int64_t minority = subtract(total, proportion_from_u16((uint16_t)state->kappa));

    int64_t **scores = allocate(n, sizeof(int64_t *));
    for (uint32_t j = 0; j < n; j++) scores[j] = allocate(voters, sizeof(int64_t));
    for (uint32_t i = 0, voter = 0; i < n; i++) {
        if (active_stake[i] <= 0) continue;
        for (uint32_t k = 0; k < rows[i].length; k++) scores[rows[i].entries[k].uid][voter] = rows[i].entries[k].value;
        voter++;
    }

    int64_t *result = allocate(n, sizeof(int64_t));
    for (uint32_t j = 0; j < n; j++) {
        result[j] = weighted_median(stake, scores[j], voters, minority, total);
        free(scores[j]);
    }
    free(scores);
    free(stake);
    return result;
}

static Row *clip(const Row *rows, const int64_t *limits, uint32_t n) {
    Row *result = allocate(n, sizeof(Row));
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t k = 0; k < rows[i].length; k++) {
            Entry entry = rows[i].entries[k];
            int64_t limit = limits[entry.uid];
            if (limit >= entry.value) push(&result[i], entry.uid, entry.value);
            else if (limit > 0) push(&result[i], entry.uid, limit);
        }
    }
    return result;
}

/* ---- incentive ---- */

static int64_t *incentives(const Row *clipped, const int64_t *active_stake, uint32_t n) {
    int64_t *ranks = allocate(n, sizeof(int64_t));
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t k = 0; k < clipped[i].length; k++) {
            Entry entry = clipped[i].entries[k];
            ranks[entry.uid] = add(ranks[entry.uid], multiply(active_stake[i], entry.value));
        }
    }
    normalize(ranks, n);
    return ranks;
}

/* ---- bonds ---- */

static void fill(int64_t *dense, const Row *row, uint32_t n) {
    memset(dense, 0, n * sizeof(int64_t));
    for (uint32_t k = 0; k < row->length; k++) dense[row->entries[k].uid] = row->entries[k].value;
}

static Row positive_entries(const int64_t *values, uint32_t n) {
    Row row = {0, 0, NULL};
    for (uint32_t j = 0; j < n; j++) {
        if (values[j] > 0) push(&row, (uint16_t)j, values[j]);
    }
    return row;
}

static Row *weights_for_bonds(const State *state, const Row *rows, const Row *clipped) {
    uint32_t n = state->n;
    int64_t ratio = proportion_from_u16((uint16_t)state->bonds_penalty);
    if (ratio == 0) return clone(rows, n);
    if (ratio == ONE) return clone(clipped, n);
    Row *result = allocate(n, sizeof(Row));
    int64_t *from = allocate(n, sizeof(int64_t));
    int64_t *to = allocate(n, sizeof(int64_t));
    for (uint32_t i = 0; i < n; i++) {
        fill(from, &rows[i], n);
        fill(to, &clipped[i], n);
        for (uint32_t j = 0; j < n; j++) from[j] = add(from[j], multiply(ratio, subtract(to[j], from[j])));
        result[i] = positive_entries(from, n);
    }
    free(from);
    free(to);
    return result;
}

static Row *scaled_rows(const Row *rows, const int64_t *factors, uint32_t n) {
    Row *result = clone(rows, n);
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t k = 0; k < result[i].length; k++) {
            result[i].entries[k].value = multiply(result[i].entries[k].value, factors[i]);
        }
    }
    return result;
}

static Row *averaged(const State *state, const Row *new_rows, const Row *old_rows) {
    uint32_t n = state->n;
    int64_t alpha = subtract(ONE, (int64_t)(((wide)state->bonds_moving_average << 64) / 1000000 >> 32));
    int64_t rest = subtract(ONE, alpha);
    Row *result = allocate(n, sizeof(Row));
    for (uint32_t i = 0; i < n; i++) {
        int64_t *sums = allocate(n, sizeof(int64_t));
        for (uint32_t k = 0; k < new_rows[i].length; k++) {
            Entry entry = new_rows[i].entries[k];
            sums[entry.uid] = add(sums[entry.uid], multiply(alpha, entry.value));
        }
        for (uint32_t k = 0; k < old_rows[i].length; k++) {
            Entry entry = old_rows[i].entries[k];
            sums[entry.uid] = add(sums[entry.uid], multiply(rest, entry.value));
        }
        result[i] = positive_entries(sums, n);
        free(sums);
    }
    return result;
}

static int64_t clamp01(int64_t x) { return x < 0 ? 0 : x > ONE ? ONE : x; }

static int64_t liquid_alpha(const State *state, int64_t consensus, int64_t weight, int64_t bond, int64_t low, int64_t high) {
    int64_t bought = clamp01(subtract(weight, consensus));
    int64_t sold = clamp01(subtract(bond, weight));
    int64_t difference = weight >= bond ? bought : sold;
    int64_t exponent = divide(from_integer((int16_t)state->alpha_sigmoid_steepness), from_integer(-100));
    int64_t growth = exponential(multiply(exponent, subtract(difference, ONE / 2)));
    int64_t sigmoid = divide(ONE, add(ONE, growth));
    int64_t alpha = add(low, multiply(sigmoid, subtract(high, low)));
    alpha = alpha < high ? alpha : high;
    return alpha > low ? alpha : low;
}

/* The value under a cursor that has walked to column j; it never goes back. */
static int64_t cursor_value(const Row *row, uint32_t *cursor, uint32_t j) {
    while (*cursor < row->length && row->entries[*cursor].uid < j) ++*cursor;
    return *cursor < row->length && row->entries[*cursor].uid == j ? row->entries[*cursor].value : 0;
}

/* The chain's n x n matrix of alphas. With `needed`, cells without an entry in the new row stay 0: nothing reads them. */
static int64_t **liquid_alphas(const State *state, const Row *new_rows, const Row *old_rows, const int64_t *consensus, bool needed) {
    uint32_t n = state->n;
    int64_t low = proportion_from_u16((uint16_t)state->alpha_low);
    int64_t high = proportion_from_u16((uint16_t)state->alpha_high);
    int64_t **alphas = allocate(n, sizeof(int64_t *));
    bool *present = allocate(n, sizeof(bool));
    for (uint32_t i = 0; i < n; i++) {
        alphas[i] = allocate(n, sizeof(int64_t));
        if (needed) {
            memset(present, 0, n * sizeof(bool));
            for (uint32_t k = 0; k < new_rows[i].length; k++) present[new_rows[i].entries[k].uid] = true;
        }
        uint32_t new_cursor = 0, old_cursor = 0;
        for (uint32_t j = 0; j < n; j++) {
            if (needed && !present[j]) continue;
            int64_t weight = cursor_value(&new_rows[i], &new_cursor, j);
            int64_t bond = cursor_value(&old_rows[i], &old_cursor, j);
            alphas[i][j] = liquid_alpha(state, consensus[j], weight, bond, low, high);
        }
    }
    free(present);
    return alphas;
}

static Row *averaged_liquid(const State *state, const Row *new_rows, const Row *old_rows, const int64_t *consensus, bool needed) {
    uint32_t n = state->n;
    int64_t **alphas = liquid_alphas(state, new_rows, old_rows, consensus, needed);
    Row *result = allocate(n, sizeof(Row));
    for (uint32_t i = 0; i < n; i++) {
        int64_t *decayed = allocate(n, sizeof(int64_t));
        for (uint32_t k = 0; k < old_rows[i].length; k++) {
            Entry old = old_rows[i].entries[k];
            decayed[old.uid] = multiply(subtract(ONE, alphas[i][old.uid]), old.value);
        }
        for (uint32_t k = 0; k < new_rows[i].length; k++) {
            Entry entry = new_rows[i].entries[k];
            int64_t increment = multiply(alphas[i][entry.uid], entry.value);
            int64_t bond = add(decayed[entry.uid], increment > 0 ? increment : 0);
            if (bond > ONE) bond = ONE;
            if (bond > 0) push(&result[i], entry.uid, bond);
        }
        free(decayed);
        free(alphas[i]);
    }
    free(alphas);
    return result;
}

static bool is_zero(const int64_t *values, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        if (values[i] != 0) return false;
    }
    return true;
}

static Row *bonds_classic(const State *state, const Row *bond_weights, const int64_t *active_stake) {
    uint32_t n = state->n;
    Row *old = filter(load_rows(state, &state->bonds), state, keeps_bonds);
    normalize_columns(old, n);
    Row *delta = scaled_rows(bond_weights, active_stake, n);
    normalize_columns(delta, n);
    Row *bonds = averaged(state, delta, old);
    normalize_columns(bonds, n);
    free_rows(old, n);
    free_rows(delta, n);
    return bonds;
}

static Row *bonds_yuma3(const State *state, const Row *bond_weights, const int64_t *consensus, bool needed) {
    uint32_t n = state->n;
    Row *old = load_rows(state, &state->bonds);
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t k = 0; k < old[i].length; k++) {
            old[i].entries[k].value = divide_safe(old[i].entries[k].value, from_integer(65535));
        }
    }
    old = filter(old, state, keeps_bonds);
    bool liquid = state->mode == LIQUID && !is_zero(consensus, n);
    Row *bonds = liquid ? averaged_liquid(state, bond_weights, old, consensus, needed) : averaged(state, bond_weights, old);
    free_rows(old, n);
    return bonds;
}

/* ---- dividends ---- */

static int64_t *dividends_classic(const Row *bonds, const int64_t *incentive, uint32_t n) {
    int64_t *dividends = allocate(n, sizeof(int64_t));
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t k = 0; k < bonds[i].length; k++) {
            Entry entry = bonds[i].entries[k];
            dividends[i] = add(dividends[i], multiply(incentive[entry.uid], entry.value));
        }
    }
    normalize(dividends, n);
    return dividends;
}

static int64_t *dividends_yuma3(const Row *bonds, const int64_t *incentive, const int64_t *active_stake, uint32_t n) {
    int64_t *dividends = allocate(n, sizeof(int64_t));
    Row *shares = clone(bonds, n);
    normalize_columns(shares, n);
    Row *earned = allocate(n, sizeof(Row));
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t k = 0; k < shares[i].length; k++) {
            Entry entry = shares[i].entries[k];
            int64_t value = multiply(incentive[entry.uid], entry.value);
            if (value != 0) push(&earned[i], entry.uid, value);
        }
    }
    for (uint32_t i = 0; i < n; i++) dividends[i] = multiply_checked(row_sum(&earned[i]), active_stake[i]);
    free_rows(shares, n);
    free_rows(earned, n);
    normalize(dividends, n);
    return dividends;
}

/* ---- emission ---- */

/* Rao; the share is not above one by more than truncation, so the product stays below 2^96. */
static uint64_t *emission_of(const State *state, const int64_t *shares) {
    uint32_t n = state->n;
    uint64_t *amounts = allocate(n, sizeof(uint64_t));
    for (uint32_t i = 0; i < n; i++) amounts[i] = shares[i] < 0 ? 0 : (uint64_t)((wide)shares[i] * (wide)state->rao_emission >> 32);
    return amounts;
}
