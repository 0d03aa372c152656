package io.github.yumaconsensus;

import java.util.Map;
import java.util.Optional;

/**
 * What is one mechanism's own.
 *
 * @param incentive fractions of 65535
 * @param consensus fractions of 65535
 * @param serverEmission rao, unsigned
 * @param validatorEmission rao, unsigned
 * @param bonds to store, fractions of 65535; empty after a Null epoch
 */
public record MechanismResult(
    int[] incentive, int[] consensus, long[] serverEmission, long[] validatorEmission, Optional<Rows> bonds) {

  static MechanismResult of(Map<String, Object> fields) {
    return new MechanismResult(
        (int[]) fields.get("incentive"),
        (int[]) fields.get("consensus"),
        (long[]) fields.get("serverEmission"),
        (long[]) fields.get("validatorEmission"),
        Optional.ofNullable((Rows) fields.get("bonds")));
  }
}
