"""JSON that is read exactly, or refused.

A reader of JSON may take the nearest double for a number and the last of several equal keys. A number that becomes an
integer has to denote it to the last digit (1.0 and 1e2 do), and a key comes once.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from typing import Any, Final, NoReturn

from ._show import field_path
from .errors import InvalidInputError, MalformedJsonError

MOST_LEVELS: Final = 64
"""No input of ours comes near."""

MOST_EXACT: Final = 2**53 - 1
"""Beyond it a number may have been rounded by whoever wrote it: JSON has larger integers as decimal strings."""


def parse_json(data: str | bytes | bytearray | memoryview) -> Any:
    """Read a value from its JSON text, or from the bytes of it: UTF-8, or UTF-16 with a byte order mark.

    Numbers that are exact integers become ``int`` within ±(2^53-1), all others ``float``.
    """
    text = data if isinstance(data, str) else _decoded(bytes(data))
    text = text.removeprefix("\ufeff")
    try:
        if not _may_be_odd(text.encode("utf-8", "surrogatepass")):
            return json.loads(text, object_pairs_hook=_object, parse_constant=_constant, parse_float=_fraction)
    except _OddError:
        pass
    except ValueError as error:
        raise MalformedJsonError(f"not JSON: {error}") from None
    _refuse_inexact(text)
    return json.loads(text, parse_float=_number, parse_int=_number)


def _decoded(data: bytes) -> str:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
    elif b"\0" in data[:2]:
        raise MalformedJsonError("not UTF-8, but what may be UTF-16 without the byte order mark that it needs")
    else:
        encoding = "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise MalformedJsonError(f"cannot be read as {encoding.upper()}: {error.reason}") from None


class _OddError(Exception):
    """The text is to be read once more, sign by sign."""


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise _OddError
    return result


def _fraction(_: str) -> NoReturn:
    raise _OddError


def _constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _number(token: str) -> int | float:
    value = float(token)
    return int(value) if abs(value) <= MOST_EXACT and value.is_integer() else value


_NO_BRACKETS: Final = bytes(set(range(256)) - set(b"[]{}"))
_ONE_KIND: Final = bytes.maketrans(b"{}", b"[]")
_SHAPES: Final = bytes.maketrans(b"123456789[: \t\n\r-", b"000000000,,,,,,,")
_LONG_NUMBER: Final = b"," + b"0" * 16


def _may_be_odd(data: bytes) -> bool:
    """Whether there may be a minus zero, an integer that a double does not hold, or too many levels.

    Texts may look so, too; a state without such is told at little cost.
    """
    if b"-0" in data or _LONG_NUMBER in data.translate(_SHAPES):
        return True
    brackets = data.translate(_ONE_KIND, _NO_BRACKETS)
    for _ in range(MOST_LEVELS):
        if not brackets:
            return False
        brackets = brackets.replace(b"[]", b"")
    return bool(brackets)


_TOKEN: Final = re.compile(
    r"""[ \t\n\r]*(?:
    (?P<text>"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*")
    |(?P<number>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)
    |(?P<mark>[\[\]{}:,])|(?P<word>true|false|null)|(?P<end>\Z))""",
    re.VERBOSE,
)


def _tokens(text: str) -> Iterator[tuple[str, str]]:
    at = 0
    while True:
        found = _TOKEN.match(text, at)
        if found is None:
            raise MalformedJsonError(f"not JSON: a sign that cannot stand there, at {at}")
        at = found.end()
        kind = str(found.lastgroup)
        yield kind, found[kind]


class _Level:
    """An object or array that is being read, and where in it."""

    def __init__(self, is_object: bool) -> None:
        self.keys: set[str] | None = set() if is_object else None
        self.key = ""
        self.index = 0


def _path(levels: list[_Level]) -> str:
    path = ""
    for level in levels:
        path = f"{path}[{level.index}]" if level.keys is None else field_path(path, level.key)
    return path


def _refuse_inexact(text: str) -> None:
    """Raise for the first number, key or level that cannot be kept; where the text is no JSON at all, for that.

    By hand: the place has to be told, and levels may be more than a stack bears.
    """
    levels: list[_Level] = []
    wrong: InvalidInputError | None = None
    expected = "value"
    for kind, token in _tokens(text):
        level = levels[-1] if levels else None
        here = kind if kind != "mark" else token
        if here == "end" and expected == "end":
            break
        if expected in ("value", "value or ]") and (kind in ("text", "number", "word") or here in "[{"):
            if here in "[{":
                if len(levels) == MOST_LEVELS:
                    wrong = wrong or _too_deep(_path(levels))
                levels.append(_Level(here == "{"))
                expected = "key or }" if here == "{" else "value or ]"
                continue
            if kind == "number" and not _is_exact(token):
                message = f"a number that holds what is written ({token[:40]})"
                wrong = wrong or InvalidInputError(_path(levels), message, float(token))
        elif expected in ("key", "key or }") and kind == "text" and level is not None and level.keys is not None:
            level.key = json.loads(token)
            if level.key in level.keys:
                wrong = wrong or InvalidInputError(_path(levels), "each key once", level.key)
            level.keys.add(level.key)
            expected = ":"
            continue
        elif here == ":" and expected == ":":
            expected = "value"
            continue
        elif here == "," and expected == "more" and level is not None:
            level.index += 1
            expected = "value" if level.keys is None else "key"
            continue
        elif level is None or not _closes(here, level, expected):
            raise MalformedJsonError(f"not JSON: {token!r} where {expected} has to be")
        else:
            levels.pop()
        expected = "more" if levels else "end"
    if wrong is not None:
        raise wrong


def _closes(here: str, level: _Level, expected: str) -> bool:
    bracket = "]" if level.keys is None else "}"
    return here == bracket and expected in ("more", f"value or {bracket}", f"key or {bracket}")


def _too_deep(path: str) -> InvalidInputError:
    return InvalidInputError(path, f"at most {MOST_LEVELS} levels of objects and arrays", "more")


_NUMBER: Final = re.compile(r"(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE](.+))?")


def _is_exact(token: str) -> bool:
    """Whether a number's text denotes the integer that it becomes; fractions may be rounded."""
    value = float(token)
    if not value.is_integer():
        return value - value == 0.0
    # As whoever holds this very number writes it. No field holds it, and each says what it would hold.
    if abs(value) >= 1e21 and repr(value) == re.sub(r"[eE](?=[0-9])", "e+", token):
        return True
    found = _NUMBER.fullmatch(token)
    assert found is not None
    sign, whole, fraction, exponent = found[1], found[2], found[3] or "", found[4] or "0"
    digits = (whole + fraction).lstrip("0")
    if not digits:
        return sign == ""
    significant = digits.rstrip("0")
    # A double has no more digits than these, and a text with more of them is not turned into an integer at all.
    if len(significant) > 400 or len(exponent) > 10:
        return False
    power = int(exponent) - len(fraction) + len(digits) - len(significant)
    return 0 <= power < 400 and int(sign + significant) * 10**power == int(value)
