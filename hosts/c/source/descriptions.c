/* Made by interface/generate.ts of the descriptions in bindings/. */
#include "descriptions.h"

static const yuma_form form_0 = {.kind = YUMA_FORM_SPEC, .size = 2, .align = 2};

static const yuma_form form_1 = {.kind = YUMA_FORM_U16, .size = 2, .align = 2};

static const yuma_form form_2 = {.kind = YUMA_FORM_U64, .size = 8, .align = 8};

static const yuma_form form_3 = {.kind = YUMA_FORM_VECTOR, .size = 8, .align = 4, .of = &form_2, .per_uid = true};

static const yuma_form form_4 = {.kind = YUMA_FORM_OPTIONAL, .size = 4, .align = 2, .of = &form_1, .value_offset = 2};

static const yuma_form form_5 = {.kind = YUMA_FORM_BOOLEAN, .size = 1, .align = 1};

static const yuma_form form_6 = {.kind = YUMA_FORM_OPTIONAL, .size = 16, .align = 8, .of = &form_2, .value_offset = 8};

static const yuma_form form_7 = {.kind = YUMA_FORM_VECTOR, .size = 8, .align = 4, .of = &form_5, .per_uid = true};

static const yuma_form form_8 = {.kind = YUMA_FORM_I32, .size = 4, .align = 4};

static const char *const strings_9[] = {"current", "previous", "auto"};

static const yuma_form form_10 = {.kind = YUMA_FORM_CHOICE, .size = 1, .align = 1, .choices = strings_9, .count = 3};

static const yuma_form form_11 = {.kind = YUMA_FORM_U32, .size = 4, .align = 4};

static const yuma_form form_12 = {.kind = YUMA_FORM_VECTOR, .size = 8, .align = 4, .of = &form_11};

static const yuma_form form_13 = {.kind = YUMA_FORM_VECTOR, .size = 8, .align = 4, .of = &form_1};

static const yuma_field fields_14[] = {
    {.name = "starts", .form = &form_12, .offset = 0},
    {.name = "uids", .form = &form_13, .offset = 8},
    {.name = "values", .form = &form_13, .offset = 16},
};

static const yuma_form form_15 = {.kind = YUMA_FORM_ROWS, .size = 24, .align = 4, .fields = fields_14, .count = 3};

static const yuma_field fields_16[] = {
    {.name = "ruleSet", .form = &form_0, .offset = 0, .may_be_absent = true, .absent = UINT64_C(475)},
    {.name = "n", .form = &form_1, .offset = 2},
    {.name = "currentBlock", .form = &form_2, .offset = 8},
    {.name = "activityCutoff", .form = &form_2, .offset = 16},
    {.name = "blockAtRegistration", .form = &form_3, .offset = 24},
    {.name = "alphaStake", .form = &form_3, .offset = 32, .unread_by = 0x1f},
    {.name = "taoStake", .form = &form_3, .offset = 40, .unread_by = 0x1f},
    {.name = "taoWeight", .form = &form_2, .offset = 48, .unread_by = 0x1f},
    {.name = "stakeThreshold", .form = &form_2, .offset = 56, .unread_by = 0xff},
    {.name = "ownerUid", .form = &form_4, .offset = 64, .unread_by = 0x3f},
    {.name = "commitReveal", .form = &form_5, .offset = 68, .unread_by = 0x3ff},
    {.name = "tempo", .form = &form_1, .offset = 70, .unread_by = 0x7f},
    {.name = "lastMechanismStepBlock", .form = &form_2, .offset = 72, .unread_by = 0x3fff},
    {.name = "lastYumaStepBlock", .form = &form_6, .offset = 80, .may_be_absent = true, .absent = UINT64_C(0), .unread_by = 0x1ffff},
    {.name = "validatorPermits", .form = &form_7, .offset = 96},
    {.name = "maxAllowedValidators", .form = &form_1, .offset = 104},
    {.name = "kappa", .form = &form_1, .offset = 106},
    {.name = "bondsPenalty", .form = &form_1, .offset = 108, .unread_by = 0x1f},
    {.name = "bondsMovingAverage", .form = &form_2, .offset = 112},
    {.name = "yuma3", .form = &form_5, .offset = 120, .unread_by = 0xff},
    {.name = "liquidAlpha", .form = &form_5, .offset = 121, .unread_by = 0x7},
    {.name = "alphaSigmoidSteepness", .form = &form_8, .offset = 124, .unread_by = 0xff},
    {.name = "alphaLow", .form = &form_1, .offset = 128, .unread_by = 0x7},
    {.name = "alphaHigh", .form = &form_1, .offset = 130, .unread_by = 0x7},
    {.name = "liquidAlphaConsensusMode", .form = &form_10, .offset = 132, .may_be_absent = true, .absent = UINT64_C(2), .unread_by = 0x7fff},
    {.name = "lastUpdate", .form = &form_3, .offset = 136},
    {.name = "weights", .form = &form_15, .offset = 144},
    {.name = "bonds", .form = &form_15, .offset = 168},
    {.name = "commitBlocks", .form = &form_3, .offset = 192, .unread_by = 0x3ff},
    {.name = "stake", .form = &form_3, .offset = 200, .unread_by = 0x3ffe0},
    {.name = "previousConsensus", .form = &form_13, .offset = 208, .may_be_absent = true, .absent = UINT64_C(0), .unread_by = 0x7fff},
    {.name = "raoEmission", .form = &form_2, .offset = 216},
};

static const yuma_form form_17 = {.kind = YUMA_FORM_RECORD, .size = 224, .align = 8, .fields = fields_16, .count = 32};

static const yuma_form form_18 = {.kind = YUMA_FORM_SOMETIMES, .size = 12, .align = 4, .of = &form_13, .value_offset = 4};

static const yuma_form form_19 = {.kind = YUMA_FORM_SOMETIMES, .size = 12, .align = 4, .of = &form_3, .value_offset = 4};

static const yuma_form form_20 = {.kind = YUMA_FORM_I64, .size = 8, .align = 8};

static const yuma_form form_21 = {.kind = YUMA_FORM_VECTOR, .size = 8, .align = 4, .of = &form_20};

static const yuma_field fields_22[] = {
    {.name = "starts", .form = &form_12, .offset = 0},
    {.name = "uids", .form = &form_13, .offset = 8},
    {.name = "values", .form = &form_21, .offset = 16},
};

static const yuma_form form_23 = {.kind = YUMA_FORM_ROWS, .size = 24, .align = 4, .fields = fields_22, .count = 3};

static const yuma_form form_24 = {.kind = YUMA_FORM_SOMETIMES, .size = 12, .align = 4, .of = &form_21, .value_offset = 4};

static const yuma_form form_25 = {.kind = YUMA_FORM_SOMETIMES, .size = 28, .align = 4, .of = &form_23, .value_offset = 4};

static const yuma_field fields_26[] = {
    {.name = "stake", .form = &form_21, .offset = 0},
    {.name = "activeStake", .form = &form_21, .offset = 8},
    {.name = "weightsNormalized", .form = &form_23, .offset = 16},
    {.name = "preRanks", .form = &form_24, .offset = 40},
    {.name = "consensus", .form = &form_21, .offset = 52},
    {.name = "clippedWeights", .form = &form_23, .offset = 60},
    {.name = "validatorTrust", .form = &form_21, .offset = 84},
    {.name = "ranksBeforeNormalize", .form = &form_21, .offset = 92},
    {.name = "trust", .form = &form_24, .offset = 100},
    {.name = "incentive", .form = &form_21, .offset = 112},
    {.name = "weightsForBonds", .form = &form_25, .offset = 120},
    {.name = "bondsNormalized", .form = &form_25, .offset = 148},
    {.name = "bondsDelta", .form = &form_25, .offset = 176},
    {.name = "dividends", .form = &form_21, .offset = 204},
    {.name = "emaBonds", .form = &form_23, .offset = 212},
    {.name = "liquidQuantiles", .form = &form_24, .offset = 236},
    {.name = "liquidLogistic", .form = &form_24, .offset = 248},
    {.name = "liquidAlpha", .form = &form_24, .offset = 260},
    {.name = "liquidAlphaConsensus", .form = &form_24, .offset = 272},
};

static const yuma_form form_27 = {.kind = YUMA_FORM_RECORD, .size = 284, .align = 4, .fields = fields_26, .count = 19};

static const yuma_form form_28 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_27};

static const yuma_field fields_29[] = {
    {.name = "stakeWeight", .form = &form_18, .offset = 0},
    {.name = "active", .form = &form_7, .offset = 12},
    {.name = "consensus", .form = &form_13, .offset = 20},
    {.name = "incentive", .form = &form_13, .offset = 28},
    {.name = "dividends", .form = &form_13, .offset = 36},
    {.name = "validatorTrust", .form = &form_13, .offset = 44},
    {.name = "ranks", .form = &form_18, .offset = 52},
    {.name = "trust", .form = &form_18, .offset = 64},
    {.name = "pruningScores", .form = &form_18, .offset = 76},
    {.name = "serverEmission", .form = &form_3, .offset = 88},
    {.name = "validatorEmission", .form = &form_3, .offset = 96},
    {.name = "emission", .form = &form_3, .offset = 104},
    {.name = "newValidatorPermits", .form = &form_7, .offset = 112},
    {.name = "stake", .form = &form_19, .offset = 120},
    {.name = "bonds", .form = &form_15, .offset = 132},
    {.name = "trace", .form = &form_28, .offset = 156},
};

static const yuma_form form_30 = {.kind = YUMA_FORM_RECORD, .size = 164, .align = 4, .fields = fields_29, .count = 16};

static const char *const strings_31[] = {"yuma"};

static const yuma_form form_32 = {.kind = YUMA_FORM_CONSTANT, .size = 0, .align = 1, .choices = strings_31, .count = 1};

static const yuma_form form_33 = {.kind = YUMA_FORM_OPTIONAL, .size = 12, .align = 4, .of = &form_13, .value_offset = 4};

static const yuma_field fields_34[] = {
    {.name = "lastUpdate", .form = &form_3, .offset = 0},
    {.name = "weights", .form = &form_15, .offset = 8},
    {.name = "bonds", .form = &form_15, .offset = 32},
    {.name = "commitBlocks", .form = &form_3, .offset = 56, .unread_by = 0x3ff},
    {.name = "previousConsensus", .form = &form_13, .offset = 64, .may_be_absent = true, .absent = UINT64_C(0), .unread_by = 0x7fff},
};

static const yuma_form form_35 = {.kind = YUMA_FORM_RECORD, .size = 72, .align = 4, .fields = fields_34, .count = 5};

static const yuma_form form_36 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_35};

static const yuma_field fields_37[] = {
    {.name = "epochConsensus", .form = &form_32, .offset = 0},
    {.name = "ruleSet", .form = &form_0, .offset = 0, .may_be_absent = true, .absent = UINT64_C(475)},
    {.name = "n", .form = &form_1, .offset = 2},
    {.name = "currentBlock", .form = &form_2, .offset = 8},
    {.name = "activityCutoff", .form = &form_2, .offset = 16},
    {.name = "blockAtRegistration", .form = &form_3, .offset = 24},
    {.name = "alphaStake", .form = &form_3, .offset = 32, .unread_by = 0x1f},
    {.name = "taoStake", .form = &form_3, .offset = 40, .unread_by = 0x1f},
    {.name = "taoWeight", .form = &form_2, .offset = 48, .unread_by = 0x1f},
    {.name = "stakeThreshold", .form = &form_2, .offset = 56, .unread_by = 0xff},
    {.name = "ownerUid", .form = &form_4, .offset = 64, .unread_by = 0x3f},
    {.name = "commitReveal", .form = &form_5, .offset = 68, .unread_by = 0x3ff},
    {.name = "tempo", .form = &form_1, .offset = 70, .unread_by = 0x7f},
    {.name = "lastMechanismStepBlock", .form = &form_2, .offset = 72, .unread_by = 0x3fff},
    {.name = "lastYumaStepBlock", .form = &form_6, .offset = 80, .may_be_absent = true, .absent = UINT64_C(0), .unread_by = 0x1ffff},
    {.name = "validatorPermits", .form = &form_7, .offset = 96},
    {.name = "maxAllowedValidators", .form = &form_1, .offset = 104},
    {.name = "kappa", .form = &form_1, .offset = 106},
    {.name = "bondsPenalty", .form = &form_1, .offset = 108, .unread_by = 0x1f},
    {.name = "bondsMovingAverage", .form = &form_2, .offset = 112},
    {.name = "yuma3", .form = &form_5, .offset = 120, .unread_by = 0xff},
    {.name = "liquidAlpha", .form = &form_5, .offset = 121, .unread_by = 0x7},
    {.name = "alphaSigmoidSteepness", .form = &form_8, .offset = 124, .unread_by = 0xff},
    {.name = "alphaLow", .form = &form_1, .offset = 128, .unread_by = 0x7},
    {.name = "alphaHigh", .form = &form_1, .offset = 130, .unread_by = 0x7},
    {.name = "liquidAlphaConsensusMode", .form = &form_10, .offset = 132, .may_be_absent = true, .absent = UINT64_C(2), .unread_by = 0x7fff},
    {.name = "minerBudget", .form = &form_2, .offset = 136},
    {.name = "localDividendBudget", .form = &form_2, .offset = 144},
    {.name = "rootBudget", .form = &form_2, .offset = 152},
    {.name = "emissionSplit", .form = &form_33, .offset = 160},
    {.name = "mechanisms", .form = &form_36, .offset = 172},
};

