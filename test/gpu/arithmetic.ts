/** The shaders' arithmetic against BigInt, on a given device. */
import { expSafe } from "../../bindings/reference/bonds.js";
import { I32F32, I64F64 } from "../../bindings/reference/fixed.js";
import { i64f64ToI32f32, proportionFromU16, proportionToU16 } from "../../bindings/reference/proportion.js";
import { SplitMix64 } from "../../bindings/values/splitmix64.js";
import { boundaryValues } from "../fixed/arbitraries.js";
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
  u64DivideSmall: (a, b) => u64(a) / max(low(b) & 0xffffn, 1n),
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
};

const LIMBS = [0n, 1n, 1n << 15n, (1n << 16n) - 1n, 1n << 16n, 1n << 31n, (1n << 32n) - 1n];

/** All pairs of limbs, of the format's own marks, and seeded random numbers of all lengths. */
function pairs(random: number): Pair[] {
  const numbers = [...LIMBS.flatMap((upper) => LIMBS.map((lower) => i64((upper << 32n) | lower))), ...boundaryValues(64, 32)];
  const draw = new SplitMix64(5n);
  const number = () =>
    i64(((draw.nextU48() << 16n) | BigInt(draw.nextU16())) >> BigInt(draw.nextU16() % 64)) * (draw.nextU16() % 2 === 0 ? 1n : -1n);
  const drawn = Array.from({ length: random }, (): Pair => [i64(number()), i64(number())]);
  return [...numbers.flatMap((a) => numbers.map((b): Pair => [a, b])), ...drawn];
}

export interface ArithmeticCounts {
  pairs: number;
  operations: number;
  /** the first difference of each operation that has one */
  different: string[];
}

export async function compareArithmetic(device: GPUDevice, random: number): Promise<ArithmeticCounts> {
  const all = pairs(random);
  const names = Object.keys(OPERATIONS);
  const answers = await answersOf(device, all, names.length);
  const different: string[] = [];
  names.forEach((name, operation) => {
    const found = all.findIndex(([a, b], i) => u64(OPERATIONS[name]!(a, b)) !== answers[i * names.length + operation]);
    if (found < 0) return;
    const [a, b] = all[found]!;
    different.push(`${name} of ${a} and ${b}: expected ${u64(OPERATIONS[name]!(a, b))}, got ${answers[found * names.length + operation]}`);
  });
  return { pairs: all.length, operations: names.length, different };
}

async function answersOf(device: GPUDevice, all: readonly Pair[], operations: number): Promise<BigUint64Array> {
  const [mapRead, copySrc, copyDst, storage] = [1, 4, 8, 128];
  const bytes = all.length * operations * 8;
  const input = device.createBuffer({ size: all.length * 16, usage: storage | copyDst });
  const output = device.createBuffer({ size: bytes, usage: storage | copySrc });
  const read = device.createBuffer({ size: bytes, usage: mapRead | copyDst });
  device.queue.writeBuffer(input, 0, BigInt64Array.from(all.flat()));
  const module = device.createShaderModule({ code: shader.join("\n") });
  const pipeline = await device.createComputePipelineAsync({ layout: "auto", compute: { module, entryPoint: "arithmetic" } });
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  const entries = [input, output].map((buffer, binding) => ({ binding, resource: { buffer } }));
  pass.setBindGroup(0, device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
  pass.dispatchWorkgroups(Math.ceil(all.length / 64));
  pass.end();
  encoder.copyBufferToBuffer(output, 0, read, 0, bytes);
  device.queue.submit([encoder.finish()]);
  await read.mapAsync(1);
  return new BigUint64Array(read.getMappedRange().slice(0));
}
