/**
 * WGSL as JavaScript that computes the same and counts what it does: the part of the language that the shaders use.
 * Types are known at translation, so that what each statement costs is added in one sum; what it takes to get at a place
 * of an array is left out, as on a device.
 */

/** What a statement takes. Loads and stores are of storage buffers, in bytes. */
export interface Cost {
  operations: number;
  divisions: number;
  loads: number;
  stores: number;
  shared: number;
}

interface Value {
  js: string;
  type: string;
  /** of no variable, so that nobody else can change it */
  fresh: boolean;
}

/** What can be written. */
interface Place extends Value {
  write: (value: string) => string;
  /** of reading and of writing it */
  cost: Partial<Cost>;
}

export interface EntryPoint {
  type: string;
  parameters: { name: string; builtin?: string | undefined }[];
  /** meets barriers: a generator, that stops at each */
  waits: boolean;
}

const TOKEN = /0x[0-9a-f]+u?|\d+\.\d*f?|\d+[uif]?|[A-Za-z_]\w*|->|<<=|>>=|&&|\|\||[=!<>+\-*/%&|^]=|<<|>>|\+\+|--|[^\s]/g;
const PRECEDENCE = [["||"], ["&&"], ["|"], ["^"], ["&"], ["==", "!="], ["<", ">", "<=", ">="], ["<<", ">>"], ["+", "-"], ["*", "/", "%"]];
const COMPARES = ["==", "!=", "<", ">", "<=", ">="];
const SCALARS = ["u32", "i32", "f32", "bool"];
const UNIFORM_LOAD = "workgroupUniformLoad";
const BARRIERS = ["workgroupBarrier", "storageBarrier", UNIFORM_LOAD];

/** Lanes of a vector type; 1 of a scalar. */
const lanesOf = (type: string) => Number(/^vec(\d)/.exec(type)?.[1] ?? 1);
const elementOf = (type: string) => /^(?:vec\d|array)<(\w+(?:<\w+>)?)/.exec(type)?.[1] ?? type;
const isVector = (type: string) => /^vec\d</.test(type);
const isScalar = (type: string) => SCALARS.includes(type);

/** Of two numbers, as WGSL has it for the type. */
function binary(operator: string, type: string, a: string, b: string): string {
  if (COMPARES.includes(operator)) return `(${a}${operator}${b})`;
  if (type === "bool") return `((${a}${operator}${b})!==0)`;
  if (type === "f32") return `${operator === "/" ? "quotientOf" : "R"}(${a}${operator}${b})`;
  const js =
    operator === "*" ? `Math.imul(${a},${b})` : operator === ">>" ? `(${a}${type === "u32" ? ">>>" : ">>"}${b})` : `(${a}${operator}${b})`;
  return type === "u32" ? `(${js}>>>0)` : `(${js}|0)`;
}

const CONVERT: Record<string, (js: string, from: string) => string> = {
  u32: (js, from) => (from === "f32" ? `toU32(${js})` : from === "bool" ? `(${js}?1:0)` : `(${js}>>>0)`),
  i32: (js) => `(${js}|0)`,
  f32: (js) => `R(${js})`,
  bool: (js) => `(${js}!=0)`,
};

/** By lane; the operands are all of one type. */
const LANEWISE: Record<string, (...operands: string[]) => string> = {
  min: (a, b) => `Math.min(${a},${b})`,
  max: (a, b) => `Math.max(${a},${b})`,
  clamp: (a, low, high) => `Math.min(Math.max(${a},${low}),${high})`,
  countLeadingZeros: (a) => `Math.clz32(${a})`,
  countOneBits: (a) => `ones(${a})`,
};

export class Translator {
  private readonly tokens: string[];
  private at = 0;
  private cost = nothing();
  private scopes: Map<string, Value>[] = [new Map()];
  private readonly structs = new Map<string, [name: string, type: string][]>();
  private readonly functions = new Map<string, EntryPoint>();
  private readonly out: string[] = [];
  private temporaries = 0;

