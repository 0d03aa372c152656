package io.github.yumaconsensus.wire;

import io.github.yumaconsensus.InvalidInputException;

/**
 * A value that is refused, on its way out to whoever knows where it lies: each level puts its part in front of the path,
 * so that nothing is spent on paths as long as all is well.
 */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String expected;
  private final String got;
  private String path = "";

  Refusal(String expected, Object got) {
    super(null, null, false, false);
    this.expected = expected;
    this.got = Shown.value(got);
  }

  Refusal in(String segment) {
    path = segment + path;
    return this;
  }

  Refusal in(int index) {
    return in("[" + index + "]");
  }

  InvalidInputException exception() {
    return new InvalidInputException(Shown.path(path), expected, got);
  }
}
