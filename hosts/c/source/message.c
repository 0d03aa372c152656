#include "message.h"

#include <stdlib.h>
#include <string.h>

#include "descriptions.h"

enum { LIST_ALIGN = 8, LEAST_ROOM = 4096, FUNCTION_AT = 6, LENGTH_AT = 8 };

static const size_t MOST_BYTES = UINT32_MAX - LIST_ALIGN;

static size_t aligned(size_t length)
{
    return (length + LIST_ALIGN - 1) / LIST_ALIGN * LIST_ALIGN;
}

static bool has_room(yuma_message *message, size_t length)
{
    if (length <= message->room) return true;
    size_t room = message->room < LEAST_ROOM ? LEAST_ROOM : message->room;
    while (room < length) room = room > SIZE_MAX / 2 ? length : room * 2;
    uint8_t *bytes = realloc(message->bytes, room);
    if (bytes == NULL) return false;
    message->bytes = bytes;
    message->room = room;
    return true;
}

/** So many bytes more of zeros, and where they are. */
static uint32_t extend(yuma_message *message, size_t bytes)
{
    size_t at = message->length;
    size_t length = at + aligned(bytes);
    if (message->status != YUMA_FINE) return 0;
    if (bytes > MOST_BYTES || length > MOST_BYTES || !has_room(message, length)) {
        message->status = YUMA_MEMORY;
        return 0;
    }
    memset(message->bytes + at, 0, length - at);
    message->length = length;
    uint32_t written = (uint32_t)length;
    memcpy(message->bytes + LENGTH_AT, &written, sizeof written);
    return (uint32_t)at;
}

void yuma_begin(yuma_message *message, uint16_t function)
{
    const yuma_description *described = yuma_description_numbered(function);
    message->length = 0;
    message->status = described == NULL ? YUMA_UNKNOWN_FUNCTION : YUMA_FINE;
    if (described == NULL) return;
    if (!has_room(message, LEAST_ROOM)) {
        message->status = YUMA_MEMORY;
        return;
    }
    extend(message, (size_t)YUMA_INPUT_HEAD + described->input->size);
    uint16_t version = YUMA_INTERFACE_VERSION;
    memcpy(message->bytes, "YUMA", 4);
    memcpy(message->bytes + 4, &version, sizeof version);
    memcpy(message->bytes + FUNCTION_AT, &function, sizeof function);
}

void yuma_put(yuma_message *message, const void *fields, size_t size)
{
    if (message->status != YUMA_FINE) return;
    uint16_t function = 0;
    if (message->bytes != NULL) memcpy(&function, message->bytes + FUNCTION_AT, sizeof function);
    const yuma_description *described = yuma_description_numbered(function);
    if (message->length == 0 || described == NULL || described->input->size != size) message->status = YUMA_NOT_A_MESSAGE;
    else memcpy(message->bytes + YUMA_INPUT_HEAD, fields, size);
}

uint32_t yuma_reserve(yuma_message *message, size_t count, size_t item_size)
{
    if (count > MOST_BYTES / item_size) {
        if (message->status == YUMA_FINE) message->status = YUMA_MEMORY;
        return 0;
    }
    return extend(message, count * item_size);
}

yuma_list yuma_append_list(yuma_message *message, const void *items, size_t count, size_t item_size)
{
    yuma_list list = {.offset = yuma_reserve(message, count, item_size)};
    if (message->status != YUMA_FINE) return (yuma_list){0};
    if (count > 0) memcpy(message->bytes + list.offset, items, count * item_size);
    list.count = (uint32_t)count;
    return list;
}

yuma_rows yuma_append_rows(yuma_message *message, const uint32_t *starts, size_t rows, const uint16_t *uids, const uint16_t *values)
{
    size_t entries = starts[rows];
    yuma_rows appended;
    appended.starts = yuma_append_u32s(message, starts, rows + 1);
    appended.uids = yuma_append_u16s(message, uids, entries);
    appended.values = yuma_append_u16s(message, values, entries);
    return appended;
}

void yuma_message_free(yuma_message *message)
{
    free(message->bytes);
    *message = (yuma_message){0};
}
