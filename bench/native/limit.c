/*
 * How fast the machine can be: the kernels' algorithm for dense columns under Yuma3 by hand, on 256-bit lanes (AVX2).
 *
 *   limit STATE
 *
 * Takes states in which the first uids are the validators, a multiple of 8 of them, and each names every one of a multiple of 8
 * uids in weights and in bonds; the bonds penalty is one, nothing is outdated, all are active. Weights and bonds lie in
 * memory before, memory for the rest is taken once. What is uid by uid is result.h's, as in the plain port.
 *
 * Fractions are u32 of which 2^32 is one; one itself has no place, as no row of such a state has a single weight.
 */
#ifndef __AVX2__
#error the limit is written for AVX2, which this processor does not have
#endif
#include <immintrin.h>
#include "program.h"

#define LANES 8

/* A panel of columns stays in the second cache: so many entries of 4 and of 2 bytes. */
#define PANEL_ENTRIES (1u << 15)

/* Added to a double below 2^51 it leaves the nearest integer in the lower bits. */
#define TO_INTEGER 0x1p52

/* A quotient's fraction below which it may be the next integer's: the column is divided exactly. */
#define NEAR 0x1p-17

typedef __m256i Lanes;

static uint32_t n, rows, width;
static const uint16_t *weight_values, *bond_values; /* rows by n */
static int64_t *row_sums, *ranks;
static double *row_inverses;
static uint16_t *bond_masks; /* by column: which of the stored bonds' bits count */
static uint32_t *stakes, *voter_stakes; /* by row */
static uint64_t voter_total, needed_stake;
static uint32_t ema_alpha, ema_rest;
static uint32_t *panel_weights; /* by column, then row: what they become in the end are the averages */
static uint16_t *panel_bonds;
static uint32_t *shares; /* by column, then row */
static uint32_t *sums_low, *sums_high; /* by row: sums of the lower and the upper 16 bits */
static uint16_t *result_uids, *result_values; /* rows by n */
static uint32_t *result_lengths;
static uint32_t *absent; /* column * rows + row of averages that are zero */
static uint32_t absent_count;

static Lanes load(const void *at) { return _mm256_loadu_si256(at); }
static void store(void *at, Lanes value) { _mm256_storeu_si256(at, value); }
static Lanes splat(uint32_t value) { return _mm256_set1_epi32((int)value); }
static Lanes load_u16(const uint16_t *at) { return _mm256_cvtepu16_epi32(_mm_loadu_si128((const __m128i *)at)); }

/* Upper halves of the products of even lanes and of odd ones. */
static Lanes upper(Lanes even, Lanes odd) { return _mm256_blend_epi32(_mm256_srli_epi64(even, 32), odd, 0xaa); }

static Lanes product(Lanes a, Lanes b) {
    return upper(_mm256_mul_epu32(a, b), _mm256_mul_epu32(_mm256_srli_epi64(a, 32), _mm256_srli_epi64(b, 32)));
}

/* The same where b is one value. */
static Lanes scaled(Lanes a, Lanes b) { return upper(_mm256_mul_epu32(a, b), _mm256_mul_epu32(_mm256_srli_epi64(a, 32), b)); }

static uint64_t sum_u32(Lanes value) {
    uint32_t each[LANES];
    store(each, value);
    uint64_t sum = 0;
    for (int k = 0; k < LANES; k++) sum += each[k];
    return sum;
}

static uint64_t sum_u64(Lanes value) {
    uint64_t each[LANES / 2];
    store(each, value);
    return each[0] + each[1] + each[2] + each[3];
}

static uint32_t least(Lanes value) {
    __m128i half = _mm_min_epu32(_mm256_castsi256_si128(value), _mm256_extracti128_si256(value, 1));
    half = _mm_min_epu32(half, _mm_shuffle_epi32(half, 0x4e));
    return (uint32_t)_mm_cvtsi128_si32(_mm_min_epu32(half, _mm_shuffle_epi32(half, 0xb1)));
}

