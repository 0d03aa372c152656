#include "document.h"

#include <stdlib.h>
#include <string.h>

#include "../place.h"
#include "exact.h"
#include "keys.h"
#include "text.h"
#include "yuma.h"

enum { MOST_LEVELS = 64, LEAST_ROOM = 64, SHOWN_NUMBER = 40 };

static const char BYTE_ORDER_MARK[] = "\xef\xbb\xbf";

/** An array or object that is being read. */
typedef struct level {
    node_index container;
    node_index last;
    span key; /* of the value that comes next, in an object */
} level;

typedef struct reader {
    document *document;
    char *at;
    char *end; /* where a zero is */
    level *levels;
    size_t depth;
    size_t room;
    document_error *error; /* of what is JSON and cannot be held exactly, the first is kept */
} reader;

static bool fail(reader *reader, int status, const char *message)
{
    yuma_buffer_clear(reader->error->path);
    yuma_buffer_clear(reader->error->message);
    yuma_buffer_text(reader->error->message, message);
    if (status == YUMA_MALFORMED_JSON) {
        yuma_buffer_text(reader->error->message, " at byte ");
        yuma_buffer_unsigned(reader->error->message, (uint64_t)(reader->at - reader->document->text));
    }
    reader->error->status = status;
    return false;
}

static bool malformed(reader *reader, const char *expected)
{
    return fail(reader, YUMA_MALFORMED_JSON, expected);
}

static bool out_of_memory(reader *reader)
{
    return fail(reader, YUMA_MEMORY, "this text does not fit into memory");
}

/** Room for one more in an array that doubles; the array as it was where memory does not suffice. */
static void *with_room(void *items, size_t count, size_t *room, size_t size, bool *suffices)
{
    *suffices = true;
    if (count < *room) return items;
    size_t more = *room < LEAST_ROOM ? LEAST_ROOM : *room * 2;
    void *grown = more > SIZE_MAX / size ? NULL : realloc(items, more * size);
    *suffices = grown != NULL;
    if (grown == NULL) return items;
    *room = more;
    return grown;
}

/* The places of what is not exact */

/** From the level with a number inwards, as each place has to outlive those within it. */
static void write_place(const reader *reader, size_t depth, const yuma_place *within)
{
    if (depth == reader->depth) {
        yuma_place_write(reader->error->path, within);
        return;
    }
    const level *level = &reader->levels[depth];
    const node *container = node_at(reader->document, level->container);
    /* What is further in has been counted already. */
    bool is_innermost = depth + 1 == reader->depth;
    yuma_place place = yuma_place_at(within, container->items.count - (is_innermost ? 0 : 1));
    if (container->kind == NODE_OBJECT) {
        place.key = reader->document->text + level->key.at;
        place.key_length = level->key.length;
    }
    write_place(reader, depth + 1, &place);
}

/** Notes what is not exact where the next value is; what is not JSON further on counts for more. */
static void note(reader *reader, const char *expected, const char *text, size_t length)
{
    document_error *error = reader->error;
    if (error->status != YUMA_FINE) return;
    error->status = YUMA_VALUE;
    write_place(reader, 0, NULL);
    yuma_buffer_text(error->message, yuma_buffer_string(error->path));
    yuma_buffer_text(error->message, ": expected ");
    yuma_buffer_text(error->message, expected);
    if (length == 0) return;
    yuma_buffer_text(error->message, ", got ");
    yuma_buffer_bytes(error->message, text, length);
}

/* Values */

