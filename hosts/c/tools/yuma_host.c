/** Answers lines as the command `yuma eval` does, or measures an epoch. */
#include <stdlib.h>
#include <string.h>

#include "bench.h"
#include "lines.h"
#include "yuma/json.h"

static const char USAGE[] = "usage: yuma-host < LINES\n       yuma-host bench STATE.json SECONDS\n";

static const char BYTE_ORDER_MARK[] = "\xef\xbb\xbf";

/** Longer lines than the command takes. */
static const size_t MOST_LINE_BYTES = (size_t)1 << 28;

static const char TOO_LONG[] =
    "{\"error\":{\"code\":\"malformed-json\",\"message\":\"a line of more than 268435456 bytes\",\"path\":\"\"}}";
static const char NO_MEMORY[] = "{\"error\":{\"code\":\"too-large\",\"message\":\"the answer does not fit into memory\",\"path\":\"\"}}";

static bool skip_mark(const char **line, size_t *length)
{
    const size_t mark = sizeof BYTE_ORDER_MARK - 1;
    if (*length < mark || memcmp(*line, BYTE_ORDER_MARK, mark) != 0) return false;
    *line += mark;
    *length -= mark;
    return true;
}

static void answer_line(yuma_json *json, yuma_engine *engine, const char *line, size_t length)
{
    size_t answer_length = sizeof TOO_LONG - 1;
    const char *answer = TOO_LONG;
    if (length <= MOST_LINE_BYTES) {
        if (length > 0 && line[length - 1] == '\r') length--;
        skip_mark(&line, &length);
        answer = yuma_json_evaluate(json, engine, line, length, &answer_length);
    }
    if (answer == NULL) {
        answer = NO_MEMORY;
        answer_length = sizeof NO_MEMORY - 1;
    }
    fwrite(answer, 1, answer_length, stdout);
    putchar('\n');
}

static int answer_lines(void)
{
    yuma_engine *engine = yuma_open();
    yuma_json *json = yuma_json_open();
    lines input = {.stream = stdin};
    size_t length;
    const char *line;
    bool is_first = true;
    while (engine != NULL && json != NULL && (line = next_line(&input, &length)) != NULL) {
        if (is_first) skip_mark(&line, &length);
        is_first = false;
        answer_line(json, engine, line, length);
    }
    bool is_fine = engine != NULL && json != NULL && !ferror(stdin) && fflush(stdout) == 0;
    free(input.bytes);
    yuma_json_close(json);
    yuma_close(engine);
    return is_fine ? EXIT_SUCCESS : EXIT_FAILURE;
}

int main(int count, char **arguments)
{
    if (count == 1) return answer_lines();
    if (count == 4 && strcmp(arguments[1], "bench") == 0) return bench(arguments[2], strtod(arguments[3], NULL));
    fputs(USAGE, stderr);
    return EXIT_FAILURE;
}
