/**
 * Yuma consensus and the economics around it, bit for bit as the chain has them.
 *
 * A call is a message, a struct of yuma/messages.h and the lists that it refers to, and gives an answer, which is the same.
 *
 *     yuma_engine *engine = yuma_open();
 *     yuma_message message = {0};
 *     yuma_begin(&message, YUMA_EPOCH);
 *     yuma_epoch_state state = {.rule_set = YUMA_SPEC_475, .n = n, ...};
 *     state.alpha_stake = yuma_append_u64s(&message, alpha_stake, n);
 *     ...
 *     yuma_put(&message, &state, sizeof state);
 *     yuma_answer answer;
 *     if (yuma_run(engine, &message, YUMA_DIGEST, &answer) != YUMA_FINE) puts(yuma_last_error(engine)->message);
 *     const yuma_epoch_result *result = answer.result;
 *     const uint16_t *incentive = yuma_u16s_in(&answer, result->incentive);
 *
 * An engine is for one thread at a time; engines share nothing, and no state is global. A field that is left 0 is 0: a struct
 * has no defaults. What the rule set does not read has no effect.
 */
#ifndef YUMA_H
#define YUMA_H

#include "yuma/messages.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A status in words, as the package in TypeScript has it: "invalid-input", "too-large"; "" where all is fine. */
const char *yuma_code(int status);

/* Messages */

/** What is asked. {0} is an empty one; it may be begun again and again, and keeps its room. */
typedef struct yuma_message {
    uint8_t *bytes;
    size_t length;
    size_t room;
    int status; /* what went wrong with it on the way, which yuma_run gives */
} yuma_message;

/** Makes it a message for a function of enum yuma_function, all of whose fields are 0. */
void yuma_begin(yuma_message *message, uint16_t function);

/** Sets the function's fields: a struct of yuma/messages.h of as many bytes. */
void yuma_put(yuma_message *message, const void *fields, size_t size);

void yuma_message_free(yuma_message *message);

/**
 * Copies items to the end of the message and refers to them. Where they do not fit the list is empty, and yuma_run says so.
 * The lists of items that have lists themselves come after those.
 */
yuma_list yuma_append_list(yuma_message *message, const void *items, size_t count, size_t item_size);

/** The same of a matrix; starts has one more than there are rows. */
yuma_rows yuma_append_rows(yuma_message *message, const uint32_t *starts, size_t rows, const uint16_t *uids, const uint16_t *values);

/* Engines */

typedef struct yuma_engine yuma_engine;

/** NULL where memory does not suffice. Modules are started by the first call that needs them. */
yuma_engine *yuma_open(void);

void yuma_close(yuma_engine *engine);

/** What an engine gave. All of it is the engine's, until its next run. */
typedef struct yuma_answer {
    const uint8_t *bytes;
    size_t length;
    /** the function's struct of results, or the canonical bytes from here to the end */
    const void *result;
    /** SHA-256 of the canonical bytes; zeros where YUMA_DIGEST was not asked for */
    const uint8_t *digest;
    uint16_t function;
    /** of an epoch, else 0 */
    uint16_t rule_set;
} yuma_answer;

/**
 * Answers a message; flags are of enum yuma_flag.
 * @return YUMA_FINE, or the status that yuma_last_error explains. The engine is as good after it as before.
 */
int yuma_run(yuma_engine *engine, const yuma_message *message, uint32_t flags, yuma_answer *answer);

/** Why a run gave no answer. */
typedef struct yuma_error {
    int status;
    /** of an enum yuma_..._field; 0 where it is none */
    uint32_t field;
    /** the field's name, or "" */
    const char *name;
    /** the byte of the message; the reason where the status is YUMA_TRAPPED */
    uint32_t offset;
    /** the value in the JSON form: "mechanisms[0].bonds.starts[3]", or "" */
    const char *path;
    /** what was expected where, and what came */
    const char *message;
} yuma_error;

/** Of the last run, until the next. */
const yuma_error *yuma_last_error(const yuma_engine *engine);

/** What the chain's own code would have aborted on, after YUMA_TRAPPED; "" after anything else. */
const char *yuma_trap_reason(const yuma_error *error);

/* Lists */

/** The items of a list in an answer. */
static inline const void *yuma_items(const yuma_answer *answer, yuma_list list)
{
    return answer->bytes + list.offset;
}

/** yuma_append_u64s(&message, items, count) appends a list, and yuma_u64s_in(&answer, list) finds its items. */
#define YUMA_LIST_OF(type, items_name)                                                                               \
    static inline yuma_##items_name yuma_append_##items_name(yuma_message *message, const type *items, size_t count) \
    {                                                                                                                \
        yuma_list appended = yuma_append_list(message, items, count, sizeof(type));                                  \
        yuma_##items_name list;                                                                                      \
        list.offset = appended.offset;                                                                               \
        list.count = appended.count;                                                                                 \
        return list;                                                                                                 \
    }                                                                                                                \
    static inline const type *yuma_##items_name##_in(const yuma_answer *answer, yuma_##items_name list)              \
    {                                                                                                                \
        return (const type *)(const void *)(answer->bytes + list.offset);                                            \
    }

YUMA_LIST_OF(uint8_t, flags)
YUMA_LIST_OF(uint16_t, u16s)
YUMA_LIST_OF(uint32_t, u32s)
YUMA_LIST_OF(uint64_t, u64s)
YUMA_LIST_OF(int64_t, i64s)
YUMA_LIST_OF(yuma_u128, u128s)
YUMA_LIST_OF(yuma_i128, i128s)
YUMA_LIST_OF(char, text)

#undef YUMA_LIST_OF

#ifdef __cplusplus
}
#endif

#endif
