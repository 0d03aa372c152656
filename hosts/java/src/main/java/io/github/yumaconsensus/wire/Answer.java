package io.github.yumaconsensus.wire;

import java.util.Map;

/**
 * What a module answers.
 *
 * @param fields the results, each in its Java type
 * @param digest 64 hexadecimal digits where it was asked for, else zeros
 */
public record Answer(Map<String, Object> fields, String digest) {}
