// Every operation of shaders/shared on pairs of numbers, for a comparison with BigInt.
//import sigmoid
//import u128

@group(0) @binding(0) var<storage, read> pairs: array<vec4<u32>>;
@group(0) @binding(1) var<storage, read_write> answers: array<vec2<u32>>;

// As many as arithmetic.ts names.
const OPERATIONS = 33u;

@compute @workgroup_size(64)
fn arithmetic(@builtin(global_invocation_id) id: vec3<u32>) {
  if (id.x >= arrayLength(&pairs)) {
    return;
  }
  let a = pairs[id.x].xy;
  let b = pairs[id.x].zw;
  let at = id.x * OPERATIONS;
  let divisor = select(b, ONE, all(b == ZERO));
  let product = u64_mul(a, b);
  answers[at] = u64_add(a, b);
  answers[at + 1u] = u64_sub(a, b);
  answers[at + 2u] = vec2<u32>(u32(u64_less(a, b)), u32(less(a, b)));
  answers[at + 3u] = product.xy;
  answers[at + 4u] = product.zw;
  answers[at + 5u] = u32_mul(a.x, b.y);
  answers[at + 6u] = u64_saturating_add(a, b);
  let index = 2u + b.x % 30u;
  answers[at + 7u] = divide_by_index(vec2<u32>(a.x, a.y & 0x3fffffffu), index, 0xffffffffu / index);
  answers[at + 8u] = saturating_add(a, b);
  answers[at + 9u] = saturating_sub(a, b);
  answers[at + 10u] = saturating_mul(a, b);
  answers[at + 11u] = checked_mul_or_zero(a, b);
  answers[at + 12u] = safe_div(a, b);
  answers[at + 13u] = saturating_div(a, divisor);
  answers[at + 14u] = share_of(a, b);
  answers[at + 15u] = minimum(a, b);
  answers[at + 16u] = maximum(a, b);
  answers[at + 17u] = exp_safe(a);
  answers[at + 18u] = vec2<u32>(proportion_to_u16(a), 0u);
  answers[at + 19u] = proportion_from_u16(a.x & 0xffffu);
  let denominator = max(b.x >> 1u, 1u);
  answers[at + 20u] = widen(fraction_of(min(a.x, denominator), denominator, inverse_of(denominator)));
  let sum = u128_add(vec4<u32>(a, b), vec4<u32>(b, a));
  answers[at + 21u] = sum.zw;
  answers[at + 22u] = u128_sub(vec4<u32>(a, b), vec4<u32>(b, a)).zw;
  let stake = vec4<u32>(a, b.x, b.y & 0x7fffffffu);
  answers[at + 23u] = i64f64_share(stake, vec4<u32>(b, divisor));
  answers[at + 24u] = i64f64_share(vec4<u32>(0u, 0u, a.x, a.y & 0x7fffffffu), vec4<u32>(0u, 0u, divisor));
  let narrow = clamp(b.x, 1u, NARROW_LIMIT - 1u);
  answers[at + 25u] = vec2<u32>(quotient(a.x % narrow, narrow, inverse_of(narrow)), 0u);
  let upper = b.y % WIDE_LIMIT;
  let wide = vec2<u32>(max(b.x, select(NARROW_LIMIT, 0u, upper > 0u)), upper);
  answers[at + 26u] = vec2<u32>(wide_quotient(select(a.x % wide.x, a.x, upper > 0u), wide, wide_inverse_of(wide)), 0u);
  answers[at + 27u] = vec2<u32>(wide_inverse(vec2<u32>(max(b.x, 1u), max(upper, 1u))), 0u);
  answers[at + 28u] = vec2<u32>(upper_product(halves(a.x), halves(b.x)), 0u);
  answers[at + 29u] = vec2<u32>(upper_of_half(a.x & 0xffffu, halves(b.x)), 0u);
  answers[at + 30u] = next_product(a & vec2<u32>(0xffffffffu, 0x3ffffffu), vec2<u32>(b.x, b.y % 21u), halves(b.x));
  let argument = vec2<u32>(a.x, a.y % (WHOLES + 1u));
  let negative = (b.x & 1u) != 0u;
  let known = sigmoid_unless_open(argument, negative);
  answers[at + 31u] = vec2<u32>(select(known, inverse_of_raw(u64_add(ONE, exp_of(argument, negative))).x, known == 0u), 0u);
  let total = vec2<u32>(b.x, upper);
  let part = select(vec2<u32>(a.x, 0u), ONE, (a.y & 1u) != 0u);
  answers[at + 32u] = share_within(select(total, part, u64_less(part, total)), divisor_of(total));
}
