#include "write.h"

#include <string.h>

#include "../quoted.h"
#include "wide.h"

static void write_value(const yuma_writing *writing, const yuma_form *form, size_t at);

static void write_text(const yuma_writing *writing, const char *text)
{
    yuma_buffer_text(writing->text, text);
}

static void write_character(const yuma_writing *writing, char character)
{
    yuma_buffer_character(writing->text, character);
}

static uint64_t unsigned_at(const yuma_writing *writing, size_t at, size_t size)
{
    uint64_t value = 0;
    memcpy(&value, writing->bytes + at, size);
    return value;
}

static int64_t signed_at(const yuma_writing *writing, size_t at, size_t size)
{
    if (size == sizeof(int32_t)) return (int32_t)unsigned_at(writing, at, size);
    return (int64_t)unsigned_at(writing, at, size);
}

static void write_in_quotes(const yuma_writing *writing, const yuma_form *form, size_t at)
{
    yuma_u128 wide;
    write_character(writing, '"');
    switch (form->kind) {
    case YUMA_FORM_U64:
        yuma_buffer_unsigned(writing->text, unsigned_at(writing, at, sizeof(uint64_t)));
        break;
    case YUMA_FORM_I64:
        yuma_buffer_signed(writing->text, signed_at(writing, at, sizeof(int64_t)));
        break;
    default:
        memcpy(&wide, writing->bytes + at, sizeof wide);
        if (form->kind == YUMA_FORM_I128 || (form->kind == YUMA_FORM_COINBASE && writing->is_signed))
            yuma_wide_write_signed(writing->text, wide);
        else yuma_wide_write(writing->text, wide);
    }
    write_character(writing, '"');
}

static void write_bytes(const yuma_writing *writing, const yuma_form *form, size_t at)
{
    write_character(writing, '"');
    for (uint16_t i = 0; i < form->size; i++) {
        write_character(writing, "0123456789abcdef"[writing->bytes[at + i] >> 4]);
        write_character(writing, "0123456789abcdef"[writing->bytes[at + i] & 0xf]);
    }
    write_character(writing, '"');
}

static yuma_list list_at(const yuma_writing *writing, size_t at)
{
    yuma_list list;
    memcpy(&list, writing->bytes + at, sizeof list);
    return list;
}

static void write_list(const yuma_writing *writing, const yuma_form *item, size_t at)
{
    yuma_list list = list_at(writing, at);
    write_character(writing, '[');
    for (uint32_t i = 0; i < list.count; i++) {
        if (i > 0) write_character(writing, ',');
        write_value(writing, item, list.offset + (size_t)i * item->size);
    }
    write_character(writing, ']');
}

static void write_rows(const yuma_writing *writing, const yuma_form *form, size_t at)
{
    yuma_list starts = list_at(writing, at + form->fields[0].offset);
    yuma_list uids = list_at(writing, at + form->fields[1].offset);
    yuma_list values = list_at(writing, at + form->fields[2].offset);
    const yuma_form *value = form->fields[2].form->of;
    uint64_t entry = 0;
    write_character(writing, '[');
    for (uint32_t i = 1; i < starts.count; i++) {
        uint64_t end = unsigned_at(writing, starts.offset + (size_t)i * 4, 4);
        write_text(writing, i > 1 ? ",[" : "[");
        for (bool is_first = true; entry < end; entry++, is_first = false) {
            write_text(writing, is_first ? "[" : ",[");
            yuma_buffer_unsigned(writing->text, unsigned_at(writing, uids.offset + entry * 2, 2));
            write_character(writing, ',');
            write_value(writing, value, values.offset + entry * value->size);
            write_character(writing, ']');
        }
        write_character(writing, ']');
    }
    write_character(writing, ']');
}

static bool is_left_out(const yuma_writing *writing, const yuma_field *field, size_t at)
{
    return field->form->kind == YUMA_FORM_SOMETIMES && writing->bytes[at + field->offset] == 0;
}

