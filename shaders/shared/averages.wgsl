// Averaged bonds in raw I32F32, 0 where there is none.
//import cells

@group(0) @binding(9) var<storage, read_write> averages: array<vec2<u32>>;

// What a column's averages are divided by.
fn put_bonds_total(network: Network, uid: u32, total: vec2<u32>) {
  let divisor = divisor_of(total);
  vectors[vector_at(BONDS_TOTAL, network.firstUid, uid)] = total;
  vectors[vector_at(BONDS_INVERSE, network.firstUid, uid)] = vec2<u32>(bitcast<u32>(divisor.narrow), bitcast<u32>(divisor.wide));
}

fn bonds_divisor(network: Network, uid: u32) -> Divisor {
  let inverse = vectors[vector_at(BONDS_INVERSE, network.firstUid, uid)];
  return Divisor(vectors[vector_at(BONDS_TOTAL, network.firstUid, uid)], bitcast<f32>(inverse.x), bitcast<f32>(inverse.y));
}
