/** A WebAssembly module as docs/interface.md describes it, whichever it is. Its functions may trap: yuma_guarded. */
#ifndef YUMA_MODULE_H
#define YUMA_MODULE_H

#include <stddef.h>
#include <stdint.h>

typedef struct yuma_module {
    size_t instance_size;
    void (*start)(void *instance);
    void (*end)(void *instance);
    uint32_t (*version)(void *instance);
    uint32_t (*input)(void *instance, uint32_t bytes);
    uint32_t (*run)(void *instance, uint32_t function, uint32_t flags);
    uint32_t (*error_field)(void *instance);
    uint32_t (*error_offset)(void *instance);
    uint32_t (*output)(void *instance);
    uint32_t (*output_length)(void *instance);
    /** the first byte of memory, which moves as it grows */
    uint8_t *(*memory)(void *instance);
} yuma_module;

extern const yuma_module yuma_epochs_module;
extern const yuma_module yuma_economics_module;

#endif
