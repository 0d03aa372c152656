package io.github.yumaconsensus.wire;

import java.util.ArrayList;
import java.util.List;

/** So many values, each of its own form: List. */
final class TupleForm extends Form {
  private final Form[] items;
  private final int[] offsets;

  private TupleForm(int size, int align, Form[] items, int[] offsets) {
    super(size, align);
    this.items = items;
    this.offsets = offsets;
  }

  static TupleForm of(List<Form> forms) {
    Layout layout = Layout.of(forms);
    return new TupleForm(layout.size(), layout.align(), forms.toArray(Form[]::new), layout.offsets());
  }

  @Override
  Object read(Object given, int uids) {
    if (!(given instanceof List<?> list) || list.size() != items.length) {
      throw new Refusal("an array of length " + items.length, given);
    }
    List<Object> values = new ArrayList<>(items.length);
    try {
      for (Form item : items) {
        values.add(item.read(list.get(values.size()), uids));
      }
    } catch (Refusal refusal) {
      throw refusal.in(values.size());
    }
    return values;
  }

  @Override
  void write(Message message, int at, Object value) {
    List<?> values = (List<?>) value;
    for (int i = 0; i < items.length; i++) {
      items[i].write(message, at + offsets[i], values.get(i));
    }
  }

  @Override
  Object decode(Message answer, int at) {
    List<Object> values = new ArrayList<>(items.length);
    for (int i = 0; i < items.length; i++) {
      values.add(items[i].decode(answer, at + offsets[i]));
    }
    return values;
  }

  @Override
  void print(StringBuilder out, Object value) {
    List<?> values = (List<?>) value;
    for (int i = 0; i < items.length; i++) {
      out.append(i == 0 ? '[' : ',');
      items[i].print(out, values.get(i));
    }
    out.append(']');
  }

  @Override
  String locate(Message message, int at, int offset) {
    for (int i = 0; i < items.length; i++) {
      String found = items[i].locate(message, at + offsets[i], offset);
      if (found != null) {
        return "[" + i + "]" + found;
      }
    }
    return null;
  }
}
