/** What the generated table of the functions is made of: docs/interface.md says what the forms mean. */
#ifndef YUMA_DESCRIPTIONS_H
#define YUMA_DESCRIPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef enum yuma_kind {
    YUMA_FORM_BOOLEAN,
    YUMA_FORM_CHOICE,
    YUMA_FORM_U16,
    YUMA_FORM_ONE_OF,
    YUMA_FORM_SPEC,
    YUMA_FORM_U32,
    YUMA_FORM_I32,
    YUMA_FORM_U64,
    YUMA_FORM_I64,
    YUMA_FORM_U128,
    YUMA_FORM_I128,
    YUMA_FORM_COINBASE,
    YUMA_FORM_BYTES32,
    YUMA_FORM_CONSTANT,
    YUMA_FORM_OPTIONAL,
    YUMA_FORM_SOMETIMES,
    YUMA_FORM_LIST,
    YUMA_FORM_VECTOR,
    YUMA_FORM_TEXT,
    YUMA_FORM_ROWS,
    YUMA_FORM_TUPLE,
    YUMA_FORM_RECORD
} yuma_kind;

typedef struct yuma_form yuma_form;

/** A field of a record, an item of a tuple, one of the three vectors of rows. */
typedef struct yuma_field {
    const char *name;
    const yuma_form *form;
    uint64_t absent;    /* what is where it may be absent and is; 0 of an optional value and of a list: none */
    uint32_t unread_by; /* a bit for each rule set that does not read it */
    uint16_t offset;
    bool may_be_absent;
} yuma_field;

struct yuma_form {
    const yuma_form *of; /* a list's items, an optional value */
    union {
        const yuma_field *fields;
        const char *const *choices;
        const uint16_t *numbers;
    };
    yuma_kind kind;
    uint16_t size;
    uint16_t align;
    uint16_t count;        /* of fields, choices, numbers */
    uint16_t value_offset; /* of an optional value behind its flag */
    bool per_uid;          /* of as many items as there are uids */
};

typedef enum yuma_module_number { YUMA_EPOCHS, YUMA_ECONOMICS, YUMA_MODULE_COUNT } yuma_module_number;

typedef struct yuma_description {
    const char *name;
    const yuma_form *input;
    const yuma_form *output;
    uint16_t number;
    yuma_module_number module;
} yuma_description;

extern const yuma_description yuma_descriptions[];
extern const size_t yuma_description_count;

/** The numbers of the rule sets, from the oldest to the newest: the bits of unread_by, from the lowest on. */
extern const uint16_t yuma_rule_set_numbers[];
extern const size_t yuma_rule_set_count;

/** What the chain's own epoch would have aborted on: the reason with number 1 is the first. */
extern const char *const yuma_trap_reasons[];
extern const size_t yuma_trap_reason_count;

/** NULL where there is no function of that number, or of that name. */
const yuma_description *yuma_description_numbered(uint32_t number);
const yuma_description *yuma_description_named(const char *name, size_t length);

#endif
