import { PickleBytes } from "./pickleBytes.js";
import { PickledCall, PickledDict, PickledList, PickledName, PickledPersistent, type Pickled } from "./pickled.js";

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

/** @throws EpochInputError at what is no pickle, or more of one than is read here */
export function scanPickle(bytes: Uint8Array, path: string): Pickled {
  return new Scanner(new PickleBytes(bytes, path)).run();
}

class Scanner {
  private objects = 0;
  private readonly stack: Slot[] = [];
  private readonly memo = new Map<number, Slot>();

  constructor(private readonly bytes: PickleBytes) {}

  private pop(): Slot {
    const top = this.stack.pop();
    if (top === undefined) throw this.bytes.wrong("something on the stack of the pickle", "nothing");
    return top;
  }

  private value(): Pickled {
    return this.plain(this.pop());
  }

  private plain(slot: Slot): Pickled {
    if (slot === MARK) throw this.bytes.wrong("a value on the stack of the pickle", "a mark");
    return slot as Pickled;
  }

  private top(): Pickled {
    const slot = this.stack.at(-1);
    if (slot === undefined) throw this.bytes.wrong("something on the stack of the pickle", "nothing");
    return this.plain(slot);
  }

  private sinceMark(): Pickled[] {
    const start = this.stack.lastIndexOf(MARK);
    if (start < 0) throw this.bytes.wrong("a mark on the stack of the pickle", "none");
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
    if (entries === null || items.length % 2 !== 0) throw this.bytes.wrong("keys and values for a dictionary", "something else");
    for (let i = 0; i < items.length; i += 2) entries.set(items[i], items[i + 1]!);
  }

  private append(target: Pickled, items: readonly Pickled[]): void {
    if (target instanceof PickledList) for (const item of items) target.items.push(item);
    else if (!(target instanceof PickledCall)) throw this.bytes.wrong("a list to append to", "something else");
  }

  private integer(text: string): Pickled {
    if (text === "00" || text === "01") return text === "01";
    if (!/^-?\d{1,100}L?$/.test(text)) throw this.bytes.wrong("an integer", text);
    return BigInt(text.replace("L", ""));
  }

  private remember(key: number): void {
    if (this.memo.size >= MOST_OBJECTS && !this.memo.has(key)) throw this.bytes.wrong(`at most ${MOST_OBJECTS} things to remember`, "more");
    this.memo.set(key, this.top());
  }

  private recalled(key: number): Slot {
    const known = this.memo.get(key);
    if (known === undefined) throw this.bytes.wrong("something that came before", key);
    return known;
  }

  run(): Pickled {
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const code = String.fromCharCode(this.bytes.u1());
      if (code === ".") return this.value();
      this.step(code);
    }
    throw this.bytes.wrong(`at most ${MOST_STEPS} steps of a pickle`, "more");
  }

  private step(code: string): void {
    if (MAKE_OBJECTS.includes(code) && ++this.objects > MOST_OBJECTS)
      throw this.bytes.wrong(`at most ${MOST_OBJECTS} lists, dictionaries, names and calls`, "more");
    const made = this.made(code);
    if (made !== undefined) this.stack.push(made);
    else if (!this.moved(code)) throw this.bytes.wrong("an opcode of pickles that is read here", code);
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
        return this.bytes.u1();
      case "M":
        return this.bytes.u2();
      case "J":
        return this.bytes.i4();
      case "I":
      case "L":
        return this.integer(this.bytes.line());
      case "\x8a":
        return this.bytes.long(this.bytes.u1());
      case "\x8b":
        return this.bytes.long(this.bytes.u4());
      case "G":
        return this.bytes.f8();
      case "F":
        return Number(this.bytes.line());
      case "U":
        return this.bytes.oldText(this.bytes.u1());
      case "T":
        return this.bytes.oldText(this.bytes.u4());
      case "X":
        return this.bytes.text(this.bytes.u4());
      case "\x8c":
        return this.bytes.text(this.bytes.u1());
      case "\x8d":
        return this.bytes.text(this.bytes.u8());
      case "C":
        return this.bytes.raw(this.bytes.u1());
      case "B":
        return this.bytes.raw(this.bytes.u4());
      case "\x8e":
      case "\x96":
        return this.bytes.raw(this.bytes.u8());
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
        return this.recalled(this.bytes.u1());
      case "j":
        return this.recalled(this.bytes.u4());
      case "g":
        return this.recalled(Number(this.bytes.line()));
      case "c":
        return new PickledName(`${this.bytes.line()}.${this.bytes.line()}`);
      case "\x93": {
        const [name, module] = [this.value(), this.value()];
        if (typeof name !== "string" || typeof module !== "string") throw this.bytes.wrong("a module and a name", "something else");
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
        this.bytes.u1();
        return true;
      case "\x95":
        this.bytes.take(8);
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
        this.remember(this.bytes.u1());
        return true;
      case "r":
        this.remember(this.bytes.u4());
        return true;
      case "\x94":
        this.remember(this.memo.size);
        return true;
      case "p":
        this.remember(Number(this.bytes.line()));
        return true;
      default:
        return false;
    }
  }
}
