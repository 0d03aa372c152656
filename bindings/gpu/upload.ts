/** Copies a state to the device, where it stays. */
import type { CheckedState } from "../boundary/input.js";
import { stage } from "./chunk.js";
import { GpuDeviceLostError, GpuOutOfMemoryError } from "./errors.js";
import { HeldState, type HeldRows } from "./held.js";
import { BYTES, VECTOR_FIELDS } from "./layout.js";
import type { Staging } from "./staging.js";
import type { StoredRows } from "../types.js";
import { bytesOf } from "./vectors.js";

/** @throws GpuOutOfMemoryError, GpuDeviceLostError */
export async function uploadState(device: GPUDevice, staging: Staging, state: CheckedState): Promise<HeldState> {
  device.pushErrorScope("validation");
  device.pushErrorScope("out-of-memory");
  let held: HeldState | undefined;
  let failure: unknown;
  try {
    held = new HeldState(device, state);
    write(device, staging, held, state);
  } catch (error) {
    failure = error;
  }
  const [outOfMemory, validation] = await Promise.all([device.popErrorScope(), device.popErrorScope()]);
  const cause = outOfMemory ?? validation ?? failure;
  if (cause === undefined) return held!;
  held?.destroy();
  const { message } = cause as Error;
  if (outOfMemory !== null || cause instanceof RangeError) throw new GpuOutOfMemoryError(message, [undefined]);
  throw new GpuDeviceLostError(`the device is lost: ${message}`, [undefined]);
}

function write(device: GPUDevice, staging: Staging, held: HeldState, state: CheckedState): void {
  const { places, counting, all, stateWords } = held;
  const rowBytes = ({ entries }: HeldRows) => 2 * entries * BYTES.half;
  const { staged, written } = stage(staging, [
    { section: "state", offset: 0, bytes: stateWords * BYTES.word },
    { section: "storedWeights", offset: 0, bytes: rowBytes(held.weights) },
    { section: "storedBonds", offset: 0, bytes: rowBytes(held.bonds) },
  ]);
  const [own, weights, bonds] = written;
  for (const name of VECTOR_FIELDS) own!.bytes.set(bytesOf(state[name]), BYTES.word * places[name]);
  own!.words.set(counting!.table, counting!.at);
  own!.words.set(all.table, all.at);
  putRows(all.uids, state.weights, weights!.halves, held.weights);
  putRows(all.uids, state.bonds, bonds!.halves, held.bonds);
  for (const buffer of staged) buffer.unmap();
  const encoder = device.createCommandEncoder();
  const targets = [held.state, held.weights.buffer, held.bonds.buffer];
  written.forEach(({ copy: { from, at, bytes } }, i) => {
    if (bytes > 0) encoder.copyBufferToBuffer(from, at, targets[i]!, 0, bytes);
  });
  device.queue.submit([encoder.finish()]);
  for (const buffer of staged) staging.handedOver(buffer);
}

function putRows(slotUids: Uint16Array, { starts, uids, values }: StoredRows, halves: Uint16Array, { room, entries }: HeldRows): void {
  slotUids.forEach((uid, slot) => {
    const start = starts[uid]!;
    const end = starts[uid + 1]!;
    halves.set(uids.subarray(start, end), slot * room);
    halves.set(values.subarray(start, end), entries + slot * room);
  });
}
