"""The examples on a cluster of two executors, one of which is killed on the way."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import SWEEP, joined, run

pytest.importorskip("pyspark", reason="NOT TESTED: no pyspark; pip install pyspark")

HERE = Path(__file__).parent
PARTS = 8


def executors(driver: int) -> list[int]:
    """The executors among the descendants of a process."""
    listed = subprocess.run(["ps", "-wweo", "pid=,ppid=,args="], stdout=subprocess.PIPE, text=True, check=True).stdout
    processes = [line.split(maxsplit=2) for line in listed.splitlines()]
    family = {driver}
    while more := {int(pid) for pid, parent, *_ in processes if int(parent) in family} - family:
        family |= more
    return [int(pid) for pid, _, *args in processes if int(pid) in family and "CoarseGrainedExecutorBackend" in args[0]]


def kill_one(driver: int) -> None:
    os.kill(executors(driver)[0], signal.SIGKILL)


def submit(tmp_path: Path, script: str, *arguments: str, yuma: str = "") -> bytes:
    if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
        pytest.skip("NOT TESTED: no Java for Spark")
    out = tmp_path / "out"
    environment = {
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_WORKER_DIR": str(tmp_path / "work"),
        "YUMA": yuma,
    }
    spark = ["--master", "local-cluster[2,1,1024]", "--conf", "spark.ui.enabled=false"]
    said = run(
        [str(Path(sys.executable).with_name("spark-submit")), *spark, str(HERE / script), *arguments],
        environment,
        tmp_path / "log",
        lambda: any(out.glob("_temporary/*/task_*")),
        kill_one,
    )
    assert "Lost executor" in said
    assert len(list(out.glob("part-*"))) == PARTS
    return joined(out, "part-*")


def test_sweep(tmp_path: Path, yuma: str, swept: bytes) -> None:
    assert submit(tmp_path, "sweep.py", str(tmp_path / "out"), str(PARTS), *SWEEP, yuma=yuma) == swept


def test_epochs(tmp_path: Path, states: Path, epochs: bytes) -> None:
    assert submit(tmp_path, "epochs.py", str(states), str(tmp_path / "out"), str(PARTS)) == epochs
