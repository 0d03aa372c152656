"""The functions of the modules, as the description says that comes with them: ``interface.json``."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

from ._forms.base import Form
from ._forms.lists import List, Maybe, Text, Tuple
from ._forms.records import Field, Mechanisms, Record, State
from ._forms.scalars import Boolean, Choice, Coinbase, Constant, Hash, Integer
from ._forms.vectors import Rows, Vector
from ._show import MISSING
from .errors import UnknownFunctionError

_Described = Mapping[str, Any]


@dataclass(frozen=True)
class Function:
    """A function of a module."""

    number: int
    name: str
    module: str
    input: Record
    output: Record


@cache
def functions() -> Mapping[str, Function]:
    """Give all functions by their names."""
    described = json.loads(module_file("interface.json").read_text("utf-8"))
    rule_sets = [rule_set["name"] for rule_set in described["ruleSets"]]
    return {one["name"]: _function(one, _Forms(rule_sets)) for one in described["functions"]}


def function_of(name: object) -> Function:
    """Give one function. Raises UnknownFunctionError."""
    found = functions().get(name) if isinstance(name, str) else None
    if found is None:
        raise UnknownFunctionError(name)
    return found


def module_file(name: str) -> Path:
    """Give one of the files that the build puts beside the code."""
    return Path(__file__).parent / "modules" / name


def _function(described: _Described, forms: _Forms) -> Function:
    is_state = described["module"] == "yuma"
    # Rule sets that would leave fields of it unread have no Null consensus.
    reads_all = described["name"] == "null_subnet"
    return Function(
        described["number"],
        described["name"],
        described["module"],
        forms.record(described["input"], State if is_state else Record, reads_all),
        forms.record(described["output"]),
    )


_INTEGERS: Final = {
    "u16": (0, 2**16 - 1, "a u16"),
    "u32": (0, 2**32 - 1, "a u32"),
    # No field holds more: it is an i16, and of some rule sets a u16.
    "i32": (-(2**15), 2**16 - 1, "an i16"),
    "u64": (0, 2**64 - 1, "a u64 (an integer, or a decimal string; a number in JSON up to 2^53-1)"),
    "i64": (-(2**63), 2**63 - 1, "a signed 64-bit integer, or one as a decimal string"),
    "i128": (-(2**127), 2**127 - 1, "a signed 128-bit integer, or one as a decimal string"),
    "u128": (0, 2**128 - 1, "an unsigned 128-bit integer, or one as a decimal string"),
}


class _Forms:
    """Makes forms of what is described."""

    def __init__(self, rule_sets: list[str]) -> None:
        self._rule_sets = rule_sets

    def record(self, described: _Described, kind: type[Record] = Record, reads_all: bool = False) -> Record:
        fields = [
            Field(
                one["name"],
                self._field(one),
                one["offset"],
                one.get("default", MISSING),
                frozenset(() if reads_all else one.get("unreadBy", ())),
            )
            for one in described["fields"]
        ]
        return kind(described["size"], described.get("align", 8), fields)

    def _field(self, described: _Described) -> Form:
        if described["name"] == "mechanisms":
            return Mechanisms(self.record(described["of"]))
        return self.form(described)

    def form(self, described: _Described) -> Form:
        make: Callable[[_Described, int, int], Form] = getattr(self, f"_{described['type']}", self._integer)
        return make(described, described["size"], described["align"])

    def _integer(self, described: _Described, size: int, align: int) -> Form:
        return Integer(size, align, *_INTEGERS[described["type"]])

    def _coinbase(self, _: _Described, size: int, align: int) -> Form:
        return Coinbase(size, align, -(2**127), 2**128 - 1, "a 128-bit integer, or one as a decimal string")

    def _boolean(self, _: _Described, size: int, align: int) -> Form:
        return Boolean(size, align)

    def _bytes32(self, _: _Described, size: int, align: int) -> Form:
        return Hash(size, align)

    def _spec(self, _: _Described, size: int, align: int) -> Form:
        return Choice(size, align, self._rule_sets, [int(name.removeprefix("spec-")) for name in self._rule_sets])

    def _choice(self, described: _Described, size: int, align: int) -> Form:
        return Choice(size, align, described["choices"], range(len(described["choices"])))

    def _oneOf(self, described: _Described, size: int, align: int) -> Form:  # noqa: N802
        return Choice(size, align, described["numbers"], described["numbers"])

    def _constant(self, described: _Described, _size: int, _align: int) -> Form:
        return Constant(described["value"])

    def _optional(self, described: _Described, size: int, align: int) -> Form:
        return Maybe(size, align, self.form(described["of"]), described["valueOffset"], None)

    def _sometimes(self, described: _Described, size: int, align: int) -> Form:
        return Maybe(size, align, self.form(described["of"]), described["valueOffset"], MISSING)

    def _list(self, described: _Described, _size: int, _align: int) -> Form:
        return List(self.form(described["of"]))

    def _text(self, _: _Described, _size: int, _align: int) -> Form:
        return Text()

    def _vector(self, described: _Described, _size: int, _align: int) -> Form:
        return Vector(self.form(described["of"]), described["of"]["type"])

    def _rows(self, described: _Described, size: int, align: int) -> Form:
        return Rows(size, align, self.form(described["of"]), described["of"]["type"], described["offsets"])

    def _tuple(self, described: _Described, size: int, align: int) -> Form:
        return Tuple(size, align, [self.form(one) for one in described["of"]], described["offsets"])

    def _record(self, described: _Described, _size: int, _align: int) -> Form:
        return self.record(described)
