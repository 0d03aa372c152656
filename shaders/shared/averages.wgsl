// Averaged bonds in raw I32F32, 0 where there is none.
//import cells

@group(0) @binding(9) var<storage, read_write> averages: array<vec2<u32>>;
