/** GPUBufferUsage, GPUMapMode and GPUShaderStage, whose names are not everywhere globals. */
export const USAGE = { mapRead: 1, mapWrite: 2, copySource: 4, copyTarget: 8, uniform: 64, storage: 128 } as const;
export const MAP = { read: 1, write: 2 } as const;
export const COMPUTE = 4;
