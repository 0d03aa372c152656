#include "wide.h"

enum { LIMBS = 4, DIGITS_AT_ONCE = 9, MOST_DIGITS = 39 };

static const uint32_t LIMB_OF_DIGITS = 1000000000;

bool yuma_wide_read(const char *digits, size_t count, yuma_u128 *value)
{
    uint32_t limbs[LIMBS] = {0}; /* from the lowest to the highest */
    for (size_t i = 0; i < count; i++) {
        uint64_t carry = (uint64_t)(digits[i] - '0');
        for (int k = 0; k < LIMBS; k++) {
            carry += (uint64_t)limbs[k] * 10;
            limbs[k] = (uint32_t)carry;
            carry >>= 32;
        }
        if (carry != 0) return false;
    }
    value->low = (uint64_t)limbs[1] << 32 | limbs[0];
    value->high = (uint64_t)limbs[3] << 32 | limbs[2];
    return true;
}

/** Divides in place. @return the last nine digits */
static uint32_t last_digits(uint32_t limbs[LIMBS])
{
    uint64_t rest = 0;
    for (int k = LIMBS - 1; k >= 0; k--) {
        rest = rest << 32 | limbs[k];
        limbs[k] = (uint32_t)(rest / LIMB_OF_DIGITS);
        rest %= LIMB_OF_DIGITS;
    }
    return (uint32_t)rest;
}

void yuma_wide_write(yuma_buffer *buffer, yuma_u128 value)
{
    if (value.high == 0) {
        yuma_buffer_unsigned(buffer, value.low);
        return;
    }
    uint32_t limbs[LIMBS] = {(uint32_t)value.low, (uint32_t)(value.low >> 32), (uint32_t)value.high, (uint32_t)(value.high >> 32)};
    char digits[MOST_DIGITS + DIGITS_AT_ONCE];
    size_t at = sizeof digits;
    while ((limbs[0] | limbs[1] | limbs[2] | limbs[3]) != 0) {
        uint32_t nine = last_digits(limbs);
        for (int i = 0; i < DIGITS_AT_ONCE; i++) {
            digits[--at] = (char)('0' + nine % 10);
            nine /= 10;
        }
    }
    while (digits[at] == '0') at++;
    yuma_buffer_bytes(buffer, digits + at, sizeof digits - at);
}

yuma_u128 yuma_wide_negated(yuma_u128 value)
{
    yuma_u128 negated = {.low = 0 - value.low, .high = ~value.high};
    if (negated.low == 0) negated.high++;
    return negated;
}

void yuma_wide_write_signed(yuma_buffer *buffer, yuma_u128 value)
{
    bool is_negative = value.high >> 63 != 0;
    if (is_negative) yuma_buffer_character(buffer, '-');
    yuma_wide_write(buffer, is_negative ? yuma_wide_negated(value) : value);
}
