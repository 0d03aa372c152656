/** What was expected and what came, in words. */
#ifndef YUMA_EXPLAIN_H
#define YUMA_EXPLAIN_H

#include "locate.h"

/** Of a value that a module refused with a status. */
void yuma_explain(yuma_buffer *text, int status, const yuma_message *message, yuma_located value);

/** "one of the rule sets spec-127, ..." */
void yuma_explain_rule_sets(yuma_buffer *text);

/** "one of current, previous, auto", of a form that has choices or numbers. */
void yuma_explain_choices(yuma_buffer *text, const yuma_form *form);

#endif
