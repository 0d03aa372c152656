/**
 * Which keys the objects of a document have. Of an object with few of them they are gone through; those of larger ones are
 * remembered, so that an object takes time by its keys and not by the square of their number.
 */
#ifndef YUMA_JSON_KEYS_H
#define YUMA_JSON_KEYS_H

#include "document.h"

/** Whether an object has a key so far. */
bool yuma_keys_have(const document *document, node_index object, span key);

/** Adds that of a value which has just become an object's. @return whether memory sufficed */
bool yuma_keys_add(document *document, node_index object, node_index index);

void yuma_keys_clear(document *document);

#endif
