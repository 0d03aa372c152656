package io.github.yumaconsensus;

import io.github.yumaconsensus.wire.Answer;
import io.github.yumaconsensus.wire.Function;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the epoch of a whole subnet gives: the totals, and what is each mechanism's own. */
public final class SubnetResult extends Result {
  SubnetResult(Function function, Answer answer, Options options) {
    super(function, answer, options);
  }

  /**
   * What is each mechanism's own.
   *
   * @return one result for each mechanism
   */
  @SuppressWarnings("unchecked")
  public List<MechanismResult> mechanisms() {
    List<Map<String, Object>> mechanisms = (List<Map<String, Object>>) fields.get("mechanisms");
    return mechanisms.stream().map(MechanismResult::of).toList();
  }

  /**
   * The raw bits of every stage.
   *
   * @return the values of each mechanism by name; empty where {@link Options#trace()} did not ask for it
   */
  public Optional<List<Map<String, Object>>> trace() {
    return traces();
  }

  @Override
  public Optional<String> traceToJson() {
    return traces().map(each -> tracesToJson());
  }
}
