/** Texts that are no JSON, that are not exact, that are no input: by their code and path. */
#include "../source/json/exact.h"
#include "../source/json/text.h"
#include "check.h"
#include "yuma/json.h"

typedef struct line {
    const char *text;
    const char *code;
    const char *path;
} line;

static const line LINES[] = {
    {"", "malformed-json", ""},
    {"{\"fn\":\"safe_pow\"", "malformed-json", ""},
    {"{\"fn\":\"safe_pow\"}}", "malformed-json", ""},
    {"[1,]", "malformed-json", ""},
    {"[01]", "malformed-json", ""},
    {"[1.]", "malformed-json", ""},
    {"\"\\x\"", "malformed-json", ""},
    {"\"\t\"", "malformed-json", ""},
    {"\"\xff\"", "malformed-json", ""},
    {"\"\xed\xa0\x80\"", "malformed-json", ""},
    {"nul", "malformed-json", ""},
    {"null", "unknown-function", "fn"},
    {"{\"fn\":\"toString\"}", "unknown-function", "fn"},
    {"{\"fn\":\"yuma_subnet\"}", "unknown-function", "fn"},
    {"{\"fn\":\"safe_pow\"}", "invalid-input", "in"},
    {"{\"fn\":\"safe_pow\",\"in\":[]}", "invalid-input", "in"},
    {"{\"fn\":\"safe_pow\",\"in\":{},\"tag\":1}", "invalid-input", "tag"},
    {"{\"fn\":\"safe_pow\",\"in\":{},\"trace\":1}", "invalid-input", "trace"},
    {"{\"fn\":\"safe_pow\",\"in\":{}}", "invalid-input", "val"},
    {"{\"fn\":\"safe_pow\",\"in\":{\"val\":1}}", "invalid-input", "p"},
    {"{\"fn\":\"safe_pow\",\"in\":{\"val\":1,\"val\":2}}", "invalid-input", "in.val"},
    {"{\"fn\":\"safe_pow\",\"in\":{\"val\":1,\"v\\u0061l\":2}}", "invalid-input", "in.val"},
    {"{\"fn\":\"safe_pow\",\"in\":{\"val\":1,\"val\":2}", "malformed-json", ""},
    {"{\"fn\":\"safe_pow\",\"in\":{\"val\":-0,\"p\":1}}", "invalid-input", "in.val"},
    {"{\"fn\":\"safe_pow\",\"in\":{\"val\":9007199254740993,\"p\":1}}", "invalid-input", "in.val"},
    {"{\"fn\":\"safe_pow\",\"in\":{\"val\":9007199254740992,\"p\":1}}", "invalid-input", "val"},
    {"{\"fn\":\"safe_pow\",\"in\":{\"val\":1.5,\"p\":1}}", "invalid-input", "val"},
    {"{\"fn\":\"safe_pow\",\"in\":{\"val\":\"01\",\"p\":1}}", "invalid-input", "val"},
    {"{\"fn\":\"safe_pow\",\"in\":{\"val\":\"-1\",\"p\":1}}", "invalid-input", "val"},
    {"{\"fn\":\"safe_pow\",\"in\":{\"val\":\"340282366920938463463374607431768211456\",\"p\":1}}", "invalid-input", "val"},
    {"{\"fn\":\"safe_pow\",\"in\":{\"zz\":1,\"5\":1,\"3\":1}}", "invalid-input", "3"},
    {"{\"fn\":\"safe_pow\",\"in\":{\"a b\":1}}", "invalid-input", "[\"a b\"]"},
    {"{\"fn\":\"safe_pow\",\"in\":{\"\\ud83d\":1}}", "invalid-input", "[\"\\ud83d\"]"},
    {"{\"fn\":\"epoch\",\"in\":{\"mechanisms\":1}}", "invalid-input", "mechanisms"},
    {"{\"fn\":\"epoch\",\"in\":{\"weights\":{\"starts\":[],\"tag\":1}}}", "invalid-input", "weights.tag"},
    {"{\"fn\":\"epoch_null\",\"in\":{}}", "invalid-input", "epochConsensus"},
    {"{\"fn\":\"subnet_epoch\",\"in\":{\"epochConsensus\":\"yuma\",\"mechanisms\":[{},1]}}", "invalid-input", "mechanisms[0].lastUpdate"},
};

/** The text of a key's value that is a string, as it is written. */
static void take_text(const char *answer, const char *key, char *to, size_t room)
{
    const char *from = strstr(answer, key);
    size_t length = 0;
    if (from != NULL) {
        from += strlen(key);
        while (from[length] != '\0' && !(from[length] == '"' && (from[length + 1] == ',' || from[length + 1] == '}'))) length++;
        if (length >= room) length = room - 1;
        memcpy(to, from, length);
    }
    to[length] = '\0';
}

/** The path as text: it has no escapes but those of quotes and backslashes here. */
static void take_path(const char *answer, char *to, size_t room)
{
    take_text(answer, "\"path\":\"", to, room);
    char *behind = to;
    for (const char *at = to; *at != '\0'; at++) {
        if (*at == '\\') at++;
        *behind++ = *at;
    }
    *behind = '\0';
}