static uint32_t most(Lanes value) {
    __m128i half = _mm_max_epu32(_mm256_castsi256_si128(value), _mm256_extracti128_si256(value, 1));
    half = _mm_max_epu32(half, _mm_shuffle_epi32(half, 0x4e));
    return (uint32_t)_mm_cvtsi128_si32(_mm_max_epu32(half, _mm_shuffle_epi32(half, 0xb1)));
}

/* Eight weights of a row over its sum: the nearest integer to the quotient, less one where that times the sum is too much. */
static Lanes normalized(const uint16_t *values, double inverse, uint32_t sum) {
    Lanes value = load_u16(values);
    __m256d by = _mm256_set1_pd(inverse), magic = _mm256_set1_pd(TO_INTEGER);
    __m256d low = _mm256_add_pd(_mm256_mul_pd(_mm256_cvtepi32_pd(_mm256_castsi256_si128(value)), by), magic);
    __m256d high = _mm256_add_pd(_mm256_mul_pd(_mm256_cvtepi32_pd(_mm256_extracti128_si256(value, 1)), by), magic);
    __m256 even = _mm256_shuffle_ps(_mm256_castpd_ps(low), _mm256_castpd_ps(high), 0x88);
    Lanes nearest = _mm256_permute4x64_epi64(_mm256_castps_si256(even), 0xd8);
    Lanes beyond = _mm256_mullo_epi32(nearest, splat(sum));
    return _mm256_add_epi32(nearest, _mm256_cmpgt_epi32(beyond, _mm256_setzero_si256()));
}

static void transpose_u32(Lanes row[8]) {
    Lanes pairs[8], quads[8];
    for (int k = 0; k < 8; k += 2) {
        pairs[k] = _mm256_unpacklo_epi32(row[k], row[k + 1]);
        pairs[k + 1] = _mm256_unpackhi_epi32(row[k], row[k + 1]);
    }
    for (int k = 0; k < 8; k += 4) {
        for (int half = 0; half < 2; half++) {
            quads[k + 2 * half] = _mm256_unpacklo_epi64(pairs[k + half], pairs[k + 2 + half]);
            quads[k + 2 * half + 1] = _mm256_unpackhi_epi64(pairs[k + half], pairs[k + 2 + half]);
        }
    }
    for (int k = 0; k < 4; k++) {
        row[k] = _mm256_permute2x128_si256(quads[k], quads[k + 4], 0x20);
        row[k + 4] = _mm256_permute2x128_si256(quads[k], quads[k + 4], 0x31);
    }
}

static void transpose_u16(__m128i row[8]) {
    __m128i pairs[8], quads[8];
    for (int k = 0; k < 8; k += 2) {
        pairs[k] = _mm_unpacklo_epi16(row[k], row[k + 1]);
        pairs[k + 1] = _mm_unpackhi_epi16(row[k], row[k + 1]);
    }
    for (int k = 0; k < 8; k += 4) {
        for (int half = 0; half < 2; half++) {
            quads[k + 2 * half] = _mm_unpacklo_epi32(pairs[k + half], pairs[k + 2 + half]);
            quads[k + 2 * half + 1] = _mm_unpackhi_epi32(pairs[k + half], pairs[k + 2 + half]);
        }
    }
    for (int k = 0; k < 4; k++) {
        row[2 * k] = _mm_unpacklo_epi64(quads[k], quads[k + 4]);
        row[2 * k + 1] = _mm_unpackhi_epi64(quads[k], quads[k + 4]);
    }
}

/* Without a validator's weight on itself. */
static void sum_rows(void) {
    for (uint32_t i = 0; i < rows; i++) {
        const uint16_t *row = weight_values + (size_t)i * n;
        Lanes sum = splat(0);
        for (uint32_t j = 0; j < n; j += LANES) sum = _mm256_add_epi32(sum, load_u16(row + j));
        row_sums[i] = (int64_t)sum_u32(sum) - row[i];
        row_inverses[i] = 0x1p32 / (double)row_sums[i];
    }
}

