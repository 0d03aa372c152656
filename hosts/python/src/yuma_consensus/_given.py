"""Inputs as callers give them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from ._forms.base import Reading
from ._json import parse_json

Input: TypeAlias = str | bytes | bytearray | memoryview | Mapping[str, Any]
"""JSON as text or bytes, or a mapping: with names as in JSON or with underscores, integers, and arrays of NumPy."""


@dataclass(frozen=True)
class Given:
    """A value, and whether it is Python's own rather than what a text of JSON said."""

    value: Any
    typed: bool

    @property
    def reading(self) -> Reading:
        """How it is read before the number of uids is known."""
        return Reading(0, self.typed)


def given(data: Input | Given) -> Given:
    """Take an input as it comes."""
    if isinstance(data, Given):
        return data
    if isinstance(data, (str, bytes, bytearray, memoryview)):
        return Given(parse_json(data), typed=False)
    return Given(data, typed=True)
