#include <stdlib.h>
#include <string.h>

#include "explain.h"
#include "module.h"
#include "runtime.h"

struct yuma_engine {
    /** NULL until it is needed, and after anything has gone wrong in it: memory never shrinks */
    void *instances[YUMA_MODULE_COUNT];
    yuma_error error;
    yuma_buffer path;
    yuma_buffer text;
};

static const yuma_module *const MODULES[YUMA_MODULE_COUNT] = {
    [YUMA_EPOCHS] = &yuma_epochs_module,
    [YUMA_ECONOMICS] = &yuma_economics_module,
};

enum { DIGEST_AT = 16, RULE_SET_AT = 48 };

yuma_engine *yuma_open(void)
{
    return calloc(1, sizeof(yuma_engine));
}

static void end_instance(yuma_engine *engine, yuma_module_number number)
{
    if (engine->instances[number] == NULL) return;
    MODULES[number]->end(engine->instances[number]);
    free(engine->instances[number]);
    engine->instances[number] = NULL;
}

void yuma_close(yuma_engine *engine)
{
    if (engine == NULL) return;
    for (int i = 0; i < YUMA_MODULE_COUNT; i++) end_instance(engine, (yuma_module_number)i);
    yuma_buffer_free(&engine->path);
    yuma_buffer_free(&engine->text);
    free(engine);
}

/** What is asked of a module, and what it gave. */
typedef struct call {
    const yuma_module *module;
    void *instance;
    const yuma_message *message;
    uint32_t function;
    uint32_t flags;
    int status;
    uint32_t field;
    uint32_t offset;
    uint32_t output;
    uint32_t output_length;
} call;

static void start_module(void *argument)
{
    call *asked = argument;
    asked->module->start(asked->instance);
    asked->status = asked->module->version(asked->instance) == YUMA_INTERFACE_VERSION ? YUMA_FINE : YUMA_INTERNAL;
}

static void run_module(void *argument)
{
    call *asked = argument;
    const yuma_module *module = asked->module;
    uint32_t at = module->input(asked->instance, (uint32_t)asked->message->length);
    asked->status = YUMA_MEMORY;
    if (at == 0) return;
    memcpy(module->memory(asked->instance) + at, asked->message->bytes, asked->message->length);
    asked->status = (int)module->run(asked->instance, asked->function, asked->flags);
    if (asked->status == YUMA_FINE) {
        asked->output = module->output(asked->instance);
        asked->output_length = module->output_length(asked->instance);
    } else {
        asked->field = module->error_field(asked->instance);
        asked->offset = module->error_offset(asked->instance);
    }
}

/** Sets call.instance. */
static int start_instance(yuma_engine *engine, yuma_module_number number, call *asked)
{
    asked->instance = engine->instances[number];
    if (asked->instance != NULL) return YUMA_FINE;
    asked->instance = calloc(1, asked->module->instance_size);
    if (asked->instance == NULL) return YUMA_MEMORY;
    engine->instances[number] = asked->instance;
    if (yuma_guarded(start_module, asked) != 0) asked->status = YUMA_MEMORY;
    if (asked->status != YUMA_FINE) end_instance(engine, number);
    return asked->status;
}

static int fail(yuma_engine *engine, int status, const char *message)
{
    engine->error = (yuma_error){.status = status, .name = "", .path = ""};
    engine->error.message = message;
    return status;
}

