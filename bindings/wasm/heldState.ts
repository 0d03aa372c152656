import { STATE_FIELDS, type CheckedState } from "../boundary/input.js";
import type { HeldOptions, HeldState, RowsField } from "../boundary/resident.js";
import { LIST_ALIGN, aligned, elementSize, structOf, valueOffset, type Wire } from "../boundary/wire.js";
import type { Quantities } from "../boundary/quantities.js";
import { ChainTrapError, InternalError } from "../errors.js";
import { codecOf, messageOf, type Codec } from "../interface/codec.js";
import { EPOCH_FUNCTIONS } from "../interface/epochFunctions.js";
import { FLAG, INPUT_HEAD, LENGTH_AT, OUTPUT_HEAD, STATUS, digestIn, inputBytes, writeInput } from "../interface/message.js";
import { callable } from "../interface/moduleFunction.js";
import { TRAPS } from "../ruleSets/ruleSets.js";
import type { HistoricEpochResult, StoredRow, UidField } from "../types.js";
import { MOST_BYTES, tooLarge, type Exports } from "./moduleInstance.js";
import { refuseViewsOf } from "./ownMemory.js";
import { instantiate } from "./webAssembly.js";

/** A field of a struct: where it lies, how, and the references to its lists, each with the bytes of an item. */
interface Place {
  readonly at: number;
  readonly codec: Codec;
  readonly lists: readonly (readonly [reference: number, itemBytes: number])[];
}

function listsOf(wire: Wire, at: number): Place["lists"] {
  if (wire.as === "vector") return [[at, elementSize(wire.of)]];
  if (wire.as === "sometimes") return listsOf(wire.of, at + valueOffset(wire.of));
  if (wire.as !== "rows") return [];
  return [
    [at, elementSize("u32")],
    [at + REFERENCE, elementSize("u16")],
    [at + 2 * REFERENCE, elementSize(wire.of)],
  ];
}

/** Bytes of a reference to a list: its offset, and its count. */
const REFERENCE = 8;
const COUNT = 4;

/** Of a uid, and of a value. */
const ENTRY_BYTES = 2;

function placesOf(fields: Quantities, head: number): Readonly<Record<string, Place>> {
  const wires = Object.values(fields).map(({ wire }) => wire);
  const { offsets } = structOf(wires);
  const place = (wire: Wire, at: number): Place => ({ at, codec: codecOf(wire), lists: listsOf(wire, at) });
  return Object.fromEntries(Object.keys(fields).map((name, i) => [name, place(wires[i]!, head + offsets[i]!)]));
}

const EPOCH = /* @__PURE__ */ (() => ({
  ...callable(EPOCH_FUNCTIONS.epoch),
  given: placesOf(STATE_FIELDS as Quantities, INPUT_HEAD),
  answered: placesOf(EPOCH_FUNCTIONS.epoch.output, OUTPUT_HEAD),
}))();

/** By how much a list gets more room than it needs, so that one that grows entry by entry moves seldom. */
const SPARE = 1.5;

/**
 * A state as the message that an instance of its own was given, which is changed where it lies: nothing else is kept. A list
 * that outgrows its room moves behind all others, and the message grows.
 */
export class WasmState implements HeldState {
  private readonly exports: Exports;
  private readonly n: number;
  private address = 0;
  private bytes = 0;
  /** of each list by its reference */
  private readonly rooms = new Map<number, number>();

  constructor(module: WebAssembly.Module, state: CheckedState) {
    this.exports = instantiate(module) as unknown as Exports;
    this.n = state.n;
    this.resize(inputBytes(EPOCH, state));
    writeInput(EPOCH, state, this.message());
    for (const { lists } of Object.values(EPOCH.given))
      for (const [reference, itemBytes] of lists)
        this.rooms.set(reference, aligned(this.view().getUint32(reference + COUNT, true) * itemBytes, LIST_ALIGN));
  }

