package io.github.yumaconsensus;

import java.util.LinkedHashMap;
import java.util.Map;

/** What each mechanism of a subnet has of its own. */
public final class Mechanism {
  private final Map<String, Object> fields = new LinkedHashMap<>();

  /** A mechanism without any field. */
  public Mechanism() {}

  private Mechanism set(String name, Object value) {
    fields.put(name, value);
    return this;
  }

  Map<String, Object> fields() {
    return fields;
  }

  /**
   * The block number of each uid, unsigned.
   *
   * @param lastUpdate the value
   * @return this
   */
  public Mechanism lastUpdate(long... lastUpdate) {
    return set("lastUpdate", lastUpdate);
  }

  /**
   * The weights of each uid, of any scale.
   *
   * @param weights the value
   * @return this
   */
  public Mechanism weights(Rows weights) {
    return set("weights", weights);
  }

  /**
   * The bonds of each uid, fractions of 65535.
   *
   * @param bonds the value
   * @return this
   */
  public Mechanism bonds(Rows bonds) {
    return set("bonds", bonds);
  }

  /**
   * The block number of each uid's commit, unsigned; 2^64-1 for none.
   *
   * @param commitBlocks the value
   * @return this
   */
  public Mechanism commitBlocks(long... commitBlocks) {
    return set("commitBlocks", commitBlocks);
  }

  /**
   * The consensus before, fractions of 65535; none unless set, and none under Null consensus.
   *
   * @param previousConsensus the value
   * @return this
   */
  public Mechanism previousConsensus(int... previousConsensus) {
    return set("previousConsensus", previousConsensus);
  }
}
