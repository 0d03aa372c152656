/** Text in quotes, as JSON has it. Text is UTF-8, in which halves of a pair may stand alone, as they may in JSON. */
#ifndef YUMA_QUOTED_H
#define YUMA_QUOTED_H

#include "buffer.h"

/** The whole of it. */
void yuma_quoted_all(yuma_buffer *buffer, const char *text, size_t length);

/** The beginning of it, where it is long: for whoever reads an error. */
void yuma_quoted_beginning(yuma_buffer *buffer, const char *text, size_t length);

#endif
