"""Write the types of all fields, from the description in interface.json.

``python tools/typing_of_fields.py`` writes, and with ``--check`` says whether all is as it would be written.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Final

PACKAGE: Final = Path(__file__).parents[1] / "src" / "yuma_consensus"
INTERFACE: Final = Path(__file__).parents[3] / "interface" / "interface.json"
ECONOMICS: Final = PACKAGE / "_economics.pyi"
STATES: Final = PACKAGE / "states.py"

Described = dict[str, Any]

PLAIN: Final = {"boolean": "bool", "text": "str", "constant": "str"}
ARRAYS: Final = {"boolean": "np.bool_", "u16": "np.uint16", "u64": "np.uint64", "i64": "np.int64"}


def snake_case(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def pascal_case(name: str) -> str:
    return "".join(part[0].upper() + part[1:] for part in name.split("_"))


class Types:
    """Types of what goes in, or of what comes out; records get names and are kept."""

    def __init__(self, goes_in: bool, rule_sets: list[str]) -> None:
        self.goes_in = goes_in
        self.rule_sets = rule_sets
        self.records: dict[str, list[Described]] = {}

    def of(self, described: Described, name: str) -> str:
        kind = described["type"]
        if kind in ("optional", "sometimes"):
            return f"{self.of(described['of'], name)} | None"
        if kind == "choice":
            return f"Literal[{', '.join(json.dumps(one) for one in described['choices'])}]"
        if kind == "oneOf":
            return f"Literal[{', '.join(map(str, described['numbers']))}]"
        if kind == "spec":
            return "RuleSet"
        if kind == "constant":
            return f'Literal["{described["value"]}"]'
        if kind == "bytes32":
            return "str | bytes" if self.goes_in else "str"
        if kind == "vector":
            return self.array(described["of"]["type"])
        if kind == "rows":
            return "Rows" if self.goes_in else "SparseRows"
        if kind == "tuple":
            return f"tuple[{', '.join(self.of(one, name) for one in described['of'])}]"
        if kind == "list":
            return self.list(described["of"], name)
        if kind == "record":
            self.records[name] = described["fields"]
            return name
        return PLAIN.get(kind, "int")

    def array(self, element: str) -> str:
        array = f"NDArray[{ARRAYS[element]}]"
        return f"{array} | Sequence[{PLAIN.get(element, 'int')}]" if self.goes_in else array

    def list(self, item: Described, name: str) -> str:
        if not self.goes_in:
            return f"list[{self.of(item, name)}]"
        if item["type"] == "record":
            return f"Sequence[{self.of(item, name)}] | Sequence[Mapping[str, Any]]"
        return f"Sequence[{self.of(item, name)}]"

    def field(self, field: Described, owner: str) -> str:
        return self.of(field, owner + pascal_case(field["name"]).removesuffix("s"))


def remark(field: Described, rule_sets: list[str]) -> str:
    """What there is to say of a field."""
    parts = [field["unit"]] if "unit" in field else []
    read = [name for name in rule_sets if name not in field.get("unreadBy", ())]
    if read != rule_sets:
        parts.append(f"read from {read[0]} on" if read[-1] == rule_sets[-1] else f"read up to {read[-1]}")
    return "; ".join(parts)


def attributes(types: Types, fields: list[Described], owner: str) -> Iterator[str]:
    for field in fields:
        yield f"    {snake_case(field['name'])}: {types.field(field, owner)}"
        if words := remark(field, types.rule_sets):
            yield f'    """{words}"""'


def record_classes(types: Types, base: str) -> Iterator[str]:
    """Give the classes of the records that were met, those within them too."""
    written: set[str] = set()
    while missing := [name for name in types.records if name not in written]:
        for name in missing:
            written.add(name)
            yield f"class {name}({base}):"
            yield from attributes(types, types.records[name], name)
            yield ""


def function_lines(function: Described, goes_in: Types, comes_out: Types) -> Iterator[str]:
    name = function["name"]
    fields = function["input"]["fields"]
    result = f"{pascal_case(name)}Result"
    comes_out.records[result] = function["output"]["fields"]
    yield "    @overload"
    yield f"    def {name}(self, data: Input, /) -> {result}: ..."
    yield "    @overload"
    yield f"    def {name}(self, *"
    for field in fields:
        default = " = ..." if "default" in field else ""
        yield f"        , {snake_case(field['name'])}: {goes_in.field(field, pascal_case(name))}{default}"
    remarks = [f"{snake_case(field['name'])}: {words}" for field in fields if (words := remark(field, []))]
    yield f"    ) -> {result}:"
    yield f'        """{name}, number {function["number"]} of the interface.'
    yield ""
    yield from (f"        {line}" for line in remarks)
    yield '        """'


