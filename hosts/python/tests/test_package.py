"""That what is written down is what there is."""

import doctest
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import yuma_consensus

HOST = Path(__file__).parents[1]


def test_types_are_those_of_the_description() -> None:
    pytest.importorskip("ruff")
    subprocess.run([sys.executable, HOST / "tools" / "typing_of_fields.py", "--check"], check=True)


def test_the_example(capsys: pytest.CaptureFixture[str]) -> None:
    runpy.run_path(str(HOST / "examples" / "epoch.py"))
    printed = capsys.readouterr().out
    assert printed.strip() in (HOST / "README.md").read_text("utf-8")


def test_examples_in_the_text() -> None:
    assert doctest.testmod(yuma_consensus).failed == 0
    assert doctest.testfile(str(HOST / "README.md"), module_relative=False).failed == 0
