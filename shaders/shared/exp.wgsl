// The exponential as the chain's series gives it. numbers.md 6.
// Proof: docs/proofs/exponential.md
//import i32f32

const EXP_LIMIT = vec2<u32>(0u, 20u);
// e with 23 fraction bits: 22802600 << 9
const E = vec2<u32>(0xb7e15000u, 2u);
const LAST_TERM = 31u;

// Of an argument clamped into [-20, 20], where no step overflows.
fn exp_safe(x: vec2<u32>) -> vec2<u32> {
  if (all(x == ZERO)) {
    return ONE;
  }
  if (all(x == ONE)) {
    return E;
  }
  let clamped = minimum(magnitude(x), EXP_LIMIT);
  let a = select(clamped, EXP_LIMIT, all(x == MIN));
  var sum = u64_add(a, ONE);
  var term = a;
  for (var i = 2u; i <= LAST_TERM; i++) {
    let product = u64_mul(term, a);
    term = u64_divide_small(vec2<u32>(product.y, product.z), i);
    if (all(term == ZERO)) {
      break;
    }
    sum = u64_add(sum, term);
  }
  if (is_negative(x)) {
    return saturating_div(ONE, sum);
  }
  return sum;
}
