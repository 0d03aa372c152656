package io.github.yumaconsensus.wire;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fields by name: Map, in the order of the description. */
class RecordForm extends Form {
  /**
   * A field.
   *
   * @param absent what it stands for where it is left out; Shown.ABSENT where it may not be
   * @param unreadBy the rule sets that do not read it
   */
  record Field(String name, Form form, Object absent, Set<String> unreadBy) {}

  /** The names that are not read: remarks on the input. */
  private static final List<String> REMARKS = List.of("$schema", "tag", "provenance");

  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Set<String> allowed = new LinkedHashSet<>();
  private final Field[] ordered;
  private final int[] offsets;

  RecordForm(List<Field> described) {
    this(described, Layout.of(described.stream().map(Field::form).toList()));
  }

  private RecordForm(List<Field> described, Layout layout) {
    super(layout.size(), layout.align());
    this.ordered = described.toArray(Field[]::new);
    this.offsets = layout.offsets();
    described.forEach(field -> fields.put(field.name(), field));
    allowed.addAll(fields.keySet());
    allowed.addAll(REMARKS);
  }

  /** Whether a field has no effect with this input. */
  boolean isUnread(Field field, Map<?, ?> given) {
    return false;
  }

  /** Whether a name that is missing is told before anything else, even where no other one is. */
  boolean isToldFirst(Field field) {
    return false;
  }

  /** How many uids there are for the vectors within. */
  int uidsOf(Map<?, ?> given, int uids) {
    return uids;
  }

  static void refuseUnknown(Map<?, ?> given, Collection<String> known) {
    for (Object key : given.keySet()) {
      String name = String.valueOf(key);
      if (!known.contains(name)) {
        throw new Refusal("one of the fields " + String.join(", ", known), name).in(Shown.segment(name));
      }
    }
  }

  /** The fields that are given: none that is not known, and not several of those that are needed missing. */
  final Map<?, ?> fieldsOf(Object given) {
    if (!(given instanceof Map<?, ?> map)) {
      throw new Refusal("an object", given);
    }
    refuseUnknown(map, allowed);
    for (Field field : ordered) {
      try {
        field.form().readAhead(map.get(field.name()));
      } catch (Refusal refusal) {
        throw refusal.in("." + field.name());
      }
    }
    Field first = null;
    boolean isTold = false;
    for (Field field : ordered) {
      if (!map.containsKey(field.name()) && field.absent() == Shown.ABSENT && !isUnread(field, map)) {
        isTold |= first != null || isToldFirst(field);
        first = first == null ? field : first;
      }
    }
    if (isTold) {
      throw new Refusal("the field " + first.name(), Shown.ABSENT).in("." + first.name());
    }
    return map;
  }

  @Override
  Object read(Object given, int uids) {
    Map<?, ?> map = fieldsOf(given);
    int count = uidsOf(map, uids);
    Map<String, Object> values = new LinkedHashMap<>(2 * ordered.length);
    for (Field field : ordered) {
      boolean isGiven = map.containsKey(field.name());
      boolean isUnread = isUnread(field, map);
      Object value = field.absent();
      if (isGiven || (!isUnread && value == Shown.ABSENT)) {
        value = readField(field, map, count);
      }
      if (!isUnread) {
        values.put(field.name(), value);
      }
    }
    return values;
  }

  final Field field(String name) {
    return fields.get(name);
  }

  final Object readField(Field field, Map<?, ?> map, int uids) {
    try {
      return field.form().read(map.containsKey(field.name()) ? map.get(field.name()) : Shown.ABSENT, uids);
    } catch (Refusal refusal) {
      throw refusal.in("." + field.name());
    }
  }

  /** What is not among the values stays zero, which is none and has no elements. */
  @Override
  void write(Message message, int at, Object value) {
    Map<?, ?> values = (Map<?, ?>) value;
    for (int i = 0; i < ordered.length; i++) {
      Object each = values.get(ordered[i].name());
      if (each != null) {
        try {
          ordered[i].form().write(message, at + offsets[i], each);
        } catch (Refusal refusal) {
          throw refusal.in("." + ordered[i].name());
        }
      }
    }
  }

  @Override
  Object decode(Message answer, int at) {
    Map<String, Object> values = new LinkedHashMap<>(2 * ordered.length);
    for (int i = 0; i < ordered.length; i++) {
      Object value = ordered[i].form().decode(answer, at + offsets[i]);
      if (value != Shown.ABSENT) {
        values.put(ordered[i].name(), value);
      }
    }
    return values;
  }

  /** Only what is among the values. */
  @Override
  void print(StringBuilder out, Object value) {
    char next = '{';
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) value).entrySet()) {
      String name = (String) entry.getKey();
      out.append(next).append('"').append(name).append("\":");
      fields.get(name).form().print(out, entry.getValue());
      next = ',';
    }
    out.append(next == '{' ? "{}" : "}");
  }

  @Override
  String locate(Message message, int at, int offset) {
    for (int i = 0; i < ordered.length; i++) {
      String found = ordered[i].form().locate(message, at + offsets[i], offset);
      if (found != null) {
        return "." + ordered[i].name() + found;
      }
    }
    return null;
  }

  final String nameOf(int number) {
    return number >= 1 && number <= ordered.length ? ordered[number - 1].name() : "";
  }
}
