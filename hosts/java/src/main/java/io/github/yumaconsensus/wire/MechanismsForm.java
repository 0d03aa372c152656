package io.github.yumaconsensus.wire;

import java.util.List;

/** The mechanisms of a subnet. What fields each has is asked before the subnet's own fields are. */
final class MechanismsForm extends ListForm {
  /** A mechanism's id is a u8. */
  private static final int MOST = 256;

  private final RecordForm mechanism;

  MechanismsForm(RecordForm mechanism) {
    super(mechanism);
    this.mechanism = mechanism;
  }

  @Override
  void readAhead(Object given) {
    if (given instanceof List<?> list && list.size() <= MOST) {
      for (int i = 0; i < list.size(); i++) {
        try {
          mechanism.fieldsOf(list.get(i));
        } catch (Refusal refusal) {
          throw refusal.in(i);
        }
      }
    }
  }

  @Override
  Object read(Object given, int uids) {
    if (!(given instanceof List<?> list) || list.isEmpty() || list.size() > MOST) {
      throw new Refusal("an array of 1 to " + MOST, given);
    }
    return super.read(given, uids);
  }
}