static void gather(uint32_t first, uint32_t last) {
    for (uint32_t i = 0; i < rows; i += 8) {
        for (uint32_t j = first; j < last; j += 8) {
            Lanes weights[8];
            __m128i bonds[8], mask = _mm_loadu_si128((const __m128i *)(bond_masks + j));
            for (uint32_t k = 0; k < 8; k++) {
                size_t at = (size_t)(i + k) * n + j;
                weights[k] = normalized(weight_values + at, row_inverses[i + k], (uint32_t)row_sums[i + k]);
                bonds[k] = _mm_and_si128(mask, _mm_loadu_si128((const __m128i *)(bond_values + at)));
            }
            transpose_u32(weights);
            transpose_u16(bonds);
            for (uint32_t k = 0; k < 8; k++) {
                size_t at = (size_t)(j - first + k) * rows + i;
                store(panel_weights + at, weights[k]);
                _mm_storeu_si128((__m128i *)(panel_bonds + at), bonds[k]);
            }
        }
    }
    for (uint32_t i = first; i < last && i < rows; i++) panel_weights[(size_t)(i - first) * rows + i] = 0;
}

static void scatter(uint32_t first, uint32_t last) {
    for (uint32_t i = 0; i < rows; i += 8) {
        for (uint32_t j = first; j < last; j += 8) {
            __m128i bonds[8];
            for (uint32_t k = 0; k < 8; k++)
                bonds[k] = _mm_loadu_si128((const __m128i *)(panel_bonds + (size_t)(j - first + k) * rows + i));
            transpose_u16(bonds);
            for (uint32_t k = 0; k < 8; k++) _mm_storeu_si128((__m128i *)(result_values + (size_t)(i + k) * n + j), bonds[k]);
        }
    }
}

/* The largest weight that as much stake as is needed gives at least: between two weights, of which a pivot leaves one side. */
static uint32_t median(const uint32_t *weights) {
    Lanes minimum = splat(UINT32_MAX), maximum = splat(0);
    for (uint32_t k = 0; k < rows; k += LANES) {
        minimum = _mm256_min_epu32(minimum, load(weights + k));
        maximum = _mm256_max_epu32(maximum, load(weights + k));
    }
    uint32_t low = least(minimum), high = most(maximum);
    uint64_t stake_low = voter_total, stake_high = 0;
    for (int round = 0; low != high; round++) {
        /* By the stakes on either side, and by halves where that does not end soon. */
        double part = round < 6 ? (double)(stake_low - needed_stake) / (double)(stake_low - stake_high) : 0.5;
        uint32_t pivot = low + 1 + (uint32_t)((double)(high - low - 1) * part);
        Lanes limit = splat(pivot), stake = splat(0);
        minimum = splat(UINT32_MAX);
        maximum = splat(0);
        for (uint32_t k = 0; k < rows; k += LANES) {
            Lanes weight = load(weights + k);
            Lanes reaches = _mm256_cmpeq_epi32(_mm256_max_epu32(weight, limit), weight);
            stake = _mm256_add_epi32(stake, _mm256_and_si256(load(voter_stakes + k), reaches));
            /* Modulo 2^32, so that the least is of those that reach the pivot, and the most of those that do not. */
            Lanes distance = _mm256_sub_epi32(weight, limit);
            minimum = _mm256_min_epu32(minimum, distance);
            maximum = _mm256_max_epu32(maximum, distance);
        }
        uint64_t reached = sum_u32(stake);
        if (reached >= needed_stake) {
            low = pivot + least(minimum);
            stake_low = reached;
        } else {
            high = pivot + most(maximum);
            stake_high = reached;
        }
    }
    return low;
}

