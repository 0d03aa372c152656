/*
 * The kernels as hosts/c has them: WebAssembly translated to C by wasm2c and compiled.
 *
 *   wasm2c MESSAGE
 *
 * answers the commands of program.h on the message of an epoch in a file; timed is the call of the library, which copies the
 * message in, checks it and runs the kernels.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include "yuma.h"

static long long now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static yuma_message read_message(const char *path) {
    yuma_message message = {0};
    FILE *file = fopen(path, "rb");
    if (file == NULL || fseek(file, 0, SEEK_END) != 0) exit(2);
    message.length = message.room = (size_t)ftell(file);
    message.bytes = malloc(message.length);
    rewind(file);
    if (message.bytes == NULL || fread(message.bytes, 1, message.length, file) != message.length) exit(2);
    fclose(file);
    return message;
}

static void run(yuma_engine *engine, const yuma_message *message, uint32_t flags, yuma_answer *answer) {
    if (yuma_run(engine, message, flags, answer) == YUMA_FINE) return;
    fprintf(stderr, "%s\n", yuma_last_error(engine)->message);
    exit(1);
}

int main(int count, char **arguments) {
    if (count < 2) {
        fprintf(stderr, "usage: wasm2c MESSAGE\n");
        return 2;
    }
    yuma_message message = read_message(arguments[1]);
    yuma_engine *engine = yuma_open();
    yuma_answer answer;
    char line[4096];
    while (engine != NULL && fgets(line, sizeof line, stdin) != NULL) {
        line[strcspn(line, "\n")] = 0;
        if (strcmp(line, "run") == 0) {
            long long start = now();
            run(engine, &message, 0, &answer);
            printf("%lld\n", now() - start);
        } else if (strncmp(line, "write ", 6) == 0) {
            run(engine, &message, YUMA_CANONICAL, &answer);
            FILE *file = fopen(line + 6, "wb");
            const uint8_t *bytes = answer.result;
            if (file == NULL || fwrite(bytes, 1, (size_t)(answer.bytes + answer.length - bytes), file) == 0) return 1;
            if (fclose(file) != 0) return 1;
            printf("written\n");
        } else {
            return 2;
        }
        fflush(stdout);
    }
    yuma_close(engine);
    return 0;
}
