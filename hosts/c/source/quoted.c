#include "quoted.h"

/** The length of what is shown, in units of UTF-16, as the package in TypeScript counts. */
enum { MOST_SHOWN = 60, LONGEST_ESCAPE = 6, MOST_QUOTED = LONGEST_ESCAPE * (MOST_SHOWN + 1) + 2 };

enum { HIGH_HALVES = 0xd800, LOW_HALVES = 0xdc00, BEHIND_HALVES = 0xe000, FIRST_OF_PAIRS = 0x10000, HALF_BITS = 10 };

/** The character at text, which is UTF-8, and how many bytes it has. */
static uint32_t character_at(const char *text, size_t *bytes)
{
    const unsigned char *at = (const unsigned char *)text;
    if (at[0] < 0x80) {
        *bytes = 1;
        return at[0];
    }
    if (at[0] < 0xe0) {
        *bytes = 2;
        return (uint32_t)(at[0] & 0x1f) << 6 | (at[1] & 0x3f);
    }
    if (at[0] < 0xf0) {
        *bytes = 3;
        return (uint32_t)(at[0] & 0x0f) << 12 | (uint32_t)(at[1] & 0x3f) << 6 | (at[2] & 0x3f);
    }
    *bytes = 4;
    return (uint32_t)(at[0] & 0x07) << 18 | (uint32_t)(at[1] & 0x3f) << 12 | (uint32_t)(at[2] & 0x3f) << 6 | (at[3] & 0x3f);
}

static bool is_half(uint32_t character)
{
    return character >= HIGH_HALVES && character < BEHIND_HALVES;
}

/** How JSON writes a character that cannot stand for itself, in at most LONGEST_ESCAPE characters; 0 where it can. */
static size_t escape_of(uint32_t character, char escape[LONGEST_ESCAPE])
{
    static const char plain[] = "\"\\\b\f\n\r\t";
    static const char letters[] = "\"\\bfnrt";
    escape[0] = '\\';
    for (size_t i = 0; plain[i] != '\0'; i++) {
        if (character != (unsigned char)plain[i]) continue;
        escape[1] = letters[i];
        return 2;
    }
    if (character >= 0x20 && !is_half(character)) return 0;
    escape[1] = 'u';
    for (int i = 0; i < 4; i++) escape[2 + i] = "0123456789abcdef"[character >> (12 - 4 * i) & 0xf];
    return LONGEST_ESCAPE;
}

void yuma_quoted_all(yuma_buffer *buffer, const char *text, size_t length)
{
    yuma_buffer_character(buffer, '"');
    size_t written = 0;
    for (size_t at = 0, bytes; at < length; at += bytes) {
        char escape[LONGEST_ESCAPE];
        size_t escaped = escape_of(character_at(text + at, &bytes), escape);
        if (escaped == 0) continue;
        yuma_buffer_bytes(buffer, text + written, at - written);
        yuma_buffer_bytes(buffer, escape, escaped);
        written = at + bytes;
    }
    yuma_buffer_bytes(buffer, text + written, length - written);
    yuma_buffer_character(buffer, '"');
}

/** Units of UTF-16. */
typedef struct unit_text {
    uint16_t units[MOST_QUOTED];
    size_t count;
} unit_text;

static void put_character(unit_text *to, uint32_t character)
{
    char escape[LONGEST_ESCAPE];
    size_t escaped = escape_of(character, escape);
    for (size_t i = 0; i < escaped; i++) to->units[to->count++] = (unsigned char)escape[i];
    if (escaped > 0) return;
    if (character < FIRST_OF_PAIRS) {
        to->units[to->count++] = (uint16_t)character;
        return;
    }
    uint32_t pair = character - FIRST_OF_PAIRS;
    to->units[to->count++] = (uint16_t)(HIGH_HALVES + (pair >> HALF_BITS));
    to->units[to->count++] = (uint16_t)(LOW_HALVES + (pair & 0x3ff));
}

static void put_utf8(yuma_buffer *buffer, uint32_t character)
{
    char bytes[4];
    if (character < 0x80) {
        yuma_buffer_character(buffer, (char)character);
    } else if (character < 0x800) {
        bytes[0] = (char)(0xc0 | character >> 6);
        bytes[1] = (char)(0x80 | (character & 0x3f));
        yuma_buffer_bytes(buffer, bytes, 2);
    } else if (character < FIRST_OF_PAIRS) {
        bytes[0] = (char)(0xe0 | character >> 12);
        bytes[1] = (char)(0x80 | (character >> 6 & 0x3f));
        bytes[2] = (char)(0x80 | (character & 0x3f));
        yuma_buffer_bytes(buffer, bytes, 3);
    } else {
        bytes[0] = (char)(0xf0 | character >> 18);
        bytes[1] = (char)(0x80 | (character >> 12 & 0x3f));
        bytes[2] = (char)(0x80 | (character >> 6 & 0x3f));
        bytes[3] = (char)(0x80 | (character & 0x3f));
        yuma_buffer_bytes(buffer, bytes, 4);
    }
}

static void put_units(yuma_buffer *buffer, const uint16_t *units, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t unit = units[i];
        bool is_high = unit >= HIGH_HALVES && unit < LOW_HALVES;
        if (is_high && i + 1 < count && units[i + 1] >= LOW_HALVES && units[i + 1] < BEHIND_HALVES) {
            unit = FIRST_OF_PAIRS + ((unit - HIGH_HALVES) << HALF_BITS) + (units[++i] - (uint32_t)LOW_HALVES);
        }
        put_utf8(buffer, unit);
    }
}

void yuma_quoted_beginning(yuma_buffer *buffer, const char *text, size_t length)
{
    unit_text quoted = {.units = {'"'}, .count = 1};
    size_t taken = 0;
    for (size_t at = 0, bytes; at < length && taken <= MOST_SHOWN; at += bytes) {
        uint32_t character = character_at(text + at, &bytes);
        bool is_pair = character >= FIRST_OF_PAIRS;
        /* Of a pair that is cut in two its first half is left. */
        if (is_pair && taken == MOST_SHOWN) character = HIGH_HALVES + ((character - FIRST_OF_PAIRS) >> HALF_BITS);
        put_character(&quoted, character);
        taken += is_pair ? 2 : 1;
    }
    quoted.units[quoted.count++] = '"';
    bool is_long = quoted.count > MOST_SHOWN;
    put_units(buffer, quoted.units, is_long ? MOST_SHOWN : quoted.count);
    if (is_long) yuma_buffer_text(buffer, "\xe2\x80\xa6");
}