/* Clips a column, adds to the trusts and averages with the old bonds; whether some average is zero. */
static bool average(uint32_t consensus, uint32_t *weights, const uint16_t *bonds, int64_t *rank, uint64_t *total) {
    const Lanes limit = splat(consensus), alpha = splat(ema_alpha), rest = splat(ema_rest);
    const Lanes lower16 = splat(0xffff), one = splat(UINT32_MAX), lower32 = _mm256_set1_epi64x(UINT32_MAX);
    Lanes staked = splat(0), sum = splat(0), minimum = one;
    for (uint32_t k = 0; k < rows; k += LANES) {
        Lanes clipped = _mm256_min_epu32(load(weights + k), limit);
        store(sums_low + k, _mm256_add_epi32(load(sums_low + k), _mm256_and_si256(clipped, lower16)));
        store(sums_high + k, _mm256_add_epi32(load(sums_high + k), _mm256_srli_epi32(clipped, 16)));
        staked = _mm256_add_epi32(staked, product(clipped, load(stakes + k)));
        /* 65535 is one: its product is one more than that of 2^32 - 1. */
        Lanes stored = load_u16(bonds + k);
        Lanes bond = _mm256_or_si256(stored, _mm256_slli_epi32(stored, 16));
        Lanes old = _mm256_sub_epi32(scaled(bond, rest), _mm256_cmpeq_epi32(bond, one));
        Lanes averaged = _mm256_add_epi32(scaled(clipped, alpha), old);
        store(weights + k, averaged);
        minimum = _mm256_min_epu32(minimum, averaged);
        sum = _mm256_add_epi64(sum, _mm256_add_epi64(_mm256_and_si256(averaged, lower32), _mm256_srli_epi64(averaged, 32)));
    }
    *rank = (int64_t)sum_u32(staked);
    *total = sum_u64(sum);
    return least(minimum) == 0;
}

/* The shares of a column's bonds and the bonds as they are stored; whether each quotient is far from the next integer. */
static bool divide_column(const uint32_t *averages, uint64_t total, uint32_t *share, uint16_t *stored) {
    const __m256d magic = _mm256_set1_pd(TO_INTEGER), near_all = _mm256_set1_pd(NEAR);
    /* A little low, so that with NEAR added the floor is right or the fraction small. */
    const __m256d inverse = _mm256_set1_pd(0x1p32 / (double)total * (1 - 0x1p-50));
    const Lanes exponent = splat(0x43300000), ones = splat(1);
    __m256d fraction = _mm256_set1_pd(1);
    for (uint32_t k = 0; k < rows; k += LANES) {
        Lanes value = load(averages + k);
        __m256d low = _mm256_sub_pd(_mm256_castsi256_pd(_mm256_unpacklo_epi32(value, exponent)), magic);
        __m256d high = _mm256_sub_pd(_mm256_castsi256_pd(_mm256_unpackhi_epi32(value, exponent)), magic);
        low = _mm256_add_pd(_mm256_mul_pd(low, inverse), near_all);
        high = _mm256_add_pd(_mm256_mul_pd(high, inverse), near_all);
        __m256d low_floor = _mm256_floor_pd(low), high_floor = _mm256_floor_pd(high);
        fraction = _mm256_min_pd(fraction, _mm256_min_pd(_mm256_sub_pd(low, low_floor), _mm256_sub_pd(high, high_floor)));
        __m256 low_bits = _mm256_castpd_ps(_mm256_add_pd(low_floor, magic)), high_bits = _mm256_castpd_ps(_mm256_add_pd(high_floor, magic));
        store(share + k, _mm256_castps_si256(_mm256_shuffle_ps(low_bits, high_bits, 0x88)));
        /* floor(value * 65535 / 2^32) of a value that is not zero */
        Lanes below = _mm256_sub_epi32(value, ones);
        Lanes u16 = _mm256_srli_epi32(_mm256_sub_epi32(below, _mm256_srli_epi32(below, 16)), 16);
        Lanes packed = _mm256_permute4x64_epi64(_mm256_packus_epi32(u16, u16), 0x08);
        _mm_storeu_si128((__m128i *)(stored + k), _mm256_castsi256_si128(packed));
    }
    double each[4];
    _mm256_storeu_pd(each, fraction);
    return each[0] >= NEAR && each[1] >= NEAR && each[2] >= NEAR && each[3] >= NEAR;
}

static void divide_exactly(uint32_t uid, const uint32_t *averages, uint64_t total, uint32_t *share, uint16_t *stored) {
    for (uint32_t i = 0; i < rows; i++) {
        share[i] = total == 0 ? 0 : (uint32_t)(((unsigned __int128)averages[i] << 32) / total);
        stored[i] = (uint16_t)(((uint64_t)averages[i] * 65535) >> 32);
        if (averages[i] == 0) absent[absent_count++] = uid * rows + i;
    }
}

