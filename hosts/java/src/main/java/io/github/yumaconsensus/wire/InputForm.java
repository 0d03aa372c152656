package io.github.yumaconsensus.wire;

import java.util.List;
import java.util.Map;

/** What a function is asked with. */
final class InputForm extends RecordForm {
  private static final String RULE_SET = "ruleSet";
  private static final String UIDS = "n";

  private final boolean isState;
  private final boolean isByRuleSet;

  /**
   * @param isState whether {@code n} is the number of elements of the vectors
   * @param isByRuleSet whether the rule set says which fields are read
   */
  InputForm(List<Field> described, boolean isState, boolean isByRuleSet) {
    super(described);
    this.isState = isState;
    this.isByRuleSet = isByRuleSet;
  }

  @Override
  boolean isUnread(Field field, Map<?, ?> given) {
    if (!isByRuleSet || field.unreadBy().isEmpty()) {
      return false;
    }
    Field ruleSet = field(RULE_SET);
    Object name = given.get(RULE_SET);
    boolean isKnown = name instanceof String word && Interface.ruleSets().contains(word);
    return field.unreadBy().contains(isKnown ? name : ruleSet.absent());
  }

  @Override
  boolean isToldFirst(Field field) {
    return isByRuleSet && !field.unreadBy().isEmpty();
  }

  @Override
  int uidsOf(Map<?, ?> given, int uids) {
    return isState ? (Integer) readField(field(UIDS), given, 0) : 0;
  }
}