static const yuma_form form_38 = {.kind = YUMA_FORM_RECORD, .size = 184, .align = 8, .fields = fields_37, .count = 31};

static const yuma_form form_39 = {.kind = YUMA_FORM_SOMETIMES, .size = 28, .align = 4, .of = &form_15, .value_offset = 4};

static const yuma_field fields_40[] = {
    {.name = "incentive", .form = &form_13, .offset = 0},
    {.name = "consensus", .form = &form_13, .offset = 8},
    {.name = "serverEmission", .form = &form_3, .offset = 16},
    {.name = "validatorEmission", .form = &form_3, .offset = 24},
    {.name = "bonds", .form = &form_39, .offset = 32},
};

static const yuma_form form_41 = {.kind = YUMA_FORM_RECORD, .size = 60, .align = 4, .fields = fields_40, .count = 5};

static const yuma_form form_42 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_41};

static const yuma_field fields_43[] = {
    {.name = "stakeWeight", .form = &form_18, .offset = 0},
    {.name = "active", .form = &form_7, .offset = 12},
    {.name = "consensus", .form = &form_13, .offset = 20},
    {.name = "dividends", .form = &form_13, .offset = 28},
    {.name = "validatorTrust", .form = &form_13, .offset = 36},
    {.name = "ranks", .form = &form_18, .offset = 44},
    {.name = "trust", .form = &form_18, .offset = 56},
    {.name = "pruningScores", .form = &form_18, .offset = 68},
    {.name = "serverEmission", .form = &form_3, .offset = 80},
    {.name = "validatorEmission", .form = &form_3, .offset = 88},
    {.name = "emission", .form = &form_3, .offset = 96},
    {.name = "newValidatorPermits", .form = &form_7, .offset = 104},
    {.name = "stake", .form = &form_19, .offset = 112},
    {.name = "mechanisms", .form = &form_42, .offset = 124},
    {.name = "trace", .form = &form_28, .offset = 132},
};

static const yuma_form form_44 = {.kind = YUMA_FORM_RECORD, .size = 140, .align = 4, .fields = fields_43, .count = 15};

static const char *const strings_45[] = {"null"};

static const yuma_form form_46 = {.kind = YUMA_FORM_CONSTANT, .size = 0, .align = 1, .choices = strings_45, .count = 1};

static const yuma_field fields_47[] = {
    {.name = "lastUpdate", .form = &form_3, .offset = 0},
    {.name = "weights", .form = &form_15, .offset = 8},
    {.name = "bonds", .form = &form_15, .offset = 32},
    {.name = "commitBlocks", .form = &form_3, .offset = 56, .unread_by = 0x3ff},
};

static const yuma_form form_48 = {.kind = YUMA_FORM_RECORD, .size = 64, .align = 4, .fields = fields_47, .count = 4};

static const yuma_form form_49 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_48};

static const yuma_field fields_50[] = {
    {.name = "epochConsensus", .form = &form_46, .offset = 0},
    {.name = "ruleSet", .form = &form_0, .offset = 0, .may_be_absent = true, .absent = UINT64_C(475)},
    {.name = "n", .form = &form_1, .offset = 2},
    {.name = "currentBlock", .form = &form_2, .offset = 8},
    {.name = "activityCutoff", .form = &form_2, .offset = 16},
    {.name = "blockAtRegistration", .form = &form_3, .offset = 24},
    {.name = "alphaStake", .form = &form_3, .offset = 32, .unread_by = 0x1f},
    {.name = "taoStake", .form = &form_3, .offset = 40, .unread_by = 0x1f},
    {.name = "taoWeight", .form = &form_2, .offset = 48, .unread_by = 0x1f},
    {.name = "stakeThreshold", .form = &form_2, .offset = 56, .unread_by = 0xff},
    {.name = "ownerUid", .form = &form_4, .offset = 64, .unread_by = 0x3f},
    {.name = "commitReveal", .form = &form_5, .offset = 68, .unread_by = 0x3ff},
    {.name = "minerBudget", .form = &form_2, .offset = 72},
    {.name = "localDividendBudget", .form = &form_2, .offset = 80},
    {.name = "rootBudget", .form = &form_2, .offset = 88},
    {.name = "emissionSplit", .form = &form_33, .offset = 96},
    {.name = "mechanisms", .form = &form_49, .offset = 108},
};

static const yuma_form form_51 = {.kind = YUMA_FORM_RECORD, .size = 120, .align = 8, .fields = fields_50, .count = 17};

static const yuma_form form_52 = {.kind = YUMA_FORM_I128, .size = 16, .align = 8};

static const yuma_form form_53 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_52};

static const yuma_field fields_54[] = {
    {.name = "winner", .form = &form_4, .offset = 0},
    {.name = "stake", .form = &form_21, .offset = 4},
    {.name = "incentiveShares", .form = &form_53, .offset = 12},
    {.name = "dividendShares", .form = &form_53, .offset = 20},
    {.name = "incentive", .form = &form_21, .offset = 28},
    {.name = "dividends", .form = &form_21, .offset = 36},
    {.name = "minerBudget", .form = &form_2, .offset = 48},
    {.name = "validatorBudget", .form = &form_2, .offset = 56},
};

static const yuma_form form_55 = {.kind = YUMA_FORM_RECORD, .size = 64, .align = 8, .fields = fields_54, .count = 8};

static const yuma_form form_56 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_55};

static const yuma_field fields_57[] = {
    {.name = "stakeWeight", .form = &form_18, .offset = 0},
    {.name = "active", .form = &form_7, .offset = 12},
    {.name = "consensus", .form = &form_13, .offset = 20},
    {.name = "dividends", .form = &form_13, .offset = 28},
    {.name = "validatorTrust", .form = &form_13, .offset = 36},
    {.name = "ranks", .form = &form_18, .offset = 44},
    {.name = "trust", .form = &form_18, .offset = 56},
    {.name = "pruningScores", .form = &form_18, .offset = 68},
    {.name = "serverEmission", .form = &form_3, .offset = 80},
    {.name = "validatorEmission", .form = &form_3, .offset = 88},
    {.name = "emission", .form = &form_3, .offset = 96},
    {.name = "newValidatorPermits", .form = &form_7, .offset = 104},
    {.name = "stake", .form = &form_19, .offset = 112},
    {.name = "mechanisms", .form = &form_42, .offset = 124},
    {.name = "trace", .form = &form_56, .offset = 132},
};

static const yuma_form form_58 = {.kind = YUMA_FORM_RECORD, .size = 140, .align = 4, .fields = fields_57, .count = 15};

static const yuma_field fields_59[] = {
    {.name = "issuance", .form = &form_2, .offset = 0},
};

static const yuma_form form_60 = {.kind = YUMA_FORM_RECORD, .size = 8, .align = 8, .fields = fields_59, .count = 1};

static const yuma_form form_61 = {.kind = YUMA_FORM_OPTIONAL, .size = 24, .align = 8, .of = &form_52, .value_offset = 8};

static const yuma_field fields_62[] = {
    {.name = "emission", .form = &form_2, .offset = 0},
    {.name = "residual", .form = &form_61, .offset = 8},
};

static const yuma_form form_63 = {.kind = YUMA_FORM_RECORD, .size = 32, .align = 8, .fields = fields_62, .count = 2};

static const yuma_form form_64 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_1};

static const yuma_form form_65 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_2};

static const yuma_field fields_66[] = {
    {.name = "netuid", .form = &form_1, .offset = 0},
    {.name = "weight", .form = &form_1, .offset = 2},
};

static const yuma_form form_67 = {.kind = YUMA_FORM_TUPLE, .size = 4, .align = 2, .fields = fields_66, .count = 2};

static const yuma_form form_68 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_67};

static const yuma_field fields_69[] = {
    {.name = "uid", .form = &form_1, .offset = 0},
    {.name = "items", .form = &form_68, .offset = 4},
};

static const yuma_form form_70 = {.kind = YUMA_FORM_TUPLE, .size = 12, .align = 4, .fields = fields_69, .count = 2};

static const yuma_form form_71 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_70};

static const yuma_field fields_72[] = {
    {.name = "n", .form = &form_1, .offset = 0},
    {.name = "netuids", .form = &form_64, .offset = 4},
    {.name = "totalNetworks", .form = &form_1, .offset = 12},
    {.name = "stakes", .form = &form_65, .offset = 16},
    {.name = "weights", .form = &form_71, .offset = 24},
    {.name = "rho", .form = &form_1, .offset = 32},
    {.name = "kappa", .form = &form_1, .offset = 34},
    {.name = "blockEmission", .form = &form_2, .offset = 40},
    {.name = "normalizeRows", .form = &form_5, .offset = 48},
};

static const yuma_form form_73 = {.kind = YUMA_FORM_RECORD, .size = 56, .align = 8, .fields = fields_72, .count = 9};

static const yuma_form form_74 = {.kind = YUMA_FORM_SOMETIMES, .size = 12, .align = 4, .of = &form_53, .value_offset = 4};

static const yuma_form form_75 = {.kind = YUMA_FORM_SOMETIMES, .size = 12, .align = 4, .of = &form_65, .value_offset = 4};

static const yuma_form form_76 = {.kind = YUMA_FORM_TEXT, .size = 8, .align = 4};

static const yuma_form form_77 = {.kind = YUMA_FORM_SOMETIMES, .size = 12, .align = 4, .of = &form_76, .value_offset = 4};

static const yuma_field fields_78[] = {
    {.name = "stake", .form = &form_74, .offset = 0},
    {.name = "ranks", .form = &form_74, .offset = 12},
    {.name = "trust", .form = &form_74, .offset = 24},
    {.name = "consensus", .form = &form_74, .offset = 36},
    {.name = "shares", .form = &form_74, .offset = 48},
    {.name = "emission", .form = &form_75, .offset = 60},
    {.name = "error", .form = &form_77, .offset = 72},
};

static const yuma_form form_79 = {.kind = YUMA_FORM_RECORD, .size = 84, .align = 4, .fields = fields_78, .count = 7};

static const yuma_form form_80 = {.kind = YUMA_FORM_U128, .size = 16, .align = 8};

static const yuma_field fields_81[] = {
    {.name = "netuid", .form = &form_1, .offset = 0},
    {.name = "mechanism", .form = &form_1, .offset = 2},
    {.name = "movingPrice", .form = &form_52, .offset = 8},
    {.name = "minerBurned", .form = &form_80, .offset = 24},
    {.name = "emissionEnabled", .form = &form_5, .offset = 40},
};

static const yuma_form form_82 = {.kind = YUMA_FORM_RECORD, .size = 48, .align = 8, .fields = fields_81, .count = 5};

static const yuma_form form_83 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_82};

static const yuma_field fields_84[] = {
    {.name = "blockEmission", .form = &form_2, .offset = 0},
    {.name = "subnets", .form = &form_83, .offset = 8},
};

static const yuma_form form_85 = {.kind = YUMA_FORM_RECORD, .size = 16, .align = 8, .fields = fields_84, .count = 2};

static const yuma_field fields_86[] = {
    {.name = "netuid", .form = &form_1, .offset = 0},
    {.name = "value", .form = &form_80, .offset = 8},
};

static const yuma_form form_87 = {.kind = YUMA_FORM_TUPLE, .size = 24, .align = 8, .fields = fields_86, .count = 2};

static const yuma_form form_88 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_87};

static const yuma_field fields_89[] = {
    {.name = "priceShares", .form = &form_88, .offset = 0},
    {.name = "shares", .form = &form_88, .offset = 8},
    {.name = "emissions", .form = &form_88, .offset = 16},
    {.name = "rootSellFlag", .form = &form_5, .offset = 24},
};

static const yuma_form form_90 = {.kind = YUMA_FORM_RECORD, .size = 28, .align = 4, .fields = fields_89, .count = 4};

