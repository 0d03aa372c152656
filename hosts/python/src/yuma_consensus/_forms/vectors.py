"""Vectors of numbers and sparse rows: NumPy arrays."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from .._show import MISSING, field_path
from ..errors import InvalidInputError
from ..rows import SparseRows, rows_of_lengths
from .base import Answer, Form, Json, Reading, append, check_room, reference_at

_DTYPES: Final = {
    "boolean": np.dtype(np.bool_),
    "u16": np.dtype("<u2"),
    "u32": np.dtype("<u4"),
    "u64": np.dtype("<u8"),
    "i64": np.dtype("<i8"),
}
_LARGEST: Final = {"boolean": 1, "u16": 2**16 - 1, "u32": 2**32 - 1, "u64": 2**64 - 1, "i64": 2**63 - 1}
_MOST: Final = {dtype: _LARGEST[kind] for kind, dtype in _DTYPES.items()}


def check_length(value: Sequence[Any] | NDArray[Any], path: str, length: int) -> None:
    """Raise where there are not as many."""
    if len(value) != length:
        raise InvalidInputError(path, f"length {length}", len(value))


def _is_array(value: Any) -> bool:
    return isinstance(value, np.ndarray) or hasattr(value, "__array__")


def _typed(array: NDArray[Any], path: str, dtype: np.dtype[Any]) -> NDArray[Any]:
    """Give the same numbers in another type that can hold them."""
    if array.dtype == dtype:
        return array
    if array.dtype.kind not in ("iu" if dtype.kind != "b" else "iub"):
        raise InvalidInputError(path, f"an array of {dtype.name}", array.dtype.name)
    # As Python's integers: with an int64, NumPy would take a u64's maximum for a float.
    if array.size and not 0 <= int(array.min()) <= int(array.max()) <= _MOST[dtype]:
        wrong = next(i for i, number in enumerate(array.tolist()) if not 0 <= number <= _MOST[dtype])
        raise InvalidInputError(f"{path}[{wrong}]", f"a number from 0 to {_MOST[dtype]}", array[wrong])
    return array.astype(dtype)


class Vector(Form):
    """Numbers one behind another. Of 64 bits and of flags there is one for each uid."""

    def __init__(self, element: Form, kind: str) -> None:
        super().__init__(8, 4)
        self.element = element
        self.dtype = _DTYPES[kind]
        self.one_each = kind in ("u64", "boolean")

    def take(self, value: Any, path: str, how: Reading) -> NDArray[Any]:
        if not isinstance(value, (list, tuple)):
            if not how.typed or not _is_array(value):
                raise InvalidInputError(path, "a list", value)
            value = np.asarray(value)
            if value.ndim != 1:
                raise InvalidInputError(path, "an array of one dimension", value)
        if self.one_each:
            check_length(value, path, how.uids)
        if isinstance(value, np.ndarray):
            if value.dtype.kind != "O":
                return _typed(value, path, self.dtype)
            value = value.tolist()
        return self._of_plain(value) if self._is_plain(value) else self._one_by_one(value, path, how)

    def _is_plain(self, items: Sequence[Any]) -> bool:
        """Whether NumPy may take a list as it is; what is wrong with an item is looked for only where something is."""
        kinds = set(map(type, items))
        if kinds == {str} and self.dtype.itemsize == 8:
            return self._is_decimal(items)
        if kinds != {bool if self.dtype.kind == "b" else int}:
            return False
        return self.dtype.kind == "b" or (min(items) >= 0 and max(items) <= _MOST[self.dtype])

    def _is_decimal(self, items: Sequence[str]) -> bool:
        try:
            numbers = list(map(int, items))
        except ValueError:
            return False
        # int() takes more than decimal digits; what it gives is written in one way.
        return list(map(str, numbers)) == items and min(numbers) >= 0 and max(numbers) <= _MOST[self.dtype]

    def _of_plain(self, items: Sequence[Any]) -> NDArray[Any]:
        return np.fromiter(map(int, items), self.dtype, len(items))

    def _one_by_one(self, items: Sequence[Any], path: str, how: Reading) -> NDArray[Any]:
        taken = [self.element.take(item, f"{path}[{i}]", how) for i, item in enumerate(items)]
        return np.array(taken, self.dtype)

    def encode(self, message: bytearray, at: int, value: NDArray[Any]) -> None:
        check_room(message, value.nbytes)
        append(message, at, len(value), np.ascontiguousarray(value).view(np.uint8).data, value.nbytes)

    def decode(self, answer: Answer, at: int) -> NDArray[Any]:
        start, count = reference_at(answer.data, at)
        return np.frombuffer(answer.data, self.dtype, count, start) if count else np.zeros(0, self.dtype)

    def to_json(self, value: NDArray[Any]) -> Json:
        numbers = value.tolist()
        return list(map(str, numbers)) if self.dtype.itemsize == 8 else numbers

    def locate(self, message: bytearray, at: int, offset: int, path: str) -> str | None:
        if at <= offset < at + self.size:
            return path
        start, count = reference_at(message, at)
        index = (offset - start) // self.dtype.itemsize
        return f"{path}[{index}]" if 0 <= index < count else None


class Rows(Form):
    """Rows of (uid, value) entries. In JSON `[[uid, value], ...]` a row; in Python a matrix or SparseRows besides."""

    def __init__(self, size: int, align: int, element: Form, kind: str, offsets: Sequence[int]) -> None:
        super().__init__(size, align)
        u32, u16 = Vector(element, "u32"), Vector(element, "u16")
        self.parts = list(zip(("starts", "uids", "values"), (u32, u16, Vector(element, kind)), offsets, strict=True))
        self.of = element

    def glance(self, value: Any, path: str, how: Reading) -> None:
        names = {name for name, _, _ in self.parts}
        for key in value if isinstance(value, Mapping) else ():
            if key not in names:
                raise InvalidInputError(field_path(path, str(key)), f"a list of {how.uids} rows", value)

    def take(self, value: Any, path: str, how: Reading) -> SparseRows:
        if not isinstance(value, (list, tuple)):
            if not how.typed or value is MISSING:
                raise InvalidInputError(path, f"a list of {how.uids} rows", value)
            return self._of_typed(value, path, how)
        check_length(value, path, how.uids)
        return self._of_plain(value) or self._one_by_one(value, path, how)

    def _of_typed(self, value: Any, path: str, how: Reading) -> SparseRows:
        if _is_array(value):
            dense = np.asarray(value)
            if dense.shape != (how.uids, how.uids):
                raise InvalidInputError(path, f"an array of shape {(how.uids, how.uids)}", value)
            if dense.dtype.kind not in "iu":
                raise InvalidInputError(path, "an array of u16", dense.dtype.name)
            if dense.size and not 0 <= int(dense.min()) <= int(dense.max()) <= 65_535:
                raise InvalidInputError(path, "numbers from 0 to 65535", f"{dense.min()} to {dense.max()}")
            return SparseRows.from_dense(dense)
        if not isinstance(value, SparseRows):
            value = _of_scipy(value, path)
        parts = [_part(getattr(value, name), f"{path}.{name}", vector.dtype) for name, vector, _ in self.parts]
        check_length(parts[0], f"{path}.starts", how.uids + 1)
        check_length(parts[2], f"{path}.values", len(parts[1]))
        return SparseRows(*parts)

    def _of_plain(self, rows: Sequence[Any]) -> SparseRows | None:
        """There are many entries: what is wrong with one is looked for only where something is."""
        if not set(map(type, rows)) <= {list, tuple}:
            return None
        pairs = list(chain.from_iterable(rows))
        if not set(map(type, pairs)) <= {list, tuple} or not set(map(len, pairs)) <= {2}:
            return None
        flat = list(chain.from_iterable(pairs))
        if flat and (set(map(type, flat)) != {int} or min(flat) < 0 or max(flat) > 65_535):
            return None
        entries = np.fromiter(flat, np.uint16, len(flat))
        return rows_of_lengths(list(map(len, rows)), entries[::2].copy(), entries[1::2].copy())

    def _one_by_one(self, rows: Sequence[Any], path: str, how: Reading) -> SparseRows:
        counts: list[int] = []
        entries: list[tuple[int, int]] = []
        for i, row in enumerate(rows):
            if not isinstance(row, (list, tuple)):
                raise InvalidInputError(f"{path}[{i}]", "a row of [uid, value] pairs", row)
            counts.append(len(row))
            for k, pair in enumerate(row):
                place = f"{path}[{i}][{k}]"
                if not isinstance(pair, (list, tuple)) or len(pair) != 2:
                    raise InvalidInputError(place, "a [uid, value] pair", pair)
                entries.append((self.of.take(pair[0], f"{place}[0]", how), self.of.take(pair[1], f"{place}[1]", how)))
        taken = np.array(entries, np.uint16).reshape(-1, 2)
        return rows_of_lengths(counts, taken[:, 0], taken[:, 1])

    def encode(self, message: bytearray, at: int, value: SparseRows) -> None:
        for name, vector, offset in self.parts:
            vector.encode(message, at + offset, getattr(value, name))

    def decode(self, answer: Answer, at: int) -> SparseRows:
        return SparseRows(*(vector.decode(answer, at + offset) for _, vector, offset in self.parts))

    def to_json(self, value: SparseRows) -> Json:
        if value.values.dtype.itemsize == 2:
            return value.to_pairs()
        return [[[uid, str(raw)] for uid, raw in row] for row in value.to_pairs()]

    def locate(self, message: bytearray, at: int, offset: int, path: str) -> str | None:
        places = (vector.locate(message, at + start, offset, f"{path}.{name}") for name, vector, start in self.parts)
        return next((place for place in places if place is not None), None)


def _part(value: Any, path: str, dtype: np.dtype[Any]) -> NDArray[Any]:
    array = np.asarray(value)
    if array.ndim != 1:
        raise InvalidInputError(path, "an array of one dimension", value)
    return _typed(array, path, dtype)


def _of_scipy(value: Any, path: str) -> SparseRows:
    """Take any sparse matrix that can be had as compressed rows."""
    try:
        matrix = value.tocsr()
        return SparseRows(matrix.indptr, matrix.indices, matrix.data)
    except AttributeError:
        raise InvalidInputError(path, "SparseRows, rows of [uid, value] pairs, or a matrix", value) from None
