/** Lists of u32 in memory. */

@inline
export function item(list: usize, index: u32): u32 {
  return load<u32>(list + ((<usize>index) << 2));
}

@inline
export function setItem(list: usize, index: u32, value: u32): void {
  store<u32>(list + ((<usize>index) << 2), value);
}
