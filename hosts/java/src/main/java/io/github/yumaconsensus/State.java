package io.github.yumaconsensus;

import io.github.yumaconsensus.wire.Interface;
import io.github.yumaconsensus.wire.Json;
import java.util.Map;

/** The state of a subnet of one mechanism: what an epoch reads. It does not change. */
public final class State {
  private final Map<String, Object> fields;

  private State(Map<String, Object> fields) {
    this.fields = fields;
  }

  /**
   * A state to be built.
   *
   * @return a builder without any field
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * A state from JSON.
   *
   * @param json its text
   * @return the state
   * @throws MalformedJsonException where it is not JSON
   * @throws InvalidInputException where it is not a state
   */
  public static State fromJson(String json) {
    return of(Json.parse(json));
  }

  /**
   * A state from what JSON has been read into: Map, List, String, Long, Boolean.
   *
   * @param json the fields by name
   * @return the state
   * @throws InvalidInputException where it is not a state
   */
  public static State of(Object json) {
    if (json instanceof Map<?, ?> given) {
      for (String name : new String[] {"epochConsensus", "mechanisms"}) {
        if (given.containsKey(name)) {
          throw new InvalidInputException(name, "a state of one mechanism (a subnet's is a SubnetState)", name);
        }
      }
    }
    return new State(Interface.EPOCH.read(json));
  }

  /**
   * The state of 256 uids that comes with this package.
   *
   * @return a state of the newest rule set
   */
  public static State bundled() {
    return fromJson(Interface.text("/yuma/modules/state.json"));
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
    Interface.EPOCH.printInput(out, fields);
    return out.toString();
  }

  Map<String, Object> fields() {
    return fields;
  }

  /** The fields of a state. Those that its rule set does not read may be left out. */
  public static final class Builder extends StateBuilder<Builder> {
    private Builder() {}

    @Override
    Builder self() {
      return this;
    }

    /**
     * The block number of each uid, unsigned.
     *
     * @param lastUpdate the value
     * @return this
     */
    public Builder lastUpdate(long... lastUpdate) {
      return set("lastUpdate", lastUpdate);
    }

    /**
     * The weights of each uid, of any scale.
     *
     * @param weights the value
     * @return this
     */
    public Builder weights(Rows weights) {
      return set("weights", weights);
    }

    /**
     * The bonds of each uid, fractions of 65535.
     *
     * @param bonds the value
     * @return this
     */
    public Builder bonds(Rows bonds) {
      return set("bonds", bonds);
    }

    /**
     * The block number of each uid's commit, unsigned; 2^64-1 for none.
     *
     * @param commitBlocks the value
     * @return this
     */
    public Builder commitBlocks(long... commitBlocks) {
      return set("commitBlocks", commitBlocks);
    }

    /**
     * The consensus before, fractions of 65535; none unless set.
     *
     * @param previousConsensus the value
     * @return this
     */
    public Builder previousConsensus(int... previousConsensus) {
      return set("previousConsensus", previousConsensus);
    }

    /**
     * The rao of each uid, unsigned, in place of alphaStake and taoStake: read up to spec-195.
     *
     * @param stake the value
     * @return this
     */
    public Builder stake(long... stake) {
      return set("stake", stake);
    }

    /**
     * The rao that the epoch gives, unsigned.
     *
     * @param raoEmission the value
     * @return this
     */
    public Builder raoEmission(long raoEmission) {
      return set("raoEmission", Long.toUnsignedString(raoEmission));
    }

    /**
     * The state of these fields, whose arrays are copied.
     *
     * @return the state
     * @throws InvalidInputException where a field is missing or is not what it has to be
     */
    public State build() {
      return new State(Interface.EPOCH.read(fields));
    }
  }
}