  constructor(text: string) {
    this.tokens = text.match(TOKEN) ?? [];
    this.findFunctions();
  }

  /** A function may be called before it is written: what each gives, and whether it waits, itself or by what it calls. */
  private findFunctions(): void {
    const bodies = new Map<string, string[]>();
    for (let i = this.tokens.indexOf("fn"); i >= 0; i = this.tokens.indexOf("fn", i + 1)) {
      const name = this.tokens[i + 1]!;
      const brace = this.tokens.indexOf("{", i);
      this.at = this.tokens.lastIndexOf(")", brace) + 1;
      const type = this.skip("->") ? this.type() : "void";
      const next = this.tokens.indexOf("fn", brace);
      bodies.set(name, this.tokens.slice(brace, next < 0 ? undefined : next));
      this.functions.set(name, { type, parameters: [], waits: false });
    }
    const waiting = [...BARRIERS];
    for (const word of waiting) {
      for (const [name, body] of bodies) {
        if (!body.includes(word) || waiting.includes(name)) continue;
        waiting.push(name);
        this.functions.get(name)!.waits = true;
      }
    }
    this.at = 0;
  }

  /** The body of a function that gives the entry points by name, in what emulator.ts puts around it. */
  translate(): { js: string; entries: Record<string, EntryPoint> } {
    // What a function names may be declared behind it.
    const functions: number[] = [];
    while (this.at < this.tokens.length) this.declaration(functions);
    for (const at of functions) {
      this.at = at;
      this.fn();
    }
    const entries = [...this.functions].filter(([, { parameters }]) => parameters.some(({ builtin }) => builtin));
    const names = entries.map(([name]) => name).join(",");
    return { js: `${this.out.join("\n")}\nreturn {${names}};`, entries: Object.fromEntries(entries) };
  }

  private peek(text: string): boolean {
    return this.tokens[this.at] === text;
  }

  private take(text?: string): string {
    const token = this.tokens[this.at++];
    if (token === undefined || (text !== undefined && token !== text)) {
      throw new Error(`expected ${text}, got ${this.tokens.slice(this.at - 6, this.at + 3).join(" ")}`);
    }
    return token;
  }

  private skip(text: string): boolean {
    if (!this.peek(text)) return false;
    this.at++;
    return true;
  }

  private list(end: string, item: () => void): void {
    while (!this.skip(end)) {
      item();
      this.skip(",");
    }
  }

  private type(): string {
    let type = this.take();
    if (!this.skip("<")) return type;
    const parts: string[] = [];
    while (!this.peek(">") && !this.peek(">>")) {
      parts.push(this.type());
      this.skip(",");
    }
    // Of two that end together the first leaves one.
    if (this.peek(">>")) this.tokens[this.at] = ">";
    else this.take(">");
    if (type === "ptr") return parts[1]!;
    type = `${type}<${parts.join(",")}>`;
    return type;
  }

  /** @param functions where those begin that have been passed by */
  private declaration(functions: number[]): void {
    if (this.skip(";")) return;
    const attributes: string[] = [];
    while (this.skip("@")) {
      attributes.push(this.take());
      if (this.skip("(")) this.list(")", () => attributes.push(this.take()));
    }
    const kind = this.take();
    if (kind === "struct") this.struct();
    else if (kind === "fn") {
      functions.push(this.at);
      this.passBody();
    } else if (kind === "const") this.constant();
    else if (kind === "var") this.global();
    else throw new Error(`a declaration of ${kind}`);
  }

  private passBody(): void {
    while (!this.skip("{")) this.at++;
    for (let depth = 1; depth > 0; this.at++) depth += Number(this.peek("{")) - Number(this.peek("}"));
  }

  private struct(): void {
    const fields: [string, string][] = [];
    this.structs.set(this.take(), fields);
    this.take("{");
    this.list("}", () => {
      const name = this.take();
      this.take(":");
      fields.push([name, this.type()]);
    });
  }

