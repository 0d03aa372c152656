import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EpochInputError, MalformedJsonError, YumaError } from "../bindings/errors.js";
import { fromJson } from "../bindings/boundary/input.js";
import { parseJson } from "../bindings/text/json.js";
import { readScenario } from "../bindings/simulate/read.js";
import { SCENARIOS } from "../bindings/simulate/library.js";
import { readVectors } from "./vectors.js";

const STATE = readVectors("epoch/basic")[0]!.in as Record<string, unknown>;

function failure(run: () => unknown): YumaError {
  try {
    run();
  } catch (error) {
    if (error instanceof YumaError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

/** The state's text with a field's value as it is written. */
function textWith(field: string, written: string): string {
  return JSON.stringify({ ...STATE, [field]: "\0" }).replace('"\\u0000"', written);
}

describe("a number is the integer that it becomes, or refused", () => {
  it.each([
    ["32766.9999999999999", "32767"],
    ["32767.00000000000000000001", "32767"],
    ["1e-400", "0"],
    ["-1e-400", "0"],
    ["-0", "0"],
    ["-0.0", "0"],
    ["-0e5", "0"],
    ["0.00000000000000000001e-400", "0"],
    ["9007199254740990.6", "9007199254740991"],
    ["9007199254740993", "9007199254740992"],
    ["18446744073709551615", "18446744073709552000"],
    ["9007199254740993e3", "9007199254740993000"],
    ["1e400", "Infinity"],
  ])("%s", (written, becomes) => {
    for (const [text, path] of [
      [textWith("kappa", written), "kappa"],
      [textWith("ruleSet", written), "ruleSet"],
      [textWith("lastUpdate", `["5", {"weights": [1, ${written}]}]`), "lastUpdate[1].weights[1]"],
      [written, ""],
    ] as const) {
      expect(failure(() => parseJson(text))).toMatchObject({
        name: "EpochInputError",
        path,
        expected: `a number that holds what is written (${written})`,
        got: becomes,
      });
    }
  });

  it("a number that no field holds is left to the fields where it is written as it is", () => {
    for (const written of ["1e300", "1e+300", "1E21", "-1.5e+22"]) expect(parseJson(written)).toBe(Number(written));
    expect(failure(() => parseJson(textWith("kappa", "1.00e300")))).toMatchObject({ name: "EpochInputError" });
  });

  it.each([
    ["1.0", 1],
    ["1e2", 100],
    ["1.5e1", 15],
    ["120000e-4", 12],
    ["0.0", 0],
    ["0e9999", 0],
    [`1${"0".repeat(400)}e-400`, 1],
    ["9007199254740991", Number.MAX_SAFE_INTEGER],
    ["-9007199254740991.000", Number.MIN_SAFE_INTEGER],
  ])("%s", (written, number) => {
    expect(parseJson(`[${written}]`)).toEqual([number]);
  });

  it("fractions become the nearest double", () => {
    expect(parseJson("[0.1, 1.5, -2.25e-3, 0.30000000000000000001]")).toEqual([0.1, 1.5, -0.00225, 0.3]);
  });

  it("of any digits, as counted with integers", () => {
    const number = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: -25, max: 5 }));
    fc.assert(
      fc.property(number, ([digits, power]) => {
        const written = `${digits}e${power}`;
        const value = Number(written);
        const exact =
          power >= 0
            ? digits * 10n ** BigInt(power) === BigInt(value)
            : digits % 10n ** BigInt(-power) === 0n && digits / 10n ** BigInt(-power) === BigInt(Math.trunc(value));
        if (exact || !Number.isInteger(value)) expect(parseJson(written)).toBe(value);
        else expect(failure(() => parseJson(written))).toBeInstanceOf(EpochInputError);
      }),
    );
  });

  it("text that looks like a number is none", () => {
    const value = { "1.5e400": ["-0", "1e-400", "9007199254740993"], "a:b": 'c\\":1e400,-0' };
    expect(parseJson(JSON.stringify(value))).toEqual(value);
  });
});