static const yuma_field fields_91[] = {
    {.name = "blockEmission", .form = &form_2, .offset = 0},
    {.name = "subnets", .form = &form_83, .offset = 8},
    {.name = "block", .form = &form_2, .offset = 16},
    {.name = "rank", .form = &form_11, .offset = 24},
    {.name = "quantile", .form = &form_80, .offset = 32},
    {.name = "exponent", .form = &form_80, .offset = 48},
    {.name = "storedBar", .form = &form_80, .offset = 64},
    {.name = "minerBurnWeighting", .form = &form_5, .offset = 80},
};

static const yuma_form form_92 = {.kind = YUMA_FORM_RECORD, .size = 88, .align = 8, .fields = fields_91, .count = 8};

static const yuma_field fields_93[] = {
    {.name = "priceShares", .form = &form_88, .offset = 0},
    {.name = "shares", .form = &form_88, .offset = 8},
    {.name = "emissions", .form = &form_88, .offset = 16},
    {.name = "rootSellFlag", .form = &form_5, .offset = 24},
    {.name = "weightedShares", .form = &form_88, .offset = 28},
    {.name = "barAfter", .form = &form_80, .offset = 40},
    {.name = "underflowRestored", .form = &form_5, .offset = 56},
};

static const yuma_form form_94 = {.kind = YUMA_FORM_RECORD, .size = 64, .align = 8, .fields = fields_93, .count = 7};

static const yuma_field fields_95[] = {
    {.name = "block", .form = &form_2, .offset = 0},
    {.name = "average", .form = &form_52, .offset = 8},
};

static const yuma_form form_96 = {.kind = YUMA_FORM_TUPLE, .size = 24, .align = 8, .fields = fields_95, .count = 2};

static const yuma_form form_97 = {.kind = YUMA_FORM_OPTIONAL, .size = 32, .align = 8, .of = &form_96, .value_offset = 8};

static const yuma_field fields_98[] = {
    {.name = "netuid", .form = &form_1, .offset = 0},
    {.name = "taoFlow", .form = &form_20, .offset = 8},
    {.name = "taoEma", .form = &form_97, .offset = 16},
    {.name = "protocolFlow", .form = &form_20, .offset = 48},
    {.name = "protocolEma", .form = &form_97, .offset = 56},
};

static const yuma_form form_99 = {.kind = YUMA_FORM_RECORD, .size = 88, .align = 8, .fields = fields_98, .count = 5};

static const yuma_form form_100 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_99};

static const yuma_field fields_101[] = {
    {.name = "block", .form = &form_2, .offset = 0},
    {.name = "smoothing", .form = &form_2, .offset = 8},
    {.name = "cutoff", .form = &form_52, .offset = 16},
    {.name = "exponent", .form = &form_80, .offset = 32},
    {.name = "netFlowEnabled", .form = &form_5, .offset = 48},
    {.name = "subnets", .form = &form_100, .offset = 52},
};

static const yuma_form form_102 = {.kind = YUMA_FORM_RECORD, .size = 64, .align = 8, .fields = fields_101, .count = 6};

static const yuma_field fields_103[] = {
    {.name = "netuid", .form = &form_1, .offset = 0},
    {.name = "value", .form = &form_52, .offset = 8},
};

static const yuma_form form_104 = {.kind = YUMA_FORM_TUPLE, .size = 24, .align = 8, .fields = fields_103, .count = 2};

static const yuma_form form_105 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_104};

static const yuma_field fields_106[] = {
    {.name = "userEma", .form = &form_105, .offset = 0},
    {.name = "protocolEma", .form = &form_105, .offset = 8},
    {.name = "normFactor", .form = &form_52, .offset = 16},
    {.name = "netFlows", .form = &form_105, .offset = 32},
    {.name = "lowerLimit", .form = &form_52, .offset = 40},
    {.name = "offsetFlows", .form = &form_88, .offset = 56},
    {.name = "shares", .form = &form_88, .offset = 64},
};

static const yuma_form form_107 = {.kind = YUMA_FORM_RECORD, .size = 72, .align = 8, .fields = fields_106, .count = 7};

static const yuma_form form_108 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_80};

static const yuma_field fields_109[] = {
    {.name = "flows", .form = &form_108, .offset = 0},
    {.name = "p", .form = &form_80, .offset = 8},
};

static const yuma_form form_110 = {.kind = YUMA_FORM_RECORD, .size = 24, .align = 8, .fields = fields_109, .count = 2};

static const yuma_field fields_111[] = {
    {.name = "flows", .form = &form_108, .offset = 0},
};

static const yuma_form form_112 = {.kind = YUMA_FORM_RECORD, .size = 8, .align = 4, .fields = fields_111, .count = 1};

static const yuma_field fields_113[] = {
    {.name = "val", .form = &form_80, .offset = 0},
    {.name = "p", .form = &form_80, .offset = 16},
};

static const yuma_form form_114 = {.kind = YUMA_FORM_RECORD, .size = 32, .align = 8, .fields = fields_113, .count = 2};

static const yuma_field fields_115[] = {
    {.name = "y", .form = &form_80, .offset = 0},
};

static const yuma_form form_116 = {.kind = YUMA_FORM_RECORD, .size = 16, .align = 8, .fields = fields_115, .count = 1};

static const yuma_field fields_117[] = {
    {.name = "x", .form = &form_80, .offset = 0},
    {.name = "epsilon", .form = &form_80, .offset = 16},
};

static const yuma_form form_118 = {.kind = YUMA_FORM_RECORD, .size = 32, .align = 8, .fields = fields_117, .count = 2};

static const yuma_field fields_119[] = {
    {.name = "rootTao", .form = &form_2, .offset = 0},
    {.name = "alphaIssuance", .form = &form_2, .offset = 8},
    {.name = "taoWeight", .form = &form_2, .offset = 16},
};

static const yuma_form form_120 = {.kind = YUMA_FORM_RECORD, .size = 24, .align = 8, .fields = fields_119, .count = 3};

static const yuma_field fields_121[] = {
    {.name = "taoEmission", .form = &form_80, .offset = 0},
    {.name = "alphaIssuance", .form = &form_2, .offset = 16},
    {.name = "price", .form = &form_80, .offset = 24},
    {.name = "rootTao", .form = &form_2, .offset = 40},
    {.name = "taoWeight", .form = &form_2, .offset = 48},
};

static const yuma_form form_122 = {.kind = YUMA_FORM_RECORD, .size = 56, .align = 8, .fields = fields_121, .count = 5};

static const yuma_field fields_123[] = {
    {.name = "alphaEmission", .form = &form_80, .offset = 0},
    {.name = "rootProportion", .form = &form_80, .offset = 16},
    {.name = "cap", .form = &form_80, .offset = 32},
    {.name = "alphaIn", .form = &form_80, .offset = 48},
    {.name = "taoIn", .form = &form_80, .offset = 64},
    {.name = "excessTao", .form = &form_80, .offset = 80},
    {.name = "alphaOut", .form = &form_80, .offset = 96},
    {.name = "alphaInU64", .form = &form_2, .offset = 112},
    {.name = "taoInU64", .form = &form_2, .offset = 120},
    {.name = "excessTaoU64", .form = &form_2, .offset = 128},
    {.name = "alphaOutU64", .form = &form_2, .offset = 136},
};

static const yuma_form form_124 = {.kind = YUMA_FORM_RECORD, .size = 144, .align = 8, .fields = fields_123, .count = 11};

static const yuma_field fields_125[] = {
    {.name = "alphaOut", .form = &form_80, .offset = 0},
    {.name = "alphaIssuanceAfterMint", .form = &form_2, .offset = 16},
    {.name = "ownerCut", .form = &form_1, .offset = 24},
    {.name = "ownerCutEnabled", .form = &form_5, .offset = 26},
    {.name = "rootTao", .form = &form_2, .offset = 32},
    {.name = "taoWeight", .form = &form_2, .offset = 40},
};

static const yuma_form form_126 = {.kind = YUMA_FORM_RECORD, .size = 48, .align = 8, .fields = fields_125, .count = 6};

static const yuma_field fields_127[] = {
    {.name = "alphaCreated", .form = &form_2, .offset = 0},
    {.name = "ownerCut", .form = &form_80, .offset = 8},
    {.name = "rootProportion", .form = &form_80, .offset = 24},
    {.name = "rootAlpha", .form = &form_80, .offset = 40},
    {.name = "server", .form = &form_80, .offset = 56},
    {.name = "totalValidator", .form = &form_80, .offset = 72},
    {.name = "validator", .form = &form_80, .offset = 88},
    {.name = "ownerCutU64", .form = &form_2, .offset = 104},
    {.name = "rootAlphaU64", .form = &form_2, .offset = 112},
    {.name = "serverU64", .form = &form_2, .offset = 120},
    {.name = "validatorU64", .form = &form_2, .offset = 128},
};

static const yuma_form form_128 = {.kind = YUMA_FORM_RECORD, .size = 136, .align = 8, .fields = fields_127, .count = 11};

static const yuma_field fields_129[] = {
    {.name = "netuid", .form = &form_1, .offset = 0},
    {.name = "mechanism", .form = &form_1, .offset = 2},
    {.name = "movingPrice", .form = &form_52, .offset = 8},
    {.name = "minerBurned", .form = &form_80, .offset = 24},
    {.name = "emissionEnabled", .form = &form_5, .offset = 40},
    {.name = "alphaIn", .form = &form_2, .offset = 48},
    {.name = "alphaOut", .form = &form_2, .offset = 56},
    {.name = "price", .form = &form_80, .offset = 64},
    {.name = "ownerCutEnabled", .form = &form_5, .offset = 80},
};

static const yuma_form form_130 = {.kind = YUMA_FORM_RECORD, .size = 88, .align = 8, .fields = fields_129, .count = 9};

static const yuma_form form_131 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_130};

static const yuma_field fields_132[] = {
    {.name = "issuance", .form = &form_2, .offset = 0},
    {.name = "rootTao", .form = &form_2, .offset = 8},
    {.name = "taoWeight", .form = &form_2, .offset = 16},
    {.name = "ownerCut", .form = &form_1, .offset = 24},
    {.name = "subnets", .form = &form_131, .offset = 28},
};

static const yuma_form form_133 = {.kind = YUMA_FORM_RECORD, .size = 40, .align = 8, .fields = fields_132, .count = 5};

static const yuma_field fields_134[] = {
    {.name = "emission", .form = &form_80, .offset = 0},
    {.name = "taoIn", .form = &form_2, .offset = 16},
    {.name = "alphaIn", .form = &form_2, .offset = 24},
    {.name = "alphaOut", .form = &form_2, .offset = 32},
    {.name = "excessTao", .form = &form_2, .offset = 40},
    {.name = "owner", .form = &form_2, .offset = 48},
    {.name = "server", .form = &form_2, .offset = 56},
    {.name = "validator", .form = &form_2, .offset = 64},
    {.name = "rootAlpha", .form = &form_2, .offset = 72},
};

static const yuma_form form_135 = {.kind = YUMA_FORM_RECORD, .size = 80, .align = 8, .fields = fields_134, .count = 9};

static const yuma_field fields_136[] = {
    {.name = "netuid", .form = &form_1, .offset = 0},
    {.name = "terms", .form = &form_135, .offset = 8},
};

static const yuma_form form_137 = {.kind = YUMA_FORM_TUPLE, .size = 88, .align = 8, .fields = fields_136, .count = 2};

static const yuma_form form_138 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_137};

static const yuma_field fields_139[] = {
    {.name = "blockEmission", .form = &form_2, .offset = 0},
    {.name = "rootSellFlag", .form = &form_5, .offset = 8},
    {.name = "subnets", .form = &form_138, .offset = 12},
};

static const yuma_form form_140 = {.kind = YUMA_FORM_RECORD, .size = 24, .align = 8, .fields = fields_139, .count = 3};

static const yuma_field fields_141[] = {
    {.name = "netuid", .form = &form_1, .offset = 0},
    {.name = "mechanism", .form = &form_1, .offset = 2},
    {.name = "block", .form = &form_2, .offset = 8},
    {.name = "firstEmissionBlock", .form = &form_6, .offset = 16},
    {.name = "halvingBlocks", .form = &form_2, .offset = 32},
    {.name = "movingAlpha", .form = &form_52, .offset = 40},
    {.name = "movingPrice", .form = &form_52, .offset = 56},
    {.name = "price", .form = &form_80, .offset = 72},
};

static const yuma_form form_142 = {.kind = YUMA_FORM_RECORD, .size = 88, .align = 8, .fields = fields_141, .count = 8};

