package io.github.yumaconsensus;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.dylibso.chicory.wasm.ChicoryException;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngineTest {
  /** The same in every language. */
  static final String DIGEST = "053c053a0b190df6c46bbf0f7e1be05fef6cdfde58a563b677696d4f89d52885";

  private final Engine engine = Engine.create();

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void theBundledStateHasTheDigestOfEveryHost() {
    EpochResult result = engine.epoch(State.bundled(), Options.DIGEST);
    assertEquals(Optional.of(DIGEST), result.digest());
    assertEquals(256, result.consensus().length);
    assertEquals(256, result.bonds().count());
    assertTrue(Arrays.stream(result.emission()).sum() > 0);
    assertTrue(result.stakeWeight().isPresent());
    assertTrue(result.ranks().isEmpty());
    assertTrue(result.trace().isEmpty());
  }

  @Test
  void aTraceChangesNothingElse() {
    EpochResult traced = engine.epoch(State.bundled(), new Options(true, true));
    assertEquals(Optional.of(DIGEST), traced.digest());
    assertEquals(engine.epoch(State.bundled()).toJson(), traced.toJson());
    var trace = traced.trace().orElseThrow();
    assertEquals(256, ((long[]) trace.get("stake")).length);
    assertEquals(257, ((RawRows) trace.get("emaBonds")).starts().length);
    assertTrue(traced.traceToJson().orElseThrow().startsWith("{\"stake\":[\""));
  }

  @Test
  void whatWasNotAskedForIsNotThere() {
    EpochResult result = engine.epoch(State.bundled());
    assertTrue(result.digest().isEmpty());
    assertTrue(result.traceToJson().isEmpty());
  }

  @Test
  void aRefusalLeavesTheEngineAsGoodAsBefore() {
    State wrong = Small.state().weights(new Rows(new int[] {0, 2, 1, 1}, new int[] {1}, new int[] {5})).build();
    var exception = assertThrows(InvalidInputException.class, () -> engine.epoch(wrong));
    assertEquals("weights.starts[2]", exception.path());
    assertEquals(Optional.of(DIGEST), engine.epoch(State.bundled(), Options.DIGEST).digest());
  }

  @Test
  void theModuleRefusesWhatTheRuleSetDoesNotAllow() {
    State state = Small.state().alphaSigmoidSteepness(40_000).build();
    var exception = assertThrows(InvalidInputException.class, () -> engine.epoch(state));
    assertEquals("alphaSigmoidSteepness", exception.path());
    assertEquals("40000", exception.got());
    assertEquals("invalid-input", exception.code().text());
  }

  @Test
  void aTrapOfTheChainHasItsReason() {
    Rows bonds = Rows.of(new int[][] {{9, 1}}, new int[][] {}, new int[][] {});
    State state = Small.state().ruleSet("spec-127").stake(1, 2, 3).bonds(bonds).build();
    var exception = assertThrows(ChainTrapException.class, () -> engine.epoch(state));
    assertEquals("a bond on a uid outside the network", exception.reason());
    assertEquals("chain-trap", exception.code().text());
    assertArrayEquals(new boolean[] {true, true, true}, engine.epoch(Small.state().build()).active());
  }

  @Test
  void aSubnetHasItsMechanisms() {
    SubnetResult result = engine.subnetEpoch(Small.subnet().build(), new Options(true, true));
    assertEquals(2, result.mechanisms().size());
    assertEquals(3, result.mechanisms().get(1).incentive().length);
    assertTrue(result.mechanisms().get(0).bonds().isPresent());
    assertEquals(2, result.trace().orElseThrow().size());
    assertTrue(result.traceToJson().orElseThrow().startsWith("[{"));
    assertEquals(64, result.digest().orElseThrow().length());
  }

  @Test
  void aSubnetUnderNullConsensusKeepsItsBonds() {
    SubnetResult result = engine.subnetEpoch(Small.nullSubnet().build());
    assertTrue(result.mechanisms().get(0).bonds().isEmpty());
  }

  @Test
  void anInterruptedThreadEndsTheCall() {
    Thread.currentThread().interrupt();
    try {
      var exception = assertThrows(InternalException.class, () -> engine.epoch(State.bundled()));
      assertTrue(exception.getCause() instanceof ChicoryException);
    } finally {
      assertTrue(Thread.interrupted());
    }
    assertEquals(Optional.of(DIGEST), engine.epoch(State.bundled(), Options.DIGEST).digest());
  }

  @Test
  void aClosedEngineAnswersNothing() {
    engine.close();
    assertThrows(IllegalStateException.class, () -> engine.epoch(State.bundled()));
  }
}
