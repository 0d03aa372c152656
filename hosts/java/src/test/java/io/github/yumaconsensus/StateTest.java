package io.github.yumaconsensus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StateTest {
  private static String pathOf(Executable executable) {
    return assertThrows(InvalidInputException.class, executable).path();
  }

  @Test
  void jsonAndBuilderGiveTheSame() {
    State built = Small.state().build();
    assertEquals(built.toJson(), State.fromJson(built.toJson()).toJson());
    assertEquals(3, built.n());
    SubnetState subnet = Small.subnet().build();
    assertEquals(subnet.toJson(), SubnetState.fromJson(subnet.toJson()).toJson());
    SubnetState nullSubnet = Small.nullSubnet().build();
    assertEquals(nullSubnet.toJson(), SubnetState.fromJson(nullSubnet.toJson()).toJson());
  }

  @Test
  void aStateDoesNotChangeWithItsArrays() {
    long[] stake = {1, 2, 3};
    State state = Small.state().alphaStake(stake).build();
    String before = state.toJson();
    stake[0] = 77;
    assertEquals(before, state.toJson());
  }

  @Test
  void longsAreUnsigned() {
    assertEquals(true, Small.state().build().toJson().contains("\"taoWeight\":\"18446744073709551615\""));
  }

  @Test
  void whatTheRuleSetDoesNotReadMayBeLeftOutAndCountsForNothing() {
    State state = Small.state().ruleSet("spec-195").stake(1, 2, 3).build();
    assertFalse(state.toJson().contains("alphaStake"));
    try (Engine engine = Engine.create()) {
      assertEquals(3, engine.epoch(state).ranks().orElseThrow().length);
    }
  }

  @Test
  void aMissingFieldIsNamed() {
    assertEquals("n", pathOf(() -> State.builder().build()));
    assertEquals("stake", pathOf(() -> Small.state().ruleSet("spec-127").build()));
    Mechanism mechanism = new Mechanism().lastUpdate(1, 2, 3).commitBlocks(1, 2, 3);
    assertEquals("mechanisms[0].weights", pathOf(() -> Small.subnet().mechanisms(mechanism).build()));
  }

  @Test
  void aWrongFieldIsNamed() {
    assertEquals("alphaStake", pathOf(() -> Small.state().alphaStake(1, 2).build()));
    assertEquals("kappa", pathOf(() -> Small.state().kappa(65_536).build()));
    assertEquals("ruleSet", pathOf(() -> Small.state().ruleSet("spec-1").build()));
    Rows negative = Rows.of(new int[][] {{1, -1}}, new int[][] {}, new int[][] {});
    assertEquals("weights.values[0]", pathOf(() -> Small.state().weights(negative).build()));
    assertEquals("weights.starts", pathOf(() -> Small.state().weights(Rows.of(new int[][] {})).build()));
    assertEquals("ruleSet", pathOf(() -> Small.subnet().ruleSet("spec-297").build()));
    assertEquals("kappa", pathOf(() -> Small.nullSubnet().kappa(1).build()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "\"n\":3|\"n\":4|blockAtRegistration",
        "\"n\":3|\"n\":3.5|n",
        "\"n\":3|\"n\":3,\"m\":1|m",
        "\"n\":3|\"n\":3,\"a b\":1|[\"a b\"]",
        "\"n\":3|\"n\":3,\"mechanisms\":[]|mechanisms",
        "\"kappa\":32767|\"kappa\":\"1\"|kappa",
        "\"currentBlock\":\"1000\"|\"currentBlock\":\"01\"|currentBlock",
        "\"currentBlock\":\"1000\"|\"currentBlock\":9007199254740992|currentBlock",
        "[true,true,false]|[true,1,false]|validatorPermits[1]",
        "[[2,100]]|[[2,100],[3]]|weights[0][1]",
        "[[2,100]]|[[2,65536]]|weights[0][0][1]",
        "[[2,100]]|7|weights[0]",
      })
  void jsonThatIsWrongIsNamed(String from, String to, String path) {
    String json = Small.state().build().toJson().replace(from, to);
    assertEquals(path, pathOf(() -> State.fromJson(json)));
  }

  @Test
  void aRemarkIsIgnored() {
    String json = Small.state().build().toJson();
    assertEquals(json, State.fromJson(json.replace("\"n\":3", "\"n\":3,\"tag\":{\"any\":1}")).toJson());
  }

  @Test
  void aSubnetIsNoStateAndTheOtherWayRound() {
    assertEquals("epochConsensus", pathOf(() -> State.fromJson(Small.subnet().build().toJson())));
    assertEquals("epochConsensus", pathOf(() -> SubnetState.fromJson(Small.state().build().toJson())));
    assertEquals("", pathOf(() -> SubnetState.fromJson("[]")));
    assertEquals("", pathOf(() -> State.fromJson("[]")));
  }
}
