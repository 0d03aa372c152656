/*
 * Sparse matrices as the chain holds them: one vector a row, of (uid, value) pairs in stored order. Functions
 * named in the imperative change rows in place, the others allocate a matrix of their own.
 */
#include <stdlib.h>
#include <string.h>
#include "fixed.h"

typedef struct {
    uint16_t uid;
    int64_t value;
} Entry;

typedef struct {
    uint32_t length;
    uint32_t capacity;
    Entry *entries;
} Row;

static void *allocate(size_t count, size_t size) {
    void *memory = calloc(count ? count : 1, size);
    if (memory == NULL) abort();
    return memory;
}

/* Grows as the chain's vectors do: nothing at first, then 4 entries, then twice as many each time. */
static void push(Row *row, uint16_t uid, int64_t value) {
    if (row->length == row->capacity) {
        row->capacity = row->capacity ? row->capacity * 2 : 4;
        row->entries = realloc(row->entries, row->capacity * sizeof(Entry));
        if (row->entries == NULL) abort();
    }
    row->entries[row->length++] = (Entry){uid, value};
}

static void free_rows(Row *rows, uint32_t n) {
    if (rows == NULL) return;
    for (uint32_t i = 0; i < n; i++) free(rows[i].entries);
    free(rows);
}

static Row *clone(const Row *rows, uint32_t n) {
    Row *copy = allocate(n, sizeof(Row));
    for (uint32_t i = 0; i < n; i++) {
        if (rows[i].length == 0) continue;
        copy[i] = (Row){rows[i].length, rows[i].length, allocate(rows[i].length, sizeof(Entry))};
        memcpy(copy[i].entries, rows[i].entries, rows[i].length * sizeof(Entry));
    }
    return copy;
}

static int64_t row_sum(const Row *row) {
    uint64_t sum = 0;
    for (uint32_t k = 0; k < row->length; k++) sum += (uint64_t)row->entries[k].value;
    return (int64_t)sum;
}

static void normalize_rows(Row *rows, uint32_t n) {
    for (uint32_t i = 0; i < n; i++) {
        int64_t sum = row_sum(&rows[i]);
        if (sum <= 0) continue;
        for (uint32_t k = 0; k < rows[i].length; k++) {
            rows[i].entries[k].value = divide_safe(rows[i].entries[k].value, sum);
        }
    }
}

static void divide_columns(Row *rows, uint32_t n, const int64_t *divisors) {
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t k = 0; k < rows[i].length; k++) {
            Entry *entry = &rows[i].entries[k];
            if (divisors[entry->uid] != 0) entry->value = divide_safe(entry->value, divisors[entry->uid]);
        }
    }
}

static void normalize_columns(Row *rows, uint32_t n) {
    int64_t *totals = allocate(n, sizeof(int64_t));
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t k = 0; k < rows[i].length; k++) {
            Entry entry = rows[i].entries[k];
            totals[entry.uid] = add(totals[entry.uid], entry.value);
        }
    }
    divide_columns(rows, n, totals);
    free(totals);
}

/* Scales every column so that its largest value becomes one. */
static void upscale_columns(Row *rows, uint32_t n) {
    int64_t *maxima = allocate(n, sizeof(int64_t));
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t k = 0; k < rows[i].length; k++) {
            Entry entry = rows[i].entries[k];
            if (entry.value > maxima[entry.uid]) maxima[entry.uid] = entry.value;
        }
    }
    divide_columns(rows, n, maxima);
    free(maxima);
}
