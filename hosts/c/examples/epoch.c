/** An epoch of the bundled network: example_epoch STATE.json */
#include <stdio.h>
#include <stdlib.h>

#include "yuma/json.h"

static char *read_text(const char *path, size_t *length)
{
    static char text[1 << 20];
    FILE *file = fopen(path, "rb");
    if (file == NULL) return NULL;
    *length = fread(text, 1, sizeof text, file);
    fclose(file);
    return text;
}

int main(int count, char **arguments)
{
    size_t length;
    char *text = count == 2 ? read_text(arguments[1], &length) : NULL;
    if (text == NULL) {
        fputs("usage: example_epoch STATE.json\n", stderr);
        return EXIT_FAILURE;
    }
    yuma_engine *engine = yuma_open();
    yuma_json *json = yuma_json_open();
    yuma_message message = {0};
    yuma_answer answer;
    int code = EXIT_FAILURE;
    if (engine == NULL || json == NULL) {
        fputs("memory does not suffice\n", stderr);
    } else if (yuma_json_read(json, YUMA_EPOCH, text, length, &message) != YUMA_FINE) {
        fprintf(stderr, "%s\n", yuma_json_last_error(json)->message);
    } else if (yuma_run(engine, &message, YUMA_DIGEST, &answer) != YUMA_FINE) {
        fprintf(stderr, "%s\n", yuma_last_error(engine)->message);
    } else {
        const yuma_epoch_result *result = answer.result;
        const uint16_t *incentive = yuma_u16s_in(&answer, result->incentive);
        const uint64_t *emission = yuma_u64s_in(&answer, result->emission);
        uint32_t best = 0;
        for (uint32_t uid = 1; uid < result->incentive.count; uid++) {
            if (incentive[uid] > incentive[best]) best = uid;
        }
        printf("best miner: uid %u, incentive %u, emission %llu rao\n", best, incentive[best], (unsigned long long)emission[best]);
        printf("digest ");
        for (int i = 0; i < 32; i++) printf("%02x", answer.digest[i]);
        printf("\n");
        code = EXIT_SUCCESS;
    }
    yuma_message_free(&message);
    yuma_json_close(json);
    yuma_close(engine);
    return code;
}