static void run_column(uint32_t uid, uint32_t *weights, uint16_t *bonds, int64_t *consensus) {
    uint32_t limit = median(weights);
    uint64_t total;
    bool has_zero = average(limit, weights, bonds, &ranks[uid], &total);
    uint32_t *share = shares + (size_t)uid * rows;
    consensus[uid] = limit;
    if (has_zero || !divide_column(weights, total, share, bonds)) divide_exactly(uid, weights, total, share, bonds);
}

static void clear_sums(void) {
    memset(sums_low, 0, rows * sizeof(uint32_t));
    memset(sums_high, 0, rows * sizeof(uint32_t));
}

static int64_t row_total(uint32_t row) { return (int64_t)sums_low[row] + ((int64_t)sums_high[row] << 16); }

/* What every row's shares earn, four columns at a time. */
static void earn(const int64_t *incentive) {
    const Lanes lower16 = splat(0xffff);
    clear_sums();
    for (uint32_t j = 0; j < n; j += 4) {
        const uint32_t *share = shares + (size_t)j * rows;
        Lanes by[4];
        for (int c = 0; c < 4; c++) by[c] = splat((uint32_t)incentive[j + c]);
        for (uint32_t k = 0; k < rows; k += LANES) {
            Lanes low = load(sums_low + k), high = load(sums_high + k);
            for (uint32_t c = 0; c < 4; c++) {
                Lanes earned = scaled(load(share + (size_t)c * rows + k), by[c]);
                low = _mm256_add_epi32(low, _mm256_and_si256(earned, lower16));
                high = _mm256_add_epi32(high, _mm256_srli_epi32(earned, 16));
            }
            store(sums_low + k, low);
            store(sums_high + k, high);
        }
    }
}

/* The uids of the rows of bonds; rows with averages of zero are closed up. */
static void finish_rows(void) {
    for (uint32_t i = 0; i < rows; i++) {
        memcpy(result_uids + (size_t)i * n, result_uids + (size_t)rows * n, n * sizeof(uint16_t));
        result_lengths[i] = n;
    }
    /* From the last column to the first, so that those before keep their places. */
    for (uint32_t k = absent_count; k-- > 0;) {
        uint32_t row = absent[k] % rows, at = absent[k] / rows;
        size_t from = (size_t)row * n + at, rest = result_lengths[row] - at - 1;
        memmove(result_uids + from, result_uids + from + 1, rest * sizeof(uint16_t));
        memmove(result_values + from, result_values + from + 1, rest * sizeof(uint16_t));
        result_lengths[row]--;
    }
}

static void set_stakes(const State *state, const int64_t *active_stake) {
    int64_t *voters = allocate(rows, sizeof(int64_t));
    for (uint32_t i = 0; i < rows; i++) {
        stakes[i] = (uint32_t)active_stake[i];
        voters[i] = active_stake[i];
    }
    normalize(voters, rows);
    voter_total = (uint64_t)wrapping_sum(voters, rows);
    int64_t minority = subtract((int64_t)voter_total, proportion_from_u16((uint16_t)state->kappa));
    needed_stake = voter_total - (uint64_t)minority;
    for (uint32_t i = 0; i < rows; i++) voter_stakes[i] = (uint32_t)voters[i];
    free(voters);
    ema_alpha = (uint32_t)subtract(ONE, (int64_t)(((wide)state->bonds_moving_average << 64) / 1000000 >> 32));
    ema_rest = (uint32_t)(ONE - ema_alpha);
    for (uint32_t j = 0; j < n; j++) bond_masks[j] = keeps_bonds(state, 0, (uint16_t)j) ? 0xffff : 0;
}

static Result epoch(const State *state, bool option) {
    (void)option;
    Result result = {0};
    int64_t *active_stake = begin_result(state, &result);
    set_stakes(state, active_stake);
    result.consensus = allocate(n, sizeof(int64_t));
    absent_count = 0;
    sum_rows();
    clear_sums();
    for (uint32_t first = 0; first < n; first += width) {
        uint32_t last = first + width < n ? first + width : n;
        gather(first, last);
        for (uint32_t j = first; j < last; j++) {
            size_t at = (size_t)(j - first) * rows;
            run_column(j, panel_weights + at, panel_bonds + at, result.consensus);
        }
        scatter(first, last);
    }
    finish_rows();
    result.trust = allocate(n, sizeof(int64_t));
    for (uint32_t i = 0; i < rows; i++) result.trust[i] = row_total(i);
    result.incentive = allocate(n, sizeof(int64_t));
    memcpy(result.incentive, ranks, n * sizeof(int64_t));
    normalize(result.incentive, n);
    earn(result.incentive);
    result.dividends = allocate(n, sizeof(int64_t));
    for (uint32_t i = 0; i < rows; i++) result.dividends[i] = multiply_checked(row_total(i), active_stake[i]);
    normalize(result.dividends, n);
    finish_result(state, &result, active_stake);
    free(active_stake);
    return result;
}

