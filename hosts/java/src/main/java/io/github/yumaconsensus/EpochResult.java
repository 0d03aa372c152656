package io.github.yumaconsensus;

import io.github.yumaconsensus.wire.Answer;
import io.github.yumaconsensus.wire.Interface;
import java.util.Map;
import java.util.Optional;

/** What an epoch of one mechanism gives. */
public final class EpochResult extends Result {
  EpochResult(Answer answer, Options options) {
    super(Interface.EPOCH, answer, options);
  }

  /**
   * Fractions of 65535.
   *
   * @return one for each uid
   */
  public int[] incentive() {
    return (int[]) fields.get("incentive");
  }

  /**
   * The bonds to store.
   *
   * @return one row for each uid, fractions of 65535
   */
  public Rows bonds() {
    return (Rows) fields.get("bonds");
  }

  /**
   * The raw bits of every stage.
   *
   * @return long[] or {@link RawRows} by name; empty where {@link Options#trace()} did not ask for it
   */
  public Optional<Map<String, Object>> trace() {
    return traces().map(each -> each.get(0));
  }

  @Override
  public Optional<String> traceToJson() {
    return traces().map(each -> tracesToJson()).map(list -> list.substring(1, list.length() - 1));
  }
}
