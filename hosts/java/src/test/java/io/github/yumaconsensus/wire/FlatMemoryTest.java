package io.github.yumaconsensus.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.dylibso.chicory.runtime.Memory;
import com.dylibso.chicory.runtime.WasmRuntimeException;
import com.dylibso.chicory.wasm.types.MemoryLimits;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class FlatMemoryTest {
  private final FlatMemory memory = new FlatMemory(new MemoryLimits(1, 3));

  @Test
  void whatIsWrittenIsRead() {
    memory.writeLong(3, 0x8877665544332211L);
    assertEquals(0x8877665544332211L, memory.readLong(3));
    assertEquals(0x44332211, memory.readInt(3));
    assertEquals(0x2211, memory.readShort(3));
    assertEquals(0x8877, memory.readU16(9));
    assertArrayEquals(new byte[] {0x11, 0x22}, memory.readBytes(3, 2));
    memory.copy(4, 3, 8);
    assertEquals(0x8877665544332211L, memory.readLong(4));
    memory.fill((byte) 1, 3, 5);
    assertEquals(0x0101, memory.readShort(3));
  }

  @Test
  void itGrowsToItsLimit() {
    memory.writeByte(5, (byte) 9);
    assertEquals(1, memory.grow(2));
    assertEquals(-1, memory.grow(1));
    assertEquals(3, memory.pages());
    assertEquals(9, memory.read(5));
  }

  @Test
  void whatIsOutsideIsRefused() {
    int end = Memory.PAGE_SIZE;
    List<Executable> accesses =
        List.of(
            () -> memory.read(end),
            () -> memory.readShort(end - 1),
            () -> memory.readInt(end - 3),
            () -> memory.readLong(end - 7),
            () -> memory.readInt(-4),
            () -> memory.writeByte(-1, (byte) 0),
            () -> memory.writeI32(end - 3, 0),
            () -> memory.readBytes(end - 1, 2),
            () -> memory.copy(end - 1, 0, 2),
            () -> memory.fill((byte) 0, end - 1, end + 1));
    accesses.forEach(access -> assertThrows(WasmRuntimeException.class, access));
  }
}
