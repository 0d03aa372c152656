/** The least that a test needs. */
#ifndef YUMA_CHECK_H
#define YUMA_CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int checks;
static int failures;

static void check(int holds, const char *what, const char *file, int line)
{
    checks++;
    if (holds) return;
    failures++;
    fprintf(stderr, "%s:%d: %s\n", file, line, what);
}

static void check_text(const char *text, const char *expected, const char *file, int line)
{
    checks++;
    if (strcmp(text, expected) == 0) return;
    failures++;
    fprintf(stderr, "%s:%d: expected %s, got %s\n", file, line, expected, text);
}

#define CHECK(holds) check((holds) ? 1 : 0, #holds, __FILE__, __LINE__)
#define CHECK_TEXT(text, expected) check_text(text, expected, __FILE__, __LINE__)

/** The program's exit code. */
static int report(void)
{
    printf("%d passed, %d failed\n", checks - failures, failures);
    return failures == 0 && checks > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

#endif
