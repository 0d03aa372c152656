package io.github.yumaconsensus.wire;

import io.github.yumaconsensus.TooLargeException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** A message that is written, or an answer that is read. Offsets count from its first byte. */
final class Message {
  /** Where lists begin: at multiples of this. */
  private static final int LIST_ALIGN = 8;

  private static final int FIRST_CAPACITY = 1 << 12;

  /** The most bytes that an array is sure to hold. */
  private static final int MOST = Integer.MAX_VALUE - 8;

  private ByteBuffer bytes;
  private int end;

  /** Whether 128-bit numbers of the coinbase are signed. */
  final boolean signed;

  /** An empty message, to be written. */
  Message(boolean signed) {
    this.bytes = littleEndian(new byte[FIRST_CAPACITY]);
    this.signed = signed;
  }

  /** A whole message, to be read. */
  Message(byte[] whole, boolean signed) {
    this.bytes = littleEndian(whole);
    this.end = whole.length;
    this.signed = signed;
  }

  private static ByteBuffer littleEndian(byte[] array) {
    return ByteBuffer.wrap(array).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The bytes as they are now: another array once there is more room. */
  ByteBuffer bytes() {
    return bytes;
  }

  int length() {
    return end;
  }

  byte[] array() {
    return bytes.array();
  }

  /** Room for so many bytes more, all zero. */
  int reserve(long size) {
    int start = end;
    long wanted = (start + size + LIST_ALIGN - 1) / LIST_ALIGN * LIST_ALIGN;
    if (wanted > MOST) {
      throw new TooLargeException("a message of more than " + MOST + " bytes does not fit into an array");
    }
    if (wanted > bytes.capacity()) {
      long capacity = Math.min(Math.max(wanted, 2L * bytes.capacity()), MOST);
      bytes = littleEndian(Arrays.copyOf(bytes.array(), (int) capacity));
    }
    end = (int) wanted;
    return start;
  }

  /** Room for a list's items, referred to where its offset and count lie. */
  int reserveList(int at, int count, int itemSize) {
    int start = reserve((long) count * itemSize);
    bytes.putInt(at, start).putInt(at + 4, count);
    return start;
  }

  /** Where a list begins that is referred to. */
  int listStart(int at) {
    return bytes.getInt(at);
  }

  int listCount(int at) {
    return bytes.getInt(at + 4);
  }
}
