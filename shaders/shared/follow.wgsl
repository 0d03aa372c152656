// What bonds follow: between the weights (penalty 0) and the clipped weights (penalty one). bonds.md 1.
//import cells

fn weight_for_bonds(network: Network, fraction: u32, limit: vec2<u32>) -> vec2<u32> {
  let weight = widen(fraction);
  let clipped = minimum(weight, limit);
  if (all(network.penalty == ZERO)) {
    return weight;
  }
  if (all(network.penalty == ONE)) {
    return clipped;
  }
  return maximum(saturating_add(weight, saturating_mul(network.penalty, saturating_sub(clipped, weight))), ZERO);
}

// Whether there is an entry, be it 0: clipping to nothing drops it, and what is interpolated to 0 too.
fn has_weight_for_bonds(network: Network, marks: u32, fraction: u32, limit: vec2<u32>, value: vec2<u32>) -> bool {
  if ((marks & HAS_WEIGHT) == 0u) {
    return false;
  }
  if (all(network.penalty == ZERO)) {
    return true;
  }
  if (all(network.penalty == ONE)) {
    return fraction == 0u || any(limit != ZERO);
  }
  return any(value != ZERO);
}
