/** Saturating u64, and lists of them in memory. */

@inline
export function saturatingAddU64(a: u64, b: u64): u64 {
  const sum = a + b;
  return sum < a ? u64.MAX_VALUE : sum;
}

@inline
export function saturatingSubU64(a: u64, b: u64): u64 {
  return a > b ? a - b : 0;
}

@inline
export function getU64(list: usize, index: u32): u64 {
  return load<u64>(list + ((<usize>index) << 3));
}

@inline
export function putU64(list: usize, index: u32, value: u64): void {
  store<u64>(list + ((<usize>index) << 3), value);
}
