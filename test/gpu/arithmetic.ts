/** The shaders' arithmetic against BigInt, on a given device or in the emulator. */
import { expSafe } from "../../bindings/reference/bonds.js";
import { I32F32, I64F64 } from "../../bindings/reference/fixed.js";
import { i64f64ToI32f32, proportionFromU16, proportionToU16 } from "../../bindings/reference/proportion.js";
import { SplitMix64 } from "../../bindings/values/splitmix64.js";
import { boundaryValues } from "../fixed/arbitraries.js";
import { Emulator, type Rounding } from "../../bench/gpu/count/emulator.js";
import shader from "./arithmetic.wgsl";

type Pair = readonly [bigint, bigint];
type Operation = (a: bigint, b: bigint) => bigint;

const u64 = (value: bigint) => BigInt.asUintN(64, value);
const u128 = (value: bigint) => BigInt.asUintN(128, value);
const i64 = (value: bigint) => BigInt.asIntN(64, value);
const i128 = (value: bigint) => BigInt.asIntN(128, value);
const low = (value: bigint) => BigInt.asUintN(32, value);
const high = (value: bigint) => u64(value) >> 32n;
const wide = (lower: bigint, upper: bigint) => (u64(upper) << 64n) | u64(lower);
const min = (a: bigint, b: bigint) => (a < b ? a : b);
const max = (a: bigint, b: bigint) => (a > b ? a : b);

const share = (stake: bigint, total: bigint) => (total === 0n ? 0n : i64f64ToI32f32(I64F64.safeDiv(stake, total)));

/** In the order of the shader; a and b are raw I32F32 bits. */
const OPERATIONS: Record<string, Operation> = {
  u64Add: (a, b) => a + b,
  u64Sub: (a, b) => a - b,
  lessUnsignedAndSigned: (a, b) => BigInt(u64(a) < u64(b)) | (BigInt(a < b) << 32n),
  u64MulLow: (a, b) => u64(a) * u64(b),
  u64MulHigh: (a, b) => (u64(a) * u64(b)) >> 64n,
  u32Mul: (a, b) => low(a) * high(b),
  u64SaturatingAdd: (a, b) => min(u64(a) + u64(b), (1n << 64n) - 1n),
  divideByIndex: (a, b) => (u64(a) & ((1n << 62n) - 1n)) / (2n + (low(b) % 30n)),
  saturatingAdd: (a, b) => I32F32.saturatingAdd(a, b),
  saturatingSub: (a, b) => I32F32.saturatingSub(a, b),
  saturatingMul: (a, b) => I32F32.saturatingMul(a, b),
  checkedMulOrZero: (a, b) => I32F32.checkedMul(a, b) ?? 0n,
  safeDiv: (a, b) => I32F32.safeDiv(a, b),
  saturatingDiv: (a, b) => I32F32.saturatingDiv(a, b || I32F32.ONE)!,
  shareOf: (a, b) => (b === 0n ? a : I32F32.safeDiv(a, b)),
  minimum: min,
  maximum: max,
  expSafe: (a) => expSafe(a),
  proportionToU16: (a) => BigInt(proportionToU16(a)),
  proportionFromU16: (a) => proportionFromU16(Number(low(a) & 0xffffn)),
  fractionOf: (a, b) => {
    const denominator = max(low(b) >> 1n, 1n);
    return (min(low(a), denominator) << 32n) / denominator;
  },
  u128Add: (a, b) => u128(wide(a, b) + wide(b, a)) >> 64n,
  u128Sub: (a, b) => u128(wide(a, b) - wide(b, a)) >> 64n,
  shareOfMixed: (a, b) => share(u128(wide(a, b)) & ((1n << 127n) - 1n), i128(wide(b, b || I32F32.ONE))),
  shareOfWhole: (a, b) => share((u64(a) & ((1n << 63n) - 1n)) << 64n, i128((b || I32F32.ONE) << 64n)),
  quotient: (a, b) => {
    const divisor = min(max(low(b), 1n), NARROW_LIMIT - 1n);
    return ((low(a) % divisor) << 32n) / divisor;
  },
  wideQuotient: (a, b) => {
    const divisor = max(u64(b) % WIDE_LIMIT, NARROW_LIMIT);
    return ((low(a) % divisor) << 32n) / divisor;
  },
  wideInverse: (_, b) => (1n << 64n) / ((max(high(b) % (WIDE_LIMIT >> 32n), 1n) << 32n) | max(low(b), 1n)),
  upperProduct: (a, b) => (low(a) * low(b)) >> 32n,
  upperOfHalf: (a, b) => ((low(a) & 0xffffn) * low(b)) >> 32n,
  nextProduct: (a, b) => ((u64(a) & ((1n << 58n) - 1n)) * (((high(b) % 21n) << 32n) | low(b))) >> 32n,
  sigmoid: (a, b) => {
    const argument = ((high(a) % 10n) << 32n) | low(a);
    return I32F32.saturatingDiv(I32F32.ONE, I32F32.ONE + expSafe(b & 1n ? -argument : argument))!;
  },
  shareWithin: (a, b) => {
    const total = u64(b) % WIDE_LIMIT;
    const part = min(high(a) % 2n === 0n ? low(a) : I32F32.ONE, total);
    return total === 0n ? 0n : (part << 32n) / total;
  },
};

