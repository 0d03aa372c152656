// How fast one bond follows its weight under liquid alpha. bonds.md 6.
//import exp
//import network

fn clamp_to_one(x: vec2<u32>) -> vec2<u32> {
  return minimum(maximum(x, ZERO), ONE);
}

fn liquid_alpha(network: Network, consensus: vec2<u32>, weight: vec2<u32>, bond: vec2<u32>) -> vec2<u32> {
  let bought = clamp_to_one(saturating_sub(weight, consensus));
  let sold = clamp_to_one(saturating_sub(bond, weight));
  let difference = select(bought, sold, less(weight, bond));
  let growth = exp_safe(saturating_mul(network.sigmoidExponent, saturating_sub(difference, HALF)));
  let sigmoid = inverse_of_raw(saturating_add(ONE, growth));
  let range = saturating_sub(network.alphaHigh, network.alphaLow);
  let alpha = saturating_add(network.alphaLow, saturating_mul(sigmoid, range));
  return maximum(minimum(alpha, network.alphaHigh), network.alphaLow);
}
