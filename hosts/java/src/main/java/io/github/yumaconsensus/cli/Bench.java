package io.github.yumaconsensus.cli;

import io.github.yumaconsensus.Engine;
import io.github.yumaconsensus.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** How long an epoch takes. */
final class Bench {
  /** The virtual machine has compiled what matters after so many, and so much of the time. */
  private static final int WARM_UP_EPOCHS = 400;

  private static final double WARM_UP_SHARE = 0.5;

  private static final double NANOSECONDS = 1e9;

  private Bench() {}

  /** One line of JSON with the median of so many seconds. */
  static String run(Path path, double seconds) throws IOException {
    State state = State.fromJson(Files.readString(path));
    try (Engine engine = Engine.create()) {
      measure(engine, state, seconds * WARM_UP_SHARE, WARM_UP_EPOCHS);
      long[] times = measure(engine, state, seconds, 1);
      Arrays.sort(times);
      return String.format(
          Locale.ROOT, "{\"host\": \"java\", \"nsPerEpoch\": %d, \"epochs\": %d}", times[times.length / 2], times.length);
    }
  }

  private static long[] measure(Engine engine, State state, double seconds, int least) {
    long[] times = new long[1024];
    int count = 0;
    long end = System.nanoTime() + (long) (seconds * NANOSECONDS);
    do {
      long start = System.nanoTime();
      engine.epoch(state);
      if (count == times.length) {
        times = Arrays.copyOf(times, 2 * count);
      }
      times[count++] = System.nanoTime() - start;
    } while (count < least || System.nanoTime() < end);
    return Arrays.copyOf(times, count);
  }
}
