#include "explain.h"

#include <string.h>

static void separate(yuma_buffer *text, size_t i)
{
    if (i > 0) yuma_buffer_text(text, ", ");
}

void yuma_explain_rule_sets(yuma_buffer *text)
{
    yuma_buffer_text(text, "one of the rule sets ");
    for (size_t i = 0; i < yuma_rule_set_count; i++) {
        separate(text, i);
        yuma_buffer_text(text, "spec-");
        yuma_buffer_unsigned(text, yuma_rule_set_numbers[i]);
    }
}

void yuma_explain_choices(yuma_buffer *text, const yuma_form *form)
{
    yuma_buffer_text(text, "one of ");
    for (uint16_t i = 0; i < form->count; i++) {
        separate(text, i);
        if (form->kind == YUMA_FORM_ONE_OF) yuma_buffer_unsigned(text, form->numbers[i]);
        else yuma_buffer_text(text, form->choices[i]);
    }
}

static void expect_value(yuma_buffer *text, const yuma_form *form)
{
    switch (form == NULL ? YUMA_FORM_CONSTANT : form->kind) {
    case YUMA_FORM_BOOLEAN:
    case YUMA_FORM_OPTIONAL:
    case YUMA_FORM_SOMETIMES:
        yuma_buffer_text(text, "0 or 1");
        return;
    case YUMA_FORM_CHOICE:
    case YUMA_FORM_ONE_OF:
        yuma_explain_choices(text, form);
        return;
    case YUMA_FORM_SPEC:
        yuma_buffer_text(text, "a rule set that has this function");
        return;
    default:
        yuma_buffer_text(text, "a value as docs/interface.md says");
    }
}

static uint64_t unsigned_at(const uint8_t *bytes, size_t size)
{
    uint64_t value = 0;
    memcpy(&value, bytes, size);
    return value;
}

/** A list shows how long it is. */
static void show_value(yuma_buffer *text, const yuma_message *message, yuma_located value)
{
    const uint8_t *bytes = message->bytes + value.at;
    int32_t narrow;
    int64_t wide;
    switch (value.form->kind) {
    case YUMA_FORM_I32:
        memcpy(&narrow, bytes, sizeof narrow);
        yuma_buffer_signed(text, narrow);
        return;
    case YUMA_FORM_I64:
        memcpy(&wide, bytes, sizeof wide);
        yuma_buffer_signed(text, wide);
        return;
    case YUMA_FORM_LIST:
    case YUMA_FORM_VECTOR:
    case YUMA_FORM_TEXT:
        yuma_buffer_unsigned(text, unsigned_at(bytes + 4, 4));
        yuma_buffer_text(text, " items");
        return;
    case YUMA_FORM_OPTIONAL:
    case YUMA_FORM_SOMETIMES:
        yuma_buffer_unsigned(text, *bytes);
        return;
    default:
        if (value.form->size <= sizeof(uint64_t)) yuma_buffer_unsigned(text, unsigned_at(bytes, value.form->size));
        else yuma_buffer_text(text, "another value");
    }
}

void yuma_explain(yuma_buffer *text, int status, const yuma_message *message, yuma_located value)
{
    yuma_buffer_text(text, "expected ");
    if (status == YUMA_UNKNOWN_RULE_SET) yuma_explain_rule_sets(text);
    else if (status == YUMA_LENGTH) yuma_buffer_text(text, "a list within the message, of as many items as it has to have");
    else expect_value(text, value.form);
    if (value.form == NULL) return;
    yuma_buffer_text(text, ", got ");
    show_value(text, message, value);
}
