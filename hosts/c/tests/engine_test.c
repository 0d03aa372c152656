/** Messages from structs, what comes of them, and what is refused. */
#include <pthread.h>

#include "../source/descriptions.h"
#include "../source/json/read.h"
#include "../source/runtime.h"
#include "check.h"
#include "yuma/json.h"

enum { UIDS = 3 };

/** A network of two validators and a miner. */
typedef struct network {
    yuma_epoch_state fields;
    uint64_t registered[UIDS];
    uint64_t alpha[UIDS];
    uint64_t tao[UIDS];
    uint8_t permits[UIDS];
    uint64_t updated[UIDS];
    uint64_t commits[UIDS];
    uint32_t weight_starts[UIDS + 1];
    uint16_t weight_uids[2];
    uint16_t weights[2];
    uint32_t bond_starts[UIDS + 1];
    uint16_t bond_uids[2];
    uint16_t bonds[2];
} network;

static network small_network(void)
{
    return (network){
        .fields =
            {
                .rule_set = YUMA_SPEC_475,
                .n = UIDS,
                .current_block = 1000,
                .activity_cutoff = 5000,
                .tao_weight = UINT64_C(3320413933267719290),
                .stake_threshold = 1000,
                .tempo = 360,
                .last_mechanism_step_block = 640,
                .max_allowed_validators = 2,
                .kappa = 32767,
                .bonds_penalty = 65535,
                .bonds_moving_average = 900000,
                .yuma3 = 1,
                .alpha_sigmoid_steepness = 1000,
                .alpha_low = 45875,
                .alpha_high = 58982,
                .liquid_alpha_consensus_mode = YUMA_LIQUID_ALPHA_CONSENSUS_MODE_AUTO,
                .rao_emission = 1000000000,
            },
        .registered = {1, 1, 1},
        .alpha = {5000000, 3000000, 0},
        .tao = {1000, 0, 0},
        .permits = {1, 1, 0},
        .updated = {990, 990, 990},
        .commits = {UINT64_MAX, UINT64_MAX, UINT64_MAX},
        .weight_starts = {0, 1, 2, 2},
        .weight_uids = {2, 2},
        .weights = {65535, 65535},
        .bond_starts = {0, 1, 2, 2},
        .bond_uids = {2, 2},
        .bonds = {100, 200},
    };
}

static const char SMALL_NETWORK[] =
    "{\"n\":3,\"currentBlock\":1000,\"activityCutoff\":5000,\"blockAtRegistration\":[1,1,1],\"alphaStake\":[5000000,3000000,0],"
    "\"taoStake\":[1000,0,0],\"taoWeight\":\"3320413933267719290\",\"stakeThreshold\":1000,\"ownerUid\":null,\"commitReveal\":false,"
    "\"tempo\":360,\"lastMechanismStepBlock\":640,\"validatorPermits\":[true,true,false],\"maxAllowedValidators\":2,\"kappa\":32767,"
    "\"bondsPenalty\":65535,\"bondsMovingAverage\":900000,\"yuma3\":true,\"liquidAlpha\":false,\"alphaSigmoidSteepness\":1000,"
    "\"alphaLow\":45875,\"alphaHigh\":58982,\"lastUpdate\":[990,990,990],\"weights\":[[[2,65535]],[[2,65535]],[]],"
    "\"bonds\":[[[2,100]],[[2,200]],[]],\"commitBlocks\":[\"18446744073709551615\",\"18446744073709551615\",\"18446744073709551615\"],"
    "\"raoEmission\":1000000000}";

static yuma_rows append_rows(yuma_message *message, const uint32_t *starts, const uint16_t *uids, const uint16_t *values)
{
    yuma_rows rows;
    rows.starts = yuma_append_u32s(message, starts, UIDS + 1);
    rows.uids = yuma_append_u16s(message, uids, 2);
    rows.values = yuma_append_u16s(message, values, 2);
    return rows;
}