static const yuma_field fields_143[] = {
    {.name = "alpha", .form = &form_80, .offset = 0},
    {.name = "movingPrice", .form = &form_52, .offset = 16},
};

static const yuma_form form_144 = {.kind = YUMA_FORM_RECORD, .size = 32, .align = 8, .fields = fields_143, .count = 2};

static const yuma_field fields_145[] = {
    {.name = "alpha", .form = &form_2, .offset = 0},
    {.name = "root", .form = &form_2, .offset = 8},
};

static const yuma_form form_146 = {.kind = YUMA_FORM_TUPLE, .size = 16, .align = 8, .fields = fields_145, .count = 2};

static const yuma_form form_147 = {.kind = YUMA_FORM_OPTIONAL, .size = 24, .align = 8, .of = &form_146, .value_offset = 8};

static const yuma_field fields_148[] = {
    {.name = "id", .form = &form_11, .offset = 0},
    {.name = "dividend", .form = &form_80, .offset = 8},
    {.name = "stake", .form = &form_147, .offset = 24},
};

static const yuma_form form_149 = {.kind = YUMA_FORM_RECORD, .size = 48, .align = 8, .fields = fields_148, .count = 3};

static const yuma_form form_150 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_149};

static const yuma_field fields_151[] = {
    {.name = "hotkeys", .form = &form_150, .offset = 0},
    {.name = "pendingAlpha", .form = &form_2, .offset = 8},
    {.name = "pendingRootAlpha", .form = &form_2, .offset = 16},
    {.name = "taoWeight", .form = &form_80, .offset = 24},
};

static const yuma_form form_152 = {.kind = YUMA_FORM_RECORD, .size = 40, .align = 8, .fields = fields_151, .count = 4};

static const yuma_field fields_153[] = {
    {.name = "id", .form = &form_11, .offset = 0},
    {.name = "value", .form = &form_80, .offset = 8},
};

static const yuma_form form_154 = {.kind = YUMA_FORM_TUPLE, .size = 24, .align = 8, .fields = fields_153, .count = 2};

static const yuma_form form_155 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_154};

static const yuma_field fields_156[] = {
    {.name = "alphaDividends", .form = &form_155, .offset = 0},
    {.name = "rootAlphaDividends", .form = &form_155, .offset = 8},
};

static const yuma_form form_157 = {.kind = YUMA_FORM_RECORD, .size = 16, .align = 4, .fields = fields_156, .count = 2};

static const yuma_field fields_158[] = {
    {.name = "id", .form = &form_11, .offset = 0},
    {.name = "dividend", .form = &form_80, .offset = 8},
    {.name = "stake", .form = &form_147, .offset = 24},
    {.name = "onRoot", .form = &form_5, .offset = 48},
};

static const yuma_form form_159 = {.kind = YUMA_FORM_RECORD, .size = 56, .align = 8, .fields = fields_158, .count = 4};

static const yuma_form form_160 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_159};

static const yuma_field fields_161[] = {
    {.name = "hotkeys", .form = &form_160, .offset = 0},
    {.name = "pendingAlpha", .form = &form_2, .offset = 8},
    {.name = "pendingRootAlpha", .form = &form_2, .offset = 16},
    {.name = "taoWeight", .form = &form_80, .offset = 24},
};

static const yuma_form form_162 = {.kind = YUMA_FORM_RECORD, .size = 40, .align = 8, .fields = fields_161, .count = 4};

static const yuma_field fields_163[] = {
    {.name = "alphaStake", .form = &form_2, .offset = 0},
    {.name = "rootStake", .form = &form_2, .offset = 8},
    {.name = "children", .form = &form_65, .offset = 16},
    {.name = "taoWeight", .form = &form_2, .offset = 24},
};

static const yuma_form form_164 = {.kind = YUMA_FORM_RECORD, .size = 32, .align = 8, .fields = fields_163, .count = 4};

static const yuma_field fields_165[] = {
    {.name = "y", .form = &form_2, .offset = 0},
};

static const yuma_form form_166 = {.kind = YUMA_FORM_RECORD, .size = 8, .align = 8, .fields = fields_165, .count = 1};

static const yuma_field fields_167[] = {
    {.name = "id", .form = &form_11, .offset = 0},
    {.name = "alphaStake", .form = &form_2, .offset = 8},
    {.name = "rootStake", .form = &form_2, .offset = 16},
    {.name = "proportion", .form = &form_2, .offset = 24},
    {.name = "sameOwner", .form = &form_5, .offset = 32},
};

static const yuma_form form_168 = {.kind = YUMA_FORM_RECORD, .size = 40, .align = 8, .fields = fields_167, .count = 5};

static const yuma_form form_169 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_168};

static const yuma_field fields_170[] = {
    {.name = "hotkey", .form = &form_11, .offset = 0},
    {.name = "dividends", .form = &form_2, .offset = 8},
    {.name = "selfContribution", .form = &form_2, .offset = 16},
    {.name = "parents", .form = &form_169, .offset = 24},
    {.name = "childkeyTake", .form = &form_1, .offset = 32},
    {.name = "ckBurn", .form = &form_2, .offset = 40},
    {.name = "taoWeight", .form = &form_2, .offset = 48},
};

static const yuma_form form_171 = {.kind = YUMA_FORM_RECORD, .size = 56, .align = 8, .fields = fields_170, .count = 7};

static const yuma_field fields_172[] = {
    {.name = "id", .form = &form_11, .offset = 0},
    {.name = "rao", .form = &form_2, .offset = 8},
};

static const yuma_form form_173 = {.kind = YUMA_FORM_TUPLE, .size = 16, .align = 8, .fields = fields_172, .count = 2};

static const yuma_form form_174 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_173};

static const yuma_field fields_175[] = {
    {.name = "tuples", .form = &form_174, .offset = 0},
    {.name = "recycled", .form = &form_65, .offset = 8},
};

static const yuma_form form_176 = {.kind = YUMA_FORM_RECORD, .size = 16, .align = 4, .fields = fields_175, .count = 2};

static const yuma_field fields_177[] = {
    {.name = "dividends", .form = &form_80, .offset = 0},
    {.name = "take", .form = &form_1, .offset = 16},
};

static const yuma_form form_178 = {.kind = YUMA_FORM_RECORD, .size = 24, .align = 8, .fields = fields_177, .count = 2};

static const yuma_field fields_179[] = {
    {.name = "take", .form = &form_2, .offset = 0},
    {.name = "rest", .form = &form_2, .offset = 8},
};

static const yuma_form form_180 = {.kind = YUMA_FORM_RECORD, .size = 16, .align = 8, .fields = fields_179, .count = 2};

static const yuma_field fields_181[] = {
    {.name = "withheld", .form = &form_2, .offset = 0},
    {.name = "total", .form = &form_2, .offset = 8},
};

static const yuma_form form_182 = {.kind = YUMA_FORM_RECORD, .size = 16, .align = 8, .fields = fields_181, .count = 2};

static const yuma_field fields_183[] = {
    {.name = "id", .form = &form_11, .offset = 0},
    {.name = "incentive", .form = &form_2, .offset = 8},
    {.name = "dividends", .form = &form_2, .offset = 16},
};

static const yuma_form form_184 = {.kind = YUMA_FORM_TUPLE, .size = 24, .align = 8, .fields = fields_183, .count = 3};

static const yuma_form form_185 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_184};

static const yuma_field fields_186[] = {
    {.name = "proportion", .form = &form_2, .offset = 0},
    {.name = "parent", .form = &form_11, .offset = 8},
};

static const yuma_form form_187 = {.kind = YUMA_FORM_TUPLE, .size = 16, .align = 8, .fields = fields_186, .count = 2};

static const yuma_form form_188 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_187};

static const yuma_field fields_189[] = {
    {.name = "id", .form = &form_11, .offset = 0},
    {.name = "owner", .form = &form_11, .offset = 4},
    {.name = "isOwnerHotkey", .form = &form_5, .offset = 8},
    {.name = "alphaStake", .form = &form_2, .offset = 16},
    {.name = "rootStake", .form = &form_2, .offset = 24},
    {.name = "children", .form = &form_65, .offset = 32},
    {.name = "parents", .form = &form_188, .offset = 40},
    {.name = "childkeyTake", .form = &form_1, .offset = 48},
    {.name = "take", .form = &form_1, .offset = 50},
};

static const yuma_form form_190 = {.kind = YUMA_FORM_RECORD, .size = 56, .align = 8, .fields = fields_189, .count = 9};

static const yuma_form form_191 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_190};

static const yuma_field fields_192[] = {
    {.name = "hotkeyEmission", .form = &form_185, .offset = 0},
    {.name = "hotkeys", .form = &form_191, .offset = 8},
    {.name = "pendingServer", .form = &form_2, .offset = 16},
    {.name = "pendingValidator", .form = &form_2, .offset = 24},
    {.name = "pendingRootAlpha", .form = &form_2, .offset = 32},
    {.name = "ckBurn", .form = &form_2, .offset = 40},
    {.name = "taoWeight", .form = &form_2, .offset = 48},
};

static const yuma_form form_193 = {.kind = YUMA_FORM_RECORD, .size = 56, .align = 8, .fields = fields_192, .count = 7};

static const yuma_field fields_194[] = {
    {.name = "id", .form = &form_11, .offset = 0},
    {.name = "value", .form = &form_2, .offset = 8},
};

static const yuma_form form_195 = {.kind = YUMA_FORM_TUPLE, .size = 16, .align = 8, .fields = fields_194, .count = 2};

static const yuma_form form_196 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_195};

static const yuma_field fields_197[] = {
    {.name = "id", .form = &form_11, .offset = 0},
    {.name = "take", .form = &form_2, .offset = 8},
    {.name = "rest", .form = &form_2, .offset = 16},
};

static const yuma_form form_198 = {.kind = YUMA_FORM_TUPLE, .size = 24, .align = 8, .fields = fields_197, .count = 3};

static const yuma_form form_199 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_198};

static const yuma_field fields_200[] = {
    {.name = "validatorAlpha", .form = &form_2, .offset = 0},
    {.name = "incentives", .form = &form_196, .offset = 8},
    {.name = "dividends", .form = &form_155, .offset = 16},
    {.name = "ckRecycled", .form = &form_65, .offset = 24},
    {.name = "alphaDividends", .form = &form_155, .offset = 32},
    {.name = "rootAlphaDividends", .form = &form_155, .offset = 40},
    {.name = "alphaTakeRest", .form = &form_199, .offset = 48},
    {.name = "rootTakeRest", .form = &form_199, .offset = 56},
    {.name = "minerBurned", .form = &form_80, .offset = 64},
};

static const yuma_form form_201 = {.kind = YUMA_FORM_RECORD, .size = 80, .align = 8, .fields = fields_200, .count = 9};

static const yuma_field fields_202[] = {
    {.name = "netuid", .form = &form_1, .offset = 0},
    {.name = "tempo", .form = &form_1, .offset = 2},
    {.name = "lastEpochBlock", .form = &form_2, .offset = 8},
    {.name = "pendingEpochAt", .form = &form_2, .offset = 16},
    {.name = "blocksSinceLastStep", .form = &form_2, .offset = 24},
    {.name = "epochIndex", .form = &form_2, .offset = 32},
    {.name = "consistent", .form = &form_5, .offset = 40},
    {.name = "block", .form = &form_2, .offset = 48},
};

static const yuma_form form_203 = {.kind = YUMA_FORM_RECORD, .size = 56, .align = 8, .fields = fields_202, .count = 8};

static const yuma_field fields_204[] = {
    {.name = "shouldRun", .form = &form_5, .offset = 0},
    {.name = "blocksUntilNextAuto", .form = &form_2, .offset = 8},
    {.name = "nextEpochStart", .form = &form_6, .offset = 16},
};

static const yuma_form form_205 = {.kind = YUMA_FORM_RECORD, .size = 32, .align = 8, .fields = fields_204, .count = 3};

static const yuma_field fields_206[] = {
    {.name = "shouldRun", .form = &form_5, .offset = 0},
};

static const yuma_form form_207 = {.kind = YUMA_FORM_RECORD, .size = 1, .align = 1, .fields = fields_206, .count = 1};

static const char *const strings_208[] = {"saturating", "wrapping"};

static const yuma_form form_209 = {.kind = YUMA_FORM_CHOICE, .size = 1, .align = 1, .choices = strings_208, .count = 2};

static const yuma_field fields_210[] = {
    {.name = "netuid", .form = &form_1, .offset = 0},
    {.name = "tempo", .form = &form_1, .offset = 2},
    {.name = "block", .form = &form_2, .offset = 8},
    {.name = "variant", .form = &form_209, .offset = 16},
    {.name = "tempoZeroBlocks", .form = &form_2, .offset = 24, .may_be_absent = true, .absent = UINT64_C(18446744073709551615)},
};

