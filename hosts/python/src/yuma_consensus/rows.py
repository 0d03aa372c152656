"""Weights and bonds as they are stored: of each uid a row of (uid, value) entries."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, eq=False)
class SparseRows:
    """Compressed sparse rows: row i has the entries from ``starts[i]`` up to ``starts[i + 1]``.

    ``scipy.sparse.csr_array((rows.values, rows.uids, rows.starts), shape=(n, n))`` is the same matrix.
    """

    starts: NDArray[np.uint32]
    uids: NDArray[np.uint16]
    values: NDArray[Any]
    """u16; in traces the raw bits, i64"""

    def __len__(self) -> int:
        return len(self.starts) - 1

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SparseRows):
            return NotImplemented
        return all(np.array_equal(mine, its) for mine, its in zip(self._parts(), other._parts(), strict=True))

    __hash__ = None  # type: ignore[assignment]

    def _parts(self) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any]]:
        return self.starts, self.uids, self.values

    def row(self, uid: int) -> tuple[NDArray[np.uint16], NDArray[Any]]:
        """Give the uids and the values of one row."""
        entries = slice(self.starts[uid], self.starts[uid + 1])
        return self.uids[entries], self.values[entries]

    def to_dense(self, columns: int | None = None) -> NDArray[Any]:
        """Give the matrix, square unless `columns` says otherwise, with zeros where there is no entry."""
        dense = np.zeros((len(self), len(self) if columns is None else columns), self.values.dtype)
        dense[self._row_of_each(), self.uids] = self.values
        return dense

    @classmethod
    def from_dense(cls, dense: NDArray[np.uint16]) -> SparseRows:
        """Make rows of what is not zero in a matrix."""
        rows, uids = np.nonzero(dense)
        counts = np.bincount(rows, minlength=len(dense))
        return cls(_starts(counts), uids.astype(np.uint16), dense[rows, uids].astype(np.uint16))

    def to_pairs(self) -> list[list[list[int]]]:
        """Give ``[[uid, value], ...]`` a row."""
        pairs = list(map(list, zip(self.uids.tolist(), self.values.tolist(), strict=True)))
        starts = self.starts.tolist()
        return [pairs[start:end] for start, end in pairwise(starts)]

    def _row_of_each(self) -> NDArray[np.intp]:
        starts = self.starts.astype(np.int64)
        return np.repeat(np.arange(len(self)), starts[1:] - starts[:-1])


def _starts(counts: NDArray[Any]) -> NDArray[np.uint32]:
    starts = np.zeros(len(counts) + 1, np.uint32)
    np.cumsum(counts, out=starts[1:])
    return starts


def rows_of_lengths(counts: list[int], uids: NDArray[np.uint16], values: NDArray[np.uint16]) -> SparseRows:
    """Make rows of so many entries each."""
    return SparseRows(_starts(np.array(counts, np.uint32)), uids, values)
