/*
 * The runtime of wasm-rt.h, as far as modules without imports and exceptions, whose tables do not grow, need it. wasm2c has one of its own,
 * which ends the process where memory does not suffice, and sets signal handlers.
 */
#define _DEFAULT_SOURCE /* MAP_ANONYMOUS */
#include "runtime_names.h"

#include "runtime.h"

#include <setjmp.h>

#include "wasm-rt.h"

#if WASM_RT_USE_MMAP
#include <sys/mman.h>
#endif

#if !WASM_RT_STACK_DEPTH_COUNT || WASM_RT_INSTALL_SIGNAL_HANDLER
#error "The modules have to be built without wasm2c's signal handlers: WASM_RT_SKIP_SIGNAL_RECOVERY=1"
#endif

_Thread_local uint32_t wasm_rt_call_stack_depth;

/** Where a trap of this thread goes, and its reason. A trap does not say which instance it is of. */
static _Thread_local jmp_buf *target;
static _Thread_local int reason;

int yuma_guarded(yuma_guarded_call *call, void *argument)
{
    jmp_buf here;
    jmp_buf *outer = target;
    uint32_t depth = wasm_rt_call_stack_depth;
    target = &here;
    if (setjmp(here) == 0) {
        call(argument);
        target = outer;
        return WASM_RT_TRAP_NONE;
    }
    wasm_rt_call_stack_depth = depth;
    target = outer;
    return reason;
}

void wasm_rt_trap(wasm_rt_trap_t code)
{
    reason = (int)code;
    longjmp(*target, 1);
}

bool wasm_rt_is_initialized(void)
{
    return true;
}

#if WASM_RT_USE_MMAP

/*
 * An address is 32 bits, and so is the offset in an instruction: what is read there ends within 8 GiB and a page, and
 * whatever is not the module's memory is in pages that may not be touched.
 */
static const size_t RESERVED = ((size_t)8 << 30) + 65536;

#ifndef MAP_NORESERVE
#define MAP_NORESERVE 0
#endif

static uint8_t *reserve(size_t size)
{
    void *bytes = mmap(NULL, RESERVED, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (bytes == MAP_FAILED) return NULL;
    if (mprotect(bytes, size, PROT_READ | PROT_WRITE) == 0) return bytes;
    munmap(bytes, RESERVED);
    return NULL;
}

static bool grow(wasm_rt_memory_t *memory, uint64_t size)
{
    return mprotect(memory->data + memory->size, size - memory->size, PROT_READ | PROT_WRITE) == 0;
}

static void release(wasm_rt_memory_t *memory)
{
    if (memory->data != NULL) munmap(memory->data, RESERVED);
}

#else

static uint8_t *reserve(size_t size)
{
    return calloc(1, size);
}

static bool grow(wasm_rt_memory_t *memory, uint64_t size)
{
    if (size > SIZE_MAX) return false;
    uint8_t *bytes = realloc(memory->data, (size_t)size);
    if (bytes == NULL) return false;
    memset(bytes + memory->size, 0, (size_t)(size - memory->size));
    memory->data = bytes;
    return true;
}

static void release(wasm_rt_memory_t *memory)
{
    free(memory->data);
}

#endif

void wasm_rt_allocate_memory(wasm_rt_memory_t *memory, uint64_t pages, uint64_t most_pages, bool is64, uint32_t page_size)
{
    uint64_t size = pages * page_size;
    memory->data = reserve((size_t)size);
    if (memory->data == NULL) wasm_rt_trap(WASM_RT_TRAP_OOB);
    memory->data_end = memory->data + size;
    memory->page_size = page_size;
    memory->pages = pages;
    memory->max_pages = most_pages;
    memory->size = size;
    memory->is64 = is64;
}

uint64_t wasm_rt_grow_memory(wasm_rt_memory_t *memory, uint64_t more)
{
    uint64_t before = memory->pages;
    if (more > memory->max_pages - before) return UINT64_MAX;
    uint64_t pages = before + more;
    uint64_t size = pages * memory->page_size;
    if (more > 0 && !grow(memory, size)) return UINT64_MAX;
    memory->pages = pages;
    memory->size = size;
    memory->data_end = memory->data + size;
    return before;
}

void wasm_rt_free_memory(wasm_rt_memory_t *memory)
{
    release(memory);
    memory->data = NULL;
}

void wasm_rt_allocate_funcref_table(wasm_rt_funcref_table_t *table, uint32_t size, uint32_t most)
{
    table->data = calloc(size > 0 ? size : 1, sizeof *table->data);
    if (table->data == NULL) wasm_rt_trap(WASM_RT_TRAP_OOB);
    table->size = size;
    table->max_size = most;
}

void wasm_rt_free_funcref_table(wasm_rt_funcref_table_t *table)
{
    free(table->data);
    table->data = NULL;
}