static const yuma_form form_211 = {.kind = YUMA_FORM_RECORD, .size = 32, .align = 8, .fields = fields_210, .count = 5};

static const yuma_field fields_212[] = {
    {.name = "blocksUntilNextEpoch", .form = &form_2, .offset = 0},
};

static const yuma_form form_213 = {.kind = YUMA_FORM_RECORD, .size = 8, .align = 8, .fields = fields_212, .count = 1};

static const yuma_field fields_214[] = {
    {.name = "netuid", .form = &form_1, .offset = 0},
    {.name = "tempo", .form = &form_1, .offset = 2},
    {.name = "lastEpochBlock", .form = &form_2, .offset = 8},
    {.name = "pendingEpochAt", .form = &form_2, .offset = 16},
    {.name = "blocksSinceLastStep", .form = &form_2, .offset = 24},
    {.name = "epochIndex", .form = &form_2, .offset = 32},
    {.name = "consistent", .form = &form_5, .offset = 40},
};

static const yuma_form form_215 = {.kind = YUMA_FORM_RECORD, .size = 48, .align = 8, .fields = fields_214, .count = 7};

static const yuma_form form_216 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_215};

static const yuma_field fields_217[] = {
    {.name = "startBlock", .form = &form_2, .offset = 0},
    {.name = "blocks", .form = &form_2, .offset = 8},
    {.name = "cap", .form = &form_11, .offset = 16},
    {.name = "subnets", .form = &form_216, .offset = 20},
};

static const yuma_form form_218 = {.kind = YUMA_FORM_RECORD, .size = 32, .align = 8, .fields = fields_217, .count = 4};

static const char *const strings_219[] = {"run", "skipped", "deferred"};

static const yuma_form form_220 = {.kind = YUMA_FORM_CHOICE, .size = 1, .align = 1, .choices = strings_219, .count = 3};

static const yuma_field fields_221[] = {
    {.name = "block", .form = &form_2, .offset = 0},
    {.name = "netuid", .form = &form_1, .offset = 8},
    {.name = "event", .form = &form_220, .offset = 10},
};

static const yuma_form form_222 = {.kind = YUMA_FORM_TUPLE, .size = 16, .align = 8, .fields = fields_221, .count = 3};

static const yuma_form form_223 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_222};

static const yuma_field fields_224[] = {
    {.name = "block", .form = &form_2, .offset = 0},
    {.name = "items", .form = &form_64, .offset = 8},
};

static const yuma_form form_225 = {.kind = YUMA_FORM_TUPLE, .size = 16, .align = 8, .fields = fields_224, .count = 2};

static const yuma_form form_226 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_225};

static const yuma_field fields_227[] = {
    {.name = "events", .form = &form_223, .offset = 0},
    {.name = "deferredBeforeDrain", .form = &form_226, .offset = 8},
    {.name = "final", .form = &form_216, .offset = 16},
};

static const yuma_form form_228 = {.kind = YUMA_FORM_RECORD, .size = 24, .align = 4, .fields = fields_227, .count = 3};

static const yuma_field fields_229[] = {
    {.name = "netuid", .form = &form_1, .offset = 0},
    {.name = "tempo", .form = &form_1, .offset = 2},
    {.name = "lastEpochBlock", .form = &form_2, .offset = 8},
    {.name = "pendingEpochAt", .form = &form_2, .offset = 16},
    {.name = "blocksSinceLastStep", .form = &form_2, .offset = 24},
    {.name = "epochIndex", .form = &form_2, .offset = 32},
    {.name = "consistent", .form = &form_5, .offset = 40},
    {.name = "nullConsensus", .form = &form_5, .offset = 41},
};

static const yuma_form form_230 = {.kind = YUMA_FORM_RECORD, .size = 48, .align = 8, .fields = fields_229, .count = 8};

static const yuma_form form_231 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_230};

static const yuma_field fields_232[] = {
    {.name = "startBlock", .form = &form_2, .offset = 0},
    {.name = "blocks", .form = &form_2, .offset = 8},
    {.name = "cap", .form = &form_11, .offset = 16},
    {.name = "subnets", .form = &form_231, .offset = 20},
};

static const yuma_form form_233 = {.kind = YUMA_FORM_RECORD, .size = 32, .align = 8, .fields = fields_232, .count = 4};

static const yuma_form form_234 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_11};

static const yuma_field fields_235[] = {
    {.name = "events", .form = &form_223, .offset = 0},
    {.name = "deferredBeforeDrain", .form = &form_226, .offset = 8},
    {.name = "caps", .form = &form_234, .offset = 16},
    {.name = "final", .form = &form_216, .offset = 24},
};

static const yuma_form form_236 = {.kind = YUMA_FORM_RECORD, .size = 32, .align = 4, .fields = fields_235, .count = 4};

static const yuma_field fields_237[] = {
    {.name = "netuid", .form = &form_1, .offset = 0},
    {.name = "mechanism", .form = &form_1, .offset = 2},
    {.name = "movingPrice", .form = &form_52, .offset = 8},
};

static const yuma_form form_238 = {.kind = YUMA_FORM_RECORD, .size = 24, .align = 8, .fields = fields_237, .count = 3};

static const yuma_form form_239 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_238};

static const yuma_field fields_240[] = {
    {.name = "blockEmission", .form = &form_2, .offset = 0},
    {.name = "subnets", .form = &form_239, .offset = 8},
};

static const yuma_form form_241 = {.kind = YUMA_FORM_RECORD, .size = 16, .align = 8, .fields = fields_240, .count = 2};

static const yuma_field fields_242[] = {
    {.name = "totalMovingPrices", .form = &form_52, .offset = 0},
    {.name = "emissions", .form = &form_105, .offset = 16},
};

static const yuma_form form_243 = {.kind = YUMA_FORM_RECORD, .size = 24, .align = 8, .fields = fields_242, .count = 2};

static const yuma_field fields_244[] = {
    {.name = "totalMovingPrices", .form = &form_80, .offset = 0},
    {.name = "emissions", .form = &form_88, .offset = 16},
};

static const yuma_form form_245 = {.kind = YUMA_FORM_RECORD, .size = 24, .align = 8, .fields = fields_244, .count = 2};

static const yuma_field fields_246[] = {
    {.name = "netuid", .form = &form_1, .offset = 0},
    {.name = "mechanism", .form = &form_1, .offset = 2},
    {.name = "movingPrice", .form = &form_52, .offset = 8},
    {.name = "minerBurned", .form = &form_80, .offset = 24},
    {.name = "emissionEnabled", .form = &form_5, .offset = 40},
    {.name = "alphaIssuance", .form = &form_2, .offset = 48},
};

static const yuma_form form_247 = {.kind = YUMA_FORM_RECORD, .size = 56, .align = 8, .fields = fields_246, .count = 6};

static const yuma_form form_248 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_247};

static const yuma_field fields_249[] = {
    {.name = "blockEmission", .form = &form_2, .offset = 0},
    {.name = "rootTao", .form = &form_2, .offset = 8},
    {.name = "taoWeight", .form = &form_2, .offset = 16},
    {.name = "subnets", .form = &form_248, .offset = 24},
};

static const yuma_form form_250 = {.kind = YUMA_FORM_RECORD, .size = 32, .align = 8, .fields = fields_249, .count = 4};

static const yuma_field fields_251[] = {
    {.name = "rootProportions", .form = &form_88, .offset = 0},
    {.name = "priceShares", .form = &form_88, .offset = 8},
    {.name = "shares", .form = &form_88, .offset = 16},
    {.name = "emissions", .form = &form_88, .offset = 24},
    {.name = "rootSellFlag", .form = &form_5, .offset = 32},
};

static const yuma_form form_252 = {.kind = YUMA_FORM_RECORD, .size = 36, .align = 4, .fields = fields_251, .count = 5};

static const uint16_t numbers_253[] = {334, 338};

static const yuma_form form_254 = {.kind = YUMA_FORM_ONE_OF, .size = 2, .align = 2, .numbers = numbers_253, .count = 2};

static const yuma_field fields_255[] = {
    {.name = "netuid", .form = &form_1, .offset = 0},
    {.name = "mechanism", .form = &form_1, .offset = 2},
    {.name = "movingPrice", .form = &form_52, .offset = 8},
    {.name = "price", .form = &form_80, .offset = 24},
    {.name = "taoFlow", .form = &form_20, .offset = 40},
    {.name = "taoEma", .form = &form_97, .offset = 48},
};

static const yuma_form form_256 = {.kind = YUMA_FORM_RECORD, .size = 80, .align = 8, .fields = fields_255, .count = 6};

static const yuma_form form_257 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_256};

static const yuma_field fields_258[] = {
    {.name = "ruleSet", .form = &form_254, .offset = 0},
    {.name = "block", .form = &form_2, .offset = 8},
    {.name = "smoothing", .form = &form_2, .offset = 16},
    {.name = "cutoff", .form = &form_52, .offset = 24},
    {.name = "exponent", .form = &form_80, .offset = 40},
    {.name = "blockEmission", .form = &form_2, .offset = 56},
    {.name = "subnets", .form = &form_257, .offset = 64},
};

static const yuma_form form_259 = {.kind = YUMA_FORM_RECORD, .size = 72, .align = 8, .fields = fields_258, .count = 7};

static const yuma_field fields_260[] = {
    {.name = "userEma", .form = &form_105, .offset = 0},
    {.name = "flowKept", .form = &form_234, .offset = 8},
    {.name = "lowerLimit", .form = &form_52, .offset = 16},
    {.name = "offsetFlows", .form = &form_88, .offset = 32},
    {.name = "shares", .form = &form_88, .offset = 40},
    {.name = "emissions", .form = &form_88, .offset = 48},
};

static const yuma_form form_261 = {.kind = YUMA_FORM_RECORD, .size = 56, .align = 8, .fields = fields_260, .count = 6};

static const yuma_field fields_262[] = {
    {.name = "netuid", .form = &form_1, .offset = 0},
    {.name = "taoFlow", .form = &form_20, .offset = 8},
    {.name = "taoEma", .form = &form_97, .offset = 16},
    {.name = "protocolFlow", .form = &form_20, .offset = 48},
    {.name = "protocolEma", .form = &form_97, .offset = 56},
    {.name = "emissionEnabled", .form = &form_5, .offset = 88},
};

static const yuma_form form_263 = {.kind = YUMA_FORM_RECORD, .size = 96, .align = 8, .fields = fields_262, .count = 6};

static const yuma_form form_264 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_263};

static const yuma_field fields_265[] = {
    {.name = "block", .form = &form_2, .offset = 0},
    {.name = "smoothing", .form = &form_2, .offset = 8},
    {.name = "cutoff", .form = &form_52, .offset = 16},
    {.name = "exponent", .form = &form_80, .offset = 32},
    {.name = "netFlowEnabled", .form = &form_5, .offset = 48},
    {.name = "blockEmission", .form = &form_2, .offset = 56},
    {.name = "subnets", .form = &form_264, .offset = 64},
};

static const yuma_form form_266 = {.kind = YUMA_FORM_RECORD, .size = 72, .align = 8, .fields = fields_265, .count = 7};

static const yuma_field fields_267[] = {
    {.name = "userEma", .form = &form_105, .offset = 0},
    {.name = "protocolEma", .form = &form_105, .offset = 8},
    {.name = "normFactor", .form = &form_52, .offset = 16},
    {.name = "netFlows", .form = &form_105, .offset = 32},
    {.name = "lowerLimit", .form = &form_52, .offset = 40},
    {.name = "offsetFlows", .form = &form_88, .offset = 56},
    {.name = "shares", .form = &form_88, .offset = 64},
    {.name = "emissions", .form = &form_88, .offset = 72},
};

static const yuma_form form_268 = {.kind = YUMA_FORM_RECORD, .size = 80, .align = 8, .fields = fields_267, .count = 8};

static const uint16_t numbers_269[] = {233, 234, 246, 252, 258, 261};

static const yuma_form form_270 = {.kind = YUMA_FORM_ONE_OF, .size = 2, .align = 2, .numbers = numbers_269, .count = 6};

static const yuma_form form_271 = {.kind = YUMA_FORM_COINBASE, .size = 16, .align = 8};

