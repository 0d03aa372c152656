#include "bench.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lines.h"
#include "yuma/json.h"

enum { MOST_EPOCHS = 10000000 };

static const double NANOSECONDS = 1e9;

/** A state in arrays of our own, as a program has one. */
typedef struct state {
    yuma_epoch_state fields;
    const uint8_t *bytes; /* which the lists of the fields refer to */
} state;

static const void *items(const state *state, uint32_t offset)
{
    return state->bytes + offset;
}

static yuma_rows append_rows(yuma_message *message, const state *state, yuma_rows rows)
{
    const uint32_t *starts = items(state, rows.starts.offset);
    return yuma_append_rows(message, starts, rows.starts.count - 1, items(state, rows.uids.offset), items(state, rows.values.offset));
}

static yuma_u64s append_u64s(yuma_message *message, const state *state, yuma_u64s list)
{
    return yuma_append_u64s(message, items(state, list.offset), list.count);
}

/** Writes the message anew, as whoever calls with another state each time has to. */
static int run_epoch(yuma_engine *engine, yuma_message *message, const state *state, yuma_answer *answer)
{
    const yuma_epoch_state *given = &state->fields;
    yuma_epoch_state fields = *given;
    yuma_begin(message, YUMA_EPOCH);
    fields.block_at_registration = append_u64s(message, state, given->block_at_registration);
    fields.alpha_stake = append_u64s(message, state, given->alpha_stake);
    fields.tao_stake = append_u64s(message, state, given->tao_stake);
    fields.validator_permits = yuma_append_flags(message, items(state, given->validator_permits.offset), given->validator_permits.count);
    fields.last_update = append_u64s(message, state, given->last_update);
    fields.weights = append_rows(message, state, given->weights);
    fields.bonds = append_rows(message, state, given->bonds);
    fields.commit_blocks = append_u64s(message, state, given->commit_blocks);
    fields.stake = append_u64s(message, state, given->stake);
    fields.previous_consensus = yuma_append_u16s(message, items(state, given->previous_consensus.offset), given->previous_consensus.count);
    yuma_put(message, &fields, sizeof fields);
    return yuma_run(engine, message, 0, answer);
}

static double nanoseconds(void)
{
    struct timespec now;
    timespec_get(&now, TIME_UTC);
    return (double)now.tv_sec * NANOSECONDS + (double)now.tv_nsec;
}

static int by_size(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

/** The median of as many epochs as there is time for; 0 where there is none. */
static double median(yuma_engine *engine, const state *state, double seconds, size_t *epochs)
{
    yuma_message message = {0};
    double *times = NULL;
    size_t count = 0, room = 0;
    double end = nanoseconds() + seconds * NANOSECONDS;
    for (double from = nanoseconds(); count < MOST_EPOCHS && (count == 0 || from < end);) {
        yuma_answer answer;
        if (run_epoch(engine, &message, state, &answer) != YUMA_FINE) break;
        double to = nanoseconds();
        if (count == room) {
            room = 2 * room + 1024;
            double *grown = realloc(times, room * sizeof *times);
            if (grown == NULL) break;
            times = grown;
        }
        times[count++] = to - from;
        from = to;
    }
    if (count > 0) qsort(times, count, sizeof *times, by_size);
    double middle = count > 0 ? times[count / 2] : 0;
    free(times);
    yuma_message_free(&message);
    *epochs = count;
    return middle;
}

static int fail(const char *message)
{
    fprintf(stderr, "%s\n", message);
    return EXIT_FAILURE;
}

int bench(const char *path, double seconds)
{
    size_t length;
    char *text = read_file(path, &length);
    if (text == NULL) return fail("the state cannot be read");
    yuma_engine *engine = yuma_open();
    yuma_json *json = yuma_json_open();
    yuma_message message = {0};
    int code = EXIT_FAILURE;
    if (engine == NULL || json == NULL) {
        fail("memory does not suffice");
    } else if (yuma_json_read(json, YUMA_EPOCH, text, length, &message) != YUMA_FINE) {
        fail(yuma_json_last_error(json)->message);
    } else {
        state state = {.bytes = message.bytes};
        memcpy(&state.fields, message.bytes + YUMA_INPUT_HEAD, sizeof state.fields);
        size_t epochs;
        double middle = median(engine, &state, seconds, &epochs);
        if (epochs == 0) fail(yuma_last_error(engine)->message);
        else printf("{\"host\":\"c\",\"nsPerEpoch\":%.0f,\"epochs\":%zu}\n", middle, epochs);
        code = epochs == 0 ? EXIT_FAILURE : EXIT_SUCCESS;
    }
    yuma_message_free(&message);
    yuma_json_close(json);
    yuma_close(engine);
    free(text);
    return code;
}
