/** Lines of the command `yuma eval`. */
#include <string.h>

#include "../quoted.h"
#include "room.h"

/** What one call may ask for, so that a short input cannot keep a machine busy or fill its memory. */
enum { MOST_VALUES = 4194304, MOST_TRACED = 2097152 };

/** The keys of a line; none of anything that is no object. */
typedef struct request {
    node_index fn;
    node_index in;
    node_index trace;
    node_index out;
} request;

static bool read_keys(yuma_json *json, yuma_reading *reading, node_index line, request *request)
{
    static const yuma_field keys[] = {{.name = "fn"},       {.name = "in"},  {.name = "trace"}, {.name = "name"},
                                      {.name = "category"}, {.name = "out"}, {.name = "reason"}};
    static const yuma_form known = {.kind = YUMA_FORM_RECORD, .fields = keys, .count = sizeof keys / sizeof *keys};
    const document *document = &json->document;
    *request = (struct request){NO_NODE, NO_NODE, NO_NODE, NO_NODE};
    if (node_at(document, line)->kind != NODE_OBJECT) return true;
    node_index found[YUMA_MOST_FIELDS];
    if (!yuma_find_fields(reading, &known, line, NULL, false, found)) return false;
    *request = (struct request){.fn = found[0], .in = found[1], .trace = found[2], .out = found[5]};
    return true;
}

/** Whether a trace is asked for; one that was recorded beside an `out` asks for nothing. */
static int read_trace(yuma_json *json, yuma_reading *reading, const request *request, bool *is_traced)
{
    *is_traced = false;
    if (request->trace == NO_NODE) return YUMA_FINE;
    node_kind kind = node_at(&json->document, request->trace)->kind;
    if (kind == NODE_TRUE || kind == NODE_FALSE) {
        *is_traced = kind == NODE_TRUE;
        return YUMA_FINE;
    }
    if (request->out != NO_NODE && (kind == NODE_OBJECT || kind == NODE_ARRAY)) return YUMA_FINE;
    return yuma_json_refused(json, reading, "trace", "true or false", request->trace);
}

/** Behind the last value within a value: they stand in the order of the text. */
static node_index behind(const document *document, node_index index)
{
    for (; index != NO_NODE; index = node_at(document, index)->parent) {
        if (node_at(document, index)->next != NO_NODE) return node_at(document, index)->next;
    }
    return (node_index)document->count;
}

/** Counts the values of all lists and objects below the fields, and names the field that makes them too many. */
static int check_values(yuma_json *json, node_index input)
{
    const document *document = &json->document;
    uint64_t count = 0;
    for (node_index field = node_at(document, input)->items.first; field != NO_NODE; field = node_at(document, field)->next) {
        node_index end = behind(document, field);
        for (node_index i = field; i < end; i++) {
            const node *value = node_at(document, i);
            if (value->kind == NODE_ARRAY || value->kind == NODE_OBJECT) count += value->items.count;
        }
        if (count <= MOST_VALUES) continue;
        json->failure.status = YUMA_VALUE;
        yuma_buffer_clear(&json->path);
        yuma_buffer_clear(&json->text);
        yuma_buffer_bytes(&json->path, document->text + node_at(document, field)->key.at, node_at(document, field)->key.length);
        yuma_buffer_text(&json->text, "expected at most 4194304 values in all lists together");
        return yuma_json_failed(json, &json->failure);
    }
    return YUMA_FINE;
}

/** The functions whose names are not those of the interface. */
static uint16_t function_of(const yuma_json *json, node_index fn)
{
    if (fn == NO_NODE || node_at(&json->document, fn)->kind != NODE_STRING) return 0;
    if (yuma_json_is_text(json, fn, "subnet_epoch")) return YUMA_SUBNET;
    if (yuma_json_is_text(json, fn, "epoch_null")) return YUMA_NULL_SUBNET;
    span name = node_at(&json->document, fn)->text;
    const yuma_description *described = yuma_description_named(json->document.text + name.at, name.length);
    bool is_subnet = described != NULL && (described->number == YUMA_SUBNET || described->number == YUMA_NULL_SUBNET);
    return described == NULL || is_subnet ? 0 : described->number;
}

