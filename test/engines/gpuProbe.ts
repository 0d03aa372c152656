/** Whether a WebGPU device computes: 64-bit sums of two u32 limbs each. Nothing here needs Node. */

export interface GpuCounts {
  /** as the adapter calls itself */
  adapter: string;
  equal: number;
  different: number;
  firstDifference: string | null;
}

const SHADER = `
  @group(0) @binding(0) var<storage, read> terms: array<vec4<u32>>;
  @group(0) @binding(1) var<storage, read_write> sums: array<vec2<u32>>;

  @compute @workgroup_size(64)
  fn add(@builtin(global_invocation_id) id: vec3<u32>) {
    if (id.x >= arrayLength(&sums)) {
      return;
    }
    let low = terms[id.x].x + terms[id.x].z;
    let carry = select(0u, 1u, low < terms[id.x].x);
    sums[id.x] = vec2<u32>(low, terms[id.x].y + terms[id.x].w + carry);
  }
`;

/** Where carries go wrong. */
const LIMBS = [0n, 1n, 2n ** 15n, 2n ** 16n - 1n, 2n ** 16n, 2n ** 31n, 2n ** 32n - 1n];
const NUMBERS = LIMBS.flatMap((high) => LIMBS.map((low) => (high << 32n) | low));

/** `flippedBits` makes all expected sums false. */
export async function probeGpu(gpu: GPU, flippedBits = 0n): Promise<GpuCounts> {
  const adapter = await gpu.requestAdapter();
  if (adapter === null) throw new Error("there is no WebGPU adapter");
  const device = await adapter.requestDevice();
  try {
    device.pushErrorScope("validation");
    const pairs = NUMBERS.flatMap((a) => NUMBERS.map((b): [bigint, bigint] => [a, b]));
    const sums = await sumsOf(device, pairs);
    const error = await device.popErrorScope();
    if (error !== null) throw new Error(error.message);
    const { vendor, architecture, device: name, description } = adapter.info;
    const counts: GpuCounts = { adapter: [vendor, architecture, name, description].filter(Boolean).join(", "), equal: 0, different: 0, firstDifference: null };
    pairs.forEach(([a, b], i) => {
      const expected = BigInt.asUintN(64, a + b) ^ flippedBits;
      counts[sums[i] === expected ? "equal" : "different"]++;
      if (sums[i] !== expected) counts.firstDifference ??= `${a} + ${b}: expected ${expected}, got ${sums[i]}`;
    });
    return counts;
  } finally {
    device.destroy();
  }
}

async function sumsOf(device: GPUDevice, pairs: readonly [bigint, bigint][]): Promise<BigUint64Array> {
  const terms = device.createBuffer({ size: pairs.length * 16, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_DST });
  const sums = device.createBuffer({ size: pairs.length * 8, usage: GPUBufferUsage.STORAGE | GPUBufferUsage.COPY_SRC });
  const read = device.createBuffer({ size: sums.size, usage: GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST });
  device.queue.writeBuffer(terms, 0, BigUint64Array.from(pairs.flat()));
  const module = device.createShaderModule({ code: SHADER });
  const pipeline = await device.createComputePipelineAsync({ layout: "auto", compute: { module, entryPoint: "add" } });
  const entries = [terms, sums].map((buffer, binding) => ({ binding, resource: { buffer } }));
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(0, device.createBindGroup({ layout: pipeline.getBindGroupLayout(0), entries }));
  pass.dispatchWorkgroups(Math.ceil(pairs.length / 64));
  pass.end();
  encoder.copyBufferToBuffer(sums, 0, read, 0, sums.size);
  device.queue.submit([encoder.finish()]);
  await read.mapAsync(GPUMapMode.READ);
  return new BigUint64Array(read.getMappedRange().slice());
}
