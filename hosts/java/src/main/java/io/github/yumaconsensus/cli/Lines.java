package io.github.yumaconsensus.cli;

import io.github.yumaconsensus.MalformedJsonException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Lines of UTF-8. Only a line feed ends one, with or without a carriage return before it. */
final class Lines {
  private static final int CHUNK = 1 << 16;
  private static final int MOST_BYTES = 1 << 28;
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final InputStream stream;
  private final byte[] chunk = new byte[CHUNK];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private long length;
  private int at;
  private int end;

  Lines(InputStream stream) {
    this.stream = stream;
  }

  /** Whether there is another line, which {@link #text} then gives. */
  boolean next() throws IOException {
    line.reset();
    length = 0;
    while (true) {
      if (at == end) {
        at = 0;
        end = Math.max(0, stream.read(chunk));
        if (end == 0) {
          return length > 0;
        }
      }
      int from = at;
      while (at < end && chunk[at] != '\n') {
        at++;
      }
      add(from);
      if (at < end) {
        at++;
        return true;
      }
    }
  }

  /** A line that is too long is not kept. */
  private void add(int from) {
    length += at - from;
    if (length <= MOST_BYTES) {
      line.write(chunk, from, at - from);
    }
  }

  /** The line without its end. */
  String text() {
    if (length > MOST_BYTES) {
      throw new MalformedJsonException("a line of more than " + MOST_BYTES + " bytes");
    }
    byte[] bytes = line.toByteArray();
    int count = bytes.length > 0 && bytes[bytes.length - 1] == '\r' ? bytes.length - 1 : bytes.length;
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, count)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException exception) {
      throw new MalformedJsonException("cannot be read as UTF-8");
    }
  }
}
