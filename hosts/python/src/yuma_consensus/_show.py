"""Places and values as messages show them."""

from __future__ import annotations

import json
import re
from typing import Final

_MOST: Final = 60
_PLAIN: Final = re.compile(r"[A-Za-z0-9_$-]{1,60}")
_HALF: Final = re.compile("[\ud800-\udfff]")


class Missing:
    """What stands for a field that is not there."""

    def __repr__(self) -> str:
        return "nothing"


MISSING: Final = Missing()


def field_path(path: str, name: str) -> str:
    """Where a field of `path` is: kappa, mechanisms[0].kappa, or path["a b"] where the name is no plain word."""
    if not _PLAIN.fullmatch(name):
        return f"{path}[{_shortened(_quoted(name))}]"
    return f"{path}.{name}" if path else name


def show(value: object) -> str:
    """Show a value to whoever reads the message, which does not grow with the value."""
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, str):
        return _shortened(_quoted(value))
    if isinstance(value, int) and value.bit_length() > 256:
        return "an integer of more than 256 bits"
    if isinstance(value, (list, tuple)):
        return f"a list of length {len(value)}"
    if isinstance(value, dict):
        return "an object"
    shape = getattr(value, "shape", ())
    if shape != ():
        return f"an array of shape {shape}"
    return _shortened(str(value))


def _shortened(text: str) -> str:
    return _first(text, _MOST) + "…" if _units(text) > _MOST else text


def _quoted(text: str) -> str:
    """As JSON; halves of a pair stand alone in no encoding."""
    quoted = json.dumps(_first(text, _MOST + 1), ensure_ascii=False)
    return _HALF.sub(lambda half: f"\\u{ord(half[0]):04x}", quoted)


def _units(text: str) -> int:
    """How long a text is where it is UTF-16, by which paths are the same on every host."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _first(text: str, units: int) -> str:
    return text.encode("utf-16-le", "surrogatepass")[: 2 * units].decode("utf-16-le", "surrogatepass")