  private constant(): void {
    const name = this.take();
    if (this.skip(":")) this.type();
    this.take("=");
    const { js, type } = this.expression();
    this.take(";");
    this.cost = nothing();
    this.out.push(`const ${name}=${js};`);
    this.scopes[0]!.set(name, { js: name, type, fresh: false });
  }

  private global(): void {
    let space = "private";
    if (this.skip("<")) {
      space = this.take();
      if (this.skip(",")) this.take();
      this.take(">");
    }
    const name = this.take();
    this.take(":");
    const type = this.type();
    this.take(";");
    if (space === "workgroup") this.out.push(`let ${name}=${this.zero(type)};resets.push(()=>{${name}=${this.zero(type)};});`);
    const js = space === "storage" ? `B.${name}` : space === "uniform" ? `U.${name}` : name;
    this.scopes[0]!.set(name, { js, type: space === "workgroup" || space === "storage" ? `${space} ${type}` : type, fresh: false });
  }

  private zero(type: string): string {
    if (type === "bool") return "false";
    if (isScalar(type)) return "0";
    const fields = this.structs.get(type);
    if (fields) return `{${fields.map(([name, field]) => `${name}:${this.zero(field)}`).join(",")}}`;
    if (isVector(type)) return `[${new Array(lanesOf(type)).fill(this.zero(elementOf(type))).join(",")}]`;
    return `Array.from({length:${this.lengthOf(type)}},()=>(${this.zero(elementOf(type))}))`;
  }

  private lengthOf(type: string): string {
    return type.slice(type.lastIndexOf(",") + 1, -1).replace("u", "");
  }

  private fn(): void {
    const name = this.take();
    const parameters: EntryPoint["parameters"] = [];
    const scope = new Map<string, Value>();
    this.take("(");
    this.list(")", () => {
      let builtin: string | undefined;
      if (this.skip("@")) {
        this.take("builtin");
        this.take("(");
        builtin = this.take();
        this.take(")");
      }
      const parameter = this.take();
      this.take(":");
      scope.set(parameter, { js: `${parameter}_`, type: this.type(), fresh: false });
      parameters.push({ name: `${parameter}_`, builtin });
    });
    if (this.skip("->")) this.type();
    this.scopes.push(scope);
    const body = this.block();
    this.scopes.pop();
    const known = this.functions.get(name)!;
    known.parameters = parameters;
    this.out.push(`function${known.waits ? "*" : ""} ${name}(${parameters.map((parameter) => parameter.name).join(",")})${body}`);
  }

  private block(): string {
    this.scopes.push(new Map());
    this.take("{");
    let js = "";
    while (!this.skip("}")) js += this.statement();
    this.scopes.pop();
    return `{${js}}`;
  }

  /** The code that adds the costs so far. */
  private counted(): string {
    const js = Object.entries(this.cost).flatMap(([name, amount]) => (amount > 0 ? [`N.${name}+=${amount}`] : []));
    this.cost = nothing();
    return js.join(",");
  }

  private condition(): string {
    const { js } = this.expression();
    return [this.counted(), js].filter(Boolean).join(",");
  }

  private statement(): string {
    if (this.peek("{")) return this.block();
    if (this.skip(";")) return "";
    if (this.skip("if")) {
      const js = `if(${this.condition()})${this.block()}`;
      return this.skip("else") ? `${js}else ${this.statement()}` : js;
    }
    if (this.skip("while")) return `while(${this.condition()})${this.block()}`;
    if (this.skip("for")) return this.loop();
    if (this.peek("break") || this.peek("continue")) {
      const word = this.take();
      this.take(";");
      return `${word};`;
    }
    if (this.skip("return")) {
      if (this.skip(";")) return "return;";
      const value = this.copy(this.expression());
      this.take(";");
      return `{${this.counted()};return ${value};}`;
    }
    const js = this.simple();
    this.take(";");
    return js;
  }

