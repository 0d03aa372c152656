"""JSON that is read exactly, or refused."""

from typing import Any

import pytest

from yuma_consensus import InvalidInputError, MalformedJsonError
from yuma_consensus._json import parse_json


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a": [1, "2", null, true]}', {"a": [1, "2", None, True]}),
        ("\ufeff[1.0, 1e2, 1E+2, 0.5]", [1, 100, 100, 0.5]),
        ("[9007199254740991]", [2**53 - 1]),
        ("[9007199254740992]", [2.0**53]),
        ("[1e21]", [1e21]),
        ('["-0", "1.5"]', ["-0", "1.5"]),
        ('"\\ud800"', "\ud800"),
    ],
)
def test_read(text: str, value: Any) -> None:
    found = parse_json(text)
    assert found == value
    assert repr(found) == repr(value)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ('{"a": {"b": [0, -0]}}', "a.b[1]"),
        ('{"a": 9007199254740993}', "a"),
        ("[1e400]", "[0]"),
        ("[1.00000000000000000000001]", "[0]"),
        ('{"a": 1, "b c": {"x": 1, "x": 2}}', '["b c"].x'),
        ('{"a": 1, "a": 2}', "a"),
        ("[" * 65 + "]" * 65, "[0]" * 64),
        ('{"k":[' * 40 + "]}" * 40, "k[0]" + ".k[0]" * 31),
        ("[" * 100_000 + "]" * 100_000, "[0]" * 64),
    ],
)
def test_inexact(text: str, path: str) -> None:
    with pytest.raises(InvalidInputError) as caught:
        parse_json(text)
    assert caught.value.path == path


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[1,]",
        '{"a" 1}',
        "NaN",
        "[Infinity]",
        "01",
        "[1.]",
        '"\t"',
        "[-0",
        "[" * 100_000,
        "[1e2}",
        '{"a":1.5,}',
        "1 2",
    ],
)
def test_malformed(text: str) -> None:
    with pytest.raises(MalformedJsonError):
        parse_json(text)


def test_bytes() -> None:
    assert parse_json('{"é": 1}'.encode("utf-16")) == {"é": 1}
    for data in (b'"\xff"', "[]".encode("utf-16-le"), b"\xff\xfe\x00"):
        with pytest.raises(MalformedJsonError):
            parse_json(data)
