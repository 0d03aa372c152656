#include "locate.h"

#include <string.h>

typedef struct finder {
    const yuma_message *message;
    uint32_t offset;
    yuma_buffer *path;
    yuma_located found;
} finder;

static bool find(finder *search, const yuma_form *form, size_t at, const yuma_place *place);

static bool is_within(size_t at, size_t size, size_t offset)
{
    return offset >= at && offset - at < size;
}

static bool found(finder *search, const yuma_form *form, size_t at, const yuma_place *place)
{
    search->found = (yuma_located){.form = form, .at = (uint32_t)at};
    yuma_place_write(search->path, place);
    return true;
}

static bool find_among(finder *search, const yuma_form *form, size_t at, const yuma_place *place)
{
    for (uint16_t i = 0; i < form->count; i++) {
        const yuma_field *field = &form->fields[i];
        yuma_place inner = form->kind == YUMA_FORM_TUPLE ? yuma_place_at(place, i) : yuma_place_named(place, field->name);
        if (find(search, field->form, at + field->offset, &inner)) return true;
    }
    return false;
}

static bool find_in_list(finder *search, const yuma_form *form, size_t at, const yuma_place *place)
{
    if (is_within(at, form->size, search->offset)) return found(search, form, at, place);
    const yuma_form *item = form->of;
    yuma_list list;
    memcpy(&list, search->message->bytes + at, sizeof list);
    if (item == NULL || list.offset > search->message->length || list.count > (search->message->length - list.offset) / item->size)
        return false;
    for (uint32_t i = 0; i < list.count; i++) {
        yuma_place inner = yuma_place_at(place, i);
        if (find(search, item, list.offset + (size_t)i * item->size, &inner)) return true;
    }
    return false;
}

static bool find_behind_flag(finder *search, const yuma_form *form, size_t at, const yuma_place *place)
{
    if (search->offset == at) return found(search, form, at, place);
    return search->message->bytes[at] != 0 && find(search, form->of, at + form->value_offset, place);
}

static bool find(finder *search, const yuma_form *form, size_t at, const yuma_place *place)
{
    switch (form->kind) {
    case YUMA_FORM_RECORD:
    case YUMA_FORM_TUPLE:
    case YUMA_FORM_ROWS:
        return find_among(search, form, at, place);
    case YUMA_FORM_LIST:
    case YUMA_FORM_VECTOR:
    case YUMA_FORM_TEXT:
        return find_in_list(search, form, at, place);
    case YUMA_FORM_OPTIONAL:
    case YUMA_FORM_SOMETIMES:
        return find_behind_flag(search, form, at, place);
    default:
        return is_within(at, form->size, search->offset) && found(search, form, at, place);
    }
}

yuma_located yuma_locate(const yuma_message *message, const yuma_form *record, uint32_t field, uint32_t offset, yuma_buffer *path)
{
    finder search = {.message = message, .offset = offset, .path = path};
    if (field >= record->count) return search.found;
    const yuma_field *described = &record->fields[field];
    yuma_place place = yuma_place_named(NULL, described->name);
    if (!find(&search, described->form, (size_t)YUMA_INPUT_HEAD + described->offset, &place)) yuma_place_write(path, &place);
    return search.found;
}
