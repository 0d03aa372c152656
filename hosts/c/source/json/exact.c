#include "exact.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    SHORT_INTEGER = 15,       /* so many digits are never too many for a double */
    MOST_SIGNIFICANT = 800,   /* no double lies halfway between others beyond */
    MOST_OF_DOUBLE = 310,     /* digits in front of the point of the largest, and a sign */
    MOST_ROUND_TRIP = 17,     /* so many significant digits tell every double */
    FIRST_WITH_EXPONENT = 21, /* digits from which on JavaScript writes an exponent */
    MOST_CANONICAL = 40,
    MOST_POWER = 99999
};

static const double LARGEST_SAFE = 9007199254740991.0;

/** Digits times a power of ten, without zeros at either end: 0.5e1 is 5 and 0. */
typedef struct decimal {
    char digits[MOST_SIGNIFICANT + 2];
    size_t count;
    int64_t power;
    bool is_negative;
} decimal;

static void read_decimal(decimal *found, const char *text, size_t length)
{
    size_t zeros = 0; /* behind the digits, or in the place of those that are too many */
    int64_t power = 0;
    bool in_fraction = false;
    bool has_more = false;
    found->count = 0;
    found->is_negative = text[0] == '-';
    for (size_t at = found->is_negative ? 1 : 0; at < length; at++) {
        char c = text[at];
        if (c == 'e' || c == 'E') {
            long long exponent = strtoll(text + at + 1, NULL, 10);
            const long long most = INT64_C(1) << 40;
            power += exponent > most ? most : exponent < -most ? -most : exponent;
            break;
        }
        if (c == '.') {
            in_fraction = true;
            continue;
        }
        if (in_fraction) power--;
        bool fits = found->count + zeros < MOST_SIGNIFICANT;
        if (c != '0' && fits) {
            memset(found->digits + found->count, '0', zeros);
            found->count += zeros;
            found->digits[found->count++] = c;
            zeros = 0;
        } else if (found->count > 0) {
            zeros++;
            has_more = has_more || c != '0';
        }
    }
    if (has_more) {
        found->digits[found->count++] = '1';
        zeros--;
    }
    found->digits[found->count] = '\0';
    found->power = power + (int64_t)zeros;
}

/** Written without a point, which is not the same everywhere. */
static double double_of(const decimal *number)
{
    char text[MOST_SIGNIFICANT + 32];
    if (number->count == 0) return 0;
    int power = number->power > MOST_POWER ? MOST_POWER : number->power < -MOST_POWER ? -MOST_POWER : (int)number->power;
    snprintf(text, sizeof text, "%s%se%d", number->is_negative ? "-" : "", number->digits, power);
    return strtod(text, NULL);
}

/** Whether an integer that is a double has all digits of the number. */
static bool is_equal(const decimal *number, double integer)
{
    char text[MOST_OF_DOUBLE + 2];
    decimal exact;
    if (number->power < 0) return false;
    int length = snprintf(text, sizeof text, "%.0f", integer);
    read_decimal(&exact, text, (size_t)length);
    return exact.count == number->count && exact.power == number->power && memcmp(exact.digits, number->digits, exact.count) == 0;
}

/** The fewest digits that tell a double from all others. */
static void shortest(decimal *found, double value)
{
    char text[MOST_CANONICAL];
    int length = 0;
    for (int digits = 0; digits < MOST_ROUND_TRIP; digits++) {
        length = snprintf(text, sizeof text, "%.*e", digits, value);
        if (strtod(text, NULL) == value) break;
    }
    /* Whatever the point looks like here. */
    for (int i = 0; i < length; i++) {
        bool is_number = (text[i] >= '0' && text[i] <= '9') || text[i] == 'e' || text[i] == '-' || text[i] == '+';
        if (!is_number) text[i] = '.';
    }
    read_decimal(found, text, (size_t)length);
}

/** Whether it is written as JavaScript writes the integer that it becomes, if it has many digits. */
static bool is_canonical(const char *text, size_t length, const decimal *number, double value)
{
    char canonical[2 * MOST_CANONICAL];
    char given[MOST_CANONICAL + 2];
    decimal digits;
    if (length > MOST_CANONICAL) return false;
    shortest(&digits, value);
    /* At a power of two fewer digits may tell it that are not the nearest. */
    if (number->count < digits.count) digits = *number;
    long long places = (long long)digits.count + digits.power;
    const char *sign = digits.is_negative ? "-" : "";
    if (places <= FIRST_WITH_EXPONENT) {
        snprintf(canonical, sizeof canonical, "%s%.20s%.*s", sign, digits.digits, (int)digits.power, "000000000000000000000");
    } else {
        snprintf(canonical, sizeof canonical, "%s%c%s%.20se+%lld", sign, digits.digits[0], digits.count > 1 ? "." : "", digits.digits + 1,
                 places - 1);
    }
    size_t copied = 0;
    for (size_t at = 0; at < length; at++) {
        bool is_plain_exponent = (text[at] == 'e' || text[at] == 'E') && text[at + 1] >= '0' && text[at + 1] <= '9';
        if (is_plain_exponent) given[copied++] = 'e';
        given[copied++] = is_plain_exponent ? '+' : text[at];
    }
    return strlen(canonical) == copied && memcmp(canonical, given, copied) == 0;
}

exactness yuma_exact_number(const char *text, size_t length, int64_t *integer)
{
    bool is_short = length <= SHORT_INTEGER && !(text[0] == '-' && text[1] == '0');
    for (size_t i = 0; is_short && i < length; i++) is_short = text[i] != '.' && text[i] != 'e' && text[i] != 'E';
    if (is_short) {
        *integer = strtoll(text, NULL, 10);
        return EXACT_INTEGER;
    }
    decimal number;
    read_decimal(&number, text, length);
    if (number.count == 0) {
        *integer = 0;
        return number.is_negative ? NOT_EXACT : EXACT_INTEGER;
    }
    double value = double_of(&number);
    if (!isfinite(value)) return NOT_EXACT;
    if (value != floor(value)) return EXACT_OTHER;
    if (!is_equal(&number, value) && !is_canonical(text, length, &number, value)) return NOT_EXACT;
    if (fabs(value) > LARGEST_SAFE) return EXACT_OTHER;
    *integer = (int64_t)value;
    return EXACT_INTEGER;
}
