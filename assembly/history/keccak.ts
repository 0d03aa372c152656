/** Keccak-256, as the chain hashed with it before there was SHA-3: padding begins with one bit. */

const LANES: u32 = 25;
const ROUNDS: u32 = 24;
/** lanes that a block of the message fills: 136 bytes */
const RATE_LANES: u32 = 17;

const state: usize = memory.data(8 * 25);
const permuted: usize = memory.data(8 * 25);
const parities: usize = memory.data(8 * 5);

@inline
function lane(lanes: usize, index: u32): u64 {
  return load<u64>(lanes + ((<usize>index) << 3));
}

@inline
function setLane(lanes: usize, index: u32, value: u64): void {
  store<u64>(lanes + ((<usize>index) << 3), value);
}

/** The columns' parities go into their neighbours. */
function theta(): void {
  for (let x: u32 = 0; x < 5; x++) {
    setLane(parities, x, lane(state, x) ^ lane(state, x + 5) ^ lane(state, x + 10) ^ lane(state, x + 15) ^ lane(state, x + 20));
  }
  for (let i: u32 = 0; i < LANES; i++) {
    const x = i % 5;
    setLane(state, i, lane(state, i) ^ lane(parities, (x + 4) % 5) ^ rotl<u64>(lane(parities, (x + 1) % 5), 1));
  }
}

/** Each lane is rotated by a triangular number on its way through all places but the first. */
function rhoAndPi(): void {
  setLane(permuted, 0, lane(state, 0));
  let x: u32 = 1;
  let y: u32 = 0;
  for (let step: u32 = 0; step < LANES - 1; step++) {
    const rotation = ((step + 1) * (step + 2)) / 2;
    const from = x + 5 * y;
    const next = (2 * x + 3 * y) % 5;
    x = y;
    y = next;
    setLane(permuted, x + 5 * y, rotl<u64>(lane(state, from), rotation & 63));
  }
}

function chi(): void {
  for (let row: u32 = 0; row < LANES; row += 5) {
    for (let x: u32 = 0; x < 5; x++) {
      const next = lane(permuted, row + ((x + 1) % 5));
      const afterNext = lane(permuted, row + ((x + 2) % 5));
      setLane(state, row + x, lane(permuted, row + x) ^ (~next & afterNext));
    }
  }
}

/** Bits of the round constants from a shift register of eight bits. */
let register: u32 = 1;

function iota(): void {
  let constant: u64 = 0;
  for (let j: u32 = 0; j < 7; j++) {
    if (register & 1) constant |= (<u64>1) << ((1 << j) - 1);
    register = (register << 1) ^ ((register >> 7) * 0x171);
  }
  setLane(state, 0, lane(state, 0) ^ constant);
}

/** The first eight bytes, little-endian, of the hash of so many whole words that fit into one block. */
export function keccak256Start(words: usize, count: u32): u64 {
  memory.fill(state, 0, 8 * 25);
  memory.copy(state, words, (<usize>count) << 3);
  setLane(state, count, 1);
  setLane(state, RATE_LANES - 1, lane(state, RATE_LANES - 1) ^ (1 << 63));
  register = 1;
  for (let round: u32 = 0; round < ROUNDS; round++) {
    theta();
    rhoAndPi();
    chi();
    iota();
  }
  return lane(state, 0);
}
