package io.github.yumaconsensus.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where fields lie follows from their forms; interface.json says where, too. */
class LayoutTest {
  private final Map<?, ?> described = (Map<?, ?>) Json.parse(Interface.text("/yuma/modules/interface.json"));

  @Test
  void fieldsLieWhereTheDescriptionSays() {
    Forms forms = new Forms(List.copyOf(Interface.ruleSets()));
    for (Object function : (List<?>) described.get("functions")) {
      for (String side : List.of("input", "output")) {
        Map<?, ?> struct = (Map<?, ?>) ((Map<?, ?>) function).get(side);
        List<?> fields = (List<?>) struct.get("fields");
        List<Form> read = forms.fields(fields, false).stream().map(RecordForm.Field::form).toList();
        Layout layout = Layout.of(read);
        assertEquals(struct.get("size"), (long) layout.size());
        for (int i = 0; i < fields.size(); i++) {
          Map<?, ?> field = (Map<?, ?>) fields.get(i);
          assertEquals(field.get("offset"), (long) layout.offsets()[i], () -> String.valueOf(field));
          assertEquals(field.get("size"), (long) read.get(i).size, () -> String.valueOf(field));
          assertEquals(field.get("align"), (long) read.get(i).align, () -> String.valueOf(field));
        }
      }
    }
  }

  @Test
  void theVersionIsOurs() {
    assertEquals(1L, described.get("version"));
  }
}
