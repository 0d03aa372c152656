"""States, read and checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from ._description import Function, function_of, module_file
from ._forms.records import Record, State, snake_case
from ._given import Given, Input, given
from ._show import MISSING
from .errors import InvalidInputError

_SUBNETS: Final = {"yuma": "yuma_subnet", "null": "null_subnet"}
_OF_SUBNETS: Final = ("epochConsensus", "mechanisms")
_IN_PYTHON: Final = {name: snake_case(name) for name in _OF_SUBNETS}


@dataclass(frozen=True)
class Taken:
    """A state that was read, and the function that it is for."""

    function: Function
    value: dict[str, Any]


def read_state(data: Input) -> dict[str, Any]:
    """Read a state, of one mechanism or of a subnet, into arrays: what `epoch` or `subnet_epoch` takes again and again.

    The names of the fields have underscores. Raises InvalidInputError and MalformedJsonError.
    """
    it = given(data)
    is_subnet = any(_field(it, name) is not MISSING for name in _OF_SUBNETS)
    taken = take_subnet(it) if is_subnet else take_state(it)
    return _named(taken.function.input, taken.value)


def example_state() -> dict[str, Any]:
    """Read the state that comes with the package: a made subnet of 256 uids."""
    return read_state(module_file("state.json").read_bytes())


def take_state(state: Given) -> Taken:
    """Read a state of one mechanism. A subnet's own form is no mistyped field."""
    for name in _OF_SUBNETS:
        if _field(state, name) is not MISSING:
            raise InvalidInputError(name, "a state of one mechanism (a subnet's is for subnet_epoch)", name)
    function = function_of("epoch")
    return Taken(function, function.input.take(state.value, "", state.reading))


def take_subnet(state: Given) -> Taken:
    """Read the state of a subnet, of which there are two forms."""
    consensus = _field(state, "epochConsensus")
    if not isinstance(consensus, str) or consensus not in _SUBNETS:
        expected = "one of yuma, null (a state of one mechanism has none, and is for epoch)"
        raise InvalidInputError("epochConsensus", expected, consensus)
    function = function_of(_SUBNETS[consensus])
    return Taken(function, function.input.take(state.value, "", state.reading))


def stored_entries(taken: Taken) -> int:
    """Give how many weights and bonds a state has."""
    mechanisms = taken.value.get("mechanisms", [taken.value])
    return sum(len(one["weights"].uids) + len(one["bonds"].uids) for one in mechanisms)


def _field(state: Given, name: str) -> Any:
    if not isinstance(state.value, Mapping):
        raise InvalidInputError("", "an object", state.value)
    found = state.value.get(name, MISSING)
    return state.value.get(_IN_PYTHON[name], MISSING) if found is MISSING and state.typed else found


def _named(form: Record, value: Mapping[str, Any]) -> dict[str, Any]:
    """Give a value with the names that it has in Python."""
    named = {snake_case(name): item for name, item in value.items()}
    if isinstance(form, State) and "mechanisms" in named:
        named["mechanisms"] = [{snake_case(name): item for name, item in one.items()} for one in named["mechanisms"]]
    return named
