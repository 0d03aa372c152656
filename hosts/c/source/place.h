/** Where a value is, as errors name it: bonds[3][17][1], or ["a b"] where a key is no plain word. */
#ifndef YUMA_PLACE_H
#define YUMA_PLACE_H

#include "buffer.h"

/** A key or an index within another place; places lie on the stack of whoever goes down. NULL is the whole. */
typedef struct yuma_place {
    const struct yuma_place *within;
    /** NULL where it is an index */
    const char *key;
    size_t key_length;
    uint32_t index;
} yuma_place;

/** A field whose name is ours, and needs no quotes. */
yuma_place yuma_place_named(const yuma_place *within, const char *name);
yuma_place yuma_place_at(const yuma_place *within, uint32_t index);

void yuma_place_write(yuma_buffer *buffer, const yuma_place *place);

#endif
