"""What a module refuses, as errors."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Any, Final

from ._show import MISSING
from .errors import ChainTrapError, InternalError, InvalidInputError, TooLargeError, YumaError
from .rows import SparseRows

TRAPS: Final = ("a weight on a uid outside the network, in a row with a permit", "a bond on a uid outside the network")


class Status(IntEnum):
    """What `run` gives."""

    FINE = 0
    NOT_A_MESSAGE = 1
    LENGTH = 2
    VALUE = 3
    MEMORY = 4
    UNKNOWN_RULE_SET = 5
    TRAPPED = 6


def refusal(status: int, field: int, offset: int, path: str, value: Mapping[str, Any]) -> YumaError:
    """Give the error for what a module refused of a value: the number of the field, the byte, and its path."""
    if status == Status.MEMORY:
        return TooLargeError("this input")
    if status == Status.TRAPPED:
        return ChainTrapError(TRAPS[offset - 1])
    if field == 0:
        return InternalError(f"status {status} at {offset}")
    got = _value_at(value, path)
    return InvalidInputError(path, _expected(status, path, got), got)


_EXPECTED: Final = (
    (r"ruleSet", "a rule set that has this kind of epoch"),
    (r"alphaSigmoidSteepness", "an i16 (under spec-273 a u16)"),
    (r"validatorPermits\[\d+\]", "0 or 1"),
    (r".*\.starts\[\d+\]", "starts that ascend from 0 to the number of entries"),
    (r".*\]\.(netuid|id)", "each one once"),
    (r".*(Emission|parents).*\[\d+\]", "one of those that the input names"),
)


def _expected(status: int, path: str, got: object) -> str:
    for pattern, words in _EXPECTED:
        if re.fullmatch(pattern, path):
            return words
    if status == Status.LENGTH:
        return "as many as there have to be"
    return "less of it" if isinstance(got, (int, list)) else "what docs/interface.md says"


def _value_at(value: Any, path: str) -> Any:
    """Give what stands at a path of names and indices; of more than there is, MISSING."""
    for step in re.findall(r"[^.\[\]]+", path):
        if isinstance(value, Mapping):
            value = value.get(step, MISSING)
        elif isinstance(value, SparseRows):
            value = getattr(value, step)
        elif isinstance(value, Sequence) or hasattr(value, "__array__"):
            value = value[int(step)]
    return value