def economics(described: Described) -> str:
    goes_in, comes_out = Types(True, []), Types(False, [])
    functions = [one for one in described["functions"] if one["module"] == "yuma-economics"]
    methods = [line for function in functions for line in function_lines(function, goes_in, comes_out)]
    return "\n".join(
        [
            "# Made by tools/typing_of_fields.py of interface.json.",
            '"""The economics by name, and the types of their fields."""',
            "from collections.abc import Callable, Mapping, Sequence",
            "from typing import Any, Literal, TypedDict, overload",
            "from ._given import Given, Input",
            "from .results import Result",
            "",
            *record_classes(goes_in, "TypedDict"),
            *record_classes(comes_out, "Result"),
            "class Economics:",
            '    """One method for each function, with its fields as keywords, or all in a mapping or in JSON."""',
            "    def __init__(self, answer: Callable[[str, Input | Given], Result]) -> None: ...",
            "    def call(self, name: str, data: Input | Given) -> Result:",
            '        """Call a function by its name."""',
            "    @staticmethod",
            "    def names() -> list[str]:",
            '        """Give the names of all functions."""',
            *methods,
            "",
        ]
    )


def states(described: Described) -> str:
    rule_sets = [one["name"] for one in described["ruleSets"]]
    types = Types(True, rule_sets)
    names = {"epoch": "State", "yuma_subnet": "YumaSubnetState", "null_subnet": "NullSubnetState"}
    for function in described["functions"]:
        if function["name"] in names:
            fields = function["input"]["fields"]
            types.records[names[function["name"]]] = [
                # Of a Null subnet everything is read.
                {**field, "unreadBy": ()} if function["name"] == "null_subnet" else field
                for field in fields
            ]
    return "\n".join(
        [
            "# Made by tools/typing_of_fields.py of interface.json.",
            '"""The fields of states, for editors and type checkers: plain dicts at run time."""',
            "from __future__ import annotations",
            "from collections.abc import Mapping, Sequence",
            "from typing import Any, Literal, TypeAlias, TypedDict",
            "import numpy as np",
            "from numpy.typing import NDArray",
            "from .rows import SparseRows",
            "",
            f"RuleSet: TypeAlias = Literal[{', '.join(json.dumps(name) for name in rule_sets)}]",
            "",
            "Rows: TypeAlias = SparseRows | NDArray[np.uint16] | Sequence[Sequence[Sequence[int]]]",
            '"""Sparse rows, a matrix, or [uid, value] pairs a row. A zero of a matrix is no entry."""',
            "",
            *record_classes(types, "TypedDict, total=False"),
        ]
    ).replace("(TypedDict, total=False):\n", '(TypedDict, total=False):\n    """The fields of a state."""\n\n')


def formatted(text: str, path: Path) -> str:
    for command in (["check", "--fix", "--quiet", "--select", "I"], ["format", "--quiet"]):
        arguments = [sys.executable, "-m", "ruff", *command, "--stdin-filename", str(path), "-"]
        text = subprocess.run(arguments, input=text, capture_output=True, text=True, check=True).stdout
    return text


WRITERS: Final[dict[Path, Callable[[Described], str]]] = {ECONOMICS: economics, STATES: states}


def main() -> None:
    described = json.loads(INTERFACE.read_text("utf-8"))
    for path, write in WRITERS.items():
        text = formatted(write(described), path)
        if "--check" in sys.argv and path.read_text("utf-8") != text:
            sys.exit(f"{path.name} is not what tools/typing_of_fields.py writes")
        path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