/** Those of shaders/shared/fraction.wgsl. */
const NARROW_LIMIT = 0xc000_0000n;
const WIDE_LIMIT = 1n << 46n;

const LIMBS = [0n, 1n, 1n << 15n, (1n << 16n) - 1n, 1n << 16n, 1n << 31n, (1n << 32n) - 1n];

/** Divisors of all lengths up to 46 bits, and dividends on both sides of where a quotient by them steps. */
function steps(draw: SplitMix64, count: number): Pair[] {
  const ofBits = (bits: number) => ((draw.nextU48() << 16n) | BigInt(draw.nextU16())) >> BigInt(64 - bits);
  const edges = [1n, 2n, NARROW_LIMIT - 1n, NARROW_LIMIT, I32F32.ONE - 1n, I32F32.ONE, I32F32.ONE + 1n, 1n << 33n, WIDE_LIMIT - 1n];
  return Array.from({ length: count }, (_, i) => {
    const divisor = i % 16 === 0 ? edges[(i / 16) % edges.length]! : max(ofBits(1 + (i % 46)), 1n);
    const most = min(divisor, I32F32.ONE);
    const quotient = (ofBits(32) * most) / divisor;
    const dividend = (quotient * divisor + I32F32.ONE - 1n) / I32F32.ONE - BigInt(i % 2);
    return [min(max(dividend, 0n), most - 1n), divisor];
  });
}

/** All pairs of limbs, of the format's own marks, steps of quotients, and seeded random numbers of all lengths. */
function pairs(random: number): Pair[] {
  const numbers = [...LIMBS.flatMap((upper) => LIMBS.map((lower) => i64((upper << 32n) | lower))), ...boundaryValues(64, 32)];
  const draw = new SplitMix64(5n);
  const number = () =>
    i64(((draw.nextU48() << 16n) | BigInt(draw.nextU16())) >> BigInt(draw.nextU16() % 64)) * (draw.nextU16() % 2 === 0 ? 1n : -1n);
  const drawn = Array.from({ length: random }, (): Pair => [i64(number()), i64(number())]);
  return [...numbers.flatMap((a) => numbers.map((b): Pair => [a, b])), ...steps(draw, random), ...drawn];
}

export interface ArithmeticCounts {
  pairs: number;
  operations: number;
  /** the first difference of each operation that has one */
  different: string[];
}

/** What answers to all pairs, operation by operation, are like. */
export async function compareArithmetic(
  random: number,
  answersOf: (pairs: BigInt64Array<ArrayBuffer>, operations: number) => Promise<BigUint64Array>,
): Promise<ArithmeticCounts> {
  const all = pairs(random);
  const names = Object.keys(OPERATIONS);
  const answers = await answersOf(BigInt64Array.from(all.flat()), names.length);
  const different: string[] = [];
  names.forEach((name, operation) => {
    const found = all.findIndex(([a, b], i) => u64(OPERATIONS[name]!(a, b)) !== answers[i * names.length + operation]);
    if (found < 0) return;
    const [a, b] = all[found]!;
    different.push(`${name} of ${a} and ${b}: expected ${u64(OPERATIONS[name]!(a, b))}, got ${answers[found * names.length + operation]}`);
  });
  return { pairs: all.length, operations: names.length, different };
}

export async function answersOnDevice(device: GPUDevice, pairs: BigInt64Array<ArrayBuffer>, operations: number): Promise<BigUint64Array> {
  const [mapRead, copySrc, copyDst, storage] = [1, 4, 8, 128];
  const count = pairs.length / 2;
  const bytes = count * operations * 8;
  const input = device.createBuffer({ size: pairs.byteLength, usage: storage | copyDst });
  const output = device.createBuffer({ size: bytes, usage: storage | copySrc });
  const read = device.createBuffer({ size: bytes, usage: mapRead | copyDst });
  device.queue.writeBuffer(input, 0, pairs);
  const module = device.createShaderModule({ code: shader.join("\n") });
  const pipeline = await device.createComputePipelineAsync({ layout: "auto", compute: { module, entryPoint: "arithmetic" } });
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  const entries = [input, output].map((buffer, binding) => ({ binding, resource: { buffer } }));
  pass.setBindGroup(0, device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
  pass.dispatchWorkgroups(Math.ceil(count / 64));
  pass.end();
  encoder.copyBufferToBuffer(output, 0, read, 0, bytes);
  device.queue.submit([encoder.finish()]);
  await read.mapAsync(1);
  return new BigUint64Array(read.getMappedRange().slice(0));
}

/** Without a device: f32 are rounded as it is said. */
export function answersEmulated(rounding: Rounding, pairs: BigInt64Array<ArrayBuffer>, operations: number): BigUint64Array {
  const emulator = new Emulator(rounding);
  const count = pairs.length / 2;
  emulator.buffers["pairs"] = new Uint32Array(pairs.buffer);
  const answers = (emulator.buffers["answers"] = new Uint32Array(2 * count * operations));
  emulator.dispatch(shader, "arithmetic", Math.ceil(count / 64));
  return new BigUint64Array(answers.buffer);
}
