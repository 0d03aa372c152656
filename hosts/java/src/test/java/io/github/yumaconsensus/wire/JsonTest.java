package io.github.yumaconsensus.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.yumaconsensus.InvalidInputException;
import io.github.yumaconsensus.MalformedJsonException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static String pathOf(String text) {
    return assertThrows(InvalidInputException.class, () -> Json.parse(text)).path();
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1.0,1", "1e2,100", "1500e-2,15", "0e99999999999,0", "-7,-7", "9007199254740991,9007199254740991"})
  void aNumberThatIsAnIntegerIsOne(String text, long value) {
    assertEquals(value, Json.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "9007199254740992", "1e21", "1e23", "22616024057826550", "12345678901234567000"})
  void anyOtherNumberIsADouble(String text) {
    assertEquals(Double.valueOf(text), Json.parse(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-0", "-0.0", "9007199254740993", "12345678901234567891", "1e400", "1e-400", "1e-99999999999"})
  void aNumberThatCannotBeHeldIsRefused(String number) {
    assertEquals("a[1].b", pathOf("{\"a\":[0,{\"b\":" + number + "}]}"));
  }

  @Test
  void aKeyComesOnce() {
    assertEquals("a.b", pathOf("{\"a\":{\"b\":1,\"\\u0062\":1}}"));
    assertEquals("[\"a \\\"b\"]", pathOf("{\"a \\\"b\":1,\"a \\\"b\":1}"));
  }

  @Test
  void thereAreAtMost64Levels() {
    Json.parse("[".repeat(64) + "]".repeat(64));
    assertEquals("[0]".repeat(64), pathOf("[".repeat(100_000) + "]".repeat(100_000)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "[1,]", "01", "+1", ".5", "NaN", "{'a':1}", "1 2", "[1]]", "\"\t\"", "/**/1"})
  @ValueSource(strings = {"[-0,", "{\"a\":1,\"a\":1", "-0 x"})
  void whatIsNotJsonIsMalformedWhateverElseIsWrong(String text) {
    assertThrows(MalformedJsonException.class, () -> Json.parse(text));
  }

  @Test
  void valuesAreKept() {
    assertEquals(List.of("é\n", true, false), Json.parse("\ufeff[\"\\u00e9\\n\", true, false]"));
    assertEquals(null, Json.parse("null"));
  }
}