  private loop(): string {
    this.scopes.push(new Map());
    this.take("(");
    const first = this.peek(";") ? "" : this.simple();
    this.take(";");
    const condition = this.peek(";") ? "true" : this.condition();
    this.take(";");
    const step = this.peek(")") ? "" : this.simple().replace(/;$/, "").replaceAll(";", ",");
    this.take(")");
    const body = this.block();
    this.scopes.pop();
    return `{${first}for(;${condition};${step})${body}}`;
  }

  /** A declaration, an assignment or a call, without the semicolon behind. */
  private simple(): string {
    const prefix = (js: string) => {
      const counted = this.counted();
      return `${counted}${counted && ";"}${js};`;
    };
    if (this.peek("let") || this.peek("var") || this.peek("const")) {
      this.take();
      const name = this.take();
      const declared = this.skip(":") ? this.type() : undefined;
      const value = this.skip("=") ? this.expression() : undefined;
      const type = declared ?? value!.type;
      const js = `${name}_${this.temporaries++}`;
      const statement = prefix(`let ${js}=${value ? this.copy(value) : this.zero(type)}`);
      this.scopes.at(-1)!.set(name, { js, type, fresh: false });
      return statement;
    }
    if (this.skip("_")) {
      this.take("=");
      return prefix(this.expression().js);
    }
    const target = this.unary() as Place;
    const operator = this.peek(";") || this.peek(")") ? "" : this.take();
    if (operator === "") return prefix(target.js);
    if (operator === "=") {
      // What is read on the way to it is its place alone.
      const value = this.expression();
      this.pay(target.cost, -1, "loads");
      return prefix(target.write(this.copy(value)));
    }
    this.pay(target.cost, 1, "stores");
    if (operator === "++" || operator === "--") {
      this.cost.operations++;
      return prefix(target.write(binary(operator[0]!, target.type, target.js, "1")));
    }
    return prefix(target.write(this.operate(operator.slice(0, -1), target, this.expression()).js));
  }

  /** A place was paid for as read: takes that back for what is only written, or pays for the writing too. */
  private pay(cost: Partial<Cost> | undefined, sign: 1 | -1, kind: "loads" | "stores"): void {
    if (cost?.loads) {
      if (kind === "loads") this.cost.loads += sign * cost.loads;
      this.cost.stores += cost.loads;
    }
    if (cost?.shared && kind === "stores") this.cost.shared += cost.shared;
  }

  private copy({ js, type, fresh }: Value): string {
    if (fresh || isScalar(type) || type === "void") return js;
    return isVector(type) ? `${js}.slice()` : `structuredClone(${js})`;
  }

  private expression(level = 0): Value {
    if (level === PRECEDENCE.length) return this.unary();
    let left = this.expression(level + 1);
    while (PRECEDENCE[level]!.includes(this.tokens[this.at]!)) {
      const operator = this.take();
      if (level < 2) {
        const before = this.cost;
        this.cost = nothing();
        const { js } = this.expression(level + 1);
        const counted = this.counted();
        this.cost = before;
        this.cost.operations++;
        left = { js: `(${left.js}${operator}(${[counted, js].filter(Boolean).join(",")}))`, type: "bool", fresh: true };
      } else {
        left = this.operate(operator, left, this.expression(level + 1));
      }
    }
    return left;
  }

  private operate(operator: string, a: Value, b: Value): Value {
    const type = isVector(a.type) ? a.type : b.type;
    const lanes = lanesOf(type);
    const element = elementOf(a.type);
    // By a power of two it is a shift or a mask.
    const isShift = element !== "f32" && /^\d+$/.test(b.js) && Number.isInteger(Math.log2(Number(b.js)));
    if ((operator === "/" || operator === "%") && !isShift) this.cost.divisions += lanes;
    else this.cost.operations += lanes;
    const result = COMPARES.includes(operator) ? "bool" : element;
    if (lanes === 1) return { js: binary(operator, element, a.js, b.js), type: result, fresh: true };
    const lane = (value: Value, name: string) => (isVector(value.type) ? `${name}[i]` : name);
    const js = `map(${lanes},${a.js},${b.js},(a,b,i)=>${binary(operator, element, lane(a, "a"), lane(b, "b"))})`;
    return { js, type: `vec${lanes}<${result}>`, fresh: true };
  }