static const yuma_field fields_272[] = {
    {.name = "ruleSet", .form = &form_270, .offset = 0},
    {.name = "netuid", .form = &form_1, .offset = 2},
    {.name = "mechanism", .form = &form_1, .offset = 4},
    {.name = "block", .form = &form_2, .offset = 8},
    {.name = "registeredAt", .form = &form_2, .offset = 16},
    {.name = "firstEmissionBlock", .form = &form_6, .offset = 24},
    {.name = "halvingBlocks", .form = &form_2, .offset = 40},
    {.name = "movingAlpha", .form = &form_52, .offset = 48},
    {.name = "movingPrice", .form = &form_52, .offset = 64},
    {.name = "price", .form = &form_271, .offset = 80},
};

static const yuma_form form_273 = {.kind = YUMA_FORM_RECORD, .size = 96, .align = 8, .fields = fields_272, .count = 10};

static const yuma_field fields_274[] = {
    {.name = "alpha", .form = &form_271, .offset = 0},
    {.name = "movingPrice", .form = &form_52, .offset = 16},
};

static const yuma_form form_275 = {.kind = YUMA_FORM_RECORD, .size = 32, .align = 8, .fields = fields_274, .count = 2};

static const uint16_t numbers_276[] = {233, 261};

static const yuma_form form_277 = {.kind = YUMA_FORM_ONE_OF, .size = 2, .align = 2, .numbers = numbers_276, .count = 2};

static const yuma_field fields_278[] = {
    {.name = "ruleSet", .form = &form_277, .offset = 0},
    {.name = "netuid", .form = &form_1, .offset = 2},
    {.name = "mechanism", .form = &form_1, .offset = 4},
    {.name = "tao", .form = &form_2, .offset = 8},
    {.name = "alphaIn", .form = &form_2, .offset = 16},
};

static const yuma_form form_279 = {.kind = YUMA_FORM_RECORD, .size = 24, .align = 8, .fields = fields_278, .count = 5};

static const yuma_field fields_280[] = {
    {.name = "y", .form = &form_271, .offset = 0},
};

static const yuma_form form_281 = {.kind = YUMA_FORM_RECORD, .size = 16, .align = 8, .fields = fields_280, .count = 1};

static const uint16_t numbers_282[] = {233, 238, 261};

static const yuma_form form_283 = {.kind = YUMA_FORM_ONE_OF, .size = 2, .align = 2, .numbers = numbers_282, .count = 3};

static const yuma_field fields_284[] = {
    {.name = "ruleSet", .form = &form_283, .offset = 0},
    {.name = "taoEmission", .form = &form_271, .offset = 8},
    {.name = "alphaIssuance", .form = &form_2, .offset = 24},
    {.name = "price", .form = &form_271, .offset = 32},
    {.name = "burnRegistration", .form = &form_5, .offset = 48},
    {.name = "powRegistration", .form = &form_5, .offset = 49},
};

static const yuma_form form_285 = {.kind = YUMA_FORM_RECORD, .size = 56, .align = 8, .fields = fields_284, .count = 6};

static const yuma_field fields_286[] = {
    {.name = "alphaEmission", .form = &form_271, .offset = 0},
    {.name = "alphaIn", .form = &form_271, .offset = 16},
    {.name = "taoIn", .form = &form_271, .offset = 32},
    {.name = "alphaOut", .form = &form_271, .offset = 48},
    {.name = "alphaInU64", .form = &form_2, .offset = 64},
    {.name = "taoInU64", .form = &form_2, .offset = 72},
    {.name = "alphaOutU64", .form = &form_2, .offset = 80},
};

static const yuma_form form_287 = {.kind = YUMA_FORM_RECORD, .size = 88, .align = 8, .fields = fields_286, .count = 7};

static const uint16_t numbers_288[] = {298, 301, 320};

static const yuma_form form_289 = {.kind = YUMA_FORM_ONE_OF, .size = 2, .align = 2, .numbers = numbers_288, .count = 3};

static const yuma_field fields_290[] = {
    {.name = "ruleSet", .form = &form_289, .offset = 0},
    {.name = "blockEmission", .form = &form_2, .offset = 8},
    {.name = "taoEmission", .form = &form_80, .offset = 16},
    {.name = "alphaIssuance", .form = &form_2, .offset = 32},
    {.name = "price", .form = &form_80, .offset = 40},
    {.name = "burnRegistration", .form = &form_5, .offset = 56},
    {.name = "powRegistration", .form = &form_5, .offset = 57},
};

static const yuma_form form_291 = {.kind = YUMA_FORM_RECORD, .size = 64, .align = 8, .fields = fields_290, .count = 7};

static const yuma_field fields_292[] = {
    {.name = "taoRatio", .form = &form_80, .offset = 0},
    {.name = "subsidised", .form = &form_5, .offset = 16},
    {.name = "alphaEmission", .form = &form_80, .offset = 24},
    {.name = "alphaIn", .form = &form_80, .offset = 40},
    {.name = "taoIn", .form = &form_80, .offset = 56},
    {.name = "alphaOut", .form = &form_80, .offset = 72},
    {.name = "alphaInU64", .form = &form_2, .offset = 88},
    {.name = "taoInU64", .form = &form_2, .offset = 96},
    {.name = "alphaOutU64", .form = &form_2, .offset = 104},
    {.name = "buyTao", .form = &form_80, .offset = 112},
    {.name = "buyTaoU64", .form = &form_2, .offset = 128},
};

static const yuma_form form_293 = {.kind = YUMA_FORM_RECORD, .size = 136, .align = 8, .fields = fields_292, .count = 11};

static const uint16_t numbers_294[] = {342, 361, 362};

static const yuma_form form_295 = {.kind = YUMA_FORM_ONE_OF, .size = 2, .align = 2, .numbers = numbers_294, .count = 3};

static const yuma_field fields_296[] = {
    {.name = "ruleSet", .form = &form_295, .offset = 0},
    {.name = "capBlockEmission", .form = &form_6, .offset = 8},
    {.name = "taoEmission", .form = &form_80, .offset = 24},
    {.name = "alphaIssuance", .form = &form_2, .offset = 40},
    {.name = "price", .form = &form_80, .offset = 48},
    {.name = "burnRegistration", .form = &form_5, .offset = 64},
    {.name = "powRegistration", .form = &form_5, .offset = 65},
};

static const yuma_form form_297 = {.kind = YUMA_FORM_RECORD, .size = 72, .align = 8, .fields = fields_296, .count = 7};

static const yuma_field fields_298[] = {
    {.name = "cap", .form = &form_80, .offset = 0},
    {.name = "alphaEmission", .form = &form_80, .offset = 16},
    {.name = "alphaIn", .form = &form_80, .offset = 32},
    {.name = "taoIn", .form = &form_80, .offset = 48},
    {.name = "alphaOut", .form = &form_80, .offset = 64},
    {.name = "alphaInU64", .form = &form_2, .offset = 80},
    {.name = "taoInU64", .form = &form_2, .offset = 88},
    {.name = "alphaOutU64", .form = &form_2, .offset = 96},
    {.name = "excessTao", .form = &form_80, .offset = 104},
    {.name = "excessTaoU64", .form = &form_2, .offset = 120},
};

static const yuma_form form_299 = {.kind = YUMA_FORM_RECORD, .size = 128, .align = 8, .fields = fields_298, .count = 10};

static const yuma_field fields_300[] = {
    {.name = "ruleSet", .form = &form_277, .offset = 0},
    {.name = "mechanism", .form = &form_1, .offset = 2},
    {.name = "tao", .form = &form_2, .offset = 8},
    {.name = "alphaIn", .form = &form_2, .offset = 16},
    {.name = "amount", .form = &form_2, .offset = 24},
};

static const yuma_form form_301 = {.kind = YUMA_FORM_RECORD, .size = 32, .align = 8, .fields = fields_300, .count = 5};

static const yuma_field fields_302[] = {
    {.name = "tao", .form = &form_6, .offset = 0},
};

static const yuma_form form_303 = {.kind = YUMA_FORM_RECORD, .size = 16, .align = 8, .fields = fields_302, .count = 1};

static const uint16_t numbers_304[] = {233, 261, 283, 298, 334, 342};

static const yuma_form form_305 = {.kind = YUMA_FORM_ONE_OF, .size = 2, .align = 2, .numbers = numbers_304, .count = 6};

static const yuma_field fields_306[] = {
    {.name = "ruleSet", .form = &form_305, .offset = 0},
    {.name = "alphaOut", .form = &form_271, .offset = 8},
    {.name = "alphaIssuanceAfterMint", .form = &form_2, .offset = 24},
    {.name = "ownerCut", .form = &form_1, .offset = 32},
    {.name = "rootTao", .form = &form_2, .offset = 40},
    {.name = "taoWeight", .form = &form_2, .offset = 48},
    {.name = "subsidised", .form = &form_5, .offset = 56},
    {.name = "rootSellFlag", .form = &form_5, .offset = 57},
    {.name = "soldForTao", .form = &form_6, .offset = 64},
};

static const yuma_form form_307 = {.kind = YUMA_FORM_RECORD, .size = 80, .align = 8, .fields = fields_306, .count = 9};

static const yuma_field fields_308[] = {
    {.name = "ownerCut", .form = &form_2, .offset = 0},
    {.name = "emission", .form = &form_2, .offset = 8},
    {.name = "swapped", .form = &form_2, .offset = 16},
    {.name = "rootTao", .form = &form_2, .offset = 24},
    {.name = "rootAlpha", .form = &form_2, .offset = 32},
};

static const yuma_form form_309 = {.kind = YUMA_FORM_RECORD, .size = 40, .align = 8, .fields = fields_308, .count = 5};

static const yuma_field fields_310[] = {
    {.name = "ownerCut", .form = &form_271, .offset = 0},
    {.name = "rootProportion", .form = &form_80, .offset = 16},
    {.name = "rootAlpha", .form = &form_271, .offset = 32},
    {.name = "pendingAlpha", .form = &form_271, .offset = 48},
    {.name = "added", .form = &form_309, .offset = 64},
};

static const yuma_form form_311 = {.kind = YUMA_FORM_RECORD, .size = 104, .align = 8, .fields = fields_310, .count = 5};

static const uint16_t numbers_312[] = {127, 133, 150, 153};

static const yuma_form form_313 = {.kind = YUMA_FORM_ONE_OF, .size = 2, .align = 2, .numbers = numbers_312, .count = 4};

static const yuma_field fields_314[] = {
    {.name = "ruleSet", .form = &form_313, .offset = 0},
    {.name = "netuid", .form = &form_1, .offset = 2},
    {.name = "n", .form = &form_1, .offset = 4},
    {.name = "tempo", .form = &form_1, .offset = 6},
    {.name = "block", .form = &form_2, .offset = 8},
    {.name = "emissionValue", .form = &form_2, .offset = 16},
    {.name = "pending", .form = &form_2, .offset = 24},
    {.name = "hasOwner", .form = &form_5, .offset = 32},
    {.name = "ownerCut", .form = &form_1, .offset = 34},
    {.name = "registrationAllowed", .form = &form_5, .offset = 36},
    {.name = "blocksSinceLastStep", .form = &form_2, .offset = 40},
};

static const yuma_form form_315 = {.kind = YUMA_FORM_RECORD, .size = 48, .align = 8, .fields = fields_314, .count = 11};

static const yuma_field fields_316[] = {
    {.name = "skipped", .form = &form_5, .offset = 0},
    {.name = "ownerPaid", .form = &form_2, .offset = 8},
    {.name = "pending", .form = &form_2, .offset = 16},
    {.name = "epochEmission", .form = &form_6, .offset = 24},
    {.name = "blocksSinceLastStep", .form = &form_2, .offset = 40},
};

static const yuma_form form_317 = {.kind = YUMA_FORM_RECORD, .size = 48, .align = 8, .fields = fields_316, .count = 5};

static const uint16_t numbers_318[] = {195, 196, 205, 210, 211};

static const yuma_form form_319 = {.kind = YUMA_FORM_ONE_OF, .size = 2, .align = 2, .numbers = numbers_318, .count = 5};

static const yuma_field fields_320[] = {
    {.name = "ruleSet", .form = &form_319, .offset = 0},
    {.name = "netuid", .form = &form_1, .offset = 2},
    {.name = "emissionValue", .form = &form_2, .offset = 8},
    {.name = "pending", .form = &form_2, .offset = 16},
    {.name = "epochDue", .form = &form_5, .offset = 24},
    {.name = "hasOwner", .form = &form_5, .offset = 25},
    {.name = "ownerCut", .form = &form_1, .offset = 26},
    {.name = "registrationAllowed", .form = &form_5, .offset = 28},
};

static const yuma_form form_321 = {.kind = YUMA_FORM_RECORD, .size = 32, .align = 8, .fields = fields_320, .count = 8};

static const yuma_field fields_322[] = {
    {.name = "pending", .form = &form_2, .offset = 0},
    {.name = "epochEmission", .form = &form_6, .offset = 8},
    {.name = "ownerPaid", .form = &form_2, .offset = 24},
    {.name = "lost", .form = &form_2, .offset = 32},
};

