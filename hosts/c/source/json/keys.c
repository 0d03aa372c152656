#include "keys.h"

#include <stdlib.h>
#include <string.h>

enum { FEW_KEYS = 8, LEAST_ROOM = 64 };

static size_t hash_of(const document *document, node_index object, span key)
{
    uint64_t hash = UINT64_C(14695981039346656037) ^ object;
    for (uint32_t i = 0; i < key.length; i++) hash = (hash ^ (unsigned char)document->text[key.at + i]) * UINT64_C(1099511628211);
    return (size_t)(hash ^ hash >> 32);
}

static bool has_key(const document *document, const node *member, node_index object, span key)
{
    return member->parent == object && member->key.length == key.length &&
           memcmp(document->text + member->key.at, document->text + key.at, key.length) == 0;
}

/** Where a key is, or would be. */
static node_index *seen_at(const document *document, node_index object, span key)
{
    size_t mask = document->seen_room - 1;
    size_t at = hash_of(document, object, key) & mask;
    while (document->seen[at] != NO_NODE && !has_key(document, node_at(document, document->seen[at]), object, key)) at = (at + 1) & mask;
    return &document->seen[at];
}

static bool make_room_for_keys(document *document)
{
    if (document->seen_count * 2 < document->seen_room) return true;
    size_t room = document->seen_room < LEAST_ROOM ? LEAST_ROOM : document->seen_room * 2;
    node_index *before = document->seen;
    size_t before_room = document->seen_room;
    node_index *seen = malloc(room * sizeof *seen);
    if (seen == NULL) return false;
    for (size_t i = 0; i < room; i++) seen[i] = NO_NODE;
    document->seen = seen;
    document->seen_room = room;
    for (size_t i = 0; i < before_room; i++) {
        if (before[i] == NO_NODE) continue;
        const node *member = node_at(document, before[i]);
        *seen_at(document, member->parent, member->key) = before[i];
    }
    free(before);
    return true;
}

static bool remember(document *document, node_index index)
{
    if (!make_room_for_keys(document)) return false;
    const node *member = node_at(document, index);
    node_index *at = seen_at(document, member->parent, member->key);
    if (*at == NO_NODE) document->seen_count++;
    *at = index;
    return true;
}

bool yuma_keys_have(const document *document, node_index object, span key)
{
    const node *container = node_at(document, object);
    if (container->items.count > FEW_KEYS) return *seen_at(document, object, key) != NO_NODE;
    for (node_index i = container->items.first; i != NO_NODE; i = node_at(document, i)->next) {
        if (has_key(document, node_at(document, i), object, key)) return true;
    }
    return false;
}

bool yuma_keys_add(document *document, node_index object, node_index index)
{
    const node *container = node_at(document, object);
    if (container->items.count <= FEW_KEYS) return true;
    if (container->items.count > FEW_KEYS + 1) return remember(document, index);
    for (node_index i = container->items.first; i != NO_NODE; i = node_at(document, i)->next) {
        if (!remember(document, i)) return false;
    }
    return true;
}

void yuma_keys_clear(document *document)
{
    if (document->seen_count == 0) return;
    for (size_t i = 0; i < document->seen_room; i++) document->seen[i] = NO_NODE;
    document->seen_count = 0;
}
