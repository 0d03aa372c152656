package io.github.yumaconsensus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EconomicsTest {
  private static final BigInteger ONE = BigInteger.ONE.shiftLeft(32);

  private final Engine engine = Engine.create();

  @AfterEach
  void close() {
    engine.close();
  }

  private static Map<String, Object> subnet(int netuid) {
    return Map.of("netuid", netuid, "mechanism", 1, "movingPrice", ONE, "minerBurned", 0, "emissionEnabled", true);
  }

  private InvalidInputException refused(String name, Map<String, ?> input) {
    return assertThrows(InvalidInputException.class, () -> engine.economics(name, input));
  }

  @Test
  void integersOfAnyTypeAreTaken() {
    BigInteger halved = BigInteger.valueOf(500_000_000);
    for (Object issuance : new Object[] {10_500_000_000_000_000L, "10500000000000000", new BigInteger("10500000000000000")}) {
      assertEquals(halved, engine.economics("block_emission", Map.of("issuance", issuance)).get("emission"));
    }
    assertEquals(BigInteger.valueOf(1_000_000_000), engine.economics("block_emission", Map.of("issuance", 0)).get("emission"));
  }

  @Test
  void listsAndRecordsComeAndGo() {
    Map<String, Object> output =
        engine.economics("price_shares", Map.of("blockEmission", 1_000_000_000, "subnets", List.of(subnet(1), subnet(2))));
    assertEquals(List.of(1, BigInteger.ONE.shiftLeft(63)), ((List<?>) output.get("shares")).get(0));
    assertTrue(output.get("rootSellFlag") instanceof Boolean);
  }

  @Test
  void theModuleSaysWhichFieldIsWrong() {
    var exception = refused("price_shares", Map.of("blockEmission", 1, "subnets", List.of(subnet(7), subnet(7))));
    assertEquals("subnets[1].netuid", exception.path());
    assertEquals("7", exception.got());
  }

  @Test
  void whatIsNoIntegerIsRefused() {
    for (Object issuance : new Object[] {-1, 1.0, "1.0", "-0", "18446744073709551616", BigInteger.ONE.shiftLeft(64), true}) {
      assertEquals("issuance", refused("block_emission", Map.of("issuance", issuance)).path());
    }
    assertEquals("issuance", refused("block_emission", Map.of()).path());
  }

  @Test
  void theFormatOfTheCoinbaseFollowsItsRuleSet() {
    Map<String, Object> shared = Map.of("netuid", 1, "mechanism", 1, "tao", 5, "alphaIn", 7);
    Map<String, Object> input = new HashMap<>(shared);
    input.put("ruleSet", 233);
    assertTrue(((BigInteger) engine.economics("pool_price_233", input).get("y")).signum() > 0);
    Map<String, Object> terms =
        Map.of("ruleSet", 261, "taoEmission", -1, "alphaIssuance", 0, "price", 1, "burnRegistration", true, "powRegistration", true);
    assertEquals("taoEmission", refused("subnet_terms_233", terms).path());
    input.put("ruleSet", 234);
    assertEquals("ruleSet", refused("pool_price_233", input).path());
  }

  @Test
  void whatIsOptionalIsNull() {
    assertNull(engine.economics("block_emission", Map.of("issuance", 21_000_000_000_000_000L)).get("residual"));
  }

  @Test
  void anUnknownFunctionIsRefused() {
    var exception = assertThrows(UnknownFunctionException.class, () -> engine.economics("epoch", Map.of()));
    assertEquals("unknown-function", exception.code().text());
    assertEquals("fn", exception.path());
    assertTrue(Engine.economicsFunctions().contains("distribute_233"));
  }
}
