/** Objects: which fields they have, and in which order what is wrong with them is refused. */
#include <string.h>

#include "read.h"

/** The names that are not read: remarks on the input. */
static const char *const REMARKS[] = {"$schema", "tag", "provenance"};

enum { MOST_MECHANISMS = 256, MOST_INDEX_DIGITS = 10 };

/** Where a key is among the fields; the count of them where it is none. */
static uint16_t field_of(const yuma_reading *reading, const yuma_form *record, span key)
{
    uint16_t i = 0;
    while (i < record->count && !yuma_document_text_is(reading->document, key, record->fields[i].name)) i++;
    return i;
}

static bool is_remark(const yuma_reading *reading, span key)
{
    for (size_t i = 0; i < sizeof REMARKS / sizeof *REMARKS; i++) {
        if (yuma_document_text_is(reading->document, key, REMARKS[i])) return true;
    }
    return false;
}

/** Whether JavaScript takes a key for an index, which comes in front of all other keys. */
static bool is_index(const yuma_reading *reading, span key, uint64_t *index)
{
    const char *text = reading->document->text + key.at;
    if (key.length == 0 || key.length > MOST_INDEX_DIGITS || (text[0] == '0' && key.length > 1)) return false;
    *index = 0;
    for (uint32_t i = 0; i < key.length; i++) {
        if (text[i] < '0' || text[i] > '9') return false;
        *index = *index * 10 + (uint64_t)(text[i] - '0');
    }
    return *index < UINT32_MAX;
}

static bool refuse_name(yuma_reading *reading, const yuma_form *record, node_index member, const yuma_place *place)
{
    const char *text = reading->document->text;
    const node *unknown = node_at(reading->document, member);
    yuma_place inner = {.within = place, .key = text + unknown->key.at, .key_length = unknown->key.length};
    yuma_buffer names = {0};
    yuma_buffer_text(&names, "one of the fields ");
    for (uint16_t i = 0; i < record->count; i++) {
        if (i > 0) yuma_buffer_text(&names, ", ");
        yuma_buffer_text(&names, record->fields[i].name);
    }
    yuma_refuse(reading, &inner, yuma_buffer_string(&names), member);
    yuma_buffer_free(&names);
    return false;
}

bool yuma_find_fields(yuma_reading *reading, const yuma_form *record, node_index object, const yuma_place *place, bool may_have_remarks,
                      node_index found[YUMA_MOST_FIELDS])
{
    node_index unknown = NO_NODE;
    uint64_t least = UINT64_MAX;
    for (uint16_t i = 0; i < record->count; i++) found[i] = NO_NODE;
    for (node_index i = node_at(reading->document, object)->items.first; i != NO_NODE; i = node_at(reading->document, i)->next) {
        span key = node_at(reading->document, i)->key;
        uint16_t field = field_of(reading, record, key);
        uint64_t index;
        if (field < record->count) {
            found[field] = i;
        } else if (is_index(reading, key, &index)) {
            if (index >= least) continue;
            least = index;
            unknown = i;
        } else if (unknown == NO_NODE && !(may_have_remarks && is_remark(reading, key))) {
            unknown = i;
        }
    }
    return unknown == NO_NODE || refuse_name(reading, record, unknown, place);
}

/** The objects within a state are looked at together with it, before anything is read. */
static bool look_into(yuma_reading *reading, const yuma_field *field, node_index index, const yuma_place *place)
{
    if (index == NO_NODE) return true;
    const node *value = node_at(reading->document, index);
    node_index found[YUMA_MOST_FIELDS];
    if (field->form->kind == YUMA_FORM_ROWS) {
        return value->kind != NODE_OBJECT || yuma_find_fields(reading, field->form, index, place, false, found);
    }
    if (field->form->kind != YUMA_FORM_LIST || value->kind != NODE_ARRAY || value->items.count > MOST_MECHANISMS) return true;
    node_index item = value->items.first;
    for (uint32_t i = 0; item != NO_NODE; i++, item = node_at(reading->document, item)->next) {
        yuma_place inner = yuma_place_at(place, i);
        if (!yuma_take_fields(reading, field->form->of, item, &inner, NULL, found)) return false;
    }
    return true;
}

/** The bit of the rule set that a state names, or of the newest. */
static uint32_t rule_set_bit(const yuma_reading *reading, node_index index)
{
    size_t newest = yuma_rule_set_count - 1;
    if (index == NO_NODE || node_at(reading->document, index)->kind != NODE_STRING) return UINT32_C(1) << newest;
    for (size_t i = 0; i < newest; i++) {
        yuma_buffer name = {0};
        yuma_buffer_text(&name, "spec-");
        yuma_buffer_unsigned(&name, yuma_rule_set_numbers[i]);
        bool is_it = yuma_document_text_is(reading->document, node_at(reading->document, index)->text, yuma_buffer_string(&name));
        yuma_buffer_free(&name);
        if (is_it) return UINT32_C(1) << i;
    }
    return UINT32_C(1) << newest;
}

