package io.github.yumaconsensus.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Forms from their descriptions in interface.json. */
final class Forms {
  private final List<String> ruleSets;

  Forms(List<String> ruleSets) {
    this.ruleSets = ruleSets;
  }

  /** The fields of a struct. */
  List<RecordForm.Field> fields(Object described, boolean isState) {
    List<RecordForm.Field> fields = new ArrayList<>();
    for (Object each : (List<?>) described) {
      Map<?, ?> field = (Map<?, ?>) each;
      String name = (String) field.get("name");
      Form form = isState && name.equals("mechanisms") ? new MechanismsForm(recordOf(field.get("of"))) : form(field);
      Object absent = field.containsKey("default") ? form.read(field.get("default"), 0) : Shown.ABSENT;
      fields.add(new RecordForm.Field(name, form, absent, Set.copyOf(words(field.get("unreadBy")))));
    }
    return fields;
  }

  private RecordForm recordOf(Object described) {
    return new RecordForm(fields(((Map<?, ?>) described).get("fields"), false));
  }

  private Form form(Object described) {
    Map<?, ?> form = (Map<?, ?>) described;
    String type = (String) form.get("type");
    return switch (type) {
      case "boolean" -> SmallForm.BOOLEAN;
      case "u16" -> SmallForm.U16;
      case "i32" -> SmallForm.I32;
      case "u32" -> SmallForm.U32;
      case "u64" -> WideForm.U64;
      case "i64" -> WideForm.I64;
      case "u128" -> WideForm.U128;
      case "i128" -> WideForm.I128;
      case "coinbase" -> WideForm.COINBASE;
      case "bytes32" -> WordForm.BYTES32;
      case "text" -> WordForm.TEXT;
      case "spec" -> WordForm.ruleSet(ruleSets);
      case "constant" -> WordForm.constant((String) form.get("value"));
      case "choice" -> WordForm.choice(words(form.get("choices")));
      case "oneOf" -> SmallForm.oneOf(((List<?>) form.get("numbers")).stream().map(each -> ((Long) each).intValue()).toList());
      case "optional" -> OptionalForm.optional(form(form.get("of")));
      case "sometimes" -> OptionalForm.sometimes(form(form.get("of")));
      case "list" -> new ListForm(form(form.get("of")));
      case "vector" -> vector(typeOf(form.get("of")));
      case "rows" -> typeOf(form.get("of")).equals("i64") ? RowsForm.I64 : RowsForm.U16;
      case "tuple" -> TupleForm.of(((List<?>) form.get("of")).stream().map(this::form).toList());
      case "record" -> recordOf(form);
      default -> throw new IllegalStateException("interface.json has a form that is not known: " + type);
    };
  }

  private static Form vector(String element) {
    return switch (element) {
      case "boolean" -> VectorForm.BOOLEAN;
      case "u16" -> VectorForm.U16;
      case "u64" -> VectorForm.longs(true);
      case "i64" -> VectorForm.longs(false);
      default -> throw new IllegalStateException("interface.json has a vector that is not known: " + element);
    };
  }

  private static String typeOf(Object described) {
    return (String) ((Map<?, ?>) described).get("type");
  }

  private static List<String> words(Object list) {
    return list == null ? List.of() : ((List<?>) list).stream().map(String.class::cast).toList();
  }
}