static const yuma_form form_323 = {.kind = YUMA_FORM_RECORD, .size = 40, .align = 8, .fields = fields_322, .count = 4};

static const yuma_field fields_324[] = {
    {.name = "id", .form = &form_11, .offset = 0},
    {.name = "alphaStake", .form = &form_2, .offset = 8},
    {.name = "rootStake", .form = &form_2, .offset = 16},
    {.name = "proportion", .form = &form_2, .offset = 24},
};

static const yuma_form form_325 = {.kind = YUMA_FORM_RECORD, .size = 32, .align = 8, .fields = fields_324, .count = 4};

static const yuma_form form_326 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_325};

static const yuma_field fields_327[] = {
    {.name = "hotkey", .form = &form_11, .offset = 0},
    {.name = "dividends", .form = &form_2, .offset = 8},
    {.name = "selfContribution", .form = &form_2, .offset = 16},
    {.name = "parents", .form = &form_326, .offset = 24},
    {.name = "childkeyTake", .form = &form_1, .offset = 32},
    {.name = "taoWeight", .form = &form_2, .offset = 40},
};

static const yuma_form form_328 = {.kind = YUMA_FORM_RECORD, .size = 48, .align = 8, .fields = fields_327, .count = 6};

static const yuma_field fields_329[] = {
    {.name = "tuples", .form = &form_196, .offset = 0},
};

static const yuma_form form_330 = {.kind = YUMA_FORM_RECORD, .size = 8, .align = 4, .fields = fields_329, .count = 1};

static const uint16_t numbers_331[] = {233, 244, 257, 261};

static const yuma_form form_332 = {.kind = YUMA_FORM_ONE_OF, .size = 2, .align = 2, .numbers = numbers_331, .count = 4};

static const yuma_field fields_333[] = {
    {.name = "id", .form = &form_11, .offset = 0},
    {.name = "dividend", .form = &form_271, .offset = 8},
    {.name = "stake", .form = &form_146, .offset = 24},
};

static const yuma_form form_334 = {.kind = YUMA_FORM_RECORD, .size = 40, .align = 8, .fields = fields_333, .count = 3};

static const yuma_form form_335 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_334};

static const yuma_field fields_336[] = {
    {.name = "ruleSet", .form = &form_332, .offset = 0},
    {.name = "hotkeys", .form = &form_335, .offset = 4},
    {.name = "pendingAlpha", .form = &form_2, .offset = 16},
    {.name = "pendingRoot", .form = &form_2, .offset = 24},
    {.name = "taoWeight", .form = &form_271, .offset = 32},
};

static const yuma_form form_337 = {.kind = YUMA_FORM_RECORD, .size = 48, .align = 8, .fields = fields_336, .count = 5};

static const yuma_field fields_338[] = {
    {.name = "id", .form = &form_11, .offset = 0},
    {.name = "value", .form = &form_271, .offset = 8},
};

static const yuma_form form_339 = {.kind = YUMA_FORM_TUPLE, .size = 24, .align = 8, .fields = fields_338, .count = 2};

static const yuma_form form_340 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_339};

static const yuma_field fields_341[] = {
    {.name = "alphaDividends", .form = &form_340, .offset = 0},
    {.name = "rootDividends", .form = &form_340, .offset = 8},
};

static const yuma_form form_342 = {.kind = YUMA_FORM_RECORD, .size = 16, .align = 4, .fields = fields_341, .count = 2};

static const yuma_field fields_343[] = {
    {.name = "incentiveSum", .form = &form_2, .offset = 0},
    {.name = "pendingAlpha", .form = &form_2, .offset = 8},
    {.name = "pendingRoot", .form = &form_2, .offset = 16},
};

static const yuma_form form_344 = {.kind = YUMA_FORM_RECORD, .size = 24, .align = 8, .fields = fields_343, .count = 3};

static const uint16_t numbers_345[] = {233, 244, 252, 257, 261, 315, 334};

static const yuma_form form_346 = {.kind = YUMA_FORM_ONE_OF, .size = 2, .align = 2, .numbers = numbers_345, .count = 7};

static const yuma_field fields_347[] = {
    {.name = "ruleSet", .form = &form_346, .offset = 0},
    {.name = "hotkeyEmission", .form = &form_185, .offset = 4},
    {.name = "hotkeys", .form = &form_191, .offset = 12},
    {.name = "pendingAlpha", .form = &form_2, .offset = 24},
    {.name = "pendingRoot", .form = &form_2, .offset = 32},
    {.name = "pendingTao", .form = &form_2, .offset = 40},
    {.name = "ckBurn", .form = &form_2, .offset = 48},
    {.name = "taoWeight", .form = &form_2, .offset = 56},
};

static const yuma_form form_348 = {.kind = YUMA_FORM_RECORD, .size = 64, .align = 8, .fields = fields_347, .count = 8};

static const yuma_field fields_349[] = {
    {.name = "epochAmount", .form = &form_2, .offset = 0},
    {.name = "validatorPool", .form = &form_6, .offset = 8},
    {.name = "incentives", .form = &form_196, .offset = 24},
    {.name = "withheld", .form = &form_234, .offset = 32},
    {.name = "dividends", .form = &form_340, .offset = 40},
    {.name = "ckRecycled", .form = &form_65, .offset = 48},
    {.name = "alphaDividends", .form = &form_340, .offset = 56},
    {.name = "rootDividends", .form = &form_340, .offset = 64},
    {.name = "alphaTakeRest", .form = &form_199, .offset = 72},
    {.name = "rootTakeRest", .form = &form_199, .offset = 80},
};

static const yuma_form form_350 = {.kind = YUMA_FORM_RECORD, .size = 88, .align = 8, .fields = fields_349, .count = 10};

static const yuma_form form_351 = {.kind = YUMA_FORM_OPTIONAL, .size = 8, .align = 4, .of = &form_11, .value_offset = 4};

static const yuma_field fields_352[] = {
    {.name = "id", .form = &form_11, .offset = 0},
    {.name = "uid", .form = &form_4, .offset = 4},
    {.name = "registeredAt", .form = &form_2, .offset = 8},
};

static const yuma_form form_353 = {.kind = YUMA_FORM_RECORD, .size = 16, .align = 8, .fields = fields_352, .count = 3};

static const yuma_form form_354 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_353};

static const yuma_field fields_355[] = {
    {.name = "limit", .form = &form_351, .offset = 0},
    {.name = "owned", .form = &form_354, .offset = 8},
    {.name = "ownerHotkey", .form = &form_351, .offset = 16},
    {.name = "ownerHotkeyHasUid", .form = &form_5, .offset = 24},
};

static const yuma_form form_356 = {.kind = YUMA_FORM_RECORD, .size = 28, .align = 4, .fields = fields_355, .count = 4};

static const yuma_field fields_357[] = {
    {.name = "hotkeys", .form = &form_234, .offset = 0},
};

static const yuma_form form_358 = {.kind = YUMA_FORM_RECORD, .size = 8, .align = 4, .fields = fields_357, .count = 1};

static const uint16_t numbers_359[] = {195, 210};

static const yuma_form form_360 = {.kind = YUMA_FORM_ONE_OF, .size = 2, .align = 2, .numbers = numbers_359, .count = 2};

static const yuma_field fields_361[] = {
    {.name = "id", .form = &form_11, .offset = 0},
    {.name = "proportion", .form = &form_2, .offset = 8},
    {.name = "stake", .form = &form_2, .offset = 16},
};

static const yuma_form form_362 = {.kind = YUMA_FORM_RECORD, .size = 24, .align = 8, .fields = fields_361, .count = 3};

static const yuma_form form_363 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_362};

static const yuma_field fields_364[] = {
    {.name = "ruleSet", .form = &form_360, .offset = 0},
    {.name = "validatorEmission", .form = &form_2, .offset = 8},
    {.name = "serverEmission", .form = &form_2, .offset = 16},
    {.name = "childkeyTake", .form = &form_1, .offset = 24},
    {.name = "subnetStake", .form = &form_2, .offset = 32},
    {.name = "parents", .form = &form_363, .offset = 40},
};

static const yuma_form form_365 = {.kind = YUMA_FORM_RECORD, .size = 48, .align = 8, .fields = fields_364, .count = 6};

static const yuma_field fields_366[] = {
    {.name = "parents", .form = &form_196, .offset = 0},
    {.name = "pendingAdded", .form = &form_2, .offset = 8},
    {.name = "untouchableAdded", .form = &form_2, .offset = 16},
};

static const yuma_form form_367 = {.kind = YUMA_FORM_RECORD, .size = 24, .align = 8, .fields = fields_366, .count = 3};

static const uint16_t numbers_368[] = {195, 201, 202, 210};

static const yuma_form form_369 = {.kind = YUMA_FORM_ONE_OF, .size = 2, .align = 2, .numbers = numbers_368, .count = 4};

static const yuma_field fields_370[] = {
    {.name = "id", .form = &form_11, .offset = 0},
    {.name = "stake", .form = &form_2, .offset = 8},
    {.name = "lastStakeIncrease", .form = &form_2, .offset = 16},
    {.name = "stakeDelta", .form = &form_52, .offset = 24},
};

static const yuma_form form_371 = {.kind = YUMA_FORM_RECORD, .size = 40, .align = 8, .fields = fields_370, .count = 4};

static const yuma_form form_372 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_371};

static const yuma_field fields_373[] = {
    {.name = "ruleSet", .form = &form_369, .offset = 0},
    {.name = "emission", .form = &form_2, .offset = 8},
    {.name = "untouchable", .form = &form_2, .offset = 16},
    {.name = "take", .form = &form_1, .offset = 24},
    {.name = "totalStake", .form = &form_2, .offset = 32},
    {.name = "lastDrain", .form = &form_2, .offset = 40},
    {.name = "nominators", .form = &form_372, .offset = 48},
};

static const yuma_form form_374 = {.kind = YUMA_FORM_RECORD, .size = 56, .align = 8, .fields = fields_373, .count = 7};

static const yuma_field fields_375[] = {
    {.name = "take", .form = &form_2, .offset = 0},
    {.name = "viableStake", .form = &form_2, .offset = 8},
    {.name = "nominators", .form = &form_196, .offset = 16},
    {.name = "toHotkey", .form = &form_2, .offset = 24},
    {.name = "newTao", .form = &form_2, .offset = 32},
};

static const yuma_form form_376 = {.kind = YUMA_FORM_RECORD, .size = 40, .align = 8, .fields = fields_375, .count = 5};

static const yuma_form form_377 = {.kind = YUMA_FORM_BYTES32, .size = 32, .align = 1};

static const yuma_field fields_378[] = {
    {.name = "hotkey", .form = &form_377, .offset = 0},
    {.name = "block", .form = &form_2, .offset = 32},
    {.name = "emissionTempo", .form = &form_2, .offset = 40},
};

static const yuma_form form_379 = {.kind = YUMA_FORM_RECORD, .size = 48, .align = 8, .fields = fields_378, .count = 3};

static const yuma_field fields_380[] = {
    {.name = "hash", .form = &form_2, .offset = 0},
    {.name = "drain", .form = &form_5, .offset = 8},
};

static const yuma_form form_381 = {.kind = YUMA_FORM_RECORD, .size = 16, .align = 8, .fields = fields_380, .count = 2};

static const uint16_t numbers_382[] = {127, 153};

static const yuma_form form_383 = {.kind = YUMA_FORM_ONE_OF, .size = 2, .align = 2, .numbers = numbers_382, .count = 2};

static const yuma_field fields_384[] = {
    {.name = "id", .form = &form_11, .offset = 0},
    {.name = "stake", .form = &form_2, .offset = 8},
};

static const yuma_form form_385 = {.kind = YUMA_FORM_RECORD, .size = 16, .align = 8, .fields = fields_384, .count = 2};

static const yuma_form form_386 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_385};

static const yuma_field fields_387[] = {
    {.name = "ruleSet", .form = &form_383, .offset = 0},
    {.name = "take", .form = &form_4, .offset = 2},
    {.name = "totalStake", .form = &form_2, .offset = 8},
    {.name = "serverEmission", .form = &form_2, .offset = 16},
    {.name = "validatorEmission", .form = &form_2, .offset = 24},
    {.name = "nominators", .form = &form_386, .offset = 32},
};

static const yuma_form form_388 = {.kind = YUMA_FORM_RECORD, .size = 40, .align = 8, .fields = fields_387, .count = 6};