  private unary(): Value {
    const operator = this.tokens[this.at]!;
    if (operator === "&" || operator === "*") {
      // Pointers are to variables that are objects here.
      this.take();
      return this.unary();
    }
    if (operator === "!" || operator === "-" || operator === "~") {
      this.take();
      const value = this.unary();
      this.cost.operations += lanesOf(value.type);
      if (operator === "!") return { js: `(!${value.js})`, type: "bool", fresh: true };
      return {
        js: value.type === "f32" ? `(-${value.js})` : binary("+", value.type, `${operator}${value.js}`, "0"),
        type: value.type,
        fresh: true,
      };
    }
    return this.postfix();
  }

  private postfix(): Value {
    let value = this.primary();
    for (;;) {
      if (this.skip(".")) value = this.member(value, this.take());
      else if (this.skip("[")) value = this.element(value);
      else return value;
    }
  }

  private member(of: Value, name: string): Value {
    const fields = this.structs.get(of.type);
    if (fields) {
      const type = fields.find(([field]) => field === name)![1];
      return this.place(`${of.js}.${name}`, type, (value) => `${of.js}.${name}=${value}`);
    }
    const lanes = [...name].map((letter) => "xyzw".indexOf(letter));
    const element = elementOf(of.type);
    if (lanes.length > 1) return { js: `swizzle(${of.js},[${lanes}])`, type: `vec${lanes.length}<${element}>`, fresh: true };
    return this.place(`${of.js}[${lanes[0]}]`, element, (value) => `${of.js}[${lanes[0]}]=${value}`);
  }

  private place(js: string, type: string, write: (value: string) => string, cost: Partial<Cost> = {}): Place {
    return { js, type, fresh: false, write, cost };
  }

  private element(of: Value): Value {
    const { js: index } = this.expression();
    this.take("]");
    const [space, type] = of.type.includes(" ") ? of.type.split(" ") : ["", of.type];
    const element = elementOf(type!);
    if (space !== "storage") {
      const cost = space === "workgroup" ? { shared: 1 } : {};
      this.cost.shared += cost.shared ?? 0;
      return this.place(`${of.js}[${index}]`, element, (value) => `${of.js}[${index}]=${value}`, cost);
    }
    const fields = this.structs.get(element);
    // One record for a whole workgroup: it is left out, as caches keep it.
    if (fields) return { js: `record(${of.js},${index},${JSON.stringify(this.layout(fields))})`, type: element, fresh: true };
    const lanes = lanesOf(element);
    const cost = { loads: 4 * lanes };
    this.cost.loads += cost.loads;
    return {
      ...this.place(`load${lanes}(${of.js},${index})`, element, (value) => `store${lanes}(${of.js},${index},${value})`, cost),
      fresh: true,
    };
  }

  /** Where the words of each field lie in a struct in memory; the first entry is its size. */
  private layout(fields: [string, string][]): [name: string, at: number, lanes: number][] {
    let at = 0;
    const places = fields.map(([name, type]): [string, number, number] => {
      const lanes = lanesOf(type);
      if (lanes > 1) at += at % 2;
      at += lanes;
      return [name, at - lanes, lanes];
    });
    return [["", at + (at % 2), 0], ...places];
  }

  private primary(): Value {
    if (this.skip("(")) {
      const value = this.expression();
      this.take(")");
      return value;
    }
    const token = this.take();
    if (/^\d/.test(token)) {
      const isFloat = !token.startsWith("0x") && /[.f]/.test(token);
      return {
        js: `${Number(token.replace(/[uif]$/, (letter) => (token.startsWith("0x") && letter === "f" ? "f" : "")))}`,
        type: isFloat ? "f32" : "u32",
        fresh: true,
      };
    }
    if (token === "true" || token === "false") return { js: token, type: "bool", fresh: true };
    if (this.peek("<") && /^(vec\d|array|bitcast)$/.test(token)) {
      this.at--;
      return this.call(this.type());
    }
    if (this.peek("(")) return this.call(token);
    for (let scope = this.scopes.length - 1; scope >= 0; scope--) {
      const found = this.scopes[scope]!.get(token);
      if (found) return this.place(found.js, found.type, (value) => `${found.js}=${value}`);
    }
    throw new Error(`nothing is called ${token}`);
  }

