/** Values of an answer as JSON. */
#ifndef YUMA_JSON_WRITE_H
#define YUMA_JSON_WRITE_H

#include "../buffer.h"
#include "../descriptions.h"
#include "yuma.h"

typedef struct yuma_writing {
    const uint8_t *bytes;
    yuma_buffer *text;
    /** 128-bit numbers whose sign the rule set decides have one */
    bool is_signed;
} yuma_writing;

/** A function's result, without a trace. */
void yuma_write_result(const yuma_writing *writing, const yuma_description *described);

/** The trace of an epoch, or the list of those of a subnet. */
void yuma_write_trace(const yuma_writing *writing, const yuma_description *described);

#endif