  change(fields: Partial<CheckedState>): void {
    refuseViewsOf(this.exports.memory.buffer, fields);
    const changes = Object.entries(fields).map(([name, value]) => ({ place: EPOCH.given[name]!, value }));
    const lists = changes.flatMap(({ place, value }) => place.lists.map(([reference], i) => ({ reference, content: bytesOf(value, i) })));
    this.makeRoom(lists.map(({ reference, content }) => [reference, content.length]));
    for (const { place, value } of changes) {
      if (place.lists.length === 0) place.codec.write(messageOf(this.message(), 0), place.at, value);
      place.lists.forEach(([reference, itemBytes], i) => this.fill(reference, bytesOf(value, i), itemBytes));
    }
  }

  setElement(name: UidField, uid: number, value: number | bigint): void {
    const [reference] = EPOCH.given[name]!.lists[0]!;
    const view = this.view();
    const start = view.getUint32(reference, true);
    if (typeof value === "number") view.setUint8(start + uid, value);
    else view.setBigUint64(start + 8 * uid, value, true);
  }

  setRow(name: RowsField, uid: number, row: StoredRow): void {
    refuseViewsOf(this.exports.memory.buffer, row, "row");
    const [starts, uids, values] = EPOCH.given[name]!.lists.map(([reference]) => reference) as [number, number, number];
    const ends = this.items(Uint32Array, starts, this.n + 1);
    const [start, end] = [ends[uid]!, ends[uid + 1]!];
    const count = ends[this.n]!;
    const by = row.uids.length - (end - start);
    this.makeRoom([uids, values].map((reference) => [reference, ENTRY_BYTES * (count + by)]));
    for (const [reference, part] of [
      [uids, row.uids],
      [values, row.values],
    ] as const) {
      const list = this.items(Uint16Array, reference, Math.max(count, count + by));
      if (by !== 0) list.copyWithin(end + by, end, count);
      list.set(part, start);
      this.view().setUint32(reference + COUNT, count + by, true);
    }
    if (by === 0) return;
    const moved = this.items(Uint32Array, starts, this.n + 1);
    for (let i = uid + 1; i <= this.n; i++) moved[i]! += by;
  }

  run({ outputs, trace, digest, views, stored }: HeldOptions): Partial<HistoricEpochResult> {
    const withBonds = stored.length > 0 || trace || digest || outputs.includes("bonds");
    const flags = (trace ? FLAG.trace : 0) | (digest ? FLAG.digest : 0) | (withBonds ? 0 : FLAG.bondless);
    const status = this.exports.run(EPOCH.number, flags);
    if (status !== STATUS.fine) throw this.refusal(status);
    const lists = this.listsToKeep(stored);
    const grows = lists.some(({ reference, content }) => content.length > this.rooms.get(reference)!);
    // A message that grows does so over the answer. A trace is the caller's own whatever the rest is.
    const result = this.read({ outputs, trace, digest, views: views && !trace && !grows });
    const kept = grows ? lists.map((list) => ({ ...list, content: list.content.slice() })) : lists;
    this.makeRoom(kept.map(({ reference, content }) => [reference, content.length]));
    for (const { reference, content, itemBytes } of kept) this.fill(reference, content, itemBytes);
    return result;
  }

  state(): CheckedState {
    return EPOCH.input.read(messageOf(this.message(), 0), INPUT_HEAD) as CheckedState;
  }

  /** The message, which lies at the same place however it grows. */
  private message(): Uint8Array {
    return new Uint8Array(this.exports.memory.buffer, this.address, this.bytes);
  }

  private view(): DataView {
    return new DataView(this.exports.memory.buffer, this.address, this.bytes);
  }

