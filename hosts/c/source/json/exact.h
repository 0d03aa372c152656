/** Numbers as they are written. */
#ifndef YUMA_JSON_EXACT_H
#define YUMA_JSON_EXACT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum exactness {
    EXACT_INTEGER, /* of at most 53 bits */
    EXACT_OTHER,   /* a fraction, or a number as whoever holds it writes it */
    NOT_EXACT
} exactness;

/** What a number becomes whose text is JSON and ends with a character that is no part of it. */
exactness yuma_exact_number(const char *text, size_t length, int64_t *integer);

#endif
