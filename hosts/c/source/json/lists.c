/** Lists, rows and tuples. */
#include "../message.h"
#include "values.h"

enum { MOST_MECHANISMS = 256 };

static bool reserve(yuma_reading *reading, size_t count, size_t item_size, uint32_t *at)
{
    *at = yuma_reserve(reading->message, count, item_size);
    if (reading->message->status == YUMA_FINE) return true;
    reading->error->status = reading->message->status;
    yuma_buffer_clear(reading->error->path);
    yuma_buffer_clear(reading->error->message);
    yuma_buffer_text(reading->error->message, "this input does not fit into memory");
    return false;
}

static bool read_items(yuma_reading *reading, const yuma_form *item, node_index array, uint32_t at, const yuma_place *place)
{
    const node *value = node_at(reading->document, array);
    yuma_list list = {.count = value->items.count};
    if (!reserve(reading, list.count, item->size, &list.offset)) return false;
    yuma_put_value(reading, at, &list, sizeof list);
    node_index index = value->items.first;
    for (uint32_t i = 0; i < list.count; i++, index = node_at(reading->document, index)->next) {
        yuma_place inner = yuma_place_at(place, i);
        if (!yuma_read_value(reading, item, index, list.offset + i * item->size, &inner)) return false;
    }
    return true;
}

bool yuma_read_list(yuma_reading *reading, const yuma_form *form, node_index index, uint32_t at, const yuma_place *place)
{
    if (!yuma_is_kind(reading, index, NODE_ARRAY)) return yuma_refuse(reading, place, "an array", index);
    uint32_t count = node_at(reading->document, index)->items.count;
    bool is_of_mechanisms = reading->is_state && form->kind == YUMA_FORM_LIST;
    if (is_of_mechanisms && (count == 0 || count > MOST_MECHANISMS)) return yuma_refuse(reading, place, "an array of 1 to 256", index);
    if (form->per_uid && count != reading->uids) return yuma_refuse(reading, place, "as many items as there are uids", index);
    return read_items(reading, form->of, index, at, place);
}

static bool read_pair(yuma_reading *reading, node_index index, uint32_t uid_at, uint32_t value_at, const yuma_place *place)
{
    const node *pair = node_at(reading->document, index);
    if (pair->kind != NODE_ARRAY || pair->items.count != 2) return yuma_refuse(reading, place, "a [uid, value] pair", index);
    yuma_place uid = yuma_place_at(place, 0), value = yuma_place_at(place, 1);
    node_index first = pair->items.first;
    return yuma_read_u16(reading, first, uid_at, &uid) && yuma_read_u16(reading, node_at(reading->document, first)->next, value_at, &value);
}

/** How many pairs there are in rows that are arrays; the others are refused further on. */
static uint32_t count_pairs(const yuma_reading *reading, const node *rows)
{
    uint32_t count = 0;
    for (node_index i = rows->items.first; i != NO_NODE; i = node_at(reading->document, i)->next) {
        if (yuma_is_kind(reading, i, NODE_ARRAY)) count += node_at(reading->document, i)->items.count;
    }
    return count;
}

bool yuma_read_rows(yuma_reading *reading, node_index index, uint32_t at, const yuma_place *place)
{
    if (!yuma_is_kind(reading, index, NODE_ARRAY)) return yuma_refuse(reading, place, "an array of a row for each uid", index);
    const node *given = node_at(reading->document, index);
    if (given->items.count != reading->uids) return yuma_refuse(reading, place, "as many rows as there are uids", index);
    yuma_rows rows;
    rows.starts.count = reading->uids + 1;
    rows.uids.count = rows.values.count = count_pairs(reading, given);
    if (!reserve(reading, rows.starts.count, sizeof(uint32_t), &rows.starts.offset)) return false;
    if (!reserve(reading, rows.uids.count, sizeof(uint16_t), &rows.uids.offset)) return false;
    if (!reserve(reading, rows.values.count, sizeof(uint16_t), &rows.values.offset)) return false;
    yuma_put_value(reading, at, &rows, sizeof rows);
    reading->entries += rows.uids.count;

    uint32_t entry = 0;
    node_index row = given->items.first;
    for (uint32_t i = 0; i < reading->uids; i++, row = node_at(reading->document, row)->next) {
        yuma_place row_place = yuma_place_at(place, i);
        if (!yuma_is_kind(reading, row, NODE_ARRAY)) return yuma_refuse(reading, &row_place, "a row of [uid, value] pairs", row);
        node_index pair = node_at(reading->document, row)->items.first;
        for (uint32_t k = 0; pair != NO_NODE; k++, entry++, pair = node_at(reading->document, pair)->next) {
            yuma_place pair_place = yuma_place_at(&row_place, k);
            if (!read_pair(reading, pair, rows.uids.offset + 2 * entry, rows.values.offset + 2 * entry, &pair_place)) return false;
        }
        yuma_put_value(reading, rows.starts.offset + 4 * (i + 1), &entry, sizeof entry);
    }
    return true;
}

bool yuma_read_tuple(yuma_reading *reading, const yuma_form *form, node_index index, uint32_t at, const yuma_place *place)
{
    if (!yuma_is_kind(reading, index, NODE_ARRAY) || node_at(reading->document, index)->items.count != form->count) {
        yuma_buffer expected = {0};
        for (uint16_t i = 0; i < form->count; i++) {
            yuma_buffer_text(&expected, i == 0 ? "[" : ", ");
            yuma_buffer_text(&expected, form->fields[i].name);
        }
        yuma_buffer_character(&expected, ']');
        yuma_refuse(reading, place, yuma_buffer_string(&expected), index);
        yuma_buffer_free(&expected);
        return false;
    }
    node_index item = node_at(reading->document, index)->items.first;
    for (uint16_t i = 0; i < form->count; i++, item = node_at(reading->document, item)->next) {
        yuma_place inner = yuma_place_at(place, i);
        if (!yuma_read_value(reading, form->fields[i].form, item, at + form->fields[i].offset, &inner)) return false;
    }
    return true;
}
