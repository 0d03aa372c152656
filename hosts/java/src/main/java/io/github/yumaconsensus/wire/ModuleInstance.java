package io.github.yumaconsensus.wire;

import com.dylibso.chicory.runtime.ExportFunction;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.ChicoryException;
import io.github.yumaconsensus.ChainTrapException;
import io.github.yumaconsensus.InternalException;
import io.github.yumaconsensus.InvalidInputException;
import io.github.yumaconsensus.TooLargeException;
import io.github.yumaconsensus.YumaException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An instance of a module, given up where anything goes wrong in it and made anew when it is needed: memory never
 * shrinks, so that what has grown for a message that did not fit would be kept.
 */
public final class ModuleInstance {
  /** Asks for the raw bits of every stage. */
  public static final int TRACE = 1;

  /** Asks for the digest. */
  public static final int DIGEST = 2;

  /** "YUMA" as a little-endian number. */
  private static final int MAGIC = 0x414d5559;

  private static final short VERSION = 1;

  private static final int FINE = 0;
  private static final int LENGTH = 2;
  private static final int MEMORY = 4;
  private static final int TRAPPED = 6;

  private static final int DIGEST_AT = 16;
  private static final int DIGEST_BYTES = 32;

  private static final List<String> TRAPS =
      List.of("a weight on a uid outside the network, in a row with a permit", "a bond on a uid outside the network");

  private final Supplier<Instance> start;
  private Exports exports;

  /**
   * An instance that is started when it is first called.
   *
   * @param start makes an instance of the module
   */
  public ModuleInstance(Supplier<Instance> start) {
    this.start = start;
  }

  private record Exports(
      Instance instance,
      ExportFunction input,
      ExportFunction run,
      ExportFunction errorField,
      ExportFunction errorOffset,
      ExportFunction output,
      ExportFunction outputLength) {

    static Exports of(Instance instance) {
      return new Exports(
          instance,
          instance.export("input"),
          instance.export("run"),
          instance.export("errorField"),
          instance.export("errorOffset"),
          instance.export("output"),
          instance.export("outputLength"));
    }
  }

  private static int call(ExportFunction function, long... arguments) {
    return (int) function.apply(arguments)[0];
  }

  /**
   * One call.
   *
   * @param function one of the module's
   * @param fields its input, as its read gives it
   * @param flags what is asked for besides
   * @return the answer
   * @throws YumaException where the module refuses the input
   */
  public Answer call(Function function, Map<String, Object> fields, int flags) {
    boolean isAsGood = false;
    try {
      Answer answer = answer(function, fields, flags);
      isAsGood = true;
      return answer;
    } catch (InvalidInputException | ChainTrapException exception) {
      isAsGood = true;
      throw exception;
    } catch (OutOfMemoryError error) {
      throw new TooLargeException("this input does not fit into the memory of the virtual machine (" + error.getMessage() + ")");
    } catch (ChicoryException | StackOverflowError error) {
      throw new InternalException("an unexpected " + error, error);
    } finally {
      if (!isAsGood) {
        exports = null;
      }
    }
  }

  private Answer answer(Function function, Map<String, Object> fields, int flags) {
    Message message = function.encode(fields);
    message
        .bytes()
        .putInt(0, MAGIC)
        .putShort(4, VERSION)
        .putShort(6, (short) function.number())
        .putInt(8, message.length());
    if (exports == null) {
      exports = Exports.of(start.get());
    }
    int at = call(exports.input, message.length());
    if (at == 0) {
      throw new TooLargeException("a message of " + message.length() + " bytes does not fit into the module's memory");
    }
    exports.instance.memory().write(at, message.array(), 0, message.length());
    int status = call(exports.run, function.number(), flags);
    if (status != FINE) {
      throw refusal(function, fields, message, status);
    }
    byte[] answer = exports.instance.memory().readBytes(call(exports.output), call(exports.outputLength));
    String digest = HexFormat.of().formatHex(answer, DIGEST_AT, DIGEST_AT + DIGEST_BYTES);
    return new Answer(function.decode(answer, fields), digest);
  }

  private YumaException refusal(Function function, Map<String, Object> fields, Message message, int status) {
    int field = call(exports.errorField);
    int offset = call(exports.errorOffset);
    if (status == MEMORY) {
      return new TooLargeException("this input does not fit into the module's memory");
    }
    if (status == TRAPPED) {
      return new ChainTrapException(TRAPS.get(offset - 1));
    }
    if (field == 0) {
      return new InternalException("an unexpected status " + status + " at " + offset + " of " + function.name(), null);
    }
    String path = function.locate(message, field, offset);
    return new InvalidInputException(path, expected(status), Shown.value(Places.valueAt(fields, path)));
  }

  private static String expected(int status) {
    return status == LENGTH ? "another number of elements" : "a value that goes with the other fields";
  }
}
