/** The characters of JSON's text. */
#ifndef YUMA_JSON_TEXT_H
#define YUMA_JSON_TEXT_H

#include <stdbool.h>
#include <stddef.h>

bool yuma_utf8_is_valid(const char *text, size_t length);

/**
 * Takes the escapes out of a text, in its place, which it never outgrows. Halves of a pair that stand alone stay.
 * @param from behind the quotes in front; at `end` is a zero
 * @return behind the quotes at the end; NULL where there are none, or what stands there is none of JSON's
 */
char *yuma_string_decode(char *from, const char *end, size_t *length);

#endif
