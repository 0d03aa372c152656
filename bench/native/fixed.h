/*
 * I32F32 as the chain computes it: a raw value is an integer of which 2^32 is one. Multiplication floors, division
 * truncates, and both go through 128 bits every time. No shortcut is taken where an argument happens to be small: the
 * chain's fixed-point type takes none.
 */
#include <stdbool.h>
#include <stdint.h>

typedef __int128 wide;

#define ONE ((int64_t)1 << 32)

static int64_t from_integer(int64_t value) { return value << 32; }

static bool fits(wide raw) { return raw >= INT64_MIN && raw <= INT64_MAX; }

static int64_t saturate(wide raw) { return raw < INT64_MIN ? INT64_MIN : raw > INT64_MAX ? INT64_MAX : (int64_t)raw; }

static int64_t add(int64_t a, int64_t b) { return saturate((wide)a + b); }

static int64_t subtract(int64_t a, int64_t b) { return saturate((wide)a - b); }

static wide multiply_floor(int64_t a, int64_t b) { return ((wide)a * b) >> 32; }

static int64_t multiply(int64_t a, int64_t b) { return saturate(multiply_floor(a, b)); }

/* Zero where the product does not fit. */
static int64_t multiply_checked(int64_t a, int64_t b) {
    wide product = multiply_floor(a, b);
    return fits(product) ? (int64_t)product : 0;
}

/* The divisor is not zero. */
static int64_t divide(int64_t a, int64_t b) { return saturate(((wide)a << 32) / b); }

/* Zero where the divisor is zero or the quotient does not fit. */
static int64_t divide_safe(int64_t a, int64_t b) {
    if (b == 0) return 0;
    wide quotient = ((wide)a << 32) / b;
    return fits(quotient) ? (int64_t)quotient : 0;
}

static int64_t proportion_from_u16(uint16_t value) { return divide_safe(from_integer(value), from_integer(65535)); }

static uint16_t proportion_to_u16(int64_t raw) {
    int64_t scaled = multiply(raw, from_integer(65535)) >> 32;
    return scaled < 0 ? 0 : scaled > 65535 ? 65535 : (uint16_t)scaled;
}

static int64_t wrapping_sum(const int64_t *values, uint32_t length) {
    uint64_t sum = 0;
    for (uint32_t i = 0; i < length; i++) sum += (uint64_t)values[i];
    return (int64_t)sum;
}

static void normalize(int64_t *values, uint32_t length) {
    int64_t sum = wrapping_sum(values, length);
    if (sum == 0) return;
    for (uint32_t i = 0; i < length; i++) values[i] = divide_safe(values[i], sum);
}

/* e to the power of x clamped into [-20, 20], inside which no step overflows. */
static int64_t exponential(int64_t x) {
    const int64_t limit = from_integer(20);
    x = x > limit ? limit : x < -limit ? -limit : x;
    if (x == 0) return ONE;
    if (x == ONE) return (int64_t)22802600 << 9;
    int64_t magnitude = x < 0 ? -x : x;
    int64_t sum = magnitude + ONE;
    int64_t term = magnitude;
    for (int64_t i = 2; i < 32; i++) {
        term = divide(multiply(term, magnitude), from_integer(i));
        sum += term;
    }
    return x < 0 ? divide_safe(ONE, sum) : sum;
}
