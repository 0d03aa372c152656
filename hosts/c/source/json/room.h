/** The room in which JSON is read and written, for the sources that share it. */
#ifndef YUMA_JSON_ROOM_H
#define YUMA_JSON_ROOM_H

#include "read.h"
#include "write.h"
#include "yuma/json.h"

struct yuma_json {
    document document;
    yuma_message message;
    yuma_buffer path;
    yuma_buffer text;
    yuma_buffer late_path;
    yuma_buffer late_text;
    yuma_buffer written;
    document_error failure;
    document_error late;
    yuma_error error;
    /** of the input that was read last */
    bool is_signed;
    uint64_t entries;
};

/** Makes the error of what was noted. @return its status */
int yuma_json_failed(yuma_json *json, document_error *noted);

/** The same of a message of ours. */
int yuma_json_failed_with(yuma_json *json, int status, const char *path, const char *message);

/** Refuses what stands under a name of ours. */
int yuma_json_refused(yuma_json *json, yuma_reading *reading, const char *name, const char *expected, node_index got);

/** A reading of the document, into a message. */
yuma_reading yuma_json_reading(yuma_json *json, yuma_message *message);

/** Reads a value of the document as the input of a function: an object, or it is refused. */
int yuma_json_read_function(yuma_json *json, uint16_t function, node_index input, yuma_message *message);

bool yuma_json_is_text(const yuma_json *json, node_index index, const char *text);

/** What has been written, NULL where memory did not suffice. */
const char *yuma_json_written(yuma_json *json, size_t *length);

#endif
