"""Lists, tuples, texts, and values that may not be there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from .._show import MISSING
from ..errors import InvalidInputError
from .base import Answer, Form, Json, Reading, append, reference_at


class Maybe(Form):
    """A flag, and the value behind it. Without one it is `none`: null, or a field that is left out."""

    def __init__(self, size: int, align: int, of: Form, value_offset: int, none: object) -> None:
        super().__init__(size, align)
        self.of = of
        self.value_offset = value_offset
        self.none = none

    def take(self, value: Any, path: str, how: Reading) -> Any:
        if value is MISSING:
            raise InvalidInputError(path, "a value, or null for none", value)
        return None if value is None else self.of.take(value, path, how)

    def encode(self, message: bytearray, at: int, value: Any) -> None:
        if value is not None:
            message[at] = 1
            self.of.encode(message, at + self.value_offset, value)

    def decode(self, answer: Answer, at: int) -> Any:
        return self.none if answer.data[at] == 0 else self.of.decode(answer, at + self.value_offset)

    def to_json(self, value: Any) -> Json:
        return None if value is None else self.of.to_json(value)

    def locate(self, message: bytearray, at: int, offset: int, path: str) -> str | None:
        if offset == at:
            return path
        return self.of.locate(message, at + self.value_offset, offset, path) if message[at] else None


class List(Form):
    """Items one behind another."""

    def __init__(self, of: Form) -> None:
        super().__init__(8, 4)
        self.of = of

    def take(self, value: Any, path: str, how: Reading) -> list[Any]:
        given = value.tolist() if how.typed and hasattr(value, "tolist") else value
        if not isinstance(given, (list, tuple)):
            raise InvalidInputError(path, "a list", value)
        take = self.of.take
        return [take(item, f"{path}[{i}]", how) for i, item in enumerate(given)]

    def encode(self, message: bytearray, at: int, value: Sequence[Any]) -> None:
        start = append(message, at, len(value), None, len(value) * self.of.size)
        for i, item in enumerate(value):
            self.of.encode(message, start + i * self.of.size, item)

    def decode(self, answer: Answer, at: int) -> list[Any]:
        start, count = reference_at(answer.data, at)
        return [self.of.decode(answer, start + i * self.of.size) for i in range(count)]

    def to_json(self, value: Sequence[Any]) -> Json:
        return [self.of.to_json(item) for item in value]

    def locate(self, message: bytearray, at: int, offset: int, path: str) -> str | None:
        if at <= offset < at + self.size:
            return path
        start, count = reference_at(message, at)
        places = (self.of.locate(message, start + i * self.of.size, offset, f"{path}[{i}]") for i in range(count))
        return next((place for place in places if place is not None), None)


class Text(Form):
    """A text, in UTF-8."""

    def __init__(self) -> None:
        super().__init__(8, 4)

    def take(self, value: Any, path: str, how: Reading) -> str:
        if not isinstance(value, str):
            raise InvalidInputError(path, "a text", value)
        return value

    def encode(self, message: bytearray, at: int, value: str) -> None:
        data = value.encode("utf-8", "replace")
        append(message, at, len(data), data, len(data))

    def decode(self, answer: Answer, at: int) -> str:
        start, count = reference_at(answer.data, at)
        return answer.data[start : start + count].decode("utf-8", "replace")

    def to_json(self, value: str) -> Json:
        return value


class Tuple(Form):
    """A list of a fixed length, each position of its own form."""

    def __init__(self, size: int, align: int, of: Sequence[Form], offsets: Sequence[int]) -> None:
        super().__init__(size, align)
        self.of = list(zip(of, offsets, strict=True))

    def take(self, value: Any, path: str, how: Reading) -> tuple[Any, ...]:
        if not isinstance(value, (list, tuple)) or len(value) != len(self.of):
            raise InvalidInputError(path, f"a list of {len(self.of)}", value)
        pairs = zip(self.of, value, strict=True)
        return tuple(form.take(item, f"{path}[{i}]", how) for i, ((form, _), item) in enumerate(pairs))

    def encode(self, message: bytearray, at: int, value: Sequence[Any]) -> None:
        for (form, offset), item in zip(self.of, value, strict=True):
            form.encode(message, at + offset, item)

    def decode(self, answer: Answer, at: int) -> tuple[Any, ...]:
        return tuple(form.decode(answer, at + offset) for form, offset in self.of)

    def to_json(self, value: Sequence[Any]) -> Json:
        return [form.to_json(item) for (form, _), item in zip(self.of, value, strict=True)]

    def locate(self, message: bytearray, at: int, offset: int, path: str) -> str | None:
        places = (form.locate(message, at + start, offset, f"{path}[{i}]") for i, (form, start) in enumerate(self.of))
        return next((place for place in places if place is not None), None)
