package io.github.yumaconsensus;

import io.github.yumaconsensus.wire.Answer;
import io.github.yumaconsensus.wire.Function;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the results of one mechanism and of whole subnets share. Their arrays are the caller's own. */
public abstract sealed class Result permits EpochResult, SubnetResult {
  private static final String TRACE = "trace";

  final Map<String, Object> fields;
  private final Function function;
  private final Object traces;
  private final Options options;
  private final String digest;

  Result(Function function, Answer answer, Options options) {
    this.fields = new LinkedHashMap<>(answer.fields());
    this.traces = fields.remove(TRACE);
    this.function = function;
    this.options = options;
    this.digest = answer.digest();
  }

  /**
   * Fractions of 65535.
   *
   * @return one for each uid; empty where the rule set does not give it
   */
  public Optional<int[]> stakeWeight() {
    return Optional.ofNullable((int[]) fields.get("stakeWeight"));
  }

  /**
   * Whether each uid was active.
   *
   * @return one for each uid
   */
  public boolean[] active() {
    return (boolean[]) fields.get("active");
  }

  /**
   * Fractions of 65535.
   *
   * @return one for each uid
   */
  public int[] consensus() {
    return (int[]) fields.get("consensus");
  }

  /**
   * Fractions of 65535.
   *
   * @return one for each uid
   */
  public int[] dividends() {
    return (int[]) fields.get("dividends");
  }

  /**
   * Fractions of 65535.
   *
   * @return one for each uid
   */
  public int[] validatorTrust() {
    return (int[]) fields.get("validatorTrust");
  }

  /**
   * Fractions of 65535, up to spec-320.
   *
   * @return one for each uid; empty where the rule set does not give it
   */
  public Optional<int[]> ranks() {
    return Optional.ofNullable((int[]) fields.get("ranks"));
  }

  /**
   * Fractions of 65535, up to spec-320.
   *
   * @return one for each uid; empty where the rule set does not give it
   */
  public Optional<int[]> trust() {
    return Optional.ofNullable((int[]) fields.get("trust"));
  }

  /**
   * Fractions of 65535, up to spec-320.
   *
   * @return one for each uid; empty where the rule set does not give it
   */
  public Optional<int[]> pruningScores() {
    return Optional.ofNullable((int[]) fields.get("pruningScores"));
  }

  /**
   * Rao, unsigned.
   *
   * @return one for each uid
   */
  public long[] serverEmission() {
    return (long[]) fields.get("serverEmission");
  }

  /**
   * Rao, unsigned.
   *
   * @return one for each uid
   */
  public long[] validatorEmission() {
    return (long[]) fields.get("validatorEmission");
  }

  /**
   * Rao, unsigned.
   *
   * @return one for each uid
   */
  public long[] emission() {
    return (long[]) fields.get("emission");
  }

  /**
   * The permits of the next epoch.
   *
   * @return one for each uid
   */
  public boolean[] newValidatorPermits() {
    return (boolean[]) fields.get("newValidatorPermits");
  }

  /**
   * Rao, unsigned.
   *
   * @return one for each uid; empty where the rule set does not give it
   */
  public Optional<long[]> stake() {
    return Optional.ofNullable((long[]) fields.get("stake"));
  }

  /**
   * The SHA-256 of the result's canonical bytes, the same on every engine and in every language.
   *
   * @return 64 hexadecimal digits; empty where {@link Options#digest()} did not ask for it
   */
  public Optional<String> digest() {
    return options.digest() ? Optional.of(digest) : Optional.empty();
  }

  /** A trace for each mechanism. */
  @SuppressWarnings("unchecked")
  final Optional<List<Map<String, Object>>> traces() {
    return options.trace() ? Optional.of((List<Map<String, Object>>) traces) : Optional.empty();
  }

  final String tracesToJson() {
    StringBuilder out = new StringBuilder();
    function.printOutput(out, TRACE, traces);
    return out.toString();
  }

  /**
   * The result as JSON, without its trace and digest.
   *
   * @return an object
   */
  public String toJson() {
    StringBuilder out = new StringBuilder();
    function.printOutput(out, fields);
    return out.toString();
  }

  /**
   * The trace as JSON.
   *
   * @return an object for one mechanism, an array of them for a subnet; empty where it was not asked for
   */
  public abstract Optional<String> traceToJson();
}
