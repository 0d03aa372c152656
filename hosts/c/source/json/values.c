/** Values of each form. */
#include <string.h>

#include "../explain.h"
#include "../message.h"
#include "read.h"
#include "wide.h"

enum { MOST_MECHANISMS = 256, MOST_U64_DIGITS = 20, MOST_WIDE_DIGITS = 39, LAST_SIGNED_SPEC = 260 };

static const int64_t U16_MOST = 65535;
static const int64_t U32_MOST = 4294967295;
/** i32 in messages; in JSON an i16, or a u16 where that is what a rule set reads. */
static const int64_t NARROW_LEAST = -32768;

static void put(yuma_reading *reading, uint32_t at, const void *value, size_t size)
{
    memcpy(reading->message->bytes + at, value, size);
}

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

bool yuma_refuse(yuma_reading *reading, const yuma_place *place, const char *expected, node_index got)
{
    document_error *error = reading->error;
    error->status = YUMA_VALUE;
    yuma_buffer_clear(error->path);
    yuma_buffer_clear(error->message);
    yuma_place_write(error->path, place);
    yuma_buffer_text(error->message, yuma_buffer_string(error->path));
    yuma_buffer_text(error->message, error->path->length > 0 ? ": expected " : "expected ");
    yuma_buffer_text(error->message, expected);
    yuma_buffer_text(error->message, ", got ");
    yuma_document_show(reading->document, got, error->message);
    return false;
}

/** NULL where there is none. */
static const node *value_of(const yuma_reading *reading, node_index index)
{
    return index == NO_NODE ? NULL : node_at(reading->document, index);
}

static bool is_kind(const yuma_reading *reading, node_index index, node_kind kind)
{
    return index != NO_NODE && node_at(reading->document, index)->kind == kind;
}

/* Numbers */

static bool integer_within(const yuma_reading *reading, node_index index, int64_t least, int64_t most, int64_t *integer)
{
    if (!is_kind(reading, index, NODE_INTEGER)) return false;
    *integer = node_at(reading->document, index)->integer;
    return *integer >= least && *integer <= most;
}

static bool read_u16(yuma_reading *reading, node_index index, uint32_t at, const yuma_place *place)
{
    int64_t integer;
    if (!integer_within(reading, index, 0, U16_MOST, &integer)) return yuma_refuse(reading, place, "a u16", index);
    uint16_t value = (uint16_t)integer;
    put(reading, at, &value, sizeof value);
    return true;
}

static bool read_u32(yuma_reading *reading, node_index index, uint32_t at, const yuma_place *place)
{
    int64_t integer;
    if (!integer_within(reading, index, 0, U32_MOST, &integer)) return yuma_refuse(reading, place, "a u32", index);
    uint32_t value = (uint32_t)integer;
    put(reading, at, &value, sizeof value);
    return true;
}

static bool read_narrow(yuma_reading *reading, node_index index, uint32_t at, const yuma_place *place)
{
    int64_t integer;
    if (!integer_within(reading, index, NARROW_LEAST, U16_MOST, &integer)) return yuma_refuse(reading, place, "an i16", index);
    int32_t value = (int32_t)integer;
    put(reading, at, &value, sizeof value);
    return true;
}

/** A decimal text without zeros in front, or an integer: its sign, and how far it is from 0. */
typedef struct decimal {
    yuma_u128 size;
    bool is_negative;
} decimal;

static bool is_decimal(const char *digits, size_t count, size_t most)
{
    if (count == 0 || count > most || (digits[0] == '0' && count > 1)) return false;
    for (size_t i = 0; i < count; i++) {
        if (digits[i] < '0' || digits[i] > '9') return false;
    }
    return true;
}

/** `most`: of digits, behind a sign if one may be there. @return whether it is a decimal that 128 bits hold */
static bool decimal_of(const yuma_reading *reading, node_index index, size_t most, bool may_be_signed, decimal *found)
{
    const node *value = value_of(reading, index);
    if (value != NULL && value->kind == NODE_INTEGER) {
        found->is_negative = value->integer < 0;
        found->size.high = 0;
        found->size.low = found->is_negative ? 0 - (uint64_t)value->integer : (uint64_t)value->integer;
        return true;
    }
    if (value == NULL || value->kind != NODE_STRING) return false;
    const char *text = reading->document->text + value->text.at;
    size_t length = value->text.length;
    found->is_negative = may_be_signed && length > 0 && text[0] == '-';
    size_t sign = found->is_negative ? 1 : 0;
    if (!is_decimal(text + sign, length - sign, most) || !yuma_wide_read(text + sign, length - sign, &found->size)) return false;
    if (found->size.low == 0 && found->size.high == 0) found->is_negative = false;
    return true;
}

