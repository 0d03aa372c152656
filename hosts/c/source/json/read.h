/** Values of a document into messages. What is wrong is refused in the order in which the package in TypeScript refuses it. */
#ifndef YUMA_JSON_READ_H
#define YUMA_JSON_READ_H

#include "../descriptions.h"
#include "../place.h"
#include "document.h"
#include "yuma.h"

/** A reading of one input. */
typedef struct yuma_reading {
    const document *document;
    yuma_message *message;
    document_error *error;
    /** what is refused if nothing else is */
    document_error *late;
    uint32_t uids;
    /** a state's fields are looked at all together before any is read */
    bool is_state;
    /** 128-bit numbers whose sign the rule set decides have one */
    bool is_signed;
    /** stored weights and bonds */
    uint64_t entries;
} yuma_reading;

/** Notes what was expected at a place and what is there. @return false */
bool yuma_refuse(yuma_reading *reading, const yuma_place *place, const char *expected, node_index got);

/** Fields of a record by their places in its description; those that an object lacks are NO_NODE. */
enum { YUMA_MOST_FIELDS = 64 };

/**
 * Finds them, and refuses the first name that is no field: indices in their order, then the others in theirs.
 * @param may_have_remarks whether there may be names that are not read
 */
bool yuma_find_fields(yuma_reading *reading, const yuma_form *record, node_index object, const yuma_place *place, bool may_have_remarks,
                      node_index found[YUMA_MOST_FIELDS]);

/**
 * The same and more: refuses what is no object, and where several fields are missing. Where the rule set is
 * to decide which fields are read, `unread` becomes its bit.
 */
bool yuma_take_fields(yuma_reading *reading, const yuma_form *record, node_index object, const yuma_place *place, uint32_t *unread,
                      node_index found[YUMA_MOST_FIELDS]);

/** One value, at a byte of the message. */
bool yuma_read_value(yuma_reading *reading, const yuma_form *form, node_index index, uint32_t at, const yuma_place *place);

/** The fields of an object, each once all are found. `unread`: NULL where all are read. */
bool yuma_read_fields(yuma_reading *reading, const yuma_form *record, node_index object, uint32_t at, const yuma_place *place,
                      uint32_t *unread);

#endif
