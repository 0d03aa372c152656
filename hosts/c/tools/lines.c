#include "lines.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST_ROOM = 1 << 16 };

/** Moves what is left to the front, and reads more behind it. @return whether there was more */
static bool read_more(lines *lines)
{
    if (lines->from > 0) memmove(lines->bytes, lines->bytes + lines->from, lines->to - lines->from);
    lines->to -= lines->from;
    lines->from = 0;
    if (lines->room - lines->to < LEAST_ROOM) {
        size_t room = 2 * lines->room + LEAST_ROOM;
        char *bytes = realloc(lines->bytes, room);
        if (bytes == NULL) return false;
        lines->bytes = bytes;
        lines->room = room;
    }
    size_t read = fread(lines->bytes + lines->to, 1, lines->room - lines->to, lines->stream);
    lines->to += read;
    return read > 0;
}

const char *next_line(lines *lines, size_t *length)
{
    if (lines->bytes == NULL && !read_more(lines)) return NULL;
    size_t searched = lines->from;
    char *end;
    while ((end = memchr(lines->bytes + searched, '\n', lines->to - searched)) == NULL) {
        size_t left = lines->to - lines->from;
        if (!read_more(lines)) break;
        searched = left;
    }
    const char *line = lines->bytes + lines->from;
    if (end == NULL && lines->from == lines->to) return NULL;
    *length = end == NULL ? lines->to - lines->from : (size_t)(end - line);
    lines->from += *length + (end == NULL ? 0 : 1);
    return line;
}

char *read_file(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (file == NULL) return NULL;
    lines all = {.stream = file};
    all.bytes = malloc(LEAST_ROOM);
    all.room = LEAST_ROOM;
    if (all.bytes != NULL) {
        while (read_more(&all)) {
        }
    }
    bool is_read = all.bytes != NULL && !ferror(file);
    fclose(file);
    *length = all.to;
    if (is_read) return all.bytes;
    free(all.bytes);
    return NULL;
}
