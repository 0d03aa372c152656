/** Which value a byte of a message is part of. */
#ifndef YUMA_LOCATE_H
#define YUMA_LOCATE_H

#include <stdint.h>

#include "descriptions.h"
#include "place.h"
#include "yuma.h"

typedef struct yuma_located {
    const yuma_form *form; /* NULL where the byte is part of none */
    uint32_t at;           /* where the value lies */
} yuma_located;

/**
 * Finds the value and writes its path. Lists that are not within the message have no bytes.
 * @param field in the order of the description, from 0 on
 */
yuma_located yuma_locate(const yuma_message *message, const yuma_form *record, uint32_t field, uint32_t offset, yuma_buffer *path);

#endif
