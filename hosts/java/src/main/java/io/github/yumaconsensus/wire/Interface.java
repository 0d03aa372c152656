package io.github.yumaconsensus.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The functions of the modules, as interface.json describes them. */
public final class Interface {
  private static final String RESOURCE = "/yuma/modules/interface.json";

  private static final Map<String, Function> EPOCHS = new LinkedHashMap<>();
  private static final Map<String, Function> ECONOMICS = new LinkedHashMap<>();
  private static final Map<String, Map<?, ?>> RULE_SETS = new LinkedHashMap<>();

  static {
    Map<?, ?> described = (Map<?, ?>) Json.parse(text(RESOURCE));
    for (Object each : (List<?>) described.get("ruleSets")) {
      Map<?, ?> ruleSet = (Map<?, ?>) each;
      RULE_SETS.put((String) ruleSet.get("name"), ruleSet);
    }
    Forms forms = new Forms(List.copyOf(RULE_SETS.keySet()));
    for (Object each : (List<?>) described.get("functions")) {
      Map<?, ?> function = (Map<?, ?>) each;
      Map<String, Function> functions = function.get("module").equals("yuma") ? EPOCHS : ECONOMICS;
      functions.put((String) function.get("name"), Function.of(function, forms));
    }
  }

  /** One mechanism of a subnet. */
  public static final Function EPOCH = EPOCHS.get("epoch");

  /** A subnet under Yuma consensus. */
  public static final Function YUMA_SUBNET = EPOCHS.get("yuma_subnet");

  /** A subnet under Null consensus. */
  public static final Function NULL_SUBNET = EPOCHS.get("null_subnet");

  private Interface() {}

  /**
   * The functions of the economics by name.
   *
   * @return all of them, in the order of the description
   */
  public static Map<String, Function> economics() {
    return Collections.unmodifiableMap(ECONOMICS);
  }

  static Set<String> ruleSets() {
    return RULE_SETS.keySet();
  }

  /**
   * The rule sets that have something.
   *
   * @param what {@code mechanisms} or {@code nullConsensus}
   * @return their names
   */
  public static List<String> ruleSetsWith(String what) {
    return RULE_SETS.keySet().stream().filter(name -> Boolean.TRUE.equals(RULE_SETS.get(name).get(what))).toList();
  }

  /**
   * A text that lies in the package.
   *
   * @param resource its place
   * @return the whole text
   */
  public static String text(String resource) {
    try (InputStream stream = Interface.class.getResourceAsStream(resource)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