static int unknown_function(yuma_json *json, node_index fn)
{
    yuma_buffer message = {0};
    yuma_buffer_text(&message, "expected one of epoch, epoch_null, subnet_epoch");
    for (size_t i = 0; i < yuma_description_count; i++) {
        if (yuma_descriptions[i].module != YUMA_ECONOMICS) continue;
        yuma_buffer_text(&message, ", ");
        yuma_buffer_text(&message, yuma_descriptions[i].name);
    }
    yuma_buffer_text(&message, ", got ");
    yuma_document_show(&json->document, fn, &message);
    int status = yuma_json_failed_with(json, YUMA_UNKNOWN_FUNCTION, "fn", yuma_buffer_string(&message));
    yuma_buffer_free(&message);
    return status;
}

/** Reads a line up to the message that it asks for. */
static int read_line(yuma_json *json, const char *line, size_t length, bool *is_traced)
{
    node_index read = yuma_document_read(&json->document, line, length, &json->failure);
    if (read == NO_NODE) return yuma_json_failed(json, &json->failure);
    yuma_reading reading = yuma_json_reading(json, &json->message);
    request request;
    if (!read_keys(json, &reading, read, &request)) return yuma_json_failed(json, &json->failure);
    int status = read_trace(json, &reading, &request, is_traced);
    if (status != YUMA_FINE) return status;
    uint16_t function = function_of(json, request.fn);
    if (function == 0) return unknown_function(json, request.fn);
    if (request.in == NO_NODE || node_at(&json->document, request.in)->kind != NODE_OBJECT)
        return yuma_json_refused(json, &reading, "in", "an object", request.in);
    if (function == YUMA_NULL_SUBNET) {
        node_index consensus = yuma_document_member(&json->document, request.in, "epochConsensus");
        if (!yuma_json_is_text(json, consensus, "null"))
            return yuma_json_refused(json, &reading, "epochConsensus", "null (as a string)", consensus);
    }
    bool is_epoch = yuma_description_numbered(function)->module == YUMA_EPOCHS;
    if (!is_epoch) {
        *is_traced = false;
        status = check_values(json, request.in);
    }
    if (status == YUMA_FINE) status = yuma_json_read_function(json, function, request.in, &json->message);
    if (status != YUMA_FINE || !*is_traced || json->entries <= MOST_TRACED) return status;
    return yuma_json_failed_with(json, YUMA_VALUE, "trace", "expected at most 2097152 stored weights and bonds");
}

static void write_error(yuma_buffer *text, const yuma_error *error)
{
    yuma_buffer_text(text, "{\"error\":{\"code\":\"");
    yuma_buffer_text(text, yuma_code(error->status));
    yuma_buffer_text(text, "\",\"message\":");
    yuma_quoted_all(text, error->message, strlen(error->message));
    yuma_buffer_text(text, ",\"path\":");
    yuma_quoted_all(text, error->path, strlen(error->path));
    yuma_buffer_text(text, "}}");
}

static void write_trap(yuma_buffer *text, const yuma_error *error)
{
    const char *reason = yuma_trap_reason(error);
    yuma_buffer_text(text, "{\"out\":null,\"trap\":");
    yuma_quoted_all(text, reason, strlen(reason));
    yuma_buffer_character(text, '}');
}

static void write_answer(yuma_json *json, const yuma_answer *answer, bool is_traced)
{
    yuma_writing writing = {.bytes = answer->bytes, .text = &json->written, .is_signed = json->is_signed};
    const yuma_description *described = yuma_description_numbered(answer->function);
    yuma_buffer_text(&json->written, "{\"out\":");
    yuma_write_result(&writing, described);
    if (is_traced) {
        yuma_buffer_text(&json->written, ",\"trace\":");
        yuma_write_trace(&writing, described);
    }
    yuma_buffer_character(&json->written, '}');
}

const char *yuma_json_evaluate(yuma_json *json, yuma_engine *engine, const char *line, size_t length, size_t *answer_length)
{
    bool is_traced = false;
    json->error = (yuma_error){.name = "", .path = "", .message = ""};
    yuma_buffer_clear(&json->written);
    const yuma_error *error = &json->error;
    int status = read_line(json, line, length, &is_traced);
    if (status == YUMA_FINE) {
        yuma_answer answer;
        status = yuma_run(engine, &json->message, is_traced ? YUMA_TRACE : 0, &answer);
        error = yuma_last_error(engine);
        if (status == YUMA_FINE) write_answer(json, &answer, is_traced);
    }
    if (status == YUMA_TRAPPED) write_trap(&json->written, error);
    else if (status != YUMA_FINE) write_error(&json->written, error);
    return yuma_json_written(json, answer_length);
}
