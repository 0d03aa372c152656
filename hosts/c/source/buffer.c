#include "buffer.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST_ROOM = 256, MOST_DIGITS = 20 };

static bool has_room(yuma_buffer *buffer, size_t more)
{
    if (more <= buffer->room - buffer->length) return true;
    size_t room = buffer->room < LEAST_ROOM ? LEAST_ROOM : buffer->room;
    while (room - buffer->length < more) {
        if (room > SIZE_MAX / 2) return false;
        room *= 2;
    }
    char *bytes = realloc(buffer->bytes, room);
    if (bytes == NULL) return false;
    buffer->bytes = bytes;
    buffer->room = room;
    return true;
}

char *yuma_buffer_extend(yuma_buffer *buffer, size_t length)
{
    if (buffer->failed || !has_room(buffer, length)) {
        buffer->failed = true;
        return NULL;
    }
    char *bytes = buffer->bytes + buffer->length;
    buffer->length += length;
    return bytes;
}

void yuma_buffer_bytes(yuma_buffer *buffer, const char *bytes, size_t length)
{
    if (length == 0) return;
    char *room = yuma_buffer_extend(buffer, length);
    if (room != NULL) memcpy(room, bytes, length);
}

void yuma_buffer_text(yuma_buffer *buffer, const char *text)
{
    yuma_buffer_bytes(buffer, text, strlen(text));
}

void yuma_buffer_character(yuma_buffer *buffer, char character)
{
    yuma_buffer_bytes(buffer, &character, 1);
}

void yuma_buffer_unsigned(yuma_buffer *buffer, uint64_t value)
{
    char digits[MOST_DIGITS];
    size_t at = MOST_DIGITS;
    do {
        digits[--at] = (char)('0' + value % 10);
        value /= 10;
    } while (value > 0);
    yuma_buffer_bytes(buffer, digits + at, MOST_DIGITS - at);
}

void yuma_buffer_signed(yuma_buffer *buffer, int64_t value)
{
    if (value < 0) yuma_buffer_character(buffer, '-');
    yuma_buffer_unsigned(buffer, value < 0 ? 0 - (uint64_t)value : (uint64_t)value);
}

const char *yuma_buffer_string(yuma_buffer *buffer)
{
    if (buffer->failed || !has_room(buffer, 1)) return "";
    buffer->bytes[buffer->length] = '\0';
    return buffer->bytes;
}

void yuma_buffer_clear(yuma_buffer *buffer)
{
    buffer->length = 0;
    buffer->failed = false;
}

void yuma_buffer_free(yuma_buffer *buffer)
{
    free(buffer->bytes);
    *buffer = (yuma_buffer){0};
}