/** A new value where the next one comes. */
static node_index add(reader *reader, node_kind kind)
{
    document *document = reader->document;
    bool suffices = document->count < NO_NODE;
    if (suffices) document->nodes = with_room(document->nodes, document->count, &document->room, sizeof(node), &suffices);
    if (!suffices) {
        out_of_memory(reader);
        return NO_NODE;
    }
    node_index index = (node_index)document->count++;
    node *added = &document->nodes[index];
    *added = (node){.kind = kind, .parent = NO_NODE, .next = NO_NODE};
    if (kind == NODE_ARRAY || kind == NODE_OBJECT) added->items.first = NO_NODE;
    if (reader->depth == 0) return index;
    level *level = &reader->levels[reader->depth - 1];
    node *container = &document->nodes[level->container];
    added->parent = level->container;
    if (level->last == NO_NODE) container->items.first = index;
    else document->nodes[level->last].next = index;
    level->last = index;
    container->items.count++;
    if (container->kind == NODE_OBJECT) {
        added->key = level->key;
        if (!yuma_keys_add(document, level->container, index)) {
            out_of_memory(reader);
            return NO_NODE;
        }
    }
    return index;
}

static void skip_space(reader *reader)
{
    while (*reader->at == ' ' || *reader->at == '\n' || *reader->at == '\r' || *reader->at == '\t') reader->at++;
}

static bool read_text(reader *reader, span *text)
{
    char *from = reader->at + 1;
    size_t length = 0;
    char *behind = yuma_string_decode(from, reader->end, &length);
    if (behind == NULL) return malformed(reader, "expected a text that ends");
    *text = (span){.at = (uint32_t)(from - reader->document->text), .length = (uint32_t)length};
    reader->at = behind;
    return true;
}

