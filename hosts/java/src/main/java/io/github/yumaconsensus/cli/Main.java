package io.github.yumaconsensus.cli;

import java.io.IOException;
import java.nio.file.Path;

/** Answers lines of JSON, as {@code yuma eval} does; with {@code bench STATE.json SECONDS} measures epochs. */
public final class Main {
  private Main() {}

  /**
   * The program.
   *
   * @param arguments none, or {@code bench}, a file and a number of seconds
   * @throws IOException where standard input, standard output or the file cannot be had
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0) {
      Answers.run(System.in, System.out);
    } else if (arguments.length == 3 && arguments[0].equals("bench")) {
      System.out.println(Bench.run(Path.of(arguments[1]), Double.parseDouble(arguments[2])));
    } else {
      System.err.println("usage: java -jar yuma-consensus.jar < LINES.jsonl\n       java -jar yuma-consensus.jar bench STATE.json SECONDS");
      System.exit(2);
    }
  }
}
