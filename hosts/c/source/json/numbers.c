/** Integers of all sizes: as numbers where a double holds them, else as decimal texts. */
#include "values.h"
#include "wide.h"

enum { MOST_U64_DIGITS = 20, MOST_WIDE_DIGITS = 39 };

static const int64_t U16_MOST = 65535;
static const int64_t U32_MOST = 4294967295;
/** i32 in messages; in JSON an i16, or a u16 where that is what a rule set reads. */
static const int64_t NARROW_LEAST = -32768;

static bool integer_within(const yuma_reading *reading, node_index index, int64_t least, int64_t most, int64_t *integer)
{
    if (!yuma_is_kind(reading, index, NODE_INTEGER)) return false;
    *integer = node_at(reading->document, index)->integer;
    return *integer >= least && *integer <= most;
}

bool yuma_read_u16(yuma_reading *reading, node_index index, uint32_t at, const yuma_place *place)
{
    int64_t integer;
    if (!integer_within(reading, index, 0, U16_MOST, &integer)) return yuma_refuse(reading, place, "a u16", index);
    uint16_t value = (uint16_t)integer;
    yuma_put_value(reading, at, &value, sizeof value);
    return true;
}

static bool read_u32(yuma_reading *reading, node_index index, uint32_t at, const yuma_place *place)
{
    int64_t integer;
    if (!integer_within(reading, index, 0, U32_MOST, &integer)) return yuma_refuse(reading, place, "a u32", index);
    uint32_t value = (uint32_t)integer;
    yuma_put_value(reading, at, &value, sizeof value);
    return true;
}

static bool read_narrow(yuma_reading *reading, node_index index, uint32_t at, const yuma_place *place)
{
    int64_t integer;
    if (!integer_within(reading, index, NARROW_LEAST, U16_MOST, &integer)) return yuma_refuse(reading, place, "an i16", index);
    int32_t value = (int32_t)integer;
    yuma_put_value(reading, at, &value, sizeof value);
    return true;
}

/** A decimal text, or an integer: its sign, and how far it is from 0. */
typedef struct decimal {
    yuma_u128 size;
    bool is_negative;
} decimal;

bool yuma_is_decimal(const char *digits, size_t count, size_t most)
{
    if (count == 0 || count > most || (digits[0] == '0' && count > 1)) return false;
    for (size_t i = 0; i < count; i++) {
        if (digits[i] < '0' || digits[i] > '9') return false;
    }
    return true;
}

/** `most`: of digits, behind a sign if one may be there. @return whether it is a decimal that 128 bits hold */
static bool decimal_of(const yuma_reading *reading, node_index index, size_t most, bool may_be_signed, decimal *found)
{
    const node *value = index == NO_NODE ? NULL : node_at(reading->document, index);
    if (value != NULL && value->kind == NODE_INTEGER) {
        found->is_negative = value->integer < 0;
        found->size.high = 0;
        found->size.low = found->is_negative ? 0 - (uint64_t)value->integer : (uint64_t)value->integer;
        return true;
    }
    if (value == NULL || value->kind != NODE_STRING) return false;
    const char *text = reading->document->text + value->text.at;
    size_t length = value->text.length;
    found->is_negative = may_be_signed && length > 0 && text[0] == '-';
    size_t sign = found->is_negative ? 1 : 0;
    if (!yuma_is_decimal(text + sign, length - sign, most) || !yuma_wide_read(text + sign, length - sign, &found->size)) return false;
    if (found->size.low == 0 && found->size.high == 0) found->is_negative = false;
    return true;
}

static bool read_u64(yuma_reading *reading, node_index index, uint32_t at, const yuma_place *place)
{
    decimal found;
    if (!decimal_of(reading, index, MOST_U64_DIGITS, false, &found) || found.is_negative || found.size.high != 0) {
        return yuma_refuse(reading, place, "a u64 (a decimal string, or an integer up to 2^53-1)", index);
    }
    yuma_put_value(reading, at, &found.size.low, sizeof found.size.low);
    return true;
}

static bool read_i64(yuma_reading *reading, node_index index, uint32_t at, const yuma_place *place)
{
    decimal found;
    const uint64_t most = INT64_MAX;
    bool is_read = decimal_of(reading, index, MOST_WIDE_DIGITS, true, &found) && found.size.high == 0;
    if (!is_read || found.size.low > most + (found.is_negative ? 1 : 0)) {
        return yuma_refuse(reading, place, "a signed 64-bit integer (a decimal string)", index);
    }
    uint64_t value = found.is_negative ? 0 - found.size.low : found.size.low;
    yuma_put_value(reading, at, &value, sizeof value);
    return true;
}

/** From -2^127 on. */
static bool is_not_too_low(const decimal *number)
{
    const uint64_t highest = UINT64_C(1) << 63;
    return !number->is_negative || number->size.high < highest || (number->size.high == highest && number->size.low == 0);
}

static bool fits(const decimal *number, bool is_signed)
{
    if (!is_signed) return !number->is_negative;
    return number->is_negative ? is_not_too_low(number) : number->size.high >> 63 == 0;
}

static const char *expected_wide(bool is_signed)
{
    return is_signed ? "a signed 128-bit integer (a decimal string)" : "an unsigned 128-bit integer (a decimal string)";
}

static bool read_wide(yuma_reading *reading, bool is_signed, node_index index, uint32_t at, const yuma_place *place)
{
    decimal found;
    if (!decimal_of(reading, index, MOST_WIDE_DIGITS, true, &found) || !fits(&found, is_signed)) {
        return yuma_refuse(reading, place, expected_wide(is_signed), index);
    }
    yuma_u128 value = found.is_negative ? yuma_wide_negated(found.size) : found.size;
    yuma_put_value(reading, at, &value, sizeof value);
    return true;
}

/** The rule set decides whether it has a sign, which is a matter of its meaning, and comes after all forms. */
static bool read_coinbase(yuma_reading *reading, node_index index, uint32_t at, const yuma_place *place)
{
    decimal found;
    bool is_read = decimal_of(reading, index, MOST_WIDE_DIGITS, true, &found) && is_not_too_low(&found);
    if (!is_read) return yuma_refuse(reading, place, "a 128-bit integer (a decimal string)", index);
    if (!fits(&found, reading->is_signed) && reading->late->status == YUMA_FINE) {
        document_error *error = reading->error;
        reading->error = reading->late;
        yuma_refuse(reading, place, expected_wide(reading->is_signed), index);
        reading->error = error;
    }
    yuma_u128 value = found.is_negative ? yuma_wide_negated(found.size) : found.size;
    yuma_put_value(reading, at, &value, sizeof value);
    return true;
}

bool yuma_read_number(yuma_reading *reading, yuma_kind kind, node_index index, uint32_t at, const yuma_place *place)
{
    switch (kind) {
    case YUMA_FORM_U16:
        return yuma_read_u16(reading, index, at, place);
    case YUMA_FORM_U32:
        return read_u32(reading, index, at, place);
    case YUMA_FORM_I32:
        return read_narrow(reading, index, at, place);
    case YUMA_FORM_U64:
        return read_u64(reading, index, at, place);
    case YUMA_FORM_I64:
        return read_i64(reading, index, at, place);
    case YUMA_FORM_COINBASE:
        return read_coinbase(reading, index, at, place);
    default:
        return read_wide(reading, kind == YUMA_FORM_I128, index, at, place);
    }
}
