package io.github.yumaconsensus;

import io.github.yumaconsensus.wire.Function;
import io.github.yumaconsensus.wire.Interface;
import io.github.yumaconsensus.wire.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The state of a whole subnet with its mechanisms. It does not change. */
public final class SubnetState {
  private static final String CONSENSUS = "epochConsensus";

  private final Function function;
  private final Map<String, Object> fields;

  private SubnetState(Map<?, ?> given) {
    this.function = functionOf(given);
    this.fields = function.read(given);
    requireRuleSetWith(function == Interface.YUMA_SUBNET ? "mechanisms" : "nullConsensus");
  }

  private void requireRuleSetWith(String what) {
    Object ruleSet = fields.get("ruleSet");
    List<String> having = Interface.ruleSetsWith(what);
    if (!having.contains(ruleSet)) {
      throw new InvalidInputException("ruleSet", "a rule set with " + what + " " + having, String.valueOf(ruleSet));
    }
  }

  private static Function functionOf(Map<?, ?> given) {
    Object consensus = given.get(CONSENSUS);
    if ("yuma".equals(consensus)) {
      return Interface.YUMA_SUBNET;
    }
    if ("null".equals(consensus)) {
      return Interface.NULL_SUBNET;
    }
    throw new InvalidInputException(
        CONSENSUS, "one of yuma, null (a state of one mechanism has none, and is a State)", String.valueOf(consensus));
  }

  /**
   * A state to be built under Yuma consensus.
   *
   * @return a builder without any field
   */
  public static Builder yuma() {
    return new Builder("yuma");
  }

  /**
   * A state to be built under Null consensus, which has none of the fields that only Yuma reads.
   *
   * @return a builder without any field
   */
  public static Builder nullConsensus() {
    return new Builder("null");
  }

  /**
   * A state from JSON.
   *
   * @param json its text
   * @return the state
   * @throws MalformedJsonException where it is not JSON
   * @throws InvalidInputException where it is not the state of a subnet
   */
  public static SubnetState fromJson(String json) {
    return of(Json.parse(json));
  }

  /**
   * A state from what JSON has been read into: Map, List, String, Long, Boolean.
   *
   * @param json the fields by name
   * @return the state
   * @throws InvalidInputException where it is not the state of a subnet
   */
  public static SubnetState of(Object json) {
    if (json instanceof Map<?, ?> given) {
      return new SubnetState(given);
    }
    throw new InvalidInputException("", "an object", String.valueOf(json));
  }

  /**
   * The number of uids.
   *
   * @return from 0 to 65535
   */
  public int n() {
    return (Integer) fields.get("n");
  }

  /**
   * The state as JSON. What the rule set does not read is left out.
   *
   * @return a text that {@link #fromJson} reads
   */
  public String toJson() {
    StringBuilder out = new StringBuilder();
    function.printInput(out, fields);
    return out.toString();
  }

  Function function() {
    return function;
  }

  Map<String, Object> fields() {
    return fields;
  }

  /** The fields of a subnet's state. Those that its rule set does not read may be left out. */
  public static final class Builder extends StateBuilder<Builder> {
    private Builder(String consensus) {
      set(CONSENSUS, consensus);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Rao, unsigned.
     *
     * @param minerBudget the value
     * @return this
     */
    public Builder minerBudget(long minerBudget) {
      return set("minerBudget", Long.toUnsignedString(minerBudget));
    }

    /**
     * Rao, unsigned.
     *
     * @param localDividendBudget the value
     * @return this
     */
    public Builder localDividendBudget(long localDividendBudget) {
      return set("localDividendBudget", Long.toUnsignedString(localDividendBudget));
    }

    /**
     * Rao, unsigned.
     *
     * @param rootBudget the value
     * @return this
     */
    public Builder rootBudget(long rootBudget) {
      return set("rootBudget", Long.toUnsignedString(rootBudget));
    }

    /**
     * Fractions of 65535, or null for none.
     *
     * @param emissionSplit the value
     * @return this
     */
    public Builder emissionSplit(int... emissionSplit) {
      return set("emissionSplit", emissionSplit);
    }

    /**
     * The mechanisms, 1 to 256.
     *
     * @param mechanisms their fields
     * @return this
     */
    public Builder mechanisms(Mechanism... mechanisms) {
      return set("mechanisms", Arrays.stream(mechanisms).map(Mechanism::fields).toList());
    }

    /**
     * The state of these fields, whose arrays are copied.
     *
     * @return the state
     * @throws InvalidInputException where a field is missing or is not what it has to be
     */
    public SubnetState build() {
      return new SubnetState(fields);
    }
  }
}