static void write_network(yuma_message *message, const network *given)
{
    yuma_epoch_state fields = given->fields;
    yuma_begin(message, YUMA_EPOCH);
    fields.block_at_registration = yuma_append_u64s(message, given->registered, UIDS);
    fields.alpha_stake = yuma_append_u64s(message, given->alpha, UIDS);
    fields.tao_stake = yuma_append_u64s(message, given->tao, UIDS);
    fields.validator_permits = yuma_append_flags(message, given->permits, UIDS);
    fields.last_update = yuma_append_u64s(message, given->updated, UIDS);
    fields.commit_blocks = yuma_append_u64s(message, given->commits, UIDS);
    fields.weights = append_rows(message, given->weight_starts, given->weight_uids, given->weights);
    fields.bonds = append_rows(message, given->bond_starts, given->bond_uids, given->bonds);
    yuma_put(message, &fields, sizeof fields);
}

typedef struct digest {
    uint8_t bytes[32];
} digest;

static digest digest_of(yuma_engine *engine, const yuma_message *message)
{
    yuma_answer answer;
    digest found = {{0}};
    CHECK(yuma_run(engine, message, YUMA_DIGEST, &answer) == YUMA_FINE);
    if (answer.digest != NULL) memcpy(found.bytes, answer.digest, sizeof found.bytes);
    return found;
}

static void test_result(yuma_engine *engine)
{
    yuma_message message = {0};
    yuma_answer answer;
    network network = small_network();
    write_network(&message, &network);
    CHECK(yuma_run(engine, &message, 0, &answer) == YUMA_FINE);
    CHECK(answer.function == YUMA_EPOCH && answer.rule_set == YUMA_SPEC_475);
    const yuma_epoch_result *result = answer.result;
    CHECK(result->incentive.count == UIDS && yuma_u16s_in(&answer, result->incentive)[2] == 65535);
    CHECK(yuma_flags_in(&answer, result->new_validator_permits)[0] == 1);
    CHECK(result->stake_weight.is_there == 1 && result->ranks.is_there == 0 && result->trace.count == 0);
    const uint64_t *emission = yuma_u64s_in(&answer, result->emission);
    uint64_t sum = emission[0] + emission[1] + emission[2];
    CHECK(sum <= network.fields.rao_emission && sum > network.fields.rao_emission - 10);
    CHECK(yuma_u32s_in(&answer, result->bonds.starts)[UIDS] == result->bonds.uids.count);
    uint8_t zeros[32] = {0};
    CHECK(memcmp(answer.digest, zeros, sizeof zeros) == 0);
    yuma_message_free(&message);
}

static void test_trace(yuma_engine *engine)
{
    yuma_message message = {0};
    yuma_answer answer;
    network network = small_network();
    write_network(&message, &network);
    CHECK(yuma_run(engine, &message, YUMA_TRACE, &answer) == YUMA_FINE);
    const yuma_epoch_result *result = answer.result;
    CHECK(result->trace.count == 1);
    const yuma_epoch_result_trace *trace = yuma_items(&answer, result->trace);
    CHECK(trace->stake.count == UIDS && trace->ema_bonds.starts.count == UIDS + 1);
    const int64_t *stake = yuma_i64s_in(&answer, trace->stake);
    CHECK(stake[0] > stake[1] && stake[1] > stake[2] && stake[2] == 0);
    yuma_message_free(&message);
}

static void test_canonical(yuma_engine *engine)
{
    yuma_message message = {0};
    yuma_answer answer;
    network network = small_network();
    write_network(&message, &network);
    digest expected = digest_of(engine, &message);
    CHECK(yuma_run(engine, &message, YUMA_CANONICAL | YUMA_DIGEST, &answer) == YUMA_FINE);
    uint32_t uids;
    memcpy(&uids, answer.result, sizeof uids);
    CHECK(uids == UIDS && answer.length > YUMA_OUTPUT_HEAD);
    CHECK(memcmp(answer.digest, expected.bytes, sizeof expected.bytes) == 0);
    yuma_message_free(&message);
}