/** `count`: of the fields, from the first on. */
static void write_fields(const yuma_writing *writing, const yuma_form *form, uint16_t count, size_t at)
{
    bool is_first = true;
    write_character(writing, '{');
    for (uint16_t i = 0; i < count; i++) {
        const yuma_field *field = &form->fields[i];
        if (is_left_out(writing, field, at)) continue;
        write_text(writing, is_first ? "\"" : ",\"");
        write_text(writing, field->name);
        write_text(writing, "\":");
        write_value(writing, field->form, at + field->offset);
        is_first = false;
    }
    write_character(writing, '}');
}

static void write_tuple(const yuma_writing *writing, const yuma_form *form, size_t at)
{
    for (uint16_t i = 0; i < form->count; i++) {
        write_character(writing, i == 0 ? '[' : ',');
        write_value(writing, form->fields[i].form, at + form->fields[i].offset);
    }
    write_character(writing, ']');
}

static void write_value(const yuma_writing *writing, const yuma_form *form, size_t at)
{
    yuma_list text;
    switch (form->kind) {
    case YUMA_FORM_BOOLEAN:
        write_text(writing, writing->bytes[at] != 0 ? "true" : "false");
        return;
    case YUMA_FORM_CHOICE:
    case YUMA_FORM_CONSTANT:
        write_character(writing, '"');
        write_text(writing, form->choices[form->kind == YUMA_FORM_CHOICE ? writing->bytes[at] : 0]);
        write_character(writing, '"');
        return;
    case YUMA_FORM_U16:
    case YUMA_FORM_ONE_OF:
    case YUMA_FORM_U32:
        yuma_buffer_unsigned(writing->text, unsigned_at(writing, at, form->size));
        return;
    case YUMA_FORM_I32:
        yuma_buffer_signed(writing->text, signed_at(writing, at, form->size));
        return;
    case YUMA_FORM_SPEC:
        write_text(writing, "\"spec-");
        yuma_buffer_unsigned(writing->text, unsigned_at(writing, at, form->size));
        write_character(writing, '"');
        return;
    case YUMA_FORM_U64:
    case YUMA_FORM_I64:
    case YUMA_FORM_U128:
    case YUMA_FORM_I128:
    case YUMA_FORM_COINBASE:
        write_in_quotes(writing, form, at);
        return;
    case YUMA_FORM_BYTES32:
        write_bytes(writing, form, at);
        return;
    case YUMA_FORM_OPTIONAL:
    case YUMA_FORM_SOMETIMES:
        if (writing->bytes[at] == 0) write_text(writing, "null");
        else write_value(writing, form->of, at + form->value_offset);
        return;
    case YUMA_FORM_LIST:
    case YUMA_FORM_VECTOR:
        write_list(writing, form->of, at);
        return;
    case YUMA_FORM_TEXT:
        text = list_at(writing, at);
        yuma_quoted_all(writing->text, (const char *)writing->bytes + text.offset, text.count);
        return;
    case YUMA_FORM_ROWS:
        write_rows(writing, form, at);
        return;
    case YUMA_FORM_TUPLE:
        write_tuple(writing, form, at);
        return;
    case YUMA_FORM_RECORD:
        write_fields(writing, form, form->count, at);
        return;
    }
}

/** The last field of an epoch's result. */
static const yuma_field *trace_of(const yuma_description *described)
{
    const yuma_field *last = &described->output->fields[described->output->count - 1];
    return described->module == YUMA_EPOCHS && strcmp(last->name, "trace") == 0 ? last : NULL;
}

void yuma_write_result(const yuma_writing *writing, const yuma_description *described)
{
    const yuma_form *output = described->output;
    uint16_t count = trace_of(described) == NULL ? output->count : (uint16_t)(output->count - 1);
    /* The one result that is written as the list that it has alone. */
    if (described->number == YUMA_INHERITED_STAKE_195)
        write_value(writing, output->fields[0].form, YUMA_OUTPUT_HEAD + (size_t)output->fields[0].offset);
    else write_fields(writing, output, count, YUMA_OUTPUT_HEAD);
}

void yuma_write_trace(const yuma_writing *writing, const yuma_description *described)
{
    const yuma_field *trace = trace_of(described);
    size_t at = YUMA_OUTPUT_HEAD + (size_t)trace->offset;
    if (described->number == YUMA_EPOCH) write_value(writing, trace->form->of, list_at(writing, at).offset);
    else write_value(writing, trace->form, at);
}
