#include "text.h"

#include <stdint.h>
#include <string.h>

/** Whether bytes from the second of a character on are such, the first of them within bounds. */
static bool follow(const unsigned char *at, size_t left, size_t count, unsigned char least, unsigned char most)
{
    if (left < count || at[0] < least || at[0] > most) return false;
    for (size_t i = 1; i < count; i++) {
        if ((at[i] & 0xc0) != 0x80) return false;
    }
    return true;
}

/** The bytes of the character that begins here; 0 where there is none. No longer forms than needed, no halves of a pair. */
static size_t character_length(const unsigned char *at, size_t left)
{
    unsigned char first = at[0];
    if (first < 0x80) return 1;
    if (first < 0xc2 || first > 0xf4) return 0;
    if (first < 0xe0) return follow(at + 1, left - 1, 1, 0x80, 0xbf) ? 2 : 0;
    if (first < 0xf0) return follow(at + 1, left - 1, 2, first == 0xe0 ? 0xa0 : 0x80, first == 0xed ? 0x9f : 0xbf) ? 3 : 0;
    return follow(at + 1, left - 1, 3, first == 0xf0 ? 0x90 : 0x80, first == 0xf4 ? 0x8f : 0xbf) ? 4 : 0;
}

bool yuma_utf8_is_valid(const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;
    for (size_t at = 0; at < length;) {
        size_t found = character_length(bytes + at, length - at);
        if (found == 0) return false;
        at += found;
    }
    return true;
}

/** Four hexadecimal digits; -1 where they are not. A zero is none, so that the text's end is not passed. */
static int32_t unit_at(const char *digits)
{
    int32_t unit = 0;
    for (int i = 0; i < 4; i++) {
        char c = digits[i];
        int32_t digit = c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
        if (digit < 0) return -1;
        unit = unit * 16 + digit;
    }
    return unit;
}

static char *put_character(char *to, int32_t character)
{
    if (character < 0x80) {
        *to++ = (char)character;
    } else if (character < 0x800) {
        *to++ = (char)(0xc0 | character >> 6);
        *to++ = (char)(0x80 | (character & 0x3f));
    } else if (character < 0x10000) {
        *to++ = (char)(0xe0 | character >> 12);
        *to++ = (char)(0x80 | (character >> 6 & 0x3f));
        *to++ = (char)(0x80 | (character & 0x3f));
    } else {
        *to++ = (char)(0xf0 | character >> 18);
        *to++ = (char)(0x80 | (character >> 12 & 0x3f));
        *to++ = (char)(0x80 | (character >> 6 & 0x3f));
        *to++ = (char)(0x80 | (character & 0x3f));
    }
    return to;
}

/** Behind a backslash with its letter; NULL where it is none of JSON's. */
static char *read_escape(char *at, char **to)
{
    static const char letters[] = "\"\\/bfnrt";
    static const char meant[] = "\"\\/\b\f\n\r\t";
    const char *letter = at[1] == '\0' ? NULL : strchr(letters, at[1]);
    if (letter != NULL) {
        *(*to)++ = meant[letter - letters];
        return at + 2;
    }
    int32_t character = at[1] == 'u' ? unit_at(at + 2) : -1;
    if (character < 0) return NULL;
    at += 6;
    bool is_high = character >= 0xd800 && character < 0xdc00;
    if (is_high && at[0] == '\\' && at[1] == 'u') {
        int32_t low = unit_at(at + 2);
        if (low >= 0xdc00 && low < 0xe000) {
            character = 0x10000 + ((character - 0xd800) << 10) + (low - 0xdc00);
            at += 6;
        }
    }
    *to = put_character(*to, character);
    return at;
}

char *yuma_string_decode(char *from, const char *end, size_t *length)
{
    char *to = from;
    for (char *at = from; at != NULL && at < end;) {
        char c = *at;
        if (c == '"') {
            *length = (size_t)(to - from);
            return at + 1;
        }
        if ((unsigned char)c < 0x20) return NULL;
        if (c == '\\') {
            at = read_escape(at, &to);
        } else {
            *to++ = c;
            at++;
        }
    }
    return NULL;
}
