/** Integers of 128 bits as decimal text, for compilers with and without such a type. */
#ifndef YUMA_JSON_WIDE_H
#define YUMA_JSON_WIDE_H

#include "../buffer.h"
#include "yuma/messages.h"

/** The value of digits, of which there is one at least. @return whether 128 bits hold it */
bool yuma_wide_read(const char *digits, size_t count, yuma_u128 *value);

void yuma_wide_write(yuma_buffer *buffer, yuma_u128 value);

/** The same of the two's complement. */
void yuma_wide_write_signed(yuma_buffer *buffer, yuma_u128 value);

yuma_u128 yuma_wide_negated(yuma_u128 value);

#endif
