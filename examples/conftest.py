"""What the tests of the examples on clusters share: the same work on one machine."""

import json
import os
import shlex
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

COMMAND = Path(__file__).parents[1] / "dist" / "cli" / "main.js"
SWEEP = ["--grid", "kappa=0.40:0.60:0.02", "--draws", "12", "--set", "uids=64"]
STATES = 100
SECONDS = 900
"""for which a cluster may run, on a machine that has much else to do"""


def pytest_report_header() -> str:
    return f"yuma: {os.environ.get('YUMA', COMMAND)}"


@pytest.fixture(scope="session")
def yuma() -> str:
    """The command, as a shell has it."""
    if "YUMA" not in os.environ and not COMMAND.exists():
        pytest.skip("NOT TESTED: no yuma; 'npm run build' makes it, or YUMA says where it is")
    return os.environ.get("YUMA", shlex.join(["node", str(COMMAND)]))


@pytest.fixture(scope="session")
def swept(yuma: str) -> bytes:
    """A sweep on one machine."""
    return subprocess.run([*shlex.split(yuma), "sweep", "--json", *SWEEP], stdout=subprocess.PIPE, check=True).stdout


@pytest.fixture(scope="session")
def states(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of states."""
    import yuma_consensus

    state = json.loads((Path(yuma_consensus.__file__).parent / "modules" / "state.json").read_bytes())
    path = tmp_path_factory.mktemp("states") / "states.jsonl"
    lines = (json.dumps({"tag": number, **state, "kappa": 30_000 + number}) for number in range(STATES))
    path.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    return path


@pytest.fixture(scope="session")
def epochs(states: Path) -> bytes:
    """The epochs of these states on one machine."""
    program = [sys.executable, "-m", "yuma_consensus.lines"]
    with states.open("rb") as lines:
        return subprocess.run(program, stdin=lines, stdout=subprocess.PIPE, check=True).stdout


def joined(folder: Path, pattern: str) -> bytes:
    """The files of a folder, one behind another."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob(pattern)))


def run(
    command: list[str], environment: dict[str, str], log: Path, begun: Callable[[], bool], kill: Callable[[int], None]
) -> str:
    """Run a program, kill what is to be killed of it once it has begun, and give what it said."""
    with log.open("w") as said:
        program = subprocess.Popen(command, env={**os.environ, **environment}, stdout=said, stderr=subprocess.STDOUT)
        try:
            end = time.monotonic() + SECONDS
            while program.poll() is None and not begun():
                assert time.monotonic() < end, log.read_text()
                time.sleep(0.05)
            assert program.poll() is None, f"over before anything was killed: {log.read_text()}"
            kill(program.pid)
            assert program.wait(SECONDS) == 0, log.read_text()
        finally:
            program.kill()
    return log.read_text()
