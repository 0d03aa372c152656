"""A WebAssembly module behind its interface: docs/interface.md."""

from __future__ import annotations

from enum import IntFlag
from functools import cache
from typing import Any, Final

import wasmtime

from ._description import Function, module_file
from ._forms.base import Answer
from ._refusals import Status, refusal
from .errors import InternalError, TooLargeError, YumaError

_VERSION: Final = 1
_INPUT_HEAD: Final = 16
OUTPUT_HEAD: Final = 64
_DIGEST: Final = slice(16, 48)
_RULE_SET: Final = slice(48, 50)


class Flag(IntFlag):
    """What a call asks for besides."""

    TRACE = 1
    DIGEST = 2


class Module:
    """An instance of a module, given up where anything goes wrong in it and made anew when it is needed.

    Memory never shrinks, so that what has grown for a message that did not fit would be kept.
    """

    def __init__(self, name: str) -> None:
        self._name = name
        self._live: _Instance | None = None

    def call(self, function: Function, value: dict[str, Any], flags: int = 0, signed: bool = False) -> Answer:
        """Give the answer to one message, copied out of the memory. Raises what the module refuses."""
        message = _message(function, value)
        self._live = self._live or _Instance(self._name)
        try:
            return Answer(self._live.answer(function, value, message, flags), signed)
        except (InternalError, TooLargeError):
            self._live = None
            raise
        except MemoryError:
            self._live = None
            raise TooLargeError("a copy of the results") from None
        except YumaError:
            # A refusal leaves the instance as good as it was.
            raise
        except Exception as error:
            self._live = None
            raise InternalError(f"{type(error).__name__}: {error}") from error


def digest_in(answer: Answer) -> str:
    """Give the digest in the head of an answer."""
    return answer.data[_DIGEST].hex()


def rule_set_in(answer: Answer) -> str:
    """Give the rule set in the head of an answer."""
    return f"spec-{int.from_bytes(answer.data[_RULE_SET], 'little')}"


def _message(function: Function, value: dict[str, Any]) -> bytearray:
    message = bytearray(-(-(_INPUT_HEAD + function.input.size) // 8) * 8)
    try:
        function.input.encode(message, _INPUT_HEAD, value)
    except MemoryError:
        raise TooLargeError("this input") from None
    message[:12] = b"YUMA" + b"".join(
        number.to_bytes(size, "little") for number, size in ((_VERSION, 2), (function.number, 2), (len(message), 4))
    )
    return message


@cache
def _engine() -> wasmtime.Engine:
    return wasmtime.Engine()


@cache
def _compiled(name: str) -> wasmtime.Module:
    return wasmtime.Module(_engine(), module_file(f"{name}.wasm").read_bytes())


class _Instance:
    """One instance, with a memory that is its own."""

    def __init__(self, name: str) -> None:
        self._store = wasmtime.Store(_engine())
        self._exports = wasmtime.Instance(self._store, _compiled(name), []).exports(self._store)
        memory = self._exports["memory"]
        assert isinstance(memory, wasmtime.Memory)
        self._memory = memory

    def answer(self, function: Function, value: dict[str, Any], message: bytearray, flags: int) -> bytearray:
        at = self._call("input", len(message))
        if at == 0:
            raise TooLargeError(f"a message of {len(message)} bytes")
        self._memory.write(self._store, message, at)
        status = self._call("run", function.number, flags)
        if status != Status.FINE:
            offset = self._call("errorOffset")
            path = function.input.locate(message, _INPUT_HEAD, offset, "")
            raise refusal(status, self._call("errorField"), offset, path or "", value)
        start = self._call("output")
        return self._memory.read(self._store, start, start + self._call("outputLength"))

    def _call(self, name: str, *numbers: int) -> int:
        """Call an export; all integers are unsigned, while WebAssembly's are signed to its hosts."""
        export = self._exports[name]
        assert isinstance(export, wasmtime.Func)
        signed = (number - 2**32 if number >= 2**31 else number for number in numbers)
        return int(export(self._store, *signed)) % 2**32