static node_index field_named(const yuma_form *record, const node_index *found, const char *name)
{
    for (uint16_t i = 0; i < record->count; i++) {
        if (strcmp(record->fields[i].name, name) == 0) return found[i];
    }
    return NO_NODE;
}

/** One missing field is refused when its turn comes, as long as all rule sets read it. */
static bool refuse_missing(yuma_reading *reading, const yuma_form *record, const node_index *found, const yuma_place *place,
                           const uint32_t *unread)
{
    uint16_t missing = 0;
    bool is_of_some_rule_sets = false;
    const yuma_field *first = NULL;
    for (uint16_t i = 0; i < record->count; i++) {
        const yuma_field *field = &record->fields[i];
        bool is_needed = !field->may_be_absent && (unread == NULL || (field->unread_by & *unread) == 0);
        if (found[i] != NO_NODE || !is_needed) continue;
        missing++;
        is_of_some_rule_sets = is_of_some_rule_sets || (unread != NULL && field->unread_by != 0);
        if (first == NULL) first = field;
    }
    if (missing <= 1 && !is_of_some_rule_sets) return true;
    yuma_place inner = yuma_place_named(place, first->name);
    return yuma_refuse(reading, &inner, missing == 1 ? "the field" : "this field and others", NO_NODE);
}

bool yuma_take_fields(yuma_reading *reading, const yuma_form *record, node_index object, const yuma_place *place, uint32_t *unread,
                      node_index found[YUMA_MOST_FIELDS])
{
    if (object == NO_NODE || node_at(reading->document, object)->kind != NODE_OBJECT)
        return yuma_refuse(reading, place, "an object", object);
    if (!yuma_find_fields(reading, record, object, place, true, found)) return false;
    for (uint16_t i = 0; reading->is_state && i < record->count; i++) {
        yuma_place inner = yuma_place_named(place, record->fields[i].name);
        if (!look_into(reading, &record->fields[i], found[i], &inner)) return false;
    }
    if (unread != NULL) *unread = rule_set_bit(reading, field_named(record, found, "ruleSet"));
    return refuse_missing(reading, record, found, place, unread);
}

/** What an absent field stands for; of a list, and of a value that may be null, it is none. */
static void put_absent(yuma_reading *reading, const yuma_field *field, uint32_t at)
{
    if (field->form->size <= sizeof field->absent && field->absent != 0) {
        memcpy(reading->message->bytes + at, &field->absent, field->form->size);
    }
}

static bool read_field(yuma_reading *reading, const yuma_field *field, node_index index, uint32_t at, const yuma_place *place,
                       bool is_unread)
{
    yuma_place inner = yuma_place_named(place, field->name);
    if (index == NO_NODE && (is_unread || field->may_be_absent)) {
        if (!is_unread) put_absent(reading, field, at);
        return true;
    }
    if (!yuma_read_value(reading, field->form, index, at, &inner)) return false;
    /* It was to be right, but counts for nothing. */
    if (is_unread) memset(reading->message->bytes + at, 0, field->form->size);
    return true;
}

/** The number of uids, which the others have to fit, comes before them. */
static bool read_uids(yuma_reading *reading, const yuma_form *record, const node_index *found, uint32_t at, const yuma_place *place)
{
    for (uint16_t i = 0; i < record->count; i++) {
        const yuma_field *field = &record->fields[i];
        if (strcmp(field->name, "n") != 0) continue;
        if (!read_field(reading, field, found[i], at + field->offset, place, false)) return false;
        uint16_t uids;
        memcpy(&uids, reading->message->bytes + at + field->offset, sizeof uids);
        reading->uids = uids;
    }
    return true;
}

bool yuma_read_fields(yuma_reading *reading, const yuma_form *record, node_index object, uint32_t at, const yuma_place *place,
                      uint32_t *unread)
{
    node_index found[YUMA_MOST_FIELDS];
    if (!yuma_take_fields(reading, record, object, place, unread, found)) return false;
    if (reading->is_state && !read_uids(reading, record, found, at, place)) return false;
    for (uint16_t i = 0; i < record->count; i++) {
        const yuma_field *field = &record->fields[i];
        bool is_unread = unread != NULL && (field->unread_by & *unread) != 0;
        if (!read_field(reading, field, found[i], at + field->offset, place, is_unread)) return false;
    }
    return true;
}
