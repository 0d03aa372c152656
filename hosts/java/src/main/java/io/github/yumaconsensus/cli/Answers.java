package io.github.yumaconsensus.cli;

import io.github.yumaconsensus.ChainTrapException;
import io.github.yumaconsensus.Engine;
import io.github.yumaconsensus.InvalidInputException;
import io.github.yumaconsensus.Options;
import io.github.yumaconsensus.Result;
import io.github.yumaconsensus.State;
import io.github.yumaconsensus.SubnetState;
import io.github.yumaconsensus.UnknownFunctionException;
import io.github.yumaconsensus.YumaException;
import io.github.yumaconsensus.wire.Interface;
import io.github.yumaconsensus.wire.Json;
import io.github.yumaconsensus.wire.JsonText;
import io.github.yumaconsensus.wire.Shown;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A stream of function calls, one JSON object a line, and an answer a line in the same order. */
final class Answers {
  private static final String TRACE = "trace";

  private final Engine engine;

  Answers(Engine engine) {
    this.engine = engine;
  }

  static void run(InputStream input, OutputStream output) throws IOException {
    Writer writer = new BufferedWriter(new OutputStreamWriter(output, StandardCharsets.UTF_8), 1 << 16);
    try (Engine engine = Engine.create()) {
      Answers answers = new Answers(engine);
      for (Lines lines = new Lines(input); lines.next(); ) {
        writer.append(answers.to(lines)).append('\n');
        if (input.available() == 0) {
          writer.flush();
        }
      }
    }
    writer.flush();
  }

  private CharSequence to(Lines lines) {
    try {
      return to(lines.text());
    } catch (YumaException exception) {
      return error(exception);
    }
  }

  /** The answer to one line. */
  CharSequence to(String line) {
    try {
      return to(Request.of(Json.parse(line)));
    } catch (ChainTrapException exception) {
      StringBuilder out = new StringBuilder("{\"out\":null,\"trap\":");
      JsonText.quote(out, exception.reason());
      return out.append('}');
    } catch (YumaException exception) {
      return error(exception);
    }
  }

  private static CharSequence error(YumaException exception) {
    StringBuilder out = new StringBuilder("{\"error\":{\"code\":");
    JsonText.quote(out, exception.code().text());
    JsonText.quote(out.append(",\"message\":"), exception.getMessage());
    JsonText.quote(out.append(",\"path\":"), exception.path());
    return out.append("}}");
  }

  private CharSequence to(Request request) {
    boolean isEconomics = Interface.economics().containsKey(request.function());
    if (!isEconomics && !isEpoch(request.function())) {
      throw new UnknownFunctionException(Shown.value(request.function()));
    }
    if (!(request.input() instanceof Map<?, ?> input)) {
      throw new InvalidInputException("in", "an object", Shown.value(request.input()));
    }
    String name = (String) request.function();
    return isEconomics ? economics(name, input) : epoch(name, input, request.trace());
  }

  private static boolean isEpoch(Object function) {
    return "epoch".equals(function) || "epoch_null".equals(function) || "subnet_epoch".equals(function);
  }

  private CharSequence epoch(String name, Map<?, ?> input, boolean trace) {
    Options options = trace ? Options.TRACE : Options.NONE;
    if (name.equals("epoch")) {
      State state = State.of(input);
      Limits.checkTraced(options, input);
      return printed(engine.epoch(state, options));
    }
    if (name.equals("epoch_null") && !"null".equals(input.get("epochConsensus"))) {
      throw new InvalidInputException("epochConsensus", "null (as a string)", Shown.value(input.get("epochConsensus")));
    }
    SubnetState state = SubnetState.of(input);
    Limits.checkTraced(options, input.get("mechanisms"));
    return printed(engine.subnetEpoch(state, options));
  }

  private static CharSequence printed(Result result) {
    StringBuilder out = new StringBuilder("{\"out\":").append(result.toJson());
    result.traceToJson().ifPresent(trace -> out.append(",\"" + TRACE + "\":").append(trace));
    return out.append('}');
  }

  @SuppressWarnings("unchecked")
  private CharSequence economics(String name, Map<?, ?> input) {
    Limits.checkValues(input);
    Map<String, Object> output = engine.economics(name, (Map<String, Object>) input);
    StringBuilder out = new StringBuilder("{\"out\":");
    if (name.equals("inherited_stake_195")) {
      // The list alone is what vectors have of this one.
      Interface.economics().get(name).printOutput(out, "stake", output.get("stake"));
    } else {
      Interface.economics().get(name).printOutput(out, output);
    }
    return out.append('}');
  }
}