static bool read_u64(yuma_reading *reading, node_index index, uint32_t at, const yuma_place *place)
{
    decimal found;
    if (!decimal_of(reading, index, MOST_U64_DIGITS, false, &found) || found.is_negative || found.size.high != 0) {
        return yuma_refuse(reading, place, "a u64 (a decimal string, or an integer up to 2^53-1)", index);
    }
    put(reading, at, &found.size.low, sizeof found.size.low);
    return true;
}

static bool read_i64(yuma_reading *reading, node_index index, uint32_t at, const yuma_place *place)
{
    decimal found;
    const uint64_t most = INT64_MAX;
    bool is_read = decimal_of(reading, index, MOST_WIDE_DIGITS, true, &found) && found.size.high == 0;
    if (!is_read || found.size.low > most + (found.is_negative ? 1 : 0)) {
        return yuma_refuse(reading, place, "a signed 64-bit integer (a decimal string)", index);
    }
    uint64_t value = found.is_negative ? 0 - found.size.low : found.size.low;
    put(reading, at, &value, sizeof value);
    return true;
}

/** From -2^127 on. */
static bool is_not_too_low(const decimal *number)
{
    const uint64_t highest = UINT64_C(1) << 63;
    return !number->is_negative || number->size.high < highest || (number->size.high == highest && number->size.low == 0);
}

static bool fits(const decimal *number, bool is_signed)
{
    if (!is_signed) return !number->is_negative;
    return number->is_negative ? is_not_too_low(number) : number->size.high >> 63 == 0;
}

static const char *expected_wide(bool is_signed)
{
    return is_signed ? "a signed 128-bit integer (a decimal string)" : "an unsigned 128-bit integer (a decimal string)";
}

static bool read_wide(yuma_reading *reading, bool is_signed, node_index index, uint32_t at, const yuma_place *place)
{
    decimal found;
    if (!decimal_of(reading, index, MOST_WIDE_DIGITS, true, &found) || !fits(&found, is_signed)) {
        return yuma_refuse(reading, place, expected_wide(is_signed), index);
    }
    yuma_u128 value = found.is_negative ? yuma_wide_negated(found.size) : found.size;
    put(reading, at, &value, sizeof value);
    return true;
}

/** The rule set decides whether it has a sign, which is a matter of its meaning, and comes after all forms. */
static bool read_coinbase(yuma_reading *reading, node_index index, uint32_t at, const yuma_place *place)
{
    decimal found;
    bool is_read = decimal_of(reading, index, MOST_WIDE_DIGITS, true, &found) && is_not_too_low(&found);
    if (!is_read) return yuma_refuse(reading, place, "a 128-bit integer (a decimal string)", index);
    if (!fits(&found, reading->is_signed) && reading->late->status == YUMA_FINE) {
        document_error *error = reading->error;
        reading->error = reading->late;
        yuma_refuse(reading, place, expected_wide(reading->is_signed), index);
        reading->error = error;
    }
    yuma_u128 value = found.is_negative ? yuma_wide_negated(found.size) : found.size;
    put(reading, at, &value, sizeof value);
    return true;
}

/* Choices */

static bool refuse_choice(yuma_reading *reading, const yuma_form *form, node_index index, const yuma_place *place)
{
    yuma_buffer choices = {0};
    if (form->kind == YUMA_FORM_SPEC) yuma_explain_rule_sets(&choices);
    else yuma_explain_choices(&choices, form);
    yuma_refuse(reading, place, yuma_buffer_string(&choices), index);
    yuma_buffer_free(&choices);
    return false;
}

static bool read_choice(yuma_reading *reading, const yuma_form *form, node_index index, uint32_t at, const yuma_place *place)
{
    for (uint8_t i = 0; is_kind(reading, index, NODE_STRING) && i < form->count; i++) {
        if (!yuma_document_text_is(reading->document, node_at(reading->document, index)->text, form->choices[i])) continue;
        if (form->kind == YUMA_FORM_CHOICE) put(reading, at, &i, sizeof i);
        return true;
    }
    return refuse_choice(reading, form, index, place);
}

