#include <stdlib.h>
#include <string.h>

#include "room.h"

yuma_json *yuma_json_open(void)
{
    yuma_json *json = calloc(1, sizeof *json);
    if (json == NULL) return NULL;
    json->failure = (document_error){.path = &json->path, .message = &json->text};
    json->late = (document_error){.path = &json->late_path, .message = &json->late_text};
    json->error = (yuma_error){.name = "", .path = "", .message = ""};
    return json;
}

void yuma_json_close(yuma_json *json)
{
    if (json == NULL) return;
    yuma_document_free(&json->document);
    yuma_message_free(&json->message);
    yuma_buffer_free(&json->path);
    yuma_buffer_free(&json->text);
    yuma_buffer_free(&json->late_path);
    yuma_buffer_free(&json->late_text);
    yuma_buffer_free(&json->written);
    free(json);
}

const yuma_error *yuma_json_last_error(const yuma_json *json)
{
    return &json->error;
}

int yuma_json_failed(yuma_json *json, document_error *noted)
{
    json->error = (yuma_error){.status = noted->status, .name = ""};
    json->error.path = yuma_buffer_string(noted->path);
    json->error.message = yuma_buffer_string(noted->message);
    return noted->status;
}

int yuma_json_failed_with(yuma_json *json, int status, const char *path, const char *message)
{
    yuma_buffer_clear(&json->path);
    yuma_buffer_clear(&json->text);
    yuma_buffer_text(&json->path, path);
    if (path[0] != '\0') {
        yuma_buffer_text(&json->text, path);
        yuma_buffer_text(&json->text, ": ");
    }
    yuma_buffer_text(&json->text, message);
    json->failure.status = status;
    return yuma_json_failed(json, &json->failure);
}

int yuma_json_refused(yuma_json *json, yuma_reading *reading, const char *name, const char *expected, node_index got)
{
    yuma_place place = yuma_place_named(NULL, name);
    yuma_refuse(reading, &place, expected, got);
    return yuma_json_failed(json, &json->failure);
}

yuma_reading yuma_json_reading(yuma_json *json, yuma_message *message)
{
    json->late.status = YUMA_FINE;
    return (yuma_reading){.document = &json->document, .message = message, .error = &json->failure, .late = &json->late};
}

static int read_input(yuma_json *json, yuma_reading *reading, uint16_t function, node_index input)
{
    const yuma_description *described = yuma_description_numbered(function);
    yuma_begin(reading->message, function);
    if (reading->message->status != YUMA_FINE)
        return yuma_json_failed_with(json, reading->message->status, "", "this input does not fit into memory");
    reading->is_state = described->module == YUMA_EPOCHS;
    uint32_t unread = 0;
    bool is_by_rule_set = function == YUMA_EPOCH || function == YUMA_SUBNET;
    bool is_read = yuma_read_fields(reading, described->input, input, YUMA_INPUT_HEAD, NULL, is_by_rule_set ? &unread : NULL);
    json->is_signed = reading->is_signed;
    json->entries = reading->entries;
    if (!is_read) return yuma_json_failed(json, &json->failure);
    return json->late.status == YUMA_FINE ? YUMA_FINE : yuma_json_failed(json, &json->late);
}

static int read_state(yuma_json *json, yuma_reading *reading, node_index input)
{
    static const char *const of_subnets[] = {"epochConsensus", "mechanisms"};
    for (size_t i = 0; i < sizeof of_subnets / sizeof *of_subnets; i++) {
        if (yuma_document_member(&json->document, input, of_subnets[i]) == NO_NODE) continue;
        return yuma_json_refused(json, reading, of_subnets[i], "a state of one mechanism (a subnet's is for subnet_epoch)", NO_NODE);
    }
    return read_input(json, reading, YUMA_EPOCH, input);
}

bool yuma_json_is_text(const yuma_json *json, node_index index, const char *text)
{
    if (index == NO_NODE || node_at(&json->document, index)->kind != NODE_STRING) return false;
    return yuma_document_text_is(&json->document, node_at(&json->document, index)->text, text);
}

static int read_subnet(yuma_json *json, yuma_reading *reading, node_index input)
{
    node_index consensus = yuma_document_member(&json->document, input, "epochConsensus");
    bool is_yuma = yuma_json_is_text(json, consensus, "yuma");
    if (!is_yuma && !yuma_json_is_text(json, consensus, "null"))
        return yuma_json_refused(json, reading, "epochConsensus", "one of yuma, null", consensus);
    return read_input(json, reading, is_yuma ? YUMA_SUBNET : YUMA_NULL_SUBNET, input);
}

int yuma_json_read_function(yuma_json *json, uint16_t function, node_index input, yuma_message *message)
{
    yuma_reading reading = yuma_json_reading(json, message);
    if (node_at(&json->document, input)->kind != NODE_OBJECT) {
        yuma_refuse(&reading, NULL, "an object", input);
        return yuma_json_failed(json, &json->failure);
    }
    switch (function) {
    case YUMA_EPOCH:
        return read_state(json, &reading, input);
    case YUMA_SUBNET:
    case YUMA_NULL_SUBNET:
        return read_subnet(json, &reading, input);
    default:
        return read_input(json, &reading, function, input);
    }
}

int yuma_json_read(yuma_json *json, uint16_t function, const char *text, size_t length, yuma_message *message)
{
    json->error = (yuma_error){.name = "", .path = "", .message = ""};
    if (yuma_description_numbered(function) == NULL)
        return yuma_json_failed_with(json, YUMA_UNKNOWN_FUNCTION, "", "expected one of the functions of enum yuma_function");
    node_index input = yuma_document_read(&json->document, text, length, &json->failure);
    return input == NO_NODE ? yuma_json_failed(json, &json->failure) : yuma_json_read_function(json, function, input, message);
}

const char *yuma_json_written(yuma_json *json, size_t *length)
{
    *length = json->written.length;
    const char *text = yuma_buffer_string(&json->written);
    return json->written.failed || text[0] == '\0' ? NULL : text;
}

const char *yuma_json_write(yuma_json *json, const yuma_answer *answer, size_t *length)
{
    yuma_writing writing = {.bytes = answer->bytes, .text = &json->written, .is_signed = json->is_signed};
    yuma_buffer_clear(&json->written);
    yuma_write_result(&writing, yuma_description_numbered(answer->function));
    return yuma_json_written(json, length);
}
