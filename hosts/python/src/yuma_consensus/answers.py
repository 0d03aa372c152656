"""Answer a stream of function calls as ``yuma eval`` does: ``python -m yuma_consensus.answers``.

Reads newline-delimited JSON, ``{"fn": NAME, "in": {...}}`` a line and ``"trace": true`` where that is asked for, and
writes ``{"out": {...}}``, ``{"out": null, "trap": REASON}`` or ``{"error": {"code", "message", "path"}}`` a line, in
the same order. A bad line gives an error; the lines after it are still answered.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any, BinaryIO, Final

from ._economics import Economics
from ._forms.base import Json
from ._given import Given
from ._json import parse_json
from ._show import MISSING, field_path
from ._states import Taken, stored_entries, take_state, take_subnet
from .engine import Engine
from .errors import (
    ChainTrapError,
    InternalError,
    InvalidInputError,
    MalformedJsonError,
    UnknownFunctionError,
    YumaError,
    error_json,
)
from .results import EpochResult, SubnetResult, compact_json

_KEYS: Final = ("fn", "in", "trace", "name", "category", "out", "reason")
"""What a line may have: what is asked, and what else stands on the lines of vector files."""

_EPOCHS: Final = ("epoch", "epoch_null", "subnet_epoch")

_MOST_VALUES: Final = 4_194_304
_MOST_TRACED: Final = 2_097_152
_MOST_LINE_BYTES: Final = 2**28


def answers(lines: Iterator[bytes] | BinaryIO, engine: Engine | None = None) -> Iterator[str]:
    """Give an answer to each line."""
    by = engine or Engine()
    for line in lines:
        yield compact_json(answer(by, line))


def answer(engine: Engine, line: bytes | str) -> dict[str, Json]:
    """Give the answer to one line; whatever goes wrong is one too."""
    try:
        return _evaluated(engine, line)
    except YumaError as error:
        return error_json(error)
    except Exception as error:
        return error_json(InternalError(f"{type(error).__name__}: {error}"))


def _evaluated(engine: Engine, line: bytes | str) -> dict[str, Json]:
    if len(line) > _MOST_LINE_BYTES:
        raise MalformedJsonError(f"a line of more than {_MOST_LINE_BYTES} bytes")
    request = parse_json(line)
    name, data, trace = _request(request)
    if name not in (*_EPOCHS, *Economics.names()):
        raise UnknownFunctionError(name)
    if not isinstance(data, dict):
        raise InvalidInputError("in", "an object", data)
    if name not in _EPOCHS:
        # A value takes two characters at least.
        if len(line) >= 2 * _MOST_VALUES:
            _refuse_many(data)
        out = engine.economics.call(name, Given(data, typed=False)).to_dict()
        return {"out": out["stake"] if name == "inherited_stake_195" else out}
    if name == "epoch_null" and data.get("epochConsensus") != "null":
        raise InvalidInputError("epochConsensus", "null (as a string)", data.get("epochConsensus", MISSING))
    try:
        return _epoch(engine, name, Given(data, typed=False), trace)
    except ChainTrapError as trap:
        # That the chain gives nothing is an answer too.
        return {"out": None, "trap": trap.reason}


def _request(line: Any) -> tuple[Any, Any, bool]:
    """Give function, input, and whether a trace is asked for: one beside an `out` is a recorded one."""
    keys = line if isinstance(line, dict) else {}
    for key in keys:
        if key not in _KEYS:
            raise InvalidInputError(field_path("", key), f"one of the keys of a line ({', '.join(_KEYS)})", key)
    trace = keys.get("trace", False)
    recorded = "out" in keys and isinstance(trace, (dict, list))
    if not isinstance(trace, bool) and not recorded:
        raise InvalidInputError("trace", "true or false", trace)
    return keys.get("fn", MISSING), keys.get("in", MISSING), trace is True


def _epoch(engine: Engine, name: str, data: Given, trace: bool) -> dict[str, Json]:
    state = take_state(data) if name == "epoch" else take_subnet(data)
    if trace:
        _refuse_traced(state)
    result: EpochResult | SubnetResult
    if name == "epoch":
        result = engine.epoch_of(state, trace, digest=False)
    else:
        result = engine.subnet_epoch_of(state, trace, digest=False)
    out: dict[str, Json] = {"out": result.to_dict()}
    if isinstance(result.trace, list):
        out["trace"] = [one.to_dict() for one in result.trace]
    elif result.trace is not None:
        out["trace"] = result.trace.to_dict()
    return out


def _refuse_traced(state: Taken) -> None:
    entries = stored_entries(state)
    if entries > _MOST_TRACED:
        raise InvalidInputError("trace", f"at most {_MOST_TRACED} stored weights and bonds", entries)


def _refuse_many(data: dict[str, Any]) -> None:
    """Count the values of all lists and objects below the fields."""
    count = 0
    for name, field in data.items():
        waiting = [field]
        while waiting:
            value = waiting.pop()
            if isinstance(value, (list, dict)):
                items = value if isinstance(value, list) else list(value.values())
                count += len(items)
                waiting.extend(items)
        if count > _MOST_VALUES:
            expected = f"at most {_MOST_VALUES} values in all lists together"
            raise InvalidInputError(field_path("", name), expected, "more")


def main() -> None:
    """Answer standard input."""
    lines = (line.removesuffix(b"\n").removesuffix(b"\r") for line in sys.stdin.buffer)
    for text in answers(lines):
        sys.stdout.buffer.write(text.encode() + b"\n")
        sys.stdout.buffer.flush()


if __name__ == "__main__":
    main()
