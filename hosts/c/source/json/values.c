/** Values of each form. */
#include "values.h"

#include "../explain.h"
#include "wide.h"

enum { MOST_SPEC_DIGITS = 5, LAST_SIGNED_SPEC = 260 };

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
    for (uint8_t i = 0; yuma_is_kind(reading, index, NODE_STRING) && i < form->count; i++) {
        if (!yuma_document_text_is(reading->document, node_at(reading->document, index)->text, form->choices[i])) continue;
        if (form->kind == YUMA_FORM_CHOICE) yuma_put_value(reading, at, &i, sizeof i);
        return true;
    }
    return refuse_choice(reading, form, index, place);
}

static bool read_one_of(yuma_reading *reading, const yuma_form *form, node_index index, uint32_t at, const yuma_place *place)
{
    for (uint16_t i = 0; yuma_is_kind(reading, index, NODE_INTEGER) && i < form->count; i++) {
        uint16_t number = form->numbers[i];
        if (node_at(reading->document, index)->integer != number) continue;
        yuma_put_value(reading, at, &number, sizeof number);
        reading->is_signed = number <= LAST_SIGNED_SPEC;
        return true;
    }
    return refuse_choice(reading, form, index, place);
}

static bool read_spec(yuma_reading *reading, const yuma_form *form, node_index index, uint32_t at, const yuma_place *place)
{
    static const char prefix[] = "spec-";
    const size_t prefix_length = sizeof prefix - 1;
    if (!yuma_is_kind(reading, index, NODE_STRING)) return refuse_choice(reading, form, index, place);
    span text = node_at(reading->document, index)->text;
    const char *name = reading->document->text + text.at;
    bool has_prefix = text.length > prefix_length && memcmp(name, prefix, prefix_length) == 0;
    yuma_u128 value;
    bool is_number = has_prefix && yuma_is_decimal(name + prefix_length, text.length - prefix_length, MOST_SPEC_DIGITS) &&
                     yuma_wide_read(name + prefix_length, text.length - prefix_length, &value);
    for (size_t i = 0; is_number && i < yuma_rule_set_count; i++) {
        uint16_t number = yuma_rule_set_numbers[i];
        if (value.high != 0 || value.low != number) continue;
        yuma_put_value(reading, at, &number, sizeof number);
        return true;
    }
    return refuse_choice(reading, form, index, place);
}

static bool read_boolean(yuma_reading *reading, node_index index, uint32_t at, const yuma_place *place)
{
    bool is_true = yuma_is_kind(reading, index, NODE_TRUE);
    if (!is_true && !yuma_is_kind(reading, index, NODE_FALSE)) return yuma_refuse(reading, place, "true or false", index);
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
    const node *value = index == NO_NODE ? NULL : node_at(reading->document, index);
    bool is_read = value != NULL && value->kind == NODE_STRING && value->text.length == 2 * (uint32_t)form->size;
    for (uint32_t i = 0; is_read && i < form->size; i++) {
        const char *digits = reading->document->text + value->text.at + 2 * i;
        int high = hexadecimal(digits[0]), low = hexadecimal(digits[1]);
        is_read = high >= 0 && low >= 0;
        if (is_read) reading->message->bytes[at + i] = (uint8_t)(high << 4 | low);
    }
    return is_read || yuma_refuse(reading, place, "32 bytes as 64 hexadecimal digits", index);
}

static bool read_optional(yuma_reading *reading, const yuma_form *form, node_index index, uint32_t at, const yuma_place *place)
{
    if (index == NO_NODE) return yuma_refuse(reading, place, "a value, or null for none", index);
    if (yuma_is_kind(reading, index, NODE_NULL)) return true;
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
    case YUMA_FORM_ONE_OF:
        return read_one_of(reading, form, index, at, place);
    case YUMA_FORM_SPEC:
        return read_spec(reading, form, index, at, place);
    case YUMA_FORM_U16:
    case YUMA_FORM_U32:
    case YUMA_FORM_I32:
    case YUMA_FORM_U64:
    case YUMA_FORM_I64:
    case YUMA_FORM_U128:
    case YUMA_FORM_I128:
    case YUMA_FORM_COINBASE:
        return yuma_read_number(reading, form->kind, index, at, place);
    case YUMA_FORM_BYTES32:
        return read_bytes(reading, form, index, at, place);
    case YUMA_FORM_OPTIONAL:
    case YUMA_FORM_SOMETIMES:
        return read_optional(reading, form, index, at, place);
    case YUMA_FORM_LIST:
    case YUMA_FORM_VECTOR:
        return yuma_read_list(reading, form, index, at, place);
    case YUMA_FORM_ROWS:
        return yuma_read_rows(reading, index, at, place);
    case YUMA_FORM_TUPLE:
        return yuma_read_tuple(reading, form, index, at, place);
    case YUMA_FORM_RECORD:
        return yuma_read_fields(reading, form, index, at, place, NULL);
    case YUMA_FORM_TEXT:
        break;
    }
    return yuma_refuse(reading, place, "a value that can be read", index);
}