/** The same state as JSON is the same message. */
static void test_json_is_the_same(yuma_engine *engine)
{
    yuma_message message = {0}, read = {0};
    yuma_json *json = yuma_json_open();
    network network = small_network();
    write_network(&message, &network);
    digest expected = digest_of(engine, &message);
    CHECK(yuma_json_read(json, YUMA_EPOCH, SMALL_NETWORK, strlen(SMALL_NETWORK), &read) == YUMA_FINE);
    CHECK_TEXT(yuma_json_last_error(json)->message, "");
    digest found = digest_of(engine, &read);
    CHECK(memcmp(found.bytes, expected.bytes, sizeof found.bytes) == 0);
    yuma_answer answer;
    size_t length = 0;
    CHECK(yuma_run(engine, &read, 0, &answer) == YUMA_FINE);
    const char *text = yuma_json_write(json, &answer, &length);
    CHECK(text != NULL && length == strlen(text) && strstr(text, "\"incentive\":[0,0,65535]") != NULL);
    yuma_json_close(json);
    yuma_message_free(&read);
    yuma_message_free(&message);
}

static void refuses(yuma_engine *engine, const network *network, int status, uint32_t field, const char *path)
{
    yuma_message message = {0};
    yuma_answer answer;
    write_network(&message, network);
    CHECK(yuma_run(engine, &message, 0, &answer) == status);
    const yuma_error *error = yuma_last_error(engine);
    CHECK(error->status == status && error->field == field);
    CHECK_TEXT(error->path, path);
    CHECK(error->message[0] != '\0' && answer.result == NULL);
    yuma_message_free(&message);
}

static void test_refusals(yuma_engine *engine)
{
    network network = small_network();
    network.permits[1] = 2;
    refuses(engine, &network, YUMA_VALUE, YUMA_EPOCH_FIELD_VALIDATOR_PERMITS, "validatorPermits[1]");
    CHECK_TEXT(yuma_last_error(engine)->name, "validatorPermits");
    CHECK_TEXT(yuma_last_error(engine)->message, "validatorPermits[1]: expected 0 or 1, got 2");
    CHECK_TEXT(yuma_code(yuma_last_error(engine)->status), "invalid-input");
    network = small_network();
    network.weight_starts[2] = 0;
    refuses(engine, &network, YUMA_VALUE, YUMA_EPOCH_FIELD_WEIGHTS, "weights.starts[2]");
    network = small_network();
    network.fields.rule_set = 476;
    refuses(engine, &network, YUMA_UNKNOWN_RULE_SET, YUMA_EPOCH_FIELD_RULE_SET, "ruleSet");
    network = small_network();
    network.fields.n = UIDS + 1;
    refuses(engine, &network, YUMA_LENGTH, YUMA_EPOCH_FIELD_BLOCK_AT_REGISTRATION, "blockAtRegistration");
    CHECK(strstr(yuma_last_error(engine)->message, "got 3 items") != NULL);
    network = small_network();
    network.fields.owner_uid.is_there = 2;
    refuses(engine, &network, YUMA_VALUE, YUMA_EPOCH_FIELD_OWNER_UID, "ownerUid");
    network = small_network();
    network.fields.liquid_alpha_consensus_mode = 3;
    refuses(engine, &network, YUMA_VALUE, YUMA_EPOCH_FIELD_LIQUID_ALPHA_CONSENSUS_MODE, "liquidAlphaConsensusMode");
}

static void test_traps(yuma_engine *engine)
{
    network network = small_network();
    network.fields.rule_set = YUMA_SPEC_297;
    network.bond_uids[1] = 7;
    refuses(engine, &network, YUMA_TRAPPED, YUMA_EPOCH_FIELD_BONDS, "");
    CHECK_TEXT(yuma_trap_reason(yuma_last_error(engine)), "a bond on a uid outside the network");
    CHECK_TEXT(yuma_code(YUMA_TRAPPED), "chain-trap");
}

