/** The recorded vectors: vectors_test FILE.jsonl.gz... */
#define _POSIX_C_SOURCE 200809L

#include <stdlib.h>
#include <string.h>

#include "../source/json/document.h"
#include "../tools/lines.h"
#include "yuma/json.h"

static int equal_lines;
static int failures;

/** Functions in these files that are steps within an epoch, and not the modules'. */
static const char *const STEPS[] = {"fixed_ops", "transcendental"};

static bool same_text(const document *a, span left, const document *b, span right)
{
    return left.length == right.length && memcmp(a->text + left.at, b->text + right.at, left.length) == 0;
}

static bool equal(const document *a, node_index left, const document *b, node_index right);

static bool equal_items(const document *a, const node *left, const document *b, const node *right)
{
    node_index i = left->items.first, k = right->items.first;
    for (; i != NO_NODE && k != NO_NODE; i = node_at(a, i)->next, k = node_at(b, k)->next) {
        if (!equal(a, i, b, k)) return false;
    }
    return i == k;
}

static bool equal_members(const document *a, const node *left, const document *b, const node *right)
{
    if (left->items.count != right->items.count) return false;
    for (node_index i = left->items.first; i != NO_NODE; i = node_at(a, i)->next) {
        node_index k = right->items.first;
        while (k != NO_NODE && !same_text(a, node_at(a, i)->key, b, node_at(b, k)->key)) k = node_at(b, k)->next;
        if (k == NO_NODE || !equal(a, i, b, k)) return false;
    }
    return true;
}

static bool equal(const document *a, node_index left, const document *b, node_index right)
{
    const node *one = node_at(a, left), *other = node_at(b, right);
    if (one->kind != other->kind) return false;
    switch (one->kind) {
    case NODE_INTEGER:
        return one->integer == other->integer;
    case NODE_NUMBER:
    case NODE_STRING:
        return same_text(a, one->text, b, other->text);
    case NODE_ARRAY:
        return equal_items(a, one, b, other);
    case NODE_OBJECT:
        return equal_members(a, one, b, other);
    default:
        return true;
    }
}

static bool is_step(const document *document, node_index line)
{
    node_index fn = yuma_document_member(document, line, "fn");
    for (size_t i = 0; fn != NO_NODE && i < sizeof STEPS / sizeof *STEPS; i++) {
        if (yuma_document_text_is(document, node_at(document, fn)->text, STEPS[i])) return true;
    }
    return false;
}

typedef struct room {
    yuma_engine *engine;
    yuma_json *json;
    document recorded;
    document found;
    yuma_buffer path;
    yuma_buffer message;
} room;

static void check_line(room *room, const char *file, size_t number, const char *text, size_t length)
{
    document_error error = {.path = &room->path, .message = &room->message};
    node_index line = yuma_document_read(&room->recorded, text, length, &error);
    if (line != NO_NODE && is_step(&room->recorded, line)) return;
    size_t answer_length = 0;
    const char *answer = yuma_json_evaluate(room->json, room->engine, text, length, &answer_length);
    node_index given = answer == NULL ? NO_NODE : yuma_document_read(&room->found, answer, answer_length, &error);
    node_index out = line == NO_NODE ? NO_NODE : yuma_document_member(&room->recorded, line, "out");
    node_index answered = given == NO_NODE ? NO_NODE : yuma_document_member(&room->found, given, "out");
    bool is_equal = out != NO_NODE && answered != NO_NODE && equal(&room->recorded, out, &room->found, answered);
    *(is_equal ? &equal_lines : &failures) += 1;
    if (is_equal) return;
    fprintf(stderr, "%s:%zu: %.200s\n", file, number, answer == NULL ? "" : answer);
}

static void check_file(room *room, const char *file)
{
    char command[4096];
    snprintf(command, sizeof command, "gzip -dc '%s'", file);
    FILE *stream = popen(command, "r");
    if (stream == NULL) {
        failures++;
        return;
    }
    lines input = {.stream = stream};
    size_t length;
    const char *text;
    for (size_t number = 1; (text = next_line(&input, &length)) != NULL; number++) check_line(room, file, number, text, length);
    if (pclose(stream) != 0) failures++;
    free(input.bytes);
}

int main(int count, char **files)
{
    room room = {.engine = yuma_open(), .json = yuma_json_open()};
    if (room.engine == NULL || room.json == NULL) return EXIT_FAILURE;
    for (int i = 1; i < count; i++) check_file(&room, files[i]);
    yuma_document_free(&room.recorded);
    yuma_document_free(&room.found);
    yuma_buffer_free(&room.path);
    yuma_buffer_free(&room.message);
    yuma_json_close(room.json);
    yuma_close(room.engine);
    printf("%d passed, %d failed\n", equal_lines, failures);
    return failures == 0 && equal_lines > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
