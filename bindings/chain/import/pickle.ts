import { EpochInputError } from "../../errors.js";

/**
 * What a pickle would do, without doing any of it: its opcodes are gone through once, and what they name or call becomes an inert node
 * with its name and arguments. Nothing is looked up, called or built by what the file says, and what stands in a node matters only where
 * its name is one of the few that numpy and torch give their arrays.
 */
export type Pickled = null | boolean | number | bigint | string | Uint8Array | PickledList | PickledDict | PickledCall | PickledName;

export class PickledList {
  readonly items: Pickled[] = [];
}

/** In order, as a Map: keys are the file's, and none of them becomes a name of ours. */
export class PickledDict {
  readonly entries = new Map<unknown, Pickled>();
}

/** module.name */
export class PickledName {
  constructor(readonly name: string) {}
}

export class PickledCall {
  state: Pickled = null;
  /** what was set or appended to it, where it is a dictionary */
  readonly entries = new Map<unknown, Pickled>();

  constructor(
    readonly callee: Pickled,
    readonly args: Pickled,
  ) {}

  /** of what is called; empty where that has no name */
  get name(): string {
    return this.callee instanceof PickledName ? this.callee.name : "";
  }
}

/** What a storage of torch is known by: its type, key, place and count. */
export class PickledPersistent {
  constructor(readonly id: Pickled) {}
}

const MARK = Symbol("mark");

type Slot = Pickled | PickledPersistent | typeof MARK;

/** Four for each weight of 1024 uids as plain numbers. */
const MOST_STEPS = 2 ** 22;

/**
 * Lists, dictionaries, names and calls, and what is remembered: one byte of a file makes one, which takes hundreds, and a Map has an
 * end. A hundred for each of 4096 uids and more.
 */
const MOST_OBJECTS = 2 ** 19;

const MAKE_OBJECTS = "])}\x8ftl\x91\x85\x86\x87dc\x93R\x81\x92Q";

const MOST_TEXT = 2 ** 26;

/** Arguments of one call. */
const CHUNK = 2 ** 12;

/** @throws EpochInputError at what is no pickle, or more of one than is read here */
export function scanPickle(bytes: Uint8Array, path: string): Pickled {
  return new Scanner(bytes, path).run();
}

class Scanner {
  private at = 0;
  private objects = 0;
  private readonly view: DataView;
  private readonly stack: Slot[] = [];
  private readonly memo = new Map<number, Slot>();

  constructor(
    private readonly bytes: Uint8Array,
    private readonly path: string,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  private wrong(expected: string, got: unknown): EpochInputError {
    return new EpochInputError(`${this.path}[byte ${this.at}]`, expected, got);
  }

  private take(length: number): number {
    if (length > this.bytes.length - this.at) throw this.wrong(`${length} more bytes of a pickle`, this.bytes.length - this.at);
    this.at += length;
    return this.at - length;
  }

  private u1(): number {
    return this.bytes[this.take(1)]!;
  }

  private u4(): number {
    return this.view.getUint32(this.take(4), true);
  }

  private u8(): number {
    const value = this.view.getBigUint64(this.take(8), true);
    if (value > 0xffff_ffffn) throw this.wrong("a length that fits", value);
    return Number(value);
  }

  private raw(length: number): Uint8Array {
    const start = this.take(length);
    return this.bytes.subarray(start, start + length);
  }

  private text(length: number): string {
    if (length > MOST_TEXT) throw this.wrong(`a text of at most ${MOST_TEXT} bytes`, length);
    return new TextDecoder().decode(this.raw(length));
  }

  /** Texts of Python 2 hold any bytes, one a character. */
  private oldText(length: number): string {
    if (length > MOST_TEXT) throw this.wrong(`a text of at most ${MOST_TEXT} bytes`, length);
    const bytes = this.raw(length);
    let text = "";
    for (let at = 0; at < length; at += CHUNK) text += String.fromCharCode(...bytes.subarray(at, at + CHUNK));
    return text;
  }

  private line(): string {
    const end = this.bytes.indexOf(10, this.at);
    if (end < 0 || end - this.at > 4_096) throw this.wrong("a line that ends", "none");
    const text = this.oldText(end - this.at);
    this.at++;
    return text;
  }

  private pop(): Slot {
    const top = this.stack.pop();
    if (top === undefined) throw this.wrong("something on the stack of the pickle", "nothing");
    return top;
  }

  private value(): Pickled {
    return this.plain(this.pop());
  }

  private plain(slot: Slot): Pickled {
    if (slot === MARK) throw this.wrong("a value on the stack of the pickle", "a mark");
    return slot as Pickled;
  }

  private top(): Pickled {
    const slot = this.stack.at(-1);
    if (slot === undefined) throw this.wrong("something on the stack of the pickle", "nothing");
    return this.plain(slot);
  }

  private sinceMark(): Pickled[] {
    const start = this.stack.lastIndexOf(MARK);
    if (start < 0) throw this.wrong("a mark on the stack of the pickle", "none");
    const items = this.stack.splice(start).slice(1);
    return items.map((one) => this.plain(one));
  }

  private listOf(items: readonly Pickled[]): PickledList {
    const list = new PickledList();
    for (const item of items) list.items.push(item);
    return list;
  }

  private setItems(target: Pickled, items: readonly Pickled[]): void {
    const entries = target instanceof PickledDict || target instanceof PickledCall ? target.entries : null;
    if (entries === null || items.length % 2 !== 0) throw this.wrong("keys and values for a dictionary", "something else");
    for (let i = 0; i < items.length; i += 2) entries.set(items[i], items[i + 1]!);
  }

  private append(target: Pickled, items: readonly Pickled[]): void {
    if (target instanceof PickledList) for (const item of items) target.items.push(item);
    else if (!(target instanceof PickledCall)) throw this.wrong("a list to append to", "something else");
  }

  private long(length: number): bigint {
    if (length > 64) throw this.wrong("an integer of at most 64 bytes", length);
    const value = this.raw(length).reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    return BigInt.asIntN(8 * length, value);
  }

  private integer(text: string): Pickled {
    if (text === "00" || text === "01") return text === "01";
    if (!/^-?\d{1,100}L?$/.test(text)) throw this.wrong("an integer", text);
    return BigInt(text.replace("L", ""));
  }

  private remember(key: number): void {
    if (this.memo.size >= MOST_OBJECTS && !this.memo.has(key)) throw this.wrong(`at most ${MOST_OBJECTS} things to remember`, "more");
    this.memo.set(key, this.top());
  }

  private recalled(key: number): Slot {
    const known = this.memo.get(key);
    if (known === undefined) throw this.wrong("something that came before", key);
    return known;
  }

  run(): Pickled {
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const code = String.fromCharCode(this.u1());
      if (code === ".") return this.value();
      this.step(code);
    }
    throw this.wrong(`at most ${MOST_STEPS} steps of a pickle`, "more");
  }

