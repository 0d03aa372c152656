"""The bytes by which two nodes compare results: docs/interface.md."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import numpy as np

from ._forms.lists import List
from ._forms.records import Record
from .rows import SparseRows

_NO_BONDS: Final = b"\xff\xff\xff\xff"


def canonical_bytes(form: Record, values: Mapping[str, Any]) -> bytes:
    """Give the result without gaps: the number of uids, then the fields in their order."""
    return b"".join([_u32(len(values["active"])), *_parts(form, values)])


def _parts(form: Record, values: Mapping[str, Any]) -> Iterator[bytes]:
    for field in form.fields:
        value = values.get(field.name)
        if isinstance(value, SparseRows):
            yield _rows(value)
        elif isinstance(field.form, List) and isinstance(field.form.of, Record) and value is not None:
            yield _u32(len(value))
            for mechanism in value:
                yield from _parts(field.form.of, mechanism)
        elif value is not None:
            yield value.tobytes()
        elif field.name == "bonds":
            yield _NO_BONDS


def _rows(rows: SparseRows) -> bytes:
    """Of each row the number of its entries as u32, then a u16 uid and a u16 value each."""
    starts = rows.starts.astype(np.int64)
    counts = starts[1:] - starts[:-1]
    count = len(rows)
    words = np.empty(count + len(rows.uids), "<u4")
    words[starts[:-1] + np.arange(count)] = counts
    entries = np.arange(len(rows.uids)) + np.repeat(np.arange(count), counts) + 1
    words[entries] = rows.uids.astype("<u4") | (rows.values.astype("<u4") << 16)
    return words.tobytes()


def _u32(number: int) -> bytes:
    return number.to_bytes(4, "little")
