"""The 128-bit numbers of the coinbase, which are signed or not by the rule set.

A message has the same bits for -1 and for 2^128-1: that a number is of the right kind is for the host to see to.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from ._forms.base import Form
from ._forms.lists import List
from ._forms.records import Record, within
from ._forms.scalars import Coinbase
from .errors import InvalidInputError

_LAST_SIGNED: Final = 260


def is_signed(value: Mapping[str, Any]) -> bool:
    """Whether the rule set of an input counts in signed numbers."""
    rule_set = value.get("ruleSet")
    return isinstance(rule_set, int) and rule_set <= _LAST_SIGNED


def refuse_format(form: Form, value: Any, path: str, signed: bool) -> None:
    """Raise InvalidInputError for the first number of the coinbase that is not of the rule set's kind."""
    if isinstance(form, Record):
        for field in form.fields:
            refuse_format(field.form, value[field.name], within(path, field.name), signed)
    elif isinstance(form, List):
        for i, item in enumerate(value if isinstance(form.of, Record) else ()):
            refuse_format(form.of, item, f"{path}[{i}]", signed)
    elif isinstance(form, Coinbase) and (value >= 2**127 if signed else value < 0):
        words = "a signed 128-bit integer (I96F32)" if signed else "an unsigned 128-bit integer (U96F32)"
        raise InvalidInputError(path, words, value)