static bool read_one_of(yuma_reading *reading, const yuma_form *form, node_index index, uint32_t at, const yuma_place *place)
{
    for (uint16_t i = 0; is_kind(reading, index, NODE_INTEGER) && i < form->count; i++) {
        uint16_t number = form->numbers[i];
        if (node_at(reading->document, index)->integer != number) continue;
        put(reading, at, &number, sizeof number);
        reading->is_signed = number <= LAST_SIGNED_SPEC;
        return true;
    }
    return refuse_choice(reading, form, index, place);
}

static bool read_spec(yuma_reading *reading, const yuma_form *form, node_index index, uint32_t at, const yuma_place *place)
{
    static const char prefix[] = "spec-";
    const size_t prefix_length = sizeof prefix - 1;
    if (!is_kind(reading, index, NODE_STRING)) return refuse_choice(reading, form, index, place);
    span text = node_at(reading->document, index)->text;
    const char *name = reading->document->text + text.at;
    bool has_prefix = text.length > prefix_length && memcmp(name, prefix, prefix_length) == 0;
    yuma_u128 value;
    bool is_number = has_prefix && is_decimal(name + prefix_length, text.length - prefix_length, MOST_U64_DIGITS) &&
                     yuma_wide_read(name + prefix_length, text.length - prefix_length, &value);
    for (size_t i = 0; is_number && i < yuma_rule_set_count; i++) {
        uint16_t number = yuma_rule_set_numbers[i];
        if (value.high != 0 || value.low != number) continue;
        put(reading, at, &number, sizeof number);
        return true;
    }
    return refuse_choice(reading, form, index, place);
}

static bool read_boolean(yuma_reading *reading, node_index index, uint32_t at, const yuma_place *place)
{
    bool is_true = is_kind(reading, index, NODE_TRUE);
    if (!is_true && !is_kind(reading, index, NODE_FALSE)) return yuma_refuse(reading, place, "true or false", index);
    reading->message->bytes[at] = is_true ? 1 : 0;
    return true;
}