static void test_wrong_messages(yuma_engine *engine)
{
    yuma_message message = {0};
    yuma_answer answer;
    yuma_block_emission_input issuance = {.issuance = 0};
    CHECK(yuma_run(engine, &message, 0, &answer) == YUMA_NOT_A_MESSAGE);
    yuma_begin(&message, 9999);
    CHECK(yuma_run(engine, &message, 0, &answer) == YUMA_UNKNOWN_FUNCTION);
    yuma_begin(&message, YUMA_EPOCH);
    yuma_put(&message, &issuance, sizeof issuance);
    CHECK(yuma_run(engine, &message, 0, &answer) == YUMA_NOT_A_MESSAGE);
    yuma_begin(&message, YUMA_BLOCK_EMISSION);
    yuma_list list = yuma_append_list(&message, NULL, SIZE_MAX / 2, sizeof(uint64_t));
    CHECK(list.count == 0 && yuma_run(engine, &message, 0, &answer) == YUMA_MEMORY);
    CHECK_TEXT(yuma_code(YUMA_MEMORY), "too-large");
    /* A message that was wrong may be begun again. */
    yuma_begin(&message, YUMA_BLOCK_EMISSION);
    yuma_put(&message, &issuance, sizeof issuance);
    CHECK(yuma_run(engine, &message, 0, &answer) == YUMA_FINE);
    const yuma_block_emission_output *output = answer.result;
    CHECK(output->emission == 1000000000 && answer.rule_set == 0);
    yuma_message_free(&message);
}

static void test_economics(yuma_engine *engine)
{
    yuma_message message = {0};
    yuma_answer answer;
    yuma_price_shares_input_subnet subnets[2] = {
        {.netuid = 1, .mechanism = 1, .moving_price = {.low = UINT64_C(1) << 32}, .emission_enabled = 1},
        {.netuid = 2, .mechanism = 1, .moving_price = {.low = UINT64_C(3) << 32}, .emission_enabled = 1},
    };
    yuma_price_shares_input input = {.block_emission = 1000000000};
    yuma_begin(&message, YUMA_PRICE_SHARES);
    input.subnets = yuma_append_list(&message, subnets, 2, sizeof *subnets);
    yuma_put(&message, &input, sizeof input);
    CHECK(yuma_run(engine, &message, 0, &answer) == YUMA_FINE);
    const yuma_price_shares_output *output = answer.result;
    const yuma_price_shares_output_share *shares = yuma_items(&answer, output->shares);
    CHECK(output->shares.count == 2 && shares[0].netuid == 1 && shares[0].value.low == UINT64_C(1) << 62);
    subnets[1].netuid = 1;
    yuma_begin(&message, YUMA_PRICE_SHARES);
    input.subnets = yuma_append_list(&message, subnets, 2, sizeof *subnets);
    yuma_put(&message, &input, sizeof input);
    CHECK(yuma_run(engine, &message, 0, &answer) == YUMA_VALUE);
    CHECK_TEXT(yuma_last_error(engine)->path, "subnets[1].netuid");
    CHECK(yuma_last_error(engine)->field == YUMA_PRICE_SHARES_FIELD_SUBNETS);
    yuma_message_free(&message);
}

