import type { FixedType } from "./arithmetic.js";
import type { Steps } from "./wasmSteps.js";

/** The formats that live in cells. */
type CellFormat = Exclude<FixedType, "I32F32">;

/** The operations on fixed-point numbers by the kernels. */
export function fixedSteps(steps: Steps) {
  const unlessFailed = (sentinel: string, value: bigint) => (value === steps.constant(sentinel) ? null : value);

  const format = (type: CellFormat) => steps.constant(type) as number;

  const read = (type: CellFormat, address: number) => (type.startsWith("U") ? steps.readUnsigned(address) : steps.readSigned(address));

  const binary = (name: string, type: CellFormat, a: bigint, b: bigint): bigint => {
    const result = steps.reset().cell();
    steps.call(name, steps.cell(a), steps.cell(b), format(type), result);
    return read(type, result);
  };

  /** null where it does not fit. */
  const checked = (name: string, type: CellFormat, a: bigint, b: bigint): bigint | null => {
    const result = steps.reset().cell();
    return steps.i32(name, steps.cell(a), steps.cell(b), format(type), result) ? read(type, result) : null;
  };

  const converted = (raw: bigint, from: FixedType, to: FixedType): bigint => {
    const result = steps.reset().cell();
    if (to === "I32F32") return from === "I32F32" ? raw : steps.i64("cellToI32F32", steps.cell(raw), format(from));
    // I32F32 is I96F32 of fewer bits.
    steps.call("cellConvert", steps.cell(raw), format(from === "I32F32" ? "I96F32" : from), format(to), result);
    return read(to, result);
  };

  const fixedOperations = (type: CellFormat, a: bigint, b: bigint) => {
    const floored = steps.reset().cell();
    steps.call("cellFloor", steps.cell(a), format(type), floored);
    const floor = read(type, floored);
    return {
      floor,
      add: binary("cellSaturatingAdd", type, a, b),
      sub: binary("cellSaturatingSub", type, a, b),
      mul: binary("cellSaturatingMul", type, a, b),
      checkedMul: checked("cellMulFloor", type, a, b),
      div: b === 0n ? null : checked("cellDivTrunc", type, a, b),
      satDiv: b === 0n ? null : binary("cellSaturatingDiv", type, a, b),
      toU64: steps.u64("cellToU64", steps.reset().cell(a), format(type)),
    };
  };

  /** null where the fallback comes back, whichever it is: nothing fits. */
  const orNull = (name: string, a: bigint, b: bigint): bigint | null => {
    const [one, other] = [steps.i64(name, a, b, 0n), steps.i64(name, a, b, 1n)];
    return one === other ? one : null;
  };

  const narrowOperations = (a: bigint, b: bigint) => {
    const quotient = b === 0n ? null : steps.i64("saturatingDiv", a, b);
    return {
      add: steps.i64("saturatingAdd", a, b),
      sub: steps.i64("saturatingSub", a, b),
      mul: steps.i64("saturatingMul", a, b),
      checkedMul: orNull("checkedMul", a, b),
      div: b === 0n ? null : orNull("checkedDiv", a, b),
      satDiv: quotient,
      floor: steps.i64("floor", a),
      toU64: steps.u64("toU64", a),
    };
  };

  const transcendental = (op: "exp" | "log2" | "ln", type: FixedType, x: bigint): bigint | null => {
    if (type === "I32F32") {
      if (op === "exp") return unlessFailed("EXP_FAILED", steps.i64("exp", x));
      return unlessFailed("LOG_FAILED", steps.i64(op === "ln" ? "lnI32F32" : "log2I32F32", x));
    }
    const result = steps.reset().cell();
    const done =
      op === "exp" ? steps.i32("expI64F64", steps.cell(x), result) : steps.i32(op, steps.cell(x), format(type as CellFormat), result);
    return done ? steps.readSigned(result) : null;
  };

  return { binary, format, unlessFailed, fixedOperations, narrowOperations, converted, transcendental };
}
