/** What the readers of values share. */
#ifndef YUMA_JSON_VALUES_H
#define YUMA_JSON_VALUES_H

#include <string.h>

#include "read.h"

static inline void yuma_put_value(yuma_reading *reading, uint32_t at, const void *value, size_t size)
{
    memcpy(reading->message->bytes + at, value, size);
}

static inline bool yuma_is_kind(const yuma_reading *reading, node_index index, node_kind kind)
{
    return index != NO_NODE && node_at(reading->document, index)->kind == kind;
}

/** Digits without zeros in front. */
bool yuma_is_decimal(const char *digits, size_t count, size_t most);

bool yuma_read_u16(yuma_reading *reading, node_index index, uint32_t at, const yuma_place *place);
bool yuma_read_number(yuma_reading *reading, yuma_kind kind, node_index index, uint32_t at, const yuma_place *place);

bool yuma_read_list(yuma_reading *reading, const yuma_form *form, node_index index, uint32_t at, const yuma_place *place);
bool yuma_read_rows(yuma_reading *reading, node_index index, uint32_t at, const yuma_place *place);
bool yuma_read_tuple(yuma_reading *reading, const yuma_form *form, node_index index, uint32_t at, const yuma_place *place);

#endif
