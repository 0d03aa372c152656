"""Numbers, flags, and names out of a few."""

from __future__ import annotations

import operator
import re
from collections.abc import Sequence
from typing import Any, Final

import numpy as np

from ..errors import InvalidInputError
from .base import Answer, Form, Json, Reading

_DECIMAL: Final = re.compile(r"-?(?:0|[1-9][0-9]{0,38})")
_HEX: Final = re.compile(r"[0-9a-fA-F]{64}")


def integer_of(value: Any) -> int | None:
    """Give an integer of any type; None where it is none: true and 1.0 are not."""
    if type(value) is int:
        return value
    if isinstance(value, (bool, np.bool_)):
        return None
    try:
        return operator.index(value)
    except TypeError:
        return None


class Integer(Form):
    """An integer of 16 to 128 bits. From 64 on JSON has a decimal string."""

    def __init__(self, size: int, align: int, low: int, high: int, words: str) -> None:
        super().__init__(size, align)
        self.low = low
        self.high = high
        self.words = words
        self.in_text = size >= 8
        self.modulus = 1 << (8 * size)

    def take(self, value: Any, path: str, how: Reading) -> int:
        number = self._in_text(value) if self.in_text and isinstance(value, str) else integer_of(value)
        if number is None or not self.low <= number <= self.high:
            raise InvalidInputError(path, self.words, value)
        return number

    def _in_text(self, text: str) -> int | None:
        if not _DECIMAL.fullmatch(text) or (self.size == 8 and self.low == 0 and text[0] == "-"):
            return None
        return int(text)

    def encode(self, message: bytearray, at: int, value: int) -> None:
        message[at : at + self.size] = (value % self.modulus).to_bytes(self.size, "little")

    def decode(self, answer: Answer, at: int) -> int:
        return int.from_bytes(answer.data[at : at + self.size], "little", signed=self.low < 0)

    def to_json(self, value: int) -> Json:
        return str(value) if self.in_text else value


class Coinbase(Integer):
    """128 bits that are signed, or not, by the rule set."""

    def decode(self, answer: Answer, at: int) -> int:
        return int.from_bytes(answer.data[at : at + self.size], "little", signed=answer.signed)


class Boolean(Form):
    """True or false."""

    def take(self, value: Any, path: str, how: Reading) -> bool:
        if not isinstance(value, (bool, np.bool_)):
            raise InvalidInputError(path, "true or false", value)
        return bool(value)

    def encode(self, message: bytearray, at: int, value: bool) -> None:
        message[at] = value

    def decode(self, answer: Answer, at: int) -> bool:
        return answer.data[at] != 0

    def to_json(self, value: bool) -> Json:
        return value


class Choice(Form):
    """One of a few names, or of a few numbers; `codes` are what stands for them in a message."""

    def __init__(self, size: int, align: int, choices: Sequence[str | int], codes: Sequence[int]) -> None:
        super().__init__(size, align)
        self.words = f"one of {', '.join(map(str, choices))}"
        self.codes = dict(zip(choices, codes, strict=True))
        self.choices = dict(zip(codes, choices, strict=True))

    def take(self, value: Any, path: str, how: Reading) -> str | int:
        choice = value if isinstance(value, str) else integer_of(value)
        if choice is None or choice not in self.codes:
            raise InvalidInputError(path, self.words, value)
        return choice

    def encode(self, message: bytearray, at: int, value: str | int) -> None:
        message[at : at + self.size] = self.codes[value].to_bytes(self.size, "little")

    def decode(self, answer: Answer, at: int) -> str | int:
        return self.choices[int.from_bytes(answer.data[at : at + self.size], "little")]

    def to_json(self, value: str | int) -> Json:
        return value


class Constant(Form):
    """A field that is always this, and has no bytes."""

    def __init__(self, value: str) -> None:
        super().__init__(0, 1)
        self.value = value

    def take(self, value: Any, path: str, how: Reading) -> str:
        if value != self.value:
            raise InvalidInputError(path, self.value, value)
        return self.value

    def encode(self, message: bytearray, at: int, value: str) -> None:
        pass

    def decode(self, answer: Answer, at: int) -> str:
        return self.value

    def to_json(self, value: str) -> Json:
        return value


class Hash(Form):
    """32 bytes, in Python and in JSON as hexadecimal digits; Python has them as bytes too."""

    def take(self, value: Any, path: str, how: Reading) -> str:
        text = value.hex() if how.typed and isinstance(value, (bytes, bytearray)) else value
        if not isinstance(text, str) or not _HEX.fullmatch(text):
            raise InvalidInputError(path, "32 bytes as 64 hexadecimal digits", value)
        return text

    def encode(self, message: bytearray, at: int, value: str) -> None:
        message[at : at + self.size] = bytes.fromhex(value)

    def decode(self, answer: Answer, at: int) -> str:
        return answer.data[at : at + self.size].hex()

    def to_json(self, value: str) -> Json:
        return value
