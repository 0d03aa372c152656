/** Text that grows. What does not fit is left out, and `failed` says so. */
#ifndef YUMA_BUFFER_H
#define YUMA_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct yuma_buffer {
    char *bytes;
    size_t length;
    size_t room;
    bool failed;
} yuma_buffer;

/** Room for so many more bytes, which count as written; NULL where there is none. */
char *yuma_buffer_extend(yuma_buffer *buffer, size_t length);

void yuma_buffer_bytes(yuma_buffer *buffer, const char *bytes, size_t length);
void yuma_buffer_text(yuma_buffer *buffer, const char *text);
void yuma_buffer_character(yuma_buffer *buffer, char character);
void yuma_buffer_unsigned(yuma_buffer *buffer, uint64_t value);
void yuma_buffer_signed(yuma_buffer *buffer, int64_t value);

/** The whole as text, "" where nothing was written or memory did not suffice. */
const char *yuma_buffer_string(yuma_buffer *buffer);

void yuma_buffer_clear(yuma_buffer *buffer);
void yuma_buffer_free(yuma_buffer *buffer);

#endif
