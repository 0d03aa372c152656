/** Makes a yuma_module of what wasm2c made of a module that it calls `name`. */
#ifndef YUMA_MODULE_OF_H
#define YUMA_MODULE_OF_H

#include "module.h"

/* wasm2c's functions take their instance by its own type, which a function pointer may not be cast away from. */
#define YUMA_MODULE_OF(name, symbol)                                       \
    static void start(void *instance)                                      \
    {                                                                      \
        wasm2c_##name##_instantiate(instance);                             \
    }                                                                      \
    static void end(void *instance)                                        \
    {                                                                      \
        wasm2c_##name##_free(instance);                                    \
    }                                                                      \
    static uint32_t version(void *instance)                                \
    {                                                                      \
        return w2c_##name##_version(instance);                             \
    }                                                                      \
    static uint32_t input(void *instance, uint32_t bytes)                  \
    {                                                                      \
        return w2c_##name##_input(instance, bytes);                        \
    }                                                                      \
    static uint32_t run(void *instance, uint32_t function, uint32_t flags) \
    {                                                                      \
        return w2c_##name##_run(instance, function, flags);                \
    }                                                                      \
    static uint32_t error_field(void *instance)                            \
    {                                                                      \
        return w2c_##name##_errorField(instance);                          \
    }                                                                      \
    static uint32_t error_offset(void *instance)                           \
    {                                                                      \
        return w2c_##name##_errorOffset(instance);                         \
    }                                                                      \
    static uint32_t output(void *instance)                                 \
    {                                                                      \
        return w2c_##name##_output(instance);                              \
    }                                                                      \
    static uint32_t output_length(void *instance)                          \
    {                                                                      \
        return w2c_##name##_outputLength(instance);                        \
    }                                                                      \
    static uint8_t *memory(void *instance)                                 \
    {                                                                      \
        return w2c_##name##_memory(instance)->data;                        \
    }                                                                      \
    const yuma_module symbol = {                                           \
        .instance_size = sizeof(w2c_##name),                               \
        .start = start,                                                    \
        .end = end,                                                        \
        .version = version,                                                \
        .input = input,                                                    \
        .run = run,                                                        \
        .error_field = error_field,                                        \
        .error_offset = error_offset,                                      \
        .output = output,                                                  \
        .output_length = output_length,                                    \
        .memory = memory,                                                  \
    }

#endif
