import io.github.yumaconsensus.Engine;
import io.github.yumaconsensus.EpochResult;
import io.github.yumaconsensus.Options;
import io.github.yumaconsensus.State;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;

/** An epoch of the state that comes with the package, and a function of the economics. */
public class EpochOfTheBundledState {
  public static void main(String[] arguments) {
    try (Engine engine = Engine.create()) {
      State state = State.bundled();
      EpochResult result = engine.epoch(state, Options.DIGEST);
      System.out.println("uids:     " + state.n());
      System.out.println("emission: " + Arrays.stream(result.emission()).sum() + " rao");
      System.out.println("digest:   " + result.digest().orElseThrow());

      Map<String, Object> halving = engine.economics("block_emission", Map.of("issuance", 10_500_000_000_000_000L));
      System.out.println("a block:  " + (BigInteger) halving.get("emission") + " rao");
    }
  }
}