  /** Parts of the answer. */
  private read({ outputs, trace, digest, views }: Omit<HeldOptions, "stored">): Partial<HistoricEpochResult> {
    const answer = this.answer();
    const message = messageOf(answer, 0, { views });
    const part = (name: string): unknown => EPOCH.answered[name]!.codec.read(message, EPOCH.answered[name]!.at);
    const result: Record<string, unknown> = {};
    try {
      for (const name of outputs) {
        const output = part(name);
        if (output !== undefined) result[name] = output;
      }
      if (trace) result["trace"] = (part("trace") as unknown[])[0];
    } catch (error) {
      throw error instanceof RangeError ? tooLarge(`a copy of the results (${error.message})`) : error;
    }
    if (digest) result["digest"] = digestIn(answer);
    return result;
  }

  /** The lists of outputs in the answer, each with the reference of that in the message which it becomes. */
  private listsToKeep(stored: HeldOptions["stored"]): { reference: number; itemBytes: number; content: Uint8Array }[] {
    const answer = this.answer();
    const view = new DataView(answer.buffer, answer.byteOffset, answer.byteLength);
    return stored.flatMap(([field, output]) =>
      EPOCH.answered[output]!.lists.map(([from, itemBytes], i) => {
        const start = view.getUint32(from, true);
        const content = answer.subarray(start, start + view.getUint32(from + COUNT, true) * itemBytes);
        return { reference: EPOCH.given[field]!.lists[i]![0], itemBytes, content };
      }),
    );
  }

  private answer(): Uint8Array {
    return new Uint8Array(this.exports.memory.buffer, this.exports.output() >>> 0, this.exports.outputLength() >>> 0);
  }

  /** So many items of a list, whatever its count says. */
  private items<A>(type: new (buffer: ArrayBuffer, offset: number, length: number) => A, reference: number, count: number): A {
    return new type(this.exports.memory.buffer, this.address + this.view().getUint32(reference, true), count);
  }

  /** Writes a list, for which there is room. */
  private fill(reference: number, content: Uint8Array, itemBytes: number): void {
    const view = this.view();
    this.message().set(content, view.getUint32(reference, true));
    view.setUint32(reference + COUNT, content.length / itemBytes, true);
  }

  /** Room for so many bytes of each list. @throws EpochSizeError, and then all is as it was */
  private makeRoom(needs: readonly (readonly [reference: number, bytes: number])[]): void {
    let end = this.bytes;
    const moves = needs.flatMap(([reference, bytes]) => {
      if (bytes <= this.rooms.get(reference)!) return [];
      const start = end;
      const room = aligned(Math.ceil(bytes * SPARE), LIST_ALIGN);
      end += room;
      return [{ reference, start, room }];
    });
    if (moves.length === 0) return;
    this.resize(end);
    const [message, view] = [this.message(), this.view()];
    for (const { reference, start, room } of moves) {
      const from = view.getUint32(reference, true);
      message.copyWithin(start, from, from + this.rooms.get(reference)!);
      view.setUint32(reference, start, true);
      this.rooms.set(reference, room);
    }
  }

  private resize(bytes: number): void {
    const address = bytes < MOST_BYTES ? this.exports.input(bytes) >>> 0 : 0;
    if (address === 0) {
      this.exports.input(this.bytes);
      throw tooLarge(`a resident state of ${this.n} uids, a message of ${bytes} bytes,`);
    }
    [this.address, this.bytes] = [address, bytes];
    this.view().setUint32(LENGTH_AT, bytes, true);
  }

  private refusal(status: number): Error {
    if (status === STATUS.memory) return tooLarge(`an epoch of a resident state of ${this.n} uids`);
    const offset = this.exports.errorOffset() >>> 0;
    return status === STATUS.trapped ? new ChainTrapError(TRAPS[offset - 1]!) : new InternalError(`status ${status} at ${offset}`);
  }
}

/** The bytes of one of a field's lists. */
function bytesOf(value: unknown, list: number): Uint8Array {
  const array = ArrayBuffer.isView(value) ? value : (Object.values(value as object)[list] as ArrayBufferView);
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}
