#include "place.h"

#include <string.h>

#include "quoted.h"

enum { LONGEST_PLAIN_KEY = 60 };

yuma_place yuma_place_named(const yuma_place *within, const char *name)
{
    return (yuma_place){.within = within, .key = name, .key_length = strlen(name)};
}

yuma_place yuma_place_at(const yuma_place *within, uint32_t index)
{
    return (yuma_place){.within = within, .index = index};
}

static bool is_plain(const char *key, size_t length)
{
    if (length == 0 || length > LONGEST_PLAIN_KEY) return false;
    for (size_t i = 0; i < length; i++) {
        char c = key[i];
        bool is_word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!is_word && c != '_' && c != '$' && c != '-') return false;
    }
    return true;
}

void yuma_place_write(yuma_buffer *buffer, const yuma_place *place)
{
    if (place == NULL) return;
    size_t before = buffer->length;
    yuma_place_write(buffer, place->within);
    if (place->key == NULL) {
        yuma_buffer_character(buffer, '[');
        yuma_buffer_unsigned(buffer, place->index);
        yuma_buffer_character(buffer, ']');
    } else if (is_plain(place->key, place->key_length)) {
        if (buffer->length > before) yuma_buffer_character(buffer, '.');
        yuma_buffer_bytes(buffer, place->key, place->key_length);
    } else {
        yuma_buffer_character(buffer, '[');
        yuma_quoted_beginning(buffer, place->key, place->key_length);
        yuma_buffer_character(buffer, ']');
    }
}
