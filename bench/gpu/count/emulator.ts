/** Runs shaders one invocation after the other, in lockstep where they meet barriers, and counts. */
import { Translator, nothing, type EntryPoint } from "./translate.js";

/** What the code that `Translator` writes finds around it. */
const RUNTIME = `
const toU32 = (a) => (a >= 4294967295 ? 4294967295 : a > 0 ? Math.trunc(a) : 0);
const map = (lanes, a, b, f) => { const r = new Array(lanes); for (let i = 0; i < lanes; i++) r[i] = f(a, b, i); return r; };
const ones = (a) => { let count = 0; for (let rest = a; rest !== 0; rest = (rest & (rest - 1)) >>> 0) count++; return count; };
const swizzle = (a, lanes) => lanes.map((lane) => a[lane]);
const check = (array, at) => { if (!(at < array.length)) throw new RangeError("word " + at + " of " + array.length); };
const load1 = (array, i) => { check(array, i); return array[i]; };
const load2 = (array, i) => { check(array, 2 * i + 1); return [array[2 * i], array[2 * i + 1]]; };
const load4 = (array, i) => { check(array, 4 * i + 3); return [...array.subarray(4 * i, 4 * i + 4)]; };
const store1 = (array, i, a) => { check(array, i); array[i] = a; };
const store2 = (array, i, a) => { check(array, 2 * i + 1); array[2 * i] = a[0]; array[2 * i + 1] = a[1]; };
const records = new WeakMap();
const record = (array, i, [[, size], ...fields]) => {
  let known = records.get(array);
  if (known === undefined) records.set(array, (known = []));
  return (known[i] ??= Object.fromEntries(fields.map(([name, at, lanes]) =>
    [name, lanes === 1 ? array[i * size + at] : [...array.subarray(i * size + at, i * size + at + lanes)]])));
};
const word = new Uint32Array(1), real = new Float32Array(word.buffer), signed = new Int32Array(word.buffer);
const put = (a, from) => { if (from === "f32") real[0] = a; else word[0] = a; };
const bitcast_u32 = (a, from) => { put(a, from); return word[0]; };
const bitcast_i32 = (a, from) => { put(a, from); return signed[0]; };
const bitcast_f32 = (a, from) => { put(a, from); return real[0]; };
`;

/** How f32 are rounded: to the nearest one, or as badly as WGSL allows, by chance (xorshift, the same in every run). */
const ROUNDING = {
  nearest: "const R = Math.fround, quotientOf = Math.fround;",
  adverse: `
let drawn = 0x9e3779b9;
const random = () => {
  drawn ^= drawn << 13;
  drawn ^= drawn >>> 17;
  drawn ^= drawn << 5;
  return (drawn >>> 0) / 4294967296;
};
const bits = new Uint32Array(1), value = new Float32Array(bits.buffer);
const moved = (a, ulps) => { value[0] = a; if (a !== 0 && Number.isFinite(a)) bits[0] += ulps; return value[0]; };
const R = (a) => {
  const near = Math.fround(a);
  if (near === a || random() < 0.5) return near;
  return moved(near, Math.abs(near) < Math.abs(a) ? 1 : -1);
};
const quotientOf = (a) => moved(Math.fround(a), Math.trunc(random() * 5) - 2);`,
};

export type Rounding = keyof typeof ROUNDING;

interface Module {
  entries: Record<string, (...builtins: unknown[]) => Iterator<unknown> | undefined>;
  functions: Record<string, EntryPoint>;
  resets: (() => void)[];
}

export class Emulator {
  readonly counts = nothing();
  /** storage, as words, and what is uniform, by their names in the shaders */
  readonly buffers: Record<string, Uint32Array<ArrayBuffer>> = {};
  readonly uniforms: Record<string, Record<string, number>> = {};
  private readonly modules = new Map<readonly string[], Module>();

  /** @param backwards the last workgroup first: a device may take them in any order */
  constructor(
    private readonly rounding: Rounding = "nearest",
    private readonly backwards = false,
  ) {}

  private module(shader: readonly string[]): Module {
    const known = this.modules.get(shader);
    if (known) return known;
    const { js, entries } = new Translator(shader.join("\n")).translate();
    const resets: (() => void)[] = [];
    const code = ROUNDING[this.rounding] + RUNTIME + js;
    const made = new Function("B", "U", "N", "resets", code)(this.buffers, this.uniforms, this.counts, resets) as Module["entries"];
    const module = { entries: made, functions: entries, resets };
    this.modules.set(shader, module);
    return module;
  }

  /** Workgroups of 64 invocations. */
  dispatch(shader: readonly string[], name: string, groups: number): void {
    const { entries, functions, resets } = this.module(shader);
    const { parameters, waits } = functions[name]!;
    for (let taken = 0; taken < groups; taken++) {
      const group = this.backwards ? groups - 1 - taken : taken;
      for (const reset of resets) reset();
      const invocations = Array.from({ length: 64 }, (_, lane) => {
        const given: Record<string, unknown> = {
          workgroup_id: [group, 0, 0],
          num_workgroups: [groups, 1, 1],
          local_invocation_index: lane,
          global_invocation_id: [64 * group + lane, 0, 0],
        };
        return entries[name]!(...parameters.map(({ builtin }) => given[builtin!]));
      });
      if (waits) runTogether(name, invocations as Iterator<unknown>[]);
    }
  }
}

/** Each stops at every barrier, or ends; all do the same. */
function runTogether(name: string, invocations: Iterator<unknown>[]): void {
  let running = invocations;
  while (running.length > 0) {
    const left = running.filter((invocation) => !invocation.next().done);
    if (left.length > 0 && left.length < running.length) throw new Error(`${name}: a barrier that some do not reach`);
    running = left;
  }
}
