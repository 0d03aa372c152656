package io.github.yumaconsensus.wire;

import java.util.ArrayList;
import java.util.List;

/** Items of one form, any number of them: List. */
class ListForm extends Form {
  private final Form item;

  ListForm(Form item) {
    super(8, 4);
    this.item = item;
  }

  @Override
  Object read(Object given, int uids) {
    if (!(given instanceof List<?> list)) {
      throw new Refusal("an array", given);
    }
    List<Object> items = new ArrayList<>(list.size());
    try {
      for (Object each : list) {
        items.add(item.read(each, uids));
      }
    } catch (Refusal refusal) {
      throw refusal.in(items.size());
    }
    return items;
  }

  @Override
  void write(Message message, int at, Object value) {
    List<?> items = (List<?>) value;
    int start = message.reserveList(at, items.size(), item.size);
    int i = 0;
    try {
      for (Object each : items) {
        item.write(message, start + i * item.size, each);
        i++;
      }
    } catch (Refusal refusal) {
      throw refusal.in(i);
    }
  }

  @Override
  Object decode(Message answer, int at) {
    int start = answer.listStart(at);
    int count = answer.listCount(at);
    List<Object> items = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      items.add(item.decode(answer, start + i * item.size));
    }
    return items;
  }

  @Override
  void print(StringBuilder out, Object value) {
    char next = '[';
    for (Object each : (List<?>) value) {
      out.append(next);
      item.print(out, each);
      next = ',';
    }
    VectorForm.close(out, next);
  }

  @Override
  String locate(Message message, int at, int offset) {
    if (holds(at, size, offset)) {
      return "";
    }
    int start = message.listStart(at);
    int count = message.listCount(at);
    for (int i = 0; i < count; i++) {
      String found = item.locate(message, start + i * item.size, offset);
      if (found != null) {
        return "[" + i + "]" + found;
      }
    }
    return null;
  }
}
