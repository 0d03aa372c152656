/**
 * The JSON form of states, inputs and results, the same as the command `yuma` reads and writes: 64-bit and longer integers
 * as decimal strings, flags as booleans, rows as [[uid, value], ...].
 */
#ifndef YUMA_JSON_H
#define YUMA_JSON_H

#include "yuma.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Room in which texts are read and written. It is for one thread at a time, as an engine is. */
typedef struct yuma_json yuma_json;

/** NULL where memory does not suffice. */
yuma_json *yuma_json_open(void);

void yuma_json_close(yuma_json *json);

/**
 * Reads what a function takes into a message, which is begun for it. Of a subnet it is for YUMA_SUBNET or YUMA_NULL_SUBNET by
 * the text's epochConsensus, whichever of the two is asked for.
 * @return YUMA_FINE, or the status that yuma_json_last_error explains
 */
int yuma_json_read(yuma_json *json, uint16_t function, const char *text, size_t length, yuma_message *message);

/** Of the last text that was read. Status, path and message are all that it has. */
const yuma_error *yuma_json_last_error(const yuma_json *json);

/**
 * Writes the result in an answer to the message that was read last; a trace is left out.
 * @return the text, with a zero behind it, until this room is used again; NULL where memory does not suffice
 */
const char *yuma_json_write(yuma_json *json, const yuma_answer *answer, size_t *length);

/**
 * Answers a line of the command `yuma eval`: {"fn": NAME, "in": {...}}, with "trace": true for the trace of an epoch.
 * @return {"out": ...}, {"out": null, "trap": REASON} or {"error": {"code", "message", "path"}}, as yuma_json_write gives it
 */
const char *yuma_json_evaluate(yuma_json *json, yuma_engine *engine, const char *line, size_t length, size_t *answer_length);

#ifdef __cplusplus
}
#endif

#endif
