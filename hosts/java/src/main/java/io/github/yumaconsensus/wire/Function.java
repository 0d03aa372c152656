package io.github.yumaconsensus.wire;

import java.util.List;
import java.util.Map;

/** A function of a module. */
public final class Function {
  /** Up to here the 128-bit numbers of the coinbase are signed. */
  private static final int LAST_SIGNED = 260;

  private static final int OUTPUT_HEAD = 64;
  private static final int INPUT_HEAD = 16;

  private final int number;
  private final String name;
  private final RecordForm input;
  private final RecordForm output;

  Function(int number, String name, RecordForm input, RecordForm output) {
    this.number = number;
    this.name = name;
    this.input = input;
    this.output = output;
  }

  /**
   * What JSON and programs call it.
   *
   * @return words with underscores between them
   */
  public String name() {
    return name;
  }

  int number() {
    return number;
  }

  /**
   * An input, checked as far as that is not the module's.
   *
   * @param given fields as JSON has them, or as arrays of numbers
   * @return each field in its Java type
   * @throws io.github.yumaconsensus.InvalidInputException where a field is not what it has to be
   */
  public Map<String, Object> read(Object given) {
    try {
      return fieldsOf(input.read(given, 0));
    } catch (Refusal refusal) {
      throw refusal.exception();
    }
  }

  /**
   * Appends an input as JSON.
   *
   * @param out where to
   * @param fields what read has given
   */
  public void printInput(StringBuilder out, Map<String, Object> fields) {
    input.print(out, fields);
  }

  /**
   * Appends an output as JSON, or some fields of one.
   *
   * @param out where to
   * @param fields what a module has answered
   */
  public void printOutput(StringBuilder out, Map<String, Object> fields) {
    output.print(out, fields);
  }

  /**
   * Appends one field of an output as JSON.
   *
   * @param out where to
   * @param field its name
   * @param value what the output has there
   */
  public void printOutput(StringBuilder out, String field, Object value) {
    output.field(field).form().print(out, value);
  }

  /** A message that asks for this; its head is not written yet. */
  Message encode(Map<String, Object> fields) {
    Message message = new Message(isSigned(fields));
    message.reserve(INPUT_HEAD + input.size);
    try {
      input.write(message, INPUT_HEAD, fields);
    } catch (Refusal refusal) {
      throw refusal.exception();
    }
    return message;
  }

  Map<String, Object> decode(byte[] answer, Map<String, Object> asked) {
    return fieldsOf(output.decode(new Message(answer, isSigned(asked)), OUTPUT_HEAD));
  }

  /** Where a byte of a message of this is, as the path of a field. */
  String locate(Message message, int field, int offset) {
    String found = input.locate(message, INPUT_HEAD, offset);
    return found == null ? input.nameOf(field) : Shown.path(found);
  }

  private static boolean isSigned(Map<String, Object> asked) {
    return asked.get("ruleSet") instanceof Integer ruleSet && ruleSet <= LAST_SIGNED;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> fieldsOf(Object read) {
    return (Map<String, Object>) read;
  }

  static Function of(Map<?, ?> described, Forms forms) {
    String name = (String) described.get("name");
    boolean isState = described.get("module").equals("yuma");
    List<RecordForm.Field> input = forms.fields(((Map<?, ?>) described.get("input")).get("fields"), isState);
    List<RecordForm.Field> output = forms.fields(((Map<?, ?>) described.get("output")).get("fields"), false);
    // Null consensus came with a rule set that reads all of its fields.
    boolean isByRuleSet = isState && !name.equals("null_subnet");
    int number = ((Long) described.get("number")).intValue();
    return new Function(number, name, new InputForm(input, isState, isByRuleSet), new RecordForm(output));
  }
}
