"""Every error that this package raises on purpose."""

from __future__ import annotations

from typing import ClassVar

from ._show import show


class YumaError(Exception):
    """What all errors of this package are.

    ``code`` is stable and meant for programs. ``path`` names the field by its name in JSON, ``bonds[3][17][1]``; it is
    empty where the input as a whole is meant.
    """

    code: ClassVar[str]

    def __init__(self, path: str, message: str) -> None:
        super().__init__(f"{path}: {message}" if path else message)
        self.path = path


def error_json(error: YumaError) -> dict[str, dict[str, str]]:
    """Give an error as programs write it."""
    return {"error": {"code": error.code, "message": str(error), "path": error.path}}


class InvalidInputError(YumaError, ValueError):
    """A field that cannot be: what was expected, and what came."""

    code = "invalid-input"

    def __init__(self, path: str, expected: str, got: object) -> None:
        self.expected = expected
        self.got = show(got)
        super().__init__(path, f"expected {expected}, got {self.got}")


class MalformedJsonError(YumaError, ValueError):
    """Text that is not JSON, or bytes that are not text."""

    code = "malformed-json"

    def __init__(self, message: str) -> None:
        super().__init__("", message)


class UnknownFunctionError(YumaError, LookupError):
    """A name that is no function's."""

    code = "unknown-function"

    def __init__(self, name: object) -> None:
        super().__init__("fn", f"expected the name of a function, got {show(name)}")


class TooLargeError(YumaError, MemoryError):
    """An input that does not fit into the 4 GiB of a WebAssembly memory, or into what the machine has left."""

    code = "too-large"

    def __init__(self, what: str) -> None:
        super().__init__("", f"{what} does not fit into memory")


class ChainTrapError(YumaError):
    """A state with which the chain's own epoch would have aborted, so that no such block exists."""

    code = "chain-trap"

    def __init__(self, reason: str) -> None:
        super().__init__("", f"the chain would have aborted: {reason}")
        self.reason = reason


class InternalError(YumaError, RuntimeError):
    """What no input should bring about: a fault of this package or of its host."""

    code = "internal"

    def __init__(self, cause: object) -> None:
        super().__init__("", f"an unexpected {cause}; please report it with this input")