describe("a key comes once", () => {
  it.each([
    [JSON.stringify(STATE).replace("{", '{"kappa":1,'), "kappa"],
    ['{"a":1,"b":2,"a":1}', "a"],
    ['{"a":1,"\\u0061":1}', "a"],
    ['{"a":[0,{"b":{},"c":[],"b":null}]}', "a[1].b"],
    ['[{"":1},{"":1,"":1}]', '[1][""]'],
    ['{"__proto__":1,"__proto__":2}', "__proto__"],
    ['{"a:":1,"b":{"c":1,"c":1}}', "b.c"],
  ])("%s", (text, path) => {
    expect(failure(() => parseJson(text))).toMatchObject({ name: "EpochInputError", path, expected: "each key once" });
  });

  it("in each object", () => {
    const text = '[{"a":1},{"a":{"a":[{"a":"a:a"}]}}]';
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });

  it("in a scenario's file, which the error names", () => {
    const text = JSON.stringify(SCENARIOS["clipping-demo"]).replace('"epochs":', '"epochs":1,"epochs":');
    expect(failure(() => readScenario(text, "mine.json"))).toMatchObject({ name: "ScenarioError", path: "epochs" });
  });
});

describe("any value", () => {
  it("is read as JSON.parse reads it", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 8 }), (text) => {
        // The generator knows no integers beyond 2^53-1 that are none, but -0.
        if (!/-0(?![.\d])|\d[.eE]|\d{16}/.test(text)) expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it("of every vector comes through", () => {
    for (const path of ["epoch/edge", "epoch/adversarial", "economics/root_epoch", "scenarios/expected"]) {
      const text = JSON.stringify(readVectors(path));
      expect(parseJson(text)).toEqual(JSON.parse(text));
    }
  });
});

describe("how deep it may be", () => {
  it.each([64, 65, 1_000_000])("%i levels", (levels) => {
    for (const text of [`${"[".repeat(levels)}${"]".repeat(levels)}`, `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`]) {
      if (levels <= 64) expect(() => parseJson(text)).not.toThrow();
      else expect(failure(() => parseJson(text)).message).toContain("at most 64 levels");
    }
  });

  it("a text may be as long as it likes", () => {
    const long = 'a:\\n\\\\\\"'.repeat(5_000_000);
    expect(failure(() => parseJson(`{"a":"${long}","b":1e400}`))).toMatchObject({ path: "b" });
  });

  it("what is not closed is not JSON", () => {
    expect(failure(() => parseJson("[".repeat(1_000_000)))).toBeInstanceOf(MalformedJsonError);
  });
});

/** As PowerShell and editors write it. */
function encoded(text: string, encoding: "utf-8" | "utf-16le" | "utf-16be", mark = true): Uint8Array {
  const units = `${mark ? "\ufeff" : ""}${text}`;
  if (encoding === "utf-8") return new TextEncoder().encode(units);
  const bytes = Buffer.from(units, "utf16le");
  return encoding === "utf-16le" ? bytes : bytes.swap16();
}

describe("encodings", () => {
  const text = JSON.stringify({ ...STATE, tag: "Zürich, 東京 🦀" });
  const state = fromJson(text);

  it.each(["utf-8", "utf-16le", "utf-16be"] as const)("%s with a byte order mark, as bytes of any kind", (encoding) => {
    const bytes = encoded(text, encoding);
    const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
    shared.set(bytes);
    for (const given of [bytes, Buffer.from(bytes), buffer, shared]) expect(fromJson(given)).toEqual(state);
  });

  it("a text with a byte order mark, and bytes without one", () => {
    expect(fromJson(`\ufeff${text}`)).toEqual(state);
    expect(fromJson(encoded(text, "utf-8", false))).toEqual(state);
  });

  it.each([
    ["UTF-16 (little endian) without the byte order mark", encoded(text, "utf-16le", false)],
    ["UTF-16 (big endian) without the byte order mark", encoded(text, "utf-16be", false)],
    ["cannot be read as UTF-8", Buffer.concat([encoded(text, "utf-8", false).subarray(0, -2), Buffer.from([0xe9]), Buffer.from('"}')])],
    ["cannot be read as UTF-16LE", encoded(text, "utf-16le").subarray(0, -1)],
    ["not JSON", new Uint8Array(0)],
    ["not JSON", Buffer.from([0xff, 0xfe])],
  ])("%s", (message, bytes) => {
    const error = failure(() => fromJson(bytes));
    expect(error).toBeInstanceOf(MalformedJsonError);
    expect(error.message).toContain(message);
  });

  it("other arrays are no bytes", () => {
    expect(failure(() => fromJson(new Uint16Array(3)))).toMatchObject({ path: "", expected: "an object", got: "Uint16Array of length 3" });
  });
});