static const yuma_field fields_389[] = {
    {.name = "take", .form = &form_2, .offset = 0},
    {.name = "toOwner", .form = &form_2, .offset = 8},
    {.name = "toOwnerAfter", .form = &form_2, .offset = 16},
    {.name = "nominators", .form = &form_196, .offset = 24},
};

static const yuma_form form_390 = {.kind = YUMA_FORM_RECORD, .size = 32, .align = 8, .fields = fields_389, .count = 4};

static const yuma_field fields_391[] = {
    {.name = "proportion", .form = &form_2, .offset = 0},
    {.name = "index", .form = &form_11, .offset = 8},
};

static const yuma_form form_392 = {.kind = YUMA_FORM_TUPLE, .size = 16, .align = 8, .fields = fields_391, .count = 2};

static const yuma_form form_393 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_392};

static const yuma_form form_394 = {.kind = YUMA_FORM_LIST, .size = 8, .align = 4, .of = &form_393};

static const yuma_field fields_395[] = {
    {.name = "stake", .form = &form_65, .offset = 0},
    {.name = "parents", .form = &form_394, .offset = 8},
    {.name = "children", .form = &form_394, .offset = 16},
    {.name = "networkMaxStake", .form = &form_2, .offset = 24},
};

static const yuma_form form_396 = {.kind = YUMA_FORM_RECORD, .size = 32, .align = 8, .fields = fields_395, .count = 4};

static const yuma_field fields_397[] = {
    {.name = "stake", .form = &form_65, .offset = 0},
};

static const yuma_form form_398 = {.kind = YUMA_FORM_RECORD, .size = 8, .align = 4, .fields = fields_397, .count = 1};

const yuma_description yuma_descriptions[] = {
    /* yuma_epoch_state, yuma_epoch_result */
    {.number = 1, .name = "epoch", .module = YUMA_EPOCHS, .input = &form_17, .output = &form_30},
    /* yuma_subnet_state, yuma_subnet_result */
    {.number = 2, .name = "yuma_subnet", .module = YUMA_EPOCHS, .input = &form_38, .output = &form_44},
    /* yuma_null_subnet_state, yuma_null_subnet_result */
    {.number = 3, .name = "null_subnet", .module = YUMA_EPOCHS, .input = &form_51, .output = &form_58},
    /* yuma_block_emission_input, yuma_block_emission_output */
    {.number = 101, .name = "block_emission", .module = YUMA_ECONOMICS, .input = &form_60, .output = &form_63},
    /* yuma_root_epoch_input, yuma_root_epoch_output */
    {.number = 102, .name = "root_epoch", .module = YUMA_ECONOMICS, .input = &form_73, .output = &form_79},
    /* yuma_price_shares_input, yuma_price_shares_output */
    {.number = 103, .name = "price_shares", .module = YUMA_ECONOMICS, .input = &form_85, .output = &form_90},
    /* yuma_gated_shares_input, yuma_gated_shares_output */
    {.number = 104, .name = "gated_shares", .module = YUMA_ECONOMICS, .input = &form_92, .output = &form_94},
    /* yuma_flow_shares_input, yuma_flow_shares_output */
    {.number = 105, .name = "flow_shares", .module = YUMA_ECONOMICS, .input = &form_102, .output = &form_107},
    /* yuma_pow_normalize_input, yuma_pow_normalize_output */
    {.number = 106, .name = "pow_normalize", .module = YUMA_ECONOMICS, .input = &form_110, .output = &form_112},
    /* yuma_safe_pow_input, yuma_safe_pow_output */
    {.number = 107, .name = "safe_pow", .module = YUMA_ECONOMICS, .input = &form_114, .output = &form_116},
    /* yuma_checked_sqrt_input, yuma_checked_sqrt_output */
    {.number = 108, .name = "checked_sqrt", .module = YUMA_ECONOMICS, .input = &form_118, .output = &form_116},
    /* yuma_root_proportion_input, yuma_root_proportion_output */
    {.number = 109, .name = "root_proportion", .module = YUMA_ECONOMICS, .input = &form_120, .output = &form_116},
    /* yuma_subnet_terms_input, yuma_subnet_terms_output */
    {.number = 110, .name = "subnet_terms", .module = YUMA_ECONOMICS, .input = &form_122, .output = &form_124},
    /* yuma_alpha_split_input, yuma_alpha_split_output */
    {.number = 111, .name = "alpha_split", .module = YUMA_ECONOMICS, .input = &form_126, .output = &form_128},
    /* yuma_coinbase_block_input, yuma_coinbase_block_output */
    {.number = 112, .name = "coinbase_block", .module = YUMA_ECONOMICS, .input = &form_133, .output = &form_140},
    /* yuma_moving_price_input, yuma_moving_price_output */
    {.number = 113, .name = "moving_price", .module = YUMA_ECONOMICS, .input = &form_142, .output = &form_144},
    /* yuma_dividend_distribution_input, yuma_dividend_distribution_output */
    {.number = 114, .name = "dividend_distribution", .module = YUMA_ECONOMICS, .input = &form_152, .output = &form_157},
    /* yuma_dividend_distribution_475_input, yuma_dividend_distribution_475_output */
    {.number = 115, .name = "dividend_distribution_475", .module = YUMA_ECONOMICS, .input = &form_162, .output = &form_157},
    /* yuma_self_contribution_input, yuma_self_contribution_output */
    {.number = 116, .name = "self_contribution", .module = YUMA_ECONOMICS, .input = &form_164, .output = &form_166},
    /* yuma_parent_child_input, yuma_parent_child_output */
    {.number = 117, .name = "parent_child", .module = YUMA_ECONOMICS, .input = &form_171, .output = &form_176},
    /* yuma_take_split_input, yuma_take_split_output */
    {.number = 118, .name = "take_split", .module = YUMA_ECONOMICS, .input = &form_178, .output = &form_180},
    /* yuma_withheld_input, yuma_withheld_output */
    {.number = 119, .name = "withheld", .module = YUMA_ECONOMICS, .input = &form_182, .output = &form_116},
    /* yuma_distribute_input, yuma_distribute_output */
    {.number = 120, .name = "distribute", .module = YUMA_ECONOMICS, .input = &form_193, .output = &form_201},
    /* yuma_schedule_input, yuma_schedule_output */
    {.number = 121, .name = "schedule", .module = YUMA_ECONOMICS, .input = &form_203, .output = &form_205},
    /* yuma_schedule_475_input, yuma_schedule_475_output */
    {.number = 122, .name = "schedule_475", .module = YUMA_ECONOMICS, .input = &form_203, .output = &form_207},
    /* yuma_schedule_old_input, yuma_schedule_old_output */
    {.number = 123, .name = "schedule_old", .module = YUMA_ECONOMICS, .input = &form_211, .output = &form_213},
    /* yuma_schedule_sim_input, yuma_schedule_sim_output */
    {.number = 124, .name = "schedule_sim", .module = YUMA_ECONOMICS, .input = &form_218, .output = &form_228},
    /* yuma_schedule_sim_475_input, yuma_schedule_sim_475_output */
    {.number = 125, .name = "schedule_sim_475", .module = YUMA_ECONOMICS, .input = &form_233, .output = &form_236},
    /* yuma_price_shares_233_input, yuma_price_shares_233_output */
    {.number = 126, .name = "price_shares_233", .module = YUMA_ECONOMICS, .input = &form_241, .output = &form_243},
    /* yuma_price_shares_261_input, yuma_price_shares_261_output */
    {.number = 127, .name = "price_shares_261", .module = YUMA_ECONOMICS, .input = &form_241, .output = &form_245},
    /* yuma_price_shares_421_input, yuma_price_shares_421_output */
    {.number = 128, .name = "price_shares_421", .module = YUMA_ECONOMICS, .input = &form_250, .output = &form_252},
    /* yuma_flow_shares_334_input, yuma_flow_shares_334_output */
    {.number = 129, .name = "flow_shares_334", .module = YUMA_ECONOMICS, .input = &form_259, .output = &form_261},
    /* yuma_flow_shares_411_input, yuma_flow_shares_411_output */
    {.number = 130, .name = "flow_shares_411", .module = YUMA_ECONOMICS, .input = &form_266, .output = &form_268},
    /* yuma_moving_price_233_input, yuma_moving_price_233_output */
    {.number = 131, .name = "moving_price_233", .module = YUMA_ECONOMICS, .input = &form_273, .output = &form_275},
    /* yuma_pool_price_233_input, yuma_pool_price_233_output */
    {.number = 132, .name = "pool_price_233", .module = YUMA_ECONOMICS, .input = &form_279, .output = &form_281},
    /* yuma_subnet_terms_233_input, yuma_subnet_terms_233_output */
    {.number = 133, .name = "subnet_terms_233", .module = YUMA_ECONOMICS, .input = &form_285, .output = &form_287},
    /* yuma_subnet_terms_298_input, yuma_subnet_terms_298_output */
    {.number = 134, .name = "subnet_terms_298", .module = YUMA_ECONOMICS, .input = &form_291, .output = &form_293},
    /* yuma_subnet_terms_342_input, yuma_subnet_terms_342_output */
    {.number = 135, .name = "subnet_terms_342", .module = YUMA_ECONOMICS, .input = &form_297, .output = &form_299},
    /* yuma_pool_sell_233_input, yuma_pool_sell_233_output */
    {.number = 136, .name = "pool_sell_233", .module = YUMA_ECONOMICS, .input = &form_301, .output = &form_303},
    /* yuma_alpha_split_233_input, yuma_alpha_split_233_output */
    {.number = 137, .name = "alpha_split_233", .module = YUMA_ECONOMICS, .input = &form_307, .output = &form_311},
    /* yuma_generate_emission_127_input, yuma_generate_emission_127_output */
    {.number = 138, .name = "generate_emission_127", .module = YUMA_ECONOMICS, .input = &form_315, .output = &form_317},
    /* yuma_generate_emission_195_input, yuma_generate_emission_195_output */
    {.number = 139, .name = "generate_emission_195", .module = YUMA_ECONOMICS, .input = &form_321, .output = &form_323},
    /* yuma_parent_child_233_input, yuma_parent_child_233_output */
    {.number = 140, .name = "parent_child_233", .module = YUMA_ECONOMICS, .input = &form_328, .output = &form_330},
    /* yuma_dividend_distribution_233_input, yuma_dividend_distribution_233_output */
    {.number = 141, .name = "dividend_distribution_233", .module = YUMA_ECONOMICS, .input = &form_337, .output = &form_342},
    /* yuma_validator_pool_257_input, yuma_validator_pool_257_output */
    {.number = 142, .name = "validator_pool_257", .module = YUMA_ECONOMICS, .input = &form_344, .output = &form_166},
    /* yuma_distribute_233_input, yuma_distribute_233_output */
    {.number = 143, .name = "distribute_233", .module = YUMA_ECONOMICS, .input = &form_348, .output = &form_350},
    /* yuma_immune_owner_hotkeys_306_input, yuma_immune_owner_hotkeys_306_output */
    {.number = 144, .name = "immune_owner_hotkeys_306", .module = YUMA_ECONOMICS, .input = &form_356, .output = &form_358},
    /* yuma_accumulate_hotkey_195_input, yuma_accumulate_hotkey_195_output */
    {.number = 145, .name = "accumulate_hotkey_195", .module = YUMA_ECONOMICS, .input = &form_365, .output = &form_367},
    /* yuma_drain_hotkey_195_input, yuma_drain_hotkey_195_output */
    {.number = 146, .name = "drain_hotkey_195", .module = YUMA_ECONOMICS, .input = &form_374, .output = &form_376},
    /* yuma_should_drain_hotkey_195_input, yuma_should_drain_hotkey_195_output */
    {.number = 147, .name = "should_drain_hotkey_195", .module = YUMA_ECONOMICS, .input = &form_379, .output = &form_381},
    /* yuma_emit_through_hotkey_127_input, yuma_emit_through_hotkey_127_output */
    {.number = 148, .name = "emit_through_hotkey_127", .module = YUMA_ECONOMICS, .input = &form_388, .output = &form_390},
    /* yuma_inherited_stake_195_input, yuma_inherited_stake_195_output */
    {.number = 149, .name = "inherited_stake_195", .module = YUMA_ECONOMICS, .input = &form_396, .output = &form_398},
};

const size_t yuma_description_count = 52;

const uint16_t yuma_rule_set_numbers[] = {127, 144, 153, 154, 195, 233, 252, 257, 273, 283, 297, 320, 365, 397, 425, 446, 452, 475};

const size_t yuma_rule_set_count = 18;

const char *const yuma_trap_reasons[] = {"a weight on a uid outside the network, in a row with a permit", "a bond on a uid outside the network"};

const size_t yuma_trap_reason_count = 2;

