package io.github.yumaconsensus.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.yumaconsensus.Engine;
import io.github.yumaconsensus.State;
import io.github.yumaconsensus.wire.Json;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AnswersTest {
  /** What the chain's own code has answered, where this is a clone of the repository. */
  private static final Path VECTORS = Path.of("../../test/vectors");

  /** Steps of an epoch, and lines of another kind. */
  private static final List<String> OTHERS = List.of("arithmetic", "scenarios");

  private static final int LINES_OF_EACH = 40;

  private static String answered(String input) throws IOException {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Answers.run(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), output);
    return output.toString(StandardCharsets.UTF_8);
  }

  @Test
  void everyLineHasItsAnswer() throws IOException {
    String good = "{\"fn\":\"withheld\",\"in\":{\"withheld\":\"1\",\"total\":\"2\"}}";
    String answer = "{\"out\":{\"y\":\"2147483648\"}}";
    String[] answers = answered(good + "\r\n\n" + good).split("\n");
    assertEquals(answer, answers[0]);
    assertTrue(answers[1].startsWith("{\"error\":{\"code\":\"malformed-json\""));
    assertEquals(answer, answers[2]);
    assertEquals("", answered(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"fn\":\"none\",\"in\":{}}|unknown-function|fn",
        "[]|unknown-function|fn",
        "{\"fn\":\"withheld\",\"in\":[]}|invalid-input|in",
        "{\"fn\":\"withheld\",\"in\":{\"total\":1}}|invalid-input|withheld",
        "{\"fn\":\"withheld\",\"in\":{\"withheld\":-0,\"total\":1}}|invalid-input|in.withheld",
        "{\"fn\":\"withheld\",\"in\":{},\"extra\":1}|invalid-input|extra",
        "{\"fn\":\"withheld\",\"in\":{},\"trace\":1}|invalid-input|trace",
        "{\"fn\":\"epoch_null\",\"in\":{\"epochConsensus\":\"yuma\"}}|invalid-input|epochConsensus",
        "{\"fn\":\"subnet_epoch\",\"in\":{}}|invalid-input|epochConsensus",
        "{\"fn\":\"epoch\",\"in\":{\"mechanisms\":[]}}|invalid-input|mechanisms",
      })
  void whatIsWrongIsNamed(String line, String code, String path) throws IOException {
    Map<?, ?> error = (Map<?, ?>) ((Map<?, ?>) Json.parse(answered(line))).get("error");
    assertEquals(code, error.get("code"));
    assertEquals(path, error.get("path"));
  }

  @Test
  void aTraceIsBesideTheOutput() throws IOException {
    Map<?, ?> answer = (Map<?, ?>) Json.parse(answered("{\"fn\":\"epoch\",\"trace\":true,\"in\":" + State.bundled().toJson() + "}"));
    assertEquals(List.of("out", "trace"), List.copyOf(answer.keySet()));
  }

  static List<Path> vectors() throws IOException {
    if (!Files.isDirectory(VECTORS)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(VECTORS)) {
      return found
          .filter(path -> path.toString().endsWith(".jsonl.gz"))
          .filter(path -> !OTHERS.contains(path.getParent().getFileName().toString()))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("vectors")
  void theChainsAnswersAreOurs(Path path) throws IOException {
    int compared = 0;
    try (Engine engine = Engine.create();
        GZIPInputStream unpacked = new GZIPInputStream(Files.newInputStream(path));
        BufferedReader reader = new BufferedReader(new InputStreamReader(unpacked, StandardCharsets.UTF_8))) {
      Answers answers = new Answers(engine);
      for (String line = reader.readLine(); line != null && compared < LINES_OF_EACH; line = reader.readLine()) {
        Map<?, ?> vector = (Map<?, ?>) Json.parse(line);
        Map<?, ?> answer = (Map<?, ?>) Json.parse(answers.to(line).toString());
        if (!answer.containsKey("error")) {
          assertEquals(vector.get("out"), answer.get("out"), () -> path + " " + vector.get("name"));
          compared++;
        } else {
          assertEquals("unknown-function", ((Map<?, ?>) answer.get("error")).get("code"));
        }
      }
    }
  }
}