  private step(code: string): void {
    if (MAKE_OBJECTS.includes(code) && ++this.objects > MOST_OBJECTS)
      throw this.wrong(`at most ${MOST_OBJECTS} lists, dictionaries, names and calls`, "more");
    const made = this.made(code);
    if (made !== undefined) this.stack.push(made);
    else if (!this.moved(code)) throw this.wrong("an opcode of pickles that is read here", code);
  }

  /** What an opcode puts onto the stack; undefined where it is none that does. */
  private made(code: string): Slot | undefined {
    switch (code) {
      case "(":
        return MARK;
      case "2":
        return this.top();
      case "N":
        return null;
      case "\x88":
        return true;
      case "\x89":
        return false;
      case "K":
        return this.u1();
      case "M":
        return this.view.getUint16(this.take(2), true);
      case "J":
        return this.view.getInt32(this.take(4), true);
      case "I":
      case "L":
        return this.integer(this.line());
      case "\x8a":
        return this.long(this.u1());
      case "\x8b":
        return this.long(this.u4());
      case "G":
        return this.view.getFloat64(this.take(8), false);
      case "F":
        return Number(this.line());
      case "U":
        return this.oldText(this.u1());
      case "T":
        return this.oldText(this.u4());
      case "X":
        return this.text(this.u4());
      case "\x8c":
        return this.text(this.u1());
      case "\x8d":
        return this.text(this.u8());
      case "C":
        return this.raw(this.u1());
      case "B":
        return this.raw(this.u4());
      case "\x8e":
      case "\x96":
        return this.raw(this.u8());
      case ")":
      case "]":
      case "\x8f":
        return new PickledList();
      case "}":
        return new PickledDict();
      case "t":
      case "l":
      case "\x91":
        return this.listOf(this.sinceMark());
      case "\x85":
        return this.listOf([this.value()]);
      case "\x86":
        return this.listOf([this.value(), this.value()].reverse());
      case "\x87":
        return this.listOf([this.value(), this.value(), this.value()].reverse());
      case "d": {
        const dict = new PickledDict();
        this.setItems(dict, this.sinceMark());
        return dict;
      }
      case "h":
        return this.recalled(this.u1());
      case "j":
        return this.recalled(this.u4());
      case "g":
        return this.recalled(Number(this.line()));
      case "c":
        return new PickledName(`${this.line()}.${this.line()}`);
      case "\x93": {
        const [name, module] = [this.value(), this.value()];
        if (typeof name !== "string" || typeof module !== "string") throw this.wrong("a module and a name", "something else");
        return new PickledName(`${module}.${name}`);
      }
      case "R":
      case "\x81": {
        const [args, callee] = [this.value(), this.value()];
        return new PickledCall(callee, args);
      }
      case "\x92": {
        const [, args, callee] = [this.value(), this.value(), this.value()];
        return new PickledCall(callee, args);
      }
      case "Q":
        return new PickledPersistent(this.value());
      default:
        return undefined;
    }
  }

  /** Whether it is an opcode that changes what is on the stack, or remembers it. */
  private moved(code: string): boolean {
    switch (code) {
      case "\x80":
        this.u1();
        return true;
      case "\x95":
        this.take(8);
        return true;
      case "0":
        this.pop();
        return true;
      case "1":
        this.sinceMark();
        return true;
      case "a": {
        const item = this.value();
        this.append(this.top(), [item]);
        return true;
      }
      case "e":
      case "\x90": {
        const items = this.sinceMark();
        this.append(this.top(), items);
        return true;
      }
      case "s": {
        const [value, key] = [this.value(), this.value()];
        this.setItems(this.top(), [key, value]);
        return true;
      }
      case "u": {
        const items = this.sinceMark();
        this.setItems(this.top(), items);
        return true;
      }
      case "b": {
        const state = this.value();
        const target = this.top();
        if (target instanceof PickledCall) target.state = state;
        return true;
      }
      case "q":
        this.remember(this.u1());
        return true;
      case "r":
        this.remember(this.u4());
        return true;
      case "\x94":
        this.remember(this.memo.size);
        return true;
      case "p":
        this.remember(Number(this.line()));
        return true;
      default:
        return false;
    }
  }
}
