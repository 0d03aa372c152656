"""The economics by name. What the methods take and give says ``_economics.pyi``, made of the description."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ._description import functions
from ._given import Given, Input
from .errors import UnknownFunctionError
from .results import Result

_MODULE = "yuma-economics"


class Economics:
    """One method for each function, with its fields as keywords, or all in a mapping or in JSON."""

    def __init__(self, answer: Callable[[str, Input | Given], Result]) -> None:
        self._answer = answer

    def call(self, name: str, data: Input | Given) -> Result:
        """Call a function by its name. Raises UnknownFunctionError, InvalidInputError and MalformedJsonError."""
        if name not in self.names():
            raise UnknownFunctionError(name)
        return self._answer(name, data)

    @staticmethod
    def names() -> list[str]:
        """Give the names of all functions."""
        return [name for name, function in functions().items() if function.module == _MODULE]

    def __getattr__(self, name: str) -> Callable[..., Result]:
        if name not in self.names():
            raise AttributeError(f"the economics have no {name!r}")

        def function(data: Input | None = None, /, **fields: Any) -> Result:
            if data is not None and fields:
                raise TypeError(f"{name}() takes its input or its fields, not both")
            return self._answer(name, fields if data is None else data)

        function.__name__ = name
        return function

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self.names()]