  private call(name: string): Value {
    const given: Value[] = [];
    this.take("(");
    this.list(")", () => given.push(this.expression()));
    const fresh = true;
    const js = given.map((value) => value.js);
    const type = given[0]?.type ?? "void";
    const fields = this.structs.get(name);
    if (fields) return { js: `({${fields.map(([field], i) => `${field}:${this.copy(given[i]!)}`).join(",")}})`, type: name, fresh };
    if (name.startsWith("array<")) return { js: `[${js}]`, type: name, fresh };
    if (isVector(name)) return { js: this.vector(name, given), type: name, fresh };
    if (isScalar(name)) {
      this.cost.operations++;
      return { js: CONVERT[name]!(js[0]!, type), type: name, fresh };
    }
    if (name.startsWith("bitcast<"))
      return {
        js: `bitcast_${elementOf(name.replace("bitcast", "array"))}(${js[0]},"${type}")`,
        type: elementOf(name.replace("bitcast", "array")),
        fresh,
      };
    if (name === UNIFORM_LOAD) return { js: `(yield,${js[0]})`, type: type.replace("workgroup ", ""), fresh };
    if (BARRIERS.includes(name)) return { js: "yield", type: "void", fresh };
    if (name === "arrayLength") return { js: `${js[0]}.length/${lanesOf(elementOf(type.replace("storage ", "")))}`, type: "u32", fresh };
    if (name === "any" || name === "all") {
      this.cost.operations += lanesOf(type) - 1;
      return { js: `${js[0]}.${name === "any" ? "some" : "every"}(Boolean)`, type: "bool", fresh };
    }
    if (name === "select") return this.select(given);
    const lanewise = LANEWISE[name];
    if (lanewise) {
      const lanes = lanesOf(type);
      this.cost.operations += lanes;
      if (lanes === 1) return { js: lanewise(...js), type, fresh };
      return { js: `map(${lanes},${js[0]},${js[1] ?? "0"},(a,b,i)=>${lanewise("a[i]", "b[i]")})`, type, fresh };
    }
    const called = this.functions.get(name);
    if (!called) throw new Error(`no function is called ${name}`);
    return { js: called.waits ? `(yield* ${name}(${js}))` : `${name}(${js})`, type: called.type, fresh };
  }

  private vector(name: string, given: Value[]): string {
    if (given.length === 0) return this.zero(name);
    if (given.length === 1 && !isVector(given[0]!.type)) return `new Array(${lanesOf(name)}).fill(${given[0]!.js})`;
    return `[${given.map(({ js, type }) => (isVector(type) ? `...${js}` : js)).join(",")}]`;
  }

  private select([no, yes, condition]: Value[]): Value {
    const { type } = no!;
    this.cost.operations += lanesOf(type);
    if (!isVector(condition!.type)) return { js: `(${condition!.js}?${yes!.js}:${no!.js})`, type, fresh: false };
    return { js: `map(${lanesOf(type)},${no!.js},${yes!.js},(a,b,i)=>(${condition!.js})[i]?b[i]:a[i])`, type, fresh: true };
  }
}

export function nothing(): Cost {
  return { operations: 0, divisions: 0, loads: 0, stores: 0, shared: 0 };
}

/** Of two, less what a third has. */
export function sumOf(a: Cost, b: Cost, less = nothing()): Cost {
  const parts = Object.keys(a) as (keyof Cost)[];
  return Object.fromEntries(parts.map((part) => [part, a[part] + b[part] - less[part]])) as unknown as Cost;
}
