/**
 * JSON that is read exactly, or refused: a number has to be the integer that it becomes, a key comes once, and there are at
 * most 64 levels.
 */
#ifndef YUMA_JSON_DOCUMENT_H
#define YUMA_JSON_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "../buffer.h"

typedef enum node_kind {
    NODE_NULL,
    NODE_FALSE,
    NODE_TRUE,
    NODE_INTEGER, /* one that a double holds exactly, whatever is beside it */
    NODE_NUMBER,  /* any other */
    NODE_STRING,
    NODE_ARRAY,
    NODE_OBJECT
} node_kind;

/** A value by its index, which stays as the document grows. */
typedef uint32_t node_index;

static const node_index NO_NODE = UINT32_MAX;

/** Bytes of the document's text. */
typedef struct span {
    uint32_t at;
    uint32_t length;
} span;

typedef struct node {
    node_kind kind;
    node_index parent;
    node_index next; /* behind it in the same array or object */
    span key;        /* in an object */
    union {
        int64_t integer;
        span text; /* of a string without its escapes, or a number as it is written */
        struct {
            node_index first;
            uint32_t count;
        } items;
    };
} node;

typedef struct document {
    char *text;
    size_t text_room;
    node *nodes;
    size_t count;
    size_t room;
    /* which keys objects have, by a hash of key and object */
    node_index *seen;
    size_t seen_count;
    size_t seen_room;
} document;

/** Why a text was refused. */
typedef struct document_error {
    int status; /* YUMA_MALFORMED_JSON, YUMA_VALUE or YUMA_MEMORY */
    yuma_buffer *path;
    yuma_buffer *message;
} document_error;

/** Reads a text, of which the document keeps a copy. @return the value, or NO_NODE where the error says why */
node_index yuma_document_read(document *document, const char *text, size_t length, document_error *error);

void yuma_document_free(document *document);

static inline const node *node_at(const document *document, node_index index)
{
    return &document->nodes[index];
}

/** The value of a key, NO_NODE where an object does not have it. */
node_index yuma_document_member(const document *document, node_index object, const char *key);

bool yuma_document_text_is(const document *document, span text, const char *expected);

/** A value for whoever reads an error. NO_NODE is nothing. */
void yuma_document_show(const document *document, node_index index, yuma_buffer *text);

#endif
