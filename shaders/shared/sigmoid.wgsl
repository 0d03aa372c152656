// The sigmoid of liquid alpha by bounds on the series, which the true exponential gives: where both ends have the same floor it
// is known. bonds.md 6.
// Proof: docs/proofs/exponential.md
//import exp

// floor(2^49 x e^(i / 8))
const EXP_OF_EIGHTHS = array<vec2<u32>, 72>(
  vec2<u32>(0x0u, 0x20000u), vec2<u32>(0x8b6deb9u, 0x2442cu),
  vec2<u32>(0xc787d030u, 0x2916bu), vec2<u32>(0xa27b7dedu, 0x2e8f4u),
  vec2<u32>(0x31c3c0d3u, 0x34c25u), vec2<u32>(0xbbf01c78u, 0x3bc8au),
  vec2<u32>(0x6d19f73du, 0x43be7u), vec2<u32>(0x61ed8ac9u, 0x4cc39u),
  vec2<u32>(0xa2c515dau, 0x56fc2u), vec2<u32>(0x2ecd61dau, 0x62912u),
  vec2<u32>(0x3b6c3ebbu, 0x6fb0eu), vec2<u32>(0xd0f43abeu, 0x7e8ffu),
  vec2<u32>(0xf327e2a0u, 0x8f69fu), vec2<u32>(0x8a4024feu, 0xa2826u),
  vec2<u32>(0x482dd65fu, 0xb825bu), vec2<u32>(0xcdc1e60du, 0xd0aa8u),
  vec2<u32>(0x5c6a6ed6u, 0xec732u), vec2<u32>(0x6b6888c7u, 0x10beecu),
  vec2<u32>(0x82f47e80u, 0x12f9b8u), vec2<u32>(0xcce2201bu, 0x158084u),
  vec2<u32>(0xd931e0bbu, 0x185d6fu), vec2<u32>(0x25d0ba5du, 0x1b9bf1u),
  vec2<u32>(0xbdbe8fdu, 0x1f4907u), vec2<u32>(0xca5ad087u, 0x23736au),
  vec2<u32>(0x7edf620bu, 0x282bcbu), vec2<u32>(0xf83e2d23u, 0x2d8510u),
  vec2<u32>(0x6f022295u, 0x3394a7u), vec2<u32>(0x52e2dac5u, 0x3a72d5u),
  vec2<u32>(0x84e5af6du, 0x423b1cu), vec2<u32>(0x8393e152u, 0x4b0ca8u),
  vec2<u32>(0x42899b9bu, 0x550acbu), vec2<u32>(0xa1629be7u, 0x605d8au),
  vec2<u32>(0xb89ce961u, 0x6d3240u), vec2<u32>(0x7e7afe21u, 0x7bbc51u),
  vec2<u32>(0x9b6b3ce8u, 0x8c35f8u), vec2<u32>(0xa658e63fu, 0x9ee132u),
  vec2<u32>(0x6f0ef551u, 0xb408c5u), vec2<u32>(0x7937022cu, 0xcc016bu),
  vec2<u32>(0x576fa8ddu, 0xe72b27u), vec2<u32>(0x35ab84c2u, 0x105f2c4u),
  vec2<u32>(0x970338f1u, 0x128d389u), vec2<u32>(0x18371863u, 0x1505929u),
  vec2<u32>(0xf07d24f2u, 0x17d21edu), vec2<u32>(0xf18901d5u, 0x1afe136u),
  vec2<u32>(0xf21bbf62u, 0x1e96244u), vec2<u32>(0xe0842282u, 0x22a8b68u),
  vec2<u32>(0x399767bau, 0x274619eu), vec2<u32>(0x52ccfccdu, 0x2c80ca0u),
  vec2<u32>(0xd21811e6u, 0x326db8au), vec2<u32>(0xdb8a85b0u, 0x3924a17u),
  vec2<u32>(0xf47638dbu, 0x40c0690u), vec2<u32>(0x6786365du, 0x495f88au),
  vec2<u32>(0x205b2250u, 0x5324884u), vec2<u32>(0x8c468be7u, 0x5e3688eu),
  vec2<u32>(0x1f301a3fu, 0x6ac1e16u), vec2<u32>(0xb7c94287u, 0x78f8cfcu),
  vec2<u32>(0x576ed537u, 0x891442du), vec2<u32>(0x8d5f1a41u, 0x9b54bdcu),
  vec2<u32>(0xa9f46c72u, 0xb0035aeu), vec2<u32>(0x683c61deu, 0xc772f04u),
  vec2<u32>(0x58fb5694u, 0xe2015b7u), vec2<u32>(0x1c71fba5u, 0x10018f99u),
  vec2<u32>(0x87247b89u, 0x12232513u), vec2<u32>(0x55bb3d8cu, 0x148d5f54u),
  vec2<u32>(0x470c6df0u, 0x1749ea7du), vec2<u32>(0x8a51fd60u, 0x1a63bc61u),
  vec2<u32>(0xaaf310d5u, 0x1de7406bu), vec2<u32>(0xcc1fbb30u, 0x21e2895bu),
  vec2<u32>(0x6f89420cu, 0x266589a5u), vec2<u32>(0x8983887au, 0x2b82534eu),
  vec2<u32>(0xb414f137u, 0x314d604fu), vec2<u32>(0x624e1abfu, 0x37dde497u)
);