static int hexadecimal(char c)
{
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool read_bytes(yuma_reading *reading, const yuma_form *form, node_index index, uint32_t at, const yuma_place *place)
{
    const node *value = value_of(reading, index);
    bool is_read = value != NULL && value->kind == NODE_STRING && value->text.length == 2 * (uint32_t)form->size;
    for (uint32_t i = 0; is_read && i < form->size; i++) {
        const char *digits = reading->document->text + value->text.at + 2 * i;
        int high = hexadecimal(digits[0]), low = hexadecimal(digits[1]);
        is_read = high >= 0 && low >= 0;
        if (is_read) reading->message->bytes[at + i] = (uint8_t)(high << 4 | low);
    }
    return is_read || yuma_refuse(reading, place, "32 bytes as 64 hexadecimal digits", index);
}

/* Lists */

static bool read_items(yuma_reading *reading, const yuma_form *item, node_index array, uint32_t at, const yuma_place *place)
{
    const node *value = node_at(reading->document, array);
    yuma_list list = {.count = value->items.count};
    if (!reserve(reading, list.count, item->size, &list.offset)) return false;
    put(reading, at, &list, sizeof list);
    node_index index = value->items.first;
    for (uint32_t i = 0; i < list.count; i++, index = node_at(reading->document, index)->next) {
        yuma_place inner = yuma_place_at(place, i);
        if (!yuma_read_value(reading, item, index, list.offset + i * item->size, &inner)) return false;
    }
    return true;
}

static bool read_list(yuma_reading *reading, const yuma_form *form, node_index index, uint32_t at, const yuma_place *place)
{
    if (!is_kind(reading, index, NODE_ARRAY)) return yuma_refuse(reading, place, "an array", index);
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
    return read_u16(reading, first, uid_at, &uid) && read_u16(reading, node_at(reading->document, first)->next, value_at, &value);
}

/** How many pairs there are in rows that are arrays; the others are refused further on. */
static uint32_t count_pairs(const yuma_reading *reading, const node *rows)
{
    uint32_t count = 0;
    for (node_index i = rows->items.first; i != NO_NODE; i = node_at(reading->document, i)->next) {
        if (is_kind(reading, i, NODE_ARRAY)) count += node_at(reading->document, i)->items.count;
    }
    return count;
}

static bool read_rows(yuma_reading *reading, node_index index, uint32_t at, const yuma_place *place)
{
    if (!is_kind(reading, index, NODE_ARRAY)) return yuma_refuse(reading, place, "an array of a row for each uid", index);
    const node *given = node_at(reading->document, index);
    if (given->items.count != reading->uids) return yuma_refuse(reading, place, "as many rows as there are uids", index);
    yuma_rows rows;
    rows.starts.count = reading->uids + 1;
    rows.uids.count = rows.values.count = count_pairs(reading, given);
    if (!reserve(reading, rows.starts.count, sizeof(uint32_t), &rows.starts.offset)) return false;
    if (!reserve(reading, rows.uids.count, sizeof(uint16_t), &rows.uids.offset)) return false;
    if (!reserve(reading, rows.values.count, sizeof(uint16_t), &rows.values.offset)) return false;
    put(reading, at, &rows, sizeof rows);
    reading->entries += rows.uids.count;

    uint32_t entry = 0;
    node_index row = given->items.first;
    for (uint32_t i = 0; i < reading->uids; i++, row = node_at(reading->document, row)->next) {
        yuma_place row_place = yuma_place_at(place, i);
        if (!is_kind(reading, row, NODE_ARRAY)) return yuma_refuse(reading, &row_place, "a row of [uid, value] pairs", row);
        node_index pair = node_at(reading->document, row)->items.first;
        for (uint32_t k = 0; pair != NO_NODE; k++, entry++, pair = node_at(reading->document, pair)->next) {
            yuma_place pair_place = yuma_place_at(&row_place, k);
            if (!read_pair(reading, pair, rows.uids.offset + 2 * entry, rows.values.offset + 2 * entry, &pair_place)) return false;
        }
        put(reading, rows.starts.offset + 4 * (i + 1), &entry, sizeof entry);
    }
    return true;
}

static bool read_tuple(yuma_reading *reading, const yuma_form *form, node_index index, uint32_t at, const yuma_place *place)
{
    if (!is_kind(reading, index, NODE_ARRAY) || node_at(reading->document, index)->items.count != form->count) {
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

static bool read_optional(yuma_reading *reading, const yuma_form *form, node_index index, uint32_t at, const yuma_place *place)
{
    if (index == NO_NODE) return yuma_refuse(reading, place, "a value, or null for none", index);
    if (is_kind(reading, index, NODE_NULL)) return true;
    reading->message->bytes[at] = 1;
    return yuma_read_value(reading, form->of, index, at + form->value_offset, place);
}

bool yuma_read_value(yuma_reading *reading, const yuma_form *form, node_index index, uint32_t at, const yuma_place *place)
{
    switch (form->kind) {
    case YUMA_FORM_BOOLEAN:
        return read_boolean(reading, index, at, place);
    case YUMA_FORM_CHOICE:
    case YUMA_FORM_CONSTANT:
        return read_choice(reading, form, index, at, place);
    case YUMA_FORM_U16:
        return read_u16(reading, index, at, place);
    case YUMA_FORM_ONE_OF:
        return read_one_of(reading, form, index, at, place);
    case YUMA_FORM_SPEC:
        return read_spec(reading, form, index, at, place);
    case YUMA_FORM_U32:
        return read_u32(reading, index, at, place);
    case YUMA_FORM_I32:
        return read_narrow(reading, index, at, place);
    case YUMA_FORM_U64:
        return read_u64(reading, index, at, place);
    case YUMA_FORM_I64:
        return read_i64(reading, index, at, place);
    case YUMA_FORM_U128:
        return read_wide(reading, false, index, at, place);
    case YUMA_FORM_I128:
        return read_wide(reading, true, index, at, place);
    case YUMA_FORM_COINBASE:
        return read_coinbase(reading, index, at, place);
    case YUMA_FORM_BYTES32:
        return read_bytes(reading, form, index, at, place);
    case YUMA_FORM_OPTIONAL:
    case YUMA_FORM_SOMETIMES:
        return read_optional(reading, form, index, at, place);
    case YUMA_FORM_LIST:
    case YUMA_FORM_VECTOR:
        return read_list(reading, form, index, at, place);
    case YUMA_FORM_ROWS:
        return read_rows(reading, index, at, place);
    case YUMA_FORM_TUPLE:
        return read_tuple(reading, form, index, at, place);
    case YUMA_FORM_RECORD:
        return yuma_read_fields(reading, form, index, at, place, NULL);
    case YUMA_FORM_TEXT:
        break;
    }
    return yuma_refuse(reading, place, "a value that can be read", index);
}
