"""Objects of fields by name, and states among them."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from .._show import MISSING, field_path
from ..errors import InvalidInputError
from .base import Answer, Form, Json, Reading
from .lists import List
from .scalars import Choice

_REMARKS: Final = frozenset({"$schema", "tag", "provenance"})
"""The fields that are not read: remarks on the input."""

_MOST_MECHANISMS: Final = 256
"""A mechanism's id is a u8."""


def snake_case(name: str) -> str:
    """Give the name in Python of a field of that name in JSON."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


@dataclass(frozen=True)
class Field:
    """One field of an object."""

    name: str
    form: Form
    offset: int
    default: Any = MISSING
    unread_by: frozenset[str] = frozenset()
    """the rule sets that do not read it"""


class Record(Form):
    """An object. Its values are a dict with the names of JSON, in the order of the fields."""

    def __init__(self, size: int, align: int, fields: Sequence[Field]) -> None:
        super().__init__(size, align)
        self.fields = list(fields)
        self.names = {field.name for field in fields}
        self.in_python = {snake_case(field.name): field.name for field in fields}

    def take(self, value: Any, path: str, how: Reading) -> dict[str, Any]:
        found = self.by_name(value, path, how)
        self.refuse_missing(found, path)
        return self.take_fields(found, path, how)

    def by_name(self, value: Any, path: str, how: Reading) -> dict[str, Any]:
        """Give what is in each field: a name that is no field's is refused rather than ignored."""
        if not isinstance(value, Mapping):
            raise InvalidInputError(path, "an object", value)
        found: dict[str, Any] = {}
        for key, item in value.items():
            name = self.in_python.get(key, key) if how.typed else key
            if name not in self.names:
                if name in _REMARKS:
                    continue
                known = ", ".join(field.name for field in self.fields)
                raise InvalidInputError(field_path(path, str(key)), f"one of the fields {known}", key)
            if name in found:
                raise InvalidInputError(within(path, name), "each field once", key)
            found[name] = item
        for field in self.fields:
            field.form.glance(found.get(field.name), within(path, field.name), how)
        return found

    def refuse_missing(self, found: Mapping[str, Any], path: str, unread: Collection[str] = ()) -> None:
        """Say of several fields at once that they are missing; a single one is told by its own form."""
        missing = [
            field
            for field in self.fields
            if field.name not in found and field.default is MISSING and field.name not in unread
        ]
        if len(missing) > 1 or any(field.unread_by for field in missing):
            names = ", ".join(field.name for field in missing)
            raise InvalidInputError(within(path, missing[0].name), f"the fields {names}", MISSING)

    def take_fields(
        self, found: Mapping[str, Any], path: str, how: Reading, unread: Collection[str] = ()
    ) -> dict[str, Any]:
        """Check each field that is there or has to be."""
        taken: dict[str, Any] = {}
        for field in self.fields:
            value = found.get(field.name, field.default)
            if value is not MISSING or field.name not in unread:
                taken[field.name] = field.form.take(value, within(path, field.name), how)
        return taken

    def encode(self, message: bytearray, at: int, value: Mapping[str, Any]) -> None:
        for field in self.fields:
            field.form.encode(message, at + field.offset, value[field.name])

    def decode(self, answer: Answer, at: int) -> dict[str, Any]:
        values = ((field.name, field.form.decode(answer, at + field.offset)) for field in self.fields)
        return {name: value for name, value in values if value is not MISSING}

    def to_json(self, value: Mapping[str, Any]) -> Json:
        return {field.name: field.form.to_json(value[field.name]) for field in self.fields if field.name in value}

    def locate(self, message: bytearray, at: int, offset: int, path: str) -> str | None:
        places = (
            field.form.locate(message, at + field.offset, offset, within(path, field.name)) for field in self.fields
        )
        return next((place for place in places if place is not None), None)


class Mechanisms(List):
    """The mechanisms of a subnet: at least one, and no more than there are ids."""

    def __init__(self, of: Record) -> None:
        super().__init__(of)
        self.record = of

    def take(self, value: Any, path: str, how: Reading) -> list[Any]:
        if not isinstance(value, (list, tuple)) or not 1 <= len(value) <= _MOST_MECHANISMS:
            raise InvalidInputError(path, f"a list of 1 to {_MOST_MECHANISMS}", value)
        return super().take(value, path, how)

    def glance(self, value: Any, path: str, how: Reading) -> None:
        if isinstance(value, (list, tuple)) and len(value) <= _MOST_MECHANISMS:
            for i, item in enumerate(value):
                place = f"{path}[{i}]"
                self.record.refuse_missing(self.record.by_name(item, place, how), place)


class State(Record):
    """What an epoch reads. Fields that its rule set does not read count for nothing, and need not be there."""

    def take(self, value: Any, path: str, how: Reading) -> dict[str, Any]:
        found = self.by_name(value, path, how)
        unread = self.unread_by(found.get("ruleSet"))
        self.refuse_missing(found, path, unread)
        uids = self._field("n").form.take(found.get("n", MISSING), within(path, "n"), how)
        return self.take_fields(found, path, Reading(uids, how.typed), unread)

    def encode(self, message: bytearray, at: int, value: Mapping[str, Any]) -> None:
        unread = self.unread_by(value["ruleSet"])
        for field in self.fields:
            if field.name not in unread:
                field.form.encode(message, at + field.offset, value[field.name])

    def unread_by(self, rule_set: Any) -> frozenset[str]:
        """Give the fields that a rule set does not read; of what is none, those of the newest."""
        field = self._field("ruleSet")
        assert isinstance(field.form, Choice)
        known = isinstance(rule_set, str) and rule_set in field.form.codes
        return _unread(self, rule_set if known else field.default)

    def _field(self, name: str) -> Field:
        return next(field for field in self.fields if field.name == name)


@cache
def _unread(state: State, rule_set: str) -> frozenset[str]:
    return frozenset(field.name for field in state.fields if rule_set in field.unread_by)


def within(path: str, name: str) -> str:
    """Where a field is whose name is ours, and needs no quotes."""
    return f"{path}.{name}" if path else name
