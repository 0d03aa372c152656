package io.github.yumaconsensus.wire;

import com.dylibso.chicory.runtime.ConstantEvaluators;
import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmRuntimeException;
import com.dylibso.chicory.wasm.types.ActiveDataSegment;
import com.dylibso.chicory.wasm.types.DataSegment;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import com.dylibso.chicory.wasm.types.PassiveDataSegment;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The memory of a module in one array, where each access is one that the virtual machine checks by itself. The runtime's
 * own memory has an array for each page, and every access looks its page up.
 */
public final class FlatMemory implements Memory {
  private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle FLOAT = MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle DOUBLE = MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);

  private final int initialPages;
  private final int maximumPages;

  private byte[] bytes;

  private DataSegment[] segments = {};

  /**
   * A memory of zeros.
   *
   * @param limits how many pages it has, and may have
   */
  public FlatMemory(MemoryLimits limits) {
    initialPages = limits.initialPages();
    maximumPages = Math.min(limits.maximumPages(), RUNTIME_MAX_PAGES);
    bytes = new byte[initialPages * PAGE_SIZE];
  }

  @Override
  public int pages() {
    return bytes.length / PAGE_SIZE;
  }

  @Override
  public int grow(int more) {
    int before = pages();
    if (more < 0 || more > maximumPages - before) {
      return -1;
    }
    try {
      bytes = Arrays.copyOf(bytes, (before + more) * PAGE_SIZE);
    } catch (OutOfMemoryError error) {
      // The module is told so, and refuses what it was asked.
      return -1;
    }
    return before;
  }

  @Override
  public int initialPages() {
    return initialPages;
  }

  @Override
  public int maximumPages() {
    return maximumPages;
  }

  @Override
  public boolean shared() {
    return false;
  }

  @Override
  @SuppressWarnings("removal")
  public Object lock(int address) {
    return this;
  }

  @Override
  @SuppressWarnings("removal")
  public int waitOn(int address, int expected, long timeout) {
    throw new WasmRuntimeException("a memory of one thread has nothing to wait for");
  }

  @Override
  @SuppressWarnings("removal")
  public int waitOn(int address, long expected, long timeout) {
    return waitOn(address, 0, timeout);
  }

  @Override
  @SuppressWarnings("removal")
  public int notify(int address, int maxThreads) {
    return 0;
  }

  @Override
  public void initialize(Instance instance, DataSegment[] dataSegments) {
    segments = dataSegments == null ? new DataSegment[] {} : dataSegments.clone();
    for (DataSegment segment : segments) {
      if (segment instanceof ActiveDataSegment active) {
        int offset = (int) ConstantEvaluators.computeConstantValue(instance, active.offsetInstructions())[0];
        write(offset, active.data(), 0, active.data().length);
      }
    }
  }

  @Override
  public void initPassiveSegment(int segment, int to, int from, int size) {
    write(to, segments[segment].data(), from, size);
  }

  @Override
  public void drop(int segment) {
    segments[segment] = PassiveDataSegment.EMPTY;
  }

  private static RuntimeException outOfBounds(int address, IndexOutOfBoundsException cause) {
    return new WasmRuntimeException("out of bounds memory access at " + Integer.toUnsignedString(address), cause);
  }

  @Override
  public void write(int address, byte[] data, int offset, int size) {
    try {
      System.arraycopy(data, offset, bytes, address, size);
    } catch (IndexOutOfBoundsException exception) {
      throw outOfBounds(address, exception);
    }
  }

  @Override
  public byte read(int address) {
    try {
      return bytes[address];
    } catch (IndexOutOfBoundsException exception) {
      throw outOfBounds(address, exception);
    }
  }

  @Override
  public byte[] readBytes(int address, int size) {
    byte[] copy = new byte[size];
    try {
      System.arraycopy(bytes, address, copy, 0, size);
    } catch (IndexOutOfBoundsException exception) {
      throw outOfBounds(address, exception);
    }
    return copy;
  }

  @Override
  public void writeI32(int address, int value) {
    try {
      INT.set(bytes, address, value);
    } catch (IndexOutOfBoundsException exception) {
      throw outOfBounds(address, exception);
    }
  }

  @Override
  public int readInt(int address) {
    try {
      return (int) INT.get(bytes, address);
    } catch (IndexOutOfBoundsException exception) {
      throw outOfBounds(address, exception);
    }
  }

  @Override
  public void writeLong(int address, long value) {
    try {
      LONG.set(bytes, address, value);
    } catch (IndexOutOfBoundsException exception) {
      throw outOfBounds(address, exception);
    }
  }

  @Override
  public long readLong(int address) {
    try {
      return (long) LONG.get(bytes, address);
    } catch (IndexOutOfBoundsException exception) {
      throw outOfBounds(address, exception);
    }
  }

  @Override
  public void writeShort(int address, short value) {
    try {
      SHORT.set(bytes, address, value);
    } catch (IndexOutOfBoundsException exception) {
      throw outOfBounds(address, exception);
    }
  }

  @Override
  public short readShort(int address) {
    try {
      return (short) SHORT.get(bytes, address);
    } catch (IndexOutOfBoundsException exception) {
      throw outOfBounds(address, exception);
    }
  }

  @Override
  public long readU16(int address) {
    return Short.toUnsignedLong(readShort(address));
  }

  @Override
  public void writeByte(int address, byte value) {
    try {
      bytes[address] = value;
    } catch (IndexOutOfBoundsException exception) {
      throw outOfBounds(address, exception);
    }
  }

  @Override
  public void writeF32(int address, float value) {
    try {
      FLOAT.set(bytes, address, value);
    } catch (IndexOutOfBoundsException exception) {
      throw outOfBounds(address, exception);
    }
  }

  @Override
  public long readF32(int address) {
    return readInt(address);
  }

  @Override
  public float readFloat(int address) {
    try {
      return (float) FLOAT.get(bytes, address);
    } catch (IndexOutOfBoundsException exception) {
      throw outOfBounds(address, exception);
    }
  }

  @Override
  public void writeF64(int address, double value) {
    try {
      DOUBLE.set(bytes, address, value);
    } catch (IndexOutOfBoundsException exception) {
      throw outOfBounds(address, exception);
    }
  }

  @Override
  public double readDouble(int address) {
    try {
      return (double) DOUBLE.get(bytes, address);
    } catch (IndexOutOfBoundsException exception) {
      throw outOfBounds(address, exception);
    }
  }

  @Override
  public long readF64(int address) {
    return readLong(address);
  }

  @Override
  public void zero() {
    Arrays.fill(bytes, (byte) 0);
  }

  @Override
  public void fill(byte value, int from, int to) {
    try {
      Arrays.fill(bytes, from, to, value);
    } catch (IndexOutOfBoundsException | IllegalArgumentException exception) {
      throw outOfBounds(from, new IndexOutOfBoundsException(exception.getMessage()));
    }
  }

  @Override
  public void copy(int to, int from, int size) {
    write(to, bytes, from, size);
  }
}
