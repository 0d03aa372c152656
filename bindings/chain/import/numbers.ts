import { EpochInputError } from "../../errors.js";

/** Numbers of an array as a file has them. */
export interface NumberArray {
  shape: readonly number[];
  values: Float64Array | BigInt64Array | BigUint64Array;
  /** bits of the fraction of each: what is no float has them all */
  precision: "float32" | "float64" | "integer";
}

/** Kinds of element: by numpy's letter and width. */
const ELEMENTS: Readonly<
  Record<string, { bytes: number; precision: NumberArray["precision"]; read(view: DataView, at: number, little: boolean): number | bigint }>
> = {
  b1: { bytes: 1, precision: "integer", read: (view, at) => Number(view.getUint8(at) !== 0) },
  i1: { bytes: 1, precision: "integer", read: (view, at) => view.getInt8(at) },
  u1: { bytes: 1, precision: "integer", read: (view, at) => view.getUint8(at) },
  i2: { bytes: 2, precision: "integer", read: (view, at, little) => view.getInt16(at, little) },
  u2: { bytes: 2, precision: "integer", read: (view, at, little) => view.getUint16(at, little) },
  i4: { bytes: 4, precision: "integer", read: (view, at, little) => view.getInt32(at, little) },
  u4: { bytes: 4, precision: "integer", read: (view, at, little) => view.getUint32(at, little) },
  i8: { bytes: 8, precision: "integer", read: (view, at, little) => view.getBigInt64(at, little) },
  u8: { bytes: 8, precision: "integer", read: (view, at, little) => view.getBigUint64(at, little) },
  f4: { bytes: 4, precision: "float32", read: (view, at, little) => view.getFloat32(at, little) },
  f8: { bytes: 8, precision: "float64", read: (view, at, little) => view.getFloat64(at, little) },
};

function isElement(kind: string): boolean {
  return Object.hasOwn(ELEMENTS, kind);
}

/** 1024 uids with a value each for each: the largest that a subnet has had many times over. */
const MOST_VALUES = 2 ** 24;

/** How many values a shape has. @throws EpochInputError */
function sizeOf(shape: readonly number[], path: string): number {
  let size = 1;
  for (const length of shape) {
    if (!Number.isSafeInteger(length) || length < 0) throw new EpochInputError(`${path}.shape`, "lengths", shape);
    size *= length;
    if (size > MOST_VALUES) throw new EpochInputError(`${path}.shape`, `at most ${MOST_VALUES} values`, shape);
  }
  if (shape.length > 2) throw new EpochInputError(`${path}.shape`, "at most two dimensions", shape);
  return size;
}

/** How an array lies in bytes. */
export interface Layout {
  /** numpy's letter and width, as "f4" */
  kind: string;
  little: boolean;
  shape: readonly number[];
  /** elements from one to the next in each dimension */
  strides: readonly number[];
  /** elements in front of the first */
  offset?: number;
}

/** In rows, or in columns as Fortran has them. */
export function stridesOf(shape: readonly number[], columns = false): number[] {
  const strides = new Array<number>(shape.length).fill(1);
  if (columns) for (let i = 1; i < shape.length; i++) strides[i] = strides[i - 1]! * shape[i - 1]!;
  else for (let i = shape.length - 2; i >= 0; i--) strides[i] = strides[i + 1]! * shape[i + 1]!;
  return strides;
}