static bool read_key(reader *reader)
{
    skip_space(reader);
    if (*reader->at != '"') return malformed(reader, "expected a key in quotes");
    level *level = &reader->levels[reader->depth - 1];
    if (!read_text(reader, &level->key)) return false;
    if (yuma_keys_have(reader->document, level->container, level->key)) note(reader, "each key once", "", 0);
    skip_space(reader);
    if (*reader->at != ':') return malformed(reader, "expected a colon");
    reader->at++;
    return true;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool skip_digits(reader *reader)
{
    if (!is_digit(*reader->at)) return malformed(reader, "expected a digit");
    while (is_digit(*reader->at)) reader->at++;
    return true;
}

static bool skip_number(reader *reader)
{
    if (*reader->at == '-') reader->at++;
    if (*reader->at == '0') reader->at++;
    else if (!skip_digits(reader)) return false;
    if (*reader->at == '.') {
        reader->at++;
        if (!skip_digits(reader)) return false;
    }
    if (*reader->at != 'e' && *reader->at != 'E') return true;
    reader->at++;
    if (*reader->at == '+' || *reader->at == '-') reader->at++;
    return skip_digits(reader);
}

static bool read_number(reader *reader)
{
    char *from = reader->at;
    if (!skip_number(reader)) return false;
    size_t length = (size_t)(reader->at - from);
    int64_t integer = 0;
    exactness exact = yuma_exact_number(from, length, &integer);
    if (exact == NOT_EXACT) note(reader, "a number that holds what is written", from, length < SHOWN_NUMBER ? length : SHOWN_NUMBER);
    node_index index = add(reader, exact == EXACT_INTEGER ? NODE_INTEGER : NODE_NUMBER);
    if (index == NO_NODE) return false;
    node *added = &reader->document->nodes[index];
    if (exact == EXACT_INTEGER) added->integer = integer;
    else added->text = (span){.at = (uint32_t)(from - reader->document->text), .length = (uint32_t)length};
    return true;
}

static bool read_word(reader *reader, const char *word, node_kind kind)
{
    size_t length = strlen(word);
    if (strncmp(reader->at, word, length) != 0) return malformed(reader, "expected a value");
    reader->at += length;
    return add(reader, kind) != NO_NODE;
}

/** Reads the bracket in front, and the first key. @return whether a value comes next is told by `is_empty` */
static bool open_level(reader *reader, node_kind kind, bool *is_empty)
{
    if (reader->depth == MOST_LEVELS) note(reader, "at most 64 levels of objects and arrays", "", 0);
    node_index index = add(reader, kind);
    if (index == NO_NODE) return false;
    bool suffices;
    reader->levels = with_room(reader->levels, reader->depth, &reader->room, sizeof(level), &suffices);
    if (!suffices) return out_of_memory(reader);
    reader->levels[reader->depth++] = (level){.container = index, .last = NO_NODE};
    reader->at++;
    skip_space(reader);
    *is_empty = *reader->at == (kind == NODE_ARRAY ? ']' : '}');
    return *is_empty || kind == NODE_ARRAY || read_key(reader);
}

/** Reads what is behind a value: brackets that close, and a comma with the next key. */
static bool close_levels(reader *reader, bool *is_end)
{
    for (;;) {
        skip_space(reader);
        *is_end = reader->depth == 0;
        if (*is_end) return reader->at == reader->end || malformed(reader, "expected nothing more");
        const node *container = node_at(reader->document, reader->levels[reader->depth - 1].container);
        char c = *reader->at;
        if (c != ',' && c != (container->kind == NODE_ARRAY ? ']' : '}'))
            return malformed(reader, "expected a comma or a bracket that closes");
        reader->at++;
        if (c == ',') return container->kind == NODE_ARRAY || read_key(reader);
        reader->depth--;
    }
}

/** A value, but for what is in it. */
static bool read_start(reader *reader, bool *is_open)
{
    *is_open = false;
    bool is_empty = false;
    skip_space(reader);
    switch (*reader->at) {
    case '{':
    case '[':
        if (!open_level(reader, *reader->at == '{' ? NODE_OBJECT : NODE_ARRAY, &is_empty)) return false;
        *is_open = !is_empty;
        return true;
    case '"': {
        span text;
        if (!read_text(reader, &text)) return false;
        node_index index = add(reader, NODE_STRING);
        if (index == NO_NODE) return false;
        reader->document->nodes[index].text = text;
        return true;
    }
    case 't':
        return read_word(reader, "true", NODE_TRUE);
    case 'f':
        return read_word(reader, "false", NODE_FALSE);
    case 'n':
        return read_word(reader, "null", NODE_NULL);
    default:
        if (*reader->at == '-' || is_digit(*reader->at)) return read_number(reader);
        return malformed(reader, "expected a value");
    }
}

static bool read_all(reader *reader)
{
    for (bool is_end = false; !is_end;) {
        bool is_open;
        if (!read_start(reader, &is_open)) return false;
        if (!is_open && !close_levels(reader, &is_end)) return false;
    }
    return true;
}

static bool keep_text(document *document, const char *text, size_t length)
{
    if (length >= UINT32_MAX) return false;
    if (length + 1 > document->text_room) {
        char *grown = realloc(document->text, length + 1);
        if (grown == NULL) return false;
        document->text = grown;
        document->text_room = length + 1;
    }
    if (length > 0) memcpy(document->text, text, length);
    document->text[length] = '\0';
    return true;
}

node_index yuma_document_read(document *document, const char *text, size_t length, document_error *error)
{
    reader reader = {.document = document, .error = error};
    error->status = YUMA_FINE;
    yuma_buffer_clear(error->path);
    yuma_buffer_clear(error->message);
    document->count = 0;
    yuma_keys_clear(document);
    if (!keep_text(document, text, length)) {
        out_of_memory(&reader);
        return NO_NODE;
    }
    reader.at = document->text + (strncmp(document->text, BYTE_ORDER_MARK, 3) == 0 ? 3 : 0);
    reader.end = document->text + length;
    bool is_read = yuma_utf8_is_valid(document->text, length) ? read_all(&reader) : malformed(&reader, "expected text in UTF-8");
    free(reader.levels);
    return is_read && error->status == YUMA_FINE ? 0 : NO_NODE;
}

void yuma_document_free(document *document)
{
    free(document->text);
    free(document->nodes);
    free(document->seen);
}

node_index yuma_document_member(const document *document, node_index object, const char *key)
{
    for (node_index i = node_at(document, object)->items.first; i != NO_NODE; i = node_at(document, i)->next) {
        if (yuma_document_text_is(document, node_at(document, i)->key, key)) return i;
    }
    return NO_NODE;
}

bool yuma_document_text_is(const document *document, span text, const char *expected)
{
    return strlen(expected) == text.length && memcmp(document->text + text.at, expected, text.length) == 0;
}