static void test_subnet(yuma_engine *engine)
{
    yuma_message message = {0};
    yuma_answer answer;
    network given = small_network();
    yuma_null_subnet_state state = {
        .rule_set = YUMA_SPEC_475, .n = UIDS, .current_block = 1000, .activity_cutoff = 5000, .miner_budget = 100};
    yuma_null_subnet_state_mechanism mechanism;
    yuma_begin(&message, YUMA_NULL_SUBNET);
    state.block_at_registration = yuma_append_u64s(&message, given.registered, UIDS);
    state.alpha_stake = yuma_append_u64s(&message, given.alpha, UIDS);
    state.tao_stake = yuma_append_u64s(&message, given.tao, UIDS);
    mechanism.last_update = yuma_append_u64s(&message, given.updated, UIDS);
    mechanism.weights = append_rows(&message, given.weight_starts, given.weight_uids, given.weights);
    given.bond_starts[1] = 3;
    mechanism.bonds = append_rows(&message, given.bond_starts, given.bond_uids, given.bonds);
    mechanism.commit_blocks = yuma_append_u64s(&message, given.commits, UIDS);
    state.mechanisms = yuma_append_list(&message, &mechanism, 1, sizeof mechanism);
    yuma_put(&message, &state, sizeof state);
    CHECK(yuma_run(engine, &message, 0, &answer) == YUMA_VALUE);
    CHECK_TEXT(yuma_last_error(engine)->path, "mechanisms[0].bonds.starts[2]");
    yuma_message_free(&message);
}

static void *run_epochs(void *expected)
{
    yuma_engine *engine = yuma_open();
    yuma_message message = {0};
    network network = small_network();
    int *equal = calloc(1, sizeof *equal);
    write_network(&message, &network);
    for (int i = 0; i < 50; i++) {
        yuma_answer answer;
        if (yuma_run(engine, &message, YUMA_DIGEST, &answer) == YUMA_FINE) *equal += memcmp(answer.digest, expected, 32) == 0;
    }
    yuma_message_free(&message);
    yuma_close(engine);
    return equal;
}

static void test_threads(yuma_engine *engine)
{
    pthread_t threads[4];
    yuma_message message = {0};
    network network = small_network();
    write_network(&message, &network);
    digest expected = digest_of(engine, &message);
    for (int i = 0; i < 4; i++) CHECK(pthread_create(&threads[i], NULL, run_epochs, &expected) == 0);
    for (int i = 0; i < 4; i++) {
        void *equal;
        pthread_join(threads[i], &equal);
        CHECK(*(int *)equal == 50);
        free(equal);
    }
    yuma_message_free(&message);
}

_Noreturn void yuma_rt_trap(int code);

static void trap_with(void *code)
{
    yuma_rt_trap(*(int *)code);
}

static void trap_within(void *code)
{
    CHECK(yuma_guarded(trap_with, code) == 3);
}

static void test_guards(void)
{
    int code = 3;
    CHECK(yuma_guarded(trap_with, &code) == 3);
    CHECK(yuma_guarded(trap_within, &code) == 0);
}

static int most_fields(const yuma_form *form)
{
    if (form->kind == YUMA_FORM_LIST || form->kind == YUMA_FORM_OPTIONAL) return most_fields(form->of);
    if (form->kind != YUMA_FORM_RECORD && form->kind != YUMA_FORM_TUPLE) return 0;
    int most = form->count;
    for (int i = 0; i < form->count; i++) {
        int inner = most_fields(form->fields[i].form);
        if (inner > most) most = inner;
    }
    return most;
}

static void test_descriptions(void)
{
    for (size_t i = 0; i < yuma_description_count; i++) CHECK(most_fields(yuma_descriptions[i].input) <= YUMA_MOST_FIELDS);
}

int main(void)
{
    yuma_engine *engine = yuma_open();
    if (engine == NULL) return EXIT_FAILURE;
    test_result(engine);
    test_trace(engine);
    test_canonical(engine);
    test_json_is_the_same(engine);
    test_refusals(engine);
    test_traps(engine);
    test_wrong_messages(engine);
    test_economics(engine);
    test_subnet(engine);
    test_threads(engine);
    /* What was refused has left nothing behind. */
    test_result(engine);
    test_guards();
    test_descriptions();
    yuma_close(engine);
    yuma_close(NULL);
    return report();
}
