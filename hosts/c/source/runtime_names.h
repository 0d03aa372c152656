/**
 * The names of wasm2c's runtime as ours, so that a program may have another one beside it. Comes before everything else in
 * a source that has to do with the modules.
 */
#ifndef YUMA_RUNTIME_NAMES_H
#define YUMA_RUNTIME_NAMES_H

#define wasm_rt_allocate_funcref_table yuma_rt_allocate_funcref_table
#define wasm_rt_allocate_memory yuma_rt_allocate_memory
#define wasm_rt_call_stack_depth yuma_rt_call_stack_depth
#define wasm_rt_free_funcref_table yuma_rt_free_funcref_table
#define wasm_rt_free_memory yuma_rt_free_memory
#define wasm_rt_grow_memory yuma_rt_grow_memory
#define wasm_rt_is_initialized yuma_rt_is_initialized
#define wasm_rt_trap yuma_rt_trap

#endif
