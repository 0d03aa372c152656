/** How messages are written, for whoever does not have the items of a list one behind another. */
#ifndef YUMA_MESSAGE_H
#define YUMA_MESSAGE_H

#include "yuma.h"

/** Room for a list of zeros, and where it lies; the message's bytes may move. 0 where it does not fit. */
uint32_t yuma_reserve(yuma_message *message, size_t count, size_t item_size);

#endif
