/** The lines of a stream, and whole files. */
#ifndef YUMA_LINES_H
#define YUMA_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/** Begins as {.stream = ...}. */
typedef struct lines {
    FILE *stream;
    char *bytes;
    size_t from; /* of what has been read and not been given */
    size_t to;
    size_t room;
} lines;

/** The next line without its end, until the one after it; NULL where there is none, or memory does not suffice. */
const char *next_line(lines *lines, size_t *length);

/** The whole of a file, for the caller to free; NULL where it cannot be read. */
char *read_file(const char *path, size_t *length);

#endif
