#include <string.h>

#include "descriptions.h"

const yuma_description *yuma_description_numbered(uint32_t number)
{
    for (size_t i = 0; i < yuma_description_count; i++) {
        if (yuma_descriptions[i].number == number) return &yuma_descriptions[i];
    }
    return NULL;
}

const yuma_description *yuma_description_named(const char *name, size_t length)
{
    for (size_t i = 0; i < yuma_description_count; i++) {
        const char *known = yuma_descriptions[i].name;
        if (strlen(known) == length && memcmp(known, name, length) == 0) return &yuma_descriptions[i];
    }
    return NULL;
}
