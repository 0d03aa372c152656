// The exponential as the chain's series gives it. numbers.md 6.
// Proof: docs/proofs/exponential.md
//import i32f32

const EXP_LIMIT = vec2<u32>(0u, 20u);
// e with 23 fraction bits: 22802600 << 9
const E = vec2<u32>(0xb7e15000u, 2u);
const LAST_TERM = 31u;

// term x a / 2^32, of an `a` below 2^48 and a product that then fits; `low` has the halves of a's lower limb.
fn next_product(term: vec2<u32>, a: vec2<u32>, low: vec2<u32>) -> vec2<u32> {
  let termLow = halves(term.x);
  let whole = vec2<u32>(term.x * a.y, upper_of_half(a.y, termLow) + term.y * a.y);
  let product = u64_add(whole, vec2<u32>(upper_product(termLow, low), 0u));
  if (term.y == 0u) {
    return product;
  }
  if (term.y <= 0xffffu) {
    return u64_add(product, vec2<u32>(term.y * a.x, upper_of_half(term.y, low)));
  }
  return u64_add(product, vec2<u32>(term.y * a.x, upper_product(halves(term.y), low)));
}

// By an integer from 2 to 31, given floor((2^32 - 1) / it). What the inverse leaves of each limb is below 1,024.
fn divide_by_index(a: vec2<u32>, index: u32, inverse: u32) -> vec2<u32> {
  let inverseHalves = halves(inverse);
  let ofRest = inverseHalves.y + 1u;
  var high = 0u;
  var rest = a.y;
  if (a.y >= 1024u) {
    high = upper_product(halves(a.y), inverseHalves);
    rest -= high * index;
  }
  let more = (rest * ofRest) >> 16u;
  let low = (rest - more * index) * inverse + upper_product(halves(a.x), inverseHalves);
  return vec2<u32>(low + (((a.x - low * index) * ofRest) >> 16u), high + more);
}

// Of an argument clamped into [-20, 20], where no step overflows.
fn exp_safe(x: vec2<u32>) -> vec2<u32> {
  return exp_of(magnitude(x), is_negative(x));
}

fn exp_of(magnitude: vec2<u32>, negative: bool) -> vec2<u32> {
  if (all(magnitude == ZERO)) {
    return ONE;
  }
  if (!negative && all(magnitude == ONE)) {
    return E;
  }
  let a = select(EXP_LIMIT, magnitude, u64_less(magnitude, EXP_LIMIT));
  let low = halves(a.x);
  var sum = u64_add(a, ONE);
  var term = a;
  for (var i = 2u; i <= LAST_TERM; i++) {
    term = divide_by_index(next_product(term, a, low), i, 0xffffffffu / i);
    if (all(term == ZERO)) {
      break;
    }
    sum = u64_add(sum, term);
  }
  if (negative) {
    return inverse_of_raw(sum);
  }
  return sum;
}

// One over a raw above one.
fn inverse_of_raw(a: vec2<u32>) -> vec2<u32> {
  if (a.y >= WIDE_LIMIT) {
    return saturating_div(ONE, a);
  }
  return vec2<u32>(wide_inverse(a), 0u);
}