static void make_rows(const State *state, Result *result) {
    if (result->bonds != NULL) return;
    result->bonds = allocate(n, sizeof(Row));
    for (uint32_t i = 0; i < rows && i < n; i++) {
        if (!result->permits[i]) continue;
        for (uint32_t k = 0; k < result_lengths[i]; k++)
            push(&result->bonds[i], result_uids[(size_t)i * n + k], result_values[(size_t)i * n + k]);
    }
    (void)state;
}

static void *lasting(size_t count, size_t size) {
    void *memory = aligned_alloc(64, (count * size + 127) & ~(size_t)63);
    if (memory == NULL) abort();
    memset(memory, 0, count * size);
    return memory;
}

/* The values of rows that name every uid; NULL where one does not. */
static const uint16_t *dense_values(const StoredRows *stored) {
    if (stored->starts[n] != rows * n) return NULL;
    uint16_t *values = lasting((size_t)rows * n, sizeof(uint16_t));
    for (uint32_t at = 0; at < rows * n; at++) {
        if (stored->starts[at / n] != at - at % n || stored->entries[at].uid != at % n) return NULL;
        values[at] = stored->entries[at].value;
    }
    return values;
}

static bool prepare(const State *state) {
    n = state->n;
    for (rows = 0; rows < n && state->permits[rows]; rows++) {
        if (state->last_update[rows] + state->activity_cutoff < state->current_block) return false;
        for (uint32_t j = 0; j < n; j++) {
            if (!is_newer(state, rows, (uint16_t)j)) return false;
        }
    }
    if (state->mode != YUMA3 || state->bonds_penalty != 65535 || rows == 0 || rows % 8 != 0 || n % 8 != 0) return false;
    weight_values = dense_values(&state->weights);
    bond_values = dense_values(&state->bonds);
    if (weight_values == NULL || bond_values == NULL) return false;
    size_t entries = (size_t)rows * n;
    width = PANEL_ENTRIES / rows / 8 * 8;
    width = width < 8 ? 8 : width > n ? n : width;
    row_sums = lasting(rows, sizeof(int64_t));
    row_inverses = lasting(rows, sizeof(double));
    ranks = lasting(n, sizeof(int64_t));
    bond_masks = lasting(n, sizeof(uint16_t));
    stakes = lasting(rows, sizeof(uint32_t));
    voter_stakes = lasting(rows, sizeof(uint32_t));
    panel_weights = lasting((size_t)width * rows, sizeof(uint32_t));
    panel_bonds = lasting((size_t)width * rows, sizeof(uint16_t));
    shares = lasting(entries, sizeof(uint32_t));
    sums_low = lasting(rows, sizeof(uint32_t));
    sums_high = lasting(rows, sizeof(uint32_t));
    /* One row more, which is what the others are copied from. */
    result_uids = lasting(entries + n, sizeof(uint16_t));
    for (uint32_t j = 0; j < n; j++) result_uids[entries + j] = (uint16_t)j;
    result_values = lasting(entries, sizeof(uint16_t));
    result_lengths = lasting(rows, sizeof(uint32_t));
    absent = lasting(entries, sizeof(uint32_t));
    return true;
}

int main(int count, char **arguments) {
    if (count < 2) {
        fprintf(stderr, "usage: limit STATE\n");
        return 2;
    }
    State state = read_state(arguments[1]);
    if (!prepare(&state)) {
        fprintf(stderr, "no state for the limit: see the head of limit.c\n");
        return 2;
    }
    return serve(epoch, make_rows, &state, false);
}