// From the index of an argument's whole on: how far the series may fall short of the exponential up to the next one.
const SHORTFALL = array<u32, 9>(14u, 22u, 31u, 43u, 60u, 86u, 151u, 1913u, 77140u);
const WHOLES = 9u;

fn upper_of(a: u32, b: vec2<u32>) -> u32 {
  return upper_product(halves(a), b);
}

// The exponential's raw from 0 on and below WHOLES, at most 1 + 2^-35 of it too small.
fn exp_estimate(a: vec2<u32>) -> vec2<u32> {
  let step = EXP_OF_EIGHTHS[(a.y << 3u) | (a.x >> 29u)];
  let rest = a.x & 0x1fffffffu;
  let restHalves = halves(rest);
  // e^r = 1 + r + r^2 (1/2! + r/3! + ... + r^5/7!), the factor with 32 fraction bits, its product with r^2 with 38
  var factor = 5965232u + upper_of(852176u, restHalves);
  factor = 35791394u + upper_of(factor, restHalves);
  factor = 178956970u + upper_of(factor, restHalves);
  factor = 715827882u + upper_of(factor, restHalves);
  factor = 0x80000000u + upper_of(factor, restHalves);
  let wide = halves(rest << 3u);
  let curve = upper_of(upper_product(wide, wide), halves(factor));
  let curveHalves = halves(curve);
  let stepLow = halves(step.x);
  let stepHigh = halves(step.y);
  let straight = u64_add(
    vec2<u32>(step.y * rest, upper_product(stepHigh, restHalves)),
    vec2<u32>(upper_product(stepLow, restHalves), 0u),
  );
  let curved = u64_add(
    vec2<u32>(step.y * curve, upper_product(stepHigh, curveHalves)),
    vec2<u32>(upper_product(stepLow, curveHalves), 0u),
  );
  let sum = u64_add(u64_add(step, straight), vec2<u32>((curved.x >> 6u) | (curved.y << 26u), curved.y >> 6u));
  return vec2<u32>((sum.x >> 17u) | (sum.y << 15u), sum.y >> 17u);
}

// Of an argument by its magnitude; 0, which none is, where it stays open.
fn sigmoid_unless_open(a: vec2<u32>, negative: bool) -> u32 {
  if (a.y == 0u || a.y >= WHOLES || all(a == ONE)) {
    return 0u;
  }
  let estimate = exp_estimate(a);
  // The first number that is truncated: of a negative argument the exponential, which is one over the series, else the sigmoid.
  let base = vec2<u32>(0u, u32(!negative));
  let least = u64_add(u64_sub(estimate, vec2<u32>(SHORTFALL[a.y], 0u)), base);
  let most = u64_add(u64_add(estimate, vec2<u32>(2u + (estimate.y >> 3u), 0u)), base);
  let first = wide_inverse(least);
  // Its product with the greater divisor is next to 2^64: on which side?
  let upper = upper_product(halves(first), halves(most.x)) + first * most.y;
  if (upper < 0x80000000u) {
    return 0u;
  }
  if (negative) {
    return wide_inverse(vec2<u32>(first, 1u));
  }
  return first;
}