static int refuse(yuma_engine *engine, const call *asked, const yuma_form *input)
{
    if (asked->field == 0 || asked->field > input->count) return fail(engine, asked->status, "expected a message for this function");
    yuma_buffer_clear(&engine->path);
    yuma_buffer_clear(&engine->text);
    yuma_error *error = &engine->error;
    *error = (yuma_error){.status = asked->status, .field = asked->field, .offset = asked->offset};
    error->name = input->fields[asked->field - 1].name;
    error->path = "";
    if (asked->status == YUMA_TRAPPED) {
        yuma_buffer_text(&engine->text, "the chain would have aborted: ");
        yuma_buffer_text(&engine->text, yuma_trap_reason(error));
    } else {
        yuma_located value = yuma_locate(asked->message, input, asked->field - 1, asked->offset, &engine->path);
        error->path = yuma_buffer_string(&engine->path);
        yuma_buffer_text(&engine->text, error->path);
        yuma_buffer_text(&engine->text, ": ");
        yuma_explain(&engine->text, asked->status, asked->message, value);
    }
    error->message = yuma_buffer_string(&engine->text);
    return asked->status;
}

static const char *reason_of(int status)
{
    switch (status) {
    case YUMA_MEMORY:
        return "this input does not fit into memory";
    case YUMA_UNKNOWN_FUNCTION:
        return "expected one of the functions of enum yuma_function";
    case YUMA_NOT_A_MESSAGE:
        return "expected a message that was begun, with a struct of its function";
    default:
        return "a module failed; please report it with this input";
    }
}

static void read_answer(yuma_answer *answer, const call *asked)
{
    answer->bytes = asked->module->memory(asked->instance) + asked->output;
    answer->length = asked->output_length;
    answer->result = answer->bytes + YUMA_OUTPUT_HEAD;
    answer->digest = answer->bytes + DIGEST_AT;
    answer->function = (uint16_t)asked->function;
    memcpy(&answer->rule_set, answer->bytes + RULE_SET_AT, sizeof answer->rule_set);
}

int yuma_run(yuma_engine *engine, const yuma_message *message, uint32_t flags, yuma_answer *answer)
{
    *answer = (yuma_answer){0};
    engine->error = (yuma_error){.name = "", .path = "", .message = ""};
    if (message->status != YUMA_FINE) return fail(engine, message->status, reason_of(message->status));
    if (message->length < YUMA_INPUT_HEAD) return fail(engine, YUMA_NOT_A_MESSAGE, reason_of(YUMA_NOT_A_MESSAGE));
    uint16_t function;
    memcpy(&function, message->bytes + 6, sizeof function);
    const yuma_description *described = yuma_description_numbered(function);
    if (described == NULL) return fail(engine, YUMA_UNKNOWN_FUNCTION, reason_of(YUMA_UNKNOWN_FUNCTION));

    call asked = {.module = MODULES[described->module], .message = message, .function = function, .flags = flags};
    int status = start_instance(engine, described->module, &asked);
    if (status == YUMA_FINE) status = yuma_guarded(run_module, &asked) == 0 ? asked.status : YUMA_INTERNAL;
    if (status == YUMA_MEMORY || status == YUMA_INTERNAL) {
        end_instance(engine, described->module);
        return fail(engine, status, reason_of(status));
    }
    if (status != YUMA_FINE) return refuse(engine, &asked, described->input);
    read_answer(answer, &asked);
    return YUMA_FINE;
}

const yuma_error *yuma_last_error(const yuma_engine *engine)
{
    return &engine->error;
}

const char *yuma_trap_reason(const yuma_error *error)
{
    bool is_known = error->status == YUMA_TRAPPED && error->offset >= 1 && error->offset <= yuma_trap_reason_count;
    return is_known ? yuma_trap_reasons[error->offset - 1] : "";
}

const char *yuma_code(int status)
{
    switch (status) {
    case YUMA_FINE:
        return "";
    case YUMA_LENGTH:
    case YUMA_VALUE:
    case YUMA_UNKNOWN_RULE_SET:
        return "invalid-input";
    case YUMA_MEMORY:
        return "too-large";
    case YUMA_TRAPPED:
        return "chain-trap";
    case YUMA_UNKNOWN_FUNCTION:
        return "unknown-function";
    case YUMA_MALFORMED_JSON:
        return "malformed-json";
    default:
        return "internal";
    }
}
