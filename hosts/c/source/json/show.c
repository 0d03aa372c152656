#include "../quoted.h"
#include "document.h"

enum { SHOWN_NUMBER = 40 };

void yuma_document_show(const document *document, node_index index, yuma_buffer *text)
{
    if (index == NO_NODE) {
        yuma_buffer_text(text, "nothing");
        return;
    }
    const node *shown = node_at(document, index);
    switch (shown->kind) {
    case NODE_NULL:
        yuma_buffer_text(text, "null");
        return;
    case NODE_FALSE:
        yuma_buffer_text(text, "false");
        return;
    case NODE_TRUE:
        yuma_buffer_text(text, "true");
        return;
    case NODE_INTEGER:
        yuma_buffer_signed(text, shown->integer);
        return;
    case NODE_NUMBER:
        yuma_buffer_bytes(text, document->text + shown->text.at, shown->text.length < SHOWN_NUMBER ? shown->text.length : SHOWN_NUMBER);
        return;
    case NODE_STRING:
        yuma_quoted_beginning(text, document->text + shown->text.at, shown->text.length);
        return;
    case NODE_ARRAY:
        yuma_buffer_text(text, "an array of length ");
        yuma_buffer_unsigned(text, shown->items.count);
        return;
    case NODE_OBJECT:
        yuma_buffer_text(text, "an object");
        return;
    }
}
