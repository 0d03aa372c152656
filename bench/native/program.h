/*
 * A program of the benchmark: its arguments are a state's file and what `epoch` is told besides; then commands on standard
 * input, one a line and one answer line each:
 *   run          one epoch; answers its time in ns. The stored state is in memory before, all else is allocated inside.
 *   write PATH   the canonical bytes of the last epoch's result into a file; answers "written"
 */
#include <time.h>
#include "result.h"

typedef Result (*Epoch)(const State *state, bool option);

/* Makes the rows of bonds of a result that holds them otherwise; not timed. */
typedef void (*MakeRows)(const State *state, Result *result);

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static int serve(Epoch epoch, MakeRows make_rows, const State *state, bool option) {
    Result result = {0};
    bool ran = false;
    char line[4096];
    while (fgets(line, sizeof line, stdin) != NULL) {
        line[strcspn(line, "\n")] = 0;
        if (strcmp(line, "run") == 0) {
            if (ran) free_result(&result, state->n);
            long long start = now();
            result = epoch(state, option);
            printf("%lld\n", now() - start);
            ran = true;
        } else if (strncmp(line, "write ", 6) == 0 && ran) {
            FILE *file = fopen(line + 6, "wb");
            if (file == NULL) return 1;
            if (make_rows != NULL) make_rows(state, &result);
            write_result(file, &result, state->n);
            if (fclose(file) != 0) return 1;
            printf("written\n");
        } else {
            return 2;
        }
        fflush(stdout);
    }
    return 0;
}