static const char *evaluate(yuma_json *json, yuma_engine *engine, const char *text)
{
    size_t length;
    const char *answer = yuma_json_evaluate(json, engine, text, strlen(text), &length);
    CHECK(answer != NULL && strlen(answer) == length);
    return answer == NULL ? "" : answer;
}

static void test_lines(yuma_json *json, yuma_engine *engine)
{
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) {
        char code[64], path[256];
        const char *answer = evaluate(json, engine, LINES[i].text);
        take_text(answer, "\"code\":\"", code, sizeof code);
        take_path(answer, path, sizeof path);
        CHECK_TEXT(code, LINES[i].code);
        CHECK_TEXT(path, LINES[i].path);
    }
}

static void test_answers(yuma_json *json, yuma_engine *engine)
{
    const char *nearly_half = "{\"out\":{\"y\":\"9223371959545364480\"}}";
    CHECK_TEXT(evaluate(json, engine, "{\"fn\":\"safe_pow\",\"in\":{\"val\":\"9223372036854775808\",\"p\":\"18446744073709551616\"}}"),
               nearly_half);
    CHECK_TEXT(evaluate(json, engine, "\xef\xbb\xbf {\"fn\":\"withheld\",\"in\":{\"withheld\":1.0,\"total\":2e0,\"tag\":{}}} "),
               "{\"out\":{\"y\":\"2147483648\"}}");
    CHECK_TEXT(evaluate(json, engine, "{\"fn\":\"block_emission\",\"in\":{\"issuance\":\"18446744073709551615\"},\"out\":1,\"trace\":[]}"),
               "{\"out\":{\"emission\":\"0\",\"residual\":null}}");
}

/** Objects whose keys are looked up by a hash, and how deep they may be. */
static void test_limits(yuma_json *json, yuma_engine *engine)
{
    enum { KEYS = 3000, ROOM = 16 * KEYS };
    char *text = malloc(ROOM), path[256];
    size_t length = 0;
    for (int i = 0; i < KEYS; i++) length += (size_t)snprintf(text + length, ROOM - length, "%s\"k%d\":0", i == 0 ? "{" : ",", i);
    snprintf(text + length, ROOM - length, ",\"k1234\":0}");
    take_path(evaluate(json, engine, text), path, sizeof path);
    CHECK_TEXT(path, "k1234");
    memset(text, '[', 65);
    memset(text + 65, ']', 65);
    text[130] = '\0';
    take_path(evaluate(json, engine, text), path, sizeof path);
    CHECK(strlen(path) == 64 * strlen("[0]"));
    text[129] = '\0';
    take_text(evaluate(json, engine, text), "\"code\":\"", path, sizeof path);
    CHECK_TEXT(path, "malformed-json");
    free(text);
}

static void test_exact(void)
{
    static const struct {
        const char *text;
        exactness exact;
        int64_t integer;
    } numbers[] = {
        {"0", EXACT_INTEGER, 0},
        {"-0", NOT_EXACT, 0},
        {"-0.0e5", NOT_EXACT, 0},
        {"0.5e1", EXACT_INTEGER, 5},
        {"1000e-3", EXACT_INTEGER, 1},
        {"-9007199254740991", EXACT_INTEGER, INT64_C(-9007199254740991)},
        {"9007199254740992", EXACT_OTHER, 0},
        {"9007199254740993", NOT_EXACT, 0},
        {"123456789012345680000", EXACT_OTHER, 0},
        {"123456789012345680001", NOT_EXACT, 0},
        {"1e23", EXACT_OTHER, 0},
        {"100000000000000000000000", NOT_EXACT, 0},
        {"1e400", NOT_EXACT, 0},
        {"1e-400", NOT_EXACT, 0},
        {"0.1", EXACT_OTHER, 0},
        {"1e99999999999999999999", NOT_EXACT, 0},
        {"0e99999999999999999999", EXACT_INTEGER, 0},
    };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        int64_t integer = 0;
        CHECK(yuma_exact_number(numbers[i].text, strlen(numbers[i].text), &integer) == numbers[i].exact);
        CHECK(integer == numbers[i].integer);
    }
}

static void test_text(void)
{
    char text[] = "\\ud83d\\ude00\\u0041\\n\\ud83d\"";
    size_t length = 0;
    CHECK(yuma_string_decode(text, text + sizeof text - 1, &length) == text + sizeof text - 1);
    CHECK(length == 9 && memcmp(text,
                                "\xf0\x9f\x98\x80"
                                "A\n\xed\xa0\xbd",
                                9) == 0);
    CHECK(yuma_utf8_is_valid("\xf4\x8f\xbf\xbf", 4) && !yuma_utf8_is_valid("\xf4\x90\x80\x80", 4) && !yuma_utf8_is_valid("\xc0\x80", 2));
    CHECK(!yuma_utf8_is_valid("\xe2\x82", 2));
}

int main(void)
{
    yuma_engine *engine = yuma_open();
    yuma_json *json = yuma_json_open();
    if (engine == NULL || json == NULL) return EXIT_FAILURE;
    test_lines(json, engine);
    test_answers(json, engine);
    test_limits(json, engine);
    test_exact();
    test_text();
    yuma_json_close(json);
    yuma_json_close(NULL);
    yuma_close(engine);
    return report();
}
