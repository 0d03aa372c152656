"""What every form of a value does."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from typing import Any, TypeAlias

from ..errors import TooLargeError

Json: TypeAlias = Any
"""A value as the json module has it."""


@dataclass(frozen=True)
class Reading:
    """How values are read."""

    uids: int
    """how many there are"""
    typed: bool
    """from Python, where arrays and names_with_underscores are taken besides what JSON has"""


@dataclass(frozen=True)
class Answer:
    """What a module answered."""

    data: bytearray
    signed: bool
    """the 128-bit numbers of the coinbase are"""


class Form(ABC):
    """One form of value; `size` and `align` are those of its place in a struct."""

    def __init__(self, size: int, align: int) -> None:
        self.size = size
        self.align = align

    @abstractmethod
    def take(self, value: Any, path: str, how: Reading) -> Any:
        """Check a given value, and make of it what `encode` takes. Raises InvalidInputError with the value's path."""

    @abstractmethod
    def encode(self, message: bytearray, at: int, value: Any) -> None:
        """Write a value; lists go to the message's end."""

    @abstractmethod
    def decode(self, answer: Answer, at: int) -> Any:
        """Read a value."""

    @abstractmethod
    def to_json(self, value: Any) -> Json:
        """Give the JSON form of what `decode` gave, or `take`."""

    def glance(self, value: Any, path: str, how: Reading) -> None:  # noqa: B027
        """Look at the names within a value that has some, before any field is checked."""

    def locate(self, message: bytearray, at: int, offset: int, path: str) -> str | None:
        """Give the path of what holds the byte at `offset`; None where it is none of this value's."""
        return path if at <= offset < at + self.size else None


LIST_ALIGN = 8
"""Where lists begin: at multiples of this."""


def number_at(data: bytearray, at: int, size: int = 4) -> int:
    """Read an unsigned number."""
    return int.from_bytes(data[at : at + size], "little")


MOST_BYTES = 2**32
"""What a WebAssembly memory has at most."""


def check_room(message: bytearray, size: int) -> None:
    """Raise TooLargeError where so many bytes more are more than a message can have."""
    if len(message) + size >= MOST_BYTES:
        raise TooLargeError(f"a message of {len(message) + size} bytes")


def append(message: bytearray, at: int, count: int, items: Any, size: int) -> int:
    """Put a list of `count` items behind everything, and its offset and count `at`. Gives the offset.

    `items` are its bytes; with None there is room for `size` zeros in their place.
    """
    check_room(message, size)
    start = len(message)
    message[at : at + 8] = start.to_bytes(4, "little") + count.to_bytes(4, "little")
    message += bytes(size) if items is None else items
    message += bytes(-size % LIST_ALIGN)
    return start


def reference_at(data: bytearray, at: int) -> tuple[int, int]:
    """Read offset and count of a list."""
    return number_at(data, at), number_at(data, at + 4)