/** @throws EpochInputError where the bytes are not as many, or the elements no numbers */
export function readArray(bytes: Uint8Array, { kind, little, shape, strides, offset = 0 }: Layout, path: string): NumberArray {
  if (!isElement(kind)) throw new EpochInputError(path, `numbers (${Object.keys(ELEMENTS).join(", ")}), and no objects`, kind);
  const { bytes: width, precision, read } = ELEMENTS[kind]!;
  const size = sizeOf(shape, path);
  if (strides.length !== shape.length || [...strides, offset].some((one) => !Number.isSafeInteger(one) || one < 0))
    throw new EpochInputError(`${path}.strides`, "as many as dimensions, none below 0", strides);
  // A step of zero makes many values of one, and memory of nothing.
  if (size * width > bytes.length) throw new EpochInputError(path, `${size * width} bytes`, bytes.length);
  const last = size === 0 ? -1 : shape.reduce((sum, length, i) => sum + (length - 1) * strides[i]!, offset);
  if ((last + 1) * width > bytes.length) throw new EpochInputError(path, `${(last + 1) * width} bytes`, bytes.length);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = kind === "i8" ? new BigInt64Array(size) : kind === "u8" ? new BigUint64Array(size) : new Float64Array(size);
  const columns = shape.length === 2 ? shape[1]! : 1;
  const [down = 0, right = 0] = strides;
  for (let i = 0; i < size; i++) {
    const element = offset + (shape.length === 2 ? Math.floor(i / columns) * down + (i % columns) * right : i * down);
    values[i] = read(view, element * width, little) as never;
  }
  return { shape, values, precision };
}

/** Numbers as JSON has them, in one list or in one list a row. Undefined where it is anything else. @throws EpochInputError */
export function arrayOfJson(value: unknown, path: string): NumberArray | undefined {
  if (typeof value === "number" || typeof value === "boolean")
    return { shape: [], values: Float64Array.of(Number(value)), precision: "float64" };
  if (!Array.isArray(value)) return undefined;
  const isRows = Array.isArray(value[0]);
  const shape = isRows ? [value.length, (value[0] as unknown[]).length] : [value.length];
  const values = new Float64Array(sizeOf(shape, path));
  let at = 0;
  const put = (one: unknown, place: string) => {
    const number = typeof one === "boolean" ? Number(one) : one;
    if (typeof number !== "number") throw new EpochInputError(place, "a number", one);
    values[at++] = number;
  };
  for (let i = 0; i < value.length; i++) {
    const row = value[i] as unknown;
    if (!isRows) put(row, `${path}[${i}]`);
    else if (!Array.isArray(row) || row.length !== shape[1])
      throw new EpochInputError(`${path}[${i}]`, `a row of ${shape[1]} numbers`, row);
    else for (let k = 0; k < row.length; k++) put(row[k], `${path}[${i}][${k}]`);
  }
  return { shape, values, precision: "float64" };
}

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

export function isNpy(bytes: Uint8Array): boolean {
  return MAGIC.every((byte, i) => bytes[i] === byte);
}

const HEADER = /^\{'descr': '([<>|=])([a-zA-Z])(\d+)', 'fortran_order': (True|False), 'shape': \(([\d, ]*)\), \}\s*$/;

/** numpy's own format. Arrays of objects are pickles, and refused. @throws EpochInputError */
export function readNpy(bytes: Uint8Array, path: string): NumberArray {
  if (!isNpy(bytes) || bytes.length < 12) throw new EpochInputError(path, "an array in numpy's format", bytes.subarray(0, 6));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const long = bytes[6]! >= 2;
  const start = long ? 12 : 10;
  const length = long ? view.getUint32(8, true) : view.getUint16(8, true);
  if (bytes[6]! < 1 || bytes[6]! > 3 || length > 4_096 || start + length > bytes.length)
    throw new EpochInputError(path, "a header of version 1 to 3, of at most 4096 bytes", length);
  const header = new TextDecoder("latin1").decode(bytes.subarray(start, start + length));
  const found = HEADER.exec(header);
  if (found === null) throw new EpochInputError(path, "an array of plain numbers in numpy's format (no objects, no records)", header);
  const [, order, letter, width, fortran, written] = found;
  const shape = written!.split(",").flatMap((one) => (one.trim() === "" ? [] : [Number(one)]));
  const strides = stridesOf(shape, fortran === "True");
  return readArray(bytes.subarray(start + length), { kind: `${letter}${width}`, little: order !== ">", shape, strides }, path);
}
