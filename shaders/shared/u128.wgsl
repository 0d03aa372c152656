// I64F64 as four limbs from the lowest.
//import i32f32

const U128_ZERO = vec4<u32>(0u, 0u, 0u, 0u);
const I64F64_MAX = vec4<u32>(0xffffffffu, 0xffffffffu, 0xffffffffu, 0x7fffffffu);

// Wraps.
fn u128_add(a: vec4<u32>, b: vec4<u32>) -> vec4<u32> {
  let low = u64_add(a.xy, b.xy);
  let high = u64_add(a.zw, b.zw);
  return vec4<u32>(low, u64_add(high, vec2<u32>(u32(u64_less(low, a.xy)), 0u)));
}

fn u128_sub(a: vec4<u32>, b: vec4<u32>) -> vec4<u32> {
  let low = u64_sub(a.xy, b.xy);
  let high = u64_sub(a.zw, b.zw);
  return vec4<u32>(low, u64_sub(high, vec2<u32>(u32(u64_less(a.xy, b.xy)), 0u)));
}

fn u128_less(a: vec4<u32>, b: vec4<u32>) -> bool {
  return u64_less(a.zw, b.zw) || (all(a.zw == b.zw) && u64_less(a.xy, b.xy));
}

fn u128_double(a: vec4<u32>) -> vec4<u32> {
  return (a << vec4<u32>(1u)) | (vec4<u32>(0u, a.xyz) >> vec4<u32>(31u));
}

// a / b in I64F64 (safe: 0 where it does not fit), floored to I32F32 and clamped; a is not negative, b not 0.
fn i64f64_share(a: vec4<u32>, b: vec4<u32>) -> vec2<u32> {
  let negative = b.w >= 0x80000000u;
  let divisor = select(b, u128_sub(U128_ZERO, b), negative);
  var whole = U128_ZERO;
  var remainder = a;
  if (!u128_less(a, divisor)) {
    var rest = a;
    remainder = U128_ZERO;
    for (var bit = 0u; bit < 128u; bit++) {
      remainder = u128_double(remainder);
      remainder.x |= rest.w >> 31u;
      rest = u128_double(rest);
      whole = u128_double(whole);
      if (!u128_less(remainder, divisor)) {
        remainder = u128_sub(remainder, divisor);
        whole.x |= 1u;
      }
    }
  }
  var fraction = vec2<u32>(0u, 0u);
  for (var bit = 0u; bit < 64u; bit++) {
    remainder = u128_double(remainder);
    fraction = u64_double(fraction);
    if (!u128_less(remainder, divisor)) {
      remainder = u128_sub(remainder, divisor);
      fraction.x |= 1u;
    }
  }
  let integer = whole.xy;
  let isLeast = negative && all(integer == MIN) && all(fraction == ZERO);
  if (any(whole.zw != vec2<u32>(0u, 0u)) || (is_negative(integer) && !isLeast)) {
    return ZERO;
  }
  let magnitudeX32 = vec2<u32>(fraction.y, integer.x);
  if (!negative) {
    return select(magnitudeX32, MAX, integer.y != 0u || is_negative(magnitudeX32));
  }
  // Floor of a negative number: a rest below the last bit counts one more.
  let rounded = u64_add(magnitudeX32, vec2<u32>(u32(fraction.x != 0u), 0u));
  let fits = integer.y == 0u && (!is_negative(magnitudeX32) || (all(magnitudeX32 == MIN) && fraction.x == 0u));
  return select(MIN, negate(rounded), fits);
}
