import { describe, expect, it } from "vitest";
import { PROOF_KERNELS } from "./kernels.js";
import { Draw, ONE } from "./numbers.js";
import { LAST_TERM, LIMIT, expSafe } from "./rule.js";

function root(square: bigint): bigint {
  let low = 0n;
  let high = 1n << 40n;
  while (low < high) {
    const middle = (low + high + 1n) / 2n;
    if (middle * middle <= square) low = middle;
    else high = middle - 1n;
  }
  return low;
}

describe.each(PROOF_KERNELS)("the exponential on %s", (_, kernels) => {
  function check(magnitude: bigint): void {
    for (const x of [magnitude, -magnitude]) {
      const found = kernels.call("expSafe", x);
      if (found !== expSafe(x)) expect([x, found]).toEqual([x, expSafe(x)]);
    }
  }

  it("is the series at whole arguments, powers of two, and the clamp", () => {
    for (let integer = 0n; integer <= 21n; integer++)
      for (let off = -300n; off <= 300n; off++) check(integer * ONE + off < 0n ? 0n : integer * ONE + off);
    for (let bit = 0n; bit < 63n; bit++) for (const off of [-1n, 0n, 1n]) check((1n << bit) + off);
    check((1n << 63n) - 1n);
    expect(kernels.call("expSafe", -(1n << 63n))).toBe(expSafe(-LIMIT));
  });

  it("is the series where the first term steps by two, and beside it", () => {
    const draw = new Draw(31n);
    for (let k = 0; k < 4_000; k++) {
      const step = root(draw.between(0n, (LIMIT * LIMIT) / ONE / 2n) * 2n * ONE);
      for (const off of [0n, 1n, 2n]) check(step + off);
    }
  });

  it("is the series anywhere", () => {
    const draw = new Draw(32n);
    for (let k = 0; k < 30_000; k++) check(draw.below(LIMIT + 1n));
  });

  it("multiplies what is below 2^30 by a fraction of at most a half as the rule does", () => {
    const draw = new Draw(33n);
    const most = (1n << 62n) - 1n;
    for (let k = 0; k < 20_000; k++) {
      const b = draw.between(-ONE / 2n, ONE / 2n);
      // At a step of floor(a x b) where b is not 0.
      const quotient = draw.between(-most, most) / ONE;
      const a = b === 0n ? quotient : (quotient * ONE) / b;
      for (const off of [-1n, 0n, 1n]) {
        if (a + off > most || a + off < -most) continue;
        const found = kernels.call("mulByFraction", a + off, b);
        if (found !== ((a + off) * b) >> 32n) expect([a + off, b, found]).toEqual([a + off, b, ((a + off) * b) >> 32n]);
      }
    }
    for (const a of [most, -most, 0n, 1n, -1n, ONE - 1n, -ONE + 1n])
      for (const b of [-ONE / 2n, ONE / 2n, 0n, 1n, -1n]) expect(kernels.call("mulByFraction", a, b)).toBe((a * b) >> 32n);
  });
});

it("a quotient by the inverse of a small number is right or one above, and both happen", () => {
  const draw = new Draw(34n);
  const above = new Set<bigint>();
  for (let i = 2n; i <= LAST_TERM; i++) {
    const inverse = ((1n << 64n) - 1n) / i + 1n;
    for (let k = 0; k < 300; k++) {
      const multiple = draw.below((1n << 62n) / i) * i;
      for (const product of [multiple, multiple + i - 1n]) above.add(((product * inverse) >> 64n) - product / i);
    }
  }
  expect([...above].sort()).toEqual([0n, 1n]);
});

it("no step of the series at the clamp reaches 2^62", () => {
  let term = LIMIT;
  let largest = 0n;
  for (let i = 2n; i <= LAST_TERM; i++) {
    const product = (term * LIMIT) / ONE;
    if (product > largest) largest = product;
    term = product / i;
  }
  expect(largest).toBeLessThan(1n << 62n);
  expect(largest).toBeGreaterThan(1n << 61n);
  expect(expSafe(LIMIT)).toBeLessThan(1n << 61n);
});

/** Upper bounds of how far the chain's series falls short of the true one: by its floors, and by what it does not sum. */
function shortfall(x: number): number {
  let [term, short, sum] = [x * 2 ** 32, 0, 0];
  for (let i = 2; i <= 31; i++) {
    term *= x / i;
    short = Math.min(term, (short * x) / i + 1);
    sum += short;
  }
  for (let i = 32; i < 200; i++) sum += term *= x / i;
  return sum;
}

/** The margin of docs/proofs/exponential.md: what lies within one above an integer, or within five below, stays open. */
const MARGIN = 2 ** -12;

it.each([
  ["the sigmoid of an argument above 0", 1],
  ["the exponential of one below 0", -1],
])("the window of %s is wide enough, or so wide that all stays open", (_, sign) => {
  const step = 2 ** -12;
  const one = 2 ** 32;
  let [most, firstClosed] = [-1, 20];
  for (let x = 0; x < 20; x += step) {
    // From x to x + step everything rises or falls: each bound takes the end at which it is worst.
    const short = shortfall(x + step);
    const least = one * Math.exp(x);
    const need = sign > 0 ? (one * one * short) / ((one + least) * (one + least - short)) : (one * one * short) / (least * (least - short));
    const lesser = 1 / (1 + Math.exp(x + step));
    const growth = Math.exp(-x - step);
    const share = sign > 0 ? lesser : Math.min(growth, 1 / (1 + Math.exp(-x)));
    const window = Math.max((8.5 * x + 6) * share * share, (x - 8.5) / 50);
    if (window >= 1 - 6 * MARGIN) continue;
    firstClosed = Math.min(firstClosed, x);
    most = Math.max(most, need - window);
  }
  expect(most).toBeLessThan(3.6 * MARGIN);
  expect(most).toBeGreaterThan(3.4 * MARGIN);
  // One has a constant of its own, which no window knows of.
  expect(firstClosed).toBeGreaterThan(sign > 0 ? 1.05 : 1.45);
});
